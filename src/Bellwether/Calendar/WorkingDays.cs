namespace Bellwether.Calendar;

/// <summary>
/// Working days of England and Wales: Monday to Friday except bank holidays, from tables for 1980–2060.
/// Outside those years only weekends are taken out, and counting stays additive across the seam.
/// The count leaves out the first day and includes the last, as "15 working days after" does
/// (Working Together to Safeguard Children).
/// </summary>
public static class WorkingDays
{
    private static readonly int TableStart = new DateOnly(BankHolidays.FirstYear, 1, 1).DayNumber;
    private static readonly int TableEnd = new DateOnly(BankHolidays.LastYear, 12, 31).DayNumber;
    private static readonly ushort[] HolidaysThrough = CountHolidays();
    private static readonly int FirstOrdinal = Ordinal(TableStart - 1) + 1;
    private static readonly int[] DayOfOrdinal = ListWorkingDays(TableStart, TableEnd, HolidaysThrough);

    public static bool IsWorkingDay(DateOnly date) => Ordinal(date.DayNumber) != Ordinal(date.DayNumber - 1);

    /// <summary>
    /// Working days d with a &lt; d &lt;= b. When b is before a, minus the count from b to a, so that
    /// Between(a, b) + Between(b, c) = Between(a, c) always.
    /// </summary>
    public static int Between(DateOnly a, DateOnly b) => Ordinal(b.DayNumber) - Ordinal(a.DayNumber);

    /// <summary>
    /// The last day x with Between(from, x) &lt;= n: the day before the (n+1)-th working day. It may be a Sunday:
    /// ten working days from Friday 1 March 2024 last to Sunday 17 March.
    /// </summary>
    public static DateOnly LastDayWithin(DateOnly from, int n) =>
        DateOnly.FromDayNumber(DayAt(Ordinal(from.DayNumber) + n + 1) - 1);

    /// <summary>The n-th working day after <paramref name="from"/>; with n = 0, <paramref name="from"/> itself, working day or not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative: limits are added to the earlier date, never taken off the later.</exception>
    public static DateOnly NthAfter(DateOnly from, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return n == 0 ? from : DateOnly.FromDayNumber(DayAt(Ordinal(from.DayNumber) + n));
    }

    /// <summary>How many working days there are from the calendar's first day through this one.</summary>
    private static int Ordinal(int day) => WeekdaysThrough(day) - Holidays(day);

    private static int Holidays(int day) =>
        day < TableStart ? 0 : HolidaysThrough[Math.Min(day, TableEnd) - TableStart];

    // Day number 0 is Monday 1 January 0001.
    private static int WeekdaysThrough(int day)
    {
        int days = day + 1;
        return (days / 7 * 5) + Math.Min(days % 7, 5);
    }

    private static int WeekdayAt(int ordinal) => ((ordinal - 1) / 5 * 7) + ((ordinal - 1) % 5);

    private static int DayAt(int ordinal)
    {
        int index = ordinal - FirstOrdinal;
        if (index < 0) return WeekdayAt(ordinal);
        return index < DayOfOrdinal.Length ? DayOfOrdinal[index] : WeekdayAt(ordinal + HolidaysThrough[^1]);
    }

    private static ushort[] CountHolidays()
    {
        var through = new ushort[TableEnd - TableStart + 1];
        for (int year = BankHolidays.FirstYear; year <= BankHolidays.LastYear; year++)
        {
            foreach (var holiday in BankHolidays.InYear(year)) through[holiday.Date.DayNumber - TableStart] = 1;
        }
        for (int i = 1; i < through.Length; i++) through[i] += through[i - 1];
        return through;
    }

    // From what it is given: a field of this class, asked for while they are still being made, takes a hundred times as long.
    private static int[] ListWorkingDays(int start, int end, ushort[] holidaysThrough)
    {
        var days = new int[WeekdaysThrough(end) - WeekdaysThrough(start - 1) - holidaysThrough[^1]];
        var (next, holidays) = (0, 0);
        for (int day = start; day <= end; day++)
        {
            var isHoliday = holidaysThrough[day - start] != holidays;
            holidays = holidaysThrough[day - start];
            if (day % 7 < 5 && !isHoliday) days[next++] = day;
        }
        return days;
    }
}

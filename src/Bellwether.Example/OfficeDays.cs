namespace Bellwether.Example;

/// <summary>Working days of England, enough to make dates with: Monday to Friday less bank holidays, 1985 to 2060.</summary>
internal static class OfficeDays
{
    private static readonly DateOnly First = new(1985, 1, 1);
    private static readonly bool[] Open = Build();

    public static bool IsOpen(DateOnly day) => Open[day.DayNumber - First.DayNumber];

    /// <summary>The <paramref name="count"/>th working day after <paramref name="day"/>; 0 gives the day itself, or the next working day if it is none.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        var d = day;
        if (count == 0)
        {
            while (!IsOpen(d)) d = d.AddDays(1);
            return d;
        }
        while (count > 0)
        {
            d = d.AddDays(1);
            if (IsOpen(d)) count--;
        }
        return d;
    }

    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsOpen(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    public static int Count(DateOnly from, DateOnly to)
    {
        var n = 0;
        for (var d = from.AddDays(1); d <= to; d = d.AddDays(1))
            if (IsOpen(d)) n++;
        return n;
    }

    private static bool[] Build()
    {
        var open = new bool[new DateOnly(2061, 1, 1).DayNumber - First.DayNumber];
        for (var i = 0; i < open.Length; i++)
            open[i] = First.AddDays(i).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
        for (var year = 1985; year <= 2060; year++)
            foreach (var day in Holidays(year)) open[day.DayNumber - First.DayNumber] = false;
        return open;
    }

    private static IEnumerable<DateOnly> Holidays(int year)
    {
        var easter = Easter(year);
        yield return Substituted(new DateOnly(year, 1, 1));
        yield return easter.AddDays(-2);
        yield return easter.AddDays(1);
        yield return year is 1995 or 2020 ? new DateOnly(year, 5, 8) : Monday(year, 5, 1);
        yield return year is 2002 or 2012 ? new DateOnly(year, 6, 4) : year == 2022 ? new DateOnly(2022, 6, 2) : Monday(year, 5, 25);
        yield return Monday(year, 8, 25);
        var christmas = new DateOnly(year, 12, 25);
        yield return Substituted(christmas);
        yield return christmas.DayOfWeek == DayOfWeek.Sunday ? christmas.AddDays(1)
            : christmas.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday ? christmas.AddDays(3) : christmas.AddDays(1);
        DateOnly? extra = year switch
        {
            2002 => new(2002, 6, 3),
            2011 => new(2011, 4, 29),
            2012 => new(2012, 6, 5),
            2022 => new(2022, 6, 3),
            2023 => new(2023, 5, 8),
            _ => null,
        };
        if (extra is { } one) yield return one;
        if (year == 2022) yield return new DateOnly(2022, 9, 19);
    }

    private static DateOnly Substituted(DateOnly d) =>
        d.DayOfWeek == DayOfWeek.Saturday ? d.AddDays(2) : d.DayOfWeek == DayOfWeek.Sunday ? d.AddDays(d.Month == 12 ? 2 : 1) : d;

    private static DateOnly Monday(int year, int month, int onOrAfter)
    {
        var d = new DateOnly(year, month, onOrAfter);
        while (d.DayOfWeek != DayOfWeek.Monday) d = d.AddDays(1);
        return d;
    }

    // The anonymous Gregorian computus.
    private static DateOnly Easter(int y)
    {
        int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7, m = (a + (11 * h) + (22 * l)) / 451;
        var month = (h + l - (7 * m) + 114) / 31;
        return new DateOnly(y, month, ((h + l - (7 * m) + 114) % 31) + 1);
    }
}

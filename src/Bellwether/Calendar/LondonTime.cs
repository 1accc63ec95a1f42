namespace Bellwether.Calendar;

/// <summary>
/// British Summer Time by rule, since a host may have no time-zone data: from 01:00 UTC on the last Sunday of March to
/// 01:00 UTC on the last Sunday of October (Summer Time Order 2002 and the orders before it). From 1981 to 1995 it ended
/// on the Sunday after the fourth Saturday of October. Years before 1981 are read with the rule of 1981.
/// </summary>
public static class LondonTime
{
    /// <summary>The date in London at a moment.</summary>
    public static DateOnly DateOf(DateTimeOffset moment) => DateAt(moment.UtcTicks / TimeSpan.TicksPerMinute)!.Value;

    /// <summary>The date in London at a time given as minutes since 1 January 0001 in UTC; null when that is outside the calendar.</summary>
    internal static DateOnly? DateAt(long utcMinutes)
    {
        const int minutesPerDay = 24 * 60;
        if (utcMinutes < 0) return null;
        long day = (utcMinutes + (IsSummer(utcMinutes) ? 60 : 0)) / minutesPerDay;
        return day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)day) : null;
    }

    private static bool IsSummer(long utcMinutes)
    {
        long day = utcMinutes / (24 * 60);
        if (day > DateOnly.MaxValue.DayNumber) return false;
        int year = DateOnly.FromDayNumber((int)day).Year;
        return utcMinutes >= OneOClock(SundayOnOrBefore(new(year, 3, 31))) && utcMinutes < OneOClock(End(year));
    }

    private static DateOnly End(int year) => SundayOnOrBefore(new(year, 10, year switch { >= 1996 => 31, >= 1990 => 28, _ => 29 }));

    private static DateOnly SundayOnOrBefore(DateOnly date) => date.AddDays(-(int)date.DayOfWeek);

    private static long OneOClock(DateOnly date) => (date.DayNumber * 24L * 60) + 60;
}

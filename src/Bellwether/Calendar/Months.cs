namespace Bellwether.Calendar;

/// <summary>Calendar-month arithmetic: same day number, clamped to the month's end (31 October + 4 months = 28 or 29 February).</summary>
public static class Months
{
    public static DateOnly Add(DateOnly date, int months) => date.AddMonths(months);

    /// <summary>
    /// Whole months from a to b: the greatest n with a + n months &lt;= b, so 31 January to 28 February is 1.
    /// Negative when b is before a.
    /// </summary>
    public static int Between(DateOnly a, DateOnly b)
    {
        int months = ((b.Year - a.Year) * 12) + b.Month - a.Month;
        return b.Day >= a.Day || b.Day == DateTime.DaysInMonth(b.Year, b.Month) ? months : months - 1;
    }
}

/// <summary>
/// Ages turn on birthdays. Someone born on 29 February has the birthday on 1 March in a common year: a person attains an
/// age at the commencement of the anniversary of the birth (Family Law Reform Act 1969, section 9), and the day after
/// 28 February is the first that is not before it. Months(12 × n) would say 28 February; use it for spans, never for ages.
/// </summary>
public static class Ages
{
    /// <summary>Age in completed years at the close of <paramref name="at"/>. Before birth it is negative: −1 in the year before, so unborn is −1.</summary>
    public static int On(DateOnly born, DateOnly at)
    {
        int years = at.Year - born.Year;
        return Birthday(born, years) <= at ? years : years - 1;
    }

    /// <summary>The day on which the age of <paramref name="n"/> years is reached.</summary>
    public static DateOnly Birthday(DateOnly born, int n)
    {
        int year = born.Year + n;
        bool leapBirth = born is { Month: 2, Day: 29 };
        return leapBirth && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new DateOnly(year, born.Month, born.Day);
    }
}

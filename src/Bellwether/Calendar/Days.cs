namespace Bellwether.Calendar;

/// <summary>
/// Dates as day numbers, the form in which columns keep them (0 is 1 January 0001). Two numbers are no dates:
/// nobody wrote it down (<see cref="Unknown"/>), and it has not happened (<see cref="None"/>).
/// </summary>
public static class Days
{
    public const int Unknown = int.MinValue;
    public const int None = int.MinValue + 1;

    public static bool IsDate(int day) => day >= 0;

    public static int Of(DateOnly date) => date.DayNumber;

    /// <exception cref="ArgumentOutOfRangeException">The number is <see cref="Unknown"/>, <see cref="None"/> or outside the calendar.</exception>
    public static DateOnly Date(int day) => DateOnly.FromDayNumber(day);
}

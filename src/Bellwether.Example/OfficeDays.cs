using Bellwether.Calendar;

namespace Bellwether.Example;

/// <summary>Steps over working days, for making dates with.</summary>
internal static class OfficeDays
{
    public static bool IsOpen(DateOnly day) => WorkingDays.IsWorkingDay(day);

    /// <summary>The <paramref name="count"/>th working day after <paramref name="day"/>; 0 gives the day itself, or the next working day if it is none.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        if (count == 0) return IsOpen(day) ? day : WorkingDays.NthAfter(day, 1);
        return WorkingDays.NthAfter(day, count);
    }

    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsOpen(day)) day = day.AddDays(-1);
        return day;
    }
}

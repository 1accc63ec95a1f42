using Bellwether.Calendar;

namespace Bellwether.Extracts;

/// <summary>
/// Counts the days on which things happened, to work out when an extract was taken. The data date is the latest such day that two
/// others stand beside in the 31 days before it, so that one mistyped year does not carry the whole extract into the future;
/// in a very small extract one other within 92 days, else the latest day there is. Where many things happen every day, a day must also
/// hold a twentieth of what the four weeks before it held daily, or follow with no empty weekday between: a mistyped day is no data date.
/// </summary>
internal sealed class DayCounts
{
    private const int Weeks = 28;
    private const decimal Busy = 5;
    private const decimal Share = 0.05m;

    private readonly Dictionary<int, int> _counts = [];
    private readonly HashSet<int> _kept = [];

    public void Count(int day) => _counts[day] = _counts.GetValueOrDefault(day) + 1;

    /// <summary>A day that may lie in the future: it speaks only where nothing else does.</summary>
    public void CountKept(int day) => _kept.Add(day);

    /// <summary>The data date; null where nothing dated was read.</summary>
    public DateOnly? DataDate()
    {
        if (_counts.Count == 0) return _kept.Count == 0 ? null : Days.Date(_kept.Max());
        var sorted = _counts.Keys.Order().ToArray();
        var at = Latest(sorted, 3, 31) ?? Latest(sorted, 2, 92) ?? sorted.Length - 1;
        while (at + 1 < sorted.Length && EmptyWeekdays(sorted[at], sorted[at + 1]) == 0) at++;
        return Days.Date(sorted[at]);
    }

    private int? Latest(int[] sorted, int wanted, int window)
    {
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            var near = 0;
            for (var j = i; j >= 0 && sorted[i] - sorted[j] <= window && near < wanted; j--) near += _counts[sorted[j]];
            if (near >= wanted && IsBusyEnough(sorted, i)) return i;
        }
        return null;
    }

    private bool IsBusyEnough(int[] sorted, int at)
    {
        var before = 0;
        for (var j = at - 1; j >= 0 && sorted[at] - sorted[j] <= Weeks; j--) before += _counts[sorted[j]];
        var daily = (decimal)before / Weeks;
        return daily < Busy || _counts[sorted[at]] >= daily * Share;
    }

    private static int EmptyWeekdays(int from, int to)
    {
        if (to - from > 7) return to - from;
        return Enumerable.Range(from + 1, to - from - 1).Count(d => Days.Date(d).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }
}

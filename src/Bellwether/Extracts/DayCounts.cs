using Bellwether.Calendar;

namespace Bellwether.Extracts;

/// <summary>
/// Counts the days on which things happened, to work out when an extract was taken: the latest of them that is no stray.
/// Where many things happen daily (five and more over the four weeks before), a stray is a day with fewer than three, or less than
/// a twentieth of that, unless no weekday before it is empty: quiet weekends count, a mistyped day next week does not. Elsewhere it is a day
/// more than 92 days after the one before (in an extract of under ten days, three years) that has no two others within a month: a mistyped year.
/// </summary>
internal sealed class DayCounts
{
    private const int Weeks = 28;
    private const int Busy = 5;
    private const int Few = 10;

    private readonly int[] _counts = new int[CellValue.Latest - CellValue.Earliest + 1];
    private readonly HashSet<int> _kept = [];

    public void Count(int day) => _counts[day - CellValue.Earliest]++;

    /// <summary>Adds what another has counted.</summary>
    public void Add(DayCounts other)
    {
        for (var d = 0; d < _counts.Length; d++) _counts[d] += other._counts[d];
        _kept.UnionWith(other._kept);
    }

    /// <summary>A day that may lie in the future: it speaks only where nothing else does.</summary>
    public void CountKept(int day) => _kept.Add(day);

    /// <summary>The data date; null where nothing dated was read.</summary>
    public DateOnly? DataDate()
    {
        int[] sorted = [.. Enumerable.Range(0, _counts.Length).Where(d => _counts[d] > 0).Select(d => d + CellValue.Earliest)];
        if (sorted.Length == 0) return _kept.Count == 0 ? null : Days.Date(_kept.Max());
        var at = sorted.Length - 1;
        while (at > 0 && !IsSolid(sorted, at)) at--;
        while (at + 1 < sorted.Length && EmptyWeekdays(sorted[at], sorted[at + 1]) == 0) at++;
        return Days.Date(sorted[at]);
    }

    private bool IsSolid(int[] sorted, int at)
    {
        var before = 0;
        for (var j = at - 1; j >= 0 && sorted[at - 1] - sorted[j] < Weeks; j--) before += Of(sorted[j]);
        var count = Of(sorted[at]);
        var gap = sorted[at] - sorted[at - 1];
        if (before >= Busy * Weeks) return gap <= Weeks && count >= 3 && count * 20 * Weeks >= before;
        if (gap <= (sorted.Length < Few ? 3 * 366 : 92)) return true;
        var near = 0;
        for (var j = at; j >= 0 && sorted[at] - sorted[j] <= 31; j--) near += Of(sorted[j]);
        return near >= 3;
    }

    private int Of(int day) => _counts[day - CellValue.Earliest];

    private static int EmptyWeekdays(int from, int to)
    {
        if (to - from > 7) return to - from;
        return Enumerable.Range(from + 1, to - from - 1).Count(d => Days.Date(d).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }
}

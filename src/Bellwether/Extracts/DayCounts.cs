using Bellwether.Calendar;

namespace Bellwether.Extracts;

/// <summary>
/// Counts the days on which things happened, to work out when an extract was taken. The data date is the latest such day that two
/// others stand beside in the 31 days before it, so that one mistyped year does not carry the whole extract into the future;
/// in a very small extract one other within 92 days, else the latest day there is.
/// </summary>
internal sealed class DayCounts
{
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
        return Days.Date(Latest(sorted, 3, 31) ?? Latest(sorted, 2, 92) ?? sorted[^1]);
    }

    private int? Latest(int[] sorted, int wanted, int window)
    {
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            var near = 0;
            for (var j = i; j >= 0 && sorted[i] - sorted[j] <= window && near < wanted; j--) near += _counts[sorted[j]];
            if (near >= wanted) return sorted[i];
        }
        return null;
    }
}

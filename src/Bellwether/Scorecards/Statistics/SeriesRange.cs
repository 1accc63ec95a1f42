using Bellwether.Calendar;

namespace Bellwether.Scorecards;

/// <summary>The least and the greatest value of a series, with the months that had them.</summary>
/// <param name="Lowest">Unrounded.</param>
/// <param name="LowestIn">Every month that had it, oldest first.</param>
/// <param name="Highest">Unrounded.</param>
/// <param name="HighestIn">Every month that had it, oldest first.</param>
public sealed record SeriesRange(decimal Lowest, IReadOnlyList<Month> LowestIn, decimal Highest, IReadOnlyList<Month> HighestIn)
{
    /// <summary>None under two points: one is no range.</summary>
    public static Answer<SeriesRange> Of(IReadOnlyList<SeriesPoint> points)
    {
        if (points.Count < 2) return Answer<SeriesRange>.None("not enough points: a range takes two at least");
        var (lowest, highest) = (points.Min(p => p.Value), points.Max(p => p.Value));
        return new SeriesRange(lowest, In(lowest), highest, In(highest));

        List<Month> In(decimal value) => [.. points.Where(p => p.Value == value).Select(p => p.Month)];
    }
}

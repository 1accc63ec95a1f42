using Bellwether.Calendar;

namespace Bellwether.Scorecards;

/// <summary>One month of a series.</summary>
/// <param name="Month">The month.</param>
/// <param name="Value">In the unit shown, unrounded.</param>
/// <param name="Numerator">Null where it is not known.</param>
/// <param name="Denominator">Null for counts, and where it is not known.</param>
public sealed record SeriesPoint(Month Month, decimal Value, decimal? Numerator = null, decimal? Denominator = null)
{
    /// <summary>The months of a line that have a figure, oldest first. A month that was not over at the data date is left out where it counts events.</summary>
    public static IReadOnlyList<SeriesPoint> Of(IEnumerable<Rated> trend) =>
        [.. trend.Where(t => t.Figure.Value is not null && (t.Figure.Window == Window.Snapshot || t.Figure.Last == t.Month.Last))
            .Select(t => new SeriesPoint(t.Month, t.Figure.Value!.Value, t.Figure.Numerator, t.Figure.Denominator))];
}

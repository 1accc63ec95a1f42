namespace Bellwether.Publications;

/// <summary>A rating word that stands in the margin of a chart; the writer gives it its tint.</summary>
public enum BandWord { Red, Amber, Green }

/// <summary>
/// One stretch of the value axis and the rating that it earns. <paramref name="From"/> and <paramref name="To"/> are in the
/// chart's unit; null means open at that end. The drawing does not say on which side an edge itself falls: the definition does.
/// </summary>
public sealed record ChartBand(BandWord Word, decimal? From, decimal? To);

/// <summary>
/// One month of a trend. <paramref name="Value"/> null means there is no figure (never zero), and <paramref name="Missing"/> says
/// why in a few words. <paramref name="Target"/> null means that no target was in force. <paramref name="Bands"/> empty or null
/// means that the month is not rated. <paramref name="Label"/> is the month in words, "Jun 2017": what follows the first space is
/// drawn on a second line.
/// </summary>
public sealed record TrendPoint(
    string Label,
    decimal? Value,
    bool Provisional = false,
    string? Missing = null,
    decimal? Target = null,
    IReadOnlyList<ChartBand>? Bands = null);

/// <summary>
/// Something that happened and may explain the line. <paramref name="Point"/> is the index of the month (0 is the first).
/// With <paramref name="BreaksSeries"/> the figures before and from that month do not compare, and the line is cut before it.
/// </summary>
public sealed record ChartEvent(int Number, int Point, string Text, bool BreaksSeries = false);

/// <summary>Another area's figures, one for each point of the chart; null where it has none.</summary>
public sealed record ChartComparator(string Name, IReadOnlyList<decimal?> Values);

/// <summary>
/// A line over months, said without any drawing words: the SVG and the Office writers each draw it in their own way.
/// <see cref="Id"/> is unique on its page, letters, digits and hyphens. At most three comparators. The axis starts at zero
/// unless <see cref="AxisFrom"/> states another foot (then the drawing says so), or a value lies below it.
/// </summary>
public sealed record TrendChart
{
    public required string Id { get; init; }

    /// <summary>What the chart says, about ten words.</summary>
    public required string Headline { get; init; }

    /// <summary>Measure, area, period and unit.</summary>
    public required string Subtitle { get; init; }

    /// <summary>"%" stands at the number; any other unit, such as "days", follows it after a space; empty for counts.</summary>
    public required string Unit { get; init; }

    public required int Decimals { get; init; }

    public required IReadOnlyList<TrendPoint> Points { get; init; }

    public IReadOnlyList<ChartEvent> Events { get; init; } = [];

    public IReadOnlyList<ChartComparator> Comparators { get; init; } = [];

    public decimal? AxisFrom { get; init; }
}

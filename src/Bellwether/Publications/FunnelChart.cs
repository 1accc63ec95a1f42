namespace Bellwether.Publications;

/// <summary>One area of a funnel: how many cases, and its percentage. <paramref name="Outside"/> where chance does not explain it.</summary>
public sealed record FunnelDot(string Name, decimal Cases, decimal Value, bool Outside, bool Own = false);

/// <summary>The two limits at one number of cases, in per cent.</summary>
public sealed record FunnelEdge(decimal Cases, decimal Low, decimal High, decimal WideLow, decimal WideHigh);

/// <summary>
/// Percentages by number of cases between limits that narrow as the cases grow. <see cref="Words"/> says what lies outside; the names of those are
/// drawn, the others stand in the table behind the chart.
/// </summary>
public sealed record FunnelChart
{
    public required string Id { get; init; }

    /// <summary>What the chart says, about ten words.</summary>
    public required string Headline { get; init; }

    /// <summary>Measure, areas, period and unit.</summary>
    public required string Subtitle { get; init; }

    /// <summary>The whole of it in a sentence.</summary>
    public required string Words { get; init; }

    public required decimal Mean { get; init; }

    public required IReadOnlyList<FunnelDot> Dots { get; init; }

    /// <summary>From the fewest to the most cases.</summary>
    public required IReadOnlyList<FunnelEdge> Edges { get; init; }
}

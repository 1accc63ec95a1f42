namespace Bellwether.Publications;

/// <summary>
/// The last months of one indicator as a line without axis. Its figures stand as text beside it, so it is never the only bearer
/// of a fact. A null value is a gap. <paramref name="Targets"/> is empty, or has one entry for each value.
/// </summary>
public sealed record Sparkline(
    string Id,
    string Label,
    string Unit,
    int Decimals,
    IReadOnlyList<decimal?> Values,
    IReadOnlyList<decimal?> Targets);

/// <summary>
/// One row of a breakdown. <paramref name="Value"/> null is drawn as its reason in words, never as an empty bar.
/// <paramref name="Low"/> and <paramref name="High"/> are the ends (inclusive) of the range to compare with, both or neither.
/// </summary>
public sealed record BarRow(string Name, decimal? Value, string? Missing = null, decimal? Low = null, decimal? High = null);

/// <summary>Bars from zero, one for each district or team, in the order given, with the target as one line across them.</summary>
public sealed record BarRange(
    string Id,
    string Headline,
    string Subtitle,
    string Unit,
    int Decimals,
    IReadOnlyList<BarRow> Rows,
    decimal? Target = null,
    string RangeName = "range");

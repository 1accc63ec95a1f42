namespace Bellwether.Writers.Svg;

/// <summary>One label at the right-hand end of a line. <see cref="Y"/> is where the line ends, <see cref="At"/> where the text may stand.</summary>
internal sealed record EndLabel(string Text, double X, double Y, bool Bold)
{
    public double At { get; init; } = Y;
}

internal static class EndLabels
{
    /// <summary>
    /// Moves labels apart until each is <paramref name="gap"/> from the next, keeping their order and staying between
    /// <paramref name="top"/> and <paramref name="bottom"/> as long as they fit there.
    /// </summary>
    public static IReadOnlyList<EndLabel> Spread(IEnumerable<EndLabel> labels, double gap, double top, double bottom)
    {
        var sorted = labels.OrderBy(l => l.Y).ToList();
        var at = sorted.Select(l => l.Y).ToArray();
        for (var i = 0; i < at.Length; i++) at[i] = Math.Max(at[i], i == 0 ? top : at[i - 1] + gap);
        for (var i = at.Length - 1; i >= 0; i--) at[i] = Math.Min(at[i], i == at.Length - 1 ? bottom : at[i + 1] - gap);
        return [.. sorted.Select((l, i) => l with { At = at[i] })];
    }
}

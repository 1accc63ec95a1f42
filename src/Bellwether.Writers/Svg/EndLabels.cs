namespace Bellwether.Writers.Svg;

/// <summary>One label at the right-hand end of a line. <see cref="Y"/> is where the line ends, <see cref="At"/> where the text may stand.</summary>
internal sealed record EndLabel(string Text, double X, double Y, string Stroke, string? Dash)
{
    public double At { get; init; } = Y;

    public bool Bold => Dash is null;
}

internal static class EndLabels
{
    /// <summary>
    /// Moves labels apart until each is <paramref name="gap"/> from the next, as little as possible in sum of squares, keeping
    /// their order and staying between <paramref name="top"/> and <paramref name="bottom"/> as long as they fit there.
    /// </summary>
    public static IReadOnlyList<EndLabel> Spread(IEnumerable<EndLabel> labels, double gap, double top, double bottom)
    {
        var sorted = labels.OrderBy(l => l.Y).ToList();
        // Less i gaps each, "at least a gap apart" becomes "not falling": pool neighbours that fall to their mean.
        var pools = new List<(double Sum, int Count)>();
        for (var i = 0; i < sorted.Count; i++)
        {
            pools.Add((sorted[i].Y - (i * gap), 1));
            while (pools.Count > 1 && pools[^2].Sum / pools[^2].Count > pools[^1].Sum / pools[^1].Count)
            {
                var last = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = (pools[^1].Sum + last.Sum, pools[^1].Count + last.Count);
            }
        }
        var lowest = Math.Max(top, bottom - ((sorted.Count - 1) * gap));
        var at = pools.SelectMany(p => Enumerable.Repeat(Math.Clamp(p.Sum / p.Count, top, lowest), p.Count));
        return [.. sorted.Zip(at, (label, y) => (label, y)).Select((pair, i) => pair.label with { At = pair.y + (i * gap) })];
    }
}

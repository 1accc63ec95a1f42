namespace Bellwether.Scorecards;

/// <summary>One area of a funnel.</summary>
/// <param name="Name">What a reader sees.</param>
/// <param name="Cases">Its denominator.</param>
/// <param name="Value">Its share in per cent.</param>
/// <param name="Outside">95 or 99.8 where it lies outside that limit, the wider one first; null inside both.</param>
public sealed record FunnelArea(string Name, decimal Cases, decimal Value, decimal? Outside);

/// <summary>The limits at one number of cases, in per cent, cut at 0 and 100.</summary>
public sealed record FunnelLimits(decimal Cases, decimal Low, decimal High, decimal WideLow, decimal WideHigh);

/// <summary>
/// Areas by how many cases they have: an area with few strays further by chance alone. Limits around the share of all areas together, at 95 %
/// (1.96 sigmas) and 99.8 % (3.09).
/// </summary>
/// <param name="Mean">The share of all together, in per cent.</param>
/// <param name="Areas">In the order given.</param>
/// <param name="Limits">From the fewest to the most cases.</param>
public sealed record FunnelPlot(decimal Mean, IReadOnlyList<FunnelArea> Areas, IReadOnlyList<FunnelLimits> Limits)
{
    private const decimal Inner = 1.96m;
    private const decimal Outer = 3.09m;
    private const int FewestAreas = 3;
    private const int Steps = 40;

    /// <summary>The funnel. None under three areas with a case, or where all are met or none is.</summary>
    public static Answer<FunnelPlot> Of(IReadOnlyList<(string Name, decimal Numerator, decimal Denominator)> areas)
    {
        var used = areas.Where(a => a.Denominator > 0).ToList();
        if (used.Count < FewestAreas) return Answer<FunnelPlot>.None($"not enough areas: {used.Count} with a case, and a funnel takes {FewestAreas}");
        var share = used.Sum(a => a.Numerator) / used.Sum(a => a.Denominator);
        if (share is <= 0 or >= 1) return Answer<FunnelPlot>.None("every area has the same share, so there is nothing to tell apart");
        var (least, most) = (used.Min(a => a.Denominator), used.Max(a => a.Denominator));
        var limits = Enumerable.Range(0, Steps + 1).Select(s => Math.Max(1, least * 0.8m) + ((most * 1.1m) - Math.Max(1, least * 0.8m)) * s / Steps).Select(n => At(share, n)).ToList();
        return new FunnelPlot(100 * share, [.. used.Select(a => Area(a.Name, a.Numerator, a.Denominator, share))], limits);
    }

    /// <summary>"2 of 7 lie outside what chance explains: Dunmarsh below the 99.8% limit."</summary>
    public string Words
    {
        get
        {
            var outside = Areas.Where(a => a.Outside is not null).OrderByDescending(a => a.Outside).ToList();
            if (outside.Count == 0) return $"None of the {Areas.Count} lies outside what chance explains: their differences may be no more than that.";
            return $"{outside.Count} of {Areas.Count} {(outside.Count == 1 ? "lies" : "lie")} outside what chance explains: "
                + string.Join(", ", outside.Select(a => $"{a.Name} {(a.Value < Mean ? "below" : "above")} the {BandWords.Plain(a.Outside!.Value)}% limit")) + ".";
        }
    }

    private static FunnelArea Area(string name, decimal numerator, decimal cases, decimal share)
    {
        var (value, inner, outer) = (100 * numerator / cases, ProportionChart.Around(share, cases, Inner), ProportionChart.Around(share, cases, Outer));
        return new(name, cases, value, value < outer.Lower || value > outer.Upper ? 99.8m : value < inner.Lower || value > inner.Upper ? 95m : null);
    }

    private static FunnelLimits At(decimal share, decimal cases)
    {
        var (inner, outer) = (ProportionChart.Around(share, cases, Inner), ProportionChart.Around(share, cases, Outer));
        return new(cases, Cut(inner.Lower), Cut(inner.Upper), Cut(outer.Lower), Cut(outer.Upper));
    }

    private static decimal Cut(decimal value) => Math.Clamp(value, 0, 100);
}

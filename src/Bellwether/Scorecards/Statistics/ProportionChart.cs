namespace Bellwether.Scorecards;

/// <summary>
/// Limits of shares that stand on few cases: wide where there are few, narrow where there are many (p-chart).
/// Not cut off at 0 and 100, so that the outer thirds stay where the rules want them; a page prints the cut.
/// The square root is taken in doubles and turned to decimal once, rounded to ten places.
/// </summary>
public static class ProportionChart
{
    /// <summary>Sigmas of the limits of a chart over time.</summary>
    public const decimal OverTime = 3m;

    /// <summary>Below so many cases in a month a share is judged by these limits and not by XmR's.</summary>
    public const int FewCases = 50;

    /// <summary>Limits in per cent, one for each point, around the share of all points together. None without a case, or under six points.</summary>
    /// <param name="points">Numerator and denominator; a denominator of 0 is a fault of the caller, such a month has no figure.</param>
    /// <param name="sigmas">3 over time; 1.96 and 3.09 for the two funnels of a funnel plot across areas.</param>
    public static Answer<IReadOnlyList<ControlLimits>> Limits(IReadOnlyList<(decimal Numerator, decimal Denominator)> points, decimal sigmas = OverTime)
    {
        if (points.Count < Xmr.FewestPoints)
            return Answer<IReadOnlyList<ControlLimits>>.None($"not enough points: {points.Count}, and limits take {Xmr.FewestPoints} at least");
        var cases = points.Sum(p => p.Denominator);
        if (cases <= 0 || points.Any(p => p.Denominator <= 0)) return Answer<IReadOnlyList<ControlLimits>>.None("there are no cases");
        var share = points.Sum(p => p.Numerator) / cases;
        return new Answer<IReadOnlyList<ControlLimits>>([.. points.Select(p => Around(share, p.Denominator, sigmas))], "");
    }

    /// <summary>The limits around a share (0 to 1) at so many cases, in per cent.</summary>
    internal static ControlLimits Around(decimal share, decimal cases, decimal sigmas)
    {
        var sigma = Math.Sqrt((double)(share * (1 - share) / cases));
        var half = Math.Round(100m * sigmas * (decimal)sigma, 10, MidpointRounding.AwayFromZero);
        return new ControlLimits(100m * share, (100m * share) - half, (100m * share) + half);
    }
}

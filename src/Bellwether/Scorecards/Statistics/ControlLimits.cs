namespace Bellwether.Scorecards;

/// <summary>Where a point is expected to lie if nothing has changed.</summary>
/// <param name="Mean">The middle line.</param>
/// <param name="Lower">Lower limit; a point on it is inside.</param>
/// <param name="Upper">Upper limit; a point on it is inside.</param>
public sealed record ControlLimits(decimal Mean, decimal Lower, decimal Upper)
{
    /// <summary>Two thirds of the way down: below it is the outer third.</summary>
    public decimal NearLower => Mean - ((Mean - Lower) * 2 / 3);

    /// <summary>Two thirds of the way up.</summary>
    public decimal NearUpper => Mean + ((Upper - Mean) * 2 / 3);
}

/// <summary>Limits of a chart of single values (XmR).</summary>
/// <param name="Limits">The same for every point.</param>
/// <param name="MeanRange">Mean moving range the limits stand on.</param>
/// <param name="Points">Points of the baseline.</param>
/// <param name="Screened">Moving ranges left out as too large to be of the usual run.</param>
public sealed record Xmr(ControlLimits Limits, decimal MeanRange, int Points, int Screened)
{
    /// <summary>The least points limits are worked out from at all.</summary>
    public const int FewestPoints = 6;

    /// <summary>From so many points on limits are firm; with fewer they are trial limits.</summary>
    public const int FirmPoints = 13;

    /// <summary>True where there are too few points for firm limits.</summary>
    public bool IsTrial => Points < FirmPoints;

    /// <summary>
    /// Mean ± 2.66 × mean moving range, all in decimal. Screened, moving ranges of 3.267 times their mean and more are left out once and the
    /// mean is taken again (as NHSRplotthedots does; the NHS spreadsheet does not), unless only ranges of nought would be left. None under <see cref="FewestPoints"/> points.
    /// </summary>
    public static Answer<Xmr> Of(IReadOnlyList<decimal> values, bool screen = true)
    {
        if (values.Count < FewestPoints) return Answer<Xmr>.None($"not enough points: {values.Count}, and limits take {FewestPoints} at least");
        var mean = values.Average();
        var ranges = values.Skip(1).Zip(values, (now, before) => Math.Abs(now - before)).ToList();
        var meanRange = ranges.Average();
        var kept = screen ? ranges.Where(r => r < 3.267m * meanRange).ToList() : ranges;
        // Where a series hardly ever moves, its few moves are all there is to go by: without them every one would be a signal.
        if (kept.Count == 0 || kept.All(r => r == 0)) kept = ranges;
        var usual = kept.Average();
        return new Xmr(new ControlLimits(mean, mean - (2.66m * usual), mean + (2.66m * usual)), usual, values.Count, ranges.Count - kept.Count);
    }
}

using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>What the latest point says of the run.</summary>
public enum VariationKind
{
    /// <summary>Nothing but chance.</summary>
    NoSignal,

    /// <summary>A change for the better.</summary>
    Improving,

    /// <summary>A change for the worse.</summary>
    Worsening,

    /// <summary>A change, where neither way is better.</summary>
    Changed,
}

/// <summary>Whether the run, as it goes, meets a target.</summary>
public enum Assurance
{
    /// <summary>No target, or neither way is better.</summary>
    None,

    /// <summary>The limits lie wholly on the good side.</summary>
    ConsistentlyMet,

    /// <summary>The target lies between the limits: some months meet it, some don't, by chance.</summary>
    HitOrMiss,

    /// <summary>The limits lie wholly on the bad side.</summary>
    ConsistentlyMissed,
}

/// <summary>
/// A second opinion beside the rating, never in its place: is the latest point more than the usual up and down? By an XmR chart, or where a
/// share stands on fewer than fifty cases in some month by limits that follow the denominators.
/// </summary>
/// <param name="Kind">Of the latest point.</param>
/// <param name="Signal">The rule that fired on it.</param>
/// <param name="Assurance">Against the target in force.</param>
/// <param name="Latest">Limits of the latest point.</param>
/// <param name="Points">The series.</param>
/// <param name="Signals">One for each point.</param>
/// <param name="ByDenominator">True for limits that follow the denominators.</param>
public sealed record Variation(
    VariationKind Kind, Signal Signal, Assurance Assurance, ControlLimits Latest, IReadOnlyList<SeriesPoint> Points, IReadOnlyList<Signal> Signals, bool ByDenominator)
{
    /// <summary>True where there are fewer than thirteen points.</summary>
    public bool IsTrial => Points.Count < Xmr.FirmPoints;

    /// <summary>
    /// Judges a series of single periods. None for a rolling, year-to-date or financial-year series, or a quarter asked every month: values share months, so limits come out
    /// too narrow; ask with the monthly figures. None under six points or where all are
    /// the same, either.
    /// </summary>
    /// <param name="points">Oldest first.</param>
    /// <param name="window">The window the points were asked with.</param>
    /// <param name="shape">Polarity and unit.</param>
    /// <param name="target">The target value in force; null for none.</param>
    public static Answer<Variation> Of(IReadOnlyList<SeriesPoint> points, Window window, Shape shape, decimal? target)
    {
        var everyMonth = points.Zip(points.Skip(1), (a, b) => b.Month.Since(a.Month)).Any(gap => gap < 3);
        if (window is Window.Rolling12 or Window.Rolling3Years or Window.YearToDate or Window.FinancialYear || (window == Window.Quarter && everyMonth))
            return Answer<Variation>.None("the figures share months with one another, so limits would come out too narrow");
        if (points.Count >= Xmr.FewestPoints && points.All(p => p.Value == points[0].Value))
            return Answer<Variation>.None($"all {points.Count} figures are the same, so nothing varies");
        var byDenominator = shape.Show == Indicators.Show.Percentage && points.All(p => p is { Numerator: >= 0, Denominator: > 0 } && p.Numerator <= p.Denominator)
            && points.Any(p => p.Denominator < ProportionChart.FewCases);
        var limits = byDenominator ? ProportionChart.Limits([.. points.Select(p => (p.Numerator!.Value, p.Denominator!.Value))]) : Single(points);
        if (!limits.IsGiven) return Answer<Variation>.None(limits.Because);
        var signals = Scorecards.Signals.Find([.. points.Select(p => p.Value)], limits.Value);
        var now = signals[^1];
        var kind = now.Rule == SignalRule.None ? VariationKind.NoSignal
            : shape.Better == Better.Neutral ? VariationKind.Changed
            : now.IsUp == (shape.Better == Better.Higher) ? VariationKind.Improving : VariationKind.Worsening;
        return new Variation(kind, now, Against(limits.Value[^1], shape.Better, target), limits.Value[^1], points, signals, byDenominator);
    }

    /// <summary>A target on a limit is still within reach of chance.</summary>
    private static Assurance Against(ControlLimits limits, Better better, decimal? target) => (better, target) switch
    {
        (Better.Neutral, _) or (_, null) => Assurance.None,
        (Better.Higher, { } t) => t < limits.Lower ? Assurance.ConsistentlyMet : t > limits.Upper ? Assurance.ConsistentlyMissed : Assurance.HitOrMiss,
        (_, { } t) => t > limits.Upper ? Assurance.ConsistentlyMet : t < limits.Lower ? Assurance.ConsistentlyMissed : Assurance.HitOrMiss,
    };

    private static Answer<IReadOnlyList<ControlLimits>> Single(IReadOnlyList<SeriesPoint> points)
    {
        var xmr = Xmr.Of([.. points.Select(p => p.Value)]);
        return xmr.IsGiven ? new Answer<IReadOnlyList<ControlLimits>>([.. Enumerable.Repeat(xmr.Value.Limits, points.Count)], "")
            : Answer<IReadOnlyList<ControlLimits>>.None(xmr.Because);
    }
}

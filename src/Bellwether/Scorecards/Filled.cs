using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>One figure with its rating.</summary>
/// <param name="Month">The month whose last day it was asked at.</param>
public sealed record Rated(Month Month, Figure Figure, Judgement Judgement)
{
    /// <summary>The last annual figure, where the month has none of its own; null otherwise. It is neither rated nor compared.</summary>
    public AnnualFigure? Carried { get; init; }
}

/// <summary>A figure of a whole year, as a values file brought it.</summary>
/// <param name="Year">As written: 2015/16.</param>
/// <param name="Value">In the unit shown.</param>
public sealed record AnnualFigure(string Year, decimal Value);

/// <summary>One line of a scorecard.</summary>
/// <param name="Definition">The indicator.</param>
/// <param name="Bound">It, or the variant shown.</param>
/// <param name="Variant">The variant's name where the line is one; empty otherwise.</param>
/// <param name="Title">As printed.</param>
/// <param name="Shape">How it is shown and which way is better.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Window">The window of every figure on the line.</param>
/// <param name="Trend">Month by month, oldest first; the last is the period's.</param>
public sealed record FilledRow(
    Definition Definition, BoundIndicator Bound, string Variant, string Title, Shape Shape, Owner Owner, Window Window, IReadOnlyList<Rated> Trend)
{
    /// <summary>The period's figure.</summary>
    public Rated Now => Trend[^1];

    /// <summary>The month before's.</summary>
    public Rated? Before => Trend.Count > 1 ? Trend[^2] : null;

    /// <summary>Change on the month before, in the unit shown; null where either has no value.</summary>
    public decimal? Change => Now.Figure.Value - Before?.Figure.Value;

    /// <summary>
    /// "The target changed on 1 April 2017, from 75% to 80%: ratings before and after do not compare." where the bands of this month are not those
    /// of the month before; empty otherwise.
    /// </summary>
    public string TargetChanged => ChangedAt(Trend.Count - 1);

    /// <summary>The same for any month of the trend; empty for the first.</summary>
    public string ChangedAt(int month)
    {
        if (month < 1 || Trend[month].Judgement.Target is not { } now || Trend[month - 1].Judgement.Target is not { } before || now.HasBandsOf(before)) return "";
        var what = now.Value != before.Value ? $"from {BandWords.Edge(before.Value, Shape)} to {BandWords.Edge(now.Value, Shape)}"
            : $"its amber edge, from {Edge(before)} to {Edge(now)}";
        return $"The target changed on {EnglishDate.Format(now.From)}, {what}: ratings before and after do not compare.";

        string Edge(Target target) => target.AmberEdge is { } edge ? BandWords.Edge(edge, Shape) : "none";
    }

    /// <summary>Rated worse than the month before, by the same bands or others.</summary>
    public bool IsNewlyWorse => Now.Judgement.Rating is { } now && Before?.Judgement.Rating is { } before && now < before;
}

/// <summary>A scorecard filled with figures for one period.</summary>
/// <param name="Id">The scorecard's id.</param>
/// <param name="Title">As printed.</param>
/// <param name="Period">The month.</param>
/// <param name="LastDay">The day it was asked at: the month's last, or the data date where the month was not over then.</param>
/// <param name="Rows">In the scorecard's own order.</param>
public sealed record FilledScorecard(string Id, string Title, Month Period, DateOnly LastDay, IReadOnlyList<FilledRow> Rows)
{
    /// <summary>How many lines have that rating; null counts those not rated.</summary>
    public int Count(Rating? rating) => Rows.Count(r => r.Now.Judgement.Rating == rating);

    /// <summary>For a page: newly worse first, then red, amber, not rated, green; the scorecard's order within each.</summary>
    public IEnumerable<FilledRow> WorstFirst() => Rows.OrderBy(r => r.IsNewlyWorse ? 0 : r.Now.Judgement.Rating switch
    {
        Rating.Red => 1,
        Rating.Amber => 2,
        null => 3,
        _ => 4,
    });
}

/// <summary>A variant of an indicator beside the indicator's own figure.</summary>
/// <param name="Name">The variant's name.</param>
/// <param name="Title">For readers.</param>
/// <param name="Rated">Its figure, rated by the indicator's own bands.</param>
/// <param name="NearMiss">
/// Cases not met by the definition and met by the variant, where both stand on the same base; null where they do not or counts are not known.
/// </param>
public sealed record VariantLine(string Name, string Title, Rated Rated, decimal? NearMiss)
{
    /// <summary>All that meets the definition meets the variant too, so that its numerator is the definition's with the near misses.</summary>
    public bool HoldsAll { get; init; }
}

/// <summary>One member of a breakdown.</summary>
/// <param name="Code">The member's code.</param>
/// <param name="Label">What a reader sees.</param>
/// <param name="Rated">Its figure, rated by its own target, else by the authority's.</param>
public sealed record MemberLine(string Code, string Label, Rated Rated);

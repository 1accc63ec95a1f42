using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>
/// Figures of one authority, as known at one time, with targets, ratings and owners beside them: what every page and command reads,
/// through the gate. Rating never rounds; printing always does, last.
/// </summary>
/// <param name="figures">The figures.</param>
/// <param name="catalogue">The definitions.</param>
/// <param name="commitments">Targets, owners, milestones, change points and forecasts.</param>
/// <param name="values">What values files brought, oldest load first.</param>
public sealed class Performance(Figures figures, Catalogue catalogue, Commitments commitments, IReadOnlyList<KeyedValue> values)
{
    private readonly KeyedFigures _keyed = new(values, catalogue);

    /// <summary>Months a scorecard's trend holds, the period's own included.</summary>
    public const int TrendMonths = 13;

    /// <summary>The definitions.</summary>
    public Catalogue Catalogue => catalogue;

    /// <summary>Targets, owners, milestones, change points and forecasts.</summary>
    public Commitments Commitments => commitments;

    /// <summary>What values files brought.</summary>
    public KeyedFigures Keyed => _keyed;

    /// <summary>The same figures beside other targets: for a change of a file of the home.</summary>
    public Performance With(Commitments other) => new(figures, catalogue, other, values);

    /// <summary>The figures, unrated.</summary>
    public Figures Figures => figures;

    /// <summary>The month shown where none is asked for.</summary>
    public Month LatestMonth => figures.LatestMonth;

    /// <summary>The day a month's figures are asked at: its last, or the data date where the month was not over then.</summary>
    public DateOnly LastDayOf(Month month) => figures.LastDayOf(month);

    /// <summary>Fills a scorecard for a month.</summary>
    /// <param name="scorecard">Which.</param>
    /// <param name="period">The month.</param>
    /// <param name="months">How many months of trend, the period's own included.</param>
    public FilledScorecard Fill(Indicators.Definitions.Scorecard scorecard, Month period, int months = TrendMonths) => new(
        scorecard.Id, scorecard.Title, period, LastDayOf(period),
        [.. catalogue.On(scorecard, period.Last).Select(found => Row(found, period, months))]);

    /// <summary>One indicator's line, with its trend.</summary>
    public FilledRow Row(Found found, Month period, int months = TrendMonths, Window? window = null)
    {
        var definition = found.Entry.Definition;
        var variant = definition.Variants.FirstOrDefault(v => v.Name == found.Variant);
        var asked = window ?? Figures.DefaultWindow(found);
        var shape = ShapeOf(found);
        var trend = Enumerable.Range(1 - months, months).Select(back => period.Add(back)).ToList();
        var series = figures.Series(found, asked, [.. trend.Select(LastDayOf)]);
        return new FilledRow(definition, found.Bound!, found.Variant, variant is null ? definition.Title : $"{definition.Title}: {variant.Title}", shape,
            commitments.Owners.Of(definition.Id), asked, [.. trend.Zip(series, (month, figure) => Rate(found, shape, month, figure, ""))]);
    }

    /// <summary>One figure on a day, rated.</summary>
    public Rated At(Found found, DateOnly day, Window? window = null) =>
        Rate(found, ShapeOf(found), Month.Of(day), figures.At(found, window ?? Figures.DefaultWindow(found), day), "");

    /// <summary>The indicator's variants on a day, with the near misses each one names.</summary>
    public IReadOnlyList<VariantLine> Variants(Found found, DateOnly day, Window? window = null)
    {
        var own = figures.At(found, window ?? Figures.DefaultWindow(found), day);
        return [.. found.Entry.Definition.Variants.Select(v =>
        {
            var variant = new Found(found.Entry, v.Name);
            var figure = figures.At(variant, Figures.WindowOr(variant, own.Window), day);
            // Counted case by case, for a variant need not hold all that the definition does; of keyed figures there is only the difference.
            var isOfOneBase = ShapeOf(variant).Show == Show.Percentage && own.Denominator is not null && own.Denominator == figure.Denominator && own.Window == figure.Window;
            var near = !isOfOneBase ? null : own.IsKeyed || figure.IsKeyed ? figure.Numerator - own.Numerator : figures.NearMisses(found, variant, own.Window, day);
            return new VariantLine(v.Name, v.Title, Rate(variant, ShapeOf(variant), Month.Of(day), figure, ""), near > 0 ? near : null) { HoldsAll = figure.Numerator == own.Numerator + near };
        })];
    }

    /// <summary>The figure of every member of a breakdown; they sum to the total.</summary>
    public IReadOnlyList<MemberLine> By(Found found, string breakdown, DateOnly day, Window? window = null) =>
        Lines(found, breakdown, day, figures.By(found, window ?? Figures.DefaultWindow(found), day, breakdown));

    /// <summary>The figure of each member of one breakdown that something falls to, without some children's cases or of one cohort, rated the same way.</summary>
    public IReadOnlyList<MemberLine> By(Found found, Breakdown breakdown, DateOnly day, Window? window = null) =>
        Lines(found, breakdown.By, day, figures.By(found, window ?? Figures.DefaultWindow(found), day, breakdown));

    /// <summary>
    /// The figure of every pair of members that something falls to, crossed or of one cohort, rated by the first member's target, else as
    /// <see cref="TargetOf"/> gives the authority's.
    /// </summary>
    public IReadOnlyList<MemberLine> Crossed(Found found, Breakdown breakdown, DateOnly day, Window? window = null) =>
        [.. figures.By(found, window ?? Figures.DefaultWindow(found), day, breakdown).Select(figure => new MemberLine($"{figure.Member}/{figure.And}",
            $"{figures.Label(breakdown.By, figure.Member)}, {figures.Label(breakdown.And, figure.And)}",
            Rate(found, ShapeOf(found), Month.Of(day), figure, AreaOf(breakdown.By, figure.Member))))];

    private IReadOnlyList<MemberLine> Lines(Found found, string breakdown, DateOnly day, IReadOnlyList<Figure> members) =>
        [.. members.Select(figure => new MemberLine(
            figure.Member, figures.Label(breakdown, figure.Member), Rate(found, ShapeOf(found), Month.Of(day), figure, AreaOf(breakdown, figure.Member))))];

    /// <summary>What a target calls one member of a breakdown: a district or team by its code, any other with the breakdown's name before it.</summary>
    public static string AreaOf(string breakdown, string member) => breakdown is "district" or "team" ? member : $"{breakdown}:{member}";

    /// <summary>How an indicator or variant is shown and rated.</summary>
    public static Shape ShapeOf(Found found) => new(
        found.Bound?.Show switch { null => Show.Count, Show.PercentageOf => Show.Percentage, var show => show.Value }, found.Entry.Definition.BetterOf(found.Variant),
        found.Entry.Definition.DecimalsOf(found.Variant));

    /// <summary>
    /// The target in force for an indicator on a day: the area's own, else the authority's where the unit has no size of its own. A count or a
    /// sum of another window than the definition's own has none: a year's target says nothing of a month.
    /// </summary>
    public Target? TargetOf(Found found, string area, DateOnly day, Window window)
    {
        if (window != Figures.DefaultWindow(found) && ShapeOf(found).Show is Show.Count or Show.Sum or Show.Rate) return null;

        // A target is a percentage, a count or a rate, as its indicator is; a variant shown another way has none.
        if (found.Bound?.Show != found.Entry.Bound?.Show) return null;

        // Nor has one that asks the opposite: 30 % without work is no 30 % in work.
        if (ShapeOf(found).Better != found.Entry.Definition.Better) return null;
        var own = InForce(area);
        if (own is not null || area.Length == 0) return own;
        // A share or a mean of a district compares with the county's target; a count does not.
        return ShapeOf(found).Show is Show.Count or Show.Sum ? null : InForce("");

        // A profile of events says what a stretch of months should bring, not what this window should hold.
        Target? InForce(string of) => commitments.Targets.InForce(found.Entry.Definition.Id, of, day) is { } target && !(target.IsProfile && Adds(found)) ? target : null;
    }

    /// <summary>True for a count of events, whose months add up.</summary>
    public static bool Adds(Found found) => ShapeOf(found).Show is Show.Count or Show.Sum && found.Bound!.Form is CaseForm.Dated or CaseForm.OpenInWindow;

    private Rated Rate(Found found, Shape shape, Month month, Figure figure, string area)
    {
        var target = TargetOf(found, area, figure.Last, figure.Window);
        if (target is not null && TargetRules.Bands(target, shape.Better) is { Length: > 0 } fault) throw new ShelfException(commitments.Targets.File, target.Line, fault);
        var rated = new Rated(month, figure, Rater.Rate(figure, shape, target));
        if (figure.Value is not null || figure.None is not (NoValue.NotComputable or NoValue.NotGiven) || _keyed.LatestYear(found, figure.Member, figure.Last) is not { } year) return rated;
        var why = $"Carried forward from {year.Year}: {BandWords.Number(year.Value, shape)}. It is an annual figure, so there is neither a change nor a new rating.";
        return rated with { Carried = year, Judgement = rated.Judgement with { Reason = why } };
    }
}

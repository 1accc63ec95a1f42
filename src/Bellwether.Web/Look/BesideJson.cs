using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;

namespace Bellwether.Web.Look;

/// <summary>What stands beside figures, as JSON: the same from a page and from the command line.</summary>
public static class BesideJson
{
    /// <summary>Second opinions: topic, words, and their numbers by name.</summary>
    public static List<Dictionary<string, object?>> Of(SecondOpinions said) => [.. said.Lines.Select(l =>
    {
        var line = new Dictionary<string, object?> { ["topic"] = l.Topic, ["words"] = l.Words };
        foreach (var (name, value) in l.Numbers ?? new Dictionary<string, object?>()) line[name] = value;
        return line;
    })];

    /// <summary>Linked measures, each with its figure and rating.</summary>
    public static List<Dictionary<string, object?>> Of(IReadOnlyList<Linked> linked) => [.. linked.Select(l => new Dictionary<string, object?>
    {
        ["how"] = l.How, ["indicator"] = l.Found.Entry.Definition.Id, ["variant"] = l.Found.Variant.Length > 0 ? l.Found.Variant : null, ["title"] = FigureJson.TitleOf(l.Found),
        ["at"] = l.Rated.Figure.Last, ["window"] = Calendar.Windows.Name(l.Rated.Figure.Window), ["value"] = l.Rated.Figure.Value,
        ["display"] = l.Rated.Figure.Value is { } value ? BandWords.Number(value, l.Shape) : null, ["rating"] = l.Rated.Judgement.Rating?.ToString(), ["reason"] = l.Rated.Judgement.Reason,
    })];

    /// <summary>What an indicator serves.</summary>
    public static List<Dictionary<string, object?>> Of(IReadOnlyList<Priority> priorities) =>
        [.. priorities.Select(p => new Dictionary<string, object?> { ["id"] = p.Id, ["title"] = p.Title, ["plan"] = p.Plan, ["link"] = p.Link.Length > 0 ? p.Link : null })];

    /// <summary>The indicators of a scorecard by two breakdowns crossed.</summary>
    public static Dictionary<string, object?> Of(CrossedAreas crossed) => new()
    {
        ["period"] = crossed.Period.ToString(),
        ["by"] = crossed.By,
        ["and"] = crossed.And,
        ["indicators"] = crossed.Rows.Select(r => new Dictionary<string, object?>
        {
            ["indicator"] = r.Row.Definition.Id,
            ["title"] = r.Row.Title,
            ["value"] = r.Row.Now.Figure.Value,
            ["rating"] = r.Row.Now.Judgement.Rating?.ToString(),
            ["masked"] = r.Masked.Length > 0 ? r.Masked : null,
            ["cells"] = r.Cells.Select(c => new Dictionary<string, object?>
            {
                ["member"] = c.Rated.Figure.Member,
                ["and"] = c.Rated.Figure.And,
                ["label"] = c.Label,
                ["value"] = c.Rated.Figure.Value,
                ["numerator"] = c.Rated.Figure.Numerator,
                ["denominator"] = c.Rated.Figure.Denominator,
                ["rating"] = c.Rated.Judgement.Rating?.ToString(),
            }).ToList(),
        }).ToList(),
        ["left_out"] = crossed.LeftOut,
    };

    /// <summary>The change on the month before by district; null where it can't be taken apart.</summary>
    public static List<Dictionary<string, object?>>? ByDistrict(SecondOpinions said) => said.Districts.Value is not { } change ? null : [.. change.Groups.Select((g, i) => new Dictionary<string, object?>
    {
        ["district"] = g.Name, ["numerator_before"] = g.NumeratorBefore, ["denominator_before"] = g.DenominatorBefore, ["numerator"] = g.NumeratorNow, ["denominator"] = g.DenominatorNow,
        ["rate_effect"] = change.Parts?.Parts[i].Rate, ["mix_effect"] = change.Parts?.Parts[i].Mix,
    })];

    /// <summary>One published measure beside a figure.</summary>
    public static Dictionary<string, object?> Of(BenchmarkBeside beside)
    {
        var of = beside.Line.Comparison;
        return new()
        {
            ["measure"] = beside.Line.Lait.Length > 0 ? beside.Line.Lait : null,
            ["comparability"] = beside.Line.Tag,
            ["comparability_words"] = beside.Line.TagText,
            ["title"] = of?.Measure.Title,
            ["year"] = of?.Year,
            ["period"] = of?.Measure.Period(of.Year),
            ["published"] = of?.Own.Number,
            ["published_symbol"] = of?.Own.Number is null ? of?.Own.Mark : null,
            ["previous"] = of?.Previous.Number,
            ["change"] = of?.Change,
            ["now"] = beside.Now,
            ["since_published"] = beside.Since,
            ["improved_since_published"] = beside.Improved,
            ["sn_model"] = of?.ModelName,
            ["sn_mean"] = of?.NeighbourMean,
            ["sn_median"] = of?.NeighbourMedian,
            ["sn_reported"] = of?.NeighboursReported,
            ["sn_listed"] = of?.Neighbours.Count,
            ["region"] = of?.Region.Number,
            ["region_name"] = of?.RegionArea?.Name,
            ["england"] = of?.England.Number,
            ["rank"] = of?.Rank,
            ["ranked"] = of?.Ranked,
            ["quartile"] = of?.Quartile,
            ["would_rank"] = beside.WouldRank,
            ["high"] = Extreme(of?.Highest, of?.Points?.Highest),
            ["low"] = Extreme(of?.Lowest, of?.Points?.Lowest),
            ["best"] = of?.Best.Select(a => a.Name).ToList(),
            ["worst"] = of?.Worst.Select(a => a.Name).ToList(),
            ["groups"] = beside.Groups.Select(g => new Dictionary<string, object?>
            {
                ["group"] = g.Group.Name,
                ["from"] = g.Group.From,
                ["owner"] = g.Group.Owner,
                ["mean"] = g.Mean,
                ["median"] = g.Median,
                ["reported"] = g.Reported,
                ["listed"] = g.Group.Authorities.Count,
                ["not_found"] = g.Unknown,
            }).ToList(),
            ["notes"] = of?.Notes,
        };
    }

    /// <summary>The national summary.</summary>
    public static Dictionary<string, object?> Of(NationalSummary summary, Month period) => new()
    {
        ["period"] = period.ToString(),
        ["words"] = summary.Words,
        ["improved"] = summary.Improved,
        ["worse"] = summary.Worse,
        ["compared"] = summary.Compared,
        ["without_published_measure"] = summary.Unpublished,
        ["indicators"] = summary.Lines.Select(l => new Dictionary<string, object?>(Of(l.Published))
        {
            ["indicator"] = l.Row.Definition.Id,
            ["code"] = l.Row.Definition.Code,
            ["indicator_title"] = l.Row.Title,
            ["better"] = l.Row.Shape.Better,
            ["display"] = l.Row.Now.Figure.Value is { } v ? BandWords.Number(v, l.Row.Shape) : null,
        }).ToList(),
    };

    /// <summary>The indicators of a scorecard by area.</summary>
    public static Dictionary<string, object?> Of(AreaGrid grid) => new()
    {
        ["period"] = grid.Period.ToString(),
        ["by"] = grid.Breakdown,
        ["areas"] = grid.Areas.Select(a => new Dictionary<string, object?> { ["code"] = a.Code, ["name"] = a.Name }).ToList(),
        ["indicators"] = grid.Rows.Select(r => new Dictionary<string, object?>
        {
            ["indicator"] = r.Row.Definition.Id,
            ["title"] = r.Row.Title,
            ["value"] = r.Row.Now.Figure.Value,
            ["rating"] = r.Row.Now.Judgement.Rating?.ToString(),
            ["masked"] = r.Masked.Length > 0 ? r.Masked : null,
            ["areas"] = r.Cells.Select((c, i) => new Dictionary<string, object?>
            {
                ["code"] = grid.Areas[i].Code,
                ["value"] = c?.Rated.Figure.Value,
                ["numerator"] = c?.Rated.Figure.Numerator,
                ["denominator"] = c?.Rated.Figure.Denominator,
                ["target"] = c?.Rated.Judgement.Target?.Value,
                ["own_target"] = c?.Rated.Judgement.Target?.Area == grid.Areas[i].Code,
                ["rating"] = c?.Rated.Judgement.Rating?.ToString(),
                ["trend"] = r.Trends[i],
            }).ToList(),
        }).ToList(),
        ["left_out"] = grid.LeftOut,
    };

    /// <summary>A target as it stands in the file.</summary>
    public static Dictionary<string, object?> Of(Target t) => new()
    {
        ["indicator"] = t.Indicator,
        ["area"] = t.Area.Length > 0 ? t.Area : null,
        ["from"] = t.From,
        ["to"] = t.To,
        ["target"] = t.Value,
        ["amber"] = t.AmberEdge,
        ["kind"] = t.Kind,
        ["reason"] = t.Reason,
        ["source"] = t.Source,
        ["source_date"] = t.SourceDate,
        ["approved_by"] = t.ApprovedBy,
        ["line"] = t.Line,
    };

    /// <summary>A change of a target.</summary>
    public static Dictionary<string, object?> Of(TargetChange c) => new()
    {
        ["when"] = IsoTime.FormatToSecond(c.When),
        ["who"] = c.Who,
        ["indicator"] = c.Indicator,
        ["area"] = c.Area.Length > 0 ? c.Area : null,
        ["before"] = c.Before.Length > 0 ? c.Before : null,
        ["after"] = c.After,
    };

    /// <summary>One indicator as first told and as now, the changes between, and the usual drift.</summary>
    public static Dictionary<string, object?> Of(ReportedSeries reported, IReadOnlyList<Restatement> log, Answer<RevisionTriangle> drift) => new()
    {
        ["loads"] = reported.Tellings.Select(t => new Dictionary<string, object?> { ["load"] = t.Load, ["on"] = t.On, ["data_date"] = t.DataDate }).ToList(),
        ["months"] = reported.Months.Where(m => reported.First(m) is not null).Select(m => new Dictionary<string, object?>
        {
            ["period"] = m.ToString(),
            ["first_reported"] = reported.First(m)!.Value.Figure.Value,
            ["first_load"] = reported.First(m)!.Value.Telling.Load,
            ["now"] = reported.Now(m)!.Value.Figure.Value,
            ["change"] = reported.Now(m)!.Value.Figure.Value - reported.First(m)!.Value.Figure.Value,
        }).ToList(),
        ["restatements"] = log.Select(r => new Dictionary<string, object?>
        {
            ["period"] = r.Month.ToString(),
            ["load"] = r.By.Load,
            ["before"] = r.Before.Value,
            ["after"] = r.After.Value,
            ["reason"] = r.Reason,
        }).ToList(),
        ["drift"] = drift.Value?.Lags.Select(l => new Dictionary<string, object?>
        {
            ["months_after"] = l.Lag,
            ["next_step"] = l.Step,
            ["least"] = l.Least,
            ["most"] = l.Most,
            ["seen"] = l.Seen,
            ["to_end"] = l.ToEnd,
        }).ToList(),
        ["drift_is_share"] = drift.Value?.IsShare,
        ["drift_because"] = drift.IsGiven ? null : drift.Because,
    };

    private static Dictionary<string, object?>? Extreme(IReadOnlyList<PublishedArea>? areas, double? value) =>
        areas is not { Count: > 0 } ? null : new() { ["value"] = value, ["authorities"] = areas.Select(a => a.Name).ToList() };
}

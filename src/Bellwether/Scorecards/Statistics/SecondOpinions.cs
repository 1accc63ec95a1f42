using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>One second opinion.</summary>
/// <param name="Topic">"Direction of travel".</param>
/// <param name="Words">Whole sentences.</param>
public sealed record Opinion(string Topic, string Words);

/// <summary>A change on the month before, taken apart by district.</summary>
/// <param name="Groups">Every district with a case at one of the two times.</param>
/// <param name="Parts">Rate and mix for a percentage; null for a count, whose districts' differences are the parts.</param>
/// <param name="Change">Of the whole, in the unit shown.</param>
public sealed record DistrictChange(IReadOnlyList<GroupChange> Groups, Decomposition? Parts, decimal Change);

/// <summary>What arithmetic says beside a rating: sentences, and the change on the month before by district. Nothing of it changes a rating.</summary>
/// <param name="Lines">In the order of the page.</param>
/// <param name="Districts">With a reason where the change can't be taken apart.</param>
public sealed record SecondOpinions(IReadOnlyList<Opinion> Lines, Answer<DistrictChange> Districts)
{
    /// <summary>Stocks with the indicators of who comes and who goes.</summary>
    private static readonly (string Stock, string In, string Out)[] Flows =
    [
        ("children-looked-after", "care-starts", "care-ends"),
        ("cp-plans-open", "cp-plans-started", "cp-plans-ended"),
    ];

    /// <summary>The opinions on the last month of a line, over the months it holds.</summary>
    /// <param name="performance">For the same indicator's single months, its flows and its districts.</param>
    /// <param name="found">The indicator or variant of the line.</param>
    /// <param name="row">The line as charted.</param>
    public static SecondOpinions Of(Performance performance, Found found, FilledRow row)
    {
        var window = found.Bound!.Form is CaseForm.Dated or CaseForm.OpenInWindow ? Window.Month : Window.Snapshot;
        var monthly = window == row.Window ? row : performance.Row(found, row.Now.Month, row.Trend.Count, window);
        List<Opinion> lines = [.. OverTime(row, monthly, window), .. OfFigure(row)];
        if (row.Now.Figure.Value is not null && row.Shape.Show == Show.Count && found.Variant.Length == 0 && !row.Now.Figure.IsKeyed)
            lines.AddRange(window == Window.Month ? FlowAhead(row, monthly) : StockAhead(performance, row));
        return new SecondOpinions([.. lines.Where(l => l.Words.Length > 0)], ByDistrict(performance, found, row));
    }

    private static IEnumerable<Opinion> OverTime(FilledRow row, FilledRow monthly, Window window)
    {
        var (shown, single) = (SeriesPoint.Of(row.Trend), SeriesPoint.Of(monthly.Trend));
        // A target of a year's count says nothing of a month's; a share or a mean compares over any stretch.
        var target = row.Window == window || row.Shape.Show is Show.Percentage or Show.Mean or Show.Ratio or Show.Median ? Target(row) : null;
        var variation = Variation.Of(single, window, row.Shape, target);
        yield return new Opinion("Direction of travel",
            OpinionWords.Direction(DirectionOfTravel.Of(shown, row.Shape.Better), row.Shape, row.Window is not (Window.Month or Window.Week or Window.Snapshot)));
        yield return new Opinion("Variation", OpinionWords.Variation(variation, row.Shape, window));
        yield return new Opinion("As it runs", OpinionWords.Assurance(variation, row.Shape, target));
        yield return new Opinion("Range", OpinionWords.Range(SeriesRange.Of(shown), row.Shape));
    }

    private static IEnumerable<Opinion> OfFigure(FilledRow row)
    {
        var (figure, shape, target) = (row.Now.Figure, row.Shape, Target(row));
        if (figure.Value is not { } value) yield break;
        Answer<Interval>? interval = (shape.Show, figure.Numerator, figure.Denominator) switch
        {
            (Show.Percentage, { } n, { } d) => Intervals.Wilson(n, d),
            (Show.Rate, { } n, _) => Intervals.Rate(value, n),
            (Show.Count, _, _) => Intervals.Count(value),
            _ => null,
        };
        if (interval is not null) yield return new Opinion("How sure", OpinionWords.Interval(interval, shape, target));
        if (shape.Show == Show.Percentage && figure.Denominator is { } cases && SmallNumbers.Note(cases) is { Length: > 0 } note)
            yield return new Opinion("Small numbers", $"Of {BandWords.Plain(cases)}, {note}.");
        if (target is { } goal) yield return new Opinion("To the target", OpinionWords.Required(value, goal, row.Now.Month, YearEnd(row.Now.Month), shape));
    }

    private static IEnumerable<Opinion> FlowAhead(FilledRow row, FilledRow monthly)
    {
        var recent = Unbroken(monthly);
        var gone = row.Now.Month.Since(Month.Of(FinancialYear.Of(row.Now.Month.First).First)) + 1;
        var due = YearEnd(row.Now.Month);
        if (gone == Projections.Year) yield break;
        if (recent.Count < gone)
        {
            yield return new Opinion("Year’s end", "Not enough months: one of this year’s has no whole figure.");
            yield break;
        }
        decimal[] all = [.. recent.Select(r => r.Value)];
        var (soFar, last) = (all[^gone..], all[^Math.Min(Projections.Year, all.Length)..]);
        yield return new Opinion("Year’s end", $"{OpinionWords.Projected(Projections.ByYearToDate(soFar, last), $"April to {due.Label}")} "
            + $"{OpinionWords.Projected(Projections.ByLastTwelve(soFar, last), "or")} A projection, not a rating.");
    }

    private static IEnumerable<Opinion> StockAhead(Performance performance, FilledRow row)
    {
        var pair = Flows.FirstOrDefault(f => f.Stock == row.Definition.Id);
        if (pair.Stock is null || performance.Catalogue.Find(pair.In) is not { Bound: not null } start || performance.Catalogue.Find(pair.Out) is not { Bound: not null } end) yield break;
        var came = performance.Row(start, row.Now.Month, row.Trend.Count, Window.Month).Trend;
        var left = performance.Row(end, row.Now.Month, row.Trend.Count, Window.Month).Trend;
        var months = new List<(decimal Opening, decimal In, decimal Out)>();
        for (var m = 1; m < row.Trend.Count; m++)
            if ((row.Trend[m - 1].Figure.Value, came[m].Figure.Value, left[m].Figure.Value, came[m].Figure.Last == came[m].Month.Last) is ({ } o, { } i, { } e, true)) months.Add((o, i, e));
        if (row.Before?.Figure.Value is { } opening && came[^1].Figure.Value is { } coming && left[^1].Figure.Value is { } leaving)
            yield return new Opinion("Stock and flow", $"Since {row.Before.Month.Label}: {new FlowReconciliation(opening, coming, leaving, row.Now.Figure.Value!.Value).Words}");
        var due = YearEnd(row.Now.Month);
        if (due.Since(row.Now.Month) > 0)
            yield return new Opinion("Year’s end", $"{OpinionWords.Projected(Projections.OfStock(row.Now.Figure.Value!.Value, months, due.Since(row.Now.Month)), due.Label)} A projection, not a rating.");
    }

    private static Answer<DistrictChange> ByDistrict(Performance performance, Found found, FilledRow row)
    {
        if (!row.Definition.Breakdowns.Contains("district", StringComparer.Ordinal)) return Answer<DistrictChange>.None("it is not broken down by district");
        if (row.Shape.Show is not (Show.Percentage or Show.Count) || row.Before is not { Figure.Value: not null } before || row.Now.Figure.Value is null)
            return Answer<DistrictChange>.None("only a percentage or a count with a figure in both months can be taken apart");
        if (row.Now.Figure.IsKeyed || before.Figure.IsKeyed) return Answer<DistrictChange>.None("a keyed figure has no districts behind it");
        var then = performance.By(found, "district", before.Figure.Last, row.Window).ToDictionary(l => l.Code);
        var now = performance.By(found, "district", row.Now.Figure.Last, row.Window).ToDictionary(l => l.Code);
        List<GroupChange> groups = [.. then.Keys.Union(now.Keys).Select(code => new GroupChange((now.GetValueOrDefault(code) ?? then[code]).Label,
            Above(then, code), Below(then, code), Above(now, code), Below(now, code))).Where(g => g.NumeratorBefore + g.DenominatorBefore + g.NumeratorNow + g.DenominatorNow > 0)];
        var isWhole = groups.Sum(g => g.NumeratorBefore) == before.Figure.Numerator && groups.Sum(g => g.NumeratorNow) == row.Now.Figure.Numerator
            && groups.Sum(g => g.DenominatorBefore) == (before.Figure.Denominator ?? 0) && groups.Sum(g => g.DenominatorNow) == (row.Now.Figure.Denominator ?? 0);
        if (!isWhole) return Answer<DistrictChange>.None("the districts’ cases do not add up to the whole");
        if (row.Shape.Show == Show.Count) return new DistrictChange(groups, null, row.Change!.Value);
        var parts = Decomposition.Of(groups);
        return parts.IsGiven ? new DistrictChange(groups, parts.Value, parts.Value.Change) : Answer<DistrictChange>.None(parts.Because);

        static decimal Above(Dictionary<string, MemberLine> lines, string code) => lines.GetValueOrDefault(code)?.Rated.Figure.Numerator ?? 0;
        static decimal Below(Dictionary<string, MemberLine> lines, string code) => lines.GetValueOrDefault(code)?.Rated.Figure.Denominator ?? 0;
    }

    /// <summary>The whole months up to the last without a gap, oldest first; none where the last is not whole.</summary>
    private static List<SeriesPoint> Unbroken(FilledRow monthly)
    {
        var points = SeriesPoint.Of(monthly.Trend);
        var kept = points.Reverse().TakeWhile((p, back) => p.Month == monthly.Now.Month.Add(-back)).ToList();
        kept.Reverse();
        return kept;
    }

    /// <summary>Where neither way is better a target is a plan, and nothing is met or missed.</summary>
    private static decimal? Target(FilledRow row) => row.Shape.Better == Better.Neutral ? null : row.Now.Judgement.Target?.Value;

    private static Month YearEnd(Month month) => Month.Of(FinancialYear.Of(month.First).Last);
}

using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>What lies ahead as arithmetic sees it: the change each month that a target takes, and the year's end. It never replaces a rating.</summary>
internal static class AheadOpinions
{
    /// <summary>Stocks with the indicators of who comes and who goes.</summary>
    private static readonly (string Stock, string In, string Out)[] Flows =
    [
        ("children-looked-after", "care-starts", "care-ends"),
        ("cp-plans-open", "cp-plans-started", "cp-plans-ended"),
    ];

    public static IEnumerable<Opinion> Of(Performance performance, Found found, FilledRow row, FilledRow monthly, Window window)
    {
        if (row.Now.Figure.Value is not { } value) return [];
        List<Opinion> lines = [];
        if (SecondOpinions.Target(row) is { } goal) lines.Add(ToTarget(value, goal, row));
        if (row.Shape.Show != Show.Count || found.Variant.Length > 0) return lines;
        if (Reconciled(performance, row) is { Count: > 0 } sums) lines.AddRange(sums);
        if (row.Now.Figure.IsKeyed) lines.AddRange(KeyedAhead(performance, found, row));
        else lines.AddRange(window == Window.Month ? FlowAhead(row, monthly) : StockAhead(performance, row));
        return lines;
    }

    /// <summary>What would have been projected from the months up to one, for a later one; null where too little was known or nothing is projected.</summary>
    public static decimal? AsOf(Performance performance, Found found, FilledRow row, Month asked, Month due)
    {
        if (row.Shape.Show != Show.Count || asked >= due || FinancialYear.Of(asked.First) != FinancialYear.Of(due.First)) return null;
        if (!Performance.Adds(found)) return FlowsOf(performance, row.Definition.Id, asked, row.Trend.Count) is { } months
            ? Projections.OfStock(performance.Row(found, asked, 1, row.Window).Now.Figure.Value ?? 0, months, due.Since(asked)).Value?.Value : null;
        var gone = asked.Since(Month.Of(FinancialYear.Of(asked.First).First)) + 1;
        var recent = Unbroken(performance.Row(found, asked, Math.Max(gone, Projections.Year), Window.Month));
        return recent.Count < gone ? null : Projections.ByYearToDate([.. recent.TakeLast(gone).Select(p => p.Value)], [.. recent.Select(p => p.Value)]).Value?.Value;
    }

    private static Opinion ToTarget(decimal value, decimal goal, FilledRow row)
    {
        var due = YearEnd(row.Now.Month);
        var needed = Trajectory.RequiredMonthlyChange(value, goal, due.Since(row.Now.Month), row.Shape.Better);
        var words = OpinionWords.Required(value, goal, row.Now.Month, due, row.Shape);
        // The straight line from the last year's end to the target at this one's.
        var start = row.Trend.FirstOrDefault(t => t.Month == due.Add(-Projections.Year))?.Figure.Value;
        if (needed is null || start is not { } from) return new Opinion("To the target", words, needed is null ? null : new Dictionary<string, object?> { ["required_monthly_change"] = needed });
        var line = new Trajectory(due.Add(-Projections.Year), from, due, goal);
        var at = line.At(row.Now.Month);
        return new Opinion("To the target", $"{words} On the straight line from {BandWords.Number(from, row.Shape)} in {line.From.Label} it would stand at {BandWords.Number(at, row.Shape)} now: it is "
            + (line.IsOnTrack(row.Now.Month, value, row.Shape.Better) ? "on track." : "behind."),
            new Dictionary<string, object?> { ["required_monthly_change"] = needed, ["line_now"] = at, ["on_track"] = line.IsOnTrack(row.Now.Month, value, row.Shape.Better) });
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
        var (byYear, byTwelve) = (Projections.ByYearToDate(soFar, last), Projections.ByLastTwelve(soFar, last));
        yield return new Opinion("Year’s end", $"{OpinionWords.Projected(byYear, $"April to {due.Label}")} {OpinionWords.Projected(byTwelve, "or")} A projection, not a rating.",
            Numbers(byYear, byTwelve));
    }

    /// <summary>A keyed count of events, taken for the year to date where no other month of the year was keyed: nothing tells how much months differ.</summary>
    private static IEnumerable<Opinion> KeyedAhead(Performance performance, Found found, FilledRow row)
    {
        var april = Month.Of(FinancialYear.Of(row.Now.Month.First).First);
        var gone = row.Now.Month.Since(april) + 1;
        if (!Performance.Adds(found) || gone == Projections.Year || performance.Keyed.UpTo(found, row.Now.Month.Add(-1).Last).Any(p => p.Month >= april)) yield break;
        var projected = Projections.ByYearToDate([.. Enumerable.Repeat(row.Now.Figure.Value!.Value / gone, gone)], []);
        yield return new Opinion("Year’s end", $"{OpinionWords.Projected(projected, $"April to {YearEnd(row.Now.Month).Label}")} The value from the file is taken for the year to date. A projection, not a rating.", Numbers(projected));
    }

    private static IEnumerable<Opinion> StockAhead(Performance performance, FilledRow row)
    {
        if (FlowsOf(performance, row.Definition.Id, row.Now.Month, row.Trend.Count) is not { } months) yield break;
        var due = YearEnd(row.Now.Month);
        if (due.Since(row.Now.Month) <= 0) yield break;
        var projected = Projections.OfStock(row.Now.Figure.Value!.Value, months, due.Since(row.Now.Month));
        yield return new Opinion("Year’s end", $"{OpinionWords.Projected(projected, due.Label)} A projection, not a rating.", Numbers(projected));
    }

    /// <summary>The stock before with who came and who left, since the month before and since the year began; a difference is named.</summary>
    private static List<Opinion> Reconciled(Performance performance, FilledRow row)
    {
        if (Pair(performance, row.Definition.Id) is not { } pair) return [];
        var stock = performance.Catalogue.Find(row.Definition.Id)!;
        var began = Month.Of(FinancialYear.Of(row.Now.Month.First).First).Add(-1);
        var lines = new List<Opinion>();
        foreach (var since in new[] { row.Now.Month.Add(-1), began }.Distinct())
        {
            var opening = performance.At(stock, since.Last, row.Window).Figure.Value;
            if ((opening, Sum(performance, pair.In, row, since), Sum(performance, pair.Out, row, since)) is not ({ } o, { } i, { } e)) continue;
            var sum = new FlowReconciliation(o, i, e, row.Now.Figure.Value!.Value);
            lines.Add(new Opinion("Stock and flow", $"Since {since.Label}: {sum.Words}", new Dictionary<string, object?>
            {
                ["since"] = since.ToString(),
                ["opening"] = o,
                ["in"] = i,
                ["out"] = e,
                ["closing"] = sum.Closing,
                ["expected"] = sum.Expected,
                ["difference"] = sum.Difference,
            }));
        }
        return lines;
    }

    /// <summary>
    /// Events since a month's end. Month by month, for a year counts a child who left twice once. A keyed flow says which day it ends on and not where it
    /// starts, so it is taken for the year to date.
    /// </summary>
    private static decimal? Sum(Performance performance, Found flow, FilledRow row, Month since)
    {
        var year = performance.At(flow, row.Now.Figure.Last, Window.YearToDate).Figure;
        if (year.IsKeyed) return since == Month.Of(year.First).Add(-1) ? year.Value : null;
        var months = performance.Row(flow, row.Now.Month, row.Now.Month.Since(since), Window.Month).Trend;
        return months.Any(m => m.Figure.Value is null) ? null : months.Sum(m => m.Figure.Value!.Value);
    }

    private static (Found In, Found Out)? Pair(Performance performance, string stock)
    {
        var pair = Array.Find(Flows, f => f.Stock == stock);
        return pair.Stock is not null && performance.Catalogue.Find(pair.In) is { Bound: not null } start && performance.Catalogue.Find(pair.Out) is { Bound: not null } end ? (start, end) : null;
    }

    private static List<(decimal Opening, decimal In, decimal Out)>? FlowsOf(Performance performance, string stock, Month to, int months)
    {
        if (Pair(performance, stock) is not { } pair) return null;
        var open = performance.Row(performance.Catalogue.Find(stock)!, to, months).Trend;
        var came = performance.Row(pair.In, to, months, Window.Month).Trend;
        var left = performance.Row(pair.Out, to, months, Window.Month).Trend;
        var all = new List<(decimal Opening, decimal In, decimal Out)>();
        for (var m = 1; m < months; m++)
            if ((open[m - 1].Figure.Value, came[m].Figure.Value, left[m].Figure.Value, came[m].Figure.Last == came[m].Month.Last) is ({ } o, { } i, { } e, true)) all.Add((o, i, e));
        return all;
    }

    private static Dictionary<string, object?>? Numbers(params Answer<Projection>[] projections)
    {
        var given = projections.Select(p => p.Value).OfType<Projection>().ToList();
        return given.Count == 0 ? null : new()
        {
            ["projections"] = given.Select(p => new Dictionary<string, object?> { ["value"] = p.Value, ["low"] = p.Interval?.Low, ["high"] = p.Interval?.High, ["percent"] = p.Interval?.Percent, ["method"] = p.Method }).ToList(),
        };
    }

    /// <summary>The whole months up to the last without a gap, oldest first; none where the last is not whole.</summary>
    private static List<SeriesPoint> Unbroken(FilledRow monthly)
    {
        var points = SeriesPoint.Of(monthly.Trend);
        var kept = points.Reverse().TakeWhile((p, back) => p.Month == monthly.Now.Month.Add(-back)).ToList();
        kept.Reverse();
        return kept;
    }

    private static Month YearEnd(Month month) => Month.Of(FinancialYear.Of(month.First).Last);
}

using System.CommandLine;
using Bellwether.Calendar;
using Bellwether.Scorecards;
using Bellwether.Web.Look;

namespace Bellwether.Cli.Verbs;

/// <summary><c>summary</c>: own published values beside England, neighbours and the position now; <c>areas</c>: indicators by district or team.</summary>
internal static class ComparingVerbs
{
    public static Command Summary(Terminal terminal)
    {
        var home = Options.Home();
        var period = Options.Period();
        var neighbours = BenchmarkVerb.Neighbours();
        var json = Options.Json();
        var command = new Command("summary", "The national summary: own published values, neighbours, high and low authorities, England, and the position now") { home, period, neighbours, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, null);
            var month = parsed.GetValue(period) ?? desk.LatestMonth;
            var summary = desk.Gate.Summary(month, BenchmarkVerb.Model(parsed.GetValue(neighbours)));
            if (parsed.GetValue(json)) terminal.Envelope("summary", month.Last, BesideJson.Of(summary, month));
            else Print(terminal, summary, month);
            return Exit.Ok;
        });
        return command;
    }

    public static Command Areas(Terminal terminal)
    {
        var home = Options.Home();
        var period = Options.Period();
        var by = new Option<string>("--by") { Description = "district or team", DefaultValueFactory = _ => "district" };
        by.AcceptOnlyFromAmong("district", "team");
        var and = new Option<string?>("--and") { Description = $"Cross it with a second breakdown: {string.Join(", ", AreaGrid.Crossable)}" };
        and.AcceptOnlyFromAmong([.. AreaGrid.Crossable]);
        var restricted = Options.Restricted();
        var json = Options.Json();
        var command = new Command("areas", "The scorecard's indicators by district or team, rated by local targets, perhaps crossed with a second breakdown") { home, period, by, and, restricted, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, null, parsed.GetValue(restricted));
            var month = parsed.GetValue(period) ?? desk.LatestMonth;
            var scorecard = desk.Gate.FirstScorecard ?? throw new UsageException("This home has no scorecard.");
            if (parsed.GetValue(and) is { } second)
            {
                var crossed = desk.Gate.Crossed(scorecard, month, new Indicators.Breakdown(parsed.GetValue(by)!, second));
                if (parsed.GetValue(json))
                {
                    if (desk.Gate.NoticeOfCells.Length > 0) terminal.Warnings.Add(desk.Gate.NoticeOfCells);
                    terminal.Envelope("areas", month.Last, BesideJson.Of(crossed));
                    return Exit.Ok;
                }
                if (desk.Gate.NoticeOfCells.Length > 0) terminal.Line(desk.Gate.NoticeOfCells);
                Print(terminal, crossed);
                return Exit.Ok;
            }
            var grid = desk.Gate.Areas(scorecard, month, parsed.GetValue(by)!);
            if (parsed.GetValue(json)) terminal.Envelope("areas", month.Last, BesideJson.Of(grid));
            else
            {
                terminal.Table(["indicator", "all", .. grid.Areas.Select(a => a.Name)], [.. grid.Rows.Select(r => (IReadOnlyList<string>)
                    [r.Row.Title, Cell(r.Row.Now, r.Row.Shape), .. r.Cells.Select(c => c is null ? "" : Cell(c.Rated, r.Row.Shape))])]);
                foreach (var row in grid.Rows.Where(r => r.Masked.Length > 0)) terminal.Line($"{row.Row.Title}: {row.Masked}");
            }
            return Exit.Ok;
        });
        return command;
    }

    private static void Print(Terminal terminal, CrossedAreas crossed)
    {
        foreach (var row in crossed.Rows)
        {
            terminal.Line($"{row.Row.Title}: {Cell(row.Row.Now, row.Row.Shape)} as a whole");
            terminal.Table([$"{crossed.By}, {crossed.And}", "value", "counts"], [.. row.Cells.Select(c => (IReadOnlyList<string>)
                [c.Label, Cell(c.Rated, row.Row.Shape), Words.Counts(c.Rated.Figure, row.Row.Shape).Trim(' ', '(', ')')])], 1);
            if (row.Masked.Length > 0) terminal.Line(row.Masked);
            terminal.Line();
        }
    }

    /// <summary><c>reported</c>: as first told and as now, with the usual drift of late entry.</summary>
    public static Command Reported(Terminal terminal)
    {
        var indicator = Options.Indicator();
        var home = Options.Home();
        var json = Options.Json();
        var command = new Command("reported", "An indicator's months as first told and as now, why they changed, and the usual drift") { indicator, home, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, null);
            var found = desk.Find(parsed.GetValue(indicator)!, null);
            var shape = Performance.ShapeOf(found);
            var reported = desk.Gate.Reported(found);
            var log = desk.Gate.Restated(found, reported);
            var drift = RevisionTriangle.Of(reported, shape);
            if (parsed.GetValue(json))
            {
                terminal.Envelope("reported", desk.Gate.DataDate, BesideJson.Of(reported, log, drift));
                return Exit.Ok;
            }
            var told = reported.Months.Where(m => reported.First(m) is not null).Select(m => (Month: m, First: reported.First(m)!.Value, Now: reported.Now(m)!.Value));
            terminal.Table(["month", "first told", "by load", "now", "change"], [.. told.Select(m => (IReadOnlyList<string>)
            [
                m.Month.Label, BandWords.Number(m.First.Figure.Value, shape), $"{m.First.Telling.Load}", BandWords.Number(m.Now.Figure.Value, shape),
                BandWords.Plain(Math.Round(m.Now.Figure.Value - m.First.Figure.Value, shape.Decimals, MidpointRounding.AwayFromZero)),
            ])], 1, 2, 3, 4);
            foreach (var r in log) terminal.Line($"{r.Month.Label}: {BandWords.Number(r.Before.Value, shape)} to {BandWords.Number(r.After.Value, shape)} with load {r.By.Load}: {r.Reason}.");
            if (!drift.IsGiven) terminal.Line($"Usual drift: {drift.Because}.");
            return Exit.Ok;
        });
        return command;
    }

    private static void Print(Terminal terminal, NationalSummary summary, Month month)
    {
        terminal.Line(summary.Words);
        terminal.Line();
        terminal.Table(["indicator", "year", "published", "neighbours", "reported", "high", "low", "england", $"now, {month.ShortLabel}", "since", ""], [.. summary.Lines.Select(l => (IReadOnlyList<string>)Line(l))], 2, 3, 5, 6, 7, 8, 9);
    }

    private static string[] Line(SummaryLine line)
    {
        var of = line.Published.Line.Comparison!;
        return
        [
            line.Row.Title, of.Year, of.Own.Number is null ? of.Own.Mark is { Length: > 0 } mark ? mark : "none" : of.Print(of.Own), of.Print(of.NeighbourMedian), $"median of {of.NeighboursReported} of {of.Neighbours.Count}",
            High(of.Points?.Highest, of.Highest), High(of.Points?.Lowest, of.Lowest), of.Print(of.England), Words.Value(line.Row.Now.Figure, line.Row.Shape),
            line.Published.Since is { } since ? of.Print((double)since) : "", line.Published.Improved switch { true => "better", false => "worse", _ => "" },
        ];

        string High(double? value, IReadOnlyList<PublishedArea> areas) => value is { } v ? $"{of.Print(v)} {areas[0].Name}{(areas.Count > 1 ? $" and {areas.Count - 1} more" : "")}" : "";
    }

    private static string Cell(Rated rated, Shape shape) => rated.Figure.Value is null ? "none" : $"{Words.Value(rated.Figure, shape)} {rated.Judgement.Rating switch { Rating.Green => "●", Rating.Amber => "▲", Rating.Red => "■", _ => "–" }}";
}

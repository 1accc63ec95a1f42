using System.CommandLine;
using System.Globalization;
using Bellwether.Scorecards;
using Bellwether.Web.Look;

namespace Bellwether.Cli.Verbs;

/// <summary><c>scorecard</c>: every indicator of a scorecard for a month, rated.</summary>
internal static class ScorecardVerb
{
    public static Command Make(Terminal terminal)
    {
        var home = Options.Home();
        var period = Options.Period();
        var id = new Option<string?>("--scorecard") { Description = "Which scorecard; left out: the home's own, else children" };
        var known = Options.KnownAt();
        var json = Options.Json();
        var command = new Command("scorecard", "A scorecard for a month, rated") { home, period, id, known, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, parsed.GetValue(known));
            var asked = parsed.GetValue(id) ?? desk.Home.Authority.Scorecard;
            var scorecard = desk.Gate.Catalogue.FindScorecard(asked) ?? throw new UsageException(
                $"There is no scorecard \"{asked}\". There are {string.Join(", ", desk.Gate.Catalogue.Scorecards.Select(s => s.Id))}.");
            var month = parsed.GetValue(period) ?? desk.LatestMonth;
            var filled = desk.Gate.Scorecard(scorecard, month);
            if (parsed.GetValue(json))
                terminal.Envelope("scorecard", filled.LastDay, FigureJson.Of(filled));
            else Print(terminal, desk, filled);
            return Exit.Ok;
        });
        return command;
    }

    private static void Print(Terminal terminal, Desk desk, FilledScorecard filled)
    {
        terminal.Line($"{desk.Gate.Council}: {filled.Title}, {filled.Period.Label}"
            + (filled.LastDay == filled.Period.Last ? "" : $" to {Calendar.EnglishDate.Format(filled.LastDay)}, the month not being over then"));
        terminal.Line(string.Create(CultureInfo.InvariantCulture,
            $"■ Red {filled.Count(Rating.Red)}   ▲ Amber {filled.Count(Rating.Amber)}   ● Green {filled.Count(Rating.Green)}   – Not rated {filled.Count(null)}   {(desk.Gate.HasData ? $"Data to {Calendar.EnglishDate.Format(desk.Gate.DataDate)}" : "No dated data loaded")}"));
        terminal.Line();
        terminal.Table(["code", "indicator", "better", "now", "counts", "target", "rating", "before"],
            [.. filled.WorstFirst().Select(r => (IReadOnlyList<string>)
            [
                r.Definition.Code, Shortened(r.Title), r.Shape.Better.ToString(), Words.Value(r.Now.Figure, r.Shape),
                Words.Counts(r.Now.Figure, r.Shape).Trim(' ', '(', ')'),
                r.Now.Judgement.Target is { } t ? BandWords.Edge(t.Value, r.Shape) : "", Words.Rating(r.Now.Judgement),
                r.Before is { } before ? Words.Value(before.Figure, r.Shape) : "",
            ])], 3, 4, 5, 7);
        var silent = filled.Rows.Where(r => r.Now.Figure.Value is null).ToList();
        if (silent.Count == 0) return;
        terminal.Line();
        foreach (var row in silent) terminal.Line($"{row.Definition.Code} {row.Title}: {row.Now.Judgement.Reason}");
    }

    private static string Shortened(string title) => title.Length <= 60 ? title : title[..59] + "…";
}

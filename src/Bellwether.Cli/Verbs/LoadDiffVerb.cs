using System.CommandLine;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Scorecards;
using Bellwether.Storage;
using Bellwether.Web.Look;

namespace Bellwether.Cli.Verbs;

/// <summary><c>load diff</c>: what changed between two loads, kind by kind, and what that did to each line of the scorecard.</summary>
internal static class LoadDiffVerb
{
    public static Command Make(Terminal terminal)
    {
        var home = Options.Home();
        var from = new Option<int?>("--from") { Description = "The earlier load; 0 for nothing; left out: the one before the later" };
        var to = new Option<int?>("--to") { Description = "The later load; left out: the newest" };
        var json = Options.Json();
        var command = new Command("diff", "What changed between two loads, and what that did to each indicator") { home, from, to, json };
        command.SetAction(parsed =>
        {
            using var opened = Home.Open(parsed.GetValue(home)!.FullName, TimeProvider.System);
            LoadDifference difference;
            try { difference = opened.Difference(parsed.GetValue(from), parsed.GetValue(to)); }
            catch (ArgumentException e) { throw new UsageException(e.Message); }
            if (parsed.GetValue(json)) terminal.Envelope("load diff", null, DifferenceJson.Of(difference));
            else Print(terminal, difference);
            return Exit.Ok;
        });
        return command;
    }

    private static void Print(Terminal terminal, LoadDifference difference)
    {
        terminal.Line(difference.From == 0 ? $"From nothing to load {difference.To}" : $"From load {difference.From} to load {difference.To}");
        if (difference.Kinds.Count == 0) terminal.Line("No record changed.");
        else
            terminal.Table(["kind", "added", "changed", "removed", "fields changed"],
                [.. difference.Kinds.Select(k => (IReadOnlyList<string>)
                    [EnglishText.Spoken(k.Kind), EnglishText.Number(k.Added), EnglishText.Number(k.Changed), EnglishText.Number(k.Removed), DifferenceJson.Fields(k)])],
                1, 2, 3);
        if (difference.Effects.Count == 0) return;
        var months = new List<(string Heading, Func<IndicatorEffect, Figure?> Of)>();
        if (difference.Month is { } month)
        {
            months.Add(($"{month.Label}, known then", e => e.Before));
            months.Add(($"{month.Label}, known now", e => e.Restated));
        }
        if (difference.NewMonth is { } newest) months.Add((newest.Label, e => e.Newest));
        terminal.Line();
        terminal.Line($"{EnglishText.Number(difference.Effects.Count(e => e.IsRestated))} of {EnglishText.Number(difference.Effects.Count)} lines of the scorecard changed{(difference.Month is { } m ? $" for {m.Label}" : "")}.");
        terminal.Table(["code", "indicator", .. months.Select(c => c.Heading)],
            [.. difference.Effects.OrderByDescending(e => e.IsRestated).Select(e => (IReadOnlyList<string>)
                [e.Found.Entry.Definition.Code, Short(FigureJson.TitleOf(e.Found)), .. months.Select(c => Said(c.Of(e), e.Shape))])], [.. Enumerable.Range(2, months.Count)]);
    }

    private static string Said(Figure? figure, Shape shape) => figure is null ? "" : $"{Words.Value(figure, shape)}{Words.Counts(figure, shape)}";

    private static string Short(string title) => title.Length <= 50 ? title : title[..49] + "…";
}

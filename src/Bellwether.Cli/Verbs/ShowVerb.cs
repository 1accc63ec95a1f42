using System.CommandLine;
using Bellwether.Calendar;
using Bellwether.Scorecards;
using Bellwether.Web.Look;

namespace Bellwether.Cli.Verbs;

/// <summary><c>show</c>: one indicator on a day, perhaps by district or team.</summary>
internal static class ShowVerb
{
    public static Command Make(Terminal terminal)
    {
        var indicator = Options.Indicator();
        var home = Options.Home();
        var at = Options.Date("--at", "The day asked, at its close; a month stands for its last day");
        at.Required = true;
        var window = Options.Window();
        var by = new Option<string?>("--by") { Description = "Break down by district, team, age-band, …, or split: the definition's own" };
        var and = new Option<string?>("--and") { Description = "Cross it with a second breakdown: --by district --and age-band" };
        var where = new Option<string?>("--where") { Description = "Only cases of one member: --where district=D01" };
        var variant = Options.Variant();
        var known = Options.KnownAt();
        var json = Options.Json();
        var command = new Command("show", "One indicator on a day, with its rating and why") { indicator, home, at, window, by, and, where, variant, known, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, parsed.GetValue(known));
            var found = desk.Find(parsed.GetValue(indicator)!, parsed.GetValue(variant));
            var day = parsed.GetValue(at)!.Value;
            if (parsed.GetValue(and) is not null || parsed.GetValue(where) is not null)
            {
                CrossedShow.Run(terminal, desk, found, CrossedShow.Read(desk, found, parsed.GetValue(by), parsed.GetValue(and), parsed.GetValue(where)),
                    day, parsed.GetValue(window), parsed.GetValue(json));
                return Exit.Ok;
            }
            var rated = desk.Gate.At(found, day, parsed.GetValue(window));
            var members = parsed.GetValue(by) is { } breakdown ? desk.Gate.By(found, desk.Breakdown(found, breakdown), day, parsed.GetValue(window)) : [];
            if (parsed.GetValue(json))
            {
                var data = FigureJson.Of(found, rated);
                if (members.Count > 0) data["by"] = members.Select(m => FigureJson.Of(found, m)).ToList();
                terminal.Envelope("show", day, data);
            }
            else Print(terminal, desk, found, rated, members, parsed.GetValue(by));
            return Exit.Ok;
        });
        return command;
    }

    private static void Print(
        Terminal terminal, Desk desk, Indicators.Definitions.Found found, Rated rated, IReadOnlyList<MemberLine> members, string? by)
    {
        var shape = Performance.ShapeOf(found);
        var (figure, judgement) = (rated.Figure, rated.Judgement);
        terminal.Line(FigureJson.TitleOf(found));
        terminal.Line($"{Words.Asked(figure)}: {Words.Value(figure, shape)}{Words.Counts(figure, shape)}");
        terminal.Line($"Rating: {Words.Rating(judgement)}. {judgement.Reason}");
        if (judgement.Target is { } target) terminal.Line(BandWords.Bandings(target, shape) + (target.Kind.Length > 0 ? $", {target.Kind}" : ""));
        if (judgement.Better.Count > 0) terminal.Line($"Distance: {BandWords.Distances(judgement, shape)}.");
        if (judgement.Clash.Length > 0) terminal.Line($"Printed and exact: {judgement.Clash}.");
        if (figure.Note.Length > 0) terminal.Line(figure.Note);
        foreach (var line in desk.Gate.Variants(found, figure.Last, figure.Window).Where(_ => found.Variant.Length == 0))
            terminal.Line($"  {line.Title}: {Words.Value(line.Rated.Figure, Performance.ShapeOf(new(found.Entry, line.Name)))}"
                + (line.NearMiss is { } near ? $" ({near:0} more)" : ""));
        if (members.Count == 0) return;
        terminal.Line();
        terminal.Table([by!, "value", "counts", "rating"],
            [.. members.Select(m => (IReadOnlyList<string>)[m.Label, Words.Value(m.Rated.Figure, shape), Words.Counts(m.Rated.Figure, shape).Trim(' ', '(', ')'), Words.Rating(m.Rated.Judgement)])], 1);
    }
}

using System.CommandLine;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Publications;
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
        var at = Options.Date("--at", "The day asked, at its close; a month stands for its last day; left out: the latest month");
        var window = Options.Window();
        var by = new Option<string?>("--by") { Description = "Break down by district, team, age-band, …, or split: the definition's own" };
        var and = new Option<string?>("--and") { Description = "Cross it with a second breakdown: --by district --and age-band" };
        var where = new Option<string?>("--where") { Description = "Only cases of one member: --where district=D01" };
        var variant = Options.Variant();
        var since = Options.Date("--since", "Also the change since this day, in the same window");
        var known = Options.KnownAt();
        var restricted = Options.Restricted();
        var json = Options.Json();
        var command = new Command("show", "One indicator on a day, with its rating and why") { indicator, home, at, window, by, and, where, variant, since, known, restricted, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, parsed.GetValue(known), parsed.GetValue(restricted));
            var found = desk.Find(parsed.GetValue(indicator)!, parsed.GetValue(variant));
            var day = parsed.GetValue(at) ?? desk.LatestDay;
            if (parsed.GetValue(and) is not null || parsed.GetValue(where) is not null)
            {
                CrossedShow.Run(terminal, desk, found, CrossedShow.Read(desk, found, parsed.GetValue(by), parsed.GetValue(and), parsed.GetValue(where)),
                    day, parsed.GetValue(window), parsed.GetValue(json));
                return Exit.Ok;
            }
            var rated = desk.Gate.At(found, day, parsed.GetValue(window));
            var before = parsed.GetValue(since) is { } then ? desk.Gate.At(found, then, parsed.GetValue(window)) : null;
            var members = parsed.GetValue(by) is { } breakdown ? desk.Gate.By(found, desk.Breakdown(found, breakdown), day, parsed.GetValue(window)) : [];
            if (parsed.GetValue(json))
            {
                var data = FigureJson.Of(found, rated);
                if (Charted(desk, found, rated) is { } row)
                {
                    data["beside"] = BesideJson.Of(desk.Gate.SecondOpinions(found, row));
                    data["provisional"] = desk.Gate.Provisional(found, row) is { Length: > 0 } provisional ? provisional : null;
                    data["target_changed"] = row.TargetChanged.Length > 0 ? row.TargetChanged : null;
                }
                data["variants"] = Variants(desk, found, rated);
                data["related"] = BesideJson.Of(desk.Gate.LinkedTo(found.Entry.Definition, rated.Figure.Last));
                data["priorities"] = BesideJson.Of(desk.Gate.PrioritiesOf(found.Entry.Definition));
                if (before is not null) data["since"] = new Dictionary<string, object?> { ["at"] = before.Figure.Last, ["value"] = before.Figure.Value, ["change"] = rated.Figure.Value - before.Figure.Value };
                if (parsed.GetValue(by) == "worker") data["notice"] = desk.Gate.NoticeOfCells;
                if (members.Count > 0) data["by"] = members.Select(m => FigureJson.Of(found, m)).ToList();
                terminal.Envelope("show", day, data);
            }
            else
            {
                Print(terminal, desk, found, rated, members, parsed.GetValue(by));
                if (before is not null) terminal.Line(Since(before.Figure, rated.Figure, Performance.ShapeOf(found)));
            }
            return Exit.Ok;
        });
        return command;
    }

    /// <summary>"Since 31 March 2017: 9,840 to 10,692, 852 more (8.7%)."</summary>
    private static string Since(Indicators.Figure before, Indicators.Figure now, Shape shape)
    {
        var day = EnglishDate.Format(before.Last);
        if ((before.Value, now.Value) is not ({ } then, { } value)) return $"Since {day}: one of the two has no figure.";
        var by = value - then;
        var points = shape.Show == Indicators.Show.Percentage;
        var share = points || then == 0 ? "" : $" ({BandWords.Plain(Math.Round(Math.Abs(100 * by / then), 1, MidpointRounding.AwayFromZero))}%)";
        var size = BandWords.Plain(Math.Round(Math.Abs(by), Math.Max(shape.Decimals, points ? 1 : 0), MidpointRounding.AwayFromZero));
        return $"Since {day}: {BandWords.Number(then, shape)} to {BandWords.Number(value, shape)}, {(by == 0 ? "no change" : $"{size}{(points ? " points" : "")} {(by > 0 ? "more" : "fewer")}{share}")}.";
    }

    /// <summary>The line that the page charts, where the day asked is the one its last month is asked at.</summary>
    private static FilledRow? Charted(Desk desk, Indicators.Definitions.Found found, Rated rated) =>
        desk.Gate.LastDayOf(rated.Month) == rated.Figure.Last ? desk.Gate.Row(found, rated.Month, rated.Figure.Window, 25) : null;

    private static List<Dictionary<string, object?>> Variants(Desk desk, Indicators.Definitions.Found found, Rated rated) =>
        found.Variant.Length > 0 ? [] : [.. desk.Gate.Variants(found, rated.Figure.Last, rated.Figure.Window).Select(v =>
            new Dictionary<string, object?>(FigureJson.Of(new(found.Entry, v.Name), v.Rated)) { ["near_misses"] = v.NearMiss })];

    private static void Print(
        Terminal terminal, Desk desk, Indicators.Definitions.Found found, Rated rated, IReadOnlyList<MemberLine> members, string? by)
    {
        var shape = Performance.ShapeOf(found);
        var (figure, judgement) = (rated.Figure, rated.Judgement);
        terminal.Line(FigureJson.TitleOf(found));
        terminal.Line($"{Words.Asked(figure)}: {Words.Value(figure, shape)}{Words.Counts(figure, shape)}");
        terminal.Line($"Rating: {Words.Rating(judgement)}. {judgement.Reason}");
        if (judgement.Target is { } target) terminal.Line(BandWords.Bandings(target, shape) + (target.Kind.Length > 0 ? $", {TargetKinds.Words(target.Kind)}" : ""));
        if (judgement.Better.Count > 0) terminal.Line($"Distance: {BandWords.Distances(judgement, shape)}.");
        if (judgement.Clash.Length > 0) terminal.Line($"Printed and exact: {judgement.Clash}.");
        if (figure.Note.Length > 0) terminal.Line(figure.Note);
        if (FigureWords.Untold(figure) is { Length: > 0 } untold) terminal.Line(untold);
        foreach (var line in desk.Gate.Variants(found, figure.Last, figure.Window).Where(_ => found.Variant.Length == 0))
            terminal.Line($"  {line.Title}: {Words.Value(line.Rated.Figure, Performance.ShapeOf(new(found.Entry, line.Name)))}"
                + (line.NearMiss is { } near ? $" ({near:0} {(line.HoldsAll ? "more" : "of those not met")})" : ""));
        if (Charted(desk, found, rated) is { } charted)
        {
            if (desk.Gate.Provisional(found, charted) is { Length: > 0 } provisional) terminal.Line(provisional);
            foreach (var line in desk.Gate.SecondOpinions(found, charted).Lines) terminal.Line($"{line.Topic}: {line.Words}");
        }
        foreach (var link in desk.Gate.LinkedTo(found.Entry.Definition, figure.Last))
            terminal.Line($"{EnglishText.Capital(link.How)}: {FigureJson.TitleOf(link.Found)}, {Words.Value(link.Rated.Figure, link.Shape)}, {Words.Rating(link.Rated.Judgement)}");
        foreach (var priority in desk.Gate.PrioritiesOf(found.Entry.Definition)) terminal.Line($"Serves: {priority.Title} ({priority.Plan})");
        if (by == "worker" && desk.Gate.NoticeOfCells.Length > 0) terminal.Line(desk.Gate.NoticeOfCells);
        if (members.Count == 0) return;
        terminal.Line();
        terminal.Table([by!, "value", "counts", "rating"],
            [.. members.Select(m => (IReadOnlyList<string>)[m.Label, Words.Value(m.Rated.Figure, shape), Words.Counts(m.Rated.Figure, shape).Trim(' ', '(', ')'), Words.Rating(m.Rated.Judgement)])], 1);
    }
}

using System.CommandLine;
using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Publications;
using Bellwether.Web.Access;
using Bellwether.Web.Look;

namespace Bellwether.Cli.Verbs;

/// <summary><c>moved</c>: between two dates, how many cases entered, left, or changed their verdict; with <c>--cases</c> which.</summary>
internal static class MovedVerb
{
    public static Command Make(Terminal terminal)
    {
        var indicator = Options.Indicator();
        var home = Options.Home();
        var from = Options.Date("--from", "The first day, at its close; a month stands for its last day");
        var to = Options.Date("--to", "The second day, at its close");
        (from.Required, to.Required) = (true, true);
        var cases = new Option<bool>("--cases") { Description = "List the cases too" };
        var window = Options.Window();
        var variant = Options.Variant();
        var known = Options.KnownAt();
        var restricted = Options.Restricted();
        var json = Options.Json();
        var command = new Command("moved", "What became of a figure's cases between two dates") { indicator, home, from, to, cases, window, variant, known, restricted, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, parsed.GetValue(known), parsed.GetValue(restricted));
            var found = desk.Find(parsed.GetValue(indicator)!, parsed.GetValue(variant));
            var (first, second) = (parsed.GetValue(from)!.Value, parsed.GetValue(to)!.Value);
            if (first >= second) throw new UsageException("--from must be before --to.");
            var moved = desk.Gate.Moved(found, first, second, parsed.GetValue(window));
            var lists = parsed.GetValue(cases)
                ? new[] { ("entered", desk.Gate.Listed(found, moved.Entered, second)), ("left", desk.Gate.Listed(found, moved.Left, first)), ("changed", desk.Gate.Listed(found, [.. moved.Changed.Select(c => c.Now)], second)) }
                : [];
            if (parsed.GetValue(json)) terminal.Envelope("moved", second, Data(found, first, second, moved, lists));
            else Print(terminal, found, first, second, moved, lists);
            return Exit.Ok;
        });
        return command;
    }

    private static Dictionary<string, object?> Data(Found found, DateOnly from, DateOnly to, Movement moved, (string Name, CaseList List)[] lists)
    {
        var data = new Dictionary<string, object?>
        {
            ["indicator"] = found.Entry.Definition.Id,
            ["variant"] = found.Variant.Length > 0 ? found.Variant : null,
            ["from"] = from,
            ["to"] = to,
            ["because"] = moved.Because.Length > 0 ? moved.Because : null,
            ["before"] = moved.Before,
            ["now"] = moved.Now,
            ["entered"] = moved.Entered.Count,
            ["left"] = moved.Left.Count,
            ["changed"] = moved.Turns.Select(t => new Dictionary<string, object?> { ["from"] = FigureWords.Word(t.From), ["to"] = FigureWords.Word(t.To), ["count"] = t.Count }).ToList(),
        };
        if (lists.Length > 0) data["notices"] = lists.Select(l => l.List.Notice).Distinct().ToList();
        if (lists.Length > 0)
            data["cases"] = lists.ToDictionary(l => l.Name, l => l.List.Lines.Select(line => new Dictionary<string, object?>
            {
                ["child"] = line.Child,
                ["team"] = line.Team,
                ["date"] = line.Date,
                ["verdict"] = FigureWords.Word(line.Verdict),
                ["due"] = line.Due,
            }).ToList());
        return data;
    }

    private static void Print(Terminal terminal, Found found, DateOnly from, DateOnly to, Movement moved, (string Name, CaseList List)[] lists)
    {
        terminal.Line($"{FigureJson.TitleOf(found)}: {EnglishDate.Format(from)} to {EnglishDate.Format(to)}");
        if (moved.Because.Length > 0)
        {
            terminal.Line($"Not computable: {moved.Because}.");
            return;
        }
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{moved.Before:N0} cases, then {moved.Now:N0}: {moved.Entered.Count:N0} entered, {moved.Left.Count:N0} left, {moved.Changed.Count:N0} changed verdict"));
        foreach (var (was, now, count) in moved.Turns)
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {FigureWords.Word(was)} to {FigureWords.Word(now)}: {count:N0}"));
        foreach (var notice in lists.Select(l => l.List.Notice).Distinct()) terminal.Line(notice);
        foreach (var (name, list) in lists.Where(l => l.List.Lines.Count > 0))
        {
            terminal.Line();
            terminal.Table([name, "team", "from", "verdict", "due"],
                [.. list.Lines.Select(l => (IReadOnlyList<string>)[l.Child, l.Team, IsoDate.Format(l.Date), FigureWords.Word(l.Verdict),
                    IsoDate.Format(l.Due)])]);
        }
    }
}

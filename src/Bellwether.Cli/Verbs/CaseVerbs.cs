using System.CommandLine;
using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Publications;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Look;

namespace Bellwether.Cli.Verbs;

/// <summary><c>cases</c>: the children behind a figure; <c>worklist</c>: what is overdue or falls due. Ids and dates only.</summary>
internal static class CaseVerbs
{
    public static Command Cases(Terminal terminal)
    {
        var indicator = Options.Indicator();
        var home = Options.Home();
        var at = Options.Date("--at", "The day asked, at its close; a month stands for its last day; left out: the latest month");
        var notMet = new Option<bool>("--not-met") { Description = "Only cases not met" };
        var window = Options.Window();
        var variant = Options.Variant();
        var known = Options.KnownAt();
        var restricted = Options.Restricted();
        var json = Options.Json();
        var command = new Command("cases", "The cases behind a figure") { indicator, home, at, notMet, window, variant, known, restricted, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, parsed.GetValue(known), parsed.GetValue(restricted));
            var found = desk.Find(parsed.GetValue(indicator)!, parsed.GetValue(variant));
            var list = desk.Gate.Cases(found, parsed.GetValue(at) ?? desk.LatestDay, parsed.GetValue(window), parsed.GetValue(notMet));
            Print(terminal, "cases", list, parsed.GetValue(json));
            return Exit.Ok;
        });
        return command;
    }

    public static Command Worklist(Terminal terminal)
    {
        var indicator = Options.Indicator();
        (indicator.Arity, indicator.Description) = (ArgumentArity.ZeroOrOne, $"{indicator.Description}; left out: how long each worklist of the data date is");
        var home = Options.Home();
        var at = Options.Date("--at", "The day to count to; left out: the data date");
        var within = new Option<int>("--within") { Description = "Also list what falls due in so many days", DefaultValueFactory = _ => 14 };
        var variant = Options.Variant();
        var known = Options.KnownAt();
        var restricted = Options.Restricted();
        var book = new Option<FileInfo>("--out") { Description = "Make an Excel file to hand on instead: child, due date and team alone. It must not be there yet" };
        var json = Options.Json();
        var command = new Command("worklist", "What is overdue, and what falls due soon") { indicator, home, at, within, variant, known, restricted, book, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, parsed.GetValue(known), parsed.GetValue(restricted));
            var named = parsed.GetValue(indicator);
            if (named is null && new[] { parsed.GetResult(at), parsed.GetResult(within), parsed.GetResult(variant), parsed.GetResult(book) }.Any(given => given is { Implicit: false }))
                throw new UsageException("Name the indicator whose worklist it is: without one, the lengths of all are of the data date.");
            var found = named is null ? null : desk.Find(named, parsed.GetValue(variant));
            if (!desk.Gate.HasData) throw new UsageException("Nothing dated was known then, so nothing falls due. See the loads and their days with: bellwether load diff --home DIR");
            if (found is null)
            {
                WorklistLengths.Print(terminal, desk.Gate, parsed.GetValue(json));
                return Exit.Ok;
            }
            var day = parsed.GetValue(at) ?? desk.Gate.DataDate;
            if (parsed.GetValue(book) is { } file)
            {
                if (file.Extension != ".xlsx" || file.Exists) throw new UsageException($"{file.Name} {(file.Exists ? "is there already" : "is no name of an Excel file")}. Give a new one that ends in .xlsx.");
                var list = desk.Gate.Worklist(found, day, parsed.GetValue(within), leaves: true);
                using (var to = new FileStream(file.FullName, OwnerOnly.Opening(FileMode.CreateNew)))
                    WorklistBook.Write(to, list, [.. list.ToAct], desk.Gate.Principal.Name, LondonTime.DateOf(TimeProvider.System.GetUtcNow()));
                terminal.Line($"{file.Name}: {EnglishText.Number(list.Lines.Count)} listed. {list.Notice}".TrimEnd());
                return Exit.Ok;
            }
            Print(terminal, "worklist", desk.Gate.Worklist(found, day, parsed.GetValue(within)), parsed.GetValue(json));
            return Exit.Ok;
        });
        return command;
    }

    private static void Print(Terminal terminal, string command, CaseList list, bool json)
    {
        if (json)
        {
            terminal.Envelope(command, list.Day, new Dictionary<string, object?>
            {
                ["indicator"] = list.Found.Entry.Definition.Id,
                ["variant"] = list.Found.Variant.Length > 0 ? list.Found.Variant : null,
                ["at"] = list.Day,
                ["count"] = list.Lines.Count,
                ["notice"] = list.Notice,
                ["hindsight"] = list.Hindsight.Length > 0 ? list.Hindsight : null,
                ["cases"] = list.Lines.Select(l => new Dictionary<string, object?>
                {
                    ["child"] = l.Child,
                    ["team"] = l.Team,
                    ["worker"] = l.Worker,
                    ["district"] = l.District,
                    ["age_band"] = l.AgeBand,
                    ["date"] = l.Date,
                    ["verdict"] = FigureWords.Word(l.Verdict, list.Found.Bound!.Met is null),
                    ["due"] = l.Due,
                    ["days_over"] = l.DaysOver(list.Day),
                    ["restricted"] = l.IsRestricted ? true : null,
                }).ToList(),
            });
            return;
        }
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{FigureJson.TitleOf(list.Found)}, {EnglishDate.Format(list.Day)}: {list.Lines.Count:N0} listed"));
        terminal.Line(list.Notice);
        if (list.Hindsight.Length > 0) terminal.Line(list.Hindsight);
        if (list.Lines.Count == 0) return;
        terminal.Table(["child", "team", "worker", "from", "verdict", "due", ""],
            [.. list.Lines.Select(l => (IReadOnlyList<string>)
                [l.IsRestricted ? $"{l.Child} (restricted)" : l.Child, l.Team, l.Worker, IsoDate.Format(l.Date), FigureWords.Word(l.Verdict, list.Found.Bound!.Met is null),
                    IsoDate.Format(l.Due), l.DaysOver(list.Day) is { } over ? FigureWords.DaysOver(over) : ""])]);
    }
}

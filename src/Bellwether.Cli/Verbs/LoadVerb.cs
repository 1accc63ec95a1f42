using System.CommandLine;
using System.Globalization;
using Bellwether.Extracts;
using Bellwether.Storage;

namespace Bellwether.Cli.Verbs;

/// <summary><c>load</c>: takes extracts into a home; <c>check</c>: the same reading, nothing kept.</summary>
internal static class LoadVerb
{
    public static Command Load(Terminal terminal)
    {
        var home = Options.Home();
        var paths = Paths();
        var dataDate = Options.Date("--data-date", "The day the extract was taken; left out: worked out from its dates");
        var json = Options.Json();
        var command = new Command("load", "Load extracts: all of it or nothing") { home, paths, dataDate, json };
        command.Add(LoadDiffVerb.Make(terminal));
        command.SetAction(parsed =>
        {
            using var opened = Home.Open(parsed.GetValue(home)!.FullName, TimeProvider.System);
            var files = parsed.GetValue(paths)!;
            var extract = opened.Read(files, parsed.GetValue(dataDate), terminal.Progress());
            if (extract.IsRejected) return Report(terminal, "load", extract, null, parsed.GetValue(json), opened.Authority.SetAsideLimitPercent);
            var result = opened.Load(extract, files);
            return Report(terminal, "load", extract, result, parsed.GetValue(json), opened.Authority.SetAsideLimitPercent);
        });
        return command;
    }

    public static Command Check(Terminal terminal)
    {
        var paths = Paths();
        var dataDate = Options.Date("--data-date", "The day the extract was taken; left out: worked out from its dates");
        var json = Options.Json();
        var command = new Command("check", "Read extracts and say what was found; nothing is kept") { paths, dataDate, json };
        command.SetAction(parsed =>
        {
            var extract = Home.ReadWithoutHome(parsed.GetValue(paths)!, parsed.GetValue(dataDate), terminal.Progress());
            return Report(terminal, "check", extract, null, parsed.GetValue(json), 1m);
        });
        return command;
    }

    private static Argument<string[]> Paths() => new("PATH") { Description = "Files or folders", Arity = ArgumentArity.OneOrMore };

    private static int Report(Terminal terminal, string verb, Extract extract, LoadResult? result, bool json, decimal limit)
    {
        var over = extract.Receipt.Where(r => r.Rows > 0 && r.SetAside * 100m / r.Rows > limit).ToList();
        foreach (var list in over)
            terminal.Warnings.Add(string.Create(CultureInfo.InvariantCulture,
                $"{list.List}: {list.SetAside} of {list.Rows} rows set aside, more than {limit}%."));
        if (json)
            terminal.Envelope(verb, extract.DataDate, new
            {
                Outcome = extract.IsRejected ? "rejected" : result is null ? "checked" : result.IsRepeat ? "nothing new" : "loaded",
                result?.Load,
                extract.DataDate,
                extract.DataDateIsGiven,
                extract.Receipt,
                extract.Findings,
                result?.Changes,
            });
        else Print(terminal, extract, result);
        if (extract.IsRejected) return Exit.Rejected;
        return over.Count > 0 ? Exit.SetAside : Exit.Ok;
    }

    private static void Print(Terminal terminal, Extract extract, LoadResult? result)
    {
        terminal.Table(
            ["list", "file", "sheet", "rows", "loaded", "repeated", "blank", "set aside", "noted"],
            [.. extract.Receipt.Select(r => (IReadOnlyList<string>)[r.List, r.File, r.Sheet, N(r.Rows), N(r.Loaded), N(r.Repeated), N(r.Blank), N(r.SetAside), N(r.Noted)])],
            3, 4, 5, 6, 7, 8);
        terminal.Line();
        if (extract.DataDate is { } date)
            terminal.Line($"Data date {Calendar.EnglishDate.Format(date)} ({(extract.DataDateIsGiven ? "given" : "worked out from the dates in the files")}).");
        foreach (var group in extract.Findings.GroupBy(f => (f.Outcome, f.Code)).OrderBy(g => g.Key.Outcome))
        {
            terminal.Line($"{Word(group.Key.Outcome)}: {group.Key.Code}, {N(group.Count())}");
            foreach (var finding in group.Take(5)) terminal.Line($"  {finding}");
            if (group.Count() > 5) terminal.Line($"  … and {N(group.Count() - 5)} more; --json lists them all.");
        }
        foreach (var warning in terminal.Warnings) terminal.Say(warning);
        if (extract.IsRejected) terminal.Say("Nothing was loaded; what was known before stands.");
        else if (result is { IsRepeat: true }) terminal.Line($"Nothing new: load {result.Load} already holds this content.");
        else if (result is not null)
        {
            terminal.Line($"Load {result.Load} is kept.{(extract.Records.Values.Count > 0 ? $" {N(extract.Records.Values.Count)} keyed values." : "")}");
            var changes = result.Changes.Where(c => c.Added + c.Changed + c.Withdrawn > 0).ToList();
            if (changes.Count > 0)
                terminal.Table(["kind", "new", "changed", "withdrawn", "as before"],
                    [.. changes.Select(c => (IReadOnlyList<string>)[c.Kind.Replace('_', ' '), N(c.Added), N(c.Changed), N(c.Withdrawn), N(c.Same)])], 1, 2, 3, 4);
        }
    }

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Rejected => "File rejected",
        Outcome.SetAside => "Rows set aside",
        _ => "Noted",
    };

    private static string N(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

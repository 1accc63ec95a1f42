using System.Globalization;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Storage;

namespace Bellwether.Cli.Verbs;

/// <summary>A load's or a check's receipt, on the terminal or as JSON, and its exit code.</summary>
internal static class LoadReport
{
    private const int Shown = 5;

    /// <param name="terminal">Where to.</param>
    /// <param name="verb">load or check.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="json">One envelope instead of words.</param>
    /// <param name="limit">Above this share of a list's rows set aside the code is 4; totals and footers are no loss, and do not count.</param>
    /// <param name="home">Folder of the home, for the next step; empty for check.</param>
    public static int Say(Terminal terminal, string verb, LoadOutcome outcome, bool json, decimal limit, string home = "")
    {
        var extract = outcome.Extract;
        var over = extract.Receipt.Where(r => r.Rows > 0 && (r.SetAside - r.NoRecords) * 100m / r.Rows > limit).ToList();
        foreach (var list in over)
            terminal.Warnings.Add(string.Create(CultureInfo.InvariantCulture,
                $"{list.List}: {list.SetAside - list.NoRecords} of {list.Rows} rows set aside, more than {limit}%."));
        if (json) terminal.Envelope(verb, extract.DataDate, Data(outcome));
        else Print(terminal, outcome, home);
        if (extract.IsRejected || outcome.Open.Count > 0) return Exit.Rejected;
        return over.Count > 0 ? Exit.SetAside : Exit.Ok;
    }

    /// <summary>The receipt as data.</summary>
    public static object Data(LoadOutcome outcome) => new
    {
        Outcome = Word(outcome),
        outcome.Result?.Load,
        outcome.Extract.DataDate,
        outcome.Extract.DataDateIsGiven,
        outcome.Extract.Receipt,
        outcome.Extract.Findings,
        Touches = outcome.Groups.Select(g => new { g.Code, g.Kind, g.Times, Indicators = g.Touches.Select(t => new { t.Found.Entry.Definition.Id, t.Found.Entry.Definition.Code, t.Up, t.Down }) }),
        Questions = outcome.Open,
        outcome.Result?.Changes,
    };

    /// <summary>rejected, asked, checked, nothing new or loaded.</summary>
    public static string Word(LoadOutcome outcome) => outcome.Open.Count > 0 ? "asked" : outcome.Extract.IsRejected ? "rejected"
        : outcome.Result is null ? "checked" : outcome.Result.IsRepeat ? "nothing new" : "loaded";

    private static void Print(Terminal terminal, LoadOutcome outcome, string home)
    {
        var (extract, result) = (outcome.Extract, outcome.Result);
        terminal.Table(
            ["list", "file", "sheet", "rows", "loaded", "repeated", "blank", "set aside", "noted"],
            [.. extract.Receipt.Select(r => (IReadOnlyList<string>)
                [r.List, r.File, r.Sheet, .. new[] { r.Rows, r.Loaded, r.Repeated, r.Blank, r.SetAside, r.Noted }.Select(n => EnglishText.Number(n))])],
            3, 4, 5, 6, 7, 8);
        terminal.Line();
        if (extract.DataDate is { } date)
            terminal.Line($"Data date {Calendar.EnglishDate.Format(date)} ({(extract.DataDateIsGiven ? "given" : "worked out from the dates in the files")}).");
        if (extract.Receipt.Sum(r => r.Ignored.Count) is > 0 and var unused)
            terminal.Line($"Columns that nothing asks for: {EnglishText.Number(unused)}, in {EnglishText.Number(extract.Receipt.Count(r => r.Ignored.Count > 0))} of {EnglishText.Number(extract.Receipt.Count)} lists; "
                + $"--json names them{(home.Length > 0 ? ", and so does the load's page" : "")}.");
        // What is asked is said once, with its answers.
        foreach (var group in extract.Findings.Where(f => f.Choices.Count == 0 || outcome.Open.Count == 0).GroupBy(f => (f.Outcome, f.Code)).OrderBy(g => g.Key.Outcome))
        {
            terminal.Line($"{Word(group.Key.Outcome)}: {group.Key.Code}, {EnglishText.Number(group.Count())}");
            foreach (var finding in group.Take(Shown)) terminal.Line($"  {finding}");
            foreach (var touched in outcome.Groups.Where(g => g.Code == group.Key.Code && g.Touches.Count > 0))
                terminal.Line($"  {EnglishText.Number(touched.Times)} of {EnglishText.Spoken(touched.Kind)}: {Touched(touched)}");
            if (group.Count() > Shown) terminal.Line($"  … and {EnglishText.Number(group.Count() - Shown)} more; --json lists them all.");
        }
        foreach (var warning in terminal.Warnings) terminal.Say(warning);
        if (outcome.Open.Count > 0 || extract.IsRejected)
        {
            foreach (var question in outcome.Open) Ask(terminal, question);
            terminal.Say("Nothing was loaded; what was known before stands.");
        }
        else if (result is { IsRepeat: true }) terminal.Line($"Nothing new: load {result.Load} already holds this content.");
        else if (result is not null)
        {
            terminal.Line($"Load {result.Load} is kept.{(extract.Records.Values.Count > 0 ? $" {EnglishText.Number(extract.Records.Values.Count)} keyed values." : "")}");
            var changes = result.Changes.Where(c => c.Added + c.Changed + c.Withdrawn > 0).ToList();
            if (changes.Count > 0)
                terminal.Table(["kind", "new", "changed", "withdrawn", "as before"],
                    [.. changes.Select(c => (IReadOnlyList<string>)
                        [EnglishText.Spoken(c.Kind), EnglishText.Number(c.Added), EnglishText.Number(c.Changed), EnglishText.Number(c.Withdrawn), EnglishText.Number(c.Same)])],
                    1, 2, 3, 4);
            terminal.Say($"Next: bellwether load diff --home {home}   what it did to each indicator");
            terminal.Say($"      bellwether scorecard --home {home}   the figures");
        }
    }

    private static void Ask(Terminal terminal, Question question)
    {
        if (question.Choices.Count == 0)
        {
            terminal.Say($"ASK {question.Code}: {question.Sentence}");
            terminal.Say($"  If so, load again with: --answer {question.Code}=yes");
            return;
        }
        terminal.Say($"ASK {question.Sentence}");
        terminal.Say("  Load again with the one that is right:");
        foreach (var choice in question.Choices) terminal.Say($"  --answer {choice.Code}=yes   {choice.Words}");
    }

    private static string Touched(FindingGroup group) => string.Join("; ", group.Touches.Take(Shown).Select(t => t.Words))
        + (group.Touches.Count > Shown ? $"; and {group.Touches.Count - Shown} indicators more" : "");

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Rejected => "File rejected",
        Outcome.SetAside => "Rows set aside",
        _ => "Noted",
    };
}

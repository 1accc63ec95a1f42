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
        var paths = Paths(ArgumentArity.ZeroOrMore);
        var dataDate = Options.Date("--data-date", "The day the extract was taken; left out: worked out from its dates");
        var answers = new Option<string[]>("--answer") { Description = "Answers a question that the load asks: CODE=yes or CODE=no; a yes is remembered for the source" };
        var watch = new Option<DirectoryInfo?>("--watch") { Description = "Load what arrives in this folder, until Ctrl+C" };
        var once = new Option<bool>("--once") { Description = "With --watch: load what is there and stop, as a scheduled task does" };
        var who = Options.Who();
        var json = Options.Json();
        var command = new Command("load", "Load extracts: all of it or nothing") { home, paths, dataDate, answers, who, watch, once, json, LoadDiffVerb.Make(terminal) };
        // Off this thread, so that Ctrl+C is heard while it runs.
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var given = Given(parsed.GetValue(answers) ?? []);
            var files = parsed.GetValue(paths) ?? [];
            var folder = parsed.GetValue(watch);
            if (files.Length == 0 == folder is null) throw new UsageException("load needs files or folders, or --watch and a folder, and not both.");
            using var opened = Home.Open(parsed.GetValue(home)!.FullName, TimeProvider.System);
            if (opened.WhatHappened() is { Length: > 0 } happened) terminal.Say(happened);

            var one = new OneLoad(terminal, opened, parsed.GetValue(json), parsed.GetValue(who)!);
            return folder is null ? one.Run(files, parsed.GetValue(dataDate), given).Code
                : new Watching(terminal, one, folder.FullName, TimeProvider.System, given).Run(parsed.GetValue(once), cancel);
        }, CancellationToken.None));
        return command;
    }

    public static Command Check(Terminal terminal)
    {
        var paths = Paths(ArgumentArity.OneOrMore);
        var home = new Option<DirectoryInfo?>("--home") { Description = "Read as this home's load would, and say what the load would ask; left out: by what is shipped" };
        var dataDate = Options.Date("--data-date", "The day the extract was taken; left out: worked out from its dates");
        var json = Options.Json();
        var command = new Command("check", "Read extracts and say what was found; nothing is kept") { paths, home, dataDate, json };
        command.SetAction(parsed =>
        {
            var (files, asked) = (parsed.GetValue(paths)!, parsed.GetValue(dataDate));
            if (parsed.GetValue(home) is not { } folder)
                return LoadReport.Say(terminal, "check", new LoadOutcome(Home.ReadWithoutHome(files, asked, terminal.Progress()), null, []), parsed.GetValue(json), 1m);
            using var opened = Home.Open(folder.FullName, TimeProvider.System);
            var extract = opened.Read(files, asked, terminal.Progress());
            return LoadReport.Say(terminal, "check", new LoadOutcome(extract, null, opened.Questions(extract)), parsed.GetValue(json), opened.Authority.SetAsideLimitPercent);
        });
        return command;
    }

    private static Argument<string[]> Paths(ArgumentArity arity)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders", Arity = arity };
        paths.Validators.Add(result =>
        {
            foreach (var path in result.Tokens.Select(t => t.Value).Where(p => !Path.Exists(p)))
                result.AddError(path.StartsWith('-') ? $"There is no option {path}." : $"There is no file or folder {path}.");
        });
        return paths;
    }

    private static Dictionary<string, bool> Given(string[] answers)
    {
        var given = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            var at = answer.LastIndexOf('=');
            if (at < 1 || answer[(at + 1)..].ToLowerInvariant() is not ("yes" or "no")) throw new UsageException($"--answer is \"{answer}\". Write CODE=yes or CODE=no.");
            given[answer[..at]] = answer[(at + 1)..].Equals("yes", StringComparison.OrdinalIgnoreCase);
        }
        return given;
    }
}

/// <summary>What became of one load.</summary>
/// <param name="Extract">What was read.</param>
/// <param name="Result">What was kept; null where nothing was.</param>
/// <param name="Open">Questions without a yes: then nothing was kept.</param>
internal sealed record LoadOutcome(Extract Extract, LoadResult? Result, IReadOnlyList<Question> Open)
{
    /// <summary>The findings of what was kept, with what they touch.</summary>
    public IReadOnlyList<FindingGroup> Groups { get; init; } = [];
}

/// <summary>Reads, asks, keeps and reports one extract.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="home">The home it is loaded into.</param>
/// <param name="json">One envelope instead of words, and nobody is asked.</param>
/// <param name="who">Who answers, for answers.csv and columns.csv.</param>
internal sealed class OneLoad(Terminal terminal, Home home, bool json, string who)
{
    /// <param name="paths">Files and folders: one extract.</param>
    /// <param name="dataDate">Null to work it out.</param>
    /// <param name="given">Answers given beforehand, by code.</param>
    /// <param name="isAttended">False where nobody sits by to be asked.</param>
    public (int Code, LoadOutcome Outcome) Run(IReadOnlyList<string> paths, DateOnly? dataDate, IReadOnlyDictionary<string, bool> given, bool isAttended = true)
    {
        var audit = Desk.AuditOf(home);
        var yeses = given.Where(g => g.Value).Select(g => g.Key).ToList();
        var extract = home.Read(paths, dataDate, terminal.Progress(), yeses);
        // What reading asks is read again once it is decided, and may then ask more.
        while (isAttended && !json && Chosen(home.Questions(extract), given) is { Count: > 0 } chosen)
        {
            yeses.AddRange(chosen);
            extract = home.Read(paths, dataDate, terminal.Progress(), yeses);
        }
        var outcome = new LoadOutcome(extract, null, home.Questions(extract));
        if (!extract.IsRejected)
        {
            var answers = outcome.Open.ToLookup(q => given.TryGetValue(q.Code, out var answer) ? answer : isAttended && !json ? terminal.Ask(q.Sentence) : null);
            var (yes, passed) = (answers[true].ToList(), answers[null].Where(q => q.MayGoOn).ToList());
            // A yes is kept only where the load goes on: half an answer changes nothing.
            if (yes.Count + passed.Count == outcome.Open.Count)
            {
                audit.Write(AuditAction.AcceptedFiles, "files");
                home.Remember(extract, who);
                home.Agree(yes, who);
                foreach (var question in passed) terminal.Say($"{question.Sentence} Nobody was there to ask: it is loaded, and what was known before stays to be asked for.");
                var result = home.Load(extract, paths, passed);
                audit.Write(AuditAction.LoadedFiles, "load", result.Load.ToString(CultureInfo.InvariantCulture), result.IsRepeat ? "nothing new" : "", extract.Findings.Count);
                outcome = outcome with { Open = [], Result = result, Groups = result.IsRepeat || extract.Findings.Count == 0 ? [] : home.Group(extract.Findings) };
            }
            else outcome = outcome with { Open = [.. outcome.Open.Except(yes)] };
        }
        if (outcome.Result is null) audit.Refuse(AuditAction.LoadedFiles, "files", "", "a question has no yes, or the files are rejected");
        terminal.Warnings.Clear();
        return (LoadReport.Say(terminal, "load", outcome, json, home.Authority.SetAsideLimitPercent, home.Folder), outcome);
    }

    /// <summary>What the person at the keyboard says of every question of reading; nothing where one of them has no answer.</summary>
    private List<string> Chosen(IReadOnlyList<Question> questions, IReadOnlyDictionary<string, bool> given)
    {
        var chosen = new List<string>();
        foreach (var question in questions.Where(q => q.Choices.Count > 0))
        {
            if (terminal.Choose(question.Sentence, [.. question.Choices.Where(c => !given.ContainsKey(c.Code))]) is not { } choice) return [];
            chosen.Add(choice.Code);
        }
        return chosen;
    }
}

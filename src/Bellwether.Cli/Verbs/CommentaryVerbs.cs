using System.CommandLine;
using Bellwether.Publications.Packs;
using Bellwether.Storage;
using Bellwether.Web.Packs;

namespace Bellwether.Cli.Verbs;

/// <summary><c>commentary</c>: the texts of a pack, from draft to locked.</summary>
internal static class CommentaryVerbs
{
    public static Command Make(Terminal terminal) => new("commentary", "The texts of a pack: write, submit, agree, lock")
    {
        List(terminal), Show(terminal), Write(terminal), Load(terminal),
        Sign(terminal, "submit", TextState.Review, "Give a text to someone else to read"),
        Sign(terminal, "agree", TextState.Agreed, "Stand by a text: refused while a question about it is open"),
        Sign(terminal, "lock", TextState.Locked, "Fix a text for its edition: refused while it is half-written"),
    };

    private static Argument<string> Subject() => new("SUBJECT") { Description = "An indicator's id, template:section such as indicator-pages:financial, or context" };

    private static Option<int?> Read() => new("--version") { Description = "The version you read: refused if someone changed it since" };

    private static Command List(Terminal terminal)
    {
        var which = new PackOptions();
        var command = which.On(new Command("list", "Who owes what, by when"));
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(which.Home)!, null);
            var draft = which.Draft(parsed, desk);
            var needed = desk.Packs().Needed(draft);
            if (parsed.GetValue(which.Json))
                terminal.Envelope("commentary list", draft.Material.Card.LastDay, needed.Select(t => new { t.Key.Subject, t.Title, State = Word(t.Text), t.Text?.Version, WrittenBy = t.Text?.Written.Name, AgreedBy = t.Text?.Agreed?.Name, Questions = t.Questions }).ToList());
            else
            {
                if (draft.Order.Meeting is { } meeting) terminal.Line($"Papers are due on {Calendar.EnglishDate.Format(meeting.PapersDue)} for {meeting.Body}, {Calendar.EnglishDate.Format(meeting.Date)}.");
                terminal.Table(["subject", "state", "version", "written by", "open questions"], [.. needed.Select(t => (IReadOnlyList<string>)
                    [t.Key.Subject, Word(t.Text), $"{t.Text?.Version}", t.Text?.Written.Name ?? "", t.Text is null ? "" : $"{t.Questions.Count}"])], 2, 4);
            }
            return Exit.Ok;
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var (which, subject) = (new PackOptions(), Subject());
        var command = which.On(new Command("show", "A text, its questions, the facts it may take and the last one on its subject") { subject });
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(which.Home)!, null);
            var (room, draft) = (desk.Packs(), which.Draft(parsed, desk));
            var key = Key(draft, parsed.GetValue(subject)!);
            var (text, last, facts) = (room.Find(key), room.Last(key), TextCheck.Facts(key.Subject, draft.Material));
            var questions = TextCheck.Open(key, text?.Words ?? TextWords.Empty, draft.Material);
            if (parsed.GetValue(which.Json))
            {
                terminal.Envelope("commentary show", draft.Material.Card.LastDay, new { Text = text, Questions = questions, Facts = facts, Last = last, Aside = room.Aside(key) });
                return Exit.Ok;
            }
            terminal.Line(text is null ? "Nothing is written yet." : $"Version {text.Version}, {Word(text)}, written by {text.Written.Name}.\n\n{Written(text.Words)}");
            foreach (var q in questions) terminal.Line($"? {q.Place}: {q.Found} {q.ToDo}");
            foreach (var fact in facts) terminal.Line($"+ {fact.Topic}: {fact.Text}");
            if (last is not null) terminal.Line($"\nLast time ({last.Key.Period.Label}, edition {last.Key.Edition}):\n{Written(last.Words)}");
            foreach (var aside in room.Aside(key)) terminal.Line($"\nKept aside, from {aside.Sent.Name}, who had read version {aside.BasedOn}:\n{Written(aside.Words)}");
            return Exit.Ok;
        });
        return command;
    }

    private static Command Write(Terminal terminal)
    {
        var (which, subject, by, read) = (new PackOptions(), Subject(), Options.By(), Read());
        var file = new Option<FileInfo?>("--file") { Description = "A text file: the words, then lines such as Action: …, Owner: …, Answer: 42 = where it comes from" };
        var text = new Option<string?>("--text") { Description = "The words themselves" };
        var answer = new Option<string[]>("--answer") { Description = "\"42 = where it comes from\": answers a question about the text there is", AllowMultipleArgumentsPerToken = true };
        var command = which.On(new Command("write", "Save words as a draft, half-written or whole") { subject, by, read, file, text, answer });
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(which.Home)!, null);
            var (room, draft, name) = (desk.Packs(), which.Draft(parsed, desk), parsed.GetValue(by)!);
            var key = Key(draft, parsed.GetValue(subject)!);
            var words = parsed.GetValue(file) is { } at ? TextFile.Read(File.ReadAllText(at.FullName), name)
                : parsed.GetValue(text) is { } typed ? TextFile.Read(typed, name) : room.Find(key)?.Words ?? throw new UsageException("Write --file PATH or --text \"words\".");
            foreach (var said in parsed.GetValue(answer) ?? [])
                words = said.Split('=', 2) is [var about, var because] ? words with { Answers = [.. words.Answers, new TextAnswer(about.Trim(), because.Trim(), name)] }
                    : throw new UsageException($"--answer is \"{said}\". Write what it is about, =, and where it comes from.");
            return Said(terminal, parsed, which, room.Write(key, words, name, parsed.GetValue(read)), draft);
        });
        return command;
    }

    private static Command Load(Terminal terminal)
    {
        var (which, by) = (new PackOptions(), Options.By());
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "A folder of text files, each named after its subject: cin-with-plan.md, indicator-pages.financial.md" };
        var command = which.On(new Command("load", "Save a folder of texts as drafts") { by, folder });
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(which.Home)!, null);
            var (room, draft, name) = (desk.Packs(), which.Draft(parsed, desk), parsed.GetValue(by)!);
            var refused = 0;
            foreach (var file in parsed.GetValue(folder)!.EnumerateFiles("*.md").OrderBy(f => f.Name, StringComparer.Ordinal))
                if (room.Write(Key(draft, TextFile.SubjectOf(file.Name)), TextFile.Read(File.ReadAllText(file.FullName), name), name) is { Refused.Length: > 0 } outcome)
                {
                    refused++;
                    terminal.Say($"{file.Name}: {outcome.Refused}");
                }
                else terminal.Line($"{file.Name}: saved.");
            return refused == 0 ? Exit.Ok : Exit.Rejected;
        });
        return command;
    }

    private static Command Sign(Terminal terminal, string verb, TextState to, string description)
    {
        var (which, by, read) = (new PackOptions(), Options.By(), Read());
        var subject = new Argument<string>("SUBJECT") { Description = "An indicator's id, template:section, context; or all" };
        var command = which.On(new Command(verb, description) { subject, by, read });
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(which.Home)!, null);
            var (room, draft, name) = (desk.Packs(), which.Draft(parsed, desk), parsed.GetValue(by)!);
            if (parsed.GetValue(subject) != "all") return Said(terminal, parsed, which, room.Sign(Key(draft, parsed.GetValue(subject)!), to, name, draft.Material, parsed.GetValue(read)), draft);
            var (signed, refused) = room.SignAll(draft, to, name);
            foreach (var line in refused) terminal.Line(line);
            terminal.Say(refused.Count == 0 ? $"{signed} signed." : $"{signed} signed, {refused.Count} refused.");
            return refused.Count == 0 ? Exit.Ok : Exit.Lint;
        });
        return command;
    }

    private static int Said(Terminal terminal, ParseResult parsed, PackOptions which, TextOutcome outcome, PackDraft draft)
    {
        if (parsed.GetValue(which.Json)) terminal.Envelope($"commentary {parsed.CommandResult.Command.Name}", null, outcome);
        else if (outcome.Refused.Length > 0) terminal.Say(outcome.Refused);
        else if (outcome.Text is { } text)
        {
            terminal.Line($"{text.Key.Subject}: version {text.Version}, {Word(text)}.");
            foreach (var q in TextCheck.Open(text.Key, text.Words, draft.Material)) terminal.Line($"? {q.Place}: {q.Found} {q.ToDo}");
        }
        return outcome.Refused.Length == 0 ? Exit.Ok : Exit.Lint;
    }

    private static TextKey Key(PackDraft draft, string subject)
    {
        var key = new TextKey(draft.Asked.Period, draft.Order.Edition, subject);
        var known = key.IsSection ? subject == TextKey.Context || subject.StartsWith(draft.Asked.Template.Id + ":", StringComparison.Ordinal) : draft.Material.Indicators.Any(i => i.Name == subject);
        return known ? key : throw new UsageException(
            $"This pack has no subject \"{subject}\". Indicators are {string.Join(", ", draft.Material.Indicators.Select(i => i.Name))}; sections are {string.Join(", ", draft.Asked.Template.Sections.Select(s => TextKey.Section(draft.Asked.Template, s)))}; and context.");
    }

    private static string Word(PackText? text) => text?.State.Word() ?? "missing";

    private static string Written(TextWords words) => string.Join('\n', words.Parts().Select(p => $"{p.Part}: {p.Text}").Concat(words.Answers.Select(a => $"answer: {a.About} = {a.Because} ({a.By})")));
}

using System.CommandLine;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Publications.Packs;
using Bellwether.Web.Packs;

namespace Bellwether.Cli.Verbs;

/// <summary><c>pack</c>: build, check, decide, publish, compare.</summary>
internal static class PackVerbs
{
    public static Command Make(Terminal terminal) => new("pack", "Committee packs: build, lint, decide small numbers, publish, compare editions")
    {
        Build(terminal), Lint(terminal), Small(terminal), Decide(terminal), Publish(terminal), List(terminal), Verify(terminal), Diff(terminal),
    };

    private static Command Build(Terminal terminal)
    {
        var which = new PackOptions();
        var to = new Option<DirectoryInfo>("--out") { Description = "The folder to write to; made where it is missing", Required = true };
        var noPdf = new Option<bool>("--no-pdf") { Description = "Leave out the PDF, which needs a browser on this machine" };
        var command = which.On(new Command("build", "Build a pack as it stands: Word, Excel, PDF, web page, CSV, long table, JSON") { to, noPdf });
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(which.Home)!, null);
            var draft = which.Draft(parsed, desk);
            var folder = parsed.GetValue(to)!.FullName;
            Directory.CreateDirectory(folder);
            var written = desk.Packs().Files(draft.Document);
            foreach (var file in written)
            {
                using var stream = File.Create(Path.Combine(folder, file.Name));
                file.Write(stream);
            }
            var files = written.Select(f => f.Name).ToList();
            if (!parsed.GetValue(noPdf))
            {
                if (PackFormats.Print(draft.Document, Path.Combine(folder, ".work"), out var fault) is { } pdf)
                {
                    File.WriteAllBytes(Path.Combine(folder, PackFormats.Pdf), pdf);
                    files.Add(PackFormats.Pdf);
                }
                else terminal.Warnings.Add($"No PDF: {fault}");
                if (Directory.Exists(Path.Combine(folder, ".work"))) Directory.Delete(Path.Combine(folder, ".work"), recursive: true);
            }
            if (parsed.GetValue(which.Json))
                terminal.Envelope("pack build", draft.Material.Card.LastDay, new { Pack = draft.Asked.Id, draft.Document.Head.Marking, Folder = folder, Files = files, Faults = draft.Faults, Small = draft.Undecided.Count });
            else
            {
                terminal.Line($"{draft.Document.Head.Title}: {string.Join(", ", files)} in {folder}.");
                if (draft.Document.Head.Marking.Length > 0) terminal.Line($"Marked on every page: {draft.Document.Head.Marking}.");
                foreach (var warning in terminal.Warnings) terminal.Say(warning);
                if (draft.Faults.Count > 0) terminal.Say($"Lint finds {draft.Faults.Count}. See: bellwether pack lint");
            }
            return Exit.Ok;
        });
        return command;
    }

    private static Command Lint(Terminal terminal)
    {
        var which = new PackOptions();
        var edition = new Option<string?>("--edition") { Description = "A published edition of the home, by its id" };
        var file = new Option<FileInfo?>("--file") { Description = "A document.json, such as one that pack build wrote" };
        var command = which.On(new Command("lint", "Read a pack as a careful clerk would: missing page, number, date, comment, wrong year, \"below\" with nothing below …") { edition, file });
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(which.Home)!, null);
            var room = desk.Packs();
            IReadOnlyList<PackFault> faults;
            if (parsed.GetValue(file) is { } at)
            {
                using var stream = at.OpenRead();
                try { faults = PackLint.Check(Writers.DocumentJson.Read(stream), []); }
                catch (InvalidDataException e) { throw new UsageException($"{at.Name}: {e.Message}"); }
            }
            else if (parsed.GetValue(edition) is { } id) faults = room.Lint(room.Edition(id) ?? throw PackOptions.NoEdition(room, id));
            else
            {
                var draft = which.Draft(parsed, desk);
                faults =
                [
                    .. draft.Faults,
                    .. room.Needed(draft).Where(t => t.Text is not null).SelectMany(t => t.Questions.Select(q => new PackFault(q.Code, $"{t.Title}, {q.Place}", q.Found, q.ToDo))),
                ];
            }
            if (parsed.GetValue(which.Json)) terminal.Envelope("pack lint", null, faults);
            else
            {
                foreach (var fault in faults) terminal.Line($"{fault.Code}: {fault.Place}: {fault.Found} {fault.ToDo}");
                terminal.Say(faults.Count == 0 ? "No fault." : $"{EnglishText.Count(faults.Count, "fault")}.");
            }
            return faults.Count == 0 ? Exit.Ok : Exit.Lint;
        });
        return command;
    }

    private static Command Small(Terminal terminal)
    {
        var which = new PackOptions();
        var command = which.On(new Command("small", "Every count of 1 to 5 in a public pack, and every pair that gives one by subtraction"));
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(which.Home)!, null);
            var draft = which.Draft(parsed, desk);
            string Decided(SmallNumber s) => draft.Order.Decisions.FirstOrDefault(d => d.Item == s.Id) is { } d ? $"{(d.IsHidden ? "hidden" : "kept")} by {d.By}: {d.Because}" : "not decided";
            if (parsed.GetValue(which.Json)) terminal.Envelope("pack small", draft.Material.Card.LastDay, draft.Small.Select(s => new { s.Id, s.Place, s.Words, s.Count, s.Consequence, Decided = Decided(s) }).ToList());
            else
            {
                foreach (var s in draft.Small) terminal.Line($"{s.Id}\n  {s.Place}: {s.Words}. {s.Consequence}\n  {Decided(s)}");
                terminal.Say($"{draft.Small.Count} small numbers, {draft.Undecided.Count} not decided. See: bellwether pack decide");
            }
            return Exit.Ok;
        });
        return command;
    }

    private static Command Decide(Terminal terminal)
    {
        var which = new PackOptions();
        var item = new Option<string>("--item") { Description = "The small number's id, or all for every one not decided", Required = true };
        var hide = new Option<bool>("--hide") { Description = "Hide it: it prints as c everywhere" };
        var keep = new Option<bool>("--keep") { Description = "Keep it as it is" };
        var because = new Option<string>("--because") { Description = "The reason", Required = true };
        var by = Options.By();
        var command = which.On(new Command("decide", "Hide or keep a small number, by a named person with a reason") { item, hide, keep, because, by });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(hide) == parsed.GetValue(keep)) throw new UsageException("Write either --hide or --keep.");
            using var desk = Desk.Open(terminal, parsed.GetValue(which.Home)!, null);
            var draft = which.Draft(parsed, desk);
            var items = parsed.GetValue(item) == "all" ? draft.Undecided.Select(s => s.Id).ToList() : [parsed.GetValue(item)!];
            foreach (var id in items)
                if (desk.Packs().Decide(draft, id, parsed.GetValue(hide), parsed.GetValue(because)!, parsed.GetValue(by)!) is { Length: > 0 } refused) throw new UsageException(refused);
            var left = which.Draft(parsed, desk).Undecided.Count;
            terminal.Line($"{items.Count} {(parsed.GetValue(hide) ? "hidden" : "kept")}; {left} not decided.");
            return Exit.Ok;
        });
        return command;
    }

    private static Command Publish(Terminal terminal)
    {
        var which = new PackOptions();
        var by = Options.By();
        var correction = new Option<string>("--correction") { Description = "What a second or later edition corrects", DefaultValueFactory = _ => "" };
        var completes = new Option<string>("--completes") { Description = "For supplementary pages: the edition they complete", DefaultValueFactory = _ => "" };
        var only = new Option<string[]>("--only") { Description = "For supplementary pages: the indicators they bring", AllowMultipleArgumentsPerToken = true };
        var command = which.On(new Command("publish", "Publish a pack as its next edition: frozen, hashed, in the home") { by, correction, completes, only });
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(which.Home)!, null);
            var asked = which.Draft(parsed, desk).Asked with { Correction = parsed.GetValue(correction)!, Completes = parsed.GetValue(completes)!, Only = parsed.GetValue(only) ?? [] };
            var work = Directory.CreateTempSubdirectory("bellwether-print-");
            try
            {
                var outcome = desk.Packs().Publish(asked, parsed.GetValue(by)!, work.FullName);
                foreach (var warning in outcome.Warnings) terminal.Say(warning);
                if (parsed.GetValue(which.Json)) terminal.Envelope("pack publish", null, outcome);
                else if (outcome.Edition is { } edition) terminal.Line($"Published {edition.Id}: {string.Join(", ", edition.Files.Keys)}.");
                else foreach (var line in outcome.Refused) terminal.Line(line);
                if (outcome.Edition is null) terminal.Say("Not published. Nothing was written.");
                return outcome.Edition is null ? Exit.Lint : Exit.Ok;
            }
            finally { work.Delete(recursive: true); }
        });
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var (home, json) = (Options.Home(), Options.Json());
        var command = new Command("list", "Published editions and the templates there are") { home, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, null);
            var room = desk.Packs();
            if (parsed.GetValue(json)) terminal.Envelope("pack list", null, new { room.Editions, Templates = room.Templates.Select(t => new { t.Id, t.Purpose }) });
            else
            {
                terminal.Table(["edition", "published", "by", "title"], [.. room.Editions.Select(e => (IReadOnlyList<string>)[e.Id, IsoDate.Format(e.PublishedOn), e.PublishedBy, e.Title])]);
                terminal.Line();
                terminal.Table(["template", "what for"], [.. room.Templates.Select(t => (IReadOnlyList<string>)[t.Id, t.Purpose])]);
            }
            return Exit.Ok;
        });
        return command;
    }

    private static Command Verify(Terminal terminal)
    {
        var (home, json) = (Options.Home(), Options.Json());
        var id = new Argument<string>("EDITION") { Description = "Its id" };
        var command = new Command("verify", "Is an edition as it was published, and does it come out the same bytes again?") { home, json, id };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, null);
            var room = desk.Packs();
            var faults = room.Verify(room.Edition(parsed.GetValue(id)!) ?? throw PackOptions.NoEdition(room, parsed.GetValue(id)!));
            if (parsed.GetValue(json)) terminal.Envelope("pack verify", null, faults);
            else foreach (var fault in faults) terminal.Line(fault);
            terminal.Say(faults.Count == 0 ? "As it was published." : $"{EnglishText.Count(faults.Count, "fault")}.");
            return faults.Count == 0 ? Exit.Ok : Exit.Failed;
        });
        return command;
    }

    private static Command Diff(Terminal terminal)
    {
        var (home, json) = (Options.Home(), Options.Json());
        var first = new Argument<string>("FIRST") { Description = "An edition's id" };
        var second = new Argument<string>("SECOND") { Description = "An edition's id, or now for the pack as it would come out today" };
        var command = new Command("diff", "What differs between two editions, or an edition and today") { home, json, first, second };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, null);
            var room = desk.Packs();
            Storage.Edition Of(string id) => room.Edition(id) ?? throw PackOptions.NoEdition(room, id);
            var (a, b) = (Of(parsed.GetValue(first)!), parsed.GetValue(second)!);
            var diff = b == "now" ? room.SinceThen(a) : PackDiff.Of(room.DocumentOf(a), room.DocumentOf(Of(b)));
            if (parsed.GetValue(json)) terminal.Envelope("pack diff", null, diff);
            else
            {
                terminal.Table(["figure", "to", "as reported", b == "now" ? "as now" : "after", "what else"], [.. diff.Figures.Select(f => (IReadOnlyList<string>)
                    [f.Title, IsoDate.Format(f.Key.Last), f.Before.Length > 0 ? f.Before : "not shown", f.After.Length > 0 ? f.After : "not shown", f.What])]);
                foreach (var change in diff.Front.Concat(diff.Sections)) terminal.Line($"\n{change.Title}\n  was: {One(change.Before)}\n  is:  {One(change.After)}");
                if (diff.IsEmpty) terminal.Say("Nothing differs.");
            }
            return Exit.Ok;
        });
        return command;
    }

    private static string One(string text) => text.Length == 0 ? "not there" : text.ReplaceLineEndings(" / ");
}

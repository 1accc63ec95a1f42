using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Storage;
using Bellwether.Web.Access;

namespace Bellwether.Cli.Verbs;

/// <summary><c>audit</c>: who was shown what, who opened one child's file, whether the log is as it was written. Each reading is an entry too.</summary>
internal static class AuditVerb
{
    public static Command Make(Terminal terminal) => new("audit", "Who was shown which lists of children, who was refused, who changed what")
    {
        List(terminal), Of(terminal), Verify(terminal), Head(terminal), Export(terminal),
    };

    private static Command List(Terminal terminal)
    {
        var (home, json) = (Options.Home(), Options.Json());
        var person = new Option<string>("--person") { Description = "Only this person, by the short id that the list shows", DefaultValueFactory = _ => "" };
        var action = new Option<string>("--action") { Description = $"Only this: {string.Join(", ", AuditActions.All)}", DefaultValueFactory = _ => "" };
        action.AcceptOnlyFromAmong(["", .. AuditActions.All]);
        var day = Options.Date("--day", "Only this UTC day");
        var refused = new Option<bool>("--refused") { Description = "Only what was refused" };
        var most = new Option<int>("--most") { Description = "How many at most, newest first", DefaultValueFactory = _ => 50 };
        var command = new Command("list", "Entries, newest first") { home, person, action, day, refused, most, json };
        command.SetAction(parsed => Read(parsed.GetValue(home)!, audit =>
        {
            var filter = new AuditFilter { Who = parsed.GetValue(person)!, Action = parsed.GetValue(action)!, Day = parsed.GetValue(day), RefusedOnly = parsed.GetValue(refused) };
            var (entries, of) = audit.Find(filter, 0, Math.Max(0, parsed.GetValue(most)));
            if (parsed.GetValue(json)) terminal.Envelope("audit list", null, new { Of = of, Entries = entries });
            else
            {
                Print(terminal, entries);
                terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{entries.Count:N0} of {of:N0} entries."));
            }
            return Exit.Ok;
        }));
        return command;
    }

    private static Command Of(Terminal terminal)
    {
        var (home, json) = (Options.Home(), Options.Json());
        var child = new Argument<string>("CHILD") { Description = "The child's id, as the case system writes it; - to read it from standard input, so that it stands in no history of commands" };
        var command = new Command("of", "Who opened this child's file: every list shown in which the child stood") { child, home, json };
        command.SetAction(parsed => Read(parsed.GetValue(home)!, audit =>
        {
            var id = parsed.GetValue(child) is "-" ? terminal.Typed() : parsed.GetValue(child);
            if (id is not { Length: > 0 }) throw new UsageException("Write the child's id.");
            var entries = audit.OfChild(id);
            if (parsed.GetValue(json)) terminal.Envelope("audit of", null, new { Entries = entries });
            else
            {
                Print(terminal, entries);
                terminal.Say($"{EnglishText.Count(entries.Count, "entry", "entries")}, this question among them.");
            }
            return Exit.Ok;
        }));
        return command;
    }

    private static Command Verify(Terminal terminal)
    {
        var (home, json) = (Options.Home(), Options.Json());
        var kept = new Option<FileInfo?>("--kept") { Description = "A file of heads kept elsewhere, one a line, as audit head writes them: shows what was cut off or written anew" };
        var command = new Command("verify", "Is every entry as it was written? Names the first that is not") { home, kept, json };
        command.SetAction(parsed => Read(parsed.GetValue(home)!, audit =>
        {
            var verdict = audit.Verify(parsed.GetValue(kept) is { } file ? Heads(file) : []);
            if (parsed.GetValue(json)) terminal.Envelope("audit verify", null, new { Whole = verdict.FirstBad is null, verdict.FirstBad, verdict.Fault, verdict.Head.Number, verdict.Head.Hash });
            else terminal.Line(verdict.FirstBad is null ? string.Create(CultureInfo.InvariantCulture, $"Every entry, 1 to {verdict.Head.Number:N0}, is as it was written.") : verdict.Fault);
            return verdict.FirstBad is null ? Exit.Ok : Exit.Failed;
        }));
        return command;
    }

    private static Command Head(Terminal terminal)
    {
        var home = Options.Home();
        var command = new Command("head", "The newest entry's number and hash, to be kept where whoever can write to the store can't reach it") { home };
        command.SetAction(parsed => Read(parsed.GetValue(home)!, audit =>
        {
            terminal.Line(audit.Head().ToString());
            return Exit.Ok;
        }));
        return command;
    }

    private static Command Export(Terminal terminal)
    {
        var home = Options.Home();
        var command = new Command("export", "Every entry, oldest first, a line of JSON each, with the hashes") { home };
        command.SetAction(parsed => Read(parsed.GetValue(home)!, audit =>
        {
            audit.Export(entry => terminal.Line(JsonSerializer.Serialize(Cells(entry))));
            return Exit.Ok;
        }));
        return command;
    }

    /// <summary>The cells as they were hashed, in their order, then the two hashes: see docs/audit.md.</summary>
    private static Dictionary<string, object> Cells(AuditEntry e) => new()
    {
        ["number"] = e.Number,
        ["at"] = IsoTime.Format(e.At),
        ["who"] = e.Who,
        ["name"] = e.Name,
        ["role"] = e.Role,
        ["scope"] = e.Scope,
        ["action"] = e.Action,
        ["kind"] = e.Kind,
        ["object"] = e.Object,
        ["filter"] = e.Filter,
        ["listed"] = e.Rows,
        ["ids"] = e.Ids,
        ["reason"] = e.Reason,
        ["refused"] = e.IsRefused ? 1 : 0,
        ["product"] = e.Product,
        ["previous"] = e.Previous,
        ["hash"] = e.Hash,
    };

    private static int Read(DirectoryInfo folder, Func<AuditRoom, int> read)
    {
        using var home = Home.Open(folder.FullName, TimeProvider.System);
        return read(Desk.AuditOf(home, Role.PrivacyOfficer));
    }

    private static List<AuditHead> Heads(FileInfo file)
    {
        if (!file.Exists) throw new UsageException($"There is no file {file.Name}.");
        var heads = new List<AuditHead>();
        foreach (var line in File.ReadLines(file.FullName).Where(l => l.Trim().Length > 0))
            heads.Add(AuditHead.TryRead(line, out var head) ? head : throw new UsageException($"{file.Name} holds a line that is no head. A head is a number and 64 hexadecimal digits, as audit head writes it."));
        return heads;
    }

    private static void Print(Terminal terminal, IReadOnlyList<AuditEntry> entries) => terminal.Table(
        ["entry", "when (UTC)", "who", "role", "scope", "what", "of what", "asked", "rows"],
        [.. entries.Select(e => (IReadOnlyList<string>)
        [
            e.Number.ToString(CultureInfo.InvariantCulture), e.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), $"{e.Name} ({e.Who})", e.Role, e.Scope,
            e.IsRefused ? $"REFUSED {e.Action}: {e.Reason}" : e.Action, $"{e.Kind} {e.Object}".Trim(), e.Filter, e.Rows.ToString(CultureInfo.InvariantCulture),
        ])], 0, 8);
}

using System.Text.Json;
using Bellwether.Calendar;
using Bellwether.Publications.Documents;
using Bellwether.Publications.Packs;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Look;

namespace Bellwether.Web.Packs;

/// <summary>Small numbers decided, packs published, editions checked and compared.</summary>
public sealed partial class PackRoom
{
    /// <summary>Keeps what a named person decided about a small number.</summary>
    /// <returns>Why not, in words; empty where it was kept.</returns>
    public string Decide(PackDraft draft, string item, bool hide, string because, string by)
    {
        Demand(Level.Publishing);
        if (draft.Order.Classification.Audience != Audience.Public) return "Only a public pack has a list of small numbers.";
        if (draft.Small.FirstOrDefault(s => s.Id == item) is not { } found) return $"There is no small number \"{item}\" in this pack. See: pack small";
        gate.Audit.Write(AuditAction.DecidedSmallNumber, "pack", draft.Asked.Id, hide ? "hidden" : "kept");
        return Take(() => Workflow.Decide(draft.Asked.Id, found, hide, because, by));
    }

    /// <summary>Publishes a pack as its next edition, or says everything that stands in the way. There is never half an edition.</summary>
    /// <param name="asked">Which.</param>
    /// <param name="by">Who publishes it.</param>
    /// <param name="work">A folder in which the browser may work.</param>
    /// <exception cref="IOException">The disk is full or can't be written: nothing was published.</exception>
    public PublishOutcome Publish(PackAsked asked, string by, string work)
    {
        Demand(Level.Publishing);
        var day = LondonTime.DateOf(time.GetUtcNow());
        var draft = Draft(asked, day);
        if (InTheWay(draft, by) is { Count: > 0 } refused) return new PublishOutcome(null, refused, []);
        var id = asked.Completes.Length > 0 ? $"{asked.Completes}-s{1 + Take(() => Shelf.All()).Count(e => e.Completes == asked.Completes)}" : $"{asked.Id}-e{draft.Order.Edition}";
        List<EditionFile> files = [.. Files(draft.Document), new("grounds.json", to => JsonSerializer.Serialize(to, Grounds(draft), FigureJson.Options))];
        var pdf = PackFormats.Print(draft.Document, work, out var fault);
        if (pdf is not null) files.Add(new(PackFormats.Pdf, to => to.Write(pdf)));
        var meeting = draft.Order.Meeting is { } m ? $"{m.Body}, {EnglishDate.Format(m.Date)}" : "";
        gate.Audit.Write(AuditAction.PublishedEdition, "edition", id, draft.Order.Classification.Written);
        var edition = Take(() => Shelf.Publish(new Edition(id, asked.Id, asked.Template.Id, asked.Scorecard.Id, asked.Period.ToString(), draft.Order.Edition, draft.Document.Head.Title,
            draft.Order.Classification.Written, meeting, day, by.Trim(), Home.Software, asked.Correction, asked.Completes,
            [.. PackBuilder.Shown(draft.Order, draft.Material).Select(i => i.Name)], new Dictionary<string, string>()), files));
        return new PublishOutcome(edition, [], fault.Length > 0 ? [$"The edition has no PDF: {fault}"] : []);
    }

    /// <summary>The files of a document, Word in the council's own template where the home has one.</summary>
    public IReadOnlyList<EditionFile> Files(Document document) => PackFormats.Files(document, PackFormats.TemplateOf(home.Folder));

    /// <summary>Everything that stands in the way of publishing a pack, a line each.</summary>
    public IReadOnlyList<string> InTheWay(PackDraft draft, string by)
    {
        var asked = draft.Asked;
        var lines = new List<string>();
        if (by.Trim().Length == 0) lines.Add("Say who publishes it.");
        if (gate.KnownAt is { } day) lines.Add($"Figures are shown as known on {EnglishDate.Format(day)}: go back to what is known now to publish.");
        if (draft.Order.Edition > 1 && asked.Completes.Length == 0 && asked.Correction.Trim().Length == 0)
            lines.Add($"Edition {draft.Order.Edition - 1} is published and is never changed. A new edition takes its place only with a correction: say what is corrected.");
        if (asked.Completes.Length > 0 && Take(() => Shelf.Find(asked.Completes)) is null) lines.Add($"There is no edition {asked.Completes} to complete.");
        if (asked.Completes.Length > 0 && asked.Only.Count == 0) lines.Add("Supplementary pages need the indicators whose pages they bring.");
        var needed = Needed(draft);
        foreach (var text in needed.Where(t => t.Text?.State != TextState.Locked))
            lines.Add($"{text.Title}: the text is {text.Text?.State.Word() ?? "missing"}. Have it agreed and locked.");
        lines.AddRange(draft.Faults.Where(f => !IsOfUnwritten(f, needed)).Select(f => $"{f.Place}: {f.Found} {f.ToDo}"));
        lines.AddRange(draft.Undecided.Select(s => $"{s.Place}: {s.Words}. A named person must hide or keep it, with a reason ({s.Id})."));
        return lines;
    }

    /// <summary>True for a fault that says no more than that a text is not written yet.</summary>
    internal static bool IsOfUnwritten(PackFault fault, IReadOnlyList<NeededText> needed) =>
        fault.Code is "missing-comment" or "not-typed" && needed.Any(t => t.Text is null);

    /// <summary>An edition; null where there is none the reader may have.</summary>
    public Edition? Edition(string id) => Editions.FirstOrDefault(e => e.Id == id);

    /// <summary>The path of an edition's file.</summary>
    public string PathOf(Edition edition, string file) => Shelf.PathOf(edition, file);

    /// <summary>Files of an edition that are not as they were published, a line each.</summary>
    public IReadOnlyList<string> Faults(Edition edition) => Take(() => Shelf.Faults(edition));

    /// <summary>
    /// Whether an edition is as it was published, and gives the same bytes again where this is the version that wrote it; a later version must read
    /// the same document. A line for each fault.
    /// </summary>
    public IReadOnlyList<string> Verify(Edition edition)
    {
        var faults = Faults(edition).ToList();
        if (faults.Count > 0 || edition.Software != Home.Software) return faults;
        foreach (var file in Files(DocumentOf(edition)))
        {
            using var again = new MemoryStream();
            file.Write(again);
            if (Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(again.ToArray())) != edition.Files[file.Name])
                faults.Add($"{file.Name} does not come out the same bytes again{(file.Name == "pack.docx" ? ": the home’s template.docx was changed since, or the software" : "")}.");
        }
        return faults;
    }

    /// <summary>What lint says of an edition: faults of its document, and files that are not as they were published.</summary>
    public IReadOnlyList<PackFault> Lint(Edition edition) =>
    [
        .. Faults(edition).Select(f => new PackFault("changed-file", edition.Id, f, "Bring the edition back from a backup; it is never changed.")),
        .. PackLint.Check(DocumentOf(edition), edition.Indicators),
    ];

    /// <summary>An edition beside the pack as it would come out now: as reported, as now.</summary>
    public PackDiff SinceThen(Edition edition)
    {
        var asked = Ask(edition.Template, edition.Scorecard, Month.Parse(edition.Period)) with { Completes = edition.Completes, Only = edition.Completes.Length > 0 ? edition.Indicators : [] };
        return PackDiff.Of(DocumentOf(edition), Draft(asked).Document);
    }

    /// <summary>What the figures rest on: kept inside the edition.</summary>
    private Dictionary<string, object?> Grounds(PackDraft draft)
    {
        var shown = PackBuilder.Shown(draft.Order, draft.Material);
        var ids = shown.Select(i => i.Row.Definition.Id).ToHashSet(StringComparer.Ordinal);
        return new Dictionary<string, object?>
        {
            ["software"] = Home.Software,
            ["data_date"] = gate.DataDate,
            ["loads"] = Take(() => home.Store.Loads()).Select(l => new { l.Id, LoadedAt = IsoTime.Format(l.LoadedAt), l.DataDate }).ToList(),
            ["definitions"] = shown.Select(i => i.Row.Definition).DistinctBy(d => d.Id).ToDictionary(d => d.Id, d => File.Exists(d.File) ? File.ReadAllText(d.File) : ""),
            ["targets"] = home.Commitments.Targets.All.Where(t => ids.Contains(t.Indicator)).ToList(),
            ["template"] = draft.Asked.Template.Written,
            ["texts"] = Needed(draft).Select(t => t.Text).ToList(),
            ["decisions"] = draft.Order.Decisions,
        };
    }
}

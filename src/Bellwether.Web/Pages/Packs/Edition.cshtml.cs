using Bellwether.Calendar;
using Bellwether.Publications.Packs;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Bellwether.Web.Packs;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Packs;

/// <summary>A published edition: what it is, its files, whether it is as it was published, and what differs from another or from today.</summary>
[LetsOut(Level.Aggregates)]
public sealed class EditionModel : PackPage
{
    public Edition Edition { get; private set; } = null!;

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public IReadOnlyList<Edition> Supplements { get; private set; } = [];

    public TableView? Changes { get; private set; }

    public TableView Words { get; private set; } = null!;

    public string ChangesTitle { get; private set; } = "";

    public FilterForm? Filters { get; private set; }

    /// <summary>What people who make packs may have beyond what readers have: the grounds.</summary>
    public IReadOnlyList<string> Files => [.. Edition.Files.Keys.Where(f => f != "grounds.json" || Room.MayDraft)];

    public IEnumerable<(string Term, string Words)> Facts
    {
        get
        {
            yield return ("Published", $"{EnglishDate.Format(Edition.PublishedOn)} by {Edition.PublishedBy}");
            yield return ("Classification", Classification.Read(Edition.Classification, "", out _)?.Words ?? Edition.Classification);
            if (Edition.Meeting.Length > 0) yield return ("For", Edition.Meeting);
            if (Edition.Correction.Length > 0) yield return ("Takes the place of edition " + (Edition.Number - 1), Edition.Correction);
            if (Edition.Completes.Length > 0) yield return ("Completes", Edition.Completes);
            yield return ("Written by", Edition.Software);
            yield return ("Document’s SHA-256", Edition.Files[PackFormats.Source]);
        }
    }

    public IActionResult OnGet(string id, string? beside, string? done)
    {
        if (Room.Edition(id) is not { } edition) return NotFound();
        Edition = edition;
        Faults = Room.Faults(edition);
        Supplements = [.. Room.Editions.Where(e => e.Completes == edition.Id)];
        Done = done == "published" ? "Published. It is kept in the home’s folder editions and is never changed." : "";
        var others = Room.Editions.Where(e => e.Pack == edition.Pack && e.Id != edition.Id && e.Completes.Length == 0).ToList();
        if (Room.MayDraft)
            Filters = new FilterForm($"/packs/editions/{id}",
                [new("beside", "This edition beside", [new("now", "the pack as it would come out now"), .. others.Select(o => new FilterOption(o.Id, $"edition {o.Number} of {EnglishDate.Format(o.PublishedOn)}"))], beside ?? "now")], [], null, "What differs");
        if (beside is { Length: > 0 } && Room.MayDraft && !Compare(beside)) return NotFound();
        Frame($"{edition.Title}, edition {edition.Number}", "Packs");
        return Page();
    }

    private bool Compare(string beside)
    {
        PackDiff diff;
        if (beside == "now")
        {
            try { diff = Room.SinceThen(Edition); }
            catch (PackAskedException) { return false; }
            ChangesTitle = "As reported, and as now";
        }
        else
        {
            if (Room.Edition(beside) is not { } other) return false;
            diff = PackDiff.Of(Room.DocumentOf(Edition), Room.DocumentOf(other));
            ChangesTitle = $"This edition, and edition {other.Number}";
        }
        Changes = new TableView("Figures", [new("Figure"), new("To"), new("As reported", true), new(beside == "now" ? "As now" : "In the other", true), new("What else")],
            [.. diff.Figures.Select(f => (IReadOnlyList<TableCell>)[f.Title, EnglishDate.Format(f.Key.Last), Shown(f.Before), Shown(f.After), f.What.Length > 0 ? f.What : "nothing"])]);
        Words = new TableView("Words", [new("Where"), new("As reported"), new(beside == "now" ? "As now" : "In the other")],
            [.. diff.Front.Concat(diff.Sections).Select(c => (IReadOnlyList<TableCell>)[c.Title, Shown(c.Before), Shown(c.After)])]);
        return true;
    }

    private static string Shown(string text) => text.Length > 0 ? text : "not shown";
}

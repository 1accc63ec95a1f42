using Bellwether.Calendar;
using Bellwether.Publications.Packs;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Bellwether.Web.Packs;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Packs;

/// <summary>One pack as it stands: where it goes, its files, texts, faults and small numbers, and publishing it.</summary>
[LetsOut(Level.Drafts)]
public sealed class PackModel : PackPage
{
    public PackDraft Draft { get; private set; } = null!;

    public IReadOnlyList<NeededText> Texts { get; private set; } = [];

    public IReadOnlyList<string> InTheWay { get; private set; } = [];

    public Edition? Latest { get; private set; }

    public string Correction { get; private set; } = "";

    public string Here => AddressOf(Draft.Asked);

    public IReadOnlyList<string> Files => [.. PackFormats.Files(Draft.Document).Select(f => f.Name), PackFormats.Pdf];

    public string Standing => $"{Draft.Material.Indicators.Count} indicators of {Draft.Asked.Scorecard.Title}, {Draft.Asked.Period.Label}. "
        + (Latest is null ? "Not published yet." : $"Edition {Latest.Number} was published on {EnglishDate.Format(Latest.PublishedOn)}; what stands here would be edition {Draft.Order.Edition}.");

    public string Goes => (Draft.Order.Meeting is { } m ? $"To {m.Body} on {EnglishDate.Format(m.Date)}; papers are due on {EnglishDate.Format(m.PapersDue)}. " : "No meeting is named, so the paper has no date. ")
        + Draft.Order.Classification.Words + ".";

    public string TextsSaid => $"{Texts.Count(t => t.Text?.State == TextState.Locked)} of {Texts.Count} are locked; {Texts.Count(t => t.Text is null)} are missing.";

    public TableView Faults => new("Faults", [new("Place"), new("What was found"), new("What to do")],
        [.. Draft.Faults.Where(f => !PackRoom.IsOfUnwritten(f, Texts)).Select(f => (IReadOnlyList<TableCell>)[new TableCell(f.Place, f.Code), f.Found, f.ToDo])], HideCaption: true);

    /// <summary>Small numbers by the page they stand on, each with what was decided.</summary>
    public IEnumerable<(string Place, IReadOnlyList<(SmallNumber Item, SmallDecision? Decided)> Items, int Number)> SmallByPlace => Draft.Small
        .GroupBy(s => s.Place.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var end ? s.Place[..end] : s.Place, StringComparer.Ordinal)
        .Select((g, i) => (g.Key, (IReadOnlyList<(SmallNumber, SmallDecision?)>)[.. g.Select(s => (s, Draft.Order.Decisions.FirstOrDefault(d => d.Item == s.Id)))], i + 1));

    public string SmallSaid => Draft.Undecided.Count == 0 ? "All are decided." : $"{Draft.Undecided.Count} of {Draft.Small.Count} are not decided.";

    public IActionResult OnGet(string template, string scorecard, string period, string? done)
    {
        if (!Fill(template, scorecard, period)) return NotFound();
        Done = done switch { "where" => "Kept.", "decided" => "The decision is kept.", _ => "" };
        return Page();
    }

    public IActionResult OnPostWhere(string template, string scorecard, string period, string? meeting, string? audience, string? exempt)
    {
        if (AskedOf(template, scorecard, period) is not { } asked) return NotFound();
        var refused = Room.Set(asked, meeting ?? "", audience ?? "", exempt ?? "");
        if (refused.Length == 0) return Redirect(AddressOf(asked) + "?done=where");
        Fill(template, scorecard, period);
        return Page(refused);
    }

    public IActionResult OnPostDecide(string template, string scorecard, string period, string[]? item, bool hide, string? because, string? by)
    {
        if (!Fill(template, scorecard, period)) return NotFound();
        if (item is not { Length: > 0 }) return Page("No small number is ticked. Tick those to hide or keep.");
        var refused = item.Select(i => Room.Decide(Draft, i, hide, because ?? "", by ?? "")).FirstOrDefault(r => r.Length > 0);
        return refused is null ? Redirect(Here + "?done=decided#small") : Page(refused);
    }

    public IActionResult OnPostPublish(string template, string scorecard, string period, string? by, string? correction)
    {
        if (AskedOf(template, scorecard, period) is not { } asked) return NotFound();
        Correction = correction?.Trim() ?? "";
        return Publish(asked with { Correction = Correction }, by ?? "");
    }

    public IActionResult OnPostSupplement(string template, string scorecard, string period, string? by, string? completes, string? only)
    {
        if (AskedOf(template, scorecard, period) is not { } asked) return NotFound();
        return Publish(asked with { Completes = completes ?? "", Only = only is { Length: > 0 } ? [only] : [] }, by ?? "");
    }

    /// <summary>Where on its page a small number stands, and what hiding it takes along beyond its own figure.</summary>
    public static string Aside(SmallNumber item)
    {
        var where = item.Place.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var end ? $" ({item.Place[(end + 2)..]})" : "";
        return item.Consequence.StartsWith("Its value, rating", StringComparison.Ordinal) || item.Consequence.Length == 0 ? where : $"{where}. If hidden: {item.Consequence}";
    }

    private IActionResult Publish(PackAsked asked, string by)
    {
        var work = Directory.CreateTempSubdirectory("bellwether-print-");
        string refused;
        try
        {
            var outcome = Room.Publish(asked, by, work.FullName);
            if (outcome.Edition is { } edition) return Redirect($"/packs/editions/{edition.Id}?done=published");
            refused = string.Join('\n', outcome.Refused);
        }
        catch (IOException e) { refused = e.Message; }
        finally { work.Delete(recursive: true); }
        Fill(asked.Template.Id, asked.Scorecard.Id, asked.Period.ToString());
        return Page(refused);
    }

    private bool Fill(string template, string scorecard, string period)
    {
        if (AskedOf(template, scorecard, period) is not { } asked) return false;
        Draft = Room.Draft(asked);
        Texts = Room.Needed(Draft);
        Latest = Room.Editions.Where(e => e.Pack == asked.Id && e.Completes.Length == 0).MaxBy(e => e.Number);
        InTheWay = Room.MayPublish ? Room.InTheWay(Draft, Me) : [];
        Frame(Draft.Document.Head.Title, "Packs", asked.Period);
        return true;
    }
}

using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Publications.Packs;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Bellwether.Web.Packs;
using Bellwether.Web.Pages.Packs;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Commentary;

/// <summary>The texts of a pack, who owes each, and how far it is; red first.</summary>
[LetsOut(Level.Drafts)]
public sealed class IndexModel : PackPage
{
    public PackAsked Asked { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public string Due { get; private set; } = "";

    public TableView Table { get; private set; } = null!;

    /// <summary>How many texts wait to be agreed, and how many agreed ones to be locked.</summary>
    public (int Agree, int Lock) Waiting { get; private set; }

    public string Here => BoardOf(Asked);

    public IActionResult OnGet(string? template, string? scorecard, string? period, int? signed)
    {
        if (template is null)
        {
            try { return Redirect(BoardOf(Room.Ask(null, null, null))); }
            catch (PackAskedException) { return NotFound(); }
        }
        if (AskedOf(template, scorecard ?? "", period ?? "") is not { } asked) return NotFound();
        Fill(Room.Draft(asked));
        Done = signed is { } count ? $"{EnglishText.Count(count, "text")} signed." : "";
        return Page();
    }

    public IActionResult OnPostSign(string template, string scorecard, string period, TextState to, string? by)
    {
        if (AskedOf(template, scorecard, period) is not { } asked || to is not (TextState.Agreed or TextState.Locked)) return NotFound();
        var (signed, refused) = Room.SignAll(Room.Draft(asked), to, by ?? "");
        if (refused.Count == 0) return Redirect($"{BoardOf(asked)}?signed={signed}");
        Fill(Room.Draft(asked));
        Done = signed > 0 ? $"{EnglishText.Number(signed)} signed; the others were not." : "";
        return Page(string.Join('\n', refused));
    }

    private void Fill(PackDraft draft)
    {
        Asked = draft.Asked;
        Title = draft.Document.Head.Title;
        Due = draft.Order.Meeting is { } m ? $"Papers are due on {EnglishDate.Format(m.PapersDue)} for {m.Body} on {EnglishDate.Format(m.Date)}." : "No meeting is named yet, so nothing says by when.";
        var (indicators, needed) = (draft.Material.Indicators.ToDictionary(i => i.Name, StringComparer.Ordinal), Room.Needed(draft));
        Waiting = (needed.Count(t => t.Text?.State is TextState.Draft or TextState.Review), needed.Count(t => t.Text?.State == TextState.Agreed));
        Table = new TableView("Texts", [new("About"), new("Rating"), new("Who answers"), new("State"), new("Written by"), new("Agreed by"), new("In the way", true)],
            [.. needed.OrderBy(t => indicators.TryGetValue(t.Key.Subject, out var i) ? (int?)i.Row.Now.Judgement.Rating ?? 3 : 4).Select(t => Line(Asked, t, indicators.GetValueOrDefault(t.Key.Subject)))], HideCaption: true);
        Frame("Who owes what", "Packs", Asked.Period);
    }

    private static IReadOnlyList<TableCell> Line(PackAsked asked, NeededText text, PackIndicator? indicator) =>
    [
        new TableCell(text.Title, Href: TextOf(asked, text.Key.Subject)),
        indicator is null ? "section" : indicator.Row.Now.Judgement.Rating is null ? "not rated" : new TableCell("", Rating: Said.Tag(indicator.Row.Now.Judgement)),
        indicator?.Row.Owner.Director is { Length: > 0 } director ? director : indicator?.Row.Definition.Owner is { Length: > 0 } owner ? owner : "nobody named",
        text.Text?.State.Word() ?? "missing",
        text.Text?.Written.Name ?? "nobody", text.Text?.Agreed?.Name ?? "nobody",
        text.Text is null ? "all of it" : EnglishText.Number(text.Questions.Count),
    ];
}

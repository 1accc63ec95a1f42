using Bellwether.Calendar;
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

    public IActionResult OnGet(string? template, string? scorecard, string? period)
    {
        if (template is null)
        {
            try { return Redirect(BoardOf(Room.Ask(null, null, null))); }
            catch (PackAskedException) { return NotFound(); }
        }
        if (AskedOf(template, scorecard ?? "", period ?? "") is not { } asked) return NotFound();
        Asked = asked;
        var draft = Room.Draft(asked);
        Title = draft.Document.Head.Title;
        Due = draft.Order.Meeting is { } m ? $"Papers are due on {EnglishDate.Format(m.PapersDue)} for {m.Body} on {EnglishDate.Format(m.Date)}." : "No meeting is named yet, so nothing says by when.";
        var indicators = draft.Material.Indicators.ToDictionary(i => i.Name, StringComparer.Ordinal);
        Table = new TableView("Texts", [new("About"), new("Rating"), new("Who answers"), new("State"), new("Written by"), new("Agreed by"), new("In the way", true)],
            [.. Room.Needed(draft).OrderBy(t => indicators.TryGetValue(t.Key.Subject, out var i) ? (int?)i.Row.Now.Judgement.Rating ?? 3 : 4).Select(t => Line(asked, t, indicators.GetValueOrDefault(t.Key.Subject)))], HideCaption: true);
        Frame("Who owes what", "Packs", asked.Period);
        return Page();
    }

    private static IReadOnlyList<TableCell> Line(PackAsked asked, NeededText text, PackIndicator? indicator) =>
    [
        new TableCell(text.Title, Href: TextOf(asked, text.Key.Subject)),
        indicator is null ? "none" : new TableCell("", Rating: Said.Tag(indicator.Row.Now.Judgement)),
        indicator?.Row.Owner.Director is { Length: > 0 } director ? director : indicator?.Row.Definition.Owner is { Length: > 0 } owner ? owner : "nobody named",
        text.Text is null ? "missing" : TextModel.Word(text.Text.State),
        text.Text?.Written.Name ?? "nobody", text.Text?.Agreed?.Name ?? "nobody",
        text.Text is null ? "all of it" : Said.Number(text.Questions.Count),
    ];
}

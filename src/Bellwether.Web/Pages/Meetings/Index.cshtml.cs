using Bellwether.Calendar;
using Bellwether.Publications.Packs;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Bellwether.Web.Pages.Packs;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Meetings;

/// <summary>The register of meetings that packs go to.</summary>
[LetsOut(Level.Drafts)]
public sealed class IndexModel : PackPage
{
    public TableView Table => new("Meetings, latest first", [new("Body"), new("Date"), new("Papers due"), new("Who reads"), new("Agenda item")],
        [.. Room.Meetings().Select(m => (IReadOnlyList<TableCell>)
            [new TableCell(m.Body, m.Id), EnglishDate.Format(m.Date), EnglishDate.Format(m.PapersDue), m.Classification.Words, m.AgendaItem.Length > 0 ? m.AgendaItem : "not known yet"])], HideCaption: true);

    /// <summary>What was typed, where the form was refused.</summary>
    public string Given(string name) => Request.HasFormContentType ? Request.Form[name].ToString() : "";

    public IActionResult OnGet(string? done)
    {
        Done = done == "kept" ? "Kept." : "";
        Frame("Meetings", "Packs");
        return Page();
    }

    public IActionResult OnPost(string? id, string? body, string? date, string? due, string? item, string? audience, string? exempt)
    {
        Frame("Meetings", "Packs");
        if (!DateText.TryParse(date ?? "", out var day)) return Page($"The date of the meeting is \"{date}\". Write a date such as 2017-09-07.");
        var last = day.AddDays(-10);
        if (due is { Length: > 0 } && !DateText.TryParse(due, out last)) return Page($"Papers are due on \"{due}\". Write a date such as 2017-08-25.");
        if (Classification.Read(audience ?? "", exempt ?? "", out var fault) is not { } classification) return Page(fault);
        var refused = Room.Save(new Meeting(id?.Trim() ?? "", body ?? "", day, classification, last, item ?? ""));
        return refused.Length == 0 ? Redirect("/meetings?done=kept") : Page(refused);
    }
}

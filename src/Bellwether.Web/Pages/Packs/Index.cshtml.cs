using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Publications.Packs;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Bellwether.Web.Packs;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Packs;

/// <summary>Published editions, and for people who make packs the choice of one to make.</summary>
[LetsOut(Level.Aggregates)]
public sealed class IndexModel : PackPage
{
    public FilterForm? Filters { get; private set; }

    public string Why { get; private set; } = "";

    public TableView Table { get; private set; } = null!;

    public IActionResult OnGet(string? template, string? scorecard, string? period)
    {
        if (Room.MayDraft)
        {
            try
            {
                var asked = Room.Ask(template, scorecard, Month.TryParse(period, out var month) ? month : null);
                if (template is not null) return Redirect(AddressOf(asked));
                Filters = new FilterForm("/packs",
                [
                    new("template", "Layout", [.. Room.Templates.Select(t => new FilterOption(t.Id, NameOf(t)))], asked.Template.Id),
                    new("scorecard", "Scorecard", [.. Gate.Catalogue.Scorecards.Select(s => new FilterOption(s.Id, s.Title))], asked.Scorecard.Id),
                    new("period", "Month", Months(asked.Period), asked.Period.ToString()),
                ], [], null, "Layout, scorecard and month");
            }
            catch (PackAskedException e) when (template is null) { Why = e.Message; }
            catch (PackAskedException) { return NotFound(); }
        }
        Table = new TableView("Published editions", [new("Edition"), new("For"), new("Published"), new("By"), new("What it is")],
            [.. Room.Editions.Select(e => (IReadOnlyList<TableCell>)
            [
                new TableCell(e.Title, $"edition {e.Number}", $"/packs/editions/{e.Id}"), e.Meeting.Length > 0 ? e.Meeting : "no meeting named", EnglishDate.Format(e.PublishedOn), e.PublishedBy,
                e.Completes.Length > 0 ? $"supplementary pages to {e.Completes}" : e.Correction.Length > 0 ? $"a correction: {e.Correction}" : "the first",
            ])], HideCaption: true);
        Frame("Packs", "Packs");
        return Page();
    }

    /// <summary>"Indicator pages".</summary>
    public string NameOf(PackTemplate template) => EnglishText.Capital(EnglishText.Spoken(template.Id));
}

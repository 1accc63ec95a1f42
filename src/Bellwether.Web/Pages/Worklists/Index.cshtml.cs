using Bellwether.Codes;
using Bellwether.Indicators.Definitions;
using Bellwether.Web.Access;
using Bellwether.Web.Look;

namespace Bellwether.Web.Pages.Worklists;

/// <summary>What is overdue and what falls due in each worklist, within the reader's scope: the page for a Monday.</summary>
[LetsOut(Level.Children)]
public sealed class IndexModel : SitePage
{
    private IReadOnlyList<WorklistLength> _lengths = [];

    /// <summary>Lists with something on them.</summary>
    public TableView ToDo { get; private set; } = null!;

    /// <summary>Lists that the data can tell and nothing is on.</summary>
    public IReadOnlyList<Definition> Empty => [.. _lengths.Where(l => l.IsEmpty && l.Because.Length == 0).Select(l => l.Found.Entry.Definition)];

    /// <summary>Lists that the data can't tell, each with its reason.</summary>
    public IReadOnlyList<(Definition Definition, string Because)> Untold => [.. _lengths.Where(l => l.Because.Length > 0).Select(l => (l.Found.Entry.Definition, l.Because))];

    public void OnGet()
    {
        if (Gate.HasData)
        {
            _lengths = Gate.Worklists();
            ToDo = new TableView("Worklists with something on them", [new("Worklist"), new("Overdue or not met", true), new("Due within 7 days", true), new("Due in 8 to 14 days", true), new("Why it matters")],
                [.. _lengths.Where(l => !l.IsEmpty).Select(l => (IReadOnlyList<TableCell>)
                [
                    new TableCell(l.Found.Entry.Definition.Title, Href: $"/worklists/{l.Found.Entry.Definition.Id}"),
                    EnglishText.Number(l.Overdue + l.Listed), EnglishText.Number(l.InAWeek), EnglishText.Number(l.InAFortnight), l.Found.Entry.Definition.Why,
                ])]);
        }
        Frame("Worklists", "Worklists");
    }
}

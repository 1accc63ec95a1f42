using Bellwether.Web.Access;
using Bellwether.Web.Look;

namespace Bellwether.Web.Pages.Definitions;

/// <summary>Every indicator defined in this home.</summary>
[LetsOut(Level.Aggregates)]
public sealed class IndexModel : SitePage
{
    public TableView Table { get; private set; } = null!;

    public void OnGet()
    {
        Table = new TableView("Definitions", [new("Indicator"), new("Code"), new("Better"), new("Windows"), new("Variants"), new("Owner")],
            [.. Gate.Catalogue.Entries.OrderBy(e => e.Definition.Title, StringComparer.Ordinal).Select(e => e.Definition).Select(d => (IReadOnlyList<TableCell>)
            [
                new TableCell(d.Title.Length > 0 ? d.Title : d.Id, Href: $"/definitions/{d.Id}"), d.Code.Length > 0 ? d.Code : "local", Said.Better(d.Better),
                string.Join(", ", d.Windows.Select(Said.WindowName)), d.Variants.Count == 0 ? "none" : string.Join(", ", d.Variants.Select(v => v.Title)),
                d.Owner.Length > 0 ? d.Owner : "nobody named",
            ])], HideCaption: true);
        Frame("Definitions", "Definitions");
    }
}

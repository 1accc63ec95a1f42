using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Publications;
using Bellwether.Web.Access;
using Bellwether.Web.Look;

namespace Bellwether.Web.Pages.Worklists;

/// <summary>The indicators that have a worklist.</summary>
[LetsOut(Level.Children)]
public sealed class IndexModel : SitePage
{
    public TableView Table { get; private set; } = null!;

    public void OnGet()
    {
        if (Gate.HasData)
            Table = new TableView("Worklists", [new("Worklist"), new("Which way is better"), new("Why it matters")],
                [.. Gate.Catalogue.Entries.Select(e => new Found(e, "")).Where(HasOne).Select(f => (IReadOnlyList<TableCell>)
                [
                    new TableCell(f.Entry.Definition.Title, Href: $"/worklists/{f.Entry.Definition.Id}"),
                    FigureWords.Better(f.Entry.Definition.Better), f.Entry.Definition.Why,
                ])], HideCaption: true);
        Frame("Worklists", "Worklists");
    }

    /// <summary>
    /// True where somebody can act on the cases: a share of cases that should be met, or a count of what should not be.
    /// </summary>
    public static bool HasOne(Found found) => found.Bound is { } bound && found.Entry.Definition.Better switch
    {
        Better.Higher => bound.Met is not null && bound.Show == Show.Percentage,
        Better.Lower => bound.Met is null && bound.Show == Show.Count && bound.Form == CaseForm.Open,
        _ => false,
    };
}

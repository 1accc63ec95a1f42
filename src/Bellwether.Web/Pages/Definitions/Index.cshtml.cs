using Bellwether.Publications;
using Bellwether.Web.Access;
using Bellwether.Web.Look;

namespace Bellwether.Web.Pages.Definitions;

/// <summary>Every indicator defined in this home.</summary>
[LetsOut(Level.Aggregates)]
public sealed class IndexModel : SitePage
{
    public TableView Table { get; private set; } = null!;

    /// <summary>Definitions that can't be used, and why; null where all can.</summary>
    public TableView? Mistakes { get; private set; }

    public void OnGet()
    {
        Table = new TableView("Definitions", [new("Indicator"), new("Code"), new("Better"), new("Windows"), new("Variants"), new("Owner")],
            [.. Gate.Catalogue.Entries.OrderBy(e => e.Definition.Title, StringComparer.Ordinal).Select(e => e.Definition).Select(d => (IReadOnlyList<TableCell>)
            [
                new TableCell(d.Title.Length > 0 ? d.Title : d.Id, Href: $"/definitions/{d.Id}"), d.Code.Length > 0 ? d.Code : "local", FigureWords.Better(d.Better),
                string.Join(", ", d.Windows.Select(FigureWords.WindowName)), d.Variants.Count == 0 ? "none" : string.Join(", ", d.Variants.Select(v => v.Title)),
                d.Owner.Length > 0 ? d.Owner : "nobody named",
            ])], HideCaption: true);
        var mistakes = Gate.Catalogue.Messages.Where(m => m.Severity == Bellwether.Indicators.Language.Severity.Error).ToList();
        if (mistakes.Count > 0)
            Mistakes = new TableView("Left out, because of a mistake in the file", [new("File"), new("Line"), new("What is wrong")],
                [.. mistakes.Select(m => (IReadOnlyList<TableCell>)[m.At.File, m.At.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), m.Text])]);
        Frame("Definitions", "Definitions");
    }
}

using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Web.Access;
using Bellwether.Web.Look;

namespace Bellwether.Web.Pages.Loads;

/// <summary>Every load, newest first.</summary>
[LetsOut(Level.Loads)]
public sealed class IndexModel : SitePage
{
    public TableView Table { get; private set; } = null!;

    public void OnGet()
    {
        Table = new TableView("Data loads, newest first",
            [new("Load"), new("Loaded on"), new("Data date"), new("Lists", true), new("Rows", true), new("Rows set aside", true), new("Values noted", true)],
            [.. Gate.Loads().Select(l => (IReadOnlyList<TableCell>)
            [
                new TableCell($"Load {l.Id}", Href: $"/loads/{l.Id}"), EnglishDate.Format(LondonTime.DateOf(l.LoadedAt)),
                l.DataDate is { } date ? new TableCell(EnglishDate.Format(date), l.DataDateIsGiven ? "given" : "worked out from its dates") : "nothing dated",
                EnglishText.Number(l.Receipt.Count), EnglishText.Number(l.Receipt.Sum(r => (long)r.Rows)), EnglishText.Number(l.Receipt.Sum(r => (long)r.SetAside)),
                EnglishText.Number(l.Findings.Count(f => f.Outcome == Outcome.Noted)),
            ])], HideCaption: true);
        Frame("Data loads", "Data loads");
    }
}

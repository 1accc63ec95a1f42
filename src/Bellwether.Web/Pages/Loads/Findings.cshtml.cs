using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Web.Access;
using Bellwether.Web.Look;

namespace Bellwether.Web.Pages.Loads;

/// <summary>Each kind of finding, load by load: what gets better at the source and what does not.</summary>
[LetsOut(Level.Loads)]
public sealed class FindingsModel : SitePage
{
    private const int LoadsShown = 8;

    public TableView Table { get; private set; } = null!;

    public void OnGet()
    {
        var loads = Gate.Loads().Take(LoadsShown).Reverse().ToList();
        var touched = (loads.Count > 0 ? Gate.GroupsOf(loads[^1]) : []).ToLookup(g => g.Code);
        var codes = loads.SelectMany(l => l.Findings).GroupBy(Code).OrderBy(g => g.Min(f => f.Outcome)).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        Table = new TableView("Findings by load",
            [new("Finding"), new("Outcome"), .. loads.Select(l => new TableColumn($"Load {l.Id}", true)), new("Indicators touched now, and by how much at most")],
            [.. codes.Select(g => (IReadOnlyList<TableCell>)
            [
                g.Key, LoadModel.Word(g.Min(f => f.Outcome)), .. loads.Select(l => (TableCell)EnglishText.Number(l.Findings.Where(f => Code(f) == g.Key).Sum(f => (long)f.Times))),
                LoadModel.Touched(touched[g.Key]),
            ])], HideCaption: true);
        Frame("Findings from load to load", "Data loads");
    }

    private static string Code(Finding finding) => finding.StandsFor.Length > 0 ? finding.StandsFor : finding.Code;
}

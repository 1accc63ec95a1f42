using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Scorecards;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Areas;

/// <summary>The scorecard's indicators by district or team.</summary>
[LetsOut(Level.Aggregates)]
public sealed class IndexModel : SitePage
{
    public AreaGrid Grid { get; private set; } = null!;

    public TableView Table { get; private set; } = null!;

    public TableView Small { get; private set; } = null!;

    public FilterForm Filters { get; private set; } = null!;

    public IReadOnlyList<(string Title, string Words)> Masked { get; private set; } = [];

    /// <summary>The same crossed with a second breakdown; null where none was asked.</summary>
    public CrossedAreas? Across { get; private set; }

    /// <summary>A table of each indicator crossed, with what its average hides.</summary>
    public IReadOnlyList<(TableView Table, string Masked)> CrossedTables { get; private set; } = [];

    /// <summary>What stands beside what.</summary>
    public string Heading => $"By {Grid.Breakdown}{(Across is { } across ? $" and {EnglishText.Spoken(across.And)}" : "")}, {Grid.Period.Label}";

    public string Json => Address($"/areas/{Grid.Period}.json", ("by", Grid.Breakdown == "district" ? null : Grid.Breakdown), ("and", Across?.And));

    public IActionResult OnGet(string? period, string? by, string? and, string? format)
    {
        if (!Gate.HasData || Gate.FirstScorecard is not { } scorecard || by is not (null or "" or "district" or "team")) return NotFound();
        // Crossed cells get as small as one child, so readers without rows are not offered them.
        if (and is { Length: > 0 } && !MayCross.Any(o => o.Value == and)) return NotFound();
        if (RouteData.Values["period"] is not string written)
            return Redirect(Address($"/areas/{(TryPeriod(Request.Query["period"], out var picked) ? picked : Gate.LatestMonth)}", ("by", by), ("and", and)));
        (written, var form) = Suffixed(written, format);
        if (!TryPeriod(written, out var month)) return NotFound();
        var part = string.IsNullOrEmpty(by) ? "district" : by;
        if (and is { Length: > 0 })
        {
            Across = Gate.Crossed(scorecard, month, new Breakdown(part, and));
            if (form == "json") return new JsonResult(FigureJson.Envelope("areas", month.Last, BesideJson.Of(Across), Gate.NoticeOfCells.Length > 0 ? [Gate.NoticeOfCells] : []), FigureJson.Options);
            CrossedTables = [.. Across.Rows.Select(r => (AreasView.Crossed(r, m => Gate.LabelOf(part, m), m => Gate.LabelOf(and, m), Gate.Members(and), EnglishText.Capital(part)), r.Masked))];
        }
        Grid = Gate.Areas(scorecard, month, part);
        if (form == "json") return new JsonResult(FigureJson.Envelope("areas", month.Last, BesideJson.Of(Grid), []), FigureJson.Options);
        Table = AreasView.Grid(Grid, row => Address($"/indicators/{row.Definition.Id}/{month}", ("variant", row.Variant)));
        Small = AreasView.SmallMultiples(Grid);
        Masked = [.. Grid.Rows.Where(r => r.Masked.Length > 0).Select(r => (r.Row.Title, r.Masked))];
        Filters = new FilterForm("/areas",
            [new FilterField("period", "Month", Months(month), month.ToString()), new FilterField("by", "By", [new("district", "District"), new("team", "Team")], Grid.Breakdown),
                .. MayCross.Count == 0 ? Array.Empty<FilterField>() : [new FilterField("and", "Crossed with", [new("", "Nothing"), .. MayCross], and)]], [],
            $"{Grid.Rows.Count} indicators, {Grid.Areas.Count} {Grid.Breakdown}s", "Month and areas");
        Frame(Heading, "Scorecard", month, landscape: true);
        return Page();
    }

    /// <summary>What a district or team may be crossed with; nothing for a reader without the right to rows.</summary>
    private IReadOnlyList<FilterOption> MayCross => !Gate.ShowsChildren ? []
        : [.. AreaGrid.Crossable.Where(b => Gate.Members(b).Count > 0).Select(b => new FilterOption(b, EnglishText.Spoken(b)))];
}

using Bellwether.Calendar;
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

    public string Json => Address($"/areas/{Grid.Period}.json", ("by", Grid.Breakdown == "district" ? null : Grid.Breakdown));

    public IActionResult OnGet(string? period, string? by, string? format)
    {
        if (!Gate.HasData || Gate.FirstScorecard is not { } scorecard || by is not (null or "" or "district" or "team")) return NotFound();
        if (RouteData.Values["period"] is not string written)
            return Redirect(Address($"/areas/{(TryPeriod(Request.Query["period"], out var picked) ? picked : Gate.LatestMonth)}", ("by", by)));
        (written, var form) = Suffixed(written, format);
        if (!TryPeriod(written, out var month)) return NotFound();
        Grid = Gate.Areas(scorecard, month, string.IsNullOrEmpty(by) ? "district" : by);
        if (form == "json") return new JsonResult(FigureJson.Envelope("areas", month.Last, BesideJson.Of(Grid), []), FigureJson.Options);
        Table = AreasView.Grid(Grid, row => Address($"/indicators/{row.Definition.Id}/{month}", ("variant", row.Variant)));
        Small = AreasView.SmallMultiples(Grid);
        Masked = [.. Grid.Rows.Where(r => r.Masked.Length > 0).Select(r => (r.Row.Title, r.Masked))];
        Filters = new FilterForm("/areas",
            [new FilterField("period", "Month", Months(month), month.ToString()), new FilterField("by", "By", [new("district", "District"), new("team", "Team")], Grid.Breakdown)], [],
            $"{Grid.Rows.Count} indicators, {Grid.Areas.Count} {Grid.Breakdown}s", "Month and areas");
        Frame($"By {Grid.Breakdown}, {month.Label}", "Scorecard", month, landscape: true);
        return Page();
    }
}

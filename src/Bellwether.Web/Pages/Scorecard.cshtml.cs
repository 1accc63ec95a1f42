using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Bellwether.Writers.Csv;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages;

/// <summary>The scorecard of one month.</summary>
[LetsOut(Level.Aggregates)]
public sealed class ScorecardModel : SitePage
{
    private Scorecard? _scorecard;

    public FilledScorecard? Card { get; private set; }

    public string Empty { get; private set; } = "";

    public IReadOnlyList<RatingCount> Counts { get; private set; } = [];

    public FilterForm Filters { get; private set; } = null!;

    public IReadOnlyList<string> Notes { get; private set; } = [];

    public TableView Table { get; private set; } = null!;

    public IActionResult OnGet(string? period, string? id, string? format)
    {
        _scorecard = id is null ? Gate.FirstScorecard : Gate.Catalogue.FindScorecard(id);
        if (_scorecard is null && id is not null) return NotFound();
        if (!Gate.HasData || _scorecard is null)
        {
            Empty = _scorecard is null
                ? "No scorecard is defined: add one to definitions/scorecards of this home."
                : "Nothing has been loaded yet. Load an extract with: ./bellwether load --home HOME PATH";
            Frame("Scorecard", "Scorecard");
            return Page();
        }
        if (RouteData.Values["period"] is not string written)
            return Redirect(Of(TryPeriod(Request.Query["period"], out var picked) ? picked : Gate.LatestMonth));
        (written, var form) = Suffixed(written, format);
        if (!TryPeriod(written, out var month)) return NotFound();
        var card = Gate.Scorecard(_scorecard, month);
        if (form == "csv") return File(CsvText.Write(ScorecardFile.Headings, ScorecardFile.Rows(card)), "text/csv; charset=utf-8", $"{card.Id}-{month}.csv");
        if (form == "json") return new JsonResult(FigureJson.Envelope("scorecard", card.LastDay, FigureJson.Of(card), []), FigureJson.Options);
        Card = card;
        Counts = ScorecardView.Counts(card);
        Notes = ScorecardView.Notes(card);
        Table = ScorecardView.Table(card, row => Address($"/indicators/{row.Definition.Id}/{month}", ("variant", row.Variant)));
        Filters = new FilterForm("/scorecard", Fields(month), Gate.Catalogue.Scorecards.Count > 1 || id is null ? [] : [new("id", _scorecard.Id)],
            $"{card.Rows.Count} indicators", "Month and scorecard");
        Frame($"{card.Title}, {month.Label}", "Scorecard", month, landscape: true);
        return Page();
    }

    /// <summary>This scorecard's address for a month.</summary>
    public string Of(Month month, string suffix = "") =>
        Address($"/scorecard/{month}{suffix}", ("id", _scorecard!.Id == Gate.FirstScorecard?.Id ? null : _scorecard.Id));

    private List<FilterField> Fields(Month month)
    {
        var fields = new List<FilterField> { new("period", "Month", Months(month), month.ToString()) };
        if (Gate.Catalogue.Scorecards.Count > 1)
            fields.Add(new FilterField("id", "Scorecard", [.. Gate.Catalogue.Scorecards.Select(s => new FilterOption(s.Id, s.Title))], _scorecard!.Id));
        return fields;
    }
}

using Bellwether.Calendar;
using Bellwether.Publications;
using Bellwether.Scorecards;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Bellwether.Writers.Csv;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Summary;

/// <summary>Indicator by indicator: own published value, neighbours, high and low authorities, England, and the own position now.</summary>
[LetsOut(Level.Aggregates)]
public sealed class IndexModel : SitePage
{
    private static readonly string[] Headings =
    [
        "indicator", "title", "published_year", "published", "sn_median", "sn_reported", "sn_listed", "highest", "highest_authorities", "lowest", "lowest_authorities", "england", "period", "now",
        "since_published", "improved", "comparability",
    ];

    public Month Month { get; private set; }

    public string Words { get; private set; } = "";

    public TableView Table { get; private set; } = null!;

    public FilterForm Filters { get; private set; } = null!;

    public IActionResult OnGet(string? period, string? neighbours, string? format)
    {
        if (!Gate.HasData || !Benchmarks.IndexModel.TryModel(neighbours, out var model)) return NotFound();
        if (RouteData.Values["period"] is not string written)
            return Redirect(Address($"/summary/{(TryPeriod(Request.Query["period"], out var picked) ? picked : Gate.LatestMonth)}", ("neighbours", neighbours)));
        (written, var form) = Suffixed(written, format);
        if (!TryPeriod(written, out var month)) return NotFound();
        Month = month;
        var summary = Gate.Summary(month, model);
        if (form == "json") return new JsonResult(FigureJson.Envelope("summary", month.Last, BesideJson.Of(summary, month), []), FigureJson.Options);
        if (form == "csv") return File(CsvText.Write(Headings, summary.Lines.Select(l => Cells(l, month))), "text/csv; charset=utf-8", $"summary-{month}.csv");
        Words = summary.Words;
        Table = new TableView($"National summary, {month.Label}",
            [new("Indicator"), new("Published", true), new("Neighbours", true), new("High"), new("Low"), new("England", true), new($"Now, {month.ShortLabel}", true), new("Since published")],
            [.. summary.Lines.Select(Line)], HideCaption: true);
        Filters = new FilterForm("/summary", [new FilterField("period", "Month", Months(month), month.ToString()), Benchmarks.IndexModel.ModelField(model)], [], $"{summary.Lines.Count} indicators", "Month and neighbours");
        Frame($"National summary, {month.Label}", "Benchmarks", month, landscape: true);
        return Page();
    }

    private static IReadOnlyList<TableCell> Line(SummaryLine line)
    {
        var of = line.Published.Line.Comparison!;
        return
        [
            new TableCell(line.Row.Title, line.Published.Line.Tag == Comparability.Comparable ? null : "nearest published measure", $"/benchmarks/{line.Row.Definition.Id}/{line.Row.Now.Month}"),
            BenchmarkView.Cell(of, of.Own) with { Sub = of.Own.Number is null ? of.Own.Meaning : of.Year },
            of.Neighbours.Count == 0 ? new TableCell("none", "no list has this authority") : new TableCell(of.Print(of.NeighbourMedian), BenchmarkView.Reported("median", of.NeighboursReported, of.Neighbours.Count)),
            Extreme(of, of.Points?.Highest, of.Highest), Extreme(of, of.Points?.Lowest, of.Lowest), BenchmarkView.Cell(of, of.England),
            FigureWords.Value(line.Row.Now.Figure, line.Row.Shape),
            line.Published.Since is { } since
                ? new TableCell(FigureWords.Change(since, line.Row.Shape), line.Published.Improved switch { true => "better", false => "worse", _ => null })
                : new TableCell("not known", of.Own.Number is null ? "no published value" : "no figure now"),
        ];
    }

    private static TableCell Extreme(Comparison of, double? value, IReadOnlyList<PublishedArea> areas) =>
        value is { } v ? new TableCell(of.Print(v), areas.Count > 2 ? $"{areas[0].Name} and {areas.Count - 1} more" : string.Join(", ", areas.Select(a => a.Name))) : "none";

    private static IReadOnlyList<object?> Cells(SummaryLine line, Month month)
    {
        var of = line.Published.Line.Comparison!;
        return
        [
            line.Row.Definition.Id, line.Row.Title, of.Year, Number(of.Own.Number) ?? (object?)of.Own.Mark, Number(of.NeighbourMedian), of.NeighboursReported, of.Neighbours.Count, Number(of.Points?.Highest),
            string.Join("; ", of.Highest.Select(a => a.Name)), Number(of.Points?.Lowest), string.Join("; ", of.Lowest.Select(a => a.Name)), Number(of.England.Number), month.ToString(), line.Row.Now.Figure.Value,
            line.Published.Since, line.Published.Improved switch { true => "better", false => "worse", _ => "" }, line.Published.Line.Tag.ToString(),
        ];

        static decimal? Number(double? value) => value is { } v ? (decimal)v : null;
    }
}

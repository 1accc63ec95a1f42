using Bellwether.Calendar;
using Bellwether.Publications;
using Bellwether.Scorecards;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Benchmarks;

/// <summary>Every indicator that has a published measure, beside what is published.</summary>
[LetsOut(Level.Aggregates)]
public sealed class IndexModel : SitePage
{
    public Month Month { get; private set; }

    public TableView Table { get; private set; } = null!;

    public FilterForm Filters { get; private set; } = null!;

    public int Unpublished { get; private set; }

    public string Json => Address($"/benchmarks/{Month}.json", ("neighbours", Request.Query["neighbours"]));

    public IActionResult OnGet(string? period, string? neighbours, string? format)
    {
        if (!Gate.HasData || !TryModel(neighbours, out var model)) return NotFound();
        if (RouteData.Values["period"] is not string written)
            return Redirect(Address($"/benchmarks/{(TryPeriod(Request.Query["period"], out var picked) ? picked : Gate.LatestMonth)}", ("neighbours", neighbours)));
        // An indicator's own page for the month asked, or the latest.
        if (Find(written, null) is { } found)
            return Redirect(Address($"/benchmarks/{found.Entry.Definition.Id}/{(TryPeriod(Request.Query["period"], out var asked) ? asked : Gate.LatestMonth)}", ("neighbours", neighbours)));
        (written, var form) = Suffixed(written, format);
        if (!TryPeriod(written, out var month)) return NotFound();
        Month = month;
        var summary = Gate.Summary(month, model);
        if (form == "json") return new JsonResult(FigureJson.Envelope("summary", month.Last, BesideJson.Of(summary, month), []), FigureJson.Options);
        Unpublished = Gate.Indicators.Count - summary.Lines.Count;
        Table = new TableView("Indicators beside published measures",
            [new("Indicator"), new("Own figure now", true), new("Own, published", true), new("Neighbours", true), new("England", true), new("Rank"), new("How far it compares")],
            [.. summary.Lines.Select(l => Line(l, month, model))], HideCaption: true);
        Filters = new FilterForm("/benchmarks", [new FilterField("period", "Month", Months(month), month.ToString()), ModelField(model)], [], $"{summary.Lines.Count} indicators", "Month and neighbours");
        Frame($"Benchmarks, {month.Label}", "Benchmarks", month);
        return Page();
    }

    /// <summary>The list of neighbours asked for: 2025 unless 2021 is named.</summary>
    internal static bool TryModel(string? text, out NeighbourModel model)
    {
        model = text == "2021" ? NeighbourModel.April2021 : NeighbourModel.May2025;
        return text is null or "" or "2021" or "2025";
    }

    /// <summary>The select of the two lists.</summary>
    internal static FilterField ModelField(NeighbourModel model) =>
        new("neighbours", "Statistical neighbours", [new("2025", "List of May 2025"), new("2021", "List of April 2021")], model == NeighbourModel.April2021 ? "2021" : "2025");

    private static IReadOnlyList<TableCell> Line(SummaryLine line, Month month, NeighbourModel model)
    {
        var of = line.Published.Line.Comparison!;
        return
        [
            new TableCell(line.Row.Title, null, Address($"/benchmarks/{line.Row.Definition.Id}/{month}", ("neighbours", model == NeighbourModel.April2021 ? "2021" : null))),
            FigureWords.Value(line.Row.Now.Figure, line.Row.Shape),
            BenchmarkView.Cell(of, of.Own) with { Sub = of.Own.Number is null ? of.Own.Meaning : of.Year },
            of.Neighbours.Count == 0 ? new TableCell("none", "no list has this authority") : new TableCell(of.Print(of.NeighbourMedian), BenchmarkView.Reported("median", of.NeighboursReported, of.Neighbours.Count)),
            BenchmarkView.Cell(of, of.England),
            of.Rank is { } rank ? new TableCell($"{rank} of {of.Ranked}", $"quartile {of.Quartile}") : new TableCell(of.Measure.Polarity == Polarity.Neutral ? "neither way is better" : "no value to rank"),
            new TableCell(line.Published.Line.Tag.ToString(), of.Measure.Period(of.Year)),
        ];
    }
}

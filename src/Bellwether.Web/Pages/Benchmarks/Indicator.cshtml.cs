using Bellwether.Scorecards;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Benchmarks;

/// <summary>One indicator beside every published measure that its definition names.</summary>
[LetsOut(Level.Aggregates)]
public sealed class IndicatorModel : SitePage
{
    public FilledRow Row { get; private set; } = null!;

    /// <summary>"Higher values are better."</summary>
    public string Which => Bellwether.Indicators.Definitions.DefinitionText.Polarity(Row.Shape.Better);

    public FilterForm Filters { get; private set; } = null!;

    internal IReadOnlyList<BenchmarkView> Views { get; private set; } = [];

    public IActionResult OnGet(string name, string period, string? neighbours, string? format)
    {
        if (!Gate.HasData || Find(name, null) is not { } found || !IndexModel.TryModel(neighbours, out var model)) return NotFound();
        var (written, form) = Suffixed(period, format);
        if (!TryPeriod(written, out var month)) return NotFound();
        Row = Gate.Row(found, month, null, 2);
        var all = Gate.Benchmarks(Row, model);
        if (form == "json")
            return new JsonResult(FigureJson.Envelope("benchmark", Row.Now.Figure.Last, new Dictionary<string, object?>(FigureJson.Of(found, Row.Now)) { ["benchmarks"] = all.Select(BesideJson.Of).ToList() }, []), FigureJson.Options);
        Views = [.. all.Select((b, i) => BenchmarkView.Of(b, Row, i + 1))];
        Filters = new FilterForm($"/benchmarks/{found.Entry.Definition.Id}", [new FilterField("period", "Month", Months(month), month.ToString()), IndexModel.ModelField(model)], [], null, "Month and neighbours");
        Frame($"Published beside {Row.Title}, {month.Label}", "Benchmarks", month);
        return Page();
    }
}

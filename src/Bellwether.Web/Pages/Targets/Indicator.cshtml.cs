using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bellwether.Web.Pages.Targets;

/// <summary>One indicator's targets, milestones and forecasts; an analyst sets them here.</summary>
/// <param name="time">The clock.</param>
[LetsOut(Level.Aggregates)]
public sealed class IndicatorModel(TimeProvider time) : SitePage
{
    private Found _found = null!;

    /// <summary>The form of a target, as typed.</summary>
    public TargetEntry Entry { get; private set; } = new();

    /// <summary>The form of a forecast, as typed.</summary>
    public ForecastEntry ForecastEntry { get; private set; } = new();

    public IReadOnlyList<string> Errors { get; private set; } = [];

    /// <summary>What was not kept: the target, the forecast.</summary>
    public string What { get; private set; } = "target";

    public string Done { get; private set; } = "";

    public string Id => _found.Entry.Definition.Id;

    public string Title => _found.Entry.Definition.Title;

    public bool Adds => Performance.Adds(_found);

    public string Which => DefinitionText.Polarity(_found.Entry.Definition.Better);

    public string Unit => Performance.ShapeOf(_found).Show switch { Show.Percentage => ", in per cent", Show.Rate => ", for every 10,000", _ => "" };

    public TableView Table { get; private set; } = null!;

    public TableView History { get; private set; } = null!;

    public IReadOnlyList<string> Milestones { get; private set; } = [];

    public IReadOnlyList<string> Forecasts { get; private set; } = [];

    public IReadOnlyList<FilterOption> Areas { get; private set; } = [];

    public IActionResult OnGet(string name, string? done)
    {
        if (Find(name, null) is not { } found) return NotFound();
        _found = found;
        Done = done switch { "target" => "The target is set.", "forecast" => "The forecast is kept.", _ => "" };
        return Shown();
    }

    public IActionResult OnPost(string name, [FromForm] TargetEntry entry)
    {
        if (Find(name, null) is not { } found) return NotFound();
        (_found, Entry) = (found, entry);
        var wrong = new List<string>();
        var target = entry.Read(Id, wrong);
        Errors = target is null ? wrong : Gate.SetTarget(target, entry.Who, time.GetUtcNow(), entry.Mark);
        return Errors.Count == 0 ? Redirect(Address($"/targets/{Id}", ("done", "target"))) : Shown();
    }

    public IActionResult OnPostForecast(string name, string? forPeriod, string? expected, string? because, string? by)
    {
        if (Find(name, null) is not { } found) return NotFound();
        (_found, What) = (found, "forecast");
        ForecastEntry = new(forPeriod ?? "", expected ?? "", because ?? "", by ?? "");
        var wrong = new List<string>();
        if (!Month.TryParse(ForecastEntry.Period.Trim(), out var month)) wrong.Add($"The month is \"{ForecastEntry.Period}\". Write it as 2027-03.");
        if (!TargetEntry.TryNumber(ForecastEntry.Value, out var value)) wrong.Add($"The figure expected is \"{ForecastEntry.Value}\". Write a number such as 48.5.");
        if (wrong.Count == 0 && Gate.AddForecast(new Forecast(Id, month, value, ForecastEntry.By.Trim(), LondonTime.DateOf(time.GetUtcNow()), ForecastEntry.Reason.Trim())) is { Length: > 0 } fault) wrong.Add(fault);
        Errors = wrong;
        return wrong.Count > 0 ? Shown() : Redirect(Address($"/targets/{Id}", ("done", "forecast")));
    }

    private PageResult Shown()
    {
        var shape = Performance.ShapeOf(_found);
        if (Entry.Mark.Length == 0) Entry = Entry with { Mark = Gate.TargetsMark, Who = Reader.Person!.Name };
        if (ForecastEntry.By.Length == 0) ForecastEntry = ForecastEntry with { By = Reader.Person!.Name };
        Areas = [.. Gate.AreasOf(_found).Select(a => new FilterOption(a.Code, a.Name))];
        Table = new TableView($"Targets of {Title}", [new("For"), new("In force"), new("Target", true), new("Amber edge", true), new("Kind"), new("Why, and who approved it")],
            [.. Gate.Commitments.Targets.Of(Id).Select(t => (IReadOnlyList<TableCell>)
            [
                Gate.AreaName(t.Area), IndexModel.Dates(t), BandWords.Edge(t.Value, shape), t.AmberEdge is { } edge ? BandWords.Edge(edge, shape) : "none", TargetKinds.Words(t.Kind),
                new TableCell(t.Reason.Length > 0 ? t.Reason : "not said", IndexModel.Approved(t)),
            ])], HideCaption: true);
        History = IndexModel.HistoryTable([.. Gate.TargetChanges.Where(c => c.Indicator == Id)], Gate.Catalogue);
        var said = Gate.HasData ? Gate.SecondOpinions(_found, Gate.Row(_found, Gate.LatestMonth)).Lines : [];
        Milestones = [.. said.Where(l => l.Topic.StartsWith("Milestone", StringComparison.Ordinal)).Select(l => l.Words)];
        Forecasts = [.. said.Where(l => l.Topic == "Officer’s forecast").Select(l => l.Words)];
        Frame($"Targets: {Title}", "Targets");
        return Page();
    }
}

/// <summary>A forecast as typed.</summary>
public sealed record ForecastEntry(string Period = "", string Value = "", string Reason = "", string By = "");

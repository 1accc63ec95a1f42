using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Definitions;
using Bellwether.Publications;
using Bellwether.Scorecards;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Bellwether.Writers.Csv;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Indicators;

/// <summary>One indicator in one month: rating, trend, facts, breakdowns, notes.</summary>
[LetsOut(Level.Aggregates)]
public sealed class IndexModel : SitePage
{
    /// <summary>Months of the chart.</summary>
    private const int ChartMonths = 25;

    private Found _found = null!;
    private Window? _window;

    public FilledRow Row { get; private set; } = null!;

    public ChartView? Chart { get; private set; }

    public TableView Trend { get; private set; } = null!;

    /// <summary>Months before those of the scorecard's trend.</summary>
    public TableView? Earlier { get; private set; }

    public TableView? Variants { get; private set; }

    public TableView? OtherWindows { get; private set; }

    internal OpinionsView? Opinions { get; private set; }

    internal IReadOnlyList<BreakdownView> Breakdowns { get; private set; } = [];

    public FilterForm Filters { get; private set; } = null!;

    /// <summary>What is published beside it.</summary>
    internal IReadOnlyList<BenchmarkView> Published { get; private set; } = [];

    /// <summary>Why the figure may still move; empty where it is not expected to.</summary>
    public string Provisional { get; private set; } = "";

    public string HistoryAddress => $"/indicators/{Row.Definition.Id}/{Row.Now.Month}/history";

    /// <summary>Linked measures with their own figures.</summary>
    public IReadOnlyList<Linked> Links { get; private set; } = [];

    /// <summary>What it serves.</summary>
    public IReadOnlyList<Priority> Priorities => Gate.PrioritiesOf(Row.Definition);

    internal DefinitionView Words { get; private set; } = null!;

    public RatingTag Tag => Said.Tag(Row.Now.Judgement);

    /// <summary>True where the address asks for one breakdown: it then stands open.</summary>
    public bool OneBreakdown { get; private set; }

    public bool HasVerdict => _found.Bound!.Met is not null;

    public IReadOnlyList<string> Notes => Bellwether.Scorecards.DataNotes.For(Row);

    public string DefinitionAddress => Address($"/definitions/{Row.Definition.Id}");

    public string? Worklist => Gate.HasWorklist(_found) ? Address($"/worklists/{Row.Definition.Id}", ("variant", _found.Variant)) : null;

    /// <summary>The figure and why it is rated so.</summary>
    public string Sentence
    {
        get
        {
            var counts = FigureWords.Counts(Row.Now.Figure);
            var figure = Row.Now.Figure.Value is null ? "" : $"{FigureWords.Value(Row.Now.Figure, Row.Shape)}{(counts.Length > 0 ? $" ({counts})" : "")}. ";
            return Row.Now.Judgement.Rating is null ? figure.TrimEnd() : figure + Row.Now.Judgement.Reason;
        }
    }

    public IActionResult OnGet(string name, string? period, string? window, string? variant, string? by, string? format)
    {
        if (!Gate.HasData || Find(name, variant) is not { } found || !TryWindow(found, window, out var asked)) return NotFound();
        (_found, _window) = (found, asked);
        if (RouteData.Values["period"] is not string written)
            return Redirect(Here(TryPeriod(Request.Query["period"], out var picked) ? picked : Gate.LatestMonth, by: by));
        (written, var form) = Suffixed(written, format);
        if (!TryPeriod(written, out var month)) return NotFound();
        if (by is { Length: > 0 } && !MayBreakDown(by)) return NotFound();
        Row = Gate.Row(found, month, asked, ChartMonths);
        if (form == "csv") return File(CsvText.Write(ScorecardFile.Headings, ScorecardFile.Months(Row)), "text/csv; charset=utf-8", $"{Row.Definition.Id}-{month}.csv");
        if (form == "json") return new JsonResult(FigureJson.Envelope("show", Row.Now.Figure.Last, Json(), []), FigureJson.Options);
        Fill(month, by);
        Frame($"{Row.Title}, {month.Label}", "Scorecard", month);
        return Page();
    }

    /// <summary>The address of the cases behind the figure.</summary>
    public string Cases(string? by) => Address($"/indicators/{Row.Definition.Id}/{Row.Now.Month}/children", ("by", by), ("window", WindowName), ("variant", _found.Variant));

    /// <summary>The page of a linked measure in the same month.</summary>
    public string AddressOf(Linked link) => Address($"/indicators/{link.Found.Entry.Definition.Id}/{Row.Now.Month}", ("variant", link.Found.Variant));

    /// <summary>What stands beside the title: owners, target, window.</summary>
    public IEnumerable<(string Term, string Words)> Particulars
    {
        get
        {
            var (owner, target) = (Row.Owner, Row.Now.Judgement.Target);
            if (owner.CabinetMember.Length > 0) yield return ("Cabinet member", owner.CabinetMember);
            if (owner.Director.Length > 0) yield return ("Director", owner.Director);
            if (owner.Portfolio.Length > 0) yield return ("Portfolio", owner.Portfolio);
            if (owner.Division.Length > 0) yield return ("Division", owner.Division);
            if (owner.Director.Length == 0 && Row.Definition.Owner.Length > 0) yield return ("Owner", Row.Definition.Owner);
            yield return ("Target", target is null ? "None set for this month" : string.Join(". ", new[]
            {
                $"{FigureWords.Target(target, Row.Shape)}, {TargetKinds.Words(target.Kind)}, since {EnglishDate.Format(target.From)}", target.Reason.TrimEnd('.'),
                target.ApprovedBy.Length > 0 ? $"Approved by {target.ApprovedBy}" : "",
            }.Where(t => t.Length > 0)) + ".");
            yield return ("Which way", DefinitionText.Polarity(Row.Shape.Better));
            if (Row.Definition.Review.Length > 0) yield return ("Next review", Row.Definition.Review);
        }
    }

    /// <summary>Sentences made from the figures: distances, clash of print and rating, what could not be told.</summary>
    public IEnumerable<string> Facts
    {
        get
        {
            var (figure, judgement) = (Row.Now.Figure, Row.Now.Judgement);
            if (figure.Value is null) yield return judgement.Reason;
            if (Provisional.Length > 0) yield return Provisional;
            if (BandWords.Distances(judgement, Row.Shape) is { Length: > 0 } distances) yield return EnglishText.Capital(distances) + ".";
            if (judgement.Rating == Rating.Green) yield return $"On target: {judgement.Reason}";
            if (judgement.Clash.Length > 0) yield return $"Print and rating: {judgement.Clash}. The rating goes by the unrounded value.";
            if (Row.Change is not null)
                yield return FigureWords.Change(Row.Change, Row.Shape) is "no change" ? $"No change on {Row.Before!.Month.Label}."
                    : $"{FigureWords.Change(Row.Change, Row.Shape)} on {Row.Before!.Month.Label}{(FigureWords.Way(Row.Change, Row.Shape) is { Length: > 0 } way ? $", {way}" : "")}.";
            if (figure.Tally.Running > 0) yield return $"{EnglishText.Count(figure.Tally.Running, "case has", "cases have")} time left and {(_found.Bound!.RunningAsFound ? "count as found" : "are not counted yet")}.";
            if (FigureWords.Untold(figure) is { Length: > 0 } untold) yield return untold;
            if (figure.Note.Length > 0) yield return figure.Note;
            if (figure.IsKeyed) yield return "This figure was keyed from a values file, not worked out from records.";
        }
    }

    private Dictionary<string, object?> Json()
    {
        var said = Gate.SecondOpinions(_found, Row);
        return new(FigureJson.Of(Row))
        {
            ["beside"] = BesideJson.Of(said),
            ["change_by_district"] = BesideJson.ByDistrict(said),
            ["provisional"] = Gate.Provisional(_found, Row) is { Length: > 0 } words ? words : null,
            ["benchmarks"] = Gate.Benchmarks(Row).Select(BesideJson.Of).ToList(),
            ["related"] = BesideJson.Of(Gate.LinkedTo(Row.Definition, Row.Now.Figure.Last)),
            ["priorities"] = BesideJson.Of(Priorities),
        };
    }

    private string? WindowName => _window is { } window ? Calendar.Windows.Name(window) : null;

    private string Here(Month month, string suffix = "", string? by = null) =>
        Address($"/indicators/{_found.Entry.Definition.Id}/{month}{suffix}", ("window", WindowName), ("variant", _found.Variant), ("by", by));

    private bool MayBreakDown(string by) =>
        _found.Entry.Definition.Breakdowns.Contains(by, StringComparer.Ordinal) && (by != "worker" || Gate.ShowsChildren);

    private void Fill(Month month, string? by)
    {
        if (Trends.Shown(Row).Count > 0)
        {
            Provisional = Gate.Provisional(_found, Row);
            Chart = TrendView.Chart(Row, Gate.Council, Here(month, ".csv"), Gate.Commitments.ChangePoints.Of(Row.Definition), Provisional.Length > 0);
            var shown = Trends.Shown(Row).Count;
            Trend = TrendView.Table(Row, "The months behind the chart", 0, Performance.TrendMonths);
            Opinions = OpinionsView.Of(Gate.SecondOpinions(_found, Row), Row);
            if (shown > Performance.TrendMonths) Earlier = TrendView.Table(Row, "Earlier months", Performance.TrendMonths, shown);
        }
        if (_found.Variant.Length == 0) Published = [.. Gate.Benchmarks(Row).Select((b, i) => BenchmarkView.Of(b, Row, i + 1))];
        Words = DefinitionView.Of(_found, Gate.Catalogue, withLinks: false);
        Links = Gate.LinkedTo(Row.Definition, Row.Now.Figure.Last);
        Variants = _found.Variant.Length == 0 ? VariantTable(month) : null;
        OtherWindows = WindowTable(month);
        OneBreakdown = by is { Length: > 0 };
        string[] parts = by is { Length: > 0 } ? [by] : ["district", "team"];
        Breakdowns = Row.Now.Figure.IsKeyed || Row.Now.Figure.Value is null ? []
            : [.. parts.Where(MayBreakDown).Select(b => BreakdownView.Of(b, Row, Gate.By(_found, b, Gate.LastDayOf(month), _window)))];
        Filters = new FilterForm($"/indicators/{_found.Entry.Definition.Id}", [.. Fields(month, by)], [], null, "Month, window and variant");
    }

    private IEnumerable<FilterField> Fields(Month month, string? by)
    {
        yield return new FilterField("period", "Month", Months(month), month.ToString());
        if (WindowsOf(_found).Count > 1)
            yield return new FilterField("window", "Window", [.. WindowsOf(_found).Select(w => new FilterOption(Calendar.Windows.Name(w), FigureWords.WindowName(w)))], Calendar.Windows.Name(Row.Window));
        if (_found.Entry.Variants.Count > 0)
            yield return new FilterField("variant", "Definition",
                [new("", "As defined"), .. _found.Entry.Definition.Variants.Where(v => _found.Entry.Variants.ContainsKey(v.Name)).Select(v => new FilterOption(v.Name, v.Title))], _found.Variant);
        var breakdowns = _found.Entry.Definition.Breakdowns.Where(b => MayBreakDown(b) && b is not ("district" or "team")).ToList();
        if (breakdowns.Count > 0)
            yield return new FilterField("by", "Breakdown", [new("", "District and team"), .. breakdowns.Select(b => new FilterOption(b, "By " + EnglishText.Spoken(b)))], by);
    }

    private TableView? VariantTable(Month month)
    {
        var lines = Gate.Variants(_found, Gate.LastDayOf(month), _window).Where(v => _found.Entry.Variants.ContainsKey(v.Name)).ToList();
        if (lines.Count == 0) return null;
        return new TableView($"Variants, {month.Label}",
            [new("Variant"), new("Result", true), new("Numerator / denominator", true), new("Rating by the same bands"), new("Near misses", true)],
            [.. lines.Select(v => (IReadOnlyList<TableCell>)
            [
                new TableCell(v.Title, Href: Address($"/indicators/{_found.Entry.Definition.Id}/{month}", ("variant", v.Name))),
                FigureWords.Value(v.Rated.Figure, PerformanceShape(v.Name)), FigureWords.Counts(v.Rated.Figure) is { Length: > 0 } counts ? counts : "none",
                new TableCell("", Rating: Said.Tag(v.Rated.Judgement)),
                v.NearMiss is { } near ? new TableCell(BandWords.Plain(near), "not met by the definition, met by this") : "none",
            ])]);
    }

    private Shape PerformanceShape(string variant) => Performance.ShapeOf(_found with { Variant = variant });

    private TableView? WindowTable(Month month)
    {
        var others = WindowsOf(_found).Where(w => w != Row.Window).ToList();
        if (others.Count == 0 || Row.Now.Figure.IsKeyed) return null;
        return new TableView($"The same month end, other windows, {month.Label}",
            [new("Window"), new("Result", true), new("Numerator / denominator", true), new("Rating")],
            [.. others.Prepend(Row.Window).Select(w => (Window: w, Rated: w == Row.Window ? Row.Now : Gate.At(_found, Gate.LastDayOf(month), w))).Select(w => (IReadOnlyList<TableCell>)
            [
                new TableCell(FigureWords.WindowName(w.Window), w.Window == Row.Window ? "this page" : null,
                    w.Window == Row.Window ? null : Address($"/indicators/{_found.Entry.Definition.Id}/{month}", ("window", Calendar.Windows.Name(w.Window)), ("variant", _found.Variant))),
                FigureWords.Value(w.Rated.Figure, Row.Shape), FigureWords.Counts(w.Rated.Figure) is { Length: > 0 } counts ? counts : "none",
                new TableCell("", Rating: Said.Tag(w.Rated.Judgement)),
            ])]);
    }
}

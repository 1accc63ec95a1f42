using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Definitions;
using Bellwether.Publications;
using Bellwether.Scorecards;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Indicators;

/// <summary>One indicator's months as first told and as told now, each change with its reason, and the usual drift of late entry.</summary>
[LetsOut(Level.Aggregates)]
public sealed class HistoryModel : SitePage
{
    /// <summary>Months of the chart and the table.</summary>
    private const int MonthsShown = 13;

    private ReportedSeries _reported = null!;
    private Shape _shape = null!;

    public Month Month { get; private set; }

    public string Title { get; private set; } = "";

    public string Back { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public ChartView? Chart { get; private set; }

    public TableView? Told { get; private set; }

    public TableView Log { get; private set; } = null!;

    public TableView? Drift { get; private set; }

    public string NoDrift { get; private set; } = "";

    public IActionResult OnGet(string name, string period, string? format)
    {
        if (!Gate.HasData || Find(name, null) is not { } found || !TryPeriod(period, out var month)) return NotFound();
        (Month, Title, Back) = (month, found.Entry.Definition.Title, $"/indicators/{found.Entry.Definition.Id}/{month}");
        (_reported, _shape) = (Gate.Reported(found), Performance.ShapeOf(found));
        var log = Gate.Restated(found, _reported);
        var drift = RevisionTriangle.Of(_reported, _shape);
        if (format == "json") return new JsonResult(FigureJson.Envelope("reported", Gate.DataDate, BesideJson.Of(_reported, log, drift), []), FigureJson.Options);
        var months = _reported.Months.Where(m => m <= month && _reported.First(m) is not null).TakeLast(MonthsShown).ToList();
        Sentence = Said(found, months);
        if (months.Count > 1) Chart = Draw(found, months);
        if (months.Count > 0) Told = MonthTable(months);
        Log = LogTable([.. log.Where(r => r.Month <= month)]);
        if (drift.Value is { } triangle) Drift = DriftTable(triangle);
        else NoDrift = $"{EnglishText.Capital(drift.Because)}.";
        Frame($"As reported, as now: {Title}", "Scorecard", month);
        return Page();
    }

    private string Said(Found found, List<Month> months)
    {
        if (_reported.Tellings.Count < 2) return "Only one load has told of it, so nothing was told again.";
        var changed = months.Count(m => _reported.First(m)!.Value.Figure.Value != _reported.Now(m)!.Value.Figure.Value);
        return $"{_reported.Tellings.Count} loads have told of it, in its own window ({FigureWords.WindowName(Gate.Row(found, Month, null, 1).Window).ToLowerInvariant()}). "
            + $"Of the {months.Count} months shown {changed} {(changed == 1 ? "stands" : "stand")} otherwise now than when first told.";
    }

    private ChartView Draw(Found found, List<Month> months)
    {
        var chart = new TrendChart
        {
            Id = "told",
            Headline = "First told, and told now",
            Subtitle = $"{Title}, {Gate.Council}, {months[0].Label} to {months[^1].Label}, {FigureWords.UnitWords(_shape)}",
            Unit = FigureWords.Unit(_shape),
            Decimals = _shape.Decimals,
            Points = [.. months.Select(m => new TrendPoint(m.ShortLabel, _reported.Now(m)!.Value.Figure.Value))],
            Comparators = [new ChartComparator("First told", [.. months.Select(m => (decimal?)_reported.First(m)!.Value.Figure.Value)])],
        };
        return ChartView.Of(chart, null);
    }

    private TableView MonthTable(List<Month> months) => new("Month by month, newest first", [new("Month"), new("First told", true), new("Told now", true), new("Change", true)],
        [.. months.AsEnumerable().Reverse().Select(m => (Month: m, First: _reported.First(m)!.Value, Now: _reported.Now(m)!.Value)).Select(m => (IReadOnlyList<TableCell>)
        [
            m.Month.Label, new TableCell(BandWords.Number(m.First.Figure.Value, _shape), $"load {m.First.Telling.Load}, {EnglishDate.Format(m.First.Telling.On)}"),
            new TableCell(BandWords.Number(m.Now.Figure.Value, _shape), $"load {m.Now.Telling.Load}"), FigureWords.Change(m.Now.Figure.Value - m.First.Figure.Value, _shape),
        ])]);

    private TableView LogTable(IReadOnlyList<Restatement> log) => new("Changes from load to load, newest first", [new("Month"), new("Load"), new("Before", true), new("After", true), new("Why")],
        [.. log.Select(r => (IReadOnlyList<TableCell>)
        [
            r.Month.Label, new TableCell($"{r.By.Load}", EnglishDate.Format(r.By.On)), new TableCell(BandWords.Number(r.Before.Value, _shape), Counts(r.Before)),
            new TableCell(BandWords.Number(r.After.Value, _shape), Counts(r.After)), EnglishText.Capital(r.Reason),
        ])]);

    private TableView DriftTable(RevisionTriangle triangle) => new("The usual drift by age of the figure",
        [new("When told"), new("To the next load, usually", true), new("Least", true), new("Most", true), new("Months seen", true), new("Still to come", true)],
        [.. triangle.Lags.Select(l => (IReadOnlyList<TableCell>)
        [
            l.Lag == 0 ? "At the month’s end" : l.Lag == 1 ? "1 month later" : $"{l.Lag} months later", Size(triangle, l.Step), Size(triangle, l.Least), Size(triangle, l.Most), $"{l.Seen}", Size(triangle, l.ToEnd),
        ])]);

    private string Size(RevisionTriangle triangle, decimal by) => FigureWords.Change(triangle.IsShare ? 100 * by : by, triangle.IsShare ? new Shape(Bellwether.Indicators.Show.Ratio, Better.Neutral, 1) : _shape)
        + (triangle.IsShare && Math.Round(100 * by, 1, MidpointRounding.AwayFromZero) != 0 ? "%" : "");

    private static string? Counts(ToldFigure figure) => (figure.Numerator, figure.Denominator) is ({ } n, { } d) ? $"{BandWords.Plain(n)} of {BandWords.Plain(d)}" : null;
}

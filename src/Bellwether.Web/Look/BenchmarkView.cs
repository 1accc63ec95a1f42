using Bellwether.Publications;
using Bellwether.Scorecards;

namespace Bellwether.Web.Look;

/// <summary>One published measure beside an indicator's figure, as a page shows it.</summary>
/// <param name="Title">The measure, with its year.</param>
/// <param name="Tag">How far it compares, as a sentence.</param>
/// <param name="Beside">The comparators as a table; null where nothing is published.</param>
/// <param name="Bars">Neighbours, England and region as bars, highest first; null where none has a value.</param>
/// <param name="Facts">Rank, quartile, best and worst, change since.</param>
/// <param name="Notes">What a reader must know of the measure.</param>
internal sealed record BenchmarkView(string Title, string Tag, TableView? Beside, ChartView? Bars, IReadOnlyList<string> Facts, IReadOnlyList<string> Notes)
{
    /// <summary>Neighbours by number of cases; null where the tables do not say how many.</summary>
    public ChartView? Funnel { get; private init; }

    private const int NamesShown = 4;

    public static BenchmarkView Of(BenchmarkBeside beside, FilledRow row, int number)
    {
        if (beside.Line.Comparison is not { } of) return new(beside.Line.Lait, beside.Line.TagText, null, null, [], []);
        return new($"{of.Measure.Title}, {of.Measure.Period(of.Year)}", beside.Line.TagText, Table(beside, of, row), Chart(of, number), [.. FactsOf(beside, of, row)], of.Notes)
        {
            Funnel = beside.Funnel is { } funnel ? FunnelView.Of(funnel, $"funnel-published-{number}", $"{of.Measure.Title}, {of.Measure.Period(of.Year)}, authorities by number of cases, per cent", of.Authority.Name) : null,
        };
    }

    /// <summary>A value as printed, or its symbol with what it means.</summary>
    public static TableCell Cell(Comparison of, PublishedCell cell) => cell.Number is not null ? of.Print(cell) : new TableCell(cell.Mark.Length > 0 ? cell.Mark : "none", cell.Meaning);

    /// <summary>"Median of 9 of 10".</summary>
    public static string Reported(string which, int reported, int listed) => $"{which} of {reported} of {listed}";

    /// <summary>"York, and 3 more".</summary>
    public static string Names(IReadOnlyList<PublishedArea> areas) =>
        string.Join(", ", areas.Take(NamesShown).Select(a => a.Name)) + (areas.Count > NamesShown ? $" and {areas.Count - NamesShown} more" : "");

    private static TableView Table(BenchmarkBeside beside, Comparison of, FilledRow row)
    {
        List<IReadOnlyList<TableCell>> rows = [];
        if (beside.Now is { } now) rows.Add([new TableCell($"{row.Now.Month.Label}, own figure now", FigureWords.WindowName(row.Window)), BandWords.Number(now, row.Shape)]);
        rows.Add([new TableCell("Own figure as published", of.Year), Cell(of, of.Own)]);
        if (of.PreviousYear is { } before) rows.Add([new TableCell("The one before", before), Cell(of, of.Previous)]);
        rows.Add(["England", Cell(of, of.England)]);
        if (of.RegionArea is { } region) rows.Add([region.Name, Cell(of, of.Region)]);
        if (of.Neighbours.Count > 0)
        {
            rows.Add([new TableCell("Statistical neighbours, median", $"{Reported("median", of.NeighboursReported, of.Neighbours.Count)}, list of {of.ModelName}"), of.Print(of.NeighbourMedian)]);
            rows.Add([new TableCell("Statistical neighbours, mean", $"{Reported("mean", of.NeighboursReported, of.Neighbours.Count)}, list of {of.ModelName}"), of.Print(of.NeighbourMean)]);
        }
        foreach (var group in beside.Groups)
        {
            var chosen = string.Join(", ", new[] { group.Group.Owner.Length > 0 ? $"chosen by {group.Group.Owner}" : "", group.Group.From is { } from ? $"since {Calendar.EnglishDate.Format(from)}" : "" }.Where(t => t.Length > 0));
            rows.Add([new TableCell($"{group.Group.Name}, median", $"{Reported("median", group.Reported, group.Group.Authorities.Count)}{(chosen.Length > 0 ? $", {chosen}" : "")}"), of.Print(group.Median)]);
        }
        return new TableView("Beside it", [new("Who"), new(of.Measure.Unit == "%" ? "Per cent" : of.Measure.Unit == "per 10,000" ? "For every 10,000" : "Value", true)], rows, HideCaption: true);
    }

    private static ChartView? Chart(Comparison of, int number)
    {
        List<(string Name, PublishedCell Cell)> all = [.. of.Neighbours.Select(n => (n.Area.Name, n.Cell)), ("England", of.England)];
        if (of.RegionArea is { } region) all.Add((region.Name, of.Region));
        if (of.Own.HasRow) all.Add(($"{of.Authority.Name} (own)", of.Own));
        if (all.Count(a => a.Cell.Number is not null) < 2) return null;
        var rows = all.OrderByDescending(a => a.Cell.Number ?? double.MinValue)
            .Select(a => new BarRow(a.Name, a.Cell.Number is { } v ? (decimal)v : null, a.Cell.Number is null ? a.Cell.Meaning : null)).ToList();
        var place = of.Own.Number is null || of.Neighbours.Count == 0 ? $"{of.Measure.Title}, {of.Year}" : $"{1 + of.Neighbours.Count(n => n.Cell.Number > of.Own.Number)} from the top among {1 + of.NeighboursReported}";
        return ChartView.Of(new BarRange($"published-{number}", place, $"{of.Measure.Title}, {of.Measure.Period(of.Year)}, highest first", of.Measure.Unit == "%" ? "%" : "", of.Measure.Decimals, rows), null);
    }

    private static IEnumerable<string> FactsOf(BenchmarkBeside beside, Comparison of, FilledRow row)
    {
        if (beside.Since is { } since)
            yield return $"{FigureWords.Change(since, row.Shape with { Decimals = Math.Max(row.Shape.Decimals, of.Measure.Decimals) })} since the value published for {of.Year}"
                + (beside.Improved is { } improved ? improved ? ", better." : ", worse." : ".");
        if (of.Change is { } change) yield return change == 0 ? $"The published value did not change on {of.PreviousYear}." : $"The published value changed by {of.Print(change)} on {of.PreviousYear}{(of.Improved is { } b ? b ? ", for the better" : ", for the worse" : "")}.";
        if (of.Rank is { } rank) yield return $"Ranked {rank} of {of.Ranked} authorities with a value, 1 being best; quartile {of.Quartile}, A being best.";
        if (beside.WouldRank is { } would && beside.Now is not null) yield return $"The own figure now would rank {would} among those {of.Ranked} published values.";
        if (of.Best.Count > 0) yield return $"Best: {Names(of.Best)}, {of.Print(of.Measure.Polarity == Polarity.Low ? of.Points!.Lowest : of.Points!.Highest)}. Worst: {Names(of.Worst)}, {of.Print(of.Measure.Polarity == Polarity.Low ? of.Points.Highest : of.Points.Lowest)}.";
        else if (of.Highest.Count > 0) yield return $"Highest: {Names(of.Highest)}, {of.Print(of.Points!.Highest)}. Lowest: {Names(of.Lowest)}, {of.Print(of.Points.Lowest)}.";
        if (of.Points is { } p) yield return $"A quarter of authorities are at or below {of.Print(p.Q25)}, half at or below {of.Print(p.Q50)}, three quarters at or below {of.Print(p.Q75)}.";
        foreach (var group in beside.Groups.Where(g => g.Unknown.Count > 0)) yield return $"The group {group.Group.Name} names {string.Join(", ", group.Unknown)}, which the published tables do not have.";
    }
}

using Bellwether.Publications;
using Bellwether.Scorecards;

namespace Bellwether.Web.Look;

/// <summary>An indicator's months as a chart and as the table behind it.</summary>
internal static class TrendView
{
    /// <param name="happened">What happened to it, earliest first.</param>
    /// <param name="provisional">True where late entry will still move the last month.</param>
    public static ChartView Chart(FilledRow row, string council, string csv, IReadOnlyList<ChangePoint> happened, bool provisional)
    {
        var shown = Trends.Shown(row);
        var chart = Trends.Chart("trend", row, council, shown);
        return ChartView.Of(chart with
        {
            Points = [.. chart.Points.Select((p, i) => i == shown.Count - 1 && provisional ? p with { Provisional = true } : p)],
            Events = [.. Events(row, shown, happened)],
        }, null, csv);
    }

    /// <summary>Change points and changes of the target within the months shown, numbered in their order.</summary>
    private static IEnumerable<ChartEvent> Events(FilledRow row, IReadOnlyList<Rated> shown, IReadOnlyList<ChangePoint> happened)
    {
        var points = happened.Where(p => shown.Any(t => t.Month == Calendar.Month.Of(p.On))).Select(p => (Month: Calendar.Month.Of(p.On), Words: ChangePoints.Sentence(p), p.Breaks));
        var first = row.Trend.Count - shown.Count;
        var targets = Enumerable.Range(first + 1, shown.Count - 1).Where(m => row.ChangedAt(m).Length > 0).Select(m => (row.Trend[m].Month, Words: row.ChangedAt(m).TrimEnd('.'), Breaks: false));
        return points.Concat(targets).OrderBy(e => e.Month).Select((e, i) => new ChartEvent(i + 1, e.Month.Since(shown[0].Month), e.Words, e.Breaks));
    }

    /// <summary>Months of the chart, newest first, from one place to another.</summary>
    public static TableView Table(FilledRow row, string caption, int from, int to)
    {
        var months = Trends.Shown(row).Reverse().Take(to).Skip(from).ToList();
        var noted = months.Exists(t => Note(t, row).Length > 0);
        List<TableColumn> columns = [new("Month"), new("Result", true), new("Numerator / denominator", true), new("Target", true), new("Rating")];
        if (noted) columns.Add(new("Note"));
        return new TableView(caption, columns, [.. months.Select(t => Line(t, row, noted))]);
    }

    private static List<TableCell> Line(Rated t, FilledRow row, bool noted)
    {
        List<TableCell> cells =
        [
            t.Month.Label,
            FigureWords.Value(t.Figure, row.Shape),
            (t.Figure.Numerator, t.Figure.Denominator) switch
            {
                ({ } n, { } d) => $"{BandWords.Plain(n)} / {BandWords.Plain(d)}",
                ({ } n, null) => BandWords.Plain(n),
                _ => t.Figure.IsKeyed ? "not given" : "none",
            },
            FigureWords.Target(t.Judgement.Target, row.Shape),
            new TableCell("", Rating: Said.Tag(t.Judgement)),
        ];
        if (noted) cells.Add(Note(t, row));
        return cells;
    }

    // What is true of the period's own figure too stands once, among the facts.
    private static string Note(Rated t, FilledRow row) =>
        string.Join(" ", new[] { row.ChangedAt(row.Trend.TakeWhile(o => o.Month != t.Month).Count()), t.Judgement.Clash, t.Figure.Note == row.Now.Figure.Note ? "" : t.Figure.Note, t.Figure.IsKeyed && !row.Now.Figure.IsKeyed ? "Keyed" : "" }
            .Where(n => n.Length > 0).Select(n => n.EndsWith('.') ? n : n + "."));
}

using Bellwether.Publications;
using Bellwether.Scorecards;

namespace Bellwether.Web.Look;

/// <summary>An indicator's months as a chart and as the table behind it.</summary>
internal static class TrendView
{
    /// <inheritdoc cref="Trends.Shown"/>
    public static IReadOnlyList<Rated> Shown(FilledRow row) => Trends.Shown(row);

    public static ChartView Chart(FilledRow row, string council, string csv) => ChartView.Of(Trends.Chart("trend", row, council, Shown(row)), null, csv);

    /// <summary>Months of the chart, newest first, from one place to another.</summary>
    public static TableView Table(FilledRow row, string caption, int from, int to)
    {
        var months = Shown(row).Reverse().Take(to).Skip(from).ToList();
        var noted = months.Exists(t => Note(t, row.Now).Length > 0);
        List<TableColumn> columns = [new("Month"), new("Result", true), new("Numerator / denominator", true), new("Target", true), new("Rating")];
        if (noted) columns.Add(new("Note"));
        return new TableView(caption, columns, [.. months.Select(t => Line(t, row, noted))]);
    }

    private static List<TableCell> Line(Rated t, FilledRow row, bool noted)
    {
        List<TableCell> cells =
        [
            t.Month.Label,
            Said.Value(t.Figure, row.Shape),
            (t.Figure.Numerator, t.Figure.Denominator) switch
            {
                ({ } n, { } d) => $"{BandWords.Plain(n)} / {BandWords.Plain(d)}",
                ({ } n, null) => BandWords.Plain(n),
                _ => t.Figure.IsKeyed ? "not given" : "none",
            },
            Said.Target(t.Judgement.Target, row.Shape),
            new TableCell("", Rating: Said.Tag(t.Judgement)),
        ];
        if (noted) cells.Add(Note(t, row.Now));
        return cells;
    }

    // What is true of the period's own figure too stands once, among the facts.
    private static string Note(Rated t, Rated now) =>
        string.Join(" ", new[] { t.Judgement.Clash, t.Figure.Note == now.Figure.Note ? "" : t.Figure.Note, t.Figure.IsKeyed && !now.Figure.IsKeyed ? "Keyed" : "" }
            .Where(n => n.Length > 0).Select(n => n.EndsWith('.') ? n : n + "."));
}

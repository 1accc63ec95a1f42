using Bellwether.Indicators.Definitions;
using Bellwether.Publications;
using Bellwether.Scorecards;

namespace Bellwether.Web.Look;

/// <summary>An indicator's months as a chart and as the table behind it.</summary>
internal static class TrendView
{
    /// <summary>The months to show: from the first with a figure on, two at least.</summary>
    public static IReadOnlyList<Rated> Shown(FilledRow row)
    {
        var first = row.Trend.TakeWhile(t => t.Figure.Value is null).Count();
        return first == row.Trend.Count ? [] : [.. row.Trend.Skip(Math.Min(first, row.Trend.Count - 2))];
    }

    /// <param name="happened">What happened to it, earliest first.</param>
    /// <param name="provisional">True where late entry will still move the last month.</param>
    public static ChartView Chart(FilledRow row, string council, string csv, IReadOnlyList<ChangePoint> happened, bool provisional)
    {
        var shown = Shown(row);
        return ChartView.Of(new TrendChart
        {
            Id = "trend",
            Headline = Headline(row),
            Subtitle = $"{row.Title}, {council}, {shown[0].Month.Label} to {shown[^1].Month.Label}, {Said.UnitWords(row.Shape)}",
            Unit = Said.Unit(row.Shape),
            Decimals = row.Shape.Decimals,
            Points = [.. shown.Select(t => Point(t, row.Shape)).Select((p, i) => i == shown.Count - 1 && provisional ? p with { Provisional = true } : p)],
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
        var months = Shown(row).Reverse().Take(to).Skip(from).ToList();
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
        if (noted) cells.Add(Note(t, row));
        return cells;
    }

    // What is true of the period's own figure too stands once, among the facts.
    private static string Note(Rated t, FilledRow row) =>
        string.Join(" ", new[] { row.ChangedAt(row.Trend.TakeWhile(o => o.Month != t.Month).Count()), t.Judgement.Clash, t.Figure.Note == row.Now.Figure.Note ? "" : t.Figure.Note, t.Figure.IsKeyed && !row.Now.Figure.IsKeyed ? "Keyed" : "" }
            .Where(n => n.Length > 0).Select(n => n.EndsWith('.') ? n : n + "."));

    /// <summary>Rating, figure and what happened to it, made from the figures: "Red for 3 months: 78.3%, 2.6 points worse than in May 2017".</summary>
    private static string Headline(FilledRow row)
    {
        var now = row.Now;
        if (now.Figure.Value is null) return $"No figure for {now.Month.Label}";
        var months = row.Trend.Reverse().TakeWhile(t => t.Judgement.Rating == now.Judgement.Rating).Count();
        var rated = now.Judgement.Rating is not { } rating ? "" : months > 1 ? $"{rating} for {months} months: " : $"{rating}: ";
        var way = Said.Way(row.Change, row.Shape);
        var change = Said.Change(row.Change, row.Shape);
        var moved = way.Length == 0 || change == "no change" ? "" : $", {change.TrimStart('−', '+')} {way} than in {now.Month.Add(-1).Label}";
        return $"{rated}{Said.Value(now.Figure, row.Shape)}{moved}";
    }

    private static TrendPoint Point(Rated t, Shape shape) => new(
        t.Month.ShortLabel, t.Figure.Value, t.Figure.Last != t.Month.Last, Missing: t.Figure.Value is null ? t.Judgement.Reason.TrimEnd('.') : null,
        Target: t.Judgement.Target?.Value, Bands: t.Judgement.Target is { } target && shape.Better != Better.Neutral ? Bands(target, shape.Better) : null);

    private static List<ChartBand> Bands(Target target, Better better)
    {
        var (goal, edge) = (target.Value, target.AmberEdge ?? target.Value);
        List<ChartBand> bands = better == Better.Higher
            ? [new(BandWord.Red, null, edge), new(BandWord.Amber, edge, goal), new(BandWord.Green, goal, null)]
            : [new(BandWord.Green, null, goal), new(BandWord.Amber, goal, edge), new(BandWord.Red, edge, null)];
        return [.. bands.Where(b => b.From is null || b.From != b.To)];
    }
}

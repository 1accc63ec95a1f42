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

    public static ChartView Chart(FilledRow row, string council, string csv)
    {
        var shown = Shown(row);
        return ChartView.Of(new TrendChart
        {
            Id = "trend",
            Headline = Headline(row),
            Subtitle = $"{row.Title}, {council}, {shown[0].Month.Label} to {shown[^1].Month.Label}, {Said.UnitWords(row.Shape)}",
            Unit = Said.Unit(row.Shape),
            Decimals = row.Shape.Decimals,
            Points = [.. shown.Select(t => Point(t, row.Shape))],
        }, null, csv);
    }

    public static TableView Table(FilledRow row) => new("The months behind the chart",
        [new("Month"), new("Result", true), new("Numerator / denominator", true), new("Target", true), new("Rating"), new("Note")],
        [.. Shown(row).Reverse().Select(t => (IReadOnlyList<TableCell>)
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
            Note(t),
        ])]);

    private static string Note(Rated t) =>
        string.Join(" ", new[] { t.Judgement.Clash, t.Figure.Note }.Where(n => n.Length > 0).Select(n => n.EndsWith('.') ? n : n + "."));

    /// <summary>Rating, figure and what happened to it, made from the figures: "Red: 78.3%, 2.6 points worse than in May".</summary>
    private static string Headline(FilledRow row)
    {
        var now = row.Now;
        if (now.Figure.Value is null) return $"No figure for {now.Month.Label}";
        var rated = now.Judgement.Rating is null ? "" : $"{now.Judgement.Rating}: ";
        var months = row.Trend.Reverse().TakeWhile(t => t.Judgement.Rating == now.Judgement.Rating).Count();
        var since = now.Judgement.Rating is null || months < 2 ? ""
            : months == row.Trend.Count ? $", {now.Judgement.Rating} all the time shown"
            : $", {now.Judgement.Rating} for {months} months";
        var way = Said.Way(row.Change, row.Shape);
        var change = Said.Change(row.Change, row.Shape);
        var moved = way.Length == 0 || change == "no change" ? "" : $", {change.TrimStart('−', '+')} {way} than in {now.Month.Add(-1).Label}";
        return $"{rated}{Said.Value(now.Figure, row.Shape)}{moved}{since}";
    }

    private static TrendPoint Point(Rated t, Shape shape) => new(
        t.Month.ShortLabel, t.Figure.Value, Missing: t.Figure.Value is null ? t.Judgement.Reason.TrimEnd('.') : null,
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

using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;

namespace Bellwether.Publications;

/// <summary>An indicator's months as one chart description and the headline that says what it shows, for pages and papers alike.</summary>
public static class Trends
{
    /// <summary>The months to show: from the first with a figure on, two at least; none where no month has one.</summary>
    public static IReadOnlyList<Rated> Shown(FilledRow row)
    {
        var first = row.Trend.TakeWhile(t => t.Figure.Value is null).Count();
        return first == row.Trend.Count ? [] : [.. row.Trend.Skip(Math.Min(first, row.Trend.Count - 2))];
    }

    /// <summary>The chart of the months given.</summary>
    /// <param name="id">Unique where it is drawn.</param>
    /// <param name="row">The line.</param>
    /// <param name="council">As printed.</param>
    /// <param name="shown">Months of the line, oldest first; one at least.</param>
    public static TrendChart Chart(string id, FilledRow row, string council, IReadOnlyList<Rated> shown) => new()
    {
        Id = id,
        Headline = Headline(row),
        Subtitle = $"{row.Title}, {council}, {shown[0].Month.Label} to {shown[^1].Month.Label}, {FigureWords.UnitWords(row.Shape)}",
        Unit = FigureWords.Unit(row.Shape),
        Decimals = row.Shape.Decimals,
        Points = [.. shown.Select(t => Point(t, row.Shape))],
    };

    /// <summary>Rating, figure and what happened to it, made from the figures: "Red for 3 months: 78.3%, 2.6 points worse than in May 2017".</summary>
    public static string Headline(FilledRow row)
    {
        var now = row.Now;
        if (now.Figure.Value is null) return $"No figure for {now.Month.Label}";
        var months = row.Trend.Reverse().TakeWhile(t => t.Judgement.Rating == now.Judgement.Rating).Count();
        var rated = now.Judgement.Rating is not { } rating ? "" : months > 1 ? $"{rating} for {months} months: " : $"{rating}: ";
        var way = FigureWords.Way(row.Change, row.Shape);
        var change = FigureWords.Change(row.Change, row.Shape);
        var moved = way.Length == 0 || change == "no change" ? "" : $", {change.TrimStart('−', '+')} {way} than in {now.Month.Add(-1).Label}";
        return $"{rated}{FigureWords.Value(now.Figure, row.Shape)}{moved}";
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

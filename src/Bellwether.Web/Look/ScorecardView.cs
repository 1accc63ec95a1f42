using Bellwether.Publications;
using Bellwether.Scorecards;

namespace Bellwether.Web.Look;

/// <summary>A filled scorecard as a page shows it: counts, then one row an indicator, worst first.</summary>
internal static class ScorecardView
{
    /// <summary>How many have each rating, and how many had it the month before.</summary>
    public static IReadOnlyList<RatingCount> Counts(FilledScorecard card)
    {
        var before = card.Rows.Any(r => r.Before?.Judgement.Rating is not null);
        return [.. new Rating?[] { Rating.Red, Rating.Amber, Rating.Green, null }.Select(rating => new RatingCount(
            Said.LookOf(rating), card.Count(rating),
            before ? card.Count(rating) - card.Rows.Count(r => r.Before?.Judgement.Rating == rating) : null))];
    }

    /// <summary>What a reader must know of figures, each note once; rows name them by number, from 1.</summary>
    public static IReadOnlyList<string> Notes(FilledScorecard card) =>
        [.. card.WorstFirst().Select(r => r.Now.Figure.Note).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];

    public static TableView Table(FilledScorecard card, Func<FilledRow, string> address) => new(
        $"{card.Title}, {card.Period.Label}",
        [
            new("Indicator"), new("Better"), new("Now", true), new("Target", true), new("Rating"), new($"Last {Performance.TrendMonths} months"),
            new("Change on last month", true), new("Owner"),
        ],
        [.. card.WorstFirst().Select((row, i) => Line(row, i, address(row), Notes(card)))], HideCaption: true);

    private static IReadOnlyList<TableCell> Line(FilledRow row, int number, string address, IReadOnlyList<string> notes)
    {
        var (now, shape) = (row.Now, row.Shape);
        var target = now.Judgement.Target;
        var note = now.Figure.Note.Length == 0 ? "" : $"note {1 + notes.TakeWhile(n => n != now.Figure.Note).Count()}";
        var behind = string.Join(" · ", new[] { FigureWords.Counts(now.Figure), FigureWords.NextBand(now.Judgement, shape), note }.Where(t => t.Length > 0));
        return
        [
            new TableCell(row.Title, behind.Length > 0 ? behind : null, address),
            FigureWords.Better(shape.Better),
            now.Carried is { } year ? new TableCell(BandWords.Number(year.Value, shape), $"carried forward from {year.Year}")
                : new TableCell(FigureWords.Value(now.Figure, shape), now.Judgement.Clash.Length > 0 ? now.Judgement.Clash : null),
            new TableCell(FigureWords.Target(target, shape), target is null ? null : TargetKinds.Words(target.Kind)),
            new TableCell("", Was(row), Rating: now.Carried is { } of ? new RatingTag(RatingLook.NotRated, $"annual figure of {of.Year}, not rated anew") : Said.Tag(now.Judgement)),
            Spark(row, number),
            now.Carried is not null ? new TableCell("none", "annual figure") : new TableCell(FigureWords.Change(row.Change, shape), FigureWords.Way(row.Change, shape) is { Length: > 0 } way ? way : null),
            new TableCell(row.Owner.Director.Length > 0 ? row.Owner.Director : row.Definition.Owner),
        ];
    }

    private static string? Was(FilledRow row)
    {
        if (row.Before?.Judgement is not { } before || before.Rating == row.Now.Judgement.Rating) return null;
        var words = $"{(row.IsNewlyWorse ? "newly worse: " : "")}was {FigureWords.Word(before.Rating)}";
        return before.Target is { } then && row.Now.Judgement.Target is { } now && !now.HasBandsOf(then)
            ? $"{words}, before the target changed on {Calendar.EnglishDate.Format(now.From)}"
            : words;
    }

    private static TableCell Spark(FilledRow row, int number)
    {
        var known = row.Trend.Where(t => t.Figure.Value is not null).ToList();
        if (known.Count < 2) return known.Count == 0 ? "no figures" : "one figure";
        var spark = new Sparkline($"spark-{number}", $"Trend of {row.Title}", FigureWords.Unit(row.Shape), row.Shape.Decimals,
            [.. row.Trend.Select(t => t.Figure.Value)], [.. row.Trend.Select(t => t.Judgement.Target?.Value)]);
        return new TableCell("", $"{BandWords.Number(known[0].Figure.Value!.Value, row.Shape)} in {known[0].Month.ShortLabel}", Spark: spark);
    }
}

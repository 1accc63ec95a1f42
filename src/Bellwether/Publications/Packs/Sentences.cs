using Bellwether.Codes;
using Bellwether.Publications;
using Bellwether.Publications.Documents;
using Bellwether.Scorecards;

namespace Bellwether.Publications.Packs;

/// <summary>Sentences made from figures, each figure in a span that names it.</summary>
internal static class Sentences
{
    /// <summary>A sentence that ends.</summary>
    public static string Stopped(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";

    /// <summary>"Red: 78.3% (1,927 of 2,461). Below the 80% floor; higher is better. 1.7 percentage points from Amber (42 more) …"</summary>
    public static List<Span> Verdict(Scene scene, PackIndicator indicator)
    {
        var (row, now) = (indicator.Row, indicator.Row.Now);
        var key = scene.Book.Keep(row, now);
        List<Span> spans = [new Span($"{FigureWords.Word(now.Judgement.Rating)}: ", Bold: true), new Span(FigureBook.Printed(now.Figure, row.Shape), Bold: true, Figure: key)];
        if (FigureWords.Counts(now.Figure) is { Length: > 0 } counts) spans.AddRange([new Span(" ("), new Span(counts, Figure: key), new Span(")")]);
        spans.Add(new Span($". {now.Judgement.Reason}"));
        if (BandWords.Distances(now.Judgement, row.Shape) is { Length: > 0 } distances) spans.Add(new Span($" {EnglishText.Capital(distances)}.", Figure: key));
        if (now.Judgement.Clash.Length > 0) spans.Add(new Span($" Print and rating: {now.Judgement.Clash}.", Figure: key));
        if (scene.Order.Text(indicator.Name)?.Words.Judgement is { Length: > 0 } word) spans.AddRange([new Span(" Officers’ judgement: "), new Span(word, Bold: true), new Span(".")]);
        return spans;
    }

    /// <summary>"Referrals in June 2017: 812 (Green; target 850), 12 better than in May 2017."</summary>
    public static List<Span> Result(Scene scene, PackIndicator indicator)
    {
        var (row, now) = (indicator.Row, indicator.Row.Now);
        var key = scene.Book.Keep(row, now);
        List<Span> spans = [new Span($"{row.Title}, {now.Month.Label}: "), new Span(FigureBook.Printed(now.Figure, row.Shape), Bold: true, Figure: key)];
        if (now.Figure.Value is null)
        {
            spans.Add(new Span($". {now.Judgement.Reason}"));
            return spans;
        }
        if (FigureWords.Counts(now.Figure) is { Length: > 0 } counts) spans.AddRange([new Span(" ("), new Span(counts, Figure: key), new Span(")")]);
        if (now.Judgement.Target is { } target) spans.Add(new Span($", against a target of {FigureWords.Target(target, row.Shape)}{(now.Judgement.Rating is { } rating ? $": {rating}" : "")}"));
        if (row.Before is { Figure.Value: not null } before)
        {
            var change = FigureWords.Change(row.Change, row.Shape);
            var way = FigureWords.Way(row.Change, row.Shape);
            spans.Add(change == "no change" ? new Span($". No change on {before.Month.Label}")
                : new Span($". {change}{(way.Length > 0 ? $" ({way})" : "")} on {before.Month.Label}", Figure: key));
        }
        spans.Add(new Span("."));
        return spans;
    }

    /// <summary>What changed: newly worse, red, newly better; a line each.</summary>
    public static IEnumerable<Block> KeyPoints(Scene scene)
    {
        var points = scene.Shown.Where(i => i.Row.Now.Judgement.Rating == Rating.Red || i.Row.IsNewlyWorse || IsNewlyGreen(i.Row))
            .Select(i => (IReadOnlyList<Span>)Result(scene, i)).ToList();
        yield return new Paragraph([new Span(
            $"Of {EnglishText.Number(scene.Shown.Count)} indicators, {EnglishText.Number(Of(scene, Rating.Green))} are Green, {EnglishText.Number(Of(scene, Rating.Amber))} Amber, "
            + $"{EnglishText.Number(Of(scene, Rating.Red))} Red and {EnglishText.Number(Of(scene, null))} not rated in {scene.Material.Card.Period.Label}.")]);
        if (points.Count > 0) yield return new BulletList(points);
    }

    /// <summary>The closing count of targets met, and which are not.</summary>
    public static IReadOnlyList<Block> TargetsMet(Scene scene)
    {
        var rated = scene.Shown.Where(i => i.Row.Now.Judgement.Rating is not null).ToList();
        var met = rated.Where(i => i.Row.Now.Judgement.Rating == Rating.Green).ToList();
        var blocks = new List<Block>
        {
            new Paragraph([new Span(rated.Count == 0 ? "No indicator of this report has a target and a figure to set beside it."
                : $"{EnglishText.Number(met.Count)} of {EnglishText.Number(rated.Count)} targets {(met.Count == 1 ? "is" : "are")} met in {scene.Material.Card.Period.Label}.", Bold: true)]),
        };
        var table = rated.Select(i => (IReadOnlyList<Cell>)
            [new Cell(i.Row.Title), scene.Book.Value(i.Row, i.Row.Now), scene.Book.Target(i.Row, i.Row.Now), scene.Book.Rating(i.Row, i.Row.Now)]).ToList();
        if (table.Count > 0)
            blocks.Add(new Table("targets-met-table", "Each target and its result", [new Column("Indicator", Share: 4), new Column("Result", true), new Column("Target", true), new Column("Rating")], table));
        var without = scene.Shown.Where(i => i.Row.Now.Judgement.Rating is null).Select(i => i.Row.Title).ToList();
        if (without.Count > 0) blocks.Add(new Note([new Span($"Not counted, having no target or no figure: {string.Join("; ", without)}.")]));
        return blocks;
    }

    private static bool IsNewlyGreen(FilledRow row) => row.Now.Judgement.Rating == Rating.Green && row.Before?.Judgement.Rating is Rating.Red or Rating.Amber && row.Now.Judgement.Rating == Rating.Green;

    private static int Of(Scene scene, Rating? rating) => scene.Shown.Count(i => i.Row.Now.Judgement.Rating == rating);
}

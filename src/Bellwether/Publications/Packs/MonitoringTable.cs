using Bellwether.Codes;
using Bellwether.Publications;
using Bellwether.Publications.Documents;
using Bellwether.Scorecards;

namespace Bellwether.Publications.Packs;

/// <summary>Core monitoring by quarter: this period beside the ends of earlier quarters, as the paper of January 2012 has it.</summary>
internal static class MonitoringTable
{
    public static IReadOnlyList<Block> Of(Scene scene)
    {
        var period = scene.Material.Card.Period;
        var ends = Enumerable.Range(1, 24).Select(back => period.Add(-back)).Where(m => m.Number % 3 == 0).Take(Math.Max(1, scene.Order.Template.Months - 1)).Reverse().Append(period).ToList();
        List<Column> columns = [new Column("Indicator", Share: 4), new Column("Better"), .. ends.Select(m => new Column(m.ShortLabel, true)), new Column("Target", true), new Column("Rating"), new Column("Change on last month", true)];
        var rows = scene.Shown.Select(i =>
        {
            var row = i.Row;
            var at = ends.Select(m => row.Trend.FirstOrDefault(t => t.Month == m)).ToList();
            return (IReadOnlyList<Cell>)
            [
                new Cell(row.Title), new Cell(FigureWords.Better(row.Shape.Better)),
                .. at.Select(t => t is null ? new Cell("not asked") : scene.Book.Value(row, t)),
                scene.Book.Target(row, row.Now), scene.Book.Rating(row, row.Now), Change(scene, row),
            ];
        }).ToList();
        List<Block> blocks = [new Table("monitoring-table", $"{scene.Material.Card.Title}: {period.Label} beside the ends of earlier quarters", columns, rows)];
        blocks.AddRange(scene.Shown.SelectMany(i => scene.Commentary(i) is { Count: > 0 } said ? said.Prepend(new Paragraph([new Span(i.Row.Title, Bold: true)])) : []));
        return blocks;
    }

    /// <summary>The change in words. It rests on two figures, so it states neither by itself; hidden ones have none.</summary>
    private static Cell Change(Scene scene, FilledRow row)
    {
        if (row.Before is { } before) scene.Book.Keep(row, before);
        var way = FigureWords.Way(row.Change, row.Shape);
        return new Cell(FigureWords.Change(row.Change, row.Shape), Behind: way);
    }
}

/// <summary>Published figures beside the council's own: England, the region, statistical neighbours, rank.</summary>
internal static class NationalTable
{
    public static IReadOnlyList<Block> Of(Scene scene)
    {
        var compared = scene.Shown.Where(i => i.National is { Comparison: not null }).ToList();
        var none = scene.Shown.Except(compared).Select(i => i.Row.Title).ToList();
        var blocks = new List<Block>();
        if (compared.Count > 0)
        {
            blocks.Add(new Table("national-table", "Published figures, as the Department for Education's tool compares them",
                [
                    new Column("Indicator", Share: 3), new Column("Year"), new Column("Council", true), new Column("Before", true), new Column("Statistical neighbours", true),
                    new Column("Region", true), new Column("England", true), new Column("Rank", true),
                ],
                [.. compared.Select(i => Line(i.Row.Title, i.National!.Comparison!))]));
            blocks.AddRange(compared.Select(i => new Note([new Span($"{i.Row.Title}: ", Bold: true), new Span($"{i.National!.TagText} Neighbours: mean of {i.National.Comparison!.NeighboursReported} of {i.National.Comparison.Neighbours.Count} that reported.")])));
        }
        else
        {
            blocks.Add(new Paragraph([new Span("No indicator of this pack has a published figure to compare with.")]));
        }
        if (none.Count > 0 && compared.Count > 0) blocks.Add(new Note([new Span($"Not compared, nothing being published that compares: {string.Join("; ", none)}.")]));
        return blocks;
    }

    private static IReadOnlyList<Cell> Line(string title, Comparison of) =>
    [
        new Cell(title), new Cell(of.Year), new Cell(of.Print(of.Own)), new Cell(of.Print(of.Previous)), new Cell(of.Print(of.NeighbourMean)),
        new Cell(of.Print(of.Region)), new Cell(of.Print(of.England)), new Cell(of.Rank is { } rank ? $"{EnglishText.Number(rank)} of {EnglishText.Number(of.Ranked)}" : "none"),
    ];
}

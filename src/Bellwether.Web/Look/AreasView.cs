using Bellwether.Publications;
using Bellwether.Scorecards;

namespace Bellwether.Web.Look;

/// <summary>The indicators of a scorecard by district or team: a grid of figures with their ratings, and small charts.</summary>
internal static class AreasView
{
    /// <summary>Word by word: the figure, its rating by shape and word, and its own target where it has one.</summary>
    public static TableView Grid(AreaGrid grid, Func<FilledRow, string> address) => new(
        $"By {grid.Breakdown}, {grid.Period.Label}", [new("Indicator"), new("All", true), .. grid.Areas.Select(a => new TableColumn(a.Name, true))],
        [.. grid.Rows.Select(r => (IReadOnlyList<TableCell>)
        [
            new TableCell(r.Row.Title, null, address(r.Row)), Cell(r.Row.Now, r.Row.Shape, ""),
            .. r.Cells.Select((c, i) => c is null ? new TableCell("no case") : Cell(c.Rated, r.Row.Shape, grid.Areas[i].Code)),
        ])], Cards: false);

    /// <summary>The last months of each area beside each other, on one scale for each indicator.</summary>
    public static TableView SmallMultiples(AreaGrid grid) => new(
        $"The last {AreaGrid.TrendMonths} months by {grid.Breakdown}, to {grid.Period.Label}", [new("Indicator"), .. grid.Areas.Select(a => new TableColumn(a.Name))],
        [.. grid.Rows.Select((r, row) => (IReadOnlyList<TableCell>)[r.Row.Title, .. r.Trends.Select((t, i) => Spark(r, t, grid.Areas[i].Name, $"area-{row}-{i}"))])], Cards: false);

    /// <summary>One indicator crossed: the first breakdown down the side, the second across; counts under each figure, for small ones need them.</summary>
    /// <param name="label">What a reader sees for a member of the first.</param>
    /// <param name="across">And of the second.</param>
    /// <param name="order">The second's members in their order.</param>
    /// <param name="heading">What the first is called.</param>
    public static TableView Crossed(CrossedRow row, Func<string, string> label, Func<string, string> across, IReadOnlyList<string> order, string heading)
    {
        var columns = order.Where(o => row.Cells.Any(c => c.Rated.Figure.And == o)).ToList();
        return new($"{row.Row.Title}: {FigureWords.Value(row.Row.Now.Figure, row.Row.Shape)} as a whole", [new(heading), .. columns.Select(c => new TableColumn(across(c), true))],
            [.. row.Cells.GroupBy(c => c.Rated.Figure.Member).OrderBy(g => label(g.Key), StringComparer.Ordinal).Select(g => (IReadOnlyList<TableCell>)
                [label(g.Key), .. columns.Select(c => g.FirstOrDefault(l => l.Rated.Figure.And == c) is { } cell ? Crossed(cell.Rated, row.Row.Shape) : new TableCell("no case"))])], Cards: false);
    }

    private static TableCell Crossed(Rated rated, Shape shape)
    {
        var counts = shape.Show == Indicators.Show.Count ? "" : FigureWords.Counts(rated.Figure);
        var mark = Said.Tag(rated.Judgement);
        var words = rated.Judgement.Rating is null ? counts : counts.Length > 0 ? $"{counts}, {mark.Shape} {mark.Name}" : $"{mark.Shape} {mark.Name}";
        return new TableCell(FigureWords.Value(rated.Figure, shape), words.Length > 0 ? words : null);
    }

    private static TableCell Cell(Rated rated, Shape shape, string area)
    {
        if (rated.Figure.Value is null) return new TableCell("none", "no figure");
        var own = area.Length > 0 && rated.Judgement.Target is { } target && target.Area == area ? $", own target {BandWords.Edge(target.Value, shape)}" : "";
        var mark = Said.Tag(rated.Judgement);
        return new TableCell(FigureWords.Value(rated.Figure, shape), rated.Judgement.Rating is null ? own.TrimStart(',', ' ') is { Length: > 0 } o ? o : null : $"{mark.Shape} {mark.Name}{own}");
    }

    private static TableCell Spark(AreaRow row, IReadOnlyList<decimal?> trend, string area, string id)
    {
        var known = trend.OfType<decimal>().ToList();
        if (known.Count < 2) return known.Count == 0 ? "no figures" : "one figure";
        var now = trend[^1] is { } last ? $"{BandWords.Number(known[0], row.Row.Shape)} to {BandWords.Number(last, row.Row.Shape)}" : "no figure now";
        return new TableCell("", now, Spark: new Sparkline(id, $"{row.Row.Title}, {area}", FigureWords.Unit(row.Row.Shape), row.Row.Shape.Decimals, trend, []));
    }
}

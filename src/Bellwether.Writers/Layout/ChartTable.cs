using Bellwether.Publications;
using Bellwether.Publications.Documents;

namespace Bellwether.Writers.Layout;

/// <summary>The figures behind a chart as a table: a month a row.</summary>
internal static class ChartTable
{
    /// <summary>
    /// True where the section's own tables do not state every figure of the chart, so that paper must carry the table as well: no number
    /// may stand in a picture alone.
    /// </summary>
    public static bool IsNeeded(Section section, ChartBlock chart)
    {
        var stated = section.Blocks.OfType<Table>().SelectMany(t => t.Rows).SelectMany(r => r)
            .Where(c => c.Part == FigurePart.Value).Select(c => c.Figure).OfType<FigureKey>().ToHashSet();
        return chart.Chart.Points.Where((p, i) => p.Value is not null && (KeyOf(chart, i) is not { } key || !stated.Contains(key))).Any();
    }

    /// <summary>Month, result, target where there is one, comparators.</summary>
    public static Table Of(ChartBlock block, IReadOnlyDictionary<FigureKey, FigureLine> figures)
    {
        var chart = block.Chart;
        var hasTarget = chart.Points.Any(p => p.Target is not null);
        var columns = new List<Column> { new("Period"), new("Result", true) };
        if (hasTarget) columns.Add(new Column("Target", true));
        columns.AddRange(chart.Comparators.Select(c => new Column(c.Name, true)));
        var rows = chart.Points.Select((p, i) =>
        {
            var cells = new List<Cell> { new(p.Label), Result(block, i, figures) };
            if (hasTarget) cells.Add(Target(block, i, figures));
            cells.AddRange(chart.Comparators.Select(c => new Cell(c.Values[i] is { } v ? Say(chart, v, chart.Decimals) : "–")));
            return (IReadOnlyList<Cell>)cells;
        });
        return new Table($"{chart.Id}-figures", "Figures behind the chart", columns, [.. rows]);
    }

    /// <summary>The figure behind a point; null for none.</summary>
    public static FigureKey? KeyOf(ChartBlock block, int point) => point < block.Keys.Count ? block.Keys[point] : null;

    private static Cell Result(ChartBlock block, int i, IReadOnlyDictionary<FigureKey, FigureLine> figures)
    {
        var point = block.Chart.Points[i];
        var key = KeyOf(block, i);
        var text = key is not null && figures.TryGetValue(key, out var line) ? line.Text
            : point.Value is { } v ? Say(block.Chart, v, block.Chart.Decimals) : point.Missing ?? "no figure";
        return new Cell(text, key, Behind: point.Provisional && point.Value is not null ? "provisional" : "");
    }

    private static Cell Target(ChartBlock block, int i, IReadOnlyDictionary<FigureKey, FigureLine> figures)
    {
        if (block.Chart.Points[i].Target is not { } target) return new Cell("–");
        var text = Say(block.Chart, target, ChartWords.TargetDecimals(target, block.Chart.Decimals));
        return KeyOf(block, i) is { } key && figures.TryGetValue(key, out var line) && line.Target == target ? new Cell(text, key, FigurePart.Target) : new Cell(text);
    }

    private static string Say(TrendChart chart, decimal value, int decimals) => ChartWords.Short(value, chart.Unit, decimals);
}

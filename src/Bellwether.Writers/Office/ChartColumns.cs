using Bellwether.Publications;

namespace Bellwether.Writers.Office;

/// <summary>
/// A trend as the columns of a small sheet, the way an Office chart reads it: result, target, comparators. Percentages are held as shares
/// (0.783), which a spreadsheet shows as 78.3%.
/// </summary>
internal sealed class ChartColumns
{
    public ChartColumns(TrendChart chart)
    {
        Chart = chart;
        var series = Results();
        if (chart.Points.Any(p => p.Target is not null)) series.Add(new("Target", [.. chart.Points.Select(p => Share(p.Target))], Kind.Target));
        series.AddRange(chart.Comparators.Select(c => new ChartSeries(c.Name, [.. c.Values.Select(Share)], Kind.Comparator)));
        Series = series;
    }

    /// <summary>The result as one line, or as one for each stretch between breaks: figures of different stretches do not compare.</summary>
    private List<ChartSeries> Results()
    {
        var points = Chart.Points;
        int[] starts = [0, .. Chart.Events.Where(e => e.BreaksSeries && e.Point > 0).Select(e => e.Point).Distinct().Order(), points.Count];
        return [.. starts.Zip(starts.Skip(1), (from, to) => new ChartSeries(
            from == 0 && to == points.Count ? "Result" : from == 0 ? $"Result to {points[to - 1].Label}" : $"Result from {points[from].Label}",
            [.. points.Select((p, i) => i >= from && i < to ? Share(p.Value) : null)], Kind.Result))];
    }

    public TrendChart Chart { get; }

    public IReadOnlyList<ChartSeries> Series { get; }

    public string Format => FormatOf(Chart.Unit, Chart.Decimals);

    /// <summary>A value as the sheet holds it.</summary>
    public decimal? Share(decimal? value) => Chart.Unit == "%" ? value / 100 : value;

    /// <summary>The number format that prints a figure of this unit: "0.0%", "#,##0.0". The unit's word, where wanted, is the caller's.</summary>
    public static string FormatOf(string unit, int decimals)
    {
        var places = decimals > 0 ? "." + new string('0', decimals) : "";
        return unit == "%" ? $"0{places}%" : $"#,##0{places}";
    }
}

/// <summary>What a line of a chart stands for.</summary>
internal enum Kind { Result, Target, Comparator }

/// <summary>One line of a chart, a value for each point; null is a gap.</summary>
internal sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, Kind Kind);

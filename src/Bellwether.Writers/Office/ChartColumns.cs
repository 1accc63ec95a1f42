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
        var series = new List<ChartSeries> { new("Result", [.. chart.Points.Select(p => Share(p.Value))], Kind.Result) };
        if (chart.Points.Any(p => p.Target is not null)) series.Add(new("Target", [.. chart.Points.Select(p => Share(p.Target))], Kind.Target));
        series.AddRange(chart.Comparators.Select(c => new ChartSeries(c.Name, [.. c.Values.Select(Share)], Kind.Comparator)));
        Series = series;
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

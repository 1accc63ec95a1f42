using Bellwether.Publications;
using Bellwether.Writers.Svg;

namespace Bellwether.Web.Look;

/// <summary>A chart on a page: its titles, the drawing (from our own writer, which escapes), the sentence, the notes and the table behind it.</summary>
public sealed record ChartView(string Id, string Headline, string Subtitle, string Svg, string Words, IReadOnlyList<ChartEvent> Events, TableView? Table, string? CsvHref = null)
{
    public static ChartView Of(TrendChart chart, TableView? table, string? csvHref = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return new ChartView(chart.Id, chart.Headline, chart.Subtitle, SvgChart.Draw(chart), ChartWords.Describe(chart), chart.Events, table, csvHref);
    }

    public static ChartView Of(BarRange bars, TableView? table, string? csvHref = null)
    {
        ArgumentNullException.ThrowIfNull(bars);
        return new ChartView(bars.Id, bars.Headline, bars.Subtitle, SvgChart.Draw(bars), ChartWords.Describe(bars), [], table, csvHref);
    }
}

using Bellwether.Publications;
using Bellwether.Scorecards;
using Bellwether.Writers.Svg;

namespace Bellwether.Web.Look;

/// <summary>A funnel as a chart with the table behind it.</summary>
internal static class FunnelView
{
    /// <param name="own">The area that is drawn as one's own; empty for none.</param>
    public static ChartView Of(FunnelPlot plot, string id, string subtitle, string own = "")
    {
        var outside = plot.Areas.Count(a => a.Outside is not null);
        var chart = new FunnelChart
        {
            Id = id,
            Headline = outside == 0 ? $"None of {plot.Areas.Count} lies outside what chance explains" : $"{outside} of {plot.Areas.Count} outside what chance explains",
            Subtitle = subtitle,
            Words = plot.Words,
            Mean = plot.Mean,
            Dots = [.. plot.Areas.Select(a => new FunnelDot(a.Name, a.Cases, a.Value, a.Outside is not null, a.Name == own))],
            Edges = [.. plot.Limits.Select(l => new FunnelEdge(l.Cases, l.Low, l.High, l.WideLow, l.WideHigh))],
        };
        var table = new TableView($"{subtitle}: the figures", [new("Area"), new("Cases", true), new("Result", true), new("Outside")],
            [.. plot.Areas.OrderByDescending(a => a.Value).Select(a => (IReadOnlyList<TableCell>)[a.Name, BandWords.Plain(a.Cases), ChartWords.Figure(a.Value, "%", 1), a.Outside is { } limit ? $"the {BandWords.Plain(limit)}% limit" : "no limit"])]);
        return new ChartView(chart.Id, chart.Headline, chart.Subtitle, FunnelDrawing.Draw(chart), chart.Words, [], table);
    }

    /// <summary>The districts or teams of a percentage; null where there are too few with a case.</summary>
    public static ChartView? OfMembers(string breakdown, FilledRow row, IReadOnlyList<MemberLine> members)
    {
        if (row.Shape.Show != Bellwether.Indicators.Show.Percentage) return null;
        var plot = FunnelPlot.Of([.. members.Where(m => m.Rated.Figure is { Numerator: not null, Denominator: > 0 }).Select(m => (m.Label, m.Rated.Figure.Numerator!.Value, m.Rated.Figure.Denominator!.Value))]);
        return plot.Value is { } funnel ? Of(funnel, $"funnel-{breakdown}", $"{row.Title}, {breakdown}s by number of cases, {row.Now.Month.Label}, per cent") : null;
    }
}

using System.Globalization;
using System.Text;
using Bellwether.Publications;

namespace Bellwether.Writers.Svg;

/// <summary>Draws a funnel as SVG that stands alone: limits at 95 % dashed and at 99.8 % whole, the mean, a dot for each area; those outside are named.</summary>
public static class FunnelDrawing
{
    private const double Left = 52, Top = 16, Width = 720, PlotHeight = 260, Right = 560;

    /// <summary>The funnel as one <c>svg</c> element.</summary>
    public static string Draw(FunnelChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var values = chart.Dots.Select(d => d.Value).Concat(chart.Edges.SelectMany(e => new[] { e.WideLow, e.WideHigh })).ToList();
        // The lowest value decides the foot: from zero a funnel of 95 % would be a line.
        var foot = decimal.Floor(values.Min() / 10) * 10;
        var scale = Scale.Of(values, foot, "%", 0);
        var cases = Scale.Of(chart.Edges.Select(e => e.Cases), null, "", 0);
        const double bottom = Top + PlotHeight;
        double X(decimal n) => Left + ((double)((n - cases.From) / (cases.To - cases.From)) * (Right - Left));
        double Y(decimal v) => scale.Y(v, Top, bottom);
        var svg = new SvgText();
        svg.Open("bw-chart bw-funnel", chart.Id, Width, bottom + 60, $"{chart.Headline}. {chart.Subtitle}", chart.Words);
        foreach (var tick in scale.Ticks())
        {
            svg.Line("bw-grid", Left, Y(tick), Right, Y(tick), tick == scale.From ? Palette.Axis : Palette.Grid);
            svg.Text("bw-tick", Left - 8, Y(tick) + 5, ChartWords.Short(tick, "%", scale.TickDecimals), 13, "end");
        }
        foreach (var tick in cases.Ticks()) svg.Text("bw-tick", X(tick), bottom + 20, ChartWords.Short(tick, "", 0), 13, "middle");
        svg.Text("bw-note", Left, bottom + 42, $"Cases.{(scale.From == 0 ? "" : $"  The axis starts at {ChartWords.Short(scale.From, "%", 0)}, not at zero.")}", 13);
        Curve(svg, chart, e => e.WideLow, X, Y, null);
        Curve(svg, chart, e => e.WideHigh, X, Y, null);
        Curve(svg, chart, e => e.Low, X, Y, Palette.TargetDash);
        Curve(svg, chart, e => e.High, X, Y, Palette.TargetDash);
        svg.Line("bw-mean", Left, Y(chart.Mean), Right, Y(chart.Mean), Palette.Target, 1);
        foreach (var dot in chart.Dots.OrderBy(d => d.Own)) svg.Dot(dot.Outside ? "bw-point" : "bw-point bw-provisional", X(dot.Cases), Y(dot.Value), dot.Own ? 6 : 4, dot.Outside || dot.Own ? Palette.Line : "#ffffff", Palette.Line);
        Names(svg, chart, X, Y);
        return svg.Close();
    }

    private static void Curve(SvgText svg, FunnelChart chart, Func<FunnelEdge, decimal> end, Func<decimal, double> x, Func<decimal, double> y, string? dash)
    {
        var d = new StringBuilder();
        foreach (var edge in chart.Edges) d.Append(CultureInfo.InvariantCulture, $"{(d.Length == 0 ? "M" : "L")}{SvgText.Num(x(edge.Cases))} {SvgText.Num(y(end(edge)))} ");
        svg.Path("bw-limit", d.ToString().TrimEnd(), Palette.Edge, 1.5, dash);
    }

    /// <summary>Names beside the plot, where they cross nothing, each with a line to its dot; the key under them.</summary>
    private static void Names(SvgText svg, FunnelChart chart, Func<decimal, double> x, Func<decimal, double> y)
    {
        var at = Top + 12;
        foreach (var dot in chart.Dots.Where(d => d.Outside || d.Own).OrderByDescending(d => d.Value).Take(9))
        {
            at = Math.Max(at, Math.Min(y(dot.Value) + 5, Top + PlotHeight - 60));
            svg.Line("bw-leader", x(dot.Cases) + 7, y(dot.Value), Right + 8, at - 5, Palette.Edge);
            svg.Text("bw-end", Right + 12, at, dot.Name, 13, bold: dot.Own);
            at += 18;
        }
        svg.Line("bw-key", Right + 12, Top + PlotHeight - 24, Right + 40, Top + PlotHeight - 24, Palette.Edge, 1.5, Palette.TargetDash);
        svg.Text("bw-note", Right + 46, Top + PlotHeight - 20, "95% limits", 13);
        svg.Line("bw-key", Right + 12, Top + PlotHeight - 6, Right + 40, Top + PlotHeight - 6, Palette.Edge, 1.5);
        svg.Text("bw-note", Right + 46, Top + PlotHeight - 2, "99.8% limits", 13);
    }
}

using System.Globalization;
using System.Text;
using Bellwether.Publications;

namespace Bellwether.Writers.Svg;

/// <summary>
/// Draws neutral charts as SVG that stands alone: for pages, print and files. No script, no style, no outside reference. Titles
/// are the page's text, not the picture's; the SVG carries them as its accessible name.
/// </summary>
public static class SvgChart
{
    /// <summary>
    /// A trend as one <c>svg</c> element. Missing months are gaps with their reason, provisional points are hollow, the target is a
    /// stepped line, bands are tints with their words at the right-hand edge, and a break cuts the line. Without a place it is drawn for a page of
    /// the site; without words it is described by <see cref="ChartWords"/>.
    /// </summary>
    /// <exception cref="ArgumentException">More than three comparators, a comparator or an event that does not fit the months.</exception>
    public static string Draw(TrendChart chart, ChartPlace? place = null, string? words = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        if (chart.Comparators.Count > Palette.Others.Length) throw new ArgumentException("A chart has at most three comparators.", nameof(chart));
        if (chart.Comparators.Any(c => c.Values.Count != chart.Points.Count)) throw new ArgumentException("A comparator needs one entry for each month.", nameof(chart));
        if (chart.Events.Any(e => e.Point < 0 || e.Point >= chart.Points.Count)) throw new ArgumentException("An event stands outside the months.", nameof(chart));
        return new TrendDrawing(chart, place ?? ChartPlace.Page).Draw(words ?? ChartWords.Describe(chart));
    }

    /// <summary>A sparkline as one <c>svg</c> element of 132 by 32; the last figure has a dot, the target is dashed.</summary>
    public static string Draw(Sparkline spark)
    {
        ArgumentNullException.ThrowIfNull(spark);
        const double width = 132, height = 32, inset = 5;
        var all = spark.Values.Concat(spark.Targets).OfType<decimal>().ToList();
        // A sparkline shows the shape, so its axis hugs the values; the flat case sits in the middle.
        var (low, high) = all.Count == 0 ? (0m, 1m) : (all.Min(), all.Max());
        if (high == low) (low, high) = (low - 1, high + 1);
        var scale = new Scale(low, high, high - low);
        var step = spark.Values.Count > 1 ? (width - (2 * inset)) / (spark.Values.Count - 1) : 0;
        double X(int i) => inset + (i * step);
        double Y(decimal v) => scale.Y(v, inset, height - inset);
        var svg = new SvgText();
        svg.Open("bw-spark", spark.Id, width, height, SparkWords(spark), null);
        if (spark.Targets.Count > 0) Stroke(svg, "bw-target", spark.Targets, X, Y, Palette.Target, 1, "3 2", null);
        Stroke(svg, "bw-series", spark.Values, X, Y, Palette.Line, 2, null, null);
        var last = spark.Values.Count - 1;
        while (last >= 0 && spark.Values[last] is null) last--;
        if (last >= 0) svg.Dot("bw-point", X(last), Y(spark.Values[last]!.Value), 2.5, Palette.Line, Palette.Line);
        return svg.Close();
    }

    /// <summary>A breakdown as one <c>svg</c> element: a bar from zero and its figure for each row, the target across all.</summary>
    public static string Draw(BarRange bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        const double row = 30, top = 26, right = 90, width = 720;
        var left = Math.Min(300, Math.Max(60, bars.Rows.Select(r => SvgText.WidthOf(r.Name, 14)).DefaultIfEmpty(0).Max() + 14));
        var values = bars.Rows.SelectMany(r => new[] { r.Value, r.Low, r.High }).Append(bars.Target).OfType<decimal>();
        var scale = Scale.Of(values, null, bars.Unit, bars.Decimals);
        double X(decimal v) => left + ((double)((v - scale.From) / (scale.To - scale.From)) * (width - left - right));
        var bottom = top + (row * bars.Rows.Count);
        var svg = new SvgText();
        var ranged = bars.Rows.Any(r => r.Low is not null);
        svg.Open("bw-chart bw-bars", bars.Id, width, bottom + (ranged ? 50 : 30), $"{bars.Headline}. {bars.Subtitle}", ChartWords.Describe(bars));
        foreach (var tick in scale.Ticks())
        {
            svg.Line("bw-grid", X(tick), top, X(tick), bottom, Palette.Grid);
            svg.Text("bw-tick", X(tick), bottom + 18, ChartWords.Short(tick, bars.Unit, scale.TickDecimals), 13, "middle");
        }
        for (var i = 0; i < bars.Rows.Count; i++) Bar(svg, bars, bars.Rows[i], X, left, width - right, top + (i * row) + (row / 2));
        if (bars.Target is { } target)
        {
            svg.Line("bw-target", X(target), top - 4, X(target), bottom, Palette.Target, 2, Palette.TargetDash);
            var words = "Target " + ChartWords.Short(target, bars.Unit, ChartWords.TargetDecimals(target, bars.Decimals));
            svg.Text("bw-target-label", Math.Min(X(target), width - (SvgText.WidthOf(words, 13) / 2)), top - 10, words, 13, "middle");
        }
        if (ranged) svg.Text("bw-note", left, bottom + 42, $"Line with two ends: {bars.RangeName}.", 13);
        return svg.Close();
    }

    private static void Bar(SvgText svg, BarRange bars, BarRow bar, Func<decimal, double> x, double left, double end, double y)
    {
        svg.Text("bw-row", left - 8, y + 5, bar.Name, 14, "end");
        if (bar.Value is not { } value)
        {
            svg.Text("bw-missing", left + 6, y + 5, bar.Missing ?? "No figure", 14);
            return;
        }
        var (from, to) = value < 0 ? (x(value), x(0)) : (x(0), x(value));
        svg.Rect("bw-bar", from, y - 9, to - from, 18, Palette.Line);
        if (bar is { Low: { } low, High: { } high })
        {
            svg.Line("bw-range", x(low), y, x(high), y, Palette.Others[2], 3);
            svg.Line("bw-range", x(low), y - 7, x(low), y + 7, Palette.Others[2], 2);
            svg.Line("bw-range", x(high), y - 7, x(high), y + 7, Palette.Others[2], 2);
        }
        // Figures stand in a column of their own, where no bar, range or target line can cross them.
        svg.Text("bw-value", end + 8, y + 5, ChartWords.Short(value, bars.Unit, bars.Decimals), 14, bold: true);
    }

    /// <summary>Draws a line with a gap wherever there is no value, and a cut before each index of <paramref name="breaks"/>. A value between two gaps gets a stroke of no length, which its dot covers.</summary>
    internal static void Stroke(SvgText svg, string kind, IReadOnlyList<decimal?> values, Func<int, double> x, Func<decimal, double> y, string stroke, double width, string? dash, ISet<int>? breaks)
    {
        var d = new StringBuilder();
        var pen = false;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } v)
            {
                pen = false;
                continue;
            }
            if (breaks?.Contains(i) == true) pen = false;
            d.Append(CultureInfo.InvariantCulture, $"{(pen ? "L" : "M")}{SvgText.Num(x(i))} {SvgText.Num(y(v))} ");
            pen = true;
        }
        if (d.Length > 0) svg.Path(kind, d.ToString().TrimEnd(), stroke, width, dash);
    }

    private static string SparkWords(Sparkline spark)
    {
        var known = spark.Values.OfType<decimal>().ToList();
        if (known.Count == 0) return $"{spark.Label}: no figures";
        string Say(decimal v) => ChartWords.Figure(v, spark.Unit, spark.Decimals);
        return $"{spark.Label}: from {Say(known[0])} to {Say(known[^1])}, between {Say(known.Min())} and {Say(known.Max())}";
    }
}

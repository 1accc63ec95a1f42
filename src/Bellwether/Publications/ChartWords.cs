using System.Globalization;
using Bellwether.Codes;

namespace Bellwether.Publications;

/// <summary>Charts in words: the sentence behind each chart, and numbers written the one way that all charts share.</summary>
public static class ChartWords
{
    /// <summary>
    /// One sentence: type of chart, period, first and last value, highest and lowest, target, months without a figure, breaks.
    /// A chart without any value says so. Of equal values the first month is named.
    /// </summary>
    public static string Describe(TrendChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        if (chart.Points.Count == 0) return "Line chart without any month.";
        var period = chart.Points.Count == 1
            ? $"Line chart of {chart.Points[0].Label}"
            : string.Create(CultureInfo.InvariantCulture, $"Line chart of {chart.Points.Count} months, {chart.Points[0].Label} to {chart.Points[^1].Label}");
        var known = chart.Points.Where(p => p.Value is not null).ToList();
        List<string> parts = known.Count == 0 ? ["no month has a figure"] : [.. Values(chart, known)];
        parts.AddRange(Targets(chart));
        parts.AddRange(Gaps(chart));
        parts.AddRange(chart.Events.Where(e => e.BreaksSeries)
            .Select(e => $"figures before {chart.Points[e.Point].Label} do not compare with later ones ({e.Text})"));
        return $"{period}: {string.Join("; ", parts)}.";
    }

    /// <summary>One sentence: each row with its figure or the reason for none, in the order drawn, then target and range.</summary>
    public static string Describe(BarRange bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        if (bars.Rows.Count == 0) return "Bar chart without any row.";
        string Say(decimal v) => Figure(v, bars.Unit, bars.Decimals);
        string Row(BarRow row) => (row.Value, row.Low, row.High) switch
        {
            (null, _, _) => $"{row.Name} without a figure ({row.Missing ?? "no reason given"})",
            ({ } v, { } low, { } high) => $"{row.Name} {Say(v)} ({bars.RangeName} {Say(low)} to {Say(high)})",
            ({ } v, _, _) => $"{row.Name} {Say(v)}",
        };
        var target = bars.Target is { } t ? "target " + Figure(t, bars.Unit, TargetDecimals(t, bars.Decimals)) : "no target";
        return $"Bar chart of {bars.Rows.Count.ToString(CultureInfo.InvariantCulture)} rows: {string.Join("; ", bars.Rows.Select(Row))}; {target}.";
    }

    /// <summary>Number with its unit: "78.3%", "45 days", "1,927". Rounded half away from zero.</summary>
    public static string Figure(decimal value, string unit, int decimals)
    {
        var number = EnglishText.Number(value, decimals);
        return unit switch { "" => number, "%" => number + "%", _ => $"{number} {unit}" };
    }

    /// <summary>Number without its unit, save the per cent sign: for axes and end labels, where the subtitle names the unit.</summary>
    public static string Short(decimal value, string unit, int decimals) =>
        unit == "%" ? EnglishText.Number(value, decimals) + "%" : EnglishText.Number(value, decimals);

    private static IEnumerable<string> Values(TrendChart chart, List<TrendPoint> known)
    {
        string Say(TrendPoint p) => $"{Figure(p.Value!.Value, chart.Unit, chart.Decimals)} in {p.Label}{(p.Provisional ? " (provisional)" : "")}";
        if (known.Count == 1)
        {
            yield return $"one figure, {Say(known[0])}";
            yield break;
        }
        yield return $"first {Say(known[0])}";
        yield return $"last {Say(known[^1])}";
        yield return $"highest {Say(known.MaxBy(p => p.Value)!)}";
        yield return $"lowest {Say(known.MinBy(p => p.Value)!)}";
    }

    private static IEnumerable<string> Targets(TrendChart chart)
    {
        var steps = new List<(decimal Target, string From)>();
        foreach (var p in chart.Points)
        {
            if (p.Target is { } t && (steps.Count == 0 || steps[^1].Target != t)) steps.Add((t, p.Label));
        }
        if (steps.Count == 0)
        {
            yield return "no target";
            yield break;
        }
        // A target may be finer than the figures (90.5% for whole percentages), so it keeps its own decimals.
        string Say(decimal t) => Figure(t, chart.Unit, TargetDecimals(t, chart.Decimals));
        yield return "target " + string.Join(", then ", steps.Select((s, i) => i == 0 ? Say(s.Target) : $"{Say(s.Target)} from {s.From}"));
    }

    /// <summary>How many decimals a target is written with: none for a whole number, else its own, at least the chart's.</summary>
    public static int TargetDecimals(decimal target, int decimals) =>
        target == decimal.Truncate(target) ? 0 : Math.Max(decimals, (target / 1.000000000000000000000000000000m).Scale);

    private static IEnumerable<string> Gaps(TrendChart chart)
    {
        var gaps = chart.Points.Where(p => p.Value is null).ToList();
        if (gaps.Count == 0 || gaps.Count == chart.Points.Count) yield break;
        yield return "no figure for " + string.Join(", ", gaps.Select(p => p.Missing is null ? p.Label : $"{p.Label} ({p.Missing})"));
    }
}

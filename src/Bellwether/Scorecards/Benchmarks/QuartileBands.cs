using System.Globalization;

namespace Bellwether.Scorecards;

/// <summary>The quartile points over all authorities with a value.</summary>
/// <param name="Lowest">The least value.</param>
/// <param name="Q25">A quarter of the way; by R's type 7.</param>
/// <param name="Q50">The median.</param>
/// <param name="Q75">Three quarters of the way.</param>
/// <param name="Highest">The greatest value.</param>
public sealed record QuartilePoints(double Lowest, double Q25, double Q50, double Q75, double Highest);

/// <summary>Bands A (good) to D, from the points. Every band holds its upper point, so a tie on a point helps where low is good.</summary>
internal static class QuartileBands
{
    public static QuartilePoints? Points(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : new(
            sorted[0], Spread.Quantile(sorted, 0.25)!.Value, Spread.Quantile(sorted, 0.5)!.Value, Spread.Quantile(sorted, 0.75)!.Value, sorted[^1]);
    }

    /// <summary>A to D; "-" for a neutral measure or one whose range is too small; null without a value.</summary>
    public static string? Band(LaitMeasure measure, double? value, QuartilePoints? points)
    {
        if (measure.Polarity == Polarity.Neutral || !measure.HasQuartiles) return "-";
        if (value is not { } v || points is null) return null;
        var quarter = v <= points.Q25 ? 0 : v <= points.Q50 ? 1 : v <= points.Q75 ? 2 : 3;
        return (measure.Polarity == Polarity.Low ? "ABCD" : "DCBA").Substring(quarter, 1);
    }

    /// <summary>The bands in words from the exact points, so that they agree with <see cref="Band"/>.</summary>
    public static IReadOnlyDictionary<string, string> InWords(LaitMeasure measure, QuartilePoints? p)
    {
        if (None(measure, p) is { } none) return none;
        string[] text =
        [
            $"{Plain(p!.Lowest)} up to and including {Plain(p.Q25)}", $"above {Plain(p.Q25)} up to and including {Plain(p.Q50)}",
            $"above {Plain(p.Q50)} up to and including {Plain(p.Q75)}", $"above {Plain(p.Q75)} up to and including {Plain(p.Highest)}",
        ];
        return Lettered(measure.Polarity == Polarity.Low ? text : [.. text.Reverse()]);
    }

    /// <summary>LAIT's own labels, its slip at the upper end of band C for high polarity included; they may not agree with a value on a point.</summary>
    public static IReadOnlyDictionary<string, string> LaitLabels(LaitMeasure measure, QuartilePoints? p)
    {
        if (None(measure, p) is { } none) return none;
        var unit = Math.Pow(10, -measure.Decimals);
        var points = new[] { p!.Lowest, p.Q25, p.Q50, p.Q75, p.Highest }.Select(x => DfeRounding.AsR(x, measure.Decimals)).ToArray();
        return Lettered(measure.Polarity == Polarity.Low
            ? [To(points[0], points[1]), To(points[1] + unit, points[2]), To(points[2] + unit, points[3]), To(points[3] + unit, points[4])]
            : [To(points[4], points[3] + unit), To(points[3], points[2] + unit), To(points[2] + unit, points[1] + unit), To(points[1], points[0])]);

        static string To(double from, double to) => $"{Plain(from)} to {Plain(to)}";
    }

    private static Dictionary<string, string>? None(LaitMeasure measure, QuartilePoints? points) =>
        !measure.HasQuartiles ? new() { ["none"] = "Data range is too small." }
        : measure.Polarity == Polarity.Neutral || points is null ? new() { ["none"] = "-" }
        : null;

    private static Dictionary<string, string> Lettered(string[] text) => new() { ["A"] = text[0], ["B"] = text[1], ["C"] = text[2], ["D"] = text[3] };

    /// <summary>Fifteen significant digits, as R prints: enough to show a point, too few to show float noise.</summary>
    private static string Plain(double value) => value.ToString("G15", CultureInfo.InvariantCulture);
}

namespace Bellwether.Scorecards;

/// <summary>
/// Sums over the authorities that have a value, as R does them. The one place of the product that computes in doubles: the
/// published tables hold float noise such as 33.299999999999997, and ties are ties of doubles.
/// </summary>
internal static class Spread
{
    /// <summary>The arithmetic mean, each value weighing the same; null of nothing.</summary>
    public static double? Mean(IReadOnlyList<double> values)
    {
        if (values.Count == 0) return null;
        // R sums in extended precision: a compensated sum and a corrected quotient give the same double.
        var (sum, lost) = (0d, 0d);
        foreach (var value in values)
        {
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        var mean = sum / values.Count;
        return mean + ((Math.FusedMultiplyAdd(-mean, values.Count, sum) + lost) / values.Count);
    }

    /// <summary>The middle value, or the mean of the two in the middle; null of nothing.</summary>
    public static double? Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        var half = sorted.Count / 2;
        return sorted.Count == 0 ? null : sorted.Count % 2 == 1 ? sorted[half] : Mean([sorted[half - 1], sorted[half]]);
    }

    /// <summary>R's <c>quantile</c>, type 7: linear between the two values around (n − 1)·share; null of nothing.</summary>
    public static double? Quantile(IReadOnlyList<double> sorted, double share)
    {
        if (sorted.Count == 0) return null;
        var place = (sorted.Count - 1) * share;
        var low = (int)Math.Floor(place);
        var high = (int)Math.Ceiling(place);
        var part = place - low;
        return part == 0 || sorted[low] == sorted[high] ? sorted[low] : ((1 - part) * sorted[low]) + (part * sorted[high]);
    }
}

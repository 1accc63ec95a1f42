namespace Bellwether.Scorecards;

/// <summary>
/// 95 % intervals of shares, counts and rates: what might as well have been seen had chance fallen otherwise.
/// Computed in doubles and turned to decimal once, at the end, rounded to ten places. Source: the method sheet of public health
/// statistics in England (Wilson for proportions; Byar for counts of ten and more, exact Poisson below).
/// </summary>
public static class Intervals
{
    private const double Z = 1.959963984540054;

    /// <summary>Wilson's interval of a share, in per cent. None without cases, or where the numerator is not between 0 and the denominator.</summary>
    public static Answer<Interval> Wilson(decimal numerator, decimal denominator)
    {
        if (denominator <= 0) return Answer<Interval>.None("there are no cases");
        if (numerator < 0 || numerator > denominator) return Answer<Interval>.None("the numerator is not part of the denominator");
        var (n, p, square) = ((double)denominator, (double)(numerator / denominator), Z * Z);
        var middle = p + (square / (2 * n));
        var half = Z * Math.Sqrt((p * (1 - p) / n) + (square / (4 * n * n)));
        var over = 1 + (square / n);
        // At the ends the formula gives nought or one; a double may miss them by a hair.
        return new Interval(
            numerator == 0 ? 0 : Exact(100 * (middle - half) / over), numerator == denominator ? 100 : Exact(100 * (middle + half) / over), 95, "Wilson");
    }

    /// <summary>The interval of a count of events: exact Poisson under ten, Byar's approximation from ten on. None of a count below zero or not whole.</summary>
    public static Answer<Interval> Count(decimal count)
    {
        if (count < 0 || decimal.Truncate(count) != count) return Answer<Interval>.None("it is not a count of events");
        if (count >= 10) return Byar((double)count);
        var events = (int)count;
        return new Interval(
            events == 0 ? 0 : Exact(Solve(mean => 1 - AtMost(events - 1, mean) < 0.025)), Exact(Solve(mean => AtMost(events, mean) > 0.025)), 95, "exact Poisson");
    }

    /// <summary>The interval of a rate: its numerator's, scaled as the rate is. None as for a count, or where the numerator is 0 and nothing says the scale.</summary>
    /// <param name="rate">The rate, unrounded.</param>
    /// <param name="numerator">The count of events it is of.</param>
    public static Answer<Interval> Rate(decimal rate, decimal numerator)
    {
        if (numerator <= 0) return Answer<Interval>.None("there is no event to go by");
        var of = Count(numerator);
        return of.IsGiven ? of.Value with { Low = of.Value.Low * rate / numerator, High = of.Value.High * rate / numerator } : of;
    }

    private static Interval Byar(double count)
    {
        var above = count + 1;
        var low = count * Math.Pow(1 - (1 / (9 * count)) - (Z / (3 * Math.Sqrt(count))), 3);
        var high = above * Math.Pow(1 - (1 / (9 * above)) + (Z / (3 * Math.Sqrt(above))), 3);
        return new Interval(Exact(low), Exact(high), 95, "Byar");
    }

    /// <summary>The chance of so many events or fewer, by Poisson.</summary>
    private static double AtMost(int events, double mean)
    {
        var (term, sum) = (Math.Exp(-mean), 0d);
        for (var k = 0; k <= events; k++)
        {
            sum += term;
            term *= mean / (k + 1);
        }
        return sum;
    }

    /// <summary>The mean at which a condition that holds from nought on ceases, by halving; enough for counts under ten.</summary>
    private static double Solve(Func<double, bool> holds)
    {
        var (low, high) = (0d, 40d);
        for (var step = 0; step < 80; step++)
        {
            var middle = (low + high) / 2;
            if (holds(middle)) low = middle;
            else high = middle;
        }
        return low;
    }

    private static decimal Exact(double value) => Math.Round((decimal)value, 10, MidpointRounding.AwayFromZero);
}

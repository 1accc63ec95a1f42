using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>Which way a series goes.</summary>
public enum Direction
{
    /// <summary>The slope is not more than twice its standard error.</summary>
    NotClear,

    /// <summary>For the better.</summary>
    Improving,

    /// <summary>For the worse.</summary>
    Worsening,

    /// <summary>Up, where neither way is better.</summary>
    Rising,

    /// <summary>Down, where neither way is better.</summary>
    Falling,
}

/// <summary>
/// The straight line through a series by least squares over all its months, not the last against the one before. A second opinion beside the
/// rating. Where months share events (rolling series) the standard error comes out too small, and the words beside it must say so.
/// </summary>
/// <param name="Direction">By polarity; not clear unless |slope| is more than twice its standard error.</param>
/// <param name="Slope">Change a month, in the unit shown, exact but for decimal division.</param>
/// <param name="StandardError">Of the slope; the root is taken in doubles and turned to decimal once, to ten places.</param>
/// <param name="Points">Months the line goes through.</param>
public sealed record DirectionOfTravel(Direction Direction, decimal Slope, decimal StandardError, int Points)
{
    /// <summary>The least points for a line.</summary>
    public const int FewestPoints = 6;

    /// <summary>The line through the points; months without a figure leave a gap in time. None under six points.</summary>
    public static Answer<DirectionOfTravel> Of(IReadOnlyList<SeriesPoint> points, Better better)
    {
        var n = points.Count;
        if (n < FewestPoints) return Answer<DirectionOfTravel>.None($"not enough points: {n}, and a direction takes {FewestPoints} at least");
        var times = points.Select(p => (decimal)p.Month.Since(points[0].Month)).ToList();
        var (middle, mean) = (times.Average(), points.Average(p => p.Value));
        var spread = times.Sum(t => (t - middle) * (t - middle));
        var slope = times.Zip(points, (t, p) => (t - middle) * (p.Value - mean)).Sum() / spread;
        var residuals = times.Zip(points, (t, p) => p.Value - mean - (slope * (t - middle))).Sum(r => r * r);
        var error = Math.Round((decimal)Math.Sqrt((double)(residuals / (n - 2) / spread)), 10, MidpointRounding.AwayFromZero);
        // Division leaves a trace in the last digits of a level series: nothing that small is a slope.
        var isClear = Math.Abs(slope) > 2 * error && Math.Abs(slope) > 0.0000000001m;
        return new DirectionOfTravel(!isClear ? Direction.NotClear : Named(slope > 0, better), slope, error, n);
    }

    private static Direction Named(bool isUp, Better better) => better == Better.Neutral
        ? isUp ? Direction.Rising : Direction.Falling
        : isUp == (better == Better.Higher) ? Direction.Improving : Direction.Worsening;
}

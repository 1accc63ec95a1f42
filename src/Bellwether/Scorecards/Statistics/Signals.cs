namespace Bellwether.Scorecards;

/// <summary>The rule by which a point is more than chance, in the order they are tried.</summary>
public enum SignalRule
{
    /// <summary>No rule fired.</summary>
    None,

    /// <summary>Outside a limit.</summary>
    OutsideLimit,

    /// <summary>One of seven points that rise, or fall, without a break.</summary>
    Trend,

    /// <summary>In the outer third, as are two of three points in a row that lie on one side of the mean.</summary>
    TwoOfThree,

    /// <summary>One of seven or more points in a row on one side of the mean; a point on the mean breaks the run.</summary>
    Run,
}

/// <summary>What a point says.</summary>
/// <param name="Rule">The first rule that fired.</param>
/// <param name="IsUp">True for high or rising, false for low or falling; without meaning where no rule fired.</param>
public readonly record struct Signal(SignalRule Rule, bool IsUp);

/// <summary>Finds the points of a series that are more than chance. The rules are those of NHSRplotthedots, in its order of priority.</summary>
public static class Signals
{
    private const int RunLength = 7;

    /// <summary>One signal for each point; every point that takes part in a trend, a run or a pair is flagged.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="limits">As many.</param>
    public static IReadOnlyList<Signal> Find(IReadOnlyList<decimal> values, IReadOnlyList<ControlLimits> limits)
    {
        if (values.Count != limits.Count) throw new ArgumentException("Every point has its limits.", nameof(limits));
        var sides = values.Select((v, i) => v.CompareTo(limits[i].Mean)).ToArray();
        var steps = values.Select((v, i) => i == 0 ? 0 : v.CompareTo(values[i - 1])).ToArray();
        var found = new Signal[values.Count];
        MarkRuns(found, sides);
        MarkPairs(found, values, limits, sides);
        MarkTrends(found, steps);
        for (var i = 0; i < values.Count; i++)
            if (values[i] > limits[i].Upper || values[i] < limits[i].Lower) found[i] = new Signal(SignalRule.OutsideLimit, values[i] > limits[i].Upper);
        return found;
    }

    // Marked from the least rule to the first, so that the first one stands.
    private static void MarkRuns(Signal[] found, int[] sides)
    {
        for (var i = 0; i + RunLength <= sides.Length; i++)
            if (Same(sides, i, RunLength)) Array.Fill(found, new Signal(SignalRule.Run, sides[i] > 0), i, RunLength);
    }

    private static void MarkPairs(Signal[] found, IReadOnlyList<decimal> values, IReadOnlyList<ControlLimits> limits, int[] sides)
    {
        for (var i = 0; i + 3 <= sides.Length; i++)
        {
            if (!Same(sides, i, 3)) continue;
            var outer = Enumerable.Range(i, 3).Where(at => sides[i] > 0 ? values[at] > limits[at].NearUpper : values[at] < limits[at].NearLower).ToList();
            if (outer.Count < 2) continue;
            foreach (var at in outer) found[at] = new Signal(SignalRule.TwoOfThree, sides[i] > 0);
        }
    }

    private static void MarkTrends(Signal[] found, int[] steps)
    {
        for (var i = 1; i + RunLength - 1 <= steps.Length; i++)
            if (Same(steps, i, RunLength - 1)) Array.Fill(found, new Signal(SignalRule.Trend, steps[i] > 0), i - 1, RunLength);
    }

    private static bool Same(int[] signs, int from, int count) =>
        signs[from] != 0 && signs.AsSpan(from, count).IndexOfAnyExcept(signs[from]) < 0;
}

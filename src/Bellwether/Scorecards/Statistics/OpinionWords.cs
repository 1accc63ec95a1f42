using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;

namespace Bellwether.Scorecards;

/// <summary>Second opinions in sentences for a page. Each says its own number, method and doubt; none speaks of red, amber or green.</summary>
public static class OpinionWords
{
    /// <summary>"Improving: up 0.42 points a month over 25 months (standard error 0.08)."</summary>
    /// <param name="overlaps">True where months share events, so that the line looks surer than it is.</param>
    public static string Direction(Answer<DirectionOfTravel> direction, Shape shape, bool overlaps)
    {
        if (!direction.IsGiven) return Stopped(direction.Because);
        var line = direction.Value;
        if (line.StandardError == 0 && line.Direction == Scorecards.Direction.NotClear) return $"Level: the same in all {line.Points} months.";
        var slope = $"{(line.Slope < 0 ? "down" : "up")} {EnglishText.Number(Math.Abs(line.Slope), 2)}{Points(shape)} a month over {line.Points} months (standard error {EnglishText.Number(line.StandardError, 2)})";
        var words = line.Direction == Scorecards.Direction.NotClear
            ? $"No clear direction: {slope}, which is not more than twice its standard error."
            : $"{line.Direction}: {slope}.";
        return overlaps ? $"{words} Months of this series share cases, so this looks surer than it is." : words;
    }

    /// <summary>What the latest point says, the rule that fired, the limits, and how firm they are.</summary>
    public static string Variation(Answer<Variation> variation, Shape shape, Window window)
    {
        if (!variation.IsGiven) return Stopped(variation.Because);
        var v = variation.Value;
        var latest = v.Points[^1];
        var single = window == Window.Snapshot ? "month ends" : "single months";
        var at = $"{latest.Month.Label}, at {BandWords.Number(latest.Value, shape)},";
        var words = v.Kind switch
        {
            VariationKind.NoSignal => $"No signal: {at} is within the usual up and down of {single}.",
            VariationKind.Changed => $"A change that is more than the usual up and down: {at} {Rule(v.Signal)}.",
            _ => $"{v.Kind}: {at} {Rule(v.Signal)}.",
        };
        words += $" Limits {Limit(v.Latest.Lower, shape)} to {Limit(v.Latest.Upper, shape)} around a mean of {Limit(v.Latest.Mean, shape)}, from {v.Points.Count} {single}";
        words += v.ByDenominator ? "; they are wider where a month has few cases." : ".";
        if (shape.Show == Show.Percentage && v.Latest is { Lower: <= 0, Upper: >= 100 }) words += " With so few cases no month could fall outside them.";
        if (v.IsTrial) words += $" Trial limits: fewer than {Xmr.FirmPoints} points.";
        return window == Window.Snapshot ? $"{words} Month ends share most of their cases, so runs come more easily than by chance." : words;
    }

    /// <summary>Whether the run as it goes meets the target; empty where there is nothing to say.</summary>
    public static string Assurance(Answer<Variation> variation, Shape shape, decimal? target) => (variation.Value?.Assurance, target) switch
    {
        (Scorecards.Assurance.ConsistentlyMet, { } t) => $"The target of {BandWords.Edge(t, shape)} is on the near side of both limits: as it runs, it will go on being met.",
        (Scorecards.Assurance.ConsistentlyMissed, { } t) => $"The target of {BandWords.Edge(t, shape)} is beyond both limits: as it runs, it will go on being missed until something changes.",
        (Scorecards.Assurance.HitOrMiss, { } t) => $"The target of {BandWords.Edge(t, shape)} is between the limits: met in some months and missed in others, by chance.",
        _ => "",
    };

    /// <summary>The rule in words: "is one of seven or more months in a row below the mean".</summary>
    public static string Rule(Signal signal) => signal.Rule switch
    {
        SignalRule.OutsideLimit => signal.IsUp ? "is above the upper limit" : "is below the lower limit",
        SignalRule.Trend => $"is one of seven or more in a row that {(signal.IsUp ? "rise" : "fall")}",
        SignalRule.TwoOfThree => $"is one of two in three near the {(signal.IsUp ? "upper" : "lower")} limit",
        SignalRule.Run => $"is one of seven or more in a row {(signal.IsUp ? "above" : "below")} the mean",
        _ => "fires no rule",
    };

    /// <summary>"95% interval 76.6% to 79.9% (Wilson). The target of 90% lies outside it."</summary>
    public static string Interval(Answer<Interval> interval, Shape shape, decimal? target)
    {
        if (!interval.IsGiven) return Stopped(interval.Because);
        var i = interval.Value;
        var words = $"{i.Percent}% interval {Limit(i.Low, shape)} to {Limit(i.High, shape)} ({i.Method}).";
        if (target is not { } t) return words;
        return i.Holds(t) ? $"{words} The target of {BandWords.Edge(t, shape)} lies within it: on which side of it the figure falls may be chance."
            : $"{words} The target of {BandWords.Edge(t, shape)} lies outside it.";
    }

    /// <summary>"Lowest 68.0% in April 2016; highest 76.0% in May 2016 and 1 other month."</summary>
    public static string Range(Answer<SeriesRange> range, Shape shape)
    {
        if (!range.IsGiven) return Stopped(range.Because);
        return $"Lowest {BandWords.Number(range.Value.Lowest, shape)} in {When(range.Value.LowestIn)}; highest {BandWords.Number(range.Value.Highest, shape)} in {When(range.Value.HighestIn)}.";

        static string When(IReadOnlyList<Month> months) => months.Count switch
        {
            1 => months[0].Label,
            2 => $"{months[0].Label} and {months[1].Label}",
            _ => $"{months[0].Label} and {months.Count - 1} other months",
        };
    }

    /// <summary>"To reach 90% by March 2027 it has to rise by 1.95 points in each of the 6 months left."</summary>
    public static string Required(decimal now, decimal target, Month month, Month due, Shape shape)
    {
        var left = due.Since(month);
        var goal = BandWords.Edge(target, shape);
        if (left <= 0) return $"No month of the financial year is left to reach {goal} in.";
        return Trajectory.RequiredMonthlyChange(now, target, left, shape.Better) is not { } change ? ""
            : $"To reach {goal} by {due.Label} it has to {(change > 0 ? "rise" : "fall")} by {EnglishText.Number(Math.Abs(change), 2)}{Points(shape)} in {(left == 1 ? "the month" : $"each of the {left} months")} left.";
    }

    /// <summary>"132 by year to date × 12 ÷ months gone (120 to 144)"; the reason where there is none.</summary>
    public static string Projected(Answer<Projection> projection, string what)
    {
        if (!projection.IsGiven) return $"{EnglishText.Capital(what)}: {projection.Because}.";
        var p = projection.Value;
        var between = p.Interval is { } i ? $"eight outcomes in ten should fall between {EnglishText.Number(i.Low, 0)} and {EnglishText.Number(i.High, 0)}" : "too few months for an interval";
        return $"{EnglishText.Capital(what)}: {EnglishText.Number(p.Value, 0)}, by {p.Method}; {between}.";
    }

    private static string Limit(decimal value, Shape shape)
    {
        // No count is below nought and no share above a hundred, whatever a formula says.
        var cut = Math.Max(0, value);
        return BandWords.Number(shape.Show == Show.Percentage ? Math.Min(100, cut) : cut, shape with { Decimals = Math.Max(1, shape.Decimals) });
    }

    private static string Points(Shape shape) => shape.Show == Show.Percentage ? " points" : "";

    private static string Stopped(string because) => $"{EnglishText.Capital(because)}.";
}

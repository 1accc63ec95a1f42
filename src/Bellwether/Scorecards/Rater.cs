using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>
/// Rates figures: on the unrounded value, with the target in force at the window's last day. No value, no rating, and a stated reason.
/// Rule set B2 of the golden cases (Kent, September 2017).
/// </summary>
public static class Rater
{
    /// <summary>Rates one figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="shape">Polarity, unit and decimals of its indicator.</param>
    /// <param name="target">The target in force at <see cref="Figure.Last"/>, or null.</param>
    public static Judgement Rate(Figure figure, Shape shape, Target? target)
    {
        if (figure.Value is not { } value) return new Judgement(null, Sentence(figure), target, [], "");
        if (shape.Better == Better.Neutral) return new Judgement(null, "Shown for context: neither higher nor lower is better.", target, [], "");
        if (target is null) return new Judgement(null, "No target is set for this date.", null, [], "");
        var rating = RatingOf(value, target, shape.Better);
        return new Judgement(rating, BandWords.Why(rating, target, shape), target, Distances(figure, value, shape, target, rating),
            Clash(value, shape, target, rating));
    }

    /// <summary>The band a value falls in. Monotone in the value, total, and blind to rounding.</summary>
    public static Rating RatingOf(decimal value, Target target, Better better)
    {
        var sign = better == Better.Higher ? 1 : -1;
        if (sign * value >= sign * target.Value) return Rating.Green;
        return target.AmberEdge is { } edge && sign * value >= sign * edge ? Rating.Amber : Rating.Red;
    }

    private static List<Distance> Distances(Figure figure, decimal value, Shape shape, Target target, Rating rating)
    {
        var better = new List<Distance>();
        if (rating == Rating.Red && target.AmberEdge is { } edge) better.Add(To(Rating.Amber, edge));
        if (rating != Rating.Green) better.Add(To(Rating.Green, target.Value));
        return better;

        Distance To(Rating band, decimal boundary) => new(band, Math.Abs(boundary - value), Cases(figure, shape, boundary));
    }

    private static long? Cases(Figure figure, Shape shape, decimal boundary)
    {
        if (shape.Show == Show.Count) return (long)Math.Abs(Round(boundary) - figure.Value!.Value);
        if (figure is not { Numerator: { } n, Denominator: { } d } || shape.Show is not (Show.Percentage or Show.Ratio)) return null;
        var wanted = shape.Show == Show.Percentage ? boundary * d / 100m : boundary * d;
        return (long)(shape.Better == Better.Higher ? Math.Ceiling(wanted) - n : n - Math.Floor(wanted));

        decimal Round(decimal edge) => shape.Better == Better.Higher ? Math.Ceiling(edge) : Math.Floor(edge);
    }

    private static string Clash(decimal value, Shape shape, Target target, Rating rating)
    {
        var printed = Math.Round(value, shape.Decimals, MidpointRounding.AwayFromZero);
        if (printed == value || RatingOf(printed, target, shape.Better) == rating) return "";
        var exact = value;
        for (var places = shape.Decimals + 1; places < 12; places++)
        {
            exact = Math.Round(value, places, MidpointRounding.AwayFromZero);
            if (exact != printed) break;
        }
        var edge = RatingOf(printed, target, shape.Better) == Rating.Green ? target.Value : target.AmberEdge ?? target.Value;
        var side = value > edge ? "above" : "below";
        return $"{BandWords.Number(printed, shape)} ({BandWords.Plain(exact)}), {side} {BandWords.Plain(edge)}";
    }

    private static string Sentence(Figure figure)
    {
        if (figure.Because.Length == 0) return "There is no value.";
        var because = figure.Because.TrimEnd('.');
        return figure.None == NoValue.NotComputable
            ? $"Not computable, because {because}."
            : $"{EnglishText.Capital(because)}.";
    }
}

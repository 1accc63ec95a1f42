using System.Globalization;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>Numbers, targets and bands in words, always from the band itself, never typed.</summary>
public static class BandWords
{
    /// <summary>A value as printed: rounded half away from zero to the indicator's decimals, with its unit.</summary>
    public static string Number(decimal value, Shape shape)
    {
        var text = EnglishText.Number(value, shape.Decimals);
        return shape.Show == Show.Percentage ? text + "%" : text;
    }

    /// <summary>A target or edge without trailing zeros: <c>80%</c>, <c>18</c>, <c>22.5</c>.</summary>
    public static string Edge(decimal value, Shape shape) => shape.Show == Show.Percentage ? Plain(value) + "%" : Plain(value);

    /// <summary>A number without trailing zeros or unit.</summary>
    public static string Plain(decimal value) => value.ToString("#,0.############", CultureInfo.InvariantCulture);

    /// <summary>
    /// The sentence a committee page prints (a level where neither way is better): <c>Target: 80% (RAG Bandings: Below 70% = Red, 70% to 80% = Amber, 80% and above = Green)</c>.
    /// </summary>
    public static string Bandings(Target target, Shape shape)
    {
        var goal = Edge(target.Value, shape);
        if (shape.Better == Better.Neutral) return $"Level expected: {goal} (not rated)";
        if (target.AmberEdge is not { } amber)
            return shape.Better == Better.Higher
                ? $"Target: {goal} (RAG Bandings: Below {goal} = Red, {goal} and above = Green)"
                : $"Target: {goal} (RAG Bandings: Above {goal} = Red, {goal} and below = Green)";
        var edge = Edge(amber, shape);
        if (shape.Better == Better.Higher)
            return $"Target: {goal} (RAG Bandings: Below {edge} = Red, {edge} to {goal} = Amber, {goal} and above = Green)";
        // Whole numbers from zero: nothing is below the target, and Amber begins at one.
        if (shape.Show == Show.Count && target.Value == 0)
            return $"Target: 0 (RAG Bandings: Above {edge} = Red, 1 to {edge} = Amber, 0 = Green)";
        return $"Target: {goal} (RAG Bandings: Above {edge} = Red, {goal} to {edge} = Amber, {goal} and below = Green)";
    }

    /// <summary>Why a figure is rated as it is: <c>Below the 80% floor; higher is better.</c></summary>
    public static string Why(Rating rating, Target target, Shape shape)
    {
        var higher = shape.Better == Better.Higher;
        var goal = Edge(target.Value, shape);
        var edge = Edge(target.AmberEdge ?? target.Value, shape);
        var better = higher ? "higher is better" : "lower is better";
        return rating switch
        {
            Rating.Green => $"{(higher ? "At or above" : "At or below")} the target of {goal}; {better}.",
            Rating.Amber => $"Between {(higher ? edge : goal)} and {(higher ? goal : edge)}; {better}.",
            _ => $"{(higher ? "Below" : "Above")} the {edge} {(higher ? "floor" : "ceiling")}; {better}.",
        };
    }

    /// <summary>Distances in words: <c>1.7 points from Amber (42 more), 11.7 from Green (288 more)</c>. Empty when Green or not rated.</summary>
    public static string Distances(Judgement judgement, Shape shape) =>
        string.Join("; ", judgement.Better.Select(d => $"{Points(d, shape)} from {d.Band}{Cases(d, shape)}"));

    private static string Points(Distance distance, Shape shape)
    {
        var decimals = Math.Max(shape.Decimals, shape.Show == Show.Count ? 0 : 1);
        var text = EnglishText.Number(distance.Points, decimals);
        return shape.Show == Show.Percentage ? $"{text} percentage points" : text;
    }

    private static string Cases(Distance distance, Shape shape)
    {
        if (distance.Cases is not { } cases || shape.Show == Show.Count) return "";
        var change = shape.Better == Better.Higher ? "more" : "fewer";
        return string.Create(CultureInfo.InvariantCulture, $" ({cases:N0} {change})");
    }
}

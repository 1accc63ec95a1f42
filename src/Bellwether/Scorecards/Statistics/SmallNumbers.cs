namespace Bellwether.Scorecards;

/// <summary>What one case weighs.</summary>
public static class SmallNumbers
{
    /// <summary>Percentage points of one case: 100 ÷ denominator. Null without cases.</summary>
    public static decimal? PointsEach(decimal denominator) => denominator > 0 ? 100m / denominator : null;

    /// <summary>"each child is 2.9 points" for 35; empty without cases, and from 200 on, where one weighs half a point or less.</summary>
    /// <param name="denominator">Cases below the line.</param>
    /// <param name="unit">What one of them is: child, plan, case.</param>
    public static string Note(decimal denominator, string unit = "case") => PointsEach(denominator) is not { } points || points <= 0.5m ? ""
        : $"each {unit} is {BandWords.Plain(Math.Round(points, 1, MidpointRounding.AwayFromZero))} points";
}

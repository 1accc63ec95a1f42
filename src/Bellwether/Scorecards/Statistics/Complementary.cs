using Bellwether.Indicators;

namespace Bellwether.Scorecards;

/// <summary>Percentages that stand on one denominator and exclude one another, so that they add up: on time 73.2 and late 16.5 are 89.7 done.</summary>
public static class Complementary
{
    /// <summary>
    /// The sum: of the numerators over the shared denominator where they are known, else of the values as given. None without a figure of each, on
    /// different denominators, for different windows, or over 100, where they can't exclude one another.
    /// </summary>
    public static Answer<string> Sum(IReadOnlyList<Figure> figures, int decimals)
    {
        if (figures.Count < 2 || figures.Any(f => f.Value is null)) return Answer<string>.None("one of them has no figure");
        if (figures.Any(f => (f.First, f.Last) != (figures[0].First, figures[0].Last))) return Answer<string>.None("they speak for different dates");
        if (figures.Any(f => f.Denominator != figures[0].Denominator)) return Answer<string>.None("they stand on different denominators");
        var sum = figures[0].Denominator is { } d && d > 0 && figures.All(f => f.Numerator is not null)
            ? 100 * figures.Sum(f => f.Numerator!.Value) / d : figures.Sum(f => f.Value!.Value);
        if (sum > 100) return Answer<string>.None("together they pass 100%, so they count some cases twice");
        var shape = new Shape(Show.Percentage, Indicators.Definitions.Better.Neutral, decimals);
        return $"{string.Join(" + ", figures.Select(f => BandWords.Number(f.Value!.Value, shape)))} = {BandWords.Number(sum, shape)}";
    }
}

using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards;

/// <summary>Equality, edges, rounding and the distance to a better band.</summary>
public sealed class RaterTests
{
    private static readonly Shape Percent = new(Show.Percentage, Better.Higher, 1);
    private static readonly Shape Mean = new(Show.Ratio, Better.Lower, 1);
    private static readonly Target EightyTen = Band(80, 70);
    private static readonly Target EighteenTwentyTwo = Band(18, 22);

    [Theory]
    [InlineData("80", Rating.Green)]
    [InlineData("79.9999", Rating.Amber)]
    [InlineData("70", Rating.Amber)]
    [InlineData("69.9999", Rating.Red)]
    public void Higher_is_better_and_both_edges_belong_to_the_better_band(string value, Rating expected) =>
        Assert.Equal(expected, Rater.RatingOf(decimal.Parse(value), EightyTen, Better.Higher));

    [Theory]
    [InlineData("18", Rating.Green)]
    [InlineData("18.0001", Rating.Amber)]
    [InlineData("22", Rating.Amber)]
    [InlineData("22.0001", Rating.Red)]
    public void Lower_is_better_and_both_edges_belong_to_the_better_band(string value, Rating expected) =>
        Assert.Equal(expected, Rater.RatingOf(decimal.Parse(value), EighteenTwentyTwo, Better.Lower));

    [Fact]
    public void A_rating_never_falls_as_the_value_gets_better()
    {
        for (var tenths = 0; tenths < 1200; tenths++)
        {
            Assert.True(Rater.RatingOf(tenths / 10m, EightyTen, Better.Higher) <= Rater.RatingOf((tenths + 1) / 10m, EightyTen, Better.Higher));
            Assert.True(Rater.RatingOf(tenths / 10m, EighteenTwentyTwo, Better.Lower) >= Rater.RatingOf((tenths + 1) / 10m, EighteenTwentyTwo, Better.Lower));
        }
    }

    [Fact]
    public void Just_under_the_target_rounds_to_it_stays_amber_and_says_so()
    {
        var judged = Rater.Rate(Of(8996, 10000), Percent, Band(90, 80));
        Assert.Equal(Rating.Amber, judged.Rating);
        Assert.Equal("90.0% (89.96), below 90", judged.Clash);
    }

    [Theory]
    [InlineData(1927, 2461, 80, 42)]
    [InlineData(1927, 2461, 90, 288)]
    [InlineData(71, 113, 70, 9)]
    [InlineData(71, 113, 80, 20)]
    public void So_many_more_cases_reach_the_edge_and_one_fewer_would_not(int n, int d, int edge, int cases)
    {
        var judged = Rater.Rate(Of(n, d), Percent, Band(100, edge));
        Assert.Equal(cases, judged.Better[0].Cases);
        Assert.True(100m * (n + cases) / d >= edge);
        Assert.True(100m * (n + cases - 1) / d < edge);
    }

    [Fact]
    public void Fewer_cases_reach_a_caseload_ceiling()
    {
        var judged = Rater.Rate(Of(1100, 48.4m) with { Value = 1100 / 48.4m }, Mean, EighteenTwentyTwo);
        Assert.Equal(Rating.Red, judged.Rating);
        Assert.Equal(36, judged.ToNextBand!.Cases);
    }

    [Fact]
    public void No_value_and_no_target_and_no_polarity_each_give_no_rating_and_a_reason()
    {
        var none = Of(0, 0) with { Value = null, None = NoValue.NoCases, Because = "there were no cases" };
        Assert.Equal("There were no cases.", Rater.Rate(none, Percent, EightyTen).Reason);
        Assert.Equal("No target is set for this date.", Rater.Rate(Of(1, 2), Percent, null).Reason);
        var neutral = Rater.Rate(Of(1, 2), Percent with { Better = Better.Neutral }, EightyTen);
        Assert.Null(neutral.Rating);
        Assert.Equal("Shown for context: neither higher nor lower is better.", neutral.Reason);
    }

    private static Target Band(decimal target, decimal amber) =>
        new("x", "", new DateOnly(2017, 4, 1), null, target, amber, "local", "", "", "");

    private static Figure Of(decimal n, decimal d)
    {
        var day = new DateOnly(2017, 6, 30);
        return new Figure("x", "", Window.Snapshot, day, day, "", n, d, d == 0 ? null : 100m * n / d, null, "", "", default);
    }
}

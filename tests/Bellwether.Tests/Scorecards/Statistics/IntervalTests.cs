using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Statistics;

/// <summary>Intervals against published values.</summary>
public sealed class IntervalTests
{
    [Theory]
    [InlineData(0, 10, "0.0000", "27.7533")]
    [InlineData(5, 10, "23.6593", "76.3407")]
    [InlineData(10, 10, "72.2467", "100.0000")]
    [InlineData(81, 263, "25.5289", "36.6210")]
    public void Wilson_gives_the_textbook_ends(int numerator, int denominator, string low, string high) =>
        Same(Intervals.Wilson(numerator, denominator).Value!, low, high);

    // Exact ends from tables of the Poisson distribution.
    [Theory]
    [InlineData(0, "0.0000", "3.6889")]
    [InlineData(1, "0.0253", "5.5716")]
    [InlineData(5, "1.6235", "11.6683")]
    [InlineData(9, "4.1154", "17.0848")]
    public void A_count_under_ten_gets_the_exact_poisson_ends(int count, string low, string high)
    {
        Same(Intervals.Count(count).Value!, low, high);
        Assert.Equal("exact Poisson", Intervals.Count(count).Value!.Method);
    }

    [Fact]
    public void A_count_from_ten_on_gets_byars_ends_close_to_the_exact_ones()
    {
        var ten = Intervals.Count(10).Value!;
        Assert.Equal("Byar", ten.Method);
        // Exact: 4.7954 and 18.3904.
        Assert.InRange(ten.Low, 4.78m, 4.80m);
        Assert.InRange(ten.High, 18.38m, 18.40m);
    }

    [Fact]
    public void A_rate_has_the_interval_of_its_count_on_its_own_scale()
    {
        var rate = Intervals.Rate(54.2m, 10).Value!;
        Assert.Equal(Intervals.Count(10).Value!.Low * 5.42m, rate.Low);
        Assert.Equal("there is no event to go by", Intervals.Rate(0, 0).Because);
    }

    [Fact]
    public void What_is_no_share_and_no_count_gets_no_interval()
    {
        Assert.Equal("there are no cases", Intervals.Wilson(0, 0).Because);
        Assert.False(Intervals.Wilson(11, 10).IsGiven);
        Assert.False(Intervals.Wilson(-1, 10).IsGiven);
        Assert.False(Intervals.Count(2.5m).IsGiven);
        Assert.False(Intervals.Count(-1).IsGiven);
    }

    [Fact]
    public void More_cases_make_a_narrower_interval_around_the_same_share()
    {
        var wide = decimal.MaxValue;
        foreach (var times in new[] { 1, 2, 10, 100 })
        {
            var interval = Intervals.Wilson(7 * times, 10 * times).Value!;
            Assert.True(interval.Holds(70));
            Assert.True(interval.High - interval.Low < wide);
            wide = interval.High - interval.Low;
        }
    }

    private static void Same(Interval interval, string low, string high) => Assert.Equal((decimal.Parse(low), decimal.Parse(high)),
        (Math.Round(interval.Low, 4, MidpointRounding.AwayFromZero), Math.Round(interval.High, 4, MidpointRounding.AwayFromZero)));
}

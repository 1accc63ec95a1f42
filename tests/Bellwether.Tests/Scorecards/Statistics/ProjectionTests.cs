using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Statistics;

/// <summary>Stocks, flows and where a year would end.</summary>
public sealed class ProjectionTests
{
    [Theory]
    [InlineData("0", 1, "90.0", "10.0")]
    [InlineData("0", 2, "81.0", "19.0")]
    [InlineData("0", 5, "59.0", "41.0")]
    [InlineData("0", 25, "7.2", "92.8")]
    [InlineData("0.05", 1, "90.0", "10.0")]
    [InlineData("0.05", 2, "81.5", "18.5")]
    [InlineData("0.05", 5, "62.9", "37.1")]
    public void Stock_and_flow_gives_the_golden_numbers(string back, int steps, string a, string b)
    {
        var model = new StockModel(new[,] { { 0, 0.1m }, { decimal.Parse(back), 0 } }, [0, 0], [0, 0]);
        var after = model.After([100, 0], steps);
        Assert.Equal([decimal.Parse(a), decimal.Parse(b)], after.Select(s => Math.Round(s, 1, MidpointRounding.AwayFromZero)));
        Assert.Equal(100m, Math.Round(after.Sum(), 20));
    }

    [Fact]
    public void No_more_leave_a_state_than_are_in_it_and_entrants_come_on_top()
    {
        var model = new StockModel(new[,] { { 0, 0.9m }, { 0, 0 } }, [0.9m, 0], [3, 0]);
        Assert.Equal([3m, 50m], model.Step([100, 0]).Select(s => Math.Round(s, 10)));
    }

    [Fact]
    public void Eighty_eight_conferences_in_eight_months_are_132_in_a_year()
    {
        decimal[] months = [11, 11, 11, 11, 11, 11, 11, 11];
        var projection = Projections.ByYearToDate(months, months).Value!;
        Assert.Equal(132m, projection.Value);
        Assert.True(projection.Interval!.Holds(132));
        Assert.Equal(80, projection.Interval.Percent);
        // Four months left by Poisson alone: t(7) 1.415 · √11 · √(4 + 16/8).
        Assert.InRange(projection.Interval.High, 143.4m, 143.6m);
    }

    [Fact]
    public void Months_left_take_the_mean_of_the_last_twelve()
    {
        decimal[] recent = [10, 10, 10, 10, 10, 10, 20, 20, 20, 20, 20, 20];
        var projection = Projections.ByLastTwelve(recent[6..], recent).Value!;
        Assert.Equal(120 + (6 * 15m), projection.Value);
        Assert.Equal(240m, Projections.ByYearToDate(recent[6..], recent).Value!.Value);
        Assert.True(projection.Interval!.Low >= 120);
    }

    [Fact]
    public void Too_little_or_a_year_that_is_over_is_said_in_words()
    {
        Assert.Equal("no month of the year is over", Projections.ByYearToDate([], []).Because);
        Assert.Equal("the year is over", Projections.ByYearToDate(new decimal[12], new decimal[12]).Because);
        Assert.Equal("the year is over", Projections.ByLastTwelve(new decimal[12], new decimal[12]).Because);
        Assert.Equal("not enough months: 3, and the mean of a year takes 12", Projections.ByLastTwelve([1], [1, 1, 1]).Because);
        Assert.Null(Projections.ByYearToDate([4, 5], [4, 5]).Value!.Interval);
        Assert.Equal("not enough months: 2 with a stock and its flows, and a projection takes 6", Projections.OfStock(300, [(300, 10, 10), (300, 10, 10)], 4).Because);
        Assert.Equal("the year is over", Projections.OfStock(300, [.. Enumerable.Repeat((300m, 10m, 10m), 12)], 0).Because);
    }

    [Fact]
    public void A_stock_in_balance_stays_and_its_interval_widens_with_the_months()
    {
        List<(decimal, decimal, decimal)> level = [.. Enumerable.Repeat((300m, 12m, 12m), 12)];
        var (near, far) = (Projections.OfStock(300, level, 1).Value!, Projections.OfStock(300, level, 9).Value!);
        Assert.Equal(300m, Math.Round(far.Value, 10));
        Assert.True(far.Interval!.High > near.Interval!.High);
        Assert.Equal("stock and flow: 4% leave and 12 come each month", far.Method);
    }

    // Replays what the interval promises on invented years of known chance: the real test is the example's eight years.
    [Fact]
    public void Eight_in_ten_outcomes_of_even_chance_fall_in_the_interval()
    {
        var random = new Random(20261122);
        var (held, tried) = (0, 2000);
        for (var trial = 0; trial < tried; trial++)
        {
            var months = Enumerable.Range(0, 18).Select(_ => (decimal)Poisson(random, 20)).ToArray();
            var interval = Projections.ByLastTwelve(months[6..12], months[..12]).Value!.Interval!;
            if (interval.Holds(months[6..].Sum())) held++;
        }
        Assert.InRange(100 * held / tried, 75, 90);
    }

    private static int Poisson(Random random, double mean)
    {
        var (k, p) = (0, random.NextDouble());
        for (var edge = Math.Exp(-mean); p > edge; k++) p *= random.NextDouble();
        return k;
    }
}

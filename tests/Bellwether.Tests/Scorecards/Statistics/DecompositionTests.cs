using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Statistics;

/// <summary>Sums that must come out even, and notes on small numbers.</summary>
public sealed class DecompositionTests
{
    [Fact]
    public void Same_rates_and_other_weights_are_all_mix()
    {
        var change = Decomposition.Of([new("North", 90, 100, 45, 50), new("South", 50, 100, 75, 150)]).Value!;
        Assert.Equal(-10m, change.Change);
        Assert.Equal((0m, -10m), (change.Rate, change.Mix));
    }

    [Fact]
    public void Same_weights_and_other_rates_are_all_rate()
    {
        var change = Decomposition.Of([new("North", 90, 100, 80, 100), new("South", 50, 100, 56, 100)]).Value!;
        Assert.Equal((-5m, 3m), (change.Parts[0].Points, change.Parts[1].Points));
        Assert.Equal((-2m, -2m, 0m), (change.Change, change.Rate, change.Mix));
    }

    [Fact]
    public void The_parts_add_up_to_the_change_whatever_the_groups()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 500; trial++)
        {
            var groups = Enumerable.Range(0, 1 + random.Next(12)).Select(g =>
            {
                var (before, now) = (random.Next(60), random.Next(60));
                return new GroupChange($"{g}", random.Next(before + 1), before, random.Next(now + 1), now);
            }).ToList();
            var change = Decomposition.Of(groups);
            if (!change.IsGiven) continue;
            Assert.Equal(Math.Round(change.Value.Change, 18), Math.Round(change.Value.Parts.Sum(p => p.Points), 18));
        }
    }

    [Fact]
    public void A_group_that_is_new_or_gone_brings_mix_alone()
    {
        var change = Decomposition.Of([new("Old", 50, 100, 50, 100), new("New", 0, 0, 20, 20), new("Gone", 5, 10, 0, 0)]).Value!;
        Assert.All(change.Parts, p => Assert.Equal(0, p.Rate));
        Assert.Equal(Math.Round(change.Change, 18), Math.Round(change.Mix, 18));
        Assert.Equal("there are no cases at one of the two times", Decomposition.Of([new("Old", 5, 10, 0, 0)]).Because);
    }

    [Fact]
    public void Stock_and_flow_reconcile_or_the_difference_is_named()
    {
        Assert.Equal("320 + 15 − 12 = 323, as counted.", new FlowReconciliation(320, 15, 12, 323).Words);
        var off = new FlowReconciliation(320, 15, 12, 325);
        Assert.Equal(2, off.Difference);
        Assert.Equal("320 + 15 − 12 = 323, but 325 were counted: 2 more than the flows explain.", off.Words);
        Assert.EndsWith("1 fewer than the flows explain.", new FlowReconciliation(320, 15, 12, 322).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(35, "child", "each child is 2.9 points")]
    [InlineData(8, "case", "each case is 12.5 points")]
    [InlineData(199, "case", "each case is 0.5 points")]
    [InlineData(200, "case", "")]
    [InlineData(0, "case", "")]
    public void A_small_number_says_what_one_weighs(int denominator, string unit, string expected) =>
        Assert.Equal(expected, SmallNumbers.Note(denominator, unit));

    [Fact]
    public void On_time_and_late_on_one_denominator_are_all_that_were_done()
    {
        Assert.Equal("73.2% + 16.5% = 89.7%", Complementary.Sum([Keyed(73.2m), Keyed(16.5m)], 1).Value);
        Assert.Equal("66.7% + 16.7% = 83.3%", Complementary.Sum([Share(4, 6), Share(1, 6)], 1).Value);
    }

    [Fact]
    public void What_does_not_add_is_not_added()
    {
        Assert.Equal("they stand on different denominators", Complementary.Sum([Share(4, 6), Share(1, 7)], 1).Because);
        Assert.Equal("they speak for different dates", Complementary.Sum([Keyed(1), Keyed(1) with { Last = new(2017, 5, 31) }], 1).Because);
        Assert.Equal("one of them has no figure", Complementary.Sum([Keyed(1), Keyed(1) with { Value = null }], 1).Because);
        Assert.StartsWith("together they pass 100%", Complementary.Sum([Share(4, 6), Share(3, 6)], 1).Because, StringComparison.Ordinal);
    }

    private static Figure Keyed(decimal value) =>
        new("x", "", Window.Rolling12, new(2016, 7, 1), new(2017, 6, 30), "", null, null, value, null, "", "", default, true);

    private static Figure Share(decimal n, decimal d) => Keyed(100 * n / d) with { Numerator = n, Denominator = d };
}

using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Statistics;

/// <summary>What second opinions say, word for word.</summary>
public sealed class OpinionWordsTests
{
    private static readonly Shape Percent = new(Show.Percentage, Better.Higher, 1);
    private static readonly Shape Count = new(Show.Count, Better.Lower, 0);

    [Fact]
    public void Direction_says_slope_months_and_doubt()
    {
        Assert.Equal("Improving: up 1.00 points a month over 6 months (standard error 0.00).", Direct(false, 1, 2, 3, 4, 5, 6));
        Assert.Equal("Worsening: down 1.00 points a month over 6 months (standard error 0.00). Months of this series share cases, so this looks surer than it is.", Direct(true, 6, 5, 4, 3, 2, 1));
        Assert.StartsWith("No clear direction: ", Direct(false, 78, 82, 77, 81, 76, 83), StringComparison.Ordinal);
        Assert.Equal("Level: the same in all 6 months.", Direct(false, 5, 5, 5, 5, 5, 5));
        Assert.Equal("Not enough points: 2, and a direction takes 6 at least.", Direct(false, 1, 2));

        static string Direct(bool overlaps, params decimal[] values) => OpinionWords.Direction(DirectionOfTravel.Of(Runs.Of(values), Percent.Better), Percent, overlaps);
    }

    [Fact]
    public void Variation_names_the_rule_the_limits_and_a_trial()
    {
        var jump = Variation.Of(Runs.Of([.. Runs.Repeat(5, 1, 2), 10]), Window.Month, Count, 3);
        Assert.Equal("Worsening: February 2025, at 10, is above the upper limit. Limits 0.0 to 4.9 around a mean of 2.3, from 11 single months. Trial limits: fewer than 13 points.",
            OpinionWords.Variation(jump, Count, Window.Month));
        Assert.Equal("The target of 3 is between the limits: met in some months and missed in others, by chance.", OpinionWords.Assurance(jump, Count, 3));
        Assert.Equal("", OpinionWords.Assurance(jump, Count, null));
        Assert.Equal("is one of seven or more in a row that fall", OpinionWords.Rule(new Signal(SignalRule.Trend, false)));
    }

    [Theory]
    [InlineData(90, "95% interval 76.6% to 79.9% (Wilson). The target of 90% lies outside it.")]
    [InlineData(79, "95% interval 76.6% to 79.9% (Wilson). The target of 79% lies within it: on which side of it the figure falls may be chance.")]
    [InlineData(null, "95% interval 76.6% to 79.9% (Wilson).")]
    public void An_interval_says_where_the_target_lies(int? target, string expected) =>
        Assert.Equal(expected, OpinionWords.Interval(Intervals.Wilson(1927, 2461), Percent, target));

    [Fact]
    public void A_range_names_its_months() => Assert.Equal("Lowest 68.0% in April 2024; highest 76.0% in May 2024 and July 2024.",
        OpinionWords.Range(SeriesRange.Of(Runs.Of(68, 76, 70, 76)), Percent));

    [Fact]
    public void What_is_needed_is_said_by_month()
    {
        Assert.Equal("To reach 90% by March 2027 it has to rise by 2.00 points in each of the 6 months left.", OpinionWords.Required(78, 90, new(2026, 9), new(2027, 3), Percent));
        Assert.Equal("To reach 18 by March 2027 it has to fall by 4.00 in the month left.", OpinionWords.Required(22, 18, new(2027, 2), new(2027, 3), Count));
        Assert.Equal("No month of the financial year is left to reach 90% in.", OpinionWords.Required(78, 90, new(2027, 3), new(2027, 3), Percent));
        Assert.Equal("", OpinionWords.Required(91, 90, new(2026, 9), new(2027, 3), Percent));
    }

    [Fact]
    public void A_projection_gives_method_and_interval_or_the_reason_for_none()
    {
        decimal[] months = [.. Enumerable.Repeat(11m, 8)];
        Assert.Equal("April to March 2011: 132, by year to date × 12 ÷ months gone; eight outcomes in ten should fall between 121 and 143.",
            OpinionWords.Projected(Projections.ByYearToDate(months, months), "April to March 2011"));
        Assert.Equal("Or: the year is over.", OpinionWords.Projected(Projections.ByLastTwelve(new decimal[12], new decimal[12]), "or"));
    }
}

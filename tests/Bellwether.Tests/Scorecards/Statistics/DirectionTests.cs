using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Statistics;

/// <summary>Direction of travel, range and the way to a target.</summary>
public sealed class DirectionTests
{
    [Fact]
    public void Slope_and_standard_error_are_those_of_least_squares()
    {
        // Sxy = 13.5, Sxx = 17.5, Syy = 13.5; residuals 13.5 − 13.5²/17.5 = 3.0857; √(3.0857/4/17.5) = 0.2100.
        var line = DirectionOfTravel.Of(Runs.Of(2, 4, 5, 4, 5, 7), Better.Higher).Value!;
        Assert.Equal(Math.Round(13.5m / 17.5m, 12), Math.Round(line.Slope, 12));
        Assert.Equal(0.2100m, Math.Round(line.StandardError, 4, MidpointRounding.AwayFromZero));
        Assert.Equal(Direction.Improving, line.Direction);
    }

    [Theory]
    [InlineData(Better.Higher, Direction.Improving, Direction.Worsening)]
    [InlineData(Better.Lower, Direction.Worsening, Direction.Improving)]
    [InlineData(Better.Neutral, Direction.Rising, Direction.Falling)]
    public void Up_and_down_are_named_by_polarity(Better better, Direction up, Direction down)
    {
        Assert.Equal(up, DirectionOfTravel.Of(Runs.Of(1, 2, 3, 4, 5, 6), better).Value!.Direction);
        Assert.Equal(down, DirectionOfTravel.Of(Runs.Of(6, 5, 4, 3, 2, 1), better).Value!.Direction);
    }

    [Fact]
    public void A_last_month_better_than_the_one_before_is_no_direction_yet()
    {
        Assert.Equal(Direction.NotClear, DirectionOfTravel.Of(Runs.Of(78, 82, 77, 81, 76, 83), Better.Higher).Value!.Direction);
        Assert.Equal(Direction.NotClear, DirectionOfTravel.Of(Runs.Of(100m / 3, 100m / 3, 100m / 3, 100m / 3, 100m / 3, 100m / 3), Better.Higher).Value!.Direction);
    }

    [Fact]
    public void A_month_without_a_figure_is_a_gap_in_time_and_not_left_out_of_it()
    {
        var whole = Runs.Of(1, 2, 3, 4, 5, 6, 7, 8);
        Assert.Equal(1m, DirectionOfTravel.Of([.. whole.Where((_, i) => i is not (2 or 5))], Better.Higher).Value!.Slope);
    }

    [Fact]
    public void Five_points_are_too_few() =>
        Assert.Equal("not enough points: 5, and a direction takes 6 at least", DirectionOfTravel.Of(Runs.Of(1, 2, 3, 4, 5), Better.Higher).Because);

    [Fact]
    public void A_range_names_every_month_of_its_ends()
    {
        var range = SeriesRange.Of(Runs.Of(68, 76, 70, 76)).Value!;
        Assert.Equal((68m, 76m), (range.Lowest, range.Highest));
        Assert.Equal([Runs.First], range.LowestIn);
        Assert.Equal([Runs.First.Add(1), Runs.First.Add(3)], range.HighestIn);
        Assert.False(SeriesRange.Of(Runs.Of(68)).IsGiven);
    }

    [Fact]
    public void The_change_needed_each_month_is_the_distance_over_the_months_left()
    {
        Assert.Equal(2m, Trajectory.RequiredMonthlyChange(78, 90, 6, Better.Higher));
        Assert.Equal(-0.5m, Trajectory.RequiredMonthlyChange(22, 18, 8, Better.Lower));
        Assert.Null(Trajectory.RequiredMonthlyChange(90, 90, 6, Better.Higher));
        Assert.Null(Trajectory.RequiredMonthlyChange(78, 90, 0, Better.Higher));
        Assert.Null(Trajectory.RequiredMonthlyChange(78, 90, 6, Better.Neutral));
    }

    [Fact]
    public void The_straight_line_of_the_improvement_plan_is_kept_or_missed()
    {
        // 004: 200 unallocated to 100 and to none; half way along the line 150 is on it, 151 is not.
        var line = new Trajectory(new(2011, 3), 200, new(2011, 9), 100);
        Assert.Equal([200m, 200m, 150m, 100m, 100m], new[] { -1, 0, 3, 6, 7 }.Select(m => line.At(new Bellwether.Calendar.Month(2011, 3).Add(m))));
        Assert.True(line.IsOnTrack(new(2011, 6), 150, Better.Lower));
        Assert.False(line.IsOnTrack(new(2011, 6), 151, Better.Lower));
        Assert.True(line.IsOnTrack(new(2011, 6), 151, Better.Higher));
    }
}

using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Statistics;

/// <summary>Limits, the four rules and what they say.</summary>
public sealed class VariationTests
{
    private static readonly Shape Higher = new(Show.Percentage, Better.Higher, 1);
    private static readonly Shape Lower = new(Show.Count, Better.Lower, 0);
    private static readonly ControlLimits Around10 = new(10, 4, 16);

    // 1,2,1,2,10,1,2,… of eighteen values (indicators.md E1).
    private static readonly decimal[] Golden = [1, 2, 1, 2, 10, .. Runs.Repeat(6, 1, 2), 1];

    [Theory]
    [InlineData(true, "-0.72", "1.94", "4.60", 2)]
    [InlineData(false, "-3.06", "1.94", "6.95", 0)]
    public void Limits_agree_with_the_golden_ones_screened_and_not(bool screen, string lower, string mean, string upper, int screened)
    {
        Assert.Equal(18, Golden.Length);
        var xmr = Xmr.Of(Golden, screen).Value!;
        Assert.Equal([decimal.Parse(lower), decimal.Parse(mean), decimal.Parse(upper)],
            new[] { xmr.Limits.Lower, xmr.Limits.Mean, xmr.Limits.Upper }.Select(v => Math.Round(v, 2, MidpointRounding.AwayFromZero)));
        Assert.Equal(screened, xmr.Screened);
        Assert.False(xmr.IsTrial);
    }

    [Fact]
    public void Under_thirteen_points_limits_are_on_trial_and_under_six_there_are_none()
    {
        Assert.True(Xmr.Of(Golden[..12]).Value!.IsTrial);
        Assert.False(Xmr.Of(Golden[..13]).Value!.IsTrial);
        Assert.Equal("not enough points: 5, and limits take 6 at least", Xmr.Of(Golden[..5]).Because);
    }

    [Fact]
    public void A_level_series_has_nothing_to_judge() =>
        Assert.Equal("all 15 figures are the same, so nothing varies", Variation.Of(Runs.Of(Runs.Repeat(15, 5)), Window.Month, Lower, null).Because);

    [Fact]
    public void One_event_in_many_quiet_months_does_not_make_every_other_month_a_signal()
    {
        var quiet = Variation.Of(Runs.Of([.. Runs.Repeat(12, 0), 1, 0, 0]), Window.Snapshot, Lower, null).Value!;
        Assert.Equal(VariationKind.NoSignal, quiet.Kind);
        Assert.Equal([12], Enumerable.Range(0, 15).Where(i => quiet.Signals[i].Rule == SignalRule.OutsideLimit));
    }

    [Fact]
    public void A_quarter_is_judged_every_third_month_and_not_every_month()
    {
        Assert.Contains("share months", Variation.Of(Runs.Of(Golden), Window.Quarter, Lower, null).Because, StringComparison.Ordinal);
        Assert.True(Variation.Of([.. Runs.Of(Golden).Where((_, i) => i % 3 == 2)], Window.Quarter, Lower, null).IsGiven);
    }

    [Fact]
    public void A_point_on_a_limit_is_inside_and_one_beyond_is_outside()
    {
        Assert.Equal([SignalRule.None, SignalRule.OutsideLimit, SignalRule.None, SignalRule.OutsideLimit], Rules(16, 16.01m, 4, 3.99m));
        Assert.False(Found(10, 3.99m)[1].IsUp);
    }

    [Fact]
    public void Seven_points_that_rise_are_a_trend_and_six_are_not()
    {
        Assert.Equal(Enumerable.Repeat(SignalRule.Trend, 7), Rules(7, 8, 9, 10, 11, 12, 13));
        Assert.All(Rules(8, 9, 10, 11, 12, 13), r => Assert.Equal(SignalRule.None, r));
        Assert.All(Rules(7, 8, 9, 9, 11, 12, 13), r => Assert.Equal(SignalRule.None, r));
    }

    [Fact]
    public void Two_of_three_in_the_outer_third_count_when_all_three_are_on_one_side()
    {
        Assert.Equal([SignalRule.TwoOfThree, SignalRule.None, SignalRule.TwoOfThree], Rules(15, 11, 15));
        Assert.All(Rules(15, 9, 15), r => Assert.Equal(SignalRule.None, r));
        Assert.All(Rules(14, 11, 14), r => Assert.Equal(SignalRule.None, r));
    }

    [Fact]
    public void Seven_on_one_side_are_a_run_and_a_point_on_the_mean_breaks_it()
    {
        Assert.Equal(Enumerable.Repeat(SignalRule.Run, 7), Rules(9, 8, 9, 8, 9, 8, 9));
        Assert.All(Rules(9, 8, 9, 10, 9, 8, 9), r => Assert.Equal(SignalRule.None, r));
    }

    [Fact]
    public void The_first_rule_in_order_is_the_one_named()
    {
        // All rise above the mean: a trend before a run, and the last is outside before either.
        Assert.Equal([.. Enumerable.Repeat(SignalRule.Trend, 6), SignalRule.OutsideLimit], Rules(10.1m, 10.5m, 11, 11.5m, 12, 13, 17));
        // Two of three comes before a run.
        Assert.Equal([SignalRule.Run, SignalRule.Run, SignalRule.Run, SignalRule.Run, SignalRule.Run, SignalRule.TwoOfThree, SignalRule.TwoOfThree], Rules(11, 12, 11, 12, 11, 15, 15));
    }

    [Theory]
    [InlineData(Window.Rolling12)]
    [InlineData(Window.YearToDate)]
    [InlineData(Window.FinancialYear)]
    [InlineData(Window.Rolling3Years)]
    public void Series_whose_values_share_months_are_refused(Window window) =>
        Assert.Contains("share months", Variation.Of(Runs.Of(Golden), window, Lower, null).Because, StringComparison.Ordinal);

    [Fact]
    public void A_signal_is_better_or_worse_by_polarity()
    {
        decimal[] jump = [.. Runs.Repeat(8, 1, 2), 10];
        Assert.Equal(VariationKind.Improving, Variation.Of(Runs.Of(jump), Window.Month, Higher, null).Value!.Kind);
        Assert.Equal(VariationKind.Worsening, Variation.Of(Runs.Of(jump), Window.Snapshot, Lower, null).Value!.Kind);
        Assert.Equal(VariationKind.Changed, Variation.Of(Runs.Of(jump), Window.Month, Lower with { Better = Better.Neutral }, null).Value!.Kind);
    }

    [Theory]
    [InlineData(Better.Higher, 90, Assurance.ConsistentlyMissed)]
    [InlineData(Better.Higher, 1, Assurance.HitOrMiss)]
    [InlineData(Better.Higher, -2, Assurance.ConsistentlyMet)]
    [InlineData(Better.Lower, 90, Assurance.ConsistentlyMet)]
    [InlineData(Better.Lower, 1, Assurance.HitOrMiss)]
    [InlineData(Better.Lower, -2, Assurance.ConsistentlyMissed)]
    [InlineData(Better.Neutral, 90, Assurance.None)]
    public void Assurance_is_where_the_target_lies_among_the_limits(Better better, int target, Assurance expected) =>
        Assert.Equal(expected, Variation.Of(Runs.Of(Golden), Window.Month, new Shape(Show.Count, better, 0), target).Value!.Assurance);

    [Fact]
    public void A_share_of_few_cases_gets_limits_that_follow_its_denominators()
    {
        var few = Variation.Of(Runs.Shares((9, 10), (16, 20), (7, 10), (16, 20), (8, 10), (32, 40)), Window.Month, Higher, 90).Value!;
        Assert.True(few.ByDenominator);
        // 80 ± 3·√(0.8·0.2/40)·100 = 80 ± 18.97.
        Assert.Equal(61.0263m, Math.Round(few.Latest.Lower, 4, MidpointRounding.AwayFromZero));
        Assert.Equal(98.9737m, Math.Round(few.Latest.Upper, 4, MidpointRounding.AwayFromZero));
        Assert.False(Variation.Of(Runs.Shares((80, 100), (81, 100), (80, 100), (81, 100), (80, 100), (50, 50)), Window.Month, Higher, 90).Value!.ByDenominator);
    }

    [Fact]
    public void Funnel_limits_are_narrower_for_many_cases_and_say_when_there_are_none()
    {
        (decimal, decimal)[] areas = [(8, 10), (80, 100), (8, 10), (80, 100), (8, 10), (80, 100)];
        var funnel = ProportionChart.Limits(areas, 1.96m).Value!;
        Assert.Equal(7.84m, funnel[1].Upper - 80);
        Assert.True(funnel[0].Upper > funnel[1].Upper);
        Assert.Equal("there are no cases", ProportionChart.Limits([.. areas[..5], (0, 0)]).Because);
        Assert.StartsWith("not enough points", ProportionChart.Limits(areas[..5]).Because, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Signal> Found(params decimal[] values) => Signals.Find(values, [.. Enumerable.Repeat(Around10, values.Length)]);

    private static IEnumerable<SignalRule> Rules(params decimal[] values) => Found(values).Select(s => s.Rule);
}

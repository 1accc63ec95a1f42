using Bellwether.Publications;
using Xunit;

namespace Bellwether.Tests.Writers;

public class ChartWordsTests
{
    [Fact]
    public void One_sentence_says_period_values_target_gap_and_break() => Assert.Equal(
        "Line chart of 13 months, Jun 2016 to Jun 2017: first 86.2% in Jun 2016; last 78.3% in Jun 2017 (provisional); "
        + "highest 91.2% in Aug 2016; lowest 78.3% in Jun 2017 (provisional); target 85%, then 90% from Apr 2017; "
        + "no figure for Nov 2016 (not supplied); figures before Apr 2017 do not compare with later ones (Drafts no longer count).",
        ChartWords.Describe(Charts.Full));

    [Fact]
    public void A_chart_without_figures_says_so() =>
        Assert.Equal("Line chart of 2 months, Jun 2016 to Jul 2016: no month has a figure; no target.", ChartWords.Describe(Charts.Of("%", 1, null, null)));

    [Fact]
    public void One_month_is_not_called_first_and_last() =>
        Assert.Equal("Line chart of Jun 2016: one figure, 3 in Jun 2016; no target.", ChartWords.Describe(Charts.Of("", 0, 3)));

    [Fact]
    public void A_breakdown_names_each_row_its_range_and_why_one_has_no_figure() => Assert.Equal(
        "Bar chart of 4 rows: Ashford 91.3% (range 80.0% to 95.0%); Canterbury & Coastal 78.0%; Swale 61.8%; Thanet without a figure (Suppressed); target 90%.",
        ChartWords.Describe(SvgChartTests.Bars));

    [Theory]
    [InlineData("78.25", "%", 1, "78.3%")]
    [InlineData("45", "days", 0, "45 days")]
    [InlineData("1927", "", 0, "1,927")]
    [InlineData("-2.65", "percentage points", 1, "-2.7 percentage points")]
    public void Figures_round_half_away_from_zero_and_carry_their_unit(string value, string unit, int decimals, string expected) =>
        Assert.Equal(expected, ChartWords.Figure(decimal.Parse(value), unit, decimals));

    [Theory]
    [InlineData("90", 1, 0)]
    [InlineData("90.50", 0, 1)]
    [InlineData("90.5", 2, 2)]
    public void Targets_keep_their_own_decimals(string target, int decimals, int expected) =>
        Assert.Equal(expected, ChartWords.TargetDecimals(decimal.Parse(target), decimals));
}

using Bellwether.Calendar;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards;

/// <summary>
/// The 35 cells of the seven pages that Kent's committee was sent on 5 September 2017: 27 monthly ratings, one required blank, seven
/// headlines. The ratings are the paper's; nothing here is worked out by the code under test.
/// </summary>
public sealed class GoldenCellsTests(KentHome kent) : IClassFixture<KentHome>
{
    private static readonly string[] Months = ["2017-03", "2017-04", "2017-05", "2017-06"];

    [Theory]
    [InlineData("adoption-plan-4m", "68.6% 62.8% 63.2% 62.8%", "Amber Red Red Red", "75 80 80 80")]
    [InlineData("caseload-cswt", "22.0 23.4 23.8 24.6", "Red Red Red Red", "18 18 18 18")]
    [InlineData("health-assessments-in-time", "87.4% 86.9% 86.1% 83.8%", "Amber Amber Amber Red", "90 90 90 90")]
    [InlineData("cin-with-plan", "87.7% 86.8% 80.9% 78.3%", "Amber Amber Amber Red", "90 90 90 90")]
    [InlineData("unallocated", "1 73 0 14", "Amber Red Green Red", "0 0 0 0")]
    [InlineData("return-interview-in-time", "74.9% 75.7% 75.2% 73.2%", "Red Amber Amber Red", "90 85 85 85")]
    [InlineData("placement-meeting-5wd", "- 62.3% 62.1% 62.2%", "- Red Red Red", "90 90 90 90")]
    public void Every_month_prints_and_rates_as_the_paper_does(string id, string printed, string ratings, string targets)
    {
        var row = kent.Known.Performance.Row(kent.Known.Performance.Catalogue.Find(id)!, Month.Parse("2017-06"), months: 4);
        Assert.Equal(Months, row.Trend.Select(t => t.Month.ToString()));
        Assert.Equal(printed, string.Join(' ', row.Trend.Select(t => t.Figure.Value is { } v ? BandWords.Number(v, row.Shape) : "-")));
        Assert.Equal(ratings, string.Join(' ', row.Trend.Select(t => t.Judgement.Rating?.ToString() ?? "-")));
        Assert.Equal(targets, string.Join(' ', row.Trend.Select(t => BandWords.Plain(t.Judgement.Target!.Value))));
    }

    [Fact]
    public void Every_headline_of_the_scorecard_is_red_in_the_papers_order()
    {
        var performance = kent.Known.Performance;
        var filled = performance.Fill(performance.Catalogue.FindScorecard("scs-2017")!, Month.Parse("2017-06"));
        Assert.Equal(
            ["adoption-plan-4m", "caseload-cswt", "health-assessments-in-time", "cin-with-plan", "unallocated", "return-interview-in-time", "placement-meeting-5wd"],
            filled.Rows.Select(r => r.Definition.Id));
        Assert.Equal(7, filled.Count(Rating.Red));
        Assert.Equal(0, filled.Count(null));
    }

    [Fact]
    public void A_month_before_an_indicator_is_in_force_has_a_target_and_neither_value_nor_rating_and_says_why()
    {
        var rated = kent.Known.Performance.At(kent.Known.Performance.Catalogue.Find("RV06")!, new DateOnly(2017, 3, 31));
        Assert.Null(rated.Figure.Value);
        Assert.Null(rated.Judgement.Rating);
        Assert.Equal(90m, rated.Judgement.Target!.Value);
        Assert.Equal("The indicator was not in force then.", rated.Judgement.Reason);
    }

    [Theory]
    [InlineData("cin-with-plan", "Amber 1.7 42; Green 11.7 288")]
    [InlineData("adoption-plan-4m", "Amber 7.2 9; Green 17.2 20")]
    [InlineData("return-interview-in-time", "Amber 1.8 ; Green 11.8 ")]
    [InlineData("unallocated", "Amber 4.0 4; Green 14.0 14")]
    public void The_distance_to_each_better_band_is_told_in_points_and_in_cases(string id, string expected)
    {
        var rated = kent.Known.Performance.At(kent.Known.Performance.Catalogue.Find(id)!, new DateOnly(2017, 6, 30));
        Assert.Equal(expected, string.Join("; ", rated.Judgement.Better.Select(d =>
            $"{d.Band} {Math.Round(d.Points, 1, MidpointRounding.AwayFromZero):0.0} {d.Cases}")));
    }

    [Fact]
    public void Printed_22_0_and_rated_red_is_explained()
    {
        var rated = kent.Known.Performance.At(kent.Known.Performance.Catalogue.Find("WF01")!, new DateOnly(2017, 3, 31));
        Assert.Equal("22.0 (22.01), above 22", rated.Judgement.Clash);
    }

    [Theory]
    [InlineData("CN04", "89.4%", "Amber")]
    [InlineData("health-assessments-in-time/without-uasc", "89.1%", "Amber")]
    [InlineData("MI04", "89.7%", "Green")]
    [InlineData("adoption-plan-4m/just-outside", "75.2%", "Amber")]
    public void What_officers_worked_out_by_hand_is_a_variant(string name, string printed, string rating)
    {
        var found = kent.Known.Performance.Catalogue.Find(name)!;
        var rated = kent.Known.Performance.At(found, new DateOnly(2017, 6, 30));
        Assert.Equal(printed, BandWords.Number(rated.Figure.Value!.Value, Performance.ShapeOf(found)));
        Assert.Equal(rating, rated.Judgement.Rating.ToString());
    }

    [Fact]
    public void Of_534_children_without_a_plan_273_have_a_draft()
    {
        var lines = kent.Known.Performance.Variants(kent.Known.Performance.Catalogue.Find("CN03")!, new DateOnly(2017, 6, 30));
        Assert.Equal(273m, Assert.Single(lines, l => l.Name == "drafts").NearMiss);
    }

    [Fact]
    public void Caseload_rose_by_852_between_two_named_days()
    {
        var found = kent.Known.Performance.Catalogue.Find("CN02")!;
        var from = kent.Known.Performance.At(found, new DateOnly(2017, 3, 31)).Figure.Value;
        var to = kent.Known.Performance.At(found, new DateOnly(2017, 6, 30)).Figure.Value;
        Assert.Equal(852m, to - from);
    }
}

using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards;

/// <summary>
/// Figures of the seed papers that follow from other figures of theirs, through the product's own arithmetic. The first column is the row
/// of definitions/seed-checklist.csv; what is expected is printed in the paper or follows from it by hand.
/// </summary>
public sealed class SeedArithmeticTests(SeedHome seeds) : IClassFixture<SeedHome>
{
    private static readonly Month Any = new(2017, 6);

    [Theory]
    [InlineData("001-15", "cla-reviews-in-time", "2010-11-30", 1, "96.7%")]
    [InlineData("001-18", "pathway-plan", "2010-11-30", 1, "98.7%")]
    [InlineData("001-18", "pathway-review", "2010-11-29", 0, "94%")]
    [InlineData("001-18", "pathway-review", "2010-11-30", 0, "94%")]
    [InlineData("001-24", "disabled-allocated", "2010-11-30", 1, "92.7%")]
    [InlineData("001-25", "placed-in-12-months/placed-to-order", "2010-11-30", 0, "75%")]
    [InlineData("001-26", "adopted-of-in-care", "2010-11-28", 1, "8.1%")]
    [InlineData("001-26", "adopted-of-in-care", "2010-11-29", 1, "8.1%")]
    [InlineData("001-26", "adopted-of-in-care", "2010-11-30", 1, "8.1%")]
    [InlineData("001-28", "three-placements", "2010-11-30", 1, "6.3%")]
    [InlineData("002-21", "adoption-plan-4m", "2017-06-30", 1, "62.8%")]
    [InlineData("002-21", "adoption-plan-4m/just-outside", "2017-06-30", 1, "75.2%")]
    [InlineData("002-28", "cin-with-plan", "2017-06-30", 1, "78.3%")]
    [InlineData("002-29", "cin-with-plan/drafts", "2017-06-30", 1, "89.4%")]
    [InlineData("002-29", "cin-with-plan/drafts", "2017-06-30", 3, "89.395%")]
    [InlineData("003-02", "education-employment-training/at-19", "2011-06-28", 1, "57.1%")]
    [InlineData("003-02", "education-employment-training/at-19", "2011-06-29", 1, "57.1%")]
    [InlineData("003-02", "education-employment-training/at-19", "2011-06-30", 1, "57.1%")]
    [InlineData("003-02", "education-employment-training/at-19", "2011-09-30", 0, "50%")]
    public void So_many_of_so_many_print_as_the_paper_does(string row, string indicator, string day, int decimals, string printed)
    {
        var found = seeds.Known.Performance.Catalogue.Find(indicator)!;
        var figure = seeds.Known.Performance.At(found, IsoDate.Parse(day)).Figure;
        Assert.StartsWith(row, figure.Note, StringComparison.Ordinal);
        Assert.Equal(printed, BandWords.Number(figure.Value!.Value, Performance.ShapeOf(found) with { Decimals = decimals }));
    }

    [Theory]
    [InlineData("002-21", "adoption-plan-4m", "just-outside", 14)]
    [InlineData("002-29", "cin-with-plan", "drafts", 273)]
    public void Near_misses_are_counted(string row, string indicator, string variant, int cases)
    {
        var performance = seeds.Known.Performance;
        var line = performance.Variants(performance.Catalogue.Find(indicator)!, new DateOnly(2017, 6, 30)).Single(v => v.Name == variant);
        Assert.Equal((row, (decimal?)cases), (line.Rated.Figure.Note, line.NearMiss));
    }

    [Theory]
    [InlineData("001-08", 119, 115, 99, 135, "119 + 115 − 99 = 135, as counted.")]
    [InlineData("001-11", 298, 86, 84, 300, "298 + 86 − 84 = 300, as counted.")]
    [InlineData("002-31", 9840, 852, 0, 10692, "9,840 + 852 − 0 = 10,692, as counted.")]
    [InlineData("004-11", 1703, 0, 892, 811, "1,703 + 0 − 892 = 811, as counted.")]
    public void Stocks_and_flows_agree(string row, int opening, int came, int left, int closing, string words)
    {
        var flows = new FlowReconciliation(opening, came, left, closing);
        Assert.True(flows.Difference == 0, row);
        Assert.Equal(words, flows.Words);
    }

    [Theory]
    [InlineData("001-24", 101, 109, 100, 8)]   // the gap to all of them
    [InlineData("002-21", 71, 113, 70, 9)]
    [InlineData("002-21", 71, 113, 80, 20)]
    [InlineData("002-28", 1927, 2461, 80, 42)]
    [InlineData("002-28", 1927, 2461, 90, 288)]
    [InlineData("002-29", 2200, 2461, 90, 15)]
    [InlineData("003-02", 29, 58, 60, 6)]      // 35 of the 58
    [InlineData("004-24", 10, 25, 48, 2)]      // the paper says two children and not of how many: three that fit
    [InlineData("004-24", 20, 45, 48, 2)]
    [InlineData("004-24", 28, 62, 48, 2)]
    public void So_many_more_children_reach_the_target(string row, int n, int d, int target, int children)
    {
        var judged = Rater.Rate(Of(100m * n / d, n, d), Percent(Better.Higher), Band(target, null));
        Assert.True(judged.ToNextBand is { Band: Rating.Green } next && next.Cases == children, $"{row}: {judged.ToNextBand}");
    }

    [Theory]
    [InlineData("001-23", "53", "70", "17")]
    [InlineData("003-04", "59.1", "58.6", "-0.5")]
    [InlineData("003-06", "64.3", "69.1", "4.8")]
    [InlineData("004-25", "10.4", "12.5", "2.1")]
    [InlineData("004-25", "4.6", "12.5", "7.9")]
    public void Points_between_two_times(string row, string before, string now, string points)
    {
        var change = Decomposition.Of([new GroupChange(row, decimal.Parse(before), 100, decimal.Parse(now), 100)]);
        Assert.Equal(decimal.Parse(points), change.Value!.Change);
    }

    [Theory]
    [InlineData("001-04", "133 133 133 133 133 133 133 133", 1596)]   // 1,064 in eight months, 133 in each
    [InlineData("001-27", "2 3 2 3 2 3 2 3", 30)]                     // 20 adopted with four months to go
    public void Eight_months_make_a_year(string row, string months, int year)
    {
        var soFar = months.Split(' ').Select(decimal.Parse).ToList();
        var projection = Projections.ByYearToDate(soFar, soFar);
        Assert.True(projection.Value!.Value == year, row);
        Assert.Contains($": {BandWords.Plain(year)}, by year to date × 12 ÷ months gone", OpinionWords.Projected(projection, "April to March"), StringComparison.Ordinal);
    }

    [Fact]
    public void On_time_and_late_stand_on_one_base_002_37() =>
        Assert.Equal("73.2% + 16.5% = 89.7%", Complementary.Sum([Of(73.2m), Of(16.5m)], 1).Value);

    [Theory]
    [InlineData("001-04", Show.Count, "133 91 173", "Lowest 91 in April 2010; highest 173 in May 2010.")]
    [InlineData("001-12", Show.Count, "300 297 307", "Lowest 297 in April 2010; highest 307 in May 2010.")]
    [InlineData("002-37", Show.Percentage, "73.2 68 76", "Lowest 68.0% in April 2010; highest 76.0% in May 2010.")]
    public void The_least_and_the_most_of_a_run(string row, Show show, string values, string words)
    {
        var first = new Month(2010, 3);
        var range = SeriesRange.Of([.. values.Split(' ').Select((v, i) => new SeriesPoint(first.Add(i), decimal.Parse(v)))]);
        Assert.True(words == OpinionWords.Range(range, new Shape(show, Better.Neutral, show == Show.Count ? 0 : 1)), row);
    }

    [Theory]
    [InlineData("002-21", "75.2", "80", "70", true, Rating.Amber, "Between 70% and 80%; higher is better.", "4.8 percentage points from Green")]
    [InlineData("002-26", "83.8", "90", "85", true, Rating.Red, "Below the 85% floor; higher is better.", "1.2 percentage points from Amber; 6.2 percentage points from Green")]
    [InlineData("002-26", "89.1", "90", "85", true, Rating.Amber, "Between 85% and 90%; higher is better.", "0.9 percentage points from Green")]
    [InlineData("002-30", "91.1", "90", "80", true, Rating.Green, "At or above the target of 90%; higher is better.", "")]
    [InlineData("002-36", "73.2", "85", "75", true, Rating.Red, "Below the 75% floor; higher is better.", "1.8 percentage points from Amber; 11.8 percentage points from Green")]
    [InlineData("003-02", "50", "60", "", true, Rating.Red, "Below the 60% floor; higher is better.", "10.0 percentage points from Green")]
    [InlineData("003-04", "58.6", "67", "", true, Rating.Red, "Below the 67% floor; higher is better.", "8.4 percentage points from Green")]
    [InlineData("004-03", "84.4", "78.8", "", true, Rating.Green, "At or above the target of 78.8%; higher is better.", "")]
    public void A_percentage_against_its_target(string row, string value, string target, string edge, bool higher, Rating rating, string why, string distances) =>
        Judged(row, Percent(higher ? Better.Higher : Better.Lower), value, target, edge, rating, why, distances);

    [Theory]
    [InlineData("004-06", Show.Count, 0, "36", "100", Rating.Green, "At or below the target of 100; lower is better.")]
    [InlineData("004-07", Show.Count, 0, "55", "100", Rating.Green, "At or below the target of 100; lower is better.")]
    [InlineData("004-09", Show.Count, 0, "0", "0", Rating.Green, "At or below the target of 0; lower is better.")]
    [InlineData("004-10", Show.Rate, 1, "503.6", "543.7", Rating.Green, "At or below the target of 543.7; lower is better.")]
    [InlineData("004-12", Show.Ratio, 1, "19.9", "20", Rating.Green, "At or below the target of 20; lower is better.")]
    public void Lower_is_better_and_the_words_follow_the_polarity_not_the_sign(string row, Show show, int decimals, string value, string target, Rating rating, string why) =>
        Judged(row, new Shape(show, Better.Lower, decimals), value, target, "", rating, why, "");

    [Theory]
    [InlineData("003-02", 7, "each young person is 14.3 points")]
    [InlineData("003-02", 58, "each young person is 1.7 points")]
    public void What_one_young_person_weighs(string row, int of, string words) =>
        Assert.True(SmallNumbers.Note(of, "young person") == words, row);

    private static void Judged(string row, Shape shape, string value, string target, string edge, Rating rating, string why, string distances)
    {
        var judged = Rater.Rate(Of(decimal.Parse(value)), shape, Band(decimal.Parse(target), edge.Length == 0 ? null : decimal.Parse(edge)));
        Assert.Equal((row, rating, why, distances), (row, judged.Rating!.Value, judged.Reason, BandWords.Distances(judged, shape)));
    }

    private static Shape Percent(Better better) => new(Show.Percentage, better, 1);

    private static Target Band(decimal target, decimal? edge) => new("x", "", Any.First, null, target, edge, "local", "", "", "");

    private static Figure Of(decimal value, decimal? n = null, decimal? d = null) =>
        new("x", "", Window.Rolling12, Any.Add(-11).First, Any.Last, "", n, d, value, null, "", "", default);
}

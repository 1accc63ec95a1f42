using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Benchmarks;

/// <summary>Names, boundaries, bands, and the door for pages.</summary>
public sealed class BenchmarkSetTests
{
    private static readonly BenchmarkSet Set = new(PlainLait.Shipped);

    [Theory]
    [InlineData("Kent", 886)]
    [InlineData("kent", 886)]
    [InlineData("886", 886)]
    [InlineData("St Helens", 342)]
    [InlineData("County Durham", 840)]
    [InlineData("Herefordshire, County of", 884)]
    [InlineData("Kingston upon Hull, City of", 810)]
    public void An_authority_is_found_by_any_of_its_published_names(string name, int number) => Assert.Equal(number, Set.Authority(name)?.Number);

    [Theory]
    [InlineData("England")]
    [InlineData("South East")]
    [InlineData("Kentish")]
    public void What_is_no_authority_is_not_found(string name) => Assert.Null(Set.Authority(name));

    [Fact]
    public void Near_names_are_offered()
    {
        Assert.Equal("ReReferral", Set.MeasuresLike("rereferal")[0]);
        Assert.Equal("Bristol, City of", Set.AuthoritiesLike("Bristol")[0]);
    }

    [Fact]
    public void Every_measure_of_the_dictionary_has_values_and_158_authorities() =>
        Assert.Equal((156, 158, 0), (Set.Measures.Count, Set.Authorities.Count, Set.Measures.Count(m => Set.Years(m).Count == 0)));

    [Fact]
    public void Best_and_worst_are_named_by_polarity_and_highest_and_lowest_without_one()
    {
        var low = Of("Work_Force_Vac_Rate", "Kent");
        Assert.Equal(low.Lowest, low.Best);
        Assert.Equal(low.Highest, low.Worst);
        var high = Of("LACHealth%", "Kent");
        Assert.Equal(high.Highest, high.Best);
        var neutral = Of("LAC", "Kent");
        Assert.Empty(neutral.Best);
        Assert.Equal("Blackpool", Assert.Single(neutral.Highest).Name);
    }

    [Fact]
    public void Bands_are_given_in_words_and_as_lait_labels_them()
    {
        var low = Of("ReReferral", "Kent");
        Assert.Equal("above 20 up to and including 23", low.Bands["C"]);
        Assert.Equal("20.1 to 23", low.LaitBands["C"]);
        var high = Of("LACHealth%", "Dudley");
        Assert.Equal("93.1 to 89.1", high.LaitBands["C"]);
        Assert.Equal("above 89 up to and including 93", high.Bands["C"]);
        Assert.Equal("Data range is too small.", Of("Vacancies_cover", "Kent").Bands["none"]);
        Assert.Equal("-", Of("LAC", "Kent").Bands["none"]);
    }

    [Theory]
    [InlineData("ReReferral", "Kent", "Decrease", true)]
    [InlineData("ReReferral", "Dudley", "Increase", false)]
    [InlineData("LACHealth%", "Dudley", "Increase", true)]
    [InlineData("%_of LAC Adopted", "Kent", "No trend", null)]
    [InlineData("LAC", "Kent", "Decrease", null)]
    [InlineData("CPPlans2yrsActive", "Camden", null, null)]
    public void The_trend_is_the_sign_of_the_change_and_better_or_worse_comes_from_polarity(string measure, string authority, string? trend, bool? improved) =>
        Assert.Equal((trend, improved), (Of(measure, authority).Trend, Of(measure, authority).Improved));

    [Theory]
    [InlineData("LAC", "Northamptonshire", "ended on 31 March 2021; North Northamptonshire and West Northamptonshire followed")]
    [InlineData("LAC", "Cumberland", "began on 1 April 2023 in place of Cumbria")]
    [InlineData("LAC", "Dorset", "began on 1 April 2019")]
    [InlineData("LAC", "Kent", "Statistical neighbours by the model of May 2025: 10 of 10 have a value")]
    public void Boundary_changes_and_the_model_are_said_in_words(string measure, string authority, string note) =>
        Assert.Contains(Of(measure, authority).Notes, n => n.Contains(note, StringComparison.Ordinal));

    [Fact]
    public void A_joint_return_is_said_where_two_show_one_value() => Assert.Contains(
        Of("Work_Force_NoSW", "Kingston upon Thames").Notes, n => n.StartsWith("Richmond upon Thames has the same value", StringComparison.Ordinal));

    [Theory]
    [InlineData("ReReferral", "Year to 31 March.", Window.FinancialYear, Comparability.Comparable, "Comparable: published for the year to 31 March 2025.")]
    [InlineData("ReReferral", "Year to 31 March.", Window.Month, Comparability.Nearest, "Nearest: published for the year to 31 March 2025, beside a month.")]
    [InlineData("LAC", "At 31 March.", Window.Snapshot, Comparability.Comparable, "Comparable: published at 31 March 2025.")]
    [InlineData("Work_Force_Vac_Rate", "Agency workers count.", Window.Snapshot, Comparability.Nearest, "Nearest: published at 30 September 2025. Agency workers count.")]
    public void An_indicators_benchmark_says_how_far_it_compares(string lait, string note, Window window, Comparability tag, string text)
    {
        var line = BenchmarkLine.Of(Of(lait, "Kent"), note, window);
        Assert.Equal(tag, line.Tag);
        Assert.StartsWith(text, line.TagText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_may_name_several_measures_and_a_name_may_hold_a_comma()
    {
        Assert.Equal(["LACnum", "LAC"], Set.NamesOf(Mapped("LACnum, LAC")));
        Assert.Equal(["CPP_Total_Rateper10,000"], Set.NamesOf(Mapped("CPP_Total_Rateper10,000")));
        Assert.Empty(Set.NamesOf(new Definition { Id = "x" }));
    }

    private static Definition Mapped(string lait) => new() { Id = "x", Benchmark = new Benchmark(lait, "", "") };

    private static Comparison Of(string measure, string authority) => Set.Compare(Set.Measure(measure)!, Set.Authority(authority)!)!;
}

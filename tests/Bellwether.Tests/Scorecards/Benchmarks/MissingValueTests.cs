using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Benchmarks;

/// <summary>Zero, suppressed, not available and not applicable stay four different things.</summary>
public sealed class MissingValueTests
{
    private static readonly BenchmarkSet Set = new(PlainLait.Shipped);

    [Fact]
    public void A_zero_is_a_value_with_rank_and_quartile()
    {
        var camden = Of("CPPlans2yrsActive", "Camden");
        Assert.Equal(0, camden.Own.Number);
        Assert.Equal("0.0", camden.Print(camden.Own));
        Assert.Equal((1, "A"), (camden.Rank, camden.Quartile));
    }

    [Theory]
    [InlineData("CPPlans2yrsActive", "Southwark", "c", "suppressed to protect confidentiality")]
    [InlineData("Work_Force_Vac_Rate", "Westminster", "x", "not available")]
    [InlineData("LAC", "Cumbria", "z", "not applicable")]
    [InlineData("CIN_EngMaths9-5", "City of London", "-", "suppressed, not available or not applicable: LAIT prints one symbol for all three")]
    public void A_missing_value_keeps_the_symbol_that_says_why(string measure, string authority, string mark, string meaning)
    {
        var missing = Of(measure, authority);
        Assert.Null(missing.Own.Number);
        Assert.Equal((mark, meaning), (missing.Own.Mark, missing.Own.Meaning));
        Assert.Equal(meaning, missing.Print(missing.Own));
        Assert.Null(missing.Rank);
        Assert.Contains(missing.Warnings, w => w.Contains($"{authority} has no value for {missing.Year}: {meaning}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_that_the_table_has_and_lait_has_not_is_said_and_not_used()
    {
        var faults = Set.Years(Set.Measure("PrevRegCPR")!)
            .SelectMany(y => Set.Authorities.Select(a => Set.Compare(Set.Measure("PrevRegCPR")!, a, y)!)).Where(c => c.Own.HasDfeNumber).ToList();
        Assert.NotEmpty(faults);
        Assert.All(faults, c => Assert.Null(c.Rank));
        Assert.All(faults, c => Assert.Contains(c.Warnings, w => w.Contains("LAIT's file is used", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData(" 12.5 ", 12.5)]
    [InlineData("33.299999999999997", 33.3)]
    [InlineData("-7.0000000000000007E-2", -0.07)]
    [InlineData("0", 0d)]
    [InlineData("1,234", null)]
    [InlineData("-", null)]
    [InlineData("c", null)]
    [InlineData("..", null)]
    [InlineData("", null)]
    [InlineData("NaN", null)]
    public void Text_is_read_as_a_number_or_as_a_symbol(string text, double? number)
    {
        var cell = PublishedCell.Read(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal(number, cell.Number);
        Assert.Equal(number is null ? text : "", cell.Symbol);
    }

    [Theory]
    [InlineData(20.45, 1, "20.5")]
    [InlineData(20.449, 1, "20.4")]
    [InlineData(1.005, 2, "1.01")]
    [InlineData(0.285, 2, "0.29")]
    [InlineData(-1.6999999999999993, 1, "-1.7")]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(0.5, 0, "1")]
    [InlineData(632830, 0, "632,830")]
    [InlineData(1234567, 0, "1.235 million")]
    [InlineData(20000000, 0, "20 million")]
    public void Numbers_print_as_the_DfE_prints_them(double value, int decimals, string printed) =>
        Assert.Equal(printed, DfeRounding.Print(value, decimals));

    private static Comparison Of(string measure, string authority) => Set.Compare(Set.Measure(measure)!, Set.Authority(authority)!)!;
}

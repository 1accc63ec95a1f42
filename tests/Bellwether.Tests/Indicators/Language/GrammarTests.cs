using Bellwether.Indicators.Language;
using Xunit;

namespace Bellwether.Tests.Indicators.Language;

public sealed class GrammarTests
{
    public static TheoryData<string> Cases => CatalogueSpans.Cases;

    public static TheoryData<string> Expressions => CatalogueSpans.Expressions;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_kind_of_case_in_the_catalogue_parses_and_prints_as_itself(string written)
    {
        var printed = Parser.Cases(written).Print();
        Assert.Equal(printed, Parser.Cases(printed).Print());
        Assert.Equal(written, printed);
    }

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Every_expression_in_the_catalogue_parses_and_survives_printing(string written)
    {
        var printed = Parser.Expression(written).Print();
        Assert.Equal(printed, Parser.Expression(printed).Print());
        Assert.Equal(WithoutBrackets(written), WithoutBrackets(printed));
    }

    [Theory]
    [InlineData("not a and b or c", "((not a) and b) or c")]
    [InlineData("a + b * c - d", "(a + (b * c)) - d")]
    [InlineData("a <= start + 10 working days", "a <= (start + 10 working days)")]
    [InlineData("(not exists(allocations)) for more than 28 days", "(not exists(allocations)) for more than 28 days")]
    [InlineData("not exists(allocations) for at least 2 weeks", "not (exists(allocations) for at least 2 weeks)")]
    [InlineData("x between 5 and 16 and y", "((x between 5 and 16)) and y")]
    [InlineData("days(start, end) / 7", "days(start, end) / 7")]
    [InlineData("population(0-17)", "population(0-17)")]
    [InlineData("d >= 2017-04-01", "d >= 2017-04-01")]
    [InlineData("count(distinct worker of open allocations where role = \"CW\") >= 3", "count(distinct worker of open allocations where role = \"CW\") >= 3")]
    public void What_binds_tighter_is_read_first(string written, string grouped) =>
        Assert.Equal(Bracketed(grouped), Bracketed(Parser.Expression(written).Print()));

    [Theory]
    [InlineData("exists(cp_visits", "a bracket is not closed", 16)]
    [InlineData("met = 'x'", "double quotes", 6)]
    [InlineData("a & b", "Write and where both must hold", 2)]
    [InlineData("year(start)", "There is no function \"year\"", 0)]
    [InlineData("last(cp_reviews)", "say which field", 16)]
    [InlineData("d = 2017-02-30", "not a day of the calendar", 4)]
    public void A_fault_says_where_it_is(string written, string says, int at)
    {
        var fault = Assert.Throws<SyntaxFault>(() => Parser.Expression(written));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.Equal(at, fault.At);
    }

    private static string WithoutBrackets(string text) =>
        text.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);

    private static string Bracketed(string printed) => Parser.Expression(printed).Print();
}

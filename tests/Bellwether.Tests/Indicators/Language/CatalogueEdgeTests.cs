using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;
using Bellwether.Tests.Indicators.Engine;
using Xunit;

namespace Bellwether.Tests.Indicators.Language;

/// <summary>First days, names and bounds of what the shelf's files may say.</summary>
public sealed class CatalogueEdgeTests
{
    [Theory]
    [InlineData("2000-01-01", "a")]               // before the first list, the first
    [InlineData("2017-03-31", "a")]
    [InlineData("2017-04-01", "b")]
    [InlineData("2018-03-31", "b")]
    [InlineData("2018-04-01", "c")]
    [InlineData("2030-01-01", "c")]
    public void A_scorecard_shows_the_list_of_the_day(string day, string indicator)
    {
        ScorecardList[] lists = [new(null, ["a"]), new(new(2017, 4, 1), ["b"]), new(new(2018, 4, 1), ["c"])];
        Assert.Equal([indicator], new Scorecard("s", "S", "", lists).On(EngineFixture.Day(day)));
        if (indicator != "a") Assert.Equal([indicator], new Scorecard("s", "S", "", lists[1..]).On(EngineFixture.Day(day)));
        else Assert.Equal(["b"], new Scorecard("s", "S", "", lists[1..]).On(EngineFixture.Day(day)));
    }

    [Theory]
    [InlineData("2010-03-31", "7 working days")]
    [InlineData("2010-04-01", "10 working days")]
    public void A_limit_is_that_of_the_day_it_is_added_to(string day, string limit) => Assert.Equal(
        limit, LintFixture.Load("timescales", "initial-assessment", "rows:", "  - { limit: 7 working days, source: guidance }", "  - { from: 2010-04-01, limit: 10 working days, source: guidance }")
            .LimitOn("initial-assessment", EngineFixture.Day(day)).ToString());

    [Theory]
    [InlineData("2010-03-31", "Timescale initial-assessment has no row before 1 April 2010, so an earlier case can't be told. Write `from: 2010-04-01`, or add a row with its source.")]
    [InlineData("2010-04-01", "")]
    public void An_indicator_that_begins_before_its_timescale_is_warned_of(string from, string says)
    {
        var home = Directory.CreateTempSubdirectory("bellwether-");
        try
        {
            home.CreateSubdirectory("timescales");
            home.CreateSubdirectory("indicators");
            File.WriteAllText(Path.Combine(home.FullName, "timescales", "initial-assessment.yaml"), "rows:\n  - { from: 2010-04-01, limit: 10 working days, source: guidance }\n");
            File.WriteAllText(Path.Combine(home.FullName, "indicators", "x.yaml"), $"title: X\nfrom: {from}\ncases: assessments by end\nmet: end <= start + timescale(initial-assessment)\n");
            var messages = Catalogue.Load(Bellwether.Codes.Shelf.Path(), home.FullName, ShippedCatalogue.Kinds, ShippedCatalogue.Codes).Messages.Where(m => m.At.File == "x.yaml");
            Assert.Equal(says, string.Join("\n", messages.Select(m => m.Text)));
        }
        finally { home.Delete(true); }
    }

    [Theory]
    [InlineData("0", "")]
    [InlineData("6", "")]
    [InlineData("7", "`decimals` is \"7\". Write a whole number from 0 to 6.")]
    [InlineData("-1", "`decimals` is \"-1\". Write a whole number from 0 to 6.")]
    public void Decimals_go_from_none_to_six(string decimals, string says) =>
        Assert.Equal(says, LintFixture.Says("cases: open cp_plans", "show: count", $"decimals: {decimals}"));

    [Theory]
    [InlineData("[0, 1-1, 2+]", "")]
    [InlineData("[0-10, 11-9, 11+]", "\"11-9\" is no band. Write 0, 1-10, 11-15, 16+.")]
    [InlineData("[0-10, 5-15, 16+]", "5 falls in two bands. Bands must touch; the last ends in +.")]
    [InlineData("[0+, 5-15, 16+]", "5 falls in two bands. Bands must touch; the last ends in +.")]
    public void A_band_may_be_of_one_number_and_never_end_before_it_begins(string bands, string says) =>
        Assert.Equal(says, LintFixture.Says("cases: assessments by end", "split: working_days(start, end)", $"bands: {bands}"));

    [Fact]
    public void A_definition_without_a_code_answers_to_none()
    {
        var found = EngineFixture.Load("cases: open cp_plans | variants: { v: { where: end is known } }").Find("t")!;
        Assert.Empty(CatalogueNames.CodesOf(found.Entry.Definition));
        Assert.Equal([("t", ""), ("t/v", "v")], CatalogueNames.Of(found.Entry.Definition));
    }

    /// <summary>A limit may stand before the date it is added to.</summary>
    [Theory]
    [InlineData("as_at <= start + 10 days")]
    [InlineData("as_at <= 10 days + start")]
    public void A_limit_and_a_date_are_added_either_way_round(string met) => Assert.Equal(
        "2024-01-02 met, 2024-01-13 not met", EngineFixture.Timeline($"cases: open cp_plans | met: {met}", "cp_plans | C1 | start=2024-01-02"));

    [Theory]
    [InlineData("cases: open cp_plans", "met: start - 1 month <= as_at", "Turn it round: add 1 month to the other date.")]
    [InlineData("cases: open cp_plans", "met: start >= as_at - 1 month", "Write `in last 1 month`.")]
    public void A_month_taken_off_is_told_how_to_turn(string cases, string met, string advice) =>
        Assert.EndsWith(advice, LintFixture.Says(cases, met), StringComparison.Ordinal);

    [Theory]
    [InlineData("cases: open cp_plans", "exists(cp_visits at most 2 weeks ago where seen)", "there are cp visits at most 2 weeks ago where marked \"seen\"")]
    [InlineData("cases: open allocations", "worker.qualified", "the case's worker is marked \"qualified\"")]
    [InlineData("cases: open allocations", "worker is none", "the case's worker is none")]
    [InlineData("cases: open allocations", "worker is not none", "the case's worker is not none")]
    [InlineData("cases: open cp_plans", "first_category in [\"NEG\", \"PHY\"]", "the case's first category is one of: Neglect, Physical abuse")]
    public void A_condition_is_told_in_words(string cases, string met, string words) =>
        Assert.Equal(words, new ExpressionWords(ShippedCatalogue.Codes, ShippedCatalogue.Catalogue.Timescales).Condition(LintFixture.Bind(cases, $"met: {met}").Met!));
}

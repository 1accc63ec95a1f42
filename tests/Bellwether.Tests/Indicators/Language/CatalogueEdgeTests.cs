using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Language;
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

    [Fact]
    public void Stages_stand_in_the_order_of_a_child_s_way_through_the_service_and_others_come_last()
    {
        string[] stages = ["Front door", "Assessment", "Children in need", "Protection", "Care", "Health", "Education", "Missing", "Permanence", "Leaving care", "Carers", "Legal", "Workforce", "Quality of practice", "Money"];
        Assert.Equal(stages, Stages.InOrder(ShippedCatalogue.Catalogue.Entries).Select(s => s.Title));
        var own = EngineFixture.Load("cases: open cp_plans").Find("t")!.Entry;
        Assert.Equal([.. stages, "indicators"], Stages.InOrder([own, .. ShippedCatalogue.Catalogue.Entries]).Select(s => s.Title));
    }

    [Fact]
    public void A_format_brings_the_whole_a_part_or_nothing()
    {
        var need = new DataNeed([], new Dictionary<string, string> { ["ssd"] = "lists 1 and 2", ["annex-a"] = "no: it has none", ["csww"] = "fallback: the latest", ["local"] = "part: beside an extract" }, "", null);
        Assert.Equal(["ssd"], need.Whole);
        Assert.Equal(["csww", "local"], need.InPart);
    }

    [Theory]
    [InlineData(Window.Snapshot, "Figures shown are based on a snapshot as at the end of the reporting month.")]
    [InlineData(Window.Week, "Figures shown are based on one week, Monday to Sunday.")]
    [InlineData(Window.Month, "Figures shown are based on one month.")]
    [InlineData(Window.Quarter, "Figures shown are based on one quarter. The result for Q1 2017/18 for example shows performance up to Jun 2017.")]
    [InlineData(Window.YearToDate, "Figures shown are based on the financial year to date. The result for May 2017 for example shows performance for Apr 2017 to May 2017.")]
    [InlineData(Window.Rolling12, "Figures shown are based on a rolling 12 month period. The result for May 2017 for example shows performance for Jun 2016 to May 2017.")]
    [InlineData(Window.FinancialYear, "Figures shown are based on a financial year, April to March. The result for 2017/18 for example shows performance for Apr 2017 to Mar 2018.")]
    [InlineData(Window.Rolling3Years, "Figures shown are based on a rolling 3 year period. The result for May 2017 for example shows performance for Jun 2014 to May 2017.")]
    public void A_window_is_told_with_an_example(Window window, string says) => Assert.Equal(says, DefinitionText.WindowSentence(window, new Month(2017, 5)));

    [Theory]
    [InlineData("cases: open cp_plans | met: end is known", "Counted are cp plans open at the close of the day; the percentage is of those that meet the standard.")]
    [InlineData("cases: cp_plans open in last 2 weeks | per: child", "Counted are cp plans open at some time in the last 2 weeks, a child once; the figure is how many there are.")]
    [InlineData("cases: cp_plans open in window | met: end is known | show: count", "Counted are cp plans open at some time in the period; the figure is how many meet the condition.")]
    [InlineData("cases: cp_plans by end | value: days(start, end) | show: median", "Counted are cp plans, each on its date; the figure is their median.")]
    [InlineData("cases: cp_plans by end | value: days(start, end) | show: mean", "Counted are cp plans, each on its date; the figure is their mean.")]
    [InlineData("cases: cp_plans by end | value: days(start, end) | show: sum", "Counted are cp plans, each on its date; the figure is their sum.")]
    [InlineData("cases: open cp_plans | show: rate", "Counted are cp plans open at the close of the day; the figure is for every 10,000 children aged 0 to 17 (mid-year estimates).")]
    [InlineData("cases: open cp_plans | show: ratio | over: 3", "Counted are cp plans open at the close of the day; the figure is their number divided by the divisor on the last day.")]
    [InlineData("cases: cp_plans by start | met: exists(cp_visits within 3 days after case.start)",
        "Counted are cp plans, each on its date; the percentage is of those that meet the standard. A case whose limit has not run out is left out until it has, met or not.")]
    [InlineData("cases: cp_plans by start | running: as found | met: exists(cp_visits within 3 days after case.start)", "Counted are cp plans, each on its date; the percentage is of those that meet the standard.")]
    public void What_is_counted_is_told_in_a_sentence(string yaml, string says) => Assert.Equal(says, DefinitionText.Counts(EngineFixture.Define(yaml)));

    [Theory]
    [InlineData("exists(cp_visits in last 12 months)", true)]
    [InlineData("exists(missing_episodes open in last 1 year)", true)]
    [InlineData("exists(cp_visits in last 11 months)", false)]
    [InlineData("exists(cp_visits at most 12 months ago)", false)]
    public void A_snapshot_that_looks_back_a_year_is_told_as_a_rolling_year(string met, bool rolling)
    {
        var found = EngineFixture.Load($"cases: open cp_plans | better: neutral | met: {met}").Find("t")!;
        var notes = DefinitionText.Notes(found.Entry.Definition, found.Bound!, Window.Snapshot, new Month(2017, 5));
        Assert.Equal(DefinitionText.WindowSentence(rolling ? Window.Rolling12 : Window.Snapshot, new Month(2017, 5)), notes.Data);
        Assert.Equal("Neither higher nor lower values are better in themselves.", notes.Tolerance);
    }

    [Fact]
    public void A_code_that_is_not_of_a_group_is_none_of_its_codes()
    {
        var none = Assert.IsType<Not>(Assert.IsType<And>(LintFixture.Bind("cases: open placements", "met: type != \"foster\"").Met).Right);
        Assert.Equal(6, Assert.IsType<OneOf>(none.Inner).Cells.Count);
    }

    [Fact]
    public void A_population_may_be_of_one_age() =>
        Assert.Equal(new Population(5, 5), LintFixture.Bind("cases: open cp_plans", "show: rate", "over: population(5-5)").Over);

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

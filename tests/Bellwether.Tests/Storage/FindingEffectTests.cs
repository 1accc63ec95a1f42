using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Journeys;
using Bellwether.Scorecards;
using Bellwether.Storage;
using Bellwether.Tests.Indicators.Language;
using Bellwether.Tests.Journeys;
using Bellwether.Tests.WholeWay;
using Xunit;

namespace Bellwether.Tests.Storage;

/// <summary>What findings can change at most: never less than what the truth would change.</summary>
public sealed class FindingEffectTests(SmallCouncil council) : IClassFixture<SmallCouncil>
{
    [Theory]
    [InlineData("cp_plans", Outcome.SetAside, 3, "CP01", 3, 0)]
    [InlineData("cin_episodes", Outcome.SetAside, 2, "CN02", 2, 0)]
    public void Rows_set_aside_of_a_counts_own_kind_are_at_most_so_many_cases_more(string kind, Outcome outcome, int rows, string code, int up, int down)
    {
        var touch = Touch(kind, outcome, rows, code)!;
        Assert.True(touch.Up >= up && touch.Down >= down, touch.Words);
    }

    [Fact]
    public void A_visit_set_aside_can_turn_one_childs_plan_and_the_bound_covers_it()
    {
        var figure = council.Known.Performance.At(council.Known.Performance.Catalogue.Find("CP10")!, SmallCouncil.Day).Figure;
        var touch = Touch("cp_visits", Outcome.SetAside, 2, "CP10")!;
        Assert.True(touch.Up >= 2 * 100 / figure.Denominator, touch.Words);
        Assert.True(touch.Down >= 2 * 100 / figure.Denominator, touch.Words);
        Assert.True(touch.Up <= 100 && touch.Down <= 100, touch.Words);
        Assert.StartsWith("CP10 up to +", touch.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_definition_does_not_read_it_is_not_touched_by()
    {
        Assert.Null(Touch("adoption_tracks", Outcome.SetAside, 5, "CP10"));
        Assert.Null(Touch("", Outcome.Noted, 5, "CP10"));
    }

    [Theory]
    [InlineData("code-out-of-year")]
    [InlineData("serial-date")]
    public void A_value_that_was_read_all_the_same_changes_nothing(string finding)
    {
        Assert.NotNull(Touch("cp_plans", Outcome.Noted, 3, "CP01"));
        Assert.Null(Touch("cp_plans", Outcome.Noted, 3, "CP01", finding));
    }

    /// <summary>A list that is known and makes no records, loaded alone into a new home, tells no day.</summary>
    [Fact]
    public void Of_a_load_that_tells_no_day_nothing_is_touched()
    {
        var journeys = Bellwether.Journeys.Journeys.Build(RecordsFixture.Records(), RecordsFixture.Codes, Authority.Unnamed, DateOnly.MinValue);
        var performance = new Performance(new Figures(journeys, ShippedCatalogue.Catalogue), ShippedCatalogue.Catalogue, Commitments.Load(council.Home.Folder), []);
        var group = Assert.Single(FindingEffects.Of([new Finding("list-not-used", Outcome.Noted, "dolo.csv", "", 0, "", "", "")], performance, ShippedCatalogue.Catalogue.Scorecards[0]));
        Assert.Empty(group.Touches);
    }

    private Touch? Touch(string kind, Outcome outcome, int rows, string code, string finding = "no-date")
    {
        var findings = Enumerable.Range(2, rows).Select(row => new Finding(finding, outcome, "a.csv", "", row, "", "", "", kind));
        return council.Home.Group(findings, council.Known).Single().Touches.FirstOrDefault(t => t.Found.Entry.Definition.Code == code);
    }
}

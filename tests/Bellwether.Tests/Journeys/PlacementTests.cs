using Bellwether.Calendar;
using Xunit;
using static Bellwether.Tests.Journeys.RecordsFixture;

namespace Bellwether.Tests.Journeys;

public sealed class PlacementTests
{
    private const string Child = "people | C1 | born=2015-06-15";
    private const string Care = "care_periods | C1 | start=2020-01-01";

    [Fact]
    public void Touching_rows_with_the_same_carer_and_type_are_one_placement()
    {
        var journeys = Build(
            Child, Care,
            "placements | C1 | start=2020-01-01; end=2020-02-01; type=U6; carer=A",
            "placements | C1 | start=2020-02-01; end=2020-03-01; type=U6; carer=A; change_reason=PLACE",
            "placements | C1 | start=2020-03-01; end=2020-04-01; type=U4; carer=A",
            "placements | C1 | start=2020-04-02; end=2020-05-01; type=U4; carer=A");
        Assert.Equal("2020-01-01..2020-03-01, 2020-03-01..2020-04-01, 2020-04-02..2020-05-01", Spells(journeys, "placements"));
        Assert.Equal(CodeOf("placement-change-reason", "PLACE"), Field(journeys, "placements", "change_reason")[0]);
    }

    [Fact]
    public void Rows_whose_carer_nobody_knows_are_never_taken_together()
    {
        var journeys = Build(
            Child, Care, "placements | C1 | start=2020-01-01; end=2020-02-01; type=U6", "placements | C1 | start=2020-02-01; type=U6");
        Assert.Equal(2, journeys.Rows("placements").Count);
    }

    [Theory]
    [InlineData("end=2020-05-01; type=U6; carer=B", 0)]              // not a night
    [InlineData("end=2020-05-02; type=U6; carer=B", 1)]              // one night
    [InlineData("end=-; type=K2; carer=B", 1)]
    [InlineData("end=2020-06-01; type=T1; carer=B", 0)]
    [InlineData("end=2020-06-01; type=A5; carer=A", 0)]              // adopted by the carer
    [InlineData("end=2020-06-01; type=A3; carer=?", 0)]              // the code says it is the same
    [InlineData("end=2020-06-01; type=A5; carer=B", 1)]              // the code says so, the carers do not
    [InlineData("end=2020-06-01; type=A6; carer=B", 1)]
    [InlineData("end=2020-06-01; type=?; carer=B", Days.Unknown)]
    [InlineData("end=?; type=U6; carer=B", Days.Unknown)]
    public void A_move_lasts_24_hours_and_is_not_temporary_nor_adoption_by_the_same_carer(string placement, int expected)
    {
        var journeys = Build(
            Child, Care, "placements | C1 | start=2020-01-01; end=2020-05-01; type=U6; carer=A", $"placements | C1 | start=2020-05-01; {placement}");
        Assert.Equal(expected, Field(journeys, "placements", "counts_as_move")[1]);
    }

    [Theory]
    [InlineData("A6", "2020-01-01")]
    [InlineData("A3", "2020-01-01")]
    [InlineData("U4", "2020-05-01")]
    public void An_adoptive_placement_is_settled_since_the_one_just_before_it(string type, string since)
    {
        var journeys = Build(
            Child, Care,
            "placements | C1 | start=2020-01-01; end=2020-05-01; type=U6; carer=A",
            $"placements | C1 | start=2020-05-01; type={type}; carer=B");
        Assert.Equal(since, Written(Field(journeys, "placements", "settled_since")[1]));
    }

    [Theory]
    [InlineData("A6", "B", "A6", "C", "2021-01-01")]        // placed with others after the first broke down: those and the ones just before
    [InlineData("A4", "B", "A6", "B", "2020-01-01")]        // the same adopters after the placement order
    [InlineData("A4", "?", "A6", "?", "2021-01-01")]        // nobody knows whether they are the same
    [InlineData("A6", "B", "U4", "B", "2021-06-01")]
    public void Of_adoptive_placements_one_after_the_other_the_one_just_before_counts_unless_the_adopters_are_the_same(string first, string with, string then, string next, string since)
    {
        var journeys = Build(
            Child, Care,
            "placements | C1 | start=2020-01-01; end=2021-01-01; type=U6; carer=A",
            $"placements | C1 | start=2021-01-01; end=2021-06-01; type={first}; carer={with}",
            $"placements | C1 | start=2021-06-01; type={then}; carer={next}");
        Assert.Equal(since, Written(Field(journeys, "placements", "settled_since")[2]));
    }

    [Fact]
    public void Two_placements_at_once_both_count_with_a_finding()
    {
        var journeys = Build(
            Child, Care, "placements | C1 | start=2020-01-01; type=U6; carer=A", "placements | C1 | start=2020-02-01; type=K2; carer=B");
        Assert.Equal(2, journeys.Rows("placements").Count);
        Assert.Equal(("overlapping-placements", 4), (Assert.Single(journeys.Findings).Code, journeys.Findings[0].Row));
    }
}

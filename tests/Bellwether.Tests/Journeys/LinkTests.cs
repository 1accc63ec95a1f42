using Bellwether.Calendar;
using Xunit;
using static Bellwether.Tests.Journeys.RecordsFixture;

namespace Bellwether.Tests.Journeys;

public sealed class LinkTests
{
    private const string Child = "people | C1 | born=2010-06-15";

    private static readonly string[] TwoPlans =
    [
        Child,
        "cp_plans | C1 | key=P1; start=2024-01-01; end=2024-03-01",
        "cp_plans | C1 | key=P2; start=2024-03-01; end=2024-06-01",
    ];

    [Theory]
    [InlineData("date=2024-01-01", 0)]
    [InlineData("date=2024-02-29", 0)]
    [InlineData("date=2024-03-01", 1)]            // one ends as the other starts: the one that starts
    [InlineData("date=2024-06-01", 1)]            // the conference that ended it
    [InlineData("date=2024-06-02", Days.None)]
    [InlineData("date=2023-12-31", Days.None)]
    [InlineData("date=-; due=2024-04-01", 1)]     // planned: by its due date
    [InlineData("date=2024-04-01; cp_plan=P1", 0)] // the source's word goes before the date
    [InlineData("date=2024-04-01; cp_plan=C1@2024-01-01", 0)] // a local file's word: child and start
    public void A_review_belongs_to_the_plan_named_or_open_on_its_day(string review, int plan)
    {
        var journeys = Build([.. TwoPlans, $"cp_reviews | C1 | {review}"]);
        Assert.Equal([plan], Field(journeys, "cp_reviews", "cp_plan"));
        Assert.Equal(plan < 0 ? 1 : 0, journeys.Findings.Count(f => f.Code == "no-parent"));
    }

    [Fact]
    public void Rows_without_a_parent_are_one_finding_a_kind_with_their_number()
    {
        var journeys = Build([.. TwoPlans, "cp_reviews | C1 | date=2025-01-01", "cp_reviews | C1 | date=2025-02-01", "cp_visits | C1 | date=2025-01-01"]);
        Assert.Equal(["cp_reviews", "cp_visits"], journeys.Findings.Select(f => f.Kind));
        Assert.StartsWith("2 rows", journeys.Findings[0].Found, StringComparison.Ordinal);
        Assert.Equal(4, journeys.Findings[0].Row);
    }

    [Fact]
    public void A_parent_that_is_missing_or_another_child_s_is_a_finding_and_the_date_decides()
    {
        var journeys = Build(
            [.. TwoPlans, "cp_plans | C2 | key=X; start=2024-01-01", "people | C2 | born=2012-01-01",
                "cp_reviews | C1 | date=2024-02-01; cp_plan=X", "cp_reviews | C1 | date=2024-04-01; cp_plan=GONE"]);
        Assert.Equal([0, 1], Field(journeys, "cp_reviews", "cp_plan"));
        var finding = Assert.Single(journeys.Findings);
        Assert.Equal("parent-not-found", finding.Code);
        Assert.StartsWith("2 rows", finding.Found, StringComparison.Ordinal);
    }

    /// <summary>A placement begun after 18 is none, and so nobody's meeting: not that of the placement before it.</summary>
    [Theory]
    [InlineData("P2")]
    [InlineData("C1@2024-03-20")]
    [InlineData("C1@2024-03-01")]                 // begun on the birthday, on which the one before it ended
    public void A_meeting_that_names_a_placement_begun_after_18_is_about_no_other(string placement)
    {
        string[] meeting = [$"placement_meetings | C1 | date=2024-02-20; placement={placement}"];
        string[] child =
        [
            "people | C1 | born=2006-03-01", "care_periods | C1 | key=A; start=2022-01-01; end=2024-09-01",
            "placements | C1 | key=P1; care_period=A; start=2022-01-01; end=2024-03-01",
            $"placements | C1 | key=P2; care_period=A; start={(placement == "P2" ? "2024-03-20" : placement[3..])}; end=2024-09-01",
        ];
        Assert.Equal([Days.None], Field(Build([.. child, .. meeting]), "placement_meetings", "placement"));
        Assert.DoesNotContain(Build([.. child, .. meeting]).Findings, f => f.Code is "parent-not-found" or "no-parent");
        Assert.Equal([0], Field(Build([.. child[..3], .. meeting]), "placement_meetings", "placement"));       // one that is nowhere: a slip of the pen
    }

    [Fact]
    public void Where_nothing_of_the_parent_s_kind_was_read_the_link_is_unknown_without_a_finding()
    {
        var journeys = Build(Child, "cp_reviews | C1 | date=2024-02-01");
        Assert.Equal([Days.Unknown], Field(journeys, "cp_reviews", "cp_plan"));
        Assert.Empty(journeys.Findings);
    }

    [Fact]
    public void An_interview_is_about_the_last_missing_episode_that_had_ended()
    {
        var journeys = Build(
            Child,
            "missing_episodes | C1 | start=2024-01-01; end=2024-01-02",
            "missing_episodes | C1 | start=2024-01-05; end=2024-01-08",
            "return_interviews | C1 | date=2024-01-04",
            "return_interviews | C1 | date=2024-01-06",
            "return_interviews | C1 | date=2024-01-08");
        Assert.Equal([0, 0, 1], Field(journeys, "return_interviews", "missing_episode"));
    }

    [Fact]
    public void A_meeting_is_about_the_placement_running_or_the_one_to_come()
    {
        var journeys = Build(
            Child,
            "placements | C1 | start=2024-01-10; end=2024-03-01; type=U6; carer=A",
            "placements | C1 | start=2024-03-01; type=K2; carer=B",
            "placement_meetings | C1 | date=2024-01-08",
            "placement_meetings | C1 | date=2024-01-15",
            "placement_meetings | C1 | date=2024-02-27");
        Assert.Equal([0, 0, 1], Field(journeys, "placement_meetings", "placement"));
    }

    [Fact]
    public void A_conference_follows_the_last_enquiry_of_its_case_and_a_plan_the_conference_that_made_it()
    {
        var journeys = Build(
            Child,
            "cin_episodes | C1 | start=2023-01-01; end=2023-12-01",
            "cin_episodes | C1 | start=2024-01-01",
            "s47s | C1 | start=2023-02-01; end=2023-02-10",
            "s47s | C1 | start=2024-02-01; end=2024-02-08",
            "icpcs | C1 | date=2023-03-01; plan_made=no",
            "icpcs | C1 | date=2024-01-15; plan_made=no",
            "icpcs | C1 | date=2024-02-20; plan_made=yes",
            "icpcs | C1 | date=2024-02-25; transfer_in=yes",
            "cp_plans | C1 | start=2023-03-02; end=2023-04-01",
            "cp_plans | C1 | start=2024-02-20");
        Assert.Equal([0, Days.None, 1, Days.None], Field(journeys, "icpcs", "s47"));
        Assert.Equal([Days.None, 2], Field(journeys, "cp_plans", "icpc"));
        Assert.Empty(journeys.Findings);
    }
}

using Bellwether.Extracts;
using Xunit;
using static Bellwether.Tests.Journeys.RecordsFixture;

namespace Bellwether.Tests.Journeys;

/// <summary>Derived kinds that caseloads and education plans are counted from.</summary>
public sealed class CaseloadTests
{
    private const string Post = "worker_posts | W1 | start=2024-01-01; end=-; fte=1; registered=yes; role=SW";

    [Fact]
    public void A_post_holds_cases_from_the_first_allocation_to_the_last_and_stays_whole_itself()
    {
        var journeys = Build(
            Post, "cin_episodes | C1 | start=2024-01-01; end=-", "cin_episodes | C2 | start=2024-01-01; end=-",
            "allocations | C1 | start=2024-02-01; end=2024-03-01; worker=W1; role=CW", "allocations | C2 | start=2024-02-15; end=2024-03-10; worker=W1; role=CW",
            "allocations | C1 | start=2024-04-01; end=-; worker=W1; role=CW");
        Assert.Equal("2024-02-01..2024-03-10, 2024-04-01..-", Spells(journeys, "caseholders"));
        Assert.Equal([1000, 1000], Field(journeys, "caseholders", "fte"));
        Assert.Equal("2024-01-01..-", Spells(journeys, "worker_posts"));
    }

    [Fact]
    public void A_post_that_ends_before_the_allocation_holds_no_longer() => Assert.Equal("2024-02-01..2024-02-20", Spells(Build(
        "worker_posts | W1 | start=2024-01-01; end=2024-02-20; fte=1; registered=yes", "cin_episodes | C1 | start=2024-01-01; end=-",
        "allocations | C1 | start=2024-02-01; end=2024-03-01; worker=W1; role=CW"), "caseholders"));

    [Fact]
    public void A_held_case_is_cut_where_the_kind_of_case_or_its_weight_changes()
    {
        var journeys = Build(
            Post, "cin_episodes | C1 | start=2024-01-01; end=-", "cp_plans | C1 | start=2024-03-01; end=2024-05-01",
            "case_weights | | date=2024-01-01; case_type=CP; weight=2", "case_weights | | date=2024-04-01; case_type=CP; weight=2.5",
            "allocations | C1 | start=2024-02-01; end=-; worker=W1; role=CW");
        Assert.Equal("2024-02-01..2024-03-01, 2024-03-01..2024-04-01, 2024-04-01..2024-05-01, 2024-05-01..-", Spells(journeys, "held_cases"));
        Assert.Equal([1000, 2000, 2500, 1000], Field(journeys, "held_cases", "weight"));
        Assert.Equal(["case", "CP", "CP", "case"], Field(journeys, "held_cases", "case_type").Select(t => journeys.Texts[t]));
    }

    [Fact]
    public void A_reviewing_officer_holds_no_case() => Assert.Equal("", Spells(Build(
        Post, "cin_episodes | C1 | start=2024-01-01; end=-", "allocations | C1 | start=2024-02-01; end=-; worker=W1; role=IRO"), "held_cases"));

    [Fact]
    public void Each_term_that_a_child_is_in_care_on_some_day_of_is_a_record_of_the_child()
    {
        var journeys = Build(
            "people | C1 | born=2014-01-01", "care_periods | C1 | key=k; start=2024-02-01; end=2024-09-03",
            "term_dates | | start=2023-09-04; end=2023-12-21", "term_dates | | start=2024-01-08; end=2024-03-28", "term_dates | | start=2024-04-15; end=2024-07-23",
            "term_dates | | start=2024-09-03; end=2024-12-20", "term_dates | | start=2025-01-06; end=?");
        Assert.Equal("2024-01-08..2024-03-28, 2024-04-15..2024-07-23", Spells(journeys, "school_terms"));
        Assert.Equal([0, 0], Field(journeys, "school_terms", "care_period"));
    }

    [Fact]
    public void A_derived_kind_is_known_as_far_as_what_it_is_made_from()
    {
        var day = new DateOnly(2024, 6, 30);
        var records = Records("cin_episodes | C1 | start=2024-01-01; end=-");
        records.Statements.Add(new Statement("allocations", "test", Completeness.Full, new(2020, 1, 1), day, [], ""));
        var journeys = Bellwether.Journeys.Journeys.Build(records, RecordsFixture.Codes, Bellwether.Journeys.Authority.Unnamed, day);
        Assert.Equal((Completeness.Absent, "no extract loaded holds worker posts"), journeys.Coverage.Over("caseholders", day, day));
        records.Statements.Add(new Statement("worker_posts", "test", Completeness.Full, new(2020, 1, 1), day, [], ""));
        journeys = Bellwether.Journeys.Journeys.Build(records, RecordsFixture.Codes, Bellwether.Journeys.Authority.Unnamed, day);
        Assert.Equal(Completeness.Full, journeys.Coverage.Over("caseholders", day, day).Holds);
    }
}

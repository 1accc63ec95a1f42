using Bellwether.Calendar;
using Xunit;
using static Bellwether.Tests.Journeys.RecordsFixture;

namespace Bellwether.Tests.Journeys;

public sealed class AllocationTests
{
    private const string Case = "cin_episodes | C1 | start=2024-01-01";
    private const string Child = "people | C1 | born=2010-06-15";
    private const string Registered = "worker_posts | W1 | start=2020-01-01; role=Social Worker; registered=yes";

    [Fact]
    public void The_latest_start_holds_the_case_and_gives_it_back_at_its_end()
    {
        var journeys = Build(
            Child, Case,
            "allocations | C1 | key=1; start=2024-01-01; worker=W1; team=T1; role=CW",
            "allocations | C1 | key=2; start=2024-03-01; end=2024-04-01; worker=W2; team=T2; role=CW");
        Assert.Equal("2024-01-01..2024-03-01, 2024-03-01..2024-04-01, 2024-04-01..-", Spells(journeys, "allocations"));
        Assert.Equal([0, 1, 0], Field(journeys, "allocations", "worker"));
        Assert.Equal(["1", "2", "1#2"], Enumerable.Range(0, 3).Select(journeys.Rows("allocations").Key));
        var finding = Assert.Single(journeys.Findings);
        Assert.Equal(("overlapping-allocations", 4), (finding.Code, finding.Row));
        Assert.Equal("T1", MemberAt(journeys, "team", "2024-02-29"));
        Assert.Equal("T2", MemberAt(journeys, "team", "2024-03-01"));
        Assert.Equal("T1", MemberAt(journeys, "team", "2024-04-01"));
    }

    [Fact]
    public void Of_two_that_start_together_the_lower_id_holds_the_case()
    {
        var journeys = Build(
            Child, Case,
            "allocations | C1 | key=10; start=2024-01-01; worker=W1; role=CW",
            "allocations | C1 | key=9; start=2024-01-01; worker=W2; role=CW");
        Assert.Equal("W2", MemberAt(journeys, "worker", "2024-05-01"));
        Assert.Equal("overlapping-allocations", Assert.Single(journeys.Findings).Code);
    }

    [Fact]
    public void A_handover_on_one_day_is_no_overlap_and_other_roles_never_are()
    {
        var journeys = Build(
            Child, Case,
            "allocations | C1 | start=2024-01-01; end=2024-03-01; worker=W1; role=CW",
            "allocations | C1 | start=2024-03-01; worker=W2; role=CW",
            "allocations | C1 | start=2024-02-01; worker=W3; role=IRO");
        Assert.Equal(3, journeys.Rows("allocations").Count);
        Assert.Empty(journeys.Findings);
        Assert.Equal("W2", MemberAt(journeys, "worker", "2024-03-01"));
    }

    [Fact]
    public void Touching_allocations_to_one_worker_in_one_team_are_one()
    {
        var journeys = Build(
            Child, Case,
            "allocations | C1 | start=2024-01-01; end=2024-03-01; worker=W1; team=T1; role=CW",
            "allocations | C1 | start=2024-03-01; end=2024-05-01; worker=W1; team=T1; role=CW",
            "allocations | C1 | start=2024-05-01; worker=W1; team=T2; role=CW");
        Assert.Equal("2024-01-01..2024-05-01, 2024-05-01..-", Spells(journeys, "allocations"));
    }

    [Theory]
    [InlineData("worker_posts | W1 | start=2020-01-01; role=Social Worker; registered=yes", 1)]
    [InlineData("worker_posts | W1 | start=2020-01-01; role=Social Worker; registered=no", 0)]
    [InlineData("worker_posts | W1 | start=2020-01-01; role=team manager; registered=yes", 0)]
    [InlineData("worker_posts | W1 | start=2020-01-01; role=Social Worker; registered=?", Days.Unknown)]
    [InlineData("worker_posts | W1 | start=2020-01-01; role=Duty Tray; registered=?", 0)]
    [InlineData("worker_posts | W1 | start=2020-01-01; role=TM; registered=yes", 0)]
    [InlineData("worker_posts | W1 | start=?; role=Social Worker; registered=yes", 1)]
    [InlineData("worker_posts | W1 | start=2020-01-01; end=2023-01-01; role=Social Worker; registered=yes", Days.Unknown)]
    [InlineData("worker_posts | W9 | start=2020-01-01; role=Social Worker; registered=yes", Days.Unknown)]
    public void Qualified_is_registered_and_in_a_post_that_may_hold_cases(string post, int expected)
    {
        var journeys = Build(Child, Case, post, "allocations | C1 | start=2024-01-01; worker=W1; role=CW");
        Assert.Equal([expected], Field(journeys, "allocations", "qualified"));
    }

    [Fact]
    public void A_registered_worker_without_a_job_title_may_hold_cases_with_a_finding()
    {
        var journeys = Build(Child, Case, "worker_posts | W1 | start=?; role=?; registered=yes", "allocations | C1 | start=2024-01-01; worker=W1; role=CW");
        Assert.Equal([1], Field(journeys, "allocations", "qualified"));
        Assert.Equal([1], Field(journeys, "worker_posts", "qualified"));
        Assert.Equal("post-title-unknown", Assert.Single(journeys.Findings).Code);
    }

    [Theory]
    [InlineData("TM", "Team Manager")]
    [InlineData("Team Manager", "TM")]
    public void A_manager_by_one_source_is_no_case_holder_by_the_other_and_was_one_before_the_promotion(string one, string other)
    {
        var journeys = Build(
            Child, Case,
            "worker_posts | W1 | start=2020-01-01; end=2024-02-01; role=SW; registered=yes",
            $"worker_posts | W1 | start=2024-02-01; role={one}; registered=yes",
            $"worker_posts | W1 | start=2024-02-01; role={other}; registered=yes",
            "allocations | C1 | start=2024-01-01; worker=W1; role=CW");
        Assert.Equal([1, 0, 0], Field(journeys, "worker_posts", "qualified"));
        Assert.Equal([1, 0], Field(journeys, "allocations", "qualified"));
    }

    [Fact]
    public void An_unknown_worker_is_unknown_and_not_unallocated()
    {
        var journeys = Build(Child, Case, Registered, "allocations | C1 | start=2024-01-01; worker=?; team=T1; role=CW");
        Assert.Equal([Days.Unknown], Field(journeys, "allocations", "qualified"));
        Assert.Equal("unknown", MemberAt(journeys, "worker", "2024-02-01"));
        Assert.Equal("T1", MemberAt(journeys, "team", "2024-02-01"));
    }

    [Fact]
    public void An_allocation_is_cut_on_the_day_the_worker_becomes_a_manager()
    {
        var journeys = Build(
            Child, Case,
            "worker_posts | W1 | start=2020-01-01; end=2024-06-01; role=Social Worker; registered=yes",
            "worker_posts | W1 | start=2024-06-01; role=Team Manager; registered=yes",
            "allocations | C1 | key=A; start=2024-01-01; worker=W1; role=CW");
        Assert.Equal("2024-01-01..2024-06-01, 2024-06-01..-", Spells(journeys, "allocations"));
        Assert.Equal([1, 0], Field(journeys, "allocations", "qualified"));
        Assert.Equal("A#2", journeys.Rows("allocations").Key(1));
    }

    [Fact]
    public void Settled_allocations_never_overlap_and_cover_every_day_that_was_covered()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var spells = Enumerable.Range(0, random.Next(1, 8))
                .Select(_ => (From: random.Next(60), Length: random.Next(0, 25), Worker: random.Next(4))).ToList();
            var first = new DateOnly(2024, 1, 1);
            var journeys = Build(
            [
                Case, Registered,
                .. spells.Select((s, i) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
                    $"allocations | C1 | key={i}; start={first.AddDays(s.From):yyyy-MM-dd}; end={first.AddDays(s.From + s.Length):yyyy-MM-dd}; worker=W{s.Worker}; role=CW")),
            ]);
            var rows = journeys.Rows("allocations");
            var worker = Field(journeys, "allocations", "worker");
            for (var day = 0; day < 90; day++)
            {
                var at = first.DayNumber + day;
                var open = Enumerable.Range(0, rows.Count).Where(r => rows.First[r] <= at && at < rows.End[r]).ToList();
                var given = spells.Select((s, i) => (s, i)).Where(x => x.s.From <= day && day < x.s.From + x.s.Length)
                    .OrderByDescending(x => x.s.From).ThenBy(x => x.i).ToList();
                Assert.Equal(given.Count > 0 ? 1 : 0, open.Count);
                if (given.Count > 0) Assert.Equal($"W{given[0].s.Worker}", journeys.WorkerIds[worker[open[0]]]);
            }
        }
    }
}

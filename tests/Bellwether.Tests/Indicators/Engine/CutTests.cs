using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Journeys;
using Bellwether.Tests.Journeys;
using Xunit;
using static Bellwether.Tests.Indicators.Engine.EngineFixture;

namespace Bellwether.Tests.Indicators.Engine;

/// <summary>Divisors of different values, crossed breakdowns, cohorts and movements through the front door.</summary>
public sealed class CutTests
{
    private static readonly DateOnly At = new(2024, 6, 30);

    private static readonly string[] Cases =
    [
        "people | C1 | born=2015-01-01; sex=F; district=D1", "people | C2 | born=2015-01-01; sex=M; district=D1", "people | C3 | born=2022-01-01; sex=F; district=D2",
        "cin_episodes | C1 | start=2024-01-02", "cin_episodes | C2 | start=2024-01-02", "cin_episodes | C3 | start=2024-01-02",
        "allocations | C1 | start=2024-01-02; worker=W1; team=T1; role=CW", "allocations | C2 | start=2024-01-02; worker=W1; team=T1; role=CW",
        "allocations | C3 | start=2024-01-02; worker=W2; team=T2; role=CW",
    ];

    [Fact]
    public void A_worker_of_many_children_divides_once_in_the_total_and_once_under_each_member()
    {
        var (figures, found) = Make("cases: open allocations | over: count(distinct worker of open allocations) | show: ratio", Cases);
        Assert.Equal((3m, 2m, 1.5m), Said(figures.At(found, Window.Snapshot, At)));
        var bySex = figures.By(found, Window.Snapshot, At, "sex").ToDictionary(f => f.Member);
        Assert.Equal((2m, 2m, 1m), Said(bySex["F"]));
        Assert.Equal((1m, 1m, 1m), Said(bySex["M"]));
    }

    [Fact]
    public void A_divisor_of_fewer_records_than_the_cases_is_counted_of_those()
    {
        var (figures, found) = Make("cases: open allocations | over: count(distinct worker of open allocations where role = \"CW\") | show: ratio",
            [.. Cases, "allocations | C3 | start=2024-01-02; worker=W3; team=T2; role=TM"]);
        Assert.Equal((4m, 2m, 2m), Said(figures.At(found, Window.Snapshot, At)));
    }

    [Fact]
    public void What_a_worker_held_for_one_child_counts_beside_what_came_later_for_another()
    {
        var (figures, found) = Make("cases: open worker_posts | met: exists(open allocations)",
            "people | C1 | born=2015-01-01", "people | C2 | born=2015-01-01", "cin_episodes | C1 | start=2024-01-02", "cin_episodes | C2 | start=2024-01-02",
            "worker_posts | W1 | start=2020-01-01; fte=1; team=T1", "allocations | C1 | start=2024-05-01; worker=W1; team=T1; role=CW",
            "allocations | C2 | start=2024-02-01; end=2024-03-01; worker=W1; team=T1; role=CW");
        Assert.Equal([0m, 1m, 0m, 1m], figures.Series(found, Window.Snapshot, [new(2024, 1, 15), new(2024, 2, 15), new(2024, 4, 15), At]).Select(f => f.Numerator!.Value));
    }

    [Fact]
    public void A_dated_case_falls_to_the_member_of_its_own_day()
    {
        // Four on the day of the referral, five a month later.
        var (figures, found) = Make("cases: referrals", "people | C1 | born=2019-04-01", "referrals | C1 | date=2024-03-10");
        Assert.Equal(["1-4"], figures.By(found, Window.Rolling12, At, "age-band").Where(f => f.Tally.Met > 0).Select(f => f.Member));
        var sheet = figures.Sheet(found, Window.Rolling12, [At, new(2024, 3, 31)], ["age-band", "sex"]);
        Assert.Equal(["1-4", "1-4"], sheet[1].SelectMany(m => m).Where(f => f.Tally.Met > 0).Select(f => f.Member));
    }

    [Fact]
    public void A_worker_is_counted_on_the_days_on_which_cases_are_held_and_on_no_other()
    {
        var (figures, found) = Make("cases: open cin_episodes | over: count(distinct worker of open allocations) | show: ratio",
            "people | C1 | born=2015-01-01", "cin_episodes | C1 | start=2024-01-01", "allocations | C1 | start=2024-01-20; end=2024-03-20; worker=W1; team=T1; role=CW");
        var days = Enumerable.Range(0, 100).Select(d => new DateOnly(2024, 1, 1).AddDays(d)).ToList();
        Assert.Equal(days.Select(d => d >= new DateOnly(2024, 1, 20) && d < new DateOnly(2024, 3, 20) ? 1m : (decimal?)0m), figures.Series(found, Window.Snapshot, days).Select(f => f.Denominator));
    }

    [Fact]
    public void A_sheet_holds_the_same_figures_as_one_asked_by_itself()
    {
        var (figures, found) = Make("cases: open allocations | over: count(distinct worker of open allocations) | show: ratio", Cases);
        DateOnly[] days = [At, new(2024, 1, 31), new(2023, 12, 31)];
        var sheet = figures.Sheet(found, Window.Snapshot, days, ["sex", "district"]);
        for (var d = 0; d < days.Length; d++)
        {
            Assert.Equal(figures.At(found, Window.Snapshot, days[d]), sheet[0][0][d]);
            foreach (var one in figures.By(found, Window.Snapshot, days[d], "district")) Assert.Contains(sheet[2], m => m[d] == one);
        }
    }

    [Fact]
    public void Two_breakdowns_are_crossed_and_a_cohort_holds_its_own_alone()
    {
        var (figures, found) = Make("cases: open cin_episodes", Cases);
        Assert.Equal([("D1", "M", 1m), ("D1", "F", 1m), ("D2", "F", 1m)],
            figures.By(found, Window.Snapshot, At, new Breakdown("district", "sex")).Select(f => (f.Member, f.And, f.Value!.Value)));
        Assert.Equal(2m, figures.By(found, Window.Snapshot, At, new Breakdown("", "", new Cohort("sex", "F"))).Single().Value);
        Assert.Equal([("D1", 1m), ("D2", 1m)], figures.By(found, Window.Snapshot, At, new Breakdown("district", "", new Cohort("sex", "F"))).Select(f => (f.Member, f.Value!.Value)));
    }

    [Fact]
    public void Between_two_days_cases_enter_leave_and_change_their_verdict()
    {
        var (figures, found) = Make("cases: open cp_plans | met: exists(cp_visits in last 10 days)",
            "people | C1 | born=2015-01-01", "people | C2 | born=2015-01-01", "people | C3 | born=2015-01-01",
            "cp_plans | C1 | start=2024-01-02; end=2024-06-10", "cp_plans | C2 | start=2024-01-02", "cp_plans | C3 | start=2024-06-20", "cp_visits | C2 | date=2024-06-28");
        var moved = figures.Moved(found, Window.Snapshot, new(2024, 5, 31), At);
        Assert.Equal((2, 2, 1, 1), (moved.Before, moved.Now, moved.Entered.Count, moved.Left.Count));
        Assert.Equal([(Verdict.NotMet, Verdict.Met, 1)], moved.Turns);
    }

    private static (decimal?, decimal?, decimal?) Said(Figure figure) => (figure.Numerator, figure.Denominator, figure.Value);

    private static (Figures Figures, Found Found) Make(string yaml, params string[] lines)
    {
        var records = RecordsFixture.Records(lines);
        foreach (var kind in RecordsFixture.Kinds.All) records.Statements.Add(new(kind.Name, "test", Completeness.Full, new(2000, 1, 1), At, [], ""));
        var journeys = Bellwether.Journeys.Journeys.Build(records, RecordsFixture.Codes, Authority.Unnamed, At);
        var catalogue = Load(yaml);
        return (new Figures(journeys, catalogue), catalogue.Find("t")!);
    }
}

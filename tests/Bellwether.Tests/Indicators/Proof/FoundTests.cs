using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Engine;
using Bellwether.Indicators.Plain;
using Xunit;
using static Bellwether.Tests.Indicators.Engine.EngineFixture;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>What the comparison found, one small journey each, as both evaluators answer it now.</summary>
public sealed class FoundTests
{
    private const string Plan = "cp_plans | C1 | key=p; start=2024-01-02";

    [Fact]
    public void A_condition_on_a_date_that_has_not_come_is_no_even_beside_an_unknown_date() => Says(
        Verdict.NotMet, "cases: open cp_plans | met: exists(cp_visits since case.end)", "2024-06-30", Plan, "cp_visits | C1 | date=?; seen=yes");

    [Fact]
    public void A_spell_that_began_nobody_knows_when_and_ended_before_the_window_is_not_in_it() => Says(
        Verdict.NotMet, "cases: open cp_plans | met: exists(missing_episodes open in window)", "2024-06-30", Plan, "missing_episodes | C1 | start=?; end=2024-05-30");

    [Fact]
    public void The_same_spell_is_unknown_while_the_window_may_hold_it() => Says(
        Verdict.Unknown, "cases: open cp_plans | met: exists(missing_episodes open in window)", "2024-06-30", Plan, "missing_episodes | C1 | start=?; end=2024-07-30");

    [Fact]
    public void A_record_counted_by_another_date_need_not_have_said_its_own() => Says(
        Verdict.Met, "cases: open cp_plans | met: exists(missing_episodes by end in last 1 month)", "2024-06-30", Plan, "missing_episodes | C1 | start=?; end=2024-06-15");

    [Fact]
    public void A_spell_of_no_length_lies_in_no_window() => SaysIn(
        Window.Month, Verdict.NotMet, "cases: open cp_plans | met: exists(missing_episodes open in window)", "2024-06-30", Plan, "missing_episodes | C1 | start=2024-06-15; end=2024-06-15");

    [Fact]
    public void A_case_of_no_length_is_in_no_window() => SaysIn(
        Window.Month, Verdict.None, "cases: cp_plans open in window", "2024-06-30", "cp_plans | C1 | start=2024-06-15; end=2024-06-15");

    [Fact]
    public void A_worker_between_posts_is_none_so_the_child_has_nobody_qualified() => Says(
        Verdict.Met, "cases: open cp_plans | met: not exists(open allocations where worker.qualified)", "2024-06-30", Plan,
        "allocations | C1 | start=2024-01-02; worker=W1; role=CW", "worker_posts | W1 | start=2020-01-01; end=2024-05-01; qualified=yes");

    [Fact]
    public void A_worker_of_whom_no_post_is_known_can_t_be_told() => Says(
        Verdict.Unknown, "cases: open cp_plans | met: not exists(open allocations where worker.qualified)", "2024-06-30", Plan,
        "allocations | C1 | start=2024-01-02; worker=W1; role=CW");

    [Fact]
    public void A_post_of_which_nobody_knows_whether_it_ended_can_t_be_told() => Says(
        Verdict.Unknown, "cases: open cp_plans | met: not exists(open allocations where worker.qualified)", "2024-06-30", Plan,
        "allocations | C1 | start=2024-01-02; worker=W1; role=CW", "worker_posts | W1 | start=2020-01-01; end=?; qualified=yes; registered=yes");

    [Fact]
    public void Last_by_a_date_takes_the_latest_by_that_date() => Says(
        Verdict.Met, "cases: open cp_plans | met: last(missing_episodes by end).start = 2024-02-01", "2024-06-30", Plan,
        "missing_episodes | C1 | start=2024-02-01; end=2024-05-01", "missing_episodes | C1 | start=2024-03-01; end=2024-03-05");

    [Fact]
    public void A_case_whose_value_is_not_known_is_unknown() => Says(
        Verdict.Unknown, "cases: open cp_plans | value: prior_plans | met: start is known", "2024-06-30", "cp_plans | C1 | start=2024-01-02; prior_plans=?");

    [Theory]
    [InlineData("last(its cp_visits).seen = no", "", Verdict.NotMet)]
    [InlineData("last(its cp_visits).seen != yes", "", Verdict.NotMet)]
    [InlineData("last(its cp_visits).seen = no", "seen=yes", Verdict.NotMet)]
    [InlineData("last(its cp_visits).seen = no", "seen=no", Verdict.Met)]
    [InlineData("last(its cp_visits).seen = no", "seen=?", Verdict.Unknown)]
    [InlineData("not last(its cp_visits).seen", "", Verdict.Met)]
    [InlineData("exists(its cp_visits) = no", "", Verdict.Met)]
    public void What_is_compared_with_none_is_no_whichever_way_it_is_asked(string met, string visit, Verdict verdict) => Says(
        verdict, $"cases: open cp_plans | met: {met}", "2024-06-30", [Plan, .. visit.Length == 0 ? (string[])[] : [$"cp_visits | C1 | date=2024-06-01; cp_plan=p; {visit}"]]);

    [Theory]
    [InlineData("", Verdict.NotMet)]
    [InlineData("type=U4", Verdict.NotMet)]
    [InlineData("type=K2", Verdict.Met)]
    [InlineData("type=?", Verdict.Unknown)]
    public void No_placement_is_none_of_another_type(string placement, Verdict verdict) => Says(
        verdict, "cases: open care_periods | met: last(open its placements).type != \"foster\"", "2024-06-30",
        ["care_periods | C1 | key=c; start=2024-01-02", .. placement.Length == 0 ? (string[])[] : [$"placements | C1 | start=2024-01-02; care_period=c; {placement}"]]);

    [Fact]
    public void A_number_is_found_in_a_list() => Says(
        Verdict.Met, "cases: open cp_plans | met: prior_plans in [1, 2]", "2024-06-30", "cp_plans | C1 | start=2024-01-02; prior_plans=2");

    [Fact]
    public void A_limit_inside_a_comparison_keeps_the_case_running_too() => Says(
        Verdict.Running, "cases: open cp_plans | met: count(cp_visits within 6 months after case.start) >= 1", "2024-06-30", Plan);

    [Fact]
    public void A_record_that_has_not_happened_is_no_case_on_a_later_date_of_its_own() => Says(
        Verdict.None, "cases: missing_episodes by end", "2024-06-30", "missing_episodes | C1 | start=-; end=2024-06-15");

    [Fact]
    public void What_held_in_its_own_window_on_each_day_counts_for_a_length_of_time() => Says(
        Verdict.NotMet, "cases: open cp_plans | met: (not exists(cp_visits in window)) for at least 2 weeks", "2024-06-05", Plan, "cp_visits | C1 | date=2024-05-31");

    [Fact]
    public void A_worker_s_case_looks_only_at_records_with_that_worker() => Says(
        Verdict.NotMet, "cases: open worker_posts | met: count(allocations) >= 2", "2024-06-30", "cp_plans | C1 | start=2024-01-02",
        "allocations | C1 | start=2024-01-02; end=2024-02-01; worker=W1; role=CW", "allocations | C1 | start=2024-02-01; worker=W2; role=CW", "worker_posts | W1 | start=2020-01-01");

    [Fact]
    public void A_value_is_read_to_the_end_of_its_last_step()
    {
        // Sixteen steps fill the buffer to its end: reading past the last one was an error.
        var lines = Enumerable.Range(1, 15).Select(n => $"cp_visits | C1 | key=v{n}; date=2024-02-{n:00}; seen=yes").Prepend(Plan).ToArray();
        var tally = Evaluator(Records(lines)).Totals(Define("cases: open cp_plans | value: count(cp_visits)"), Window.Snapshot, [new(2024, 6, 30)])[0];
        Assert.Equal((1, 15_000), (tally.Met, tally.Value));
    }

    [Fact]
    public void A_count_of_cases_has_no_day_on_which_it_turned_from_met()
    {
        var journeys = Records("cp_plans | C1 | key=a; start=2024-01-02; end=2024-02-01", "cp_plans | C1 | key=b; start=2024-02-01");
        var row = Assert.Single(Evaluator(journeys).Worklist(Define("cases: open cp_plans | per: child"), new(2024, 6, 30), 30));
        Assert.Null(row.Due);
    }

    [Fact]
    public void A_child_s_verdict_turned_when_the_first_of_its_failing_cases_did()
    {
        var journeys = Records(
            "cp_plans | C1 | key=a; start=2024-01-02; end=2024-03-01", "cp_plans | C1 | key=b; start=2024-03-01", "cp_visits | C1 | date=2024-01-10; seen=yes");
        var row = Assert.Single(Evaluator(journeys).Worklist(Define("cases: open cp_plans | per: child | met: exists(cp_visits in last 1 week)"), new(2024, 6, 30), 30));
        Assert.Equal(new DateOnly(2024, 1, 16), row.Due);
    }

    [Fact]
    public void What_can_t_be_told_today_and_will_be_a_case_is_on_the_worklist()
    {
        var journeys = Records(
            "cin_episodes | C1 | start=2024-02-13", "allocations | C1 | start=2024-06-01; end=2024-06-10; worker=W3; role=CW");
        var row = Assert.Single(Evaluator(journeys).Worklist(
            Define("cases: open cin_episodes | where: (not exists(open allocations where worker.qualified)) for more than 28 days"), new(2024, 6, 20), 30));
        Assert.Equal(new DateOnly(2024, 7, 8), row.Due);
    }

    private static Bellwether.Journeys.Journeys Records(params string[] lines) => Engine.EngineFixture.Journeys(lines);

    private static void Says(Verdict expected, string yaml, string at, params string[] lines) =>
        SaysIn(Define(yaml).Form == CaseForm.Dated ? Window.Rolling12 : Window.Snapshot, expected, yaml, at, lines);

    private static void SaysIn(Window window, Verdict expected, string yaml, string at, params string[] lines)
    {
        var (bound, journeys, day) = (Define(yaml), Records(lines), Day(at));
        var fast = new FastEvaluator(journeys, Timescale).Cases(bound, window, day).Select(c => c.Verdict).FirstOrDefault();
        var plain = new PlainEvaluator(journeys, Timescale).Cases(bound, window, day).Select(c => c.Verdict).FirstOrDefault();
        Assert.Equal((expected, expected), (fast, plain));
    }
}

using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Journeys;
using Xunit;
using static Bellwether.Tests.Indicators.Engine.EngineFixture;
using static Bellwether.Tests.Indicators.Engine.FiguresFixture;

namespace Bellwether.Tests.Indicators.Engine;

public sealed class FiguresTests
{
    [Fact]
    public void A_percentage_is_divided_once_and_not_rounded()
    {
        var figure = Make("cases: open cp_plans | met: exists(cp_visits)", Full("cp_plans", "cp_visits"),
            "cp_plans | C1 | start=2024-01-02", "cp_plans | C2 | start=2024-01-02", "cp_plans | C3 | start=2024-01-02", "cp_visits | C1 | date=2024-02-02").At;
        Assert.Equal((1m, 3m, 100m / 3m), (figure.Numerator!.Value, figure.Denominator!.Value, figure.Value!.Value));
        Assert.Null(figure.None);
    }

    [Fact]
    public void No_cases_is_not_nought_per_cent() => Assert.Equal(
        (NoValue.NoCases, null), Make("cases: open cp_plans | met: exists(cp_visits)", Full("cp_plans", "cp_visits")).At is var f ? (f.None!.Value, f.Value) : default);

    [Fact]
    public void A_kind_that_holds_only_the_latest_records_gives_no_figure_and_says_why()
    {
        var figure = Make("cases: open cp_plans | met: exists(cp_visits at most 10 working days ago)",
            [.. Full("cp_plans"), new Statement("cp_visits", "Annex A", Completeness.LatestOnly, At, At, [], "Annex A list 7 holds only the latest visit of each child")]).At;
        Assert.Equal(NoValue.NotComputable, figure.None);
        Assert.Equal($"Annex A list 7 holds only the latest visit of each child, and speaks for {EnglishDate.Format(At)} alone", figure.Because);
        Assert.Null(figure.Value);
    }

    [Fact]
    public void The_fallback_is_used_where_only_latest_records_are_held_and_says_so()
    {
        var figure = Make("cases: open cp_plans | met: count(cp_reviews in last 12 months) >= 2 | fallback: { met: exists(cp_reviews at most 6 months ago), label: Latest review only }",
            [.. Full("cp_plans"), new Statement("cp_reviews", "Annex A", Completeness.LatestOnly, At, At, [], "Annex A list 7 holds only the latest review of each child")],
            "cp_plans | C1 | key=p; start=2024-01-02", "cp_reviews | C1 | date=2024-03-02; cp_plan=p; held=yes").At;
        Assert.Equal(100m, figure.Value);
        Assert.Contains("Annex A list 7 holds only the latest review of each child", figure.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_that_reaches_before_the_data_is_never_a_part_count()
    {
        var figure = Make("cases: cp_plans by start | show: count | window: rolling-12",
            [new Statement("cp_plans", "Annex A", Completeness.Full, new(2024, 1, 1), At, [], "")], "cp_plans | C1 | start=2024-01-02").At;
        Assert.Equal((NoValue.NotComputable, null), (figure.None!.Value, figure.Value));
        Assert.Contains("1 July 2023", figure.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_the_source_lacks_can_not_be_judged_by_but_a_flag_that_excludes_is_assumed_and_noted()
    {
        Statement[] lacking = [new("cp_plans", "SSD", Completeness.Full, new(2000, 1, 1), At, ["other_authority"], ""), new("cp_visits", "SSD", Completeness.Full, new(2000, 1, 1), At, ["seen"], "")];
        var judged = Make("cases: open cp_plans | met: exists(cp_visits where seen)", lacking, "cp_plans | C1 | start=2024-01-02").At;
        Assert.Equal((NoValue.NotComputable, "SSD has no column for seen of cp visits"), (judged.None!.Value, judged.Because));
        var assumed = Make("cases: open cp_plans | where: not other_authority | show: count", lacking, "cp_plans | C1 | start=2024-01-02").At;
        Assert.Equal(1m, assumed.Value);
        Assert.Equal("SSD has no column for other authority of cp plans; taken as no.", assumed.Note);
    }

    [Fact]
    public void A_keyed_value_stands_in_where_nothing_is_computed()
    {
        var figure = Make("cases: open cp_plans | show: count", [], [new KeyedValue("t", "2024-06", "", 1231m, null, null, "From the June pack.", 0, 2)]).At;
        Assert.Equal((1231m, true, "From the June pack."), (figure.Value!.Value, figure.IsKeyed, figure.Note));
    }

    [Fact]
    public void A_rate_takes_the_mid_year_before_the_financial_year_and_says_when_it_has_to_take_an_older_one()
    {
        var authority = Authority.Unnamed with { Populations = [new("", 2023, 0, 17, 20_000, "ONS")] };
        var figure = Make("cases: open cp_plans | show: rate", Full("cp_plans"), [], authority, "cp_plans | C1 | start=2024-01-02").At;
        Assert.Equal(0.5m, figure.Value);
        Assert.Equal("Population is the mid-2023 estimate, the newest held.", figure.Note);
        Assert.Equal("", Make("cases: open cp_plans | show: rate", Full("cp_plans"), [], authority, "cp_plans | C1 | start=2024-01-02").Figures
            .At(Found("cases: open cp_plans | show: rate"), Window.Snapshot, new DateOnly(2024, 3, 31)).Note);
    }

    [Fact]
    public void A_ratio_divides_cases_by_the_full_time_equivalents_of_the_day()
    {
        var authority = Authority.Unnamed with { Teams = [new("T1", "Team 1", "CSWT", "CSWS", "", "", null, null, "")] };
        var figure = Make("cases: open allocations | where: team.kind = \"CSWT\" | over: sum(fte of open worker_posts where team.kind = \"CSWT\") | show: ratio",
            Full("allocations", "worker_posts"), [], authority,
            "cin_episodes | C1 | start=2024-01-02", "cin_episodes | C2 | start=2024-01-02", "cin_episodes | C3 | start=2024-01-02",
            "allocations | C1 | start=2024-01-02; worker=W1; team=T1; role=CW", "allocations | C2 | start=2024-01-02; worker=W1; team=T1; role=CW",
            "allocations | C3 | start=2024-01-02; worker=W2; team=T1; role=CW", "worker_posts | W1 | start=2020-01-01; fte=1; team=T1",
            "worker_posts | W2 | start=2020-01-01; fte=0.5; team=T1", "worker_posts | W3 | start=2020-01-01; end=2024-06-30; fte=1; team=T1").At;
        Assert.Equal((3m, 1.5m, 2m), (figure.Numerator!.Value, figure.Denominator!.Value, figure.Value!.Value));
    }

    [Theory]
    [InlineData("LAC", 1)]
    [InlineData("CSWT", 0)]
    public void A_team_is_what_it_became_from_the_very_day(string kind, int cases)
    {
        var authority = Authority.Unnamed with
        {
            Teams = [new("T1", "Team 1", "CSWT", "CSWS", "", "", null, At, ""), new("T1", "Team 1", "LAC", "CPS", "", "", At, null, "")],
        };
        var figure = Make($"cases: open allocations | where: team.kind = \"{kind}\" | show: count", Full("allocations"), [], authority,
            "cin_episodes | C1 | start=2024-01-02", "allocations | C1 | start=2024-01-02; worker=W1; team=T1; role=CW").At;
        Assert.Equal(cases, figure.Value);
    }

    [Fact]
    public void A_case_that_begins_on_the_day_of_a_change_falls_to_the_new_member()
    {
        var made = Make("cases: open cp_plans | show: count", Full("cp_plans"), $"people | C1 | born={At.AddYears(-5):yyyy-MM-dd}", $"cp_plans | C1 | start={At:yyyy-MM-dd}");
        Assert.Equal(["5-9"], made.Figures.By(made.Found, Window.Snapshot, At, "age-band").Where(f => f.Tally.Met > 0).Select(f => f.Member));
    }

    [Fact]
    public void A_mean_of_days_open_grows_by_one_a_day()
    {
        var made = Make("cases: open cp_plans | value: days(start, as_at) | show: mean", Full("cp_plans"), "cp_plans | C1 | start=2024-06-01", "cp_plans | C2 | start=2024-06-11");
        Assert.Equal([24m, 19m], made.Figures.Series(made.Found, Window.Snapshot, [At, new DateOnly(2024, 6, 25)]).Select(f => f.Value!.Value));
    }

    [Fact]
    public void Members_of_a_breakdown_sum_to_the_total()
    {
        var made = Make("cases: open cp_plans | show: count", Full("cp_plans"), "people | C1 | born=2014-06-30", "people | C2 | born=2023-06-30",
            "cp_plans | C1 | start=2024-01-02", "cp_plans | C2 | start=2024-01-02", "cp_plans | C3 | start=2024-01-02");
        var members = made.Figures.By(made.Found, Window.Snapshot, At, "age-band");
        Assert.Equal(3, members.Sum(m => m.Tally.Met));
        Assert.Equal(1, members.Single(m => m.Member == "unknown").Tally.Met);
    }

    [Fact]
    public void An_indicator_not_yet_in_force_is_blank() => Assert.Equal(
        NoValue.NotInForce, Make("in_force: 2025-04-01 | cases: open cp_plans | show: count", Full("cp_plans"), "cp_plans | C1 | start=2024-01-02").At.None);

    [Fact]
    public void The_worklist_holds_what_is_overdue_and_what_will_be_soonest_first()
    {
        var made = Make("cases: open cp_plans | met: exists(cp_visits at most 10 working days ago where seen)", Full("cp_plans", "cp_visits"),
            "cp_plans | C1 | start=2024-01-02", "cp_visits | C1 | date=2024-06-03; seen=yes",          // overdue since 18 June
            "cp_plans | C2 | start=2024-01-02", "cp_visits | C2 | date=2024-06-21; seen=yes",          // tenth working day: Friday 5 July
            "cp_plans | C3 | start=2024-01-02", "cp_visits | C3 | date=2024-06-28; seen=yes",          // 12 July, beyond the week
            "cp_plans | C4 | start=2024-01-02; end=2024-06-20");
        var list = made.Figures.Worklist(made.Found, At, 7);
        Assert.Equal([(Verdict.NotMet, new DateOnly(2024, 6, 17)), (Verdict.Met, new DateOnly(2024, 7, 5))], list.Select(r => (r.Verdict, r.Due!.Value)));
        Assert.Equal(list.Count(r => r.Verdict == Verdict.NotMet), made.At.Tally.NotMet);
    }

    [Fact]
    public void A_dated_case_stands_on_the_worklist_while_its_limit_runs_and_nothing_was_done()
    {
        var made = Make("cases: missing_episodes by end | met: exists(its return_interviews within timescale(return-interview) after case.end) | window: month",
            Full("missing_episodes", "return_interviews"),
            "cin_episodes | C1 | start=2024-01-02", "cin_episodes | C2 | start=2024-01-02", "cin_episodes | C3 | start=2024-01-02",
            "missing_episodes | C1 | key=a; start=2024-06-27; end=2024-06-28", "missing_episodes | C2 | key=b; start=2024-06-27; end=2024-06-28",
            "missing_episodes | C3 | key=c; start=2024-06-20; end=2024-06-21", "return_interviews | C2 | date=2024-06-29; missing_episode=b");
        var row = Assert.Single(made.Figures.Worklist(made.Found, At, 7));
        Assert.Equal((0, Verdict.Running, new DateOnly(2024, 7, 3)), (row.Child, row.Verdict, row.Due!.Value));
        Assert.Equal((0L, 1L, 2L), (made.At.Tally.Met, made.At.Tally.NotMet, made.At.Tally.Running));        // the early success is left out too
    }

    [Fact]
    public void A_ratio_by_team_takes_each_side_by_its_own_records_team()
    {
        var authority = Authority.Unnamed with
        {
            Teams = [new("T1", "Team 1", "CSWT", "CSWS", "", "", null, null, ""), new("T2", "Team 2", "CSWT", "CSWS", "", "", null, null, "")],
        };
        var made = Make("cases: open allocations | over: sum(fte of open worker_posts) | show: ratio", Full("allocations", "worker_posts"), [], authority,
            "cin_episodes | C1 | start=2024-01-02", "cin_episodes | C2 | start=2024-01-02",
            "allocations | C1 | start=2024-01-02; worker=W1; team=T1; role=CW", "allocations | C2 | start=2024-01-02; worker=W2; team=T2; role=CW",
            "worker_posts | W1 | start=2020-01-01; fte=0.5; team=T1", "worker_posts | W2 | start=2020-01-01; fte=1; team=T2");
        var byTeam = made.Figures.By(made.Found, Window.Snapshot, At, "team").ToDictionary(f => f.Member, f => f.Value);
        Assert.Equal((2m, 1m), (byTeam["T1"]!.Value, byTeam["T2"]!.Value));
    }

    private static Found Found(string yaml) => Load(yaml).Find("t")!;
}

using Xunit;
using static Bellwether.Tests.Indicators.Engine.EngineFixture;

namespace Bellwether.Tests.Indicators.Engine;

public sealed class TimelineTests
{
    private const string Plan = "cp_plans | C1 | start=2024-01-02";

    [Fact]
    public void A_limit_of_working_days_lasts_through_the_weekend() => Assert.Equal(
        "2024-01-02 not met, 2024-03-01 met, 2024-03-18 not met",
        Timeline("cases: open cp_plans | met: exists(cp_visits at most timescale(cp-visit) ago where seen)", Plan, "cp_visits | C1 | date=2024-03-01; seen=yes"));

    [Fact]
    public void Easter_lengthens_a_limit_of_working_days() => Assert.Equal(
        "2024-01-02 not met, 2024-03-22 met, 2024-04-10 not met",
        Timeline("cases: open cp_plans | met: exists(cp_visits at most timescale(cp-visit) ago)", Plan, "cp_visits | C1 | date=2024-03-22; seen=yes"));

    [Fact]
    public void Touching_and_overlapping_stretches_become_one() => Assert.Equal(
        "2024-01-02 not met, 2024-02-01 met, 2024-02-15 not met",
        Timeline("cases: open cp_plans | met: exists(cp_visits in last 7 days)", Plan,
            "cp_visits | C1 | date=2024-02-08; seen=yes", "cp_visits | C1 | date=2024-02-01; seen=yes", "cp_visits | C1 | date=2024-02-03; seen=yes"));

    [Fact]
    public void A_span_of_months_ends_on_the_same_day_number_clamped() => Assert.Equal(
        "2024-01-02 not met, 2024-01-31 met, 2024-02-29 not met",
        Timeline("cases: open cp_plans | met: exists(cp_visits in last 1 month)", Plan, "cp_visits | C1 | date=2024-01-31; seen=yes"));

    [Fact]
    public void Two_events_on_one_day_count_two() => Assert.Equal(
        "2024-01-02 not met, 2024-02-01 met, 2024-02-08 not met",
        Timeline("cases: open cp_plans | met: count(cp_visits in last 7 days) >= 2", Plan,
            "cp_visits | C1 | key=a; date=2024-02-01; seen=yes", "cp_visits | C1 | key=b; date=2024-02-01; seen=no"));

    [Fact]
    public void A_spell_is_open_on_its_first_day_and_not_on_its_last() => Assert.Equal(
        "2024-01-02 not met, 2024-02-01 met, 2024-02-10 not met, 2024-03-01 no case",
        Timeline("cases: open cp_plans | met: exists(open missing_episodes)", "cp_plans | C1 | start=2024-01-02; end=2024-03-01",
            "missing_episodes | C1 | start=2024-02-01; end=2024-02-10"));

    [Fact]
    public void Nested_and_out_of_order_spells_leave_no_hole() => Assert.Equal(
        "2024-01-02 not met, 2024-02-01 met, 2024-02-20 not met",
        Timeline("cases: open cp_plans | met: exists(open missing_episodes)", Plan, "missing_episodes | C1 | start=2024-02-01; end=2024-02-20",
            "missing_episodes | C1 | start=2024-02-03; end=2024-02-05", "missing_episodes | C1 | start=2024-02-04; end=2024-02-20"));

    [Fact]
    public void A_spell_of_no_length_is_never_open() => Assert.Equal(
        "2024-01-02 not met",
        Timeline("cases: open cp_plans | met: exists(open missing_episodes)", Plan, "missing_episodes | C1 | start=2024-02-01; end=2024-02-01"));

    [Fact]
    public void What_nobody_wrote_down_is_unknown_only_while_it_matters() => Assert.Equal(
        "2024-01-02 not met, 2024-02-01 unknown, 2024-02-03 met, 2024-02-10 not met",
        Timeline("cases: open cp_plans | met: exists(cp_visits in last 7 days where seen)", Plan,
            "cp_visits | C1 | date=2024-02-01; seen=?", "cp_visits | C1 | date=2024-02-03; seen=yes"));

    [Fact]
    public void A_condition_must_have_held_for_more_than_the_days_said() => Assert.Equal(
        "2024-05-01 met",
        Timeline("cases: open cin_episodes | where: (not exists(open allocations where role = \"CW\")) for more than 28 days",
            "cin_episodes | C1 | start=2024-01-03", "allocations | C1 | start=2024-01-10; end=2024-04-02; worker=W1; role=CW"));

    [Fact]
    public void At_least_starts_a_day_sooner_than_more_than() => Assert.Equal(
        "2024-01-03 not met, 2024-01-31 met",
        Timeline("cases: open cin_episodes | met: (not exists(open allocations)) for at least 28 days", "cin_episodes | C1 | start=2024-01-03"));

    [Theory]
    [InlineData("2023-12-30", "2024-01-02 met")] // three days before the plan's start
    [InlineData("2023-12-29", "2024-01-02 not met")]
    public void Days_are_taken_off_a_date_exactly(string visit, string expected) => Assert.Equal(
        expected, Timeline("cases: open cp_plans | met: exists(cp_visits since case.start - 3 days)", Plan, $"cp_visits | C1 | date={visit}"));

    [Fact]
    public void A_child_of_29_February_turns_on_1_March() => Assert.Equal(
        "2024-01-02 met, 2025-03-01 not met",
        Timeline("cases: open cp_plans | met: age(as_at) < 5", Plan, "people | C1 | born=2020-02-29"));

    [Fact]
    public void A_number_of_days_turns_on_one_day() => Assert.Equal(
        "2024-01-02 not met, 2025-12-31 met",
        Timeline("cases: open cp_plans | met: days(start, as_at) + 1 > 729", Plan));

    [Fact]
    public void A_number_that_changes_with_age_is_compared_stretch_by_stretch() => Assert.Equal(
        "2024-01-02 not met, 2024-02-01 met, 2025-12-20 not met",
        Timeline("cases: open cp_plans | met: \"count(cp_visits in last 12 months) >= if(age(as_at) < 5, 2, 1)\"", Plan, "people | C1 | born=2019-02-01",
            "cp_visits | C1 | date=2024-01-20; seen=yes", "cp_visits | C1 | date=2024-12-20; seen=yes"));

    [Fact]
    public void Two_records_of_one_worker_count_once() => Assert.Equal(
        "2024-01-02 not met, 2024-05-01 met, 2025-05-01 not met",
        Timeline("cases: open cp_plans | met: count(distinct worker of allocations open in last 12 months) >= 2", Plan,
            "allocations | C1 | start=2024-01-05; end=2024-03-01; worker=A", "allocations | C1 | start=2024-04-01; end=2024-05-01; worker=A",
            "allocations | C1 | start=2024-05-01; end=2024-06-01; worker=B"));

    [Fact]
    public void The_last_record_decides_and_falls_back_when_it_ends() => Assert.Equal(
        "2024-01-02 not met, 2024-02-01 met, 2024-03-01 not met, 2024-04-01 met",
        Timeline("cases: open cp_plans | met: last(open placements).in_area", Plan, "placements | C1 | start=2024-02-01; in_area=yes; type=U1",
            "placements | C1 | start=2024-03-01; end=2024-04-01; in_area=no; type=U1"));

    [Fact]
    public void A_date_that_moves_the_anchor_starts_the_question_afresh() => Assert.Equal(
        "2024-01-02 not met, 2024-02-10 met, 2024-03-01 not met, 2024-03-05 met",
        Timeline("cases: open care_periods | met: exists(iro_contacts since last(its cla_reviews).date)", "care_periods | C1 | key=p; start=2024-01-02",
            "cla_reviews | C1 | date=2024-02-01; care_period=p", "cla_reviews | C1 | date=2024-03-01; care_period=p",
            "iro_contacts | C1 | date=2024-02-10", "iro_contacts | C1 | date=2024-03-05"));

    [Fact]
    public void An_end_is_not_known_before_its_day() => Assert.Equal(
        "2024-01-02 met, 2024-02-10 not met",
        Timeline("cases: open cp_plans | met: not exists(missing_episodes where end is known)", Plan, "missing_episodes | C1 | start=2024-02-01; end=2024-02-10"));
}

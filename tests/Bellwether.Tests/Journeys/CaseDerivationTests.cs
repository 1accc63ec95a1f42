using Bellwether.Calendar;
using Xunit;
using static Bellwether.Tests.Journeys.RecordsFixture;

namespace Bellwether.Tests.Journeys;

public sealed class CaseDerivationTests
{
    private const string Child = "people | C1 | born=2010-06-15";

    [Fact]
    public void Two_referrals_open_at_once_are_one_case_and_a_finding()
    {
        var journeys = Build(
            Child,
            "cin_episodes | C1 | key=E1; start=2024-01-01; end=2024-06-01; close_reason=RC7; need=?",
            "cin_episodes | C1 | key=E2; start=2024-03-01; end=2024-09-01; close_reason=RC8; need=N1",
            "referrals | C1 | date=2024-01-01; episode=E1",
            "referrals | C1 | date=2024-03-01; episode=E2");
        Assert.Equal("2024-01-01..2024-09-01", Spells(journeys, "cin_episodes"));
        Assert.Equal([CodeOf("closure-reason", "RC8")], Field(journeys, "cin_episodes", "close_reason"));
        Assert.Equal([CodeOf("need", "N1")], Field(journeys, "cin_episodes", "need"));
        Assert.Equal(2, journeys.Rows("referrals").Count);
        Assert.Equal([0, 0], Field(journeys, "referrals", "episode"));
        var finding = Assert.Single(journeys.Findings);
        Assert.Equal(("two-open-referrals", 3, "cin_episodes"), (finding.Code, finding.Row, finding.Kind));
    }

    [Theory]
    [InlineData("2024-01-01", "-", "2024-03-01", "2024-09-01", "2024-01-01..2024-03-01, 2024-03-01..2024-09-01")]
    [InlineData("2024-01-01", "2024-05-01", "2024-03-01", "-", "2024-01-01..2024-03-01, 2024-03-01..-")]
    [InlineData("2024-04-01", "-", "2024-03-01", "2024-09-01", "2024-03-01..2024-09-01, 2024-09-01..-")]
    [InlineData("2024-04-01", "2024-09-01", "2024-03-01", "2024-09-01", "2024-03-01..2024-09-01")]
    [InlineData("2024-04-01", "-", "2024-03-01", "-", "2024-03-01..-")]
    [InlineData("2024-03-01", "-", "2024-03-01", "2024-09-01", "2024-03-01..2024-09-01, 2024-09-01..-")]
    [InlineData("2024-04-01", "2024-04-01", "2024-03-01", "-", "2024-03-01..-, 2024-04-01..2024-04-01")]
    [InlineData("2024-04-01", "?", "2024-03-01", "-", "2024-03-01..-, 2024-04-01..?")]
    public void A_referral_with_no_further_action_is_no_part_of_the_case_beside_it(string from, string to, string realFrom, string realTo, string cases)
    {
        var journeys = Build(
            Child,
            $"cin_episodes | C1 | key=N; start={from}; end={to}; nfa=yes",
            $"cin_episodes | C1 | key=R; start={realFrom}; end={realTo}; nfa=no; close_reason=RC8",
            $"referrals | C1 | date={from}; episode=N",
            $"referrals | C1 | date={realFrom}; episode=R");
        Assert.Equal(cases, Spells(journeys, "cin_episodes"));
        Assert.Equal(to == from || to == "?" ? 0 : 1, journeys.Findings.Count(f => f.Code == "two-open-referrals"));
        var real = Array.IndexOf(Spells(journeys, "cin_episodes").Split(", "), cases.Split(", ").Single(c => c == $"{realFrom}..{realTo}"));
        Assert.Contains(real, Field(journeys, "referrals", "episode"));
        Assert.DoesNotContain(-1, Field(journeys, "referrals", "episode"));
    }

    [Fact]
    public void What_is_left_of_a_referral_that_was_never_closed_lies_between_the_real_cases()
    {
        var journeys = Build(
            Child,
            "cin_episodes | C1 | key=A; start=2024-01-01; end=2024-03-01; nfa=no",
            "cin_episodes | C1 | key=N; start=2024-02-01; end=-; nfa=yes",
            "cin_episodes | C1 | key=M; start=2024-02-10; end=2024-02-20; nfa=yes",
            "cin_episodes | C1 | key=B; start=2024-02-15; end=2024-05-01; nfa=?",
            "cin_episodes | C1 | key=C; start=2024-08-01; end=-; nfa=no");
        Assert.Equal("2024-01-01..2024-05-01, 2024-05-01..2024-08-01, 2024-08-01..-", Spells(journeys, "cin_episodes"));
        Assert.Equal([0, 1, 0], Field(journeys, "cin_episodes", "nfa"));
    }

    [Fact]
    public void A_referral_on_the_day_of_closure_is_a_new_case()
    {
        var journeys = Build(
            Child, "cin_episodes | C1 | start=2024-01-01; end=2024-03-01", "cin_episodes | C1 | start=2024-03-01; end=-");
        Assert.Equal("2024-01-01..2024-03-01, 2024-03-01..-", Spells(journeys, "cin_episodes"));
        Assert.Empty(journeys.Findings);
    }

    [Fact]
    public void A_case_whose_end_nobody_knows_takes_nothing_in()
    {
        var journeys = Build(Child, "cin_episodes | C1 | start=2024-01-01; end=?", "cin_episodes | C1 | start=2024-03-01; end=-");
        Assert.Equal(2, journeys.Rows("cin_episodes").Count);
    }

    [Fact]
    public void Touching_periods_of_care_are_one_and_a_day_between_makes_two()
    {
        var journeys = Build(
            Child,
            "care_periods | C1 | start=2020-01-01; end=2020-02-01; end_code=X1; start_code=S",
            "care_periods | C1 | start=2020-02-01; end=2020-03-01; end_code=E4A",
            "care_periods | C1 | start=2020-03-02; end=2020-04-01; end_code=E4B");
        Assert.Equal("2020-01-01..2020-03-01, 2020-03-02..2020-04-01", Spells(journeys, "care_periods"));
        Assert.Equal(CodeOf("care-end", "E4A"), Field(journeys, "care_periods", "end_code")[0]);
        Assert.Equal(CodeOf("care-start", "S"), Field(journeys, "care_periods", "start_code")[0]);
    }

    [Fact]
    public void Overlapping_periods_of_care_are_one_with_a_finding()
    {
        var journeys = Build(
            Child, "care_periods | C1 | start=2020-01-01; end=2020-05-01", "care_periods | C1 | start=2020-02-01; end=2020-03-01");
        Assert.Equal("2020-01-01..2020-05-01", Spells(journeys, "care_periods"));
        Assert.Equal("overlapping-care", Assert.Single(journeys.Findings).Code);
    }

    [Fact]
    public void Short_breaks_stay_apart()
    {
        var journeys = Build(
            Child,
            "care_periods | C1 | start=2020-01-01; end=2020-02-01; short_break=yes",
            "care_periods | C1 | start=2020-02-01; end=2020-03-01; short_break=yes",
            "care_periods | C1 | start=2020-03-01; end=2020-04-01");
        Assert.Equal(3, journeys.Rows("care_periods").Count);
    }

    [Theory]
    [InlineData("V4", "2020-01-01", "2020-02-01", 1)]
    [InlineData("C2", "2020-01-01", "2020-02-01", 0)]
    [InlineData("V4", "2019-01-01", "2020-01-01", 0)] // ended the day the period began
    public void A_period_of_care_under_a_short_break_status_alone_is_short_breaks(string status, string from, string to, int isShort)
    {
        var journeys = Build(
            Child, "care_periods | C1 | start=2020-01-01; end=2020-02-01", $"legal_statuses | C1 | start={from}; end={to}; code={status}");
        var rows = journeys.Rows("care_periods");
        Assert.Equal(isShort, rows.Field(rows.Kind.IndexOf("short_break"))[0] == 1 ? 1 : 0);
    }

    [Theory]
    [InlineData("2006-12-31", "2024-12-31", 1)] // eighteen on the data date: ended there
    [InlineData("2007-01-01", "-", 0)]          // the day after: still to come
    [InlineData("2004-02-29", "2022-03-01", 1)] // born on 29 February: 1 March
    public void A_period_of_care_stops_counting_at_18_with_a_finding(string born, string end, int findings)
    {
        var journeys = Build(
            $"people | C1 | born={born}", "care_periods | C1 | start=2020-01-01", "placements | C1 | start=2020-01-01; type=U4; carer=A");
        Assert.Equal($"2020-01-01..{end}", Spells(journeys, "care_periods"));
        Assert.Equal($"2020-01-01..{end}", Spells(journeys, "placements"));
        Assert.Equal(findings, journeys.Findings.Count(f => f.Code == "care-past-18"));
    }

    [Fact]
    public void A_period_that_ends_on_the_eighteenth_birthday_is_left_alone()
    {
        var journeys = Build(
            "people | C1 | born=2004-05-10", "care_periods | C1 | start=2020-01-01; end=2022-05-10; end_code=E17");
        Assert.Empty(journeys.Findings);
        Assert.Equal(CodeOf("care-end", "E17"), Field(journeys, "care_periods", "end_code")[0]);
    }

    [Fact]
    public void An_authorised_date_that_no_file_states_is_the_start_and_one_still_to_come_is_none()
    {
        var journeys = Build(
            Child,
            "cin_plans | C1 | start=2024-01-01; end=2024-01-20",
            "cin_plans | C1 | start=2024-02-01; authorised=2024-02-09; end=2024-03-01",
            "cin_plans | C1 | start=2024-04-01; authorised=-");
        Assert.Equal(["2024-01-01", "2024-02-09", "-"], Field(journeys, "cin_plans", "authorised").Select(Written));
    }

    [Fact]
    public void A_plan_in_two_files_is_one_plan()
    {
        var journeys = Build(
            Child, "cin_plans | C1 | key=a; start=2024-01-01; end=2024-05-01", "cin_plans | C1 | key=b; start=2024-01-01; authorised=2024-01-09");
        Assert.Equal("2024-01-01..2024-05-01", Spells(journeys, "cin_plans"));
        Assert.Equal("2024-01-09", Written(Field(journeys, "cin_plans", "authorised")[0]));
    }

    [Fact]
    public void An_adoption_track_ends_with_the_order_or_the_reversal_and_hangs_on_the_period_of_care()
    {
        var journeys = Build(
            Child,
            "care_periods | C1 | key=A; start=2018-01-01; end=2018-06-01",
            "care_periods | C1 | key=B; start=2019-01-01; end=2021-01-01",
            "adoption_tracks | C1 | start=?; decision=2019-06-01; adopted=2021-01-01; reversed=-",
            "people | C2 | born=2015-01-01",
            "adoption_tracks | C2 | start=2019-01-01; decision=2019-06-01; adopted=-; reversed=2020-01-01",
            "care_periods | C2 | start=2019-01-01");
        Assert.Equal("2019-01-01..2021-01-01, 2019-01-01..2020-01-01", Spells(journeys, "adoption_tracks"));
        Assert.Equal([1, 2], Field(journeys, "adoption_tracks", "care_period"));
    }

    [Fact]
    public void A_review_is_held_if_it_has_a_date_and_was_not_cancelled()
    {
        var journeys = Build(
            Child,
            "cp_plans | C1 | start=2024-01-01",
            "cp_reviews | C1 | date=-; due=2024-06-01",
            "cp_reviews | C1 | date=2024-03-01",
            "care_periods | C1 | start=2024-01-01",
            "cla_reviews | C1 | date=2024-03-01; cancelled=yes",
            "cla_reviews | C1 | date=2024-04-01; cancelled=no",
            "cla_reviews | C1 | date=2024-05-01; held=no");
        Assert.Equal([0, 1], Field(journeys, "cp_reviews", "held"));
        Assert.Equal([0, 1, 0], Field(journeys, "cla_reviews", "held"));
    }

    [Fact]
    public void A_cancelled_review_is_due_on_no_day_so_it_does_not_stand_for_the_next_one()
    {
        var journeys = Build(
            Child,
            "care_periods | C1 | start=2024-01-01",
            "cla_reviews | C1 | date=2024-03-01; due=2024-04-01",
            "cla_reviews | C1 | date=-; due=2024-04-02; cancelled=yes",
            "cla_reviews | C1 | date=-; due=2024-09-01");
        Assert.Equal(
            new[] { Days.None, Day("2024-04-01"), Day("2024-09-01") }.Order(),
            Field(journeys, "cla_reviews", "due").Order());
    }
}

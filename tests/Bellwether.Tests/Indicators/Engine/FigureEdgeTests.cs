using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Journeys;
using Xunit;
using static Bellwether.Tests.Indicators.Engine.EngineFixture;
using static Bellwether.Tests.Indicators.Engine.FiguresFixture;

namespace Bellwether.Tests.Indicators.Engine;

/// <summary>First and last days, first and last members: where a figure begins to be told, and where it stops.</summary>
public sealed class FigureEdgeTests
{
    private const string Plans = "cases: open cp_plans | show: count";
    private const string Plan = "cp_plans | C1 | start=2024-01-02";

    private static readonly Authority Districts = Authority.Unnamed with
    {
        Teams = [new("T1", "Team 1", "CSWT", "CSWS", "", "D1", null, null, "")],
        Districts = [("D1", "North"), ("D2", "South")],
    };

    [Fact]
    public void The_month_of_the_data_is_asked_at_the_data_date_and_every_other_at_its_last_day()
    {
        var figures = Make(Plans, Full("cp_plans")).Figures;
        Assert.Equal(At, figures.LastDayOf(Month.Of(At)));
        Assert.Equal(new DateOnly(2024, 5, 31), figures.LastDayOf(new Month(2024, 5)));
        Assert.Equal(new DateOnly(2024, 7, 31), figures.LastDayOf(new Month(2024, 7)));
        Assert.Equal(At.AddDays(-1), Of(At.AddDays(-1), Completeness.Full, At.AddDays(-1)).LastDayOf(Month.Of(At)));
    }

    [Theory]
    [InlineData(0, Completeness.Full, 0, "2024-06")]               // the month is over
    [InlineData(-1, Completeness.Full, -1, "2024-05")]             // it is not
    [InlineData(-1, Completeness.LatestOnly, -1, "2024-06")]       // an extract that speaks for its own day
    [InlineData(-1, Completeness.LatestOnly, -32, "2024-05")]      // one of another day
    [InlineData(0, Completeness.LatestOnly, -32, "2024-06")]
    public void The_latest_month_is_the_last_one_told_whole_or_that_of_an_extract_of_one_day(int dataDate, Completeness holds, int to, string month) =>
        Assert.Equal(month, Of(At.AddDays(dataDate), holds, At.AddDays(to)).LatestMonth.ToString());

    [Fact]
    public void An_indicator_is_in_force_on_its_first_day_and_on_its_last()
    {
        var made = Make("in_force: [2024-04-30, 2024-05-31] | cases: open cp_plans | show: count", Full("cp_plans"), Plan);
        var days = new DateOnly[] { new(2024, 4, 29), new(2024, 4, 30), new(2024, 5, 31), new(2024, 6, 1) };
        Assert.Equal([NoValue.NotInForce, null, null, NoValue.NotInForce], made.Figures.Series(made.Found, Window.Snapshot, days).Select(f => f.None));
    }

    [Fact]
    public void A_breakdown_shows_a_team_on_its_first_day_not_on_the_day_it_is_gone_and_never_one_that_holds_others()
    {
        var authority = Authority.Unnamed with
        {
            Teams =
            [
                new("NEW", "New", "", "", "SERVICE", "", At, null, ""), new("GONE", "Gone", "", "", "", "", null, At, ""),
                new("LAST", "Last", "", "", "", "", null, At.AddDays(1), ""), new("SERVICE", "Service", "", "", "", "", null, null, ""),
            ],
        };
        string[] lines =
        [
            Plan, .. authority.Teams.Select((t, n) => $"allocations | C{n + 2} | start=2020-01-01; end=2020-02-01; worker=W1; role=CW; team={t.Code}"),
            .. authority.Teams.Select((_, n) => $"cin_episodes | C{n + 2} | start=2020-01-01; end=2020-02-01"),
        ];
        var made = Make(Plans, Full("cp_plans"), [], authority, lines);
        Assert.Equal(["LAST", "NEW", "unknown"], made.Figures.By(made.Found, Window.Snapshot, At, "team").Select(f => f.Member).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_unknown_of_a_breakdown_is_shown_only_where_something_falls_to_it()
    {
        var made = Make(Plans, Full("cp_plans"), [], Districts, "people | C1 | district=D2", Plan);
        Assert.Equal(["D1", "D2"], made.Figures.By(made.Found, Window.Snapshot, At, "district").Select(f => f.Member));
        Assert.Equal(["D2"], made.Figures.By(made.Found, Window.Snapshot, At, new Breakdown("district")).Select(f => f.Member));
    }

    /// <summary>A cohort of those of whom nothing is known is a cohort too.</summary>
    [Fact]
    public void A_cohort_may_be_the_unknown_and_its_figure_is_there_where_nobody_is_in_it()
    {
        var made = Make(Plans, Full("cp_plans"), [], Districts, "people | C1 | district=D2", Plan);
        decimal? Of(string member) => Assert.Single(made.Figures.By(made.Found, Window.Snapshot, At, new Breakdown("") { Where = new Cohort("district", member) })).Value;
        Assert.Equal((0m, 1m, 0m), (Of("unknown"), Of("D2"), Of("D1")));
        Assert.Throws<ArgumentException>(() => Of("D9"));
    }

    [Fact]
    public void A_split_is_neither_crossed_nor_of_a_cohort_nor_without_some_children()
    {
        var made = Make("cases: open cp_plans | show: count | split: first_category", Full("cp_plans"), Plan);
        foreach (var breakdown in new[] { new Breakdown("split") { And = "sex" }, new Breakdown("split") { Where = new Cohort("sex", "F") }, new Breakdown("split") { Without = new HashSet<int> { 0 } } })
            Assert.Throws<ArgumentException>(() => made.Figures.By(made.Found, Window.Snapshot, At, breakdown));
        Assert.NotEmpty(made.Figures.By(made.Found, Window.Snapshot, At, new Breakdown("split")));
    }

    /// <summary>A figure keyed for a district is not the figure of that district and a sex.</summary>
    [Fact]
    public void A_keyed_value_stands_in_for_a_member_and_never_for_a_pair_of_members()
    {
        var made = Make(Plans, [], [new KeyedValue("t", "2024-06", "D1", 12m, null, null, "", 0, 2)], Districts, "people | C1 | district=D1; sex=F");
        Assert.Equal(12m, made.Figures.By(made.Found, Window.Snapshot, At, "district").Single(f => f.Member == "D1").Value);
        Assert.DoesNotContain(made.Figures.By(made.Found, Window.Snapshot, At, new Breakdown("district") { And = "sex" }), f => f.IsKeyed);
        var whole = Make(Plans, [], [new KeyedValue("t", "2024-06", "", 12m, null, null, "", 0, 2)], Districts, "people | C1 | sex=F");
        Assert.True(whole.At.IsKeyed);
        Assert.DoesNotContain(whole.Figures.By(whole.Found, Window.Snapshot, At, new Breakdown("") { And = "sex" }), f => f.IsKeyed);
    }

    [Theory]
    [InlineData("2017-Q1", "2017-06-30")]
    [InlineData("2017-Q2", "2017-09-30")]
    [InlineData("2017-Q4", "2018-03-31")]
    [InlineData("2017-Q0", null)]
    [InlineData("2017-Q5", null)]
    [InlineData("2017-Q", null)]
    [InlineData("2017-Q11", null)]
    [InlineData("2017/18", "2018-03-31")]
    [InlineData("2017-02-28", "2017-02-28")]
    [InlineData("2017-02", "2017-02-28")]
    [InlineData("2017", null)]
    [InlineData("1899/00", null)]
    public void A_period_of_a_values_file_ends_on_one_day(string period, string? last) =>
        Assert.Equal(last is null ? null : Day(last), KeyedPeriods.LastDay(period));

    [Theory]
    [InlineData("percentage | met: end is known", 1, 8, 12.5)]
    [InlineData("rate", 2, 100, 200)]
    [InlineData("count", 7, null, 7)]
    [InlineData("mean | value: prior_plans", 3, 2, 1.5)]
    public void A_keyed_numerator_and_denominator_are_divided_in_the_unit_shown(string show, int numerator, int? denominator, double value)
    {
        var keyed = Make($"cases: open cp_plans | show: {show}", [], [new KeyedValue("t", "2024-06", "", numerator, denominator, null, "", 0, 2)]).At;
        Assert.Equal((decimal)value, keyed.Value);
    }

    [Fact]
    public void A_keyed_denominator_of_nought_gives_no_figure_and_says_so()
    {
        var keyed = Make("cases: open cp_plans | met: end is known", [], [new KeyedValue("t", "2024-06", "", 0m, 0m, null, "", 0, 2)]).At;
        Assert.Equal((null, NoValue.NotGiven, "the figure was left blank in the values file"), (keyed.Value, keyed.None, keyed.Because));
    }

    /// <summary>Children aged 0 to 17 in mid-2023, in two parts of one year, and in one piece.</summary>
    [Theory]
    [InlineData(2023, "0-9 9000, 10-17 11000", 20_000)]
    [InlineData(2023, "0-17 20000, 0-9 1, 10-17 1", 20_000)]
    [InlineData(2023, "0-9 9000, 10-18 11000", null)]              // one part goes beyond
    [InlineData(2023, "0-9 9000, 11-17 11000", null)]              // one age is missing
    [InlineData(2024, "0-17 20000", 20_000)]
    [InlineData(2025, "0-17 20000", null)]                         // of a year to come
    public void A_population_is_of_the_mid_year_that_serves_and_of_the_ages_asked(int year, string ages, int? people)
    {
        var populations = ages.Split(", ").Select(a => a.Split(' ', '-')).Select(p => new PopulationEntry("", year, int.Parse(p[0], null), int.Parse(p[1], null), int.Parse(p[2], null), "ONS"));
        var figure = Make("cases: open cp_plans | show: rate", Full("cp_plans"), [], Authority.Unnamed with { Populations = [.. populations] }, Plan).At;
        Assert.Equal(people, figure.Denominator);
        Assert.Equal(people is null ? NoValue.NoPopulation : null, figure.None);
        Assert.Equal(people is not null && year == 2023 ? "Population is the mid-2023 estimate, the newest held." : "", figure.Note);
    }

    /// <summary>What a divisor says of its population is said wherever in the sum it stands.</summary>
    [Theory]
    [InlineData("population(0-17) / 10")]
    [InlineData("10 * population(0-17)")]
    public void A_population_in_a_sum_still_says_of_which_year_it_is(string over)
    {
        var authority = Authority.Unnamed with { Populations = [new("", 2023, 0, 17, 10_000, "ONS")] };
        Assert.Equal("Population is the mid-2023 estimate, the newest held.", Make($"cases: open cp_plans | show: ratio | over: {over}", Full("cp_plans"), [], authority, Plan).At.Note);
    }

    [Fact]
    public void A_line_says_how_many_of_its_month_ends_have_no_figure()
    {
        var made = Make("in_force: 2024-05-01 | cases: open cp_plans | show: count | series: lowest", Full("cp_plans"), Plan);
        Assert.Equal("As it stood on 31 May 2024; 1 on the day itself. 1 of 3 month ends have no figure.", made.At.Note);
        Assert.Equal("", Make("cases: open cp_plans | show: count | series: mean", Full("cp_plans"), Plan).At.Note);
    }

    [Fact]
    public void A_yearly_rate_of_a_part_of_a_year_is_taken_to_a_whole_one()
    {
        var authority = Authority.Unnamed with { Populations = [new("", 2024, 0, 17, 10_000, "ONS")] };
        var made = Make("cases: cp_plans by start | show: rate | annualise: yes | window: [quarter, month, rolling-12]", Full("cp_plans"), [], authority, "cp_plans | C1 | start=2024-06-02");
        Assert.Equal([4m, 12m, 1m], new[] { Window.Quarter, Window.Month, Window.Rolling12 }.Select(w => made.Figures.At(made.Found, w, At).Value!.Value));
    }

    [Fact]
    public void A_divisor_that_comes_to_nought_divides_nothing_and_a_sum_of_two_counts_what_both_count()
    {
        const string Ratio = "cases: open cp_plans | show: ratio | over: ";
        string[] visits = [Plan, "cp_visits | C1 | date=2024-02-02", "cp_visits | C1 | date=2024-06-02"];
        var full = Full("cp_plans", "cp_visits");
        Assert.Equal(NoValue.NoCases, Make(Ratio + "10 / count(cp_visits in window)", full, Plan).At.None);
        Assert.Equal(NoValue.NoCases, Make(Ratio + "count(cp_visits in window)", full, Plan).At.None);
        var made = Make(Ratio + "count(cp_visits in window) + 2 * count(open cp_plans) - 1 | window: [snapshot, month, rolling-12]", full, visits);
        Assert.Equal([2m, 3m], new[] { Window.Month, Window.Rolling12 }.Select(w => made.Figures.At(made.Found, w, At).Denominator!.Value));
    }

    [Fact]
    public void What_a_divisor_counts_by_another_date_counts_on_that_date()
    {
        var made = Make("cases: open cp_plans | show: ratio | over: count(cp_plans by end in window) | window: [snapshot, month]", Full("cp_plans"),
            Plan, "cp_plans | C2 | start=2024-01-02; end=2024-06-10", "cp_plans | C3 | start=2024-06-02; end=2024-06-12");
        Assert.Equal(2m, made.Figures.At(made.Found, Window.Month, At).Denominator);
    }

    /// <summary>Of 1,100 workers by worker most pairs never meet: beyond a million words each is kept apart.</summary>
    [Fact]
    public void Different_workers_are_counted_however_many_there_are()
    {
        const int Workers = 1_100;
        string[] lines = [.. Enumerable.Range(0, Workers).SelectMany(n => new[] { $"cin_episodes | C{n} | start=2024-01-02", $"allocations | C{n} | start=2024-01-02; worker=W{n}; role=CW" })];
        var made = Make("cases: open allocations | show: ratio | over: count(distinct worker of open allocations)", Full("allocations"), lines);
        Assert.Equal((1_100m, 1_100m), (made.At.Numerator!.Value, made.At.Denominator!.Value));
        var by = made.Figures.By(made.Found, Window.Snapshot, At, "worker");
        Assert.Equal((Workers, true), (by.Count, by.All(f => f is { Numerator: 1m, Denominator: 1m })));
    }

    /// <summary>A source that begins on one day tells of it; what looks back further than that can't be told.</summary>
    [Theory]
    [InlineData("exists(cp_visits in last 2 weeks)", "2024-06-16", "2024-06-17")]
    [InlineData("exists(cp_visits in last 3 days)", "2024-06-27", "2024-06-28")]
    [InlineData("exists(cp_visits in last 1 month)", "2024-06-01", "2024-06-02")]
    [InlineData("exists(cp_visits in last 1 year)", "2023-07-01", "2023-07-02")]
    [InlineData("exists(cp_visits at most 10 working days ago)", "2024-06-12", "2024-06-13")]
    public void Looking_back_needs_records_from_its_first_day_on(string met, string enough, string tooLate)
    {
        Assert.Null(From(enough).None);
        Assert.Equal(NoValue.NotComputable, From(tooLate).None);
        Figure From(string day) => Make($"cases: open cp_plans | met: {met}", [.. Full("cp_plans"), new Statement("cp_visits", "test", Completeness.Full, Day(day), At, [], "")], Plan).At;
    }

    /// <summary>A child protection plan is reviewed within three months, then every six.</summary>
    [Theory]
    [InlineData("2024-01-01", null)]
    [InlineData("2024-01-02", NoValue.NotComputable)]
    public void The_turns_of_a_clock_need_its_events_as_far_back_as_its_longest_turn(string from, NoValue? none) => Assert.Equal(none,
        Make("cases: open cp_plans | met: not exists(its cp_review_dues where late)", [.. Full("cp_plans"), new Statement("cp_reviews", "test", Completeness.Full, Day(from), At, [], "")], Plan).At.None);

    [Fact]
    public void A_column_missing_from_the_source_of_the_day_is_missed_on_its_first_day_and_its_last()
    {
        var made = Make("cases: open cp_plans | met: exists(cp_visits where seen)",
            [.. Full("cp_plans", "cp_visits"), new Statement("cp_visits", "old", Completeness.Full, new(2024, 2, 1), new(2024, 3, 31), ["seen"], "")], Plan);
        var days = new DateOnly[] { new(2024, 1, 31), new(2024, 2, 1), new(2024, 3, 31), new(2024, 4, 1) };
        Assert.Equal([null, NoValue.NotComputable, NoValue.NotComputable, null],
            made.Figures.Series(made.Found, Window.Snapshot, days).Select(f => f.None == NoValue.NotComputable ? f.None : null));
    }

    [Theory]
    [InlineData(true, 100)]
    [InlineData(false, null)]
    public void A_fallback_serves_with_latest_records_of_the_day_and_not_with_none(bool hasVisits, int? value)
    {
        var visits = new Statement("cp_visits", "Annex A", hasVisits ? Completeness.LatestOnly : Completeness.Absent, At, At, [], "it has none");
        var figure = Make("cases: open cp_plans | met: count(cp_visits in last 12 months) >= 2 | fallback: { met: exists(cp_visits at most 6 months ago), label: Latest visit only }",
            [.. Full("cp_plans"), visits], Plan, "cp_visits | C1 | date=2024-06-02").At;
        Assert.Equal(value, figure.Value);
    }

    /// <summary>Without one of its own a variant has no value where the definition falls back: what it asks may need more than the latest record.</summary>
    [Theory]
    [InlineData("{ met: count(cp_visits in last 12 months) >= 3, fallback: { label: Latest visit within a week, met: exists(cp_visits at most 1 week ago) } }", 0, "Latest visit within a week")]
    [InlineData("{ met: exists(cp_visits at most 6 months ago), fallback: { label: Latest visit alone } }", 100, "Latest visit alone")]
    [InlineData("{ met: exists(cp_visits at most 6 months ago), fallback: [ { label: By reviews, met: exists(cp_reviews) }, { label: Latest visit alone } ] }", 100, "Latest visit alone")]
    [InlineData("{ also: start > 2024-01-01, fallback: { label: Latest visit alone, met: exists(cp_visits at most 6 months ago) } }", 100, "Latest visit alone")]
    [InlineData("{ also: start > 2024-01-02, fallback: { label: Latest visit alone, met: exists(cp_visits at most 6 months ago) } }", null, "Latest visit alone")]
    [InlineData("{ met: count(cp_visits in last 12 months) >= 3 }", null, "")]
    public void A_variant_falls_back_by_keys_of_its_own_laid_over_it(string variant, int? value, string label)
    {
        var made = Make($"cases: open cp_plans | met: count(cp_visits in last 12 months) >= 2 | fallback: {{ met: exists(cp_visits at most 6 months ago), label: Latest visit only }} | variants: {{ other: {variant} }}",
            [.. Full("cp_plans"), new Statement("cp_visits", "Annex A", Completeness.LatestOnly, At, At, [], "it has the latest")], Plan, "cp_visits | C1 | date=2024-06-02");
        var figure = made.Figures.At(made.Found with { Variant = "other" }, Window.Snapshot, At);
        Assert.Equal((value, "other", label), ((int?)figure.Value, figure.Variant, figure.Note.Split(':')[0]));
    }

    /// <summary>Ten working days from Monday 17 June: the tenth is 1 July; a case is on a list of so many days up to and including its due day.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void A_worklist_of_so_many_days_holds_what_falls_due_on_the_last_of_them(int days, int rows)
    {
        var open = Make("cases: open cp_plans | met: exists(cp_visits at most 14 days ago)", Full("cp_plans", "cp_visits"), Plan, "cp_visits | C1 | date=2024-06-17");
        Assert.Equal(rows, open.Figures.Worklist(open.Found, At, days).Count);
        var dated = Make("cases: missing_episodes by end | met: exists(its return_interviews within 3 days after case.end)", Full("missing_episodes", "return_interviews"),
            "cin_episodes | C1 | start=2024-01-02", "missing_episodes | C1 | key=a; start=2024-06-27; end=2024-06-28");
        Assert.Equal(rows, dated.Figures.Worklist(dated.Found, At, days).Count);
    }

    [Fact]
    public void A_limit_that_ends_on_the_day_itself_is_still_on_the_list()
    {
        var dated = Make("cases: missing_episodes by end | met: exists(its return_interviews within 3 days after case.end)", Full("missing_episodes", "return_interviews"),
            "cin_episodes | C1 | start=2024-01-02", "missing_episodes | C1 | key=a; start=2024-06-26; end=2024-06-27", "missing_episodes | C1 | key=b; start=2024-06-25; end=2024-06-26");
        Assert.Equal([At], dated.Figures.Worklist(dated.Found, At, 0).Select(r => r.Due!.Value));
    }

    /// <summary>Ten days from 27 June run out on 7 July: the plan is on the list before anything can have been missed.</summary>
    [Fact]
    public void A_case_whose_limit_is_still_running_is_on_the_worklist_with_its_last_day()
    {
        var made = Make("cases: open cp_plans | met: exists(cp_visits within 10 days after case.start)", Full("cp_plans", "cp_visits"), "cp_plans | C1 | start=2024-06-27");
        Assert.Equal((Verdict.Running, Day("2024-07-07")), Assert.Single(made.Figures.Worklist(made.Found, At, 7)) is var row ? (row.Verdict, row.Due!.Value) : default);
        Assert.Empty(made.Figures.Worklist(made.Found, At, 6));
    }

    /// <summary>A limit of working days is printed as its last working day; where another limit is of days, the day itself is.</summary>
    [Theory]
    [InlineData("exists(cp_visits at most 10 working days ago)", "2024-07-05")]
    [InlineData("exists(cp_visits at most 10 working days ago) or exists(cp_visits at most 1 day ago)", "2024-07-07")]
    public void A_due_day_is_a_working_day_where_every_limit_is_of_working_days(string met, string due)
    {
        var made = Make($"cases: open cp_plans | met: {met}", Full("cp_plans", "cp_visits"), Plan, "cp_visits | C1 | date=2024-06-21");
        Assert.Equal(Day(due), Assert.Single(made.Figures.Worklist(made.Found, At, 10)).Due);
    }

    /// <summary>A fallback may be chosen by what one of two states holds, so a figure that needed one is counted whole; a note alone is no reason.</summary>
    [Theory]
    [InlineData("show: rate", true)]
    [InlineData("show: count | fallback: { where: end is known, label: Ended ones }", true)]
    [InlineData("show: count | where: not other_authority", true)]
    [InlineData("show: count | where: not other_authority | fallback: { where: end is known, label: Ended ones }", false)]
    public void Changed_children_alone_tell_what_has_a_note_or_a_fallback_and_not_what_has_both(string keys, bool isTold)
    {
        (Figures Figures, Found Found, Figure At) With(params string[] lines) => Make(
            $"cases: open cp_plans | {keys}", [new Statement("cp_plans", "SSD", Completeness.Full, new(2000, 1, 1), At, ["other_authority"], "")], [],
            Authority.Unnamed with { Populations = [new("", 2023, 0, 17, 10_000, "ONS")] }, lines);
        var made = With(Plan);
        var whole = made.Figures.Sheet(made.Found, Window.Snapshot, [At], []);
        Assert.Equal(isTold, new Recount((With().Figures, made.Figures), new(() => null)).Sheet(made.Found, Window.Snapshot, [At], [], whole) is not null);
    }

    [Fact]
    public void Changed_children_alone_do_not_tell_what_one_of_the_states_has_no_data_for()
    {
        var (held, notHeld) = (Make(Plans, Full("cp_plans")), Make(Plans, []));
        Assert.Null(new Recount((notHeld.Figures, held.Figures), new(() => null)).Sheet(held.Found, Window.Snapshot, [At], [], notHeld.Figures.Sheet(held.Found, Window.Snapshot, [At], [])));
        Assert.NotNull(new Recount((held.Figures, held.Figures), new(() => null)).Sheet(held.Found, Window.Snapshot, [At], [], held.Figures.Sheet(held.Found, Window.Snapshot, [At], [])));
    }

    /// <summary>Where what is measured from changes, and the day is compared with more than one bound.</summary>
    [Theory]
    [InlineData("days(last(cp_visits).date, as_at) <= 3", "2024-01-02 not met, 2024-02-01 met, 2024-02-05 not met, 2024-03-01 met, 2024-03-05 not met")]
    [InlineData("days(last(cp_visits).date, as_at) != 3", "2024-01-02 not met, 2024-02-01 met, 2024-02-04 not met, 2024-02-05 met, 2024-03-04 not met, 2024-03-05 met")]
    [InlineData("days(last(cp_visits).date, as_at) > 28", "2024-01-02 not met, 2024-03-30 met")]
    public void A_length_up_to_the_day_is_measured_from_what_is_last_then(string met, string timeline) => Assert.Equal(
        timeline, Timeline($"cases: open cp_plans | met: {met}", Plan, "cp_visits | C1 | date=2024-02-01", "cp_visits | C1 | date=2024-03-01"));

    /// <summary>Figures over full records of cp plans to a day, with the data date given.</summary>
    private static Figures Of(DateOnly dataDate, Completeness holds, DateOnly to)
    {
        var records = Bellwether.Tests.Journeys.RecordsFixture.Records(Plan);
        records.Statements.Add(new Statement("cp_plans", "test", holds, new(2000, 1, 1), to, [], ""));
        return new Figures(Bellwether.Journeys.Journeys.Build(records, Bellwether.Tests.Journeys.RecordsFixture.Codes, Authority.Unnamed, dataDate), Load(Plans));
    }
}

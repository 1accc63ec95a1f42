using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Engine;
using Bellwether.Tests.Journeys;
using Xunit;
using static Bellwether.Tests.Indicators.Engine.EngineFixture;

namespace Bellwether.Tests.Indicators.Engine;

public sealed class ClockTests
{
    private static readonly Catalogue Shelf = Catalogue.Load(Bellwether.Codes.Shelf.Path(), null, RecordsFixture.Kinds, RecordsFixture.Codes);

    private const string Health = "; type=assessment; status=completed; care_period=p";

    [Fact]
    public void A_child_under_five_at_the_due_date_waits_six_months_and_an_older_one_twelve() => Assert.Equal(
        "2016-01-10..2016-02-05 due 2016-02-07 in time, 2016-02-05..2016-08-01 due 2016-08-05 in time, "
        + "2016-08-01..2017-01-20 due 2017-02-01 in time, 2017-01-20..- due 2018-01-20 late",
        Turns("health_dues", "people | C1 | born=2012-07-01", "care_periods | C1 | key=p; start=2016-01-10",
            "health_checks | C1 | date=2016-02-05" + Health, "health_checks | C1 | date=2016-08-01" + Health, "health_checks | C1 | date=2017-01-20" + Health));

    [Fact]
    public void A_turn_whose_record_ended_before_it_was_due_was_never_due() => Assert.Equal(
        "2024-01-02..2024-03-20 due - in time",
        Turns("cp_review_dues", "cp_plans | C1 | key=p; start=2024-01-02; end=2024-03-20"));

    [Fact]
    public void A_review_late_by_a_day_is_late_for_ever_and_the_next_turn_starts_with_it() => Assert.Equal(
        "2024-01-02..2024-04-03 due 2024-04-02 late, 2024-04-03..- due 2024-10-03 late",
        Turns("cp_review_dues", "cp_plans | C1 | key=p; start=2024-01-02", "cp_reviews | C1 | date=2024-04-03; cp_plan=p; held=yes"));

    [Fact]
    public void The_sources_own_due_date_is_used_where_it_gives_one() => Assert.Equal(
        "2024-01-02..2024-04-03 due 2024-04-05 in time, 2024-04-03..- due 2024-10-03 late",
        Turns("cp_review_dues", "cp_plans | C1 | key=p; start=2024-01-02", "cp_reviews | C1 | date=2024-04-03; due=2024-04-05; cp_plan=p; held=yes"));

    [Fact]
    public void A_review_held_on_the_day_the_plan_ended_ends_its_turn() => Assert.Equal(
        "2024-01-02..2024-03-20 due 2024-04-02 in time",
        Turns("cp_review_dues", "cp_plans | C1 | key=p; start=2024-01-02; end=2024-03-20", "cp_reviews | C1 | date=2024-03-20; cp_plan=p; held=yes"));

    [Fact]
    public void A_review_on_the_day_after_it_was_due_leaves_no_day_uncovered_and_is_still_missed() => Assert.Equal(
        "2024-01-02 met, 2024-04-03 not met",
        Timeline("cases: open cp_plans | met: not exists(its cp_review_dues where late)",
            "cp_plans | C1 | key=p; start=2024-01-02", "cp_reviews | C1 | date=2024-04-03; cp_plan=p; held=yes"));

    [Fact]
    public void A_turn_overdue_for_more_than_a_year_is_still_found() => Assert.Equal(
        "2023-02-07 met, 2023-02-08 not met",
        Timeline("cases: open care_periods | where: exists(its health_dues open in last 12 months where due <= as_at) | met: not exists(its health_dues open in last 12 months where late)",
            "people | C1 | born=2012-07-01", "care_periods | C1 | key=p; start=2023-01-10"));

    [Fact]
    public void Turns_that_start_on_one_day_stand_in_the_order_of_their_records() => Assert.Equal(
        "2024-01-01..2024-04-29 due 2024-04-01 late, 2024-04-29..- due 2024-10-29 late, 2024-04-29..2024-05-29 due - in time",
        Turns("cp_review_dues", "cp_plans | C1 | key=a; start=2024-01-01", "cp_plans | C1 | key=b; start=2024-04-29; end=2024-05-29", "cp_reviews | C1 | date=2024-04-29; cp_plan=a; held=yes"));

    [Fact]
    public void A_record_that_ends_after_the_data_date_has_not_ended() => Assert.Equal(
        "2024-10-01..- due 2025-01-01 late",
        Turns("cp_review_dues", "cp_plans | C1 | key=a; start=2024-10-01; end=2025-02-01"));

    [Fact]
    public void A_variant_that_swaps_a_limit_has_a_clock_of_its_own()
    {
        var journeys = EngineFixture.Journeys("people | C1 | born=2010-07-01", "care_periods | C1 | key=p; start=2024-03-20", "health_checks | C1 | date=2024-04-18" + Health);
        var evaluator = new FastEvaluator(journeys, Shelf.Timescales, Shelf.Clocks);
        var entry = Shelf.Find("HE01")!.Entry;
        var day = new DateOnly(2024, 6, 30);
        Assert.Equal(1, evaluator.Totals(entry.Bound!, Window.Snapshot, [day])[0].NotMet);          // day 29
        Assert.Equal(1, evaluator.Totals(entry.Variants["initial-in-20wd"], Window.Snapshot, [day])[0].Met);
    }

    private static string Timeline(string yaml, params string[] lines)
    {
        var evaluator = new FastEvaluator(EngineFixture.Journeys(lines), Shelf.Timescales, Shelf.Clocks);
        return string.Join(", ", evaluator.Timeline(Define(yaml), 0).Select(t => $"{RecordsFixture.Written(t.From)} {Word(t.Verdict)}"));
    }

    private static string Turns(string clock, params string[] lines)
    {
        var evaluator = new FastEvaluator(EngineFixture.Journeys(lines), Shelf.Timescales, Shelf.Clocks);
        var indicator = Define($"cases: open {clock}");
        var rows = evaluator.JourneysFor(indicator).Rows(clock);
        return string.Join(", ", Enumerable.Range(0, rows.Count).Select(r => string.Create(CultureInfo.InvariantCulture,
            $"{RecordsFixture.Written(rows.First[r])}..{RecordsFixture.Written(rows.End[r])} due {RecordsFixture.Written(rows.Field(2)[r])} {(rows.Field(3)[r] == 1 ? "late" : "in time")}")));
    }
}

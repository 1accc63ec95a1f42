using Bellwether.Indicators.Language;
using Xunit;

namespace Bellwether.Tests.Indicators.Language;

/// <summary>The messages of section 5 of the definition language, word for word where it gives the words.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("cases: open cp_plans", "met: exists(cp_visits in last 10 working days)",
        "\"in last\" is a span of days, weeks, months or years. For a limit that includes its last day write `at most 10 working days ago`.")]
    [InlineData("cases: cp_plans", "show: count",
        "A cp_plan has a start and an end, so this could mean three things: `open cp_plans`, `cp_plans by start`, `cp_plans by end`.")]
    [InlineData("cases: missing_episodes by end", "met: exists(return_interviews within 3 days after end)",
        "Inside the brackets \"end\" would be a field of return_interviews, which has none. For the missing episode's end write `case.end`.")]
    [InlineData("cases: open cp_plans", "met: exists(cp_visits where sen)",
        "cp_visits has no field \"sen\". Did you mean `seen`? It has: date, cp_plan, seen, seen_alone.")]
    [InlineData("cases: assessments by end", "met: working_days(start, end) <= timescale(icpc)",
        "The left side is a number, the right a limit of working days. Write `end <= start + timescale(icpc)`.")]
    [InlineData("cases: adoption_tracks by decision", "met: exists(open placements)",
        "Open when? A case dated by its decision is judged once. Write `open on case.date`.")]
    [InlineData("cases: cp_plans by start", "where: as_at > start + 28 days",
        "as_at belongs to open cases. Here the verdict would change with the day it is asked, and months would no longer sum to the year.")]
    [InlineData("cases: open cp_plans", "met: exists(cp_visits where date >= as_at - 12 months)",
        "Months are added to the earlier date, never taken from the later: the two differ at month ends (30 November + 3 months is 28 February). Write `in last 12 months`.")]
    [InlineData("cases: care_periods by end", "met: end_code in [\"E11\", \"E1Z\"]",
        "\"E1Z\" is not in the code list care-end. Nearest: E11, E12, E13.")]
    [InlineData("cases: open cp_plans", "met: last(cp_reviews).date <= as_at",
        "A child may have cp reviews of an earlier cp plan. `its cp_reviews` keeps to this cp plan.")]
    [InlineData("cases: referrals", "met: exists(its assessments)",
        "Nothing closes this: a figure for last year may still rise. Add `within … after case.date`, or state `unbounded: yes`.")]
    [InlineData("cases: contact_decisions by date, date", "show: count", "`date` stands twice after `by`, so a record would count twice on it. Name it once.")]
    public void A_mistake_is_named_with_what_to_write_instead(string cases, string other, string says) =>
        Assert.Equal(says, LintFixture.Says(cases, other));

    [Theory]
    [InlineData("[0-10, 12-15, 16+]", "11 falls in no band. Bands must touch; the last ends in +.")]
    [InlineData("[0-10, 11-15]", "16 falls in no band. Bands must touch; the last ends in +.")]
    [InlineData("[0-10, 10-15, 16+]", "10 falls in two bands. Bands must touch; the last ends in +.")]
    [InlineData("[0-ten, 16+]", "\"0-ten\" is no band. Write 0, 1-10, 11-15, 16+.")]
    public void Bands_must_touch(string bands, string says) =>
        Assert.Equal(says, LintFixture.Says("cases: assessments by end", "split: working_days(start, end)", $"bands: {bands}"));

    [Fact]
    public void A_divisor_without_children_cannot_be_split_by_what_children_have() =>
        Assert.Equal(
            "A worker_post has no ethnicity of a child, so the ratio can't be split by it. Leave it out of `breakdowns`.",
            LintFixture.Says("cases: open allocations", "over: sum(fte of open worker_posts)", "show: ratio", "breakdowns: [team, ethnicity]"));

    [Fact]
    public void A_timescale_has_no_limit_before_its_first_row()
    {
        var timescale = LintFixture.Load("timescales", "initial-assessment", "rows:", "  - { from: 2010-04-01, limit: 10 working days, source: guidance }")
            .Timescales["initial-assessment"];
        Assert.Null(timescale.LimitOn(new DateOnly(2010, 3, 31)));
        Assert.Equal("10 working days", timescale.LimitOn(new DateOnly(2010, 4, 1)).ToString());
    }

    [Theory]
    [InlineData("wher: yes", "An indicator has no key \"wher\". Did you mean `where`?")]
    [InlineData("better: up", "`better` is \"up\". Write higher | lower | neutral.")]
    [InlineData("window: yearly", "`window` is \"yearly\". Write snapshot, week, month, quarter, ytd, rolling-12, financial-year, rolling-3-years.")]
    [InlineData("from: April", "`from` is \"April\", which is no date. Write 2017-04-01.")]
    [InlineData("per: children", "`per` is \"children\". Write record | child | child, any | child, every.")]
    [InlineData("show: rates", "`show` is \"rates\". Write percentage, count, rate, mean, median, sum, ratio, ratio as %, highest, shares, count of met.")]
    [InlineData("show: mean", "A mean, median or sum needs a number for each case. Write `value: days(start, end)` or another number.")]
    [InlineData("show: ratio", "A ratio needs a divisor. Write `over: sum(fte of open worker_posts)` or another number.")]
    [InlineData("show: percentage", "A percentage needs a verdict. Write `met`, or show a count.")]
    [InlineData("breakdowns: [team, age]", "There is no breakdown \"age\". There are: district, service, team, worker, age-band, sex, ethnicity, disability, case-type, placement.")]
    [InlineData("decimals: two", "`decimals` is \"two\". Write a whole number from 0 to 6.")]
    [InlineData("examples: [ { given: \"plan from 2024-01-02\", expect: met } ]", "An example of open cases needs the day it is judged: at: 2024-03-15.")]
    [InlineData("examples: [ { given: \"plan from 2024-01-02\", at: 2024-02-01, expect: fine } ]", "`expect` is \"fine\". Write met | not met | case | not a case | unknown | running; after not met, the near-miss variant may follow: not met, just-outside.")]
    [InlineData("examples: [ { given: \"plan from 2024-01-02 blue\", at: 2024-02-01, expect: met } ]", "\"blue\" says nothing about cp plans. It has: start, end, episode, icpc, other_authority, first_category, latest_category, prior_plans, team, worker; dates are written 2024-03-01.")]
    [InlineData("fallback: { lable: latest }", "A fallback has no key \"lable\". Did you mean `label`?")]
    [InlineData("variants: { later: { met: exists(cp_visits), fallback: { lable: latest } } }", "A fallback has no key \"lable\". Did you mean `label`?")]
    [InlineData("variants: { later: { use: { cp-visits: 5 days } } }", "There is no timescale \"cp-visits\". Did you mean `cp-visit`?")]
    public void A_key_that_is_not_right_is_named(string line, string says) =>
        Assert.Equal(says, LintFixture.Says("cases: open cp_plans", line));

    /// <summary>A fallback is the last thing tried, and its label says what it is; neither stands elsewhere.</summary>
    [Theory]
    [InlineData("fallback: { label: Latest, fallback: { label: Last of all } }", "A fallback has no key \"fallback\".")]
    [InlineData("variants: { later: { met: exists(cp_visits), label: latest } }", "A variant has no key \"label\".")]
    public void A_key_of_a_variant_is_none_of_a_fallback_nor_the_other_way_round(string line, string says) =>
        Assert.StartsWith(says, LintFixture.Says("cases: open cp_plans", line), StringComparison.Ordinal);

    [Theory]
    [InlineData("met: seen and not seen_alone or seen", "and and or stand together without brackets; and binds tighter. Put brackets round what belongs together.", "cp_visits")]
    [InlineData("met: date = 3", "`date` is a date, `3` is a number: compare two of a kind.", "cp_visits")]
    [InlineData("met: date", "`date` is a date; a condition is wanted here. Compare it, or write `date is known`.", "cp_visits")]
    [InlineData("met: date - cp_plan.start > 3", "Dates aren't added or subtracted. For the days between them write `days(cp_plan.start, date)`.", "cp_visits")]
    [InlineData("met: date <= cp_plan.start + timescale(cp-visits)", "There is no timescale \"cp-visits\". Did you mean `cp-visit`? Timescales are files in the folder timescales.", "cp_visits")]
    [InlineData("met: date <= cp_plan.start + timescale(review-health)", "Timescale review-health depends on the due date it would give, so only a clock can use it. Make a clock and ask about its dues.", "cp_visits")]
    [InlineData("met: cp_plans", "cp_plans are records. Ask about them in brackets: `exists(cp_plans)`, `count(cp_plans)`.", "cp_visits")]
    [InlineData("met: exists(cp_plan where seen)", "There is no kind of record \"cp_plan\". Did you mean `cp_plans`? Kinds stand in records.yaml; dues stand in the folder clocks.", "cp_visits")]
    [InlineData("met: exists(worker_posts where agency)", "worker_posts belong to a worker, not to the child of the case. Ask about them in `over`, or follow a link: `worker.qualified`.", "cp_visits")]
    [InlineData("met: exists(cp_visits open on case.date)", "cp_visits happen on one day, so they are never open. Write `in last 12 months`, `within … after` or `at most … ago`.", "cp_visits")]
    [InlineData("met: exists(its placements before case.date)", "placements have no link to cp_visits, so `its` has nothing to follow. Leave `its` out, and say which by their dates.", "cp_visits")]
    [InlineData("met: exists(cp_visits at most 5 days ago)", "Ago from what day? A dated case is judged once. Write `within … before case.date`.", "cp_visits")]
    [InlineData("met: exists(cp_visits in last 3 months)", "In last … of what day? A dated case is judged once. Write `within 12 months before case.date`.", "cp_visits")]
    [InlineData("met: exists(cp_visits before case.date where exists(cp_plans))", "A condition on other records can't stand inside the brackets of another. Add a named derivation in Journeys, or join two `exists( … )` with and.", "cp_visits")]
    [InlineData("met: seen for more than 2 days", "\"for\" asks how long something has lasted today, and a dated case is judged once. Compare dates instead: `case.date >= case.start + 28 days`.", "cp_visits")]
    [InlineData("where: factors = \"1A\"", "`factors` is a set of codes. It can be a split, where a case counts under each member; it can't be compared.", "assessments by end")]
    [InlineData("show: count", "cp_visits happen on one day, so they are never open. Write `cases: cp_visits`: each counts on its date.", "open cp_visits")]
    public void An_expression_that_is_not_right_is_explained(string line, string says, string cases) =>
        Assert.Equal(says, LintFixture.Says($"cases: {cases}", line));

    [Fact]
    public void Dated_cases_have_no_snapshot() =>
        Assert.Equal(
            "A snapshot is one day, and dated cases count over a period. Write rolling-12, month, quarter, ytd or financial-year.",
            LintFixture.Says("cases: referrals", "window: snapshot"));

    [Fact]
    public void A_message_names_file_line_and_column()
    {
        var message = Assert.Single(LintFixture.Lint("cases: open cp_plans", "where: not other_authority", "met: exists(cp_visits where sen)"));
        Assert.Equal(new Spot("x.yaml", 3, 29), message.At);
        Assert.Equal(Severity.Error, message.Severity);
        Assert.StartsWith("x.yaml:3:29: error: ", message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_is_counted_inside_quotes_too() =>
        Assert.Equal(new Spot("x.yaml", 2, 14), Assert.Single(LintFixture.Lint("cases: open cp_plans", "met: \"exists(cp_visit)\"")).At);

    [Fact]
    public void A_file_that_is_no_yaml_is_a_message_too() =>
        Assert.StartsWith("This is no YAML: ", LintFixture.Says("cases: open cp_plans", "variants: { a: { met: [ } }"), StringComparison.Ordinal);

    [Fact]
    public void A_comma_inside_braces_needs_quotes() =>
        Assert.EndsWith(
            "`as_at) > 3` is the rest of an expression: inside { } one that holds a comma needs quotes around it.",
            LintFixture.Says("cases: open cp_plans", "variants: { long: { met: days(start, as_at) > 3, show: percentage } }"), StringComparison.Ordinal);
}

using Xunit;

namespace Bellwether.Tests.Indicators.Language;

/// <summary>Mistakes an analyst may make in an indicator file, each with the one thing lint says of it.</summary>
public sealed class MistakeTests
{
    private const string Plans = "cases: open cp_plans";
    private const string Ratio = "cases: open allocations | show: ratio | over: ";

    [Theory]
    [InlineData("start + \"x\" = start", "`start` is a date and `\"x\"` is a text: + joins two numbers, or a date and a limit.")]
    [InlineData("days(start, as_at) <= 9999999", "9999999 can't be kept: numbers have up to three decimals and stay below 2,147,483.")]
    [InlineData("prior_plans = 1.2345", "1.2345 can't be kept: numbers have up to three decimals and stay below 2,147,483.")]
    [InlineData("10 working days <= days(start, as_at)", "The left side is a limit of working days, the right a number. A limit is added to a date: `end <= start + 45 working days`.")]
    [InlineData("icpc < icpc", "Records can be the same (=) or not (!=), not earlier or later. Compare their dates.")]
    [InlineData("other_authority = exists(cp_visits)", "Two conditions can't be compared. Join them with and, or, not.")]
    [InlineData("first_category < \"NEG\"", "Codes have no order: compare them with = or !=, or with in [ … ].")]
    [InlineData("first_category = 3", "`first_category` is a code, `3` is a number. Codes and texts stand in double quotes.")]
    [InlineData("first_category = child.sex", "`first_category` is a code of abuse-category, `child.sex` of sex: they can't be the same.")]
    [InlineData("other_authority in [\"a\"]", "`other_authority` is a condition; in [ … ] asks about a code, a text, a number or a date.")]
    [InlineData("first_category in [3]", "3 is no code. Codes and texts stand in double quotes: \"3\".")]
    [InlineData("first_category in \"NEG\"", "\"NEG\" stands where \"[\" should: a list of values stands in square brackets: in [\"E11\", \"E12\"].")]
    [InlineData("first_category in [\"NEG\"", "The end stands where \"]\" should: the list of values is not closed.")]
    [InlineData("first_category in [start]", "\"start\" is no value. Lists hold texts, numbers or dates.")]
    [InlineData("first_category = \"NEG", "This text has no closing quote.")]
    [InlineData("start end", "\"end\" can't follow what stands before it. Join conditions with and, or; compare with = or <.")]
    [InlineData("start <=", "The end stands where a field, a number, a date or a condition should.")]
    [InlineData("case = start", "Say which field of the case: `case.start`.")]
    [InlineData("child = start", "Say which field of the child: `child.disabled`.")]
    [InlineData("start.end = start", "`start` is not a link, so nothing can follow it with a dot.")]
    [InlineData("reading(spend) > 1", "reading(id) is not computed in this version. Bring the figure in with a values CSV.")]
    [InlineData("min(start) > start", "min wants two values or more: `min(a, b)`.")]
    [InlineData("days(start) > 1", "days wants 2 values: `days(start, end)`.")]
    [InlineData("age() > 1", "\")\" stands where a field, a number, a date or a condition should.")]
    [InlineData("max(first_category, latest_category) = first_category", "max chooses among dates or numbers; `first_category` is a code.")]
    [InlineData("population(0-17) > 1", "population belongs in `over`: it is the divisor of a rate.")]
    [InlineData("as_at <= start + timescale()", "Name the timescale: timescale(cp-visit).")]
    [InlineData("exists(cp_visits in last week)", "\"week\" is no length. Write a number and working days, days, weeks, months or years, or timescale(id).")]
    [InlineData("exists(cp_visits in last 2 fortnights)", "\"2 fortnights\" is no length. Write a whole number and working days, days, weeks, months or years.")]
    [InlineData("exists(cp_visits at most 2 weeks before start)", "\"before\" stands where \"ago\" should: write \"at most 10 working days ago\".")]
    [InlineData("exists(cp_visits up to 2 weeks before start)", "\"before\" stands where \"after\" should: write \"up to 5 working days after case.start\".")]
    [InlineData("exists(cp_visits within 2 weeks of start)", "\"of\" stands where \"before\" should: write \"within 3 days after case.end\" or \"within 12 months before case.date\".")]
    [InlineData("count(distinct worker allocations) > 1", "\"allocations\" stands where \"of\" should: write \"sum(fte of open worker_posts)\" or \"count(distinct worker of allocations)\".")]
    [InlineData("last(cp_visits) = start", "\"=\" stands where \".\" should: last( … ) gives a record; say which field of it: last(cp_visits).date.")]
    [InlineData("prior_plans between 1 or 2", "\"or\" stands where \"and\" should: write \"between 5 and 16\".")]
    [InlineData("exists(cp_visits) for at last 2 days", "Write \"for at least 28 days\" or \"for more than 28 days\".")]
    [InlineData("prior_plans is 3", "After is stands known, not known, none or not none: `end is not known` where there is none or nobody knows it, `end is none` where it has not happened. Values are compared with = or in [ … ].")]
    [InlineData("prior_plans == 3", "One = compares: write `a = b`.")]
    [InlineData("other_authority && yes", "Write and where both must hold.")]
    [InlineData("other_authority || yes", "Write or where one is enough.")]
    [InlineData("!other_authority", "Write not before a condition, != for not equal.")]
    [InlineData("prior_plans ≤ 3", "Write <= for at most.")]
    [InlineData("first_category = “NEG”", "“ is a quote of a word processor. Texts stand in straight double quotes: \"adoption\".")]
    [InlineData("start >= 1/04/2024", "1/04/2024 looks like a date. Dates are written year-month-day: 2024-04-01.")]
    [InlineData("other_authority = true", "cp_plans has no field \"true\". For true write `yes`. It has: start, end, episode, icpc, other_authority, first_category, latest_category, prior_plans, team, worker.")]
    [InlineData("age > 5", "cp_plans has no field \"age\". A child's age is `age(as_at)`, of a dated case `age(case.date)`. It has: start, end, episode, icpc, other_authority, first_category, latest_category, prior_plans, team, worker.")]
    [InlineData("first_category = NEG", "cp_plans has no field \"NEG\". A code or a text stands in double quotes: \"NEG\". It has: start, end, episode, icpc, other_authority, first_category, latest_category, prior_plans, team, worker.")]
    [InlineData("end <= start + 10 workingdays", "\"10 workingdays\" is no length. Did you mean working days? Write a whole number and working days, days, weeks, months or years.")]
    [InlineData("end <= start + 3 monthes", "\"3 monthes\" is no length. Did you mean months? Write a whole number and working days, days, weeks, months or years.")]
    [InlineData("prior_plans between 5 and 1", "Nothing lies between 5 and 1: the smaller stands first.")]
    [InlineData("exists(cp_visits in last 0 days)", "A span of 0 days holds no day. For the day itself write `in last 1 day`.")]
    [InlineData("first_category in [\"NEG\" \"PHY\"]", "\"PHY\" stands where a comma should: values of a list are parted by commas.")]
    [InlineData("prior_plans", "`prior_plans` is a number; a condition is wanted here. Compare it, or write `prior_plans is known`.")]
    public void An_expression_that_is_not_right_says_what_would_be(string met, string says) => Assert.Equal(says, LintFixture.Says(Plans, $"met: '{met}'"));

    [Theory]
    [InlineData("sum(fte of its worker_posts)", "There is no case in reach here, so nothing is `its`.")]
    [InlineData("case.start", "There is no case in reach here: a divisor is worked out for the whole area.")]
    [InlineData("fte", "\"fte\" is a field of a record, and no record is in reach here. Put it in brackets: `sum(fte of open worker_posts)`.")]
    [InlineData("population(17)", "population(17) has no ages. Write `population(0-17)`: both ages are counted.")]
    [InlineData("population(17-0)", "population(17-0) has no ages. Write `population(0-17)`: both ages are counted.")]
    public void A_divisor_is_of_the_whole_area(string over, string says) => Assert.Equal(says, LintFixture.Says([.. (Ratio + over).Split(" | ")]));

    [Theory]
    [InlineData("met: end is known", "`cases` is missing: what a case is, such as `open cp_plans` or `referrals`.")]
    [InlineData("cases: open cp_plan", "There is no kind of record \"cp_plan\". Did you mean `cp_plans`? Kinds stand in records.yaml; dues stand in the folder clocks.")]
    [InlineData("cases: opn cp_plans", "\"opn\" can't stand before a kind of record. Did you mean `open`?")]
    [InlineData("cases: referrals in last 12 months", "Which period is counted says `window`, not `cases`: write `cases: referrals` and `window: rolling-12`. Spells that were open in a period are `referrals open in last 12 months`.")]
    [InlineData("cases: referrals, contacts", "The cases of an indicator are of one kind. Several dates of it may follow by: `cp_plans by start, end`.")]
    [InlineData("cases: open cp_plans | show: count | in_force: [2024-04-01, 2020-03-31]", "`in_force` ends on 2020-03-31, before it begins on 2024-04-01. The first day stands first.")]
    [InlineData("cases: open cp_plans | show: percent", "`show` is \"percent\". Write percentage, count, rate, mean, median, sum, ratio, ratio as %, highest, shares, count of met.")]
    [InlineData("cases: open cp_plans | show: highest", "highest can stand beside a headline, not be one. Put percentage, count, mean or another first.")]
    [InlineData("cases: open cp_plans | show: count | per: children", "`per` is \"children\". Write record | child | child, any | child, every.")]
    [InlineData("cases: open cp_plans | show: count | unbounded: maybe", "`unbounded` is \"maybe\". Write yes or no.")]
    [InlineData("cases: open cp_plans | show: count | better: up", "`better` is \"up\". Write higher | lower | neutral.")]
    [InlineData("cases: open cp_plans | show: count | from: 2017-04-01 | in_force: 2018-04-01", "`from` and `in_force` say the same. Keep one.")]
    [InlineData("cases: open cp_plans | show: count | in_force: soon", "`in_force` is \"soon\", which is no date. Write 2017-04-01, or [2017-04-01, 2021-03-31].")]
    [InlineData("cases: open cp_plans | show: count | window: yearly", "`window` is \"yearly\". Write snapshot, week, month, quarter, ytd, rolling-12, financial-year, rolling-3-years.")]
    [InlineData("cases: referrals | show: count | window: snapshot", "A snapshot is one day, and dated cases count over a period. Write rolling-12, month, quarter, ytd or financial-year.")]
    [InlineData("cases: open cp_plans | show: count | bands: [0-1, 2+]", "Bands cut a number. Write `split` with the number they cut.")]
    [InlineData("cases: open cp_plans | show: count | split: prior_plans", "A split by a number needs `bands`: [0-10, 11-15, 16+].")]
    [InlineData("cases: open cp_plans | show: count | split: start", "`start` is a date. Split by a code, by a number with bands, or by names with conditions.")]
    [InlineData("cases: open cp_plans | show: count | split: [start]", "`split` is a field, a number with `bands`, or names with conditions.")]
    [InlineData("cases: open cp_plans | show: count | split: { a: [start] }", "Each member of a split has one condition.")]
    [InlineData("cases: open cp_plans | show: count | changes: [{ what: Something. }]", "A change needs the day it was made: on: 2026-11-22.")]
    [InlineData("cases: open cp_plans | show: count | variants: { v: yes }", "A variant holds the keys that differ: { met: … }.")]
    [InlineData("cases: open cp_plans | show: count | variants: { v: { use: { cp-visit: soon } } }", "Write a length: 20 working days, 28 days, 6 months.")]
    [InlineData("cases: open cp_plans | show: count | id: y", "The file is x.yaml and the id \"y\". They must be the same: an id is the file's name.")]
    [InlineData("cases: open cp_plans | show: count | owner: [a, b]", "`owner` is one value, not a list or a map.")]
    [InlineData("cases: open cp_plans | show: count | sources: { a: b }", "`sources` is one value or a list in [ ].")]
    [InlineData("cases: open cp_plans | show: count | sources: [[a]]", "`sources` is a list of single values.")]
    [InlineData("cases: open cp_plans | show: count | related: a", "`related` is a map: names with what each says, indented or in { }.")]
    [InlineData("cases: open cp_plans | show: count | examples: a", "`examples` is a list: one line each, begun with a dash.")]
    [InlineData("cases: open cp_plans | show: count | examples: [{ at: 2024-01-01, expect: case }]", "An example needs `given`: the records of one child.")]
    [InlineData("cases: open cp_plans | show: count | examples: [{ given: plan from 2024-01-02, expect: case }]", "An example of open cases needs the day it is judged: at: 2024-03-15.")]
    [InlineData("cases: open cp_plans | show: count | examples: [{ given: plan from 2024-01-02, at: 2024-03-01, expect: \"case, near\" }]",
        "Only a case not met falls in a near-miss bucket. To judge a variant write `variant: name`.\nThere is no variant \"near\". There are: none.")]
    [InlineData("cases: open cp_plans | show: count | examples: [{ given: plan from 2024-01-02; team, at: 2024-03-01, expect: case }]", "A team needs its code: team T1 kind CSWT.")]
    [InlineData("cases: open cp_plans | show: count | examples: [{ given: plan from 2024-01-02 prior_plans, at: 2024-03-01, expect: case }]", "prior_plans has no value after it.")]
    public void A_file_that_is_not_right_says_what_would_be(string lines, string says) => Assert.Equal(says, LintFixture.Says(lines.Split(" | ")));

    [Theory]
    [InlineData("cases: worker_posts by start", "exists(worker_posts where child.disabled)", "The case is worker posts, which are not a child's.")]
    [InlineData("cases: referrals", "exists(cp_visits in window)", "A dated case is judged once, whatever window is asked. Write `within … after case.date`, or count `open in window` cases.")]
    [InlineData("cases: referrals", "exists(cp_visits in last 2 weeks)", "In last … of what day? A dated case is judged once. Write `within 12 months before case.date`.")]
    [InlineData("cases: referrals", "exists(cp_visits at most 2 weeks ago)", "Ago from what day? A dated case is judged once. Write `within … before case.date`.")]
    public void A_case_that_is_judged_once_is_not_asked_of_a_day(string cases, string met, string says) => Assert.Equal(says, LintFixture.Says(cases, $"met: {met}"));

    [Theory]
    [InlineData("priorities.yaml", "our-plan: soon", "Priority our-plan needs a title and the plan it stands in.")]
    [InlineData("priorities.yaml", "our-plan: { title: Fewer wait }", "Priority our-plan needs a title and the plan it stands in.")]
    [InlineData("coverage.yaml", "cp-plans-open: all of it", "Coverage of cp-plans-open needs needs, from, verified, since.")]
    [InlineData("scorecards/ours.yaml", "title: Ours", "A scorecard needs `lists`: one or more, each with `indicators` and, from the second on, `from`.")]
    [InlineData("scorecards/ours.yaml", "- a", "The file holds no keys. Each file holds one, written as key: value.")]
    [InlineData("timescales/ours.yaml", "rows: [{ from: 2020-01-01, limit: 5 days, source: S, when: due > previous }]",
        "The last row from 1 January 2020 has a condition, so some due dates would have none. End with a row without `when`.")]
    public void Another_file_of_the_shelf_that_is_not_right_says_so_too(string file, string text, string says)
    {
        var home = Directory.CreateTempSubdirectory("bellwether-");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(home.FullName, file))!);
            File.WriteAllText(Path.Combine(home.FullName, file), text + "\n");
            var messages = Bellwether.Indicators.Definitions.Catalogue.Load(Bellwether.Codes.Shelf.Path(), home.FullName, ShippedCatalogue.Kinds, ShippedCatalogue.Codes).Messages;
            Assert.Equal(says, string.Join("\n", messages.Select(m => m.Text)));
        }
        finally { home.Delete(true); }
    }
}

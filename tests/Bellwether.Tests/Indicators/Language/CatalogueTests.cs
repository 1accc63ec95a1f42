using System.Text.Json;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Language;
using Xunit;

namespace Bellwether.Tests.Indicators.Language;

public sealed class CatalogueTests
{
    private static Catalogue Catalogue => ShippedCatalogue.Catalogue;

    [Theory]
    [InlineData("RV05", "adoption-plan-4m", "")]
    [InlineData("WF01", "caseload-cswt", "")]
    [InlineData("HE01", "health-assessments-in-time", "")]
    [InlineData("CN03", "cin-with-plan", "")]
    [InlineData("CN04", "cin-with-plan", "drafts")]
    [InlineData("cn05", "unallocated", "")]
    [InlineData("MI02", "return-interview-in-time", "")]
    [InlineData("MI03", "return-interview-in-time", "within-72-hours")]
    [InlineData("MI04", "return-interview-in-time", "held-at-all")]
    [InlineData("RV06", "placement-meeting-5wd", "")]
    [InlineData("LC01", "children-looked-after", "")]
    [InlineData("LC01/rate", "children-looked-after", "rate")]
    [InlineData("LC02", "care-starts", "")]
    [InlineData("LC03", "care-ends", "")]
    [InlineData("CN02", "open-caseload", "")]
    [InlineData("CP01", "cp-plans-open", "")]
    [InlineData("CP02", "cp-rate", "")]
    [InlineData("CP03", "cp-plans-started", "")]
    [InlineData("CP04", "cp-plans-ended", "")]
    [InlineData("CP09", "cp-reviews-in-time", "")]
    [InlineData("CP10", "cp-visit-in-time", "")]
    [InlineData("CN06", "unallocated-28-days", "")]
    [InlineData("RF01", "referrals", "")]
    [InlineData("RF02", "referral-rate", "")]
    [InlineData("RF03", "re-referral", "")]
    [InlineData("AS06", "assessments-45wd", "")]
    [InlineData("AS07", "assessments-open-over-45wd", "")]
    [InlineData("SC04", "icpc-15wd", "")]
    [InlineData("RV01", "cla-reviews-in-time", "")]
    [InlineData("RV02", "cla-reviews-in-time", "children")]
    [InlineData("PL01", "three-placements", "")]
    [InlineData("PL02", "long-term-stability", "")]
    [InlineData("adoption-plan-4m/just-outside", "adoption-plan-4m", "just-outside")]
    public void An_indicator_is_found_by_code_or_id(string name, string id, string variant)
    {
        var found = Catalogue.Find(name)!;
        Assert.Equal((id, variant), (found.Entry.Definition.Id, found.Variant));
        Assert.NotNull(found.Bound);
        Assert.Equal(variant, found.Bound!.Variant);
    }

    [Fact]
    public void A_name_that_is_not_there_is_null_and_has_neighbours()
    {
        Assert.Null(Catalogue.Find("cp-visits-in-time"));
        Assert.Contains("cp-visit-in-time", Catalogue.NearestTo("cp-visits-in-time"));
    }

    [Fact]
    public void Every_definition_says_what_people_need_to_trust_it()
    {
        Assert.True(Catalogue.Entries.Count >= 27);
        Assert.All(Catalogue.Entries, e =>
        {
            var d = e.Definition;
            Assert.NotEqual("", d.Why);
            Assert.NotEmpty(d.Sources);
            // Households and posts are broken down by what they are, not by a child's district or age.
            if (e.Bound!.Kind.Subject == SubjectKind.Child) Assert.NotEmpty(d.Breakdowns);
            Assert.NotEmpty(d.Windows);
            Assert.NotEqual("", d.Owner);
            Assert.NotEmpty(d.Changes);
            Assert.True(d.Examples.Count >= 4, d.Id);
        });
    }

    [Fact]
    public void The_titles_of_the_2017_scorecard_are_those_of_its_pages()
    {
        var scorecard = Catalogue.FindScorecard("scs-2017")!;
        Assert.Equal(
            [
                "% of cases where adoption agreed as plan within 4 months, for those with an agency decision",
                "Average Caseload of Social Workers in CSWTs",
                "% of CIC cases where all Health Assessments were held within required timescale",
                "% of CIN with a CIN Plan in place",
                "Number of unallocated cases",
                "% of Returner Interviews completed within 3 working days",
                "% of placement arrangement meetings held within 5 working days",
            ],
            scorecard.On(new DateOnly(2017, 6, 30)).Select(i => Catalogue.Find(i)!.Entry.Definition.Title));
        Assert.Equal(27, Catalogue.FindScorecard("children")!.On(new DateOnly(2024, 3, 31)).Distinct().Count());
    }

    [Fact]
    public void The_placement_meetings_are_in_force_from_April_2017() =>
        Assert.Equal(new DateOnly(2017, 4, 1), Catalogue.Find("RV06")!.Entry.Definition.From);

    [Theory]
    [InlineData("RV05", "Figures shown are based on a rolling 12 month period. The result for Apr 2017 for example shows performance for May 2016 to Apr 2017.", "Higher values are better.")]
    [InlineData("WF01", "Figures shown are based on a snapshot as at the end of the reporting month.", "Lower values are better.")]
    [InlineData("HE01", "Figures shown are based on a rolling 12 month period. The result for Apr 2017 for example shows performance for May 2016 to Apr 2017.", "Higher values are better.")]
    [InlineData("CN03", "Figures shown are based on a snapshot as at the end of the reporting month.", "Higher values are better.")]
    [InlineData("CN05", "Figures shown are based on a snapshot as at the end of the reporting month.", "Lower values are better.")]
    [InlineData("MI02", "Figures shown are based on a rolling 12 month period. The result for Apr 2017 for example shows performance for May 2016 to Apr 2017.", "Higher values are better.")]
    [InlineData("RV06", "Figures shown are based on a rolling 12 month period. The result for Apr 2017 for example shows performance for May 2016 to Apr 2017.", "Higher values are better.")]
    public void The_data_notes_say_what_six_of_the_seven_pages_say(string code, string data, string tolerance)
    {
        var found = Catalogue.Find(code)!;
        var notes = DefinitionText.Notes(found.Entry.Definition, found.Bound!, found.Entry.Definition.Windows[0], new Month(2017, 4));
        Assert.Equal((data, tolerance), (notes.Data, notes.Tolerance));
    }

    [Fact]
    public void What_is_counted_is_said_in_words() =>
        Assert.Equal(
            "Counted are missing episodes, each on its date; the percentage is of those that meet the standard. A case whose limit has not run out is left out until it has, met or not.",
            DefinitionText.Counts(Catalogue.Find("MI02")!.Bound!));

    [Fact]
    public void The_schema_lists_every_key_and_its_choices()
    {
        using var schema = JsonDocument.Parse(DefinitionSchema.Print());
        var properties = schema.RootElement.GetProperty("properties");
        Assert.Equal(DefinitionKeys.OfDefinition.Order(), properties.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(["higher", "lower", "neutral"], properties.GetProperty("better").GetProperty("enum").EnumerateArray().Select(e => e.GetString()));
        var variant = properties.GetProperty("variants").GetProperty("additionalProperties").GetProperty("properties");
        Assert.Equal(DefinitionKeys.OfVariant.Order(), variant.EnumerateObject().Select(p => p.Name).Order());
        var fallback = variant.GetProperty("fallback").GetProperty("anyOf")[0].GetProperty("properties");
        Assert.Equal(DefinitionKeys.OfFallback.Order(), fallback.EnumerateObject().Select(p => p.Name).Order());
    }

    [Fact]
    public void A_home_replaces_a_timescale_by_its_own()
    {
        var home = LintFixture.Load("timescales", "cp-visit", "rows:",
            "  - { limit: 4 weeks, source: policy of 2019 }", "  - { from: 2024-04-01, limit: 10 working days, source: policy of 2024 }");
        Assert.Equal(new Limit(4, LimitUnit.Week), home.Timescales["cp-visit"].LimitOn(new DateOnly(2024, 3, 31)));
        Assert.Equal(new Limit(10, LimitUnit.WorkingDay), home.Timescales["cp-visit"].LimitOn(new DateOnly(2024, 4, 1)));
        Assert.Equal(new Limit(10, LimitUnit.WorkingDay), Catalogue.Timescales["cp-visit"].LimitOn(new DateOnly(2024, 3, 31)));
    }

    [Fact]
    public void A_code_names_one_indicator() =>
        Assert.Equal("CP10 already names cp-visit-in-time. A code or id names one indicator.", LintFixture.Says("code: CP10", "cases: open cp_plans"));

    [Theory]
    [InlineData("rows: [ { limit: 10 days } ]", "This row names no source. Write the regulation, guidance or local policy the limit rests on.")]
    [InlineData("rows: [ { limit: soon, source: s } ]", "Timescale x has no row. Write rows: with a limit and its source.\nThis row has no limit. Write limit: 10 working days (or days, weeks, months, years).")]
    [InlineData("rows: [ { limit: 5 days, source: s, when: age(due) < 5 } ]", "The last row has a condition, so some due dates would have none. End with a row without `when`.")]
    public void A_timescale_that_is_not_right_is_named(string line, string says) =>
        Assert.Equal(says, string.Join("\n", LintFixture.Load("timescales", "x", line).Messages.Where(m => m.At.File == "x.yaml").Select(m => m.Text)));

    [Theory]
    [InlineData("for: cp_visits", "`for` names the spells that each run a clock: for: cp_plans.")]
    [InlineData("for: cp_plans", "`done_by` is missing: the events that end a turn, such as `its cp_reviews where held`.")]
    [InlineData("{ for: cp_plans, done_by: its cp_reviews }", "`limits` is missing: one limit for each turn, the last repeats.")]
    [InlineData("{ for: cp_plans, done_by: its cp_reviews, limits: [3] }", "`limits` is missing: one limit for each turn, the last repeats.\n\"3\" is no limit. Write timescale(id), or a number and working days, days, weeks, months or years.")]
    [InlineData("{ for: cp_plans, done_by: its cp_reviews, limits: [3 months], recorded_due: planned }", "cp_reviews has no date \"planned\". It has: date, cp_plan, due, held.")]
    public void A_clock_that_is_not_right_is_named(string line, string says) =>
        Assert.Equal(says, string.Join("\n", LintFixture.Load("clocks", "x", line).Messages.Where(m => m.At.File == "x.yaml").Select(m => m.Text)));

    [Fact]
    public void A_scorecard_names_indicators_that_exist() =>
        Assert.StartsWith(
            "There is no indicator \"cp-visits\". Nearest: cp-",
            string.Join("\n", LintFixture.Load("scorecards", "x", "lists: [ { indicators: [cp-visits] } ]").Messages.Select(m => m.Text)), StringComparison.Ordinal);

    [Fact]
    public void The_clock_of_health_tries_the_younger_limit_first()
    {
        var rows = Catalogue.Timescales["review-health"].On(new DateOnly(2024, 1, 1));
        Assert.Equal([6, 12], rows.Select(r => r.Limit.Length));
        Assert.IsType<ClockDue>(((Call)((Compare)rows[0].When!).Left).Arguments[0]);
        Assert.Equal(["due", "due", ""], new[] { "cla_review_dues", "cp_review_dues", "health_dues" }.Select(id => Catalogue.Clocks.Single(c => c.Id == id))
            .Select(c => c.RecordedDue < 0 ? "" : c.DoneBy.Kind.Fields[c.RecordedDue].Name));
    }
}

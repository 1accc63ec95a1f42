using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Language;
using Bellwether.Tests.Indicators.Engine;
using Xunit;

namespace Bellwether.Tests.Indicators.Language;

public sealed class BindingTests
{
    [Fact]
    public void A_limit_ago_binds_to_records_with_a_length()
    {
        var bound = LintFixture.Bind("cases: open cp_plans", "met: exists(cp_visits at most 10 working days ago where seen)");
        var aggregate = Assert.IsType<Aggregate>(bound.Met);
        Assert.Equal((Gathering.Exists, When.AtMostAgo), (aggregate.Gathering, aggregate.Records.When));
        Assert.Equal(new Length(new Limit(10, LimitUnit.WorkingDay), ""), aggregate.Records.Length);
        Assert.Equal(new FieldOf(ValueKind.Truth, Reader.Row, [], aggregate.Records.Kind, aggregate.Records.Kind.IndexOf("seen")).Field, ((FieldOf)aggregate.Records.Where!).Field);
        Assert.Equal((CaseForm.Open, Show.Percentage, Per.Record), (bound.Form, bound.Show, bound.Per));
    }

    [Fact]
    public void A_link_is_followed_hop_by_hop()
    {
        var bound = LintFixture.Bind("cases: cp_reviews", "met: date >= cp_plan.icpc.date");
        var right = Assert.IsType<FieldOf>(Assert.IsType<Compare>(bound.Met).Right);
        Assert.Equal("icpcs", right.Kind.Name);
        Assert.Equal([ShippedCatalogue.Kinds["cp_reviews"].IndexOf("cp_plan"), ShippedCatalogue.Kinds["cp_plans"].IndexOf("icpc")], right.Hops);
    }

    [Fact]
    public void A_worker_and_a_team_are_reached_by_their_own_fields()
    {
        var bound = LintFixture.Bind("cases: open allocations", "where: worker.qualified and team.kind = \"CSWT\"");
        var and = Assert.IsType<And>(bound.Where);
        Assert.Same(Vocabulary.Workers, ((FieldOf)and.Left).Kind);
        var kind = Assert.IsType<Compare>(and.Right);
        Assert.Same(Vocabulary.Teams, ((FieldOf)kind.Left).Kind);
        Assert.Equal(new TextConstant("CSWT"), kind.Right);
    }

    [Theory]
    [InlineData("worker is none", "?", "unknown")]
    [InlineData("worker is none", "-", "met")]
    [InlineData("worker is none", "W1", "not met")]
    [InlineData("worker is not none", "?", "unknown")]
    [InlineData("worker is not none", "-", "not met")]
    [InlineData("worker is not none", "W1", "met")]
    [InlineData("worker is known", "?", "not met")]
    public void None_is_not_unknown(string met, string worker, string verdict) => Assert.Equal(
        $"2024-01-02 {verdict}", EngineFixture.Timeline($"cases: open allocations | met: {met}", "cin_episodes | C1 | start=2024-01-02", $"allocations | C1 | start=2024-01-02; worker={worker}; role=CW"));

    [Fact]
    public void A_code_becomes_its_place_in_its_list_and_a_group_all_its_codes()
    {
        var codes = ShippedCatalogue.Codes["placement-type"];
        var one = Assert.IsType<Compare>(LintFixture.Bind("cases: open placements", "met: type = \"U4\"").Met);
        Assert.Equal(codes.Index("U4"), ((Constant)one.Right).Cell);
        Assert.Equal("placement-type", one.Right.CodeList);
        var group = Assert.IsType<OneOf>(LintFixture.Bind("cases: open placements", "met: type = \"foster\"").Met);
        Assert.Equal(["U1", "U2", "U3", "U4", "U5", "U6"], group.Cells.Select(c => codes.Entries[c].Code));
    }

    [Fact]
    public void A_text_field_in_a_list_of_texts_stays_text()
    {
        var bound = LintFixture.Bind("cases: open assessments", "met: type not in [\"initial\", \"core\"]");
        Assert.Equal(["initial", "core"], Assert.IsType<OneOfTexts>(Assert.IsType<Not>(bound.Met).Inner).Texts);
    }

    [Fact]
    public void A_comparison_with_no_turns_the_condition_round_where_there_is_a_value()
    {
        var both = Assert.IsType<And>(LintFixture.Bind("cases: open cp_plans", "met: other_authority = no").Met);
        var value = Assert.IsType<FieldOf>(Assert.IsType<Not>(both.Right).Inner);
        Assert.Equal(new Compare(Comparison.Equal, value, value), both.Left);
    }

    [Fact]
    public void Numbers_are_thousandths_and_the_case_date_is_its_own_node()
    {
        var bound = LintFixture.Bind("cases: referrals", "met: days(case.date, 2024-01-01) * 1.5 > 2");
        var compare = Assert.IsType<Compare>(bound.Met);
        var times = Assert.IsType<Arithmetic>(compare.Left);
        Assert.Equal(new Constant(ValueKind.Number, 1500), times.Right);
        Assert.IsType<CaseDate>(Assert.IsType<Call>(times.Left).Arguments[0]);
        Assert.Equal(2000, ((Constant)compare.Right).Cell);
    }

    [Fact]
    public void A_bare_event_counts_on_its_date_and_several_dates_each_once()
    {
        Assert.Equal(0, ((FieldOf)Assert.Single(LintFixture.Bind("cases: referrals", "show: count").Dates)).Field);
        Assert.Equal(3, LintFixture.Bind("cases: care_leavers by birthday(19), birthday(20), birthday(21)", "show: count").Dates.Count);
    }

    [Fact]
    public void Two_kinds_that_share_a_link_are_joined_by_it()
    {
        var bound = LintFixture.Bind("cases: referrals", "unbounded: yes", "met: exists(its assessments where type = \"single\")");
        var records = Assert.IsType<Aggregate>(bound.Met).Records;
        Assert.False(records.Its);
        var linked = Assert.IsType<Compare>(Assert.IsType<And>(records.Where).Left);
        Assert.Equal((Reader.Row, Reader.Case), (((FieldOf)linked.Left).From, ((FieldOf)linked.Right).From));
    }

    [Fact]
    public void A_rate_divides_by_the_population_unless_the_definition_says_otherwise()
    {
        Assert.Equal(new Population(0, 17), LintFixture.Bind("cases: referrals", "show: rate").Over);
        Assert.Equal(new Population(5, 16), LintFixture.Bind("cases: referrals", "show: rate", "over: population(5-16)").Over);
    }

    [Fact]
    public void A_variant_lays_its_keys_over_the_definition_and_also_adds()
    {
        var entry = ShippedCatalogue.Catalogue.Find("health-assessments-in-time")!.Entry;
        var added = Assert.IsType<And>(entry.Variants["without-uasc"].Where);
        Assert.Equal(TreeWalk.All(entry.Bound!.Where).Count(), TreeWalk.All(added.Left).Count());
        Assert.Equal(["uasc_spells"], TreeWalk.Kinds(added.Right).Select(k => k.Name));
        Assert.Equal(["health_dues"], TreeWalk.Kinds(entry.Variants["without-uasc"].Met).Select(k => k.Name));
        Assert.Equal(new Limit(20, LimitUnit.WorkingDay), entry.Variants["initial-in-20wd"].Limits["initial-health"]);
    }

    [Fact]
    public void Splits_are_bound_by_bands_and_by_conditions()
    {
        var bands = ShippedCatalogue.Catalogue.Find("icpc-15wd")!.Bound!.Split!;
        Assert.Equal([new Band("0-10", 0, 10), new Band("11-15", 11, 15), new Band("16-20", 16, 20), new Band("21+", 21, null)], bands.Bands);
        var named = ShippedCatalogue.Catalogue.Find("unallocated")!.Bound!.Split!;
        Assert.Equal(["protection", "in care", "in need"], named.Members.Select(m => m.Name));
        Assert.Null(named.By);
    }

    [Fact]
    public void The_kinds_an_indicator_needs_are_read_off_its_expressions() =>
        Assert.Equal(
            ["missing_episodes", "return_interviews"],
            TreeWalk.Kinds(ShippedCatalogue.Catalogue.Find("MI02")!.Bound!).Select(k => k.Name));

    [Fact]
    public void A_clock_makes_a_kind_whose_records_are_the_cases_of_its_own()
    {
        var kind = ShippedCatalogue.Catalogue.Kinds["cp_review_dues"];
        Assert.Equal(["start", "end", "due", "late", "turn", "cp_plan"], kind.Fields.Select(f => f.Name));
        Assert.Equal(RecordShape.Spell, kind.Shape);
        Assert.Equal(BoundClock.ForField, kind.LinkTo("cp_plans"));
    }
}

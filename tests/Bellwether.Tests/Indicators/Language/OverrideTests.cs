using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Language;
using Xunit;

namespace Bellwether.Tests.Indicators.Language;

/// <summary>A council's own rules over the national files, and what a mistake in them does.</summary>
public sealed class OverrideTests
{
    [Fact]
    public void Polarity_decimals_and_owner_are_laid_over_the_national_file_which_stays_as_it_is()
    {
        var catalogue = Home(("overrides/referral-rate.yaml", "better: lower\ndecimals: 0\nowner: Head of the front door\n"));
        var own = catalogue.Find("RF02")!.Entry;
        Assert.Equal((Better.Lower, 0, "Head of the front door"), (own.Definition.Better, own.Definition.Decimals, own.Definition.Owner));
        Assert.Equal(["better", "decimals", "owner"], own.Definition.Overridden);
        Assert.Equal(ShippedCatalogue.Catalogue.Find("RF02")!.Entry.Definition.Title, own.Definition.Title);
        Assert.NotEmpty(own.Definition.Examples);
        Assert.Equal(Better.Neutral, ShippedCatalogue.Catalogue.Find("RF02")!.Entry.Definition.Better);
        Assert.Empty(catalogue.Messages);
    }

    [Fact]
    public void A_population_is_narrowed_by_also_and_the_national_examples_no_longer_speak_of_it()
    {
        var catalogue = Home(("overrides/cin-with-plan.yaml", "also: age(as_at) < 18\n"));
        var own = catalogue.Find("CN03")!.Entry;
        Assert.EndsWith("and (age(as_at) < 18)", own.Definition.Written["where"], StringComparison.Ordinal);
        Assert.NotNull(own.Bound);
        Assert.Empty(own.Definition.Examples);
        var message = Assert.Single(catalogue.Messages);
        Assert.Equal(
            "cin-with-plan.yaml:1:1: warning: This changes what is counted, so the examples of the file it lies over are left out. Give `examples` of your own.", message.ToString());
    }

    [Fact]
    public void A_local_indicator_and_a_local_limit_need_nothing_national()
    {
        var catalogue = Home(
            ("indicators/our-own.yaml", "title: Ours\ncases: referrals\nshow: count\n"),
            ("timescales/single-assessment.yaml", "rows:\n  - { limit: 40 working days, source: policy of 2025 }\n"),
            ("priorities.yaml", "our-plan-1:\n  title: Fewer children wait\n  plan: Our council's plan 2025\n"));
        Assert.NotNull(catalogue.Find("our-own")!.Bound);
        Assert.Equal(new Limit(40, LimitUnit.WorkingDay), catalogue.LimitOn("single-assessment", new(2025, 1, 1)));
        Assert.Equal("Our council's plan 2025", catalogue.Priorities["our-plan-1"].Plan);
        Assert.DoesNotContain(catalogue.Messages, m => m.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("overrides/referral-rat.yaml", "better: lower\n", "referral-rat.yaml:1:1: error: There is no indicator \"referral-rat\" to lie over. Nearest: referral-rate, referrals,")]
    [InlineData("overrides/referral-rate.yaml", "beter: lower\n", "referral-rate.yaml:1:1: error: An override has no key \"beter\". Did you mean `better`?")]
    [InlineData("overrides/referral-rate.yaml", "better: up\n", "referral-rate.yaml:1:9: error: `better` is \"up\". Write higher | lower | neutral.")]
    [InlineData("overrides/referral-rate.yaml", "title: x\nwhere: nfaa\n", "referral-rate.yaml:2:8: error: referrals has no field \"nfaa\". Did you mean `nfa`?")]
    [InlineData("indicators/x.yaml", "title: T\ncases: referrals\nmet: sourc = \"1A\"\n", "x.yaml:3:6: error: referrals has no field \"sourc\". Did you mean `source`?")]
    [InlineData("indicators/x.yaml", "title: T\ncases: referrals\nmet: date = nfa\n", "x.yaml:3:11: error: `date` is a date, `nfa` is a condition: compare two of a kind.")]
    [InlineData("indicators/x.yaml", "title: T\ncases: assessments by end\nmet: end <= start + timescale(single-assessment)\n", "x.yaml:3:6: warning: Timescale single-assessment has no row before 15 April 2013, so an earlier case can't be told. Write `from: 2013-04-15`, or add a row with its source.")]
    [InlineData("indicators/x.yaml", "title: T\ncases: referrals\ncode: RF01\n", "x.yaml:3:7: error: RF01 already names referrals. A code or id names one indicator.")]
    [InlineData("indicators/x.yaml", "title: T\ncases: referrals\npriorities: [framework-9]\n", "x.yaml:3:14: error: There is no priority \"framework-9\". Nearest: framework-")]
    [InlineData("indicators/x.yaml", "title: T\ncases: referrals\nrelated: { drives: [refferals] }\n", "x.yaml:3:21: error: There is no indicator \"refferals\". Nearest: referrals")]
    [InlineData("indicators/x.yaml", "title: T\ncases: referrals\nrelated: { drives: [x] }\n", "x.yaml:3:21: error: \"x\" is this indicator itself. Name another, or leave it out.")]
    [InlineData("indicators/x.yaml", "title: T\ncases: referrals\nrelated: { drive: [referrals] }\n", "x.yaml:3:12: error: `related` has no key \"drive\". Did you mean `drives`?")]
    [InlineData("clocks/round.yaml", "for: round\ndone_by: its cp_reviews\nlimits: [3 months]\n", "round.yaml:1:6: error: round are this clock's own turns, so it would go round in a circle. A clock runs on the records of records.yaml.")]
    [InlineData("clocks/round.yaml", "for: cp_plans\ndone_by: its cp_review_dues\nlimits: [3 months]\n", "round.yaml:2:10: error: cp_review_dues are turns of another clock. A clock runs on the records of records.yaml.")]
    [InlineData("timescales/x.yaml", "for: cp_plans\nrows:\n  - { limit: 3 months, source: s, when: due > start + timescale(x) }\n  - { limit: 6 months, source: s }\n", "x.yaml:3:41: error: A row can't ask for a timescale: it could go round in a circle. Write the length itself.")]
    [InlineData("coverage.yaml", "referalls:\n  verified: no\n", "coverage.yaml:1:1: error: There is no indicator \"referalls\". Nearest: referrals")]
    public void A_mistake_names_file_line_column_and_the_nearest_right_word(string file, string text, string says) =>
        Assert.Contains(Home((file, text)).Messages, m => m.ToString().StartsWith(says, StringComparison.Ordinal));

    [Fact]
    public void Two_files_of_one_id_are_named_and_the_rest_of_the_shelf_stands()
    {
        var catalogue = Home(("indicators/a/x.yaml", "title: T\ncases: referrals\n"), ("indicators/b/x.yaml", "title: U\ncases: contacts\n"));
        Assert.Equal("x.yaml:1:1: error: Two folders hold a file of this name: a and b. The name is the id: keep one, or give the other its own.", Assert.Single(catalogue.Messages).ToString());
        Assert.Equal("T", catalogue.Find("x")!.Entry.Definition.Title);
        Assert.NotNull(catalogue.Find("RF01")!.Bound);
    }

    [Fact]
    public void A_definition_with_a_mistake_is_left_out_and_every_other_stands()
    {
        var catalogue = Home(("indicators/referrals.yaml", "title: Ours\ncases: referral\n"));
        Assert.Null(catalogue.Find("referrals")!.Bound);
        Assert.Equal(ShippedCatalogue.Catalogue.Entries.Count(e => e.Bound is not null) - 1, catalogue.Entries.Count(e => e.Bound is not null));
    }

    [Theory]
    [InlineData("ours:\n  shape: spell\n  of: child\n  made_from: [held_cases]\n  fields: {}\n", "ours is made from held_cases, which is derived itself. Name kinds that records bring.")]
    [InlineData("ours:\n  shape: event\n  of: chid\n  fields: {}\n", "records.yaml line 3: of is \"chid\". Write child, worker, team or area.")]
    [InlineData("- ours\n- theirs\n", "records.yaml line 1: The file holds no keys.")]
    [InlineData("ours:\n  shape: event\n  fields: { kind: [a, b] }\n", "records.yaml line 3: kind has type \"\".")]
    [InlineData("[ours, theirs]: event\n", "records.yaml line 1: A name is one word.")]
    public void A_kind_that_is_not_as_the_language_has_it_is_refused(string records, string says)
    {
        var home = Directory.CreateTempSubdirectory("bellwether-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(home, "records.yaml"), records);
            var fault = Assert.Throws<ShelfException>(() => RecordKinds.Load(Shelf.Path(), home));
            Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        }
        finally { Directory.Delete(home, true); }
    }

    private static Catalogue Home(params (string File, string Text)[] files)
    {
        var home = Directory.CreateTempSubdirectory("bellwether-").FullName;
        try
        {
            foreach (var (file, text) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(home, file))!);
                File.WriteAllText(Path.Combine(home, file), text);
            }
            return Catalogue.Load(Shelf.Path(), home, ShippedCatalogue.Kinds, ShippedCatalogue.Codes);
        }
        finally { Directory.Delete(home, true); }
    }
}

using Bellwether.Codes;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Language;
using Bellwether.Tests.Indicators.Language;
using Xunit;

namespace Bellwether.Tests.House;

/// <summary>The catalogue: every row of it there, every definition whole, every claim of coverage held to the definition.</summary>
public sealed class WholeDefinitionTests
{
    private static readonly (string Letters, int Count)[] Rows =
    [
        ("FD", 3), ("EH", 2), ("RF", 7), ("AS", 10), ("SC", 5), ("CN", 11), ("CP", 13), ("LC", 8), ("RV", 8), ("PL", 6), ("HE", 7), ("ED", 6), ("MI", 4),
        ("PM", 9), ("CL", 6), ("FO", 3), ("WF", 8), ("LG", 2), ("QA", 1), ("FI", 1),
    ];

    private static Catalogue Catalogue => ShippedCatalogue.Catalogue;

    [Fact]
    public void All_120_rows_of_the_catalogue_are_there()
    {
        var codes = Rows.SelectMany(r => Enumerable.Range(1, r.Count).Select(n => $"{r.Letters}{n:00}")).ToList();
        Assert.Equal(120, codes.Count);
        Assert.DoesNotContain(codes, c => Catalogue.Find(c)?.Bound is null);
    }

    [Fact]
    public void Every_definition_is_whole() =>
        Assert.Empty(Catalogue.Entries.SelectMany(e => DefinitionGaps.Of(e, Catalogue).Select(gap => $"{e.Definition.Id}: {gap}")));

    /// <summary>The check itself sees a gap.</summary>
    [Theory]
    [InlineData("no priorities", "cases: referrals")]
    [InlineData("no related", "cases: referrals")]
    [InlineData("no better", "cases: referrals")]
    [InlineData("no benchmark", "cases: referrals")]
    [InlineData("no variants", "cases: referrals")]
    [InlineData("not in coverage.yaml", "cases: referrals")]
    [InlineData("a rate that is not annualised", "cases: referrals", "show: rate")]
    [InlineData("a benchmark that names nothing", "cases: referrals", "benchmark: { note: none published }")]
    [InlineData("no example not met", "cases: referrals", "met: nfa", "examples: [ { given: \"referral 2024-03-01 nfa\", expect: met } ]")]
    [InlineData("no example of a boundary day and the day beside it", "cases: referrals", "examples: [ { given: \"referral 2024-03-01\", at: 2024-03-01, expect: case }, { given: \"referral 2024-03-01\", at: 2024-02-20, expect: not a case } ]")]
    [InlineData("no example with unknown data", "cases: referrals", "examples: [ { given: \"referral 2024-03-01\", expect: case } ]")]
    [InlineData("no example across Easter", "cases: icpcs", "met: date <= s47.start + timescale(icpc)", "examples: [ { given: \"s47 2024-06-03; conference 2024-06-10\", expect: met } ]")]
    public void A_gap_is_seen(string gap, params string[] lines)
    {
        var home = Directory.CreateTempSubdirectory("bellwether-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(home, "indicators"));
            File.WriteAllLines(Path.Combine(home, "indicators", "x.yaml"), [.. lines, "title: T"]);
            var catalogue = Catalogue.Load(Shelf.Path(), home, ShippedCatalogue.Kinds, ShippedCatalogue.Codes);
            Assert.Contains(gap, DefinitionGaps.Of(catalogue.Find("x")!.Entry, catalogue));
        }
        finally { Directory.Delete(home, true); }
    }

    [Fact]
    public void Coverage_names_what_the_expressions_ask_for() => Assert.Empty(Catalogue.Entries
        .Where(e => !TreeWalk.Needs(e.Bound!).SequenceEqual(Catalogue.Needs[e.Definition.Id].Kinds))
        .Select(e => $"{e.Definition.Id}: coverage.yaml should say needs: [{string.Join(", ", TreeWalk.Needs(e.Bound!))}]"));

    [Fact]
    public void Coverage_says_what_was_checked_and_since_when_and_of_every_format() => Assert.All(Catalogue.Needs, n =>
    {
        Assert.NotEqual("", n.Value.Verified);
        Assert.NotNull(n.Value.Since);
        Assert.Subset(n.Value.From.Keys.ToHashSet(), new HashSet<string> { "ssd", "annex-a", "ssda903", "cin-census", "csww", "daily-flow" });
        Assert.True(n.Value.Whole.Count + n.Value.InPart.Count > 0, $"{n.Key}: no format brings it, not even a local file");
    });

    /// <summary>TS22 is an age, and stands in CN09; the rest are timescales.</summary>
    [Fact]
    public void Every_statutory_clock_is_there_with_a_source()
    {
        var codes = Catalogue.Timescales.Values.Select(t => t.Code).ToHashSet();
        Assert.DoesNotContain(Enumerable.Range(1, 21).Select(n => $"TS{n:00}"), c => !codes.Contains(c));
        Assert.Contains("age(as_at) >= 14", Catalogue.Find("CN09")!.Entry.Definition.Written["where"], StringComparison.Ordinal);
        Assert.All(Catalogue.Timescales.Values.SelectMany(t => t.Rows), r => Assert.NotEqual("", r.Source));
    }

    [Fact]
    public void What_drives_another_is_told_from_both_ends() => Assert.Empty(
        from entry in Catalogue.Entries
        from driven in entry.Definition.Related.Drives
        where !Catalogue.Find(driven)!.Entry.Definition.Related.OutcomeOf.Contains(entry.Definition.Id)
        select $"{driven}: outcome_of should name {entry.Definition.Id}");

    [Fact]
    public void Every_priority_is_served_by_some_indicator() =>
        Assert.Empty(Catalogue.Priorities.Keys.Except(Catalogue.Entries.SelectMany(e => e.Definition.Priorities)));
}

using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Xunit;

namespace Bellwether.Tests.Indicators;

/// <summary>Every worked example of every definition, on the fast and the plain evaluator.</summary>
public sealed class ExampleTests
{
    private static readonly RecordKinds Kinds = RecordKinds.Load(Shelf.Path());
    private static readonly CodeLists Codes = CodeLists.Load(Path.Combine(Shelf.Path(), "codes"));
    private static readonly Catalogue Catalogue = Catalogue.Load(Shelf.Path(), null, Kinds, Codes);
    private static readonly IReadOnlyList<ExampleResult> Results = Examples.Run(Catalogue, Kinds, Codes);

    public static TheoryData<string> Ids() => [.. Catalogue.Entries.Select(e => e.Definition.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_example_holds_on_both_evaluators(string id)
    {
        var results = Results.Where(r => r.Definition.Id == id).ToList();
        Assert.NotEmpty(results);
        Assert.Equal("", string.Join("\n", results.Where(r => !r.Passes).Select(r => r.Complaint)));
    }

    [Fact]
    public void A_wrong_example_is_seen()
    {
        var right = Results.First(r => r.Passes && r.Example.Expect == Bellwether.Indicators.Verdict.Met);
        var wrong = right with { Example = right.Example with { Expect = Bellwether.Indicators.Verdict.NotMet } };
        Assert.False(wrong.Passes);
        Assert.Contains("expected NotMet", wrong.Complaint, StringComparison.Ordinal);
    }
}

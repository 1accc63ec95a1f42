using System.Text.RegularExpressions;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Journeys;
using Bellwether.Publications;
using Bellwether.Tests.Indicators.Language;
using Xunit;

namespace Bellwether.Tests.House;

/// <summary>Documents and messages: current, complete, and in whole sentences.</summary>
public sealed partial class ManualTests
{
    private static readonly IReadOnlyList<(string File, string Text)> Pages =
        Manual.Pages(ShippedCatalogue.Catalogue, ShippedCatalogue.Kinds, ShippedCatalogue.Codes, SeedChecklist.Load(Shelf.Path()));

    public static TheoryData<string> Files => [.. Pages.Select(p => p.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_generated_document_is_up_to_date(string file)
    {
        var there = File.ReadAllText(Path.Combine(Checkout.Root, "docs", file)).ReplaceLineEndings("\n");
        Assert.True(there == Pages.Single(p => p.File == file).Text, $"docs/{file} is out of date. Run ./dev docs");
    }

    [Fact]
    public void Every_indicator_and_every_example_is_in_the_manual()
    {
        var text = Pages.Single(p => p.File == "indicators.md").Text;
        Assert.All(ShippedCatalogue.Catalogue.Entries, e => Assert.Contains($"id=\"{e.Definition.Id}\"", text, StringComparison.Ordinal));
        Assert.All(ShippedCatalogue.Catalogue.Entries.SelectMany(e => e.Definition.Examples), e => Assert.Contains($"| `{e.Given}` |", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_code_of_a_rejected_file_is_listed_and_none_besides() => Assert.Equal(
        Checkout.Sources("src/Bellwether/Extracts/Reading").Concat(new[] { "ReturnHeader.cs", "ExtractFile.cs" }.Select(f => Path.Combine(Checkout.Root, "src/Bellwether/Extracts", f)))
            .SelectMany(f => FaultCode().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Distinct().Order(StringComparer.Ordinal),
        FileFaults.All.Select(f => f.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void No_two_findings_have_one_code() =>
        Assert.Distinct(Findings().Select(f => f.Code));

    [Fact]
    public void Every_finding_is_a_sentence_and_says_what_to_do() => Assert.Empty(
        Findings().SelectMany(f => Faults(f).Select(fault => $"{f.Code}: {fault}")));

    [Theory]
    [InlineData("The row has no id.", "Nothing.", "what to do is no instruction")]
    [InlineData("The row has no id", "Add the id.", "what was found does not end with a full stop")]
    [InlineData("The row  has no id.", "Add the id.", "two spaces")]
    [InlineData("The row has no id.", "It should have one.", "what to do is no instruction")]
    [InlineData("the row has no id.", "Add the id.", "what was found does not begin with a capital")]
    public void The_check_on_words_sees_a_fault(string found, string toDo, string fault) =>
        Assert.Equal([fault], Faults(new FindingEntry("x", Outcome.Noted, found, toDo)));

    private static IEnumerable<FindingEntry> Findings() =>
        FindingCatalogue.All.Concat(FileFaults.All).Concat(JourneyFindings.All.Select(f => new FindingEntry(f.Code, Outcome.Noted, f.Found, f.ToDo)));

    private static IEnumerable<string> Faults(FindingEntry finding)
    {
        // The reader of the file brings the whole sentence of a file-note; other texts may end with a sentence that is filled in.
        var sentence = finding.Code == "file-note" ? "A note." : Ending().Replace(finding.Sentence, "");
        var toDo = Ending().Replace(finding.ToDo, "");
        if (!sentence.EndsWith('.')) yield return "what was found does not end with a full stop";
        if (!toDo.EndsWith('.')) yield return "what to do does not end with a full stop";
        if (sentence.Contains("  ", StringComparison.Ordinal) || toDo.Contains("  ", StringComparison.Ordinal)) yield return "two spaces";
        if (!char.IsUpper(sentence[0]) && sentence[0] != '{') yield return "what was found does not begin with a capital";
        if (!Instruction().IsMatch(toDo)) yield return "what to do is no instruction";
    }

    // A last "{1}" after a full stop is a sentence of its own, with or without the space it brings.
    [GeneratedRegex(@"(?<=\.) ?\{\d\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(?:Nothing needs doing(?:\.|,)|(?:Add|Check|Close|Correct|Delete|Do|End|Export|Fill|Find|Format|Leave|Load|Name|Open|Put|Remove|Rename|Save|Send|Tell|Type|Unmerge|Use|Write)\b .)", RegexOptions.CultureInvariant)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"""((?:(?:file|csv|xlsx|xls|xml|json|archive)-|too-|row-too-|value-too-)[a-z-]+)""\s*,", RegexOptions.CultureInvariant)]
    private static partial Regex FaultCode();
}

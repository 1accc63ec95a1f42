using Bellwether.Extracts;
using Bellwether.Journeys;
using Bellwether.Tests.Corpus;
using Xunit;

namespace Bellwether.Tests.House;

/// <summary>
/// Every finding has a file that causes it, and the page of findings shows that file's line. A new finding needs a case in the corpus, in
/// FindingTests or in Causes; then run this with BELLWETHER_WRITE_EXAMPLES=1 to write definitions/finding-examples.csv again.
/// </summary>
public sealed class FindingExampleTests
{
    private static readonly string Path = System.IO.Path.Combine(Checkout.Root, "definitions", "finding-examples.csv");

    private static readonly Lazy<IReadOnlyDictionary<string, (string Place, string Line)>> Examples = new(Causes.Examples);

    [Fact]
    public void Every_finding_is_caused_by_a_file() => Assert.Empty(
        FindingCatalogue.All.Select(f => f.Code).Concat(FileFaults.All.Select(f => f.Code)).Concat(JourneyFindings.All.Select(f => f.Code)).Except(Examples.Value.Keys));

    [Fact]
    public void The_examples_of_the_page_of_findings_are_those_of_the_files()
    {
        var text = "code,place,line\n" + string.Concat(Examples.Value.Select(e => $"{e.Key},{Quoted(e.Value.Place)},{Quoted(e.Value.Line)}\n"));
        if (Environment.GetEnvironmentVariable("BELLWETHER_WRITE_EXAMPLES") is { Length: > 0 }) File.WriteAllText(Path, text);
        Assert.Equal(text, File.ReadAllText(Path).ReplaceLineEndings("\n"));
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

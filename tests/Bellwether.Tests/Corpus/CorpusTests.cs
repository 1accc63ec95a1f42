using Xunit;

namespace Bellwether.Tests.Corpus;

/// <summary>Every case of the corpus of bad inputs ends as its line of manifest.csv says: outcome, code, place, and what became of the rows.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Light => [.. Manifest.Lines.Where(l => l.Pending.Length == 0 && l.PlayedBy.Length == 0 && !Corpus.Of(l.Name).Heavy).Select(l => l.Name)];

    public static TheoryData<string> Heavy => [.. Manifest.Lines.Where(l => Corpus.Of(l.Name).Heavy).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Light))]
    public void A_case_ends_as_the_manifest_says(string name)
    {
        var said = Manifest.Of(name);
        Assert.Equal(said.Line(), Manifest.Line(Corpus.Play(Corpus.Of(name))));
    }

    [Theory]
    [MemberData(nameof(Heavy))]
    public void A_heavy_case_does_too_within_its_time_and_memory(string name)
    {
        var said = Manifest.Of(name);
        var (seen, seconds, megabytes) = Child.Play(name);
        Assert.Equal(said.Line(), seen);
        Assert.True(seconds <= said.Seconds && megabytes <= said.Megabytes, $"{name} took {seconds} s and {megabytes} MB; it may take {said.Seconds} s and {said.Megabytes} MB.");
    }

    [Fact]
    public void The_manifest_has_a_line_for_every_case_and_a_case_for_every_line() =>
        Assert.Equal(Corpus.All.Select(c => c.Name).Order(StringComparer.Ordinal), Manifest.Lines.Select(l => l.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void All_138_cases_of_the_reference_are_there() => Assert.Equal(Corpus.Size, Manifest.Lines.Select(l => l.Case).Where(c => Corpus.Families.Contains(c[0])).Distinct().Count());

    [Fact]
    public void What_is_no_file_is_played_by_a_test_that_names_it() => Assert.All(Manifest.Lines.Where(l => l.PlayedBy.Length > 0), line =>
        Assert.Contains(line.Case, File.ReadAllText(Path.Combine(House.Checkout.Root, line.PlayedBy)), StringComparison.Ordinal));

    /// <summary>A case that waits for another part of the product says so, and stops saying so once that part is there.</summary>
    [Fact]
    public void What_is_still_awaited_is_named_and_has_not_come() => Assert.Empty(
        from line in Manifest.Lines
        where line.Pending.Length > 0
        let seen = Corpus.Play(Corpus.Of(line.Name))
        // A case that writes no file is played elsewhere.
        where seen.Outcome == line.Outcome && !seen.Findings.Any(f => f.StartsWith("nothing-to-read", StringComparison.Ordinal))
        select line.Name);
}

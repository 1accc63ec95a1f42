using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Bellwether.Tests.House;

/// <summary>What a reader of the checkout may rely on.</summary>
public sealed partial class TidyTests
{
    [Fact]
    public void No_source_names_a_place_on_the_machine_it_was_written_on() => Assert.Empty(
        (from file in Checkout.Sources("src")
         where MachinePath().IsMatch(File.ReadAllText(file))
         select Checkout.Short(file)).ToList());

    [Fact]
    public void Every_link_of_a_document_leads_somewhere() => Assert.Empty(
        (from file in Documents()
         from Match link in Link().Matches(File.ReadAllText(file))
         let to = link.Groups[1].Value
         where !to.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, to))
         select $"{Checkout.Short(file)}: {to}").ToList());

    [Fact]
    public void Every_public_type_of_the_core_says_what_it_is() => Assert.Empty(
        (from file in Checkout.Sources("src/Bellwether")
         let lines = File.ReadAllLines(file)
         from line in Enumerable.Range(0, lines.Length)
         where PublicType().IsMatch(lines[line]) && !IsSaid(lines, line)
         select $"{Checkout.Short(file)}:{line + 1}").ToList());

    [Fact]
    public void The_solution_lists_every_project()
    {
        var listed = XDocument.Load(Path.Combine(Checkout.Root, "Bellwether.slnx")).Descendants("Project")
            .Select(p => p.Attribute("Path")!.Value).Order(StringComparer.Ordinal);
        var there = new[] { "src", "tests", "bench" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Checkout.Root, f), "*.csproj", SearchOption.AllDirectories))
            .Select(f => Checkout.Short(f).Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(there, listed);
    }

    [Fact]
    public void Clocks_culture_and_the_console_are_banned()
    {
        var banned = File.ReadAllText(Path.Combine(Checkout.Root, "BannedSymbols.txt"));
        Assert.All(["P:System.DateTime.Now;", "P:System.DateTimeOffset.UtcNow;", "M:System.Math.Round(System.Decimal);", "T:System.Console;"],
            symbol => Assert.Contains(symbol, banned, StringComparison.Ordinal));
        Assert.Contains("BannedSymbols.txt", File.ReadAllText(Path.Combine(Checkout.Root, "Directory.Build.props")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public sealed class Rater", true)]
    [InlineData("public readonly record struct Limit(int Length)", true)]
    [InlineData("internal sealed class Pass", false)]
    [InlineData("    public string Title", false)]
    public void The_check_on_public_types_sees_one(string line, bool isType) => Assert.Equal(isType, PublicType().IsMatch(line));

    [Theory]
    [InlineData("var file = \"/home/someone/x.csv\";", true)]
    [InlineData("// as in C:\\\\Users\\\\me", true)]
    [InlineData("/work/shared/data", true)]
    [InlineData("Map(\"/worklists/{id}\")", false)]
    public void The_check_on_places_sees_one(string line, bool isPlace) => Assert.Equal(isPlace, MachinePath().IsMatch(line));

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Checkout.Root, "*.md").Concat(new[] { "docs", "definitions", "samples", "src" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Checkout.Root, f), "*.md", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)));

    // Attributes may stand between the summary and the type.
    private static bool IsSaid(string[] lines, int at)
    {
        while (at > 0 && lines[at - 1].TrimStart().StartsWith('[')) at--;
        return at > 0 && lines[at - 1].TrimStart().StartsWith("///", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\s*public\s+(?:(?:sealed|static|abstract|readonly|partial|ref)\s+)*(?:class|record|struct|interface|enum|delegate)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"/work/(?!list)|/home/\w|/Users/\w|/tmp/|[A-Z]:\\(?!Program Files)", RegexOptions.CultureInvariant)]
    private static partial Regex MachinePath();
}

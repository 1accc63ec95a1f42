using System.Text.RegularExpressions;
using Bellwether.Codes;
using Bellwether.Publications;
using Bellwether.Tests.Indicators.Language;
using Xunit;

namespace Bellwether.Tests.House;

/// <summary>The seed checklist: whole, and nothing in it that is not there.</summary>
public sealed partial class SeedChecklistTests
{
    private static readonly IReadOnlyList<SeedRow> Rows = SeedChecklist.Load(Shelf.Path());

    private static readonly HashSet<string> Pages = [.. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src/Bellwether.Web/Pages"), "*.cshtml", SearchOption.AllDirectories)
        .SelectMany(f => PageAddress().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))];

    /// <summary>Every command; one that stands under another with the other's name before it.</summary>
    private static readonly HashSet<string> Verbs = [.. Checkout.Sources("src/Bellwether.Cli/Verbs").Select(File.ReadAllText).SelectMany(text =>
    {
        var names = Verb().Matches(text).Select(m => m.Groups[1].Value);
        return (Group().Match(text) is { Success: true } group ? names.Select(n => $"{group.Groups[1].Value} {n}") : names).Select(n => $"bellwether {n}");
    })];

    [Fact]
    public void It_holds_each_of_the_134_rows_once()
    {
        Assert.Equal(134, Rows.Count);
        Assert.Distinct(Rows.Select(r => r.Row));
        Assert.All(Rows, r => Assert.Matches("^00[0-4]-[0-9]{2}$", r.Row));
        Assert.Equal([23, 35, 34, 10, 32], Papers().Select(p => p.Count()));
    }

    [Fact]
    public void Every_indicator_page_command_and_file_it_names_is_there() =>
        Assert.Empty(Rows.SelectMany(r => r.Where.Where(w => !IsThere(w)).Select(w => $"{r.Row}: {w}")));

    [Fact]
    public void What_is_answered_names_where_and_what_is_not_says_why() => Assert.Empty(Rows.Where(r => r.State switch
    {
        SeedState.Answered => r.Where.Count == 0,
        SeedState.Partly => r.Where.Count == 0 || r.Words.Length == 0,
        _ => r.Where.Count > 0 || r.Words.Length == 0,
    }).Select(r => r.Row));

    /// <summary>The check itself sees a name that leads nowhere.</summary>
    [Theory]
    [InlineData("cin-with-plan/draughts")]
    [InlineData("/inspections")]
    [InlineData("bellwether register")]
    [InlineData("bellwether pack register")]
    [InlineData("docs/reports.md")]
    public void A_name_that_leads_nowhere_is_seen(string where) => Assert.False(IsThere(where));

    private static IEnumerable<IEnumerable<SeedRow>> Papers() => Rows.GroupBy(r => r.Row[..3]).OrderBy(g => g.Key, StringComparer.Ordinal);

    private static bool IsThere(string where) =>
        where.StartsWith('/') ? Pages.Contains(where)
        : where.StartsWith("bellwether ", StringComparison.Ordinal) ? Verbs.Contains(where)
        : where.Contains('.', StringComparison.Ordinal) ? File.Exists(Path.Combine(Checkout.Root, where))
        : ShippedCatalogue.Catalogue.Find(where) is { Bound: not null };

    [GeneratedRegex("@page \"([^\"]+)\"")]
    private static partial Regex PageAddress();

    [GeneratedRegex("new Command\\(\"([a-z]+)\"")]
    private static partial Regex Verb();

    /// <summary>A command that holds the others of its file.</summary>
    [GeneratedRegex("Make\\(Terminal terminal\\) => new\\(\"([a-z]+)\"")]
    private static partial Regex Group();
}

using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Language;

namespace Bellwether.Tests.Indicators.Language;

/// <summary>One file in a home of its own, read beside the shipped shelf.</summary>
internal static class LintFixture
{
    /// <summary>What lint says about an indicator of these lines; a title is added where there is none.</summary>
    public static IReadOnlyList<LintMessage> Lint(params string[] lines) =>
        [.. Load("indicators", "x", lines).Messages.Where(m => m.At.File == "x.yaml")];

    /// <summary>The one thing lint says, or nothing.</summary>
    public static string Says(params string[] lines) => string.Join("\n", Lint(lines).Select(m => m.Text));

    /// <summary>The catalogue with one file of the home.</summary>
    public static Catalogue Load(string folder, string id, params string[] lines)
    {
        var home = Directory.CreateTempSubdirectory("bellwether-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(home, folder));
            var text = folder == "indicators" && !lines.Any(l => l.StartsWith("title:", StringComparison.Ordinal)) ? [.. lines, "title: T"] : lines;
            File.WriteAllLines(Path.Combine(home, folder, id + ".yaml"), text);
            return Catalogue.Load(Shelf.Path(), home, ShippedCatalogue.Kinds, ShippedCatalogue.Codes);
        }
        finally { Directory.Delete(home, true); }
    }

    /// <summary>The indicator of these lines, bound; fails where lint has an error.</summary>
    public static BoundIndicator Bind(params string[] lines)
    {
        var catalogue = Load("indicators", "x", lines);
        Xunit.Assert.Equal("", string.Join("\n", catalogue.Messages.Where(m => m.Severity == Severity.Error)));
        return catalogue.Find("x")!.Bound!;
    }
}

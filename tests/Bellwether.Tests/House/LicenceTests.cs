using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Bellwether.Tests.House;

/// <summary>Every package, whether named by us or brought along, has a licence that a council's lawyers have seen before.</summary>
public sealed class LicenceTests
{
    private static readonly string[] Accepted = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "MS-PL"];

    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Deque.AxeCore.Commons"] = "MPL-2.0; the accessibility rules, run by the tests, unchanged and never shipped.",
        ["SourceGear.sqlite3"] = "Its licence is a file: SQLite itself is in the public domain, the build of it Apache-2.0.",
    };

    [Fact]
    public void Every_package_has_a_licence_that_a_council_can_accept()
    {
        var packages = Restored().Distinct().OrderBy(p => p.Id, StringComparer.Ordinal).ToList();
        Assert.True(packages.Count > 20, $"Only {packages.Count} packages were found.");
        Assert.Empty(packages.Where(p => !Exceptions.ContainsKey(p.Id) && !Accepted.Contains(Licence(p.Nuspec)))
            .Select(p => $"{p.Id}: {Licence(p.Nuspec)}"));
    }

    [Fact]
    public void No_exception_is_left_that_nothing_needs() =>
        Assert.Empty(Exceptions.Keys.Except(Restored().Select(p => p.Id), StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<(string Id, string Nuspec)> Restored()
    {
        foreach (var folder in new[] { "src", "tests", "bench" })
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "project.assets.json", SearchOption.AllDirectories))
            {
                using var assets = JsonDocument.Parse(File.ReadAllText(file));
                var caches = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
                foreach (var library in assets.RootElement.GetProperty("libraries").EnumerateObject().Where(l => l.Value.GetProperty("type").GetString() == "package"))
                {
                    var id = library.Name.Split('/')[0];
                    var inside = Path.Combine(library.Value.GetProperty("path").GetString()!, id.ToLowerInvariant() + ".nuspec");
                    yield return (id, caches.Select(c => Path.Combine(c, inside)).First(File.Exists));
                }
            }
    }

    private static string Licence(string nuspec) =>
        XDocument.Load(nuspec).Descendants().FirstOrDefault(e => e.Name.LocalName == "license" && e.Attribute("type")?.Value == "expression")?.Value
        ?? "none stated as an expression";
}

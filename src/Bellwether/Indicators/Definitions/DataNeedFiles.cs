using Bellwether.Codes;
using Bellwether.Indicators.Language;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Indicators.Definitions;

/// <summary>What one indicator takes, and what is known of how right it is.</summary>
/// <param name="Kinds">The kinds of records its own expressions ask for.</param>
/// <param name="From">By format (ssd, annex-a, ssda903, cin-census, csww, daily-flow, local): what brings them, or beginning with "no", why not.</param>
/// <param name="Verified">What its figures were held against.</param>
/// <param name="Since">The day of that; null where the file gives none.</param>
public sealed record DataNeed(IReadOnlyList<string> Kinds, IReadOnlyDictionary<string, string> From, string Verified, DateOnly? Since)
{
    /// <summary>The formats that bring it whole, in the order of the file; those that bring a fallback or a part are said in words only.</summary>
    public IReadOnlyList<string> Whole => [.. From.Where(f => !IsPart(f.Value)).Select(f => f.Key)];

    /// <summary>The formats from which a fallback, or part of it, can be told.</summary>
    public IReadOnlyList<string> InPart => [.. From.Where(f => IsPart(f.Value) && !f.Value.StartsWith("no", StringComparison.Ordinal)).Select(f => f.Key)];

    private static bool IsPart(string words) => words.StartsWith("no", StringComparison.Ordinal) || words.StartsWith("fallback", StringComparison.Ordinal) || words.StartsWith("part", StringComparison.Ordinal);
}

/// <summary>Reads coverage.yaml; a home's file adds its own indicators'.</summary>
internal static class DataNeedFiles
{
    private static readonly string[] Keys = ["needs", "from", "verified", "since"];
    private static readonly string[] Formats = ["ssd", "annex-a", "ssda903", "cin-census", "csww", "daily-flow", "local"];

    public static IReadOnlyDictionary<string, DataNeed> Load(IEnumerable<string> folders, Catalogue catalogue, Lint lint)
    {
        var needs = new Dictionary<string, DataNeed>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            if (YamlShelf.One(Path.Combine(folder, "coverage.yaml"), lint) is not { } file) continue;
            foreach (var (key, node) in file.Top.Children)
            {
                var id = YamlShelf.KeyName(key);
                if (catalogue.Entries.All(e => e.Definition.Id != id))
                    lint.Error(file.At(key), $"There is no indicator \"{id}\". Nearest: {string.Join(", ", Nearest.Few(id, catalogue.Entries.Select(e => e.Definition.Id), 3))}.");
                if (node is not YamlMappingNode map)
                {
                    lint.Error(file.At(node), $"Coverage of {id} needs {string.Join(", ", Keys)}.");
                    continue;
                }
                file.CheckKeys(map, Keys, "Coverage");
                var from = new Dictionary<string, string>(StringComparer.Ordinal);
                if (file.Map(map, "from") is { } formats)
                {
                    file.CheckKeys(formats, Formats, "`from`");
                    foreach (var format in formats.Children.Keys) from[YamlShelf.KeyName(format)] = file.Text(formats, YamlShelf.KeyName(format)) ?? "";
                }
                needs[id] = new DataNeed([.. file.List(map, "needs").Select(n => n.Value!)], from, file.Text(map, "verified") ?? "", file.Day(map, "since"));
            }
        }
        return needs;
    }
}

using Bellwether.Codes;
using Bellwether.Indicators.Language;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Indicators.Definitions;

/// <summary>
/// A home's folder <c>overrides</c>: files named as the indicators they lie over, holding only the keys that differ. <c>also</c> adds a
/// condition to <c>where</c>. The national file stays as it is, and takes its later changes with it.
/// </summary>
internal static class Overrides
{
    // What changes these changes what is counted, so the examples of the file below no longer speak of it.
    private static readonly string[] Rule = ["cases", "where", "also", "per", "met", "value", "over", "running", "unknown"];
    private static readonly string[] Fixed = ["id", "code", "siblings", "variants", "fallback"];

    /// <summary>Lays them over the files; gives the keys changed, by id.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Lay(IEnumerable<string> folders, IReadOnlyDictionary<string, YamlShelf> files, Lint lint)
    {
        var changed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        string[] known = [.. DefinitionKeys.OfDefinition.Except(Fixed), "also"];
        foreach (var folder in folders)
            foreach (var over in YamlShelf.In(Path.Combine(folder, "overrides"), lint))
            {
                if (!files.TryGetValue(over.Id, out var file))
                {
                    var ofCode = files.Values.FirstOrDefault(f => string.Equals(f.Text(f.Top, "code"), over.Id, StringComparison.OrdinalIgnoreCase));
                    lint.Error(new Spot(over.Name, 1, 1), ofCode is not null
                        ? $"{over.Id} is the code of {ofCode.Id}. The file's name is the indicator's id: call it {ofCode.Name}."
                        : $"There is no indicator \"{over.Id}\" to lie over. Nearest: {string.Join(", ", Nearest.Few(over.Id, files.Keys, 3))}. The file's name is the indicator's id.");
                    continue;
                }
                over.CheckKeys(over.Top, known, "An override");
                var keys = over.Top.Children.Keys.Select(YamlShelf.KeyName).Where(known.Contains).ToList();
                foreach (var key in over.Top.Children.Keys.Where(k => !known.Contains(YamlShelf.KeyName(k))).ToList()) over.Top.Children.Remove(key);
                changed[over.Id] = keys;
                if (keys.Intersect(Rule).Any() && !keys.Contains("examples"))
                {
                    lint.Warn(new Spot(over.Name, 1, 1), "This changes what is counted, so the examples of the file it lies over are left out. Give `examples` of your own.");
                    file.Top.Children.Remove(new YamlScalarNode("examples"));
                }
                Narrow(over, file);
                file.Lay(over);
            }
        return changed;
    }

    /// <summary><c>also</c> becomes part of <c>where</c>.</summary>
    private static void Narrow(YamlShelf over, YamlShelf file)
    {
        if (over.Text(over.Top, "also") is not { } also) return;
        var before = over.Text(over.Top, "where") ?? file.Text(file.Top, "where");
        var at = over.Source(over.Top, "also")!.Start;
        over.Top.Children.Remove(new YamlScalarNode("also"));
        over.Top.Children.Remove(new YamlScalarNode("where"));
        var joined = new YamlScalarNode(before is null ? also : $"({before}) and ({also})");
        over.Top.Children.Add(new YamlScalarNode("where"), joined);
        over.Place(joined, at with { Column = at.Column - joined.Value!.IndexOf(also, before is null ? 0 : before.Length + 6, StringComparison.Ordinal) });
    }
}

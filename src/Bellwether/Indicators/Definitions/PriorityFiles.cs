using Bellwether.Indicators.Language;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Indicators.Definitions;

/// <summary>Something a plan or strategy wants, which indicators serve.</summary>
/// <param name="Id">As definitions name it.</param>
/// <param name="Title">What is wanted.</param>
/// <param name="Plan">The plan or strategy, with its year.</param>
/// <param name="Link">Where it can be read; may be empty.</param>
public sealed record Priority(string Id, string Title, string Plan, string Link);

/// <summary>Reads priorities.yaml; a home's file adds its own council's, or replaces one of the same id.</summary>
internal static class PriorityFiles
{
    private static readonly string[] Keys = ["title", "plan", "link"];

    public static IReadOnlyDictionary<string, Priority> Load(IEnumerable<string> folders, Lint lint)
    {
        var priorities = new Dictionary<string, Priority>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            if (YamlShelf.One(Path.Combine(folder, "priorities.yaml"), lint) is not { } file) continue;
            foreach (var (key, node) in file.Top.Children)
            {
                var id = YamlShelf.KeyName(key);
                if (node is not YamlMappingNode map)
                {
                    lint.Error(file.At(node), $"Priority {id} needs a title and the plan it stands in.");
                    continue;
                }
                file.CheckKeys(map, Keys, "A priority");
                if (file.Text(map, "title") is not { Length: > 0 } title || file.Text(map, "plan") is not { Length: > 0 } plan)
                    lint.Error(file.At(key), $"Priority {id} needs a title and the plan it stands in.");
                else priorities[id] = new Priority(id, title, plan, file.Text(map, "link") ?? "");
            }
        }
        return priorities;
    }
}

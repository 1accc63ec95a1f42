using Bellwether.Codes;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Definitions;

/// <summary>Checks what definitions say of each other and of plans: every id must be there.</summary>
internal static class Relations
{
    public static void Check(Catalogue catalogue, IReadOnlyDictionary<string, YamlShelf> files, Lint lint)
    {
        foreach (var definition in catalogue.Entries.Select(e => e.Definition))
        {
            var file = files[definition.Id];
            foreach (var named in file.List(file.Top, "priorities").Where(n => !catalogue.Priorities.ContainsKey(n.Value!)))
                lint.Error(file.At(named), $"There is no priority \"{named.Value}\". Nearest: {string.Join(", ", Nearest.Few(named.Value!, catalogue.Priorities.Keys, 3))}. Priorities stand in priorities.yaml.");
            if (definition.Related == Related.None || file.Map(file.Top, "related") is not { } related) continue;
            foreach (var named in DefinitionKeys.Related.SelectMany(key => file.List(related, key)))
                if (catalogue.Find(named.Value!) is not { } found)
                    lint.Error(file.At(named), $"There is no indicator \"{named.Value}\". Nearest: {string.Join(", ", catalogue.NearestTo(named.Value!))}.");
                else if (found.Entry.Definition.Id == definition.Id)
                    lint.Error(file.At(named), $"\"{named.Value}\" is this indicator itself. Name another, or leave it out.");
        }
    }
}

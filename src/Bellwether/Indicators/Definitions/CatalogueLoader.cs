using Bellwether.Codes;
using Bellwether.Indicators.Language;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Indicators.Definitions;

/// <summary>Reads every file of the shelf in the order they build on one another: timescales, clocks, indicators, scorecards.</summary>
internal static class CatalogueLoader
{
    public static Catalogue Load(string[] folders, RecordKinds kinds, CodeLists codes)
    {
        var lint = new Lint();
        var timescales = TimescaleFiles.Load(folders, kinds, codes, lint);
        var room = new BindRoom(kinds, codes, timescales, lint);
        var clocks = ClockFiles.Load(folders, room);
        foreach (var clock in clocks) kinds = kinds.With(clock.Makes);
        room = room with { Kinds = kinds };
        var files = new SortedList<string, YamlShelf>(StringComparer.Ordinal);
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in folders)
            foreach (var file in YamlShelf.In(Path.Combine(folder, "indicators"), lint))
            {
                if (!files.TryAdd(file.Id, file)) replaced.Add(file.Id);
                files[file.Id] = file;
            }
        var overridden = Overrides.Lay(folders, files, lint);
        // Shipped ones first: a code that two claim stays with the shipped one.
        var shipped = Path.Combine(folders[0], "indicators");
        var entries = files.Values.OrderBy(file => replaced.Contains(file.Id) || file.Path.StartsWith(shipped, StringComparison.Ordinal) ? 0 : 1).Select(file => Entry(file, overridden.GetValueOrDefault(file.Id) ?? [], room)).ToList();
        CheckNames(entries, files, lint);
        var catalogue = new Catalogue(entries, timescales, clocks, [], kinds, []) { Priorities = PriorityFiles.Load(folders, lint) };
        Relations.Check(catalogue, files, lint);
        var needs = DataNeedFiles.Load(folders, catalogue, lint);
        var scorecards = ScorecardFiles.Load(folders, catalogue, lint);
        var messages = lint.Messages.OrderBy(m => m.At.File, StringComparer.Ordinal).ThenBy(m => m.At.Line).ThenBy(m => m.At.Column);
        return new Catalogue(entries, timescales, clocks, scorecards, kinds, [.. messages]) { Priorities = catalogue.Priorities, Needs = needs };
    }

    private static CatalogueEntry Entry(YamlShelf file, IReadOnlyList<string> overridden, BindRoom room)
    {
        var bound = IndicatorBinder.Bind(new IndicatorParts(file, [file.Top], file.Id, ""), room);
        var variants = new Dictionary<string, BoundIndicator>(StringComparer.Ordinal);
        foreach (var (key, node) in file.Map(file.Top, "variants")?.Children ?? Enumerable.Empty<KeyValuePair<YamlNode, YamlNode>>())
            if (Over(file, YamlShelf.KeyName(key), [node, file.Top], room) is { } variant) variants[variant.Variant] = variant;
        var fallbacks = DefinitionReader.Fallbacks(file).Select(f => Over(file, f.Name, f.Layers, room, isFallback: true)).OfType<BoundIndicator>().ToList();
        var definition = new DefinitionReader(file, room.Lint).Read(bound, variants) with { Overridden = overridden };
        TimescaleSpans.Check(definition, bound, file, room);
        ExampleText.Check(definition, file, room);
        return new CatalogueEntry(definition, bound, variants, fallbacks);
    }

    private static BoundIndicator? Over(YamlShelf file, string name, IReadOnlyList<YamlNode> layers, BindRoom room, bool isFallback = false)
    {
        var what = isFallback ? "A fallback" : "A variant";
        if (layers[0] is not YamlMappingNode map)
        {
            room.Lint.Error(file.At(layers[0]), $"{what} holds the keys that differ: {{ met: … }}.");
            return null;
        }
        file.CheckKeys(map, isFallback ? DefinitionKeys.OfFallback : DefinitionKeys.OfVariant, what);
        return IndicatorBinder.Bind(new IndicatorParts(file, [.. layers.OfType<YamlMappingNode>()], file.Id, name), room);
    }

    private static Spot PlaceOf(YamlShelf file, string name) => file.At(file.Top.AllNodes.OfType<YamlScalarNode>().FirstOrDefault(n => n.Value == name) ?? (YamlNode)file.Top);

    private static void CheckNames(List<CatalogueEntry> entries, SortedList<string, YamlShelf> files, Lint lint)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
            foreach (var (name, _) in CatalogueNames.Of(entry.Definition))
                if (!owners.TryAdd(name, entry.Definition.Id))
                    lint.Error(PlaceOf(files[entry.Definition.Id], name), $"{name} already names {owners[name]}. A code or id names one indicator.");
    }
}

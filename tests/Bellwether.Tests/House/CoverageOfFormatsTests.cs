using Bellwether.Codes;
using Bellwether.Indicators.Definitions;
using Bellwether.Tests.Indicators.Language;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Tests.House;

/// <summary>Where coverage.yaml says that a format brings an indicator whole, the format's column map makes every kind of record that it needs.</summary>
public sealed class CoverageOfFormatsTests
{
    private static Catalogue Catalogue => ShippedCatalogue.Catalogue;

    public static TheoryData<string> Formats => ["ssd", "annex-a", "ssda903", "cin-census", "csww", "daily-flow"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_a_format_is_said_to_bring_whole_it_brings(string format)
    {
        var brought = Brought(format);
        Assert.Empty(Catalogue.Needs.Where(n => n.Value.Whole.Contains(format)).SelectMany(n => n.Value.Kinds.Where(k => !k.Contains('.', StringComparison.Ordinal)).SelectMany(MadeFrom)
            .Where(kind => !brought.Contains(kind)).Select(kind => $"{n.Key}: {format} brings no {kind}")));
    }

    /// <summary>
    /// The columns too, where the format brings it whole, or whole for its own time alone: each field is in the map, worked out later, or a
    /// blank of it says what then holds.
    /// </summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public void What_a_format_is_said_to_bring_for_its_time_it_has_the_columns_of(string format)
    {
        var (columns, derived) = Columns(format);
        Assert.Empty(Catalogue.Needs
            .Where(n => n.Value.Whole.Contains(format) || n.Value.From.GetValueOrDefault(format, "") is var words && (words.StartsWith("part: a year takes", StringComparison.Ordinal) || words.StartsWith("part: returns of several", StringComparison.Ordinal)))
            .SelectMany(n => n.Value.Kinds.Select(k => k.Split('.')).Where(k => k.Length == 1 ? !MadeFrom(k[0]).All(Brought(format).Contains) : Lacks(k[0], k[1])).Select(k => $"{n.Key}: {format} brings no {string.Join('.', k)}")));

        bool Lacks(string kind, string field) => columns.TryGetValue(kind, out var has) && field is not ("start" or "end" or "date") && !has.Contains(field) && !derived.Contains($"{kind}.{field}")
            && Catalogue.Kinds[kind].Fields.First(f => f.Name == field) is { Absent: "" or "unknown", MadeFrom: "" };
    }

    /// <summary>The kinds of the extracts that a kind comes from: a clock's turns from what it runs on and what ends them.</summary>
    private static IEnumerable<string> MadeFrom(string kind) =>
        Catalogue.Clocks.FirstOrDefault(c => c.Id == kind) is { } clock ? [clock.For.Name, clock.DoneBy.Kind.Name]
        : Catalogue.Kinds[kind].MadeFrom is { Count: > 0 } sources ? sources : [kind];

    private static (Dictionary<string, HashSet<string>> Columns, HashSet<string> Derived) Columns(string format)
    {
        var map = Map(format);
        var columns = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (kind, fields) in Records(map))
        {
            var name = ((YamlScalarNode)kind).Value!.Split('#')[0];
            if (!columns.TryGetValue(name, out var has)) columns.Add(name, has = []);
            has.UnionWith(((YamlMappingNode)fields).Children.Keys.Select(f => ((YamlScalarNode)f).Value!));
        }
        return (columns, map.Children.TryGetValue("derived", out var derived) ? [.. ((YamlSequenceNode)derived).Select(d => ((YamlScalarNode)d).Value!)] : []);
    }

    private static HashSet<string> Brought(string format) => [.. Records(Map(format)).Select(r => ((YamlScalarNode)r.Key).Value!.Split('#')[0])];

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Records(YamlMappingNode map) =>
        ((YamlMappingNode)map["lists"]).Children.Values.OfType<YamlMappingNode>().Where(l => l.Children.ContainsKey("records")).SelectMany(l => ((YamlMappingNode)l["records"]).Children);

    private static YamlMappingNode Map(string format)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Shelf.Path(), "extracts", format + ".yaml"))));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}

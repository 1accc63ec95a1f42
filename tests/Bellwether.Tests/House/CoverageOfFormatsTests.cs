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

    [Theory]
    [InlineData("ssd")]
    [InlineData("annex-a")]
    [InlineData("ssda903")]
    [InlineData("cin-census")]
    [InlineData("csww")]
    [InlineData("daily-flow")]
    public void What_a_format_is_said_to_bring_whole_it_brings(string format)
    {
        var brought = Brought(format);
        Assert.Empty(Catalogue.Needs.Where(n => n.Value.Whole.Contains(format)).SelectMany(n => n.Value.Kinds.Where(k => !k.Contains('.', StringComparison.Ordinal)).SelectMany(MadeFrom)
            .Where(kind => !brought.Contains(kind)).Select(kind => $"{n.Key}: {format} brings no {kind}")));
    }

    /// <summary>The kinds of the extracts that a kind comes from: a clock's turns from what it runs on and what ends them.</summary>
    private static IEnumerable<string> MadeFrom(string kind) =>
        Catalogue.Clocks.FirstOrDefault(c => c.Id == kind) is { } clock ? [clock.For.Name, clock.DoneBy.Kind.Name]
        : Catalogue.Kinds[kind].MadeFrom is { Count: > 0 } sources ? sources : [kind];

    private static HashSet<string> Brought(string format)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Shelf.Path(), "extracts", format + ".yaml"))));
        var lists = (YamlMappingNode)yaml.Documents[0].RootNode["lists"];
        return [.. lists.Children.Values.OfType<YamlMappingNode>().Where(l => l.Children.ContainsKey("records"))
            .SelectMany(l => ((YamlMappingNode)l["records"]).Children.Keys).Select(k => ((YamlScalarNode)k).Value!.Split('#')[0])];
    }
}

using Bellwether.Indicators.Language;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Indicators.Definitions;

/// <summary>The keys of one definition with those of a variant laid over them.</summary>
internal sealed record IndicatorParts(YamlShelf File, YamlMappingNode Base, YamlMappingNode? Over, string Id, string Variant)
{
    private YamlMappingNode Holder(string key) => Over?.Children.ContainsKey(key) == true ? Over : Base;

    /// <summary>Whether a variant that changes <c>show</c> or <c>met</c> says it itself.</summary>
    public bool Has(string key) => Holder(key).Children.ContainsKey(key);

    public string? Text(string key) => File.Text(Holder(key), key);

    public SourceText? Source(string key) => File.Source(Holder(key), key);

    public YamlNode? Node(string key) => Holder(key).Children.TryGetValue(key, out var node) ? node : null;

    public IReadOnlyList<YamlScalarNode> List(string key) => File.List(Holder(key), key);

    public Spot At(string key) => File.At(Node(key) ?? Over ?? Base);
}

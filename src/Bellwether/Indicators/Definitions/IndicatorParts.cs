using Bellwether.Indicators.Language;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Indicators.Definitions;

/// <summary>The keys of one definition with those of a variant, a fallback or a variant's fallback laid over them.</summary>
/// <param name="Layers">What is laid over, the topmost first; the definition itself last.</param>
internal sealed record IndicatorParts(YamlShelf File, IReadOnlyList<YamlMappingNode> Layers, string Id, string Variant)
{
    public YamlMappingNode Base => Layers[^1];

    private YamlMappingNode Holder(string key) => Laid(key) ?? Base;

    /// <summary>The topmost of those laid over the definition that says a key itself; null where none does.</summary>
    public YamlMappingNode? Laid(string key) => Layers.SkipLast(1).FirstOrDefault(layer => layer.Children.ContainsKey(key));

    /// <summary>Whether a variant that changes <c>show</c> or <c>met</c> says it itself.</summary>
    public bool Has(string key) => Holder(key).Children.ContainsKey(key);

    public string? Text(string key) => File.Text(Holder(key), key);

    public SourceText? Source(string key) => File.Source(Holder(key), key);

    public YamlNode? Node(string key) => Holder(key).Children.TryGetValue(key, out var node) ? node : null;

    public IReadOnlyList<YamlScalarNode> List(string key) => File.List(Holder(key), key);

    public Spot At(string key) => File.At(Node(key) ?? Layers[0]);
}

using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Codes;

/// <summary>
/// Settings in YAML without which nothing goes on (records.yaml, column maps, authority.yaml, templates of packs): what is wrong is an exception
/// that names file and line. Definitions, of which one may be wrong while the others serve, are read with messages instead.
/// </summary>
public static class SettingsYaml
{
    /// <summary>The keys of a file; none where it is missing or empty.</summary>
    /// <exception cref="ShelfException">It is no YAML, or holds something else than keys.</exception>
    public static YamlMappingNode Top(string file) => File.Exists(file) ? Top(file, File.ReadAllText(file)) : [];

    /// <inheritdoc cref="Top(string)"/>
    /// <param name="file">For messages.</param>
    /// <param name="text">What it holds.</param>
    public static YamlMappingNode Top(string file, string text)
    {
        var yaml = new YamlStream();
        try
        {
            if (YamlText.TooDeep(text) is { } deep) throw new ShelfException(file, deep.Line, YamlText.TooMuchSays);
            yaml.Load(new StringReader(text));
        }
        catch (YamlException e) { throw new ShelfException(file, e.Start.Line, $"This is no YAML: {YamlText.Words(e)}"); }
        if (yaml.Documents.Count == 0 || yaml.Documents[0].RootNode is YamlScalarNode { Value: null or "" }) return [];
        if (yaml.Documents.Count > 1) throw new ShelfException(file, yaml.Documents[1].RootNode.Start.Line, "A second part begins here, after ---. Write all of it as one.");
        if (yaml.Documents[0].RootNode is not YamlMappingNode top) throw new ShelfException(file, 1, "The file holds no keys. Write each on a line of its own, as key: value.");
        return YamlText.TooMuch(top) is { } too ? throw Wrong(file, too, YamlText.TooMuchSays) : top;
    }

    /// <summary>A key's one value, trimmed; null where the key is not there.</summary>
    /// <exception cref="ShelfException">It holds a list or keys.</exception>
    public static string? Text(string file, YamlMappingNode map, string key) => !map.Children.TryGetValue(key, out var node) ? null
        : node is YamlScalarNode scalar ? (scalar.Value ?? "").Trim() : throw Wrong(file, node, $"`{key}` is one value.");

    /// <summary>A key's list of values; null where the key is not there.</summary>
    /// <exception cref="ShelfException">It is no list.</exception>
    public static IReadOnlyList<string>? Words(string file, YamlMappingNode map, string key) => !map.Children.TryGetValue(key, out var node) ? null
        : node is YamlSequenceNode list && list.All(n => n is YamlScalarNode) ? [.. list.Cast<YamlScalarNode>().Select(n => n.Value ?? "")]
        : throw Wrong(file, node, $"`{key}` is a list in [ ].");

    /// <summary>Yes (or true), or no (or false); no where the key is not there.</summary>
    /// <exception cref="ShelfException">It is neither.</exception>
    public static bool YesNo(string file, YamlMappingNode map, string key) => Text(file, map, key) switch
    {
        null or "no" or "false" => false,
        "yes" or "true" => true,
        var other => throw Wrong(file, map.Children[key], $"`{key}` is \"{other}\". Write yes or no."),
    };

    /// <summary>A whole number within bounds, both included; null where the key is not there.</summary>
    /// <exception cref="ShelfException">It is none.</exception>
    public static int? Number(string file, YamlMappingNode map, string key, int least, int most) => Text(file, map, key) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var text => throw Wrong(file, map.Children[key], $"`{key}` is \"{text}\". Write a whole number from {least} to {most}."),
    };

    /// <summary>A complaint about a place in the file.</summary>
    public static ShelfException Wrong(string file, YamlNode at, string message) => new(file, at.Start.Line, message);
}

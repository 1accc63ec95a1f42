using Bellwether.Codes;
using Bellwether.Indicators.Language;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Indicators.Definitions;

/// <summary>One YAML file of the shelf: a map at the top, with the place of everything in it.</summary>
internal sealed class YamlShelf
{
    private readonly Lint _lint;
    private readonly Dictionary<YamlNode, string> _laidOver = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<YamlNode, Spot> _places = new(ReferenceEqualityComparer.Instance);

    private YamlShelf(string path, YamlMappingNode top, Lint lint)
    {
        Path = path;
        Name = System.IO.Path.GetFileName(path);
        Id = System.IO.Path.GetFileNameWithoutExtension(path);
        (Top, _lint) = (top, lint);
    }

    /// <summary>The path it was read from.</summary>
    public string Path { get; }

    /// <summary>File name.</summary>
    public string Name { get; }

    /// <summary>File name without extension: the id.</summary>
    public string Id { get; }

    public YamlMappingNode Top { get; }

    /// <summary>
    /// Every YAML file of a folder and the folders in it, by name; files that are no YAML are left out with a message, and so is a second
    /// file of one name.
    /// </summary>
    public static IEnumerable<YamlShelf> In(string folder, Lint lint)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(ShelfText.IsMisnamed).Order(StringComparer.Ordinal))
            lint.Error(new Spot(System.IO.Path.GetFileName(path), 1, 1), "This file is not read: the name of a definition ends in .yaml, in small letters and with nothing after it. Some editors add .txt, and some computers hide it.");
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!seen.TryAdd(System.IO.Path.GetFileName(path), path))
                lint.Error(new Spot(System.IO.Path.GetFileName(path), 1, 1),
                    $"Two folders hold a file of this name: {Folder(seen[System.IO.Path.GetFileName(path)])} and {Folder(path)}. The name is the id: keep one, or give the other its own.");
            else if (Open(path, lint) is { } file) yield return file;
        }
    }

    /// <summary>One file; null where it is not there, or is no YAML and a message says so.</summary>
    public static YamlShelf? One(string path, Lint lint) => File.Exists(path) ? Open(path, lint) : null;

    private static string Folder(string path) => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)!);

    private static YamlShelf? Open(string path, Lint lint)
    {
        var name = System.IO.Path.GetFileName(path);
        try
        {
            if (ShelfText.Read(path, lint) is not { } text) return null;
            if (YamlText.TooDeep(text) is { } deep)
            {
                lint.Error(new Spot(name, (int)deep.Line, (int)deep.Column), YamlText.TooMuchSays);
                return null;
            }
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents.Count == 1 && yaml.Documents[0].RootNode is YamlMappingNode top)
            {
                if (YamlText.TooMuch(top) is { } too)
                {
                    lint.Error(new Spot(name, (int)too.Start.Line, (int)too.Start.Column), YamlText.TooMuchSays);
                    return null;
                }
                var file = new YamlShelf(path, top, lint);
                if (file.Text(top, "id") is { } id && id != file.Id)
                    lint.Error(file.At(top.Children["id"]), $"The file is {name} and the id \"{id}\". They must be the same: an id is the file's name.");
                return file;
            }
            lint.Error(yaml.Documents is [_, { RootNode: var second }, ..] ? new Spot(name, (int)second.Start.Line, (int)second.Start.Column) : new Spot(name, 1, 1), yaml.Documents.Count > 1
                ? "The file holds more than one definition, parted by ---. Each file holds one."
                : "The file holds no keys. Each file holds one, written as key: value.");
        }
        catch (YamlException e)
        {
            lint.Error(ShelfText.PlaceOf(e, path), $"This is no YAML: {YamlText.Words(e)}");
        }
        return null;
    }

    /// <summary>A key as text.</summary>
    public static string KeyName(YamlNode key) => (key as YamlScalarNode)?.Value ?? key.ToString();

    public Spot At(YamlNode node) => _places.TryGetValue(node, out var place) ? place : new(_laidOver.GetValueOrDefault(node, Name), (int)node.Start.Line, (int)node.Start.Column);

    /// <summary>Lays the keys of another file over this one's; a message about them names that file.</summary>
    public void Lay(YamlShelf over)
    {
        foreach (var (key, node) in over.Top.Children)
        {
            Top.Children.Remove(key);
            Top.Children.Add(key, node);
            _laidOver[key] = over.Name;
            foreach (var inner in node.AllNodes) _laidOver[inner] = over.Name;
        }
        foreach (var (node, place) in over._places) _places[node] = place;
    }

    /// <summary>Says where a node made here stands for messages.</summary>
    public void Place(YamlNode node, Spot at) => _places[node] = at;

    /// <summary>Says which keys are unknown, naming the nearest.</summary>
    public void CheckKeys(YamlMappingNode map, IReadOnlyCollection<string> known, string where)
    {
        foreach (var key in map.Children.Keys.OfType<YamlScalarNode>())
            if (!IsName(key.Value!))
                _lint.Error(At(key), $"`{key.Value}` is the rest of an expression: inside {{ }} one that holds a comma needs quotes around it.");
            else if (!known.Contains(key.Value!))
                _lint.Error(At(key), $"{where} has no key \"{key.Value}\". "
                    + (Nearest.To(key.Value!, known) is { } near ? $"Did you mean `{near}`?" : $"There are: {string.Join(", ", known)}."));
    }

    private static bool IsName(string key)
    {
        foreach (var c in key)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')) return false;
        return true;
    }

    /// <summary>A key's scalar text; null where the key is not there.</summary>
    public string? Text(YamlMappingNode map, string key)
    {
        if (!map.Children.TryGetValue(key, out var node)) return null;
        if (node is YamlScalarNode scalar) return scalar.Value ?? "";
        _lint.Error(At(node), $"`{key}` is one value, not a list or a map.");
        return null;
    }

    /// <summary>A key's expression and where it stands; null where the key is not there.</summary>
    public SourceText? Source(YamlMappingNode map, string key) =>
        Text(map, key) is null ? null : Source((YamlScalarNode)map.Children[key]);

    public SourceText Source(YamlScalarNode scalar)
    {
        var quoted = scalar.Style is ScalarStyle.DoubleQuoted or ScalarStyle.SingleQuoted ? 1 : 0;
        var at = At(scalar);
        var oneLine = scalar.Start.Line == scalar.End.Line && scalar.Style is not (ScalarStyle.Literal or ScalarStyle.Folded);
        return new SourceText(scalar.Value ?? "", at with { Column = at.Column + quoted }, oneLine);
    }

    /// <summary>The values of a key that holds one or a list of them; empty where the key is not there.</summary>
    public IReadOnlyList<YamlScalarNode> List(YamlMappingNode map, string key)
    {
        if (!map.Children.TryGetValue(key, out var node)) return [];
        if (node is YamlScalarNode scalar) return [scalar];
        if (node is YamlSequenceNode list)
        {
            foreach (var wrong in list.Where(n => n is not YamlScalarNode)) _lint.Error(At(wrong), $"`{key}` is a list of single values.");
            return [.. list.OfType<YamlScalarNode>()];
        }
        _lint.Error(At(node), $"`{key}` is one value or a list in [ ].");
        return [];
    }

    /// <summary>A key's map; null where the key is not there or is no map.</summary>
    public YamlMappingNode? Map(YamlMappingNode map, string key)
    {
        if (!map.Children.TryGetValue(key, out var node)) return null;
        if (node is YamlMappingNode inner) return inner;
        _lint.Error(At(node), $"`{key}` is a map: names with what each says, indented or in {{ }}.");
        return null;
    }

    /// <summary>The maps of a key that holds a list of them.</summary>
    public IReadOnlyList<YamlMappingNode> Maps(YamlMappingNode map, string key)
    {
        if (!map.Children.TryGetValue(key, out var node)) return [];
        if (node is YamlSequenceNode list)
        {
            foreach (var wrong in list.Where(n => n is not YamlMappingNode)) _lint.Error(At(wrong), $"Each line of `{key}` is a map: {{ … }}.");
            return [.. list.OfType<YamlMappingNode>()];
        }
        _lint.Error(At(node), $"`{key}` is a list: one line each, begun with a dash.");
        return [];
    }

    /// <summary>A key's date, written 2017-04-01; null where it is not there.</summary>
    public DateOnly? Day(YamlMappingNode map, string key)
    {
        if (Text(map, key) is not { } text) return null;
        if (Calendar.DateText.TryParse(text, out var day)) return day;
        _lint.Error(At(map.Children[key]), $"`{key}` is \"{text}\", which is no date. Write 2017-04-01.");
        return null;
    }
}

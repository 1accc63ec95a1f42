using System.Text.RegularExpressions;
using Bellwether.Codes;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Extracts.Maps;

/// <summary>Reads the column maps of a folder: one YAML file a format; the words are explained in definitions/extracts/README.md.</summary>
internal static class ExtractMapFile
{
    private static readonly string[] RecordWords = ["id", "of", "of_parent", "by", "tell_apart", "when", "any", "latest", "part_start", "again"];

    public static IReadOnlyList<ExtractMap> Load(IReadOnlyList<string> folders, RecordKinds kinds) =>
        [.. folders.Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.yaml").Order(StringComparer.Ordinal))
            .Select(f => Read(f, kinds))
            // Whole formats first: a local file may add to the records they bring.
            .OrderBy(m => m.IsWhole ? 0 : 1)];

    private static ExtractMap Read(string file, RecordKinds kinds)
    {
        var root = SettingsYaml.Top(file);
        var format = Text(root, "format");
        if (format.Length == 0) throw new ShelfException(file, 1, "The map has no format. Write format: and the name of the source.");
        var shared = Map(root, "columns").Select(c => ReadColumn(Name(c.Key), c.Value)).ToDictionary(c => c.Name, StringComparer.Ordinal);
        var lists = Map(root, "lists").Select(l => ReadList(file, format, Name(l.Key), l.Value, kinds, shared)).ToList();
        var speaks = Map(root, "speaks").ToDictionary(p => Name(p.Key), p => ReadSpeaks(file, p.Value), StringComparer.Ordinal);
        speaks.TryAdd("default", new SpeaksFor(Completeness.Full, 0, ""));
        return new ExtractMap(format, Text(root, "whole") == "yes", lists, speaks,
            Map(root, "absent").ToDictionary(p => Name(p.Key), p => Name(p.Value), StringComparer.Ordinal),
            Words(root, "derived").ToHashSet(StringComparer.Ordinal), Text(root, "return").Length > 0)
        { EndsInSeptember = Text(root, "return") == "30 September", IsByHand = Text(root, "by_hand") == "yes", IsDayFirst = Text(root, "dates") == "day first" };
    }

    private static SpeaksFor ReadSpeaks(string file, YamlNode node)
    {
        if (node is not YamlMappingNode map) throw new ShelfException(file, node.Start.Line, "Write { holds: full or latest, months: N, why: … }.");
        var months = Text(map, "months") is { Length: > 0 } m && int.TryParse(m, out var n) ? n : 0;
        return new SpeaksFor(Text(map, "holds") == "latest" ? Completeness.LatestOnly : Completeness.Full, months, Text(map, "why"));
    }

    private static ListMap ReadList(
        string file, string format, string name, YamlNode node, RecordKinds kinds, Dictionary<string, ColumnMap> shared)
    {
        if (node is not YamlMappingNode map) throw new ShelfException(file, node.Start.Line, $"{name} needs key and records.");
        var child = Text(map, "child");
        var records = Map(map, "records").Select(r => ReadRecord(file, child, Name(r.Key), r.Value, kinds)).ToList();
        var columns = Map(map, "columns").Select(c => ReadColumn(Name(c.Key), c.Value)).ToList();
        var key = Words(map, "key");
        foreach (var used in key.Concat(records.SelectMany(ColumnsOf)).Append(child).Append(Text(map, "deletes")))
            if (used.Length > 0 && columns.All(c => c.Name != used))
                columns.Add(shared.GetValueOrDefault(used) ?? new ColumnMap(used, used, [Headings.Squash(used)], null));
        var title = Text(map, "title") is { Length: > 0 } t ? t : $"{format} {name}";
        return new ListMap(name, title, Pattern(file, map, "sheet"), columns, key, child, records,
            Text(map, "values") == "yes", Text(map, "not_used"), Text(map, "deletes"), file)
        { IsRestrictions = Text(map, "restrictions") == "yes" };
    }

    private static ColumnMap ReadColumn(string name, YamlNode node)
    {
        var words = node is YamlSequenceNode list ? [.. list.Select(Name)] : new List<string> { Name(node) };
        var pattern = words.Find(w => w.Length > 2 && w[0] == '/' && w[^1] == '/');
        var plain = words.Where(w => w != pattern).ToList();
        return new ColumnMap(name, plain.Count > 0 ? plain[0] : name, [.. plain.Select(w => Headings.Squash(w))],
            pattern is null ? null : new Regex(pattern[1..^1], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
    }

    private static RecordMap ReadRecord(string file, string child, string name, YamlNode node, RecordKinds kinds)
    {
        var hash = name.IndexOf('#', StringComparison.Ordinal);
        var kind = hash < 0 ? name : name[..hash];
        if (kinds.Find(kind) is not { } known)
            throw new ShelfException(file, node.Start.Line, $"There is no record kind {kind}. Add it to records.yaml or correct the name.");
        if (node is not YamlMappingNode map) throw new ShelfException(file, node.Start.Line, $"{name} needs fields.");
        var fields = new List<FieldMap>();
        foreach (var (key, value) in map)
        {
            var field = Name(key);
            if (RecordWords.Contains(field)) continue;
            if (known.IndexOf(field) < 0)
                throw new ShelfException(file, key.Start.Line, $"{kind} has no field {field}. It has {string.Join(", ", known.Fields.Select(f => f.Name))}.");
            fields.Add(ReadField(file, field, value));
        }
        var again = Text(map, "again") switch
        {
            "" or "last" => Again.Last,
            "fill" => Again.Fill,
            "fill only" => Again.FillOnly,
            "parts" => Again.Parts,
            var other => throw new ShelfException(file, map.Start.Line, $"again is \"{other}\". Write last, fill, fill only or parts."),
        };
        return new RecordMap(kind, Text(map, "id"), Text(map, "of") is { Length: > 0 } of ? of : child, Text(map, "of_parent"), Text(map, "by"),
            Text(map, "tell_apart"), Conditions(file, map), Words(map, "any"), Text(map, "latest"), Text(map, "part_start"), again, fields);
    }

    private static FieldMap ReadField(string file, string field, YamlNode node)
    {
        if (node is YamlMappingNode map)
        {
            var future = Text(map, "future") switch
            {
                "" => Future.Fault,
                "planned" => Future.Planned,
                "kept" => Future.Kept,
                "expected" => Future.Expected,
                var other => throw new ShelfException(file, node.Start.Line, $"future is \"{other}\". Write planned, kept or expected."),
            };
            return new FieldMap(field, Text(map, "from"), Text(map, "else"), Text(map, "and"), Text(map, "is"), Text(map, "otherwise"), Text(map, "not") == "yes",
                Words(map, "yes"), Words(map, "no"), Conditions(file, map), Words(map, "unknown"), Text(map, "read"), future,
                Text(map, "child_on"), Text(map, "of"), Text(map, "by"), Text(map, "field"))
            {
                Years = [.. Map(map, "until").Select(y => (MakePattern(file, y.Key), DateOnly.MinValue, Date(file, y.Value))),
                    .. Map(map, "since").Select(y => (MakePattern(file, y.Key), Date(file, y.Value), DateOnly.MaxValue))],
            };
        }
        var said = Name(node);
        var not = said.StartsWith("not ", StringComparison.Ordinal);
        if (not) said = said[4..];
        var parts = said.Split(", else ", 2);
        var constant = said.StartsWith('=') ? said[1..] : said.StartsWith('@') ? said : "";
        return new FieldMap(field, constant.Length > 0 ? "" : parts[0], parts.Length > 1 ? parts[1] : "", "", constant, "", not, [], [], [], [], "",
            Future.Fault, "", "", "", "");
    }

    private static DateOnly Date(string file, YamlNode node) => Calendar.DateText.TryParse(Name(node).AsSpan(), out var date) ? date
        : throw new ShelfException(file, node.Start.Line, $"\"{Name(node)}\" is no date. Write it as 2024-03-31.");

    private static IEnumerable<string> ColumnsOf(RecordMap r) =>
        r.Fields.SelectMany(f => f.When.Select(w => w.Column).Append(f.From).Append(f.Else).Append(f.And).Append(f.ChildOn).Append(f.By))
            .Concat(r.When.Select(w => w.Column)).Concat(r.Any)
            .Append(r.Id).Append(r.Of).Append(r.OfParentBy).Append(r.Latest).Append(r.PartStart)
            .Concat(r.TellColumns);

    private static List<Condition> Conditions(string file, YamlMappingNode map) =>
        [.. Map(map, "when").Select(c => new Condition(Name(c.Key), MakePattern(file, c.Value)))];

    private static Regex? Pattern(string file, YamlMappingNode map, string key) =>
        map.Children.TryGetValue(key, out var node) ? MakePattern(file, node) : null;

    private static Regex MakePattern(string file, YamlNode node)
    {
        try { return new Regex(Name(node), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)); }
        catch (ArgumentException e) { throw new ShelfException(file, node.Start.Line, $"The pattern cannot be read: {e.Message}"); }
    }

    private static List<Entry> Map(YamlMappingNode map, string key)
    {
        var entries = new List<Entry>();
        if (map.Children.TryGetValue(key, out var node) && node is YamlMappingNode inner)
            foreach (var (of, says) in inner.Children) entries.Add(new Entry(of, says));
        return entries;
    }

    /// <summary>A key and what stands under it; a class, as for lists of pairs there is no code before the program runs.</summary>
    private sealed record Entry(YamlNode Key, YamlNode Value);

    private static IReadOnlyList<string> Words(YamlMappingNode map, string key) => !map.Children.TryGetValue(key, out var node)
        ? []
        : node is YamlSequenceNode list ? [.. list.Select(Name)] : [Name(node)];

    private static string Text(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(key, out var node) && node is YamlScalarNode scalar ? scalar.Value ?? "" : "";

    private static string Name(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";
}

using YamlDotNet.RepresentationModel;

namespace Bellwether.Codes;

/// <summary>Every record kind by name: the shipped records.yaml, then a home's own, which may add kinds and fields.</summary>
public sealed class RecordKinds
{
    private readonly Dictionary<string, RecordKind> _kinds;
    private Dictionary<string, RecordKind>? _called;

    private RecordKinds(Dictionary<string, RecordKind> kinds) => _kinds = kinds;

    /// <summary>All kinds, in the order of the files.</summary>
    public IReadOnlyCollection<RecordKind> All => _kinds.Values;

    /// <summary>The kind of that name.</summary>
    /// <exception cref="KeyNotFoundException">No such kind: callers check with <see cref="Find"/> where an analyst typed the name.</exception>
    public RecordKind this[string name] => _kinds[name];

    /// <summary>The kind of that name, or null.</summary>
    public RecordKind? Find(string name) => _kinds.GetValueOrDefault(name);

    /// <summary>The kind one record of which is called so, or several with an s; of two such kinds the earlier. Null where none is.</summary>
    public RecordKind? CalledSo(string word)
    {
        if (_called is { } known) return known.GetValueOrDefault(word);
        var called = new Dictionary<string, RecordKind>(StringComparer.Ordinal);
        foreach (var kind in All)
            foreach (var one in kind.Called)
            {
                called.TryAdd(one, kind);
                called.TryAdd(one + "s", kind);
            }
        _called = called;
        return called.GetValueOrDefault(word);
    }

    /// <summary>The same kinds and one more; how a clock's turns become a kind of record.</summary>
    public RecordKinds With(RecordKind kind) =>
        new(new Dictionary<string, RecordKind>(_kinds, StringComparer.Ordinal) { [kind.Name] = kind });

    /// <summary>Reads records.yaml of each folder that has one, in order; a later file adds kinds, or fields to a kind.</summary>
    /// <exception cref="ShelfException">The file is not as the language has it; the message names file and line.</exception>
    public static RecordKinds Load(params string[] folders)
    {
        var kinds = new Dictionary<string, RecordKind>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            var file = Path.Combine(folder, "records.yaml");
            foreach (var (key, node) in SettingsYaml.Top(file)) Add(kinds, file, Name(file, key), node);
        }
        foreach (var kind in kinds.Values)
            foreach (var source in kind.MadeFrom.Concat(kind.Fields.Select(f => f.MadeFrom).Where(f => f.Length > 0)))
                if (kinds.GetValueOrDefault(source) is not { MadeFrom.Count: 0 })
                    throw new ShelfException(folders[0], 1, $"{kind.Name} is made from {source}, which is {(kinds.ContainsKey(source) ? "derived itself" : "no kind of record")}. Name kinds that records bring.");
        return new RecordKinds(kinds);
    }

    private static void Add(Dictionary<string, RecordKind> kinds, string file, string name, YamlNode node)
    {
        if (node is not YamlMappingNode map) throw new ShelfException(file, node.Start.Line, $"{name} needs shape, of and fields.");
        var earlier = kinds.GetValueOrDefault(name);
        var shape = Scalar(map, "shape") is { } s ? ParseShape(file, map, s) : earlier?.Shape ?? RecordShape.Event;
        var subject = ParseSubject(file, map) ?? earlier?.Subject ?? SubjectKind.Child;
        var fields = earlier is null ? ImpliedFields(shape) : [.. earlier.Fields];
        if (map.Children.TryGetValue("fields", out var written) && written is YamlMappingNode list)
            foreach (var (field, says) in list)
                fields.Add(ParseField(file, Name(file, field), says));
        kinds[name] = new RecordKind(name, shape, subject, CalledBy(map, name), fields, Scalar(map, "meaning") ?? earlier?.Meaning ?? "")
        {
            MadeFrom = map.Children.TryGetValue("made_from", out var from) && from is YamlSequenceNode names ? [.. names.OfType<YamlScalarNode>().Select(n => n.Value!)] : earlier?.MadeFrom ?? [],
            IsToldInPieces = Scalar(map, "told_in_pieces") is { } pieces ? pieces == "yes" : earlier?.IsToldInPieces ?? false,
            IsToldOnce = Scalar(map, "told_once") is { } once ? once == "yes" : earlier?.IsToldOnce ?? false,
        };
    }

    private static List<RecordField> ImpliedFields(RecordShape shape) => shape switch
    {
        RecordShape.Spell => [Implied("start", false), Implied("end", true)],
        RecordShape.Event or RecordShape.Reading => [Implied("date", true)],
        _ => [],
    };

    private static RecordField Implied(string name, bool blankIsNone) =>
        new(name, FieldType.Date, "", blankIsNone, "", blankIsNone ? "none" : "", "");

    private static RecordShape ParseShape(string file, YamlNode at, string word) => word.ToLowerInvariant() switch
    {
        "entity" => RecordShape.Entity,
        "event" => RecordShape.Event,
        "spell" => RecordShape.Spell,
        "reading" => RecordShape.Reading,
        _ => throw new ShelfException(file, at.Start.Line, $"shape is \"{word}\". Write event, spell, reading or entity."),
    };

    private static SubjectKind? ParseSubject(string file, YamlMappingNode map) => Scalar(map, "of")?.ToLowerInvariant() switch
    {
        null => null,
        "child" => SubjectKind.Child,
        "worker" => SubjectKind.Worker,
        "team" => SubjectKind.Team,
        "area" => SubjectKind.Area,
        var word => throw SettingsYaml.Wrong(file, map.Children["of"], $"of is \"{word}\". Write child, worker, team or area."),
    };

    private static List<string> CalledBy(YamlMappingNode map, string name) =>
        map.Children.TryGetValue("called", out var node) && node is YamlSequenceNode words
            ? [.. words.OfType<YamlScalarNode>().Select(w => w.Value!)]
            : [EnglishText.Spoken(name)];

    private static RecordField ParseField(string file, string name, YamlNode says)
    {
        var map = says as YamlMappingNode;
        var written = map is null ? (says as YamlScalarNode)?.Value ?? "" : Scalar(map, "type") ?? "";
        var open = written.IndexOf('(', StringComparison.Ordinal);
        var word = open < 0 ? written : written[..open];
        var of = open < 0 ? "" : written[(open + 1)..].TrimEnd(')');
        var type = word switch
        {
            "date" => FieldType.Date,
            "planned date" => FieldType.PlannedDate,
            "number" => FieldType.Number,
            "yes/no" => FieldType.YesNo,
            "code" => FieldType.Code,
            "set" => FieldType.CodeSet,
            "text" => FieldType.Text,
            "link" => FieldType.Link,
            "worker" => FieldType.Worker,
            "team" => FieldType.Team,
            _ => throw new ShelfException(file, says.Start.Line,
                $"{name} has type \"{written}\". Write date, planned date, number, yes/no, code(list), set(list), text, link(kind), worker or team."),
        };
        var blank = map is null ? "" : Scalar(map, "blank") ?? "";
        return new RecordField(name, type, of, blank == "none", blank is "none" or "unknown" ? "" : blank,
            map is null ? "" : Scalar(map, "absent") ?? "", map is null ? "" : Scalar(map, "known_from") ?? "")
        {
            MadeFrom = map is null ? "" : Scalar(map, "made_from") ?? "",
        };
    }

    private static string Name(string file, YamlNode key) => (key as YamlScalarNode)?.Value ?? throw SettingsYaml.Wrong(file, key, "A name is one word.");

    private static string? Scalar(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(key, out var node) && node is YamlScalarNode scalar ? scalar.Value : null;
}

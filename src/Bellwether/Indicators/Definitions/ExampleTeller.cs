using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Definitions;

/// <summary>Tells one example, phrase by phrase, into a record set.</summary>
internal sealed class ExampleTeller(RecordKinds kinds, CodeLists codes)
{
    private const string Child = "C1";
    private static readonly DateOnly Beginning = new(1990, 1, 1);

    private readonly RecordSet _records = new(kinds);
    private readonly List<string> _problems = [];
    private readonly List<TeamEntry> _teams = [];
    private readonly Dictionary<string, int> _lastKey = new(StringComparer.Ordinal);
    private int _told;

    public ExampleRecords Tell(string given, DateOnly at)
    {
        _records.Places.Add(new Place(0, "example", ""));
        var person = NewRow(kinds["people"], Child);
        foreach (var phrase in given.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = phrase.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words[0] is "born" or "child") Person(person, words[0] == "born" ? words : words[1..]);
            else if (words[0] == "team") Team(words);
            else Record(words, phrase);
        }
        foreach (var kind in kinds.All)
            _records.Statements.Add(new Statement(kind.Name, "example", Completeness.Full, Beginning, at, [], ""));
        return new ExampleRecords(_records, Authority.Unnamed with { Teams = _teams }, _problems);
    }

    private void Person(int row, string[] words)
    {
        var told = new ExamplePhrase(kinds["people"], words, _problems);
        foreach (var (field, value) in told.Values) Set(kinds["people"], row, field, value);
    }

    private void Team(string[] words)
    {
        string After(string word) => Array.IndexOf(words, word) is var at and >= 0 && at + 1 < words.Length ? words[at + 1] : "";
        if (words.Length < 2) _problems.Add("A team needs its code: team T1 kind CSWT.");
        else _teams.Add(new TeamEntry(words[1], words[1], After("kind"), After("service"), "", After("district"), null, null, ""));
    }

    private void Record(string[] words, string phrase)
    {
        if (Called(words) is not var (kind, from, length))
        {
            var known = string.Join(", ", kinds.All.SelectMany(k => k.Called));
            _problems.Add($"\"{phrase}\": no kind of record is called so. Words: {known}.");
            return;
        }
        string[] name = words[from..(from + length)];
        var told = new ExamplePhrase(kind, [.. words[(from + length)..], .. words[..from]], _problems);
        foreach (var date in told.Dates.Count > 1 && kind.Shape != RecordShape.Spell ? told.Dates.Cast<string?>() : [null]) Add(kind, name, told, date);
    }

    private void Add(RecordKind kind, string[] name, ExamplePhrase told, string? date)
    {
        var worker = told.Values.GetValueOrDefault("worker") ?? $"W{_told + 1}";
        var subject = kind.Subject switch
        {
            SubjectKind.Child => Child,
            SubjectKind.Worker => worker,
            _ => told.Values.GetValueOrDefault("team") ?? "T1",
        };
        var row = NewRow(kind, subject);
        Named(kind, row, name);
        if (kind.Name == "allocations")
        {
            Set(kind, row, "role", "CW");
            Set(kind, row, "worker", worker);
            if (told.Values.TryGetValue("qualified", out var qualified)) Post(worker, qualified);
        }
        foreach (var (field, value) in told.Values)
            if (kind.IndexOf(field) >= 0) Set(kind, row, field, value);
        var first = date ?? told.Dates.FirstOrDefault();
        if (first is not null) Set(kind, row, kind.Fields[0].Name, first);
    }

    private void Post(string worker, string qualified)
    {
        var posts = kinds["worker_posts"];
        var row = NewRow(posts, worker);
        Set(posts, row, "start", "1990-01-01");
        Set(posts, row, "role", "SW");
        Set(posts, row, "fte", "1");
        foreach (var field in new[] { "qualified", "registered" }) Set(posts, row, field, qualified);
    }

    /// <summary>What the word says beside the kind: a sole plan is sole, a dental check is of the type dental check.</summary>
    private void Named(RecordKind kind, int row, string[] name)
    {
        foreach (var word in name)
            if (kind.IndexOf(word) is var field and >= 0 && kind.Fields[field].Type == FieldType.YesNo) Set(kind, row, word, "yes");
        if (kind.IndexOf("type") is var type and >= 0 && kind.Fields[type] is { Type: FieldType.Code } coded
            && codes[coded.Of].TryRead(string.Join(' ', name), out var index)) _records.Table(kind.Name).Set(row, type, index);
    }

    /// <summary>The kind whose name stands earliest in the phrase, the longest name first; flags may stand before it.</summary>
    private (RecordKind Kind, int From, int Length)? Called(string[] words)
    {
        for (var from = 0; from < words.Length; from++)
            for (var length = Math.Min(3, words.Length - from); length > 0; length--)
            {
                var name = string.Join(' ', words[from..(from + length)]);
                if (kinds.CalledSo(name) is { } kind) return (kind, from, length);
            }
        return null;
    }

    private int NewRow(RecordKind kind, string subject)
    {
        var table = _records.Table(kind.Name);
        var key = _records.Texts.Add($"{kind.Name}-{++_told}");
        var row = table.Add(key, _records.Texts.Add(subject), 0, _told);
        foreach (var field in kind.Fields)
        {
            if (field.Type == FieldType.Link && _lastKey.TryGetValue(field.Of, out var linked)) table.Set(row, kind.IndexOf(field.Name), linked);
            else if (field.Blank.Length > 0) Set(kind, row, field.Name, field.Blank);
            else if (field.Absent.Length > 0) Set(kind, row, field.Name, field.Absent);
        }
        _lastKey[kind.Name] = key;
        return row;
    }

    private void Set(RecordKind kind, int row, string name, string value)
    {
        var number = kind.IndexOf(name);
        if (Cell(kind.Fields[number], value) is { } cell) _records.Table(kind.Name).Set(row, number, cell);
        else _problems.Add($"{kind.Name}: \"{value}\" is no value of {name}.");
    }

    private int? Cell(RecordField field, string value)
    {
        if (value == "unknown") return Days.Unknown;
        if (value == "none") return Days.None;
        switch (field.Type)
        {
            case FieldType.Date or FieldType.PlannedDate: return DateText.TryParse(value, out var day) ? day.DayNumber : null;
            case FieldType.Number:
                var read = decimal.TryParse(value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number);
                return read ? (int)(number * 1000m) : null;
            case FieldType.YesNo: return value switch { "yes" => 1, "no" => 0, _ => null };
            case FieldType.Code: return codes.TryGet(field.Of, out var list) && list!.TryRead(value, out var index) ? index : null;
            default: return _records.Texts.Add(value);
        }
    }
}

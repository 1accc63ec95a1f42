using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>
/// Journeys as nobody would want them: dense, nested, overlapping, out of order, on one day, of no length, with dates nobody wrote down,
/// around month ends, 29 February, Christmas and Easter. Any kind of record, each field by its type. The same random numbers, the same journeys.
/// </summary>
internal sealed class UglyJourneys(Random random, RecordKinds kinds, CodeLists codes)
{
    private static readonly DateOnly First = new(2023, 11, 20);

    private static readonly string[] Special =
    [
        "2023-12-22", "2023-12-24", "2023-12-25", "2023-12-26", "2023-12-27", "2023-12-31", "2024-01-01", "2024-01-02", "2024-01-31", "2024-02-28",
        "2024-02-29", "2024-03-01", "2024-03-28", "2024-03-29", "2024-03-31", "2024-04-01", "2024-04-02", "2024-04-30", "2024-05-06", "2024-05-31",
        "2024-06-30", "2024-07-31", "2024-08-26", "2024-08-31",
    ];

    private static readonly string[] Births = ["2020-02-29", "2008-02-29", "2019-03-01", "2006-03-31", "2006-04-01", "2024-02-29", "2018-12-25", "2007-02-28"];

    private readonly List<string> _lines = [];
    private readonly Dictionary<(string Kind, string Subject), List<string>> _keys = [];
    private readonly List<DateOnly> _used = [];
    private readonly List<DateOnly> _own = [];

    /// <summary>The last day the records speak for; some are dated later.</summary>
    public static DateOnly DataDate { get; } = new(2024, 8, 31);

    /// <summary>Lines as <see cref="Journeys.RecordsFixture"/> reads them, of children and workers with these kinds and all they link to.</summary>
    public List<string> Lines(IEnumerable<RecordKind> asked)
    {
        var wanted = asked.ToList();
        for (var c = random.Next(1, 4); c > 0; c--)
        {
            _own.Clear();
            _lines.Add($"people | C{c} | key=C{c}; {Fields(kinds["people"], $"C{c}")}");
            foreach (var kind in wanted.Where(k => k.Subject == SubjectKind.Child)) Some(kind, $"C{c}", random.Next(1, 6));
        }
        for (var w = 0; w < 3; w++) Some(kinds["worker_posts"], $"W{w}", random.Next(5));
        return _lines;
    }

    /// <summary>A day to ask at: any, one of the awkward ones, next to something recorded, or where a length that a definition names ends after it.</summary>
    public DateOnly Day(IReadOnlyList<Limit> lengths)
    {
        switch (random.Next(8))
        {
            case 0: return Parse(Special[random.Next(Special.Length)]);
            case 1: return First.AddDays(random.Next(620));
        }
        if (_used.Count == 0) return First;
        var day = _used[random.Next(_used.Count)];
        if (lengths.Count > 0 && random.Next(3) > 0) day = lengths[random.Next(lengths.Count)].LastDayFrom(day);
        return day.AddDays(random.Next(-1, 2));
    }

    private void Some(RecordKind kind, string subject, int count)
    {
        if (kind.Shape == RecordShape.Entity || _keys.ContainsKey((kind.Name, subject))) return;
        _keys[(kind.Name, subject)] = [];
        foreach (var to in kind.Fields.Where(f => f.Type == FieldType.Link && kinds.Find(f.Of) is not null)) Some(kinds[to.Of], subject, random.Next(1, 3));
        for (var n = 0; n < count; n++)
        {
            var key = $"{kind.Name}-{subject}-{n}";
            _keys[(kind.Name, subject)].Add(key);
            _lines.Add($"{kind.Name} | {subject} | key={key}; {Fields(kind, subject)}");
        }
    }

    private string Fields(RecordKind kind, string subject)
    {
        var fields = kind.Fields.Select(f => (f.Name, Text: Field(kind, f, subject))).ToList();
        if (kind.Shape == RecordShape.Spell && DateOnly.TryParse(fields[0].Text, CultureInfo.InvariantCulture, out var start)) fields[1] = ("end", Noted(End(start)));
        return string.Join("; ", fields.Select(f => $"{f.Name}={f.Text}"));
    }

    private string End(DateOnly start) => random.Next(18) switch
    {
        0 => "?",
        < 5 => "-",
        5 => Written(start),
        6 => Written(start.AddDays(1)),
        7 when Array.FindAll(Special, s => Parse(s) >= start) is { Length: > 0 } special => special[random.Next(special.Length)],
        < 10 when _own.FindAll(d => d >= start) is { Count: > 0 } later => Written(later[random.Next(later.Count)]),
        _ => Written(start.AddDays(random.Next(1, 130))),
    };

    private string Noted(string end)
    {
        if (end.Length > 1) Note(Parse(end));
        return end;
    }

    private DateOnly Note(DateOnly day)
    {
        _used.Add(day);
        _own.Add(day);
        return day;
    }

    private string Field(RecordKind kind, RecordField field, string subject)
    {
        if (field.Name == "born") return random.Next(12) == 0 ? "?" : random.Next(2) == 0 ? Births[random.Next(Births.Length)] : Written(First.AddDays(-random.Next(6800)));
        if (random.Next(field.Name is "date" or "start" ? 16 : 9) == 0) return "?";
        return field.Type switch
        {
            FieldType.Date or FieldType.PlannedDate => random.Next(field.Name is "date" or "start" ? 16 : 4) == 0 ? "-" : Date(),
            FieldType.Number => field.Name == "fte" ? "0." + random.Next(2, 9) : random.Next(5).ToString(CultureInfo.InvariantCulture),
            FieldType.YesNo => random.Next(3) == 0 ? "no" : "yes",
            FieldType.Code => Code(field.Of),
            FieldType.Link => Link(field.Of, subject),
            FieldType.Worker => $"W{random.Next(4)}",
            FieldType.Team => $"T{random.Next(3)}",
            FieldType.CodeSet => "-",
            _ => Of(field.Name, kind.Name),
        };
    }

    private string Date() => Written(Note(random.Next(8) switch
    {
        0 => Parse(Special[random.Next(Special.Length)]),
        < 3 when _own.Count > 0 => _own[random.Next(_own.Count)],
        < 5 when _own.Count > 0 => _own[random.Next(_own.Count)].AddDays(random.Next(-1, 2)),
        _ => First.AddDays(random.Next(320)),
    }));

    private string Code(string list)
    {
        var entries = codes[list].Entries;
        return entries[random.Next(random.Next(2) == 0 ? Math.Min(2, entries.Count) : entries.Count)].Code;
    }

    private string Link(string kind, string subject) =>
        _keys.TryGetValue((kind, subject), out var keys) && keys.Count > 0 && random.Next(12) > 0 ? keys[random.Next(keys.Count)] : "-";

    private string Of(string field, string kind) => Words(field, kind) is var words ? words[random.Next(words.Length)] : "";

    /// <summary>Values of text fields: those that the shelf asks about among them.</summary>
    public static string[] Words(string field, string kind) => (kind, field) switch
    {
        ("worker_posts", "role") => ["SW", "SW", "Team Manager"],
        ("assessments", "type") => ["single", "initial", "core"],
        ("plan_decisions", "option") => ["adoption", "return"],
        (_, "kind") => ["CSWT", "LAC"],
        (_, "service") => ["CSWS"],
        (_, "district") => ["D1", "D2"],
        _ => ["A", "B"],
    };

    public static string Written(DateOnly day) => IsoDate.Format(day);

    private static DateOnly Parse(string day) => IsoDate.Parse(day);
}

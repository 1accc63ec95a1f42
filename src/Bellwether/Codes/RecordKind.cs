namespace Bellwether.Codes;

/// <summary>How a record sits in time.</summary>
public enum RecordShape
{
    /// <summary>The person itself: no date of its own.</summary>
    Entity,

    /// <summary>Happened on one day: <c>date</c>.</summary>
    Event,

    /// <summary>Lasts <c>[start, end)</c>: the start counts, the end does not.</summary>
    Spell,

    /// <summary>A value somebody asserted, at <c>date</c>.</summary>
    Reading,
}

/// <summary>Whose record it is.</summary>
public enum SubjectKind
{
    Child,
    Worker,
    Team,
    Area,
}

/// <summary>What a field holds. Every one is kept as an <see cref="int"/>: see <see cref="RecordField"/>.</summary>
public enum FieldType
{
    /// <summary>Day number.</summary>
    Date,

    /// <summary>Day number of a due or target date: seen from the record's start, before the day comes.</summary>
    PlannedDate,

    /// <summary>Thousandths: 0.8 is 800.</summary>
    Number,

    /// <summary>0 or 1.</summary>
    YesNo,

    /// <summary>Index in the code list <see cref="RecordField.Of"/>.</summary>
    Code,

    /// <summary>Index in the text pool of the codes in ordinal order, joined by |.</summary>
    CodeSet,

    /// <summary>Index in the text pool. Short local codes only, never free text.</summary>
    Text,

    /// <summary>In an extract: index in the text pool of the other record's key. In Journeys: its row number.</summary>
    Link,

    /// <summary>In an extract: index in the text pool. In Journeys: the worker's number.</summary>
    Worker,

    /// <summary>In an extract: index in the text pool. In Journeys: the team's number.</summary>
    Team,
}

/// <summary>
/// One field of a record kind. A cell is an <see cref="int"/> by <see cref="FieldType"/>, or one of two absences:
/// <see cref="Calendar.Days.Unknown"/> (nobody wrote it down) and <see cref="Calendar.Days.None"/> (it has not happened).
/// </summary>
/// <param name="Name">As an analyst writes it in a definition.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Of">The code list or the linked kind; empty otherwise.</param>
/// <param name="BlankIsNone">An empty cell means it has not happened; otherwise that nobody wrote it down.</param>
/// <param name="Blank">The text a blank cell stands for, where records.yaml states one ("no"); empty otherwise.</param>
/// <param name="Absent">The text that holds where a source has no such column ("no", "single", "none"); empty means unknown.</param>
/// <param name="KnownFrom">The date field from which the value is known; empty: from the record's own date.</param>
public sealed record RecordField(
    string Name, FieldType Type, string Of, bool BlankIsNone, string Blank, string Absent, string KnownFrom)
{
    /// <summary>The kind a derived field is made from: without it the field can't be told. Empty for a field that records bring.</summary>
    public string MadeFrom { get; init; } = "";
}

/// <summary>A kind of record, as records.yaml states it.</summary>
/// <param name="Name">Plural, as in a definition: <c>cp_plans</c>.</param>
/// <param name="Shape">How it sits in time.</param>
/// <param name="Subject">Whose it is.</param>
/// <param name="Called">Words an example may use for one record of the kind.</param>
/// <param name="Fields">
/// The first is <c>date</c> (events, readings) or the first two are <c>start</c>, <c>end</c> (spells); then as written.
/// </param>
/// <param name="Meaning">One sentence for readers; may be empty.</param>
public sealed record RecordKind(
    string Name,
    RecordShape Shape,
    SubjectKind Subject,
    IReadOnlyList<string> Called,
    IReadOnlyList<RecordField> Fields,
    string Meaning)
{
    private readonly Dictionary<string, int> _index = Numbered(Fields);

    /// <summary>The kinds a derived kind is made from: it is known as far as each of them is. Empty for a kind that records bring.</summary>
    public IReadOnlyList<string> MadeFrom { get; init; } = [];

    /// <summary>Several sources tell of the same ones under ids of their own, so only the best counts: the council's own files, then extracts, then yearly returns.</summary>
    public bool IsToldOnce { get; init; }

    /// <summary>
    /// Told in rows that touch and are joined: a source that holds a span of time may hold only the later ones, so how long a record has
    /// lasted can be told where records reach back as far, or where the source states each child's latest record itself.
    /// </summary>
    public bool IsToldInPieces { get; init; }

    /// <summary>Field number by name; -1 where the kind has no such field.</summary>
    public int IndexOf(string field) => _index.TryGetValue(field, out var i) ? i : -1;

    private static Dictionary<string, int> Numbered(IReadOnlyList<RecordField> fields)
    {
        var numbered = new Dictionary<string, int>(fields.Count, StringComparer.Ordinal);
        for (var f = 0; f < fields.Count; f++) numbered.Add(fields[f].Name, f);
        return numbered;
    }

    /// <summary>The link field that makes a record of this kind one of <paramref name="parent"/>'s own; -1 where there is none.</summary>
    public int LinkTo(string parent)
    {
        for (var i = 0; i < Fields.Count; i++)
            if (Fields[i].Type == FieldType.Link && Fields[i].Of == parent) return i;
        return -1;
    }
}

using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>
/// The records of one kind, one growing column a field, rows in the order they were read. Cells are as <see cref="RecordField"/>
/// says; keys, subjects, texts, links, workers and teams are numbers in <see cref="RecordSet.Texts"/>.
/// </summary>
/// <param name="kind">The kind of every row.</param>
public sealed class RecordTable(RecordKind kind)
{
    private readonly CellColumn[] _fields = [.. kind.Fields.Select(_ => new CellColumn())];

    /// <summary>The kind of every row.</summary>
    public RecordKind Kind { get; } = kind;

    /// <summary>How many rows.</summary>
    public int Count => Subjects.Count;

    /// <summary>The record's own key: the source's id, else made from kind, subject, start or date and what tells it apart.</summary>
    public CellColumn Keys { get; private set; } = new();

    /// <summary>Whose record: the child's (worker's, team's) id as the source gives it.</summary>
    public CellColumn Subjects { get; private set; } = new();

    /// <summary>Where it came from: number in <see cref="RecordSet.Places"/>.</summary>
    public CellColumn Places { get; private set; } = new();

    /// <summary>The row a person sees in that place, from 1.</summary>
    public CellColumn Rows { get; private set; } = new();

    /// <summary>
    /// Keys of spells whose end nobody told, and which some extract held open on the day before the one that stands in their end: they count up to
    /// it and have no end that could be counted or measured.
    /// </summary>
    public HashSet<int> EndsUntold { get; private set; } = [];

    /// <summary>One field's column.</summary>
    public CellColumn Column(int field) => _fields[field];

    /// <summary>One cell.</summary>
    public int this[int row, int field] => _fields[field][row];

    /// <summary>Adds a row whose fields are all unknown, or none where a blank means none; returns its number.</summary>
    public int Add(int key, int subject, int place, int sourceRow)
    {
        Keys.Add(key);
        Subjects.Add(subject);
        Places.Add(place);
        Rows.Add(sourceRow);
        for (var f = 0; f < _fields.Length; f++)
            _fields[f].Add(Kind.Fields[f].BlankIsNone ? Days.None : Days.Unknown);
        return Subjects.Count - 1;
    }

    /// <summary>Takes columns over as the whole of an empty table; whoever filled them lets go of them.</summary>
    internal void Take(CellColumn keys, CellColumn subjects, CellColumn places, CellColumn rows, CellColumn[] cells, HashSet<int> endsUntold)
    {
        (Keys, Subjects, Places, Rows, EndsUntold) = (keys, subjects, places, rows, endsUntold);
        cells.CopyTo(_fields, 0);
    }

    /// <summary>Writes one cell.</summary>
    public void Set(int row, int field, int value) => _fields[field][row] = value;
}

/// <summary>Where rows come from.</summary>
/// <param name="Load">The load's number in the store; 0 before it is stored.</param>
/// <param name="File">File name without folder.</param>
/// <param name="Sheet">Sheet; empty for a CSV.</param>
public sealed record Place(int Load, string File, string Sheet)
{
    /// <summary>Who speaks of these rows: see <see cref="Statement.Speaker"/>.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>The last day they speak for: of a return its own year's; null where that is the data date.</summary>
    public DateOnly? To { get; init; }
}

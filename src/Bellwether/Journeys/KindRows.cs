using Bellwether.Codes;
using Bellwether.Journeys.Building;

namespace Bellwether.Journeys;

/// <summary>
/// The records of one kind, one column a field, sorted by subject, then by <c>date</c> or <c>start</c>, then by key. Never changed once built.
/// Shapes: every column <c>[Count]</c>; <see cref="Offset"/> <c>[subjects + 1]</c>; subject s owns rows Offset[s] .. Offset[s+1]-1.
/// A column that has one value throughout takes no room until it is asked for, and then as much as all others of that value together.
/// </summary>
public sealed class KindRows
{
    private readonly Column[] _columns;     // the fields, then place, source row, and until when a spell counts
    private readonly Func<int, string> _keys;
    private readonly List<int[]> _filled = [];

    /// <summary>Takes columns already sorted; <paramref name="subject"/> ascending.</summary>
    public KindRows(RecordKind kind, int subjects, int[] subject, int[][] fields, string[] keys, int[] place, int[] sourceRow)
        : this(kind, subjects, subject, fields, row => keys[row], place, sourceRow)
    {
    }

    /// <summary>The same with keys that are made when asked for: there are as many as rows, and few are ever looked at.</summary>
    public KindRows(RecordKind kind, int subjects, int[] subject, int[][] fields, Func<int, string> keys, int[] place, int[] sourceRow)
        : this(kind, DraftRows.OffsetOf(subject, subjects), subject, [.. fields.Select(f => new Column(f))], null, keys, new Column(place), new Column(sourceRow))
    {
    }

    /// <param name="told">The ends that somebody told; null where that is every one.</param>
    internal KindRows(RecordKind kind, int[] offset, int[] subject, Column[] fields, Column? told, Func<int, string> keys, Column place, Column sourceRow)
    {
        (Kind, Offset, Subject, _keys) = (kind, offset, subject, keys);
        _columns = [.. fields, place, sourceRow, fields.Length > 1 ? fields[1] : default];
        if (told is { } ends) _columns[1] = ends;
    }

    /// <summary>The kind of every row.</summary>
    public RecordKind Kind { get; }

    /// <summary>How many rows.</summary>
    public int Count => Subject.Length;

    /// <summary>Child, worker or team number of each row.</summary>
    public int[] Subject { get; }

    /// <summary>Where each subject's rows begin.</summary>
    public int[] Offset { get; }

    /// <summary>Where the row came from: number in <see cref="Journeys.Places"/>; -1 for a derived row.</summary>
    public int[] Place => Whole(_columns.Length - 3);

    /// <summary>The row a person sees there.</summary>
    public int[] SourceRow => Whole(_columns.Length - 2);

    /// <summary>One field's column, as <see cref="RecordField"/> encodes it; links are row numbers of the linked kind.</summary>
    public int[] Field(int field) => Whole(field);

    /// <summary>The record's own key.</summary>
    public string Key(int row) => _keys(row);

    /// <summary><c>date</c> or <c>start</c>.</summary>
    public int[] First => Whole(0);

    /// <summary>
    /// Until when a spell counts: its <c>end</c>, none while open. Where nobody told the end, but some extract held the spell open on a day, that is
    /// the day after, while the field itself is unknown.
    /// </summary>
    public int[] End => Whole(_columns.Length - 1);

    private int[] Whole(int column) => _columns[column].Cells ?? Filled(column);

    private int[] Filled(int column)
    {
        lock (_filled)
        {
            var filled = _filled.Find(f => f.Length == 0 || f[0] == _columns[column][0]);
            if (filled is null) _filled.Add(filled = _columns[column].Whole(Count));
            _columns[column] = new Column(filled);
            return filled;
        }
    }
}

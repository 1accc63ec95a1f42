using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// The records of one kind while they are settled: columns that may still change, rows sorted as <see cref="KindRows"/> wants them.
/// Keys are still numbers in the text pool, and so are links until <see cref="Links"/> has resolved them.
/// </summary>
internal sealed class DraftRows
{
    private readonly Column[] _fields;
    private readonly Column _place;
    private readonly Column _sourceRow;

    private DraftRows(RecordKind kind, int[] offset, int[] subject, Column[] fields, int[] key, int[]? piece, Column place, Column sourceRow)
    {
        (Kind, Offset, Subject, _fields, Key, Piece, _place, _sourceRow) = (kind, offset, subject, fields, key, piece, place, sourceRow);
    }

    public RecordKind Kind { get; }
    public int Subjects => Offset.Length - 1;
    public int Count => Subject.Length;
    public int[] Subject { get; }
    public int[] Offset { get; }
    public int[] Key { get; }

    /// <summary>0 for a record as it was given; 2, 3 … for the later pieces of one that was cut; null where none was.</summary>
    public int[]? Piece { get; }

    public int FieldCount => _fields.Length;
    public Column First => _fields[0];
    public Column End => _fields[1];

    /// <summary>Keys of rows that were taken into another row of the same subject, so that links to them still arrive.</summary>
    public Dictionary<(int Subject, int Key), int> Joined { get; private init; } = [];

    /// <summary>Keys of spells whose end nobody told, as <see cref="RecordTable.EndsUntold"/> says, and the day that stands in it.</summary>
    public Dictionary<int, int> Untold { get; private init; } = [];

    /// <summary>By subject, key and first day of rows that turned out to be none (a placement begun after 18): links to them arrive nowhere.</summary>
    public Dictionary<int, List<(int Key, int First)>> TakenOut { get; private init; } = [];

    public int Place(int row) => _place[row];

    public int SourceRow(int row) => _sourceRow[row];

    public Column Field(int field) => _fields[field];

    /// <summary>A field as it stands now: <see cref="Set(int, int, int)"/> may put another column in its place.</summary>
    public Column Field(string name) => _fields[Kind.IndexOf(name)];

    /// <summary>Writes one cell.</summary>
    public void Set(int field, int row, int value)
    {
        if (_fields[field][row] == value) return;
        if (_fields[field].Cells is null) _fields[field] = new Column(_fields[field].Whole(Count));
        _fields[field].Cells![row] = value;
    }

    public void Set(string field, int row, int value) => Set(Kind.IndexOf(field), row, value);

    public void SetEnd(int row, int value) => Set(1, row, value);

    /// <summary>Puts a whole column in the place of a field's.</summary>
    public void Replace(int field, Column column) => _fields[field] = column;

    public void Replace(string field, int[] cells) => Replace(Kind.IndexOf(field), Column.Of(cells));

    /// <summary>No rows.</summary>
    public static DraftRows None(RecordKind kind, int[] offset) =>
        new(kind, offset, [], Unknowns(kind.Fields.Count), [], null, new Column(-1), new Column(0));

    private static Column[] Unknowns(int fields)
    {
        var unknowns = new Column[fields];
        Array.Fill(unknowns, new Column(Days.Unknown));
        return unknowns;
    }

    /// <summary>A table's rows whose subject has a number, sorted by subject, first day and key.</summary>
    /// <param name="counts">Whether a row counts; null where all do.</param>
    public static DraftRows From(RecordTable table, Numbering numbers, TextPool texts, Func<int, bool>? counts)
    {
        var kind = table.Kind;
        var of = numbers.Of(kind.Subject);
        var (subject, key) = (table.Subjects.ToArray(), table.Keys.ToArray());
        var (text, number) = (-1, -1);
        foreach (ref var given in subject.AsSpan())
        {
            if (given != text) (text, number) = (given, of[given]);
            given = number;
        }
        for (var r = 0; counts is not null && r < subject.Length; r++)
            if (!counts(r)) subject[r] = -1;
        var (offset, whose, rows) = new RowOrder(texts, key, null).Of(subject, of.Count, kind.Shape == RecordShape.Entity ? [] : table.Column(0).ToArray());
        var fields = new Column[kind.Fields.Count];
        for (var f = 0; f < fields.Length; f++) fields[f] = Column.Of(table.Column(f), rows, numbers.Of(kind.Fields[f].Type));
        if (rows is not null)
        {
            var given = key;
            Column.Pick(given, rows, key = GC.AllocateUninitializedArray<int>(rows.Length));
        }
        return new DraftRows(kind, offset, whose, fields, key, null, Column.Of(table.Places, rows, null), Column.Of(table.Rows, rows, null)) { Untold = UntoldOf(table) };
    }

    /// <summary>These rows in this order; a row may be asked for more than once (a record cut into pieces).</summary>
    public DraftRows Take(int[] rows, int[]? piece = null)
    {
        var fields = new Column[_fields.Length];
        for (var f = 0; f < fields.Length; f++) fields[f] = _fields[f].At(rows);
        var (subject, key) = (new int[rows.Length], new int[rows.Length]);
        Column.Pick(Subject, rows, subject);
        Column.Pick(Key, rows, key);
        if (piece is null && Piece is not null) Column.Pick(Piece, rows, piece = new int[rows.Length]);
        return new DraftRows(Kind, OffsetOf(subject, Subjects), subject, fields, key, piece, _place.At(rows), _sourceRow.At(rows)) { Joined = Joined, TakenOut = TakenOut, Untold = Untold };
    }

    /// <summary>All but the rows of which something is so; those are remembered as taken out.</summary>
    public DraftRows Without(Func<int, bool> isSo)
    {
        var kept = new List<int>(Count);
        for (var r = 0; r < Count; r++)
        {
            if (!isSo(r)) kept.Add(r);
            else if (TakenOut.TryGetValue(Subject[r], out var others)) others.Add((Key[r], First[r]));
            else TakenOut.Add(Subject[r], [(Key[r], First[r])]);
        }
        return kept.Count == Count ? this : Take([.. kept]);
    }

    /// <summary>Rows by subject, first day, key in ordinal order, piece.</summary>
    public DraftRows Sorted(TextPool texts) =>
        new RowOrder(texts, Key, Piece).Of(Subject, Subjects, Kind.Shape == RecordShape.Entity ? [] : First.Whole(Count)).Rows is { } rows ? Take(rows) : this;

    public KindRows Settled(TextPool texts)
    {
        var (keys, pieces) = (Key, Piece);
        return new KindRows(Kind, Offset, Subject, _fields, Told(), r => pieces is null || pieces[r] == 0 ? texts[keys[r]] : $"{texts[keys[r]]}#{pieces[r]}", _place, _sourceRow);
    }

    private static Dictionary<int, int> UntoldOf(RecordTable table)
    {
        var untold = new Dictionary<int, int>();
        for (var r = 0; table.EndsUntold.Count > 0 && r < table.Count; r++)
            if (table.EndsUntold.Contains(table.Keys[r])) untold[table.Keys[r]] = table[r, 1];
        return untold;
    }

    /// <summary>The ends that somebody told: unknown where the day that stands there only says until when the spell was held open.</summary>
    private Column? Told()
    {
        if (Untold.Count == 0) return null;
        var into = Joined.ToLookup(j => j.Key.Key, j => j.Value);
        var days = new HashSet<(int Key, int Day)>();
        foreach (var (key, day) in Untold) Follow(key, day);
        var told = (int[])End.Whole(Count).Clone();
        for (var r = 0; r < Count; r++)
            if (days.Contains((Key[r], told[r]))) told[r] = Days.Unknown;
        return new Column(told);

        void Follow(int key, int day)
        {
            if (!days.Add((key, day))) return;
            foreach (var head in into[key]) Follow(head, day);
        }
    }

    /// <summary>One row a subject, in order of number; used for the people themselves.</summary>
    public static DraftRows OnePerSubject(RecordKind kind, Column[] fields, int[] key, Column place, Column sourceRow)
    {
        int[] offset = [.. Enumerable.Range(0, key.Length + 1)];
        return new(kind, offset, offset[..^1], fields, key, null, place, sourceRow);
    }

    /// <summary>Rows that a derivation makes, in any order; each keeps the place of the row it was made from.</summary>
    public static DraftRows Made(RecordKind kind, int subjects, IReadOnlyList<MadeRow> rows, TextPool texts)
    {
        MadeRow[] all = [.. rows.OrderBy(r => r.Subject)];
        var fields = new Column[kind.Fields.Count];
        for (var f = 0; f < fields.Length; f++) fields[f] = new Column([.. all.Select(r => r.Cells[f])]);
        int[] subject = [.. all.Select(r => r.Subject)];
        return new DraftRows(kind, OffsetOf(subject, subjects), subject, fields, [.. all.Select(r => r.Key)], [.. all.Select(r => r.Piece)],
            new Column([.. all.Select(r => r.Place)]), new Column([.. all.Select(r => r.SourceRow)])).Sorted(texts);
    }

    public static int[] OffsetOf(int[] subject, int subjects)
    {
        var offset = new int[subjects + 1];
        foreach (var s in subject) offset[s + 1]++;
        for (var s = 0; s < subjects; s++) offset[s + 1] += offset[s];
        return offset;
    }
}

/// <summary>One row of a derived kind.</summary>
/// <param name="Subject">Whose.</param>
/// <param name="Cells">A cell a field.</param>
/// <param name="Key">Key of the row it was made from.</param>
/// <param name="Piece">Which of several made from that row; 0 for the first.</param>
/// <param name="Place">Where that row came from.</param>
/// <param name="SourceRow">The row a person sees there.</param>
internal sealed record MadeRow(int Subject, int[] Cells, int Key, int Piece, int Place, int SourceRow);

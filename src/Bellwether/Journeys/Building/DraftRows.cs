using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// The records of one kind while they are settled: columns that may still change, rows sorted as <see cref="KindRows"/> wants them.
/// Keys are still numbers in the text pool, and so are links until <see cref="Links"/> has resolved them.
/// </summary>
internal sealed class DraftRows
{
    private DraftRows(RecordKind kind, int subjects, int[] subject, int[][] fields, int[] key, int[] piece, int[] place, int[] sourceRow)
    {
        (Kind, Subjects, Subject, Fields, Key, Piece, Place, SourceRow) = (kind, subjects, subject, fields, key, piece, place, sourceRow);
        Offset = new int[subjects + 1];
        foreach (var s in subject) Offset[s + 1]++;
        for (var s = 0; s < subjects; s++) Offset[s + 1] += Offset[s];
    }

    public RecordKind Kind { get; }
    public int Subjects { get; }
    public int Count => Subject.Length;
    public int[] Subject { get; }
    public int[] Offset { get; }
    public int[][] Fields { get; }
    public int[] Key { get; }

    /// <summary>0 for a record as it was given; 2, 3 … for the later pieces of one that was cut.</summary>
    public int[] Piece { get; }

    public int[] Place { get; }
    public int[] SourceRow { get; }
    public int[] First => Fields[0];
    public int[] End => Fields[1];

    /// <summary>Keys of rows that were taken into another row of the same subject, so that links to them still arrive.</summary>
    public Dictionary<(int Subject, int Key), int> Joined { get; private init; } = [];

    public int[] Field(string name) => Fields[Kind.IndexOf(name)];

    /// <summary>
    /// A table's rows whose subject has a number (<paramref name="subjectOf"/> by text; -1 leaves the row out), sorted by subject,
    /// first day and key.
    /// </summary>
    public static DraftRows From(RecordTable table, int[] subjectOf, int subjects, TextPool texts)
    {
        var rows = new List<int>(table.Count);
        for (var r = 0; r < table.Count; r++)
            if (subjectOf[table.Subjects[r]] >= 0) rows.Add(r);
        var order = rows.ToArray();
        var fields = new int[table.Kind.Fields.Count][];
        for (var f = 0; f < fields.Length; f++) fields[f] = Pick(table.Column(f), order);
        var subject = new int[order.Length];
        for (var i = 0; i < order.Length; i++) subject[i] = subjectOf[table.Subjects[order[i]]];
        return new DraftRows(table.Kind, subjects, subject, fields, Pick(table.Keys, order), new int[order.Length],
            Pick(table.Places, order), Pick(table.Rows, order)).Sorted(texts);
    }

    /// <summary>These rows in this order; a row may be asked for more than once (a record cut into pieces).</summary>
    public DraftRows Take(int[] rows)
    {
        var fields = new int[Fields.Length][];
        for (var f = 0; f < fields.Length; f++) fields[f] = Pick(Fields[f], rows);
        return new DraftRows(Kind, Subjects, Pick(Subject, rows), fields, Pick(Key, rows), Pick(Piece, rows), Pick(Place, rows), Pick(SourceRow, rows))
        {
            Joined = Joined,
        };
    }

    /// <summary>Rows by subject, first day, key in ordinal order, piece.</summary>
    public DraftRows Sorted(TextPool texts)
    {
        var sortBy = new long[Count];
        var order = new int[Count];
        var dated = Kind.Shape != RecordShape.Entity;
        var (inOrder, noTies) = (true, true);
        for (var r = 0; r < order.Length; r++)
        {
            sortBy[r] = ((long)Subject[r] << 32) | (dated ? unchecked((uint)First[r] ^ 0x8000_0000u) : 0u);
            order[r] = r;
            if (r == 0) continue;
            inOrder &= sortBy[r - 1] <= sortBy[r];
            noTies &= sortBy[r - 1] != sortBy[r];
        }
        if (inOrder && noTies) return this;
        if (!inOrder) Array.Sort(sortBy, order);
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && sortBy[to] == sortBy[from];) to++;
            if (to - from > 1) order.AsSpan(from, to - from).Sort(ByKey);
        }
        return Take(order);

        int ByKey(int a, int b)
        {
            var keys = Key[a] == Key[b] ? 0 : string.CompareOrdinal(texts[Key[a]], texts[Key[b]]);
            return keys != 0 ? keys : Piece[a] != Piece[b] ? Piece[a].CompareTo(Piece[b]) : a.CompareTo(b);
        }
    }

    public KindRows Settled(TextPool texts)
    {
        var (keys, pieces) = (Key, Array.TrueForAll(Piece, p => p == 0) ? null : Piece);
        return new KindRows(Kind, Subjects, Subject, Fields, r => pieces is null || pieces[r] == 0 ? texts[keys[r]] : $"{texts[keys[r]]}#{pieces[r]}", Place, SourceRow);
    }

    /// <summary>One row a subject, in order of number; used for the people themselves.</summary>
    public static DraftRows OnePerSubject(RecordKind kind, int[][] fields, int[] key, int[] place, int[] sourceRow) =>
        new(kind, key.Length, [.. Enumerable.Range(0, key.Length)], fields, key, new int[key.Length], place, sourceRow);

    /// <summary>Rows that a derivation makes, in any order; each keeps the place of the row it was made from.</summary>
    public static DraftRows Made(RecordKind kind, int subjects, IReadOnlyList<MadeRow> rows, TextPool texts)
    {
        MadeRow[] all = [.. rows.OrderBy(r => r.Subject)];
        var fields = new int[kind.Fields.Count][];
        for (var f = 0; f < fields.Length; f++) fields[f] = [.. all.Select(r => r.Cells[f])];
        return new DraftRows(kind, subjects, [.. all.Select(r => r.Subject)], fields, [.. all.Select(r => r.Key)], [.. all.Select(r => r.Piece)],
            [.. all.Select(r => r.Place)], [.. all.Select(r => r.SourceRow)]).Sorted(texts);
    }

    private static int[] Pick(IReadOnlyList<int> from, int[] rows)
    {
        var picked = new int[rows.Length];
        if (from is int[] array)
            for (var i = 0; i < rows.Length; i++) picked[i] = array[rows[i]];
        else
        {
            var column = (CellColumn)from;
            for (var i = 0; i < rows.Length; i++) picked[i] = column[rows[i]];
        }
        return picked;
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

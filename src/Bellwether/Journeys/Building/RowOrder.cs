using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// The order of a kind's rows: by subject, first day, key in ordinal order, piece, then as given. Rows are dealt to their subjects by
/// counting; only where a subject's own days are out of order, or alike, is anything compared.
/// </summary>
/// <param name="texts">What keys refer to.</param>
/// <param name="key">By row as given.</param>
/// <param name="piece">By row as given; null where no record was cut.</param>
internal readonly ref struct RowOrder(TextPool texts, ReadOnlySpan<int> key, int[]? piece)
{
    private readonly ReadOnlySpan<int> _key = key;

    /// <summary>
    /// Where each subject's rows begin, whose each row is, and the rows in order; null where they stand in it already and none is left out.
    /// </summary>
    /// <param name="subject">By row as given; a negative one leaves the row out. Taken over where the rows stand in order.</param>
    /// <param name="subjects">How many subjects there are.</param>
    /// <param name="first">The day by which rows go, by row as given; empty where rows have none.</param>
    public (int[] Offset, int[] Subject, int[]? Rows) Of(int[] subject, int subjects, ReadOnlySpan<int> first)
    {
        var offset = new int[subjects + 1];
        var (last, inOrder) = (0, true);
        foreach (var s in subject)
        {
            inOrder &= s >= last;
            last = s;
            if (s >= 0) offset[s + 1]++;
        }
        for (var s = 0; s < subjects; s++) offset[s + 1] += offset[s];
        int[]? rows = null;
        if (!inOrder) (subject, rows) = Dealt(subject, offset);
        for (var i = 1; i < subject.Length; i++)
        {
            if (subject[i] != subject[i - 1]) continue;
            if (!first.IsEmpty && (rows is null ? first[i - 1] < first[i] : first[rows[i - 1]] < first[rows[i]])) continue;
            var (from, to) = (offset[subject[i]], offset[subject[i] + 1]);
            Sort((rows ??= InTurn(subject.Length)).AsSpan(from, to - from), first);
            i = to;
        }
        return (offset, subject, rows);
    }

    private static (int[] Subject, int[] Rows) Dealt(int[] subject, int[] offset)
    {
        var next = offset.AsSpan().ToArray();
        var (dealt, rows) = (GC.AllocateUninitializedArray<int>(offset[^1]), GC.AllocateUninitializedArray<int>(offset[^1]));
        for (var r = 0; r < subject.Length; r++)
        {
            var s = subject[r];
            if (s < 0) continue;
            var to = next[s]++;
            (dealt[to], rows[to]) = (s, r);
        }
        return (dealt, rows);
    }

    /// <summary>One subject's rows by day and key.</summary>
    private void Sort(Span<int> rows, ReadOnlySpan<int> first)
    {
        if (!first.IsEmpty) ByDay(rows, first);
        for (int from = 0, to; from < rows.Length; from = to)
        {
            for (to = from + 1; to < rows.Length && (first.IsEmpty || first[rows[to]] == first[rows[from]]);) to++;
            if (to - from > 1) ByKey(rows[from..to]);
        }
    }

    private static int[] InTurn(int count)
    {
        var rows = GC.AllocateUninitializedArray<int>(count);
        for (var r = 0; r < count; r++) rows[r] = r;
        return rows;
    }

    private static void ByDay(Span<int> rows, ReadOnlySpan<int> first)
    {
        Span<long> keys = rows.Length <= 256 ? stackalloc long[rows.Length] : new long[rows.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = ((long)first[rows[i]] << 32) + i;
        Span<int> given = rows.Length <= 256 ? stackalloc int[rows.Length] : new int[rows.Length];
        rows.CopyTo(given);
        if (keys.Length > 32) keys.Sort();
        else
            for (var i = 1; i < keys.Length; i++)
            {
                var (key, at) = (keys[i], i);
                for (; at > 0 && keys[at - 1] > key; at--) keys[at] = keys[at - 1];
                keys[at] = key;
            }
        for (var i = 0; i < keys.Length; i++) rows[i] = given[(int)(keys[i] & int.MaxValue)];
    }

    private void ByKey(Span<int> rows)
    {
        if (rows.Length > 32)
        {
            var (pool, keys, pieces) = (texts, _key.ToArray(), piece);
            rows.Sort((a, b) => Compare(pool, keys, pieces, a, b));
            return;
        }
        for (var i = 1; i < rows.Length; i++)
        {
            var (row, at) = (rows[i], i);
            for (; at > 0 && Compare(texts, _key, piece, rows[at - 1], row) > 0; at--) rows[at] = rows[at - 1];
            rows[at] = row;
        }
    }

    private static int Compare(TextPool texts, ReadOnlySpan<int> key, int[]? piece, int a, int b)
    {
        var keys = IdOrder.Compare(texts, key[a], key[b]);
        return keys != 0 ? keys : piece is not null && piece[a] != piece[b] ? piece[a].CompareTo(piece[b]) : a.CompareTo(b);
    }
}

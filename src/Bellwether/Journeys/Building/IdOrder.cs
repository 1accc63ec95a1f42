using System.Buffers.Binary;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Text numbers in the ordinal order of their texts. UTF-8 sorts as code points do; ordinal order of strings is the same but for characters
/// that no id holds. Ids of a system begin alike, so the eight bytes after what all share decide nearly always.
/// </summary>
internal static class IdOrder
{
    private const int Few = 32;

    public static int Compare(TextPool texts, int a, int b) => a == b ? 0 : texts.Compare(a, b);

    public static void Sort(TextPool texts, Span<int> ids)
    {
        if (IsInOrder(texts, ids)) return;
        if (ids.Length <= Few)
        {
            ids.Sort((a, b) => Compare(texts, a, b));
            return;
        }
        var shared = Shared(texts, ids);
        var keys = new ulong[ids.Length];
        Span<byte> small = stackalloc byte[TextPool.LongestOnStack];
        for (var i = 0; i < keys.Length; i++) keys[i] = Key(texts.Utf8(ids[i], small)[shared..]);
        ByKey(keys, ids);
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from];) to++;
            if (to - from == ids.Length) ids.Sort((a, b) => Compare(texts, a, b));
            else if (to - from > 1) Sort(texts, ids[from..to]);
        }
    }

    private static bool IsInOrder(TextPool texts, ReadOnlySpan<int> ids)
    {
        for (var n = 1; n < ids.Length; n++)
            if (Compare(texts, ids[n - 1], ids[n]) > 0) return false;
        return true;
    }

    private static int Shared(TextPool texts, ReadOnlySpan<int> ids)
    {
        Span<byte> small = stackalloc byte[TextPool.LongestOnStack], other = stackalloc byte[TextPool.LongestOnStack];
        var first = texts.Utf8(ids[0], small);
        foreach (var id in ids) first = first[..first.CommonPrefixLength(texts.Utf8(id, other))];
        return first.Length;
    }

    /// <summary>The first eight bytes as a number; what is short is filled with zeros.</summary>
    private static ulong Key(ReadOnlySpan<byte> text)
    {
        if (text.Length >= 8) return BinaryPrimitives.ReadUInt64BigEndian(text);
        var key = 0ul;
        for (var i = 0; i < text.Length; i++) key |= (ulong)text[i] << (56 - 8 * i);
        return key;
    }

    /// <summary>Byte by byte from the last, those left out in which all keys are the same.</summary>
    private static void ByKey(ulong[] keys, Span<int> ids)
    {
        var differ = 0ul;
        foreach (var key in keys) differ |= key ^ keys[0];
        var (fromKeys, toKeys) = (keys, new ulong[keys.Length]);
        var (fromIds, toIds) = (ids.ToArray(), new int[keys.Length]);
        Span<int> at = stackalloc int[256];
        for (var shift = 0; shift < 64; shift += 8)
        {
            if ((differ >> shift & 255) == 0) continue;
            at.Clear();
            foreach (var key in fromKeys) at[(int)(key >> shift & 255)]++;
            for (int b = 0, sum = 0; b < at.Length; b++) (at[b], sum) = (sum, sum + at[b]);
            for (var i = 0; i < fromKeys.Length; i++)
            {
                var to = at[(int)(fromKeys[i] >> shift & 255)]++;
                (toKeys[to], toIds[to]) = (fromKeys[i], fromIds[i]);
            }
            (fromKeys, toKeys) = (toKeys, fromKeys);
            (fromIds, toIds) = (toIds, fromIds);
        }
        fromKeys.CopyTo(keys.AsSpan());
        fromIds.CopyTo(ids);
    }
}

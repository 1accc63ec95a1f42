using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bellwether.Storage;

/// <summary>
/// Keyed hashes that stand for ids of children: the same id gives the same mark in one home, and without the home's key nobody can tell which
/// child a mark is of, nor try all ids. Sixteen bytes each.
/// </summary>
internal sealed class ChildMarks
{
    private const int Size = 16;

    private readonly byte[] _key;

    /// <param name="homeKey">The home's own key; a key for these marks alone is made from it.</param>
    public ChildMarks(ReadOnlySpan<byte> homeKey) => _key = HMACSHA256.HashData(homeKey, "bellwether audit child"u8);

    /// <summary>The marks of ids, each once, in order, one after the other.</summary>
    public byte[] Of(IEnumerable<string> children)
    {
        var marks = new SortedSet<UInt128>(children.Where(c => c.Length > 0).Select(Of));
        var list = new byte[marks.Count * Size];
        var at = 0;
        foreach (var mark in marks) BinaryPrimitives.WriteUInt128BigEndian(list.AsSpan(Size * at++), mark);
        return list;
    }

    /// <summary>The mark of one id.</summary>
    public UInt128 Of(string child)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(child), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>True where one of the marks is in a list.</summary>
    public static bool Holds(ReadOnlySpan<byte> list, IReadOnlySet<UInt128> marks)
    {
        for (; list.Length >= Size; list = list[Size..])
            if (marks.Contains(BinaryPrimitives.ReadUInt128BigEndian(list))) return true;
        return false;
    }
}

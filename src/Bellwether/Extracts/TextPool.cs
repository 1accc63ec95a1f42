using System.Runtime.InteropServices;
using System.Text;

namespace Bellwether.Extracts;

/// <summary>
/// Each different text once, by number: ids, team codes, short local codes. Numbers follow first appearance. Kept as UTF-8, as files bring
/// them; a string is made when one is asked for.
/// </summary>
public sealed class TextPool
{
    private const int Chunk = 1 << 16;
    private const int LongestOnStack = 512;

    private readonly List<byte[]> _chunks = [];
    private readonly List<(int Chunk, int Start, int Length)> _texts = [];
    private int _used;
    private ulong[] _slots = new ulong[1024];       // hash, then number + 1; 0 is free

    /// <summary>How many different texts there are.</summary>
    public int Count => _texts.Count;

    /// <summary>The text of that number.</summary>
    public string this[int number] => Encoding.UTF8.GetString(Utf8(number));

    /// <summary>The text of that number as UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8(int number)
    {
        var (chunk, start, length) = CollectionsMarshal.AsSpan(_texts)[number];
        return _chunks[chunk].AsSpan(start, length);
    }

    /// <summary>The number of a text, given one if it is new.</summary>
    public int Add(ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = text.Length <= LongestOnStack ? stackalloc byte[LongestOnStack * 3] : new byte[Encoding.UTF8.GetByteCount(text)];
        return Add((ReadOnlySpan<byte>)utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    /// <summary>The number of a UTF-8 text, given one if it is new.</summary>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        var hash = Hash(utf8);
        ref var slot = ref Slot(utf8, hash);
        if (slot != 0) return Number(slot);
        if (_chunks.Count == 0 || _used + utf8.Length > Chunk) NewChunk(utf8.Length);
        utf8.CopyTo(_chunks[^1].AsSpan(_used));
        _texts.Add((_chunks.Count - 1, _used, utf8.Length));
        _used += utf8.Length;
        slot = ((ulong)hash << 32) | (uint)_texts.Count;
        if (_texts.Count * 2 > _slots.Length) Grow();
        return _texts.Count - 1;
    }

    /// <summary>
    /// The same, trying two numbers first: the one given and the next. Rows of one child stand together, and lists come in one order more
    /// often than not.
    /// </summary>
    public int Add(ReadOnlySpan<byte> utf8, int perhaps)
    {
        if (perhaps >= 0)
        {
            if (Utf8(perhaps).SequenceEqual(utf8)) return perhaps;
            if (perhaps + 1 < _texts.Count && Utf8(perhaps + 1).SequenceEqual(utf8)) return perhaps + 1;
        }
        return Add(utf8);
    }

    /// <summary>The number of a text, or -1 where it never appeared.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = text.Length <= LongestOnStack ? stackalloc byte[LongestOnStack * 3] : new byte[Encoding.UTF8.GetByteCount(text)];
        ReadOnlySpan<byte> bytes = utf8[..Encoding.UTF8.GetBytes(text, utf8)];
        return Slot(bytes, Hash(bytes)) is var slot and not 0 ? Number(slot) : -1;
    }

    private static int Number(ulong slot) => (int)(slot & uint.MaxValue) - 1;

    /// <summary>Where a text stands, or where it would.</summary>
    private ref ulong Slot(ReadOnlySpan<byte> utf8, uint hash)
    {
        var mask = _slots.Length - 1;
        var at = (int)(hash & mask);
        while (_slots[at] != 0 && ((uint)(_slots[at] >> 32) != hash || !Utf8(Number(_slots[at])).SequenceEqual(utf8))) at = (at + 1) & mask;
        return ref _slots[at];
    }

    private void NewChunk(int length)
    {
        _chunks.Add(new byte[Math.Max(Chunk, length)]);
        _used = 0;
    }

    private void Grow()
    {
        var slots = _slots;
        _slots = new ulong[slots.Length * 4];
        var mask = _slots.Length - 1;
        foreach (var slot in slots)
        {
            if (slot == 0) continue;
            var at = (int)((slot >> 32) & (uint)mask);
            while (_slots[at] != 0) at = (at + 1) & mask;
            _slots[at] = slot;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            var hash = 0x9E3779B97F4A7C15ul ^ (ulong)text.Length;
            for (; text.Length >= 8; text = text[8..]) hash = Mix(hash, MemoryMarshal.Read<ulong>(text));
            ulong rest = 0;
            for (var i = 0; i < text.Length; i++) rest |= (ulong)text[i] << (8 * i);
            hash = Mix(hash, rest);
            return (uint)(hash ^ (hash >> 32));
        }
    }

    private static ulong Mix(ulong hash, ulong part)
    {
        unchecked { return Math.BigMul(hash ^ part, 0xD6E8FEB86659FD93, out var low) ^ low; }
    }
}

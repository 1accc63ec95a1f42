using System.Runtime.InteropServices;

namespace Bellwether.Extracts;

/// <summary>
/// What the cells of one field stood for where their text alone decides and nothing was said of them: codes, teams, yes and no come again and
/// again. Texts of up to 16 bytes; one that is not found, because another took its place, is simply read again.
/// </summary>
internal sealed class CellMemory
{
    private const int Longest = 16;
    private const int Most = 4096;

    private Entry[] _known = new Entry[64];
    private int _displaced;

    /// <summary>The text in two numbers; false where it is empty or too long. No text holds a zero byte, so the rest of them may be zero.</summary>
    public static bool TryKey(ReadOnlySpan<byte> text, out (ulong Low, ulong High) key)
    {
        var length = text.Length;
        key = default;
        if (length is 0 or > Longest) return false;
        if (length >= 8)
            key = (MemoryMarshal.Read<ulong>(text), length == 8 ? 0 : MemoryMarshal.Read<ulong>(text[(length - 8)..]) >> (8 * (Longest - length)));
        else if (length >= 4)
            key.Low = MemoryMarshal.Read<uint>(text) | ((ulong)MemoryMarshal.Read<uint>(text[(length - 4)..]) << (8 * (length - 4)));
        else
            key.Low = text[0] | ((ulong)text[length / 2] << (8 * (length / 2))) | ((ulong)text[length - 1] << (8 * (length - 1)));
        return true;
    }

    public bool TryFind((ulong Low, ulong High) key, out int value)
    {
        ref var entry = ref _known[Place(key)];
        value = entry.Value;
        return entry.Low == key.Low && entry.High == key.High;
    }

    public void Keep((ulong Low, ulong High) key, int value)
    {
        if (_known[Place(key)].Low != 0 && ++_displaced > _known.Length && _known.Length < Most)
        {
            var known = _known;
            (_known, _displaced) = (new Entry[known.Length * 4], 0);
            foreach (var e in known)
                if (e.Low != 0) _known[Place((e.Low, e.High))] = e;
        }
        _known[Place(key)] = new Entry { Low = key.Low, High = key.High, Value = value };
    }

    private int Place((ulong Low, ulong High) key)
    {
        var mixed = TextForm.Mix(key.Low, key.High ^ 0x9E3779B97F4A7C15);
        return (int)(mixed & (uint)(_known.Length - 1));
    }

    private struct Entry
    {
        public ulong Low, High;
        public int Value;
    }
}

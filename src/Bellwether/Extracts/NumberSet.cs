using System.Numerics;

namespace Bellwether.Extracts;

/// <summary>A set of small numbers, such as those of a text pool: a bit each.</summary>
internal sealed class NumberSet
{
    private ulong[] _bits = [];

    public int Count { get; private set; }

    /// <summary>False where the set held it already.</summary>
    public bool Add(int number)
    {
        if (Contains(number)) return false;
        if (number >> 6 >= _bits.Length) Array.Resize(ref _bits, Math.Max((number >> 6) + 1, _bits.Length * 2));
        _bits[number >> 6] |= 1UL << (number & 63);
        Count++;
        return true;
    }

    public bool Contains(int number) => (uint)(number >> 6) < (uint)_bits.Length && (_bits[number >> 6] >> (number & 63) & 1) != 0;

    /// <summary>Adds what a column holds; absences are no numbers.</summary>
    public void AddAll(CellColumn column)
    {
        var last = -1;
        Span<int> cells = stackalloc int[512];
        for (var row = 0; row < column.Count; row += cells.Length)
        {
            var some = cells[..Math.Min(cells.Length, column.Count - row)];
            column.CopyTo(row, some);
            foreach (var number in some)
            {
                if (number == last || number < 0) continue;
                last = number;
                Add(number);
            }
        }
    }

    /// <summary>Takes a number out; nothing happens where it is not in.</summary>
    public void Remove(int number)
    {
        if (!Contains(number)) return;
        _bits[number >> 6] &= ~(1UL << (number & 63));
        Count--;
    }

    /// <summary>Its numbers, ascending.</summary>
    public int[] ToArray()
    {
        var (all, at) = (new int[Count], 0);
        for (var b = 0; b < _bits.Length; b++)
            for (var bits = _bits[b]; bits != 0; bits &= bits - 1)
                all[at++] = (b << 6) + BitOperations.TrailingZeroCount(bits);
        return all;
    }

    /// <summary>Adds what another holds, numbered otherwise.</summary>
    public void Join(NumberSet other, int[] here)
    {
        for (var number = 0; number < other._bits.Length << 6; number++)
            if (other.Contains(number)) Add(here[number]);
    }
}

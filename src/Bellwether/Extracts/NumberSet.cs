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

    /// <summary>Adds what another holds, numbered otherwise.</summary>
    public void Join(NumberSet other, int[] here)
    {
        for (var number = 0; number < other._bits.Length << 6; number++)
            if (other.Contains(number)) Add(here[number]);
    }
}

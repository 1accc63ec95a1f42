using System.Collections;

namespace Bellwether.Extracts;

/// <summary>
/// Which rows of a list are exact copies. A copy makes again what its first made, so that only rows whose record is there already need be
/// looked up; until one is, fingerprints are only written down. Rows that made nothing are compared among themselves at the end.
/// </summary>
internal sealed class Copies
{
    private const int ShareBits = 6;

    private readonly Pages<ulong> _waiting = new();

    // Rows that made nothing in shares by their first bits, so that the bits of one share fit the nearest memory.
    private readonly Pages<ulong>[] _idle = [.. Enumerable.Range(0, 1 << ShareBits).Select(_ => new Pages<ulong>())];
    private PrintSet? _seen;
    private int _taken;

    /// <summary>Forgets every row: another list begins, in the same room.</summary>
    public void Begin()
    {
        (_seen, _taken) = (null, 0);
        _waiting.Clear();
        foreach (var share in _idle) share.Clear();
    }

    /// <summary>The row made a record that was not there: no row before it was the same.</summary>
    public void MadeNew(ulong print) => _waiting.Add(print);

    /// <summary>The row made no record.</summary>
    public void MadeNothing(ulong print) => _idle[(int)(print >> (64 - ShareBits))].Add(print);

    /// <summary>False where a row came before that was the same and made a record, or was at fault.</summary>
    public bool Add(ulong print)
    {
        _seen ??= new PrintSet(_waiting.Count);
        for (; _taken < _waiting.Count; _taken++) _seen.Add(_waiting[_taken]);
        return _seen.Add(print);
    }

    /// <summary>How many of the rows that made nothing are copies of another.</summary>
    public int AmongThoseThatMadeNothing() => _idle.Sum(Copied);

    private static int Copied(Pages<ulong> hashes)
    {
        if (hashes.Count < 2) return 0;
        // Most differ in a few bits; only those that do not are compared in full.
        var mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)hashes.Count) * 32 - 1;
        var (once, again) = (new BitArray(mask + 1), new BitArray(mask + 1));
        for (var h = 0; h < hashes.Count; h++)
        {
            var bit = Bit(hashes[h], mask);
            if (once[bit]) again[bit] = true;
            once[bit] = true;
        }
        var same = new PrintSet(0);
        var copies = 0;
        for (var h = 0; h < hashes.Count; h++)
            if (again[Bit(hashes[h], mask)] && !same.Add(hashes[h])) copies++;
        return copies;
    }

    private static int Bit(ulong hash, int mask) => unchecked((int)hash & mask);
}

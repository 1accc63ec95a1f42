using System.Collections;

namespace Bellwether.Extracts;

/// <summary>
/// Which rows of a list are exact copies. A copy makes again what its first made, so that only rows whose record is there already need be
/// looked up; until one is, fingerprints are only written down. Rows that made nothing are compared among themselves at the end.
/// </summary>
internal sealed class Copies
{
    private readonly List<UInt128> _waiting = [];
    private readonly List<UInt128> _idle = [];
    private HashSet<UInt128>? _seen;

    /// <summary>The row made a record that was not there: no row before it was the same.</summary>
    public void MadeNew(UInt128 hash) => _waiting.Add(hash);

    /// <summary>The row made no record.</summary>
    public void MadeNothing(UInt128 hash) => _idle.Add(hash);

    /// <summary>False where a row came before that was the same and made a record, or was at fault.</summary>
    public bool Add(UInt128 hash)
    {
        _seen ??= [];
        _seen.UnionWith(_waiting);
        _waiting.Clear();
        return _seen.Add(hash);
    }

    /// <summary>How many of the rows that made nothing are copies of another.</summary>
    public int AmongThoseThatMadeNothing()
    {
        // Most differ in a few bits; only those that do not are compared in full.
        var mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(_idle.Count, 64)) * 16 - 1;
        var (once, again) = (new BitArray(mask + 1), new BitArray(mask + 1));
        foreach (var hash in _idle)
        {
            var bit = (int)(hash & (uint)mask);
            if (once[bit]) again[bit] = true;
            once[bit] = true;
        }
        var same = new HashSet<UInt128>();
        return _idle.Count(hash => again[(int)(hash & (uint)mask)] && !same.Add(hash));
    }
}

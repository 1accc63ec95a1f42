using System.Numerics;

namespace Bellwether.Extracts;

/// <summary>
/// A set of fingerprints, each at its place or in the next free one after it: half the room of a general set. A fingerprint of zeros alone is never
/// kept; no row has it but by chance.
/// </summary>
/// <param name="expected">How many there may well be.</param>
internal sealed class PrintSet(int expected)
{
    private ulong[] _slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(expected, 32) * 2)];
    private int _count;

    /// <summary>False where the set held it already.</summary>
    public bool Add(ulong print)
    {
        ref var slot = ref Place(print);
        if (slot == print) return print == 0;
        slot = print;
        if (++_count > _slots.Length / 3 * 2) Double();
        return true;
    }

    /// <summary>Where a fingerprint is, or where it would be.</summary>
    private ref ulong Place(ulong print)
    {
        var (slots, mask) = (_slots, _slots.Length - 1);
        var at = unchecked((int)print) & mask;
        while (slots[at] is not 0 and var other && other != print) at = (at + 1) & mask;
        return ref slots[at];
    }

    private void Double()
    {
        var prints = _slots;
        _slots = new ulong[prints.Length * 2];
        foreach (var print in prints)
            if (print != 0) Place(print) = print;
    }
}

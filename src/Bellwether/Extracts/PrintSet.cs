using System.Numerics;

namespace Bellwether.Extracts;

/// <summary>
/// A set of fingerprints, each at its place or in the next free one after it: half the room of a general set, whose code over our own type
/// would have to be made at first use. A fingerprint of zeros alone is never kept; no row has it but by chance.
/// </summary>
/// <param name="expected">How many there may well be.</param>
internal sealed class PrintSet(int expected)
{
    private RowPrint[] _slots = new RowPrint[BitOperations.RoundUpToPowerOf2((uint)Math.Max(expected, 32) * 2)];
    private int _count;

    /// <summary>False where the set held it already.</summary>
    public bool Add(RowPrint print)
    {
        ref var slot = ref Place(print);
        if (slot.Low == print.Low && slot.High == print.High) return print is { Low: 0, High: 0 };
        slot = print;
        if (++_count > _slots.Length / 3 * 2) Double();
        return true;
    }

    /// <summary>Where a fingerprint is, or where it would be.</summary>
    private ref RowPrint Place(RowPrint print)
    {
        var (slots, mask) = (_slots, _slots.Length - 1);
        var at = unchecked((int)print.Low) & mask;
        while (slots[at] is not { Low: 0, High: 0 } && (slots[at].Low != print.Low || slots[at].High != print.High)) at = (at + 1) & mask;
        return ref slots[at];
    }

    private void Double()
    {
        var prints = _slots;
        _slots = new RowPrint[prints.Length * 2];
        foreach (var print in prints)
            if (print is not { Low: 0, High: 0 }) Place(print) = print;
    }
}

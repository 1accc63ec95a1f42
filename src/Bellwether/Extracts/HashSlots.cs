namespace Bellwether.Extracts;

/// <summary>
/// Tables of slots in which what is looked for stands at its hash or in the next free place after it: the hash in the upper half of a slot,
/// number + 1 in the lower; 0 is free. Their length is a power of two.
/// </summary>
internal static class HashSlots
{
    /// <summary>The same in a table of twice the length.</summary>
    public static ulong[] Doubled(ulong[] slots)
    {
        var doubled = new ulong[slots.Length * 2];
        var mask = doubled.Length - 1;
        foreach (var slot in slots)
        {
            if (slot == 0) continue;
            var at = unchecked((int)(slot >> 32)) & mask;
            while (doubled[at] != 0) at = (at + 1) & mask;
            doubled[at] = slot;
        }
        return doubled;
    }
}

namespace Bellwether.Extracts;

/// <summary>
/// Finds texts of digits by their form. Eight numbers that follow each other lie together, so that ids which ascend, as ids do, are found
/// without waiting for memory.
/// </summary>
internal sealed class DigitsIndex
{
    private const int Bits = 3;
    private const ulong Seed = 0x9E3779B97F4A7C15;

    private readonly Pages<Group> _groups = new();
    private int _near;
    private ulong[] _slots = new ulong[256];        // hash, then group + 1; 0 is free

    /// <summary>The number of the text with that form; -1 where there is none.</summary>
    public int Find(ulong form)
    {
        var group = _slots[Place(form >> Bits)];
        return group == 0 ? -1 : _groups[unchecked((int)group) - 1].Numbers[Within(form)] - 1;
    }

    /// <summary>Number + 1 of the text with that form, to be written where it is 0.</summary>
    public ref int Of(ulong form)
    {
        var key = form >> Bits;
        // Ids of a list ascend, so that the next is of the same group as the one before, or of the group after it.
        for (var near = _near; near < Math.Min(_near + 2, _groups.Count); near++)
            if (_groups[near].Key == key)
            {
                _near = near;
                return ref _groups[near].Numbers[Within(form)];
            }
        ref var slot = ref _slots[Place(key)];
        if (slot == 0)
        {
            _near = _groups.Count;
            _groups.Add(new Group { Key = key });
            slot = ((ulong)Hash(key) << 32) | (uint)_groups.Count;
            if (_groups.Count / 2 * 3 > _slots.Length) _slots = HashSlots.Doubled(_slots);
            return ref _groups[_groups.Count - 1].Numbers[Within(form)];
        }
        _near = unchecked((int)slot) - 1;
        return ref _groups[_near].Numbers[Within(form)];
    }

    private static int Within(ulong form) => (int)(form & ((1 << Bits) - 1));

    private static uint Hash(ulong key) => (uint)(TextForm.Mix(key, Seed) >> 32);

    /// <summary>Where a group's slot is, or where it would be.</summary>
    private int Place(ulong key)
    {
        var hash = Hash(key);
        var mask = _slots.Length - 1;
        var at = unchecked((int)hash) & mask;
        while (_slots[at] is not 0 and var slot && ((uint)(slot >> 32) != hash || _groups[unchecked((int)slot) - 1].Key != key)) at = (at + 1) & mask;
        return at;
    }

    private struct Group
    {
        public ulong Key;
        public Eight Numbers;
    }

    [System.Runtime.CompilerServices.InlineArray(1 << Bits)]
    private struct Eight
    {
        private int _first;
    }
}

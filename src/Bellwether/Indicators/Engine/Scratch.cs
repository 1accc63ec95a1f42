namespace Bellwether.Indicators.Engine;

/// <summary>
/// Buffers of one pass. Whatever is taken while a block is worked out is given back all at once by <see cref="Reset"/>, so that after
/// the first blocks nothing is allocated.
/// </summary>
internal sealed class Scratch
{
    private readonly List<Spans> _spans = [];
    private readonly List<Cells> _cells = [];
    private readonly List<Block> _blocks = [];
    private const int Few = 48;
    private int _usedSpans, _usedCells, _usedBlocks;

    /// <summary>For sorting inside one operator.</summary>
    public long[] Keys = new long[64];

    /// <summary>What goes with <see cref="Keys"/>.</summary>
    public long[] Items = new long[64];

    public Spans Spans() => Take(_spans, ref _usedSpans);

    public Cells Cells() => Take(_cells, ref _usedCells);

    public Block Block() => Take(_blocks, ref _usedBlocks);

    public void Reset() => _usedSpans = _usedCells = _usedBlocks = 0;

    /// <summary>Two numbers from 0 in one, in order of the first, then the second.</summary>
    public static long Pack(int high, int low) => ((long)high << 32) | (uint)low;

    public static int High(long packed) => unchecked((int)(packed >> 32));

    public static int Low(long packed) => unchecked((int)packed);

    /// <summary>Sorts keys from one place up to, not including, another, with what goes with them. Of one case there are few, most often in order.</summary>
    public static void Sort(long[] keys, long[]? items, int begin, int end)
    {
        if (end - begin > Few)
        {
            if (items is null) Array.Sort(keys, begin, end - begin);
            else Array.Sort(keys, items, begin, end - begin);
            return;
        }
        for (var k = begin + 1; k < end; k++)
        {
            var (key, at) = (keys[k], k);
            if (keys[k - 1] <= key) continue;
            var item = items is null ? 0 : items[k];
            for (; at > begin && keys[at - 1] > key; at--)
            {
                keys[at] = keys[at - 1];
                if (items is not null) items[at] = items[at - 1];
            }
            keys[at] = key;
            if (items is not null) items[at] = item;
        }
    }

    /// <summary>The same array, or a larger copy where place <paramref name="index"/> is not in it.</summary>
    public static T[] Room<T>(T[] array, int index)
    {
        if (index >= array.Length) Array.Resize(ref array, Math.Max(index + 1, array.Length * 2));
        return array;
    }

    private static T Take<T>(List<T> all, ref int used)
        where T : new()
    {
        if (used == all.Count) all.Add(new T());
        return all[used++];
    }
}

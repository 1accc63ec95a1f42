namespace Bellwether.Extracts;

/// <summary>A list that grows page by page: nothing is copied, and no more than a page is idle.</summary>
internal sealed class Pages<T>
{
    private const int Bits = 13;
    private const int Mask = (1 << Bits) - 1;

    private T[][] _pages = [];

    public int Count { get; private set; }

    public ref T this[int at] => ref _pages[at >> Bits][at & Mask];

    /// <summary>The items after one, at most so many and no further than its page.</summary>
    public ReadOnlySpan<T> After(int at, int most)
    {
        var from = at + 1;
        if (from >= Count) return [];
        return _pages[from >> Bits].AsSpan(from & Mask, Math.Min(Math.Min(Count - from, most), (1 << Bits) - (from & Mask)));
    }

    /// <summary>Empties the list and keeps its room.</summary>
    public void Clear() => Count = 0;

    public void Add(T value)
    {
        var page = Count >> Bits;
        if (page == _pages.Length) Array.Resize(ref _pages, Math.Max(page * 2, 1));
        var within = Count & Mask;
        ref var cells = ref _pages[page];
        if (within == 0) cells ??= new T[page == 0 ? 64 : 1 << Bits];
        else if (within == cells.Length) Array.Resize(ref cells, within * 4 > Mask ? 1 << Bits : within * 4);
        cells[within] = value;
        Count++;
    }
}

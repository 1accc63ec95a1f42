using System.Collections;
using Bellwether.Calendar;

namespace Bellwether.Extracts;

/// <summary>
/// A growing column of cells, rows from 0. A page of which every cell is the same holds that cell alone: fields a source does not bring, and
/// the place of a list's rows, take next to nothing. Any number of threads may read at once; writing is for one alone.
/// </summary>
public sealed class CellColumn : IReadOnlyList<int>
{
    private const int Bits = 15;
    private const int PageCells = 1 << Bits;
    private const int Mask = PageCells - 1;
    private const int Fewest = 32;

    private int[]?[] _pages = [];
    private int[] _same = [];

    /// <summary>How many cells.</summary>
    public int Count { get; private set; }

    /// <summary>One cell.</summary>
    public int this[int row]
    {
        get => _pages[row >> Bits] is { } page ? page[row & Mask] : _same[row >> Bits];
        set
        {
            if (_pages[row >> Bits] is { } page) page[row & Mask] = value;
            else if (_same[row >> Bits] != value) Open(row >> Bits)[row & Mask] = value;
        }
    }

    /// <summary>Adds a cell at the end.</summary>
    public void Add(int value)
    {
        var (page, within) = (Count >> Bits, Count & Mask);
        if (within == 0) Begin(page, value);
        else if (_pages[page] is { } cells)
        {
            if (within == cells.Length) cells = Longer(page);
            cells[within] = value;
        }
        else if (_same[page] != value) Open(page)[within] = value;
        Count++;
    }

    /// <summary>Adds the cells of another column.</summary>
    public void AddRange(CellColumn other)
    {
        for (var row = 0; row < other.Count; row++) Add(other[row]);
    }

    /// <summary>Copies every cell to the front of a span that has room for them.</summary>
    public void CopyTo(Span<int> into)
    {
        for (var page = 0; page << Bits < Count; page++)
        {
            var cells = into.Slice(page << Bits, Length(page));
            if (_pages[page] is { } own) own.AsSpan(0, cells.Length).CopyTo(cells);
            else cells.Fill(_same[page]);
        }
    }

    /// <summary>Every cell, first to last, as an array of its own.</summary>
    public int[] ToArray()
    {
        var cells = GC.AllocateUninitializedArray<int>(Count);
        CopyTo(cells);
        return cells;
    }

    /// <summary>True where every cell is the same, and which; unknown where there are no cells.</summary>
    public bool HasOne(out int cell)
    {
        cell = Count == 0 ? Days.Unknown : this[0];
        for (var page = 0; page << Bits < Count; page++)
            if (_pages[page] is not { } cells ? _same[page] != cell : cells.AsSpan(0, Length(page)).ContainsAnyExcept(cell)) return false;
        return true;
    }

    /// <summary>Every cell, first to last.</summary>
    public IEnumerator<int> GetEnumerator()
    {
        for (var row = 0; row < Count; row++) yield return this[row];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Leaves out every cell that is not of these rows, which ascend.</summary>
    internal void KeepOnly(List<int> rows)
    {
        for (var row = 0; row < rows.Count; row++)
            if (rows[row] != row) this[row] = this[rows[row]];
        Count = rows.Count;
    }

    /// <summary>Puts in place of each number what stands for it here; what is no number stays.</summary>
    internal void Renumber(int[] here)
    {
        for (var page = 0; page << Bits < Count; page++)
            if (_pages[page] is not { } cells) _same[page] = _same[page] >= 0 ? here[_same[page]] : _same[page];
            else
                foreach (ref var cell in cells.AsSpan(0, Length(page)))
                    if (cell >= 0) cell = here[cell];
    }

    /// <summary>True where a cell is one of two.</summary>
    internal bool HoldsEither(int one, int other)
    {
        for (var page = 0; page << Bits < Count; page++)
            if (_pages[page] is not { } cells ? _same[page] == one || _same[page] == other : cells.AsSpan(0, Length(page)).ContainsAny(one, other)) return true;
        return false;
    }

    private int Length(int page) => Math.Min(Count - (page << Bits), PageCells);

    private void Begin(int page, int value)
    {
        if (page == _pages.Length)
        {
            Array.Resize(ref _pages, Math.Max(page * 2, 1));
            Array.Resize(ref _same, _pages.Length);
        }
        (_pages[page], _same[page]) = (null, value);
    }

    /// <summary>A page whose cells differ.</summary>
    private int[] Open(int page)
    {
        var (filled, room) = (Length(page), Fewest);
        while (room < filled + 1) room *= 4;
        var cells = GC.AllocateUninitializedArray<int>(page > 0 ? PageCells : Math.Min(room, PageCells));
        cells.AsSpan(0, Math.Min(filled, PageCells)).Fill(_same[page]);
        return _pages[page] = cells;
    }

    private int[] Longer(int page)
    {
        Array.Resize(ref _pages[page], Math.Min(_pages[page]!.Length * 4, PageCells));
        return _pages[page]!;
    }
}

using System.Collections;
using Bellwether.Calendar;

namespace Bellwether.Extracts;

/// <summary>
/// A growing column of cells, rows from 0. A page of which every cell is the same, or one more than the cell before, holds its first alone: fields a
/// source does not bring, keys as they are numbered, the rows of a list take next to nothing. Any number of threads may read at once; writing is
/// for one alone.
/// </summary>
public sealed class CellColumn : IReadOnlyList<int>
{
    private const int Bits = 15;
    private const int PageCells = 1 << Bits;
    private const int Mask = PageCells - 1;
    private const int Fewest = 32;
    private const int Few = 512;

    private int[]?[] _pages = [];

    // Of a page that has no cells: the first, and by how much each is more than the one before, which is 0 or 1.
    private (int First, int Step)[] _runs = [];

    /// <summary>How many cells.</summary>
    public int Count { get; private set; }

    /// <summary>One cell.</summary>
    public int this[int row]
    {
        get => _pages[row >> Bits] is { } page ? page[row & Mask] : InRun(row >> Bits, row & Mask);
        set
        {
            if (_pages[row >> Bits] is { } page) page[row & Mask] = value;
            else if (InRun(row >> Bits, row & Mask) != value) Open(row >> Bits)[row & Mask] = value;
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
        else if (InRun(page, within) != value)
        {
            if (within == 1 && _runs[page].First + 1 == value) _runs[page].Step = 1;
            else Open(page)[within] = value;
        }
        Count++;
    }

    /// <summary>Adds the cells of another column.</summary>
    public void AddRange(CellColumn other)
    {
        Span<int> cells = stackalloc int[Few];
        for (var from = 0; from < other.Count; from += Few)
        {
            var some = cells[..Math.Min(Few, other.Count - from)];
            other.CopyTo(from, some);
            AddRange(some);
        }
    }

    /// <summary>Adds many cells.</summary>
    internal void AddRange(ReadOnlySpan<int> cells)
    {
        while (cells.Length > 0)
        {
            var (page, within) = (Count >> Bits, Count & Mask);
            if (within == 0) Begin(page, cells[0]);
            var here = cells[..Math.Min(cells.Length, PageCells - within)];
            if (_pages[page] is null && !GoesOn(page, within, here)) Open(page);
            if (_pages[page] is { } own)
            {
                while (own.Length < within + here.Length) own = Longer(page);
                here.CopyTo(own.AsSpan(within));
            }
            Count += here.Length;
            cells = cells[here.Length..];
        }
    }

    /// <summary>Adds the same cell many times.</summary>
    internal void AddSame(int cell, int times)
    {
        while (times > 0)
        {
            var (page, within) = (Count >> Bits, Count & Mask);
            if (within == 0) Begin(page, cell);
            var here = Math.Min(times, PageCells - within);
            if (_pages[page] is null && _runs[page] != (cell, 0)) Open(page);
            if (_pages[page] is { } own)
            {
                while (own.Length < within + here) own = Longer(page);
                own.AsSpan(within, here).Fill(cell);
            }
            Count += here;
            times -= here;
        }
    }

    /// <summary>Copies every cell to the front of a span that has room for them.</summary>
    public void CopyTo(Span<int> into) => CopyTo(0, into[..Count]);

    /// <summary>Copies the cells from one on, as many as the span has room for.</summary>
    public void CopyTo(int from, Span<int> into)
    {
        while (into.Length > 0)
        {
            var (page, within) = (from >> Bits, from & Mask);
            var here = into[..Math.Min(into.Length, PageCells - within)];
            if (_pages[page] is { } own) own.AsSpan(within, here.Length).CopyTo(here);
            else if (_runs[page].Step == 0) here.Fill(_runs[page].First);
            else
                for (var c = 0; c < here.Length; c++) here[c] = _runs[page].First + within + c;
            into = into[here.Length..];
            from += here.Length;
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
            if (_pages[page] is not { } cells ? _runs[page].First != cell || (_runs[page].Step != 0 && Length(page) > 1) : cells.AsSpan(0, Length(page)).ContainsAnyExcept(cell)) return false;
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

    /// <summary>The cells of the rows that another column holds, in its order.</summary>
    internal CellColumn Pick(CellColumn rows)
    {
        Span<int> at = stackalloc int[Few], cells = stackalloc int[Few];
        var picked = new CellColumn();
        for (var from = 0; from < rows.Count; from += Few)
        {
            var many = Math.Min(Few, rows.Count - from);
            rows.CopyTo(from, at[..many]);
            var isRun = true;
            for (var c = 1; c < many && isRun; c++) isRun = at[c] == at[0] + c;
            if (isRun) CopyTo(at[0], cells[..many]);
            else
                for (var c = 0; c < many; c++) cells[c] = this[at[c]];
            picked.AddRange(cells[..many]);
        }
        return picked;
    }

    /// <summary>Puts in place of each number what stands for it here; what is no number stays.</summary>
    internal void Renumber(int[] here)
    {
        for (var page = 0; page << Bits < Count; page++)
            if (_pages[page] is null && _runs[page].Step == 0) _runs[page].First = _runs[page].First >= 0 ? here[_runs[page].First] : _runs[page].First;
            else
                foreach (ref var cell in (_pages[page] ?? Open(page)).AsSpan(0, Length(page)))
                    if (cell >= 0) cell = here[cell];
    }

    /// <summary>True where a cell is one of two.</summary>
    internal bool HoldsEither(int one, int other)
    {
        for (var page = 0; page << Bits < Count; page++)
            if (_pages[page] is not { } cells ? IsInRun(page, one) || IsInRun(page, other) : cells.AsSpan(0, Length(page)).ContainsAny(one, other)) return true;
        return false;
    }

    private int InRun(int page, int within) => _runs[page].First + (_runs[page].Step * within);

    private bool IsInRun(int page, int cell) => cell >= _runs[page].First && cell - (long)_runs[page].First <= (long)_runs[page].Step * (Length(page) - 1);

    /// <summary>True where cells go on as the page's began.</summary>
    private bool GoesOn(int page, int within, ReadOnlySpan<int> cells)
    {
        ref var run = ref _runs[page];
        if (within == 0 && cells.Length > 1) run.Step = cells[1] == run.First + 1 ? 1 : 0;
        else if (within == 1) run.Step = cells[0] == run.First + 1 ? 1 : 0;
        if (run.Step == 0) return !cells.ContainsAnyExcept(run.First);
        for (var c = 0; c < cells.Length; c++)
            if (cells[c] != run.First + within + c) return false;
        return true;
    }

    private int Length(int page) => Math.Min(Count - (page << Bits), PageCells);

    private void Begin(int page, int value)
    {
        if (page == _pages.Length)
        {
            Array.Resize(ref _pages, Math.Max(page * 2, 1));
            Array.Resize(ref _runs, _pages.Length);
        }
        (_pages[page], _runs[page]) = (null, (value, 0));
    }

    /// <summary>A page whose cells differ.</summary>
    private int[] Open(int page)
    {
        var (filled, room) = (Length(page), Fewest);
        while (room < filled + 1) room *= 4;
        var cells = GC.AllocateUninitializedArray<int>(page > 0 ? PageCells : Math.Min(room, PageCells));
        CopyTo(page << Bits, cells.AsSpan(0, Math.Min(filled, PageCells)));
        return _pages[page] = cells;
    }

    private int[] Longer(int page)
    {
        Array.Resize(ref _pages[page], Math.Min(_pages[page]!.Length * 4, PageCells));
        return _pages[page]!;
    }
}

using Bellwether.Calendar;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// The cells of one field: an array, or one value that every row has. Most fields of most sources are wholly unknown; those cost nothing.
/// </summary>
internal readonly struct Column
{
    private readonly int _every;

    public Column(int[] cells) => Cells = cells;

    public Column(int every) => _every = every;

    /// <summary>The array; null where one value stands for every row.</summary>
    public int[]? Cells { get; }

    public int this[int row] => Cells is { } cells ? cells[row] : _every;

    /// <summary>True where every row has this value.</summary>
    public bool Is(int value) => Cells is null && _every == value;

    /// <summary>An array of its own length, made where there is none.</summary>
    public int[] Whole(int count)
    {
        if (Cells is { } cells) return cells;
        var whole = GC.AllocateUninitializedArray<int>(count);
        Array.Fill(whole, _every);
        return whole;
    }

    /// <summary>
    /// Keeps an array, or only its value where it has but one; each cell by its number where <paramref name="numbers"/> says (absences stay).
    /// </summary>
    public static Column Of(int[] cells, Numbers? numbers = null)
    {
        if (HasOne(cells)) return new Column(Number(One(cells), numbers));
        if (numbers is not null)
            for (var r = 0; r < cells.Length; r++) cells[r] = Number(cells[r], numbers);
        return new Column(cells);
    }

    /// <summary>The same of cells to be copied, in another order where one is given.</summary>
    public static Column Of(CellColumn from, int[]? order, Numbers? numbers)
    {
        if (from.HasOne(out var one)) return new Column(Number(one, numbers));
        if (order is null) return Of(from.ToArray(), numbers);
        var to = GC.AllocateUninitializedArray<int>(order.Length);
        Pick(from.ToArray(), order, to);
        return Of(to, numbers);
    }

    /// <summary>These rows' cells.</summary>
    public Column At(int[] rows)
    {
        if (Cells is not { } cells) return this;
        var to = GC.AllocateUninitializedArray<int>(rows.Length);
        Pick(cells, rows, to);
        return new Column(to);
    }

    public static void Pick(ReadOnlySpan<int> from, int[] rows, int[] to)
    {
        for (var i = 0; i < to.Length; i++) to[i] = from[rows[i]];
    }

    private static int Number(int cell, Numbers? numbers) => cell >= 0 && numbers is not null ? numbers[cell] : cell;

    private static int One(ReadOnlySpan<int> cells) => cells.Length == 0 ? Days.Unknown : cells[0];

    private static bool HasOne(ReadOnlySpan<int> cells) => cells.Length < 2 || cells[1..].SequenceEqual(cells[..^1]);
}

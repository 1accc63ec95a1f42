using System.Runtime.CompilerServices;

namespace Bellwether.Indicators.Engine;

/// <summary>The days asked, in order, and for any day the place of the first of them on or after it.</summary>
internal sealed class Places
{
    private readonly int[] _days;
    private readonly ushort[] _table;
    private readonly int _first, _after;

    public Places(IReadOnlyList<DateOnly> days)
    {
        Order = [.. Enumerable.Range(0, days.Count).OrderBy(i => days[i].DayNumber)];
        _days = Array.ConvertAll(Order, i => days[i].DayNumber);
        (First, Last) = _days.Length == 0 ? (Spans.Ever, -1) : (_days[0], _days[^1]);
        (_first, _after) = _days.Length == 0 ? (0, 0) : (First, Last + 1);
        _table = new ushort[_after - _first + 1];
        for (int d = 0, p = 0; d < _table.Length; d++)
        {
            while (p < _days.Length && _days[p] < _first + d) p++;
            _table[d] = checked((ushort)p);
        }
    }

    /// <summary>True where these are the days asked, in the order asked.</summary>
    public bool Are(IReadOnlyList<DateOnly> days)
    {
        if (days.Count != _days.Length) return false;
        for (var p = 0; p < _days.Length; p++)
            if (days[Order[p]].DayNumber != _days[p]) return false;
        return true;
    }

    /// <summary>How many days were asked.</summary>
    public int Count => _days.Length;

    /// <summary>For each place, which of the days as asked it is.</summary>
    public int[] Order { get; }

    public int First { get; }

    public int Last { get; }

    /// <summary>The day at a place.</summary>
    public int Day(int place) => _days[place];

    /// <summary>The place of the first day asked on or after a day; <see cref="Count"/> where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Place(int day) => _table[Math.Min(Math.Max(day, _first), _after) - _first];
}

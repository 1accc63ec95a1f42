namespace Bellwether.Extracts;

/// <summary>
/// Ids that a spreadsheet took for numbers: where nearly all ids of a column have one width and some of them begin with zeros, a shorter
/// number has lost its own.
/// </summary>
internal sealed class LostZeros
{
    private const int Widths = 32;

    private readonly int[] _ofWidth = new int[Widths];
    private readonly List<(int First, int Last, int Width)> _numbers = [];
    private int _zeroWidth;
    private int _zeroLed;
    private bool _isMixed;

    /// <summary>Takes one row's id into account.</summary>
    /// <param name="source">The row.</param>
    /// <param name="id">Without spaces around it.</param>
    /// <param name="isDigits">The id is known to be digits alone; else it is looked at.</param>
    public void Note(int source, ReadOnlySpan<byte> id, bool isDigits = false)
    {
        if (_isMixed || id.IsEmpty || (!isDigits && id.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)) return;
        var width = Math.Min(id.Length, Widths - 1);
        _ofWidth[width]++;
        if (id[0] != (byte)'0')
        {
            if (_numbers.Count > 0 && _numbers[^1] is var last && last.Width == width && last.Last == source - 1) _numbers[^1] = last with { Last = source };
            else _numbers.Add((source, source, width));
        }
        else
        {
            _zeroLed++;
            if (_zeroWidth == 0) _zeroWidth = width;
            _isMixed = _zeroWidth != width;
        }
    }

    /// <summary>The rows whose id is short, and the width it should have.</summary>
    public IEnumerable<(int Source, int Width)> Found()
    {
        if (_isMixed || _zeroLed < 2) yield break;
        var all = 0;
        foreach (var ids in _ofWidth) all += ids;
        if (_ofWidth[_zeroWidth] * 4 < all * 3) yield break;
        foreach (var (first, last, width) in _numbers)
            for (var source = first; width < _zeroWidth && source <= last; source++) yield return (source, _zeroWidth);
    }
}

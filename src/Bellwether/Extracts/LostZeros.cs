namespace Bellwether.Extracts;

/// <summary>
/// Ids that a spreadsheet took for numbers: where nearly all ids of a column have one width and some of them begin with zeros, a shorter
/// number has lost its own.
/// </summary>
internal sealed class LostZeros
{
    private readonly Dictionary<int, int> _ofWidth = [];
    private readonly List<(int Source, int Width)> _numbers = [];
    private int _zeroWidth;
    private int _zeroLed;
    private bool _isMixed;

    /// <summary>Takes one row's id into account.</summary>
    public void Note(int source, ReadOnlySpan<byte> id)
    {
        if (_isMixed || id.IsEmpty || id.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0) return;
        _ofWidth[id.Length] = _ofWidth.GetValueOrDefault(id.Length) + 1;
        if (id[0] != (byte)'0') _numbers.Add((source, id.Length));
        else
        {
            _zeroLed++;
            if (_zeroWidth == 0) _zeroWidth = id.Length;
            _isMixed = _zeroWidth != id.Length;
        }
    }

    /// <summary>The rows whose id is short, and the width it should have.</summary>
    public IEnumerable<(int Source, int Width)> Found()
    {
        var all = _ofWidth.Values.Sum();
        if (_isMixed || _zeroLed < 2 || _ofWidth[_zeroWidth] * 4 < all * 3) return [];
        return _numbers.Where(n => n.Width < _zeroWidth).Select(n => (n.Source, _zeroWidth));
    }
}

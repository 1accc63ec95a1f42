namespace Bellwether.Extracts;

/// <summary>
/// Row numbers by key. Keys are numbers of a <see cref="TextPool"/>, and those of one list stand close together, so that pages of plain
/// places serve better than a hash.
/// </summary>
internal sealed class RowsByKey
{
    private const int Bits = 10;
    private int[]?[] _pages = [];

    /// <summary>The row of a key; -1 where there is none, and for what is no key.</summary>
    public int this[int key]
    {
        get => key >= 0 && key >> Bits < _pages.Length && _pages[key >> Bits] is { } page ? page[key & ((1 << Bits) - 1)] - 1 : -1;
        set
        {
            var at = key >> Bits;
            if (at >= _pages.Length) Array.Resize(ref _pages, Math.Max(at + 1, _pages.Length * 2));
            (_pages[at] ??= new int[1 << Bits])[key & ((1 << Bits) - 1)] = value + 1;
        }
    }
}

namespace Bellwether.Extracts;

/// <summary>Which of day and month stands first in the dates of each column, where a date tells: 31/01/2024 does, 03/04/2024 does not.</summary>
internal sealed class DayOrder
{
    private readonly Dictionary<int, int> _dayFirst = [];

    // Columns known to have their day first, a bit each: their other rows need not be looked at.
    private ulong _told;

    /// <summary>As many different dates that could be read either way round, such as 03/04/2024, as would be strange in a column with the day first.</summary>
    public const int Strange = 5;

    private readonly HashSet<long> _unclear = [];

    /// <summary>The first of those dates, as numbers that tell them apart; no more than <see cref="Strange"/>.</summary>
    public IReadOnlyCollection<long> Unclear => _unclear;

    /// <summary>Row and column of the first of them.</summary>
    public (int Row, int Column) FirstUnclear { get; private set; }

    /// <summary>The first row with a date whose day stands first for certain; null where there is none.</summary>
    public int? FirstDayFirst
    {
        get
        {
            int? first = null;
            foreach (var row in _dayFirst.Values)
                if (!(row >= first)) first = row;
            return first;
        }
    }

    /// <summary>The text would be a date if its month stood first: 01/31/2024.</summary>
    public static bool IsMonthFirst(ReadOnlySpan<byte> text) =>
        text.Length >= 10 && text[2] == '/' && text[5] == '/' && Number(text) is >= 1 and <= 12 && Number(text[3..]) is > 12 and <= 31;

    /// <summary>A date of the column may still tell something: where it is written with slashes, and none before it told.</summary>
    public bool Wants(int column, ReadOnlySpan<byte> text) => (column >= 64 || (_told >> column & 1) == 0) && text.Length >= 10 && text[2] == '/';

    /// <summary>Takes a date that was read into account.</summary>
    public void Note(int column, int row, ReadOnlySpan<byte> text)
    {
        if (!Wants(column, text)) return;
        var first = Number(text);
        if (first > 12)
        {
            _dayFirst.TryAdd(column, row);
            if (column < 64) _told |= 1UL << column;
        }
        else if (_unclear.Count < Strange && first != Number(text[3..]) && _unclear.Add(Told(text)) && _unclear.Count == 1)
            FirstUnclear = (row, column);
    }

    /// <summary>Words that name the first date of the column with its day first; empty where there is none yet.</summary>
    public string Beside(int column) => _dayFirst.TryGetValue(column, out var row) ? $", and row {row} has the day first" : "";

    private static long Told(ReadOnlySpan<byte> text)
    {
        long told = 0;
        foreach (var digit in text[..10]) told = (told * 31) + digit;
        return told;
    }

    private static int Number(ReadOnlySpan<byte> text) =>
        text[0] is >= (byte)'0' and <= (byte)'9' && text[1] is >= (byte)'0' and <= (byte)'9' ? ((text[0] - '0') * 10) + text[1] - '0' : -1;
}

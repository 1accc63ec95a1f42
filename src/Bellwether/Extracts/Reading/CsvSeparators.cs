namespace Bellwether.Extracts.Reading;

/// <summary>Which of comma, semicolon, tab and vertical bar a file uses, told from its first lines.</summary>
internal static class CsvSeparators
{
    /// <summary>The four that are looked for.</summary>
    public static ReadOnlySpan<byte> Candidates => ",;\t|"u8;

    /// <summary>
    /// The one that occurs on the heading line, the first line with any of them, outside quotes. Of several, the one that
    /// occurs as often on the next line; failing that the most frequent; null when two remain. A comma when there is none.
    /// </summary>
    public static byte? Find(ReadOnlySpan<byte> text)
    {
        Span<int> heading = stackalloc int[4];
        Span<int> next = stackalloc int[4];
        for (var line = 0; line < 10 && heading.IndexOfAnyExcept(0) < 0 && !text.IsEmpty; line++)
            text = text[Count(text, heading)..];
        Count(text, next);

        var present = 4 - heading.Count(0);
        if (present == 0)
            return (byte)',';
        var (best, steady, steadyCount, ties) = (0, 0, 0, 0);
        for (var i = 0; i < 4; i++)
        {
            if (heading[i] > heading[best])
                best = i;
            if (heading[i] > 0 && heading[i] == next[i])
                (steady, steadyCount) = (i, steadyCount + 1);
        }

        if (steadyCount == 1)
            return Candidates[steady];
        foreach (var count in heading)
            ties += count == heading[best] ? 1 : 0;
        return ties == 1 ? Candidates[best] : null;
    }

    // Counts on one line, quoted line ends passed over; returns the line's length with its line end.
    private static int Count(ReadOnlySpan<byte> text, Span<int> counts)
    {
        counts.Clear();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b == (byte)'"')
                quoted = !quoted;
            else if (!quoted && b is (byte)'\r' or (byte)'\n')
                return i + 1;
            else if (!quoted && Candidates.IndexOf(b) is var candidate and >= 0)
                counts[candidate]++;
        }

        return text.Length;
    }
}

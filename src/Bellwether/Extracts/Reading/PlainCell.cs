namespace Bellwether.Extracts.Reading;

/// <summary>
/// A cell of the few shapes that nearly all have, taken from the bytes ahead at one go:
/// <c>&lt;c r="B7" s="1" t="s"&gt;&lt;v&gt;12&lt;/v&gt;&lt;/c&gt;</c>, an inline text of one run, and an empty formatted cell. Whatever is
/// written otherwise, cut off, or unsound is none, and the scanner reads it and says what is wrong.
/// </summary>
internal readonly ref struct PlainCell
{
    /// <summary>Longer ones are no numbers, and long texts are counted against their limits by the scanner's way.</summary>
    private const int MostValueBytes = 4096;

    private PlainCell(int length, int column, CellType type, int style, bool isEmpty, ReadOnlySpan<byte> value)
    {
        (Length, Column, Type, Style, IsEmpty) = (length, column, type, style, isEmpty);
        Value = value;
    }

    /// <summary>Bytes from the start of its tag to the end of its end tag; 0 for none.</summary>
    public int Length { get; }

    public int Column { get; }

    /// <summary>Number, SharedText or InlineText.</summary>
    public CellType Type { get; }

    public int Style { get; }

    /// <summary>It has a format and no value.</summary>
    public bool IsEmpty { get; }

    /// <summary>As it stands in the file. A number's bytes are digits and what else numbers are written with; a text's may be anything but a reference or a carriage return.</summary>
    public ReadOnlySpan<byte> Value { get; }

    /// <param name="ahead">What comes next in the sheet.</param>
    /// <param name="row">The row's number in plain digits: a cell that says another is none.</param>
    public static PlainCell At(ReadOnlySpan<byte> ahead, ReadOnlySpan<byte> row)
    {
        if (!ahead.StartsWith("<c r=\""u8)) return default;
        var (at, column) = (6, 0);
        for (; at < ahead.Length && at < 9 && ahead[at] is >= (byte)'A' and <= (byte)'Z'; at++) column = (column * 26) + ahead[at] - 'A' + 1;
        var rest = ahead[at..];
        if (column == 0 || rest.Length <= row.Length || !rest.StartsWith(row) || rest[row.Length] != (byte)'"') return default;
        at += row.Length + 1;
        var (type, style) = (CellType.Number, -1);
        for (var typed = false; at + 4 < ahead.Length && ahead[at] == (byte)' ';)
        {
            if (style < 0 && ahead[(at + 1)..].StartsWith("s=\""u8))
            {
                style = 0;
                var digits = at += 4;
                for (; at < ahead.Length && ahead[at] - '0' is >= 0 and <= 9 and var digit; at++) style = (style * 10) + digit;
                if (at == ahead.Length || ahead[at] != (byte)'"' || at - digits is 0 or > 6) return default;
                at++;
            }
            else if (!typed && ahead[(at + 1)..].StartsWith("t=\"s\""u8)) (typed, type, at) = (true, CellType.SharedText, at + 6);
            else if (!typed && ahead[(at + 1)..].StartsWith("t=\"n\""u8)) (typed, at) = (true, at + 6);
            else if (!typed && ahead[(at + 1)..].StartsWith("t=\"inlineStr\""u8)) (typed, type, at) = (true, CellType.InlineText, at + 14);
            else return default;
        }
        rest = ahead[Math.Min(at, ahead.Length)..];
        column--;
        style = Math.Max(style, 0);
        if (rest.StartsWith("/>"u8)) return new PlainCell(at + 2, column, type, style, isEmpty: true, default);
        return type == CellType.InlineText ? Text(rest, at, column, style) : Number(rest, at, column, type, style);
    }

    private static PlainCell Number(ReadOnlySpan<byte> rest, int at, int column, CellType type, int style)
    {
        if (!rest.StartsWith("><v>"u8)) return default;
        var end = 4;
        while (end < rest.Length && rest[end] is >= (byte)'0' and <= (byte)'9' or (byte)'.' or (byte)'-' or (byte)'+' or (byte)'E' or (byte)'e') end++;
        return end is > 4 and < 40 && rest[end..].StartsWith("</v></c>"u8)
            ? new PlainCell(at + end + 8, column, type, style, isEmpty: false, rest[4..end])
            : default;
    }

    private static PlainCell Text(ReadOnlySpan<byte> rest, int at, int column, int style)
    {
        var start = rest.StartsWith("><is><t>"u8) ? 8 : rest.StartsWith("><is><t xml:space=\"preserve\">"u8) ? 29 : 0;
        if (start == 0) return default;
        var length = rest[start..].IndexOfAny((byte)'<', (byte)'&', (byte)'\r');
        return length is >= 0 and <= MostValueBytes && rest[(start + length)..].StartsWith("</t></is></c>"u8) && System.Text.Unicode.Utf8.IsValid(rest.Slice(start, length))
            ? new PlainCell(at + start + length + 13, column, CellType.InlineText, style, isEmpty: false, rest.Slice(start, length))
            : default;
    }
}

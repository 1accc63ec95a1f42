using System.Globalization;

namespace Bellwether.Extracts;

/// <summary>A range such as A5:A16; rows from 1, columns from 0, both ends inclusive.</summary>
internal readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public static bool TryRead(string text, out CellRange range)
    {
        range = default;
        var parts = text.Split(':');
        if (parts.Length != 2 || !TryCell(parts[0], out var a) || !TryCell(parts[1], out var b)) return false;
        range = new CellRange(Math.Min(a.Row, b.Row), Math.Min(a.Column, b.Column), Math.Max(a.Row, b.Row), Math.Max(a.Column, b.Column));
        return true;
    }

    private static bool TryCell(string text, out (int Row, int Column) cell)
    {
        cell = default;
        var column = 0;
        var i = 0;
        for (; i < text.Length && i < 3 && char.IsAsciiLetterUpper(text[i]); i++) column = (column * 26) + text[i] - 'A' + 1;
        if (column == 0 || !int.TryParse(text.AsSpan(i), NumberStyles.None, CultureInfo.InvariantCulture, out var row)) return false;
        cell = (row, column - 1);
        return true;
    }
}

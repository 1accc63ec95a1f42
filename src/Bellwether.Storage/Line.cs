using Bellwether.Calendar;

namespace Bellwether.Storage;

/// <summary>A record as an extract tells it.</summary>
/// <param name="Key">The record's key.</param>
/// <param name="Subject">Whose it is.</param>
/// <param name="Fields">As <see cref="RecordText"/> writes them.</param>
/// <param name="Place">Its place: number in the extract, or row in the store where the line is carried over.</param>
/// <param name="Row">The row there.</param>
internal readonly record struct Line(string Key, string Subject, string Fields, long Place, int Row)
{
    /// <summary>Of a spell whose end nobody told: the last day on which an extract held it open; none for any other record.</summary>
    public int OpenUntil { get; init; } = Days.None;

    /// <summary>Day number of the first field (date or start).</summary>
    public int First => Cells.Day(Fields, 0);

    /// <summary>Day number of the second field (a spell's end): none while open.</summary>
    public int End => Cells.Day(Fields, 1);
}

/// <summary>A record version that is known now.</summary>
/// <param name="Id">Its row in the store.</param>
/// <param name="Since">The load that brought it.</param>
/// <param name="Told">The last day that the rows its fields come from speak for, as a day number.</param>
/// <param name="Speaker">Who speaks of it.</param>
/// <param name="Line">What it says; its place is a row in the store.</param>
internal readonly record struct Version(long Id, int Since, int Told, string Speaker, Line Line);

/// <summary>Single cells of a line's fields.</summary>
internal static class Cells
{
    /// <summary>A date cell's day number, none or unknown.</summary>
    public static int Day(string fields, int field)
    {
        var cell = Of(fields, field);
        if (cell.IsEmpty || cell[0] == '\'') return Days.Unknown;
        return cell is "-" ? Days.None : int.Parse(cell, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The same fields with some cells written anew.</summary>
    public static string With(string fields, IEnumerable<(int Field, string Cell)> changes)
    {
        var cells = fields.Split('\t');
        foreach (var (field, cell) in changes) cells[field] = cell;
        return string.Join('\t', cells);
    }

    /// <summary>One cell; empty where the line is too short.</summary>
    public static ReadOnlySpan<char> Of(string fields, int field)
    {
        var line = fields.AsSpan();
        for (; field > 0; field--)
        {
            var tab = line.IndexOf('\t');
            if (tab < 0) return [];
            line = line[(tab + 1)..];
        }
        var end = line.IndexOf('\t');
        return end < 0 ? line : line[..end];
    }
}

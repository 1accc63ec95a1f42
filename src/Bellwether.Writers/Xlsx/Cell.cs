namespace Bellwether.Writers.Xlsx;

/// <summary>What a cell holds.</summary>
public enum CellKind { Blank, Text, Number, Date, Error, Heading }

/// <summary>One cell of a sheet to be written.</summary>
public readonly record struct Cell(CellKind Kind, string Value, decimal Amount = 0, DateOnly Day = default)
{
    public static readonly Cell Blank = new(CellKind.Blank, "");

    /// <summary>Text as it stands; empty text is a blank cell.</summary>
    public static Cell Text(string value) => value.Length == 0 ? Blank : new Cell(CellKind.Text, value);

    /// <summary>Bold text.</summary>
    public static Cell Heading(string value) => new(CellKind.Heading, value);

    public static Cell Number(decimal amount) => new(CellKind.Number, "", amount);

    /// <summary>A true date, shown dd/mm/yyyy. The 1900 date system reaches back to 1 March 1900; an earlier day is written as text.</summary>
    public static Cell Date(DateOnly? day) =>
        day is not { } d ? Blank : d < FirstDay ? Text(d.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)) : new Cell(CellKind.Date, "", 0, d);

    /// <summary>An error value such as #N/A, as a lookup leaves behind.</summary>
    public static Cell Error(string value) => new(CellKind.Error, value);

    private static readonly DateOnly FirstDay = new(1900, 3, 1);
}

/// <summary>One sheet: its name (at most 31 characters) and its rows, the first at row 1. An empty row leaves a blank line.</summary>
public sealed record Sheet(string Name, IReadOnlyList<IReadOnlyList<Cell>> Rows);

using System.Globalization;

namespace Bellwether.Writers.Xlsx;

/// <summary>What a cell holds.</summary>
public enum CellKind { Blank, Text, Number, Date, Error, Formula }

/// <summary>One cell of a sheet to be written.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Value">Text, error or formula; a formula is written by us, never taken from data.</param>
/// <param name="Amount">A number, or a formula's result.</param>
/// <param name="Day">A date.</param>
/// <param name="Look">How it is shown; null for plain.</param>
/// <param name="Across">Columns it spans, 1 or less for its own only.</param>
/// <param name="Lines">Lines of text it needs; 0 leaves the row's height to the spreadsheet.</param>
public readonly record struct Cell(CellKind Kind, string Value, decimal Amount = 0, DateOnly Day = default, CellLook? Look = null, int Across = 0, int Lines = 0)
{
    public static readonly Cell Blank = new(CellKind.Blank, "");

    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    /// <summary>Text as it stands, whatever its first character: a spreadsheet does not run it. Empty text is a blank cell.</summary>
    public static Cell Text(string value, CellLook? look = null) => value.Length == 0 ? Blank with { Look = look } : new Cell(CellKind.Text, value, Look: look);

    /// <summary>Bold text.</summary>
    public static Cell Heading(string value) => new(CellKind.Text, value, Look: CellLook.Bold);

    public static Cell Number(decimal amount, CellLook? look = null) => new(CellKind.Number, "", amount, Look: look);

    /// <summary>A formula, without its equals sign, and the value it has.</summary>
    public static Cell Formula(string formula, decimal result, CellLook? look = null) => new(CellKind.Formula, formula, result, Look: look);

    /// <summary>A true date, shown dd/mm/yyyy. The 1900 date system reaches back to 1 March 1900; an earlier day is written as text.</summary>
    public static Cell Date(DateOnly? day) =>
        day is not { } d ? Blank : d < FirstDay ? Text(d.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)) : new Cell(CellKind.Date, "", 0, d, CellLook.Date);

    /// <summary>An error value such as #N/A, as a lookup leaves behind.</summary>
    public static Cell Error(string value) => new(CellKind.Error, value);
}

/// <summary>How a cell is shown.</summary>
/// <param name="Format">A number format, such as "0.0%"; empty for general.</param>
/// <param name="IsBold">Bold.</param>
/// <param name="Size">Type size in points.</param>
/// <param name="Wraps">Long text runs on in further lines.</param>
/// <param name="HasGrid">Thin lines around.</param>
/// <param name="Fill">Background as six hexadecimal digits; empty for none.</param>
/// <param name="IsRight">Text stands at the right; numbers do anyway.</param>
public sealed record CellLook(string Format = "", bool IsBold = false, int Size = 11, bool Wraps = false, bool HasGrid = false, string Fill = "", bool IsRight = false)
{
    public static CellLook Plain { get; } = new();
    public static CellLook Bold { get; } = new(IsBold: true);
    public static CellLook Date { get; } = new("dd/mm/yyyy");
}

/// <summary>
/// One sheet: its name (at most 31 characters) and its rows, the first at row 1. An empty row leaves a blank line. Rows are asked for once,
/// one at a time, so a long sheet never stands in memory whole.
/// </summary>
public sealed record Sheet(string Name, IEnumerable<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Column widths in characters, from the first column; empty leaves them to the spreadsheet.</summary>
    public IReadOnlyList<double> Widths { get; init; } = [];

    /// <summary>Rows at the top that stay in sight.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Columns at the left that stay in sight.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>First and last row, counted from 1, that each printed page repeats; null for none.</summary>
    public (int First, int Last)? TitleRows { get; init; }

    /// <summary>How it prints; null leaves it to the spreadsheet.</summary>
    public SheetPaper? Paper { get; init; }

    /// <summary>Charts that stand over it. Filled before its rows are asked for.</summary>
    internal IReadOnlyList<PlacedChart> Charts { get; init; } = [];
}

/// <summary>A4 paper, fitted to the page's width.</summary>
/// <param name="Header">Stands at the top of each page in the middle; empty for none.</param>
/// <param name="Footer">Stands at the bottom of each page at the left, before "Page X of Y"; empty for none.</param>
/// <param name="IsLandscape">Wide.</param>
public sealed record SheetPaper(string Header, string Footer, bool IsLandscape);

/// <summary>What a workbook says of itself.</summary>
public sealed record BookProperties(string Title, string Author, DateOnly Built);

/// <summary>A chart on a sheet, from the upper left corner of a cell (both counted from 0), and its words for who cannot see it.</summary>
internal sealed record PlacedChart(string Xml, string Name, string Words, int Column, int Row);

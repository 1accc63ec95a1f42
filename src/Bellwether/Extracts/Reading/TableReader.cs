using System.Text;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// Reads one table forward, row by row. Spans are valid until the next <see cref="Read"/>. Columns count from 0;
/// a column below 0, or at or
/// beyond <see cref="CellCount"/>, is Blank and empty. Read to the end: the checks of the whole part
/// (checksum, size) come with the last row, so nothing may be kept from a table whose Read threw.
/// </summary>
public abstract class TableReader(string sheet) : IDisposable
{
    /// <summary>The sheet's name; empty for CSV.</summary>
    public string Sheet { get; } = sheet;

    /// <summary>
    /// The row or line a person sees, from 1; for a CSV record over several lines, the line where it starts.
    /// Rows without any value in a workbook, and empty lines in a CSV file, are passed over but counted.
    /// </summary>
    public int RowNumber { get; protected set; }

    /// <summary>CSV: fields in the record, empty ones included. Workbook: last column with a value, plus one.</summary>
    public int CellCount { get; protected set; }

    /// <summary>Every row has as many fields as the headings, so that one with more or fewer is damaged: a CSV, not a sheet.</summary>
    public virtual bool CountsFields => false;

    /// <summary>Cells that hold a formula, over all rows read so far.</summary>
    public int FormulaCount { get; protected set; }

    /// <summary>The current row is hidden, by hand or by a filter. Hidden rows are read like others.</summary>
    public bool IsRowHidden { get; protected set; }

    /// <summary>What makes the current row unfit to be believed, as a code of the catalogue, and its column; null where nothing does.</summary>
    internal (string Code, int Column)? Broken { get; private protected set; }

    /// <summary>CSV only, after the last row: the file does not end with a line end, so its last record may be cut.</summary>
    public bool EndsWithoutLineEnd { get; protected set; }

    /// <summary>Merged ranges such as "A5:A16", first 1,000; complete once Read has returned false.</summary>
    public virtual IReadOnlyList<string> MergedRanges => [];

    /// <summary>Moves to the next row. False at the end.</summary>
    /// <exception cref="FileRejectedException">The file cannot be read on; says where.</exception>
    public abstract bool Read();

    /// <summary>
    /// The value as UTF-8. Numbers: whole ones without a decimal point, others with at most 15 significant digits,
    /// plain notation up to 28 digits. Dates: yyyy-MM-dd. Booleans: TRUE, FALSE. Errors: as shown, "#N/A".
    /// Text is not trimmed. A cell of unknown value (see <see cref="HasFormulaWithoutValue"/>) is empty.
    /// </summary>
    public abstract ReadOnlySpan<byte> Utf8(int column);

    public abstract CellKind Kind(int column);

    /// <summary>The day as <see cref="DateOnly.DayNumber"/> when Kind is Date, else int.MinValue. Time of day is dropped, never rounded.</summary>
    public abstract int Day(int column);

    /// <summary>
    /// A Number cell read as a date serial of this workbook (1900 or 1904 system), as a day number; int.MinValue when it
    /// is no number or no date: below 1, the serials 1 to 60 of the 1900 system (29 February 1900 never was), after 9999.
    /// </summary>
    public abstract int SerialDay(int column);

    /// <summary>The cell holds a formula and no stored value: what it would show is unknown.</summary>
    public abstract bool HasFormulaWithoutValue(int column);

    /// <summary>The column is hidden. False for CSV.</summary>
    public virtual bool IsColumnHidden(int column) => false;

    /// <summary>The value as a string; the only member that allocates per cell.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    /// <summary>
    /// The first character that no honest value holds, as code point, or -1: controls other than tab and line ends,
    /// lone surrogates, noncharacters.
    /// </summary>
    public int ForbiddenCodePoint(int column) => ControlCharacters.FirstIn(Utf8(column));

    /// <summary>Where a person finds the cell: "Sheet1!C7", or "line 12, field 3" counting from 1.</summary>
    public abstract string Place(int column);

    /// <summary>Letters of a column, from 0: A, Z, AA, XFD.</summary>
    public static string ColumnName(int column)
    {
        Span<char> letters = stackalloc char[8];
        var start = letters.Length;
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
            letters[--start] = (char)('A' + (rest % 26));
        return new string(letters[start..]);
    }

    protected bool Holds(int column) => column >= 0 && column < CellCount;

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    protected abstract void Close();
}

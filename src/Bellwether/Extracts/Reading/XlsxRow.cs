using System.Globalization;
using System.Text;

namespace Bellwether.Extracts.Reading;

/// <summary>The cells of the row being read, in buffers that serve every row of the sheet.</summary>
internal sealed class XlsxRow(SharedStrings strings, CellStyles styles, DateSystem dates)
{
    private Cell[] cells = new Cell[64];
    private int used;

    /// <summary>The bytes of all values but shared texts; the reader appends here, then settles.</summary>
    public ByteList Values { get; } = new(4096);

    /// <summary>Cells up to the last one with a value, or with a formula that should have one.</summary>
    public int Count
    {
        get
        {
            var count = used;
            while (count > 0 && cells[count - 1].Kind == CellKind.Blank && !cells[count - 1].NoValue)
                count--;
            return count;
        }
    }

    public void Clear()
    {
        Array.Clear(cells, 0, used);
        used = 0;
        Values.CutTo(0);
    }

    /// <summary>Takes a column for a cell; false when it is taken already.</summary>
    public bool TryTake(int column)
    {
        if (column >= cells.Length)
            Array.Resize(ref cells, Math.Max(column + 1, cells.Length * 2));
        used = Math.Max(used, column + 1);
        var free = !cells[column].Seen;
        cells[column].Seen = true;
        return free;
    }

    public ReadOnlySpan<byte> Utf8(int column)
    {
        ref var cell = ref cells[column];
        return cell.Shared ? strings[cell.Start] : Values.Slice(cell.Start, cell.Length);
    }

    public CellKind Kind(int column) => cells[column].Kind;

    public int Day(int column) => cells[column].Kind == CellKind.Date ? cells[column].Day : int.MinValue;

    public bool NoValue(int column) => cells[column].NoValue;

    /// <summary>The cell has no stored value; with a formula, what it would show is unknown.</summary>
    public void SettleEmpty(int column, int start, bool hasFormula)
    {
        cells[column].NoValue = hasFormula;
        Values.CutTo(start);
    }

    /// <summary>
    /// Makes a cell of what was stored, which was appended from start on; the number of a shared text need not have been. False when it
    /// points to a shared text that is not there.
    /// </summary>
    public bool Settle(int column, CellType type, int style, int start, ReadOnlySpan<byte> stored)
    {
        ref var cell = ref cells[column];
        cell.Start = start;
        switch (type)
        {
            case CellType.SharedText:
                if (!CellReference.TryNumber(stored, out var index) || index >= strings.Count)
                    return false;
                Values.CutTo(start);
                (cell.Shared, cell.Start) = (true, index);
                cell.Kind = strings[index].IsEmpty ? CellKind.Blank : CellKind.Text;
                return true;
            case CellType.FormulaText or CellType.InlineText:
                XmlText.ReplaceEscapes(Values, start);
                cell.Kind = CellKind.Text;
                break;
            case CellType.Boolean:
                Replace(start, XlsxWorkbook.IsTrue(stored) ? "TRUE"u8 : "FALSE"u8);
                cell.Kind = CellKind.Boolean;
                break;
            case CellType.Error:
                cell.Kind = CellKind.Error;
                break;
            case CellType.IsoDate:
                SettleDay(ref cell, DateSystem.IsoDay(stored), CellKind.Text);
                break;
            default:
                SettleNumber(ref cell, style, stored.Trim(" \t\r\n"u8));
                break;
        }

        cell.Length = Values.Count - start;
        if (cell.Length == 0)
            cell.Kind = CellKind.Blank;
        return true;
    }

    private void SettleNumber(ref Cell cell, int style, ReadOnlySpan<byte> stored)
    {
        SettleDay(ref cell, styles.IsDate(style) ? dates.Day(stored) : int.MinValue, CellKind.Number);
        if (cell.Kind == CellKind.Date || NumberText.IsPlain(stored))
            return;
        Span<byte> written = stackalloc byte[64];
        var length = NumberText.Write(stored, written);
        if (length > 0)
            Replace(cell.Start, written[..length]);
        else
            cell.Kind = CellKind.Text;
    }

    private void SettleDay(ref Cell cell, int day, CellKind otherwise)
    {
        cell.Day = day;
        cell.Kind = day == int.MinValue ? otherwise : CellKind.Date;
        if (day == int.MinValue)
            return;
        Span<byte> written = stackalloc byte[10];
        DateOnly.FromDayNumber(day).TryFormat(written, out _, "O", CultureInfo.InvariantCulture);
        Replace(cell.Start, written);
    }

    private void Replace(int start, ReadOnlySpan<byte> text)
    {
        Values.CutTo(start);
        Values.Add(text);
    }

    /// <summary>True when the cell holds more characters than a workbook may.</summary>
    public bool IsLongerThan(int column, int characters) =>
        Utf8(column) is var text && text.Length > characters && Encoding.UTF8.GetCharCount(text) > characters;

    private struct Cell
    {
        public int Start;
        public int Length;
        public int Day;
        public CellKind Kind;
        public bool Shared;
        public bool NoValue;
        public bool Seen;
    }
}

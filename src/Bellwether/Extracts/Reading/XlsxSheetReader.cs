using System.Buffers.Text;

namespace Bellwether.Extracts.Reading;

/// <summary>One sheet, forward. Rows without any value are passed over; formulas give their stored values.</summary>
internal sealed class XlsxSheetReader : TableReader
{
    private readonly XmlScanner scanner;
    private readonly ReadingLimits limits;
    private readonly XlsxWorkbook workbook;
    private readonly XlsxRow cells;
    private readonly ByteList values;
    private readonly byte[] rowDigits = new byte[11];
    private int rowDigitCount;
    private readonly List<string> merged = [];
    private readonly List<(int First, int Last)> hiddenColumns = [];
    private int row;
    private int column = -1;
    private int rows;
    private int idle;
    private bool ended;

    public XlsxSheetReader(XlsxWorkbook workbook, string sheet, ZipPart part, ReadingLimits limits)
        : base(sheet)
    {
        this.workbook = workbook;
        this.limits = limits;
        cells = new XlsxRow(workbook.Strings, workbook.Styles, workbook.Dates);
        values = cells.Values;
        scanner = new XmlScanner(part, limits, Standing);
    }

    public override IReadOnlyList<string> MergedRanges => merged;

    public override bool Read()
    {
        if (ended)
            return false;
        CellCount = 0;
        while (true)
        {
            scanner.RefuseIdle(++idle, limits.XmlIdleNodes);
            switch (scanner.Next())
            {
                case XmlNode.Eof:
                    ended = true;
                    return false;
                case XmlNode.Start when scanner.Depth == 1 && !scanner.Name.SequenceEqual("worksheet"u8):
                    throw scanner.Malformed("a sheet's part holds something else");
                case XmlNode.Start when scanner.Depth == 3:
                    if (scanner.Name.SequenceEqual("row"u8))
                    {
                        idle--;
                        ReadRow();
                        if (CellCount > 0 || Broken is not null)
                            return true;
                    }
                    else if (scanner.Name.SequenceEqual("col"u8))
                    {
                        NoteHiddenColumns();
                    }
                    else if (scanner.Name.SequenceEqual("mergeCell"u8) && merged.Count < 1000)
                    {
                        merged.Add(scanner.AttributeText("ref"u8));
                    }

                    break;
            }
        }
    }

    public override ReadOnlySpan<byte> Utf8(int column) => Holds(column) ? cells.Utf8(column) : default;

    public override CellKind Kind(int column) => Holds(column) ? cells.Kind(column) : CellKind.Blank;

    public override int Day(int column) => Holds(column) ? cells.Day(column) : int.MinValue;

    public override int SerialDay(int column) => Kind(column) == CellKind.Number ? workbook.Dates.Day(Utf8(column)) : int.MinValue;

    public override bool HasFormulaWithoutValue(int column) => Holds(column) && cells.NoValue(column);

    public override bool IsColumnHidden(int column) => hiddenColumns.Any(r => column >= r.First && column <= r.Last);

    public override string Place(int column) => $"{Sheet}!{ColumnName(column)}{RowNumber}";

    protected override void Close() => scanner.Dispose();

    private string Standing() =>
        row == 0 ? Sheet : column < 0 ? $"{Sheet}!{row}:{row}" : $"{Sheet}!{ColumnName(column)}{row}";

    private void NoteHiddenColumns()
    {
        if (scanner.Attribute("hidden"u8, out var hidden) && XlsxWorkbook.IsTrue(hidden)
            && scanner.Attribute("min"u8, out var min) && CellReference.TryNumber(min, out var first)
            && scanner.Attribute("max"u8, out var max) && CellReference.TryNumber(max, out var last) && hiddenColumns.Count < limits.CellsInRow)
            hiddenColumns.Add((first - 1, last - 1));
    }

    private void ReadRow()
    {
        var number = row + 1;
        column = -1;
        if (scanner.Attribute("r"u8, out var r) && !CellReference.TryNumber(r, out number))
            throw scanner.Failure("xlsx-cell-reference", "A row's number is not a number.", "Save the workbook again from Excel.");
        if (number <= row)
            throw scanner.Failure("xlsx-row-order", $"After this row comes row {number}: rows are doubled or out of order.", "Save the workbook again from Excel.");
        row = number;
        if (row > CellReference.LastRow || ++rows > limits.Rows)
            throw scanner.Failure("too-many-rows", $"The sheet has more than {Math.Min(CellReference.LastRow, limits.Rows)} rows.", "Export a shorter period.");
        RowNumber = row;
        IsRowHidden = scanner.Attribute("hidden"u8, out var hidden) && XlsxWorkbook.IsTrue(hidden);
        cells.Clear();
        Broken = null;
        Utf8Formatter.TryFormat(row, rowDigits, out rowDigitCount);
        var depth = scanner.Depth;
        while (true)
        {
            ReadPlainCells();
            var node = scanner.Next();
            if (node == XmlNode.End && scanner.Depth == depth)
                break;
            if (node != XmlNode.Start)
                continue;
            if (scanner.Name.SequenceEqual("c"u8))
            {
                ReadCell();
                continue;
            }

            scanner.RefuseIdle(++idle, limits.XmlIdleNodes);
            scanner.Skip();
        }

        column = -1;
        CellCount = cells.Count;
    }

    // Up to the first cell that is not plain, or not wholly in the buffer: the scanner takes that one.
    private void ReadPlainCells()
    {
        var ahead = scanner.Ahead();
        var passed = 0;
        while (PlainCell.At(ahead[passed..], rowDigits.AsSpan(0, rowDigitCount)) is { Length: > 0 } cell && cell.Column < limits.CellsInRow && cells.TryTake(cell.Column))
        {
            passed += cell.Length;
            column = cell.Column;
            var start = values.Count;
            if (cell.IsEmpty)
                continue;
            if (cell.Type != CellType.SharedText)
                values.Add(cell.Value);
            Settle(cell.Type, cell.Style, start, cell.Value);
        }

        scanner.Pass(passed);
    }

    private void ReadCell()
    {
        column++;
        if (scanner.Attribute("r"u8, out var r))
        {
            if (!CellReference.TryParse(r, out var stated, out var statedRow) || statedRow != row)
            {
                Break("misplaced-cell");
                scanner.Skip();
                return;
            }

            column = stated;
        }

        if (column >= limits.CellsInRow)
            throw scanner.Failure("too-many-cells", $"The row has more than {limits.CellsInRow} cells.", "Save the workbook again from Excel.");
        if (!cells.TryTake(column))
        {
            Break("doubled-cell");
            scanner.Skip();
            return;
        }

        var type = scanner.Attribute("t"u8, out var t) ? CellTypes.Of(t) : CellType.Number;
        var style = scanner.Attribute("s"u8, out var s) && CellReference.TryNumber(s, out var index) ? index : 0;
        var start = values.Count;
        var (hasFormula, hasValue) = ReadContent(start);
        if (hasFormula)
            FormulaCount++;
        if (!hasValue || (values.Count == start && type is not (CellType.FormulaText or CellType.InlineText)))
        {
            cells.SettleEmpty(column, start, hasFormula);
            return;
        }

        Settle(type, style, start, values.Slice(start, values.Count - start));
    }

    private void Settle(CellType type, int style, int start, ReadOnlySpan<byte> stored)
    {
        if (!cells.Settle(column, type, style, start, stored))
        {
            Break("missing-text");
            cells.SettleEmpty(column, start, hasFormula: false);
        }
        else if (cells.IsLongerThan(column, limits.CellCharacters))
        {
            Break("cell-too-long");
        }

        if (values.Count > limits.RowBytes)
            throw scanner.Failure("row-too-long", $"The row holds more than {limits.RowBytes >> 20} MB.", "Leave out columns of long text.");
    }

    // The first thing wrong speaks for the row; the rest of it is still read, so that the next row is found.
    private void Break(string code) => Broken ??= (code, column);

    private (bool Formula, bool Value) ReadContent(int start)
    {
        var (formula, value) = (false, false);
        var (depth, nodes) = (scanner.Depth, 0);
        while (true)
        {
            var node = scanner.Next();
            if (node == XmlNode.End && scanner.Depth == depth)
                return (formula, value);
            scanner.RefuseIdle(++nodes, limits.XmlNodesInCell);
            if (node != XmlNode.Start)
                continue;
            if (scanner.Name.SequenceEqual("v"u8))
            {
                values.CutTo(start);
                RichText.AppendElement(scanner, values);
                value = true;
            }
            else if (scanner.Name.SequenceEqual("is"u8))
            {
                values.CutTo(start);
                RichText.Append(scanner, values);
                value = true;
            }
            else
            {
                formula |= scanner.Name.SequenceEqual("f"u8);
                scanner.Skip();
            }
        }
    }
}

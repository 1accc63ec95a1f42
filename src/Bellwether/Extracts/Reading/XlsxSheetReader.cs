namespace Bellwether.Extracts.Reading;

/// <summary>One sheet, forward. Rows without any value are passed over; formulas give their stored values.</summary>
internal sealed class XlsxSheetReader : TableReader
{
    private readonly XmlScanner scanner;
    private readonly ReadingLimits limits;
    private readonly XlsxWorkbook workbook;
    private readonly SharedStrings strings;
    private readonly CellStyles styles;
    private readonly DateSystem dates;
    private readonly ByteList values = new(4096);
    private readonly List<string> merged = [];
    private readonly List<(int First, int Last)> hiddenColumns = [];
    private Cell[] cells = new Cell[64];
    private int used;
    private int row;
    private int column = -1;
    private int rows;
    private bool ended;

    public XlsxSheetReader(XlsxWorkbook workbook, string sheet, ZipPart part, ReadingLimits limits)
        : base(sheet)
    {
        this.workbook = workbook;
        this.limits = limits;
        (strings, styles, dates) = (workbook.Strings, workbook.Styles, workbook.Dates);
        scanner = new XmlScanner(part, limits, Standing);
    }

    public override IReadOnlyList<string> MergedRanges => merged;

    public override bool Read()
    {
        if (ended)
            return false;
        Array.Clear(cells, 0, used);
        used = 0;
        CellCount = 0;
        while (true)
        {
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
                        ReadRow();
                        if (CellCount > 0)
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

    public override ReadOnlySpan<byte> Utf8(int column)
    {
        if (!Holds(column))
            return default;
        ref var cell = ref cells[column];
        return cell.Shared ? strings[cell.Start] : values.Slice(cell.Start, cell.Length);
    }

    public override CellKind Kind(int column) => Holds(column) ? cells[column].Kind : CellKind.Blank;

    public override int Day(int column) =>
        Holds(column) && cells[column].Kind == CellKind.Date ? cells[column].Day : int.MinValue;

    public override int SerialDay(int column) => Kind(column) == CellKind.Number ? dates.Day(Utf8(column)) : int.MinValue;

    public override bool HasFormulaWithoutValue(int column) => Holds(column) && cells[column].NoValue;

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
        values.CutTo(0);
        var depth = scanner.Depth;
        while (true)
        {
            var node = scanner.Next();
            if (node == XmlNode.End && scanner.Depth == depth)
                break;
            if (node != XmlNode.Start)
                continue;
            if (scanner.Depth == depth + 1 && scanner.Name.SequenceEqual("c"u8))
                ReadCell();
            else
                scanner.Skip();
        }

        column = -1;
        CellCount = used;
        while (CellCount > 0 && cells[CellCount - 1].Kind == CellKind.Blank && !cells[CellCount - 1].NoValue)
            CellCount--;
        if (CellCount > 0)
            return;
        Array.Clear(cells, 0, used);
        used = 0;
    }

    private void ReadCell()
    {
        column++;
        if (scanner.Attribute("r"u8, out var r))
        {
            if (!CellReference.TryParse(r, out var stated, out var statedRow) || statedRow != row)
                throw scanner.Failure("xlsx-cell-reference", "A cell's reference does not fit its row, or lies beyond XFD1048576.", "Save the workbook again from Excel.");
            column = stated;
        }

        if (column >= limits.CellsInRow)
            throw scanner.Failure("too-many-cells", $"The row has more than {limits.CellsInRow} cells.", "Save the workbook again from Excel.");
        if (column >= cells.Length)
            Array.Resize(ref cells, Math.Max(column + 1, cells.Length * 2));
        used = Math.Max(used, column + 1);
        ref var cell = ref cells[column];
        if (cell.Seen)
            throw scanner.Failure("xlsx-duplicate-cell", "The cell stands in the file twice.", "Save the workbook again from Excel.");
        cell.Seen = true;

        var type = scanner.Attribute("t"u8, out var t) ? CellTypes.Of(t) : CellType.Number;
        var style = scanner.Attribute("s"u8, out var s) && CellReference.TryNumber(s, out var index) ? index : 0;
        var start = values.Count;
        var (hasFormula, hasValue) = ReadContent(ref start);
        if (hasFormula)
            FormulaCount++;
        if (!hasValue || (values.Count == start && type is not (CellType.FormulaText or CellType.InlineText)))
        {
            cell.NoValue = hasFormula;
            values.CutTo(start);
            return;
        }

        Settle(ref cell, type, style, start);
        if (values.Count > limits.RowBytes)
            throw scanner.Failure("row-too-long", $"The row holds more than {limits.RowBytes >> 20} MB.", "Leave out columns of long text.");
    }

    private (bool Formula, bool Value) ReadContent(ref int start)
    {
        var (formula, value) = (false, false);
        var depth = scanner.Depth;
        while (true)
        {
            var node = scanner.Next();
            if (node == XmlNode.End && scanner.Depth == depth)
                return (formula, value);
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

    private void Settle(ref Cell cell, CellType type, int style, int start)
    {
        cell.Start = start;
        switch (type)
        {
            case CellType.SharedText:
                if (!CellReference.TryNumber(values.Slice(start, values.Count - start), out var index) || index >= strings.Count)
                    throw scanner.Failure("xlsx-shared-string", $"The cell points to a text that is not in the workbook's table of {strings.Count} texts.", "Save the workbook again from Excel.");
                values.CutTo(start);
                (cell.Shared, cell.Start) = (true, index);
                RefuseLong(strings[index]);
                cell.Kind = strings[index].IsEmpty ? CellKind.Blank : CellKind.Text;
                return;
            case CellType.FormulaText or CellType.InlineText:
                XmlText.ReplaceEscapes(values, start);
                cell.Kind = CellKind.Text;
                break;
            case CellType.Boolean:
                var isTrue = XlsxWorkbook.IsTrue(values.Slice(start, values.Count - start));
                values.CutTo(start);
                values.Add(isTrue ? "TRUE"u8 : "FALSE"u8);
                cell.Kind = CellKind.Boolean;
                break;
            case CellType.Error:
                cell.Kind = CellKind.Error;
                break;
            case CellType.IsoDate:
                cell.Day = DateSystem.IsoDay(values.Slice(start, values.Count - start));
                cell.Kind = cell.Day == int.MinValue ? CellKind.Text : CellKind.Date;
                WriteDay(ref cell);
                break;
            default:
                SettleNumber(ref cell, style, start);
                break;
        }

        cell.Length = values.Count - start;
        if (cell.Length == 0)
            cell.Kind = CellKind.Blank;
        RefuseLong(values.Slice(start, cell.Length));
    }

    private void SettleNumber(ref Cell cell, int style, int start)
    {
        var stored = values.Slice(start, values.Count - start).Trim(" \t\r\n"u8);
        cell.Kind = CellKind.Number;
        if (styles.IsDate(style) && (cell.Day = dates.Day(stored)) != int.MinValue)
        {
            cell.Kind = CellKind.Date;
            WriteDay(ref cell);
            return;
        }

        if (NumberText.IsPlain(stored))
            return;
        Span<byte> written = stackalloc byte[64];
        var length = NumberText.Write(stored, written);
        if (length == 0)
        {
            cell.Kind = CellKind.Text;
            return;
        }

        values.CutTo(start);
        values.Add(written[..length]);
    }

    private void WriteDay(ref Cell cell)
    {
        if (cell.Kind != CellKind.Date)
            return;
        Span<byte> written = stackalloc byte[10];
        DateOnly.FromDayNumber(cell.Day).TryFormat(written, out _, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        values.CutTo(cell.Start);
        values.Add(written);
    }

    private void RefuseLong(ReadOnlySpan<byte> text)
    {
        if (text.Length > limits.CellCharacters && System.Text.Encoding.UTF8.GetCharCount(text) > limits.CellCharacters)
            throw scanner.Failure("cell-too-long", $"The cell holds more than {limits.CellCharacters:N0} characters, which Excel itself does not allow.", "Shorten the text, or leave the column out.");
    }

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

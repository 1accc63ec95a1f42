namespace Bellwether.Extracts.Reading;

/// <summary>The sheets of an old workbook as the worker gave them, held in memory.</summary>
internal sealed class XlsWorkbook
{
    private readonly byte[] _cells;
    private readonly ReadingLimits _limits;
    private readonly List<int> _starts = [];

    private XlsWorkbook(byte[] cells, ReadingLimits limits)
    {
        (_cells, _limits) = (cells, limits);
        try { FindSheets(); }
        catch (Exception e) when (e is EndOfStreamException or IOException or FormatException or ArgumentException)
        {
            throw new FileRejectedException("xls-worker-died", "It is an old Excel workbook (.xls), and what was read of it makes no sense.", "Open it in Excel, save it as .xlsx, and load that.");
        }
        if (Tables.Count == 0) throw new FileRejectedException("xlsx-no-sheets", "The workbook has no worksheet.", "Export it again.");
        var hidden = Tables.Where(t => t.Hidden).Select(t => t.Name).ToList();
        if (hidden.Count > 0) Notes.Add($"Hidden sheets: {string.Join(", ", hidden)}.");
    }

    public List<TableInfo> Tables { get; } = [];

    public List<string> Notes { get; } = ["It is an old Excel workbook (.xls); formulas show the results saved with them."];

    public static XlsWorkbook Open(FileSource file, XlsWorker worker, ReadingLimits limits) => new(worker.Read(file, limits.HeldBytes * 2), limits);

    public TableReader Read(int table) => new SheetReader(Tables[table].Name, _cells, _starts[table], _limits);

    private void FindSheets()
    {
        using var from = new BinaryReader(new MemoryStream(_cells));
        while (true)
            switch ((char)from.ReadByte())
            {
                case XlsCells.Sheet:
                    var name = from.ReadString();
                    Tables.Add(new TableInfo(name.Length > 100 ? name[..100] : name, from.ReadBoolean()));
                    _starts.Add((int)from.BaseStream.Position);
                    break;
                case XlsCells.Row:
                    if (from.ReadInt32() < 0) throw new FileRejectedException(from.ReadString(), from.ReadString(), from.ReadString());
                    break;
                case XlsCells.Cell:
                    Skip(from);
                    break;
                case XlsCells.End:
                    return;
                default:
                    throw new FormatException();
            }
    }

    private static void Skip(BinaryReader from)
    {
        _ = from.ReadInt32();
        switch ((CellKind)from.ReadByte())
        {
            case CellKind.Text or CellKind.Error:
                _ = from.ReadString();
                break;
            case CellKind.Number:
                _ = from.ReadDouble();
                break;
            case CellKind.Date:
                _ = from.ReadInt32();
                break;
            case CellKind.Boolean:
                _ = from.ReadBoolean();
                break;
            default:
                throw new FormatException();
        }
    }

    /// <summary>One sheet, row by row.</summary>
    private sealed class SheetReader : TableReader
    {
        private static readonly DateSystem Dates = new(is1904: false);
        private readonly BinaryReader _from;
        private readonly ReadingLimits _limits;
        private readonly List<(CellKind Kind, byte[] Text, int Day)> _row = [];
        private int _rows;

        public SheetReader(string sheet, byte[] cells, int start, ReadingLimits limits)
            : base(sheet)
        {
            _limits = limits;
            _from = new BinaryReader(new MemoryStream(cells, start, cells.Length - start));
        }

        public override bool Read()
        {
            CellCount = 0;
            while (_from.PeekChar() == XlsCells.Row)
            {
                _ = _from.ReadByte();
                RowNumber = _from.ReadInt32();
                _row.Clear();
                while (_from.PeekChar() == XlsCells.Cell)
                {
                    _ = _from.ReadByte();
                    Take();
                }
                if (_row.Count == 0) continue;
                if (++_rows > _limits.Rows) throw new FileRejectedException("too-many-rows", $"The sheet has more than {_limits.Rows} rows.", "Export a shorter period.", $"sheet {Sheet}");
                CellCount = _row.Count;
                return true;
            }
            return false;
        }

        public override ReadOnlySpan<byte> Utf8(int column) => Holds(column) ? _row[column].Text : default;

        public override CellKind Kind(int column) => Holds(column) ? _row[column].Kind : CellKind.Blank;

        public override int Day(int column) => Holds(column) && _row[column].Kind == CellKind.Date ? _row[column].Day : int.MinValue;

        public override int SerialDay(int column) => Holds(column) && _row[column].Kind == CellKind.Number ? Dates.Day(_row[column].Text) : int.MinValue;

        public override bool HasFormulaWithoutValue(int column) => false;

        public override string Place(int column) => $"{Sheet}!{ColumnName(column)}{RowNumber}";

        protected override void Close() => _from.Dispose();

        private void Take()
        {
            var column = _from.ReadInt32();
            if (column < 0 || column >= _limits.CellsInRow)
                throw new FileRejectedException("too-many-cells", $"The row has more than {_limits.CellsInRow} cells.", "Save the workbook again from Excel as .xlsx.", $"sheet {Sheet}, row {RowNumber}");
            while (_row.Count <= column) _row.Add((CellKind.Blank, [], int.MinValue));
            var kind = (CellKind)_from.ReadByte();
            var day = int.MinValue;
            string text;
            switch (kind)
            {
                case CellKind.Number:
                    text = Number(_from.ReadDouble());
                    break;
                case CellKind.Date:
                    day = _from.ReadInt32();
                    text = DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                    break;
                case CellKind.Boolean:
                    text = _from.ReadBoolean() ? "TRUE" : "FALSE";
                    break;
                default:
                    text = _from.ReadString();
                    break;
            }
            _row[column] = (kind, System.Text.Encoding.UTF8.GetBytes(text), day);
        }

        private static string Number(double value)
        {
            var stored = System.Text.Encoding.UTF8.GetBytes(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
            if (NumberText.IsPlain(stored)) return System.Text.Encoding.UTF8.GetString(stored);
            Span<byte> into = stackalloc byte[64];
            var written = NumberText.Write(stored, into);
            return written > 0 ? System.Text.Encoding.UTF8.GetString(into[..written]) : System.Text.Encoding.UTF8.GetString(stored);
        }
    }
}

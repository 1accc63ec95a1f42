using System.Text;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// One table of a return: first the headings, as row 0, then a row for each element, numbered by the line of its start tag. An element
/// without any value of its own gives a blank row. The rows were taken when the file was looked through, or, where they would have been too
/// many to hold, are taken from its records again as they are read.
/// </summary>
internal sealed class XmlTableReader : TableReader
{
    private readonly XmlRows _rows;
    private readonly ReturnRecords? _records;
    private readonly byte[][] _headings;
    private int _row = -2;

    /// <param name="rows">The rows that are held; empty where they are taken from the records.</param>
    /// <param name="records">The records from the first on; null where the rows are held.</param>
    public XmlTableReader(XmlRows rows, ReturnRecords? records)
        : base("")
    {
        (_rows, _records) = (rows, records);
        _headings = [.. rows.Table.Columns.Select(c => Encoding.UTF8.GetBytes(c.Heading))];
        RowNumber = -1;
    }

    public override bool Read()
    {
        CellCount = _headings.Length;
        _row++;
        if (_row < 0)
        {
            RowNumber = 0;
            return true;
        }
        while (_row >= _rows.Count)
        {
            if (_rows.Fault is { } fault) throw fault;
            if (_records?.Next() is not { } record)
            {
                (CellCount, _row) = (0, _rows.Count - 1);
                return false;
            }
            _rows.Clear();
            _row = 0;
            Take(record);
        }
        RowNumber = _rows.Line(_row);
        return true;
    }

    public override ReadOnlySpan<byte> Utf8(int column) => !Holds(column) ? default : _row < 0 ? _headings[column] : _rows.Cell(_row, column);

    public override CellKind Kind(int column) => Utf8(column).IsEmpty ? CellKind.Blank : CellKind.Text;

    public override int Day(int column) => int.MinValue;

    public override int SerialDay(int column) => int.MinValue;

    public override bool HasFormulaWithoutValue(int column) => false;

    public override string Place(int column) => $"line {RowNumber}, {_rows.Table.PlaceOf(column)}";

    protected override void Close() => _records?.Dispose();

    private void Take(XmlElement at)
    {
        if (at.Name == _rows.Table.Element) _rows.Add(at, _records!.Header);
        foreach (var e in at.Within) Take(e);
    }
}

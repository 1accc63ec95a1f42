using System.Text;
using System.Text.Json;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// One table of an XML return: first the headings, as row 0, then a row for each element, numbered by the line of its start tag. An
/// element without any value of its own gives a blank row.
/// </summary>
internal sealed class XmlTableReader : TableReader
{
    private readonly ReturnRecords _records;
    private readonly XmlForm _form;
    private readonly XmlTable _table;
    private readonly ReadingLimits _limits;
    private readonly Queue<XmlElement> _waiting = [];
    private readonly byte[][] _cells;
    private int _rows;

    public XmlTableReader(ReturnRecords records, XmlForm form, XmlTable table, ReadingLimits limits)
        : base("")
    {
        (_records, _form, _table, _limits) = (records, form, table, limits);
        _cells = [.. table.Columns.Select(c => Encoding.UTF8.GetBytes(c.Heading))];
        RowNumber = -1;
    }

    public override bool Read()
    {
        CellCount = _cells.Length;
        if (RowNumber < 0)
        {
            RowNumber = 0;
            return true;
        }
        while (_waiting.Count == 0)
        {
            if (_records.Next() is not { } record)
            {
                CellCount = 0;
                return false;
            }
            foreach (var e in record.All(_table.Element))
                if (_table.Has(e, _form)) _waiting.Enqueue(e);
        }
        if (++_rows > _limits.Rows) throw XmlReturn.TooMany(_limits);
        var row = _waiting.Dequeue();
        RowNumber = row.Line;
        var isEmpty = true;
        for (var c = 0; c < _cells.Length; c++)
        {
            var text = _table.Columns[c].IsInherited ? Inherited(row, _table.Columns[c].Name) : Own(row, _table.Columns[c]);
            if (text.Length > 0 && !_table.Columns[c].IsInherited) isEmpty = false;
            _cells[c] = Encoding.UTF8.GetBytes(text);
        }
        if (isEmpty) Array.Fill(_cells, []);
        return true;
    }

    public override ReadOnlySpan<byte> Utf8(int column) => Holds(column) ? _cells[column] : default;

    public override CellKind Kind(int column) => Holds(column) && _cells[column].Length > 0 ? CellKind.Text : CellKind.Blank;

    public override int Day(int column) => int.MinValue;

    public override int SerialDay(int column) => int.MinValue;

    public override bool HasFormulaWithoutValue(int column) => false;

    public override string Place(int column) => $"line {RowNumber}, {_table.PlaceOf(column)}";

    protected override void Close() => _records.Dispose();

    private string Own(XmlElement row, XmlColumn column)
    {
        if (row.Name == column.Name) return row.Text.Trim();
        string[] said = [.. row.Own(column.Name, _form).Select(e => e.IsNil ? "not known" : e.Text.Trim()).Where(t => t.Length > 0)];
        if (column.IsMany) return said.Length == 0 ? "" : JsonSerializer.Serialize(said.Distinct(StringComparer.Ordinal));
        if (said.Length < 2) return said.Length == 0 ? "" : said[0];
        var second = row.Own(column.Name, _form).Last();
        throw new FileRejectedException("xml-repeated-element", $"{column.Name} stands twice in one {row.Name}.", "Leave the one that is right, and load again.",
            $"line {second.Line}, {second.Path}");
    }

    private string Inherited(XmlElement row, string column)
    {
        for (var around = row.Around; around is not null; around = around.Around)
            if (around.Own(column, _form).FirstOrDefault() is { } found) return found.Text.Trim();
        return _records.Header.GetValueOrDefault(column, "");
    }
}

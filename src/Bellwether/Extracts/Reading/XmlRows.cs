using System.Text.Json;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// Rows of one table of a return, taken from its records: each value once, as UTF-8 in one run of memory; what several rows inherit from
/// one element stands there once for all of them.
/// </summary>
internal sealed class XmlRows(XmlForm form, XmlTable table, ReadingLimits limits)
{
    private readonly XmlColumnIds _ids = form.IdsOf(table);
    private readonly ByteList _values = new(256);
    private readonly List<int> _lines = [];
    private readonly List<(int Start, int Length)> _cells = [];
    private readonly (XmlElement? From, int Start, int Length)[] _inherited = new (XmlElement?, int, int)[table.Columns.Count];
    private readonly List<string>[] _said = [.. table.Columns.Select(_ => new List<string>())];
    private readonly bool[] _within = new bool[table.Columns.Count];

    public XmlTable Table => table;

    public int Count => _lines.Count;

    /// <summary>What makes the element after the last row unfit for a row; no more rows are taken then.</summary>
    public FileRejectedException? Fault { get; private set; }

    /// <summary>The memory that the rows take.</summary>
    public long Bytes => _values.Count + (_cells.Count * 8L) + (_lines.Count * 4L);

    /// <summary>Rows taken, those given up by <see cref="Clear"/> among them.</summary>
    public int Taken { get; private set; }

    public int Line(int row) => _lines[row];

    public ReadOnlySpan<byte> Cell(int row, int column)
    {
        var (start, length) = _cells[(row * _said.Length) + column];
        return _values.Slice(start, length);
    }

    /// <summary>Gives the rows up; their memory serves the next ones.</summary>
    public void Clear()
    {
        _values.CutTo(0);
        _lines.Clear();
        _cells.Clear();
        Array.Clear(_inherited);
    }

    /// <summary>Adds a row for the element, where it makes one.</summary>
    /// <param name="row">An element of the table's name.</param>
    /// <param name="header">What stands in the file outside the records so far.</param>
    public void Add(XmlElement row, IReadOnlyDictionary<string, string> header)
    {
        if (Fault is not null || !table.Has(row, form)) return;
        if (Taken == limits.Rows)
        {
            Fault = XmlReturn.TooMany(limits);
            return;
        }
        foreach (var said in _said) said.Clear();
        if (_ids.OfRow >= 0)
        {
            _said[_ids.OfRow].Add(row.Text.Trim());
            _within[_ids.OfRow] = true;
        }
        Hear(row);
        var (first, isEmpty) = (_cells.Count, true);
        for (var c = 0; c < _said.Length; c++)
        {
            if (table.Columns[c].IsInherited)
            {
                Inherit(c, row, header);
                continue;
            }
            if (_said[c].Count > 1 && !table.Columns[c].IsMany)
            {
                _cells.RemoveRange(first, _cells.Count - first);
                Fault = Twice(row, table.Columns[c]);
                return;
            }
            isEmpty &= _said[c] is [] or [""];
            _cells.Add(_said[c] is [] ? default : Append(table.Columns[c].IsMany ? List(_said[c]) : _said[c][0]));
        }
        if (isEmpty) for (var c = first; c < _cells.Count; c++) _cells[c] = default;
        _lines.Add(row.Line);
        Taken++;
    }

    /// <summary>Every value within the row that is one of its columns'; rows within it speak for themselves.</summary>
    private void Hear(XmlElement around)
    {
        foreach (var e in around.Within)
        {
            var column = e.Id >= 0 ? _ids.Columns[e.Id] : -1;
            var isValue = column >= 0 && !_within[column];
            if (isValue && (e.IsNil ? "not known" : e.Text.Trim()) is { Length: > 0 } said) _said[column].Add(said);
            if (e.Within.Count == 0 || (e.Id >= 0 && form.IsRow[e.Id])) continue;
            if (isValue) _within[column] = true;
            Hear(e);
            if (isValue) _within[column] = false;
        }
    }

    private void Inherit(int column, XmlElement row, IReadOnlyDictionary<string, string> header)
    {
        ref var last = ref _inherited[column];
        XmlElement? found = null;
        for (var around = row.Around; around is not null && found is null; around = around.Around) found = First(around, _ids.Inherited[column]);
        if (found is null)
        {
            _cells.Add(Append(header.GetValueOrDefault(table.Columns[column].Name, "")));
            return;
        }
        if (last.From != found)
        {
            var (start, length) = Append(found.Text.Trim());
            last = (found, start, length);
        }
        _cells.Add((last.Start, last.Length));
    }

    private XmlElement? First(XmlElement around, int id)
    {
        foreach (var e in around.Within)
        {
            if (e.Id == id) return e;
            if (e.Within.Count > 0 && !(e.Id >= 0 && form.IsRow[e.Id]) && First(e, id) is { } found) return found;
        }
        return null;
    }

    private (int Start, int Length) Append(string text)
    {
        var start = _values.Count;
        _values.AddUtf8(text);
        return (start, _values.Count - start);
    }

    private static string List(List<string> said)
    {
        var distinct = said.Distinct(StringComparer.Ordinal);
        return said.TrueForAll(s => s.All(char.IsAsciiLetterOrDigit)) ? $"[\"{string.Join("\",\"", distinct)}\"]" : JsonSerializer.Serialize(distinct);
    }

    private FileRejectedException Twice(XmlElement row, XmlColumn column)
    {
        var second = row.Own(column.Name, form).Last();
        return new FileRejectedException("xml-repeated-element", $"{column.Name} stands twice in one {row.Name}.", "Leave the one that is right, and load again.",
            $"line {second.Line}, {second.Path}");
    }
}

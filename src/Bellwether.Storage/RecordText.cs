using System.Buffers;
using System.Globalization;
using System.Text;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>
/// A record's fields as one line of text: tab between fields, in the kind's order. Numbers in a store must outlive code lists and text
/// pools, so codes and texts are written out. Unknown is an empty cell, none is <c>-</c>, a text begins with <c>'</c>; in a text a tab,
/// a line end and a backslash are written <c>\t</c>, <c>\n</c>, <c>\r</c> and <c>\\</c>.
/// </summary>
internal sealed class RecordText(CodeLists codes)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\t\n\r\\");

    private readonly StringBuilder _line = new();
    private readonly Dictionary<string, Dictionary<string, int>> _indexes = new(StringComparer.Ordinal);

    /// <summary>Writes one cell.</summary>
    public string Cell(RecordField field, int cell, TextPool texts)
    {
        _line.Clear();
        Append(field, cell, texts);
        return _line.ToString();
    }

    /// <summary>Writes one row of a table.</summary>
    public string Write(RecordTable table, int row, TextPool texts)
    {
        _line.Clear();
        var fields = table.Kind.Fields;
        for (var f = 0; f < fields.Count; f++)
        {
            if (f > 0) _line.Append('\t');
            Append(fields[f], table[row, f], texts);
        }
        return _line.ToString();
    }

    /// <summary>
    /// Reads a line into a new row's cells. A line written before the kind gained a field leaves that field as the row began.
    /// A code that is no longer listed, and a cell of another type than the field has now, read as unknown.
    /// </summary>
    public void Read(ReadOnlySpan<char> line, RecordTable table, int row, TextPool texts)
    {
        var fields = table.Kind.Fields;
        for (var f = 0; f < fields.Count; f++)
        {
            var tab = line.IndexOf('\t');
            table.Set(row, f, Read(fields[f], tab < 0 ? line : line[..tab], texts));
            if (tab < 0) break;
            line = line[(tab + 1)..];
        }
    }

    private void Append(RecordField field, int cell, TextPool texts)
    {
        if (cell == Days.Unknown) return;
        if (cell == Days.None) _line.Append('-');
        else if (field.Type == FieldType.Code) AppendText(codes[field.Of].Entries[cell].Code);
        else if (IsText(field.Type)) AppendText(texts[cell]);
        else AppendNumber(cell);
    }

    private static bool IsText(FieldType type) =>
        type is FieldType.CodeSet or FieldType.Text or FieldType.Link or FieldType.Worker or FieldType.Team;

    private void AppendNumber(int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        _line.Append(digits[..length]);
    }

    private void AppendText(string text)
    {
        _line.Append('\'');
        if (text.AsSpan().IndexOfAny(Special) < 0)
        {
            _line.Append(text);
            return;
        }
        foreach (var c in text)
            _ = c switch
            {
                '\t' => _line.Append("\\t"),
                '\n' => _line.Append("\\n"),
                '\r' => _line.Append("\\r"),
                '\\' => _line.Append("\\\\"),
                _ => _line.Append(c),
            };
    }

    private int Read(RecordField field, ReadOnlySpan<char> cell, TextPool texts)
    {
        if (cell.IsEmpty) return Days.Unknown;
        if (cell.Length == 1 && cell[0] == '-') return Days.None;
        var isCode = field.Type == FieldType.Code;
        if ((cell[0] == '\'') != (isCode || IsText(field.Type))) return Days.Unknown;
        if (cell[0] != '\'') return int.Parse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var text = cell.Contains('\\') ? Plain(cell[1..]).AsSpan() : cell[1..];
        return isCode ? IndexOf(field.Of, text) : texts.Add(text);
    }

    private static string Plain(ReadOnlySpan<char> written)
    {
        var plain = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
            plain.Append(written[i] != '\\' ? written[i] : written[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var c => c });
        return plain.ToString();
    }

    private int IndexOf(string list, ReadOnlySpan<char> code)
    {
        if (!_indexes.TryGetValue(list, out var indexes)) _indexes.Add(list, indexes = new Dictionary<string, int>(StringComparer.Ordinal));
        var lookup = indexes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(code, out var index)) return index;
        index = codes.TryGet(list, out var entries) ? entries!.Index(code.ToString()) : -1;
        return lookup[code] = index < 0 ? Days.Unknown : index;
    }
}

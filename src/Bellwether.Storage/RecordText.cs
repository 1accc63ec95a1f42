using System.Globalization;
using System.Text;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>
/// A record's fields as one line of text: tab between fields, in the kind's order. Numbers in a store must outlive code lists and text
/// pools, so codes and texts are written out. Unknown is an empty cell, none is <c>-</c>, a text begins with <c>'</c>.
/// </summary>
internal sealed class RecordText(CodeLists codes)
{
    private readonly StringBuilder _line = new();

    /// <summary>Writes one row of a table.</summary>
    public string Write(RecordTable table, int row, TextPool texts)
    {
        _line.Clear();
        for (var f = 0; f < table.Kind.Fields.Count; f++)
        {
            if (f > 0) _line.Append('\t');
            var cell = table[row, f];
            if (cell == Days.Unknown) continue;
            if (cell == Days.None) _line.Append('-');
            else Append(table.Kind.Fields[f], cell, texts);
        }
        return _line.ToString();
    }

    private void Append(RecordField field, int cell, TextPool texts)
    {
        switch (field.Type)
        {
            case FieldType.Code:
                _line.Append('\'').Append(codes[field.Of].Entries[cell].Code);
                break;
            case FieldType.CodeSet or FieldType.Text or FieldType.Link or FieldType.Worker or FieldType.Team:
                _line.Append('\'').Append(texts[cell]);
                break;
            default:
                _line.Append(CultureInfo.InvariantCulture, $"{cell}");
                break;
        }
    }

    /// <summary>
    /// Reads a line into a new row's cells. A line written before the kind gained a field leaves that field as the row began.
    /// A code that is no longer listed reads as unknown.
    /// </summary>
    public void Read(ReadOnlySpan<char> line, RecordTable table, int row, TextPool texts)
    {
        var fields = table.Kind.Fields;
        for (var f = 0; f < fields.Count; f++)
        {
            var tab = line.IndexOf('\t');
            var cell = tab < 0 ? line : line[..tab];
            table.Set(row, f, Cell(fields[f], cell, texts));
            if (tab < 0) break;
            line = line[(tab + 1)..];
        }
    }

    private int Cell(RecordField field, ReadOnlySpan<char> cell, TextPool texts)
    {
        if (cell.IsEmpty) return Days.Unknown;
        if (cell.Length == 1 && cell[0] == '-') return Days.None;
        if (cell[0] != '\'') return int.Parse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (field.Type != FieldType.Code) return texts.Add(cell[1..]);
        var index = codes[field.Of].Index(cell[1..].ToString());
        return index < 0 ? Days.Unknown : index;
    }
}

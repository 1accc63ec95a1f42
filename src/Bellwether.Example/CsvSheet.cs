using System.Text;

namespace Bellwether.Example;

/// <summary>One CSV: UTF-8 without a mark, line feeds, quotes only where needed.</summary>
internal sealed class CsvSheet
{
    private readonly StringBuilder _text = new();
    private readonly int _columns;

    public CsvSheet(string headings)
    {
        _columns = headings.Split(',').Length;
        _text.Append(headings).Append('\n');
    }

    public int Rows { get; private set; }

    public void Row(params ReadOnlySpan<string> cells)
    {
        if (cells.Length != _columns) throw new InvalidOperationException($"{cells.Length} cells for {_columns} columns: {string.Join('|', cells)}");
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) _text.Append(',');
            Cell(cells[i]);
        }
        _text.Append('\n');
        Rows++;
    }

    private void Cell(string text)
    {
        if (text.AsSpan().IndexOfAny(',', '"', '\n') < 0)
        {
            _text.Append(text);
            return;
        }
        _text.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    public void Save(string folder, string name) => File.WriteAllText(Path.Combine(folder, name), _text.ToString(), new UTF8Encoding(false));
}

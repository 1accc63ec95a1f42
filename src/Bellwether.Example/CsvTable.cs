using System.Text;

namespace Bellwether.Example;

/// <summary>A CSV that this project wrote, read back to be spoilt. Row numbers are lines of the file, the headings being line 1.</summary>
internal sealed class CsvTable
{
    private readonly string _path;
    private string[] _columns;

    public CsvTable(string path)
    {
        _path = path;
        var lines = File.ReadAllLines(path);
        _columns = lines[0].Split(',');
        foreach (var line in lines.Skip(1)) Rows.Add(Split(line));
    }

    public List<string[]> Rows { get; } = [];

    public int this[string column] => Array.IndexOf(_columns, column) is var at && at >= 0 ? at : throw new ArgumentException($"no column {column}", nameof(column));

    /// <summary>The index of the first row from the middle on that a rule holds for.</summary>
    public int Find(Func<string[], bool> rule)
    {
        var at = Rows.FindIndex(Rows.Count / 2, r => rule(r));
        return at >= 0 ? at : Rows.FindIndex(r => rule(r)) is var any && any >= 0 ? any : throw new InvalidOperationException($"{Path.GetFileName(_path)} has no row to spoil this way");
    }

    /// <summary>Adds a row at the end and gives its line.</summary>
    public int Append(string[] row)
    {
        Rows.Add(row);
        return Line(Rows.Count - 1);
    }

    /// <summary>Leaves a column out.</summary>
    public void Drop(string column)
    {
        var at = this[column];
        _columns = [.. _columns.Where((_, i) => i != at)];
        for (var r = 0; r < Rows.Count; r++) Rows[r] = [.. Rows[r].Where((_, i) => i != at)];
    }

    public void Rename(string column, string name) => _columns[this[column]] = name;

    /// <summary>Writes a description where it knows one for the cell.</summary>
    public void Describe(string column, IReadOnlyDictionary<string, string> words)
    {
        var at = this[column];
        foreach (var row in Rows) row[at] = words.GetValueOrDefault(row[at], row[at]);
    }

    /// <summary>Rewrites every cell, told its heading.</summary>
    public void EachCell(Func<string, string, string> write)
    {
        foreach (var row in Rows)
            for (var c = 0; c < row.Length; c++) row[c] = write(_columns[c], row[c]);
    }

    public void InCapitals() => _columns = [.. _columns.Select(c => c.ToUpperInvariant())];

    public static int Line(int index) => index + 2;

    public void Save()
    {
        var text = new StringBuilder(string.Join(',', _columns)).Append('\n');
        foreach (var row in Rows)
            text.AppendJoin(',', row.Select(c => c.AsSpan().IndexOfAny(',', '"') < 0 ? c : $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        File.WriteAllText(_path, text.ToString(), new UTF8Encoding(false));
    }

    private static string[] Split(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.Split(',');
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var ch = line[i];
            if (ch == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[++i]);
            else if (ch == '"') quoted = !quoted;
            else if (ch == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(ch);
        }
        cells.Add(cell.ToString());
        return [.. cells];
    }
}

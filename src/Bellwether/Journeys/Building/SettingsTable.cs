using System.Globalization;
using System.Text;
using Bellwether.Codes;

namespace Bellwether.Journeys.Building;

/// <summary>A small settings CSV: a heading line, commas, quotes around a text that holds a comma or a quote, # for a remark.</summary>
internal static class SettingsTable
{
    /// <summary>The rows of a file; none where there is no file. Columns may stand in any order; one that is not known is an error.</summary>
    public static List<SettingsRow> Read(string file, string[] columns)
    {
        var rows = new List<SettingsRow>();
        if (!File.Exists(file)) return rows;
        string[]? headings = null;
        var number = 0;
        foreach (var line in File.ReadLines(file, Encoding.UTF8))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#')) continue;
            var cells = Split(line, file, number);
            if (headings is null)
            {
                headings = [.. cells.Select(c => c.ToLowerInvariant())];
                var unknown = headings.Except(columns, StringComparer.Ordinal).FirstOrDefault();
                if (unknown is not null) throw new ShelfException(file, number, $"the column \"{unknown}\" is not known. The columns are {string.Join(",", columns)}.");
                if (!headings.Contains(columns[0])) throw new ShelfException(file, number, $"has no heading {columns[0]}. Begin with {string.Join(",", columns)}.");
                continue;
            }
            if (cells.Count > headings.Length) throw new ShelfException(file, number, $"has {cells.Count} cells under {headings.Length} headings. Put a text that holds a comma in quotes.");
            rows.Add(new SettingsRow(file, number, headings, cells));
        }
        return rows;
    }

    private static List<string> Split(string line, string file, int number)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted) Take();
            else cell.Append(line[i]);
        }
        if (quoted) throw new ShelfException(file, number, "has a quote that is not closed.");
        Take();
        return cells;

        void Take()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}

/// <summary>One line of a settings CSV, read by heading; a cell that is not there is empty.</summary>
internal sealed class SettingsRow(string file, int line, string[] headings, List<string> cells)
{
    public string this[string column] => Array.IndexOf(headings, column) is var at && at >= 0 && at < cells.Count ? cells[at] : "";

    public string Needed(string column) => this[column] is { Length: > 0 } text ? text : throw Fault($"lacks {column}.");

    public long Whole(string column) =>
        long.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Fault($"has \"{this[column]}\" for {column}. Write a whole number without commas.");

    public DateOnly? Day(string column) =>
        this[column].Length == 0 ? null
        : Calendar.DateText.TryParse(this[column].AsSpan(), out var date) ? date
        : throw Fault($"has \"{this[column]}\" for {column}. Write the day as 2024-03-15.");

    public ShelfException Fault(string what) => new(file, line, what);
}

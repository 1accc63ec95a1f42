using System.Globalization;
using System.Text;
using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>
/// A plain settings CSV of a home, edited by hand and added to by the program: headings in line 1, in any order. What is wrong names file and
/// line.
/// </summary>
public static class SettingsFile
{
    /// <summary>Every line under the headings; nothing where the file is missing.</summary>
    /// <exception cref="ShelfException">A heading is missing, or the file cannot be read.</exception>
    public static IReadOnlyList<SettingsLine> Read(string path, params ReadOnlySpan<string> headings)
    {
        if (!File.Exists(path)) return [];
        using var table = HeadedTable.Open(path);
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var c = 0; c < table.Headings.Count; c++) columns.TryAdd(table.Headings[c], c);
        foreach (var heading in headings)
            if (!columns.ContainsKey(heading))
                throw new ShelfException(path, table.At, $"The heading {heading} is missing. The headings are {string.Join(", ", headings)}.");
        var lines = new List<SettingsLine>();
        while (table.Read())
            lines.Add(new SettingsLine(path, table.At, columns.ToDictionary(c => c.Key, c => table.Text(c.Value), StringComparer.OrdinalIgnoreCase)));
        return lines;
    }

    /// <summary>Adds lines under the file's own headings, in whatever order they stand; makes the file where it is missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="headings">The headings of a new file.</param>
    /// <param name="lines">Cells in the order of <paramref name="headings"/>; those of a column that the file lacks are not kept.</param>
    /// <exception cref="ShelfException">The file that is there cannot be read.</exception>
    public static void Add(string path, string[] headings, params IEnumerable<IReadOnlyList<string>> lines)
    {
        if (!File.Exists(path))
        {
            WriteWhole(path, Text([headings, .. lines]));
            return;
        }
        int[] columns;
        using (var table = HeadedTable.Open(path))
            columns = [.. table.Headings.Select(own => Array.FindIndex(headings, h => h.Equals(own, StringComparison.OrdinalIgnoreCase)))];
        var old = File.ReadAllText(path);
        WriteWhole(path, old + (old.EndsWith('\n') ? "" : "\n") + Text(lines.Select(cells => columns.Select(c => c < 0 ? "" : cells[c]))));
    }

    /// <summary>Lines of CSV, each cell on one line and quoted where needed.</summary>
    public static string Text(IEnumerable<IEnumerable<string>> lines) => string.Concat(lines.Select(cells => string.Join(',', cells.Select(Cell)) + "\n"));

    /// <summary>Writes a file beside the old one and puts it in its place: a reader sees the old or the new, never a part.</summary>
    public static void WriteWhole(string path, string text)
    {
        var part = path + ".new";
        using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }
        File.Move(part, path, overwrite: true);
    }

    private static string Cell(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.AsSpan().IndexOfAny(',', '"') < 0 ? line : $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

/// <summary>One line of a settings CSV.</summary>
/// <param name="File">Path as opened.</param>
/// <param name="At">1-based line.</param>
/// <param name="Cells">Trimmed text by heading.</param>
public sealed record SettingsLine(string File, int At, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cell under a heading; empty where the file has no such heading.</summary>
    public string this[string heading] => Cells.GetValueOrDefault(heading, "");

    /// <summary>A date, or null where the cell is empty.</summary>
    /// <exception cref="ShelfException">It is neither.</exception>
    public DateOnly? Date(string heading)
    {
        if (this[heading].Length == 0) return null;
        return DateText.TryParse(this[heading].AsSpan(), out var date) ? date : throw Wrong(heading, "a date such as 2024-04-01");
    }

    /// <summary>A number, or null where the cell is empty.</summary>
    /// <exception cref="ShelfException">It is neither.</exception>
    public decimal? Number(string heading)
    {
        if (this[heading].Length == 0) return null;
        return decimal.TryParse(this[heading], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(heading, "a number such as 82.5");
    }

    /// <summary>A cell that may not be empty.</summary>
    /// <exception cref="ShelfException">It is empty.</exception>
    public string Required(string heading) => this[heading].Length > 0 ? this[heading] : throw Wrong(heading, "a value");

    /// <summary>The complaint about one cell.</summary>
    public ShelfException Wrong(string heading, string wanted) =>
        new(File, At, $"{heading} is \"{this[heading]}\". It needs {wanted}.");
}

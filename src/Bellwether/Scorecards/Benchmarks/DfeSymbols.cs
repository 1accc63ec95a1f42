using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Scorecards;

/// <summary>
/// LAIT prints one "-" for suppressed, not available and not applicable. Where the DfE's own table is shipped, its symbol says
/// which of them it is. Which column of which table holds a measure stands in <c>columns.csv</c>; a table is read when first asked for.
/// </summary>
internal sealed class DfeSymbols(string folder)
{
    private readonly ConcurrentDictionary<string, Dictionary<(int Area, string Year), string>> _read = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<SettingsLine>> _columns = new(() =>
        SettingsFile.Read(Path.Combine(folder, "columns.csv"), "measure", "file", "column", "where"));

    /// <summary>The text of the DfE's cell for an authority and year; empty where no table is shipped for the measure or it has no such row.</summary>
    /// <exception cref="ShelfException">The table is missing, cannot be read, or lacks a column named for it.</exception>
    public string At(string measure, int authority, string year) =>
        _read.GetOrAdd(measure, Load).GetValueOrDefault((authority, year), "");

    private Dictionary<(int, string), string> Load(string measure)
    {
        if (_columns.Value.FirstOrDefault(l => l["measure"] == measure) is not { } line) return [];
        using var table = HeadedTable.Open(Path.Combine(folder, line["file"]));
        return Load(table, line);
    }

    private static Dictionary<(int, string), string> Load(HeadedTable table, SettingsLine line)
    {
        var cells = new Dictionary<(int, string), string>();
        var (area, year, value) = (table.Column("old_la_code"), table.Column("time_period"), table.Column(line["column"]));
        var wanted = line["where"].Split(';', StringSplitOptions.RemoveEmptyEntries).Append("geographic_level=Local authority")
            .Select(w => w.Split('=', 2)).Select(w => (Column: table.Column(w[0]), Text: Encoding.UTF8.GetBytes(w[1]))).ToArray();
        while (table.Read())
            if (Array.TrueForAll(wanted, w => table.Utf8(w.Column).SequenceEqual(w.Text))
                && int.TryParse(table.Utf8(area), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                cells[(number, table.Text(year))] = table.Text(value);
        return cells;
    }
}

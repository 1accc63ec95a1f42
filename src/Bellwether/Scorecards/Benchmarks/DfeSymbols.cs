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
    private readonly ConcurrentDictionary<(string Measure, string Heading), Dictionary<(int Area, string Year), string>> _read = new();
    private readonly Lazy<IReadOnlyList<SettingsLine>> _columns = new(() =>
        SettingsFile.Read(Path.Combine(folder, "columns.csv"), "measure", "file", "column", "where"));

    /// <summary>The text of the DfE's cell for an authority and year; empty where no table is shipped for the measure or it has no such row.</summary>
    /// <exception cref="ShelfException">The table is missing, cannot be read, or lacks a column named for it.</exception>
    public string At(string measure, int authority, string year) =>
        _read.GetOrAdd((measure, "column"), Load).GetValueOrDefault((authority, year), "");

    /// <summary>The cases that a percentage stands on; null where the table does not say.</summary>
    public decimal? CasesAt(string measure, int authority, string year) =>
        decimal.TryParse(_read.GetOrAdd((measure, "cases"), Load).GetValueOrDefault((authority, year), ""), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : null;

    private Dictionary<(int, string), string> Load((string Measure, string Heading) asked)
    {
        if (_columns.Value.FirstOrDefault(l => l["measure"] == asked.Measure) is not { } line || line[asked.Heading].Length == 0) return [];
        using var table = HeadedTable.Open(Path.Combine(folder, line["file"]));
        return Load(table, line, asked.Heading);
    }

    private static Dictionary<(int, string), string> Load(HeadedTable table, SettingsLine line, string heading)
    {
        var cells = new Dictionary<(int, string), string>();
        var (area, year, value) = (table.Column("old_la_code"), table.Column("time_period"), table.Column(line[heading]));
        var wanted = line["where"].Split(';', StringSplitOptions.RemoveEmptyEntries).Append("geographic_level=Local authority")
            .Select(w => w.Split('=', 2)).Select(w => (Column: table.Column(w[0]), Text: Encoding.UTF8.GetBytes(w[1]))).ToArray();
        while (table.Read())
            if (Array.TrueForAll(wanted, w => table.Utf8(w.Column).SequenceEqual(w.Text))
                && int.TryParse(table.Utf8(area), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                cells[(number, table.Text(year))] = table.Text(value);
        return cells;
    }
}

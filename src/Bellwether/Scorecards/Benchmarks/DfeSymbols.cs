using Bellwether.Extracts;
using Bellwether.Extracts.Reading;

namespace Bellwether.Scorecards;

/// <summary>
/// LAIT prints one "-" for suppressed, not available and not applicable. Where the DfE's own table is shipped, its symbol says
/// which of them it is. Which column of which table holds a measure stands in <c>dfe/columns.csv</c>.
/// </summary>
internal sealed class DfeSymbols(string folder)
{
    private readonly Lazy<IReadOnlyList<SettingsLine>> _columns = new(() =>
        SettingsFile.Read(Path.Combine(folder, "columns.csv"), "measure", "file", "column", "where"));

    /// <summary>The cell of an authority and year in the DfE's table; null where no table is shipped for the measure or it has no such row.</summary>
    public PublishedCell? At(string measure, int authority, string year)
    {
        if (_columns.Value.FirstOrDefault(l => l["measure"] == measure) is not { } line) return null;
        var path = Path.Combine(folder, line["file"]);
        var wanted = line["where"].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('=', 2))
            .Append(["geographic_level", "Local authority"]).Append(["old_la_code", $"{authority}"]).Append(["time_period", year]).ToList();
        try
        {
            using var file = TableFile.Open(path, ReadingLimits.Default);
            using var reader = file.Read(0);
            if (!reader.Read()) return null;
            var headings = Enumerable.Range(0, reader.CellCount).Select(c => reader.Text(c).Trim()).ToList();
            var asked = wanted.Select(w => (Column: headings.IndexOf(w[0]), Value: System.Text.Encoding.UTF8.GetBytes(w[1]))).OrderByDescending(w => w.Column).ToList();
            var column = headings.IndexOf(line["column"]);
            if (column < 0 || asked.Any(a => a.Column < 0)) throw line.Wrong("column", $"headings that {line["file"]} has");
            while (reader.Read())
                if (asked.TrueForAll(a => reader.Utf8(a.Column).SequenceEqual(a.Value)))
                    return PublishedCell.Read(reader.Utf8(column));
            return null;
        }
        catch (FileRejectedException e)
        {
            throw new Codes.ShelfException(path, 0, e.Message);
        }
    }
}

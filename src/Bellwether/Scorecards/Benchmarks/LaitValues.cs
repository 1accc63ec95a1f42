using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Scorecards;

/// <summary>The values of one measure: every area and year that the file has.</summary>
internal sealed class MeasureValues
{
    private readonly Dictionary<(int Area, string Year), PublishedCell> _cells = [];
    private readonly List<string> _years = [];
    private string[]? _sorted;

    /// <summary>Year labels, latest first by their first four characters, as LAIT sorts them; a label without a number last.</summary>
    public IReadOnlyList<string> Years => _sorted ??=
        [.. _years.OrderByDescending(y => int.TryParse(y.AsSpan(0, Math.Min(4, y.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1)];

    /// <summary>The latest year: the greatest label as text, over all rows of the measure.</summary>
    public string Latest => _years.Max(StringComparer.Ordinal)!;

    /// <summary>Areas and years that the file gives twice, differently; the first counts.</summary>
    public List<string> Contradictions { get; } = [];

    public PublishedCell At(int area, string year) => _cells.TryGetValue((area, year), out var cell) ? cell : PublishedCell.NoRow;

    public void Add(PublishedArea area, string year, PublishedCell cell)
    {
        if (!_years.Contains(year)) _years.Add(year);
        if (!_cells.TryAdd((area.Number, year), cell) && _cells[(area.Number, year)] != cell)
            Contradictions.Add($"{area.Name} {year} is given twice in the values, differently; the first is used.");
    }
}

/// <summary>LAIT's values, read once from front to back; numbers are read as text is, so that nothing is lost or invented.</summary>
internal sealed class LaitValues
{
    private static readonly string[] Headings = ["Short Desc", "Years", "LA and Regions", "Values", "LA Number", "Region"];
    private readonly Dictionary<string, MeasureValues> _measures = new(StringComparer.Ordinal);

    private LaitValues()
    {
    }

    /// <summary>Every area, by number.</summary>
    public Dictionary<int, PublishedArea> Areas { get; } = [];

    /// <summary>The measure's values; null where the file has none.</summary>
    public MeasureValues? Of(string measure) => _measures.GetValueOrDefault(measure);

    /// <exception cref="ShelfException">The file is missing, damaged, or lacks a heading.</exception>
    public static LaitValues Load(string path)
    {
        if (!File.Exists(path)) throw new ShelfException(path, 0, "The file is missing. It holds the published values of every authority.");
        using var table = HeadedTable.Open(path);
        var read = new LaitValues();
        read.Read(table);
        return read;
    }

    private void Read(HeadedTable table)
    {
        var at = Array.ConvertAll(Headings, table.Column);
        var (measure, year) = (new Repeated(), new Repeated());
        while (table.Read())
        {
            var label = year.Text(table.Utf8(at[1]));
            if (label is "" or "NA" || !Utf8Parser.TryParse(table.Utf8(at[4]), out int number, out _)) continue;
            if (!Areas.TryGetValue(number, out var area))
                Areas[number] = area = new PublishedArea(number, table.Text(at[2]), table.Text(at[5]) is "NA" ? "" : table.Text(at[5]));
            var name = measure.Text(table.Utf8(at[0]));
            if (!_measures.TryGetValue(name, out var values)) _measures[name] = values = new MeasureValues();
            values.Add(area, label, PublishedCell.Read(table.Utf8(at[3])));
        }
    }

    /// <summary>A column whose text stays the same over many rows.</summary>
    private sealed class Repeated
    {
        private byte[] _bytes = [];
        private string _text = "";

        public string Text(ReadOnlySpan<byte> bytes)
        {
            if (bytes.SequenceEqual(_bytes)) return _text;
            _bytes = bytes.ToArray();
            _text = string.Intern(Encoding.UTF8.GetString(bytes).Trim());
            return _text;
        }
    }
}

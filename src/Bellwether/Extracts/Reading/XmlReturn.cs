using System.Globalization;
using Bellwether.Calendar;

namespace Bellwether.Extracts.Reading;

/// <summary>A CIN census file that was read through once: it is sound, and this is what it says of itself and what it holds beside its tables.</summary>
internal sealed class XmlReturn
{
    private readonly string _path;
    private readonly ReadingLimits _limits;
    private int _empty, _firstEmpty;

    private XmlReturn(string path, ReadingLimits limits) => (_path, _limits) = (path, limits);

    /// <summary>The tables that have at least one row, and the records themselves.</summary>
    public IReadOnlyList<XmlTable> Tables { get; private set; } = [];

    /// <summary>Unknown elements, each with its first line.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The reference date in its header; null where it has none that can be read.</summary>
    public DateOnly? ReferenceDate { get; private set; }

    /// <summary>What its header says, by the name of the element.</summary>
    public IReadOnlyDictionary<string, string> Header { get; private set; } = new Dictionary<string, string>();

    /// <exception cref="FileRejectedException">It is no CIN census, or is damaged, hostile or too large.</exception>
    public static XmlReturn Examine(string path, ReadingLimits limits)
    {
        var census = new XmlReturn(path, limits);
        var unknown = new SortedDictionary<string, (int Line, int Count)>(StringComparer.Ordinal);
        using var records = new XmlRecords(path, limits);
        var count = 0;
        var held = new HashSet<string>(StringComparer.Ordinal) { CinCensusXml.Record };
        while (records.Next() is { } record)
        {
            if (++count > limits.Rows) throw TooMany(limits);
            census.CountUnknown(record, unknown, held);
        }
        census.Tables = [.. CinCensusXml.Tables.Where(t => held.Contains(t.Element))];
        if (!records.Header.GetValueOrDefault("Collection", count > 0 ? "CIN" : "").Equals("CIN", StringComparison.OrdinalIgnoreCase))
            throw FileRecognition.NotATable(FileKind.Xml);
        if (records.Header.TryGetValue("ReferenceDate", out var said) && DateText.TryParse(System.Text.Encoding.UTF8.GetBytes(said), out var date) && date.Year is >= 1900 and <= 2099) census.ReferenceDate = date;
        census.Header = records.Header;
        foreach (var (name, (line, times)) in unknown.Take(20))
            census.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"The element {name} is not known here and was passed over: {times}, the first on line {line}."));
        if (census._empty > 0)
            census.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"Elements that stand empty: {census._empty}, the first on line {census._firstEmpty}. They were read as if they were left out."));
        return census;
    }

    public TableReader Read(int table) => new XmlTableReader(new XmlRecords(_path, _limits), Tables[table], _limits);

    internal static FileRejectedException TooMany(ReadingLimits limits) =>
        new("xml-too-large", $"The return holds more than {limits.Rows:N0} records of one kind.", "Export a shorter period.");

    private void CountUnknown(XmlElement at, SortedDictionary<string, (int Line, int Count)> unknown, HashSet<string> held)
    {
        foreach (var e in at.Within)
        {
            if (!CinCensusXml.Known.Contains(e.Name))
            {
                var name = e.Name.Length > 40 ? e.Name[..40] : e.Name;
                if (unknown.TryGetValue(name, out var seen)) unknown[name] = (seen.Line, seen.Count + 1);
                else if (unknown.Count < 1000) unknown.Add(name, (e.Line, 1));
            }
            else if (e is { Text: "", IsNil: false, Within.Count: 0 } && CinCensusXml.IsValue(e.Name) && _empty++ == 0) _firstEmpty = e.Line;
            if (CinCensusXml.RowElements.Contains(e.Name)) held.Add(e.Name);
            CountUnknown(e, unknown, held);
        }
    }
}

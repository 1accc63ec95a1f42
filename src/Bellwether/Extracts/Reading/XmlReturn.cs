using System.Globalization;
using Bellwether.Calendar;

namespace Bellwether.Extracts.Reading;

/// <summary>A return that was read through once: it is sound, and this is what it says of itself and what it holds beside its tables.</summary>
internal sealed class XmlReturn
{
    private readonly FileSource _file;
    private readonly ReadingLimits _limits;
    private readonly XmlForm _form;
    private readonly SortedDictionary<string, (int Line, int Count)> _unknown = new(StringComparer.Ordinal);
    private readonly bool[] _isHeld;
    private XmlRows[]? _rows;
    private IReadOnlyList<int> _tables = [];
    private int _empty, _firstEmpty;

    private XmlReturn(FileSource file, XmlForm form, ReadingLimits limits)
    {
        (_file, _form, _limits) = (file, form, limits);
        _rows = [.. form.Tables.Select(t => new XmlRows(form, t, limits))];
        _isHeld = new bool[form.Tables.Count];
        _isHeld[0] = true;
    }

    /// <summary>The tables that have at least one row, and the records themselves.</summary>
    public IReadOnlyList<XmlTable> Tables => [.. _tables.Select(t => _form.Tables[t])];

    /// <summary>Unknown elements, each with its first line.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The reference date in its header; null where it has none that can be read.</summary>
    public DateOnly? ReferenceDate { get; private set; }

    /// <summary>What its header says, by the name of the element.</summary>
    public IReadOnlyDictionary<string, string> Header { get; private set; } = new Dictionary<string, string>();

    /// <summary>It holds changes to what an earlier file told, or asks for deletions: what it lacks says nothing.</summary>
    public bool IsPartial { get; private set; }

    /// <exception cref="FileRejectedException">It is damaged, hostile, too large, or no return that is known here.</exception>
    public static XmlReturn Examine(FileSource file, FileLooks looks, ReadingLimits limits)
    {
        var form = looks.Kind == FileKind.Json ? DailyFlowJson.Form : XmlForm.Of(file, looks.Root, limits) ?? throw NotKnown(looks.Root);
        var read = new XmlReturn(file, form, limits);
        using var records = read.Records();
        var count = 0;
        while (records.Next() is { } record)
        {
            if (++count > limits.Rows) throw TooMany(limits);
            read.Take(record, records.Header);
            // More than may be held: what was taken is given up, and each table reads the file again.
            if (count % 64 == 0 && read._rows?.Sum(r => r.Bytes) > limits.HeldBytes) read._rows = null;
            read.IsPartial |= form.Root.Length == 0 && DailyFlowJson.IsPartial(record);
        }
        read._tables = [.. Enumerable.Range(0, form.Tables.Count).Where(t => read._isHeld[t])];
        if (count == 0 && (form.Root.Length == 0 || !form.Collection.Equals(records.Header.GetValueOrDefault("Collection", ""), StringComparison.OrdinalIgnoreCase))) throw NotKnown(looks.Root);
        if (records.Header.TryGetValue("ReferenceDate", out var said) && DateText.TryParse(System.Text.Encoding.UTF8.GetBytes(said), out var date) && date.Year is >= 1900 and <= 2099) read.ReferenceDate = date;
        read.Header = records.Header;
        foreach (var (name, (line, times)) in read._unknown.Take(20))
            read.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{(name.Length > 0 ? $"The element {name}" : "An element whose name is not one word")} is not known here and was passed over: {times}, the first {(form.Root.Length > 0 ? "on line" : "in child")} {line}."));
        if (read._empty > 0)
            read.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"Elements that stand empty: {read._empty}, the first on line {read._firstEmpty}. They were read as if they were left out."));
        return read;
    }

    public TableReader Read(int table) => _rows is not null
        ? new XmlTableReader(_rows[_tables[table]], null)
        : new XmlTableReader(new XmlRows(_form, _form.Tables[_tables[table]], _limits), Records());

    internal static FileRejectedException TooMany(ReadingLimits limits) =>
        new("xml-too-large", $"The return holds more than {limits.Rows:N0} records of one kind.", "Export a shorter period.");

    private ReturnRecords Records() => _form.Root.Length == 0 ? new JsonRecords(_file, _limits) : new XmlRecords(_file, _form.Records, _form.Ids, _limits);

    private static FileRejectedException NotKnown(string? root) => root is { Length: > 0 }
        ? new("file-not-xlsx", $"It is XML, and no return known here begins with the element {(root.Length > 40 ? root[..40] : root)} and such a header.",
            $"Load a return: {string.Join(", ", XmlForm.All.Select(f => f.Name))}; or the workbook or CSV file that the data is in.")
        : FileRecognition.NotATable(FileKind.Json);

    private void Take(XmlElement at, IReadOnlyDictionary<string, string> header)
    {
        if (at.Id >= 0)
            foreach (var t in _form.TablesOf[at.Id])
            {
                _rows?[t].Add(at, header);
                _isHeld[t] = _isHeld[t] || _form.Tables[t].Has(at, _form);
            }
        foreach (var e in at.Within)
        {
            if (e.Id < 0) Note(e);
            else if (e is { Text: "", IsNil: false, Within.Count: 0 } && _form.Root.Length > 0 && _form.IsValue[e.Id] && _empty++ == 0) _firstEmpty = e.Line;
            Take(e, header);
        }
    }

    private void Note(XmlElement unknown)
    {
        // A name in JSON may be anything, somebody's words among it.
        var name = !unknown.Name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ':') ? "" : unknown.Name.Length > 40 ? unknown.Name[..40] : unknown.Name;
        if (_unknown.TryGetValue(name, out var seen)) _unknown[name] = (seen.Line, seen.Count + 1);
        else if (_unknown.Count < 1000) _unknown.Add(name, (unknown.Line, 1));
    }
}

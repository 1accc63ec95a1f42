using System.Globalization;
using Bellwether.Calendar;

namespace Bellwether.Extracts.Reading;

/// <summary>A return that was read through once: it is sound, and this is what it says of itself and what it holds beside its tables.</summary>
internal sealed class XmlReturn
{
    private readonly FileSource _file;
    private readonly ReadingLimits _limits;
    private readonly XmlForm _form;
    private int _empty, _firstEmpty;

    private XmlReturn(FileSource file, XmlForm form, ReadingLimits limits) => (_file, _form, _limits) = (file, form, limits);

    /// <summary>The tables that have at least one row, and the records themselves.</summary>
    public IReadOnlyList<XmlTable> Tables { get; private set; } = [];

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
        var unknown = new SortedDictionary<string, (int Line, int Count)>(StringComparer.Ordinal);
        using var records = read.Records();
        var count = 0;
        var held = new HashSet<XmlTable> { form.Tables[0] };
        while (records.Next() is { } record)
        {
            if (++count > limits.Rows) throw TooMany(limits);
            read.Note(record, unknown, held);
            read.IsPartial |= form.Root.Length == 0 && DailyFlowJson.IsPartial(record);
        }
        read.Tables = [.. form.Tables.Where(held.Contains)];
        if (count == 0 && (form.Root.Length == 0 || !form.Collection.Equals(records.Header.GetValueOrDefault("Collection", ""), StringComparison.OrdinalIgnoreCase))) throw NotKnown(looks.Root);
        if (records.Header.TryGetValue("ReferenceDate", out var said) && DateText.TryParse(System.Text.Encoding.UTF8.GetBytes(said), out var date) && date.Year is >= 1900 and <= 2099) read.ReferenceDate = date;
        read.Header = records.Header;
        foreach (var (name, (line, times)) in unknown.Take(20))
            read.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{(name.Length > 0 ? $"The element {name}" : "An element whose name is not one word")} is not known here and was passed over: {times}, the first {(form.Root.Length > 0 ? "on line" : "in child")} {line}."));
        if (read._empty > 0)
            read.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"Elements that stand empty: {read._empty}, the first on line {read._firstEmpty}. They were read as if they were left out."));
        return read;
    }

    public TableReader Read(int table) => new XmlTableReader(Records(), _form, Tables[table], _limits);

    internal static FileRejectedException TooMany(ReadingLimits limits) =>
        new("xml-too-large", $"The return holds more than {limits.Rows:N0} records of one kind.", "Export a shorter period.");

    private ReturnRecords Records() => _form.Root.Length == 0 ? new JsonRecords(_file, _limits) : new XmlRecords(_file, _form.Records, _limits);

    private static FileRejectedException NotKnown(string? root) => root is { Length: > 0 }
        ? new("file-not-xlsx", $"It is XML, and no return known here begins with the element {(root.Length > 40 ? root[..40] : root)} and such a header.",
            $"Load a return: {string.Join(", ", XmlForm.All.Select(f => f.Name))}; or the workbook or CSV file that the data is in.")
        : FileRecognition.NotATable(FileKind.Json);

    private void Note(XmlElement at, SortedDictionary<string, (int Line, int Count)> unknown, HashSet<XmlTable> held)
    {
        foreach (var table in _form.Tables)
            if (table.Element == at.Name && !held.Contains(table) && table.Has(at, _form)) held.Add(table);
        foreach (var e in at.Within)
        {
            if (!_form.Known.Contains(e.Name))
            {
                // A name in JSON may be anything, somebody's words among it.
                var name = !e.Name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ':') ? "" : e.Name.Length > 40 ? e.Name[..40] : e.Name;
                if (unknown.TryGetValue(name, out var seen)) unknown[name] = (seen.Line, seen.Count + 1);
                else if (unknown.Count < 1000) unknown.Add(name, (e.Line, 1));
            }
            else if (_form.Root.Length > 0 && e is { Text: "", IsNil: false, Within.Count: 0 } && _form.IsValue(e.Name) && _empty++ == 0) _firstEmpty = e.Line;
            Note(e, unknown, held);
        }
    }
}

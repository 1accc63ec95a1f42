using System.Collections.Frozen;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// How a return is built: elements in any order, wrappers of lists passed through. What stands in the file and in no table is named in a note.
/// </summary>
/// <param name="Name">What people call the return.</param>
/// <param name="Root">Its root element; empty for JSON.</param>
/// <param name="Collection">What its header calls the collection; empty where it has no such header.</param>
/// <param name="Records">Elements that are read one after another, each as a small tree.</param>
/// <param name="Tables">Its tables; the first has a row for each record.</param>
/// <param name="Wrappers">Elements that only hold others.</param>
internal sealed record XmlForm(
    string Name, string Root, string Collection, IReadOnlySet<string> Records, IReadOnlyList<XmlTable> Tables, IReadOnlyList<string> Wrappers)
{
    private IReadOnlyDictionary<string, int>? _ids;
    private bool[]? _isRow, _isValue;
    private int[][]? _tablesOf;

    /// <summary>Every return as XML that is known here.</summary>
    public static IReadOnlyList<XmlForm> All { get; } = [CinCensusXml.Form, Ssda903Xml.Form, CswwXml.Form];

    /// <summary>Elements that make rows: a value within one belongs to it and not to what stands around it.</summary>
    public IReadOnlySet<string> RowElements { get; } = Tables.Select(t => t.Element).ToHashSet(StringComparer.Ordinal);

    /// <summary>Every element a record may hold: rows, values, and wrappers, some of them of files that case systems make.</summary>
    public IReadOnlySet<string> Known { get; } = Tables.SelectMany(t => t.Columns.Select(c => c.Name).Append(t.Element)).Concat(Wrappers)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>A number for each known name, from 0.</summary>
    public IReadOnlyDictionary<string, int> Ids => _ids ??= Known.Order(StringComparer.Ordinal).Select((n, i) => (n, i)).ToFrozenDictionary(p => p.n, p => p.i, StringComparer.Ordinal);

    /// <summary>By number of the name: the element makes a row.</summary>
    public IReadOnlyList<bool> IsRow => _isRow ??= [.. Names.Select(RowElements.Contains)];

    /// <summary>By number of the name: the element holds a value of a table.</summary>
    public IReadOnlyList<bool> IsValue => _isValue ??= [.. Names.Select(n => Tables.Any(t => t.Columns.Any(c => c.Name == n)))];

    /// <summary>By number of the name: the tables, by their place, of which the element makes a row.</summary>
    public IReadOnlyList<int[]> TablesOf => _tablesOf ??= [.. Names.Select(n => Enumerable.Range(0, Tables.Count).Where(t => Tables[t].Element == n).ToArray())];

    private IEnumerable<string> Names => Ids.OrderBy(p => p.Value).Select(p => p.Key);

    /// <summary>Which name of the form is which column of a table.</summary>
    public XmlColumnIds IdsOf(XmlTable table)
    {
        var columns = Enumerable.Repeat(-1, Ids.Count).ToArray();
        for (var c = 0; c < table.Columns.Count; c++)
            if (!table.Columns[c].IsInherited) columns[Ids[table.Columns[c].Name]] = c;
        return new XmlColumnIds(columns, [.. table.Columns.Select(c => Ids[c.Name])], columns[Ids[table.Element]]);
    }

    /// <summary>Some form has this root element.</summary>
    public static bool HasRoot(string? root) => root is { Length: > 0 } && All.Any(f => f.Root == root);

    /// <summary>The form of an XML file: by its root, then by what its header calls the collection, then by its first record; null for none.</summary>
    public static XmlForm? Of(FileSource file, string? root, ReadingLimits limits)
    {
        var fitting = All.Where(f => f.Root == root).ToList();
        if (fitting.Count < 2) return fitting.FirstOrDefault();
        using var records = new XmlRecords(file, fitting.SelectMany(f => f.Records).ToHashSet(StringComparer.Ordinal), fitting[0].Ids, limits);
        var first = records.Next();
        return records.Header.TryGetValue("Collection", out var said)
            ? fitting.Find(f => f.Collection.Equals(said, StringComparison.OrdinalIgnoreCase))
            : fitting.Find(f => first is not null && f.Records.Contains(first.Name));
    }
}

/// <summary>Columns of a table by the numbers of a form's names.</summary>
/// <param name="Columns">By number: the column that the element's value is in; -1 for none.</param>
/// <param name="Inherited">By column: the number of its name.</param>
/// <param name="OfRow">The column that the row's own text is in; -1 for none.</param>
internal sealed record XmlColumnIds(int[] Columns, int[] Inherited, int OfRow);

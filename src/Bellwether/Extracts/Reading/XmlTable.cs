namespace Bellwether.Extracts.Reading;

/// <summary>One column of a table read from a return.</summary>
/// <param name="Name">Its element.</param>
/// <param name="Holder">
/// Where the value stands, as an XPath, if not in the row's own element but around or beside it: it says whose row it is and fills no row by itself.
/// </param>
/// <param name="IsMany">The element may stand there several times: the values are given as a JSON array.</param>
/// <param name="As">The heading, where it is another word than the element.</param>
internal sealed record XmlColumn(string Name, string Holder = "", bool IsMany = false, string As = "")
{
    public bool IsInherited => Holder.Length > 0;

    public string Heading => As.Length > 0 ? As : Name;
}

/// <summary>A table read from a return: one row for each element of a name within a record.</summary>
/// <param name="Element">The element that makes a row.</param>
/// <param name="Path">Where it stands, as an XPath without numbers.</param>
/// <param name="Columns">Its columns in order.</param>
internal sealed record XmlTable(string Element, string Path, IReadOnlyList<XmlColumn> Columns)
{
    /// <summary>Columns one of which must say something for the element to make a row; 0, false and no say nothing. Empty: every element does.</summary>
    public IReadOnlyList<string> Any { get; init; } = [];

    /// <summary>The XPath of a column, for a message.</summary>
    public string PlaceOf(int column)
    {
        var at = Columns[column];
        return at.Name == Element ? Path : $"{(at.IsInherited ? at.Holder : Path)}/{at.Name}";
    }

    /// <summary>The element makes a row.</summary>
    public bool Has(XmlElement element, XmlForm form) =>
        Any.Count == 0 || Any.Any(a => element.Own(a, form).Any(e => e.Text.Trim() is { Length: > 0 } said && said is not ("0" or "false" or "FALSE" or "N")));
}

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
    /// <summary>Every return as XML that is known here.</summary>
    public static IReadOnlyList<XmlForm> All { get; } = [CinCensusXml.Form, Ssda903Xml.Form, CswwXml.Form];

    /// <summary>Elements that make rows: a value within one belongs to it and not to what stands around it.</summary>
    public IReadOnlySet<string> RowElements { get; } = Tables.Select(t => t.Element).ToHashSet(StringComparer.Ordinal);

    /// <summary>Every element a record may hold: rows, values, and wrappers, some of them of files that case systems make.</summary>
    public IReadOnlySet<string> Known { get; } = Tables.SelectMany(t => t.Columns.Select(c => c.Name).Append(t.Element)).Concat(Wrappers)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The element holds a value of a table.</summary>
    public bool IsValue(string name) => Tables.Any(t => t.Columns.Any(c => c.Name == name));

    /// <summary>Some form has this root element.</summary>
    public static bool HasRoot(string? root) => root is { Length: > 0 } && All.Any(f => f.Root == root);

    /// <summary>The form of an XML file: by its root, then by what its header calls the collection, then by its first record; null for none.</summary>
    public static XmlForm? Of(FileSource file, string? root, ReadingLimits limits)
    {
        var fitting = All.Where(f => f.Root == root).ToList();
        if (fitting.Count < 2) return fitting.FirstOrDefault();
        using var records = new XmlRecords(file, fitting.SelectMany(f => f.Records).ToHashSet(StringComparer.Ordinal), limits);
        var first = records.Next();
        return records.Header.TryGetValue("Collection", out var said)
            ? fitting.Find(f => f.Collection.Equals(said, StringComparison.OrdinalIgnoreCase))
            : fitting.Find(f => first is not null && f.Records.Contains(first.Name));
    }
}

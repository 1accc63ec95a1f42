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

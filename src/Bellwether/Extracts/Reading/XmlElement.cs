namespace Bellwether.Extracts.Reading;

/// <summary>One element of a record of an XML return, with what stands in it. Text beside elements is none of ours and is left out.</summary>
/// <param name="name">Its name without prefix.</param>
/// <param name="id">The name's number in the form (<see cref="XmlForm.Ids"/>); -1 for one that is not known there.</param>
/// <param name="line">The line of its start tag, from 1.</param>
/// <param name="around">The element around it; null for the record itself.</param>
internal sealed class XmlElement(string name, int id, int line, XmlElement? around)
{
    // Most elements hold text and nothing else.
    private static readonly List<XmlElement> None = [];

    public string Name { get; } = name;

    public int Id { get; } = id;

    public int Line { get; } = line;

    public XmlElement? Around { get; } = around;

    /// <summary>What stands in it, in the order of the file; to be read, and added to by <see cref="Add"/> alone.</summary>
    public List<XmlElement> Within { get; private set; } = None;

    /// <summary>The whole text, comments taken out and CDATA taken in; empty where elements stand within, and for xsi:nil.</summary>
    public string Text { get; set; } = "";

    /// <summary>The file says in so many words that there is no value (xsi:nil): it is unknown, where an element left out is none.</summary>
    public bool IsNil { get; set; }

    public void Add(XmlElement inner)
    {
        if (Within == None) Within = [];
        Within.Add(inner);
    }

    /// <summary>Elements of a name within this one, those within rows of their own left out.</summary>
    public IEnumerable<XmlElement> Own(string name, XmlForm form)
    {
        foreach (var e in Within)
            if (e.Name == name) yield return e;
            else if (!form.RowElements.Contains(e.Name))
                foreach (var deeper in e.Own(name, form)) yield return deeper;
    }

    /// <summary>This element and all within it that have a name, in the order of the file.</summary>
    public IEnumerable<XmlElement> All(string name)
    {
        if (Name == name) yield return this;
        foreach (var e in Within)
            foreach (var found in e.All(name)) yield return found;
    }

    /// <summary>The XPath with numbers of those elements that have a number among their like.</summary>
    public string Path => Around is null ? Name : $"{Around.Path}/{Name}[{Around.Within.Where(e => e.Name == Name).TakeWhile(e => e != this).Count() + 1}]";
}

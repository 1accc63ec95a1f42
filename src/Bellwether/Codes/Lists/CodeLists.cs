namespace Bellwether.Codes;

/// <summary>All code lists of a folder, by name. The name of a list is the name of its file without ".csv".</summary>
public sealed class CodeLists
{
    private readonly Dictionary<string, CodeList> lists;

    private CodeLists(Dictionary<string, CodeList> lists) => this.lists = lists;

    public IEnumerable<string> Names => lists.Keys.Order(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public CodeList this[string name] => lists.TryGetValue(name, out var list)
        ? list
        : throw new KeyNotFoundException($"There is no code list '{name}'. There are {string.Join(", ", Names)}.");

    public bool TryGet(string name, out CodeList? list) => lists.TryGetValue(name, out list);

    /// <summary>Reads every *.csv of the folders; a list in a later folder (an authority's own) replaces the one of the same name.</summary>
    /// <exception cref="InvalidDataException">A file cannot be read; the message names file, line and what to do.</exception>
    public static CodeLists Load(params IReadOnlyList<string> folders)
    {
        var lists = new Dictionary<string, CodeList>(StringComparer.Ordinal);
        foreach (string folder in folders.Where(Directory.Exists))
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
                lists[Path.GetFileNameWithoutExtension(file)] = CodeListFile.Read(file);
        }
        return new CodeLists(lists);
    }
}

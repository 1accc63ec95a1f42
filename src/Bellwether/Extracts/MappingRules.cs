using Bellwether.Codes;
using Bellwether.Extracts.Maps;

namespace Bellwether.Extracts;

/// <summary>What a line of columns.csv or synonyms.csv may say: sources with their lists and columns, and code lists; and what is wrong with a line.</summary>
public sealed class MappingRules
{
    /// <summary>What stands for a code list where a word names a team.</summary>
    public const string Team = Synonyms.Team;

    private readonly IReadOnlyList<ExtractMap> _maps;
    private readonly CodeLists _codes;

    /// <param name="kinds">Record kinds, the home's own too.</param>
    /// <param name="codes">Code lists, the home's own too.</param>
    /// <param name="settings">Where the column maps lie.</param>
    /// <exception cref="ShelfException">A column map is not as it should be.</exception>
    public MappingRules(RecordKinds kinds, CodeLists codes, ReadingSettings settings) => (_maps, _codes) = (ExtractMapFile.Load(settings.MapFolders, kinds), codes);

    /// <summary>Every source, as statements name it.</summary>
    public IReadOnlyList<string> Sources => [.. _maps.Select(m => m.Format).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every list that has headings of its own to be named otherwise: source, title.</summary>
    public IReadOnlyList<(string Source, string List)> Lists => [.. _maps.SelectMany(m => m.Lists.Select(l => (m.Format, l.Title)))];

    /// <summary>The code lists by name, with <see cref="Team"/> at the end.</summary>
    public IReadOnlyList<string> CodeLists => [.. _codes.Names, Team];

    /// <summary>The usual headings of a list's columns; empty where there is no such list.</summary>
    public IReadOnlyList<string> ColumnsOf(string source, string list) => Find(source, list) is { } found ? [.. found.Columns.Select(c => c.Shown).Distinct()] : [];

    /// <summary>The codes of a list with their labels; empty for <see cref="Team"/> and where there is no such list.</summary>
    public IReadOnlyList<(string Code, string Label)> CodesOf(string list) => _codes.TryGet(list, out var found) ? [.. found!.Entries.Select(e => (e.Code, e.Label))] : [];

    /// <summary>What is wrong with a line, in words; empty where nothing is. A line that takes a word back needs only the word.</summary>
    public string Fault(Mapping line)
    {
        if (!_maps.Any(m => OwnHeadings.IsSource(m, line.Source))) return $"There is no source \"{line.Source}\". There are {string.Join(", ", Sources)}.";
        if (line.SaidBy.Length == 0) return "Say who makes the change.";
        if (line.Of == MappingOf.Column)
        {
            if (Find(line.Source, line.List) is not { } list) return $"{line.Source} has no list \"{line.List}\". It has {string.Join(", ", Lists.Where(l => l.Source == line.Source).Select(l => l.List))}.";
            if (Headings.Squash(line.Found).Length == 0) return "The heading holds no letter or digit. Write it as it stands in the file.";
            if (line.Means.Length == 0) return "";
            if (OwnHeadings.Column(list, line.Means) is not { } column) return $"{list.Title} has no column \"{line.Means}\". It has {string.Join(", ", ColumnsOf(line.Source, line.List))}.";
            return list.Columns.FirstOrDefault(c => c.Headings.Contains(Headings.Squash(line.Found))) is { } known
                ? known == column ? $"\"{line.Found}\" is read as \"{column.Shown}\" already." : $"\"{line.Found}\" is the usual heading of \"{known.Shown}\", and can't stand for another column." : "";
        }
        if (line.List != Team && !_codes.TryGet(line.List, out _)) return $"There is no code list \"{line.List}\". There are {string.Join(", ", CodeLists)}.";
        if (CodeList.Same(line.Found).Length == 0) return "The text holds no letter or digit. Write it as it stands in the file.";
        if (line.List == Team || line.Means.Length == 0) return "";
        var codes = _codes[line.List];
        if (codes.Index(line.Means) < 0) return $"The list {line.List} has no code \"{line.Means}\". It has {string.Join(", ", codes.Entries.Select(e => e.Code))}.";
        return !codes.TryRead(line.Found, out var index) ? ""
            : index == codes.Index(line.Means) ? $"\"{line.Found}\" is read as {codes.Entries[index].Code} already."
            : $"\"{line.Found}\" is read as {codes.Entries[index].Code}, {codes.Entries[index].Label}, already, and can't stand for another code: the national lists stay as they are.";
    }

    /// <summary>The line as it is kept: list and column by their usual names.</summary>
    public Mapping Usual(Mapping line)
    {
        var source = _maps.First(m => OwnHeadings.IsSource(m, line.Source)).Format;
        if (line.Of == MappingOf.Code) return line with { Source = source, Means = _codes.TryGet(line.List, out var codes) && codes!.Index(line.Means) is >= 0 and var at ? codes.Entries[at].Code : line.Means };
        var list = Find(line.Source, line.List)!;
        return line with { Source = source, List = list.Title, Means = line.Means.Length == 0 ? "" : OwnHeadings.Column(list, line.Means)!.Shown };
    }

    private ListMap? Find(string source, string list) => _maps.Where(m => OwnHeadings.IsSource(m, source)).SelectMany(m => m.Lists).FirstOrDefault(l => OwnHeadings.IsList(l, list));
}

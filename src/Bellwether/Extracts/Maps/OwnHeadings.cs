using Bellwether.Codes;

namespace Bellwether.Extracts.Maps;

/// <summary>Gives the columns of the maps the headings that columns.csv of a home says a council uses for them.</summary>
internal static class OwnHeadings
{
    /// <exception cref="ShelfException">A line names a source, a list or a column that is not known; file and line are named.</exception>
    public static IReadOnlyList<ExtractMap> Apply(IReadOnlyList<ExtractMap> maps, string file)
    {
        var lines = MappingFile.Lines(file, MappingOf.Column);
        if (lines.Count == 0) return maps;
        var inForce = MappingFile.InForce(lines.Select(l => l.Mapping));
        foreach (var (at, line) in lines)
        {
            if (!inForce.Contains(line)) continue;
            var lists = maps.Where(m => IsSource(m, line.Source)).SelectMany(m => m.Lists).ToList();
            if (lists.Count == 0) throw at.Wrong("source", $"one of {string.Join(", ", maps.Select(m => m.Format).Order(StringComparer.Ordinal))}");
            if (lists.Find(l => IsList(l, line.List)) is not { } list) throw at.Wrong("list", $"a list of {line.Source}: {string.Join(", ", lists.Select(l => l.Title))}");
            if (Column(list, line.Means) is null) throw at.Wrong("column", $"a column of {list.Title}: {string.Join(", ", list.Columns.Select(c => c.Shown))}");
        }
        return [.. maps.Select(m => m with
        {
            Lists = [.. m.Lists.Select(l => l with { Columns = [.. l.Columns.Select(c => c with { Own = [.. Own(m, l, c)] })] })],
        })];

        IEnumerable<string> Own(ExtractMap map, ListMap list, ColumnMap column) =>
            inForce.Where(line => IsSource(map, line.Source) && IsList(list, line.List) && Column(list, line.Means) == column).Select(line => Headings.Squash(line.Found));
    }

    public static bool IsSource(ExtractMap map, string source) => map.Format.Equals(source, StringComparison.OrdinalIgnoreCase);

    /// <summary>A list by its title, or by the name its map gives it.</summary>
    public static bool IsList(ListMap list, string said) => Headings.Squash(list.Title) == Headings.Squash(said) || list.Name.Equals(said, StringComparison.OrdinalIgnoreCase);

    /// <summary>A column by any of its usual headings, or by the name its map gives it; null where there is none.</summary>
    public static ColumnMap? Column(ListMap list, string said)
    {
        var squashed = Headings.Squash(said);
        return list.Columns.FirstOrDefault(c => c.Headings.Contains(squashed)) ?? list.Columns.FirstOrDefault(c => c.Name.Equals(said, StringComparison.OrdinalIgnoreCase));
    }
}

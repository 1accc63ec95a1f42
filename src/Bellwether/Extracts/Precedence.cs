using Bellwether.Codes;
using Bellwether.Extracts.Maps;

namespace Bellwether.Extracts;

/// <summary>
/// Which source speaks of a kind where several are loaded together: sources.csv of the home (kind, source), the first line of a kind going
/// before the next. Of the sources named for a kind only the first that is there makes its records; a source that is not named for it always does.
/// </summary>
internal sealed class Precedence
{
    private readonly ILookup<string, string> _order;

    /// <exception cref="ShelfException">A heading or a cell is missing, or a kind or source is none that is known.</exception>
    public Precedence(string file, RecordKinds kinds, IReadOnlyList<ExtractMap> maps)
    {
        var lines = file.Length == 0 ? [] : SettingsFile.Read(file, "kind", "source");
        foreach (var line in lines)
        {
            if (kinds.Find(line.Required("kind")) is null) throw line.Wrong("kind", "a record kind of records.yaml");
            if (maps.All(m => !m.Format.Equals(line.Required("source"), StringComparison.OrdinalIgnoreCase)))
                throw line.Wrong("source", $"one of {string.Join(", ", maps.Select(m => m.Format).Distinct().Order(StringComparer.Ordinal))}");
        }
        _order = lines.ToLookup(l => l["kind"], l => l["source"], StringComparer.Ordinal);
    }

    /// <summary>The lists with the records left out that a source of higher standing brings in the same extract; told of each that is.</summary>
    public List<FoundList> Apply(List<FoundList> found, Action<FoundList, string, string> leftOut)
    {
        if (_order.Count == 0) return found;
        var bringing = found.Where(ListFinder.HasRows).SelectMany(f => f.Recognised.List.Records.Where(r => r.Again != Again.FillOnly).Select(r => (r.Kind, f.Recognised.Map.Format))).ToHashSet();
        return [.. found.Select(Without)];

        FoundList Without(FoundList list)
        {
            var format = list.Recognised.Map.Format;
            var kept = list.Recognised.List.Records.Where(r => First(r.Kind) is not { } first || first == format || !IsNamed(r.Kind, format)).ToList();
            if (kept.Count == list.Recognised.List.Records.Count) return list;
            foreach (var kind in list.Recognised.List.Records.Select(r => r.Kind).Distinct().Where(k => kept.All(r => r.Kind != k))) leftOut(list, kind, First(kind)!);
            return list with { Recognised = list.Recognised with { List = list.Recognised.List with { Records = kept, NotUsed = kept.Count > 0 ? "" : "sources.csv puts another source first" } } };
        }

        string? First(string kind) => _order[kind].Select(s => found.Select(f => f.Recognised.Map.Format).FirstOrDefault(f => f.Equals(s, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(f => f is not null && bringing.Contains((kind, f)));
    }

    private bool IsNamed(string kind, string format) => _order[kind].Contains(format, StringComparer.OrdinalIgnoreCase);
}

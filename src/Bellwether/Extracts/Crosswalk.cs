using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>
/// Joins several sources of one authority: crosswalk.csv of the home says which id of a source is which child (source, source_id, child_id;
/// a source as statements name it: SSDA903, CIN census, Annex A, SSD, DfE daily flow, local file). An id it does not hold stands as it is.
/// </summary>
internal sealed class Crosswalk
{
    private readonly Dictionary<(string Source, int Id), int> _ids = [];
    private readonly Dictionary<string, (HashSet<int> Found, HashSet<int> All)> _met = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _sources = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ShelfException">A heading or a cell is missing, an id stands for two children, or the source is none that is known.</exception>
    public Crosswalk(string file, TextPool texts, IEnumerable<string> formats)
    {
        if (file.Length == 0) return;
        var known = formats.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var line in SettingsFile.Read(file, "source", "source_id", "child_id"))
        {
            var source = line.Required("source");
            if (!known.Contains(source)) throw line.Wrong("source", $"one of {string.Join(", ", known.Order(StringComparer.Ordinal))}");
            _sources.Add(source);
            var key = (source.ToUpperInvariant(), texts.Add(line.Required("source_id").AsSpan()));
            var child = texts.Add(line.Required("child_id").AsSpan());
            if (_ids.TryGetValue(key, out var other) && other != child) throw line.Wrong("child_id", "the child that an earlier line gives for the same id");
            _ids[key] = child;
        }
    }

    /// <summary>Every id stands as it is.</summary>
    public bool IsEmpty => _sources.Count == 0;

    /// <summary>The child whom an id of a source means.</summary>
    public int Child(string source, int id)
    {
        if (id < 0 || !_sources.Contains(source)) return id;
        if (!_met.TryGetValue(source, out var met)) _met.Add(source, met = ([], []));
        met.All.Add(id);
        if (!_ids.TryGetValue((source.ToUpperInvariant(), id), out var child)) return id;
        met.Found.Add(id);
        return child;
    }

    /// <summary>Of each source that the file names and that was read: ids found in it, and ids met.</summary>
    public IEnumerable<(string Source, int Found, int All)> Coverage()
    {
        foreach (var (source, met) in _met) yield return (source, met.Found.Count, met.All.Count);
    }
}

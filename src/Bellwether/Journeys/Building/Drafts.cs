namespace Bellwether.Journeys.Building;

/// <summary>The drafts of all kinds, by name. Different kinds may be settled side by side.</summary>
internal sealed class Drafts
{
    private readonly Dictionary<string, int> _place;
    private readonly DraftRows[] _rows;

    public Drafts(IReadOnlyList<DraftRows> rows)
    {
        _rows = [.. rows];
        _place = rows.Select((r, i) => (r.Kind.Name, i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>In the order of the kinds.</summary>
    public IReadOnlyList<DraftRows> All => _rows;

    public DraftRows this[string kind]
    {
        get => _rows[_place[kind]];
        set => _rows[_place[kind]] = value;
    }

    public DraftRows? Find(string kind) => _place.TryGetValue(kind, out var place) ? _rows[place] : null;
}

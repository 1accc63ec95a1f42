using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>Findings as they come up, from several threads where kinds are read side by side, and counts of those told once for many rows.</summary>
internal sealed class FoundThings(IReadOnlyList<Place> places)
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<(string Code, string Kind, string Word), (int Count, int Place, int Row)> _counted = [];

    public void Add(string code, DraftRows rows, int row)
    {
        var finding = JourneyFindings.Make(code, PlaceOf(rows.Place[row]), rows.SourceRow[row], rows.Kind.Name);
        lock (_findings) _findings.Add(finding);
    }

    /// <summary>One finding for all of a code, kind and word, placed at the first.</summary>
    public void Count(string code, string kind, string word, int place, int row)
    {
        lock (_counted) _counted[(code, kind, word)] = _counted.TryGetValue((code, kind, word), out var so) ? (so.Count + 1, so.Place, so.Row) : (1, place, row);
    }

    public IReadOnlyList<Finding> InOrder() =>
    [
        .. _findings
            .Concat(_counted.Select(c => JourneyFindings.Make(c.Key.Code, PlaceOf(c.Value.Place), c.Value.Row, c.Key.Kind, c.Value.Count, c.Key.Word)))
            .OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Sheet, StringComparer.Ordinal).ThenBy(f => f.Row)
            .ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Kind, StringComparer.Ordinal),
    ];

    private Place? PlaceOf(int place) => place >= 0 && place < places.Count ? places[place] : null;
}

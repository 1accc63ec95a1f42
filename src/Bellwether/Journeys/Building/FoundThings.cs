using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>Findings as they come up, and counts of those told once for many rows. Each thread has its own.</summary>
internal sealed class FoundThings(IReadOnlyList<Place> places)
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<(string Code, string Kind, string Word), (int Count, int Place, int Row)> _counted = [];

    /// <summary>A new one for a part of the work.</summary>
    public FoundThings Part() => new(places);

    /// <summary>Adds what a later part of the work found.</summary>
    public void Add(FoundThings part)
    {
        _findings.AddRange(part._findings);
        foreach (var ((code, kind, word), (count, place, row)) in part._counted) Count(code, kind, word, place, row, count);
    }

    public void Add(string code, DraftRows rows, int row) =>
        _findings.Add(JourneyFindings.Make(code, PlaceOf(rows.Place(row)), rows.SourceRow(row), rows.Kind.Name));

    /// <summary>One finding for all of a code, kind and word, placed at the first.</summary>
    public void Count(string code, string kind, string word, int place, int row, int times = 1) =>
        _counted[(code, kind, word)] = _counted.TryGetValue((code, kind, word), out var so) ? (so.Count + times, so.Place, so.Row) : (times, place, row);

    public void Count(string code, DraftRows rows, int row, string word = "", int times = 1) =>
        Count(code, rows.Kind.Name, word, rows.Place(row), rows.SourceRow(row), times);

    public IReadOnlyList<Finding> InOrder()
    {
        var all = new List<Finding>(_findings);
        foreach (var ((code, kind, word), (count, place, row)) in _counted) all.Add(JourneyFindings.Make(code, PlaceOf(place), row, kind, count, word));
        return
        [
            .. all.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Sheet, StringComparer.Ordinal).ThenBy(f => f.Row)
                .ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Kind, StringComparer.Ordinal),
        ];
    }

    private Place? PlaceOf(int place) => place >= 0 && place < places.Count ? places[place] : null;
}

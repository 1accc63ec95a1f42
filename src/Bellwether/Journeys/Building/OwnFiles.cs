using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Kinds of which a file of the council's own knows better than a whole extract (records.yaml says so of posts: a case system lists its
/// users, a staffing list the people employed). As long as such a file is known, what extracts tell of the kind neither counts nor covers
/// any date, whichever was loaded first: else each person would count once by either.
/// </summary>
internal sealed class OwnFiles
{
    private readonly HashSet<string> _kinds;
    private readonly List<Place> _places;

    public OwnFiles(RecordSet records)
    {
        _places = records.Places;
        _kinds = [.. records.Kinds.All.Where(k => k.OwnFilesFirst && IsToldBy(records.Table(k.Name))).Select(k => k.Name)];
    }

    /// <summary>True where no row of that kind from a whole extract counts.</summary>
    public bool Speak(RecordKind kind) => _kinds.Contains(kind.Name);

    /// <summary>True where rows of that place are of a whole extract.</summary>
    public bool IsOfExtract(int place) => _places[place].Speaker.Length == 0;

    /// <summary>The statements without those of whole extracts about such kinds.</summary>
    public IEnumerable<Statement> Heard(IEnumerable<Statement> statements) =>
        statements.Where(s => s.Speaker.Length > 0 || !_kinds.Contains(s.Kind));

    private bool IsToldBy(RecordTable table)
    {
        for (var r = 0; r < table.Count; r++)
            if (!IsOfExtract(table.Places[r])) return true;
        return false;
    }
}

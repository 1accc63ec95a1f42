using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Kinds of which a file of the council's own knows better than a whole extract (records.yaml says so of posts: a case system lists its
/// users, a staffing list the people employed). As long as such a file is known, what extracts tell of the kind neither counts nor covers
/// any date, whichever was loaded first: else each person would count once by either. One thing is left to extracts: accounts that are no
/// person, such as a duty tray. A staffing list cannot hold them, and a case lying in one would seem to be held by a worker nobody knows.
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

    /// <summary>Which rows of a table count; null where all do.</summary>
    public Func<int, bool>? Counting(RecordTable table, Authority authority, TextPool texts)
    {
        if (!_kinds.Contains(table.Kind.Name)) return null;
        var titles = authority.NonCaseHoldingTitles.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (role, registered) = (table.Kind.IndexOf("role"), table.Kind.IndexOf("registered"));
        var named = Enumerable.Range(0, table.Count).Where(r => !IsOfExtract(table.Places[r])).Select(r => table.Subjects[r]).ToHashSet();
        return r => !IsOfExtract(table.Places[r]) || IsAccount(r);

        bool IsAccount(int r) => role >= 0 && registered >= 0 && !named.Contains(table.Subjects[r])
            && table.Column(registered)[r] == 0 && table.Column(role)[r] is >= 0 and var title && titles.Contains(texts[title]);
    }

    private bool IsOfExtract(int place) => _places[place].Speaker.Length == 0;

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

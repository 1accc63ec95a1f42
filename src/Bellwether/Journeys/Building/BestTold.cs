using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Kinds of which one source knows better than the others (records.yaml says so of posts: a staffing list knows the people employed, a case
/// system its users, a yearly census its own year and ids of its own). As long as a better one is known, what the others tell of the kind
/// neither counts nor covers any date, whichever was loaded first: else each person would count once by each. Files of the council's own come
/// first, then whole extracts, then yearly returns. One thing is left to extracts: accounts that are no person, such as a duty tray. A
/// staffing list cannot hold them, and a case lying in one would seem to be held by a worker nobody knows.
/// </summary>
internal sealed class BestTold
{
    private const int OwnFile = 0, Extract = 1, Return = 2;

    private readonly Dictionary<string, int> _best;
    private readonly List<Place> _places;
    private readonly HashSet<string> _returns;

    public BestTold(RecordSet records)
    {
        _places = records.Places;
        _returns = [.. _places.Where(p => p.To is not null && p.Speaker.Length > 0).Select(p => p.Speaker)];
        _best = records.Kinds.All.Where(k => k.IsToldOnce && records.Table(k.Name).Count > 0)
            .ToDictionary(k => k.Name, k => records.Table(k.Name).Places.Distinct().Min(p => Rank(_places[p].Speaker)), StringComparer.Ordinal);
    }

    /// <summary>Which rows of a table count; null where all do.</summary>
    public Func<int, bool>? Counting(RecordTable table, Authority authority, TextPool texts)
    {
        if (!_best.TryGetValue(table.Kind.Name, out var best) || Enumerable.Range(0, table.Count).All(IsBest)) return null;
        var titles = authority.NonCaseHoldingTitles.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (role, registered) = (table.Kind.IndexOf("role"), table.Kind.IndexOf("registered"));
        var named = Enumerable.Range(0, table.Count).Where(IsBest).Select(r => table.Subjects[r]).ToHashSet();
        return r => IsBest(r) || IsAccount(r);

        bool IsBest(int r) => Rank(_places[table.Places[r]].Speaker) == best;

        bool IsAccount(int r) => role >= 0 && registered >= 0 && !named.Contains(table.Subjects[r])
            && table.Column(registered)[r] == 0 && table.Column(role)[r] is >= 0 and var title && titles.Contains(texts[title]);
    }

    /// <summary>The statements without those about such kinds that a better source tells of.</summary>
    public IEnumerable<Statement> Heard(IEnumerable<Statement> statements) =>
        statements.Where(s => !_best.TryGetValue(s.Kind, out var best) || Rank(s.Speaker) <= best);

    private int Rank(string speaker) => speaker.Length == 0 ? Extract : _returns.Contains(speaker) ? Return : OwnFile;
}

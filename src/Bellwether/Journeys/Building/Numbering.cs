using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Children, workers, teams and areas by number, and the way from a text to them. A child is a person with at least one case
/// record; mothers and siblings that stand in a list of people without one are not. Ids go in ordinal order.
/// </summary>
internal sealed class Numbering
{
    // An involvement or an immigration status is about a person; it does not make a case.
    private static readonly HashSet<string> NoCase = ["allocations", "uasc_spells"];

    private static readonly Dictionary<int, int> Nowhere = [];

    private readonly TextPool _texts;
    private readonly Dictionary<int, int> _merged;

    public Numbering(RecordSet records, Authority authority)
    {
        _texts = records.Texts;
        foreach (var merged in authority.MergedIds) _texts.Add(merged.NewId);
        int[] teams = [.. authority.Teams.Select(t => t.Code).Distinct(StringComparer.Ordinal).Select(code => _texts.Add(code))];
        int[] areas = [_texts.Add(""), .. authority.Districts.Select(d => _texts.Add(d.Code))];
        _merged = Merged(_texts, authority.MergedIds);
        Children = new Numbers(_texts, [], Follow(Cases(records), _merged), _merged);
        Workers = new Numbers(_texts, [], Used(records, SubjectKind.Worker, FieldType.Worker), Nowhere);
        var codeOf = TeamCodesByName(_texts, authority.Teams);
        Teams = new Numbers(_texts, teams, Follow(Used(records, SubjectKind.Team, FieldType.Team), codeOf), codeOf);
        Areas = new Numbers(_texts, areas, Used(records, SubjectKind.Area, null), Nowhere);
        (ChildIds, WorkerIds, TeamCodes) = (new Ids(_texts, Children.Texts), [.. new Ids(_texts, Workers.Texts)], [.. new Ids(_texts, Teams.Texts)]);
    }

    public Numbers Children { get; }
    public Numbers Workers { get; }
    public Numbers Teams { get; }
    public Numbers Areas { get; }
    public Ids ChildIds { get; }
    public string[] WorkerIds { get; }
    public string[] TeamCodes { get; }

    /// <summary>True where any id was merged into another.</summary>
    public bool AnyMerged => _merged.Count > 0;

    /// <summary>True where the text is an id that was merged into another.</summary>
    public bool IsOldId(int text) => _merged.TryGetValue(text, out var now) && now != text;

    public Numbers Of(SubjectKind subject) => subject switch
    {
        SubjectKind.Child => Children,
        SubjectKind.Worker => Workers,
        SubjectKind.Team => Teams,
        _ => Areas,
    };

    /// <summary>By what the cells of a field are numbered; null where they stay as they are.</summary>
    public Numbers? Of(FieldType type) => type switch
    {
        FieldType.Worker => Workers,
        FieldType.Team => Teams,
        _ => null,
    };

    /// <summary>
    /// Where each id of a merging leads. Ids merged one after the other, in whatever order, are all one child and have the id that the last
    /// has; two merged into each other have the later one's.
    /// </summary>
    private static Dictionary<int, int> Merged(TextPool texts, IReadOnlyList<MergedId> mergedIds)
    {
        var to = new Dictionary<int, int>();
        foreach (var merged in mergedIds.OrderBy(m => m.MergedOn.DayNumber))
        {
            int old = texts.Find(merged.OldId), now = texts.Find(merged.NewId);
            if (old < 0 || old == now) continue;
            to.TryAdd(old, old);
            to.TryAdd(now, now);
            var (from, into) = (to[old], to[now] == to[old] ? now : to[now]);
            foreach (var (id, leads) in to.ToList())
                if (leads == from) to[id] = into;
        }
        return to;
    }

    private static NumberSet Cases(RecordSet records)
    {
        var cases = new NumberSet();
        foreach (var kind in records.Kinds.All)
            if (kind.Subject == SubjectKind.Child && kind.Shape != RecordShape.Entity && !NoCase.Contains(kind.Name))
                cases.AddAll(records.Table(kind.Name).Subjects);
        return cases;
    }

    private static NumberSet Used(RecordSet records, SubjectKind subject, FieldType? type)
    {
        var used = new NumberSet();
        foreach (var kind in records.Kinds.All)
        {
            var table = records.Table(kind.Name);
            if (kind.Subject == subject) used.AddAll(table.Subjects);
            for (var f = 0; f < kind.Fields.Count; f++)
                if (kind.Fields[f].Type == type) used.AddAll(table.Column(f));
        }
        return used;
    }

    /// <summary>The same set where every text that leads to another is taken for it.</summary>
    private static NumberSet Follow(NumberSet used, Dictionary<int, int> leads)
    {
        var found = new List<int>();
        foreach (var (from, _) in leads)
            if (used.Contains(from)) found.Add(from);
        foreach (var from in found) used.Remove(from);
        foreach (var from in found) used.Add(leads[from]);
        return used;
    }

    /// <summary>Texts that are a team's name rather than its code, as workbooks give them; a name two teams share leads nowhere.</summary>
    private static Dictionary<int, int> TeamCodesByName(TextPool texts, IReadOnlyList<TeamEntry> teams)
    {
        var codes = teams.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        return teams.Where(t => t.Name.Length > 0 && !codes.Contains(t.Name) && texts.Find(t.Name) >= 0)
            .GroupBy(t => t.Name, StringComparer.Ordinal)
            .Where(g => g.Select(t => t.Code).Distinct(StringComparer.Ordinal).Count() == 1)
            .ToDictionary(g => texts.Find(g.Key), g => texts.Find(g.First().Code));
    }
}

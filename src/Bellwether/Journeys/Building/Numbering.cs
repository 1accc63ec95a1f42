using Bellwether.Calendar;
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

    private readonly int[] _merged;

    public Numbering(RecordSet records, Authority authority)
    {
        var texts = records.Texts;
        foreach (var merged in authority.MergedIds) texts.Add(merged.NewId);
        foreach (var team in authority.Teams) texts.Add(team.Code);
        texts.Add("");
        foreach (var (code, _) in authority.Districts) texts.Add(code);
        _merged = MergedTexts(texts, authority.MergedIds);
        (ChildOf, ChildIds) = Children(records);
        (WorkerOf, WorkerIds) = Number(texts, Used(records, SubjectKind.Worker, FieldType.Worker), []);
        var codeOf = TeamCodesByName(texts, authority.Teams);
        var teams = Used(records, SubjectKind.Team, FieldType.Team).Select(t => codeOf.GetValueOrDefault(t, t));
        (TeamOf, TeamCodes) = Number(texts, teams, [.. authority.Teams.Select(t => t.Code).Distinct(StringComparer.Ordinal)]);
        foreach (var (name, code) in codeOf) TeamOf[name] = TeamOf[code];
        (AreaOf, AreaCodes) = Number(texts, Used(records, SubjectKind.Area, null), ["", .. authority.Districts.Select(d => d.Code)]);
    }

    public int[] ChildOf { get; }
    public string[] ChildIds { get; }
    public int[] WorkerOf { get; }
    public string[] WorkerIds { get; }
    public int[] TeamOf { get; }
    public string[] TeamCodes { get; }
    public int[] AreaOf { get; }
    public string[] AreaCodes { get; }

    /// <summary>True where the text is an id that was merged into another.</summary>
    public bool IsOldId(int text) => _merged[text] != text;

    public (int[] Of, int Count) Subjects(SubjectKind subject) => subject switch
    {
        SubjectKind.Child => (ChildOf, ChildIds.Length),
        SubjectKind.Worker => (WorkerOf, WorkerIds.Length),
        SubjectKind.Team => (TeamOf, TeamCodes.Length),
        _ => (AreaOf, AreaCodes.Length),
    };

    private static int[] MergedTexts(TextPool texts, IReadOnlyList<MergedId> mergedIds)
    {
        var to = new int[texts.Count];
        for (var t = 0; t < to.Length; t++) to[t] = t;
        foreach (var merged in mergedIds.OrderBy(m => m.MergedOn))
        {
            int old = texts.Find(merged.OldId), now = texts.Find(merged.NewId);
            if (old < 0 || old == now) continue;
            // An id merged twice follows to the last; two ids merged into each other end at the later one.
            for (var t = 0; t < to.Length; t++)
                if (to[t] == old) to[t] = now;
        }
        return to;
    }

    private (int[] Of, string[] Ids) Children(RecordSet records)
    {
        var found = new HashSet<int>();
        foreach (var kind in records.Kinds.All)
        {
            if (kind.Subject != SubjectKind.Child || kind.Shape == RecordShape.Entity || NoCase.Contains(kind.Name)) continue;
            foreach (var subject in records.Table(kind.Name).Subjects) found.Add(_merged[subject]);
        }
        var (of, ids) = Number(records.Texts, found, []);
        for (var t = 0; t < of.Length; t++) of[t] = of[_merged[t]];
        return (of, ids);
    }

    private static HashSet<int> Used(RecordSet records, SubjectKind subject, FieldType? type)
    {
        var used = new HashSet<int>();
        foreach (var kind in records.Kinds.All)
        {
            var table = records.Table(kind.Name);
            if (kind.Subject == subject) used.UnionWith(table.Subjects);
            for (var f = 0; f < kind.Fields.Count; f++)
                if (kind.Fields[f].Type == type) used.UnionWith(table.Column(f).Where(Days.IsDate));
        }
        return used;
    }

    /// <summary>Numbers the first as given, then the rest in ordinal order.</summary>
    private static (int[] Of, string[] Ids) Number(TextPool texts, IEnumerable<int> used, IReadOnlyList<string> first)
    {
        var of = new int[texts.Count];
        Array.Fill(of, -1);
        var ids = new List<string>(first);
        for (var n = 0; n < ids.Count; n++) of[texts.Find(ids[n])] = n;
        // UTF-8 sorts as code points do; ordinal order of strings is the same but for characters that no id holds.
        var rest = used.Where(t => of[t] < 0).Distinct().ToArray();
        if (!IsInOrder(texts, rest)) Array.Sort(rest, texts.Compare);
        foreach (var text in rest)
        {
            of[text] = ids.Count;
            ids.Add(texts[text]);
        }
        return (of, [.. ids]);
    }

    private static bool IsInOrder(TextPool texts, int[] numbers)
    {
        for (var n = 1; n < numbers.Length; n++)
            if (texts.Compare(numbers[n - 1], numbers[n]) > 0) return false;
        return true;
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

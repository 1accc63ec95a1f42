using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// What caseloads are counted from, made when first asked for. <c>held_cases</c>: case workers' allocations, cut where the child's case
/// type or the weight of that type changes. <c>caseholders</c>: posts, cut to the days on which their worker holds a case of any child.
/// Posts themselves stay whole, for clocks run on them.
/// </summary>
internal sealed class Caseloads
{
    private readonly IReadOnlyDictionary<string, KindRows> _rows;
    private readonly RecordKinds _kinds;
    private readonly bool[] _caseRoles;
    private readonly Lazy<AttributeSteps> _types;
    private readonly int[] _typeText;

    /// <param name="rows">The settled records.</param>
    /// <param name="kinds">Their kinds, the derived ones among them.</param>
    /// <param name="types">The attribute case-type.</param>
    /// <param name="caseRoles">By role, whether it is a case worker's.</param>
    /// <param name="texts">The pool, to which the case types are added now: later it is read by many at once.</param>
    public Caseloads(IReadOnlyDictionary<string, KindRows> rows, RecordKinds kinds, Lazy<AttributeSteps> types, bool[] caseRoles, TextPool texts)
    {
        (_rows, _kinds, _types, _caseRoles) = (rows, kinds, types, caseRoles);
        _typeText = [.. CaseAttributes.Types.Select(code => texts.Add(code))];
    }

    /// <summary>The two kinds by name.</summary>
    public Dictionary<string, Lazy<KindRows>> Lazily() => new(StringComparer.Ordinal)
    {
        ["held_cases"] = new(HeldCases),
        ["caseholders"] = new(Caseholders),
    };

    private KindRows HeldCases()
    {
        var (allocations, kind) = (_rows["allocations"], _kinds["held_cases"]);
        var weights = new CaseWeights(_rows["case_weights"]);
        int[] worker = Field(allocations, "worker"), team = Field(allocations, "team");
        var (toWorker, toTeam, toType, toWeight) = (kind.IndexOf("worker"), kind.IndexOf("team"), kind.IndexOf("case_type"), kind.IndexOf("weight"));
        var made = new List<MadeRow>(allocations.Count);
        var days = new List<int>();
        var types = _types.Value;
        foreach (var r in Held(allocations))
        {
            var (child, start, end) = (allocations.Subject[r], allocations.First[r], Spans.Bound(allocations.First[r], allocations.End[r]));
            days.Clear();
            days.Add(start);
            for (var s = types.Offset[child]; s < types.Offset[child + 1]; s++)
                if (types.From[s] > start && types.From[s] < end) days.Add(types.From[s]);
            foreach (var day in weights.Days)
                if (day > start && day < end) days.Add(day);
            days.Sort();
            var piece = 0;
            for (var d = 0; d < days.Count; d++)
            {
                if (d > 0 && days[d] == days[d - 1]) continue;
                var next = d + 1;
                while (next < days.Count && days[next] == days[d]) next++;
                var type = _typeText[types.At(child, days[d])];
                var cells = new int[kind.Fields.Count];
                (cells[0], cells[1]) = (days[d], next < days.Count ? days[next] : allocations.End[r]);
                (cells[toWorker], cells[toTeam], cells[toType], cells[toWeight]) = (worker[r], team[r], type, weights.At(type, days[d]));
                made.Add(new MadeRow(child, cells, r, piece++, allocations.Place[r], allocations.SourceRow[r]));
            }
        }
        return Rows(kind, allocations, made);
    }

    private KindRows Caseholders()
    {
        var (allocations, posts, kind) = (_rows["allocations"], _rows["worker_posts"], _kinds["caseholders"]);
        var worker = Field(allocations, "worker");
        (int[] From, int To)[] same = [.. new[] { "team", "role", "fte", "qualified", "agency", "registered" }.Select(f => (Field(posts, f), kind.IndexOf(f)))];
        var made = new List<MadeRow>();
        foreach (var cases in Held(allocations).Where(r => worker[r] >= 0).GroupBy(r => worker[r]))
        {
            var busy = Union([.. cases.Select(r => (allocations.First[r], Spans.Bound(allocations.First[r], allocations.End[r])))]);
            for (var p = posts.Offset[cases.Key]; p < posts.Offset[cases.Key + 1]; p++)
            {
                if (posts.First[p] == Days.None || posts.End[p] == Days.Unknown) continue;
                var piece = 0;
                foreach (var (from, to) in busy)
                {
                    // A post without a start was held since ever, as a list of staff as they are now has no dates.
                    var (start, end) = (Math.Max(from, posts.First[p]), Math.Min(to, Days.IsDate(posts.End[p]) ? posts.End[p] : int.MaxValue));
                    if (start >= end) continue;
                    var cells = new int[kind.Fields.Count];
                    (cells[0], cells[1]) = (start, end == int.MaxValue ? Days.None : end);
                    foreach (var (column, at) in same) cells[at] = column[p];
                    made.Add(new MadeRow(cases.Key, cells, p, piece++, posts.Place[p], posts.SourceRow[p]));
                }
            }
        }
        return Rows(kind, posts, made);
    }

    private IEnumerable<int> Held(KindRows allocations)
    {
        // Without staff nothing is counted by worker, and nothing need be made.
        if (_rows["worker_posts"].Count == 0) return [];
        var role = Field(allocations, "role");
        return Enumerable.Range(0, allocations.Count).Where(r =>
            role[r] >= 0 && _caseRoles[role[r]] && Days.IsDate(allocations.First[r]) && Spans.Bound(allocations.First[r], allocations.End[r]) > allocations.First[r]);
    }

    private static int[] Field(KindRows rows, string name) => rows.Field(rows.Kind.IndexOf(name));

    /// <summary>The days that any of some stretches holds, as stretches that neither overlap nor touch.</summary>
    private static List<(int From, int To)> Union(List<(int From, int To)> stretches)
    {
        stretches.Sort();
        var union = new List<(int From, int To)>();
        foreach (var (from, to) in stretches)
            if (union.Count > 0 && from <= union[^1].To) union[^1] = union[^1] with { To = Math.Max(union[^1].To, to) };
            else union.Add((from, to));
        return union;
    }

    /// <summary>Sorted as records are; a row's key is that of the row it was made from, and a number where there are several.</summary>
    private static KindRows Rows(RecordKind kind, KindRows from, List<MadeRow> made)
    {
        MadeRow[] sorted = [.. made.OrderBy(m => m.Subject).ThenBy(m => m.Cells[0]).ThenBy(m => m.Key).ThenBy(m => m.Piece)];
        var fields = new int[kind.Fields.Count][];
        for (var f = 0; f < fields.Length; f++) fields[f] = [.. sorted.Select(m => m.Cells[f])];
        return new KindRows(kind, from.Offset.Length - 1, [.. sorted.Select(m => m.Subject)], fields,
            [.. sorted.Select(m => m.Piece == 0 ? from.Key(m.Key) : $"{from.Key(m.Key)}#{m.Piece + 1}")], [.. sorted.Select(m => m.Place)], [.. sorted.Select(m => m.SourceRow)]);
    }
}

/// <summary>The authority's own weights of case types, from dated rows; a type no row names weighs one case.</summary>
internal sealed class CaseWeights
{
    private readonly List<(int From, int Type, int Weight)> _rows = [];

    public CaseWeights(KindRows rows)
    {
        int[] type = rows.Field(rows.Kind.IndexOf("case_type")), weight = rows.Field(rows.Kind.IndexOf("weight"));
        for (var r = 0; r < rows.Count; r++)
            if (Bellwether.Calendar.Days.IsDate(rows.First[r]) && type[r] >= 0 && weight[r] >= 0) _rows.Add((rows.First[r], type[r], weight[r]));
        _rows.Sort();
        Days = [.. _rows.Select(r => r.From).Distinct()];
    }

    /// <summary>The days on which a weight may change.</summary>
    public IReadOnlyList<int> Days { get; }

    /// <summary>The weight of a type on a day, in thousandths.</summary>
    public int At(int type, int day)
    {
        var weight = 1000;
        foreach (var (from, of, says) in _rows)
            if (of == type && from <= day) weight = says;
        return weight;
    }
}

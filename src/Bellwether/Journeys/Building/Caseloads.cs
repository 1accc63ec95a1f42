using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// What caseloads are counted from, where staffing is known. <c>held_cases</c>: case workers' allocations, cut where the child's case type
/// or the weight of that type changes. <c>caseholders</c>: posts, cut to the days on which their worker holds a case of any child. Posts
/// themselves stay whole, for clocks run on them.
/// </summary>
internal static class Caseloads
{
    public static void Make(Dictionary<string, DraftRows> drafts, CodeList roles, Authority authority, TextPool texts)
    {
        if (!drafts.ContainsKey("held_cases") || drafts["worker_posts"].Count == 0) return;
        var allocations = drafts["allocations"];
        var caseRoles = Allocations.CaseRoles(roles, authority);
        var role = allocations.Field("role");
        int[] held = [.. Enumerable.Range(0, allocations.Count).Where(r =>
            role[r] >= 0 && caseRoles[role[r]] && Days.IsDate(allocations.First[r]) && Spans.Bound(allocations.First[r], allocations.End[r]) > allocations.First[r])];
        drafts["held_cases"] = HeldCases(drafts, held, texts);
        drafts["caseholders"] = Caseholders(drafts, held, texts);
    }

    private static DraftRows HeldCases(Dictionary<string, DraftRows> drafts, int[] held, TextPool texts)
    {
        var allocations = drafts["allocations"];
        var kind = drafts["held_cases"].Kind;
        var types = CaseAttributes.CaseType(drafts, allocations.Subjects);
        int[] typeText = [.. types.Codes.Select(code => texts.Add(code))];
        var weights = new CaseWeights(drafts["case_weights"]);
        var made = new List<MadeRow>();
        var days = new List<int>();
        foreach (var r in held)
        {
            var (child, start, end) = (allocations.Subject[r], allocations.First[r], Spans.Bound(allocations.First[r], allocations.End[r]));
            days.Clear();
            days.Add(start);
            for (var s = types.Offset[child]; s < types.Offset[child + 1]; s++)
                if (types.From[s] > start && types.From[s] < end) days.Add(types.From[s]);
            days.AddRange(weights.Days.Where(d => d > start && d < end));
            days.Sort();
            var piece = 0;
            for (var d = 0; d < days.Count; d++)
            {
                if (d > 0 && days[d] == days[d - 1]) continue;
                var next = d + 1;
                while (next < days.Count && days[next] == days[d]) next++;
                var text = typeText[types.Member[StepAt(types, child, days[d])]];
                var cells = new int[kind.Fields.Count];
                (cells[0], cells[1]) = (days[d], next < days.Count ? days[next] : allocations.End[r]);
                cells[kind.IndexOf("worker")] = allocations.Field("worker")[r];
                cells[kind.IndexOf("team")] = allocations.Field("team")[r];
                cells[kind.IndexOf("case_type")] = text;
                cells[kind.IndexOf("weight")] = weights.At(text, days[d]);
                made.Add(new MadeRow(child, cells, allocations.Key[r], (allocations.Piece[r] * 1000) + piece++, allocations.Place[r], allocations.SourceRow[r]));
            }
        }
        return DraftRows.Made(kind, allocations.Subjects, made, texts);
    }

    private static int StepAt(AttributeSteps steps, int child, int day)
    {
        var s = steps.Offset[child + 1] - 1;
        while (s > steps.Offset[child] && steps.From[s] > day) s--;
        return s;
    }

    private static DraftRows Caseholders(Dictionary<string, DraftRows> drafts, int[] held, TextPool texts)
    {
        var (allocations, posts) = (drafts["allocations"], drafts["worker_posts"]);
        var kind = drafts["caseholders"].Kind;
        var worker = allocations.Field("worker");
        var ofWorker = held.Where(r => worker[r] >= 0).ToLookup(r => worker[r]);
        string[] same = ["team", "role", "fte", "qualified", "agency", "registered"];
        var made = new List<MadeRow>();
        foreach (var cases in ofWorker)
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
                    foreach (var field in same) cells[kind.IndexOf(field)] = posts.Field(field)[p];
                    made.Add(new MadeRow(cases.Key, cells, posts.Key[p], piece++, posts.Place[p], posts.SourceRow[p]));
                }
            }
        }
        return DraftRows.Made(kind, posts.Subjects, made, texts);
    }

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
}

/// <summary>The authority's own weights of case types, from dated rows; a type no row names weighs one case.</summary>
internal sealed class CaseWeights
{
    private readonly List<(int From, int Type, int Weight)> _rows = [];

    public CaseWeights(DraftRows rows)
    {
        int[] type = rows.Field("case_type"), weight = rows.Field("weight");
        for (var r = 0; r < rows.Count; r++)
            if (Bellwether.Calendar.Days.IsDate(rows.First[r]) && type[r] >= 0 && weight[r] >= 0) _rows.Add((rows.First[r], type[r], weight[r]));
        _rows.Sort();
    }

    /// <summary>The days on which a weight may change.</summary>
    public IReadOnlyList<int> Days => [.. _rows.Select(r => r.From).Distinct()];

    /// <summary>The weight of a type on a day, in thousandths.</summary>
    public int At(int type, int day)
    {
        var weight = 1000;
        foreach (var (from, of, says) in _rows)
            if (of == type && from <= day) weight = says;
        return weight;
    }
}

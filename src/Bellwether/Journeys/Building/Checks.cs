using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Journeys.Building;

/// <summary>Records that load as they are and should be looked at: overlapping plans, records after death or long before birth.</summary>
internal static class Checks
{
    // Longer than any pregnancy: a plan for an unborn child is ordinary work.
    private const int LongestUnborn = 300;

    private static readonly HashSet<string> NeverUnborn = ["care_periods", "placements", "legal_statuses", "care_leavers"];

    // After a death these go on for a while, and rightly.
    private static readonly HashSet<string> MayOutlive = ["people", "allocations", "cin_episodes", "uasc_spells"];

    public static void Run(DraftRows rows, DraftRows people, int dataDay, FoundThings found)
    {
        if (rows.Kind.Name == "cp_plans") OverlappingPlans(rows, found);
        if (rows.Kind.Name == "cin_episodes") NeverClosed(rows, found);
        if (rows.Kind.Subject != SubjectKind.Child || rows.Kind.Shape is RecordShape.Entity or RecordShape.Reading) return;
        Column born = people.Field("born"), expected = people.Field("born_expected"), died = people.Field("died"), first = rows.First;
        var grace = NeverUnborn.Contains(rows.Kind.Name) ? 0 : LongestUnborn;
        for (var r = 0; r < rows.Count; r++)
        {
            var (child, day) = (rows.Subject[r], first[r]);
            if (!Days.IsDate(day)) continue;
            if (Days.IsDate(born[child]) && day < born[child] - grace && expected[child] != 1) found.Add("before-birth", rows, r);
            if (Days.IsDate(died[child]) && Outlives(rows, r, died[child], dataDay)) found.Add("after-death", rows, r);
        }
    }

    private static bool Outlives(DraftRows rows, int r, int died, int dataDay)
    {
        if (MayOutlive.Contains(rows.Kind.Name)) return false;
        if (rows.First[r] > died) return true;
        return rows.Kind.Shape == RecordShape.Spell && died < dataDay && Spans.IsOpenAt(rows.First[r], rows.End[r], dataDay);
    }

    /// <summary>Nothing was to be done, and the case is open: it would stand among open cases for ever.</summary>
    private static void NeverClosed(DraftRows cases, FoundThings found)
    {
        var nfa = cases.Field("nfa");
        for (var r = 0; r < cases.Count; r++)
            if (nfa[r] == 1 && cases.End[r] == Days.None) found.Count("nfa-not-closed", cases, r);
    }

    private static void OverlappingPlans(DraftRows plans, FoundThings found)
    {
        for (var r = 1; r < plans.Count; r++)
            if (plans.Subject[r] == plans.Subject[r - 1] && Days.IsDate(plans.First[r - 1])
                && plans.First[r] < Spans.Bound(plans.First[r - 1], plans.End[r - 1]))
                found.Add("overlapping-plans", plans, r);
    }
}

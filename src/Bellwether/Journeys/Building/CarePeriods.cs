using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Periods of care that touch are one, for the next episode starts on the day the last one ends (SSDA903 guide,
/// data-formats.md 4.1); overlapping ones are one with a finding. Short breaks (legal status V3, V4) are no period of care
/// of the ordinary kind and stay apart, from it and from each other.
/// </summary>
internal static class CarePeriods
{
    /// <summary>Child and day of the rows that began for one of these reasons (RNE: L a new legal status only, P and T a new placement only); to be asked before periods are joined.</summary>
    public static IReadOnlySet<(int Subject, int Day)> BegunBy(DraftRows care, CodeList starts, params string[] reasons)
    {
        var startCode = care.Field("start_code");
        var by = reasons.Select(starts.Index).ToArray();
        return Enumerable.Range(0, care.Count).Where(r => startCode[r] >= 0 && by.Contains(startCode[r])).Select(r => (care.Subject[r], care.First[r])).ToHashSet();
    }

    public static DraftRows Settle(DraftRows rows, FoundThings found)
    {
        var endCode = rows.Kind.IndexOf("end_code");
        var shortBreak = rows.Field("short_break");
        return Spans.Join(
            rows, r => shortBreak[r] == 1,
            (head, r) => rows.First[r] <= Spans.Bound(rows.First[head], rows.End[head]) && rows.End[head] != Days.Unknown,
            (head, r) =>
            {
                if (rows.First[r] < Spans.Bound(rows.First[head], rows.End[head])) found.Add("overlapping-care", rows, r);
                var end = Spans.Later(rows.End[head], rows.End[r]);
                if (end != rows.End[head]) rows.Set(endCode, head, rows.Field(endCode)[r]);
                rows.SetEnd(head, end);
                Spans.FillUnknown(rows, head, r, endCode);
            });
    }
}

/// <summary>
/// Being looked after ends at 18 (Children Act 1989 section 105): a period recorded past it counts up to the 18th birthday, exclusive,
/// and so do its placements and legal statuses; what begins on that day or later is no care at all and is left out. The reason
/// recorded for a later end is kept, an end made here has an unknown one. A birthday still to come at the data date changes nothing.
/// </summary>
internal static class CareStopsAt18
{
    public static void Apply(Drafts drafts, int dataDay, FoundThings found)
    {
        var (care, born) = (drafts["care_periods"], drafts["people"].Field("born"));
        var endCode = care.Kind.IndexOf("end_code");
        for (var r = 0; r < care.Count; r++)
        {
            if (!Cut(care, r, born, dataDay)) continue;
            if (care.Field(endCode)[r] == Days.None) care.Set(endCode, r, Days.Unknown);
            found.Add("care-past-18", care, r);
        }
        foreach (var kind in (string[])["placements", "legal_statuses"])
            for (var r = 0; r < drafts[kind].Count; r++) Cut(drafts[kind], r, born, dataDay);
        foreach (var kind in (string[])["care_periods", "placements", "legal_statuses"]) drafts[kind] = BegunBefore18(drafts[kind], born, dataDay);
    }

    private static DraftRows BegunBefore18(DraftRows rows, Column born, int dataDay) =>
        rows.Without(r => IsDueBy(born, rows.Subject[r], dataDay, out var last) && rows.First[r] >= last);

    private static bool IsDueBy(Column born, int child, int dataDay, out int last)
    {
        last = Births.Birthday(born[child], 18);
        return Days.IsDate(last) && last <= dataDay;
    }

    private static bool Cut(DraftRows rows, int r, Column born, int dataDay)
    {
        if (!IsDueBy(born, rows.Subject[r], dataDay, out var last) || rows.End[r] == Days.Unknown || !Days.IsDate(rows.First[r])) return false;
        if (Spans.Bound(rows.First[r], rows.End[r]) <= last) return false;
        rows.SetEnd(r, Math.Max(rows.First[r], last));
        return true;
    }
}

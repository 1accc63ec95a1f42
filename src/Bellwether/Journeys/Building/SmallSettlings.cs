using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// CIN plans of one child and start are one plan that two files know of (the system's and the local status file): the first row's
/// end, what one does not know from the other. <c>authorised</c> that no file states is the start.
/// </summary>
internal static class CinPlans
{
    public static DraftRows Settle(DraftRows rows)
    {
        var settled = Spans.Join(
            rows, _ => false,
            (head, r) => rows.First[head] == rows.First[r],
            (head, r) =>
            {
                if (rows.End[head] < 0 && Days.IsDate(rows.End[r])) rows.SetEnd(head, rows.End[r]);
                Spans.FillUnknown(rows, head, r);
            });
        var authorised = settled.Field("authorised");
        var days = new int[settled.Count];
        for (var r = 0; r < days.Length; r++) days[r] = authorised[r] == Days.Unknown ? settled.First[r] : authorised[r];
        settled.Replace("authorised", days);
        return settled;
    }
}

/// <summary>
/// An adoption track ends with the order or with the decision that the child should no longer be placed, whichever came. One
/// without a start begins with the period of care that holds its first step, else with the child's last.
/// </summary>
internal static class AdoptionTracks
{
    private static readonly string[] Steps = ["decision", "placement_order", "matched", "placed", "adopted", "reversed"];

    public static DraftRows Settle(DraftRows rows, Drafts drafts, CodeLists codes, TextPool texts, IReadOnlySet<(int, int)> legalOnly, IReadOnlySet<(int, int)> placementOnly)
    {
        var care = drafts["care_periods"];
        AdoptionSteps.Fill(rows, drafts, codes, legalOnly, placementOnly);
        Column adopted = rows.Field("adopted"), reversed = rows.Field("reversed"), decision = rows.Field("decision");
        for (var r = 0; r < rows.Count; r++)
        {
            // A source that knows only the decision starts the track on its day.
            if (!Days.IsDate(rows.First[r]) || (rows.First[r] == decision[r] && LinkRules.OpenOn(care, rows.Subject[r], decision[r]) >= 0))
                rows.Set(0, r, EntryToCare(rows, r, care));
            if (!Days.IsDate(rows.End[r]) && (Days.IsDate(adopted[r]) || Days.IsDate(reversed[r])))
                rows.SetEnd(r, !Days.IsDate(adopted[r]) ? reversed[r] : !Days.IsDate(reversed[r]) ? adopted[r] : Math.Min(adopted[r], reversed[r]));
        }
        return rows.Sorted(texts);
    }

    private static int EntryToCare(DraftRows rows, int r, DraftRows care)
    {
        var child = rows.Subject[r];
        foreach (var step in Steps)
        {
            var period = LinkRules.OpenOn(care, child, rows.Field(step)[r]);
            if (period >= 0) return care.First[period];
        }
        return care.Offset[child + 1] > care.Offset[child] ? care.First[care.Offset[child + 1] - 1] : Days.Unknown;
    }
}

/// <summary>
/// A review was held if it has a date and nothing says otherwise; one with only a due date, or cancelled, was not. A cancelled one is
/// due on no day: its day would stand for the next review, which has its own.
/// </summary>
internal static class Reviews
{
    public static void Settle(DraftRows cp, DraftRows cla)
    {
        var cancelled = cla.Field("cancelled");
        Hold(cp, _ => false);
        Hold(cla, r => cancelled[r] == 1);
        var due = cla.Field("due");
        cla.Replace("due", [.. Enumerable.Range(0, cla.Count).Select(r => cancelled[r] == 1 ? Days.None : due[r])]);
    }

    private static void Hold(DraftRows reviews, Func<int, bool> cancelled)
    {
        var held = reviews.Field("held");
        var answer = new int[reviews.Count];
        for (var r = 0; r < answer.Length; r++)
            answer[r] = !Days.IsDate(reviews.First[r]) || cancelled(r) ? 0 : held[r] < 0 ? 1 : held[r];
        reviews.Replace("held", answer);
    }
}

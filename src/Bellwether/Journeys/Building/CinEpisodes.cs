using Bellwether.Calendar;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Two referrals open at once are one case, from the first start to the last end, and a finding; the referrals themselves stay two
/// events. A case may not be opened while one is open (CIN census rule, indicators.md part D). A referral on the very day
/// of closure is a new case.
/// </summary>
internal static class CinEpisodes
{
    public static DraftRows Settle(DraftRows rows, FoundThings found)
    {
        int closeReason = rows.Kind.IndexOf("close_reason"), nfa = rows.Kind.IndexOf("nfa");
        return Spans.Join(
            rows, _ => false,
            (head, r) => rows.First[r] < Spans.Bound(rows.First[head], rows.End[head]),
            (head, r) =>
            {
                found.Add("two-open-referrals", rows, r);
                var end = Spans.Later(rows.End[head], rows.End[r]);
                if (end != rows.End[head] || rows.Field(closeReason)[head] == Days.Unknown) rows.Set(closeReason, head, rows.Field(closeReason)[r]);
                rows.SetEnd(head, end);
                // One case came to nothing only if both referrals did.
                if (rows.Field(nfa)[r] != 1 && rows.Field(nfa)[head] != 0) rows.Set(nfa, head, rows.Field(nfa)[r]);
                Spans.FillUnknown(rows, head, r, closeReason, nfa);
            });
    }
}

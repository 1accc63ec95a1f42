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
            rows, _ => 0,
            (head, r) => rows.First[r] < Spans.Bound(rows.First[head], rows.End[head]),
            (head, r) =>
            {
                found.Add("two-open-referrals", rows, r);
                var end = Spans.Later(rows.End[head], rows.End[r]);
                if (end != rows.End[head] || rows.Fields[closeReason][head] == Days.Unknown)
                    rows.Fields[closeReason][head] = rows.Fields[closeReason][r];
                rows.End[head] = end;
                // One case came to nothing only if both referrals did.
                if (rows.Fields[nfa][r] != 1 && rows.Fields[nfa][head] != 0) rows.Fields[nfa][head] = rows.Fields[nfa][r];
                Spans.FillUnknown(rows, head, r, closeReason, nfa);
            });
    }
}

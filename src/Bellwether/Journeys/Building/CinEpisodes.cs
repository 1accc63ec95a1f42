using Bellwether.Calendar;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Two referrals open at once are one case, from the first start to the last end, and a finding; the referrals themselves stay two
/// events. A case may not be opened while one is open (CIN census rule, indicators.md part D). A referral on the very day
/// of closure is a new case.
/// <para>One with no further action that was never closed is no part of the case beside it, or a child would be in need for years on end: it
/// ends where a real case begins, and where it came during one, it is what is left of it when that one has closed.</para>
/// </summary>
internal static class CinEpisodes
{
    public static DraftRows Settle(DraftRows rows, FoundThings found)
    {
        var closeReason = rows.Kind.IndexOf("close_reason");
        if (rows.Field("nfa").Is(Days.Unknown)) return JoinAlike(rows, _ => false, closeReason, found);
        var real = JoinAlike(rows, r => rows.Field("nfa")[r] == 1, closeReason, found);
        var both = JoinAlike(real, r => real.Field("nfa")[r] != 1, closeReason, found);
        return Part(both, both.Field("nfa"), found);
    }

    private static DraftRows JoinAlike(DraftRows rows, Func<int, bool> standsAlone, int closeReason, FoundThings found) =>
        Spans.Join(
            rows, standsAlone,
            (head, r) => rows.First[r] < Spans.Bound(rows.First[head], rows.End[head]),
            (head, r) =>
            {
                found.Add("two-open-referrals", rows, r);
                var end = Spans.Later(rows.End[head], rows.End[r]);
                if (end != rows.End[head] || rows.Field(closeReason)[head] == Days.Unknown) rows.Set(closeReason, head, rows.Field(closeReason)[r]);
                rows.SetEnd(head, end);
                Spans.FillUnknown(rows, head, r, closeReason);
            });

    /// <summary>Parts referrals with no further action from the cases they overlap; cases do not overlap each other any more.</summary>
    private static DraftRows Part(DraftRows rows, Column nfa, FoundThings found)
    {
        var (gone, isMoved) = (new List<int>(), false);
        for (var r = 0; r < rows.Count; r++)
        {
            if (nfa[r] != 1 || !Days.IsDate(rows.First[r])) continue;
            var (start, end) = (rows.First[r], Spans.Bound(rows.First[r], rows.End[r]));
            for (var c = rows.Offset[rows.Subject[r]]; c < rows.Offset[rows.Subject[r] + 1] && start < end; c++)
            {
                if (nfa[c] == 1 || !Days.IsDate(rows.First[c])) continue;
                var (from, to) = (rows.First[c], Spans.Bound(rows.First[c], rows.End[c]));
                if (to <= start || from >= end) continue;
                found.Add("two-open-referrals", rows, from > rows.First[r] ? c : r);
                if (from > start) rows.SetEnd(r, end = from);
                else if ((start = to) >= end)
                {
                    rows.Joined[(rows.Subject[r], rows.Key[r])] = rows.Key[c];
                    gone.Add(r);
                }
            }
            if (start == rows.First[r] || start >= end) continue;
            rows.Set(0, r, start);
            isMoved = true;
        }
        if (gone.Count == 0 && !isMoved) return rows;
        int[] kept = [.. Enumerable.Range(0, rows.Count).Except(gone)];
        return rows.Take(isMoved ? [.. kept.OrderBy(r => rows.Subject[r]).ThenBy(r => rows.First[r])] : kept);
    }
}

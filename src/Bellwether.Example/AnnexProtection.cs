using Bellwether.Writers.Xlsx;

namespace Bellwether.Example;

/// <summary>Lists 5 to 7.</summary>
internal static class AnnexProtection
{
    public static AnnexList Enquiries(AnnexView v)
    {
        var list = new AnnexList(AnnexList.Prefix, AnnexList.Disabled, "Strategy discussion initiating Section 47 Enquiry Start Date", "Was an Initial Child Protection Conference deemed unnecessary?",
            "Date of Initial Child Protection Conference", "Did the Initial Child Protection Conference Result in a Child Protection Plan", "Number of Section 47 Enquiries in the last 12 months",
            "Number of ICPCs in the last 12 months", AnnexList.Allocated);
        var enquiries = v.World.Enquiries.Where(s => s.Start.Recorded <= v.On).ToLookup(s => s.Referral.Child, s => s.Start.On);
        var held = v.World.Conferences.Where(c => c.Held.Recorded <= v.On).ToLookup(c => c.Referral.Child, c => c.Held.On);
        var conference = v.World.Conferences.Where(c => c.Enquiry is not null && c.Held.Recorded <= v.On).ToDictionary(c => c.Enquiry!.Id, StringComparer.Ordinal);
        foreach (var s in v.World.Enquiries)
        {
            if (!v.Lately(s.Start) && !(s.Start.Recorded <= v.On && !v.Extract.Ended(s.End))) continue;
            var child = s.Referral.Child;
            var c = conference.GetValueOrDefault(s.Id);
            list.Add(v.Prefix(child, s.Start.On), AnnexView.Disabled(child),
            [
                Cell.Date(s.Start.On), Cell.Text(v.Extract.Ended(s.End) ? AnnexCodes.Yes(s.Outcome != "CP_CONFERENCE_FLAG") : ""), Cell.Date(c?.Held.On), Cell.Text(c is null ? "" : AnnexCodes.Yes(c.PlanMade)),
                Cell.Number(v.Earlier(enquiries[child])), Cell.Number(v.Earlier(held[child])),
            ], v.Allocated(child));
        }
        return list;
    }

    public static AnnexList Need(AnnexView v)
    {
        var list = new AnnexList(AnnexList.Prefix, AnnexList.Disabled, "CIN Start Date", "Primary Need Code", "Date Child Was Last Seen", "CIN Closure Date", "Reason for Closure", "Case status", AnnexList.Allocated);
        var x = v.Extract;
        bool Open(Entry start, Entry? end) => start.Recorded <= v.On && !x.Ended(end);
        var care = v.World.CarePeriods.Where(p => !p.ShortBreaks && Open(p.Start, p.End)).Select(p => p.Child).ToHashSet();
        var plans = v.World.ProtectionPlans.Where(p => !p.OtherAuthority && Open(p.Start, p.End)).Select(p => p.Referral.Child).ToHashSet();
        var assessing = v.World.Assessments.Where(a => Open(a.Start, a.Authorised)).Select(a => a.Referral.Id).ToHashSet(StringComparer.Ordinal);
        var needing = v.World.NeedPlans.Where(p => Open(p.Start, p.End)).Select(p => p.Referral.Id).ToHashSet(StringComparer.Ordinal);
        var seen = LastSeen(v);
        foreach (var group in v.World.Referrals.Where(r => v.Current(r.Made, r.Closed) && r.Outcome != "NFA_FLAG").GroupBy(r => r.Child))
        {
            // One row a child: the open case before a closed one, the latest of each.
            var r = group.OrderBy(r => x.Ended(r.Closed)).ThenByDescending(r => r.Made.On).First();
            var child = r.Child;
            if (child.Born.AddYears(18) <= v.On && !x.Ended(r.Closed) && !needing.Contains(r.Id)) continue;
            var status = x.Ended(r.Closed) ? "e) Closed episode" : care.Contains(child) ? "a) Looked after child" : plans.Contains(child) ? "b) Child Protection plan"
                : assessing.Contains(r.Id) && !needing.Contains(r.Id) ? "d) Open assessment" : "c) Child in need plan";
            list.Add(v.Prefix(child, r.Made.On), AnnexView.Disabled(child),
            [
                Cell.Date(r.Made.On), Cell.Text(AnnexCodes.Need(r.Need)), Cell.Date(seen.TryGetValue(child, out var d) ? d : null), v.Day(r.Closed),
                Cell.Text(x.Ended(r.Closed) ? AnnexCodes.Closure(r.CloseReason) : ""), Cell.Text(status),
            ], v.Allocated(child));
        }
        return list;
    }

    private static Dictionary<Person, DateOnly> LastSeen(AnnexView v)
    {
        var seen = new Dictionary<Person, DateOnly>();
        foreach (var visit in v.World.NeedVisits.Concat(v.World.ProtectionVisits).Concat(v.World.CareVisits))
            if (visit.Seen && visit.Made.Recorded <= v.On && (!seen.TryGetValue(visit.Child, out var d) || d < visit.Made.On)) seen[visit.Child] = visit.Made.On;
        return seen;
    }

    public static AnnexList Plans(AnnexView v)
    {
        var list = new AnnexList(AnnexList.Prefix, AnnexList.Disabled, "Child Protection Plan Start Date", "Initial Category of Abuse", "Latest Category of Abuse", "Date of the Last Statutory Visit",
            "Was the Child Seen Alone?", "Date of latest review conference", "Child Protection Plan End Date", "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
            "Number of Previous Child Protection Plans", AnnexList.Allocated);
        var x = v.Extract;
        var own = v.World.ProtectionPlans.Where(p => !p.OtherAuthority && p.Start.Recorded <= v.On).ToLookup(p => p.Referral.Child);
        var visits = Latest(v.World.ProtectionVisits.Where(n => n.Made.Recorded <= v.On), n => n.ParentId, n => n.Made.On);
        var reviews = Latest(v.World.ProtectionReviews.Where(r => x.Ended(r.Held)), r => r.PlanId, r => r.Held!.Value.On);
        var urgent = v.World.LegalStatuses.Where(l => l.Code is "L1" or "L2" && v.Lately(l.Start)).Select(l => l.Period.Child).ToHashSet();
        foreach (var group in own)
        {
            var p = group.OrderByDescending(q => q.Start.On).First();
            if (!v.Current(p.Start, p.End)) continue;
            var visit = visits.GetValueOrDefault(p.Id);
            var review = reviews.GetValueOrDefault(p.Id);
            list.Add(v.Prefix(group.Key, p.Start.On), AnnexView.Disabled(group.Key),
            [
                Cell.Date(p.Start.On), Cell.Text(AnnexCodes.Category(p.Category)), Cell.Text(AnnexCodes.Category(p.LatestCategory)), Cell.Date(visit?.Made.On), Cell.Text(visit is null ? "" : AnnexCodes.Yes(visit.Alone)),
                Cell.Date(review?.Held!.Value.On), v.Day(p.End), Cell.Text(AnnexCodes.Yes(urgent.Contains(group.Key))), Cell.Number(group.Count() - 1),
            ], v.Allocated(group.Key));
        }
        return list;
    }

    internal static Dictionary<TKey, T> Latest<TKey, T>(IEnumerable<T> from, Func<T, TKey> key, Func<T, DateOnly> day)
        where TKey : notnull
    {
        var latest = new Dictionary<TKey, T>();
        foreach (var one in from)
            if (!latest.TryGetValue(key(one), out var other) || day(other) < day(one)) latest[key(one)] = one;
        return latest;
    }
}

namespace Bellwether.Example;

/// <summary>Takes the warm-up out again: whatever had wholly ended before the first day, and people left with nothing.</summary>
internal static class Trimming
{
    public static void Apply(World w)
    {
        var from = w.From;
        bool Lasts(Entry? end) => end is not { } e || e.On >= from;
        // A year of closed referrals stays, for re-referrals look back that far.
        w.Referrals.RemoveAll(r => r.Closed is { } c && c.On < from.AddYears(-1));
        var referrals = w.Referrals.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        w.Assessments.RemoveAll(a => !referrals.Contains(a.Referral.Id));
        w.Enquiries.RemoveAll(s => !referrals.Contains(s.Referral.Id));
        w.Conferences.RemoveAll(c => !referrals.Contains(c.Referral.Id));
        w.NeedPlans.RemoveAll(p => !Lasts(p.End));
        w.NeedVisits.RemoveAll(v => !referrals.Contains(v.ParentId));
        // An earlier plan is part of a child's history: the second-plan measure asks for it.
        w.ProtectionPlans.RemoveAll(p => p.End is { } e && e.On < from.AddYears(-4));
        var plans = w.ProtectionPlans.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        w.ProtectionReviews.RemoveAll(r => !plans.Contains(r.PlanId));
        w.ProtectionVisits.RemoveAll(v => !plans.Contains(v.ParentId) || v.Made.On < from);
        w.CarePeriods.RemoveAll(p => !Lasts(p.End));
        var periods = w.CarePeriods.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        w.CareEpisodes.RemoveAll(e => !periods.Contains(e.Period.Id));
        w.Placements.RemoveAll(p => !periods.Contains(p.Period.Id));
        w.Meetings.RemoveAll(m => m.Placement.Start.On < from);
        w.LegalStatuses.RemoveAll(l => !periods.Contains(l.Period.Id));
        w.CareReviews.RemoveAll(r => !periods.Contains(r.Period.Id));
        w.CareVisits.RemoveAll(v => !periods.Contains(v.ParentId));
        w.Permanence.RemoveAll(p => !periods.Contains(p.Period.Id));
        w.HealthChecks.RemoveAll(h => h.On.On < from.AddYears(-1));
        w.Sdqs.RemoveAll(s => s.On.On < from);
        w.Missing.RemoveAll(m => !Lasts(m.End));
        w.CarePlans.RemoveAll(p => !Lasts(p.End));
        w.Leavers.RemoveAll(l => l.From.On < from.AddYears(-1));
        w.Contacts.RemoveAll(c => c.Made.On < from);
        w.EarlyHelp.RemoveAll(e => !Lasts(e.End));
        w.Involvements.RemoveAll(i => !referrals.Contains(i.ReferralId));
        w.Workers.RemoveAll(k => !k.Posts.Exists(p => p.End is not { } e || e >= from));
        People(w);
    }

    private static void People(World w)
    {
        var kept = new HashSet<Person>();
        void Keep(IEnumerable<Person> people)
        {
            foreach (var p in people) kept.Add(p);
        }
        Keep(w.Referrals.Select(r => r.Child));
        Keep(w.ProtectionPlans.Select(p => p.Referral.Child));
        Keep(w.CarePeriods.Select(p => p.Child));
        Keep(w.Contacts.Select(c => c.Child));
        Keep(w.EarlyHelp.Select(e => e.Child));
        Keep(w.Leavers.Select(l => l.Child));
        Keep(w.HealthChecks.Select(h => h.Child));
        Keep(kept.Select(p => p.Mother).OfType<Person>().ToArray());
        w.People.RemoveAll(p => !kept.Contains(p));
    }
}

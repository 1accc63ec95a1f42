using Bellwether.Example;
using Xunit;

namespace Bellwether.Tests.Example;

public sealed class StoriesHoldTogether
{
    private static readonly World W = Worlds.Small;

    [Fact]
    public void No_end_comes_before_its_start_and_nothing_is_entered_before_it_happens()
    {
        void Check(string what, Entry start, Entry? end)
        {
            Assert.True(start.Recorded >= start.On, what);
            if (end is { } e) Assert.True(e.On >= start.On && e.Recorded >= e.On && e.Recorded >= start.Recorded, what);
        }
        foreach (var x in W.Referrals) Check(x.Id, x.Made, x.Closed);
        foreach (var x in W.Assessments) Check(x.Id, x.Start, x.Authorised);
        foreach (var x in W.Enquiries) Check(x.Id, x.Start, x.End);
        foreach (var x in W.NeedPlans) Check(x.Id, x.Start, x.End);
        foreach (var x in W.ProtectionPlans) Check(x.Id, x.Start, x.End);
        foreach (var x in W.CarePeriods) Check(x.Id, x.Start, x.End);
        foreach (var x in W.Placements) Check(x.Id, x.Start, x.End);
        foreach (var x in W.CareEpisodes) Check(x.Id, x.Start, x.End);
        foreach (var x in W.Involvements) Check(x.Id, x.Start, x.End);
        foreach (var x in W.Missing) Check(x.Id, x.Start, x.End);
    }

    [Fact]
    public void No_conference_comes_before_its_enquiry_and_a_plan_starts_on_its_conference()
    {
        var plans = W.ProtectionPlans.ToDictionary(p => p.Id);
        Assert.NotEmpty(W.Conferences);
        foreach (var c in W.Conferences)
        {
            Assert.True(c.TransferIn == c.Enquiry is null);
            if (c.Enquiry is { } s) Assert.True(c.Held.On >= s.Start.On, c.Id);
            if (c.PlanMade && plans.TryGetValue(c.PlanId, out var plan)) Assert.Equal(c.Held.On, plan.Start.On);
            Assert.True(c.Held.On.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        }
    }

    [Fact]
    public void Reviews_and_visits_lie_within_their_plan()
    {
        var plans = W.ProtectionPlans.ToDictionary(p => p.Id);
        foreach (var r in W.ProtectionReviews)
        {
            Assert.True(r.Due > plans[r.PlanId].Start.On, r.Id);
            if (r.Held is { } h) Assert.True(h.On > plans[r.PlanId].Start.On && (plans[r.PlanId].End is not { } e || h.On <= e.On), r.Id);
        }
        foreach (var v in W.ProtectionVisits)
            Assert.True(v.Made.On >= plans[v.ParentId].Start.On && (plans[v.ParentId].End is not { } e || v.Made.On <= e.On), v.Id);
    }

    [Fact]
    public void Placements_follow_one_another_through_the_whole_period_of_care()
    {
        foreach (var group in W.Placements.GroupBy(p => p.Period))
        {
            var inOrder = group.OrderBy(p => p.Start.On).ToArray();
            Assert.Equal(group.Key.Start.On, inOrder[0].Start.On);
            for (var i = 1; i < inOrder.Length; i++) Assert.Equal(inOrder[i - 1].End!.Value.On, inOrder[i].Start.On);
            Assert.Equal(group.Key.End?.On, inOrder[^1].End?.On);
        }
    }

    [Fact]
    public void A_case_is_open_as_long_as_anything_in_it()
    {
        foreach (var p in W.ProtectionPlans.Where(p => p.Referral.Closed is not null)) Assert.True(p.End is { } e && e.On <= p.Referral.Closed!.Value.On, p.Id);
        foreach (var p in W.CarePeriods.Where(p => p.Referral?.Closed is not null)) Assert.True(p.End is { } e && e.On <= p.Referral!.Closed!.Value.On, p.Id);
        foreach (var a in W.Assessments.Where(a => a.Referral.Closed is not null)) Assert.True(a.Authorised is { } e && e.On <= a.Referral.Closed!.Value.On, a.Id);
    }

    [Fact]
    public void Nobody_is_looked_after_before_birth()
    {
        Assert.Contains(W.People, p => p.Expected is not null);
        foreach (var p in W.CarePeriods) Assert.True(p.Start.On >= p.Child.Born, p.Id);
    }

    [Fact]
    public void What_a_real_extract_has_a_few_of_is_there()
    {
        var w = Worlds.Default;
        Assert.Contains(w.Conferences, c => c.TransferIn);
        Assert.Contains(w.ProtectionPlans, p => p.OtherAuthority);
        Assert.Contains(w.CarePeriods, p => p.Child.Uasc);
        Assert.Contains(w.CarePeriods, p => p.ShortBreaks);
        Assert.Contains(w.People, p => p.Former is not null);
        Assert.Contains(w.Involvements, i => i.Worker is null);
        Assert.Contains(w.Involvements, i => i.Worker is { Title: "Team Manager" } && i.Role == "CW");
        Assert.Contains(w.Involvements, i => i.Worker is { Title: "Duty Tray" });
        Assert.Contains(w.Involvements, i => i.Reason == "ORGRST" && i.Team == "CS7B");
        Assert.Contains(w.Workers, k => k.Agency);
        Assert.Contains(w.Workers, k => k.Fte is > 0 and < 1);
        Assert.Contains(w.Permanence, p => p.Reversed is not null);
        Assert.Contains(w.CarePlans, p => p.Options.Length > 1 && p.Options.Contains("ADOPTION"));
        Assert.Contains(w.Referrals, r => r.Closed is null && r.Child.Born.AddYears(18) < w.To);
        Assert.Contains(w.Referrals.Where(r => r.Closed is null || r.Closed.Value.On > w.To.AddYears(-2)).GroupBy(r => r.Child), g =>
            g.OrderBy(r => r.Made.On).Zip(g.OrderBy(r => r.Made.On).Skip(1)).Any(p => p.First.Closed is null || p.First.Closed.Value.On > p.Second.Made.On));
        Assert.Contains(w.People.Where(p => !p.IsMother && p.Expected is null).GroupBy(p => (p.Family, p.Born)), g => g.Count() > 1);
        Assert.Contains(w.ProtectionPlans, p => w.CarePeriods.Any(c => c.Child == p.Referral.Child && !c.ShortBreaks && c.Start.On < (p.End?.On ?? w.To) && (c.End?.On ?? w.To) > p.Start.On));
    }
}

using Bellwether.Calendar;
using Bellwether.Example;
using Xunit;

namespace Bellwether.Tests.Example;

/// <summary>England's figures for the year to 31 March 2025, from the DfE files named beside them; the population is ONS mid-2024, 12,183,016.</summary>
public sealed class RatesLikeEnglands
{
    private const double England = 1218.3016;
    private static readonly World W = Worlds.Default;
    private static readonly DateOnly To = ExampleAuthority.DefaultTo;
    private static readonly double Here = Council.Children / 10_000.0;

    private static void Near(double expected, double actual) => Assert.InRange(actual, expected * 0.85, expected * 1.15);

    private static bool InYear(DateOnly d) => d > To.AddYears(-1) && d <= To;

    private static bool Open(Entry start, Entry? end) => start.On <= To && (end is not { } e || e.On > To);

    [Fact]
    public void Open_cases_are_within_fifteen_percent() => // b1_children_in_need: At31_episodes 402,400
        Near(402_400 / England, W.Referrals.Where(r => Open(r.Made, r.Closed)).Select(r => r.Child).Distinct().Count() / Here);

    [Fact]
    public void Referrals_are_within_fifteen_percent() => // c1_..._referrals: referral_count 632,830
        Near(632_830 / England, W.Referrals.Count(r => InYear(r.Made.On)) / Here);

    [Fact]
    public void Re_referrals_are_within_fifteen_percent() // c1: rereferral_percent 22.6
    {
        var dates = W.Referrals.ToLookup(r => r.Child, r => r.Made.On);
        var year = W.Referrals.Where(r => InYear(r.Made.On)).ToArray();
        Near(22.6, 100.0 * year.Count(r => dates[r.Child].Any(d => d < r.Made.On && r.Made.On <= d.AddMonths(12))) / year.Length);
    }

    [Fact]
    public void Protection_plans_are_within_fifteen_percent() // d5: CPP_At31 49,420; d3: CPP_start 61,840, subsequent 24.5 %
    {
        var own = W.ProtectionPlans.Where(p => !p.OtherAuthority).ToArray();
        Near(49_420 / England, own.Count(p => Open(p.Start, p.End)) / Here);
        var started = own.Where(p => InYear(p.Start.On)).ToArray();
        Near(61_840 / England, started.Length / Here);
        Near(24.5, 100.0 * started.Count(p => own.Any(o => o.Referral.Child == p.Referral.Child && o.Start.On < p.Start.On)) / started.Length);
    }

    [Fact]
    public void Looked_after_children_are_within_fifteen_percent() // cla_number_and_rate: 81,770 at 31 March, 32,270 starting, 34,450 ceasing
    {
        var care = W.CarePeriods.Where(p => !p.ShortBreaks).ToArray();
        Near(81_770 / England, care.Count(p => Open(p.Start, p.End)) / Here);
        Near(32_270 / England, care.Where(p => InYear(p.Start.On)).Select(p => p.Child).Distinct().Count() / Here);
        Near(34_450 / England, care.Where(p => p.End is { } e && InYear(e.On)).Select(p => p.Child).Distinct().Count() / Here);
    }

    [Fact]
    public void Placement_stability_is_like_englands() // la_cla_placement_stability: 10 % and 69 %
    {
        var open = W.CarePeriods.Where(p => !p.ShortBreaks && Open(p.Start, p.End)).ToArray();
        var placements = W.Placements.Where(p => p.Start.On <= To).ToLookup(p => p.Period);
        var moved = 100.0 * open.Count(p => placements[p].Count(q => q.End is not { } e || e.On > To.AddYears(-1)) >= 3) / open.Length;
        Assert.InRange(moved, 7, 13);
        var settled = open.Where(p => p.Start.On.AddMonths(30) <= To && p.Child.Born.AddYears(16) > To).ToArray();
        Near(69, 100.0 * settled.Count(p => placements[p].Any(q => Open(q.Start, q.End) && q.Start.On.AddYears(2) <= To)) / settled.Length);
    }

    [Fact]
    public void Timeliness_is_plausible()
    {
        var assessed = W.Assessments.Where(a => a.Authorised is { } e && InYear(e.On)).ToArray();
        Assert.InRange(100.0 * assessed.Count(a => WorkingDays.Between(a.Start.On, a.Authorised!.Value.On) <= 45) / assessed.Length, 77, 88);
        var conferences = W.Conferences.Where(c => c.Enquiry is not null && InYear(c.Held.On)).ToArray();
        Assert.InRange(100.0 * conferences.Count(c => WorkingDays.Between(c.Enquiry!.Start.On, c.Held.On) <= 15) / conferences.Length, 70, 86);
    }

    [Fact]
    public void About_two_thousand_four_hundred_cases_are_open_and_the_year_before_differed()
    {
        Assert.InRange(W.Referrals.Count(r => Open(r.Made, r.Closed)), 2_200, 2_600);
        Assert.NotEqual(W.Referrals.Count(r => InYear(r.Made.On)), W.Referrals.Count(r => InYear(r.Made.On.AddYears(1))));
    }
}

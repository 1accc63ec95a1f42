using Bellwether.Extracts;
using Bellwether.Journeys;
using Xunit;
using static Bellwether.Tests.Journeys.RecordsFixture;

namespace Bellwether.Tests.Journeys;

public sealed class JourneyFindingsTests
{
    [Theory]
    [InlineData("assessments | C1 | start=2024-01-01; end=2024-02-01", 0)] // begun before the death
    [InlineData("assessments | C1 | start=2024-01-01", 1)]                 // still open
    [InlineData("cp_visits | C1 | date=2024-03-01", 0)]                    // the day itself
    [InlineData("cp_visits | C1 | date=2024-03-02", 1)]
    [InlineData("cin_episodes | C1 | start=2024-01-01", 0)]                // a case may be closed later
    public void A_record_after_death_loads_and_is_listed(string record, int findings)
    {
        var journeys = Build("people | C1 | born=2015-01-01; died=2024-03-01", record);
        Assert.Equal(findings, journeys.Findings.Count(f => f.Code == "after-death"));
        Assert.Equal(1, journeys.Rows(record.Split(' ')[0]).Count);
    }

    [Theory]
    [InlineData("cp_plans | C1 | start=2023-08-06", "no", 0)]      // an unborn child's plan: 300 days
    [InlineData("cp_plans | C1 | start=2023-08-05", "no", 1)]
    [InlineData("cp_plans | C1 | start=2023-08-05", "yes", 0)]     // not born yet: the date is only expected
    [InlineData("care_periods | C1 | start=2024-05-31", "no", 1)]
    [InlineData("care_periods | C1 | start=2024-06-01", "no", 0)]
    public void A_record_long_before_birth_loads_and_is_listed(string record, string expected, int findings)
    {
        var journeys = Build($"people | C1 | born=2024-06-01; born_expected={expected}", record);
        Assert.Equal(findings, journeys.Findings.Count(f => f.Code == "before-birth"));
    }

    [Theory]
    [InlineData("start=2024-01-01; nfa=yes; end=-", 1)]
    [InlineData("start=2024-01-01; nfa=yes; end=2024-01-03", 0)]
    [InlineData("start=2024-01-01; nfa=no; end=-", 0)]
    [InlineData("start=2024-01-01; nfa=?; end=-", 0)]
    public void A_referral_of_no_further_action_that_nobody_closed_is_found(string record, int findings) => Assert.Equal(
        findings, Build("people | C1 | born=2015-01-01", $"cin_episodes | C1 | {record}").Findings.Count(f => f.Code == "nfa-not-closed"));

    [Fact]
    public void Overlapping_protection_plans_both_count_with_a_finding()
    {
        var journeys = Build(
            "people | C1 | born=2015-01-01", "cp_plans | C1 | start=2024-01-01; end=2024-03-02", "cp_plans | C1 | start=2024-03-01",
            "people | C2 | born=2015-01-01", "cp_plans | C2 | start=2024-01-01; end=2024-03-01", "cp_plans | C2 | start=2024-03-01");
        Assert.Equal(4, journeys.Rows("cp_plans").Count);
        Assert.Equal(("overlapping-plans", 3), (Assert.Single(journeys.Findings).Code, journeys.Findings[0].Row));
    }

    [Fact]
    public void Every_finding_is_noted_says_what_to_do_and_has_its_own_code()
    {
        Assert.Equal(JourneyFindings.All.Count, JourneyFindings.All.Select(f => f.Code).Distinct().Count());
        Assert.All(JourneyFindings.All, f => Assert.Matches("^[a-z0-9-]+$", f.Code));
        Assert.All(JourneyFindings.All, f => Assert.EndsWith(".", f.ToDo, StringComparison.Ordinal));
    }

    [Fact]
    public void Findings_name_their_place_and_no_child_and_stand_in_its_order()
    {
        var journeys = Build(
            "people | Zaphod | born=1999-04-03",
            "care_periods | Zaphod | start=2015-01-01",
            "cin_episodes | Zaphod | start=2014-01-01",
            "cin_episodes | Zaphod | start=2015-01-01");
        Assert.Equal([("care-past-18", 2), ("two-open-referrals", 4)], journeys.Findings.Select(f => (f.Code, f.Row)));
        Assert.All(journeys.Findings, f => Assert.Equal((Outcome.Noted, "fixture.csv"), (f.Outcome, f.File)));
        Assert.All(journeys.Findings, f => Assert.DoesNotContain("Zaphod", f.ToString(), StringComparison.Ordinal));
        Assert.All(journeys.Findings, f => Assert.DoesNotContain("1999", f.ToString(), StringComparison.Ordinal));
    }
}

using Bellwether.Calendar;
using Bellwether.Journeys;
using Xunit;
using static Bellwether.Tests.Journeys.RecordsFixture;

namespace Bellwether.Tests.Journeys;

public sealed class AttributeTests
{
    private const string Contact = "contacts | C1 | date=2024-01-01";

    [Theory]
    [InlineData("2020-02-28", "unborn")]
    [InlineData("2020-02-29", "under-1")]
    [InlineData("2021-02-28", "under-1")]
    [InlineData("2021-03-01", "1-4")]
    [InlineData("2025-02-28", "1-4")]
    [InlineData("2025-03-01", "5-9")]
    [InlineData("2030-03-01", "10-15")]
    [InlineData("2036-02-28", "10-15")]
    [InlineData("2036-02-29", "16-17")]
    [InlineData("2038-03-01", "18+")]
    public void Age_bands_turn_on_birthdays(string date, string band) =>
        Assert.Equal(band, MemberAt(Build("people | C1 | born=2020-02-29", Contact), "age-band", date));

    [Fact]
    public void An_unborn_child_is_unborn_until_the_expected_day_and_no_date_is_unknown()
    {
        var journeys = Build("people | C1 | born=2024-06-01; born_expected=yes", Contact, "people | C2 | born=?", "contacts | C2 | date=2024-01-01");
        Assert.Equal("unborn", MemberAt(journeys, "age-band", "2024-05-31"));
        Assert.Equal("under-1", MemberAt(journeys, "age-band", "2024-06-01"));
        Assert.Equal("unknown", MemberAt(journeys, "age-band", "2024-06-01", child: 1));
    }

    [Theory]
    [InlineData("2023-12-31", "none")]
    [InlineData("2024-01-01", "case")]
    [InlineData("2024-01-10", "assessment")]
    [InlineData("2024-02-01", "CIN")]
    [InlineData("2024-03-01", "CP")]
    [InlineData("2024-04-01", "CLA")]
    [InlineData("2024-05-01", "CP")]
    [InlineData("2024-06-01", "case")]
    [InlineData("2024-06-10", "case")] // a short break is not being looked after
    [InlineData("2024-07-01", "none")]
    public void Case_type_is_the_first_that_applies(string date, string type)
    {
        var journeys = Build(
            "people | C1 | born=2015-01-01",
            "cin_episodes | C1 | start=2024-01-01; end=2024-07-01",
            "assessments | C1 | start=2024-01-10; end=2024-02-10",
            "cin_plans | C1 | start=2024-02-01; end=2024-05-15",
            "cp_plans | C1 | start=2024-03-01; end=2024-06-01",
            "care_periods | C1 | start=2024-04-01; end=2024-05-01",
            "care_periods | C1 | start=2024-06-02; end=2024-06-20; short_break=yes");
        Assert.Equal(type, MemberAt(journeys, "case-type", date));
    }

    [Fact]
    public void Placement_is_the_group_of_the_latest_open_one()
    {
        var journeys = Build(
            "people | C1 | born=2015-01-01",
            "care_periods | C1 | start=2024-01-01",
            "placements | C1 | start=2024-01-01; end=2024-06-01; type=U6; carer=A",
            "placements | C1 | start=2024-03-01; end=2024-04-01; type=K2; carer=B",
            "placements | C1 | start=2024-06-01; end=2024-07-01; type=?; carer=B");
        Assert.Equal(
            ["none", "foster", "residential", "foster", "unknown", "none"],
            new[] { "2023-12-31", "2024-02-29", "2024-03-01", "2024-04-01", "2024-06-01", "2024-07-01" }.Select(d => MemberAt(journeys, "placement", d)));
    }

    [Fact]
    public void What_does_not_change_is_one_step()
    {
        var journeys = Build("people | C1 | born=2015-01-01; sex=F; ethnicity=WBRI; disabled=yes", Contact, "contacts | C2 | date=2024-01-01");
        Assert.Equal(
            ["F", "white", "yes"], new[] { "sex", "ethnicity", "disability" }.Select(a => MemberAt(journeys, a, "2024-01-01")));
        Assert.Equal(
            ["unknown", "unknown", "unknown"], new[] { "sex", "ethnicity", "disability" }.Select(a => MemberAt(journeys, a, "2024-01-01", child: 1)));
        Assert.Equal(2, journeys.Attribute("sex")!.From.Length);
    }

    [Fact]
    public void Team_service_and_district_follow_the_case_worker_and_a_team_keeps_its_code_through_a_renaming()
    {
        var authority = Authority.Unnamed with
        {
            Districts = [("D1", "East"), ("D2", "West")],
            Teams =
            [
                new TeamEntry("T1", "Old Name", "CSWT", "Field Work", "", "D1", null, new DateOnly(2024, 3, 1), ""),
                new TeamEntry("T1", "New Name", "CSWT", "Field Work", "", "D2", new DateOnly(2024, 3, 1), null, ""),
            ],
        };
        var journeys = Build(
            authority,
            "cin_episodes | C1 | start=2024-01-01",
            "allocations | C1 | start=2024-01-01; end=2024-02-01; worker=W1; team=T1; role=CW",
            "allocations | C1 | start=2024-04-01; worker=W1; team=T7; role=CW",
            "allocations | C2 | start=2024-04-01; worker=W1; team=T1; role=CW",
            "cin_episodes | C2 | start=2024-01-01",
            "people | C2 | born=2015-01-01; district=D1");
        string At(string attribute, string date, int child = 0) => MemberAt(journeys, attribute, date, child);
        Assert.Equal(["unknown", "T1", "unknown", "T7"], new[] { "2023-12-31", "2024-01-31", "2024-02-01", "2024-04-01" }.Select(d => At("team", d)));
        Assert.Equal(("field-work", "unknown"), (At("service", "2024-01-01"), At("service", "2024-04-01")));
        Assert.Equal(("D1", "unknown"), (At("district", "2024-01-01"), At("district", "2024-04-01")));
        Assert.Equal("D1", At("district", "2024-04-01", child: 1));
        Assert.Equal(["No team known", "New Name", "T7"], journeys.Attribute("team")!.Labels);
        Assert.Equal(["No district known", "East", "West"], journeys.Attribute("district")!.Labels);
    }

    [Fact]
    public void Steps_are_sorted_begin_before_all_days_and_change_something()
    {
        var random = new Random(11);
        var kinds = new[] { "cin_episodes", "assessments", "cin_plans", "cp_plans", "care_periods", "placements", "allocations" };
        var first = new DateOnly(2023, 1, 1);
        for (var round = 0; round < 200; round++)
        {
            var lines = Enumerable.Range(0, 25).Select(_ =>
            {
                var kind = kinds[random.Next(kinds.Length)];
                var start = first.AddDays(random.Next(600));
                var end = random.Next(3) == 0 ? "-" : IsoDate.Format(start.AddDays(random.Next(200)));
                var more = kind switch { "allocations" => $"; role=CW; worker=W{random.Next(3)}; team=T{random.Next(3)}", "placements" => "; type=U6", _ => "" };
                return $"{kind} | C{random.Next(3)} | start={start:yyyy-MM-dd}; end={end}{more}";
            }).ToArray();
            var journeys = Build(lines);
            foreach (var name in journeys.Attributes)
            {
                var steps = journeys.Attribute(name)!;
                Assert.Equal("unknown", steps.Codes[0]);
                Assert.Equal(steps.Codes.Count, steps.Labels.Count);
                for (var child = 0; child < journeys.ChildIds.Count; child++)
                {
                    Assert.Equal(int.MinValue, steps.From[steps.Offset[child]]);
                    for (var s = steps.Offset[child] + 1; s < steps.Offset[child + 1]; s++)
                    {
                        Assert.True(steps.From[s] > steps.From[s - 1]);
                        Assert.NotEqual(steps.Member[s], steps.Member[s - 1]);
                    }
                }
                Assert.All(steps.Member, m => Assert.InRange(m, 0, steps.Codes.Count - 1));
            }
        }
    }
}

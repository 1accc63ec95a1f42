using Bellwether.Codes;
using Bellwether.Journeys;
using Xunit;

namespace Bellwether.Tests.Journeys;

public sealed class AuthorityFilesTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("bellwether-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void A_home_states_its_name_teams_districts_populations_and_merged_ids()
    {
        Write("authority.yaml", "name: Example\nla_code: 999\ncase_worker_roles: [CW, PA]\nnon_case_holding_titles: [Team Manager]\nset_aside_limit_percent: 2.5\nscorecard: members\ndemonstration: true\n");
        Write("teams.csv", "code,name,kind,service,parent,district,from,to,successor",
            "S1,\"Safeguarding, East\",CSWT,Field,,D1,,2024-03-01,S2", "S2,New,CSWT,Field,S1,D1,2024-03-01,,");
        Write("districts.csv", "code,name", "D1,East");
        Write("populations.csv", "area,mid_year,age_from,age_to,population,source", "authority,2024,0,17,355390,ONS 2025");
        Write("merged_ids.csv", "old_id,new_id,merged_on", "007,8,2024-05-01");
        var authority = Authority.Load(_home);
        Assert.Equal(("Example", "999", 2.5m), (authority.Name, authority.LaCode, authority.SetAsideLimitPercent));
        Assert.Equal(["CW", "PA"], authority.CaseWorkerRoles);
        Assert.Equal(("members", true), (authority.Scorecard, authority.IsDemonstration));
        Assert.Equal(["Team Manager"], authority.NonCaseHoldingTitles);
        Assert.Equal(new TeamEntry("S1", "Safeguarding, East", "CSWT", "Field", "", "D1", null, new DateOnly(2024, 3, 1), "S2"), authority.Teams[0]);
        Assert.Equal([("D1", "East")], authority.Districts);
        Assert.Equal([new PopulationEntry("", 2024, 0, 17, 355_390, "ONS 2025")], authority.Populations);
        Assert.Equal([new MergedId("007", "8", new DateOnly(2024, 5, 1))], authority.MergedIds);
    }

    [Fact]
    public void The_example_authority_loads()
    {
        var home = new DirectoryInfo(Shelf.Path()).Parent!.FullName;
        var authority = Authority.Load(Path.Combine(home, "authorities", "example"));
        Assert.Contains("Team Manager", authority.NonCaseHoldingTitles);
        Assert.NotEmpty(authority.Teams);
        Assert.Contains(authority.Populations, p => p.Area.Length == 0);
    }

    [Fact]
    public void Files_that_are_missing_leave_what_an_unnamed_authority_has()
    {
        var authority = Authority.Load(_home);
        Assert.Equal(Authority.Unnamed.CaseWorkerRoles, authority.CaseWorkerRoles);
        Assert.Empty(authority.Teams);
        Assert.Equal((Authority.Unnamed.Scorecard, false), (authority.Scorecard, authority.IsDemonstration));
        Assert.Empty(authority.MergedIds);
    }

    [Theory]
    [InlineData("teams.csv", "code,name,from\nT1,One,01/13/2024", 2, "from")]
    [InlineData("teams.csv", "code,name\nT1,", 2, "name")]
    [InlineData("teams.csv", "code,title\nT1,One", 1, "name")]
    [InlineData("teams.csv", "code,name,from,to\nT1,One,2024-03-01,2024-03-01", 2, "to")]
    [InlineData("teams.csv", "code,name,successor\nT1,One,T2", 2, "T2")]
    [InlineData("populations.csv", "area,mid_year,age_from,age_to,population,source\n,2024,0,17,\"355,390\",ONS", 2, "355,390")]
    [InlineData("populations.csv", "area,mid_year,age_from,age_to,population,source\nauthority,2024,0,17,355390,ONS\n,2024,0,17,355400,ONS revised", 3, "keep the new one alone")]
    [InlineData("populations.csv", "area,mid_year,age_from,age_to,population,source\n,2024,17,0,355390,ONS", 2, "age_to")]
    [InlineData("merged_ids.csv", "old_id,new_id,merged_on\n1,1,2024-01-01", 2, "new_id")]
    [InlineData("merged_ids.csv", "old_id,new_id,merged_on\n1,2,", 2, "merged_on")]
    [InlineData("authority.yaml", "name: Example\nset_aside_limit_percent: many", 2, "many")]
    [InlineData("authority.yaml", "case_worker_roles: CW", 1, "list")]
    [InlineData("authority.yaml", "name: Example\ndemonstration: perhaps", 2, "perhaps")]
    [InlineData("authority.yaml", "name: Example\nla_code:", 2, "no value")]
    [InlineData("authority.yaml", "- name: Example", 1, "no keys")]
    [InlineData("authority.yaml", "name: Example\n---\nla_code: 997", 3, "after ---")]
    [InlineData("authority.yaml", "name: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: [*e, *e, *e, *e, *e, *e, *e, *e, *e]", 1, "repeats itself")]
    [InlineData("authority.yaml", "name: [a", 2, "no YAML: A { or [ is not closed")] // the reader meets the fault where the bracket should have closed
    public void What_is_wrong_is_told_with_file_and_line(string file, string text, int line, string says)
    {
        Write(file, text);
        var fault = Assert.Throws<ShelfException>(() => Authority.Load(_home));
        Assert.Equal((file, line), (Path.GetFileName(fault.File), (int)fault.Line));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    private void Write(string file, params string[] lines) => File.WriteAllLines(Path.Combine(_home, file), lines);
}

using System.Text.Json;
using Xunit;
using static Bellwether.Web.Tests.Cli.CommandLine;

namespace Bellwether.Web.Tests.Cli;

/// <summary>Crossed breakdowns, cohorts and movements on the command line, over a home with a few plans.</summary>
public sealed class CutsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bellwether-cuts-").FullName;

    [Fact]
    public void A_count_is_crossed_cut_to_a_cohort_and_followed_between_two_dates()
    {
        var home = Home();
        var crossed = Json("show", "CP01", "--home", home, "--at", "2024-06-30", "--by", "sex", "--and", "age-band").GetProperty("figures").EnumerateArray().ToList();
        Assert.Equal(2, crossed.Sum(f => f.GetProperty("numerator").GetDecimal()));
        Assert.Contains(crossed, f => f.GetProperty("member").GetString() == "F" && f.GetProperty("and").GetString() == "5-9");
        var cohort = Json("show", "CP01", "--home", home, "--at", "2024-06-30", "--where", "sex=M").GetProperty("figures").EnumerateArray().Single();
        Assert.Equal(1, cohort.GetProperty("numerator").GetDecimal());
        var moved = Json("moved", "CP01", "--home", home, "--from", "2024-03-31", "--to", "2024-06-30", "--cases");
        Assert.Equal((2, 2, 1, 1), (moved.GetProperty("before").GetInt32(), moved.GetProperty("now").GetInt32(), moved.GetProperty("entered").GetInt32(), moved.GetProperty("left").GetInt32()));
        Assert.Equal("3", moved.GetProperty("cases").GetProperty("entered").EnumerateArray().Single().GetProperty("child").GetString());
    }

    [Theory]
    [InlineData("show", "CP01", "--home", "HOME", "--at", "2024-06-30", "--and", "sex")]
    [InlineData("show", "CP01", "--home", "HOME", "--at", "2024-06-30", "--where", "sex")]
    [InlineData("show", "CP01", "--home", "HOME", "--at", "2024-06-30", "--where", "sex=Z")]
    [InlineData("moved", "CP01", "--home", "HOME", "--from", "2024-06-30", "--to", "2024-03-31")]
    public void What_cannot_be_cut_says_so(params string[] arguments)
    {
        var home = Home();
        Assert.Equal(2, Run([.. arguments.Select(a => a.Replace("HOME", home, StringComparison.Ordinal))]).Code);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Home()
    {
        var home = Path.Combine(_folder, "home");
        if (Directory.Exists(home)) return home;
        var files = Directory.CreateDirectory(Path.Combine(_folder, "files")).FullName;
        File.WriteAllText(Path.Combine(files, "ssd_person.csv"), "pers_person_id,pers_sex,pers_ethnicity,pers_dob\n1,F,WBRI,2016-01-01\n2,M,WBRI,2010-01-01\n3,M,WBRI,2022-01-01\n");
        File.WriteAllText(Path.Combine(files, "ssd_cp_plans.csv"),
            "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\nA,1,2024-01-02,\nB,2,2024-01-02,2024-05-05\nC,3,2024-05-01,\n");
        Assert.Equal(0, Run("init", "--home", home, "--name", "Somewhere", "--la-code", "997").Code);
        Assert.Equal(0, Run("load", "--home", home, files, "--data-date", "2024-06-30").Code);
        return home;
    }

    private static JsonElement Json(params string[] arguments)
    {
        var (code, data) = CommandLine.Json(arguments);
        Assert.Equal(0, code);
        return data;
    }
}

using Bellwether.Example;
using Xunit;

namespace Bellwether.Tests.Example;

public sealed class TheStartOfAHome
{
    private static string[] Lines(string name) => File.ReadAllLines(Path.Combine(Worlds.Home().FullName, name));

    [Fact]
    public void Teams_and_districts_are_those_of_the_generator()
    {
        var teams = Lines("teams.csv").Skip(1).Select(l => l.Split(',')).ToArray();
        foreach (var team in Council.Teams)
        {
            var rows = teams.Where(t => t[0] == team.Code).ToArray();
            Assert.Equal(team.Renamed is null ? 1 : 2, rows.Length);
            Assert.Equal((team.Name, team.Kind, team.District, team.Successor), (rows[0][1], rows[0][2], rows[0][5], rows[0][8]));
            if (team.Renamed is { } later) Assert.Equal((later.Name, $"{later.From:yyyy-MM-dd}"), (rows[1][1], rows[1][6]));
        }
        Assert.Equal(Council.Districts.Select(d => $"{d.Code},{d.Name}"), Lines("districts.csv").Skip(1));
        Assert.Equal(Council.Districts.SelectMany(d => d.Sectors.Select(s => $"{s},{d.Code}")), Lines("postcode_districts.csv").Skip(1));
    }

    [Fact]
    public void District_populations_sum_to_the_authoritys()
    {
        foreach (var year in Lines("populations.csv").Skip(1).Select(l => l.Split(',')).GroupBy(c => c[1]))
            Assert.Equal(year.Where(c => c[0] == "authority").Sum(Count), year.Where(c => c[0] != "authority").Sum(Count));
        Assert.Contains(Lines("populations.csv"), l => l.StartsWith($"authority,2025,0,17,{Council.Children},", StringComparison.Ordinal));

        static int Count(string[] cells) => int.Parse(cells[4], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_twenty_seven_indicators_have_a_target_and_an_owner()
    {
        var targets = Lines("targets.csv").Skip(1).Select(l => l.Split(',')[0]).Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(27, targets.Length);
        Assert.Equal(targets, Lines("owners.csv").Skip(1).Select(l => l.Split(',')[0]).Order(StringComparer.Ordinal));
    }
}

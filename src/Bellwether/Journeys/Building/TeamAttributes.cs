using Bellwether.Calendar;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>Team, service and district of a child, through the team that holds its case.</summary>
internal sealed class TeamAttributes(Authority authority, IReadOnlyList<string> teamCodes, DraftRows people, TextPool texts, DateOnly day)
{
    private readonly Dictionary<string, TeamEntry[]> _entries =
        authority.Teams.GroupBy(t => t.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>The allocated worker's team. Labels are the names in force at the data date; a team that is not in teams.csv is called by its code.</summary>
    public AttributeSteps Team(CaseHolders holders) =>
        holders.Steps("team", ["unknown", .. teamCodes],
            ["No team known", .. teamCodes.Select(c => _entries.TryGetValue(c, out var entries) ? entries[InForce(entries, Days.Of(day))].Name : c)],
            r => holders.Team[r] + 1);

    /// <summary>The service of that team, as it was when the team took the case.</summary>
    public AttributeSteps Service(CaseHolders holders)
    {
        string[] services = [.. authority.Teams.Select(t => t.Service).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)];
        return holders.Steps("service", ["unknown", .. services.Select(Attributes.Slug)], ["No service known", .. services],
            ByEntry(holders, team => Array.IndexOf(services, team.Service) + 1));
    }

    /// <summary>The child's own district where the extract gave one, else the team's; the child's own does not change.</summary>
    public AttributeSteps District(CaseHolders holders)
    {
        var own = people.Field("district");
        var used = new NumberSet();
        for (var child = 0; child < people.Count; child++)
            if (own[child] >= 0) used.Add(own[child]);
        var given = used.ToArray();
        var seen = given.Select(t => texts[t]).Concat(authority.Teams.Select(t => t.District).Where(d => d.Length > 0));
        string[] districts =
        [
            .. authority.Districts.Select(d => d.Code),
            .. seen.Except(authority.Districts.Select(d => d.Code), StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        var memberOf = districts.Select((d, i) => (d, i)).ToDictionary(p => p.d, p => p.i + 1, StringComparer.Ordinal);
        var memberOfText = given.ToDictionary(t => t, t => memberOf[texts[t]]);
        var memberOfRow = ByEntry(holders, team => memberOf.GetValueOrDefault(team.District));
        var steps = new StepsWriter(people.Count, people.Count);
        for (var child = 0; child < people.Count; child++)
        {
            steps.Begin(own[child] >= 0 ? memberOfText[own[child]] : 0);
            if (own[child] < 0) holders.Write(steps, child, memberOfRow, 0);
        }
        var names = authority.Districts.ToDictionary(d => d.Code, d => d.Name, StringComparer.Ordinal);
        return steps.Written("district", ["unknown", .. districts], ["No district known", .. districts.Select(d => names.GetValueOrDefault(d, d))]);
    }

    /// <summary>By allocation row, the member of what its team was when it took the case; 0 where no team is known, or teams.csv has none of that code.</summary>
    private Func<int, int> ByEntry(CaseHolders holders, Func<TeamEntry, int> memberOf)
    {
        TeamEntry[]?[] entries = [.. teamCodes.Select(c => _entries.GetValueOrDefault(c))];
        int[]?[] members = [.. entries.Select(e => e?.Select(memberOf).ToArray())];
        return r =>
        {
            var team = holders.Team[r];
            return team < 0 || entries[team] is not { } of ? 0 : members[team]![of.Length == 1 ? 0 : InForce(of, holders.Start(r))];
        };
    }

    /// <summary>The entry of that day; before the first the first, else the last that had begun.</summary>
    private static int InForce(TeamEntry[] entries, int at)
    {
        var (first, latest) = (0, -1);
        for (var e = 0; e < entries.Length; e++)
        {
            if (From(entries[e]) < From(entries[first])) first = e;
            if (From(entries[e]) <= at && (latest < 0 || From(entries[e]) >= From(entries[latest]))) latest = e;
        }
        return latest >= 0 ? latest : first;
    }

    private static int From(TeamEntry entry) => entry.From is { } from ? Days.Of(from) : 0;
}

using Bellwether.Calendar;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>Team, service and district of a child, through the team that holds its case.</summary>
internal sealed class TeamAttributes(Authority authority, Numbering numbers, DraftRows people, TextPool texts, DateOnly day)
{
    private readonly ILookup<string, TeamEntry> _entries = authority.Teams.ToLookup(t => t.Code, StringComparer.Ordinal);

    /// <summary>The allocated worker's team. Labels are the names in force at the data date; a team that is not in teams.csv is called by its code.</summary>
    public AttributeSteps Team(CaseHolders holders) =>
        holders.Steps("team", ["unknown", .. numbers.TeamCodes], ["No team known", .. numbers.TeamCodes.Select(c => InForce(c, day)?.Name ?? c)],
            r => holders.Team[r] + 1);

    /// <summary>The service of that team, as it was when the team took the case.</summary>
    public AttributeSteps Service(CaseHolders holders)
    {
        string[] services = [.. authority.Teams.Select(t => t.Service).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)];
        return holders.Steps("service", ["unknown", .. services.Select(Attributes.Slug)], ["No service known", .. services],
            r => Entry(holders, r) is { } team ? Array.IndexOf(services, team.Service) + 1 : 0);
    }

    /// <summary>The child's own district where the extract gave one, else the team's; the child's own does not change.</summary>
    public AttributeSteps District(CaseHolders holders)
    {
        var own = people.Field("district");
        var seen = own.Where(Days.IsDate).Distinct().Select(t => texts[t]).Concat(authority.Teams.Select(t => t.District).Where(d => d.Length > 0));
        string[] districts =
        [
            .. authority.Districts.Select(d => d.Code),
            .. seen.Except(authority.Districts.Select(d => d.Code), StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        var memberOf = districts.Select((d, i) => (d, i)).ToDictionary(p => p.d, p => p.i + 1, StringComparer.Ordinal);
        var steps = new StepsWriter(people.Count);
        for (var child = 0; child < people.Count; child++)
        {
            steps.Begin(own[child] >= 0 ? memberOf[texts[own[child]]] : 0);
            if (own[child] < 0) holders.Write(steps, child, r => memberOf.GetValueOrDefault(Entry(holders, r)?.District ?? ""), 0);
        }
        var names = authority.Districts.ToDictionary(d => d.Code, d => d.Name, StringComparer.Ordinal);
        return steps.Written("district", ["unknown", .. districts], ["No district known", .. districts.Select(d => names.GetValueOrDefault(d, d))]);
    }

    private TeamEntry? Entry(CaseHolders holders, int row) =>
        holders.Team[row] < 0 ? null : InForce(numbers.TeamCodes[holders.Team[row]], Days.Date(holders.Start(row)));

    /// <summary>The entry of that day; before the first the first, else the last that had begun.</summary>
    private TeamEntry? InForce(string code, DateOnly at)
    {
        TeamEntry? first = null, latest = null;
        foreach (var entry in _entries[code])
        {
            if (first is null || (entry.From ?? DateOnly.MinValue) < (first.From ?? DateOnly.MinValue)) first = entry;
            if ((entry.From ?? DateOnly.MinValue) <= at && (latest is null || (entry.From ?? DateOnly.MinValue) >= (latest.From ?? DateOnly.MinValue)))
                latest = entry;
        }
        return latest ?? first;
    }
}

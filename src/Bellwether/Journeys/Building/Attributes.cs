using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// The attributes that can break a figure down: of the child itself here, those of case and worker in their own files. Each is made when it is
/// first asked for, once, from whichever thread.
/// </summary>
internal sealed class Attributes(Drafts drafts, CodeLists codes)
{
    private static readonly int[] BandFrom = [0, 1, 5, 10, 16, 18];

    private readonly DraftRows _people = drafts["people"];
    private readonly Lazy<int[]> _always = new(() => Always(drafts["people"].Count));

    public static Dictionary<string, Lazy<AttributeSteps>> Of(
        Drafts drafts, Numbering numbers, CodeLists codes, Authority authority, TextPool texts, DateOnly day)
    {
        var own = new Attributes(drafts, codes);
        var (people, workers) = (drafts["people"], numbers.WorkerIds);
        var teams = new TeamAttributes(authority, numbers.TeamCodes, people, texts, day);
        var holders = new Lazy<CaseHolders>(() => CaseHolders.Of(drafts["allocations"], Allocations.CaseRoles(codes["role"], authority)));
        return new(StringComparer.Ordinal)
        {
            ["team"] = new(() => teams.Team(holders.Value)),
            ["service"] = new(() => teams.Service(holders.Value)),
            ["district"] = new(() => teams.District(holders.Value)),
            ["worker"] = new(() => Workers(holders.Value, workers)),
            ["age-band"] = new(own.AgeBand),
            ["case-type"] = new(() => CaseAttributes.CaseType(drafts, people.Count)),
            ["placement"] = new(() => CaseAttributes.Placement(drafts, codes["placement-type"], people.Count)),
            ["sex"] = new(own.Sex),
            ["ethnicity"] = new(own.Ethnicity),
            ["disability"] = new(own.Disability),
        };
    }

    /// <summary>Unborn up to the day before birth, or before the expected day; unknown where no date is known.</summary>
    private AttributeSteps AgeBand()
    {
        var born = _people.Field("born");
        var steps = new StepsWriter(_people.Count, _people.Count * (BandFrom.Length + 1));
        var birthdays = new Dictionary<int, int[]>();       // children born on one day share them
        for (var child = 0; child < _people.Count; child++)
        {
            var day = born[child];
            if (day < 0)
            {
                steps.Begin(0);
                continue;
            }
            steps.Begin(1);
            if (!birthdays.TryGetValue(day, out var own)) birthdays.Add(day, own = [.. BandFrom.Select(age => Births.Birthday(day, age))]);
            for (var b = 0; b < own.Length; b++)
                if (own[b] >= 0) steps.From(own[b], b + 2);
        }
        return steps.Written("age-band",
            ["unknown", "unborn", "under-1", "1-4", "5-9", "10-15", "16-17", "18+"],
            ["Age not known", "Unborn", "Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and 17", "18 and over"]);
    }

    private static AttributeSteps Workers(CaseHolders holders, string[] ids) =>
        holders.Steps("worker", ["unknown", .. ids], ["No worker known", .. ids], r => holders.Worker[r] + 1);

    private AttributeSteps Sex()
    {
        var list = codes["sex"];
        // The list's own code for not recorded is no second unknown.
        int[] memberOf = [.. list.Entries.Select((e, i) => e.Code == "U" ? 0 : i + 1)];
        return Fixed("sex", "sex", ["unknown", .. list.Entries.Select(e => e.Code)], ["Not known", .. list.Entries.Select(e => e.Label)],
            code => memberOf[code]);
    }

    private AttributeSteps Ethnicity()
    {
        var list = codes["ethnicity"];
        string[] groups = [.. list.Entries.Select(e => e.Group ?? e.Code).Distinct(StringComparer.Ordinal)];
        int[] memberOf = [.. list.Entries.Select(e => Array.IndexOf(groups, e.Group ?? e.Code) + 1)];
        return Fixed("ethnicity", "ethnicity", ["unknown", .. groups.Select(Slug)], ["Not known", .. groups], code => memberOf[code]);
    }

    private AttributeSteps Disability() =>
        Fixed("disability", "disabled", ["unknown", "yes", "no"], ["Not known", "Disabled", "Not disabled"], yes => yes == 1 ? 1 : 2);

    /// <summary>One step a child; all that is so of shares the arrays that say so.</summary>
    private AttributeSteps Fixed(string name, string field, IReadOnlyList<string> members, IReadOnlyList<string> labels, Func<int, int> memberOf)
    {
        var value = _people.Field(field);
        var member = new int[_people.Count];
        for (var child = 0; child < member.Length; child++) member[child] = value[child] < 0 ? 0 : memberOf(value[child]);
        return new AttributeSteps(name, members, labels, _people.Offset, _always.Value, member);
    }

    private static int[] Always(int children)
    {
        var always = new int[children];
        Array.Fill(always, int.MinValue);
        return always;
    }

    /// <summary>A group's name as a code in an address: "Not stated" is not-stated.</summary>
    public static string Slug(string name) => name.ToLowerInvariant().Replace(' ', '-');
}

using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>The attributes that can break a figure down: of the child itself here, those of case and worker in their own files.</summary>
internal static class Attributes
{
    private static readonly int[] BandFrom = [0, 1, 5, 10, 16, 18];

    public static Dictionary<string, AttributeSteps> Of(
        IReadOnlyDictionary<string, DraftRows> drafts, Numbering numbers, CodeLists codes, Authority authority, TextPool texts, DateOnly day)
    {
        var people = drafts["people"];
        var teams = new TeamAttributes(authority, numbers, people, texts, day);
        var holders = CaseHolders.Of(drafts["allocations"], Allocations.CaseRoles(codes["role"], authority));
        Func<AttributeSteps>[] makes =
        [
            () => teams.Team(holders), () => teams.Service(holders), () => teams.District(holders), () => Workers(holders, numbers),
            () => AgeBand(people), () => CaseAttributes.CaseType(drafts, people.Count), () => CaseAttributes.Placement(drafts, codes["placement-type"], people.Count),
            () => Sex(people, codes["sex"]), () => Ethnicity(people, codes["ethnicity"]), () => Disability(people),
        ];
        var all = new AttributeSteps[makes.Length];
        Parallel.For(0, all.Length, a => all[a] = makes[a]());
        return all.ToDictionary(a => a.Name, StringComparer.Ordinal);
    }

    /// <summary>Unborn up to the day before birth, or before the expected day; unknown where no date is known.</summary>
    private static AttributeSteps AgeBand(DraftRows people)
    {
        var born = people.Field("born");
        var steps = new StepsWriter(people.Count);
        foreach (var day in born)
        {
            if (day < 0)
            {
                steps.Begin(0);
                continue;
            }
            steps.Begin(1);
            for (var b = 0; b < BandFrom.Length; b++)
                if (Births.Birthday(day, BandFrom[b]) is var birthday && birthday >= 0) steps.From(birthday, b + 2);
        }
        return steps.Written("age-band",
            ["unknown", "unborn", "under-1", "1-4", "5-9", "10-15", "16-17", "18+"],
            ["Age not known", "Unborn", "Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and 17", "18 and over"]);
    }

    private static AttributeSteps Workers(CaseHolders holders, Numbering numbers) =>
        holders.Steps("worker", ["unknown", .. numbers.WorkerIds], ["No worker known", .. numbers.WorkerIds], r => holders.Worker[r] + 1);

    private static AttributeSteps Sex(DraftRows people, CodeList list)
    {
        // The list's own code for not recorded is no second unknown.
        int[] memberOf = [.. list.Entries.Select((e, i) => e.Code == "U" ? 0 : i + 1)];
        return Fixed(people, "sex", "sex", ["unknown", .. list.Entries.Select(e => e.Code)], ["Not known", .. list.Entries.Select(e => e.Label)],
            code => memberOf[code]);
    }

    private static AttributeSteps Ethnicity(DraftRows people, CodeList list)
    {
        string[] groups = [.. list.Entries.Select(e => e.Group ?? e.Code).Distinct(StringComparer.Ordinal)];
        int[] memberOf = [.. list.Entries.Select(e => Array.IndexOf(groups, e.Group ?? e.Code) + 1)];
        return Fixed(people, "ethnicity", "ethnicity", ["unknown", .. groups.Select(Slug)], ["Not known", .. groups], code => memberOf[code]);
    }

    private static AttributeSteps Disability(DraftRows people) =>
        Fixed(people, "disability", "disabled", ["unknown", "yes", "no"], ["Not known", "Disabled", "Not disabled"], yes => yes == 1 ? 1 : 2);

    private static AttributeSteps Fixed(
        DraftRows people, string name, string field, IReadOnlyList<string> codes, IReadOnlyList<string> labels, Func<int, int> memberOf)
    {
        var steps = new StepsWriter(people.Count);
        foreach (var value in people.Field(field)) steps.Begin(value < 0 ? 0 : memberOf(value));
        return steps.Written(name, codes, labels);
    }

    /// <summary>A group's name as a code in an address: "Not stated" is not-stated.</summary>
    public static string Slug(string name) => name.ToLowerInvariant().Replace(' ', '-');
}

using Bellwether.Extracts;

namespace Bellwether.Web.Access;

/// <summary>
/// people.csv of a home: who may see restricted cases, and whose own cases are refused to whom. Kept by hand, as the home is; headings
/// <c>person,restricted,linked_ids</c>, ids parted by |. Where it can't be read nobody comes in: a list of refusals must not be passed over.
/// </summary>
internal static class PeopleFile
{
    private const string Name = "people.csv";

    /// <summary>The person with all that the file says of them.</summary>
    /// <exception cref="Codes.ShelfException">The file is not as it should be; file and line are named, and no id.</exception>
    public static Principal WithRights(string home, Principal person)
    {
        var lines = Of(home, person);
        return lines.Count == 0 ? person : person with { MaySeeRestricted = person.MaySeeRestricted || lines.Exists(l => l.MaySeeRestricted), LinkedIds = Linked(lines) };
    }

    /// <summary>The person with the cases that are refused to them alone: at a terminal restricted cases are asked for each time.</summary>
    /// <exception cref="Codes.ShelfException">As above.</exception>
    public static Principal WithLinks(string home, Principal person) => person with { LinkedIds = Linked(Of(home, person)) };

    private static string[] Linked(List<(bool MaySeeRestricted, string[] Linked)> lines) => [.. lines.SelectMany(l => l.Linked).Distinct(StringComparer.Ordinal)];

    private static List<(bool MaySeeRestricted, string[] Linked)> Of(string home, Principal person) =>
        // Every line is read, so that a fault in another's is not passed over.
        [.. SettingsFile.Read(Path.Combine(home, Name), "person", "restricted", "linked_ids").Select(l => (Person: l.Required("person"), Restricted: YesNo(l), Linked: Ids(l)))
            .Where(l => l.Person == person.Id).Select(l => (l.Restricted, l.Linked))];

    private static bool YesNo(SettingsLine line) => line["restricted"].ToLowerInvariant() switch
    {
        "yes" or "true" => true,
        "no" or "false" or "" => false,
        _ => throw line.Wrong("restricted", "yes or no"),
    };

    private static string[] Ids(SettingsLine line) => line["linked_ids"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

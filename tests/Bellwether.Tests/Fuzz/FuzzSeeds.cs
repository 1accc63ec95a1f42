using System.Text;
using Bellwether.Tests.Corpus.Files;
using Bellwether.Tests.Extracts;
using Bellwether.Tests.Extracts.Reading;

namespace Bellwether.Tests.Fuzz;

/// <summary>What a file is, for the one who breaks it.</summary>
internal enum FuzzKind
{
    Csv,
    Xml,
    Json,
    Workbook,
    Zip,
}

/// <summary>A real file to break: bytes, or for a workbook or an archive its parts.</summary>
internal sealed record FuzzSeed(FuzzKind Kind, string Name, byte[] Bytes, IReadOnlyList<RawEntry> Parts);

/// <summary>The real files that are broken: the samples by others, cut short, and small ones of every format.</summary>
internal static class FuzzSeeds
{
    /// <summary>Texts of the kind no message may show; mutations put them anywhere.</summary>
    public static readonly string[] Canaries = ["Zaphod Beeblebrox", "12 Magrathea Gardens", "Mum says Zaphod is unwell", "ZZ99 3WZ", "Zoe\u0308 Trillian-Prefect"];

    public static IReadOnlyList<FuzzSeed> All { get; } = [.. Make()];

    private static IEnumerable<FuzzSeed> Make()
    {
        yield return Csv("contacts.csv", [Twins.ContactHeadings + ",note", .. Twins.ContactRows.Select((r, i) => $"{r},{Canaries[i]}")]);
        yield return Csv("plans.csv", [Twins.PlanHeadings, .. Twins.PlanRows]);
        yield return Csv("people.csv", [Twins.PeopleHeadings + ",pers_forename,pers_surname", .. Twins.PeopleRows.Select(r => $"{r},Zaphod,\"Beeblebrox, Esq \"\"Z\"\"\"")]);
        yield return Csv("values.csv", ["indicator,period,area,numerator,denominator,value,note", "x,2024-01,,3,4,75,", "x,2024-02,North,,,75.5,a note", "y,2024-03,,,,0.5,"]);
        yield return Csv("meetings.csv", ["child_id,placement_start_date,meeting_date", "1001,2024-01-02,2024-01-05", "1002,2024-02-02,"]);
        foreach (var name in new[] { "header.csv", "episodes.csv", "reviews.csv", "oc2.csv", "uasc.csv", "missing.csv" })
            yield return new FuzzSeed(FuzzKind.Csv, name, Encoding.UTF8.GetBytes(string.Join("\r\n", File.ReadLines(Sample("ssda903", name)).Take(16)) + "\r\n"), []);
        foreach (var name in new[] { "cin-2022.xml", "CIN_Census_2024.xml", "CIN2rows.xml" })
            yield return new FuzzSeed(FuzzKind.Xml, name, File.ReadAllBytes(Sample("cin-census", name)), []);
        yield return new FuzzSeed(FuzzKind.Json, "flow.json", Encoding.UTF8.GetBytes("""[{"la_child_id":"C1","mis_child_id":"M1","child_details":{"unique_pupil_number":"A123456789123","date_of_birth":"2012-03-04","sex":"F","ethnicity":"WBRI","disabilities":["HAND"]},"social_care_episodes":[{"social_care_episode_id":"E1","referral_date":"2024-01-02","referral_source":"1A","closure_date":null,"child_and_family_assessments":[{"start_date":"2024-01-03","authorisation_date":"2024-02-01","factors":["1C"]}]}]}]"""), []);
        yield return Book("list1.xlsx", Twins.Book(Twins.Rows()));
        yield return Book("lists.xlsx", new TestWorkbook().Sheet("Cover", ["Annex A", null], ["June 2024"])
            .Sheet("List 1", [[.. Twins.ListOne, "Home Address"], .. Twins.Rows().Select((r, i) => (object?[])[.. r, Canaries[i]])]).HiddenRow(3)
            .Sheet("List 4", ["Child Unique ID", "Date of Birth", "Continuous Assessment Start Date", "Child Seen During Continuous Assessment", "Allocated Worker"],
                ["1001", new DateOnly(2012, 3, 4), new DateOnly(2024, 5, 1), "=Yes", "W 1"], ["1002", "#N/A", 45413, "a) Yes", "="]).Merged("E9:E10")
            .Sheet("Old", [Twins.ListOne, .. Twins.Rows()]).Hidden());
        yield return new FuzzSeed(FuzzKind.Workbook, "shared.xlsx", [], Stored(TestBook.Parts()));
        yield return new FuzzSeed(FuzzKind.Workbook, "annex-a-2022.xlsx", [], Stored(Twins.PartsOf(File.ReadAllBytes(Sample("annex-a", "annex-a-2022.xlsx")))));
        yield return new FuzzSeed(FuzzKind.Zip, "extract.zip", [], Stored(
            [new RawEntry("in/contacts.csv", string.Join("\n", [Twins.ContactHeadings, .. Twins.ContactRows])), new RawEntry("in/plans.csv", string.Join("\n", [Twins.PlanHeadings, .. Twins.PlanRows]))]));
    }

    private static FuzzSeed Csv(string name, string[] lines) => new(FuzzKind.Csv, name, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), []);

    private static FuzzSeed Book(string name, TestWorkbook book) => new(FuzzKind.Workbook, name, [], Stored(Twins.Parts(book)));

    // Not packed: breaking and reading thousands a second is the point, and packing is tried by a mutation.
    private static List<RawEntry> Stored(IEnumerable<RawEntry> parts) => [.. parts.Select(p => p with { Stored = true })];

    private static string Sample(string folder, string name) => Path.Combine(House.Checkout.Root, "samples", "extracts", folder, name);
}

using Bellwether.Writers.Xlsx;

namespace Bellwether.Example;

/// <summary>Where a workbook has its headings: Ofsted's template (a title in row 1, sheets "List_n") or an export (row 1, sheets "List n").</summary>
public enum AnnexALayout { Template, Export }

/// <summary>
/// Writes the world as an Annex A workbook (Ofsted's ILACS child-level lists 1 to 11): the last six months, twelve for adoption, as known on the day. Workers
/// appear under their staff ids, for nobody here has a name.
/// </summary>
public static class AnnexAWorkbook
{
    private static readonly string[] Titles =
    [
        "Contacts", "Early Help", "Referrals", "Assessments", "Section 47 enquiries and Initial Child Protection Conferences", "Children in Need", "Child protection plans",
        "Children in care", "Care leavers", "Adoption", "Prospective adopters",
    ];

    public static void Write(World world, DateOnly extractedOn, string path, AnnexALayout layout = AnnexALayout.Template) =>
        XlsxWriter.Write(path, Sheets(world, extractedOn, layout));

    /// <summary>The sheets before they are written, for whoever wants to make a mess of them first.</summary>
    public static IReadOnlyList<Sheet> Sheets(World world, DateOnly extractedOn, AnnexALayout layout = AnnexALayout.Template)
    {
        var v = new AnnexView(world, extractedOn);
        AnnexList[] lists =
        [
            AnnexFrontDoor.Contacts(v), AnnexFrontDoor.EarlyHelp(v), AnnexFrontDoor.Referrals(v), AnnexFrontDoor.Assessments(v), AnnexProtection.Enquiries(v),
            AnnexProtection.Need(v), AnnexProtection.Plans(v), AnnexCare.InCare(v), AnnexLeaving.Leavers(v), AnnexLeaving.Adoption(v), AnnexLeaving.Adopters(v),
        ];
        var sheets = new List<Sheet>();
        for (var i = 0; i < lists.Length; i++)
        {
            var rows = new List<IReadOnlyList<Cell>>();
            if (layout == AnnexALayout.Template) rows.Add([Cell.Heading($"List {i + 1}: {Titles[i]}")]);
            rows.Add([.. lists[i].Headings.Select(h => Cell.Heading(layout == AnnexALayout.Export && h == "Age of Child (Years)" ? "Age" : h))]);
            rows.AddRange(lists[i].Rows);
            sheets.Add(new Sheet((layout == AnnexALayout.Template ? "List_" : "List ") + (i + 1), rows));
        }
        return sheets;
    }
}

/// <summary>One list: its headings and rows.</summary>
internal sealed class AnnexList(params string[] headings)
{
    public const string Prefix = "Child Unique ID|Gender|Ethnicity|Date of Birth|Age of Child (Years)";
    public const string Disabled = "Does the Child have a Disability";
    public const string Allocated = "Allocated Team|Allocated Worker";

    public string[] Headings { get; } = [.. headings.SelectMany(h => h.Split('|'))];
    public List<Cell[]> Rows { get; } = [];

    public void Add(params IEnumerable<Cell>[] parts)
    {
        var row = parts.SelectMany(p => p).ToArray();
        if (row.Length != Headings.Length) throw new InvalidOperationException($"{row.Length} cells under {Headings.Length} headings, the first {Headings[5]}");
        Rows.Add(row);
    }
}

using Bellwether.Writers.Xlsx;

namespace Bellwether.Example;

/// <summary>Headings as they come: spaces, case, quotes, old wordings, columns too many and too few.</summary>
internal static class MessyHeadings
{
    public static void Inject(MessyBook b)
    {
        Rename(b, 9, "LA in Touch", "LA In Touch ", "space at the end");
        Rename(b, 10, "Date of Adoption Order", "Date of Adoption Order ", "space at the end");
        Rename(b, 8, "Date Ceased to be Looked After", " Date Ceased to be Looked After ", "spaces around");
        Rename(b, 6, "Case status", "Case Status", "another case");
        Rename(b, 3, "Date of referral", "Date of Referral", "another case");
        Rename(b, 4, "Was the child assessed as requiring LA children’s social care support?", "Was the child assessed as requiring LA children's social care support", "straight quote, no question mark");
        Rename(b, 8, "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months", "Number of Epiosdes the Child has been 'Missing' from their Placement in the last 12 months", "straight quotes and a slip");
        Rename(b, 8, "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)", "Unaccompanied Asylum Seeking Child (UASC)) within the Last 12 Months (Y/N)", "a bracket twice");
        Rename(b, 8, "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)", "Is this a second or subsequent episode of being a Looked After Child within the last 12 months (Y/N)", "an older wording");
        Rename(b, 2, "Age of Child (Years)", "Age", "the exports' word");
        Rename(b, 5, "Strategy discussion initiating Section 47 Enquiry Start Date", "Section 47 Enquiry Start Date", "an older wording");
        Rename(b, 5, "Was an Initial Child Protection Conference deemed unnecessary?", "Initial Child Protection Conference Not Required", "an older wording");
        Rename(b, 7, "Child Unique ID", "child unique id", "another case");
        Rename(b, 11, "Date enquiry received", "Date\u00A0enquiry received", "a non-breaking space");
        Extra(b, 1, "Locality");
        Missing(b, 5, "Number of ICPCs in the last 12 months");
        Missing(b, 8, "Date of Last IRO Visit / Contact to the Child");
        Swap(b, 6);
    }

    private static void Rename(MessyBook b, int list, string from, string to, string what)
    {
        b[list][b.HeadingRow[list]][b.Column(list, from)] = Cell.Heading(to);
        b.Note($"heading: {what}", list, b.HeadingRow[list] + 1, "", $"known as \"{from}\"", "read");
    }

    private static void Extra(MessyBook b, int list, string heading)
    {
        var rows = b[list];
        for (var i = b.HeadingRow[list]; i < rows.Count; i++)
            if (rows[i].Count > 3) rows[i].Add(i == b.HeadingRow[list] ? Cell.Heading(heading) : Cell.Text("North"));
        b.Note("heading: extra column", list, b.HeadingRow[list] + 1, "", "an unknown column is ignored, and said so", "noted");
    }

    private static void Missing(MessyBook b, int list, string heading)
    {
        var column = b.Column(list, heading);
        for (var i = b.HeadingRow[list]; i < b[list].Count; i++)
            if (b[list][i].Count > column) b[list][i].RemoveAt(column);
        b.Note("heading: missing column", list, b.HeadingRow[list] + 1, "", $"\"{heading}\" is missing; its values are unknown", "noted");
    }

    // Two columns change places: nothing may rest on their order.
    private static void Swap(MessyBook b, int list)
    {
        foreach (var row in b[list].Skip(b.HeadingRow[list]).Where(r => r.Count > 3)) (row[1], row[2]) = (row[2], row[1]);
        b.Note("heading: columns changed places", list, b.HeadingRow[list] + 1, "", "columns are known by their headings", "read");
    }
}

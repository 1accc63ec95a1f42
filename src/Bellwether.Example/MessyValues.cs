using System.Globalization;
using Bellwether.Writers.Xlsx;

namespace Bellwether.Example;

/// <summary>Cells as they come: numbers for ids, words for dates, spaces that are none, codes from another list.</summary>
internal static class MessyValues
{
    private const string Id = "Child Unique ID";
    private const string Born = "Date of Birth";
    private const string Age = "Age of Child (Years)";

    public static void Inject(MessyBook b)
    {
        Identity(b);
        Dates(b);
        Blanks(b);
        Codes(b);
        Rows(b);
    }

    private static void Identity(MessyBook b)
    {
        Change(b, "numeric child id", 1, Id, c => Cell.Number(decimal.Parse(c.Value, CultureInfo.InvariantCulture)), "the id reads as 1001, not 1001.0", "read");
        Change(b, "child id with spaces", 1, Id, c => Cell.Text($" {c.Value}\u00A0"), "spaces around the id are dropped", "read");
        b.Copy("leading zeros", 1, r => r[0] = Cell.Text("0001234"), "the zeros of a text id are kept", "read");
        b.Copy("blank child id", 3, r => r[0] = Cell.Blank, "the child id is blank", "set aside");
        b.Copy("child id not available", 4, r => r[0] = Cell.Error("#N/A"), "the child id is blank", "set aside");
        Change(b, "age as a decimal", 6, Age, _ => Cell.Number(6.138m), "the age is worked out from the birth date", "read");
        b.Put("age in words", 6, Age, Cell.Text("six"), "the age is worked out from the birth date", "read");
    }

    private static void Dates(MessyBook b)
    {
        b.Put("birth date blank", 6, Born, Cell.Blank, "the birth date is not known", "noted");
        Change(b, "birth date as a number", 4, Born, c => Cell.Number(c.Day.DayNumber - 693593), "an Excel serial in a general cell", "noted");
        Change(b, "ISO text date", 1, "Date of Contact", c => Cell.Text(Extract.Day(c.Day)), "read as a date", "read");
        Change(b, "text date", 3, "Date of referral", c => Cell.Text(c.Day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)), "read as a date", "read");
        Change(b, "ISO text date with time", 4, "Continuous Assessment Start Date", c => Cell.Text(Extract.Day(c.Day) + " 00:00:00"), "read as a date", "read");
        b.Put("free text date", 8, "Date of Last Dental Check", Cell.Text("May be 8 Jan 2000"), "the date can't be read", "noted");
        b.Put("free text birth date", 9, Born, Cell.Text("May be 8 Jan 2000"), "the birth date can't be read", "noted");
        b.Put("impossible date", 1, "Date of Contact", Cell.Text("31/04/2026"), "31 April does not exist", "set aside");
        b.Put("end before start", 4, "Continuous Assessment Date of Authorisation", Cell.Date(new DateOnly(2015, 1, 5)), "the end is before the start", "set aside");
    }

    private static void Blanks(MessyBook b)
    {
        b.Put("worker not available", 6, "Allocated Worker", Cell.Error("#N/A"), "the worker is not known, which is not unallocated", "noted");
        b.Put("worker not available", 7, "Allocated Worker", Cell.Text("#N/A"), "the worker is not known, which is not unallocated", "noted");
        b.Put("null as a word", 6, "Allocated Team", Cell.Text("NULL"), "reads as blank", "read");
        b.Put("nan as a word", 8, "Date of Last Health Assessment", Cell.Text("nan"), "reads as blank", "read");
        b.Put("dash for blank", 8, "Date of Latest Statutory Review", Cell.Text("-"), "reads as blank", "read");
        b.Put("not applicable", 8, "Child's Legal Status", Cell.Text("N/A"), "reads as blank", "read");
        Change(b, "non-breaking space in a name", 6, "Allocated Team", c => Cell.Text(c.Value.Replace(' ', '\u00A0')), "the team is known all the same", "read");
    }

    private static void Codes(MessyBook b)
    {
        b.Put("local code", 1, "Contact Source", Cell.Text("PSRMEM - Support with memory"), "the source is no known code", "noted");
        b.Put("outcome in a yes/no column", 4, "Child Seen During Continuous Assessment", Cell.Text("CS Assessment Updated"), "neither yes nor no", "noted");
        b.Put("gender without its letter", 1, "Gender", Cell.Text("Female"), "read as female", "read");
        b.Put("not obtained with another letter", 1, "Ethnicity", Cell.Text("t) NOBT"), "read as NOBT", "read");
        b.Put("unknown ethnicity", 3, "Ethnicity", Cell.Text("u) UNKNOWN"), "the ethnicity is not known", "noted");
        b.Put("dash for colon", 8, "Placement Provider", Cell.Text("e) PR4 - Private provision"), "read as PR4", "read");
        b.Put("no postcode", 8, "Placement postcode", Cell.Text("nope"), "no district can be told from it", "noted");
        b.Put("category mask", 7, "Latest Category of Abuse", Cell.Text("YNNN"), "the category is no known code", "noted");
        b.Put("two statuses at once", 6, "Case status", Cell.Text("CLA&CP"), "the status is no known code", "noted");
        b.Put("misspelt words after a code", 9, "Type of Accommodation", Cell.Text("U: Independant living"), "read as U", "read");
        b.Put("unknown code", 8, "Placement Type", Cell.Text("Q9: Elsewhere"), "the placement type is no known code", "noted");
        b.Put("bare code", 8, "Placement Type", Cell.Text("U6"), "read as U6", "read");
    }

    private static void Rows(MessyBook b)
    {
        b.Copy("exact duplicate", 1, _ => { }, "the row is there twice; kept once", "noted");
        b.Copy("near duplicate", 3, r => r[6] = Cell.Text("u) 10: Unknown"), "the same referral is there twice and differs; the last is kept", "noted");
        b.Copy("two birth dates", 6, r => r[3] = Cell.Date(new DateOnly(2011, 2, 3)), "one id has two birth dates", "set aside");
        var second = b.Planted[^1];
        b.Planted.Add(second with { Row = b[6].FindIndex(r => r.Count > 0 && r[0].Value == second.Child) + 1 });
    }

    private static void Change(MessyBook b, string fault, int list, string heading, Func<Cell, Cell> change, string finding, string outcome)
    {
        // The cell to be changed is the one that Put would choose; a first pass with a marker finds it.
        var column = b.Column(list, heading);
        var before = b[list].Select(r => r.Count > column ? r[column] : Cell.Blank).ToArray();
        b.Put(fault, list, heading, Cell.Error("mark"), finding, outcome);
        var row = b.Planted[^1].Row - 1;
        b[list][row][column] = change(before[row]);
        if (column == 0) b.Planted[^1] = b.Planted[^1] with { Child = before[row].Value };
    }
}

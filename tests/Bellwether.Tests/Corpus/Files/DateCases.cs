using System.Diagnostics;
using Bellwether.Tests.Extracts;
using Bellwether.Tests.Extracts.Reading;
using static Bellwether.Tests.Corpus.Files.Twins;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>Family D: dates.</summary>
internal static class DateCases
{
    private static readonly string[] AllLow = ["01/02/2024", "02/03/2024", "03/04/2024", "04/05/2024", "05/06/2024", "06/01/2024", "07/02/2024", "08/03/2024", "09/04/2024", "10/05/2024", "11/06/2024", "12/01/2024"];

    public static IEnumerable<CorpusCase> All =>
    [
        OfContacts("D01", "", [ContactHeadings, .. AllLow.Select((d, i) => $"{i},{1000 + i},{d},6,")]) with
        {
            DataDate = "2024-12-31",
            Twin = f => f.With("ssd_contacts.csv", [ContactHeadings, .. AllLow.Select((d, i) => $"{i},{1000 + i},{d[6..]}-{d[3..5]}-{d[..2]},6,")]),
        },
        OfContacts("D02", "", ContactHeadings, "1,1001,31/01/2024,1A,", "2,1002,01/31/2024,6,", "3,1003,03/02/2024,6,"),
        OfContactRow("D03", "", "2,1002,02/05/24,6,"),
        OfContacts("D04", "", [ContactHeadings, .. Instead(ContactRows, 2, "2,1002,2024-05-01T23:30:00Z,6,")]),
        OfContactRow("D05", "", "2,1002,2024-05-02T00:30:00,6,"),
        .. new[] { "Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata", "Europe/London", "UTC" }.Select(z => new CorpusCase("D05", z.Replace('/', ' '), _ => { }) { Scenario = f => InZone(f, z) }),
        OfContacts("D06", "", [ContactHeadings, .. Instead(Instead(ContactRows, 2, "2,1002,31/03/2024 01:30,6,"), 3, "3,1003,29/10/2023 01:30,1A,")]) with
        {
            Twin = f => f.With("ssd_contacts.csv", [ContactHeadings, .. Instead(Instead(ContactRows, 2, "2,1002,2024-03-31,6,"), 3, "3,1003,2023-10-29,1A,")]),
        },
        OfBook("D07", "", Book(Instead(2, Row(2, date: 45414))).Bytes),
        OfBook("D08", "", () => Nineteen04()),
        OfBook("D09", "60", Book(Instead(2, Row(2, date: 60))).Bytes),
        OfBook("D09", "59", () => Serial("59")),
        OfBook("D09", "0", () => Serial("0")),
        OfBook("D10", "", () => Serial("45414.99999")),
        OfContactRow("D11", "words", "2,1002,2nd May 24,6,"),
        OfContactRow("D11", "month", "2,1002,May-24,6,"),
        OfContactRow("D12", "31 April", "2,1002,31/04/2024,6,"),
        OfContactRow("D12", "29 February", "2,1002,29/02/2023,6,"),
        Person("D13", "", "1002,2024-02-29,,M,WBRI,,N"),
        OfContactRow("D14", "0206", "2,1002,0206-05-02,6,"),
        OfContactRow("D14", "2206", "2,1002,02/05/2206,6,"),
        Person("D15", "", "1002,2024-07-05,,M,WBRI,,N"),
        Person("D16", "", "1002,,2024-09-05,M,WBRI,,N"),
        new("D16", "later birth", _ => { }) { Scenario = BirthJoins },
        OfPlanRow("D17", "", "P2,R2,I2,1002,2024-02-05,2024-02-04,Y,EMO,EMO"),
        OfContactRow("D18", "", "2,1002,2024-07-02,6,"),
        OfPlanRow("D19", "9999", "P2,R2,I2,1002,2024-02-05,31/12/9999,Y,EMO,EMO"),
        OfPlanRow("D19", "1900", "P2,R2,I2,1002,2024-02-05,01/01/1900,Y,EMO,EMO"),
        new("D20", "", f => { People(f); f.With("ssd_cp_plans.csv", [PlanHeadings, .. Instead(PlanRows, 2, "P2,R2,I2,1002,2011-02-05,,Y,EMO,EMO")]); }) { Twin = f => { People(f); Plans(f); }, Journeys = true },
        new("D20", "before birth but within it", f => f.With("ssd_person.csv", [PeopleHeadings, .. Instead(PeopleRows, 2, "1002,,2024-09-05,M,WBRI,,N")]).With("ssd_cp_plans.csv", [PlanHeadings, .. PlanRows])) { Twin = f => { People(f); Plans(f); }, Journeys = true },
    ];

    private static CorpusCase Person(string id, string variant, string row) =>
        new(id, variant, f => f.With("ssd_person.csv", [PeopleHeadings, .. Instead(PeopleRows, 2, row)])) { Twin = People };

    private static byte[] Serial(string stored) => Sheet(x => System.Text.RegularExpressions.Regex.Replace(x, "<c r=\"F3\" s=\"1\"><v>[0-9]+</v></c>", $"<c r=\"F3\" s=\"1\"><v>{stored}</v></c>"));

    /// <summary>The twin as a Macintosh wrote it: every serial 1,462 days less.</summary>
    private static byte[] Nineteen04()
    {
        var parts = Parts();
        for (var i = 0; i < parts.Count; i++)
        {
            var text = System.Text.Encoding.UTF8.GetString(parts[i].Data);
            if (parts[i].Name == "xl/workbook.xml") text = text.Replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>", StringComparison.Ordinal);
            else if (parts[i].Name == "xl/worksheets/sheet1.xml")
                text = System.Text.RegularExpressions.Regex.Replace(text, "s=\"1\"><v>([0-9]+)", m => $"s=\"1\"><v>{int.Parse(m.Groups[1].Value) - 1462}");
            parts[i] = parts[i] with { Data = System.Text.Encoding.UTF8.GetBytes(text) };
        }
        return RawZip.Write(parts);
    }

    private static Observed InZone(CorpusFolder folder, string zone)
    {
        folder.With("ssd_contacts.csv", [ContactHeadings, .. Instead(ContactRows, 2, "2,1002,2024-05-02T00:30:00,6,")]);
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(DateCases).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[Child.ReadVariable] = folder.Files;
        start.Environment["TZ"] = zone;
        using var child = Process.Start(start)!;
        var said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        var here = Observed.Content(folder.Read("2024-06-30"));
        return new Observed("accepted", [], "5=5+0+0+0", "", said.Trim() == here.Trim() ? "same" : "differs");
    }

    private static Observed BirthJoins(CorpusFolder folder)
    {
        folder.With("ssd_person.csv", PeopleHeadings, "1001,,2024-07-05,F,WBRI,,N").Load("2024-06-30");
        var before = folder.Known();
        var extract = folder.Clear().With("ssd_person.csv", PeopleHeadings, "1001,2024-07-03,,F,WBRI,,N").Read("2024-07-31");
        folder.Load(extract);
        var records = folder.Store.Records(ExtractFolder.Kinds);
        var born = records.Row("people", 0);
        return Observed.Of(extract, []) with { Known = $"{before}>{folder.Known()}", Twin = born.Contains("born=2024-07-03 born_expected=no", StringComparison.Ordinal) ? "same" : "differs" };
    }
}

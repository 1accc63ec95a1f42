using System.Text;
using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Extracts.Reading;
using Bellwether.Tests.Corpus.Files;
using Bellwether.Tests.Extracts;
using Bellwether.Tests.Extracts.Reading;

namespace Bellwether.Tests.Corpus;

/// <summary>For each finding a small file that causes it, where neither the corpus nor the tests of the catalogue have one.</summary>
internal static class Causes
{
    private const string Referrals = "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team,cine_referral_worker_id";
    private const string Visits = "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen";
    private const string Involvements = "invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_person_id,invo_involvement_start_date,invo_involvement_end_date";
    private const string Professionals = "prof_professional_id,prof_staff_id,prof_professional_name,prof_social_worker_registration_no,prof_agency_worker_flag,prof_professional_job_title,prof_full_time_equivalency";
    private const string Episodes = "clae_cla_episode_id,clae_person_id,clae_cla_placement_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_referral_id,clae_entered_care_date,clae_cla_last_iro_contact_date";

    private static readonly ReadingLimits Usual = ReadingLimits.Default;

    /// <summary>Code, the limits to read under, and the files.</summary>
    public static IReadOnlyList<(string Code, ReadingLimits Limits, Action<CorpusFolder> Write)> All { get; } =
    [
        ("archive-without-tables", Usual, f => f.With("extract.zip", RawZip.Write([new RawEntry("readme.txt", "hello")]))),
        ("csv-encoding", Usual, f => f.With("contacts.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b\n"), 0x00, 0xD8, 0x41, 0x00])),
        ("csv-separator-unclear", Usual, f => f.With("contacts.csv", "cont_contact_id;cont_person_id,cont_contact_date;cont_contact_source_code,x", "1;1001,2024-05-01;1A,")),
        ("file-bomb", Usual with { OtherPartBytes = 4096 }, f => f.With("annex-a.xlsx", Twins.Changed("xl/styles.xml", x => x.Replace("</cellXfs>", new string(' ', 8192) + "</cellXfs>", StringComparison.Ordinal)))),
        ("file-too-large", Usual with { FileBytes = 100 }, Twins.Contacts),
        ("file-too-many-parts", Usual with { ZipEntries = 3 }, Twins.Book),
        ("file-unreadable", Usual, f => { f.With("contacts.csv", "x"); File.Delete(Path.Combine(f.Files, "contacts.csv")); }),
        ("json-damaged", Usual, f => f.With("flow.json", """[{"la_child_id":"C1"},{"la_child_id":"C2",}]""")),
        ("json-depth", Usual, f => f.With("flow.json", """[{"la_child_id":"C1","a":""" + new string('[', 100))),
        ("json-too-large", Usual with { XmlNodesInCell = 10 }, f => f.With("flow.json", """[{"la_child_id":"C1","a":[1,2,3,4,5,6,7,8,9,10]}]""")),
        ("row-too-long", Usual with { RowBytes = 1024 }, f => f.With("contacts.csv", Twins.ContactHeadings, "1,1001,2024-05-01,\"" + new string('x', 600_000))),
        ("too-many-cells", Usual with { CellsInRow = 4 }, Twins.Contacts),
        ("too-many-rows", Usual with { Rows = 3 }, Twins.Contacts),
        ("value-too-long", Usual with { XmlTokenBytes = 70_000 }, f => f.With("annex-a.xlsx", Twins.Sheet(x => x.Replace("<sheetData>", "<sheetData>" + new string(' ', 200_000), StringComparison.Ordinal)))),
        ("xls-worker-died", Usual, f =>
        {
            f.With("annex-a.xls", OldBook.Write(("List 1", [Twins.ListOne, .. Twins.Rows()])));
            f.Worker = f.Worker! with { MemoryBytes = 1 << 20 };
        }),
        ("xlsx-cell-reference", Usual, f => f.With("annex-a.xlsx", Twins.Sheet(x => x.Replace("<row r=\"3\"", "<row r=\"x\"", StringComparison.Ordinal)))),
        ("xlsx-depth", Usual, f => f.With("annex-a.xlsx", Twins.Sheet(x => x.Replace("<sheetData>", string.Concat(Enumerable.Repeat("<x>", 100)), StringComparison.Ordinal)))),
        ("xlsx-dtd", Usual, f => f.With("annex-a.xlsx", Twins.Sheet(x => x.Replace("<worksheet", "<!DOCTYPE x><worksheet", StringComparison.Ordinal)))),
        ("xlsx-no-sheets", Usual, f => f.With("annex-a.xlsx", Twins.Changed("xl/workbook.xml", x => System.Text.RegularExpressions.Regex.Replace(x, "<sheet .*?/>", "")))),
        ("xlsx-part-missing", Usual, f => f.With("annex-a.xlsx", RawZip.Write([.. Twins.Parts().Where(p => p.Name != "xl/worksheets/sheet1.xml")]))),
        ("xlsx-row-order", Usual, f => f.With("annex-a.xlsx", Twins.Sheet(x => x.Replace("<row r=\"4\"", "<row r=\"2\"", StringComparison.Ordinal)))),
        ("xlsx-xml", Usual, f => f.With("annex-a.xlsx", Twins.Sheet(x => x.Replace("</row>", "", StringComparison.Ordinal)))),
        ("xml-depth", Usual, f => f.With("census.xml", "<Message>" + string.Concat(Enumerable.Repeat("<a>", 100)))),
        ("xml-too-large", Usual, f => f.With("census.xml", "<Message><Children><Child " + string.Concat(Enumerable.Range(0, 100).Select(i => $"a{i}=\"1\" ")) + "/></Children></Message>")),

        ("no-person-row", Usual, f => { Twins.Contacts(f); f.With("ssd_person.csv", Twins.PeopleHeadings, Twins.PeopleRows[0]); f.Setting("merged_ids.csv", "old_id,new_id,merged_on", "1002,1008,2024-05-01", "1003,1008,2024-05-01", "1004,1008,2024-05-01", "1005,1008,2024-05-01"); }),
        ("no-case-record", Usual, f => f.With("ssd_involvements.csv", Involvements, "I1,W1,CW,T1,1001,2024-01-10,")),
        ("left-to-better-source", Usual, f => f.With("ssd_professionals.csv", Professionals, "W1,W1,,SW1,N,Social Worker,1").With("staffing.csv", "worker_id,team,role,fte,qualified,registration_no,agency,start_date,end_date", "W1,T1,SW,0.8,Y,SW1,N,2020-01-06,")),
        ("no-parent", Usual, f => f.With("ssd_cp_visits.csv", Visits, "V1,1001,,2024-03-01,Y").With("ssd_cp_plans.csv", Twins.PlanHeadings, Twins.PlanRows[1])),
        ("parent-not-found", Usual, f => f.With("ssd_cp_visits.csv", Visits, "V1,1001,P9,2024-03-01,Y").With("ssd_cp_plans.csv", [Twins.PlanHeadings, .. Twins.PlanRows])),
        ("two-open-referrals", Usual, f => f.With("ssd_cin_episodes.csv", Referrals, "R1,1001,2024-01-10,N1,1A,N,,,T1,W1", "R2,1001,2024-02-10,N1,1A,N,,,T1,W1")),
        ("nfa-not-closed", Usual, f => f.With("ssd_cin_episodes.csv", Referrals, "R1,1001,2024-01-10,N1,1A,Y,,,T1,W1")),
        ("overlapping-care", Usual, f => f.With("ssd_cla_episodes.csv", Episodes, "E1,1001,A,2024-01-01,S,N1,2024-03-01,E8,L1,R1,2024-01-01,", "E2,1001,B,2024-02-01,S,N1,,,L2,R1,2024-02-01,")),
        ("overlapping-plans", Usual, f => f.With("ssd_cp_plans.csv", Twins.PlanHeadings, "P1,R1,I1,1001,2024-01-05,2024-05-01,N,NEG,NEG", "P2,R1,I1,1001,2024-04-05,,N,NEG,NEG")),
        ("overlapping-allocations", Usual, f => f.With("ssd_cin_episodes.csv", Referrals, "R1,1001,2024-01-10,N1,1A,N,,,T1,W1")
            .With("ssd_involvements.csv", Involvements, "I1,W1,CW,T1,1001,2024-01-10,", "I2,W2,CW,T1,1001,2024-02-10,")),
        ("care-past-18", Usual, f => f.With("ssd_person.csv", Twins.PeopleHeadings, "1001,2006-01-05,,F,WBRI,,N").With("ssd_cla_episodes.csv", Episodes, "E1,1001,A,2023-01-01,S,N1,,,L1,R1,2023-01-01,")),
        ("after-death", Usual, f => f.With("ssd_person.csv", Twins.PeopleHeadings, "1001,2012-03-04,,F,WBRI,2024-02-01,N").With("ssd_cp_plans.csv", Twins.PlanHeadings, "P1,R1,I1,1001,2024-03-05,,N,NEG,NEG")),
        ("post-title-unknown", Usual, f => f.With("ssd_professionals.csv", Professionals, "W1,9,,SW123,,,1")),
    ];

    /// <summary>What a load shows only beside the one before it.</summary>
    internal static IReadOnlyList<(string Code, Action<CorpusFolder> First, Action<CorpusFolder> Then)> OfTwoLoads { get; } =
        [("restriction-unsaid", PersonCases.TwoRestricted, PersonCases.OneRestricted), ("restriction-still-told", PersonCases.TwoRestricted, PersonCases.TwoRestrictedOneLifted)];

    /// <summary>A lift is taken on the day of the test, and an extract of an earlier day could not know of it.</summary>
    private static string Today => IsoDate.Format(LondonTime.DateOf(TimeProvider.System.GetUtcNow()));

    /// <summary>Every finding the product can make, with the place and the line of the first file that causes it.</summary>
    public static IReadOnlyDictionary<string, (string Place, string Line)> Examples()
    {
        var found = new SortedDictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var line in Manifest.Lines.Where(l => l.Pending.Length == 0))
        {
            var code = line.Findings.Split(' ')[0];
            var one = Corpus.Of(line.Name);
            if (code.Length == 0 || one.Heavy || one.Id == "Z19" || one.Scenario is not null || found.ContainsKey(code)) continue;
            Take(found, code, Usual, one.DataDate, one.Write);
        }
        foreach (var (code, limits, write) in All)
            if (!found.ContainsKey(code)) Take(found, code, limits, "2024-06-30", write);
        foreach (var (code, first, then) in OfTwoLoads)
        {
            using var folder = new CorpusFolder();
            first(folder);
            folder.Load("2024-06-29");
            folder.Clear();
            then(folder);
            found.Add(code, Example(folder.Files, folder.Load(Today)!.ForTheLead.First(f => f.Code == code)));
        }
        foreach (var (code, write) in FindingTests.Causes)
            if (!found.ContainsKey(code))
            {
                using var folder = new ExtractFolder();
                write(folder);
                if (folder.Read("2024-06-30").Findings.FirstOrDefault(f => f.Code == code) is { } one) found.Add(code, Example(folder.Path, one));
            }
        return found;
    }

    private static void Take(SortedDictionary<string, (string, string)> found, string code, ReadingLimits limits, string dataDate, Action<CorpusFolder> write)
    {
        using var folder = new CorpusFolder();
        write(folder);
        var extract = folder.Read(dataDate, limits);
        var journeys = extract.IsRejected ? [] : Bellwether.Journeys.Journeys.Build(extract.Records, ExtractFolder.Codes, Bellwether.Journeys.Authority.Load(folder.Home), extract.DataDate).Findings;
        if (extract.Findings.Concat(journeys).FirstOrDefault(f => f.Code == code) is { } one) found.Add(code, Example(folder.Files, one));
    }

    private static (string Place, string Line) Example(string folder, Finding f)
    {
        var place = string.Join(", ", new[] { f.File, f.Sheet, f.Row > 0 ? $"row {f.Row}" : "", f.Column }.Where(p => p.Length > 0));
        var path = Path.Combine(folder, f.File);
        var row = f.Row > 0 ? f.Row : f.Column.StartsWith("line ", StringComparison.Ordinal) ? int.Parse(f.Column[5..].Split(',')[0]) : 0;
        if (row == 0 || !File.Exists(path)) return (place, "");
        var text = f.Sheet.Length > 0 ? Cells(path, f.Sheet, row) : File.ReadLines(path).ElementAtOrDefault(row - 1) ?? "";
        text = string.Concat(text.Trim().Select(c => char.IsControl(c) || c == '\uFFFE' ? $"[U+{(int)c:X4}]" : c.ToString()));
        return (place, text.Length > 120 ? text[..120] + " …" : text);
    }

    private static string Cells(string path, string sheet, int row)
    {
        using var file = TableFile.Open(path, Usual);
        using var reader = file.Read(file.Tables.Select((t, i) => (t, i)).First(p => p.t.Name == sheet).i);
        while (reader.Read())
            if (reader.RowNumber == row) return string.Join("; ", Enumerable.Range(0, reader.CellCount).Select(reader.Text));
        return "";
    }
}

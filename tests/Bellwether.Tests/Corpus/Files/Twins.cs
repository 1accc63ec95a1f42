using System.Text;
using Bellwether.Tests.Extracts;
using Bellwether.Tests.Extracts.Reading;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>The clean files that every case is a change of.</summary>
internal static class Twins
{
    public const string ContactHeadings = "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_outcome_json";
    public const string PlanHeadings = "cppl_cp_plan_id,cppl_referral_id,cppl_icpc_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_ola,cppl_cp_plan_initial_category,cppl_cp_plan_latest_category";
    public const string PeopleHeadings = "pers_person_id,pers_dob,pers_expected_dob,pers_sex,pers_ethnicity,pers_death_date,pers_is_mother";

    public static readonly string[] ContactRows = ["1,1001,2024-05-01,1A,", "2,1002,2024-05-02,6,", "3,1003,2024-05-03,1A,", "4,1004,2024-05-07,6,", "5,1005,2024-05-08,1A,"];
    public static readonly string[] PlanRows = ["P1,R1,I1,1001,2024-01-05,2024-05-01,N,NEG,NEG", "P2,R2,I2,1002,2024-02-05,,Y,EMO,EMO", "P3,R3,I3,1003,2024-03-05,,N,PHY,NEG"];
    public static readonly string[] PeopleRows = ["1001,2012-03-04,,F,WBRI,,N", "1002,2013-04-05,,M,WBRI,,N", "1003,2014-05-06,,F,B1,,N"];

    public static readonly object?[] ListOne = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Date of Contact", "Contact Source"];

    public static void Contacts(CorpusFolder folder) => folder.With("ssd_contacts.csv", [ContactHeadings, .. ContactRows]);

    public static void Plans(CorpusFolder folder) => folder.With("ssd_cp_plans.csv", [PlanHeadings, .. PlanRows]);

    public static void People(CorpusFolder folder) => folder.With("ssd_person.csv", [PeopleHeadings, .. PeopleRows]);

    public static void Book(CorpusFolder folder) => folder.With("annex-a.xlsx", Book(Rows()).Bytes());

    public static object?[][] Rows() => [.. Enumerable.Range(1, 5).Select(i => Row(i))];

    /// <summary>Row i of list 1 as it should be.</summary>
    public static object?[] Row(int i, object? id = null, object? date = null, object? born = null, object? source = null) =>
        [id ?? $"{1000 + i}", "a) Male", "a) WBRI", born ?? new DateOnly(2012, 3, i), 12, date ?? new DateOnly(2024, 5, i), source ?? "q) 6: Police"];

    public static TestWorkbook Book(params object?[][] rows) => new TestWorkbook().Sheet("List 1", [ListOne, .. rows]);

    /// <summary>The twin's rows with row i (from 1) changed.</summary>
    public static object?[][] Instead(int i, object?[] row)
    {
        var rows = Rows();
        rows[i - 1] = row;
        return rows;
    }

    public static string[] Instead(string[] lines, int i, string line)
    {
        var copy = lines.ToArray();
        copy[i - 1] = line;
        return copy;
    }

    /// <summary>The parts of the twin's workbook, to be damaged.</summary>
    public static List<RawEntry> Parts(TestWorkbook? book = null) => PartsOf((book ?? Book(Rows())).Bytes());

    public static List<RawEntry> PartsOf(byte[] workbook)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        var parts = new List<RawEntry>();
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            parts.Add(new RawEntry(entry.FullName, bytes.ToArray()));
        }
        return parts;
    }

    public static int SheetPart(List<RawEntry> parts) => parts.FindIndex(p => p.Name == "xl/worksheets/sheet1.xml");

    /// <summary>The twin's workbook with the text of one part changed.</summary>
    public static byte[] Changed(string part, Func<string, string> change, TestWorkbook? book = null)
    {
        var parts = Parts(book);
        var at = parts.FindIndex(p => p.Name == part);
        parts[at] = parts[at] with { Data = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(parts[at].Data))) };
        return RawZip.Write(parts);
    }

    public static byte[] Sheet(Func<string, string> change, TestWorkbook? book = null) => Changed("xl/worksheets/sheet1.xml", change, book);

    public static byte[] With(params RawEntry[] extra) => RawZip.Write([.. Parts(), .. extra]);

    public static CorpusCase OfBook(string id, string variant, byte[] bytes) =>
        new(id, variant, f => f.With("annex-a.xlsx", bytes)) { Twin = Book };

    public static CorpusCase OfBook(string id, string variant, Func<byte[]> bytes) =>
        new(id, variant, f => f.With("annex-a.xlsx", bytes())) { Twin = Book };

    public static CorpusCase OfContacts(string id, string variant, params string[] lines) =>
        new(id, variant, f => f.With("ssd_contacts.csv", lines)) { Twin = Contacts };

    public static CorpusCase OfContactRow(string id, string variant, string row, int at = 2) =>
        OfContacts(id, variant, [ContactHeadings, .. Instead(ContactRows, at, row)]);

    public static CorpusCase OfPlanRow(string id, string variant, string row, int at = 2) =>
        new(id, variant, f => f.With("ssd_cp_plans.csv", [PlanHeadings, .. Instead(PlanRows, at, row)])) { Twin = Plans };
}

using Bellwether.Tests.Extracts;
using static Bellwether.Tests.Corpus.Files.Twins;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>Family V: values that are no dates.</summary>
internal static class ValueCases
{
    private const string SdqHeadings = "csdq_table_id,csdq_person_id,csdq_sdq_completed_date,csdq_sdq_score";
    private static readonly string[] SdqRows = ["1,1001,2024-05-01,12", "2,1002,2024-05-02,13.5", "3,1003,2024-05-03,9"];

    public static IEnumerable<CorpusCase> All =>
    [
        Of("V01", "", Book(Instead(2, Row(2, id: "=1002")))),
        Of("V02", "", Book(Instead(2, Row(2, id: "=")))),
        Of("V03", "key column", Book(Instead(2, Row(2, id: "#N/A")))),
        Of("V03", "other column", Book(Instead(2, Row(2, source: "#N/A")))),
        Of("V03", "text of a CSV", ContactHeadings, Instead(ContactRows, 2, "2,1002,2024-05-02,#REF!,")),
        Sdq("V04", "", "2, 13.5 ,ignored".Split(',')[1]),
        OfContacts("V05", "", ContactHeadings, "1,00101,2024-05-01,1A,", "2,00102,2024-05-02,6,", "3,103,2024-05-03,1A,", "4,00104,2024-05-07,6,", "5,00105,2024-05-08,1A,"),
        OfContactRow("V06", "exponent", "2,1.23457E+12,2024-05-02,6,"),
        Of("V06", "sixteen digits", Book(Instead(2, Row(2, id: 1234567890123456m)))),
        .. new[] { "Y", "1", "True", "yes ", "YES" }.Select(y => OfPlanRow("V07", y.Trim(), $"P2,R2,I2,1002,2024-02-05,,{y},EMO,EMO")),
        OfPlanRow("V07", "other", "P2,R2,I2,1002,2024-02-05,,perhaps,EMO,EMO"),
        new("V07", "other words, by hand", f => f.With("annex-a.xlsx", AnnexAssessments("Review held").Bytes())) { Twin = f => f.With("annex-a.xlsx", AnnexAssessments("Yes").Bytes()) },
        OfContactRow("V08", "", "2,1002,2024-05-02,1AA,"),
        Of("V09", "full cell", Book(Instead(2, Row(2, source: new string('x', 32_767))))),
        Of("V09", "longer cell", Book(Instead(2, Row(2, source: new string('x', 32_768))))),
        OfContactRow("V09", "5 MB field", $"2,1002,2024-05-02,{new string('x', 5 << 20)},"),
        .. new (string Name, string Text)[] { ("equals", "=cmd|' /c calc'!A1"), ("plus", "+1+1"), ("minus", "-1+1"), ("at", "@SUM(A1)"), ("full width", "\uFF1D1+1") }
            .Select(t => Worker("V10", t.Name, t.Text)),
        Worker("V11", "script", "<script>alert(1)</script>"),
        Worker("V11", "svg", "<svg onload=alert(1)>"),
        Worker("V11", "link", "[x](javascript:alert(1))"),
        new("V12", "", _ => { }) { Scenario = NaughtyTexts.RoundTrip },
        OfContactRow("V13", "control", "2,10\u000102,2024-05-02,6,"),
        OfContactRow("V13", "noncharacter", "2,10\uFFFE02,2024-05-02,6,"),
        OfBook("V13", "lone surrogate", () => Sheet(x => x.Replace(">1002<", ">10_xD800_02<", StringComparison.Ordinal))),
        Worker("V14", "order override", "Smith\u202Enhoj"),
        Worker("V14", "decomposed", "Zoe\u0308 Smith"),
        new("V15", "", f => f.With("values.csv", "indicator,period,area,numerator,denominator,value,note", "x,2024-01,,,,0.75,", "x,2024-02,,,,75,", "x,2024-03,,,,75%,")),
        Sdq("V16", "continental", "\"1.234,5\""),
        Sdq("V16", "20 digits", "12345678901234567890"),
        Sdq("V16", "negative", "-3"),
        .. new[] { "NULL", "N/A", "-", "unknown", "" }.Select(t => OfContactRow("V17", t.Length == 0 ? "blank" : t == "-" ? "dash" : t.Replace('/', ' '), $"2,1002,{t},6,")),
    ];

    private static CorpusCase Of(string id, string variant, TestWorkbook book) => OfBook(id, variant, book.Bytes);

    private static CorpusCase Of(string id, string variant, string headings, string[] rows) => OfContacts(id, variant, [headings, .. rows]);

    private static CorpusCase Sdq(string id, string variant, string score) =>
        new(id, variant, f => f.With("ssd_sdq_scores.csv", [SdqHeadings, .. Instead(SdqRows, 2, $"2,1002,2024-05-02,{score}")])) { Twin = f => f.With("ssd_sdq_scores.csv", [SdqHeadings, .. SdqRows]) };

    private static TestWorkbook AnnexAssessments(string seen) => new TestWorkbook().Sheet("List 4",
        ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Does the Child have a Disability", "Continuous Assessment Start Date", "Child Seen During Continuous Assessment",
            "Continuous Assessment Date of Authorisation", "Was the child assessed as requiring LA children\u2019s social care support", "Allocated Team", "Allocated Worker"],
        ["1001", "a) Male", "a) WBRI", new DateOnly(2012, 3, 1), 12, "b) No", new DateOnly(2024, 2, 1), seen, new DateOnly(2024, 3, 1), "a) Yes", "T1", "W1"]);

    /// <summary>A text where a worker's name stands: taken as it is.</summary>
    private static CorpusCase Worker(string id, string variant, string text) => new(id, variant, _ => { })
    {
        Scenario = folder => NaughtyTexts.AsWorker(folder, text),
    };
}

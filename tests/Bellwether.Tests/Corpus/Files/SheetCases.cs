using System.Text;
using Bellwether.Tests.Extracts;
using Bellwether.Tests.Extracts.Reading;
using static Bellwether.Tests.Corpus.Files.Twins;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>Family S: sheets, headings and rows of a workbook.</summary>
internal static class SheetCases
{
    private static readonly object?[] Budget = ["Cost centre", "Account", "Amount"];

    public static IEnumerable<CorpusCase> All =>
    [
        Of("S01", "", new TestWorkbook().Sheet("Budget", Budget, ["A100", "Salaries", 1200])),
        Of("S02", "", new TestWorkbook().Sheet("Cover", ["Annex A", null], ["Prepared by", "Performance team"]).Sheet("List 1", [ListOne, .. Rows()])),
        Of("S03", "", new TestWorkbook().Sheet("List 1", [ListOne, .. Rows()]).Sheet("Contacts (2)", [ListOne, .. Rows()])),
        Of("S04", "hidden", new TestWorkbook().Sheet("Cover", ["x"]).Sheet("List 1", [ListOne, .. Rows()]).Hidden()),
        Of("S04", "beside a visible one", new TestWorkbook().Sheet("List 1", [ListOne, .. Rows()]).Sheet("Old", [ListOne, .. Rows()]).Hidden()),
        Of("S05", "", Book(Rows()).HiddenRow(3).HiddenRow(4)),
        Of("S06", "", Book(Rows()).HiddenColumn(6)),
        Of("S07", "", new TestWorkbook().Sheet("List 1", [["Contacts in the six months to 30 June 2024"], [], [], ListOne, .. Rows()])),
        Of("S08", "", new TestWorkbook().Sheet("List 1",
            [["Child", null, null, null, null, "Contact", null], ["Unique", "Gender", "Ethnicity", "Birth", "Age", "Date", "Source"], .. Rows()]).Merged("A1:E1")),
        Of("S09", "", Book(Rows()).Merged("A3:A5")),
        Of("S10", "", new TestWorkbook().Sheet("List 1", [[.. ListOne, "Date of contact"], .. Rows().Select(r => (object?[])[.. r, new DateOnly(2024, 5, 1)])])),
        Of("S11", "", new TestWorkbook().Sheet("List 1", [.. new[] { ListOne }.Concat(Rows()).Select(r => (object?[])[.. r[..5], r[6]])])),
        Of("S12", "", new TestWorkbook().Sheet("List 1", [[.. ListOne, "Home Address"], .. Rows().Select(r => (object?[])[.. r, "1 Any Street"])])),
        Of("S13", "", new TestWorkbook().Sheet("List 1", [.. new[] { ListOne }.Concat(Rows()).Select(r => (object?[])[r[6], r[3], r[0], r[5], r[1], r[4], r[2]])])),
        Of("S14", "", new TestWorkbook().Sheet("List 1", [["CHILD UNIQUE ID", "gender\u200B", "Ethnicity\u00A0", "D.O.B.", "Age", "Date of\nContact", " contact  source "], .. Rows()])),
        Of("S14", "near", new TestWorkbook().Sheet("List 1", [["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Date Contacted", "Contact Source"], .. Rows()])),
        Of("S14", "unknown", new TestWorkbook().Sheet("List 1", [["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "When they rang", "Contact Source"], .. Rows()])),
        Of("S15", "", new TestWorkbook().Sheet("List 1", [["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Date \u043Ef Contact", "Contact Source"], .. Rows()])),
        Of("S16", "total", Book([.. Rows(), ["Total", null, null, null, null, null, 5]])),
        Of("S16", "footer", Book([.. Rows(), [], ["Report run on 30/06/2024", null, null, null, null, null, null]])),
        Of("S17", "", Book([.. Rows()[..3], ListOne, .. Rows()[3..]])),
        Heavy("S18", f => f.Streamed("annex-a.xlsx", to => Large(to, w =>
        {
            for (var r = 7; r <= 1_000_000; r++) w.Write($"<row r=\"{r}\"><c r=\"A{r}\" s=\"1\"/><c r=\"B{r}\" s=\"1\"/></row>");
        }))),
        new("S19", "", f => f.Streamed("annex-a.xlsx", to => Large(to, Full))) { Heavy = true },
        new("S19", "the sheet alone", f => f.Streamed("annex-a.xlsx", to => Large(to, Full))) { Heavy = true, Scenario = Stream },
        OfBook("S20", "no references", () => Sheet(x => System.Text.RegularExpressions.Regex.Replace(x, "<c r=\"[A-Z]+[0-9]+\"", "<c"))),
        OfBook("S20", "unordered", () => Sheet(x => System.Text.RegularExpressions.Regex.Replace(x, "(<c r=\"A3\".*?</c>)(<c r=\"B3\".*?</c>)", "$2$1"))),
        OfBook("S20", "duplicate", () => Sheet(x => System.Text.RegularExpressions.Regex.Replace(x, "(<c r=\"B3\".*?</c>)", "$1$1"))),
        OfBook("S20", "beyond the last column", () => Sheet(x => x.Replace("r=\"G4\"", "r=\"XFE4\"", StringComparison.Ordinal))),
        OfBook("S20", "another row's", () => Sheet(x => x.Replace("r=\"G4\"", "r=\"G9\"", StringComparison.Ordinal))),
        Strings("S21", "index out of range", "<c r=\"G4\" t=\"s\"><v>9</v></c>", "<si><t>q) 6: Police</t></si>"),
        Strings("S21", "count lies", "<c r=\"G4\" t=\"s\"><v>0</v></c>", "<si><t>q) 6: Police</t></si>"),
        Strings("S22", "rich and phonetic", "<c r=\"G4\" t=\"s\"><v>0</v></c>", "<si><r><rPr><b/></rPr><t>q) 6: </t></r><r><t>Police</t></r><rPh sb=\"0\" eb=\"1\"><t>POLIS</t></rPh></si>"),
        Strings("S22", "inline runs", "<c r=\"G4\" t=\"inlineStr\"><is><r><t>q) 6</t></r><r><t>: Police</t></r></is></c>", ""),
        new("S23", "", f => f.With("annex-a.xlsx", Book().Bytes())) { Twin = Twins.Book },
    ];

    private static CorpusCase Of(string id, string variant, TestWorkbook book) => OfBook(id, variant, book.Bytes);

    private static void Full(TextWriter to)
    {
        for (var r = 7; r <= 1_048_576; r++)
            to.Write($"<row r=\"{r}\"><c r=\"A{r}\"><v>{2_000_000 + r}</v></c><c r=\"B{r}\" t=\"str\"><v>a) Male</v></c><c r=\"D{r}\" s=\"1\"><v>41000</v></c><c r=\"F{r}\" s=\"1\"><v>45413</v></c><c r=\"G{r}\" t=\"str\"><v>q) 6: Police</v></c></row>");
    }

    /// <summary>The reader of the sheet by itself, which holds one row at a time; the records of a load are held, each in some hundred bytes.</summary>
    private static Observed Stream(CorpusFolder folder)
    {
        using var file = Bellwether.Extracts.Reading.TableFile.Open(Path.Combine(folder.Files, "annex-a.xlsx"), Bellwether.Extracts.Reading.ReadingLimits.Default);
        using var reader = file.Read(0);
        var rows = 0;
        while (reader.Read()) rows++;
        return new Observed("accepted", [], $"{rows - 1}={rows - 1}+0+0+0");
    }

    private static CorpusCase Heavy(string id, Action<CorpusFolder> write) => new(id, "", write) { Heavy = true };

    private static void Large(Stream to, Action<TextWriter> rows)
    {
        using var zip = new System.IO.Compression.ZipArchive(to, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in Parts())
        {
            using var stream = zip.CreateEntry(part.Name, System.IO.Compression.CompressionLevel.Fastest).Open();
            if (part.Name != "xl/worksheets/sheet1.xml") stream.Write(part.Data);
            else
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16);
                var text = Encoding.UTF8.GetString(part.Data);
                var end = text.IndexOf("</sheetData>", StringComparison.Ordinal);
                writer.Write(text[..end]);
                rows(writer);
                writer.Write(text[end..]);
            }
        }
    }

    private static CorpusCase Strings(string id, string variant, string cell, string strings) => OfBook(id, variant, () =>
    {
        var parts = Parts();
        parts[SheetPart(parts)] = parts[SheetPart(parts)] with
        {
            Data = Encoding.UTF8.GetBytes(System.Text.RegularExpressions.Regex.Replace(Encoding.UTF8.GetString(parts[SheetPart(parts)].Data), "<c r=\"G4\".*?</c>", cell)),
        };
        var rels = parts.FindIndex(p => p.Name == "xl/_rels/workbook.xml.rels");
        parts[rels] = parts[rels] with
        {
            Data = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts[rels].Data).Replace("</Relationships>",
                "<Relationship Id=\"rt\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>", StringComparison.Ordinal)),
        };
        return RawZip.Write([.. parts, new RawEntry("xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"999999999\" uniqueCount=\"999999999\">{strings}</sst>")]);
    });
}

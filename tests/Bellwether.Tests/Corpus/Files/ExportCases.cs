using System.IO.Compression;
using Bellwether.Writers.Xlsx;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>Family O: what goes out again.</summary>
internal static class ExportCases
{
    private static readonly string[] Payloads = ["=cmd|' /c calc'!A1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\uFF1D1+1", "<script>alert(1)</script>", "[x](javascript:alert(1))", "Smith\u202Enhoj"];

    public static IEnumerable<CorpusCase> All =>
    [
        new("O1", "", _ => { }) { Scenario = NoFormula },
        new("O2", "", _ => { }) { Scenario = NothingHidden },
        new("O3", "", _ => { }),
    ];

    private static string Written(CorpusFolder folder)
    {
        var path = Path.Combine(folder.Files, "out.xlsx");
        XlsxWriter.Write(path, [new Sheet("Rows", [.. Payloads.Select(p => (IReadOnlyList<Cell>)[Cell.Text(p), Cell.Text("x")])])]);
        return path;
    }

    private static Observed NoFormula(CorpusFolder folder)
    {
        using var file = Bellwether.Extracts.Reading.TableFile.Open(Written(folder), Bellwether.Extracts.Reading.ReadingLimits.Default);
        using var reader = file.Read(0);
        var texts = new List<string>();
        while (reader.Read()) texts.Add(reader.Text(0));
        return new Observed("accepted", [], "", "", reader.FormulaCount == 0 && texts.SequenceEqual(Payloads) ? "same" : "differs");
    }

    private static Observed NothingHidden(CorpusFolder folder)
    {
        using var zip = ZipFile.OpenRead(Written(folder));
        string[] allowed = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"];
        var others = zip.Entries.Select(e => e.FullName).Except(allowed).ToList();
        var marks = zip.Entries.Count(e =>
        {
            using var text = new StreamReader(e.Open());
            var xml = text.ReadToEnd();
            return new[] { "hidden", "definedName", "externalReference", "<f>", "creator" }.Any(m => xml.Contains(m, StringComparison.OrdinalIgnoreCase));
        });
        return new Observed("accepted", [], "", "", others.Count == 0 && marks == 0 ? "same" : "differs");
    }
}

using System.IO.Compression;
using Bellwether.Publications.Documents;
using Bellwether.Publications.Packs;
using Bellwether.Tests.Publications;
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
        new("O3", "page", _ => { }) { Scenario = _ => PageMissing() },
        new("O3", "indicator", _ => { }) { Scenario = _ => IndicatorMissing() },
    ];

    private static string Written(CorpusFolder folder)
    {
        var path = Path.Combine(folder.Files, "out.xlsx");
        XlsxWriter.Write(path, [new Sheet("Rows", [.. Payloads.Select(p => (IReadOnlyList<Bellwether.Writers.Xlsx.Cell>)[Bellwether.Writers.Xlsx.Cell.Text(p), Bellwether.Writers.Xlsx.Cell.Text("x")])])]);
        return path;
    }

    /// <summary>A page taken out of a pack that is whole.</summary>
    private static Observed PageMissing()
    {
        using var kent = new KentPack();
        var whole = kent.Build();
        var lacking = whole with { Sections = [.. whole.Sections.Where(s => !s.Id.StartsWith("page-cin-with-plan", StringComparison.Ordinal))] };
        return Lacking(whole, lacking, []);
    }

    /// <summary>An indicator that the pack should show and that neither its pages nor its checklist name.</summary>
    private static Observed IndicatorMissing()
    {
        using var kent = new KentPack();
        var whole = kent.Build();
        return Lacking(whole, whole, ["audits-graded-good"]);
    }

    // What stands in the way of publishing holds each fault that lint finds: PackRoom.InTheWay, tested with the pages of packs.
    private static Observed Lacking(Document whole, Document lacking, IReadOnlyList<string> expected)
    {
        var (before, faults) = (PackLint.Check(whole, []), PackLint.Check(lacking, expected));
        var missing = faults.Where(f => f.Code == "missing-page").ToList();
        return new Observed(missing.Count > 0 ? "rejected" : "accepted", [.. missing.Select(f => f.Code)], "", "", before.Any(f => f.Code == "missing-page") ? "differs" : "same");
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

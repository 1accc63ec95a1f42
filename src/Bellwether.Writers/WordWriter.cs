using System.Text;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Office;
using Bellwether.Writers.Word;

namespace Bellwether.Writers;

/// <summary>
/// A document as a Word file: Word's own styles, numbering, contents and editable charts, A4, 12 point, English (UK), the marking on each page.
/// The council is the author and the edition's day the date; nobody is named.
/// </summary>
public static class WordWriter
{
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>Writes the file; equal documents give equal bytes.</summary>
    public static void Write(Document document, Stream to, WordTemplate? template = null)
    {
        var styles = WordStyles.All.ToDictionary(s => s.Id, s => s.Id);
        var lists = new WordNumbering(0, 1);
        var body = new WordBody(document, styles, lists, 1);
        var text = body.Write();
        var head = document.Head;
        using var parts = new Parts(to);
        parts.Add("[Content_Types].xml", ContentTypes(body.Charts.Count));
        parts.Add("_rels/.rels", Parts.Relations(("rId1", "officeDocument", "word/document.xml"), ("rId2", "core-properties", "docProps/core.xml")));
        parts.Add("docProps/core.xml", Parts.Core(head.Title, head.Council, head.Built));
        parts.Add("word/document.xml", $"{Parts.Head}<w:document {WordFrame.Namespaces}><w:body>{text}{WordFrame.Section("rId4", "rId5")}</w:body></w:document>");
        parts.Add("word/_rels/document.xml.rels", Parts.Relations(
            [("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"), ("rId3", "settings", "settings.xml"), ("rId4", "header", "header1.xml"), ("rId5", "footer", "footer1.xml"),
                .. body.Charts.Select((_, i) => (WordBody.ChartRelation(i + 1), "chart", $"charts/chart{i + 1}.xml")), .. body.Links.Select((l, i) => (WordBody.LinkRelation(i + 1), "hyperlink", l))]));
        parts.Add("word/styles.xml", WordStyles.Part);
        parts.Add("word/numbering.xml", $"{Parts.Head}<w:numbering xmlns:w=\"{WordStyles.Main}\">{lists.Abstracts}{lists.Numbers}</w:numbering>");
        parts.Add("word/settings.xml", WordFrame.Settings);
        parts.Add("word/header1.xml", WordFrame.Header(head, "Header"));
        parts.Add("word/footer1.xml", WordFrame.Footer(head, "Footer"));
        for (var i = 0; i < body.Charts.Count; i++)
        {
            parts.Add($"word/charts/chart{i + 1}.xml", body.Charts[i].Xml);
            parts.Add($"word/charts/_rels/chart{i + 1}.xml.rels", Parts.Relations(("rId1", "package", $"../embeddings/chart{i + 1}.xlsx")));
            parts.Add($"word/embeddings/chart{i + 1}.xlsx", body.Charts[i].Workbook);
        }
    }

    private static string ContentTypes(int charts)
    {
        var xml = new StringBuilder(Parts.Head).Append("<Types xmlns=\"").Append(Parts.Package).Append("content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append("<Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>");
        void Part(string name, string type) => xml.Append("<Override PartName=\"/").Append(name).Append("\" ContentType=\"").Append(type).Append("\"/>");
        Part("word/document.xml", Types + "document.main+xml");
        foreach (var name in new[] { "styles", "numbering", "settings" }) Part($"word/{name}.xml", $"{Types}{name}+xml");
        Part("word/header1.xml", Types + "header+xml");
        Part("word/footer1.xml", Types + "footer+xml");
        Part("docProps/core.xml", Parts.CoreType);
        for (var i = 1; i <= charts; i++) Part(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"word/charts/chart{i}.xml"), Parts.ChartType);
        return xml.Append("</Types>").ToString();
    }
}

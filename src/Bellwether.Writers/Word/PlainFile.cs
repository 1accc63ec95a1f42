using System.Text;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Office;

namespace Bellwether.Writers.Word;

/// <summary>A Word file with nothing but ours in it.</summary>
internal static class PlainFile
{
    public static void Write(Document document, Parts parts)
    {
        var lists = new WordNumbering(0, 1);
        var body = new WordBody(document, WordStyles.All.ToDictionary(s => s.Id, s => s.Id), lists, 1, WordPaper.A4, isTemplate: false);
        var text = body.Write();
        var head = document.Head;
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
        parts.Add("word/header1.xml", WordFrame.Header(head, "Header", WordPaper.A4));
        parts.Add("word/footer1.xml", WordFrame.Footer(head, "Footer", WordPaper.A4));
        foreach (var (name, bytes) in body.Charts.SelectMany((c, i) => c.Parts($"word/charts/chart{i + 1}.xml", $"chart{i + 1}.xlsx"))) parts.Add(name, bytes);
    }

    private static string ContentTypes(int charts)
    {
        var xml = new StringBuilder(Parts.Head).Append("<Types xmlns=\"").Append(Parts.Package).Append("content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append("<Default Extension=\"xlsx\" ContentType=\"").Append(WordChart.WorkbookType).Append("\"/>");
        void Part(string name, string type) => xml.Append("<Override PartName=\"/").Append(name).Append("\" ContentType=\"").Append(type).Append("\"/>");
        Part("word/document.xml", Wml.Prefix + "document.main+xml");
        foreach (var name in new[] { "styles", "numbering", "settings" }) Part($"word/{name}.xml", $"{Wml.Prefix}{name}+xml");
        Part("word/header1.xml", Wml.Prefix + "header+xml");
        Part("word/footer1.xml", Wml.Prefix + "footer+xml");
        Part("docProps/core.xml", Parts.CoreType);
        for (var i = 1; i <= charts; i++) Part(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"word/charts/chart{i}.xml"), Parts.ChartType);
        return xml.Append("</Types>").ToString();
    }
}

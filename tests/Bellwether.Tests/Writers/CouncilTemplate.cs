using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bellwether.Tests.Writers;

/// <summary>A council's own Word file, as its press office might make one: styles under other ids, a logo, a cover line, a closing line.</summary>
internal static class CouncilTemplate
{
    // A picture of one dark point.
    private static readonly byte[] Logo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public static byte[] Make(bool hasBookmark = true, string inside = "", bool hasTitlePage = false)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            word.PackageProperties.Creator = "Jo Bloggs";
            word.PackageProperties.LastModifiedBy = "Jo Bloggs";
            var main = word.AddMainDocumentPart();
            var header = main.AddNewPart<HeaderPart>("logo");
            var picture = header.AddImagePart(ImagePartType.Png, "picture");
            picture.FeedData(new MemoryStream(Logo));
            header.Header = new Header($"<w:hdr {Names}><w:p><w:pPr><w:pStyle w:val=\"Kopf\"/></w:pPr><w:r><w:t>Wessenshire: our own header</w:t></w:r></w:p></w:hdr>");
            var styles = main.AddNewPart<StyleDefinitionsPart>();
            styles.Styles = new Styles($"<w:styles {Names}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"DejaVu Serif\" w:hAnsi=\"DejaVu Serif\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Plain\"><w:name w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Kopf\"><w:name w:val=\"header\"/><w:basedOn w:val=\"Plain\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name w:val=\"Heading 1\"/><w:basedOn w:val=\"Plain\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:color w:val=\"7A0019\"/><w:sz w:val=\"36\"/></w:rPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Council banner\"/><w:basedOn w:val=\"Plain\"/></w:style></w:styles>");
            var numbers = main.AddNewPart<NumberingDefinitionsPart>();
            numbers.Numbering = new Numbering($"<w:numbering {Names}><w:abstractNum w:abstractNumId=\"3\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1)\"/><w:lvlJc w:val=\"left\"/></w:lvl></w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>");
            var settings = main.AddNewPart<DocumentSettingsPart>();
            settings.Settings = new Settings($"<w:settings {Names}><w:rsids><w:rsidRoot w:val=\"00AA11BB\"/></w:rsids></w:settings>");
            var mark = hasBookmark ? "<w:p><w:bookmarkStart w:id=\"4\" w:name=\"Bellwether\"/><w:bookmarkEnd w:id=\"4\"/></w:p>" : "";
            main.Document = new Document($"<w:document {Names}><w:body><w:p><w:r><w:t>Cover line</w:t></w:r>{inside}</w:p>{mark}<w:p><w:r><w:t>Closing line</w:t></w:r></w:p>"
                + $"<w:sectPr><w:headerReference w:type=\"default\" r:id=\"logo\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1700\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"700\" w:footer=\"700\" w:gutter=\"0\"/>{(hasTitlePage ? "<w:titlePg/>" : "")}</w:sectPr></w:body></w:document>");
        }
        return file.ToArray();
    }

    private const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
}

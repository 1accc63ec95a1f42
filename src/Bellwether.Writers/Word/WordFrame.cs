using Bellwether.Publications.Documents;
using Bellwether.Writers.Office;

namespace Bellwether.Writers.Word;

/// <summary>What stands around the text when there is no template: A4 paper, margins, header, footer, settings.</summary>
internal static class WordFrame
{
    public const string Namespaces = $"xmlns:w=\"{WordStyles.Main}\" xmlns:r=\"{Parts.Relation}\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"";

    public const string Settings = Parts.Head + "<w:settings xmlns:w=\"" + WordStyles.Main + "\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>"
        + "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"en-GB\"/><w:decimalSymbol w:val=\".\"/><w:listSeparator w:val=\",\"/></w:settings>";

    public static string Section(string header, string footer) =>
        $"<w:sectPr><w:headerReference w:type=\"default\" r:id=\"{header}\"/><w:footerReference w:type=\"default\" r:id=\"{footer}\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
        + "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";

    public static string Header(DocumentHead head, string style, int paper) =>
        $"{Parts.Head}<w:hdr {Namespaces}>{Line(style, paper, WordText.Run(head.Council) + (head.Marking.Length > 0 ? "<w:r><w:tab/></w:r>" + WordText.Run(head.Marking, "<w:b/>") : ""))}</w:hdr>";

    public static string Footer(DocumentHead head, string style, int paper) =>
        $"{Parts.Head}<w:ftr {Namespaces}>{Line(style, paper, WordText.Run(head.Edition) + "<w:r><w:tab/></w:r>" + PageOf)}</w:ftr>";

    public static string PageOf => WordText.Run("Page ") + WordText.Field("PAGE", "1") + WordText.Run(" of ") + WordText.Field("NUMPAGES", "1");

    /// <summary>A line of a header or footer; a tab leads to the right-hand edge of the paper.</summary>
    public static string Line(string style, int paper, string runs) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"{paper}\"/></w:tabs></w:pPr>{runs}</w:p>");
}

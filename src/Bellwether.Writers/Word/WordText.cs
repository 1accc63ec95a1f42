using System.Globalization;
using System.Text;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Layout;

namespace Bellwether.Writers.Word;

/// <summary>Paragraphs and runs as WordprocessingML, in the styles that the file has.</summary>
internal sealed class WordText(StringBuilder xml, IReadOnlyDictionary<string, string> styles, Func<string, string> link)
{
    /// <summary>A paragraph in one of our styles, with further properties in the order the schema wants.</summary>
    public void Paragraph(string style, string properties, string runs) =>
        xml.Append("<w:p><w:pPr>").Append(Style(style)).Append(properties).Append("</w:pPr>").Append(runs).Append("</w:p>");

    /// <summary>The element that names a style; ours or the template's of that name.</summary>
    public string Style(string style, string element = "pStyle") => $"<w:{element} w:val=\"{styles[style]}\"/>";

    public string Spans(IReadOnlyList<Span> spans) => string.Concat(spans.Select(Span));

    public static string Run(string text, string look = "")
    {
        if (text.Length == 0) return "";
        var run = new StringBuilder("<w:r>");
        if (look.Length > 0) run.Append("<w:rPr>").Append(look).Append("</w:rPr>");
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.Append("<w:br/>");
            run.Append("<w:t xml:space=\"preserve\">").Append(XmlText.Escape(lines[i].Replace("\t", " ", StringComparison.Ordinal))).Append("</w:t>");
        }
        return run.Append("</w:r>").ToString();
    }

    public static string Numbered(int list, int depth) => string.Create(CultureInfo.InvariantCulture, $"<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    /// <summary>A field with the text it shows until the program works it out.</summary>
    public static string Field(string instruction, string shown) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private string Span(Span span)
    {
        var look = (span.Bold ? "<w:b/>" : "") + (span.Italic ? "<w:i/>" : "");
        return SafeAddress.Of(span.Address) is { } address
            ? $"<w:hyperlink r:id=\"{link(address)}\">{Run(span.Text, Style("Hyperlink", "rStyle") + look)}</w:hyperlink>"
            : Run(span.Text, look);
    }
}

using Bellwether.Writers.Office;

namespace Bellwether.Writers.Word;

/// <summary>
/// The styles that our text uses, as Word names them. Body text is 12 point Arial; tables of many columns and notes go down to 10. Where a
/// council's template has a style of the same name, that one is used instead.
/// </summary>
internal static class WordStyles
{
    public const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Every style: our id for it, Word's name, its definition. Ids within a definition are ours.</summary>
    public static IReadOnlyList<WordStyle> All { get; } =
    [
        new("Normal", "Normal", "paragraph", "<w:qFormat/><w:pPr><w:spacing w:after=\"120\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr>", IsDefault: true),
        new("Title", "Title", "paragraph", Text("Normal", "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"160\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:sz w:val=\"40\"/><w:szCs w:val=\"40\"/>")),
        new("Subtitle", "Subtitle", "paragraph", Text("Normal", "<w:keepNext/><w:spacing w:after=\"40\"/>", "<w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>")),
        new("Heading1", "heading 1", "paragraph", Heading(0, 32)),
        new("Heading2", "heading 2", "paragraph", Heading(1, 28)),
        new("Heading3", "heading 3", "paragraph", Heading(2, 24)),
        new("ListBullet", "List Bullet", "paragraph", Text("Normal", "<w:spacing w:after=\"60\"/>", "")),
        new("ListNumber", "List Number", "paragraph", Text("Normal", "<w:spacing w:after=\"60\"/>", "")),
        new("Caption", "caption", "paragraph", Text("Normal", "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/>")),
        new("TOCHeading", "TOC Heading", "paragraph", Text("Normal", "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"100\"/>", "<w:b/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>")),
        new("TOC1", "toc 1", "paragraph", Contents(0)),
        new("TOC2", "toc 2", "paragraph", Contents(240)),
        new("TOC3", "toc 3", "paragraph", Contents(480)),
        new("Header", "header", "paragraph", Text("Normal", Margin, "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>", false)),
        new("Footer", "footer", "paragraph", Text("Normal", Margin, "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>", false)),
        new("Fact", "Bellwether Fact", "paragraph", Text("Normal", "<w:tabs><w:tab w:val=\"left\" w:pos=\"2835\"/></w:tabs><w:spacing w:after=\"40\"/><w:ind w:left=\"2835\" w:hanging=\"2835\"/>", "")),
        new("Note", "Bellwether Note", "paragraph", Text("Normal", "<w:spacing w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>")),
        new("CellText", "Bellwether Cell", "paragraph", Text("Normal", "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>", "")),
        new("CellSmall", "Bellwether Cell Small", "paragraph", Text("CellText", "", "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>")),
        new("DefaultParagraphFont", "Default Paragraph Font", "character", "<w:uiPriority w:val=\"1\"/>", IsDefault: true),
        new("Hyperlink", "Hyperlink", "character", "<w:basedOn w:val=\"DefaultParagraphFont\"/><w:rPr><w:color w:val=\"1A5276\"/><w:u w:val=\"single\"/></w:rPr>"),
        new("TableNormal", "Normal Table", "table", "<w:uiPriority w:val=\"99\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>", IsDefault: true),
        new("TableGrid", "Table Grid", "table", $"<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>{Grid}</w:tblBorders></w:tblPr>"),
        new("NoList", "No List", "numbering", "<w:uiPriority w:val=\"99\"/>", IsDefault: true),
    ];

    /// <summary>The style part of a document without a template.</summary>
    public static string Part => $"{Parts.Head}<w:styles xmlns:w=\"{Main}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>"
        + $"<w:lang w:val=\"en-GB\" w:eastAsia=\"en-GB\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>{string.Concat(All.Select(s => s.Xml))}</w:styles>";

    private const string Margin = "<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>";

    private static string Grid => string.Concat(new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(s => $"<w:{s} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8A9196\"/>"));

    private static string Heading(int outline, int size) => "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/>"
        + $"<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before=\"{(outline == 0 ? 240 : 160)}\" w:after=\"100\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"{outline}\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr>";

    private static string Contents(int indent) =>
        Text("Normal", $"<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9638\"/></w:tabs><w:spacing w:after=\"60\"/><w:ind w:left=\"{indent}\"/>", "", false);

    private static string Text(string basedOn, string paragraph, string run, bool isOffered = true) =>
        $"<w:basedOn w:val=\"{basedOn}\"/>{(isOffered ? "<w:qFormat/>" : "")}{(paragraph.Length > 0 ? $"<w:pPr>{paragraph}</w:pPr>" : "")}{(run.Length > 0 ? $"<w:rPr>{run}</w:rPr>" : "")}";
}

/// <summary>One style.</summary>
internal sealed record WordStyle(string Id, string Name, string Type, string Inner, bool IsDefault = false)
{
    public string Xml => $"<w:style w:type=\"{Type}\"{(IsDefault ? " w:default=\"1\"" : "")}{(Name.StartsWith("Bellwether", StringComparison.Ordinal) ? " w:customStyle=\"1\"" : "")} w:styleId=\"{Id}\"><w:name w:val=\"{Name}\"/>{Inner}</w:style>";
}

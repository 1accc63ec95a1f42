namespace Bellwether.Extracts.Reading;

/// <summary>What kind of file a zip is, told by the parts in it; and what a workbook carries beside its sheets.</summary>
internal static class ZipContents
{
    private static readonly (string Prefix, string Note)[] Extras =
    [
        ("xl/externalLinks/", "Links to other files are in it; their stored values are used and nothing is fetched."),
        ("xl/connections.xml", "Data connections are in it; stored values are used and nothing is fetched."),
        ("xl/queryTables/", "Query tables are in it; stored values are used and nothing is fetched."),
        ("xl/embeddings/", "Embedded objects are in it; they are not read."),
        ("xl/media/", "Pictures are in it; they are not read."),
        ("xl/drawings/", "Drawings or charts are in it; they are not read."),
    ];

    public static void RefuseOthers(ZipDirectory parts)
    {
        if (Kind(parts) is var kind and not FileKind.Xlsx)
            throw FileRecognition.NotATable(kind);
    }

    public static void Note(ZipDirectory parts, List<string> notes) =>
        notes.AddRange(Extras.Where(e => parts.Names.Any(n => n.StartsWith(e.Prefix, StringComparison.OrdinalIgnoreCase))).Select(e => e.Note));

    public static FileKind Kind(ZipDirectory parts)
    {
        if (parts.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return FileKind.MacroWorkbook;
        if (parts.Find("xl/workbook.bin") is not null)
            return FileKind.Xlsb;
        if (parts.Find("xl/workbook.xml") is not null)
            return FileKind.Xlsx;
        if (parts.Find("mimetype") is not null && parts.Find("content.xml") is not null)
            return FileKind.OpenDocument;
        if (parts.Find("word/document.xml") is not null)
            return FileKind.WordDocument;
        if (parts.Find("ppt/presentation.xml") is not null)
            return FileKind.Presentation;
        return parts.Find("[Content_Types].xml") is not null ? FileKind.Xlsx : FileKind.Zip;
    }
}

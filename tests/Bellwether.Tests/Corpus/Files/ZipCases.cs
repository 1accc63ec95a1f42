using System.IO.Compression;
using System.Text;
using Bellwether.Tests.Extracts.Reading;
using static Bellwether.Tests.Corpus.Files.Twins;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>Family Z: the file itself.</summary>
internal static class ZipCases
{
    public static IEnumerable<CorpusCase> All =>
    [
        .. new[] { 10, 50, 99 }.Select(p => OfBook("Z01", $"{p}", () => Book(Rows()).Bytes() is var b ? b[..(b.Length * p / 100)] : [])),
        OfBook("Z02", "", () => Damaged(e => e with { Crc = 1 })),
        OfBook("Z03", "xlsx", () => []),
        new("Z03", "csv", f => f.With("ssd_contacts.csv", Array.Empty<byte>())) { Twin = Contacts },
        new("Z03", "xml", f => f.With("census.xml", Array.Empty<byte>())) { Twin = XmlCases.Twin },
        Named("Z04", "csv", "annex-a.xlsx", Encoding.UTF8.GetBytes(ContactHeadings + "\n" + ContactRows[0] + "\n")),
        Named("Z04", "html", "annex-a.xlsx", "<html><body><table><tr><td>Child Unique ID</td></tr></table></body></html>"u8.ToArray()),
        Named("Z04", "pdf", "annex-a.xlsx", "%PDF-1.7\n%\n"u8.ToArray()),
        Named("Z05", "xlsb", "annex-a.xlsb", RawZip.Write([new RawEntry("[Content_Types].xml", "<Types/>"), new RawEntry("xl/workbook.bin", "x")])),
        Named("Z05", "ods", "annex-a.ods", RawZip.Write([new RawEntry("mimetype", "application/vnd.oasis.opendocument.spreadsheet") { Stored = true }, new RawEntry("content.xml", "<a/>")])),
        Named("Z06", "", "annex-a.xlsx", OldBookCases.Compound("EncryptedPackage")),
        OfBook("Z07", "", () => Sheet(x => x.Replace("</sheetData>", "</sheetData><sheetProtection sheet=\"1\" objects=\"1\" password=\"CC1A\"/>", StringComparison.Ordinal))),
        Bomb("Z08", "rows", "xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "<row/>"),
        Bomb("Z08", "spaces", "xl/worksheets/sheet1.xml", "<worksheet><sheetData>", new string(' ', 64)),
        Bomb("Z08", "zeros", "xl/worksheets/sheet1.xml", "<worksheet><sheetData>", new string('\0', 64)),
        Bomb("Z08", "comments", "xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "<!--" + new string('x', 57) + "-->"),
        Bomb("Z08", "styles", "xl/styles.xml", "<styleSheet><cellXfs>", "<xf numFmtId=\"0\"/>"),
        new("Z09", "", f => f.Streamed("annex-a.xlsx", to =>
        {
            using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
            for (var i = 0; i < 65_536; i++) zip.CreateEntry($"p{i}", CompressionLevel.NoCompression);
        })) { Heavy = true },
        OfBook("Z10", "by name", () => With(new RawEntry("xl/inner.zip", "x"))),
        OfBook("Z10", "by content", () => With(new RawEntry("xl/inner.bin", Book(Rows()).Bytes()) { Stored = true })),
        OfBook("Z11", "one header inside another part", Overlapping),
        OfBook("Z11", "many names for the same bytes", () => Parts() is var p ? RawZip.Write([.. p, .. Enumerable.Range(0, 200).Select(i => new RawEntry($"xl/worksheets/x{i}.xml", []) { SameBytesAs = SheetPart(p) })]) : []),
        OfBook("Z12", "declared too small", () => Damaged(e => e with { DeclaredSize = 5 })),
        OfBook("Z12", "declared too large", () => Damaged(e => e with { DeclaredSize = 500_000 })),
        OfBook("Z12", "two answers", () => Damaged(e => e with { LocalSize = 7 })),
        OfBook("Z13", "", () => Changed("xl/styles.xml", x => x.Replace("</cellXfs>", string.Concat(Enumerable.Repeat("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\"/>", 20_000)) + "</cellXfs>", StringComparison.Ordinal))),
        OfBook("Z14", "same", () => With(new RawEntry("xl/workbook.xml", "<workbook/>"))),
        OfBook("Z14", "by case", () => With(new RawEntry("XL/Workbook.xml", "<workbook/>"))),
        OfBook("Z15", "parent", () => With(new RawEntry("../x", "x"))),
        OfBook("Z15", "absolute", () => With(new RawEntry("/etc/x", "x"))),
        OfBook("Z15", "drive", () => With(new RawEntry("C:/x", "x"))),
        OfBook("Z15", "link", () => With(new RawEntry("xl/link", "/etc/passwd") { Attributes = 0xA1FF0000u })),
        Named("Z16", "", "annex-a.xlsm", With(new RawEntry("xl/vbaProject.bin", "x"))),
        OfBook("Z17", "external link and DDE", () => With(new RawEntry("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/></externalLink>"))),
        OfBook("Z17", "remote relationship", () => Changed("xl/_rels/workbook.xml.rels", x => x.Replace("</Relationships>",
            "<Relationship Id=\"rz\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://127.0.0.1:9/t.xltx\" TargetMode=\"External\"/></Relationships>", StringComparison.Ordinal))),
        OfBook("Z18", "", () => With(new RawEntry("xl/embeddings/oleObject1.bin", "x"), new RawEntry("xl/media/image1.png", new byte[2 << 20]), new RawEntry("xl/drawings/drawing1.xml", "<wsDr/>"))),
        FileName("line end", "ssd_contacts\r\n.csv"),
        FileName("order override", "ssd_\u202Evsc.stcatnoc.csv"),
        FileName("long", new string('n', 251) + ".csv"),
        FileName("reserved", "CON.csv"),
        new("Z20", "", _ => { }),
    ];

    private static CorpusCase Named(string id, string variant, string name, byte[] bytes) => new(id, variant, f => f.With(name, bytes)) { Twin = Twins.Book };

    private static CorpusCase FileName(string variant, string name) => new("Z19", variant, f => f.With(name, [ContactHeadings, .. Instead(ContactRows, 2, "2,,2024-05-02,6,")])) { Twin = Contacts };

    private static byte[] Damaged(Func<RawEntry, RawEntry> change)
    {
        var parts = Parts();
        parts[SheetPart(parts)] = change(parts[SheetPart(parts)]);
        return RawZip.Write(parts);
    }

    /// <summary>A part of half a megabyte and less that unpacks to 512 MB of one thing, written as a stream.</summary>
    private static CorpusCase Bomb(string id, string variant, string part, string opening, string piece) => new(id, variant, f => f.Streamed("annex-a.xlsx", to =>
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var p in Parts())
        {
            using var stream = zip.CreateEntry(p.Name, CompressionLevel.Optimal).Open();
            if (p.Name != part) stream.Write(p.Data);
            else
            {
                stream.Write(Encoding.UTF8.GetBytes(opening));
                var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length)));
                for (var i = 0; i < 512; i++) stream.Write(block);
            }
        }
    }))
    { Heavy = true };

    private static byte[] Overlapping()
    {
        var header = RawZip.Write([new RawEntry("b", "x") { Stored = true }])[..32];
        var file = RawZip.Write([.. Parts(), new RawEntry("a", [1, 2, .. header]) { Stored = true }, new RawEntry("b", "x") { Stored = true }]);
        BitConverter.TryWriteBytes(file.AsSpan(file.AsSpan().LastIndexOf("PK\x01\x02"u8) + 42), file.AsSpan().IndexOf(header));
        return file;
    }
}

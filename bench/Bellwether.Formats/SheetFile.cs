using System.Globalization;
using System.IO.Compression;

namespace Bellwether.Formats;

/// <summary>Writes the workbook of the gates: one sheet of rows of 12 cells, a third shared texts, a third dates, a third numbers.</summary>
internal static class SheetFile
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";

    public static void Write(string path, int rows)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + string.Concat(new[] { ("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("styles", "styles"), ("sharedStrings", "sharedStrings") }
                .Select(p => $"<Override PartName=\"/xl/{p.Item1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{p.Item2}+xml\"/>")) + "</Types>");
        Part("_rels/.rels", $"<Relationships {Package}><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Office}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships {Package}>" + string.Concat(new[] { ("worksheet", "worksheets/sheet1"), ("sharedStrings", "sharedStrings"), ("styles", "styles") }
            .Select((p, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"{Office}/{p.Item1}\" Target=\"{p.Item2}.xml\"/>")) + "</Relationships>");
        Part("xl/styles.xml", $"<styleSheet {Main}><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        Part("xl/sharedStrings.xml", $"<sst {Main}>{string.Concat(Enumerable.Range(0, 500).Select(i => $"<si><t>text number {i}</t></si>"))}</sst>");
        using var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open());
        sheet.Write($"<worksheet {Main}><sheetData>");
        for (var r = 1; r <= rows; r++)
        {
            sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{r}\">"));
            for (var c = 0; c < 12; c++)
                sheet.Write(string.Create(CultureInfo.InvariantCulture,
                    $"<c r=\"{(char)('A' + c)}{r}\"{(c % 3 == 0 ? " t=\"s\"" : c % 3 == 1 ? " s=\"1\"" : "")}><v>{(c % 3 == 0 ? (r * 7 + c) % 500 : c % 3 == 1 ? 45000 + ((r + c) % 400) : r * c)}</v></c>"));
            sheet.Write("</row>");
        }
        sheet.Write("</sheetData></worksheet>");

        void Part(string name, string text)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
            writer.Write(text);
        }
    }
}

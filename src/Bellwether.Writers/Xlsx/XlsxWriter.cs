using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Bellwether.Writers.Xlsx;

/// <summary>
/// Writes plain workbooks: sheets of text, numbers and dates, and nothing else. No author, no times: every part is stamped 1 January 1980, so the same
/// sheets give the same parts. (The zip's compressed bytes may differ between builds of the deflate library; its contents do not.)
/// </summary>
public static class XlsxWriter
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const int Epoch = 693593; // Day number of 30 December 1899: serial 0 of the 1900 system after February 1900.

    public static void Write(string path, IReadOnlyList<Sheet> sheets)
    {
        using var file = File.Create(path);
        Write(file, sheets);
    }

    /// <exception cref="ArgumentException">There is no sheet, or a name is empty, too long or used twice.</exception>
    public static void Write(Stream to, IReadOnlyList<Sheet> sheets)
    {
        if (sheets.Count == 0) throw new ArgumentException("A workbook needs a sheet.", nameof(sheets));
        if (sheets.Any(s => s.Name.Length is 0 or > 31) || sheets.Select(s => s.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() != sheets.Count)
            throw new ArgumentException("Sheet names must be different, and 1 to 31 characters long.", nameof(sheets));
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var texts = new SharedTexts();
        Part(zip, "[Content_Types].xml", ContentTypes(sheets.Count));
        Part(zip, "_rels/.rels", $"{Head}<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part(zip, "xl/workbook.xml", Workbook(sheets));
        Part(zip, "xl/_rels/workbook.xml.rels", Relations(sheets.Count));
        Part(zip, "xl/styles.xml", Styles);
        for (var i = 0; i < sheets.Count; i++) Part(zip, $"xl/worksheets/sheet{i + 1}.xml", Worksheet(sheets[i], texts));
        Part(zip, "xl/sharedStrings.xml", texts.Xml());
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Worksheet(Sheet sheet, SharedTexts texts)
    {
        var xml = new StringBuilder(Head).Append("<worksheet xmlns=\"").Append(Main).Append("\"><sheetData>");
        for (var r = 0; r < sheet.Rows.Count; r++)
        {
            var cells = sheet.Rows[r];
            if (cells.Count == 0) continue;
            xml.Append("<row r=\"").Append(r + 1).Append("\">");
            for (var c = 0; c < cells.Count; c++) Append(xml, cells[c], c, r, texts);
            xml.Append("</row>");
        }
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void Append(StringBuilder xml, Cell cell, int column, int row, SharedTexts texts)
    {
        if (cell.Kind == CellKind.Blank) return;
        xml.Append("<c r=\"");
        Column(xml, column);
        xml.Append(row + 1).Append('"');
        switch (cell.Kind)
        {
            case CellKind.Number:
                xml.Append("><v>").Append(cell.Amount.ToString(CultureInfo.InvariantCulture));
                break;
            case CellKind.Date:
                xml.Append(" s=\"1\"><v>").Append(cell.Day.DayNumber - Epoch);
                break;
            case CellKind.Error:
                xml.Append(" t=\"e\"><v>").Append(cell.Value);
                break;
            default:
                xml.Append(cell.Kind == CellKind.Heading ? " s=\"2\"" : "").Append(" t=\"s\"><v>").Append(texts.Index(cell.Value));
                break;
        }
        xml.Append("</v></c>");
    }

    private static void Column(StringBuilder xml, int column)
    {
        if (column >= 26) Column(xml, (column / 26) - 1);
        xml.Append((char)('A' + (column % 26)));
    }

    private static string ContentTypes(int sheets)
    {
        const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var xml = new StringBuilder(Head).Append("<Types xmlns=\"").Append(Package).Append("content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append("<Override PartName=\"/xl/workbook.xml\" ContentType=\"").Append(type).Append("sheet.main+xml\"/>")
            .Append("<Override PartName=\"/xl/styles.xml\" ContentType=\"").Append(type).Append("styles+xml\"/>")
            .Append("<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"").Append(type).Append("sharedStrings+xml\"/>");
        for (var i = 1; i <= sheets; i++) xml.Append("<Override PartName=\"/xl/worksheets/sheet").Append(i).Append(".xml\" ContentType=\"").Append(type).Append("worksheet+xml\"/>");
        return xml.Append("</Types>").ToString();
    }

    private static string Workbook(IReadOnlyList<Sheet> sheets)
    {
        var xml = new StringBuilder(Head).Append("<workbook xmlns=\"").Append(Main).Append("\" xmlns:r=\"").Append(Office).Append("\"><sheets>");
        for (var i = 0; i < sheets.Count; i++)
            xml.Append("<sheet name=\"").Append(XmlText.Escape(sheets[i].Name)).Append("\" sheetId=\"").Append(i + 1).Append("\" r:id=\"rId").Append(i + 1).Append("\"/>");
        return xml.Append("</sheets></workbook>").ToString();
    }

    private static string Relations(int sheets)
    {
        var xml = new StringBuilder(Head).Append("<Relationships xmlns=\"").Append(Package).Append("relationships\">");
        for (var i = 1; i <= sheets; i++)
            xml.Append("<Relationship Id=\"rId").Append(i).Append("\" Type=\"").Append(Office).Append("/worksheet\" Target=\"worksheets/sheet").Append(i).Append(".xml\"/>");
        xml.Append("<Relationship Id=\"rId").Append(sheets + 1).Append("\" Type=\"").Append(Office).Append("/styles\" Target=\"styles.xml\"/>");
        xml.Append("<Relationship Id=\"rId").Append(sheets + 2).Append("\" Type=\"").Append(Office).Append("/sharedStrings\" Target=\"sharedStrings.xml\"/>");
        return xml.Append("</Relationships>").ToString();
    }

    private const string Styles = Head + "<styleSheet xmlns=\"" + Main + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Arial\"/></font><font><b/><sz val=\"11\"/><name val=\"Arial\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
        + "<cellXfs count=\"3\"><xf xfId=\"0\"/><xf numFmtId=\"164\" xfId=\"0\" applyNumberFormat=\"1\"/><xf fontId=\"1\" xfId=\"0\" applyFont=\"1\"/></cellXfs></styleSheet>";
}

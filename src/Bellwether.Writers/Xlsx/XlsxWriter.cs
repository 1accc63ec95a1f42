using System.Globalization;
using System.Text;
using Bellwether.Writers.Office;

namespace Bellwether.Writers.Xlsx;

/// <summary>
/// Writes plain workbooks, row by row: text, numbers, dates, formulas of our own, charts. Nothing hidden, no macro, no link, no times; the
/// same sheets give the same bytes. Without <see cref="BookProperties"/> nobody is named as author.
/// </summary>
public static class XlsxWriter
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static void Write(string path, IReadOnlyList<Sheet> sheets)
    {
        using var file = File.Create(path);
        Write(file, sheets);
    }

    /// <exception cref="ArgumentException">There is no sheet, or a name is empty, too long or used twice.</exception>
    public static void Write(Stream to, IReadOnlyList<Sheet> sheets, BookProperties? properties = null)
    {
        if (sheets.Count == 0) throw new ArgumentException("A workbook needs a sheet.", nameof(sheets));
        if (sheets.Any(s => s.Name.Length is 0 or > 31) || sheets.Select(s => s.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() != sheets.Count)
            throw new ArgumentException("Sheet names must be different, and 1 to 31 characters long.", nameof(sheets));
        using var parts = new Parts(to);
        var (texts, looks) = (new SharedTexts(), new Looks());
        parts.Add("[Content_Types].xml", ContentTypes(sheets, properties));
        (string, string, string)[] book = [("rId1", "officeDocument", "xl/workbook.xml")];
        parts.Add("_rels/.rels", Parts.Relations(properties is null ? book : [.. book, ("rId2", "core-properties", "docProps/core.xml")]));
        if (properties is not null) parts.Add("docProps/core.xml", Parts.Core(properties.Title, properties.Author, properties.Built));
        parts.Add("xl/workbook.xml", Workbook(sheets));
        parts.Add("xl/_rels/workbook.xml.rels", Parts.Relations(
            [.. sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")),
                ($"rId{sheets.Count + 1}", "styles", "styles.xml"), ($"rId{sheets.Count + 2}", "sharedStrings", "sharedStrings.xml")]));
        for (var i = 0; i < sheets.Count; i++)
        {
            using var sheet = new StreamWriter(parts.Open($"xl/worksheets/sheet{i + 1}.xml"), new UTF8Encoding(false), 32768);
            new SheetXml(sheet, texts, looks).Write(sheets[i], isFirst: i == 0);
        }
        var chart = 0;
        for (var i = 0; i < sheets.Count; i++) chart = Drawing.Write(parts, sheets[i].Charts, i + 1, chart);
        parts.Add("xl/styles.xml", looks.Xml());
        using var shared = new StreamWriter(parts.Open("xl/sharedStrings.xml"), new UTF8Encoding(false), 32768);
        texts.Write(shared);
    }

    /// <summary>A column's letters, counted from 0: 27 is AB.</summary>
    public static string Column(int column) => (column >= 26 ? Column((column / 26) - 1) : "") + (char)('A' + (column % 26));

    /// <summary>A sheet's name as formulas write it.</summary>
    internal static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string ContentTypes(IReadOnlyList<Sheet> sheets, BookProperties? properties)
    {
        var xml = new StringBuilder(Parts.Head).Append("<Types xmlns=\"").Append(Parts.Package).Append("content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        void Part(string name, string type) => xml.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/{name}\" ContentType=\"{type}\"/>");
        Part("xl/workbook.xml", Types + "sheet.main+xml");
        Part("xl/styles.xml", Types + "styles+xml");
        Part("xl/sharedStrings.xml", Types + "sharedStrings+xml");
        if (properties is not null) Part("docProps/core.xml", Parts.CoreType);
        for (var i = 1; i <= sheets.Count; i++) Part($"xl/worksheets/sheet{i}.xml", Types + "worksheet+xml");
        for (var i = 1; i <= sheets.Count; i++)
        {
            if (sheets[i - 1].Charts.Count > 0) Part($"xl/drawings/drawing{i}.xml", "application/vnd.openxmlformats-officedocument.drawing+xml");
        }
        for (var i = 1; i <= sheets.Sum(s => s.Charts.Count); i++) Part($"xl/charts/chart{i}.xml", Parts.ChartType);
        return xml.Append("</Types>").ToString();
    }

    private static string Workbook(IReadOnlyList<Sheet> sheets)
    {
        var xml = new StringBuilder(Parts.Head).Append("<workbook xmlns=\"").Append(Main).Append("\" xmlns:r=\"").Append(Parts.Relation).Append("\"><sheets>");
        for (var i = 0; i < sheets.Count; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{XmlText.Escape(sheets[i].Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
        xml.Append("</sheets>");
        if (sheets.Any(s => s.TitleRows is not null))
        {
            xml.Append("<definedNames>");
            for (var i = 0; i < sheets.Count; i++)
            {
                if (sheets[i].TitleRows is not var (first, last)) continue;
                xml.Append(CultureInfo.InvariantCulture, $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{i}\">{XmlText.Escape(Quoted(sheets[i].Name))}!${first}:${last}</definedName>");
            }
            xml.Append("</definedNames>");
        }
        return xml.Append("</workbook>").ToString();
    }
}

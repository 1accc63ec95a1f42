using System.Text;
using Bellwether.Extracts.Reading;
using Xunit;

namespace Bellwether.Tests.Extracts.Reading;

/// <summary>Small workbooks and CSV files, written for one test and removed after it.</summary>
internal static class TestBook
{
    public const string Clean = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1001</v></c><c r=\"B2\" s=\"1\"><v>46112</v></c></row>";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    /// <summary>A workbook of one sheet named Sheet1: cell format 1 is a built-in date, 2 is dd/mm/yyyy, 3 is 0.0 "days".</summary>
    public static List<RawEntry> Parts(string rows = Clean, string? strings = null, bool is1904 = false, string state = "visible", string after = "", string before = "") =>
    [
        new("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        new("_rels/.rels", $"<Relationships><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        new("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Office}\"><workbookPr date1904=\"{(is1904 ? 1 : 0)}\"/><sheets><sheet name=\"Sheet1\" sheetId=\"1\" state=\"{state}\" r:id=\"rId1\"/></sheets></workbook>"),
        new("xl/_rels/workbook.xml.rels", $"<Relationships><Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Office}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>"),
        new("xl/styles.xml", $"<styleSheet {Main}><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-809]dd/mm/yyyy;@\"/><numFmt numFmtId=\"165\" formatCode=\"0.0&quot; days&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"),
        new("xl/sharedStrings.xml", $"<sst {Main} count=\"999999999\" uniqueCount=\"999999999\">{strings ?? "<si><t>Child ID</t></si><si><t>Start</t></si>"}</sst>"),
        new("xl/worksheets/sheet1.xml", $"<worksheet {Main}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"),
    ];

    public static byte[] Bytes(string rows = Clean, string? strings = null, bool is1904 = false) => RawZip.Write(Parts(rows, strings, is1904));

    public static byte[] With(params RawEntry[] extra) => RawZip.Write([.. Parts(), .. extra]);

    public static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Does something with the bytes as a file of this name; nothing is left behind.</summary>
    public static T As<T>(string name, byte[] bytes, Func<string, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("bellwether-reading-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, bytes);
            var result = use(path);
            Assert.Single(folder.EnumerateFileSystemInfos());
            return result;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static List<string[]> Rows(string name, byte[] bytes) => As(name, bytes, path =>
    {
        using var file = TableFile.Open(path, ReadingLimits.Default);
        return Grid.Of(file, 0);
    });

    public static IReadOnlyList<string> Notes(string name, byte[] bytes) => As(name, bytes, path =>
    {
        using var file = TableFile.Open(path, ReadingLimits.Default);
        return file.Notes;
    });

    /// <summary>Stands on the first row that has a value and asks.</summary>
    public static T First<T>(byte[] bytes, Func<TableReader, T> ask, string name = "a.xlsx") => As(name, bytes, path =>
    {
        using var file = TableFile.Open(path, ReadingLimits.Default);
        using var reader = file.Read(0);
        Assert.True(reader.Read());
        return ask(reader);
    });

    public static void Refused(string code, string message, string name, byte[] bytes, ReadingLimits? limits = null)
    {
        var fault = As(name, bytes, path => Grid.Fault(path, limits));
        Assert.NotNull(fault);
        Assert.Equal((code, message), (fault.Code, fault.Message));
    }
}

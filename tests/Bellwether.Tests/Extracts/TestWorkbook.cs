using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Bellwether.Tests.Extracts;

/// <summary>
/// Writes a small workbook. A cell is null (blank), a string, a number, a DateOnly (a date-formatted serial), "#N/A" (an error cell),
/// "=" (a formula without a saved value) or "=text" (a formula whose saved value is the text).
/// </summary>
public sealed class TestWorkbook
{
    private readonly List<(string Name, string State, string Before, string Extra, List<object?[]> Rows, HashSet<int> HiddenRows)> _sheets = [];

    public TestWorkbook Sheet(string name, params object?[][] rows)
    {
        _sheets.Add((name, "", "", "", [.. rows], []));
        return this;
    }

    public TestWorkbook Hidden()
    {
        var last = _sheets[^1];
        _sheets[^1] = last with { State = " state=\"hidden\"" };
        return this;
    }

    public TestWorkbook HiddenRow(int row)
    {
        _sheets[^1].HiddenRows.Add(row);
        return this;
    }

    public TestWorkbook HiddenColumn(int column)
    {
        var last = _sheets[^1];
        _sheets[^1] = last with { Before = $"<cols><col min=\"{column}\" max=\"{column}\" width=\"9\" hidden=\"1\"/></cols>" };
        return this;
    }

    public TestWorkbook Merged(string range)
    {
        var last = _sheets[^1];
        _sheets[^1] = last with { Extra = $"<mergeCells count=\"1\"><mergeCell ref=\"{range}\"/></mergeCells>" };
        return this;
    }

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            const string Package = "http://schemas.openxmlformats.org/package/2006/";
            var sheets = string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\"{s.State} r:id=\"r{i + 1}\"/>"));
            var links = string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"));
            var types = string.Concat(_sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"));
            Part(zip, "[Content_Types].xml", $"<Types xmlns=\"{Package}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{types}</Types>");
            Part(zip, "_rels/.rels", $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{sheets}</sheets></workbook>");
            Part(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}relationships\">{links}<Relationship Id=\"rs\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
            Part(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            for (var i = 0; i < _sheets.Count; i++)
            {
                var rows = string.Concat(_sheets[i].Rows.Select((r, y) => r.Length == 0 ? "" :
                    $"<row r=\"{y + 1}\"{(_sheets[i].HiddenRows.Contains(y + 1) ? " hidden=\"1\"" : "")}>{string.Concat(r.Select((c, x) => Cell(c, y, x)))}</row>"));
                Part(zip, $"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\">{_sheets[i].Before}<sheetData>{rows}</sheetData>{_sheets[i].Extra}</worksheet>");
            }
        }
        return stream.ToArray();
    }

    private static string Cell(object? value, int y, int x)
    {
        var at = $"{Bellwether.Extracts.Reading.TableReader.ColumnName(x)}{y + 1}";
        return value switch
        {
            null => "",
            DateOnly d => $"<c r=\"{at}\" s=\"1\"><v>{d.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>",
            "#N/A" => $"<c r=\"{at}\" t=\"e\"><v>#N/A</v></c>",
            "=" => $"<c r=\"{at}\"><f>A1</f></c>",
            string s when s.StartsWith('=') => $"<c r=\"{at}\" t=\"str\"><f>A1</f><v>{SecurityElement.Escape(s[1..])}</v></c>",
            string s => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(s)}</t></is></c>",
            _ => $"<c r=\"{at}\"><v>{Convert.ToString(value, CultureInfo.InvariantCulture)}</v></c>",
        };
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text));
    }
}

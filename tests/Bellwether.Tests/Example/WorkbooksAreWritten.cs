using System.IO.Compression;
using System.Xml.Linq;
using Bellwether.Writers.Xlsx;
using Xunit;

namespace Bellwether.Tests.Example;

public sealed class WorkbooksAreWritten
{
    private static XDocument Part(Stream book, string name)
    {
        using var zip = new ZipArchive(book, ZipArchiveMode.Read, leaveOpen: true);
        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }

    private static MemoryStream Write(params Cell[] cells)
    {
        var stream = new MemoryStream();
        XlsxWriter.Write(stream, [new Sheet("One & only", [[], cells])]);
        return stream;
    }

    [Fact]
    public void A_date_is_its_serial_and_a_number_is_itself()
    {
        var cells = Part(Write(Cell.Date(new DateOnly(2026, 3, 31)), Cell.Number(6.138m), Cell.Date(new DateOnly(1900, 3, 1))), "xl/worksheets/sheet1.xml").Descendants().Where(e => e.Name.LocalName == "v").Select(e => e.Value);
        Assert.Equal(["46112", "6.138", "61"], cells);
    }

    [Fact]
    public void Text_keeps_its_marks_and_spaces_and_is_stored_once()
    {
        var texts = Part(Write(Cell.Text(" a <b> & \"c\"\u00A0"), Cell.Text("x"), Cell.Text("x"), Cell.Text("nul\u0000")), "xl/sharedStrings.xml");
        Assert.Equal([" a <b> & \"c\"\u00A0", "x", "nul"], texts.Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value));
    }

    [Fact]
    public void A_blank_row_keeps_the_next_rows_number_and_a_blank_cell_the_next_cells()
    {
        var sheet = Part(Write(Cell.Blank, Cell.Error("#N/A")), "xl/worksheets/sheet1.xml");
        var cell = sheet.Descendants().Single(e => e.Name.LocalName == "c");
        Assert.Equal(("B2", "e"), ((string?)cell.Attribute("r"), (string?)cell.Attribute("t")));
    }

    [Fact]
    public void Nobody_is_named_as_its_author()
    {
        using var zip = new ZipArchive(Write(Cell.Text("x")));
        Assert.DoesNotContain(zip.Entries, e => e.FullName.StartsWith("docProps", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_sheets_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => XlsxWriter.Write(new MemoryStream(), [new Sheet("a", []), new Sheet("A", [])]));
}

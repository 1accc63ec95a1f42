using System.Globalization;
using System.Text;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Office;
using Bellwether.Writers.Xlsx;
using Sheet = Bellwether.Writers.Xlsx.Sheet;
using XlsxCell = Bellwether.Writers.Xlsx.Cell;

namespace Bellwether.Writers.Word;

/// <summary>A chart of a Word file: its part, and the small workbook behind it that a person edits.</summary>
internal sealed record WordChart(string Xml, byte[] Workbook)
{
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int Height = 2160000; // 6 cm, in English metric units.
    private const int Twentieth = 635; // As many of them make a twentieth of a point.
    private const string SheetName = "Figures";

    public static WordChart Of(ChartBlock block)
    {
        var columns = new ChartColumns(block.Chart);
        var source = new ChartSource(SheetName, 1, block.Chart.Points.Count, 0, [.. columns.Series.Select((_, i) => i + 1)]);
        using var book = new MemoryStream();
        XlsxWriter.Write(book, [new Sheet(SheetName, Rows(columns))]);
        return new WordChart(new ChartXml(columns, source).Write("rId1"), book.ToArray());
    }

    /// <summary>Its parts: the chart by the name it gets, what it relates to, and its workbook in a folder beside.</summary>
    public IEnumerable<(string Name, byte[] Bytes)> Parts(string name, string workbook)
    {
        var at = name.LastIndexOf('/') + 1;
        yield return (name, Encoding.UTF8.GetBytes(Xml));
        yield return ($"{name[..at]}_rels/{name[at..]}.rels", Encoding.UTF8.GetBytes(Office.Parts.Relations(("rId1", "package", "embeddings/" + workbook))));
        yield return ($"{name[..at]}embeddings/{workbook}", Workbook);
    }

    /// <summary>The run that holds the chart, with its words for who cannot see it.</summary>
    public static string Drawing(ChartBlock block, int id, string relation, int paper) => string.Create(CultureInfo.InvariantCulture,
        $"<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{paper * Twentieth}\" cy=\"{Height}\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:docPr id=\"{id}\" name=\"Chart {id}\" descr=\"{XmlText.Escape(block.Words)}\"/><wp:cNvGraphicFramePr/>")
        + $"<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"{relation}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";

    private static IEnumerable<IReadOnlyList<XlsxCell>> Rows(ChartColumns columns)
    {
        yield return [XlsxCell.Text("Period"), .. columns.Series.Select(s => XlsxCell.Text(s.Name))];
        var shown = new CellLook(columns.Format);
        for (var i = 0; i < columns.Chart.Points.Count; i++)
            yield return [XlsxCell.Text(columns.Chart.Points[i].Label), .. columns.Series.Select(s => s.Values[i] is { } v ? XlsxCell.Number(v, shown) : XlsxCell.Blank)];
    }
}

using System.Globalization;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bellwether.Tests.Writers.Reading;

/// <summary>Reads a Word file as a person does: headings, the tables and the charts under them.</summary>
internal static class WordReading
{
    public static List<Said> Read(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), false);
        var main = word.MainDocumentPart!;
        var said = new List<Said>();
        var title = "";
        // A council's template may keep Word's first heading under any id; its name is Word's.
        var heading = main.StyleDefinitionsPart!.Styles!.Elements<DocumentFormat.OpenXml.Wordprocessing.Style>().Single(s => string.Equals(s.StyleName!.Val!.Value, "heading 1", StringComparison.OrdinalIgnoreCase)).StyleId!.Value;
        foreach (var element in main.Document!.Body!.ChildElements)
        {
            if (element is Paragraph paragraph && paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == heading) title = paragraph.InnerText;
            foreach (var chart in element.Descendants<ChartReference>()) Chart(said, title, ((ChartPart)main.GetPartById(chart.Id!.Value!)).ChartSpace!);
            if (element is Table table) Rows(said, title, table);
        }
        return said;
    }

    private static void Rows(List<Said> said, string title, Table table)
    {
        var rows = table.Elements<TableRow>().Select(r => r.Elements<TableCell>().Select(FirstLine).ToList()).ToList();
        foreach (var row in rows.Skip(1))
        {
            for (var i = 1; i < row.Count; i++) said.Add(new Said(title, row[0], rows[0][i], row[i]));
        }
    }

    // What follows a line break in a cell is its note.
    private static string FirstLine(TableCell cell) =>
        string.Concat(cell.Descendants<Run>().TakeWhile(r => !r.Elements<Break>().Any()).Select(r => r.InnerText));

    private static void Chart(List<Said> said, string title, ChartSpace chart)
    {
        foreach (var series in chart.Descendants<LineChartSeries>())
        {
            var name = series.SeriesText!.Descendants<NumericValue>().Single().Text;
            var months = series.GetFirstChild<CategoryAxisData>()!.Descendants<StringPoint>().ToDictionary(p => p.Index!.Value, p => p.InnerText);
            foreach (var point in series.GetFirstChild<Values>()!.Descendants<NumericPoint>())
                said.Add(new Said(title, months[point.Index!.Value], name, "", decimal.Parse(point.InnerText, CultureInfo.InvariantCulture)));
        }
    }
}

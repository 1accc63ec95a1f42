using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Chart = DocumentFormat.OpenXml.Drawing.Charts;

namespace Bellwether.Tests.Writers.Reading;

/// <summary>Reads a workbook as a spreadsheet does: formulas are worked out from the cells they name, not taken from what the file says they give.</summary>
internal sealed partial class ExcelReading
{
    private readonly Dictionary<(string Sheet, string Cell), Cell> _cells = [];
    private readonly List<string> _texts;
    private readonly SpreadsheetDocument _book;

    private ExcelReading(SpreadsheetDocument book)
    {
        _book = book;
        _texts = [.. book.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(i => i.InnerText)];
        foreach (var (sheet, part) in Sheets())
        {
            foreach (var cell in part.Worksheet!.Descendants<Cell>()) _cells[(sheet, cell.CellReference!.Value!)] = cell;
        }
    }

    /// <summary>What sheets and charts say, and each formula whose stored value is not the one it gives.</summary>
    public static (List<Said> Said, List<string> WrongFormulas) Read(byte[] file)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var reading = new ExcelReading(book);
        var said = new List<Said>();
        foreach (var (sheet, part) in reading.Sheets())
        {
            if (sheet is "Front" or "Figures") continue;
            reading.Rows(said, sheet, part);
            reading.Charts(said, sheet, part);
        }
        return (said, reading.Wrong());
    }

    /// <summary>The long table's rows as text, formulas worked out.</summary>
    public static List<Dictionary<string, string>> Long(byte[] file)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var reading = new ExcelReading(book);
        var rows = reading.Sheets().Single(s => s.Name == "Figures").Part.Worksheet!.Descendants<Row>().Select(r => r.Elements<Cell>().ToDictionary(c => Letters().Match(c.CellReference!.Value!).Value, c => c)).ToList();
        var columns = rows[0].ToDictionary(c => c.Key, c => reading.Text(c.Value));
        return [.. rows.Skip(1).Select(r => r.ToDictionary(c => columns[c.Key], c => reading.Number("Figures", c.Value) is { } n ? n.ToString(CultureInfo.InvariantCulture) : reading.Text(c.Value)))];
    }

    private IEnumerable<(string Name, WorksheetPart Part)> Sheets() => _book.WorkbookPart!.Workbook!.Descendants<Sheet>()
        .Select(s => (s.Name!.Value!, (WorksheetPart)_book.WorkbookPart.GetPartById(s.Id!.Value!)));

    private void Rows(List<Said> said, string sheet, WorksheetPart part)
    {
        var title = Text(_cells[(sheet, "A1")]);
        Dictionary<string, string> columns = [];
        foreach (var row in part.Worksheet!.Descendants<Row>())
        {
            var cells = row.Elements<Cell>().ToDictionary(c => Letters().Match(c.CellReference!.Value!).Value, c => c);
            if (cells.Count == 0 || !cells.TryGetValue("A", out var first)) continue;
            if (Text(first) is "Month" or "Period" or "District") columns = cells.ToDictionary(c => c.Key, c => Text(c.Value));
            else if (cells.Count < 2) columns = [];
            foreach (var (letters, cell) in cells)
            {
                if (letters == "A" || !columns.TryGetValue(letters, out var column) || cell.CellValue is null || column == Text(cell)) continue;
                said.Add(Number(sheet, cell) is { } number ? new Said(title, Text(first), column, "", number) : new Said(title, Text(first), column, Text(cell)));
            }
        }
    }

    private void Charts(List<Said> said, string sheet, WorksheetPart part)
    {
        var title = Text(_cells[(sheet, "A1")]);
        foreach (var series in part.DrawingsPart?.ChartParts.SelectMany(c => c.ChartSpace!.Descendants<Chart.LineChartSeries>()) ?? [])
        {
            var name = series.GetFirstChild<Chart.SeriesText>()!.Descendants<Chart.NumericValue>().Single().Text;
            var values = series.GetFirstChild<Chart.Values>()!;
            var months = series.GetFirstChild<Chart.CategoryAxisData>()!.Descendants<Chart.StringPoint>().ToDictionary(p => p.Index!.Value, p => p.InnerText);
            var start = Reference().Match(values.Descendants<Chart.Formula>().Single().Text);
            foreach (var point in values.Descendants<Chart.NumericPoint>())
            {
                var held = decimal.Parse(point.InnerText, CultureInfo.InvariantCulture);
                var row = int.Parse(start.Groups["row"].Value, CultureInfo.InvariantCulture) + (int)point.Index!.Value;
                // What the chart has stored and what it would read from the sheet anew.
                said.Add(new Said(title, months[point.Index.Value], name, "", held));
                said.Add(new Said(title, months[point.Index.Value], name, "", Number(sheet, _cells[(sheet, start.Groups["column"].Value + row.ToString(CultureInfo.InvariantCulture))])));
            }
        }
    }

    private List<string> Wrong() =>
    [
        .. _cells.Where(c => c.Value.CellFormula is not null && Math.Abs(Number(c.Key.Sheet, c.Value)!.Value - decimal.Parse(c.Value.CellValue!.Text, CultureInfo.InvariantCulture)) > 0.000000001m)
            .Select(c => $"{c.Key.Sheet}!{c.Key.Cell}: {c.Value.CellFormula!.Text}"),
    ];

    private string Text(Cell cell) => cell.DataType?.Value == CellValues.SharedString ? _texts[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)] : cell.CellValue?.Text ?? "";

    private decimal? Number(string sheet, Cell cell)
    {
        if (cell.DataType?.Value == CellValues.SharedString || cell.CellValue is null) return null;
        if (cell.CellFormula is not { } formula) return decimal.Parse(cell.CellValue.Text, CultureInfo.InvariantCulture);
        var parts = Regex.Split(formula.Text, "([/*])");
        var result = Operand(sheet, parts[0]);
        for (var i = 1; i < parts.Length; i += 2) result = parts[i] == "/" ? result / Operand(sheet, parts[i + 1]) : result * Operand(sheet, parts[i + 1]);
        return result;
    }

    private decimal Operand(string sheet, string text)
    {
        if (decimal.TryParse(text, CultureInfo.InvariantCulture, out var number)) return number;
        var named = Reference().Match(text);
        Assert(named.Success, text);
        var from = named.Groups["sheet"].Value is { Length: > 0 } other ? other : sheet;
        return Number(from, _cells[(from, named.Groups["column"].Value + named.Groups["row"].Value)])!.Value;
    }

    private static void Assert(bool isKnown, string formula) => Xunit.Assert.True(isKnown, $"A formula of a shape no writer makes: {formula}");

    [GeneratedRegex("^[A-Z]+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^(?:'?(?<sheet>[^'!]+)'?!)?\$?(?<column>[A-Z]+)\$?(?<row>\d+)")]
    private static partial Regex Reference();
}

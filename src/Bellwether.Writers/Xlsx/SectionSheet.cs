using Bellwether.Publications.Documents;
using Bellwether.Writers.Layout;
using Bellwether.Writers.Office;
using Column = Bellwether.Publications.Documents.Column;
using Words = Bellwether.Publications.Documents.Cell;

namespace Bellwether.Writers.Xlsx;

/// <summary>One sheet being filled with a section and what belongs to it.</summary>
internal sealed class SectionSheet(string name, Document document, FigureCells figures)
{
    private const int LettersInLine = 100, Across = 8;
    private const double WidestColumn = 40, NarrowestColumn = 11;

    private static readonly CellLook Heading = new(IsBold: true, HasGrid: true, Wraps: true, Fill: "F0F2F3");
    private static readonly CellLook Grid = new(HasGrid: true);
    private static readonly CellLook Wrapped = new(Wraps: true);

    private readonly List<IReadOnlyList<Cell>> _rows = [];
    private readonly List<PlacedChart> _charts = [];
    private readonly List<double> _widths = [];
    private readonly List<int> _headingRows = [];

    public void Title(string text) => Line(text, new CellLook(IsBold: true, Size: 14));

    public void Line(string text, CellLook look) => _rows.Add([Cell.Text(text, look)]);

    public void Fact(HeadFact fact) => Text(fact.Label + ": " + fact.Text);

    public void Section(Section section, SectionNumbers numbers, bool isTitle)
    {
        if (_rows.Count > 0) _rows.Add([]);
        var number = numbers.Enter(section);
        var heading = number is null ? section.Title : $"{number.Text} {section.Title}";
        if (isTitle) Title(heading);
        else Line(heading, CellLook.Bold);
        foreach (var block in section.Blocks) Block(block, numbers);
    }

    public Sheet Finish()
    {
        var single = _headingRows.Count == 1 && _headingRows[0] <= 8;
        return new Sheet(name, _rows)
        {
            Widths = _widths,
            Charts = _charts,
            // One table keeps its headings in sight; of several only the sheet's title can.
            FrozenRows = single ? _headingRows[0] : 1,
            TitleRows = (single ? _headingRows[0] : 1, single ? _headingRows[0] : 1),
            Paper = DocumentBook.Paper(document.Head, isLandscape: _widths.Count > 6 || _charts.Count > 0),
        };
    }

    private void Block(Block block, SectionNumbers numbers)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Text((paragraph.IsNumbered ? numbers.Next().Text + " " : "") + Span.TextOf(paragraph.Spans));
                break;
            case Note note:
                Text(Span.TextOf(note.Spans));
                break;
            case BulletList list:
                for (var i = 0; i < list.Items.Count; i++) Text((list.IsNumbered ? $"{i + 1}. " : "• ") + Span.TextOf(list.Items[i]));
                break;
            case FactList facts:
                foreach (var fact in facts.Facts) Fact(fact);
                break;
            case Table table:
                Table(table);
                break;
            case ChartBlock chart:
                Chart(chart);
                break;
            case Contents:
                // The sheet tabs are a workbook's contents.
                break;
            default:
                throw new ArgumentException($"No way to write a {block.GetType().Name} in a workbook.", nameof(block));
        }
    }

    /// <summary>Words run over several columns, with as many lines as they need.</summary>
    private void Text(string text)
    {
        var lines = text.Split('\n').Sum(l => 1 + (l.Length / LettersInLine));
        _rows.Add([Cell.Text(text, Wrapped) with { Across = Across, Lines = lines }]);
        while (_widths.Count < Across) _widths.Add(NarrowestColumn + 2);
    }

    private void Table(Table table)
    {
        _rows.Add([Cell.Text(table.Caption, CellLook.Bold)]);
        Headings(table.Columns.Select((c, i) => (c, table.Rows.Any(r => r[i].Behind.Length > 0))).SelectMany(c => c.Item2 ? [c.c.Heading, c.c.Heading + ": note"] : new[] { c.c.Heading }));
        var behind = table.Columns.Select((_, i) => table.Rows.Any(r => r[i].Behind.Length > 0)).ToList();
        foreach (var row in table.Rows) _rows.Add(Row(table, row, behind));
        _rows.Add([]);
    }

    private void Headings(IEnumerable<string> headings)
    {
        var cells = headings.Select(h => Cell.Text(h, Heading)).ToList();
        _rows.Add(cells);
        _headingRows.Add(_rows.Count);
        for (var i = 0; i < cells.Count; i++) Widen(i, cells[i].Value.Length);
    }

    private List<Cell> Row(Table table, IReadOnlyList<Words> row, List<bool> behind)
    {
        var cells = new List<Cell>();
        var places = new Dictionary<(FigureKey, FigurePart), string>();
        var at = 0;
        // First where the row's own counts stand, so that a percentage can be worked out of them.
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].Figure is { } key) places[(key, row[i].Part)] = $"{XlsxWriter.Column(at)}{_rows.Count + 1}";
            at += behind[i] ? 2 : 1;
        }
        for (var i = 0; i < row.Count; i++)
        {
            cells.Add(Figure(row[i], table.Columns[i], places));
            Widen(cells.Count - 1, row[i].Text.Length);
            if (!behind[i]) continue;
            cells.Add(Cell.Text(row[i].Behind, Grid));
            Widen(cells.Count - 1, row[i].Behind.Length);
        }
        return cells;
    }

    private Cell Figure(Words cell, Column column, Dictionary<(FigureKey, FigurePart), string> places)
    {
        var look = FigureCells.Tinted(Grid, cell.Rating);
        if (figures.Find(cell.Figure) is not { } line) return Cell.Text(cell.Text, look with { Wraps = !column.IsNumeric, IsRight = column.IsNumeric });
        switch (cell.Part)
        {
            case FigurePart.Numerator:
                return FigureCells.Count(line.Numerator, cell.Text, look);
            case FigurePart.Denominator:
                return FigureCells.Count(line.Denominator, cell.Text, look);
            case FigurePart.Target:
                return FigureCells.Target(line, cell.Text, look);
            case FigurePart.Rating:
                return Cell.Text(cell.Text, look);
            default:
                return places.TryGetValue((line.Key, FigurePart.Numerator), out var n) && places.TryGetValue((line.Key, FigurePart.Denominator), out var d)
                    ? FigureCells.Value(line, cell.Text, look, n, d)
                    : figures.Value(line, cell.Text, look);
        }
    }

    /// <summary>The chart's numbers as a small table, and the chart beside them. Where there is no figure the cell is empty: a chart draws text as nought.</summary>
    private void Chart(ChartBlock block)
    {
        var columns = new ChartColumns(block.Chart);
        _rows.Add([Cell.Text(block.Chart.Headline, CellLook.Bold)]);
        _rows.Add([Cell.Text(block.Chart.Subtitle)]);
        var top = _rows.Count;
        Headings([.. columns.Series.Select(s => s.Name).Prepend("Period"), "Note"]);
        var source = new ChartSource(name, _rows.Count, block.Chart.Points.Count, 0, [.. columns.Series.Select((_, i) => i + 1)]);
        for (var i = 0; i < block.Chart.Points.Count; i++) _rows.Add(Month(block, columns, i));
        // The chart is 7 cm high: what follows starts below it.
        while (_rows.Count < top + 16) _rows.Add([Cell.Blank]);
        Text(block.Words);
        foreach (var e in block.Chart.Events) Line($"{e.Number} {block.Chart.Points[e.Point].Label}: {e.Text}", CellLook.Plain);
        _rows.Add([]);
        _charts.Add(new PlacedChart(new ChartXml(columns, source).Write(null), $"Chart {_charts.Count + 1}", block.Words, columns.Series.Count + 3, top));
    }

    private List<Cell> Month(ChartBlock block, ChartColumns columns, int i)
    {
        var point = block.Chart.Points[i];
        var cells = new List<Cell> { Cell.Text(point.Label, Grid) };
        foreach (var series in columns.Series)
        {
            if (series.Values[i] is not { } value) cells.Add(Cell.Blank with { Look = Grid });
            else if (series.Kind == Kind.Result && figures.Find(ChartTable.KeyOf(block, i)) is { } line && line.Value == point.Value) cells.Add(figures.Value(line, "", Grid));
            else cells.Add(Cell.Number(value, Grid with { Format = columns.Format }));
        }
        cells.Add(Cell.Text(point.Value is null ? point.Missing ?? "no figure" : point.Provisional ? "provisional" : "", Grid));
        return cells;
    }

    private void Widen(int column, int letters)
    {
        while (_widths.Count <= column) _widths.Add(NarrowestColumn);
        _widths[column] = Math.Max(_widths[column], Math.Min(WidestColumn, (letters * 1.1) + 2));
    }
}

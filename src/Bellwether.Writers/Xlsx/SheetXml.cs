using System.Globalization;
using Bellwether.Writers.Office;

namespace Bellwether.Writers.Xlsx;

/// <summary>One worksheet part, written row by row.</summary>
internal sealed class SheetXml(TextWriter to, SharedTexts texts, Looks looks)
{
    private const int Epoch = 693593; // Day number of 30 December 1899: serial 0 of the 1900 system after February 1900.
    private const double LineHeight = 15;

    private readonly List<string> _merged = [];

    public void Write(Sheet sheet, bool isFirst)
    {
        to.Write($"{Parts.Head}<worksheet xmlns=\"{XlsxWriter.Main}\" xmlns:r=\"{Parts.Relation}\">");
        if (sheet.Paper is not null) to.Write("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        View(sheet, isFirst);
        if (sheet.Paper is not null) Put($"<sheetFormatPr defaultRowHeight=\"{LineHeight}\"/>");
        if (sheet.Widths.Count > 0)
        {
            to.Write("<cols>");
            for (var i = 0; i < sheet.Widths.Count; i++) Put($"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{sheet.Widths[i]:0.##}\" customWidth=\"1\"/>");
            to.Write("</cols>");
        }
        to.Write("<sheetData>");
        var row = 0;
        foreach (var cells in sheet.Rows) Row(cells, row++);
        to.Write("</sheetData>");
        if (_merged.Count > 0)
        {
            Put($"<mergeCells count=\"{_merged.Count}\">");
            foreach (var merged in _merged) Put($"<mergeCell ref=\"{merged}\"/>");
            to.Write("</mergeCells>");
        }
        Paper(sheet.Paper);
        if (sheet.Charts.Count > 0) to.Write("<drawing r:id=\"rId1\"/>");
        to.Write("</worksheet>");
    }

    private void View(Sheet sheet, bool isFirst)
    {
        var (rows, columns) = (sheet.FrozenRows, sheet.FrozenColumns);
        if (rows == 0 && columns == 0) return;
        var pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
        Put($"<sheetViews><sheetView{(isFirst ? " tabSelected=\"1\"" : "")} workbookViewId=\"0\"><pane");
        if (columns > 0) Put($" xSplit=\"{columns}\"");
        if (rows > 0) Put($" ySplit=\"{rows}\"");
        Put($" topLeftCell=\"{XlsxWriter.Column(columns)}{rows + 1}\" activePane=\"{pane}\" state=\"frozen\"/></sheetView></sheetViews>");
    }

    private void Row(IReadOnlyList<Cell> cells, int row)
    {
        if (cells.Count == 0) return;
        var lines = 0;
        foreach (var cell in cells) lines = Math.Max(lines, cell.Lines);
        Put($"<row r=\"{row + 1}\"");
        if (lines > 0) Put($" ht=\"{lines * LineHeight:0.##}\" customHeight=\"1\"");
        to.Write('>');
        for (var c = 0; c < cells.Count; c++) Write(cells[c], c, row);
        to.Write("</row>");
    }

    private void Write(Cell cell, int column, int row)
    {
        if (cell.Across > 1) _merged.Add($"{XlsxWriter.Column(column)}{row + 1}:{XlsxWriter.Column(column + cell.Across - 1)}{row + 1}");
        if (cell.Kind == CellKind.Blank && cell.Look is null) return;
        Put($"<c r=\"{XlsxWriter.Column(column)}{row + 1}\"");
        // A text that starts like a formula keeps its mark of text, so it stays one when someone edits the cell.
        var look = looks.Index(cell.Look, cell.Kind == CellKind.Text && cell.Value.AsSpan().TrimStart() is ['=' or '+' or '-' or '@', ..]);
        if (look > 0) Put($" s=\"{look}\"");
        switch (cell.Kind)
        {
            case CellKind.Blank:
                to.Write("/>");
                return;
            case CellKind.Number:
                Put($"><v>{cell.Amount}</v></c>");
                return;
            case CellKind.Date:
                Put($"><v>{cell.Day.DayNumber - Epoch}</v></c>");
                return;
            case CellKind.Error:
                Put($" t=\"e\"><v>{XmlText.Escape(cell.Value)}</v></c>");
                return;
            case CellKind.Formula:
                Put($"><f>{XmlText.Escape(cell.Value)}</f><v>{cell.Amount}</v></c>");
                return;
            default:
                if (texts.Index(cell.Value) is { } index) Put($" t=\"s\"><v>{index}</v></c>");
                else Put($" t=\"inlineStr\"><is><t xml:space=\"preserve\">{XmlText.Escape(cell.Value)}</t></is></c>");
                return;
        }
    }

    private void Paper(SheetPaper? paper)
    {
        if (paper is null) return;
        to.Write("<pageMargins left=\"0.6\" right=\"0.6\" top=\"0.8\" bottom=\"0.8\" header=\"0.3\" footer=\"0.3\"/>");
        Put($"<pageSetup paperSize=\"9\" orientation=\"{(paper.IsLandscape ? "landscape" : "portrait")}\" fitToWidth=\"1\" fitToHeight=\"0\"/><headerFooter>");
        if (paper.Header.Length > 0) to.Write($"<oddHeader>&amp;C&amp;\"Arial,Bold\"{Margin(paper.Header)}</oddHeader>");
        to.Write($"<oddFooter>&amp;L{Margin(paper.Footer)}&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>");
    }

    // In a header an ampersand starts a code; two stand for one.
    private static string Margin(string text) => XmlText.Escape(text.Replace("&", "&&", StringComparison.Ordinal));

    private void Put(FormattableString text) => to.Write(text.ToString(CultureInfo.InvariantCulture));
}

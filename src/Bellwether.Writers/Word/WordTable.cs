using System.Globalization;
using System.Text;
using Bellwether.Publications;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Svg;

namespace Bellwether.Writers.Word;

/// <summary>Tables as Word's own: a heading row that repeats, rows that stay whole, a caption and the same as description.</summary>
internal sealed class WordTable(StringBuilder xml, WordText text, int paper)
{
    /// <summary>From so many columns on the type is small; up to so many rows a table stays whole.</summary>
    public const int SmallFrom = 7, ShortTable = 14;

    /// <summary>Arial's mean letter, a little over half its size, in twentieths of a point: 12 point is 240.</summary>
    public static double Letter(Table table) => table.Columns.Count >= SmallFrom ? 105 : 126;

    public void Write(Table table)
    {
        var style = table.Columns.Count >= SmallFrom ? "CellSmall" : "CellText";
        text.Paragraph("Caption", "", WordText.Run(table.Caption));
        xml.Append("<w:tbl><w:tblPr>").Append(text.Style("TableGrid", "tblStyle")).Append("<w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/>")
            .Append("<w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>")
            .Append("<w:tblCaption w:val=\"").Append(XmlText.Escape(table.Caption)).Append("\"/></w:tblPr><w:tblGrid>");
        var widths = ColumnWidths.Of(table, paper, Letter(table));
        foreach (var width in widths) xml.Append(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{width}\"/>");
        xml.Append("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (var i = 0; i < table.Columns.Count; i++)
            Cell(style, widths[i], "F0F2F3", table.Columns[i].IsNumeric, true, WordText.Run(table.Columns[i].Heading, "<w:b/>"));
        xml.Append("</w:tr>");
        for (var r = 0; r < table.Rows.Count; r++)
        {
            xml.Append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            // A short table stays whole; of a long one the first row stays with the headings and the last two with each other.
            var keeps = r < table.Rows.Count - 1 && (table.Rows.Count <= ShortTable || r == 0 || r == table.Rows.Count - 2);
            for (var i = 0; i < table.Columns.Count; i++) Cell(style, widths[i], table.Rows[r][i], table.Columns[i].IsNumeric, keeps);
            xml.Append("</w:tr>");
        }
        xml.Append("</w:tbl>");
        // Word joins two tables that touch; a small paragraph keeps them apart.
        text.Paragraph("Note", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"80\" w:lineRule=\"exact\"/>", "");
    }

    private void Cell(string style, int width, Cell cell, bool isNumeric, bool keeps)
    {
        var fill = cell.Rating is { } rating ? Palette.Tint(Enum.Parse<BandWord>(rating.ToString()))[1..].ToUpperInvariant() : "";
        var runs = WordText.Run(cell.Text, cell.Rating is null ? "" : "<w:b/>");
        if (cell.Behind.Length > 0) runs += "<w:r><w:br/></w:r>" + WordText.Run(cell.Behind, "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>");
        Cell(style, width, fill, isNumeric, keeps, runs);
    }

    private void Cell(string style, int width, string fill, bool isNumeric, bool keeps, string runs)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
        if (fill.Length > 0) xml.Append(CultureInfo.InvariantCulture, $"<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>");
        xml.Append("</w:tcPr>");
        text.Paragraph(style, (keeps ? "<w:keepNext/>" : "") + (isNumeric ? "<w:jc w:val=\"right\"/>" : ""), runs);
        xml.Append("</w:tc>");
    }
}

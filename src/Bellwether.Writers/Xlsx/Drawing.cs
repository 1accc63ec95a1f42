using System.Globalization;
using System.Text;
using Bellwether.Writers.Office;

namespace Bellwether.Writers.Xlsx;

/// <summary>The charts of one sheet: the drawing that places them, and a part for each.</summary>
internal static class Drawing
{
    private const string Main = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const int Width = 6120000, Height = 2520000; // 17 by 7 cm.

    /// <summary>Writes them; <paramref name="before"/> charts have been written for other sheets. Gives how many have now.</summary>
    public static int Write(Parts parts, IReadOnlyList<PlacedChart> charts, int sheet, int before)
    {
        if (charts.Count == 0) return before;
        parts.Add($"xl/worksheets/_rels/sheet{sheet}.xml.rels", Parts.Relations(("rId1", "drawing", $"../drawings/drawing{sheet}.xml")));
        parts.Add($"xl/drawings/drawing{sheet}.xml", Xml(charts));
        parts.Add($"xl/drawings/_rels/drawing{sheet}.xml.rels", Parts.Relations(charts.Select((_, i) => ($"rId{i + 1}", "chart", $"../charts/chart{before + i + 1}.xml"))));
        for (var i = 0; i < charts.Count; i++) parts.Add($"xl/charts/chart{before + i + 1}.xml", charts[i].Xml);
        return before + charts.Count;
    }

    private static string Xml(IReadOnlyList<PlacedChart> charts)
    {
        var xml = new StringBuilder(Parts.Head).Append(CultureInfo.InvariantCulture, $"<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"{Main}\">");
        for (var i = 0; i < charts.Count; i++)
        {
            var chart = charts[i];
            xml.Append(CultureInfo.InvariantCulture, $"<xdr:oneCellAnchor><xdr:from><xdr:col>{chart.Column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{chart.Row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx=\"{Width}\" cy=\"{Height}\"/>")
                .Append(CultureInfo.InvariantCulture, $"<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"{i + 2}\" name=\"{XmlText.Escape(chart.Name)}\" descr=\"{XmlText.Escape(chart.Words)}\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>")
                .Append("<xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm>")
                .Append(CultureInfo.InvariantCulture, $"<a:graphic><a:graphicData uri=\"{Chart}\"><c:chart xmlns:c=\"{Chart}\" xmlns:r=\"{Parts.Relation}\" r:id=\"rId{i + 1}\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>");
        }
        return xml.Append("</xdr:wsDr>").ToString();
    }
}

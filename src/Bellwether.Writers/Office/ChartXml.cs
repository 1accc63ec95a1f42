using System.Globalization;
using System.Text;
using Bellwether.Writers.Svg;

namespace Bellwether.Writers.Office;

/// <summary>
/// A trend as a native chart of Word and Excel, which a person can edit. The same description as the SVG: gaps stay gaps, provisional points
/// are hollow, a break cuts the line, the target is dashed and the last result carries its figure. Bands and numbered events are the
/// SVG's alone; the words beside the chart say them.
/// </summary>
internal sealed class ChartXml(ChartColumns columns, ChartSource source)
{
    private const string Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private readonly StringBuilder _xml = new(8192);
    private readonly ChartSeries? _last = columns.Series.LastOrDefault(s => s.Kind == Kind.Result && s.Values.Any(v => v is not null));

    /// <summary>The chart part; with <paramref name="embedded"/> it names that relationship as its workbook.</summary>
    public string Write(string? embedded)
    {
        Add($"{Parts.Head}<c:chartSpace xmlns:c=\"{Chart}\" xmlns:a=\"{Drawing}\" xmlns:r=\"{Parts.Relation}\"><c:date1904 val=\"0\"/><c:lang val=\"en-GB\"/><c:roundedCorners val=\"0\"/>");
        Add("<c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/><c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
        var others = 0;
        for (var i = 0; i < columns.Series.Count; i++) Series(i, columns.Series[i], columns.Series[i].Kind == Kind.Comparator ? others++ : 0);
        Add("<c:marker val=\"1\"/><c:axId val=\"100\"/><c:axId val=\"200\"/></c:lineChart>");
        Axes();
        Add("</c:plotArea>");
        if (columns.Series.Count > 1) Add("<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>");
        Add("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart><c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>");
        Add("<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1000\"><a:solidFill><a:srgbClr val=\"0B0C0C\"/></a:solidFill><a:latin typeface=\"Arial\"/></a:defRPr></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>");
        if (embedded is not null) Add($"<c:externalData r:id=\"{embedded}\"><c:autoUpdate val=\"0\"/></c:externalData>");
        return _xml.Append("</c:chartSpace>").ToString();
    }

    private void Series(int index, ChartSeries series, int other)
    {
        var (colour, dash, width) = series.Kind switch
        {
            Kind.Result => (Palette.Line, "solid", 28575),
            Kind.Target => (Palette.Target, "dash", 19050),
            _ => (Palette.Others[other], other switch { 0 => "sysDash", 1 => "sysDot", _ => "lgDashDot" }, 19050),
        };
        Add($"<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx><c:strRef><c:f>{source.Name(index)}</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{XmlText.Escape(series.Name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>");
        Add($"<c:spPr>{Line(colour, dash, width)}</c:spPr>");
        if (series.Kind == Kind.Result)
        {
            Add($"<c:marker><c:symbol val=\"circle\"/><c:size val=\"6\"/>{Dot(colour, colour)}</c:marker>");
            Provisional(series, colour, dash, width);
            if (series == _last) Last(series);
        }
        else
        {
            Add("<c:marker><c:symbol val=\"none\"/></c:marker>");
        }
        Months();
        Add($"<c:val><c:numRef><c:f>{source.Values(index)}</c:f><c:numCache><c:formatCode>{XmlText.Escape(columns.Format)}</c:formatCode><c:ptCount val=\"{series.Values.Count}\"/>");
        for (var i = 0; i < series.Values.Count; i++)
        {
            if (series.Values[i] is { } v) Add($"<c:pt idx=\"{i}\"><c:v>{v}</c:v></c:pt>");
        }
        Add("</c:numCache></c:numRef></c:val><c:smooth val=\"0\"/></c:ser>");
    }

    /// <summary>Provisional points are hollow.</summary>
    private void Provisional(ChartSeries series, string colour, string dash, int width)
    {
        for (var i = 0; i < series.Values.Count; i++)
        {
            if (series.Values[i] is null || !columns.Chart.Points[i].Provisional) continue;
            Add($"<c:dPt><c:idx val=\"{i}\"/><c:marker><c:symbol val=\"circle\"/><c:size val=\"6\"/>{Dot("#FFFFFF", colour)}</c:marker><c:bubble3D val=\"0\"/><c:spPr>{Line(colour, dash, width)}</c:spPr></c:dPt>");
        }
    }

    /// <summary>The last result carries its figure.</summary>
    private void Last(ChartSeries series)
    {
        var last = series.Values.Count - 1;
        while (last >= 0 && series.Values[last] is null) last--;
        const string none = "<c:showLegendKey val=\"0\"/><c:showVal val=\"0\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>";
        Add("<c:dLbls>");
        if (last >= 0)
        {
            Add($"<c:dLbl><c:idx val=\"{last}\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1100\" b=\"1\"/></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr><c:dLblPos val=\"t\"/>");
            Add("<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbl>");
        }
        Add($"{none}</c:dLbls>");
    }

    private void Months()
    {
        Add($"<c:cat><c:strRef><c:f>{source.Months}</c:f><c:strCache><c:ptCount val=\"{columns.Chart.Points.Count}\"/>");
        for (var i = 0; i < columns.Chart.Points.Count; i++) Add($"<c:pt idx=\"{i}\"><c:v>{XmlText.Escape(columns.Chart.Points[i].Label)}</c:v></c:pt>");
        Add("</c:strCache></c:strRef></c:cat>");
    }

    private void Axes()
    {
        var chart = columns.Chart;
        var scale = Scale.Of(chart.Points.SelectMany(p => new[] { p.Value, p.Target }).Concat(chart.Comparators.SelectMany(c => c.Values)).OfType<decimal>(), chart.AxisFrom, chart.Unit, chart.Decimals);
        Add("<c:catAx><c:axId val=\"100\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>");
        Add($"<c:spPr>{Line(Palette.Axis, "solid", 9525)}</c:spPr><c:crossAx val=\"200\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>");
        Add($"<c:valAx><c:axId val=\"200\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"{columns.Share(scale.To)}\"/><c:min val=\"{columns.Share(scale.From)}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/>");
        Add($"<c:majorGridlines><c:spPr>{Line(Palette.Grid, "solid", 9525)}</c:spPr></c:majorGridlines><c:numFmt formatCode=\"{XmlText.Escape(ChartColumns.FormatOf(chart.Unit, scale.TickDecimals))}\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>");
        Add($"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val=\"100\"/><c:crosses val=\"min\"/><c:crossBetween val=\"between\"/><c:majorUnit val=\"{columns.Share(scale.Step)}\"/></c:valAx>");
    }

    private static string Dot(string fill, string edge) =>
        $"<c:spPr><a:solidFill><a:srgbClr val=\"{fill[1..]}\"/></a:solidFill><a:ln w=\"19050\"><a:solidFill><a:srgbClr val=\"{edge[1..]}\"/></a:solidFill></a:ln></c:spPr>";

    private static string Line(string colour, string dash, int width) => string.Create(CultureInfo.InvariantCulture,
        $"<a:ln w=\"{width}\" cap=\"rnd\"><a:solidFill><a:srgbClr val=\"{colour[1..]}\"/></a:solidFill><a:prstDash val=\"{dash}\"/><a:round/></a:ln>");

    private void Add(FormattableString xml) => _xml.Append(xml.ToString(CultureInfo.InvariantCulture));

    private void Add(string xml) => _xml.Append(xml);
}

/// <summary>Where a chart's numbers stand: a sheet, the row of the headings (from 1), the column of the months and that of each series (from 0).</summary>
internal sealed record ChartSource(string Sheet, int HeadingRow, int Points, int MonthColumn, IReadOnlyList<int> SeriesColumns)
{
    public string Months => Range(MonthColumn);

    public string Name(int series) => XmlText.Escape(string.Create(CultureInfo.InvariantCulture, $"{Xlsx.XlsxWriter.Quoted(Sheet)}!${Xlsx.XlsxWriter.Column(SeriesColumns[series])}${HeadingRow}"));

    public string Values(int series) => Range(SeriesColumns[series]);

    private string Range(int column)
    {
        var letters = Xlsx.XlsxWriter.Column(column);
        return XmlText.Escape(string.Create(CultureInfo.InvariantCulture, $"{Xlsx.XlsxWriter.Quoted(Sheet)}!${letters}${HeadingRow + 1}:${letters}${HeadingRow + Points}"));
    }
}

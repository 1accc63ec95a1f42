using System.Globalization;
using System.Text;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Layout;
using Bellwether.Writers.Svg;

namespace Bellwether.Writers.Html;

/// <summary>Sections and their blocks as HTML.</summary>
internal sealed class BlockHtml(StringBuilder html, Document document, SectionNumbers numbers)
{
    private const int ShortTable = 14; // Rows that fit on what is left of most pages: kept together.

    private readonly Dictionary<FigureKey, FigureLine> _figures = document.Figures.ToDictionary(f => f.Key);

    public void Section(Section section)
    {
        var number = numbers.Enter(section);
        var tag = $"h{section.Level + 1}";
        Add($"<section id=\"{Text(section.Id)}\" aria-labelledby=\"{Text(section.Id)}-heading\"{(section.NewPage ? " class=\"new-page\"" : "")}>\n");
        Add($"<{tag} id=\"{Text(section.Id)}-heading\">{Numbered(number)}{Text(section.Title)}</{tag}>\n");
        foreach (var block in section.Blocks) Block(section, block);
        Add("</section>\n");
    }

    /// <summary>Label and words as a description list.</summary>
    public static void Facts(StringBuilder html, IReadOnlyList<HeadFact> facts)
    {
        if (facts.Count == 0) return;
        html.Append("<dl class=\"facts\">");
        foreach (var fact in facts) html.Append(CultureInfo.InvariantCulture, $"<dt>{Text(fact.Label)}</dt><dd>{Lines(fact.Text)}</dd>");
        html.Append("</dl>\n");
    }

    private void Block(Section section, Block block)
    {
        switch (block)
        {
            case Paragraph { IsNumbered: true } paragraph:
                Add($"<p class=\"numbered\">{Numbered(numbers.Next())}{Spans(paragraph.Spans)}</p>\n");
                break;
            case Paragraph paragraph:
                Add($"<p>{Spans(paragraph.Spans)}</p>\n");
                break;
            case BulletList list:
                var tag = list.IsNumbered ? "ol" : "ul";
                Add($"<{tag}>");
                foreach (var item in list.Items) Add($"<li>{Spans(item)}</li>");
                Add($"</{tag}>\n");
                break;
            case FactList facts:
                Facts(html, facts.Facts);
                break;
            case Note note:
                Add($"<p class=\"note\">{Spans(note.Spans)}</p>\n");
                break;
            case Table table:
                Table(table);
                break;
            case ChartBlock chart:
                Chart(section, chart);
                break;
            case Publications.Documents.Contents:
                List();
                break;
            default:
                throw new ArgumentException($"No way to write a {block.GetType().Name} as HTML.", nameof(block));
        }
    }

    private void List()
    {
        Add("<nav class=\"contents\" aria-label=\"Contents\"><ol>\n");
        var listed = new SectionNumbers();
        foreach (var section in document.Sections)
        {
            var number = Listing.Number(listed, section);
            if (!Listing.IsListed(section)) continue;
            Add($"<li class=\"level-{section.Level}\"><a href=\"#{Text(section.Id)}\">{(number is null ? "" : number + " ")}{Text(section.Title)}</a></li>\n");
        }
        Add("</ol></nav>\n");
    }

    private void Table(Table table)
    {
        Add($"<div class=\"wide{(table.Rows.Count <= ShortTable ? " short" : "")}\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{Text(table.Id)}-caption\"><table id=\"{Text(table.Id)}\"{(table.Columns.Count > 6 ? " class=\"many\"" : "")}>");
        Add($"<caption id=\"{Text(table.Id)}-caption\">{Text(table.Caption)}</caption><colgroup>{string.Concat(table.Columns.Select(_ => "<col>"))}</colgroup>\n<thead><tr>");
        foreach (var column in table.Columns) Add($"<th scope=\"col\"{(column.IsNumeric ? " class=\"figures\"" : "")}>{Text(column.Heading)}</th>");
        Add("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            Add("<tr>");
            for (var i = 0; i < row.Count; i++) Cell(row[i], table.Columns[i], i == 0);
            Add("</tr>\n");
        }
        Add("</tbody></table></div>\n");
    }

    private void Cell(Cell cell, Column column, bool isHeading)
    {
        var classes = (column.IsNumeric ? "figures " : "") + (cell.Rating is { } rating ? DocumentStyle.Class(rating) : "");
        var look = classes.Length > 0 ? $" class=\"{classes.TrimEnd()}\"" : "";
        Add(isHeading ? $"<th scope=\"row\"{look}>" : $"<td{look}>");
        Add(Lines(cell.Text));
        if (cell.Behind.Length > 0) Add($" <span class=\"behind\">{Lines(cell.Behind)}</span>");
        Add(isHeading ? "</th>" : "</td>");
    }

    private void Chart(Section section, ChartBlock block)
    {
        var chart = block.Chart;
        Add($"<figure><figcaption>{Text(chart.Headline)} <span class=\"subtitle\">{Text(chart.Subtitle)}</span></figcaption>\n");
        Add(SvgChart.Draw(chart, ChartPlace.Document, block.Words));
        if (chart.Events.Count > 0)
        {
            Add("<ol class=\"events\">");
            foreach (var e in chart.Events) Add($"<li>{e.Number.ToString(CultureInfo.InvariantCulture)} {Text(chart.Points[e.Point].Label)}: {Text(e.Text)}</li>");
            Add("</ol>");
        }
        Add("</figure>\n");
        Add($"<details{(ChartTable.IsNeeded(section, block) ? "" : " class=\"on-screen\"")}><summary>Figures behind this chart</summary>\n<p class=\"note on-screen\">{Text(block.Words)}</p>\n");
        Table(ChartTable.Of(block, _figures));
        Add("</details>\n");
    }

    private static string Numbered(OutlineNumber? number) => number is null ? "" : $"<span class=\"number\">{number.Text}</span> ";

    private static string Spans(IReadOnlyList<Span> spans) => string.Concat(spans.Select(SpanHtml));

    private static string SpanHtml(Span span)
    {
        var text = Lines(span.Text);
        if (span.Italic) text = $"<em>{text}</em>";
        if (span.Bold) text = $"<strong>{text}</strong>";
        return SafeAddress.Of(span.Address) is { } address ? $"<a href=\"{Text(address)}\">{text}</a>" : text;
    }

    private static string Lines(string text) => Text(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private void Add(string text) => html.Append(text);

    private static string Text(string text) => XmlText.Escape(text);
}

using System.Globalization;
using System.Text;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Layout;

namespace Bellwether.Writers.Word;

/// <summary>A document's text as WordprocessingML, and what it needs beside it: charts, links, lists.</summary>
internal sealed class WordBody
{
    private readonly StringBuilder _xml = new(1 << 16);
    private readonly Document _document;
    private readonly WordText _text;
    private readonly WordTable _tables;
    private readonly WordNumbering _lists;
    private readonly SectionNumbers _numbers = new();
    private readonly Dictionary<FigureKey, FigureLine> _figures;
    private readonly List<WordChart> _charts = [];
    private readonly List<string> _links = [];
    private readonly int _firstId, _paper;
    private readonly bool _isTemplate;
    private int _marks;

    /// <param name="document">What is written.</param>
    /// <param name="styles">The file's id for each of our styles.</param>
    /// <param name="lists">The file's lists.</param>
    /// <param name="firstId">The first id for drawings and bookmarks, above those the file has.</param>
    /// <param name="paper">The width of the text, in twentieths of a point.</param>
    /// <param name="isTemplate">The styles are a council's, whose headings may number themselves.</param>
    public WordBody(Document document, IReadOnlyDictionary<string, string> styles, WordNumbering lists, int firstId, int paper, bool isTemplate)
    {
        _paper = paper;
        _isTemplate = isTemplate;
        _document = document;
        _lists = lists;
        _firstId = firstId;
        _figures = document.Figures.ToDictionary(f => f.Key);
        _text = new WordText(_xml, styles, Link);
        _tables = new WordTable(_xml, _text, paper);
    }

    public IReadOnlyList<WordChart> Charts => _charts;

    public IReadOnlyList<string> Links => _links;

    public static string ChartRelation(int chart) => "bwChart" + chart.ToString(CultureInfo.InvariantCulture);

    public static string LinkRelation(int link) => "bwLink" + link.ToString(CultureInfo.InvariantCulture);

    public string Write()
    {
        var head = _document.Head;
        _text.Paragraph("Subtitle", "", WordText.Run(head.Council));
        _text.Paragraph("Title", "", WordText.Run(head.Title));
        Facts(head.Facts);
        foreach (var section in _document.Sections) Section(section);
        return _xml.ToString();
    }

    private void Section(Section section)
    {
        var number = _numbers.Enter(section);
        var properties = (section.NewPage ? "<w:pageBreakBefore/>" : "") + (number is not null ? WordText.Numbered(_lists.Outline, number.Depth) : _isTemplate ? WordText.Numbered(0, 0) : "");
        var id = _firstId + _marks++;
        // The heading of the contents is no entry of them.
        var style = section.Blocks.Any(b => b is Contents) ? "TOCHeading" : "Heading" + section.Level.ToString(CultureInfo.InvariantCulture);
        _text.Paragraph(style, properties, string.Create(CultureInfo.InvariantCulture,
            $"<w:bookmarkStart w:id=\"{id}\" w:name=\"{Mark(section)}\"/>{WordText.Run(section.Title)}<w:bookmarkEnd w:id=\"{id}\"/>"));
        foreach (var block in section.Blocks) Block(section, block);
    }

    private void Block(Section section, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                var isNumbered = paragraph.IsNumbered;
                _text.Paragraph("Normal", isNumbered ? WordText.Numbered(_lists.Outline, _numbers.Next().Depth) : "", _text.Spans(paragraph.Spans));
                break;
            case BulletList list:
                var numbering = WordText.Numbered(list.IsNumbered ? _lists.NextList() : _lists.Bullets, 0);
                foreach (var item in list.Items) _text.Paragraph(list.IsNumbered ? "ListNumber" : "ListBullet", numbering, _text.Spans(item));
                break;
            case FactList facts:
                Facts(facts.Facts);
                break;
            case Note note:
                _text.Paragraph("Note", "", _text.Spans(note.Spans));
                break;
            case Table table:
                _tables.Write(table);
                break;
            case ChartBlock chart:
                Chart(section, chart);
                break;
            case Contents:
                WordContents.Write(_text, _document, Mark, _isTemplate ? null : WordPages.Of(_document));
                break;
            default:
                throw new ArgumentException($"No way to write a {block.GetType().Name} in Word.", nameof(block));
        }
    }

    private void Facts(IReadOnlyList<HeadFact> facts)
    {
        foreach (var fact in facts) _text.Paragraph("Fact", "", $"{WordText.Run(fact.Label, "<w:b/>")}<w:r><w:tab/></w:r>{WordText.Run(fact.Text)}");
    }

    private void Chart(Section section, ChartBlock block)
    {
        _text.Paragraph("Caption", "", WordText.Run(block.Chart.Headline));
        _text.Paragraph("Note", "<w:keepNext/>", WordText.Run(block.Chart.Subtitle));
        var notes = ChartNotes.Of(block.Chart);
        _text.Paragraph("Normal", (notes.Length > 0 ? "<w:keepNext/>" : "") + "<w:spacing w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>",
            WordChart.Drawing(block, _firstId + _charts.Count, ChartRelation(_charts.Count + 1), _paper));
        _charts.Add(WordChart.Of(block));
        if (notes.Length > 0) _text.Paragraph("Note", "", WordText.Run(notes));
        if (ChartTable.IsNeeded(section, block)) _tables.Write(ChartTable.Of(block, _figures));
    }

    private string Link(string address)
    {
        var at = _links.IndexOf(address);
        if (at < 0)
        {
            at = _links.Count;
            _links.Add(address);
        }
        return LinkRelation(at + 1);
    }

    /// <summary>A section's bookmark. Word wants at most 40 letters, digits and underscores, none twice.</summary>
    private string Mark(Section section)
    {
        var at = 0;
        while (!ReferenceEquals(_document.Sections[at], section)) at++;
        return string.Create(CultureInfo.InvariantCulture, $"_Toc{at + 1:000000}");
    }
}

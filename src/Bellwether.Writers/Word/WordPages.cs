using Bellwether.Publications.Documents;
using Bellwether.Writers.Layout;

namespace Bellwether.Writers.Word;

/// <summary>
/// On which page each section begins, reckoned from our own styles: only Word itself lays a file out, and a contents list must not be wrong by
/// pages until somebody brings it up to date. Points throughout.
/// </summary>
internal sealed class WordPages
{
    private const double PageHeight = 728, PageWidth = 482, Body = 14.9, Single = 13.8, Small = 11.5, Chart = 173;

    private readonly Document _document;
    private readonly List<int> _pages = [];
    private int _page = 1;
    private double _used;

    private WordPages(Document document) => _document = document;

    /// <summary>The page of each section's heading, in the document's order.</summary>
    public static IReadOnlyList<int> Of(Document document) => new WordPages(document).Reckon();

    private List<int> Reckon()
    {
        var head = _document.Head;
        Flow(20 + 6 + (Lines(head.Title, 20) * 23) + 14 + head.Facts.Sum(f => Lines(f.Text, 12, PageWidth - 142) * Body + 2));
        foreach (var section in _document.Sections)
        {
            if (section.NewPage && _used > 0) Turn();
            var heading = (section.Level == 1 ? 12 : 8) + 5 + (Lines(section.Title, 18 - (2 * section.Level)) * 1.15 * (18 - (2 * section.Level)));
            // A heading stays with what follows it.
            var first = section.Blocks.Count > 0 ? Math.Min(Height(section, section.Blocks[0]), section.Blocks[0] is ChartBlock or Table { Rows.Count: <= WordTable.ShortTable } ? PageHeight : Body) : 0;
            if (_used + heading + first > PageHeight) Turn();
            _pages.Add(_page);
            _used += heading;
            foreach (var block in section.Blocks) Place(section, block);
        }
        return _pages;
    }

    private void Place(Section section, Block block)
    {
        if (block is ChartBlock chart)
        {
            Whole(Height(chart));
            if (ChartTable.IsNeeded(section, chart)) Place(section, ChartTable.Of(chart, new Dictionary<FigureKey, FigureLine>()));
        }
        else if (block is Table { Rows.Count: <= WordTable.ShortTable }) Whole(Height(section, block));
        else Flow(Height(section, block));
    }

    private double Height(Section section, Block block) => block switch
    {
        Paragraph p => (Lines(Span.TextOf(p.Spans), 12, PageWidth - (p.IsNumbered ? 43 : 0)) * Body) + 6,
        BulletList l => l.Items.Sum(i => (Lines(Span.TextOf(i), 12, PageWidth - 28) * Body) + 3),
        FactList f => f.Facts.Sum(x => (Lines(x.Text, 12, PageWidth - 142) * Body) + 2),
        Note n => (Lines(Span.TextOf(n.Spans), 10) * Small) + 4,
        Table t => Height(t),
        ChartBlock c => Height(c),
        _ => _document.Sections.Count(s => !ReferenceEquals(s, section)) * (Body + 3),
    };

    private static double Height(ChartBlock block)
    {
        var notes = ChartNotes.Of(block.Chart);
        return Caption(block.Chart.Headline) + (Lines(block.Chart.Subtitle, 10) * Small) + 4 + Chart + (notes.Length > 0 ? (Lines(notes, 10) * Small) + 4 : 0);
    }

    private static double Height(Table table)
    {
        var (size, line) = table.Columns.Count >= WordTable.SmallFrom ? (10, Small) : (12, Single);
        var widths = ColumnWidths.Of(table, WordPaper.A4, WordTable.SizeOf(table));
        double Row(IEnumerable<string> texts, bool hasNote) => (texts.Select((t, i) => Lines(t, size, (widths[i] / 20.0) - 10.8)).Max() * line) + (hasNote ? Small : 0) + 2.5;
        return Caption(table.Caption) + Row(table.Columns.Select(c => c.Heading), false) + table.Rows.Sum(r => Row(r.Select(c => c.Text), r.Any(c => c.Behind.Length > 0))) + 4;
    }

    private static double Caption(string text) => (Lines(text, 12) * Single) + 9;

    private static double Lines(string text, double size, double width = PageWidth) => text.Split('\n').Sum(l => Math.Max(1, Math.Ceiling(ColumnWidths.WidthOf(l) * size / width)));

    /// <summary>What may break over pages.</summary>
    private void Flow(double height)
    {
        _used += height;
        while (_used > PageHeight)
        {
            _page++;
            _used -= PageHeight;
        }
    }

    /// <summary>What stays whole.</summary>
    private void Whole(double height)
    {
        if (_used + height > PageHeight) Turn();
        Flow(height);
    }

    private void Turn()
    {
        _page++;
        _used = 0;
    }
}

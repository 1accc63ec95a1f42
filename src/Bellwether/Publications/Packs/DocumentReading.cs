using Bellwether.Calendar;
using Bellwether.Publications.Documents;

namespace Bellwether.Publications.Packs;

/// <summary>A document as a linter looks things up in it.</summary>
internal sealed class DocumentReading(Document document)
{
    private readonly Dictionary<FigureKey, FigureLine> _lines = document.Figures.DistinctBy(f => f.Key).ToDictionary(f => f.Key);

    public Document Document => document;

    /// <summary>The indicators of the document's own checklist.</summary>
    public IReadOnlyList<string> Checklist =>
    [
        .. document.Sections.SelectMany(s => s.Blocks).OfType<Table>().Where(t => t.Id == "checklist-table")
            .SelectMany(t => t.Rows).SelectMany(r => r).Select(c => c.Figure?.Indicator).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    public FigureLine? Line(FigureKey key) => _lines.GetValueOrDefault(key);

    public string TitleOf(string indicator) => document.Figures.FirstOrDefault(f => f.Key.Indicator == indicator)?.Title ?? indicator;

    /// <summary>True where an indicator has a page of its own, or, in papers without pages, stands in a table, a chart or a sentence.</summary>
    public bool IsShown(string indicator)
    {
        if (document.Sections.Any(s => s.Id.StartsWith("page-", StringComparison.Ordinal))) return document.Sections.Any(s => s.Id == $"page-{indicator.Replace('/', '-')}");
        return document.Sections.SelectMany(s => s.Blocks).Where(b => b is not Table { Id: "checklist-table" }).Any(b => KeysOf(b).Any(k => k.Indicator == indicator));
    }

    /// <summary>True where two months at least of a page's indicator have a value: a graph could be drawn.</summary>
    public bool HasFigures(Section page) =>
        document.Figures.Count(f => f.Value is not null && f.Key.Breakdown.Length == 0 && $"page-{f.Key.Indicator.Replace('/', '-')}" == page.Id) > 1;

    /// <summary>The title of a section, with that of the page above a subsection.</summary>
    public string PageOf(Section section)
    {
        var at = document.Sections.ToList().IndexOf(section);
        var above = document.Sections.Take(at).LastOrDefault(s => s.Level < section.Level);
        return section.Level > 2 && above is not null ? $"{above.Title}, {section.Title}" : section.Title;
    }

    /// <summary>True where such a block comes after a block of a section, in it or in the sections under it.</summary>
    public bool Follows(int section, int block, Func<Block, bool> wanted) =>
        document.Sections[section].Blocks.Skip(block + 1).Concat(Under(section).SelectMany(s => s.Blocks)).Any(wanted);

    /// <summary>The charts that a section's words are about: its own, else those of the sections under it, else those of the page it is under.</summary>
    public IReadOnlyList<ChartBlock> ChartsOf(int section)
    {
        var own = document.Sections[section].Blocks.Concat(Under(section).SelectMany(s => s.Blocks)).OfType<ChartBlock>().ToList();
        return own.Count > 0 || document.Sections[section].Level < 3 ? own : [.. Page(section).Blocks.OfType<ChartBlock>()];
    }

    /// <summary>The months that a section's tables and charts, or its page's, show.</summary>
    public IReadOnlyList<Month> MonthsOf(Section section)
    {
        var at = document.Sections.ToList().IndexOf(section);
        var page = section.Level > 2 ? Page(at) : section;
        return [.. page.Blocks.Where(b => b is Table or ChartBlock).SelectMany(KeysOf).Select(k => Month.Of(k.Last)).Distinct()];
    }

    public static string TextOf(Block block) => block switch
    {
        Paragraph p => Span.TextOf(p.Spans),
        BulletList l => string.Join("\n", l.Items.Select(Span.TextOf)),
        FactList f => string.Join("\n", f.Facts.Select(x => x.Text)),
        _ => "",
    };

    public static IEnumerable<FigureKey> KeysOf(Block block) => block switch
    {
        Table t => t.Rows.SelectMany(r => r).Select(c => c.Figure).OfType<FigureKey>(),
        ChartBlock c => c.Keys.OfType<FigureKey>(),
        Paragraph p => p.Spans.Select(s => s.Figure).OfType<FigureKey>(),
        BulletList l => l.Items.SelectMany(i => i).Select(s => s.Figure).OfType<FigureKey>(),
        Note n => n.Spans.Select(s => s.Figure).OfType<FigureKey>(),
        _ => [],
    };

    private Section Page(int section) => document.Sections.Take(section + 1).Last(s => s.Level < 3 || ReferenceEquals(s, document.Sections[0]));

    private IEnumerable<Section> Under(int section) =>
        document.Sections.Skip(section + 1).TakeWhile(s => s.Level > document.Sections[section].Level);
}

using Bellwether.Publications.Documents;

namespace Bellwether.Tests.Publications;

/// <summary>Everything a document says, as one text.</summary>
public static class DocumentTexts
{
    public static string Of(Document document) =>
        string.Join('\n', document.Head.Facts.Select(f => $"{f.Label}: {f.Text}").Concat(document.Sections.Select(Of)).Concat(document.Figures.Select(f => f.ToString())));

    public static string Of(Section section) => section.Title + "\n" + string.Join('\n', section.Blocks.Select(Of));

    private static string Of(Block block) => block switch
    {
        Paragraph p => Span.TextOf(p.Spans),
        Note n => Span.TextOf(n.Spans),
        BulletList l => string.Join('\n', l.Items.Select(Span.TextOf)),
        FactList f => string.Join('\n', f.Facts.Select(x => $"{x.Label}: {x.Text}")),
        Table t => t.Caption + "\n" + string.Join('\n', t.Rows.Select(r => string.Join(" | ", r.Select(c => $"{c.Text} {c.Behind}")))),
        ChartBlock c => $"{c.Chart.Headline}\n{c.Words}",
        _ => "",
    };
}

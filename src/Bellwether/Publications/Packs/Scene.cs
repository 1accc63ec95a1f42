using Bellwether.Publications.Documents;
using Bellwether.Scorecards;

namespace Bellwether.Publications.Packs;

/// <summary>What every section of one pack is written from: the order, the material without what is hidden, and the book of figures shown.</summary>
internal sealed class Scene(PackOrder order, PackMaterial material)
{
    public PackOrder Order => order;

    public PackMaterial Material => material;

    public FigureBook Book { get; } = new();

    /// <summary>The indicators of this pack.</summary>
    public IReadOnlyList<PackIndicator> Shown { get; } = PackBuilder.Shown(order, material);

    /// <summary>Everybody who answers for an indicator shown, each once.</summary>
    public string Owners => string.Join("; ", Shown.SelectMany(i => new[]
    {
        i.Row.Owner.CabinetMember.Length > 0 ? $"{i.Row.Owner.CabinetMember}, Cabinet Member" : "", i.Row.Owner.Director.Length > 0 ? $"{i.Row.Owner.Director}, Director" : "",
    }).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal));

    public FactSheet Sheet(PackIndicator? indicator) => new(material, indicator);

    /// <summary>One line that a person wrote about a part of the front; empty where nobody did.</summary>
    public string Said(string id) => order.Text($"{order.Template.Id}:{id}") is { Words.Body: { Length: > 0 } body } ? TextMarks.Plain(body.ReplaceLineEndings(" ").Trim(), Sheet(null)) : "";

    /// <summary>What a person wrote on a subject, else the words that stand for it.</summary>
    public IReadOnlyList<Block> Words(string subject, string standing)
    {
        var written = order.Text(subject)?.Words.Body ?? "";
        var text = written.Trim().Length > 0 ? written : standing;
        return text.Length == 0 ? [] : TextMarks.Read(subject, text, Sheet(null), Book, HiddenNumbers(subject)).Blocks;
    }

    /// <summary>A section's words, its paragraphs numbered where the section is.</summary>
    public IReadOnlyList<Block> Prose(TemplateSection section)
    {
        var blocks = Words(TextKey.Section(order.Template, section), section.Text);
        if (blocks.Count == 0 && section.Kind == SectionKind.Typed) return [new Note([new Span($"Not typed yet. {section.Ask}".TrimEnd(), Italic: true)])];
        return section.IsNumbered ? [.. blocks.Select(b => b is Paragraph p ? p with { IsNumbered = true } : b)] : blocks;
    }

    /// <summary>What a person wrote about an indicator: the text, then action, owner, date and effect as far as they are given.</summary>
    public IReadOnlyList<Block> Commentary(PackIndicator indicator)
    {
        if (order.Text(indicator.Name) is not { } text || text.Words.IsEmpty) return [];
        var (words, sheet, hidden) = (text.Words, Sheet(indicator), HiddenNumbers(indicator.Name));
        List<Block> blocks = [.. TextMarks.Read("text", words.Body, sheet, Book, hidden).Blocks];
        // One paragraph, not a list: a page an indicator is one side of A4.
        var plan = new (string Label, string Text)[] { ("Action", words.Action), ("Owner", words.Owner), ("By when", words.ByWhen), ("Expected effect", words.Effect) }
            .Where(p => p.Text.Length > 0)
            .SelectMany((p, i) => (IEnumerable<Span>)[new Span($"{(i > 0 ? " " : "")}{p.Label}: ", Bold: true), .. TextMarks.Line(Sentences.Stopped(p.Text.Trim()), sheet, Book, hidden)]).ToList();
        if (plan.Count > 0) blocks.Add(new Paragraph(plan));
        return blocks;
    }

    /// <summary>The headline a person gave, else the one made from the figures.</summary>
    public string Headline(PackIndicator indicator) =>
        order.Text(indicator.Name)?.Words.Headline is { Length: > 0 } own && indicator.Row.Now.Figure.Value is not null
            ? Span.TextOf(TextMarks.Line(own, Sheet(indicator), Book, HiddenNumbers(indicator.Name)))
            : Trends.Headline(indicator.Row);

    /// <summary>Typed numbers of a text that are hidden.</summary>
    public HashSet<string> HiddenNumbers(string subject) =>
        [.. order.Decisions.Where(d => d.IsHidden && d.Subject == subject && d.Typed.Length > 0).Select(d => d.Typed)];

    /// <summary>The months of a line that a table shows.</summary>
    public static IReadOnlyList<Rated> Months(FilledRow row, int months) => [.. row.Trend.Skip(Math.Max(0, row.Trend.Count - months))];

    /// <summary>Figures of this pack that the edition before had otherwise.</summary>
    public IReadOnlyList<Block> Restated()
    {
        var changed = (from indicator in Shown
                       from rated in indicator.Row.Trend
                       where order.Reported.TryGetValue(PackIndicator.KeyOf(rated.Figure), out var before) && before != FigureBook.Printed(rated.Figure, indicator.Row.Shape)
                       select (indicator.Row, rated, Before: order.Reported[PackIndicator.KeyOf(rated.Figure)])).ToList();
        if (changed.Count == 0) return [new Paragraph([new Span("No figure is changed.")])];
        return
        [
            new Table("restated", "Figures changed since the edition before",
                [new Column("Indicator", Share: 3), new Column("Month"), new Column("As reported", true), new Column("As now", true)],
                [.. changed.Select(c => (IReadOnlyList<Cell>)[new Cell(c.Row.Title), new Cell(c.rated.Month.ShortLabel), new Cell(c.Before), Book.Value(c.Row, c.rated)])]),
        ];
    }
}

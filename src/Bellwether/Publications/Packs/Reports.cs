using Bellwether.Codes;
using Bellwether.Publications.Documents;
using Bellwether.Scorecards;

namespace Bellwether.Publications.Packs;

/// <summary>Indicators in the order of a child's way through the service, stage by stage in sentences, as the paper of January 2011 has it.</summary>
internal static class JourneyReport
{
    public static IEnumerable<Section> Of(Scene scene, TemplateSection section)
    {
        yield return new Section(section.Id, section.Title, section.Level, section.NewPage, section.IsNumbered, scene.Prose(section));
        foreach (var stage in scene.Shown.GroupBy(i => i.Stage, StringComparer.Ordinal))
            yield return new Section($"{section.Id}-{Anchor(stage.Key)}", stage.Key, section.Level + 1, false, false,
                [.. stage.SelectMany(i => scene.Commentary(i).Prepend(new Paragraph(Sentences.Result(scene, i))))]);
    }

    internal static string Anchor(string title) => string.Concat(title.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}

/// <summary>Where performance is below target: the target, this result and the one before, the cause and what is being done, as the paper of January 2012 has it.</summary>
internal static class ExceptionReport
{
    public static IEnumerable<Section> Of(Scene scene, TemplateSection section)
    {
        var rules = scene.Order.Template.Only.Count > 0 ? scene.Order.Template.Only : Enum.GetValues<ExceptionRule>();
        yield return new Section(section.Id, section.Title, section.Level, section.NewPage, section.IsNumbered, scene.Shown.Count == 0
            ? [new Paragraph([new Span($"No indicator is an exception in {scene.Material.Card.Period.Label}.")])]
            : [.. scene.Prose(section), new Paragraph([new Span($"{EnglishText.Number(scene.Shown.Count)} of {EnglishText.Number(scene.Material.Indicators.Count)} indicators are exceptions in {scene.Material.Card.Period.Label}.")])]);
        foreach (var i in scene.Shown)
            yield return new Section($"{section.Id}-{i.Anchor}", $"{i.Row.Title}: {scene.Headline(i)}", section.Level + 1, false, false, Blocks(scene, i, rules));
    }

    private static List<Block> Blocks(Scene scene, PackIndicator i, IReadOnlyList<ExceptionRule> rules)
    {
        var blocks = new List<Block>
        {
            new Paragraph([new Span("Why it is here: ", Bold: true), new Span($"{ExceptionFinder.Why(i.Row, rules)}.")]),
            new Paragraph(Sentences.Result(scene, i)),
            IndicatorPages.Months(scene, i),
        };
        blocks.AddRange(scene.Commentary(i) is { Count: > 0 } said ? said : [new Note([new Span("No cause and no action were written.", Italic: true)])]);
        blocks.AddRange(DataNotes.For(i.Row).Take(3).Select(n => new Note([new Span(Sentences.Stopped(n))])));
        return blocks;
    }
}

/// <summary>A chart over the last months against target for each indicator, as the paper of July 2012 has it.</summary>
internal static class ProgressCharts
{
    public static IEnumerable<Section> Of(Scene scene, TemplateSection section)
    {
        var months = scene.Order.Template.ChartMonths;
        yield return new Section(section.Id, section.Title, section.Level, section.NewPage, section.IsNumbered,
            [.. scene.Prose(section), .. Sentences.KeyPoints(scene).Take(1)]);
        foreach (var i in scene.Shown)
        {
            List<Block> blocks = [new Paragraph(Sentences.Result(scene, i)), .. scene.Commentary(i)];
            if (IndicatorPages.Chart(scene, i, "progress", months) is { } chart) blocks.Add(chart);
            else blocks.Add(new Note([new Span($"No chart: none of the last {months} months has a figure.")]));
            yield return new Section($"{section.Id}-{i.Anchor}", $"{i.Row.Title}: {scene.Headline(i)}", section.Level + 1, false, false, blocks);
        }
    }
}

/// <summary>A table of districts for each indicator that has them.</summary>
internal static class DistrictTables
{
    public static IEnumerable<Section> Of(Scene scene, TemplateSection section)
    {
        var with = scene.Shown.Select(i => (Indicator: i, Lines: Lines(scene, i))).Where(p => p.Lines.Count > 0).ToList();
        yield return new Section(section.Id, section.Title, section.Level, section.NewPage, section.IsNumbered, with.Count > 0 ? scene.Prose(section)
            : [.. scene.Prose(section), new Paragraph([new Span("No indicator of this pack is held by district.")])]);
        foreach (var (i, lines) in with)
            yield return new Section($"{section.Id}-{i.Anchor}", i.Row.Title, section.Level + 1, false, false,
            [
                new Table($"districts-{i.Anchor}", $"{i.Row.Title} by district, {scene.Material.Card.Period.Label}",
                    [new Column("District", Share: 3), new Column("Result", true), new Column("Numerator", true), new Column("Denominator", true), new Column("Rating")],
                    [.. lines.Select(l => scene.Book.Member(i, "district", l))]),
            ]);
    }

    private static List<MemberLine> Lines(Scene scene, PackIndicator i) => i.Row.Now.Figure.IsKeyed ? []
        : [.. i.Districts.Where(l => scene.Order.Districts.Count == 0 || scene.Order.Districts.Contains(l.Code, StringComparer.Ordinal))
            .Where(l => l.Rated.Figure is not { Value: null or 0, Numerator: null or 0, Denominator: null or 0 } || l.Rated.Figure.Because == PackMaterial.Suppressed)];
}

/// <summary>Which pages there should be, and how far each one's text is.</summary>
internal static class Checklist
{
    public static IReadOnlyList<Block> Of(Scene scene) =>
    [
        new Table("checklist-table", "Pages of this pack",
            [new Column("Page", Share: 4), new Column("Figure", true), new Column("Rating"), new Column("Text"), new Column("Written by"), new Column("Agreed by")],
            [.. scene.Shown.Select(i =>
            {
                var text = scene.Order.Text(i.Name);
                return (IReadOnlyList<Cell>)
                [
                    new Cell(i.Row.Title), scene.Book.Value(i.Row, i.Row.Now), scene.Book.Rating(i.Row, i.Row.Now), new Cell(text is null ? "missing" : text.State.ToString().ToLowerInvariant()),
                    new Cell(text?.Written.Name ?? "nobody"), new Cell(text?.Agreed?.Name ?? "nobody"),
                ];
            })]),
    ];
}

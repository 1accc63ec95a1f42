using Bellwether.Codes;
using Bellwether.Publications.Documents;
using Bellwether.Scorecards;

namespace Bellwether.Publications.Packs;

/// <summary>One page an indicator, as the paper of September 2017 has it: owners, chart, months, commentary, data notes.</summary>
internal static class IndicatorPages
{
    /// <summary>The id of an indicator's page.</summary>
    public static string IdOf(PackIndicator indicator) => $"page-{indicator.Anchor}";

    public static IEnumerable<Section> Of(Scene scene, TemplateSection section)
    {
        if (section.Title.Length > 0) yield return new Section(section.Id, section.Title, 1, section.NewPage, section.IsNumbered, Opening(scene));
        foreach (var indicator in scene.Shown)
        {
            var id = IdOf(indicator);
            yield return new Section(id, $"{indicator.Row.Title}: {scene.Headline(indicator)}", 2, true, false, Front(scene, indicator));
            yield return new Section($"{id}-commentary", "Commentary", 3, false, false, Commentary(scene, indicator));
            yield return new Section($"{id}-notes", "Data notes", 3, false, false, [new Note([new Span(string.Join(" ", DataNotes.For(indicator.Row).Select(Sentences.Stopped)))]), .. History(scene, indicator)]);
        }
    }

    private static List<Block> Opening(Scene scene)
    {
        var card = scene.Material.Card;
        return [new Paragraph([new Span($"{EnglishText.Count(scene.Shown.Count, "indicator")} of {card.Title}, {card.Period.Label}, one page each.")])];
    }

    private static List<Block> Front(Scene scene, PackIndicator indicator)
    {
        var (row, owner) = (indicator.Row, indicator.Row.Owner);
        var owners = string.Join("; ", new[] { owner.CabinetMember.Length > 0 ? $"{owner.CabinetMember}, Cabinet Member" : "", owner.Director.Length > 0 ? $"{owner.Director}, Director" : "" }.Where(n => n.Length > 0));
        var facts = new (string Label, string Text)[] { ("Owners", owners), ("Portfolio", string.Join("; ", new[] { owner.Portfolio, owner.Division }.Where(p => p.Length > 0))) }
            .Where(f => f.Text.Length > 0).Select(f => new HeadFact(f.Label, f.Text)).ToList();
        var blocks = new List<Block>();
        if (facts.Count > 0) blocks.Add(new FactList(facts));
        blocks.Add(new Paragraph(Sentences.Verdict(scene, indicator)));
        if (Chart(scene, indicator, "chart", scene.Order.Template.ChartMonths) is { } chart) blocks.Add(chart);
        blocks.Add(Months(scene, indicator));
        if (Earlier(scene, indicator) is { } earlier) blocks.Add(earlier);
        return blocks;
    }

    /// <summary>The chart of a line over the last months; null where no month has a figure.</summary>
    public static ChartBlock? Chart(Scene scene, PackIndicator indicator, string prefix, int months)
    {
        var row = indicator.Row with { Trend = Scene.Months(indicator.Row, months) };
        var shown = Trends.Shown(row);
        if (shown.Count == 0) return null;
        var chart = Trends.Chart($"{prefix}-{indicator.Anchor}", row, scene.Material.Council, shown) with
        {
            // The section's title carries the message; said again above the chart it would cost the page two lines.
            Headline = $"Result against target, {shown[0].Month.Label} to {shown[^1].Month.Label}",
            Subtitle = $"{scene.Material.Council}, {FigureWords.UnitWords(row.Shape)}",
        };
        return new ChartBlock(chart, ChartWords.Describe(chart), [.. shown.Select(t => (FigureKey?)scene.Book.Keep(row, t))]);
    }

    /// <summary>Months across, as committee pages have them: result, counts where known, target, rating.</summary>
    public static Table Months(Scene scene, PackIndicator indicator)
    {
        var row = indicator.Row;
        var months = Scene.Months(row, scene.Order.Template.Months);
        List<Column> columns = [new Column("Month end", Share: 2), .. months.Select(t => new Column(t.Month.ShortLabel, true))];
        List<IReadOnlyList<Cell>> rows = [[new Cell("Result"), .. months.Select(t => scene.Book.Value(row, t))]];
        if (months.Any(t => t.Figure.Denominator is not null))
        {
            rows.Add([new Cell("Numerator"), .. months.Select(t => scene.Book.Numerator(row, t))]);
            rows.Add([new Cell("Denominator"), .. months.Select(t => scene.Book.Denominator(row, t))]);
        }
        rows.Add([new Cell("Target"), .. months.Select(t => scene.Book.Target(row, t))]);
        rows.Add([new Cell("RAG rating"), .. months.Select(t => scene.Book.Rating(row, t))]);
        return new Table($"months-{indicator.Anchor}", "Trend data, month ends", columns, rows);
    }

    /// <summary>The months of the chart before those of the table, so that no number stands in a picture alone; null where there are none.</summary>
    private static Table? Earlier(Scene scene, PackIndicator indicator)
    {
        var row = indicator.Row with { Trend = Scene.Months(indicator.Row, scene.Order.Template.ChartMonths) };
        var earlier = Trends.Shown(row).SkipLast(scene.Order.Template.Months).ToList();
        return earlier.Count == 0 ? null : new Table($"earlier-{indicator.Anchor}", "Earlier months of the graph",
            [new Column("Month end", Share: 2), .. earlier.Select(t => new Column(t.Month.ShortLabel, true))], [[new Cell("Result"), .. earlier.Select(t => scene.Book.Value(row, t))]]);
    }

    private static IReadOnlyList<Block> Commentary(Scene scene, PackIndicator indicator) =>
        scene.Commentary(indicator) is { Count: > 0 } blocks ? blocks : [new Note([new Span("No commentary was written.", Italic: true)])];

    private static IEnumerable<Block> History(Scene scene, PackIndicator indicator)
    {
        var now = indicator.Row.Now;
        if (scene.Order.Reported.TryGetValue(PackIndicator.KeyOf(now.Figure), out var before) && before != FigureBook.Printed(now.Figure, indicator.Row.Shape))
            yield return new Note([new Span($"{now.Month.Label}: as reported in {scene.Order.ReportedIn} {before}, as now {FigureBook.Printed(now.Figure, indicator.Row.Shape)}.")]);
    }
}

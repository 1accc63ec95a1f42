using Bellwether.Codes;
using Bellwether.Publications;
using Bellwether.Scorecards;

namespace Bellwether.Web.Look;

/// <summary>One breakdown of a figure: bars and a table. Members without a case and without a figure are left out, and the page says so.</summary>
internal sealed record BreakdownView(string Name, TableView Table, ChartView? Chart, ChartView? Funnel, int LeftOut)
{
    public static BreakdownView Of(string breakdown, FilledRow row, IReadOnlyList<MemberLine> lines)
    {
        var shown = lines.Where(l => l.Rated.Figure is not { Value: null or 0, Denominator: null or 0, Numerator: null or 0 }).ToList();
        var name = EnglishText.Spoken(breakdown);
        var title = $"By {name}, {row.Now.Month.Label}";
        var table = new TableView(title,
            [new(EnglishText.Capital(name)), new("Result", true), new("Numerator / denominator", true), new("Rating")],
            [.. shown.Select(l => (IReadOnlyList<TableCell>)
            [
                l.Label,
                FigureWords.Value(l.Rated.Figure, row.Shape),
                (l.Rated.Figure.Numerator, l.Rated.Figure.Denominator) switch
                {
                    ({ } n, { } d) => $"{BandWords.Plain(n)} / {BandWords.Plain(d)}",
                    ({ } n, null) => BandWords.Plain(n),
                    _ => "not given",
                },
                new TableCell("", Rating: Said.Tag(l.Rated.Judgement)),
            ])]);
        return new BreakdownView(name, table, shown.Count < 2 ? null : Bars(breakdown, title, row, shown),
            breakdown is "district" or "team" ? FunnelView.OfMembers(breakdown, row, shown) : null, lines.Count - shown.Count);
    }

    private static ChartView Bars(string breakdown, string title, FilledRow row, List<MemberLine> shown)
    {
        var rated = shown.Where(l => l.Rated.Judgement.Rating is not null).ToList();
        var headline = rated.Count == 0 ? title : $"{rated.Count(l => l.Rated.Judgement.Rating == Rating.Green)} of {rated.Count} on target";
        var target = rated.Count == 0 ? null : rated[0].Rated.Judgement.Target;
        var oneTarget = target is not null && rated.TrueForAll(l => l.Rated.Judgement.Target?.Value == target.Value);
        return ChartView.Of(new BarRange($"by-{breakdown}", headline, $"{title}, {FigureWords.UnitWords(row.Shape)}", FigureWords.Unit(row.Shape), row.Shape.Decimals,
            [.. shown.Select(l => new BarRow(l.Label, l.Rated.Figure.Value, l.Rated.Figure.Value is null ? l.Rated.Judgement.Reason.TrimEnd('.') : null))],
            oneTarget ? target!.Value : null), null);
    }
}

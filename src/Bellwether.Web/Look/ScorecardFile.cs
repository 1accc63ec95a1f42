using Bellwether.Publications;
using Bellwether.Scorecards;

namespace Bellwether.Web.Look;

/// <summary>A scorecard and a trend as CSV: the page's own figures, unrounded beside printed.</summary>
internal static class ScorecardFile
{
    public static readonly string[] Headings =
    [
        "period", "code", "indicator", "variant", "title", "better", "window", "value", "printed", "numerator", "denominator", "target", "amber_edge",
        "target_kind", "rating", "reason", "rating_before", "change", "cases_to_next_band", "note",
    ];

    public static IEnumerable<IReadOnlyList<object?>> Rows(FilledScorecard card) => card.Rows.Select(r => Cells(r, r.Now, r.Before));

    /// <summary>The months of one line, oldest first.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Months(FilledRow row)
    {
        var shown = Trends.Shown(row);
        return shown.Select((t, i) => Cells(row, t, i == 0 ? null : shown[i - 1]));
    }

    private static object?[] Cells(FilledRow row, Rated at, Rated? before) =>
    [
        at.Month.ToString(), row.Definition.Code, row.Definition.Id, row.Variant, row.Title, FigureWords.Better(row.Shape.Better), Calendar.Windows.Name(row.Window),
        at.Figure.Value, at.Figure.Value is { } v ? BandWords.Number(v, row.Shape) : null, at.Figure.Numerator, at.Figure.Denominator,
        at.Judgement.Target?.Value, at.Judgement.Target?.AmberEdge, at.Judgement.Target?.Kind, FigureWords.Word(at.Judgement.Rating), at.Judgement.Reason,
        before is null ? null : FigureWords.Word(before.Judgement.Rating), at.Figure.Value - before?.Figure.Value,
        at.Judgement.ToNextBand?.Cases is { } cases ? (object)(decimal)cases : null, at.Figure.Note,
    ];
}

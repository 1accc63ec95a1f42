using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>One indicator by two breakdowns crossed.</summary>
/// <param name="Row">The authority's own line.</param>
/// <param name="Cells">One for each pair of members with a case, rated by the target of the first where it has one, else a share or a mean by the authority's.</param>
/// <param name="Masked">Which pairs the average hides, in words; empty where it hides none that can be told.</param>
public sealed record CrossedRow(FilledRow Row, IReadOnlyList<MemberLine> Cells, string Masked);

/// <summary>A scorecard's indicators by two breakdowns crossed: district by age band. Cells may be as small as one case.</summary>
/// <param name="By">The first breakdown, down the side.</param>
/// <param name="And">The second, across.</param>
/// <param name="Period">The month.</param>
/// <param name="Rows">Indicators that have both breakdowns and a figure, in the scorecard's order.</param>
/// <param name="LeftOut">Titles of the others.</param>
public sealed record CrossedAreas(string By, string And, Month Period, IReadOnlyList<CrossedRow> Rows, IReadOnlyList<string> LeftOut)
{
    /// <summary>Fewest cases of a cell that may be said to be masked: below it one case is a fifth or more of the figure.</summary>
    public const int FewestCases = 6;

    /// <summary>Crosses the indicators of a scorecard; a breakdown's cohort goes with it.</summary>
    public static CrossedAreas Of(Performance performance, Scorecard scorecard, Month period, Breakdown breakdown)
    {
        var found = performance.Catalogue.On(scorecard, period.Last).ToList();
        var both = found.Where(f => f.Entry.Definition.Breakdowns.Contains(breakdown.By, StringComparer.Ordinal) && f.Entry.Definition.Breakdowns.Contains(breakdown.And, StringComparer.Ordinal)).ToList();
        var rows = both.Select(f => (Found: f, Row: performance.Row(f, period, 2))).Where(l => l.Row.Now.Figure is { Value: not null, IsKeyed: false })
            .Select(l => Line(l.Row, performance.Crossed(l.Found, breakdown, performance.LastDayOf(period)))).Where(r => r.Cells.Count > 0).ToList();
        return new(breakdown.By, breakdown.And, period, rows, [.. found.Select(f => f.Entry.Definition).Where(d => rows.TrueForAll(r => r.Row.Definition.Id != d.Id)).Select(d => d.Title)]);
    }

    private static CrossedRow Line(FilledRow row, IReadOnlyList<MemberLine> cells) =>
        new(row, cells, AreaGrid.Hidden(row, cells.Where(c => c.Rated.Figure.Denominator is null or >= FewestCases)));
}

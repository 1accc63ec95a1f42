using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>One indicator by district or team.</summary>
/// <param name="Row">The authority's own line.</param>
/// <param name="Cells">One for each area of the grid; null where the area has no case.</param>
/// <param name="Masked">What the average hides, in words; empty where it hides nothing.</param>
public sealed record AreaRow(FilledRow Row, IReadOnlyList<MemberLine?> Cells, string Masked)
{
    /// <summary>The months of one area, oldest first; null where the area has none.</summary>
    public IReadOnlyList<IReadOnlyList<decimal?>> Trends { get; init; } = [];
}

/// <summary>The indicators of a scorecard by district or team, each cell rated by its own target.</summary>
/// <param name="Breakdown">district or team.</param>
/// <param name="Period">The month.</param>
/// <param name="Areas">Code and name, in the order of the columns.</param>
/// <param name="Rows">Indicators that can be broken down so, in the scorecard's order.</param>
/// <param name="LeftOut">Titles of those that can't.</param>
public sealed record AreaGrid(string Breakdown, Month Period, IReadOnlyList<(string Code, string Name)> Areas, IReadOnlyList<AreaRow> Rows, IReadOnlyList<string> LeftOut)
{
    /// <summary>Months of the small charts.</summary>
    public const int TrendMonths = 6;

    /// <summary>Breakdowns that an area may be crossed with.</summary>
    public static IReadOnlyList<string> Crossable { get; } = ["age-band", "sex", "ethnicity", "case-type"];

    /// <summary>Fills the grid.</summary>
    public static AreaGrid Of(Performance performance, Scorecard scorecard, Month period, string breakdown)
    {
        var found = performance.Catalogue.On(scorecard, period.Last).ToList();
        var split = found.Where(f => f.Entry.Definition.Breakdowns.Contains(breakdown, StringComparer.Ordinal)).ToList();
        var lines = split.Select(f => (Row: performance.Row(f, period, 2), Found: f, By: performance.By(f, breakdown, performance.LastDayOf(period)))).ToList();
        var areas = lines.SelectMany(l => l.By).Where(m => m.Rated.Figure.Value is not null && m.Code != "unknown").Select(m => (m.Code, m.Label)).Distinct().OrderBy(a => a.Label, StringComparer.Ordinal).ToList();
        return new(breakdown, period, areas, [.. lines.Select(l => Line(performance, l.Found, l.Row, l.By, areas, breakdown))],
            [.. found.Except(split).Select(f => f.Entry.Definition.Title)]);
    }

    private static AreaRow Line(Performance performance, Found found, FilledRow row, IReadOnlyList<MemberLine> by, List<(string Code, string Name)> areas, string breakdown)
    {
        var cells = areas.Select(a => by.FirstOrDefault(m => m.Code == a.Code)).ToList();
        var months = Enumerable.Range(1 - TrendMonths, TrendMonths).Select(row.Now.Month.Add)
            .Select(m => performance.By(found, breakdown, performance.LastDayOf(m)).ToDictionary(l => l.Code, l => l.Rated.Figure.Value)).ToList();
        return new(row, cells, Hidden(row, cells))
        {
            Trends = [.. areas.Select(a => (IReadOnlyList<decimal?>)[.. months.Select(m => m.GetValueOrDefault(a.Code))])],
        };
    }

    /// <summary>
    /// "Green as a whole, and 2 are off target: Eastwick Vale 71.2% (37 of 52)." Areas below the whole's own rating, worst first; and for a
    /// percentage the area that pulls the whole most, with what it would be without it.
    /// </summary>
    internal static string Hidden(FilledRow row, IEnumerable<MemberLine?> cells)
    {
        if (row.Now.Judgement.Rating is not { } whole) return "";
        var worse = cells.OfType<MemberLine>().Where(c => c.Rated.Judgement.Rating < whole).OrderBy(c => c.Rated.Judgement.Rating)
            .ThenBy(c => row.Shape.Better == Better.Higher ? c.Rated.Figure.Value : -c.Rated.Figure.Value).ToList();
        if (worse.Count == 0) return "";
        var named = string.Join(", ", worse.Take(3).Select(c => $"{c.Label} {BandWords.Number(c.Rated.Figure.Value!.Value, row.Shape)} ({c.Rated.Judgement.Rating})"));
        var rest = worse.Count > 3 ? $" and {worse.Count - 3} more" : "";
        return $"{whole} as a whole, and {worse.Count} {(worse.Count == 1 ? "is" : "are")} rated worse: {named}{rest}.{Without(row, worse[0])}";
    }

    private static string Without(FilledRow row, MemberLine worst)
    {
        if (row.Shape.Show != Show.Percentage || (row.Now.Figure, worst.Rated.Figure) is not ({ Numerator: { } n, Denominator: { } d }, { Numerator: { } wn, Denominator: { } wd }) || d <= wd) return "";
        return $" Without {worst.Label} the whole would be {BandWords.Number(100 * (n - wn) / (d - wd), row.Shape)}.";
    }
}

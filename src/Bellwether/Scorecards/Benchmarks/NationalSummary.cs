using Bellwether.Journeys;

namespace Bellwether.Scorecards;

/// <summary>One indicator of the national summary.</summary>
/// <param name="Row">The own line.</param>
/// <param name="Published">What is published beside it; not comparable where nothing is.</param>
public sealed record SummaryLine(FilledRow Row, BenchmarkBeside Published);

/// <summary>
/// Indicator by indicator: the own published value, neighbours, high and low authorities, England, and the own position now, after the returns were submitted.
/// </summary>
/// <param name="Lines">Every indicator with a published measure of its own unit, in the order given.</param>
/// <param name="Unpublished">How many others there were.</param>
public sealed record NationalSummary(IReadOnlyList<SummaryLine> Lines, int Unpublished)
{
    /// <summary>How many are better now than in the published year.</summary>
    public int Improved => Lines.Count(l => l.Published.Improved == true);

    /// <summary>How many are worse.</summary>
    public int Worse => Lines.Count(l => l.Published.Improved == false);

    /// <summary>How many have both values, and a way that is better.</summary>
    public int Compared => Lines.Count(l => l.Published.Since is not null && l.Row.Shape.Better != Indicators.Definitions.Better.Neutral);

    /// <summary>"5 of 9 indicators are better now than in the returns as published; 3 are worse and 1 is the same."</summary>
    public string Words
    {
        get
        {
            if (Compared == 0) return "No indicator has both a published value and one of its own that compare.";
            var same = Compared - Improved - Worse;
            return $"{Improved} of {Compared} indicators {(Improved == 1 ? "is" : "are")} better now than in the returns as published; {Worse} {(Worse == 1 ? "is" : "are")} worse and {same} {(same == 1 ? "is" : "are")} the same.";
        }
    }

    /// <summary>The summary over lines of a month.</summary>
    public static NationalSummary Of(BenchmarkSet set, IReadOnlyList<FilledRow> rows, Authority authority, ComparatorGroups groups, NeighbourModel model = NeighbourModel.May2025)
    {
        // One published measure a line: the first of the own unit.
        var lines = rows.Select(row => (Row: row, Beside: BenchmarkBeside.Of(set, row, authority, groups, model)))
            .Select(l => (l.Row, Published: l.Beside.FirstOrDefault(b => b.Line.Comparison is not null && b.Line.Tag != Comparability.NotComparable)))
            .Where(l => l.Published is not null).Select(l => new SummaryLine(l.Row, l.Published!)).ToList();
        return new(lines, rows.Count - lines.Count);
    }
}

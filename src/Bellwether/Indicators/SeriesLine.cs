using Bellwether.Calendar;

namespace Bellwether.Indicators;

/// <summary>How a line is made from finished figures.</summary>
public enum LineOver
{
    /// <summary>The figure of the day less that of a day named.</summary>
    Change,

    /// <summary>The lowest of the month ends of the financial year so far and the day itself.</summary>
    Lowest,

    /// <summary>The highest of them.</summary>
    Highest,

    /// <summary>The highest of every month end the data speaks for, at most twenty years back, and the day itself.</summary>
    HighestEver,

    /// <summary>The mean of the month ends of the financial year so far and the day itself.</summary>
    Mean,
}

/// <summary>
/// <c>series</c>: a line over the finished figures of a definition, which then is the figure. It speaks of figures, not of cases, so
/// it has no numerator and no denominator. A month end without a figure is left out, and the note says so.
/// </summary>
/// <param name="Over">How it is made.</param>
/// <param name="Since">The day a change is counted from; null for the 31 March before the day asked.</param>
public sealed record SeriesLine(LineOver Over, DateOnly? Since)
{
    private const int MonthsBack = 240;

    /// <summary>What may be written.</summary>
    public const string Words = "change since year start, change since 2011-08-31 (any date), lowest, highest, highest ever, mean";

    /// <summary>Reads one of <see cref="Words"/>.</summary>
    public static bool TryParse(string text, out SeriesLine? line)
    {
        const string SinceDay = "change since ";
        line = text switch
        {
            "lowest" => new SeriesLine(LineOver.Lowest, null),
            "highest" => new SeriesLine(LineOver.Highest, null),
            "highest ever" => new SeriesLine(LineOver.HighestEver, null),
            "mean" => new SeriesLine(LineOver.Mean, null),
            "change since year start" => new SeriesLine(LineOver.Change, null),
            _ when text.StartsWith(SinceDay, StringComparison.Ordinal) && DateText.TryParse(text.Replace(SinceDay, "", StringComparison.Ordinal), out var day) => new SeriesLine(LineOver.Change, day),
            _ => null,
        };
        return line is not null;
    }

    /// <summary>The days whose figures the line of a day is made from, oldest first; the day itself is the last.</summary>
    public IReadOnlyList<DateOnly> Points(DateOnly day)
    {
        if (Over == LineOver.Change) return [From(day), day];
        var first = Over == LineOver.HighestEver ? Month.Of(day).Add(-MonthsBack) : Month.Of(FinancialYear.Of(day).First);
        var ends = Enumerable.Range(0, Month.Of(day).Since(first)).Select(n => first.Add(n).Last);
        return [.. ends, day];
    }

    /// <summary>The line of a day.</summary>
    /// <param name="points">The figures of <see cref="Points"/>, in that order.</param>
    public Figure Of(IReadOnlyList<Figure> points)
    {
        var now = points[^1] with { Numerator = null, Denominator = null };
        var told = points.Where(p => p.Value is not null).ToList();
        if (now.Value is not { } value) return now;
        switch (Over)
        {
            case LineOver.Change:
                if (points[0].Value is { } before) return Noted(now with { Value = value - before }, $"From {Said(before)} on {EnglishDate.Format(points[0].Last)} to {Said(value)}.");
                return Engine.Showing.Without(now, null, points[0].None ?? NoValue.NotComputable,
                    $"of {EnglishDate.Format(points[0].Last)} there is no figure to count the change from: {points[0].Because}");
            case LineOver.Mean:
                return Noted(now with { Value = told.Average(p => p.Value!.Value) }, Counted(points, told));
            default:
                var found = Over == LineOver.Lowest ? told.MinBy(p => p.Value)! : told.MaxBy(p => p.Value)!;
                return Noted(now with { Value = found.Value }, $"As it stood on {EnglishDate.Format(found.Last)}; {Said(value)} on the day itself. {Counted(points, told)}");
        }
    }

    private DateOnly From(DateOnly day) => Since ?? FinancialYear.Of(day).First.AddDays(-1);

    private string Counted(IReadOnlyList<Figure> points, List<Figure> told)
    {
        if (Over == LineOver.HighestEver) return $"The data speaks for {told.Count - 1} month ends before it.";
        return told.Count == points.Count ? "" : $"{points.Count - told.Count} of {points.Count} month ends have no figure.";
    }

    private static Figure Noted(Figure figure, string words) => figure with { Note = $"{figure.Note} {words}".Trim() };

    private static string Said(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("#,0.#", System.Globalization.CultureInfo.InvariantCulture);
}

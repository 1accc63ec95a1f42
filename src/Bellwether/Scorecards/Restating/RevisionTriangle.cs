using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;

namespace Bellwether.Scorecards;

/// <summary>How figures of one age usually change until entry is complete.</summary>
/// <param name="Lag">Whole months since the month's end.</param>
/// <param name="Step">The mean change to the month after: a share of the figure (0.02 is 2 %) or in its unit.</param>
/// <param name="Least">The least of the changes seen.</param>
/// <param name="Most">The greatest.</param>
/// <param name="Seen">How many months were seen to take this step.</param>
/// <param name="ToEnd">All that usually still comes from this age on.</param>
public sealed record LagDrift(int Lag, decimal Step, decimal Least, decimal Most, int Seen, decimal ToEnd);

/// <summary>
/// The usual drift of late entry, from what past loads told of the same months: the steps from one age to the next, chained to the end. Counts
/// and rates drift by a share of themselves, weighed by their size; anything else in its own unit. It looks back: a new habit of entry it can't know.
/// </summary>
/// <param name="IsShare">True where changes are shares of the figure.</param>
/// <param name="Lags">From the month's end on, as far as at least two months tell.</param>
/// <param name="Loads">Months' ends that were told.</param>
public sealed record RevisionTriangle(bool IsShare, IReadOnlyList<LagDrift> Lags, int Loads)
{
    /// <summary>The fewest loads, of different months, that tell a usual drift.</summary>
    public const int FewestLoads = 6;

    private const int FewestSteps = 2;

    /// <summary>The triangle of one indicator. None under six loads of different months, or where no month was told twice.</summary>
    public static Answer<RevisionTriangle> Of(ReportedSeries reported, Shape shape)
    {
        // Of several loads in one month the last stands.
        var columns = reported.Tellings.Select((t, i) => (Telling: t, Figures: reported.Figures[i])).GroupBy(t => Month.Of(t.Telling.DataDate)).Select(g => g.Last()).ToList();
        if (columns.Count < FewestLoads) return Answer<RevisionTriangle>.None($"not enough loads: {columns.Count}, and a usual drift takes {FewestLoads} of different months");
        var isShare = shape.Show is Show.Count or Show.Sum or Show.Rate;
        var steps = new List<(int Lag, decimal From, decimal To)>();
        foreach (var (a, b) in columns.Zip(columns.Skip(1)))
            foreach (var (month, before) in a.Figures)
                if (a.Telling.LagOf(month) is >= 0 and var lag && b.Telling.LagOf(month) == lag + 1 && b.Figures.TryGetValue(month, out var after)) steps.Add((lag, before.Value, after.Value));
        var lags = new List<LagDrift>();
        for (var lag = 0; ; lag++)
        {
            var seen = steps.Where(s => s.Lag == lag).ToList();
            if (seen.Count < FewestSteps || (isShare && seen.Sum(s => s.From) == 0)) break;
            var changes = seen.Where(s => !isShare || s.From != 0).Select(s => isShare ? (s.To - s.From) / s.From : s.To - s.From).ToList();
            var mean = isShare ? (seen.Sum(s => s.To) / seen.Sum(s => s.From)) - 1 : changes.Average();
            lags.Add(new LagDrift(lag, mean, changes.Min(), changes.Max(), seen.Count, 0));
        }
        if (lags.Count == 0) return Answer<RevisionTriangle>.None("no month has been told by two loads that follow each other");
        return new RevisionTriangle(isShare, Chained(lags, isShare), columns.Count);
    }

    /// <summary>What a figure of that age is expected to become; itself once it is older than any that changed.</summary>
    public decimal Expected(decimal value, int lag) => lag >= Lags.Count || lag < 0 ? value : IsShare ? value * (1 + Lags[lag].ToEnd) : value + Lags[lag].ToEnd;

    /// <summary>"Provisional: figures told this soon usually rise by 1.8% …"; empty where the change expected would not print.</summary>
    public string Provisional(decimal value, int lag, Shape shape)
    {
        var expected = Expected(value, lag);
        if (BandWords.Number(expected, shape) == BandWords.Number(value, shape)) return "";
        var (now, change) = (Lags[lag], expected - value);
        var size = IsShare ? $"{Percent(now.ToEnd)}%" : $"{EnglishText.Number(Math.Abs(change), Math.Max(1, shape.Decimals))}{(shape.Show == Show.Percentage ? " points" : "")}";
        return $"Provisional: told {(lag == 0 ? "at the month’s end" : lag == 1 ? "a month later" : $"{lag} months later")}, a figure has usually {(change > 0 ? "risen" : "fallen")} by {size} once entry is complete, here to about "
            + $"{BandWords.Number(expected, shape)} ({now.Seen} months of {Loads} loads; the next step alone was {Range(now)}).";
    }

    private string Range(LagDrift lag) => IsShare ? $"{EnglishText.Signed(100 * lag.Least, 1)}% to {EnglishText.Signed(100 * lag.Most, 1)}%" : $"{EnglishText.Signed(lag.Least, 1)} to {EnglishText.Signed(lag.Most, 1)}";

    private static List<LagDrift> Chained(List<LagDrift> lags, bool isShare)
    {
        var chained = new List<LagDrift>(lags);
        for (var i = lags.Count - 1; i >= 0; i--)
        {
            var later = i + 1 < lags.Count ? chained[i + 1].ToEnd : 0;
            chained[i] = lags[i] with { ToEnd = isShare ? ((1 + lags[i].Step) * (1 + later)) - 1 : lags[i].Step + later };
        }
        return chained;
    }

    private static string Percent(decimal share) => EnglishText.Number(Math.Abs(100 * share), 1);
}

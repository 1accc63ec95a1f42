namespace Bellwether.Scorecards;

/// <summary>A year's end, as it would be if nothing changed. It never takes the place of a rating.</summary>
/// <param name="Value">Best single guess, unrounded.</param>
/// <param name="Interval">Eight outcomes in ten should fall in it; null where fewer than six months tell how much months differ.</param>
/// <param name="Method">In words.</param>
public sealed record Projection(decimal Value, Interval? Interval, string Method);

/// <summary>
/// Projections to the year's end. Values are decimal and exact; the half-widths of intervals are worked out in doubles and turned to decimal once,
/// to ten places. The interval counts chance from month to month and the doubt about the mean, by Student's t; it can't know of a change to come.
/// </summary>
public static class Projections
{
    /// <summary>Months of a year.</summary>
    public const int Year = 12;

    /// <summary>Fewest months that tell how much one differs from the next.</summary>
    public const int FewestMonths = 6;

    /// <summary>A flow, year to date × 12 ÷ months gone. None before the first month is over, or when the year is.</summary>
    /// <param name="soFar">Events of each month of the year gone, oldest first.</param>
    /// <param name="recent">Events of the last months, twelve where there are as many, this year's among them.</param>
    public static Answer<Projection> ByYearToDate(IReadOnlyList<decimal> soFar, IReadOnlyList<decimal> recent) => soFar.Count switch
    {
        0 => Answer<Projection>.None("no month of the year is over"),
        >= Year => Answer<Projection>.None("the year is over"),
        var gone => Flow(soFar.Sum() * Year / gone, recent, gone, Year - gone, soFar.Sum(), "year to date × 12 ÷ months gone"),
    };

    /// <summary>A flow, year to date and for each month left the mean of the last twelve. None without twelve months behind it, or when the year is over.</summary>
    public static Answer<Projection> ByLastTwelve(IReadOnlyList<decimal> soFar, IReadOnlyList<decimal> recent)
    {
        if (soFar.Count >= Year) return Answer<Projection>.None("the year is over");
        if (recent.Count < Year) return Answer<Projection>.None($"not enough months: {recent.Count}, and the mean of a year takes {Year}");
        var twelve = recent.Skip(recent.Count - Year).ToList();
        var left = Year - soFar.Count;
        return Flow(soFar.Sum() + (twelve.Average() * left), twelve, Year, left, soFar.Sum(), "year to date, and the mean of the last twelve months for each month left");
    }

    /// <summary>
    /// A stock: each month the mean of those coming in is added and the usual share of those there leaves. None under six months of flows.
    /// </summary>
    /// <param name="now">The stock at the last month's end.</param>
    /// <param name="months">Past months, oldest first: the stock they opened with, who came, who left.</param>
    /// <param name="monthsLeft">Steps ahead; none where there is none.</param>
    public static Answer<Projection> OfStock(decimal now, IReadOnlyList<(decimal Opening, decimal In, decimal Out)> months, int monthsLeft)
    {
        if (monthsLeft <= 0) return Answer<Projection>.None("the year is over");
        var used = months.Where(m => m.Opening > 0).ToList();
        if (used.Count < FewestMonths) return Answer<Projection>.None($"not enough months: {used.Count} with a stock and its flows, and a projection takes {FewestMonths}");
        var leaving = Math.Min(1, used.Average(m => m.Out / m.Opening));
        var coming = used.Average(m => m.In);
        var model = new StockModel(new decimal[,] { { 0 } }, [leaving], [coming]);
        var value = model.After([now], monthsLeft)[0];
        // What each month was off the model by: it adds up, worn down by the share that leaves.
        var errors = used.Select(m => m.In - m.Out - coming + (leaving * m.Opening)).ToList();
        var kept = Enumerable.Range(0, monthsLeft).Select(step => Math.Pow(1 - (double)leaving, step)).ToList();
        var sigma = Math.Max(Deviation(errors), Math.Sqrt((double)(coming + (leaving * now))));
        var half = StudentT(used.Count - 1) * sigma * Math.Sqrt(kept.Sum(k => k * k) + (kept.Sum() * kept.Sum() / used.Count));
        return new Projection(value, Around(value, half, 0), $"stock and flow: {Share(leaving)}% leave and {Number(coming)} come each month");
    }

    private static Projection Flow(decimal value, IReadOnlyList<decimal> recent, int meanOf, int left, decimal already, string method)
    {
        if (recent.Count < FewestMonths) return new Projection(value, null, method);
        // Counts differ by chance at least as much as Poisson says, however even a few months were.
        var sigma = Math.Max(Deviation(recent), Math.Sqrt((double)recent.Average()));
        var half = StudentT(recent.Count - 1) * sigma * Math.Sqrt(left + ((double)left * left / meanOf));
        return new Projection(value, Around(value, half, already), method);
    }

    private static Interval Around(decimal value, double half, decimal floor)
    {
        var by = Math.Round((decimal)half, 10, MidpointRounding.AwayFromZero);
        return new Interval(Math.Max(floor, value - by), value + by, 80, "month to month variation");
    }

    private static double Deviation(IReadOnlyList<decimal> values)
    {
        var mean = values.Average();
        return Math.Sqrt((double)(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1)));
    }

    /// <summary>The 90th percentile of Student's t (80 % in the middle), by the series of Cornish and Fisher: to two places from five degrees on.</summary>
    private static double StudentT(int degrees)
    {
        const double z = 1.2815515655446004;
        var (cube, fifth) = (z * z * z, z * z * z * z * z);
        return z + ((cube + z) / (4 * degrees)) + (((5 * fifth) + (16 * cube) + (3 * z)) / (96d * degrees * degrees));
    }

    private static string Share(decimal share) => Number(100 * share);

    private static string Number(decimal value) => BandWords.Plain(Math.Round(value, 1, MidpointRounding.AwayFromZero));
}

using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Indicators.Engine;

/// <summary>Turns a tally into what is shown: numerator, denominator and one division, in decimal, unrounded.</summary>
internal static class Showing
{
    /// <param name="definition">The indicator's file, for annualising.</param>
    /// <param name="bound">What was counted.</param>
    /// <param name="empty">The figure with its window and member, no value yet.</param>
    /// <param name="over">The divisor; null where the definition has none, or where it isn't known.</param>
    public static Figure Of(Definition definition, BoundIndicator bound, Figure empty, decimal? over)
    {
        var tally = empty.Tally;
        decimal cases = tally.Met + tally.NotMet + (bound.UnknownLeftOut ? 0 : tally.Unknown);
        var amount = bound.Value is null ? tally.Met : tally.Value / 1000m;
        switch (bound.Show)
        {
            case Show.Count: return empty with { Numerator = tally.Met, Value = tally.Met };
            case Show.Sum: return empty with { Numerator = amount, Value = amount };
            case Show.Percentage: return Divided(empty, tally.Met, cases, 100m);
            case Show.Mean: return Divided(empty, amount, tally.Met, 1m);
            case Show.Rate when over is null: return Without(empty, amount, NoValue.NoPopulation, "no population is known for this area and year");
            case Show.Rate: return Divided(empty, amount, over.Value, 10_000m * (definition.Annualise ? 12m / Months(empty) : 1m));
            case Show.Ratio or Show.PercentageOf when over is null: return Without(empty, amount, NoValue.NoCases, "there is nothing to divide by");
            default: return Divided(empty, amount, over ?? 0m, bound.Show == Show.PercentageOf ? 100m : 1m);
        }
    }

    /// <summary>The middle value, or the mean of the middle two; no value where there is none.</summary>
    public static Figure Median(Figure empty, IEnumerable<long> thousandths)
    {
        var sorted = thousandths.Order().ToList();
        if (sorted.Count == 0) return Without(empty, null, NoValue.NoCases, "there are no cases");
        var middle = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2000m;
        return empty with { Denominator = sorted.Count, Value = middle };
    }

    /// <summary>The median by Kaplan and Meier; the denominator counts both. No value where fewer than half are known to end.</summary>
    public static Figure Median(Figure empty, IReadOnlyList<long> ended, IReadOnlyList<long> running)
    {
        if (ended.Count + running.Count == 0) return Without(empty, null, NoValue.NoCases, "there are no cases");
        if (Censoring.Median(ended, running) is not { } middle)
            return Without(empty, null, NoValue.NotComputable, $"fewer than half have ended: {ended.Count} of {ended.Count + running.Count}");
        return empty with { Denominator = ended.Count + running.Count, Value = middle, Note = $"{empty.Note} {running.Count} of {ended.Count + running.Count} have not ended; they are in it as still running.".Trim() };
    }

    public static Figure Without(Figure empty, decimal? numerator, NoValue none, string because) =>
        empty with { Numerator = numerator, Denominator = null, Value = null, None = none, Because = because };

    private static Figure Divided(Figure empty, decimal numerator, decimal denominator, decimal times) => denominator == 0
        ? empty with { Numerator = numerator, Denominator = 0, None = NoValue.NoCases, Because = "there are no cases" }
        : empty with { Numerator = numerator, Denominator = denominator, Value = times * numerator / denominator };

    private static int Months(Figure figure) => Math.Max(1, Month.Of(figure.Last).Since(Month.Of(figure.First)) + 1);
}

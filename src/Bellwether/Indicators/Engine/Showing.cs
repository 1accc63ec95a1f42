using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Indicators.Engine;

/// <summary>What is shown of a tally, or why nothing is.</summary>
internal readonly record struct Shown(decimal? Numerator, decimal? Denominator, decimal? Value, NoValue? None = null, string Because = "", string Note = "")
{
    /// <summary>The figure: its window is there, and now the rest of it.</summary>
    public Figure In(Figure empty, string member, string and, Tally tally, string note) => new(
        empty.Indicator, empty.Variant, empty.Window, empty.First, empty.Last, member, Numerator, Denominator, Value, None, Because,
        Note.Length == 0 ? note : $"{note} {Note}".Trim(), tally)
    {
        And = and,
    };
}

/// <summary>Turns a tally into what is shown: numerator, denominator and one division, in decimal, unrounded.</summary>
internal static class Showing
{
    /// <param name="definition">The indicator's file, for annualising.</param>
    /// <param name="bound">What was counted.</param>
    /// <param name="tally">The counts.</param>
    /// <param name="empty">The figure's window.</param>
    /// <param name="over">The divisor; null where the definition has none, or where it isn't known.</param>
    public static Shown Of(Definition definition, BoundIndicator bound, Tally tally, Figure empty, decimal? over)
    {
        decimal cases = tally.Met + tally.NotMet + (bound.UnknownLeftOut ? 0 : tally.Unknown);
        var amount = bound.Value is null ? tally.Met : tally.Value / 1000m;
        switch (bound.Show)
        {
            case Show.Count: return new Shown(tally.Met, null, tally.Met);
            case Show.Sum: return new Shown(amount, null, amount);
            case Show.Percentage: return Divided(tally.Met, cases, 100m);
            case Show.Mean: return Divided(amount, tally.Met, 1m);
            case Show.Rate when over is null: return new Shown(amount, null, null, NoValue.NoPopulation, "no population is known for this area and year");
            case Show.Rate: return Divided(amount, over.Value, 10_000m * (definition.Annualise ? 12m / Months(empty) : 1m));
            case Show.Ratio or Show.PercentageOf when over is null: return new Shown(amount, null, null, NoValue.NoCases, "there is nothing to divide by");
            default: return Divided(amount, over ?? 0m, bound.Show == Show.PercentageOf ? 100m : 1m);
        }
    }

    /// <summary>The middle value, or the mean of the middle two; no value where there is none.</summary>
    public static Shown Median(IEnumerable<long> thousandths)
    {
        var sorted = thousandths.Order().ToList();
        if (sorted.Count == 0) return new Shown(null, null, null, NoValue.NoCases, "there are no cases");
        var middle = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2000m;
        return new Shown(null, sorted.Count, middle);
    }

    /// <summary>The median by Kaplan and Meier; the denominator counts both. No value where fewer than half are known to end.</summary>
    public static Shown Median(IReadOnlyList<long> ended, IReadOnlyList<long> running)
    {
        if (ended.Count + running.Count == 0) return new Shown(null, null, null, NoValue.NoCases, "there are no cases");
        if (Censoring.Median(ended, running) is not { } middle)
            return new Shown(null, null, null, NoValue.NotComputable, $"fewer than half have ended: {ended.Count} of {ended.Count + running.Count}");
        return new Shown(null, ended.Count + running.Count, middle, Note: $"{running.Count} of {ended.Count + running.Count} have not ended; they are in it as still running.");
    }

    public static Figure Without(Figure empty, decimal? numerator, NoValue none, string because) =>
        empty with { Numerator = numerator, Denominator = null, Value = null, None = none, Because = because };

    private static Shown Divided(decimal numerator, decimal denominator, decimal times) => denominator == 0
        ? new Shown(numerator, 0, null, NoValue.NoCases, "there are no cases")
        : new Shown(numerator, denominator, times * numerator / denominator);

    private static int Months(Figure figure) => Math.Max(1, Month.Of(figure.Last).Since(Month.Of(figure.First)) + 1);
}

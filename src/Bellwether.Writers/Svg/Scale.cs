namespace Bellwether.Writers.Svg;

/// <summary>A value axis with round ticks. <see cref="From"/> and <see cref="To"/> are its ends, both ticks.</summary>
internal sealed record Scale(decimal From, decimal To, decimal Step)
{
    private static readonly decimal[] Rounds = [1m, 2m, 2.5m, 5m, 10m];

    /// <summary>
    /// An axis that holds every value. It starts at <paramref name="from"/> (null: zero), or lower where a value does. Percentages
    /// stop at 100 unless a value lies above. Whole numbers get whole steps.
    /// </summary>
    public static Scale Of(IEnumerable<decimal> values, decimal? from, string unit, int decimals)
    {
        decimal low = from ?? 0, high = low;
        var any = false;
        foreach (var v in values)
        {
            any = true;
            low = Math.Min(low, v);
            high = Math.Max(high, v);
        }
        if (!any || high == low) high = low + (unit == "%" ? 100 : 10);
        var step = StepOf((high - low) / 5, decimals);
        var first = decimal.Floor(low / step) * step;
        var last = decimal.Ceiling(high / step) * step;
        return new Scale(first, last == first ? first + step : last, step);
    }

    public int TickDecimals => Step == decimal.Truncate(Step) ? 0 : (Step / 1.0000000000000000000000000000m).Scale;

    public IEnumerable<decimal> Ticks()
    {
        for (var t = From; t <= To; t += Step) yield return t;
    }

    /// <summary>Where a value lies between <paramref name="top"/> and <paramref name="bottom"/> in drawing units; outside is clamped.</summary>
    public double Y(decimal value, double top, double bottom) =>
        bottom - ((double)((Math.Clamp(value, From, To) - From) / (To - From)) * (bottom - top));

    private static decimal StepOf(decimal rough, int decimals)
    {
        var size = 1m;
        while (size * 10 <= rough) size *= 10;
        while (size > rough && size > 0.0001m) size /= 10;
        var step = size * Rounds.First(r => size * r >= rough || r == 10m);
        if (decimals > 0 || step >= 1 && step == decimal.Truncate(step)) return step;
        return Math.Max(1m, decimal.Ceiling(step));
    }
}

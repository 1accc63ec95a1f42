using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>The straight line from a baseline to a target.</summary>
/// <param name="From">Month of the baseline.</param>
/// <param name="Baseline">The figure then.</param>
/// <param name="To">Month the target is due.</param>
/// <param name="Target">The target.</param>
public sealed record Trajectory(Month From, decimal Baseline, Month To, decimal Target)
{
    /// <summary>Where the line stands in a month: the baseline before it starts, the target once it is due.</summary>
    public decimal At(Month month) => month <= From ? Baseline : month >= To ? Target
        : Baseline + ((Target - Baseline) * month.Since(From) / To.Since(From));

    /// <summary>True on the line, or on its better side.</summary>
    /// <exception cref="ArgumentException">Neither way is better.</exception>
    public bool IsOnTrack(Month month, decimal value, Better better) => better switch
    {
        Better.Higher => value >= At(month),
        Better.Lower => value <= At(month),
        _ => throw new ArgumentException("Neither way is better, so nothing is on track.", nameof(better)),
    };

    /// <summary>
    /// The change each month that would take a figure to its target: (target − now) ÷ months left. Null once the target is met, or no month is left.
    /// </summary>
    /// <param name="now">Unrounded.</param>
    /// <param name="target">In the same unit.</param>
    /// <param name="monthsLeft">Whole months from the figure's to the one the target is due in.</param>
    /// <param name="better">Which way is better; a figure where neither is has nothing to reach.</param>
    public static decimal? RequiredMonthlyChange(decimal now, decimal target, int monthsLeft, Better better) =>
        monthsLeft <= 0 || better == Better.Neutral || (better == Better.Higher ? now >= target : now <= target) ? null : (target - now) / monthsLeft;
}

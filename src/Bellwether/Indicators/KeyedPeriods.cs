using Bellwether.Indicators.Engine;

namespace Bellwether.Indicators;

/// <summary>Periods as values files write them.</summary>
public static class KeyedPeriods
{
    /// <summary>The last day of 2017-06, 2016/17, 2017-Q1 or a date; null where it is none of them.</summary>
    public static DateOnly? LastDay(string period) => Keyed.LastDay(period);

    /// <summary>True for a whole year: 2016/17.</summary>
    public static bool IsYear(string period) => period.Length > 4 && period[4] == '/';
}

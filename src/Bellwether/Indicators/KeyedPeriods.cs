using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Extracts;

namespace Bellwether.Indicators;

/// <summary>What values files bring: their periods as written, and the value of a line in the unit of its indicator.</summary>
public static class KeyedPeriods
{
    /// <summary>The last day of a period written as 2017-06, 2016/17, 2017-Q1 (the quarter of the financial year that starts then) or a date.</summary>
    public static DateOnly? LastDay(string period)
    {
        if (Month.TryParse(period, out var month)) return month.Last;
        if (IsoDate.TryParse(period, out var day)) return day;
        if (period.Length < 6 || !int.TryParse(period.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 9000) return null;
        if (period[4] == '/') return new FinancialYear(year).Last;
        return period[4] == '-' && period[5] == 'Q' && period.Length == 7 && period[6] is >= '1' and <= '4'
            ? new FinancialYear(year).QuarterLast(period[6] - '0') : null;
    }

    /// <summary>True for a whole year: 2016/17.</summary>
    public static bool IsYear(string period) => period.Length > 4 && period[4] == '/';

    /// <summary>The value given, else numerator over denominator in the unit shown, else the numerator alone; null where it was left blank or divides by 0.</summary>
    public static decimal? ValueOf(KeyedValue keyed, Show show) => keyed.Value
        ?? (keyed.Denominator is null ? keyed.Numerator : keyed.Denominator == 0 ? null : Times(show) * keyed.Numerator / keyed.Denominator);

    /// <summary>What a share is multiplied by to be shown: 100 for a percentage, 10,000 for a rate.</summary>
    public static decimal Times(Show show) => show switch { Show.Percentage or Show.PercentageOf => 100m, Show.Rate => 10_000m, _ => 1m };
}

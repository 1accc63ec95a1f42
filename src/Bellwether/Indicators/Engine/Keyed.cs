using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Indicators.Engine;

/// <summary>Keyed values by indicator, last day and area: what stands in where a period has no computed figure. The newest load wins.</summary>
internal sealed class Keyed
{
    private readonly Dictionary<(string Indicator, string Variant, DateOnly Last, string Area), KeyedValue> _values = [];

    public Keyed(IReadOnlyList<KeyedValue> values, Catalogue catalogue)
    {
        foreach (var value in values)
        {
            if (catalogue.Find(value.Indicator) is not { } found || LastDay(value.Period) is not { } last) continue;
            _values[(found.Entry.Definition.Id, found.Variant, last, value.Area)] = value;
        }
    }

    /// <summary>The figure with the keyed value in it; null where none was given for its period and area.</summary>
    public Figure? Find(Figure empty, Show show)
    {
        if (!_values.TryGetValue((empty.Indicator, empty.Variant, empty.Last, empty.Member), out var keyed)) return null;
        var times = show switch { Show.Percentage or Show.PercentageOf => 100m, Show.Rate => 10_000m, _ => 1m };
        var value = keyed.Value
            ?? (keyed.Denominator is null ? keyed.Numerator : keyed.Denominator == 0 ? null : times * keyed.Numerator / keyed.Denominator);
        return empty with
        {
            Numerator = keyed.Numerator,
            Denominator = keyed.Denominator,
            Value = value,
            IsKeyed = true,
            Note = keyed.Note,
            Tally = default,
            None = value is null ? NoValue.NotGiven : null,
            Because = value is null ? "the figure was left blank in the values file" : "",
        };
    }

    /// <summary>The last day of a period written as 2017-06, 2016/17, 2017-Q1 (the quarter of the financial year that starts then) or a date.</summary>
    internal static DateOnly? LastDay(string period)
    {
        if (Month.TryParse(period, out var month)) return month.Last;
        if (IsoDate.TryParse(period, out var day)) return day;
        if (period.Length < 6 || !int.TryParse(period.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 9000) return null;
        if (period[4] == '/') return new FinancialYear(year).Last;
        return period[4] == '-' && period[5] == 'Q' && period.Length == 7 && period[6] is >= '1' and <= '4'
            ? new FinancialYear(year).QuarterLast(period[6] - '0') : null;
    }
}

using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators;
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
            if (catalogue.Find(value.Indicator) is not { } found || KeyedPeriods.LastDay(value.Period) is not { } last) continue;
            _values[(found.Entry.Definition.Id, found.Variant, last, value.Area)] = value;
        }
    }

    /// <summary>The figure with the keyed value in it; null where none was given for its period and area.</summary>
    public Figure? Find(Figure empty, Show show)
    {
        if (!_values.TryGetValue((empty.Indicator, empty.Variant, empty.Last, empty.Member), out var keyed)) return null;
        var value = KeyedPeriods.ValueOf(keyed, show);
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
}

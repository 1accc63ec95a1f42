using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>What values files brought, as figures: years to carry forward, peaks long past, and values that contradict others.</summary>
/// <param name="values">Oldest load first.</param>
/// <param name="catalogue">The definitions.</param>
public sealed class KeyedFigures(IReadOnlyList<KeyedValue> values, Catalogue catalogue)
{
    /// <summary>An annual figure older than this is history, and no longer carried forward.</summary>
    private const int CarriedMonths = 24;

    private readonly ILookup<(string, string), (KeyedValue Value, DateOnly Last)> _byIndicator = values
        .Select(v => (Found: catalogue.Find(v.Indicator), Value: v, Last: KeyedPeriods.LastDay(v.Period)))
        .Where(v => v is { Found: not null, Last: not null })
        .ToLookup(v => (v.Found!.Entry.Definition.Id, v.Found.Variant), v => (v.Value, v.Last!.Value));

    /// <summary>The latest annual figure that ended before a day and at most two years before it; null where there is none.</summary>
    public AnnualFigure? LatestYear(Found found, string area, DateOnly day) =>
        Of(found, area).Where(v => KeyedPeriods.IsYear(v.Value.Period) && v.Last < day && v.Last >= day.AddMonths(-CarriedMonths) && Value(found, v.Value) is not null)
            .OrderBy(v => v.Last).Select(v => new AnnualFigure(v.Value.Period, Value(found, v.Value)!.Value)).LastOrDefault();

    /// <summary>The value of an area or group for the period that ends on a day; null where none was brought.</summary>
    public decimal? At(Found found, string area, DateOnly day) =>
        Of(found, area).Where(v => v.Last == day).Select(v => Value(found, v.Value)).LastOrDefault();

    /// <summary>Every value of the whole authority up to a day, by month, the newest where a period was brought twice; oldest first.</summary>
    public IReadOnlyList<SeriesPoint> UpTo(Found found, DateOnly day) =>
        [.. Of(found, "").Where(v => v.Last <= day && Value(found, v.Value) is not null).GroupBy(v => Month.Of(v.Last))
            .Select(g => new SeriesPoint(g.Key, Value(found, g.Last().Value)!.Value)).OrderBy(p => p.Month)];

    /// <summary>
    /// Where the values of one period contradict each other or themselves, or the figure worked out from records: each with both values, which
    /// is used, and why. Empty where nothing does.
    /// </summary>
    /// <param name="figure">The figure of that period as shown.</param>
    public IEnumerable<string> Contradictions(Found found, Figure figure)
    {
        var shape = Performance.ShapeOf(found);
        var keyed = Of(found, figure.Member).Where(v => v.Last == figure.Last).Select(v => v.Value).ToList();
        if (keyed.Count == 0) yield break;
        var last = keyed[^1];
        if (last is { Value: { } given, Numerator: { } n, Denominator: { } d } && d != 0 && Math.Round(Times(found) * n / d, shape.Decimals, MidpointRounding.AwayFromZero) != Math.Round(given, shape.Decimals, MidpointRounding.AwayFromZero))
            yield return $"The values file contradicts itself for {last.Period}: it gives {Number(given)}, and {BandWords.Plain(n)} of {BandWords.Plain(d)} is {Number(Times(found) * n / d)}. The value given is used, because it is what was printed.";
        foreach (var other in keyed.SkipLast(1).Select(v => Value(found, v)).OfType<decimal>().Where(v => v != Value(found, last)).Distinct())
            yield return $"The values files give both {Number(other)} and {(Value(found, last) is { } now ? Number(now) : "nothing")} for {last.Period}. The latter is used, because it came last.";
        if (!figure.IsKeyed && figure.Value is { } computed && Value(found, last) is { } written && Math.Round(written, shape.Decimals, MidpointRounding.AwayFromZero) != Math.Round(computed, shape.Decimals, MidpointRounding.AwayFromZero))
            yield return $"A values file gives {Number(written)} for {last.Period}; the records give {Number(computed)}. The records are used, because the cases behind them can be looked at.";

        string Number(decimal value) => BandWords.Number(value, shape);
    }

    private IEnumerable<(KeyedValue Value, DateOnly Last)> Of(Found found, string area) =>
        _byIndicator[(found.Entry.Definition.Id, found.Variant)].Where(v => v.Value.Area == area);

    private static decimal Times(Found found) => KeyedPeriods.Times(ShowOf(found));

    private static decimal? Value(Found found, KeyedValue keyed) => KeyedPeriods.ValueOf(keyed, ShowOf(found));

    private static Show ShowOf(Found found) => found.Bound?.Show ?? Show.Count;
}

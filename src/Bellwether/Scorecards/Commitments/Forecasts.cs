using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Scorecards;

/// <summary>What an officer expects a figure to be.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Period">The month at whose end it should be so; of a count of events the year to that month.</param>
/// <param name="Value">In the unit shown.</param>
/// <param name="By">Who expects it.</param>
/// <param name="On">The day it was said.</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record Forecast(string Indicator, Month Period, decimal Value, string By, DateOnly On, string Reason);

/// <summary>Officers' forecasts, from forecasts.csv of a home: kept as said, scored when the figure is there, never a rating.</summary>
public sealed class Forecasts
{
    private const string Name = "forecasts.csv";
    private static readonly string[] Headings = ["indicator", "period", "value", "by", "on", "reason"];

    private Forecasts(IReadOnlyList<Forecast> all) => All = all;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Forecast> All { get; }

    /// <summary>The indicator's forecasts, in the order they were said.</summary>
    public IEnumerable<Forecast> Of(string indicator) => All.Where(f => f.Indicator == indicator).OrderBy(f => f.On);

    /// <summary>Reads <c>indicator,period,value,by,on,reason</c>. A missing file is none.</summary>
    /// <exception cref="ShelfException">A cell is not as it should be.</exception>
    public static Forecasts Load(string home) => new(
        [.. SettingsFile.Read(Path.Combine(home, Name), "indicator", "period", "value", "by", "on").Select(l => new Forecast(
            l.Required("indicator"), Month.TryParse(l["period"], out var month) ? month : throw l.Wrong("period", "a month such as 2027-03"),
            l.Number("value") ?? throw l.Wrong("value", "a number such as 48"), l.Required("by"), l.Date("on") ?? throw l.Wrong("on", "the day it was said"), l["reason"]))]);

    /// <summary>Writes a forecast under the others. An earlier one stays: what was said is not unsaid.</summary>
    /// <exception cref="ShelfException">What stands in the file is not as it should be.</exception>
    public static void Add(string home, Forecast forecast)
    {
        _ = Load(home);
        SettingsFile.Add(Path.Combine(home, Name), Headings,
            [forecast.Indicator, forecast.Period.ToString(), forecast.Value.ToString(CultureInfo.InvariantCulture), forecast.By, IsoDate.Format(forecast.On), forecast.Reason]);
    }
}

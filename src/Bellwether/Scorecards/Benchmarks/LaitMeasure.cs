using System.Globalization;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Indicators;

namespace Bellwether.Scorecards;

/// <summary>Which way LAIT takes to be good.</summary>
public enum Polarity
{
    Neutral,
    High,
    Low,
}

/// <summary>A measure of the Local Authority Interactive Tool, from its dictionary.</summary>
/// <param name="Short">The key, trimmed: <c>ReReferral</c>. Codes are shared by several measures and are no key.</param>
/// <param name="Title">In words.</param>
/// <param name="Topic">The topics it stands in; where there are several, joined with " / ".</param>
/// <param name="Polarity">High or Low; anything else is neutral and has neither rank nor quartile.</param>
/// <param name="Decimals">Decimals printed; 1 where the dictionary says nothing.</param>
/// <param name="YearType">Financial Year, Annual, Annual (end of Sept), Academic Year, …</param>
/// <param name="HasQuartiles">False where the dictionary says that the range is too small for bands; the rank is still given.</param>
/// <param name="Source">The published table; empty where not given.</param>
/// <param name="Updated">When LAIT last took new values; null where not given as a date.</param>
public sealed record LaitMeasure(
    string Short, string Title, string Topic, Polarity Polarity, int Decimals, string YearType, bool HasQuartiles, string Source, DateOnly? Updated)
{
    /// <summary>What a value is, from the label of the chart's axis: <c>%</c>, <c>per 10,000</c>, <c>number</c> or <c>average</c>.</summary>
    public string Unit { get; init; } = "number";

    /// <summary>True where a value is of the same unit as a figure shown that way; else the two are never set against each other.</summary>
    public bool HasUnitOf(Show show) => Unit == show switch
    {
        Show.Percentage or Show.PercentageOf => "%",
        Show.Rate => "per 10,000",
        Show.Mean or Show.Median or Show.Ratio => "average",
        _ => "number",
    };

    /// <summary>The last day that a year's label stands for; null for a label that is no year, such as <c>2014-16</c>.</summary>
    public DateOnly? EndOf(string year) => year.Length != 4 || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) || y is < 1900 or > 9000 ? null : YearType switch
    {
        "Financial Year" or "Annual" => new DateOnly(y, 3, 31),
        "Annual (end of Sept)" => new DateOnly(y, 9, 30),
        "Academic Year" => new DateOnly(y, 8, 31),
        _ => new DateOnly(y, 12, 31),
    };

    /// <summary>What a year's label stands for: <c>year ending 31 March 2025</c>.</summary>
    public string Period(string year) => YearType switch
    {
        "Financial Year" => $"financial year ending 31 March {year}",
        "Annual" => $"position at 31 March {year}",
        "Annual (end of Sept)" => $"position at 30 September {year}",
        "Academic Year" => $"academic year ending in {year}",
        "Calendar Year" => $"calendar year {year}",
        _ => year,
    };

    /// <summary>Reads LAIT's dictionary; discontinued measures are left out, one measure in two topics is the first.</summary>
    /// <exception cref="ShelfException">The file is missing, cannot be read, or lacks a heading.</exception>
    internal static IReadOnlyList<LaitMeasure> Load(string path)
    {
        if (!File.Exists(path)) throw new ShelfException(path, 0, "The file is missing. It names the published measures.");
        var lines = SettingsFile.Read(path, "Topic", "Measure", "Measure_short", "Polarity", "Table_status", "dps", "Year_Type", "No_Quartile")
            .Where(l => !l["Table_status"].Contains("DISCONTINUE", StringComparison.Ordinal) && l["Measure_short"].Length > 0)
            .ToList();
        return [.. lines.GroupBy(l => l["Measure"], StringComparer.Ordinal).Select(same => Of(same.First(), string.Join(" / ", same.Select(l => l["Topic"]).Distinct())))];
    }

    private static LaitMeasure Of(SettingsLine line, string topics) => new(
        line["Measure_short"], line["Measure"], topics,
        line["Polarity"] switch { "High" => Polarity.High, "Low" => Polarity.Low, _ => Polarity.Neutral },
        int.TryParse(line["dps"], NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) ? decimals : 1,
        line["Year_Type"], line["No_Quartile"] != "N", line["Table_status"] == "NA" ? "" : line["Table_status"], Serial(line["Last Update"]))
    {
        Unit = UnitOf(line["y_axis_name"]),
    };

    private static string UnitOf(string axis) =>
        axis.StartsWith('%') || axis is "Turnover rate" or "Absence Rate" ? "%"
        : axis.Contains("per 10,000", StringComparison.Ordinal) ? "per 10,000"
        : axis.Contains("core", StringComparison.Ordinal) || axis == "Case Load" ? "average" : "number";

    /// <summary>A workbook's day number.</summary>
    private static DateOnly? Serial(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 60 and < 100_000 ? new DateOnly(1899, 12, 30).AddDays(days) : null;
}

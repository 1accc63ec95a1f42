using System.Globalization;

namespace Bellwether.Calendar;

/// <summary>
/// A financial year, 1 April to 31 March, known by the year in which it starts and printed "2017/18"
/// (the DfE calls the same year 2018). Quarter 1 is April to June.
/// </summary>
public readonly record struct FinancialYear(int StartYear)
{
    public DateOnly First => new(StartYear, 4, 1);

    /// <summary>31 March, included.</summary>
    public DateOnly Last => new(StartYear + 1, 3, 31);

    /// <summary>"2017/18"; "1999/00".</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"{StartYear:0000}/{(StartYear + 1) % 100:00}");

    public static FinancialYear Of(DateOnly date) => new(date.Month >= 4 ? date.Year : date.Year - 1);

    /// <summary>1 for April–June to 4 for January–March.</summary>
    public static int QuarterOf(DateOnly date) => ((date.Month + 8) % 12 / 3) + 1;

    public DateOnly QuarterFirst(int quarter) => First.AddMonths(3 * (quarter - 1));

    /// <summary>The quarter's last day, included.</summary>
    public DateOnly QuarterLast(int quarter) => QuarterFirst(quarter + 1).AddDays(-1);

    /// <summary>"Q1 2017/18".</summary>
    public string QuarterLabel(int quarter) => string.Create(CultureInfo.InvariantCulture, $"Q{quarter} {Label}");
}

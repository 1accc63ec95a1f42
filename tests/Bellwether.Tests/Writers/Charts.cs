using Bellwether.Publications;

namespace Bellwether.Tests.Writers;

/// <summary>Charts with everything in them, for the tests of the drawing and of the words.</summary>
internal static class Charts
{
    private static readonly string[] Months =
        ["Jun 2016", "Jul 2016", "Aug 2016", "Sep 2016", "Oct 2016", "Nov 2016", "Dec 2016", "Jan 2017", "Feb 2017", "Mar 2017", "Apr 2017", "May 2017", "Jun 2017"];

    public static TrendPoint Point(int month, decimal? value, decimal? target = 90, decimal floor = 80) => new(
        Months[month], value, Provisional: month == 12, Missing: value is null ? "not supplied" : null, Target: target,
        Bands: target is null ? null : [new(BandWord.Red, null, floor), new(BandWord.Amber, floor, target), new(BandWord.Green, target, null)]);

    public static TrendChart Full { get; } = new()
    {
        Id = "plans",
        Headline = "Plans in place fell below the 80% floor as caseload rose",
        Subtitle = "Children in need with a plan in place, Kent, month end, June 2016 to June 2017, per cent",
        Unit = "%",
        Decimals = 1,
        Points =
        [
            Point(0, 86.2m, 85, 75), Point(1, 87.5m, 85, 75), Point(2, 91.2m, 85, 75), Point(3, 90.4m, 85, 75), Point(4, 88.8m, 85, 75),
            Point(5, null, 85, 75), Point(6, 87.1m, 85, 75), Point(7, 88.0m, 85, 75), Point(8, 86.3m, 85, 75), Point(9, 85.9m, 85, 75),
            Point(10, 83.0m), Point(11, 81.4m), Point(12, 78.3m),
        ],
        Events = [new(1, 10, "Drafts no longer count", true), new(2, 7, "Inspection letter")],
        Comparators = [new("England", [.. Enumerable.Repeat((decimal?)79.2m, 10), 80.1m, 80.1m, null])],
    };

    public static TrendChart Of(string unit, int decimals, params decimal?[] values) => new()
    {
        Id = "plain",
        Headline = "A line",
        Subtitle = "Measure",
        Unit = unit,
        Decimals = decimals,
        Points = [.. values.Select((v, i) => new TrendPoint(Months[i], v))],
    };
}

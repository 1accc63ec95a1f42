using Bellwether.Calendar;
using Bellwether.Example;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>A case system's folders month by month: what a later one no longer holds does not undo what an earlier one told.</summary>
public sealed class MonthlyFoldersTests(SmallCouncil council) : IClassFixture<SmallCouncil>
{
    // Visits, meetings, interviews and reviews are typed in late; an enquiry's or assessment's outcome is what came after it.
    private static readonly string[] MayMove = ["CN03", "CN11", "CP10", "MI02", "RV03", "RV06", "RF05", "RF06", "SC02"];

    [Fact]
    public void Of_each_months_end_the_history_tells_what_that_months_folder_told()
    {
        using var history = new TemporaryHome();
        var days = Enumerable.Range(0, 3).Select(back => Month.Of(SmallCouncil.Day).Add(-2 + back).Last).ToList();
        var told = new Dictionary<DateOnly, Dictionary<string, string>>();
        foreach (var day in days)
        {
            using var one = new TemporaryHome();
            foreach (var home in new[] { history, one })
            {
                var folder = home.File($"{day:yyyy-MM-dd}");
                SsdFolder.Write(council.World, day, folder);
                LocalCsvs.Write(council.World, day, folder);
                home.Load(day, folder);
            }
            told.Add(day, Figures(one, day));
        }
        Assert.Equal(told[days[2]], Figures(history, days[2]));
        foreach (var day in days.Take(2))
        {
            var differences = Figures(history, day).Where(f => told[day][f.Key] != f.Value && !MayMove.Contains(f.Key)).Select(f => $"{f.Key} of {day:yyyy-MM-dd}: {told[day][f.Key]}, then {f.Value}");
            Assert.True(!differences.Any(), string.Join(", ", differences));
        }
        Assert.True(told[days[0]].Values.Count(f => f.Contains('/', StringComparison.Ordinal)) > 90, "too few figures to hold against each other");
    }

    internal static Dictionary<string, string> Figures(TemporaryHome home, DateOnly day)
    {
        var performance = home.Home.AsKnown().Performance;
        return performance.Catalogue.Entries.Select(e => new Found(e, "")).ToDictionary(f => f.Entry.Definition.Code, f => Said(performance.At(f, day).Figure));
    }

    private static string Said(Figure figure) => figure.None is { } none ? $"{none}" : $"{figure.Numerator}/{figure.Denominator} {figure.Value}";
}

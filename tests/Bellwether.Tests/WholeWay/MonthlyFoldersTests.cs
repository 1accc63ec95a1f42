using Bellwether.Example;
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
        var told = MonthByMonth.Tell(history, (home, day) =>
        {
            var folder = home.File($"{day:yyyy-MM-dd}");
            SsdFolder.Write(council.World, day, folder);
            LocalCsvs.Write(council.World, day, folder);
            return folder;
        });
        var days = MonthByMonth.Days;
        Assert.Equal(told[days[2]], MonthByMonth.Figures(history, days[2]));
        foreach (var day in days.Take(2))
        {
            var differences = MonthByMonth.Figures(history, day).Where(f => told[day][f.Key] != f.Value && !MayMove.Contains(f.Key)).Select(f => $"{f.Key} of {day:yyyy-MM-dd}: {told[day][f.Key]}, then {f.Value}");
            Assert.True(!differences.Any(), string.Join(", ", differences));
        }
        Assert.True(told[days[0]].Values.Count(f => f.Contains('/', StringComparison.Ordinal)) > 90, "too few figures to hold against each other");
    }
}

using Bellwether.Example;
using Bellwether.Indicators;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>Annex A month by month: on each workbook's day the history says what that workbook said, and between them that it can't.</summary>
public sealed class MonthlyWorkbooksTests(SmallCouncil council) : IClassFixture<SmallCouncil>
{
    private static readonly string[] Codes = ["CL01", "CL02", "CP01", "LC01", "CN02"];

    // Visits are typed in late.
    private static readonly string[] ComeLate = ["CP10", "RV04"];

    [Fact]
    public void At_each_months_end_the_history_gives_what_that_months_workbook_gives_alone()
    {
        using var history = new TemporaryHome();
        var alone = MonthByMonth.Tell(history, (home, day) =>
        {
            var workbook = home.File($"annex-a {day:yyyy-MM-dd}.xlsx");
            AnnexAWorkbook.Write(council.World, day, workbook);
            return workbook;
        });
        var days = MonthByMonth.Days;
        Assert.All(days, day => Assert.Equal(Settled(alone[day]), Settled(MonthByMonth.Figures(history, day))));
        Assert.All(Codes, code => Assert.DoesNotMatch("^0?/", alone[days[0]][code]));
        // Six months of cases are no year of them.
        Assert.All(["CN10b", "CP06", "RF01", "RF06"], code => Assert.Equal("NotComputable", alone[days[0]][code]));
        Assert.All(Codes, code => Assert.Equal(NoValue.NotComputable, At(history, code, days[1].AddDays(-9)).None));
    }

    private static IEnumerable<KeyValuePair<string, string>> Settled(Dictionary<string, string> figures) => figures.Where(f => !ComeLate.Contains(f.Key));

    private static Figure At(TemporaryHome home, string code, DateOnly day)
    {
        var known = home.Home.AsKnown();
        return known.Performance.At(known.Performance.Catalogue.Find(code)!, day).Figure;
    }
}

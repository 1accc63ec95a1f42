using Bellwether.Calendar;
using Xunit;

namespace Bellwether.Tests.Calendar;

public sealed class WindowsTests
{
    [Theory]
    [InlineData("snapshot", "2017-06-14", "2017-06-14")]
    [InlineData("week", "2012-06-10", "2012-06-04")] // Sundays end weeks
    [InlineData("week", "2012-06-17", "2012-06-11")]
    [InlineData("week", "2012-06-11", "2012-06-11")]
    [InlineData("month", "2017-06-14", "2017-06-01")]
    [InlineData("quarter", "2017-06-30", "2017-04-01")]
    [InlineData("quarter", "2018-01-01", "2018-01-01")]
    [InlineData("quarter", "2018-03-31", "2018-01-01")]
    [InlineData("ytd", "2017-06-30", "2017-04-01")]
    [InlineData("ytd", "2018-03-31", "2017-04-01")]
    [InlineData("ytd", "2018-04-01", "2018-04-01")]
    [InlineData("rolling-12", "2017-04-30", "2016-05-01")] // 002: April 2017 is May 2016 to April 2017
    [InlineData("rolling-12", "2024-02-29", "2023-03-01")]
    [InlineData("rolling-12", "2024-02-10", "2023-03-01")]
    [InlineData("financial-year", "2017-12-31", "2017-04-01")]
    [InlineData("rolling-3-years", "2017-03-31", "2014-04-01")]
    public void A_window_runs_from_its_first_day_to_the_day_asked(string name, string at, string first)
    {
        Assert.True(Windows.TryParse(name, out var window));
        Assert.Equal((IsoDate.Parse(first), IsoDate.Parse(at)), Windows.Range(window, IsoDate.Parse(at)));
    }

    [Theory]
    [InlineData(Window.Week)]
    [InlineData(Window.Month)]
    [InlineData(Window.Quarter)]
    [InlineData(Window.YearToDate)]
    [InlineData(Window.FinancialYear)]
    [InlineData(Window.Rolling12)]
    [InlineData(Window.Rolling3Years)]
    public void At_each_periods_last_day_an_event_counts_until_the_window_lets_go(Window window)
    {
        var random = new Random(11);
        for (int i = 0; i < 4_000; i++)
        {
            var date = new DateOnly(2015, 1, 1).AddDays(random.Next(0, 2_000));
            var at = LastDayOfItsPeriod(window, new DateOnly(2015, 1, 1).AddDays(random.Next(0, 4_000)));
            var (first, last) = Windows.Range(window, at);
            bool counts = first <= date && date <= last;
            Assert.Equal(counts, date <= at && at < Windows.LetGo(window, date));
        }
    }

    [Fact]
    public void A_snapshot_lets_go_the_next_day() =>
        Assert.Equal(IsoDate.Parse("2024-03-01"), Windows.LetGo(Window.Snapshot, IsoDate.Parse("2024-02-29")));

    [Fact] // definition-language 1.5, rule 3: checked for every N from 1 to 36 and every month end of seven years
    public void A_span_of_n_months_at_a_month_end_is_the_n_whole_months_ending_then()
    {
        for (var month = new Month(2018, 1); month <= new Month(2024, 12); month = month.Add(1))
        {
            for (int n = 1; n <= 36; n++)
            {
                var first = month.Add(1 - n).First;
                for (var date = first.AddDays(-5); date <= first.AddDays(5); date = date.AddDays(1))
                    Assert.Equal(date >= first, month.Last < Months.Add(date, n));
            }
        }
    }

    [Fact] // I03
    public void A_rolling_year_at_a_month_end_is_its_twelve_months_and_nothing_else()
    {
        var at = new Month(2017, 4).Last;
        var (first, _) = Windows.Range(Window.Rolling12, at);
        var days = Enumerable.Range(0, 12).Select(back => new Month(2017, 4).Add(-back))
            .SelectMany(month => Enumerable.Range(1, month.Last.Day).Select(day => new DateOnly(month.Year, month.Number, day)));
        Assert.Equal(at.DayNumber - first.DayNumber + 1, days.Count());
        Assert.Equal(first, days.Min());
    }

    [Fact]
    public void Every_window_is_read_by_the_name_it_is_written_with()
    {
        foreach (var window in Enum.GetValues<Window>()) Assert.Equal((true, window), (Windows.TryParse(Windows.Name(window), out var read), read));
        Assert.False(Windows.TryParse("rolling-6", out _));
    }

    private static DateOnly LastDayOfItsPeriod(Window window, DateOnly day) => window switch
    {
        Window.Week => day.AddDays((7 - (int)day.DayOfWeek) % 7),
        Window.Quarter => FinancialYear.Of(day).QuarterLast(FinancialYear.QuarterOf(day)),
        Window.FinancialYear => FinancialYear.Of(day).Last,
        _ => Month.Of(day).Last,
    };
}

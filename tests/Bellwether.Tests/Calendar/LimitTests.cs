using Bellwether.Calendar;
using Xunit;

namespace Bellwether.Tests.Calendar;

public sealed class LimitTests
{
    [Theory]
    [InlineData("2024-03-01", "10 working days", "2024-03-17")]
    [InlineData("2024-03-01", "1 working day", "2024-03-04")]
    [InlineData("2024-03-28", "1 working day", "2024-04-02")] // over Easter
    [InlineData("2024-05-10", "0 working days", "2024-05-12")]
    [InlineData("2024-03-01", "28 days", "2024-03-29")]
    [InlineData("2024-03-01", "0 days", "2024-03-01")]
    [InlineData("2024-03-01", "1 week", "2024-03-08")]
    [InlineData("2024-03-01", "26 weeks", "2024-08-30")]
    [InlineData("2023-10-31", "4 months", "2024-02-29")]
    [InlineData("2022-10-31", "4 months", "2023-02-28")]
    [InlineData("2024-01-15", "3 months", "2024-04-15")]
    [InlineData("2024-02-29", "1 year", "2025-02-28")]
    [InlineData("2024-02-29", "4 years", "2028-02-29")]
    public void A_limit_includes_its_last_day(string from, string text, string last)
    {
        Assert.True(Limit.TryParse(text, out var limit));
        Assert.Equal(IsoDate.Parse(last), limit.LastDayFrom(IsoDate.Parse(from)));
    }

    [Fact]
    public void The_nth_working_day_is_never_after_the_last_day_and_no_working_day_lies_between()
    {
        for (var from = new DateOnly(2011, 1, 1); from < new DateOnly(2013, 1, 1); from = from.AddDays(1))
        {
            for (int n = 1; n <= 45; n++)
            {
                DateOnly due = WorkingDays.NthAfter(from, n), last = new Limit(n, LimitUnit.WorkingDay).LastDayFrom(from);
                Assert.Equal(n, WorkingDays.Between(from, due));
                Assert.Equal(n, WorkingDays.Between(from, last));
                Assert.True(due <= last);
                Assert.Equal(n + 1, WorkingDays.Between(from, last.AddDays(1)));
            }
        }
    }

    [Theory]
    [InlineData("10 working days", 10, LimitUnit.WorkingDay, "10 working days")]
    [InlineData("1 working days", 1, LimitUnit.WorkingDay, "1 working day")]
    [InlineData("  3  Months ", 3, LimitUnit.Month, "3 months")]
    [InlineData("28 days", 28, LimitUnit.Day, "28 days")]
    [InlineData("1 week", 1, LimitUnit.Week, "1 week")]
    [InlineData("2 years", 2, LimitUnit.Year, "2 years")]
    [InlineData("0 days", 0, LimitUnit.Day, "0 days")]
    public void A_limit_is_read_and_written_as_people_say_it(string text, int length, LimitUnit unit, string written)
    {
        Assert.True(Limit.TryParse(text, out var limit));
        Assert.Equal(new Limit(length, unit), limit);
        Assert.Equal(written, limit.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("10")]
    [InlineData("days")]
    [InlineData("-3 days")]
    [InlineData("1.5 months")]
    [InlineData("10 work days")]
    [InlineData("10 working weeks")]
    [InlineData("3 months and a day")]
    [InlineData("99999999 days")]
    public void What_is_not_a_limit_is_refused(string? text) => Assert.False(Limit.TryParse(text, out _));
}

using Bellwether.Calendar;
using Xunit;

namespace Bellwether.Tests.Calendar;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2024-03-28", "2024-04-02", 1)]
    [InlineData("2024-03-30", "2024-04-02", 1)]
    [InlineData("2012-06-01", "2012-06-07", 2)]
    [InlineData("2011-04-21", "2011-05-04", 5)]
    [InlineData("2022-09-16", "2022-09-20", 1)]
    [InlineData("2024-12-23", "2025-01-03", 6)]
    [InlineData("2023-01-27", "2023-03-31", 45)]
    [InlineData("2024-05-10", "2024-05-10", 0)]
    [InlineData("2024-05-10", "2024-05-11", 0)]
    public void The_golden_vectors_count_as_published(string start, string end, int expected)
    {
        Assert.Equal(expected, WorkingDays.Between(IsoDate.Parse(start), IsoDate.Parse(end)));
        Assert.Equal(-expected, WorkingDays.Between(IsoDate.Parse(end), IsoDate.Parse(start)));
    }

    [Theory]
    [InlineData(2016, 253)]
    [InlineData(2017, 252)]
    [InlineData(2023, 251)]
    [InlineData(2024, 254)]
    [InlineData(2025, 253)]
    public void A_year_has_its_published_total_of_working_days(int year, int expected) =>
        Assert.Equal(expected, WorkingDays.Between(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    [Fact]
    public void Counts_add_up_over_any_day_between_and_across_the_ends_of_the_tables()
    {
        var random = new Random(17);
        for (int i = 0; i < 20_000; i++)
        {
            DateOnly a = AnyDay(random), b = AnyDay(random), c = AnyDay(random);
            Assert.Equal(WorkingDays.Between(a, c), WorkingDays.Between(a, b) + WorkingDays.Between(b, c));
        }
    }

    [Fact]
    public void The_last_day_within_agrees_with_walking_day_by_day()
    {
        var random = new Random(3);
        for (int i = 0; i < 6_000; i++)
        {
            var from = AnyDay(random);
            int n = random.Next(0, 61);
            var walked = from;
            for (int counted = 0; ;)
            {
                if (IsWorkingDayByRule(walked.AddDays(1)) && ++counted > n) break;
                walked = walked.AddDays(1);
            }
            Assert.Equal(walked, WorkingDays.LastDayWithin(from, n));
        }
    }

    [Fact]
    public void The_nth_working_day_agrees_with_walking_day_by_day()
    {
        var random = new Random(5);
        for (int i = 0; i < 6_000; i++)
        {
            var from = AnyDay(random);
            int n = random.Next(0, 61);
            var walked = from;
            for (int counted = 0; counted < n;)
            {
                walked = walked.AddDays(1);
                if (IsWorkingDayByRule(walked)) counted++;
            }
            Assert.Equal(walked, WorkingDays.NthAfter(from, n));
        }
    }

    [Fact]
    public void Every_day_of_the_tables_is_a_working_day_exactly_when_the_rule_says_so()
    {
        for (var day = new DateOnly(1979, 1, 1); day < new DateOnly(2062, 1, 1); day = day.AddDays(1))
            Assert.Equal(IsWorkingDayByRule(day), WorkingDays.IsWorkingDay(day));
    }

    [Fact]
    public void Ten_working_days_from_a_friday_last_to_a_sunday_and_fall_due_on_the_friday_before()
    {
        Assert.Equal(IsoDate.Parse("2024-03-17"), WorkingDays.LastDayWithin(IsoDate.Parse("2024-03-01"), 10));
        Assert.Equal(IsoDate.Parse("2024-03-15"), WorkingDays.NthAfter(IsoDate.Parse("2024-03-01"), 10));
        Assert.Equal(11, WorkingDays.Between(IsoDate.Parse("2024-03-01"), IsoDate.Parse("2024-03-18")));
    }

    [Fact]
    public void No_working_days_from_a_saturday_last_to_the_sunday()
    {
        Assert.Equal(IsoDate.Parse("2024-05-12"), WorkingDays.LastDayWithin(IsoDate.Parse("2024-05-11"), 0));
        Assert.Equal(IsoDate.Parse("2024-05-11"), WorkingDays.NthAfter(IsoDate.Parse("2024-05-11"), 0));
    }

    [Fact]
    public void Counting_working_days_backwards_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.NthAfter(IsoDate.Parse("2024-05-10"), -1));

    [Fact]
    public void Outside_the_tables_only_weekends_are_taken_out()
    {
        Assert.True(WorkingDays.IsWorkingDay(IsoDate.Parse("1979-12-25")));
        Assert.True(WorkingDays.IsWorkingDay(IsoDate.Parse("2063-12-25")));
        Assert.False(WorkingDays.IsWorkingDay(IsoDate.Parse("2063-12-29")));
    }

    private static bool IsWorkingDayByRule(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Includes(day);

    private static DateOnly AnyDay(Random random) => new DateOnly(1978, 1, 1).AddDays(random.Next(0, 31_000));
}

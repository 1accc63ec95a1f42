using Bellwether.Calendar;
using Xunit;

namespace Bellwether.Tests.Calendar;

public sealed class MonthAndYearTests
{
    [Fact]
    public void A_month_knows_its_days_and_its_names()
    {
        var month = Month.Parse("2017-06");
        Assert.Equal(new Month(2017, 6), month);
        Assert.Equal((new DateOnly(2017, 6, 1), new DateOnly(2017, 6, 30)), (month.First, month.Last));
        Assert.Equal(("2017-06", "June 2017", "Jun 2017"), (month.ToString(), month.Label, month.ShortLabel));
        Assert.Equal(month, Month.Of(new DateOnly(2017, 6, 14)));
    }

    [Theory]
    [InlineData(1, "2017-07")]
    [InlineData(7, "2018-01")]
    [InlineData(-6, "2016-12")]
    [InlineData(-17, "2016-01")]
    [InlineData(0, "2017-06")]
    public void Months_are_added_across_years(int months, string expected)
    {
        Assert.Equal(expected, new Month(2017, 6).Add(months).ToString());
        Assert.Equal(months, Month.Parse(expected).Since(new Month(2017, 6)));
    }

    [Theory]
    [InlineData("2017-13")]
    [InlineData("2017-6")]
    [InlineData("06-2017")]
    [InlineData("2017-06-01")]
    [InlineData("")]
    public void What_is_not_a_month_is_refused(string text)
    {
        var refused = Assert.Throws<FormatException>(() => Month.Parse(text));
        Assert.Equal($"'{text}' is not a month. Write it as 2017-06.", refused.Message);
        Assert.False(Month.TryParse(text, out var month));
        Assert.Equal(default, month);
    }

    [Fact]
    public void Months_stand_in_order_of_time()
    {
        Assert.True(new Month(2016, 12) < new Month(2017, 1));
        Assert.True(new Month(2017, 2) > new Month(2017, 1));
        var (early, late, same) = (new Month(2016, 12), new Month(2017, 1), new Month(2017, 1));
        Assert.Equal((true, false, false), (early < late, late < early, late < same));
        Assert.Equal((false, true, false), (early > late, late > early, late > same));
        Assert.Equal((true, false, true), (early <= late, late <= early, late <= same));
        Assert.Equal((false, true, true), (early >= late, late >= early, late >= same));
        Assert.Equal([new(2016, 12), new(2017, 1)], new[] { new Month(2017, 1), new Month(2016, 12) }.Order());
    }

    [Theory]
    [InlineData("2017-03-31", "2016/17", 4)]
    [InlineData("2017-04-01", "2017/18", 1)]
    [InlineData("2017-07-01", "2017/18", 2)]
    [InlineData("2017-12-31", "2017/18", 3)]
    [InlineData("2018-01-01", "2017/18", 4)]
    [InlineData("1999-06-01", "1999/00", 1)]
    public void A_day_belongs_to_a_financial_year_and_quarter(string text, string label, int quarter)
    {
        var day = IsoDate.Parse(text);
        var year = FinancialYear.Of(day);
        Assert.Equal(label, year.Label);
        Assert.Equal(quarter, FinancialYear.QuarterOf(day));
        Assert.InRange(day, year.QuarterFirst(quarter), year.QuarterLast(quarter));
        Assert.Equal($"Q{quarter} {label}", year.QuarterLabel(quarter));
    }

    [Fact]
    public void The_four_quarters_make_the_year()
    {
        var year = new FinancialYear(2023);
        Assert.Equal(year.First, year.QuarterFirst(1));
        Assert.Equal(year.Last, year.QuarterLast(4));
        for (int quarter = 1; quarter < 4; quarter++)
            Assert.Equal(year.QuarterFirst(quarter + 1), year.QuarterLast(quarter).AddDays(1));
    }

    [Fact]
    public void Dates_are_written_in_English_and_come_back_from_day_numbers()
    {
        Assert.Equal("15 March 2024", EnglishDate.Format(new DateOnly(2024, 3, 15)));
        Assert.Equal(
            "1 January 2023, 1 February 2023, 1 March 2023, 1 April 2023, 1 May 2023, 1 June 2023, 1 July 2023, 1 August 2023, 1 September 2023, 1 October 2023, 1 November 2023, 1 December 2023",
            string.Join(", ", Enumerable.Range(1, 12).Select(month => EnglishDate.Format(new DateOnly(2023, month, 1)))));
        Assert.Equal(new DateOnly(2024, 3, 15), Days.Date(Days.Of(new DateOnly(2024, 3, 15))));
        Assert.True(Days.IsDate(Days.Of(DateOnly.MinValue)));
        Assert.False(Days.IsDate(Days.Unknown) || Days.IsDate(Days.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => Days.Date(Days.None));
    }
}

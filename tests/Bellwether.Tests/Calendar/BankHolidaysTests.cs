using Bellwether.Calendar;
using Xunit;

namespace Bellwether.Tests.Calendar;

public sealed class BankHolidaysTests
{
    [Theory]
    [InlineData("1995-05-08 1995-05-29", "1995-05-01")] // VE Day 50: early May moved
    [InlineData("1999-12-27 1999-12-28 1999-12-31 2000-01-03", "1999-12-29")] // millennium
    [InlineData("2002-06-03 2002-06-04", "2002-05-27")] // Golden Jubilee
    [InlineData("2011-04-22 2011-04-25 2011-04-29 2011-05-02", "2011-04-28")] // royal wedding
    [InlineData("2012-06-04 2012-06-05", "2012-05-28")] // Diamond Jubilee
    [InlineData("2020-05-08 2020-12-28", "2020-05-04")] // VE Day 75; Boxing Day on a Saturday
    [InlineData("2022-06-02 2022-06-03 2022-09-19", "2022-05-30")] // Platinum Jubilee and the funeral
    [InlineData("2023-05-01 2023-05-08 2023-05-29", "2023-05-09")] // Coronation
    public void One_off_days_are_kept_and_the_days_they_moved_from_are_not(string kept, string worked)
    {
        foreach (string day in kept.Split(' ')) Assert.True(BankHolidays.Includes(IsoDate.Parse(day)), day);
        Assert.True(WorkingDays.IsWorkingDay(IsoDate.Parse(worked)));
    }

    [Theory] // gov.uk/bank-holidays, England and Wales
    [InlineData(2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    public void A_year_has_exactly_its_official_list(int year, string expected) =>
        Assert.Equal(expected, string.Join(' ', BankHolidays.InYear(year).Select(day => day.Date.ToString("MM-dd"))));

    [Theory] // the names of gov.uk/bank-holidays and of the proclamations
    [InlineData(2026, "New Year's Day, Good Friday, Easter Monday, Early May bank holiday, Spring bank holiday, Summer bank holiday, Christmas Day, Boxing Day")]
    [InlineData(1981, "Royal wedding")]
    [InlineData(1999, "Millennium eve")]
    [InlineData(2002, "Golden Jubilee")]
    [InlineData(2011, "Royal wedding")]
    [InlineData(2012, "Diamond Jubilee")]
    [InlineData(2022, "Platinum Jubilee, State funeral of Queen Elizabeth II")]
    [InlineData(2023, "Coronation of King Charles III")]
    public void A_holiday_is_called_by_its_name(int year, string expected)
    {
        var usual = BankHolidays.InYear(2026).Select(h => h.Name).ToHashSet();
        var names = BankHolidays.InYear(year).Select(h => h.Name);
        Assert.Equal(expected, string.Join(", ", year == 2026 ? names : names.Where(n => !usual.Contains(n))));
    }

    [Theory]
    [InlineData("1818-03-22")] // the earliest there is
    [InlineData("1943-04-25")] // the latest there is
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2016-03-27")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2285-03-22")]
    public void Easter_falls_where_the_tables_put_it(string sunday) =>
        Assert.Equal(IsoDate.Parse(sunday), BankHolidays.Easter(IsoDate.Parse(sunday).Year));

    [Fact]
    public void Every_bank_holiday_falls_on_a_weekday_and_no_two_fall_together()
    {
        for (int year = BankHolidays.FirstYear; year <= BankHolidays.LastYear; year++)
        {
            var days = BankHolidays.InYear(year).Select(holiday => holiday.Date).ToList();
            Assert.True(days.Count >= 8);
            Assert.Equal(days.Distinct().Order(), days);
            Assert.DoesNotContain(days, day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day.Year != year);
        }
        Assert.Empty(BankHolidays.InYear(BankHolidays.LastYear + 1));
    }
}

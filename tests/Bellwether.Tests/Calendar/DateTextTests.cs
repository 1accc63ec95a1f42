using System.Text;
using Bellwether.Calendar;
using Xunit;

namespace Bellwether.Tests.Calendar;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2024-03-15", "2024-03-15")]
    [InlineData("  2024-03-15\u00A0", "2024-03-15")]
    [InlineData("2024-03-15T23:59", "2024-03-15")]
    [InlineData("2024-03-15T23:59:59", "2024-03-15")]
    [InlineData("2024-03-15 00:00:00.000", "2024-03-15")]
    [InlineData("2024-03-15 00:00:00.0000000", "2024-03-15")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("15/03/2024", "2024-03-15")]
    [InlineData("03/04/2024", "2024-04-03")] // day first, always
    [InlineData("15/03/2024 09:30", "2024-03-15")]
    [InlineData("15/03/2024 09:30:15", "2024-03-15")]
    [InlineData("29/03/2026 01:30", "2026-03-29")] // D06: an hour that does not exist is still a date
    [InlineData("25/10/2026 01:30", "2026-10-25")]
    [InlineData("2026-06-30T23:30:00Z", "2026-07-01")] // D04: summer time in London
    [InlineData("2026-06-30T22:59:59Z", "2026-06-30")]
    [InlineData("2026-12-31T23:30:00Z", "2026-12-31")]
    [InlineData("2026-06-30T23:30:00.123Z", "2026-07-01")]
    [InlineData("2026-06-30T23:30:00+01:00", "2026-06-30")]
    [InlineData("2026-06-30T23:30:00 -0500", "2026-07-01")]
    [InlineData("2026-07-01T00:30:00+02", "2026-06-30")]
    [InlineData("2026-06-30T23:30:00+0030", "2026-07-01")]
    [InlineData("2026-06-30T23:30:00+00:31", "2026-06-30")]
    [InlineData("2026-12-31T12:00:00+14:00", "2026-12-30")]
    [InlineData("2026-12-31T23:30:00-00:59", "2027-01-01")]
    [InlineData("2024-03-15T10:00:00.000000000000000000000000000000000000000Z", "2024-03-15")]
    [InlineData("2024-03-15T10:00:00.00000000000000000000000000000000000000000000", "2024-03-15")] // 64 characters, the most
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01")]
    [InlineData("9999-12-31T23:00:00Z", "9999-12-31")]
    [InlineData("15 March 2024", "2024-03-15")] // where the month is named nothing can be mistaken
    [InlineData("15-Mar-2024", "2024-03-15")]
    [InlineData("5-Mar-2024", "2024-03-05")]
    [InlineData("05 MAR 2024", "2024-03-05")]
    [InlineData("15-Mar-24", "2024-03-15")]
    [InlineData("1-may-09", "2009-05-01")]
    [InlineData("31-DEC-49", "2049-12-31")]
    [InlineData("01-JAN-50", "1950-01-01")]
    [InlineData("\u00A015 September 2024 ", "2024-09-15")]
    [InlineData("15-Mar-2024 09:30", "2024-03-15")]
    [InlineData("15-MAR-24 09:30:15", "2024-03-15")]
    [InlineData("20240315", "2024-03-15")]
    [InlineData("2024/03/15", "2024-03-15")]
    [InlineData("15.03.2024", "2024-03-15")]
    [InlineData("Mar 15 2024 12:00AM", "2024-03-15")]
    [InlineData("Mar  5 2024  9:30PM", "2024-03-05")]
    [InlineData("Mar  5 2024", "2024-03-05")]
    [InlineData("1985-06-14T23:00:00Z", "1985-06-15")] // a birth date that a web service put into UTC
    public void A_date_is_read(string text, string expected)
    {
        var day = IsoDate.Parse(expected);
        Assert.True(DateText.TryParse(text, out var read));
        Assert.Equal(day, read);
        Assert.True(DateText.TryParse(Encoding.UTF8.GetBytes(text), out var fromBytes));
        Assert.Equal(day, fromBytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("03/15/2024")] // month first
    [InlineData("1/2/2024")]
    [InlineData("01/02/24")]
    [InlineData("15-03-2024")]
    [InlineData("2023-02-29")]
    [InlineData("2024-00-10")]
    [InlineData("31/04/2024")]
    [InlineData("0000-01-01")]
    [InlineData("2024-03-15T")]
    [InlineData("2024-03-15T24:00")]
    [InlineData("2024-03-15T10:61")]
    [InlineData("2024-03-15T10:00:00.")]
    [InlineData("2024-03-15T10:00:00 Europe/London")]
    [InlineData("2024-03-15Z")]
    [InlineData("2024-03-15T10:00:00X")]
    [InlineData("2024-03-15T10:00:00ZZ")]
    [InlineData("2024-03-15T10:00:00+1")]
    [InlineData("2024-03-15T10:00:00*01:00")]
    [InlineData("2024-03-15T10:00:00+01-00")]
    [InlineData("2024-03-15T10:00:00+15:00")]
    [InlineData("2024-03-15T10:00:00+01:60")]
    [InlineData("2024-03-15T10:00:00+x1:00")]
    [InlineData("2024-03-15T10:00:6")]
    [InlineData("2024-03-15T10:00:60")]
    [InlineData("2024-03-15T10:00:")]
    [InlineData("2024-03-15T10:00:00.Z")]
    [InlineData("9999-12-31T23:30:00-01:00")]
    [InlineData("15/03/2024T09:30")]
    [InlineData("15/03-2024")]
    [InlineData("15-03/2024")]
    [InlineData("15/03/2024 25:30")]
    [InlineData("15/03/2024 9:30")]
    [InlineData("15/03/2024 09:30 PM")]
    [InlineData("15/03/2024 09:30:00.5")]
    [InlineData("2024-03-1５")] // a full-width digit
    [InlineData("20241315")]
    [InlineData("202403150")]
    [InlineData("2024/15/03")]
    [InlineData("15.3.2024")]
    [InlineData("15.03.24")]
    [InlineData("03.15.2024")]
    [InlineData("Mar 15 2024 25:00AM")]
    [InlineData("Mar 15 2024 12:60AM")]
    [InlineData("Mar 15 2024 12:00")]
    [InlineData("Mar  15 2024")]
    [InlineData("Mar 32 2024")]
    [InlineData("Mrz 15 2024")]
    [InlineData("45366")]
    [InlineData("31st March 26")]
    [InlineData("Mar-26")]
    [InlineData("March 15 2024")]
    [InlineData("Mar-15-2024")]
    [InlineData("15-Mar 2024")]
    [InlineData("15-Mar-024")]
    [InlineData("15-Mar-2x24")]
    [InlineData("15-Mar-x4")]
    [InlineData("115-Mar-24")]
    [InlineData("30-Feb-2024")]
    [InlineData("15-Mrz-2024")]
    [InlineData("15-Marc-2024")]
    [InlineData("15--2024-5")]
    [InlineData("15/Mar/2024")]
    [InlineData("15-Mar-2024 9:30")]
    [InlineData("May be 8 Jan 2000")]
    [InlineData("zz/03/2024")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("2024-03-15T10:00:00.0000000000000000000000000000000000000000000000000000000000000001")]
    public void What_is_not_surely_a_date_is_refused(string text)
    {
        Assert.False(DateText.TryParse(text, out var read));
        Assert.Equal(default, read);
        Assert.False(DateText.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void Summer_time_turns_at_the_hours_the_time_zone_data_gives()
    {
        foreach (var (last, year) in Enumerable.Range(1981, 70).Select(year => (TurnsOn(year), year)))
        {
            Assert.True(DateText.TryParse($"{last.Spring.AddDays(-1):yyyy-MM-dd}T23:30:00Z", out var before), $"{year}");
            Assert.Equal(last.Spring.AddDays(-1), before);
            Assert.True(DateText.TryParse($"{last.Spring:yyyy-MM-dd}T23:30:00Z", out var after));
            Assert.Equal(last.Spring.AddDays(1), after);
            Assert.True(DateText.TryParse($"{last.Autumn.AddDays(-1):yyyy-MM-dd}T23:30:00Z", out before));
            Assert.Equal(last.Autumn, before);
            Assert.True(DateText.TryParse($"{last.Autumn:yyyy-MM-dd}T23:30:00Z", out after));
            Assert.Equal(last.Autumn, after);
        }
    }

    [Theory] // The hour itself, to the minute: 01:00 in UTC, both ways.
    [InlineData("2026-03-29T00:59Z", "2026-03-29T00:59")]
    [InlineData("2026-03-29T01:00Z", "2026-03-29T02:00")]
    [InlineData("2026-10-25T00:59Z", "2026-10-25T01:59")]
    [InlineData("2026-10-25T01:00Z", "2026-10-25T01:00")]
    [InlineData("2026-06-30T23:00Z", "2026-07-01T00:00")]
    [InlineData("2026-06-30T22:59Z", "2026-06-30T23:59")]
    [InlineData("2026-12-31T23:59Z", "2026-12-31T23:59")]
    public void A_moment_has_its_date_in_London(string moment, string local) =>
        Assert.Equal(IsoDate.Parse(local.AsSpan(0, 10)), LondonTime.DateOf(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));

    // The last Sunday of March; of October from 1996; before, the Sundays that the summer time orders named.
    private static (DateOnly Spring, DateOnly Autumn) TurnsOn(int year)
    {
        int[] fourthSaturdayRule = [25, 24, 23, 28, 27, 26, 25, 23, 29, 28, 27, 25, 24, 23, 22];
        var autumn = year <= 1995 ? new DateOnly(year, 10, fourthSaturdayRule[year - 1981]) : LastSunday(new(year, 10, 31));
        return (LastSunday(new(year, 3, 31)), autumn);
    }

    private static DateOnly LastSunday(DateOnly from)
    {
        while (from.DayOfWeek != DayOfWeek.Sunday) from = from.AddDays(-1);
        return from;
    }

    [Fact]
    public void Reading_bytes_allocates_nothing()
    {
        Assert.True(DateText.TryParse("2026-06-30T23:30:00.123Z"u8, out _));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++) DateText.TryParse("2026-06-30T23:30:00.123Z"u8, out _);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}

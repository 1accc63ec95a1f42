using Bellwether.Calendar;
using Xunit;

namespace Bellwether.Tests.Calendar;

public sealed class MonthsAndAgesTests
{
    [Theory]
    [InlineData("2024-01-31", "2024-02-28", 0)]
    [InlineData("2024-01-31", "2024-02-29", 1)]
    [InlineData("2023-01-31", "2023-02-28", 1)]
    [InlineData("2024-01-15", "2024-02-14", 0)]
    [InlineData("2024-01-15", "2024-02-15", 1)]
    [InlineData("2024-01-15", "2024-01-14", -1)]
    [InlineData("2024-02-29", "2025-02-28", 12)]
    [InlineData("2023-02-28", "2024-02-28", 12)]
    [InlineData("2024-03-31", "2024-02-29", -1)]
    public void Months_between_is_the_greatest_number_that_can_be_added(string a, string b, int expected) =>
        Assert.Equal(expected, Months.Between(IsoDate.Parse(a), IsoDate.Parse(b)));

    [Fact]
    public void Months_between_and_add_agree_for_any_two_days()
    {
        var random = new Random(8);
        for (int i = 0; i < 20_000; i++)
        {
            DateOnly a = AnyDay(random), b = AnyDay(random);
            int n = Months.Between(a, b);
            Assert.True(Months.Add(a, n) <= b);
            Assert.True(Months.Add(a, n + 1) > b);
        }
    }

    [Theory]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2008-02-29", "2028-02-28", 19)]
    [InlineData("2008-02-29", "2028-02-29", 20)]
    [InlineData("2008-02-28", "2026-02-28", 18)]
    [InlineData("2010-06-15", "2010-06-15", 0)]
    [InlineData("2010-06-15", "2010-06-14", -1)]
    [InlineData("2010-06-15", "2009-12-31", -1)]
    [InlineData("2010-06-15", "2015-06-14", 4)]
    [InlineData("2010-06-15", "2015-06-15", 5)]
    public void Ages_turn_on_the_birthday(string born, string at, int age) => Assert.Equal(age, Ages.On(IsoDate.Parse(born), IsoDate.Parse(at)));

    [Fact]
    public void A_birthday_on_29_february_is_kept_on_1_march_in_a_common_year()
    {
        Assert.Equal(IsoDate.Parse("2026-03-01"), Ages.Birthday(IsoDate.Parse("2008-02-29"), 18));
        Assert.Equal(IsoDate.Parse("2024-02-29"), Ages.Birthday(IsoDate.Parse("2008-02-29"), 16));
    }

    [Fact]
    public void The_age_is_reached_on_the_birthday_and_not_the_day_before()
    {
        for (var born = new DateOnly(2003, 1, 1); born < new DateOnly(2009, 1, 1); born = born.AddDays(1))
        {
            for (int n = 0; n <= 25; n++)
            {
                var birthday = Ages.Birthday(born, n);
                Assert.Equal(n, Ages.On(born, birthday));
                Assert.Equal(n - 1, Ages.On(born, birthday.AddDays(-1)));
            }
        }
    }

    private static DateOnly AnyDay(Random random) => new DateOnly(2000, 1, 1).AddDays(random.Next(0, 12_000));
}

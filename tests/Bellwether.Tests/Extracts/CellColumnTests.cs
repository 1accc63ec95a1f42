using Bellwether.Calendar;
using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class CellColumnTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(3, 40)]
    public void A_column_is_a_list_whatever_its_pages_hold(int seed, int values)
    {
        var (random, column, list) = (new Random(seed), new CellColumn(), new List<int>());
        var value = 0;
        for (var n = 0; n < 100_000; n++)
        {
            // Long runs of one cell, so that whole pages are the same and others end in the middle of one.
            if (random.Next(20_000) == 0) value = random.Next(values);
            var cell = values > 10 && n > 50_000 ? random.Next(values) : value;
            column.Add(cell);
            list.Add(cell);
            if (random.Next(30_000) != 0) continue;
            var at = random.Next(list.Count);
            column[at] = list[at] = Days.Unknown;
        }
        Assert.Equal(list, column);
        var copy = new int[list.Count];
        column.CopyTo(copy);
        Assert.Equal(list, copy);
        Assert.Equal(list.Contains(Days.Unknown), column.HoldsEither(Days.Unknown, -7));
        column.Renumber([.. Enumerable.Range(0, values).Select(v => v + 5)]);
        List<int> renumbered = [.. list.Select(v => v < 0 ? v : v + 5)];
        Assert.Equal(renumbered, column);
        List<int> kept = [.. Enumerable.Range(0, list.Count).Where(_ => random.Next(3) > 0)];
        column.KeepOnly(kept);
        column.Add(99);
        Assert.Equal([.. kept.Select(r => renumbered[r]), 99], column);
    }

    [Fact]
    public void A_plain_date_is_read_as_any_date_is()
    {
        var random = new Random(1);
        foreach (var text in Enumerable.Range(0, 20_000).Select(_ => Text(random)))
        {
            var utf8 = System.Text.Encoding.UTF8.GetBytes(text);
            var expected = text.Length == 10 && DateText.TryParse(utf8, out var date) && date.Year is >= 1900 and < 2100 && date > new DateOnly(1900, 1, 1) ? Days.Of(date) : -1;
            Assert.Equal(expected, PlainDay.Read(utf8));
        }
    }

    private static string Text(Random random)
    {
        var year = random.Next(10) == 0 ? random.Next(10_000) : random.Next(1899, 2102);
        var (month, day) = (random.Next(0, 14), random.Next(0, 33));
        var text = (random.Next(2) == 0 ? $"{year:D4}-{month:D2}-{day:D2}" : $"{day:D2}/{month:D2}/{year:D4}").ToCharArray();
        if (random.Next(4) == 0) text[random.Next(text.Length)] = "0/-: x9\u00e9"[random.Next(8)];
        return new string(text);
    }
}

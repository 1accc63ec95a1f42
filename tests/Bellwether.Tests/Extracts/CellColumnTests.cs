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
            // Long stretches of cells at once: the same, one after the other, or anything.
            if (random.Next(10_000) == 0) AddMany(random, column, list, values);
            if (random.Next(30_000) != 0) continue;
            var at = random.Next(list.Count);
            column[at] = list[at] = Days.Unknown;
        }
        Assert.Equal(list, column);
        var copy = new int[list.Count];
        column.CopyTo(copy);
        Assert.Equal(list, copy);
        var from = random.Next(list.Count);
        column.CopyTo(from, copy.AsSpan(from));
        Assert.Equal(list, copy);
        var picks = new CellColumn();
        List<int> picked = [.. Enumerable.Range(0, 3_000).Select(n => n < 1_500 ? from / 2 + n : random.Next(list.Count))];
        foreach (var pick in picked) picks.Add(pick);
        Assert.Equal(picked.Select(r => list[r]), column.Pick(picks));
        var both = new CellColumn();
        both.Add(7);
        both.AddRange(column);
        Assert.Equal([7, .. list], both);
        Assert.Equal(list.Contains(Days.Unknown), column.HoldsEither(Days.Unknown, -7));
        int[] numbers = [.. Enumerable.Range(0, 200_000).Select(v => v * 2 % 199_999 + 5)];
        column.Renumber(numbers);
        List<int> renumbered = [.. list.Select(v => v < 0 ? v : numbers[v])];
        Assert.Equal(renumbered, column);
        List<int> kept = [.. Enumerable.Range(0, list.Count).Where(_ => random.Next(3) > 0)];
        column.KeepOnly(kept);
        column.Add(99);
        Assert.Equal([.. kept.Select(r => renumbered[r]), 99], column);
    }

    [Fact]
    public void Cells_that_count_up_are_known_by_the_first()
    {
        var column = new CellColumn();
        for (var n = 0; n < 40_000; n++) column.Add(Days.Unknown + n);
        Assert.True(column.HoldsEither(Days.None, 5));
        Assert.True(column.HoldsEither(5, Days.Unknown + 39_999));
        Assert.False(column.HoldsEither(5, Days.Unknown + 40_000));
        Assert.False(column.HasOne(out _));
        column[39_999] = 12;
        Assert.Equal([Days.Unknown + 39_998, 12], column.Skip(39_998));
        var one = new CellColumn();
        one.Add(4);
        Assert.True(one.HasOne(out var cell));
        Assert.Equal(4, cell);
    }

    private static void AddMany(Random random, CellColumn column, List<int> list, int values)
    {
        var (many, first) = (random.Next(1, 40_000), random.Next(values));
        switch (random.Next(4))
        {
            case 0:
                column.AddSame(first, many);
                list.AddRange(Enumerable.Repeat(first, many));
                break;
            case 1:
                for (var n = 0; n < many; n++) column.Add(first + n);
                list.AddRange(Enumerable.Range(first, many));
                break;
            default:
                int[] cells = [.. Enumerable.Range(first, many).Select(n => random.Next(many * 2) == 0 ? 3 : n)];
                column.AddRange(cells);
                list.AddRange(cells);
                break;
        }
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

using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class TextPoolTests
{
    private static readonly string[] Texts =
    [
        "", "0", "00", "000123", "123", "12345678", "123456789012345678", "12345678901234567", "00000000000000001", "T12", "W132", "sevenby", "eight by",
        "caf\u00e9", "1001@2026-03-02", "1001@2026-03-02|CW", "1001@2026-03-02|", "1001@2026-02-30", "@2026-03-02", "a@b@2026-03-02", "1001@2026-03-02@2026-03-03",
        "1001@2026-03-02|a@2026-03-03", "1001@0000-01-01", "1001@2026-03-02T", "somebody's team@2026-03-02", new string('x', 70_000), "Team of the north east",
    ];

    [Fact]
    public void Every_text_comes_back_as_it_went_in_and_has_one_number()
    {
        var pool = new TextPool();
        int[] numbers = [.. Texts.Select(t => pool.Add(t.AsSpan()))];
        Assert.Equal(Texts.Length, numbers.Distinct().Count());
        for (var t = 0; t < Texts.Length; t++)
        {
            Assert.Equal(Texts[t], pool[numbers[t]]);
            Assert.Equal(numbers[t], pool.Add(Texts[t].AsSpan()));
            Assert.Equal(numbers[t], pool.Find(Texts[t]));
        }
        Assert.Equal(-1, pool.Find("1001@2026-03-09"));
        Assert.Equal(-1, pool.Find("999"));
        Assert.Equal(-1, pool.Find("elsewhere"));
    }

    [Fact]
    public void A_key_that_is_made_is_the_same_as_its_text()
    {
        var pool = new TextPool();
        var day = Days.Of(new DateOnly(2026, 3, 2));
        foreach (var subject in Texts)
            foreach (var tell in new[] { "", "CW", "a@b" })
            {
                var made = pool.Made(pool.Add(subject.AsSpan()), day, tell);
                var text = $"{subject}@2026-03-02{(tell.Length > 0 ? "|" + tell : "")}";
                Assert.Equal(text, pool[made]);
                Assert.Equal(made, pool.Add(text.AsSpan()));
                Assert.Equal(made, pool.Find(text));
            }
    }

    [Fact]
    public void More_ways_of_telling_apart_than_fit_the_form_are_kept_all_the_same()
    {
        var pool = new TextPool();
        var child = pool.Add("1001".AsSpan());
        string[] tells = [.. Enumerable.Range(0, 1200).Select(n => "tell " + n.ToString(CultureInfo.InvariantCulture))];
        int[] keys = [.. tells.Select(t => pool.Made(child, 738_000, t))];
        Assert.Equal(1200, keys.Distinct().Count());
        Assert.All(tells.Index(), t => Assert.EndsWith("|" + t.Item, pool[keys[t.Index]], StringComparison.Ordinal));
        Assert.All(tells.Index(), t => Assert.Equal(keys[t.Index], pool.Add(pool[keys[t.Index]].AsSpan())));
    }

    [Fact]
    public void Many_ids_in_any_order_are_found_again()
    {
        var (pool, random, known) = (new TextPool(), new Random(3), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var n = 0; n < 60_000; n++)
        {
            var text = random.Next(4) switch { 0 => "C" + Number(), 1 => $"{Number()}@{Days.Date(700_000 + random.Next(40)):yyyy-MM-dd}", 2 => "organisation " + Number(), _ => Number() };
            var number = pool.Add(System.Text.Encoding.UTF8.GetBytes(text), random.Next(3) == 0 && pool.Count > 0 ? random.Next(pool.Count) : -1);
            if (known.TryGetValue(text, out var before)) Assert.Equal(before, number);
            known[text] = number;
        }
        Assert.All(known, k => Assert.Equal(k.Key, pool[k.Value]));

        string Number() => random.Next(9000).ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Texts_compare_as_their_bytes_do()
    {
        var pool = new TextPool();
        int[] numbers = [.. Texts.Select(t => pool.Add(t.AsSpan()))];
        foreach (var a in numbers)
            foreach (var b in numbers)
                Assert.Equal(Math.Sign(string.CompareOrdinal(pool[a], pool[b])), Math.Sign(pool.Compare(a, b)));
    }

    [Fact]
    public void Another_pools_texts_are_joined_by_text()
    {
        var (one, other) = (new TextPool(), new TextPool());
        one.Add("1001@2026-03-02|IRO".AsSpan());
        foreach (var text in Texts.Reverse()) other.Add(text.AsSpan());
        other.Made(other.Add("1001".AsSpan()), 738_000, "CW");
        var here = one.AddAll(other);
        Assert.All(Enumerable.Range(0, other.Count), n => Assert.Equal(other[n], one[here[n]]));
        Assert.All(Enumerable.Range(0, one.Count), n => Assert.Equal(n, one.Find(one[n])));
    }

    [Fact]
    public void A_made_key_is_found_by_its_number_after_what_finds_such_keys_was_let_go()
    {
        var pool = new TextPool();
        int[] numbers = [.. Texts.Select(t => pool.Add(t.AsSpan()))];
        var count = pool.Count;
        pool.LetMadeKeysGo();
        for (var t = 0; t < Texts.Length; t++) Assert.Equal(numbers[t], pool.Find(Texts[t]));
        pool.LetMadeKeysGo();
        Assert.Equal(count, pool.Add("1001@2026-03-09".AsSpan()));
        Assert.Equal(numbers[Array.IndexOf(Texts, "1001@2026-03-02")], pool.Add("1001@2026-03-02".AsSpan()));
    }
}

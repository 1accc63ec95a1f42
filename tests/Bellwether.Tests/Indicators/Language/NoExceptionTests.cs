using Bellwether.Indicators.Language;
using Xunit;

namespace Bellwether.Tests.Indicators.Language;

/// <summary>An analyst's mistake is a message, never an exception: 6,000 spoilt expressions, the same ones every run.</summary>
public sealed class NoExceptionTests
{
    private static readonly string[] Words =
        ["and", "or", "not", "open", "its", "where", "in", "last", "12", "months", "timescale(icpc)", "case.", "case", "date", "(", ")", "[", "]", ",", ".", "exists(", "count(distinct ",
         "sum(fte of ", "\"E11\"", "yes", "2024-02-30", "2024-02-29", "=", "<=", "+", "-", "/", "*", "is known", "for more than 3 days", "99999999999999999999999999999999", "0.0001", "birthday(", "if(", "worker.", "as_at", "cp_plans", "due", "🙂"];

    [Fact]
    public void Spoilt_expressions_give_messages_and_no_exceptions()
    {
        var random = new Random(20261122);
        var kinds = ShippedCatalogue.Catalogue.Kinds;
        Scope[] scopes =
        [
            new(kinds["cp_plans"]), new(kinds["referrals"]) { Dated = true, Settles = true }, new(kinds["health_dues"]),
            new(null) { Over = true }, new(kinds["care_periods"]) { Clock = true }, new(kinds["worker_posts"]),
        ];
        var sources = CatalogueSpans.Expressions.Select(row => row.Data).ToArray();
        var messages = 0;
        for (var n = 0; n < 6_000; n++)
        {
            var text = Spoil(sources[random.Next(sources.Length)], random);
            var lint = new Lint();
            var room = new BindRoom(kinds, ShippedCatalogue.Codes, ShippedCatalogue.Catalogue.Timescales, lint);
            var node = Binder.Condition(room, scopes[n % scopes.Length], new SourceText(text, new Spot("x.yaml", 1, 1), true));
            Assert.True(node is null == lint.Errors > 0, text);
            messages += lint.Errors;
        }
        Assert.InRange(messages, 3_000, 6_000);
    }

    private static string Spoil(string text, Random random)
    {
        for (var times = random.Next(3); times >= 0; times--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(3) switch
            {
                0 => text[..at],
                1 => text[..at] + " " + Words[random.Next(Words.Length)] + " " + text[at..],
                _ => text.Remove(at, Math.Min(random.Next(6), text.Length - at)),
            };
        }
        return text;
    }
}

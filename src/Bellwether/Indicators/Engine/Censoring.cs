using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// The median duration of spells of which some are not over: Kaplan and Meier's estimate. Each that has ended tells its duration, each
/// that has not tells that it lasts longer than to the day of the data.
/// </summary>
internal static class Censoring
{
    /// <summary>The definition narrowed to spells not yet ended, each with the duration it would have if it ended on <paramref name="day"/>.</summary>
    public static BoundIndicator StillOpen(BoundIndicator indicator, int day)
    {
        var end = new FieldOf(ValueKind.Date, Reader.Case, [], indicator.Kind, 1);
        // With an end nobody wrote down this is unknown, and the spell no case: it is not known to be open.
        Node open = new Not(new Compare(Comparison.GreaterOrEqual, end, new Constant(ValueKind.Date, new DateOnly(1800, 1, 1).DayNumber)));
        return indicator with
        {
            Where = indicator.Where is null ? open : new And(indicator.Where, open),
            Value = EndedOn(indicator.Value!, indicator.Kind, day),
            Met = null,
        };
    }

    /// <summary>Whether a value names the end of its own case: only then is there anything to censor.</summary>
    public static bool NamesEnd(Node? value, Codes.RecordKind kind) => TreeWalk.All(value).Any(n => IsEnd(n, kind));

    /// <summary>
    /// The first duration by which half have ended; where the curve stands at exactly one half for a while, the middle of that while. Null
    /// where fewer than half are known to end.
    /// </summary>
    /// <param name="ended">Durations of those that ended, thousandths.</param>
    /// <param name="running">Durations so far of those that have not. One that ended and one that was last seen at the same duration: the end comes first.</param>
    public static decimal? Median(IEnumerable<long> ended, IEnumerable<long> running)
    {
        var ends = ended.Order().ToList();
        var seen = running.Order().ToList();
        decimal left = 1;
        long? half = null;
        for (var e = 0; e < ends.Count;)
        {
            var time = ends[e];
            var count = 0;
            while (e + count < ends.Count && ends[e + count] == time) count++;
            var atRisk = ends.Count - e + seen.Count(s => s >= time);
            if (half is { } from) return (from + time) / 2000m;
            left = left * (atRisk - count) / atRisk;
            // Decimal arithmetic leaves the last of 28 digits in doubt.
            if (Math.Abs(left - 0.5m) < 0.000_000_000_000_001m) half = time;
            else if (left < 0.5m) return time / 1000m;
            e += count;
        }
        return half / 1000m;
    }

    private static bool IsEnd(Node node, Codes.RecordKind kind) =>
        node is FieldOf { From: Reader.Case, Hops.Count: 0, Field: 1 } field && field.Kind.Name == kind.Name && kind.Shape == Codes.RecordShape.Spell;

    private static Node EndedOn(Node node, Codes.RecordKind kind, int day) => node switch
    {
        _ when IsEnd(node, kind) => new Constant(ValueKind.Date, day),
        Arithmetic sum => sum with { Left = EndedOn(sum.Left, kind, day), Right = EndedOn(sum.Right, kind, day) },
        Call call => call with { Arguments = [.. call.Arguments.Select(a => EndedOn(a, kind, day))] },
        _ => node,
    };
}

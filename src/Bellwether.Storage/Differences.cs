using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;

namespace Bellwether.Storage;

/// <summary>What changed of one kind of record between two states.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Added">Records known after and not before.</param>
/// <param name="Changed">Records known before and after, told otherwise.</param>
/// <param name="Removed">Records known before and not after: a later extract should hold them and does not.</param>
/// <param name="Fields">Of the changed ones, how many times each field changed; the most frequent first.</param>
public sealed record KindDifference(string Kind, int Added, int Changed, int Removed, IReadOnlyList<(string Field, int Times)> Fields);

/// <summary>What the change did to one line of the scorecard.</summary>
/// <param name="Found">The indicator or variant.</param>
/// <param name="Before">The figure of the earlier state's latest month, as known then; null where it had no dated data.</param>
/// <param name="Restated">The same month's figure as known after; null with it.</param>
/// <param name="Newest">The figure of the later state's latest month, where that is another month.</param>
public sealed record IndicatorEffect(Found Found, Figure? Before, Figure? Restated, Figure? Newest)
{
    /// <summary>How the line is shown.</summary>
    public Shape Shape => Performance.ShapeOf(Found);

    /// <summary>True where the month that both states speak of has another value, or another reason for none.</summary>
    public bool IsRestated => Before?.Value != Restated?.Value || Before?.Numerator != Restated?.Numerator || Before?.Denominator != Restated?.Denominator;
}

/// <summary>The difference between what was known after one load and after another.</summary>
/// <param name="From">The earlier load; 0 for nothing.</param>
/// <param name="To">The later load.</param>
/// <param name="Kinds">Kinds in which something changed.</param>
/// <param name="Month">The earlier state's latest month; null where it had no dated data.</param>
/// <param name="NewMonth">The later state's, where it is another.</param>
/// <param name="Effects">Every line of the home's scorecard, in its order; empty where nothing dated is known.</param>
public sealed record LoadDifference(int From, int To, IReadOnlyList<KindDifference> Kinds, Month? Month, Month? NewMonth, IReadOnlyList<IndicatorEffect> Effects);

/// <summary>Works out differences between two states of a home.</summary>
internal static class Differences
{
    public static LoadDifference Of(Home home, int from, int to, Func<int, Knowledge> known)
    {
        var before = known(from);
        var kinds = home.Store.Differences(home.Kinds, from, to);
        var again = new CountedAgain(home, before, from, to, known);
        Month? month = IsDated(before.Performance.LatestMonth) ? before.Performance.LatestMonth : null;
        Month? newest = IsDated(again.LatestMonth) && again.LatestMonth != month ? again.LatestMonth : null;
        var catalogue = before.Performance.Catalogue;
        var card = catalogue.ScorecardOrFirst(home.Authority.Scorecard);
        if (card is null || (month is null && newest is null)) return new LoadDifference(from, to, kinds, month, newest, []);
        var lines = catalogue.On(card, (newest ?? month!.Value).Last);
        return new LoadDifference(from, to, kinds, month, newest, [.. lines.Select(line => Effect(before.Performance, again, line, month, newest))]);
    }

    private static IndicatorEffect Effect(Performance before, CountedAgain again, Found line, Month? month, Month? newest)
    {
        // The day asked is the earlier state's own: its data may end within the month.
        var was = month is { } m ? At(before, line, before.LastDayOf(m)) : null;
        return new IndicatorEffect(line, was, was is null ? null : again.At(line, was), newest is { } n ? again.At(line, n) : null);
    }

    private static Figure At(Performance performance, Found line, DateOnly day) => performance.Figures.At(line, Figures.DefaultWindow(line), day);

    internal static bool IsDated(Month month) => month.Year > 1900;

    /// <summary>Sets versions that only one state knows against each other, record by record.</summary>
    public static IEnumerable<KindDifference> OfKind(RecordKind kind, IReadOnlyList<Line> before, IReadOnlyList<Line> after)
    {
        var gone = before.ToLookup(l => (l.Key, l.Subject));
        var come = after.ToLookup(l => (l.Key, l.Subject));
        int added = 0, changed = 0, removed = 0;
        var fields = new int[kind.Fields.Count];
        foreach (var key in gone.Select(g => g.Key).Union(come.Select(g => g.Key)))
        {
            var was = gone[key].ToList();
            var now = come[key].ToList();
            // A, then B, then A again tells nothing new.
            foreach (var same in was.Where(w => now.Exists(n => n.Fields == w.Fields && n.OpenUntil == w.OpenUntil)).ToList())
            {
                was.Remove(same);
                now.RemoveAt(now.FindIndex(n => n.Fields == same.Fields && n.OpenUntil == same.OpenUntil));
            }
            var both = Math.Min(was.Count, now.Count);
            changed += both;
            removed += was.Count - both;
            added += now.Count - both;
            for (var i = 0; i < both; i++)
                for (var f = 0; f < fields.Length; f++)
                    if (!Cells.Of(was[i].Fields, f).SequenceEqual(Cells.Of(now[i].Fields, f))) fields[f]++;
        }
        if (added + changed + removed == 0) yield break;
        yield return new KindDifference(kind.Name, added, changed, removed,
            [.. fields.Select((times, f) => (kind.Fields[f].Name, times)).Where(f => f.times > 0).OrderByDescending(f => f.times).ThenBy(f => f.Name, StringComparer.Ordinal)]);
    }
}

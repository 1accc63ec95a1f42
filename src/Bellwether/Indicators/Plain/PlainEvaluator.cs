using Bellwether.Calendar;
using Bellwether.Indicators.Language;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Plain;

/// <summary>
/// The plain evaluator: one case, one day at a time, straight from the meaning of the language. Slow, short, and with no idea of a change
/// point, so that it cannot share the fast evaluator's mistakes. It stands in the product as the yardstick the fast one is held to.
/// </summary>
public sealed class PlainEvaluator
{
    private readonly Journeys.Journeys _journeys;
    private readonly Func<string, DateOnly, Limit?> _timescales;

    /// <summary>Evaluates over journeys to which the clocks' kinds have been added.</summary>
    /// <param name="journeys">The data.</param>
    /// <param name="timescales">A timescale's length in force on the date it is added to; null where it has no row.</param>
    public PlainEvaluator(Journeys.Journeys journeys, Func<string, DateOnly, Limit?> timescales) => (_journeys, _timescales) = (journeys, timescales);

    /// <summary>Counts one window ending on a day, as <see cref="Tally"/> states them.</summary>
    public Tally Total(BoundIndicator indicator, Window window, DateOnly at) => Count(Judged(indicator, window, at).ToList(), indicator);

    /// <summary>Every case of the window with its verdict, in the order of its rows: the children behind <see cref="Total"/>.</summary>
    public IReadOnlyList<(int Row, int Date, Verdict Verdict)> Cases(BoundIndicator indicator, Window window, DateOnly at) =>
        [.. Units(Judged(indicator, window, at), indicator).Where(c => c.Verdict != Verdict.None).Select(c => (c.Row, c.Date, c.Verdict))];

    private IEnumerable<Judgement> Judged(BoundIndicator indicator, Window window, DateOnly at)
    {
        var expressions = new Expressions(_journeys, (id, from, _) => Limit(indicator, id, from));
        var rows = _journeys.Rows(indicator.Kind.Name);
        var (first, last) = Windows.Range(window, at);
        var (firstDay, lastDay) = (Days.Of(first), Days.Of(last));
        for (var row = 0; row < rows.Count; row++)
        {
            if (indicator.Form == CaseForm.Dated)
            {
                var horizon = Days.Of(_journeys.DataDate);
                if (rows.First[row] == Days.None || rows.First[row] > horizon) continue;       // not there yet
                foreach (var date in indicator.Dates)
                {
                    var on = expressions.Value(date, new Look(horizon, firstDay, lastDay, rows, row, 0));
                    if (on.IsKnown && on.Day >= firstDay && on.Day <= lastDay && on.Day <= horizon)
                        yield return Judge(indicator, expressions, new Look(horizon, firstDay, lastDay, rows, row, on.Day) { IsDated = true });
                }
            }
            else if (IsCase(indicator, rows, row, firstDay, lastDay))
                yield return Judge(indicator, expressions, new Look(lastDay, firstDay, lastDay, rows, row, rows.First[row]) { Window = window });
        }
    }

    private Limit? Limit(BoundIndicator indicator, string id, int from) =>
        indicator.Limits.TryGetValue(id, out var swapped) ? swapped : _timescales(id, Days.Date(from));

    private static bool IsCase(BoundIndicator indicator, KindRows rows, int row, int first, int last)
    {
        var (start, end) = (rows.First[row], rows.End[row]);
        if (!Days.IsDate(start) || start > last || end == Days.Unknown) return false;
        if (end == Days.None) return true;
        return indicator.Form switch
        {
            CaseForm.Open => end > last,
            CaseForm.OpenInLast => end > last || last < Days.Of(indicator.Span!.Value.LastDayFrom(Days.Date(end))),
            _ => end > first && end > start,
        };
    }

    private static Judgement Judge(BoundIndicator indicator, Expressions expressions, Look look)
    {
        var isCase = indicator.Where is null ? Truth.Yes : expressions.Truth(indicator.Where, look);
        if (isCase != Truth.Yes) return new Judgement(look.Subject, look.Case, look.Date, Verdict.None, isCase == Truth.Unknown, 0);
        var verdict = indicator.Met is null ? Verdict.Met : expressions.Truth(indicator.Met, look) switch
        {
            Truth.Yes => Verdict.Met,
            Truth.No => Verdict.NotMet,
            _ => Verdict.Unknown,
        };
        if (indicator.Met is not null && !indicator.RunningAsFound && IsRunning(indicator.Met, expressions, look)) verdict = Verdict.Running;
        var value = indicator.Value is null ? Worth.Of(1) : expressions.Value(indicator.Value, look);
        if (!value.IsKnown && verdict != Verdict.Running) verdict = Verdict.Unknown;
        return new Judgement(look.Subject, look.Case, look.Date, verdict, false, value.IsKnown ? value.Value : 0);
    }

    /// <summary>True while any <c>within/up to … after</c> of the verdict is not out at the close of the day.</summary>
    private static bool IsRunning(Node met, Expressions expressions, Look look) => TreeWalk.Records(met)
        .Where(r => r.When is When.WithinAfter or When.UpToAfter)
        .Any(r => expressions.Value(r.Anchor!, look) is { IsKnown: true } from && expressions.Last(r.Length!, from.Day, look) is { } last && look.Day <= last);

    private static Tally Count(List<Judgement> judged, BoundIndicator indicator)
    {
        var units = Units(judged, indicator).ToList();
        return new Tally(
            units.Count(u => u.Verdict == Verdict.Met),
            units.Count(u => u.Verdict == Verdict.NotMet),
            units.Count(u => u.Verdict == Verdict.Unknown),
            units.Count(u => u.Verdict == Verdict.Running),
            judged.Count(j => j.IsUnclear),
            (long)(units.Where(u => u.Verdict == Verdict.Met).Sum(u => u.Value) * 1000));
    }

    private static IEnumerable<Judgement> Units(IEnumerable<Judgement> judged, BoundIndicator indicator)
    {
        var cases = judged.Where(j => j.Verdict != Verdict.None);
        if (indicator.Per == Per.Record) return cases;
        return cases.GroupBy(c => c.Subject).Select(child =>
        {
            return indicator.Per switch
            {
                Per.ChildAny => Latest(First(Verdict.Met, Verdict.Unknown, Verdict.Running, Verdict.NotMet)),
                Per.ChildEvery => Latest(First(Verdict.NotMet, Verdict.Unknown, Verdict.Running, Verdict.Met)),
                _ => Latest(child),
            };

            IEnumerable<Judgement> First(params Verdict[] inOrder) => inOrder.Select(v => child.Where(c => c.Verdict == v)).First(found => found.Any());
        });

        static Judgement Latest(IEnumerable<Judgement> of) => of.OrderBy(c => c.Date).ThenBy(c => c.Row).Last();
    }

    private sealed record Judgement(int Subject, int Row, int Date, Verdict Verdict, bool IsUnclear, decimal Value);
}

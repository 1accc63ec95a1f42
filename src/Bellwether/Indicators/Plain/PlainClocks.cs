using Bellwether.Calendar;
using Bellwether.Indicators.Language;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Plain;

/// <summary>Runs clocks day by day: each day asks whether the waiting turn was done. Slow on purpose; see <see cref="PlainEvaluator"/>.</summary>
/// <param name="timescales">Timescales by id.</param>
/// <param name="swapped">Limits that a variant swaps.</param>
public sealed class PlainClocks(IReadOnlyDictionary<string, Timescale> timescales, IReadOnlyDictionary<string, Limit> swapped)
{
    /// <summary>The same journeys with the turns of those clocks as records.</summary>
    public Journeys.Journeys Run(Journeys.Journeys journeys, IReadOnlyList<BoundClock> clocks) =>
        clocks.Aggregate(journeys, (sofar, clock) => sofar.With(Turns(sofar, clock)));

    private KindRows Turns(Journeys.Journeys journeys, BoundClock clock)
    {
        var rows = journeys.Rows(clock.For.Name);
        var horizon = Days.Of(journeys.DataDate);
        var expressions = new Expressions(journeys, (_, _, _) => null);
        var turns = Enumerable.Range(0, rows.Count)
            .Where(row => Days.IsDate(rows.First[row]))
            .SelectMany(row => TurnsOf(journeys, clock, expressions, new Look(horizon, horizon, horizon, rows, row, rows.First[row])))
            .OrderBy(t => t.Subject).ThenBy(t => t.Start).ThenBy(t => t.Row).ThenBy(t => t.Number)
            .ToList();
        int[][] fields =
        [
            [.. turns.Select(t => t.Start)], [.. turns.Select(t => t.End)], [.. turns.Select(t => t.Due)],
            [.. turns.Select(t => t.Late)], [.. turns.Select(t => t.Number * 1000)], [.. turns.Select(t => t.Row)],
        ];
        return new KindRows(clock.Makes, rows.Offset.Length - 1, [.. turns.Select(t => t.Subject)], fields,
            [.. turns.Select(t => $"{rows.Key(t.Row)}#{t.Number}")], [.. turns.Select(_ => -1)], [.. turns.Select(_ => 0)]);
    }

    private IEnumerable<Turn> TurnsOf(Journeys.Journeys journeys, BoundClock clock, Expressions expressions, Look look)
    {
        var from = expressions.Value(clock.From, look);
        if (!from.IsKnown) yield break;
        var fields = new Fields(journeys);
        var events = journeys.Rows(clock.DoneBy.Kind.Name);
        var done = new Gathered(journeys, expressions, fields).Of(clock.DoneBy, look).Where(e => e.Truth == Truth.Yes && Days.IsDate(events.First[e.Row]))
            .ToLookup(e => events.First[e.Row], e => clock.RecordedDue < 0 ? Days.None : events.Field(clock.RecordedDue)[e.Row]);
        var planned = Planned(clock, events, look);
        var end = look.Cases.End[look.Case];
        var isOver = Days.IsDate(end) && end <= look.Day;
        var (start, number) = (from.Day, 1);
        var due = Due(clock, number, start, look, journeys);
        for (var day = start; day <= (isOver ? end : look.Day); day++)
        {
            if (isOver && start >= end) yield break;
            if (!done.Contains(day) || (number > 1 && day == start)) continue;
            var stated = done[day].Where(Days.IsDate).OrderBy(d => d).Cast<int?>().FirstOrDefault();
            // Several events of one day end one turn: the first as sorted by date, then by what it states.
            if (done[day].Min() is var least && !Days.IsDate(least)) stated = null;
            yield return Ended(look, start, day, stated ?? due, number);
            (start, number) = (day, number + 1);
            due = Due(clock, number, start, look, journeys);
        }
        if (isOver && start >= end) yield break;
        if (planned.Where(p => p >= start).Cast<int?>().FirstOrDefault() is { } next) due = next;
        if (!isOver) yield return new Turn(look.Subject, look.Case, start, end == Days.Unknown ? Days.Unknown : Days.None, due, due == Days.Unknown ? Days.Unknown : 1, number);
        else if (due >= end) yield return new Turn(look.Subject, look.Case, start, end, Days.None, 0, number);
        else yield return new Turn(look.Subject, look.Case, start, end, due, due == Days.Unknown ? Days.Unknown : 1, number);
    }

    private static Turn Ended(Look look, int start, int day, int due, int number) =>
        new(look.Subject, look.Case, start, day, due, due == Days.Unknown ? Days.Unknown : day > due ? 1 : 0, number);

    private static List<int> Planned(BoundClock clock, KindRows events, Look look)
    {
        if (clock.RecordedDue < 0) return [];
        var link = clock.DoneBy.Its ? clock.DoneBy.Kind.LinkTo(clock.For.Name) : -1;
        var due = events.Field(clock.RecordedDue);
        return [.. Enumerable.Range(events.Offset[look.Subject], events.Offset[look.Subject + 1] - events.Offset[look.Subject])
            .Where(e => events.First[e] == Days.None && Days.IsDate(due[e]) && (link < 0 || events.Field(link)[e] == look.Case))
            .Select(e => due[e]).Order()];
    }

    /// <summary>The due date of a turn: the first row in force whose condition holds on the due date that the row itself would give.</summary>
    private int Due(BoundClock clock, int number, int start, Look look, Journeys.Journeys journeys)
    {
        var length = clock.Limits[Math.Min(number, clock.Limits.Count) - 1];
        var day = Days.Date(start);
        if (length.Timescale.Length == 0) return Days.Of(length.Fixed.LastDayFrom(day));
        if (swapped.TryGetValue(length.Timescale, out var swap)) return Days.Of(swap.LastDayFrom(day));
        foreach (var row in timescales[length.Timescale].On(day))
        {
            var due = Days.Of(row.Limit.LastDayFrom(day));
            var asked = new Expressions(journeys, (_, _, _) => null) { ClockDue = due, ClockPrevious = start };
            if (row.When is null || asked.Truth(row.When, look with { Day = due }) == Truth.Yes) return due;
        }
        return Days.Unknown;
    }

    private sealed record Turn(int Subject, int Row, int Start, int End, int Due, int Late, int Number);
}

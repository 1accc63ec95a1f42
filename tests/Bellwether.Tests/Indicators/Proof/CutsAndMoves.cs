using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Engine;
using Bellwether.Indicators.Plain;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>Two attributes crossed within a cohort, and what became of the cases between two days, against the plain evaluator's cases.</summary>
internal sealed class CutsAndMoves(Yardstick yardstick)
{
    private static readonly string[] Attributes = ["team", "age-band", "sex", "district"];

    public string? Difference(
        BoundIndicator bound, FastEvaluator fast, PlainEvaluator plain, Bellwether.Journeys.Journeys clocked, Window window, IReadOnlyList<DateOnly> days)
    {
        var (first, second) = (days.Min(), days.Max());
        return Crossed(bound, fast, plain, clocked, window, days[0]) ?? (first == second ? null : Moved(bound, fast, plain, clocked, window, first, second));
    }

    private string? Crossed(BoundIndicator bound, FastEvaluator fast, PlainEvaluator plain, Bellwether.Journeys.Journeys clocked, Window window, DateOnly day)
    {
        var at = day.DayNumber;
        var (row, column, cohort) = (Attributes[at % 4], Attributes[(at + 1) % 4], Attributes[(at + 2 + (at % 2)) % 4]);
        var (rows, columns, of) = (clocked.Attribute(row)!, clocked.Attribute(column)!, clocked.Attribute(cohort)!);
        var member = at / 7 % of.Codes.Count;
        var made = fast.Count(bound, window, [day], [Cut.Of(rows) with { And = columns }, Cut.Of(rows) with { And = columns, Where = of, WhereMember = member }]);
        var cases = plain.Cases(bound, window, day);
        for (var cut = 0; cut < 2; cut++)
        {
            var counted = cases.Where(c => cut == 0 || Of(cohort, c) == member).ToLookup(c => (Of(row, c) * columns.Codes.Count) + Of(column, c), c => c.Verdict);
            for (var m = 0; m < made[cut].Length; m++)
            {
                var tally = made[cut][m][0];
                var expected = (counted[m].Count(v => v == Verdict.Met), counted[m].Count(v => v == Verdict.NotMet), counted[m].Count(v => v == Verdict.Unknown), counted[m].Count(v => v == Verdict.Running));
                if (yardstick.Same($"{row} by {column}{(cut == 0 ? "" : $" where {cohort} is {of.Codes[member]}")}, cell {m} at {day:yyyy-MM-dd}",
                    ((int)tally.Met, (int)tally.NotMet, (int)tally.Unknown, (int)tally.Running), expected) is { } difference) return difference;
            }
        }
        return null;

        int Of(string attribute, (int Row, int Date, Verdict Verdict) c) =>
            Yardstick.Member(bound, clocked, attribute, c.Row, bound.Form == CaseForm.Dated ? c.Date : at);
    }

    private string? Moved(
        BoundIndicator bound, FastEvaluator fast, PlainEvaluator plain, Bellwether.Journeys.Journeys clocked, Window window, DateOnly from, DateOnly to)
    {
        var subject = clocked.Rows(bound.Kind.Name).Subject;
        var moved = Movements.Between(bound, subject, fast.Cases(bound, window, from), fast.Cases(bound, window, to));
        var (before, now) = (Keyed(plain.Cases(bound, window, from)), Keyed(plain.Cases(bound, window, to)));
        var expected = $"{before.Count} then {now.Count}, entered {now.Keys.Except(before.Keys).Count()}, left {before.Keys.Except(now.Keys).Count()}, changed {Turns(before.Keys.Intersect(now.Keys).Select(k => (before[k], now[k])).Where(v => v.Item1 != v.Item2))}";
        var found = $"{moved.Before} then {moved.Now}, entered {moved.Entered.Count}, left {moved.Left.Count}, changed {Turns(moved.Changed.Select(c => (c.Before.Verdict, c.Now.Verdict)))}";
        return yardstick.Same($"moved {from:yyyy-MM-dd} to {to:yyyy-MM-dd}", found, expected);

        Dictionary<(int, int, int), Verdict> Keyed(IEnumerable<(int Row, int Date, Verdict Verdict)> cases)
        {
            var keyed = new Dictionary<(int, int, int), Verdict>();
            foreach (var (row, date, verdict) in cases.OrderBy(c => c.Row).ThenBy(c => c.Date).ThenBy(c => c.Verdict))
                for (var n = 0; ; n++)
                    if (keyed.TryAdd(bound.Per == Per.Record ? (row, date, n) : (subject[row], 0, n), verdict)) break;
            return keyed;
        }
    }

    private static string Turns(IEnumerable<(Verdict, Verdict)> turns) =>
        string.Join(", ", turns.GroupBy(t => t).OrderBy(g => g.Key.Item1).ThenBy(g => g.Key.Item2).Select(g => $"{g.Key.Item1} to {g.Key.Item2} {g.Count()}"));
}

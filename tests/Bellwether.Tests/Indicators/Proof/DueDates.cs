using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Engine;
using Bellwether.Tests.Journeys;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>Worklists against the plain evaluator asked day after day, with nothing known that is dated after the data date.</summary>
internal sealed class DueDates(Yardstick yardstick, Catalogue catalogue)
{
    private const int Ahead = 40;

    public string? Difference(BoundIndicator bound, IReadOnlyList<string> lines, DateOnly at)
    {
        var known = Until(lines, at);
        var fast = new FastEvaluator(Yardstick.Build(known, at), catalogue.Timescales, catalogue.Clocks);
        var listed = fast.Worklist(bound, at, Ahead).Select(c => (c.Row, c.Date, c.Verdict, Due: c.Due ?? DateOnly.MinValue)).ToList();
        var expected = (bound.Form == CaseForm.Dated ? StillRunning(bound, known, at) : Open(bound, known, at)).ToList();
        // A limit of working days is printed by its last working day.
        var plain = expected.Select(e => listed.Contains((e.Row, e.Date, e.Verdict, LastWorkingDay(e.Due))) ? e with { Due = LastWorkingDay(e.Due) } : e);
        return yardstick.Same($"worklist at {at:yyyy-MM-dd}", Told(listed), Told(plain));
    }

    private static string Told(IEnumerable<(int Row, DateOnly Date, Verdict Verdict, DateOnly Due)> rows) =>
        string.Join(", ", rows.OrderBy(r => r.Row).ThenBy(r => r.Date).Select(r => $"row {r.Row} of {r.Date:yyyy-MM-dd} {r.Verdict} due {r.Due:yyyy-MM-dd}"));

    private static DateOnly LastWorkingDay(DateOnly day)
    {
        while (day > DateOnly.MinValue && !WorkingDays.IsWorkingDay(day)) day = day.AddDays(-1);
        return day;
    }

    private IEnumerable<(int Row, DateOnly Date, Verdict Verdict, DateOnly Due)> Open(BoundIndicator bound, IReadOnlyList<string> lines, DateOnly at)
    {
        var clocked = yardstick.Clocked(Yardstick.Build(lines, at), bound);
        var plain = yardstick.Plain(clocked);
        var rows = clocked.Rows(bound.Kind.Name);
        var bad = bound.Met is null ? Verdict.Met : Verdict.NotMet;
        int Unit(int row) => bound.Per == Per.Record ? row : rows.Subject[row];
        var days = Enumerable.Range(0, Ahead + 2).Select(k => plain.Cases(bound, Window.Snapshot, at.AddDays(k)).ToDictionary(c => Unit(c.Row))).ToList();
        foreach (var unit in days.SelectMany(d => d.Keys).Distinct().Order())
        {
            var now = days[0].TryGetValue(unit, out var found) ? found : default;
            if (now.Verdict == bad) yield return (now.Row, Days.Date(now.Date), bad, Turned(unit));
            else if (now.Verdict is Verdict.Met or Verdict.Running || (now.Verdict == Verdict.None && bound.Met is null))
            {
                var turns = days.FindIndex(d => d.TryGetValue(unit, out var then) && then.Verdict == bad);
                if (turns < 0) continue;
                var row = now.Verdict == Verdict.None ? days[turns][unit] : now;
                yield return (row.Row, Days.Date(row.Date), now.Verdict, at.AddDays(turns - 1));
            }
        }

        // The last day before it turned, where it was met or running then.
        DateOnly Turned(int unit)
        {
            for (var day = at.AddDays(-1); day > at.AddYears(-3); day = day.AddDays(-1))
            {
                var then = plain.Cases(bound, Window.Snapshot, day).FirstOrDefault(c => Unit(c.Row) == unit).Verdict;
                if (then != bad) return then is Verdict.Met or Verdict.Running ? day : DateOnly.MinValue;
            }
            return DateOnly.MinValue;
        }
    }

    /// <summary>Dated cases not met as found whose limit is not out: due on the last day on which they still run.</summary>
    private IEnumerable<(int Row, DateOnly Date, Verdict Verdict, DateOnly Due)> StillRunning(BoundIndicator bound, IReadOnlyList<string> lines, DateOnly at)
    {
        var asFound = bound with { RunningAsFound = true, Per = Per.Record };
        var settled = bound with { RunningAsFound = false, Per = Per.Record };
        // A record whose two dates fall on one day counts on it twice, and is listed twice.
        var waiting = Ask(asFound, at).Where(c => c.Verdict is Verdict.NotMet or Verdict.Unknown).Select(c => (c.Row, c.Date)).ToList();
        var runs = Enumerable.Range(0, Ahead + 2).Select(k => Ask(settled, at.AddDays(k)).Where(c => c.Verdict == Verdict.Running).Select(c => (c.Row, c.Date)).ToHashSet()).ToList();
        foreach (var (row, date) in waiting)
        {
            var over = runs.FindIndex(r => !r.Contains((row, date)));
            if (over > 0) yield return (row, Days.Date(date), Verdict.Running, at.AddDays(over - 1));
        }

        IEnumerable<(int Row, int Date, Verdict Verdict)> Ask(BoundIndicator indicator, DateOnly day) =>
            yardstick.Plain(yardstick.Clocked(Yardstick.Build(lines, day), bound)).Cases(indicator, Window.Rolling3Years, at);
    }

    /// <summary>The records as known at a day: what began later is not there, what happened later is blank.</summary>
    private static List<string> Until(IReadOnlyList<string> lines, DateOnly at)
    {
        var known = new List<string>();
        foreach (var line in lines)
        {
            var parts = line.Split(" | ");
            var kind = RecordsFixture.Kinds[parts[0]];
            var fields = parts[2].Split("; ").Select(f => f.Split('=')).ToList();
            if (kind.Shape != RecordShape.Entity && Later(fields.First(f => f[0] == kind.Fields[0].Name)[1])) continue;
            foreach (var field in fields)
                if (kind.IndexOf(field[0]) is var number and >= 0 && kind.Fields[number].Type == FieldType.Date && Later(field[1])) field[1] = "-";
            known.Add($"{parts[0]} | {parts[1]} | {string.Join("; ", fields.Select(f => string.Join('=', f)))}");
        }
        return known;

        bool Later(string date) => IsoDate.TryParse(date, out var day) && day > at;
    }
}

using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>The lists read off verdict timelines: cases at a day, the worklist, one record's timeline.</summary>
internal sealed class CaseLists(Pass pass, LookUps lookUps)
{
    private readonly Segments _segments = new();
    private readonly BoundIndicator _indicator = pass.Indicator;
    private readonly int _team = pass.Indicator.Kind.Fields.ToList().FindIndex(f => f.Type == FieldType.Team);
    private readonly bool _workingDaysOnly = LimitsAreWorkingDays(pass);

    private bool IsDated => _indicator.Form == CaseForm.Dated;

    public IReadOnlyList<CaseRow> At(int day)
    {
        if (IsDated) pass.Asked = day;
        var list = new List<CaseRow>();
        Units(0, pass.Rows(_indicator.Kind).Count, (verdicts, cases, begin, end) =>
        {
            for (var k = begin; k < end; k++)
            {
                if (_segments.From[k] > day || day >= _segments.To[k] || _segments.State[k] == State.Unclear) continue;
                list.Add(Row(verdicts, cases, k, day, Due(begin, end, k, day)));
            }
        });
        return list;
    }

    public IReadOnlyList<CaseRow> Worklist(int day, int withinDays)
    {
        var list = new List<CaseRow>();
        var bad = _indicator.Met is null ? State.Met : State.NotMet;
        Units(0, pass.Rows(_indicator.Kind).Count, (verdicts, cases, begin, end) =>
        {
            var now = -1;
            var turns = -1;
            for (var k = begin; k < end; k++)
            {
                if (_segments.From[k] <= day && day < _segments.To[k] && _segments.State[k] != State.Unclear) now = k;
                if (turns < 0 && _segments.State[k] == bad && _segments.From[k] > day && _segments.From[k] - 1 <= day + withinDays) turns = k;
            }
            if (now >= 0 && _segments.State[now] == bad) list.Add(Row(verdicts, cases, now, day, Due(begin, end, now, day)));
            else if (turns >= 0 && (now >= 0 ? _segments.State[now] is State.Met or State.Running : _indicator.Met is null))
            {
                var row = Row(verdicts, cases, now >= 0 ? now : turns, day, Printed(_segments.From[turns] - 1));
                list.Add(now >= 0 ? row : row with { Verdict = Verdict.None });
            }
        });
        return [.. list.OrderBy(r => r.Due ?? DateOnly.MinValue).ThenBy(r => r.Row)];
    }

    /// <summary>Dated cases, judged as found, that are not met and whose limit ends on the day or within so many days after it.</summary>
    public IReadOnlyList<CaseRow> StillRunning(int day, int withinDays)
    {
        var list = new List<CaseRow>();
        Units(0, pass.Rows(_indicator.Kind).Count, (verdicts, cases, begin, end) =>
        {
            for (var k = begin; k < end; k++)
            {
                if (_segments.State[k] is not (State.NotMet or State.Unknown)) continue;
                var last = verdicts.RunsUntil(_segments.Entity[k]);
                if (last >= day && last <= day + withinDays) list.Add(Row(verdicts, cases, k, day, Printed(last)) with { Verdict = Verdict.Running });
            }
        });
        return [.. list.OrderBy(r => r.Due).ThenBy(r => r.Row)];
    }

    public IReadOnlyList<(int From, int To, Verdict Verdict)> Timeline(int row)
    {
        var list = new List<(int, int, Verdict)>();
        Units(row, row + 1, (_, _, begin, end) =>
        {
            for (var k = begin; k < end; k++)
            {
                if (_segments.State[k] != State.Unclear)
                    list.Add((_segments.From[k], IsDated ? Spans.Ever : _segments.To[k], VerdictOf(_segments.State[k])));
            }
        });
        return list;
    }

    private delegate void Take(Verdicts verdicts, Block cases, int begin, int end);

    /// <summary>Every unit's stretches, for all days: lists are not pruned to a window.</summary>
    private void Units(int row, int end, Take take)
    {
        var verdicts = new Verdicts(pass, null);
        while (verdicts.Next(ref row, end, _segments, out var cases))
        {
            for (var k = 0; k < _segments.Count;)
            {
                var begin = k;
                for (k++; k < _segments.Count && SameUnit(cases, begin, k); k++) { }
                take(verdicts, cases, begin, k);
            }
        }
    }

    private bool SameUnit(Block cases, int a, int b) => _indicator.Per == Per.Record
        ? _segments.Entity[a] == _segments.Entity[b]
        : cases.Subject[_segments.Entity[a]] == cases.Subject[_segments.Entity[b]];

    /// <summary>
    /// The day to print as due. For a case met or running: the last day before the first turn to not met. For a case not met: the last
    /// day before it turned, where it was met or running the day before. For a dated case still running: the last day of its limit.
    /// </summary>
    private DateOnly? Due(int begin, int end, int now, int day)
    {
        var bad = _indicator.Met is null ? State.Met : State.NotMet;
        if (_segments.State[now] == bad)
        {
            var turned = _segments.From[now];
            for (var k = now - 1; k >= begin; k--)      // of a child, one case may have been not met before another
            {
                if (_segments.State[k] == State.Unclear) continue;
                if (_segments.To[k] != turned) return null;
                if (_segments.State[k] != bad) return _segments.State[k] is State.Met or State.Running ? Printed(turned - 1) : null;
                turned = _segments.From[k];
            }
            return null;
        }
        for (var k = now + 1; k < end; k++)
            if (_segments.State[k] == bad && _segments.From[k] > day) return Printed(_segments.From[k] - 1);
        return null;
    }

    private CaseRow Row(Verdicts verdicts, Block cases, int segment, int day, DateOnly? due)
    {
        var i = _segments.Entity[segment];
        var rows = pass.Rows(_indicator.Kind);
        var date = IsDated ? cases.Date[i] : rows.First[cases.Row[i]];
        var team = _team >= 0 ? rows.Field(_team)[cases.Row[i]] : -1;
        if (team < 0 && _indicator.Kind.Subject == SubjectKind.Child) team = ChildTeam(cases.Subject[i], IsDated ? date : day);
        if (IsDated && _segments.State[segment] == State.Running && verdicts.RunsUntil(i) is var last and < Spans.Ever) due = Printed(last);
        return new CaseRow(
            _indicator.Kind.Subject == SubjectKind.Child ? cases.Subject[i] : -1, cases.Row[i], Days.Date(date),
            VerdictOf(_segments.State[segment]), due, Math.Max(team, -1), verdicts.ValueOf(i, IsDated ? pass.Horizon : day));
    }

    private int ChildTeam(int child, int day)
    {
        if (child < 0 || pass.Journeys.Attribute("team") is not { } steps) return -1;
        return lookUps.TeamNumber(steps.Codes[steps.At(child, day)]);
    }

    /// <summary>A limit of working days may last through a weekend; what is printed is its last working day.</summary>
    private DateOnly Printed(int last)
    {
        var date = Days.Date(last);
        while (_workingDaysOnly && !WorkingDays.IsWorkingDay(date)) date = date.AddDays(-1);
        return date;
    }

    private static Verdict VerdictOf(State state) => state switch
    {
        State.Met => Verdict.Met,
        State.NotMet => Verdict.NotMet,
        State.Unknown => Verdict.Unknown,
        State.Running => Verdict.Running,
        _ => Verdict.None,
    };

    private static bool LimitsAreWorkingDays(Pass pass)
    {
        var limits = TreeWalk.All(pass.Indicator.Where).Concat(TreeWalk.All(pass.Indicator.Met)).Select(n => n switch
        {
            Aggregate { Records.Length: { } length } => length,
            DatePlus plus => plus.By,
            ForLength length => length.Length,
            _ => null,
        }).OfType<Length>().Select(length => pass.Tables.Of(length, pass.Horizon)).ToList();
        return limits.Count > 0 && limits.TrueForAll(l => l is { Unit: LimitUnit.WorkingDay });
    }
}

using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Runs a clock: one row for each turn of each <c>for</c> record, as <see cref="BoundClock"/> says. Events of one day end one turn. An
/// event on the very day the <c>for</c> record ended still ends its turn.
/// </summary>
internal sealed class ClockRun(Pass pass, BoundClock clock, IReadOnlyDictionary<string, Timescale> timescales)
{
    private const int BlockSize = 512;

    private readonly Expressions _expressions = new(pass);
    private readonly List<int[]> _turns = [];       // subject, start, end, due, late, turn, for row

    public KindRows Run()
    {
        var rows = pass.Rows(clock.For);
        for (var row = 0; row < rows.Count; row += BlockSize) RunBlock(rows, row, Math.Min(rows.Count, row + BlockSize));
        var order = _turns.OrderBy(t => t[0]).ThenBy(t => t[1]).ThenBy(t => t[6]).ThenBy(t => t[5]).ToList();
        return new KindRows(
            clock.Makes, rows.Offset.Length - 1, [.. order.Select(t => t[0])],
            [.. Enumerable.Range(1, 6).Select(f => order.Select(t => t[f]).ToArray())],
            [.. order.Select(t => $"{rows.Key(t[6])}#{t[5] / 1000}")], [.. order.Select(_ => -1)], [.. order.Select(_ => 0)]);
    }

    private sealed record Running(int Row, int Subject, int Until, List<(int Date, int Due)> Done, List<int> Planned)
    {
        public int Start { get; set; }
        public int Turn { get; set; }
        public int Due { get; set; }
    }

    private void RunBlock(KindRows rows, int from, int to)
    {
        var active = Begin(rows, from, to);
        while (active.Count > 0)
        {
            FindDue(active);
            foreach (var one in active) EndTurn(one);
            active = [.. active.Where(one => one.Start >= 0)];
        }
    }

    /// <summary>The records whose clocks run, each with the days on which a turn is done.</summary>
    private List<Running> Begin(KindRows rows, int from, int to)
    {
        pass.Scratch.Reset();
        var cases = pass.Scratch.Block().Begin(clock.For, null);
        for (var row = from; row < to; row++)
            if (Days.IsDate(rows.First[row]) && rows.First[row] <= pass.Cutoff) cases.Add(row, rows.Subject[row], rows.First[row], Spans.Ever);
        var starts = _expressions.Still(clock.From, cases);
        var all = new List<Running>();
        for (var i = 0; i < cases.Count; i++)
        {
            var end = rows.End[cases.Row[i]];
            all.Add(new Running(cases.Row[i], cases.Subject[i], end > pass.Horizon ? Days.None : end, [], Planned(cases.Row[i], cases.Subject[i]))
            {
                Start = starts.At(i, pass.Horizon) is >= 0 and var start ? (int)start : -1,
                Turn = 1,
            });
        }
        var (pairs, counts) = _expressions.Records.Of(clock.DoneBy, cases);
        var events = pass.Rows(clock.DoneBy.Kind);
        for (var p = 0; p < pairs.Count; p++)
        {
            if (!Days.IsDate(pairs.Date[p]) || !counts.Yes.Has(p, pass.Horizon)) continue;
            all[pairs.Up[p]].Done.Add((pairs.Date[p], clock.RecordedDue < 0 ? Days.None : events.Field(clock.RecordedDue)[pairs.Row[p]]));
        }
        foreach (var one in all) one.Done.Sort();
        return [.. all.Where(one => one.Start >= 0)];
    }

    /// <summary>Due dates the source states for events that have not happened yet, earliest first.</summary>
    private List<int> Planned(int row, int subject)
    {
        if (clock.RecordedDue < 0) return [];
        var events = pass.Rows(clock.DoneBy.Kind);
        var link = clock.DoneBy.Its ? clock.DoneBy.Kind.LinkTo(clock.For.Name) : -1;
        var due = events.Field(clock.RecordedDue);
        return [.. Enumerable.Range(events.Offset[subject], events.Offset[subject + 1] - events.Offset[subject])
            .Where(e => events.First[e] == Days.None && Days.IsDate(due[e]) && (link < 0 || events.Field(link)[e] == row))
            .Select(e => due[e]).Order()];
    }

    private void FindDue(List<Running> active)
    {
        foreach (var group in active.GroupBy(one => clock.Limits[Math.Min(one.Turn, clock.Limits.Count) - 1]))
        {
            var length = group.Key;
            if (pass.Indicator.Limits.ContainsKey(length.Timescale) || !timescales.TryGetValue(length.Timescale, out var scale) || !scale.HasConditions)
                foreach (var one in group) one.Due = pass.Tables.Add(length, one.Start);
            else Conditional(scale, [.. group]);
        }
    }

    /// <summary>Rows with conditions are tried in order, each on the due date that it would give itself.</summary>
    private void Conditional(Timescale scale, List<Running> waiting)
    {
        foreach (var one in waiting) one.Due = Days.Unknown;
        foreach (var row in scale.Rows)
        {
            var tried = waiting.Where(one => one.Due == Days.Unknown && scale.On(Days.Date(one.Start)).Contains(row)).ToList();
            if (tried.Count == 0) continue;
            var dues = tried.Select(one => Days.Of(row.Limit.LastDayFrom(Days.Date(one.Start)))).ToArray();
            var holds = row.When is null ? null : Holds(row.When, tried, dues);
            for (var i = 0; i < tried.Count; i++)
                if (holds is null || holds.Has(i, dues[i])) tried[i].Due = dues[i];
        }
    }

    private Spans Holds(Node when, List<Running> tried, int[] dues)
    {
        pass.Scratch.Reset();
        var cases = pass.Scratch.Block().Begin(clock.For, null);
        for (var i = 0; i < tried.Count; i++) cases.Add(tried[i].Row, tried[i].Subject, dues[i], dues[i] + 1);
        (pass.ClockDue, pass.ClockPrevious) = (dues, [.. tried.Select(one => one.Start)]);
        return _expressions.Truth(when, cases).Yes;
    }

    /// <summary>Writes the turn and starts the next, or stops the clock.</summary>
    private void EndTurn(Running one)
    {
        var isOver = Days.IsDate(one.Until);
        var at = one.Done.FindIndex(d => (one.Turn == 1 ? d.Date >= one.Start : d.Date > one.Start) && (!isOver || d.Date <= one.Until));
        if (isOver && one.Start >= one.Until)
        {
            one.Start = -1;
            return;
        }
        var (end, due, late) = (one.Until, one.Due, 1);
        if (at >= 0)
        {
            end = one.Done[at].Date;
            if (Days.IsDate(one.Done[at].Due)) due = one.Done[at].Due;
            late = end > due ? 1 : 0;
        }
        else
        {
            if (one.Planned.FirstOrDefault(d => d >= one.Start, -1) is >= 0 and var planned) due = planned;
            if (isOver && due >= one.Until) (due, late) = (Days.None, 0);
        }
        if (due == Days.Unknown) late = Days.Unknown;
        _turns.Add([one.Subject, one.Start, end, due, late, one.Turn * 1000, one.Row]);
        (one.Start, one.Turn) = (at >= 0 ? end : -1, one.Turn + 1);
    }
}

using Bellwether.Calendar;
using Bellwether.Indicators.Language;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Runs a clock: one row for each turn of each <c>for</c> record, as <see cref="BoundClock"/> says. Events of one day end one turn. An
/// event on the very day the <c>for</c> record ended still ends its turn.
/// </summary>
internal sealed class ClockRun
{
    private const int BlockSize = 512;

    private readonly Pass _pass;
    private readonly BoundClock _clock;
    private readonly IReadOnlyDictionary<string, Timescale> _timescales;
    private readonly Expressions _expressions;
    private readonly bool[] _isConditional;
    private readonly List<int> _row = [], _start = [], _end = [], _due = [], _late = [], _turn = [];

    private readonly List<int> _nothing = [];

    // What ends a turn, by date, those of one record together: the date above, the due date stated with it below.
    private long[] _done = new long[64];

    public ClockRun(Pass pass, BoundClock clock, IReadOnlyDictionary<string, Timescale> timescales)
    {
        (_pass, _clock, _timescales, _expressions) = (pass, clock, timescales, new Expressions(pass));
        _isConditional = new bool[clock.Limits.Count];
        for (var l = 0; l < _isConditional.Length; l++)
        {
            var id = clock.Limits[l].Timescale;
            _isConditional[l] = (pass.Indicator.Limits.Count == 0 || !pass.Indicator.Limits.ContainsKey(id)) && timescales.TryGetValue(id, out var scale) && scale.HasConditions;
        }
    }

    public KindRows Run()
    {
        var rows = _pass.Rows(_clock.For);
        for (var row = 0; row < rows.Count; row += BlockSize) RunBlock(rows, row, Math.Min(rows.Count, row + BlockSize));
        var order = Order(rows);
        int[][] fields = [In(_start), In(_end), In(_due), In(_late), In(_turn), In(_row)];
        var (none, zero) = (new int[order.Length], new int[order.Length]);
        Array.Fill(none, -1);
        return new KindRows(
            _clock.Makes, rows.Offset.Length - 1, Array.ConvertAll(fields[BoundClock.ForField], row => rows.Subject[row]), fields,
            turn => $"{rows.Key(fields[BoundClock.ForField][turn])}#{fields[BoundClock.TurnField][turn] / 1000}", none, zero);

        int[] In(List<int> column) => Array.ConvertAll(order, t => column[t]);
    }

    /// <summary>Turns by subject, then start, then record, then turn.</summary>
    private int[] Order(KindRows rows)
    {
        var next = new int[rows.Count + 1];
        foreach (var row in _row) next[row + 1]++;
        for (var row = 0; row < rows.Count; row++) next[row + 1] += next[row];
        var order = new int[_row.Count];
        for (var t = 0; t < order.Length; t++) order[next[_row[t]]++] = t;
        for (var k = 1; k < order.Length; k++)      // by record now, and so by subject; few turns of one child stand out of order
        {
            var (turn, at) = (order[k], k);
            for (; at > 0 && _start[order[at - 1]] > _start[turn] && rows.Subject[_row[order[at - 1]]] == rows.Subject[_row[turn]]; at--) order[at] = order[at - 1];
            order[at] = turn;
        }
        return order;
    }

    private sealed record Running(int Row, int Until, List<int> Planned)
    {
        public int Start { get; set; }
        public int Turn { get; set; }
        public int Due { get; set; }

        /// <summary>What ends its turns, from here on.</summary>
        public int Done { get; set; }
        public int DoneEnd { get; set; }
    }

    private void RunBlock(KindRows rows, int from, int to)
    {
        var active = Begin(rows, from, to);
        while (active.Count > 0)
        {
            FindDue(active);
            foreach (var one in active) EndTurn(one);
            active.RemoveAll(one => one.Start < 0);
        }
    }

    /// <summary>The records whose clocks run, each with the days on which a turn is done.</summary>
    private List<Running> Begin(KindRows rows, int from, int to)
    {
        _pass.Scratch.Reset();
        var cases = _pass.Scratch.Block().Begin(_clock.For, null);
        for (var row = from; row < to; row++)
            if (Days.IsDate(rows.First[row]) && rows.First[row] <= _pass.Cutoff) cases.Add(row, rows.Subject[row], rows.First[row], Spans.Ever);
        var starts = _expressions.Still(_clock.From, cases);
        var (pairs, counts) = _expressions.Records.Of(_clock.DoneBy, cases);
        var events = _pass.Rows(_clock.DoneBy.Kind);
        var all = new List<Running>(cases.Count);
        var (p, count) = (0, 0);
        for (var i = 0; i < cases.Count; i++)
        {
            var begin = count;
            for (; p < pairs.Count && pairs.Up[p] == i; p++)
            {
                if (!Days.IsDate(pairs.Date[p]) || !counts.Yes.Has(p, _pass.Horizon)) continue;
                var due = _clock.RecordedDue < 0 ? Days.None : events.Field(_clock.RecordedDue)[pairs.Row[p]];
                _done = Scratch.Room(_done, count);
                _done[count++] = ((long)pairs.Date[p] << 32) + ((long)due - int.MinValue);
            }
            Scratch.Sort(_done, null, begin, count);
            if (starts.At(i, _pass.Horizon) is not (>= 0 and var start)) continue;
            var end = rows.End[cases.Row[i]];
            all.Add(new Running(cases.Row[i], end > _pass.Horizon ? Days.None : end, Planned(cases.Row[i], cases.Subject[i]))
            {
                Start = (int)start,
                Turn = 1,
                Done = begin,
                DoneEnd = count,
            });
        }
        return all;
    }

    /// <summary>Due dates the source states for events that have not happened yet, earliest first.</summary>
    private List<int> Planned(int row, int subject)
    {
        if (_clock.RecordedDue < 0) return _nothing;
        var planned = new List<int>();
        var events = _pass.Rows(_clock.DoneBy.Kind);
        var link = _clock.DoneBy.Its ? _clock.DoneBy.Kind.LinkTo(_clock.For.Name) : -1;
        var due = events.Field(_clock.RecordedDue);
        for (var e = events.Offset[subject]; e < events.Offset[subject + 1]; e++)
            if (events.First[e] == Days.None && Days.IsDate(due[e]) && (link < 0 || events.Field(link)[e] == row)) planned.Add(due[e]);
        planned.Sort();
        return planned;
    }

    private void FindDue(List<Running> active)
    {
        List<Running>?[] waiting = new List<Running>?[_isConditional.Length];
        foreach (var one in active)
        {
            var limit = Math.Min(one.Turn, _isConditional.Length) - 1;
            if (_isConditional[limit]) (waiting[limit] ??= []).Add(one);
            else one.Due = _pass.Tables.Add(_clock.Limits[limit], one.Start);
        }
        for (var limit = 0; limit < waiting.Length; limit++)
            if (waiting[limit] is { } some) Conditional(_timescales[_clock.Limits[limit].Timescale], some);
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
        _pass.Scratch.Reset();
        var cases = _pass.Scratch.Block().Begin(_clock.For, null);
        var subject = _pass.Rows(_clock.For).Subject;
        for (var i = 0; i < tried.Count; i++) cases.Add(tried[i].Row, subject[tried[i].Row], dues[i], dues[i] + 1);
        (_pass.ClockDue, _pass.ClockPrevious) = (dues, [.. tried.Select(one => one.Start)]);
        return _expressions.Truth(when, cases).Yes;
    }

    /// <summary>Writes the turn and starts the next, or stops the clock.</summary>
    private void EndTurn(Running one)
    {
        var isOver = Days.IsDate(one.Until);
        if (isOver && one.Start >= one.Until)
        {
            one.Start = -1;
            return;
        }
        var first = one.Turn == 1 ? one.Start : one.Start + 1;
        while (one.Done < one.DoneEnd && (int)(_done[one.Done] >> 32) < first) one.Done++;
        var isDone = one.Done < one.DoneEnd && (!isOver || (int)(_done[one.Done] >> 32) <= one.Until);
        var (end, due, late) = (one.Until, one.Due, 1);
        if (isDone)
        {
            end = (int)(_done[one.Done] >> 32);
            if ((int)((_done[one.Done] & uint.MaxValue) + int.MinValue) is >= 0 and var stated) due = stated;
            late = end > due ? 1 : 0;
        }
        else
        {
            if (one.Planned.FindIndex(d => d >= one.Start) is >= 0 and var planned) due = one.Planned[planned];
            if (isOver && due >= one.Until) (due, late) = (Days.None, 0);
        }
        if (due == Days.Unknown) late = Days.Unknown;
        _row.Add(one.Row);
        _start.Add(one.Start);
        _end.Add(end);
        _due.Add(due);
        _late.Add(late);
        _turn.Add(one.Turn * 1000);
        (one.Start, one.Turn) = (isDone ? end : -1, one.Turn + 1);
    }
}

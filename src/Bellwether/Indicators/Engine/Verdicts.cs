using Bellwether.Calendar;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Cases and their verdicts, block by block: which records are cases on which days, met, not met, unknown or running; then, where a
/// child is the unit, one verdict a child.
/// </summary>
internal sealed class Verdicts
{
    private const int BlockSize = 512;

    private readonly Pass _pass;
    private readonly BoundIndicator _indicator;
    private readonly Expressions _expressions;
    private readonly List<RecordsOf> _limits = [];
    private readonly bool _needsWholeCase;
    private readonly Painter _painter = new();
    private readonly Spans[] _states = new Spans[5];
    private readonly Segments _cases = new();
    private Spans? _running;

    public Verdicts(Pass pass)
    {
        (_pass, _indicator, _expressions) = (pass, pass.Indicator, new Expressions(pass));
        foreach (var node in TreeWalk.All(_indicator.Met))
            if (node is Aggregate { Records: { When: When.WithinAfter or When.UpToAfter } records }) _limits.Add(records);
        _needsWholeCase = TreeWalk.Nodes(_indicator).SelectMany(TreeWalk.All).Any(n => n is ForLength);
    }

    private bool IsDated => _indicator.Form == CaseForm.Dated;

    /// <summary>The value of each case of the block last worked out; null where the definition has none.</summary>
    public Cells? Value { get; private set; }

    /// <summary>What a case is worth on a day, in thousandths: 1000 where the definition has no value, 0 where it is none or unknown.</summary>
    public long ValueOf(int i, int day)
    {
        if (Value is not { } value) return 1000;
        var cell = value.IsMoving ? value.Anchor!.At(i, day) : value.At(i, day);
        if (cell is Cells.None or Cells.Unknown) return 0;
        return value.IsMoving ? 1000L * value.Sign * (day - cell) : cell;
    }

    /// <summary>The last day of the limit of a case that is running at the horizon.</summary>
    public int RunsUntil(int i) => _running is { } running && running.Of(i) is var (first, next) && next > first ? running.To[next - 1] - 1 : Spans.Ever;

    /// <summary>
    /// Works out the next block from row <paramref name="row"/> on and moves it on; false when there are no more. Cases that count on no
    /// day from <paramref name="first"/> to <paramref name="last"/>, both inclusive, may be left out. A child's cases stay in one block.
    /// </summary>
    public bool Next(ref int row, int end, int first, int last, Segments into, out Block cases)
    {
        into.Clear();
        _pass.Scratch.Reset();
        cases = _pass.Scratch.Block().Begin(_indicator.Kind, null);
        (Value, _running) = (null, null);
        if (row >= end) return false;
        var rows = _pass.Rows(_indicator.Kind);
        while (row < end && (cases.Count < BlockSize || rows.Subject[row] == rows.Subject[row - 1])) AddCases(row++, first, last, cases);
        if (IsDated) Date(cases, first, last);
        if (cases.Count == 0) return true;
        States(cases);
        if (IsDated) Settle(cases);
        _cases.Clear();
        Emit(cases, _indicator.Per == Per.Record ? into : _cases);
        if (_indicator.Per != Per.Record) Units(cases, into);
        return true;
    }

    private void AddCases(int row, int first, int last, Block cases)
    {
        var rows = _pass.Rows(_indicator.Kind);
        var start = rows.Kind.Shape == Codes.RecordShape.Entity ? 0 : rows.First[row];
        if (start == Days.None || start > _pass.Cutoff) return;
        if (IsDated)
        {
            if (start > _pass.Horizon) return;
            for (var d = 0; d < _indicator.Dates.Count; d++) cases.Add(row, rows.Subject[row], _pass.Horizon, _pass.Horizon + 1, 0, d);
            return;
        }
        var end = rows.End[row];
        if (start == Days.Unknown || end == Days.Unknown) return;       // a spell of which nobody knows whether it is open is counted nowhere
        if (end > _pass.Cutoff) end = Days.None;
        var to = !Days.IsDate(end) ? Spans.Ever : _indicator.Form switch
        {
            CaseForm.OpenInLast => _pass.Tables.Add(new Length(_indicator.Span!.Value, ""), end),
            CaseForm.OpenInWindow => end > start ? Days.Of(Windows.LetGo(_pass.Window, Days.Date(end - 1))) : start,
            _ => end,
        };
        if (start >= to || start > last || to <= first) return;
        if (!_needsWholeCase && last < Spans.Ever) (start, to) = (Math.Max(start, first), Math.Min(to, last + 1));
        cases.Add(row, rows.Subject[row], start, to);
        cases.Date[cases.Count - 1] = rows.First[row];
    }

    /// <summary>Gives each dated case its day, and leaves out what has none or counts in no window asked.</summary>
    private void Date(Block cases, int first, int last)
    {
        for (var d = 0; d < _indicator.Dates.Count; d++)
        {
            var days = _expressions.Still(_indicator.Dates[d], cases);
            for (var i = 0; i < cases.Count; i++)
                if (cases.DateNumber[i] == d) cases.Date[i] = (int)days.At(i, _pass.Horizon);
        }
        var kept = 0;
        for (var i = 0; i < cases.Count; i++)
        {
            var day = cases.Date[i];
            if (!Days.IsDate(day) || day > last || day > _pass.Horizon) continue;
            if (Days.Of(Windows.LetGo(_pass.Window, Days.Date(day))) <= first) continue;
            cases.Move(i, kept++);
        }
        cases.Count = kept;
    }

    private void States(Block cases)
    {
        var scratch = _pass.Scratch;
        var own = SpanAlgebra.Days(cases, scratch.Spans());
        var where = _indicator.Where is null ? new Truth(own, own) : _expressions.Truth(_indicator.Where, cases);
        var isCase = And(own, where.Yes);
        var unclear = where.Sure ? SpanAlgebra.Same(scratch.Spans(), cases.Count, 0, 0) : Less(And(own, where.Maybe), isCase);
        _running = _limits.Count == 0 ? null : _expressions.Records.Running(_limits, cases);
        var running = _running is null || _indicator.RunningAsFound
            ? SpanAlgebra.Same(scratch.Spans(), cases.Count, 0, 0)
            : And(isCase, _running);
        var settled = _limits.Count == 0 || _indicator.RunningAsFound ? isCase : Less(isCase, running);
        var met = _indicator.Met is null ? new Truth(settled, settled) : _expressions.Truth(_indicator.Met, cases);
        var yes = And(settled, met.Yes);
        var no = Less(settled, met.Maybe);
        var unknown = met.Sure ? SpanAlgebra.Same(scratch.Spans(), cases.Count, 0, 0) : And(settled, Less(met.Maybe, met.Yes));
        if (_indicator.Value is not null)
        {
            Value = _expressions.Value(_indicator.Value, cases);
            if (Value.IsMoving && (Value.Motion != Motion.Days || Value.Plus is not null))
                Value = Values.Materialise(Value, cases, _pass.FarDay, scratch);
            var known = Comparing.Known(Value.IsMoving ? Value.Anchor! : Value, scratch.Spans()).Yes;
            (yes, no) = (And(yes, known), And(no, known));
            unknown = SpanAlgebra.Or(unknown, Less(settled, known), scratch.Spans());
        }
        (_states[0], _states[1], _states[2], _states[3], _states[4]) = (yes, no, unknown, running, unclear);

        Spans And(Spans a, Spans b) => SpanAlgebra.And(a, b, scratch.Spans());

        Spans Less(Spans a, Spans b) => SpanAlgebra.Less(a, b, scratch.Spans(), scratch.Spans());
    }

    /// <summary>A dated case has one verdict, read with everything known, from its day until its window lets go of it.</summary>
    private void Settle(Block cases)
    {
        for (var s = 0; s < _states.Length; s++)
        {
            var state = _states[s];
            var held = _pass.Scratch.Spans().Compact(cases.Count);
            for (var i = 0; i < cases.Count; i++)
            {
                held.From[i] = cases.Date[i];
                held.To[i] = state.Has(i, _pass.Horizon) ? Days.Of(Windows.LetGo(_pass.Window, Days.Date(cases.Date[i]))) : 0;
            }
            _states[s] = held;
        }
    }

    private void Emit(Block cases, Segments into)
    {
        for (var i = 0; i < cases.Count; i++)
        {
            var begin = into.Count;
            for (var s = 0; s < _states.Length; s++)
                for (var (k, next) = _states[s].Of(i); k < next; k++) into.Add(i, _states[s].From[k], _states[s].To[k], (State)s);
            into.Sort(begin);
        }
    }

    /// <summary>
    /// One verdict a child. Latest: the latest case by date, then row. Any: met if any is, else unknown, else running, else not met;
    /// every: not met if any is, else unknown, else running, else met. Records that are unclear stay apart, each by itself.
    /// </summary>
    private void Units(Block cases, Segments into)
    {
        for (var k = 0; k < _cases.Count;)
        {
            var child = cases.Subject[_cases.Entity[k]];
            var begin = into.Count;
            _painter.Begin();
            for (; k < _cases.Count && cases.Subject[_cases.Entity[k]] == child; k++)
            {
                if (_cases.State[k] == State.Unclear) into.Add(_cases.Entity[k], _cases.From[k], _cases.To[k], State.Unclear);
                else _painter.Add(_cases.From[k], _cases.To[k], Rank(cases, k), k);
            }
            _painter.Paint();
            for (var p = 0; p < _painter.Count; p++)
            {
                var from = _painter.Payload[p];
                into.Add(_cases.Entity[from], _painter.From[p], _painter.To[p], _cases.State[from]);
            }
            into.Sort(begin);
        }
    }

    private long Rank(Block cases, int segment)
    {
        var i = _cases.Entity[segment];
        var order = ((long)(IsDated ? cases.Date[i] : _pass.Rows(_indicator.Kind).First[cases.Row[i]]) << 24) + i;
        var state = _cases.State[segment];
        if (_indicator.Per == Per.ChildLatest) return order;
        long rank = (_indicator.Per, state) switch
        {
            (Per.ChildAny, State.NotMet) or (Per.ChildEvery, State.Met) => 0,
            (_, State.Running) => 1,
            (_, State.Unknown) => 2,
            _ => 3,
        };
        return (rank << 58) + order;
    }
}

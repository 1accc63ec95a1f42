using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Cases and their verdicts, block by block: which records are cases on which days, met, not met, unknown or running; then, where a
/// child is the unit, one verdict a child.
/// </summary>
internal sealed class Verdicts
{
    private readonly Pass _pass;
    private readonly CaseFinding _finding;
    private readonly BoundIndicator _indicator;
    private readonly Expressions _expressions;
    private readonly List<RecordsOf> _limits = [];
    private readonly Painter _painter = new();
    private readonly Spans?[] _states = new Spans?[5];
    private readonly Segments _cases = new();
    private Spans? _running, _plain;
    private Node? _told;
    private Cells? _telling;

    /// <param name="pass">What it stands on.</param>
    /// <param name="places">The days asked; cases that count on none of them may be left out. Null for every day.</param>
    public Verdicts(Pass pass, Places? places)
    {
        (_pass, _indicator, _expressions) = (pass, pass.Indicator, new Expressions(pass));
        _finding = new CaseFinding(pass, places, _expressions);
        foreach (var node in TreeWalk.All(_indicator.Met))
            if (node is Aggregate { Records: { When: When.WithinAfter or When.UpToAfter } records }) _limits.Add(records);
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

    /// <summary>A value of the cases of the block last worked out, flat or in steps; worked out once however many ask.</summary>
    public Cells Still(Node node, Block cases)
    {
        if (!ReferenceEquals(_told, node)) (_told, _telling) = (node, _expressions.Still(node, cases));
        return _telling!;
    }

    /// <summary>Works out the next block from row <paramref name="row"/> on and moves it on; false when there are no more. A child's cases stay in one block.</summary>
    public bool Next(ref int row, int end, Segments into, out Block cases)
    {
        into.Clear();
        _pass.Scratch.Reset();
        cases = _pass.Scratch.Block().Begin(_indicator.Kind, null);
        (Value, _running, _told) = (null, null, null);
        if (row >= end) return false;
        row = IsDated ? _finding.Dated(row, end, cases) : _finding.Open(row, end, cases);
        if (cases.Count == 0) return true;
        _cases.Clear();
        var each = _indicator.Per == Per.Record ? into : _cases;
        if (IsDated) Settle(cases, each);
        else
        {
            States(cases);
            Emit(cases, each);
        }
        if (_indicator.Per != Per.Record) Units(cases, into);
        return true;
    }

    /// <summary>The days of each state; null for one that no case of the block is ever in.</summary>
    private void States(Block cases)
    {
        var scratch = _pass.Scratch;
        var own = SpanAlgebra.Days(cases, scratch.Spans());
        var where = _indicator.Where is null ? new Truth(own, own) : _expressions.Truth(_indicator.Where, cases);
        var isCase = _indicator.Where is null ? own : And(own, where.Yes);
        var unclear = where.Sure ? null : Less(And(own, where.Maybe), isCase);
        _running = _limits.Count == 0 ? null : _expressions.Records.Running(_limits, cases);
        var running = _running is null || _indicator.RunningAsFound ? null : And(isCase, _running);
        var yes = running is null ? isCase : Less(isCase, running);
        Spans? no = null, unknown = null;
        var settled = yes;
        _plain = null;
        if (_indicator.Met is null && unclear is null && _indicator.Value is null && settled.Single)
        {
            (_plain, _states[0]) = (settled, settled);
            return;
        }
        if (_indicator.Met is not null)
        {
            var met = _expressions.Truth(_indicator.Met, cases);
            if (met.Sure && settled.Single && running is null && unclear is null && _indicator.Value is null)
            {
                (_plain, _states[0]) = (settled, met.Yes);
                return;
            }
            yes = And(settled, met.Yes);
            no = Less(settled, met.Maybe);
            unknown = met.Sure ? null : And(settled, Less(met.Maybe, met.Yes));
        }
        if (Worth(cases) is { } known)
        {
            (yes, no) = (And(yes, known), no is null ? null : And(no, known));
            var untold = Less(settled, known);
            unknown = unknown is null ? untold : SpanAlgebra.Or(unknown, untold, scratch.Spans());
        }
        (_states[0], _states[1], _states[2], _states[3], _states[4]) = (yes, no, unknown, running, unclear);

        Spans And(Spans a, Spans b) => SpanAlgebra.And(a, b, scratch.Spans());

        Spans Less(Spans a, Spans b) => SpanAlgebra.Less(a, b, scratch.Spans(), scratch.Spans());
    }

    /// <summary>Works out what each case is worth; the days on which that is known. Null where the definition has no value.</summary>
    private Spans? Worth(Block cases)
    {
        if (_indicator.Value is null) return null;
        Value = _expressions.Value(_indicator.Value, cases);
        if (Value.IsMoving && (Value.Motion != Motion.Days || Value.Plus is not null))
            Value = Values.Materialise(Value, cases, _pass.FarDay, _pass.Scratch);
        return Comparing.Known(Value.IsMoving ? Value.Anchor! : Value, _pass.Scratch.Spans()).Yes;
    }

    /// <summary>A dated case has one verdict, read with everything known, from its day until its window lets go of it.</summary>
    private void Settle(Block cases, Segments into)
    {
        var day = _pass.Horizon;
        Truth? where = _indicator.Where is null ? null : _expressions.Truth(_indicator.Where, cases);
        _running = _limits.Count == 0 ? null : _expressions.Records.Running(_limits, cases);
        var running = _indicator.RunningAsFound ? null : _running;
        Truth? met = _indicator.Met is null ? null : _expressions.Truth(_indicator.Met, cases);
        var known = Worth(cases);
        if (where is null && running is null && known is null && met is null or { Sure: true })
        {
            var yes = met?.Yes;
            for (var i = 0; i < cases.Count; i++)
                into.Add(i, cases.Date[i], _pass.LetGo(cases.Date[i]), yes is null || yes.Has(i, day) ? State.Met : State.NotMet);
            return;
        }
        for (var i = 0; i < cases.Count; i++)
        {
            State state;
            if (where is { } w && !w.Yes.Has(i, day))
            {
                if (w.Sure || !w.Maybe.Has(i, day)) continue;
                state = State.Unclear;
            }
            else if (running is not null && running.Has(i, day)) state = State.Running;
            else if (known is not null && !known.Has(i, day)) state = State.Unknown;
            else state = met is not { } m || m.Yes.Has(i, day) ? State.Met : m.Sure || !m.Maybe.Has(i, day) ? State.NotMet : State.Unknown;
            into.Add(i, cases.Date[i], _pass.LetGo(cases.Date[i]), state);
        }
    }

    private void Emit(Block cases, Segments into)
    {
        if (_plain is not null)
        {
            MetOrNot(_plain, _states[0]!, into);
            return;
        }
        for (var i = 0; i < cases.Count; i++)
        {
            var begin = into.Count;
            for (var s = 0; s < _states.Length; s++)
            {
                if (_states[s] is not { } state) continue;
                for (var (k, next) = state.Of(i); k < next; k++) into.Add(i, state.From[k], state.To[k], (State)s);
            }
            if (into.Count > begin + 1) into.Sort(begin);
        }
    }

    /// <summary>Cases of one stretch each, all told: met on some of their days and not met on the others.</summary>
    private static void MetOrNot(Spans cases, Spans met, Segments into)
    {
        if (ReferenceEquals(cases, met))
        {
            for (var i = 0; i < cases.Count; i++) into.Add(i, cases.From[i], cases.To[i], State.Met);
            return;
        }
        for (var i = 0; i < cases.Count; i++)
        {
            var (from, to) = (cases.From[i], cases.To[i]);
            for (var (s, next) = met.Of(i); s < next && from < to; s++)
            {
                var (begin, end) = (Math.Max(met.From[s], from), Math.Min(met.To[s], to));
                if (begin >= end) continue;
                into.Add(i, from, begin, State.NotMet);
                into.Add(i, begin, end, State.Met);
                from = end;
            }
            into.Add(i, from, to, State.NotMet);
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

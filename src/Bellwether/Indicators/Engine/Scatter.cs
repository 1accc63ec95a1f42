namespace Bellwether.Indicators.Engine;

/// <summary>Brings the verdict timelines of one pass into the tallies of several cuts at once.</summary>
internal sealed class Scatter(Pass pass, IReadOnlyList<Sink> sinks, Places places)
{
    private readonly Segments _segments = new();

    /// <summary>Counts the cases of rows from <paramref name="row"/> up to, not including, <paramref name="end"/>; no child's rows may be cut in two.</summary>
    public void Run(int row, int end)
    {
        var verdicts = new Verdicts(pass);
        while (verdicts.Next(ref row, end, places.First, places.Last, _segments, out var cases))
            if (_segments.Count > 0)
                foreach (var sink in sinks) sink.Take(verdicts, cases, _segments);
    }
}

/// <summary>Counts cases by member of a cut and stretch of days.</summary>
internal abstract class Counter
{
    /// <summary>What follows is of this block.</summary>
    public abstract void Begin(Verdicts verdicts, Block cases);

    /// <summary>Case i of the block is in a state under a member on the days <c>[from, to)</c>.</summary>
    public abstract void Put(int i, int member, int from, int to, State state);
}

/// <summary>Takes in the verdicts of a block, cut its own way.</summary>
internal abstract class Sink
{
    public abstract void Take(Verdicts verdicts, Block cases, Segments segments);
}

/// <summary>Cut where the breakdown's member changes; a dated case is read at its date.</summary>
internal sealed class MemberSink(Members members, Counter counter, bool isDated) : Sink
{
    private readonly StepList _steps = new();

    public override void Take(Verdicts verdicts, Block cases, Segments segments)
    {
        counter.Begin(verdicts, cases);
        var of = -1;
        for (var k = 0; k < segments.Count; k++)
        {
            var (i, from, to, state) = (segments.Entity[k], segments.From[k], segments.To[k], segments.State[k]);
            if (i != of) members.Of(cases, of = i, _steps);
            if (_steps.Count == 1 || isDated)
            {
                var member = _steps.Count == 1 ? _steps.Member[0] : _steps.At(cases.Date[i]);
                if (member >= 0) counter.Put(i, member, from, to, state);
                continue;
            }
            var s = 0;
            while (s + 1 < _steps.Count && _steps.From[s + 1] <= from) s++;
            for (; s < _steps.Count && from < to; s++)
            {
                var until = s + 1 < _steps.Count ? Math.Min(_steps.From[s + 1], to) : to;
                if (_steps.Member[s] >= 0) counter.Put(i, _steps.Member[s], from, until, state);
                from = until;
            }
        }
    }
}

/// <summary>
/// Cut by the definition's own split: the first condition that holds is the member; a case whose condition can't be told is unclear under
/// it, and where none holds it is nowhere.
/// </summary>
internal sealed class SplitSink(Pass pass, IReadOnlyList<Language.Node> members, Counter counter) : Sink
{
    private readonly Expressions _expressions = new(pass);
    private readonly bool _isDated = pass.Indicator.Form == CaseForm.Dated;

    public override void Take(Verdicts verdicts, Block cases, Segments segments)
    {
        counter.Begin(verdicts, cases);
        var scratch = pass.Scratch;
        var rest = SpanAlgebra.Days(cases, scratch.Spans());
        var perhaps = rest;
        for (var m = 0; m < members.Count; m++)
        {
            var holds = _expressions.Truth(members[m], cases);
            var sure = ReferenceEquals(rest, perhaps) && holds.Sure;
            var yes = SpanAlgebra.And(rest, holds.Yes, scratch.Spans());
            var maybe = sure ? yes : SpanAlgebra.And(perhaps, holds.Maybe, scratch.Spans());
            for (var k = 0; k < segments.Count; k++) Put(cases, segments, k, m, yes, maybe);
            if (m + 1 == members.Count) return;
            rest = SpanAlgebra.Less(rest, holds.Maybe, scratch.Spans(), scratch.Spans());
            perhaps = sure ? rest : SpanAlgebra.Less(perhaps, holds.Yes, scratch.Spans(), scratch.Spans());
        }
    }

    private void Put(Block cases, Segments segments, int k, int member, Spans yes, Spans maybe)
    {
        var (i, from, to, state) = (segments.Entity[k], segments.From[k], segments.To[k], segments.State[k]);
        if (_isDated)
        {
            if (state != State.Unclear && yes.Has(i, pass.Horizon)) counter.Put(i, member, from, to, state);
            else if (maybe.Has(i, pass.Horizon)) counter.Put(i, member, from, to, State.Unclear);
            return;
        }
        if (state != State.Unclear)
        {
            for (var (s, next) = yes.Of(i); s < next; s++)
            {
                var (begin, end) = (Math.Max(from, yes.From[s]), Math.Min(to, yes.To[s]));
                if (begin >= end) continue;
                counter.Put(i, member, begin, end, state);
                Unclear(i, member, from, begin, maybe);
                from = end;
            }
        }
        Unclear(i, member, from, to, maybe);
    }

    private void Unclear(int i, int member, int from, int to, Spans maybe)
    {
        for (var (s, next) = maybe.Of(i); s < next; s++)
        {
            var (begin, end) = (Math.Max(from, maybe.From[s]), Math.Min(to, maybe.To[s]));
            if (begin < end) counter.Put(i, member, begin, end, State.Unclear);
        }
    }
}

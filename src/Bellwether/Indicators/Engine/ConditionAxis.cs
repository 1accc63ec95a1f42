using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// By the definition's own split: the first condition that holds is the member; a case whose condition can't be told is unclear under
/// it, and where none holds it is nowhere.
/// </summary>
internal sealed class ConditionAxis(Pass pass, IReadOnlyList<Node> members, Places places) : Axis
{
    private readonly Expressions _expressions = new(pass);
    private readonly bool _isDated = pass.Indicator.Form == CaseForm.Dated;

    public override int Count => members.Count;

    public override int[]? Members(Block cases) => null;

    public override Pieces Cut(Block cases, Pieces pieces)
    {
        Out.Begin(0);
        var all = new Ladder(_expressions, pass.Scratch, cases);
        for (var m = 0; m < members.Count; m++)
        {
            var (yes, maybe) = all.Take(members[m], m + 1 == members.Count);
            foreach (ref readonly var piece in pieces.All) Put(piece, (piece.Member * members.Count) + m, yes, maybe);
        }
        return Out;
    }

    private void Put(in Piece piece, int member, Spans yes, Spans maybe)
    {
        if (_isDated)
        {
            if (piece.State != State.Unclear && yes.Has(piece.Entity, pass.Horizon)) Out.Add(piece with { Member = member });
            else if (maybe.Has(piece.Entity, pass.Horizon)) Out.Add(piece with { Member = member, State = State.Unclear });
            return;
        }
        int from = piece.From, to = piece.To;
        if (piece.State != State.Unclear)
        {
            for (var (s, next) = yes.Of(piece.Entity); s < next; s++)
            {
                var (begin, end) = (Math.Max(from, places.Place(yes.From[s])), Math.Min(to, places.Place(yes.To[s])));
                if (begin >= end) continue;
                Out.Add(piece with { Member = member, From = (ushort)begin, To = (ushort)end });
                Unclear(piece, member, from, begin, maybe);
                from = end;
            }
        }
        Unclear(piece, member, from, to, maybe);
    }

    private void Unclear(in Piece piece, int member, int from, int to, Spans maybe)
    {
        for (var (s, next) = maybe.Of(piece.Entity); s < next; s++)
        {
            var (begin, end) = (Math.Max(from, places.Place(maybe.From[s])), Math.Min(to, places.Place(maybe.To[s])));
            if (begin < end) Out.Add(new Piece(piece.Entity, member, (ushort)begin, (ushort)end, State.Unclear));
        }
    }
}

/// <summary>Conditions one after the other over a block: each gets the days that those before it have left.</summary>
internal struct Ladder(Expressions expressions, Scratch scratch, Block cases)
{
    private Spans? _rest, _perhaps;

    /// <summary>The days on which this condition is the first that holds, and those with the days on which it may be.</summary>
    public (Spans Yes, Spans Maybe) Take(Node condition, bool isLast)
    {
        _rest ??= SpanAlgebra.Days(cases, scratch.Spans());
        _perhaps ??= _rest;
        var holds = expressions.Truth(condition, cases);
        var sure = ReferenceEquals(_rest, _perhaps) && holds.Sure;
        var yes = SpanAlgebra.And(_rest, holds.Yes, scratch.Spans());
        var maybe = sure ? yes : SpanAlgebra.And(_perhaps, holds.Maybe, scratch.Spans());
        if (isLast) return (yes, maybe);
        var rest = SpanAlgebra.Less(_rest, holds.Maybe, scratch.Spans(), scratch.Spans());
        _perhaps = sure ? rest : SpanAlgebra.Less(_perhaps, holds.Yes, scratch.Spans(), scratch.Spans());
        _rest = rest;
        return (yes, maybe);
    }
}

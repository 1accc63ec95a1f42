using System.Runtime.InteropServices;
using Bellwether.Calendar;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// A split whose conditions look at one field of the child and at the day, and at nothing else: an age. Which member a day falls to is then
/// worked out once for each value the field has among the children, not for each case.
/// </summary>
internal sealed class ChildSplit
{
    private readonly int[] _valueOf;
    private readonly MemberSteps _steps;
    private readonly List<(int Member, bool Unclear)[]> _sets = [];
    private readonly List<(int Member, bool Unclear)> _set = [];

    private ChildSplit(Pass pass, IReadOnlyList<Node> conditions, (int[] ValueOf, int[] Children) values)
    {
        _valueOf = values.ValueOf;
        var (offset, from, member) = (new int[values.Children.Length + 1], new List<int>(), new List<int>());
        var own = new Pass(pass.Journeys, pass.LookUps, pass.Tables, pass.Indicator, pass.Window, pass.Horizon, pass.Cutoff, pass.Scratch) { IsOfAnyCaseDate = pass.Indicator.Form == CaseForm.Dated };
        var expressions = new Expressions(own);
        const int BlockSize = 512;
        for (var at = 0; at < values.Children.Length; at += BlockSize)
        {
            pass.Scratch.Reset();
            var children = pass.Scratch.Block().Begin(pass.LookUps.People, null);
            for (var v = at; v < Math.Min(values.Children.Length, at + BlockSize); v++) children.Add(-1, values.Children[v], 0, Spans.Ever);
            var ladder = new Ladder(expressions, pass.Scratch, children);
            var holds = new (Spans Yes, Spans Maybe)[conditions.Count];
            for (var m = 0; m < holds.Length; m++) holds[m] = ladder.Take(conditions[m], false);
            for (var i = 0; i < children.Count; i++)
            {
                Steps(holds, i, from, member, offset[at + i]);
                offset[at + i + 1] = from.Count;
            }
        }
        _steps = new MemberSteps(offset, [.. from], [.. member]);
    }

    /// <summary>The split by child; null where its conditions look at more.</summary>
    public static ChildSplit? Of(Pass pass, IReadOnlyList<Node> conditions)
    {
        var born = pass.LookUps.People.IndexOf("born");
        var fields = new HashSet<int>();
        var day = pass.Indicator.Form == CaseForm.Dated ? typeof(CaseDate) : typeof(AsAt);
        if (pass.Indicator.Kind.Subject != Codes.SubjectKind.Child || !conditions.All(IsOfChildAndDay) || fields.Count != 1) return null;
        return new ChildSplit(pass, conditions, pass.LookUps.ValuesOf(fields.First()));

        bool IsOfChildAndDay(Node node) => node switch
        {
            Constant => true,
            And and => IsOfChildAndDay(and.Left) && IsOfChildAndDay(and.Right),
            Or or => IsOfChildAndDay(or.Left) && IsOfChildAndDay(or.Right),
            Not not => IsOfChildAndDay(not.Inner),
            Compare compare => (IsFixed(compare.Left) && IsTold(compare.Right)) || (IsTold(compare.Left) && IsFixed(compare.Right)),
            _ => false,
        };

        bool IsTold(Node node) => IsFixed(node) || node.GetType() == day || node switch
        {
            Call { Function: Function.Age } call => call.Arguments[0].GetType() == day && Adds(born),
            Call { Function: Function.Months or Function.Days or Function.WorkingDays } call =>
                (IsFixed(call.Arguments[0]) && call.Arguments[1].GetType() == day) || (call.Arguments[0].GetType() == day && IsFixed(call.Arguments[1])),
            _ => false,
        };

        bool IsFixed(Node node) => node is Constant
            || (node is FieldOf { From: Reader.Child, Hops.Count: 0 } field && field.Kind.Name == pass.LookUps.People.Name
                && field.Kind.Fields[field.Field].KnownFrom.Length == 0 && Adds(field.Field));

        bool Adds(int field)
        {
            fields.Add(field);
            return field >= 0;
        }
    }

    /// <summary>The members a child's case falls to on a day, each with whether that can't be told; most often one.</summary>
    public ReadOnlySpan<(int Member, bool Unclear)> At(int child, int day) => _sets[_steps.At(Owner(child), day)];

    /// <summary>The child's steps; <see cref="Set"/> tells what a member is.</summary>
    public (MemberSteps Steps, int Owner) Of(int child) => (_steps, Owner(child));

    /// <summary>The members of a step.</summary>
    public ReadOnlySpan<(int Member, bool Unclear)> Set(int number) => _sets[number];

    private int Owner(int child) => _valueOf[child < 0 ? _valueOf.Length - 1 : child];

    /// <summary>One child's conditions brought into one list of steps.</summary>
    private void Steps((Spans Yes, Spans Maybe)[] holds, int i, List<int> from, List<int> member, int begin)
    {
        for (var day = int.MinValue; day < Spans.Ever;)
        {
            var until = Spans.Ever;
            _set.Clear();
            for (var m = 0; m < holds.Length; m++)
            {
                var yes = IsIn(holds[m].Yes, i, day, ref until);
                if (yes | IsIn(holds[m].Maybe, i, day, ref until)) _set.Add((m, !yes));
            }
            var number = _sets.FindIndex(s => s.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(_set)));
            if (number < 0)
            {
                number = _sets.Count;
                _sets.Add([.. _set]);
            }
            if (from.Count == begin || member[^1] != number)
            {
                from.Add(day);
                member.Add(number);
            }
            day = until;
        }
    }

    private static bool IsIn(Spans spans, int i, int day, ref int until)
    {
        for (var (s, next) = spans.Of(i); s < next; s++)
        {
            if (day >= spans.To[s]) continue;
            var isIn = spans.From[s] <= Math.Max(day, 0);
            until = Math.Min(until, isIn ? spans.To[s] : spans.From[s]);
            return isIn;
        }
        return false;
    }
}

/// <summary>By a split that looks at the child and the day alone. A dated case is read at its date.</summary>
internal sealed class ChildSplitAxis(Pass pass, ChildSplit split, int members, Places places) : Axis
{
    private readonly bool _isDated = pass.Indicator.Form == CaseForm.Dated;

    public override int Count => members;

    public override Pieces Cut(Block cases, Pieces pieces)
    {
        Out.Begin(0);
        foreach (ref readonly var piece in pieces.All)
        {
            if (_isDated) Put(piece, split.At(cases.Subject[piece.Entity], cases.Date[piece.Entity]), piece.From, piece.To);
            else Cut(cases, piece);
        }
        return Out;
    }

    private void Cut(Block cases, in Piece piece)
    {
        var (steps, owner) = split.Of(cases.Subject[piece.Entity]);
        int from = piece.From, to = piece.To;
        var (s, next) = (steps.Offset[owner], steps.Offset[owner + 1]);
        for (; from < to; s++)
        {
            var until = s + 1 < next ? Math.Min(places.Place(steps.From[s + 1]), to) : to;
            if (until <= from) continue;
            Put(piece, split.Set(steps.Member[s]), from, until);
            from = until;
        }
    }

    private void Put(in Piece piece, ReadOnlySpan<(int Member, bool Unclear)> set, int from, int to)
    {
        foreach (var (member, unclear) in set)
            Out.Add(new Piece(piece.Entity, (piece.Member * members) + member, (ushort)from, (ushort)to, unclear ? State.Unclear : piece.State));
    }
}

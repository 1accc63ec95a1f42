using System.Runtime.InteropServices;
using System.Text;
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
                Add(holds, i, from, member, offset[at + i]);
                offset[at + i + 1] = from.Count;
            }
        }
        _steps = new MemberSteps(offset, [.. from], [.. member]);
    }

    /// <summary>The split by child; null where its conditions look at more.</summary>
    /// <param name="made">Those made before, by what their conditions say: definitions share their age bands.</param>
    public static ChildSplit? Of(Pass pass, IReadOnlyList<Node> conditions, Dictionary<string, ChildSplit> made)
    {
        var born = pass.LookUps.People.IndexOf("born");
        var fields = new HashSet<int>();
        var words = new StringBuilder();
        var day = pass.Indicator.Form == CaseForm.Dated ? typeof(CaseDate) : typeof(AsAt);
        if (pass.Indicator.Kind.Subject != Codes.SubjectKind.Child || !conditions.All(IsOfChildAndDay) || fields.Count != 1) return null;
        var key = words.ToString();
        if (!made.TryGetValue(key, out var split)) made.Add(key, split = new ChildSplit(pass, conditions, pass.LookUps.ValuesOf(fields.First())));
        return split;

        // Each node says its name before its parts, and so many parts as it always has: no two conditions are put into the same words.
        bool IsOfChildAndDay(Node node)
        {
            words.Append(node.GetType().Name).Append(' ');
            return node switch
            {
                Constant constant => Says(constant.Cell),
                And and => IsOfChildAndDay(and.Left) && IsOfChildAndDay(and.Right),
                Or or => IsOfChildAndDay(or.Left) && IsOfChildAndDay(or.Right),
                Not not => IsOfChildAndDay(not.Inner),
                Compare compare => Says((int)compare.Sign) && IsTold(compare.Left) && IsTold(compare.Right) && (IsFixed(compare.Left) || IsFixed(compare.Right)),
                _ => false,
            };
        }

        bool IsTold(Node node)
        {
            words.Append(node.GetType().Name).Append(' ');
            return node switch
            {
                Constant constant => Says(constant.Cell),
                FieldOf field => IsOfChild(field) && fields.Add(field.Field) | Says(field.Field),
                Call { Function: Function.Age } call => born >= 0 && call.Arguments[0].GetType() == day && fields.Add(born) | Says((int)call.Function) && IsTold(call.Arguments[0]),
                Call { Function: Function.Months or Function.Days or Function.WorkingDays } call =>
                    Says((int)call.Function) && call.Arguments.Any(IsFixed) && call.Arguments.All(IsTold),
                _ => node.GetType() == day,
            };
        }

        bool Says(int cell) => words.Append(cell).Append(' ').Length > 0;

        static bool IsFixed(Node node) => node is Constant or FieldOf;

        bool IsOfChild(FieldOf field) => field is { From: Reader.Child, Hops.Count: 0 } && field.Kind.Name == pass.LookUps.People.Name && field.Kind.Fields[field.Field].KnownFrom.Length == 0;
    }

    /// <summary>Which of the values each child has, that of nobody at the end; each value has its own steps.</summary>
    public int[] ValueOf => _valueOf;

    /// <summary>The steps by value; a member here is the number of a set of the split's own.</summary>
    public MemberSteps Steps => _steps;

    /// <summary>The members of each set, each with whether that can't be told; most often one.</summary>
    public IReadOnlyList<(int Member, bool Unclear)[]> Sets => _sets;

    /// <summary>One child's conditions brought into one list of steps.</summary>
    private void Add((Spans Yes, Spans Maybe)[] holds, int i, List<int> from, List<int> member, int begin)
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
internal sealed class ChildSplitAxis : Axis
{
    private readonly bool _isDated;
    private readonly int[] _valueOf, _member, _place;
    private readonly MemberSteps _steps;
    private readonly (int Member, bool Unclear)[][] _sets;

    public ChildSplitAxis(Pass pass, ChildSplit split, int members, Places places)
    {
        (_isDated, _valueOf, _steps, _sets, Count) = (pass.Indicator.Form == CaseForm.Dated, split.ValueOf, split.Steps, [.. split.Sets], members);
        _place = _isDated ? [] : Array.ConvertAll(_steps.From, places.Place);
        int[] plain = [.. _sets.Select(s => s.Length == 1 && !s[0].Unclear ? s[0].Member : -1)];
        _member = Array.ConvertAll(_steps.Member, set => plain[set]);
    }

    public override int Count { get; }

    public override Pieces Cut(Block cases, Pieces pieces)
    {
        Out.Begin(0);
        foreach (ref readonly var piece in pieces.All)
        {
            var child = cases.Subject[piece.Entity];
            var value = _valueOf[child < 0 ? _valueOf.Length - 1 : child];
            if (_isDated) Put(piece, _steps.Step(value, cases.Date[piece.Entity]), piece.From, piece.To);
            else Cut(piece, _steps.Offset[value], _steps.Offset[value + 1]);
        }
        return Out;
    }

    private void Cut(in Piece piece, int s, int next)
    {
        int from = piece.From, to = piece.To;
        while (s + 1 < next && _place[s + 1] <= from) s++;
        for (; from < to; s++)
        {
            var until = s + 1 < next ? Math.Min(_place[s + 1], to) : to;
            if (until > from) Put(piece, s, from, until);
            from = until;
        }
    }

    private void Put(in Piece piece, int step, int from, int to)
    {
        if (_member[step] is >= 0 and var own)
        {
            Out.Add(new Piece(piece.Entity, (piece.Member * Count) + own, (ushort)from, (ushort)to, piece.State));
            return;
        }
        foreach (var (member, unclear) in _sets[_steps.Member[step]])
            Out.Add(new Piece(piece.Entity, (piece.Member * Count) + member, (ushort)from, (ushort)to, unclear ? State.Unclear : piece.State));
    }
}

using System.Runtime.CompilerServices;
using System.Text;
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
    private readonly List<int[]> _sets = [];
    private readonly List<int> _set = [];

    // Where the set of one member that is told stands, plus one: most sets are such.
    private readonly int[] _numbers;
    private (Places Places, MemberSteps Steps)? _inPlaces;

    private ChildSplit(Pass pass, IReadOnlyList<Node> conditions, (int[] ValueOf, int[] Children) values)
    {
        (_valueOf, _numbers) = (values.ValueOf, new int[conditions.Count]);
        var (offset, from, member) = (new int[values.Children.Length + 1], new List<int>(), new List<int>());
        var own = new Pass(pass.Journeys, pass.LookUps, pass.Tables, pass.Indicator, pass.Window, pass.Horizon, pass.Cutoff, pass.Scratch) { IsOfAnyCaseDate = pass.Indicator.Form == CaseForm.Dated };
        var expressions = new Expressions(own);
        const int BlockSize = 512;
        for (var at = 0; at < values.Children.Length; at += BlockSize)
        {
            pass.Scratch.Reset();
            var children = pass.Scratch.Block().Begin(pass.LookUps.People, null);
            for (var v = at; v < Math.Min(values.Children.Length, at + BlockSize); v++) children.Add(-1, values.Children[v], 0, Spans.Ever);
            var holds = new Truth[conditions.Count];
            for (var m = 0; m < holds.Length; m++) holds[m] = expressions.Truth(conditions[m], children);
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

    /// <summary>The members of each set, most often one: m for one that is told, and for one that can't be told the bits of m turned over, which is below 0.</summary>
    public IReadOnlyList<int[]> Sets => _sets;

    /// <summary>The steps by place instead of day, without those that no day asked sees; kept for the days asked last. Not for use from two threads at once.</summary>
    public MemberSteps InPlaces(Places places)
    {
        if (_inPlaces is { } made && ReferenceEquals(made.Places, places)) return made.Steps;
        var steps = _steps;
        var (offset, from, member, count) = (new int[steps.Offset.Length], new int[steps.From.Length], new int[steps.From.Length], 0);
        for (var owner = 0; owner + 1 < offset.Length; owner++)
        {
            for (var s = steps.Offset[owner]; s < steps.Offset[owner + 1]; s++)
            {
                var place = s == steps.Offset[owner] ? 0 : places.Place(steps.From[s]);
                if (place >= places.Count && s > steps.Offset[owner]) break;
                if (count > offset[owner] && from[count - 1] == place) count--;
                (from[count], member[count]) = (place, steps.Member[s]);
                count++;
            }
            offset[owner + 1] = count;
        }
        _inPlaces = (places, new MemberSteps(offset, from, member));
        return _inPlaces.Value.Steps;
    }

    /// <summary>One child's conditions brought into one list of steps: on each day those up to the first that holds.</summary>
    private void Add(Truth[] holds, int i, List<int> from, List<int> member, int begin)
    {
        for (var day = int.MinValue; day < Spans.Ever;)
        {
            var until = Spans.Ever;
            _set.Clear();
            for (var m = 0; m < holds.Length; m++)
            {
                var (yes, maybe) = holds[m];
                if (IsIn(yes, i, day, ref until))
                {
                    _set.Add(_set.Count == 0 ? m : ~m);
                    break;
                }
                if (!ReferenceEquals(yes, maybe) && IsIn(maybe, i, day, ref until)) _set.Add(~m);
            }
            var number = Number();
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

    private int Number()
    {
        if (_set is [>= 0 and var only] && only < _numbers.Length && _numbers[only] > 0) return _numbers[only] - 1;
        for (var n = 0; n < _sets.Count; n++)
        {
            var (set, m) = (_sets[n], 0);
            if (set.Length != _set.Count) continue;
            while (m < set.Length && set[m] == _set[m]) m++;
            if (m == set.Length) return n;
        }
        _sets.Add([.. _set]);
        if (_set is [>= 0 and var told] && told < _numbers.Length) _numbers[told] = _sets.Count;
        return _sets.Count - 1;
    }
}

/// <summary>By a split that looks at the child and the day alone. A dated case is read at its date, others on the days asked.</summary>
internal sealed class ChildSplitAxis : Axis
{
    private readonly bool _isDated;
    private readonly int[] _valueOf;
    private readonly MemberSteps _steps;
    private readonly int[][] _sets;
    private readonly int[] _only;
    private int[] _members = [];

    public ChildSplitAxis(Pass pass, ChildSplit split, int members, Places places)
    {
        (_isDated, _valueOf, _sets, Count) = (pass.Indicator.Form == CaseForm.Dated, split.ValueOf, [.. split.Sets], members);
        _steps = _isDated ? split.Steps : split.InPlaces(places);
        _only = Array.ConvertAll(_sets, s => s.Length == 1 ? Math.Max(s[0], -1) : -1);
    }

    public override int Count { get; }

    public override int[]? Members(Block cases)
    {
        if (!_isDated) return null;
        if (_members.Length < cases.Count) _members = new int[cases.Row.Length];
        for (var i = 0; i < cases.Count; i++)
        {
            var child = cases.Subject[i];
            if ((_members[i] = _only[_steps.At(_valueOf[child < 0 ? _valueOf.Length - 1 : child], cases.Date[i])]) < 0) return null;
        }
        return _members;
    }

    public override Pieces Cut(Block cases, Pieces pieces)
    {
        Out.Begin(pieces.Count);
        var (subject, valueOf, offset, first, set) = (cases.Subject, _valueOf, _steps.Offset, _steps.From, _steps.Member);
        foreach (ref readonly var piece in pieces.All)
        {
            var child = subject[piece.Entity];
            var value = valueOf[child < 0 ? valueOf.Length - 1 : child];
            if (_isDated)
            {
                Put(piece, _steps.At(value, cases.Date[piece.Entity]), piece.From, piece.To);
                continue;
            }
            var (s, next, from, to) = (offset[value], offset[value + 1], (int)piece.From, (int)piece.To);
            while (s + 1 < next && first[s + 1] <= from) s++;
            for (; s + 1 < next && first[s + 1] < to; s++)
            {
                Put(piece, set[s], from, first[s + 1]);
                from = first[s + 1];
            }
            Put(piece, set[s], from, to);
        }
        return Out;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(in Piece piece, int set, int from, int to)
    {
        if (_only[set] is >= 0 and var own)
        {
            Out.Add(new Piece(piece.Entity, (piece.Member * Count) + own, (ushort)from, (ushort)to, piece.State));
            return;
        }
        Several(piece, set, from, to);
    }

    private void Several(in Piece piece, int set, int from, int to)
    {
        foreach (var member in _sets[set])
            Out.Add(new Piece(piece.Entity, (piece.Member * Count) + Math.Max(member, ~member), (ushort)from, (ushort)to, member < 0 ? State.Unclear : piece.State));
    }
}

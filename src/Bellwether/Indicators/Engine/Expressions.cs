using Bellwether.Calendar;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Works out bound expressions over a block, node by node: a truth as sets of days, a value as a function of the day. One object serves
/// one pass of one definition; a node that does not look at the record tested is worked out for the cases and spread to their pairs.
/// </summary>
internal sealed class Expressions
{
    private readonly Pass _pass;
    private readonly Scratch _scratch;
    private readonly Gathered _gathered;
    private readonly Dictionary<Node, bool> _usesRow = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, Func<long, bool>> _tests = new(ReferenceEqualityComparer.Instance);

    public Expressions(Pass pass)
    {
        (_pass, _scratch) = (pass, pass.Scratch);
        _gathered = new Gathered(pass, this);
    }

    public RecordJoin Records => _gathered.Records;

    public Truth Truth(Node node, Block block)
    {
        if (block.Parent is { } cases && !UsesRow(node))
        {
            var truth = Truth(node, cases);
            var yes = SpanAlgebra.Spread(truth.Yes, block.Up, block.Count, _scratch.Spans());
            return new Truth(yes, truth.Sure ? yes : SpanAlgebra.Spread(truth.Maybe, block.Up, block.Count, _scratch.Spans()));
        }
        switch (node)
        {
            case And and: return Join(Truth(and.Left, block), Truth(and.Right, block), true);
            case Or or: return Join(Truth(or.Left, block), Truth(or.Right, block), false);
            case Not not:
                var inner = Truth(not.Inner, block);
                var no = SpanAlgebra.Not(inner.Maybe, _scratch.Spans());
                return new Truth(no, inner.Sure ? no : SpanAlgebra.Not(inner.Yes, _scratch.Spans()));
            case Compare compare: return Compared(compare, block);
            case OneOf oneOf: return Comparing.Test(Still(oneOf.Value, block), TestOf(oneOf), _scratch.Spans(), _scratch.Spans());
            case OneOfTexts oneOf: return Comparing.Test(Still(oneOf.Value, block), TestOf(oneOf), _scratch.Spans(), _scratch.Spans());
            case IsKnown known: return Comparing.Known(Still(known.Value, block), _scratch.Spans());
            case ForLength length: return Lasting(length, block);
            case Aggregate { Gathering: Gathering.Exists } exists: return _gathered.Exists(exists, block);
            default: return Comparing.Test(Still(node, block), static cell => cell == 1, _scratch.Spans(), _scratch.Spans());
        }
    }

    public Cells Value(Node node, Block block)
    {
        if (block.Parent is { } cases && !UsesRow(node)) return Values.Spread(Value(node, cases), block.Up, block.Count, _scratch);
        switch (node)
        {
            case Constant constant: return Values.Fill(_scratch.Cells(), block.Count, constant.Cell);
            case TextConstant text: return Values.Fill(_scratch.Cells(), block.Count, _pass.Journeys.Texts.Find(text.Text));
            case ClockDue: return Given(_pass.ClockDue!, block);
            case ClockPrevious: return Given(_pass.ClockPrevious!, block);
            case FieldOf field: return _pass.Fields.Read(field, block, _scratch.Cells());
            case CaseDate when _pass.IsOfAnyCaseDate: return _scratch.Cells().AsMoving(block.Count, Motion.Day, 1, null, null);
            case CaseDate:
                return Given(block.Date, block);
            case AsAt: return _scratch.Cells().AsMoving(block.Count, Motion.Day, 1, null, null);
            case DatePlus plus: return Added(plus, block);
            case Arithmetic arithmetic: return Arithmetic(arithmetic, block);
            case Call call: return Called(call, block);
            case Aggregate { Gathering: not Gathering.Exists } aggregate: return _gathered.Value(aggregate, block);
            default:
                return node.Type == ValueKind.Truth
                    ? Values.OfTruth(Truth(node, block), _scratch.Cells())
                    : throw new InvalidOperationException($"The fast evaluator has no operator for {node.GetType().Name}.");
        }
    }

    /// <summary>The value without motion: flat or in steps.</summary>
    public Cells Still(Node node, Block block) => Values.Materialise(Value(node, block), block, _pass.FarDay, _scratch);

    /// <summary>True where the expression reads the record being tested, so that it differs from pair to pair of one case.</summary>
    public bool UsesRow(Node node)
    {
        if (_usesRow.TryGetValue(node, out var uses)) return uses;
        uses = node switch
        {
            FieldOf field => field.From == Reader.Row,
            DatePlus plus => UsesRow(plus.Date),
            Arithmetic a => UsesRow(a.Left) || UsesRow(a.Right),
            Call call => call.Arguments.Any(UsesRow),
            And and => UsesRow(and.Left) || UsesRow(and.Right),
            Or or => UsesRow(or.Left) || UsesRow(or.Right),
            Not not => UsesRow(not.Inner),
            Compare compare => UsesRow(compare.Left) || UsesRow(compare.Right),
            OneOf oneOf => UsesRow(oneOf.Value),
            OneOfTexts oneOf => UsesRow(oneOf.Value),
            IsKnown known => UsesRow(known.Value),
            ForLength length => UsesRow(length.Inner),
            _ => false,
        };
        return _usesRow[node] = uses;
    }

    private Truth Join(Truth a, Truth b, bool and)
    {
        var yes = and ? SpanAlgebra.And(a.Yes, b.Yes, _scratch.Spans()) : SpanAlgebra.Or(a.Yes, b.Yes, _scratch.Spans());
        if (a.Sure && b.Sure) return new Truth(yes, yes);
        var maybe = and ? SpanAlgebra.And(a.Maybe, b.Maybe, _scratch.Spans()) : SpanAlgebra.Or(a.Maybe, b.Maybe, _scratch.Spans());
        return new Truth(yes, maybe);
    }

    private Truth Compared(Compare compare, Block block)
    {
        var (left, right, sign) = (Value(compare.Left, block), Value(compare.Right, block), compare.Sign);
        if (left.IsMoving && right.IsMoving) left = Values.Materialise(left, block, _pass.FarDay, _scratch);
        if (right.IsMoving) (left, right, sign) = (right, left, Comparing.Mirror(sign));
        if (!left.IsMoving) return Comparing.Still(sign, left, right, _scratch.Spans(), _scratch.Spans());
        var bound = left.Plus is null ? right : Values.Map(right, left.Plus, static (x, y) => x - y, _scratch.Cells());
        return Comparing.Moving(sign, left, bound, _scratch.Spans(), _scratch.Spans());
    }

    private Truth Lasting(ForLength length, Block block)
    {
        var inner = Truth(length.Inner, block);
        var (days, lasts) = (SpanAlgebra.Days(block, _scratch.Spans()), _pass.Tables.Of(length.Length));
        var yes = Eroded(inner.Yes);
        return new Truth(yes, inner.Sure ? yes : Eroded(inner.Maybe));

        Spans Eroded(Spans spans) => SpanAlgebra.Erode(SpanAlgebra.And(spans, days, _scratch.Spans()), Start, _scratch.Spans());

        int Start(int from) => lasts[from] is var last && !Days.IsDate(last) ? Spans.Ever : length.AtLeast ? last : last + 1;
    }

    private Cells Added(DatePlus plus, Block block)
    {
        var date = Value(plus.Date, block);
        var days = plus.By switch
        {
            { Timescale.Length: > 0 } => -1,
            { Fixed: { Unit: LimitUnit.Day, Length: var length } } => length,
            { Fixed: { Unit: LimitUnit.Week, Length: var length } } => length * 7,
            _ => -1,
        };
        if (date.IsMoving && days >= 0)
            return Shift(date, Values.Fill(_scratch.Cells(), block.Count, plus.Minus ? -days : days), 1, block);
        date = Values.Materialise(date, block, _pass.FarDay, _scratch);
        return Values.Added(date, plus, _pass.Tables, _scratch.Cells());
    }

    private Cells Arithmetic(Arithmetic node, Block block)
    {
        var (left, right) = (Value(node.Left, block), Value(node.Right, block));
        if (node.Sign is '+' or '-')
        {
            if (left.IsMoving && !right.IsMoving) return Shift(left, right, node.Sign == '+' ? 1 : -1, block);
            if (right.IsMoving && !left.IsMoving)
            {
                var moved = node.Sign == '+' ? right : Negated(right);
                return Shift(moved, left, 1, block);
            }
        }
        left = Values.Materialise(left, block, _pass.FarDay, _scratch);
        right = Values.Materialise(right, block, _pass.FarDay, _scratch);
        return Values.Map(left, right, node.Sign switch
        {
            '+' => static (x, y) => x + y,
            '-' => static (x, y) => x - y,
            '*' => static (x, y) => (long)Math.Round((decimal)x * y / 1000m, MidpointRounding.AwayFromZero),
            _ => Values.Divide,
        }, _scratch.Cells());
    }

    private Cells Called(Call call, Block block)
    {
        var of = call.Arguments;
        switch (call.Function)
        {
            case Function.If:
                return Values.If(Truth(of[0], block), Still(of[1], block), Still(of[2], block), _scratch);
            case Function.Min or Function.Max:
                var best = Still(of[0], block);
                for (var n = 1; n < of.Count; n++)
                    best = Values.Choose(best, Still(of[n], block), call.Function == Function.Max, _scratch.Cells());
                return best;
            case Function.Birthday:
                return Values.Map(Born(block), Still(of[0], block), static (born, n) => DayTables.Reaches(Motion.Age, (int)born, n / 1000), _scratch.Cells());
            case Function.Age:
                return Between(Motion.Age, Born(block), Value(of[0], block), block);
            default:
                var motion = call.Function switch { Function.Days => Motion.Days, Function.WorkingDays => Motion.WorkingDays, _ => Motion.Months };
                return Between(motion, Value(of[0], block), Value(of[1], block), block);
        }
    }

    /// <summary>The length from a to b in a motion's unit, kept moving where one side is the day looked at.</summary>
    private Cells Between(Motion motion, Cells a, Cells b, Block block)
    {
        if (b is { Motion: Motion.Day, Plus: null, Sign: 1 } && !a.IsMoving) return _scratch.Cells().AsMoving(block.Count, motion, 1, a, null);
        if (a is { Motion: Motion.Day, Plus: null, Sign: 1 } && !b.IsMoving && motion is (Motion.Days or Motion.WorkingDays))
            return _scratch.Cells().AsMoving(block.Count, motion, -1, b, null);
        a = Values.Materialise(a, block, _pass.FarDay, _scratch);
        b = Values.Materialise(b, block, _pass.FarDay, _scratch);
        return Values.Map(a, b, motion switch
        {
            Motion.Days => static (x, y) => 1000 * (y - x),
            Motion.WorkingDays => static (x, y) => 1000 * DayTables.At(Motion.WorkingDays, (int)x, (int)y),
            Motion.Months => static (x, y) => 1000 * DayTables.At(Motion.Months, (int)x, (int)y),
            _ => static (x, y) => 1000 * DayTables.At(Motion.Age, (int)x, (int)y),
        }, _scratch.Cells());
    }

    private Cells Born(Block block)
    {
        var born = Values.Fill(_scratch.Cells(), block.Count, Cells.Unknown);
        for (var i = 0; i < block.Count; i++) born.Value[i] = _pass.Fields.Born(block.Subject[i]);
        return born;
    }

    private Cells Shift(Cells moving, Cells by, int sign, Block block)
    {
        if (sign < 0) by = Values.Map(by, static x => -x, _scratch.Cells());
        var plus = moving.Plus is null ? by : Values.Map(moving.Plus, by, static (x, y) => x + y, _scratch.Cells());
        return _scratch.Cells().AsMoving(block.Count, moving.Motion, moving.Sign, moving.Anchor, plus);
    }

    private Cells Negated(Cells moving) => _scratch.Cells().AsMoving(
        moving.Count, moving.Motion, -moving.Sign, moving.Anchor,
        moving.Plus is null ? null : Values.Map(moving.Plus, static x => -x, _scratch.Cells()));

    private Cells Given(int[] days, Block block)
    {
        var cells = Values.Fill(_scratch.Cells(), block.Count, 0);
        for (var i = 0; i < block.Count; i++) cells.Value[i] = days[i];
        return cells;
    }

    private Func<long, bool> TestOf(Node node)
    {
        if (_tests.TryGetValue(node, out var test)) return test;
        var cells = node is OneOf oneOf
            ? oneOf.Cells.Select(c => (long)c).ToHashSet()
            : ((OneOfTexts)node).Texts.Select(t => (long)_pass.Journeys.Texts.Find(t)).Where(t => t >= 0).ToHashSet();
        return _tests[node] = cells.Contains;
    }
}

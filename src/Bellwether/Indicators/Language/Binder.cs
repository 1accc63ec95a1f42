using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Indicators.Language;

/// <summary>
/// Looks names up and checks types: syntax in, tree out. Faults are thrown as <see cref="SyntaxFault"/> and become one lint message
/// an expression; warnings go to the room's lint.
/// </summary>
internal sealed partial class Binder(BindRoom room, Scope scope, SourceText text)
{
    /// <summary>A condition; null where it can't be bound, and a message says why.</summary>
    public static Node? Condition(BindRoom room, Scope scope, SourceText text) =>
        Try(room, scope, text, (binder, syntax) => Truth(binder.Bind(syntax, null)));

    /// <summary>A number.</summary>
    public static Node? Number(BindRoom room, Scope scope, SourceText text) =>
        Try(room, scope, text, (binder, syntax) => Want(Sort.Number, binder.Bind(syntax, null), "a number"));

    /// <summary>A date.</summary>
    public static Node? Date(BindRoom room, Scope scope, SourceText text) =>
        Try(room, scope, text, (binder, syntax) => Want(Sort.Date, binder.Bind(syntax, null), "a date"));

    /// <summary>Whatever it is.</summary>
    public static Typed? Any(BindRoom room, Scope scope, SourceText text)
    {
        Typed? typed = null;
        Try(room, scope, text, (binder, syntax) => (typed = binder.Bind(syntax, null)).Node);
        return typed;
    }

    /// <summary>Records, as a clock's <c>done_by</c> has them.</summary>
    public static RecordsOf? Records(BindRoom room, Scope scope, SourceText text)
    {
        try { return new Binder(room, scope, text).BindRecords(Parser.Records(text.Text)); }
        catch (SyntaxFault fault)
        {
            room.Lint.Error(text.At(fault.At), fault.Message);
            return null;
        }
    }

    private static Node? Try(BindRoom room, Scope scope, SourceText text, Func<Binder, Syntax, Node?> bind)
    {
        try
        {
            var mixed = new List<int>();
            var syntax = Parser.Expression(text.Text, mixed);
            foreach (var at in mixed)
                room.Lint.Warn(text.At(at), "and and or stand together without brackets; and binds tighter. Put brackets round what belongs together.");
            return bind(new Binder(room, scope, text), syntax);
        }
        catch (SyntaxFault fault)
        {
            room.Lint.Error(text.At(fault.At), fault.Message);
            return null;
        }
    }

    private static SyntaxFault Fault(Syntax at, string message) => new(at.At, message);

    private static Node Want(Sort sort, Typed typed, string wanted) => typed.Sort == sort
        ? typed.Value
        : throw Fault(typed.From, $"`{typed.From.Print()}` is {typed.Words}; {wanted} is wanted here.");

    private static Node Truth(Typed typed) => typed.Sort == Sort.Truth
        ? typed.Value
        : throw Fault(typed.From, $"`{typed.From.Print()}` is {typed.Words}; a condition is wanted here. Compare it, or write `{typed.From.Print()} is known`.");

    private Typed Bind(Syntax syntax, RecordKind? row) => syntax switch
    {
        NumberSyntax number => new Typed(Sort.Number, NumberConstant(number), number),
        DateSyntax date => new Typed(Sort.Date, new Constant(ValueKind.Date, date.Value.DayNumber), date),
        TruthSyntax truth => new Typed(Sort.Truth, new Constant(ValueKind.Truth, truth.Value ? 1 : 0), truth),
        TextSyntax literal => new Typed(Sort.Code, null, literal),
        LimitSyntax limit => new Typed(Sort.Limit, null, limit, Known(limit)),
        PathSyntax path => BindPath(path, row, null),
        CallSyntax call => BindCall(call, row),
        AggregateSyntax aggregate => BindAggregate(aggregate, row),
        SignSyntax { Sign: "and" } sign => Condition(sign, new And(Truth(Bind(sign.Left, row)), Truth(Bind(sign.Right, row)))),
        SignSyntax { Sign: "or" } sign => Condition(sign, new Or(Truth(Bind(sign.Left, row)), Truth(Bind(sign.Right, row)))),
        SignSyntax sign => BindArithmetic(sign, row),
        NotSyntax not => Condition(not, new Not(Truth(Bind(not.Inner, row)))),
        TestSyntax test => BindTest(test, Bind(test.Left, row), Bind(test.Right, row)),
        BetweenSyntax between => BindBetween(between, row),
        InSyntax isIn => BindIn(isIn, row),
        KnownSyntax known => BindKnown(known, row),
        ForSyntax held => BindFor(held, row),
        _ => throw Fault(syntax, $"`{syntax.Print()}` can't stand here."),
    };

    private static Typed Condition(Syntax from, Node node) => new(Sort.Truth, node, from);

    private static Constant NumberConstant(NumberSyntax number)
    {
        var thousandths = number.Value * 1000m;
        if (thousandths != decimal.Truncate(thousandths) || thousandths > int.MaxValue)
            throw Fault(number, $"{number.Print()} can't be kept: numbers have up to three decimals and stay below 2,147,483.");
        return new Constant(ValueKind.Number, (int)thousandths);
    }

    private Length Known(LimitSyntax limit)
    {
        var id = limit.Length.Timescale;
        if (id.Length == 0) return limit.Length;
        if (!room.Timescales.TryGetValue(id, out var timescale))
            throw Fault(limit, $"There is no timescale \"{id}\".{DidYouMean(id, room.Timescales.Keys)} Timescales are files in the folder timescales.");
        if (timescale.HasConditions && !scope.Clock)
            throw Fault(limit, $"Timescale {id} depends on the due date it would give, so only a clock can use it. Make a clock and ask about its dues.");
        return limit.Length;
    }

    private static string DidYouMean(string written, IEnumerable<string> known) =>
        Nearest.To(written, known) is { } near ? $" Did you mean `{near}`?" : "";

    private Typed BindArithmetic(SignSyntax sign, RecordKind? row)
    {
        var (left, right) = (Bind(sign.Left, row), Bind(sign.Right, row));
        if (left is { Sort: Sort.Limit } && right is { Sort: Sort.Date } && sign.Sign == "+") (left, right) = (right, left);
        if (left.Sort == Sort.Date && right.Sort == Sort.Limit && sign.Sign is "+" or "-" && right.Length is { } by && left.Sort == Sort.Date)
        {
            var minus = sign.Sign == "-";
            if (minus && (by.Timescale.Length > 0 || by.Fixed.Unit != LimitUnit.Day)) throw TakenFromLater(sign, left, right);
            return new Typed(Sort.Date, new DatePlus(left.Value, by, minus), sign);
        }
        if (left.Sort == Sort.Date && right.Sort == Sort.Date)
            throw Fault(sign, $"Dates aren't added or subtracted. For the days between them write `days({right.From.Print()}, {left.From.Print()})`.");
        if (left.Sort == Sort.Number && right.Sort == Sort.Number)
            return new Typed(Sort.Number, new Arithmetic(sign.Sign[0], left.Value, right.Value), sign);
        throw Fault(sign, $"`{left.From.Print()}` is {left.Words} and `{right.From.Print()}` is {right.Words}: {sign.Sign} joins two numbers, or a date and a limit.");
    }

    private static SyntaxFault TakenFromLater(SignSyntax sign, Typed left, Typed right)
    {
        var length = right.From.Print();
        var unit = right.Length is { Timescale.Length: 0 } by ? KindWords.Unit(by.Fixed) : "limits";
        var advice = left.Node is AsAt ? $"Write `in last {length}`." : $"Turn it round: add {length} to the other date.";
        return Fault(sign, $"{EnglishText.Capital(unit)} are added to the earlier date, never taken from the later: "
            + $"the two differ at month ends (30 November + 3 months is 28 February). {advice}");
    }

    private Typed BindBetween(BetweenSyntax between, RecordKind? row)
    {
        var value = Bind(between.Value, row);
        if ((between.Low, between.High) is (NumberSyntax { Value: var least }, NumberSyntax { Value: var most }) && least > most || (between.Low, between.High) is (DateSyntax { Value: var first }, DateSyntax { Value: var last }) && first > last)
            throw Fault(between, $"Nothing lies between {between.Low.Print()} and {between.High.Print()}: the smaller stands first.");
        var low = BindTest(new TestSyntax(between.At, Comparison.GreaterOrEqual, between.Value, between.Low), value, Bind(between.Low, row));
        var high = BindTest(new TestSyntax(between.At, Comparison.LessOrEqual, between.Value, between.High), value, Bind(between.High, row));
        return Condition(between, new And(low.Value, high.Value));
    }

    private Typed BindKnown(KnownSyntax known, RecordKind? row)
    {
        var value = Bind(known.Value, row).Value;
        // What is compared with itself is the same where there is a value, not where there is none, and unknown where nobody knows.
        Node node = known.None ? new Compare(Comparison.Equal, value, value) : new IsKnown(value);
        return Condition(known, known.Not == known.None ? node : new Not(node));
    }

    private Typed BindFor(ForSyntax held, RecordKind? row)
    {
        if (scope.Dated) throw Fault(held, "\"for\" asks how long something has lasted today, and a dated case is judged once. Compare dates instead: `case.date >= case.start + 28 days`.");
        if (row is not null) throw Fault(held, "\"for\" can't stand inside the brackets. Put it after them: `exists( … ) for more than 28 days`.");
        Known(new LimitSyntax(held.At, held.Length));
        return Condition(held, new ForLength(Truth(Bind(held.Inner, null)), held.Length, held.AtLeast));
    }
}

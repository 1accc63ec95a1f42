using Bellwether.Codes;

namespace Bellwether.Indicators.Language;

/// <summary>Comparisons, lists and codes.</summary>
internal sealed partial class Binder
{
    private Typed BindTest(TestSyntax test, Typed left, Typed right)
    {
        if (left.Sort == Sort.Limit || right.Sort == Sort.Limit) throw NotALimit(test, left, right);
        if (left.Sort == Sort.Set || right.Sort == Sort.Set)
            throw Fault(test, $"`{(left.Sort == Sort.Set ? left : right).From.Print()}` is a set of codes. It can be a split, where a case counts under each member; it can't be compared.");
        if (left is { Sort: Sort.Code, Node: null }) (left, right) = (right, left);
        if (left.Sort == Sort.Code) return Condition(test, CodeTest(test, left, right));
        if (left.Sort != right.Sort)
            throw Fault(test, $"`{left.From.Print()}` is {left.Words}, `{right.From.Print()}` is {right.Words}: compare two of a kind.");
        if (left.Sort == Sort.Truth) return Condition(test, TruthTest(test, left, right));
        if (left.Sort == Sort.Link && test.Sign is not (Comparison.Equal or Comparison.NotEqual))
            throw Fault(test, "Records can be the same (=) or not (!=), not earlier or later. Compare their dates.");
        return Condition(test, new Compare(test.Sign, left.Value, right.Value));
    }

    private SyntaxFault NotALimit(TestSyntax test, Typed left, Typed right)
    {
        var limitIsRight = right.Sort == Sort.Limit;
        var (limit, other) = limitIsRight ? (right, left) : (left, right);
        var advice = other.From is CallSyntax { Name: "days" or "working_days" or "months", Arguments: [var from, var to] } && limitIsRight
            ? $" Write `{to.Print()} {TestSyntax.Signs[(int)test.Sign]} {from.Print()} + {limit.From.Print()}`."
            : " A limit is added to a date: `end <= start + 45 working days`.";
        return Fault(test, limitIsRight
            ? $"The left side is {other.Words}, the right a limit of {UnitOf(limit)}.{advice}"
            : $"The left side is a limit of {UnitOf(limit)}, the right {other.Words}.{advice}");
    }

    private string UnitOf(Typed limit)
    {
        if (limit.Length is not { } length) return "days";
        return length.Timescale.Length > 0 ? KindWords.Unit(room.Timescales[length.Timescale].Rows[^1].Limit) : KindWords.Unit(length.Fixed);
    }

    private static Node TruthTest(TestSyntax test, Typed left, Typed right)
    {
        var literal = right.Node as Constant ?? left.Node as Constant;
        if (literal is null || test.Sign is not (Comparison.Equal or Comparison.NotEqual))
            throw Fault(test, "Two conditions can't be compared. Join them with and, or, not.");
        var condition = ReferenceEquals(literal, right.Node) ? left.Value : right.Value;
        return literal.Cell == 1 == (test.Sign == Comparison.Equal) ? condition : Other(condition, condition);
    }

    /// <summary>
    /// A value is another than asked for: none is not, for what is compared with none is no. A child without a visit is none whose last visit
    /// was without seeing the child. Compared with itself a value is the same, none is not, and unknown is unknown.
    /// </summary>
    private static Node Other(Node value, Node isAsked) =>
        value is FieldOf or Aggregate { Gathering: Gathering.First or Gathering.Last } ? new And(new Compare(Comparison.Equal, value, value), new Not(isAsked)) : new Not(isAsked);

    private Node CodeTest(TestSyntax test, Typed left, Typed right)
    {
        if (test.Sign is not (Comparison.Equal or Comparison.NotEqual)) throw Fault(test, "Codes have no order: compare them with = or !=, or with in [ … ].");
        if (right.From is TextSyntax literal && right.Node is null) return LiteralTest(test.Sign, left, literal);
        if (right.Sort != Sort.Code)
            throw Fault(test, $"`{left.From.Print()}` is {left.Words}, `{right.From.Print()}` is {right.Words}. Codes and texts stand in double quotes.");
        if (left.Of != right.Of) throw Fault(test, $"`{left.From.Print()}` is a code of {ListName(left)}, `{right.From.Print()}` of {ListName(right)}: they can't be the same.");
        return new Compare(test.Sign, left.Value, right.Value);
    }

    private static string ListName(Typed code) => code.Of.Length > 0 ? code.Of : "no list (a text)";

    private Node LiteralTest(Comparison sign, Typed code, TextSyntax literal)
    {
        if (code.Of.Length == 0) return new Compare(sign, code.Value, new TextConstant(literal.Value));
        var cells = CodeIndexes(code.Of, literal);
        if (cells.Count == 1) return new Compare(sign, code.Value, new Constant(ValueKind.Code, cells[0]) { CodeList = code.Of });
        Node oneOf = new OneOf(code.Value, cells);
        return sign == Comparison.Equal ? oneOf : Other(code.Value, oneOf);
    }

    /// <summary>The code of that name, else every code of the group of that name.</summary>
    private List<int> CodeIndexes(string list, TextSyntax literal)
    {
        if (!room.Codes.TryGet(list, out var codes) || codes is null)
            throw Fault(literal, $"There is no code list \"{list}\": records.yaml names it, and the folder codes has no {list}.csv.");
        var index = codes.Index(literal.Value);
        if (index >= 0) return [index];
        var group = codes.Entries.Select((e, i) => (e.Group, i)).Where(p => literal.Value.Equals(p.Group, StringComparison.OrdinalIgnoreCase)).Select(p => p.i).ToList();
        if (group.Count > 0) return group;
        var nearest = Nearest.Few(literal.Value, codes.Entries.Select(e => e.Code), 3);
        throw Fault(literal, $"\"{literal.Value}\" is not in the code list {list}. Nearest: {string.Join(", ", nearest)}.");
    }

    private Typed BindIn(InSyntax syntax, RecordKind? row)
    {
        var value = Bind(syntax.Value, row);
        Node node;
        switch (value.Sort)
        {
            case Sort.Code when value.Of.Length == 0:
                node = new OneOfTexts(value.Value, [.. syntax.Literals.Select(l => Quoted(l).Value)]);
                break;
            case Sort.Code:
                node = new OneOf(value.Value, [.. syntax.Literals.SelectMany(l => CodeIndexes(value.Of, Quoted(l))).Distinct()]);
                break;
            case Sort.Number or Sort.Date:
                node = new OneOf(value.Value, [.. syntax.Literals.Select(l => Cell(value, Bind(l, row)))]);
                break;
            default:
                throw Fault(syntax, $"`{value.From.Print()}` is {value.Words}; in [ … ] asks about a code, a text, a number or a date.");
        }
        return Condition(syntax, syntax.Not ? new Not(node) : node);
    }

    private static TextSyntax Quoted(Syntax literal) =>
        literal as TextSyntax ?? throw Fault(literal, $"{literal.Print()} is no code. Codes and texts stand in double quotes: \"{literal.Print()}\".");

    private static int Cell(Typed value, Typed literal) => Want(value.Sort, literal, value.Words) is Constant constant
        ? constant.Cell
        : throw Fault(literal.From, "Lists hold values as written, not sums.");
}

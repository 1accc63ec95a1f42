using Bellwether.Codes;

namespace Bellwether.Indicators.Language;

/// <summary>Names, links and functions.</summary>
internal sealed partial class Binder
{
    /// <param name="path">As written.</param>
    /// <param name="row">The kind being tested inside the brackets; null outside.</param>
    /// <param name="anchorOf">The kind inside whose brackets a date after <c>after</c>, <c>before</c>, <c>since</c>, <c>on</c> stands.</param>
    private Typed BindPath(PathSyntax path, RecordKind? row, RecordKind? anchorOf)
    {
        var names = path.Names;
        if (names is ["as_at"]) return BindAsAt(path);
        if (scope.Over && row is null && names is ["working_year"]) return new Typed(Sort.Number, new WorkingYear(), path);
        if (scope.Clock && row is null && names is ["due"]) return new Typed(Sort.Date, new ClockDue(), path);
        if (scope.Clock && row is null && names is ["previous"]) return new Typed(Sort.Date, new ClockPrevious(), path);
        switch (names[0])
        {
            case "case":
                if (scope.Case is null) throw Fault(path, "There is no case in reach here: a divisor is worked out for the whole area.");
                if (names.Count == 1) throw Fault(path, "Say which field of the case: `case.start`.");
                if (scope.Dated && names is ["case", "date"]) return new Typed(Sort.Date, new CaseDate(), path);
                return Follow(path, 1, Reader.Case, scope.Case);
            case "child":
                if (scope.Case is { Subject: not SubjectKind.Child }) throw Fault(path, $"The case is {EnglishText.Spoken(scope.Case.Name)}, which are not a child's.");
                if (names.Count == 1) throw Fault(path, "Say which field of the child: `child.disabled`.");
                return Follow(path, 1, Reader.Child, room.Kinds["people"]);
        }
        if (row is not null) return Follow(path, 0, Reader.Row, row);
        if (anchorOf is not null) throw InsideBrackets(path, anchorOf);
        if (scope.Case is null) throw Fault(path, $"\"{path.Print()}\" is a field of a record, and no record is in reach here. Put it in brackets: `sum({path.Print()} of open worker_posts)`.");
        return Follow(path, 0, Reader.Case, scope.Case);
    }

    private Typed BindAsAt(PathSyntax path)
    {
        if (scope.Dated && !scope.Over)
            throw Fault(path, "as_at belongs to open cases. Here the verdict would change with the day it is asked, and months would no longer sum to the year.");
        return new Typed(Sort.Date, new AsAt(), path);
    }

    private Typed Follow(PathSyntax path, int from, Reader reader, RecordKind start)
    {
        var kind = start;
        var hops = new List<int>();
        for (var i = from; ; i++)
        {
            var name = path.Names[i];
            var number = kind.IndexOf(name);
            if (number < 0) throw NoField(path, name, kind, reader == Reader.Row && i == from);
            var field = kind.Fields[number];
            if (i == path.Names.Count - 1) return Read(path, reader, hops, kind, number, field);
            hops.Add(number);
            kind = field.Type switch
            {
                FieldType.Link => room.Kinds[field.Of],
                FieldType.Worker => Vocabulary.Workers,
                FieldType.Team => Vocabulary.Teams,
                _ => throw Fault(path, $"`{name}` is not a link, so nothing can follow it with a dot."),
            };
        }
    }

    private static Typed Read(PathSyntax path, Reader reader, List<int> hops, RecordKind kind, int number, RecordField field)
    {
        var (sort, type) = field.Type switch
        {
            FieldType.Date or FieldType.PlannedDate => (Sort.Date, ValueKind.Date),
            FieldType.Number => (Sort.Number, ValueKind.Number),
            FieldType.YesNo => (Sort.Truth, ValueKind.Truth),
            FieldType.Code or FieldType.Text => (Sort.Code, ValueKind.Code),
            FieldType.CodeSet => (Sort.Set, ValueKind.Code),
            _ => (Sort.Link, ValueKind.Link),
        };
        var list = field.Type is FieldType.Code or FieldType.CodeSet ? field.Of : "";
        var of = field.Type switch { FieldType.Worker => "workers", FieldType.Team => "teams", _ => field.Of };
        return new Typed(sort, new FieldOf(type, reader, hops, kind, number) { CodeList = list }, path, null, sort == Sort.Code ? list : of);
    }

    private SyntaxFault NoField(PathSyntax path, string name, RecordKind kind, bool inside)
    {
        if (inside && scope.Case?.IndexOf(name) >= 0) return InsideBrackets(path, kind);
        if (room.Kinds.Find(name) is not null)
            return Fault(path, $"{name} are records. Ask about them in brackets: `exists({name})`, `count({name})`.");
        var meant = name.ToUpperInvariant() switch
        {
            "TRUE" => " For true write `yes`.",
            "FALSE" => " For false write `no`.",
            "NULL" or "BLANK" or "EMPTY" => " Whether there is a value asks `is known`, `is not known` or `is none`.",
            "AGE" => " A child's age is `age(as_at)`, of a dated case `age(case.date)`.",
            _ => DidYouMean(name, kind.Fields.Select(f => f.Name)),
        };
        if (meant.Length == 0 && path.Names.Count == 1) meant = $" A code or a text stands in double quotes: \"{name}\".";
        return Fault(path, $"{kind.Name} has no field \"{name}\".{meant} It has: {KindWords.Fields(kind)}.");
    }

    private SyntaxFault InsideBrackets(PathSyntax path, RecordKind row)
    {
        var name = path.Names[0];
        var has = row.IndexOf(name) >= 0 ? "and the date after this word is worked out for the case" : "which has none";
        if (scope.Case is null || scope.Case.IndexOf(name) < 0)
            return Fault(path, $"Inside the brackets \"{name}\" would be a field of {row.Name}, {has}. For a field of the case write `case.` before it.");
        var owner = EnglishText.Spoken(KindWords.Singular(scope.Case.Name));
        return Fault(path, $"Inside the brackets \"{name}\" would be a field of {row.Name}, {has}. "
            + $"For the {owner}'s {EnglishText.Spoken(name)} write `case.{path.Print()}`.");
    }

    private Typed BindCall(CallSyntax call, RecordKind? row)
    {
        if (call.Name == "population") return BindPopulation(call);
        if (call.Name == "reading") throw Fault(call, "reading(id) is not computed in this version. Bring the figure in with a values CSV.");
        var arguments = call.Arguments.Select(a => Bind(a, row)).ToList();
        switch (call.Name)
        {
            case "days": return Between(call, Function.Days, arguments);
            case "working_days": return Between(call, Function.WorkingDays, arguments);
            case "months": return Between(call, Function.Months, arguments);
            case "age":
                Count(call, arguments, 1, "age(as_at)");
                return Number(call, Function.Age, [Want(Sort.Date, arguments[0], "a date")]);
            case "birthday":
                Count(call, arguments, 1, "birthday(18)");
                return new Typed(Sort.Date, new Call(ValueKind.Date, Function.Birthday, [Want(Sort.Number, arguments[0], "a number of years")]), call);
            case "if":
                Count(call, arguments, 3, "if(age(as_at) < 5, 2, 1)");
                Truth(arguments[0]);
                return Same(call, Function.If, arguments, 1);
            default:
                if (arguments.Count < 2) throw Fault(call, $"{call.Name} wants two values or more: `{call.Name}(a, b)`.");
                return Same(call, call.Name == "min" ? Function.Min : Function.Max, arguments, 0);
        }
    }

    private static Typed Between(CallSyntax call, Function function, List<Typed> arguments)
    {
        Count(call, arguments, 2, $"{call.Name}(start, end)");
        return Number(call, function, [Want(Sort.Date, arguments[0], "a date"), Want(Sort.Date, arguments[1], "a date")]);
    }

    private static Typed Number(CallSyntax call, Function function, IReadOnlyList<Node> arguments) =>
        new(Sort.Number, new Call(ValueKind.Number, function, arguments), call);

    private static Typed Same(CallSyntax call, Function function, List<Typed> arguments, int from)
    {
        var first = arguments[from];
        if (first.Sort is not (Sort.Date or Sort.Number))
            throw Fault(first.From, $"{call.Name} chooses among dates or numbers; `{first.From.Print()}` is {first.Words}.");
        foreach (var other in arguments.Skip(from)) Want(first.Sort, other, first.Words);
        return new Typed(first.Sort, new Call(first.Value.Type, function, [.. arguments.Select(a => a.Value)]), call);
    }

    private static void Count(CallSyntax call, List<Typed> arguments, int wanted, string example)
    {
        if (arguments.Count != wanted)
            throw Fault(call, $"{call.Name} wants {(wanted == 1 ? "one value" : $"{wanted} values")}: `{example}`.");
    }

    private Typed BindPopulation(CallSyntax call)
    {
        if (!scope.Over) throw Fault(call, "population belongs in `over`: it is the divisor of a rate.");
        var ages = call.Raw.Split('-');
        if (ages.Length != 2 || !int.TryParse(ages[0].Trim(), out var from) || !int.TryParse(ages[1].Trim(), out var to) || from > to)
            throw Fault(call, $"population({call.Raw}) has no ages. Write `population(0-17)`: both ages are counted.");
        return new Typed(Sort.Number, new Population(from, to), call);
    }
}

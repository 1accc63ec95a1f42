using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Indicators.Language;

/// <summary>Factors, limits and the records of an aggregate.</summary>
internal sealed partial class Parser
{
    private static readonly string[] Units = ["working", "day", "days", "week", "weeks", "month", "months", "year", "years"];

    /// <summary>Every function an expression may call.</summary>
    internal static readonly string[] Functions =
        ["days", "working_days", "months", "age", "birthday", "if", "min", "max", "population", "reading", "exists", "count", "sum", "first", "last", "timescale"];

    private Syntax ReadFactor()
    {
        var at = Now.At;
        if (Take("("))
        {
            var inner = ReadOr();
            Expect(")", "a bracket is not closed.");
            return inner;
        }
        if (Now.Kind == TokenKind.Number && _tokens[_next + 1] is { Kind: TokenKind.Name } unit && (Units.Contains(unit.Text) || (unit.Text.Length > 3 && NearUnit(unit.Text) is not null)))
            return new LimitSyntax(at, ReadLimit());
        if (ReadLiteral() is { } literal) return literal;
        if (Now.Kind != TokenKind.Name) throw Fault($"{Found()} stands where a field, a number, a date or a condition should.");
        if (Is("(", 1)) return ReadCall(at);
        var names = new List<string> { Name("a field") };
        while (Take(".")) names.Add(Name("a field after the dot"));
        return new PathSyntax(at, names);
    }

    private Syntax ReadCall(int at)
    {
        var name = Now.Text;
        if (name == "timescale") return new LimitSyntax(at, ReadLimit());
        if (!Functions.Contains(name))
            throw Fault($"There is no function \"{name}\".{(Nearest.To(name, Functions) is { } near ? $" Did you mean {near}(…)?" : $" There are: {string.Join(", ", Functions)}.")}");
        _next += 2;
        switch (name)
        {
            case "exists": return Closed(new AggregateSyntax(at, Gathering.Exists, ReadRecords(), null));
            case "count" when Take("distinct"):
                return ReadOf(at, Gathering.CountDistinct);
            case "count": return Closed(new AggregateSyntax(at, Gathering.Count, ReadRecords(), null));
            case "sum": return ReadOf(at, Gathering.Sum);
            case "first" or "last":
                var records = ReadRecords();
                Expect(")", "a bracket is not closed.");
                Expect(".", $"{name}( … ) gives a record; say which field of it: {name}({records.Print()}).date.");
                var from = Now.At;
                return new AggregateSyntax(at, name == "first" ? Gathering.First : Gathering.Last, records, new PathSyntax(from, [Name("a field")]));
            case "population" or "reading":
                return new CallSyntax(at, name, [], ReadRaw());
        }
        var arguments = new List<Syntax> { ReadOr() };
        while (Take(",")) arguments.Add(ReadOr());
        return Closed(new CallSyntax(at, name, arguments, ""));
    }

    private Syntax Closed(Syntax inner)
    {
        Expect(")", "a bracket is not closed.");
        return inner;
    }

    private Syntax ReadOf(int at, Gathering gathering)
    {
        var from = Now.At;
        var names = new List<string> { Name("a field") };
        while (Take(".")) names.Add(Name("a field after the dot"));
        Expect("of", "write \"sum(fte of open worker_posts)\" or \"count(distinct worker of allocations)\".");
        return Closed(new AggregateSyntax(at, gathering, ReadRecords(), new PathSyntax(from, names)));
    }

    /// <summary>Ids and age ranges hold dashes, so what stands in these brackets is taken as it is written.</summary>
    private string ReadRaw()
    {
        var from = Now.At;
        while (Now.Kind != TokenKind.End && !Is(")")) _next++;
        var raw = _text[from..Now.At].Trim();
        Expect(")", "a bracket is not closed.");
        return raw;
    }

    private Length ReadLimit()
    {
        if (Is("timescale") && Is("(", 1))
        {
            _next += 2;
            var id = ReadRaw();
            return id.Length > 0 ? new Length(default, id) : throw Fault("Name the timescale: timescale(cp-visit).");
        }
        var from = Now.At;
        if (Now.Kind != TokenKind.Number) throw Fault($"{Found()} is no length. Write a number and working days, days, weeks, months or years, or timescale(id).");
        _next++;
        Take("working");
        if (Now.Kind == TokenKind.Name) _next++;
        var text = _text[from.._tokens[_next - 1].After];
        if (Limit.TryParse(text, out var limit)) return new Length(limit, "");
        var near = NearUnit(text.TrimStart("0123456789. ".ToCharArray())) is { } meant ? $" Did you mean {meant}?" : "";
        throw new SyntaxFault(from, $"\"{text}\" is no length.{near} Write a whole number and working days, days, weeks, months or years.");
    }

    /// <summary>The unit that a word was meant to be; null where it is one, or like none.</summary>
    private static string? NearUnit(string word) =>
        word.StartsWith("work", StringComparison.OrdinalIgnoreCase) ? "working days"
        : Nearest.To(word, Units) is { } near && near != word && Nearest.Distance(word, near) <= 2 ? near : null;

    private Length ReadSpan()
    {
        var from = Now.At;
        var length = ReadLimit();
        if (length is { Timescale.Length: 0, Fixed.Length: 0 }) throw new SyntaxFault(from, $"A span of {length.Fixed} holds no day. For the day itself write `in last 1 day`.");
        if (length.Timescale.Length > 0 || length.Fixed.Unit == LimitUnit.WorkingDay)
            throw new SyntaxFault(from, "\"in last\" is a span of days, weeks, months or years. For a limit that includes its last day write "
                + $"`at most {new LimitSyntax(from, length).Print()} ago`.");
        return length;
    }

    private RecordsSyntax ReadRecords()
    {
        var at = Now.At;
        var open = Take("open");
        var its = Take("its");
        var kind = Name("a kind of record");
        var by = Take("by") ? ReadSum() : null;
        var whenAt = Now.At;
        var (when, length, anchor) = ReadWhen();
        var where = Take("where") ? ReadOr() : null;
        return new RecordsSyntax(at, open, its, kind, by, when, length, anchor, where, whenAt);
    }

    private (When When, Length? Length, Syntax? Anchor) ReadWhen()
    {
        if (Take("in", "last")) return (When.InLast, ReadSpan(), null);
        if (Take("open", "in", "last")) return (When.OpenInLast, ReadSpan(), null);
        if (Take("in", "window")) return (When.InWindow, null, null);
        if (Take("open", "in", "window")) return (When.OpenInWindow, null, null);
        if (Take("open", "on")) return (When.OpenOn, null, ReadSum());
        if (Take("since")) return (When.Since, null, ReadSum());
        if (Take("before")) return (When.Before, null, ReadSum());
        if (Take("at", "most"))
        {
            var length = ReadLimit();
            Expect("ago", "write \"at most 10 working days ago\".");
            return (When.AtMostAgo, length, null);
        }
        if (Take("up", "to"))
        {
            var length = ReadLimit();
            Expect("after", "write \"up to 5 working days after case.start\".");
            return (When.UpToAfter, length, ReadSum());
        }
        if (!Take("within")) return (When.Always, null, null);
        var within = ReadLimit();
        if (Take("after")) return (When.WithinAfter, within, ReadSum());
        Expect("before", "write \"within 3 days after case.end\" or \"within 12 months before case.date\".");
        return (When.WithinBefore, within, ReadSum());
    }
}

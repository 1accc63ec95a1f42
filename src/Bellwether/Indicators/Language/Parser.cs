using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Indicators.Language;

/// <summary>Reads the grammar of the definition language (section 1.2); throws <see cref="SyntaxFault"/> at the first word that doesn't fit.</summary>
internal sealed partial class Parser
{
    private readonly string _text;
    private readonly List<Token> _tokens;
    // Whatever walks the tree does so by recursion: a file may ask for much, not for the stack.
    private const int MostTokens = 1000, MostBrackets = 50;
    private int _next, _depth;

    private Parser(string text)
    {
        (_text, _tokens) = (text, Lexer.Read(text));
        if (_tokens.Count > MostTokens)
            throw new SyntaxFault(_tokens[MostTokens].At, "This is longer than an expression may be: 1,000 words and signs. Say part of it in a definition of its own, or give a list of values with in [ … ].");
    }

    /// <summary>Places where <c>and</c> and <c>or</c> stand together without brackets.</summary>
    private List<int> Mixed { get; } = [];

    public static Syntax Expression(string text, List<int>? mixed = null)
    {
        var parser = new Parser(text);
        var result = parser.ReadOr();
        parser.ExpectEnd();
        mixed?.AddRange(parser.Mixed);
        return result;
    }

    public static CasesSyntax Cases(string text)
    {
        var parser = new Parser(text);
        var result = parser.ReadCases();
        parser.ExpectEnd();
        return result;
    }

    public static RecordsSyntax Records(string text)
    {
        var parser = new Parser(text);
        var result = parser.ReadRecords();
        parser.ExpectEnd();
        return result;
    }

    private Token Now => _tokens[_next];

    private bool Is(string word, int ahead = 0)
    {
        var token = _tokens[Math.Min(_next + ahead, _tokens.Count - 1)];
        return token.Kind is TokenKind.Name or TokenKind.Sign && token.Text == word;
    }

    private bool Take(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (!Is(words[i], i)) return false;
        _next += words.Length;
        return true;
    }

    private void Expect(string word, string because)
    {
        if (!Take(word)) throw Fault($"{Found()} stands where \"{word}\" should: {because}");
    }

    private void ExpectEnd()
    {
        if (Now.Kind != TokenKind.End) throw Fault($"{Found()} can't follow what stands before it. Join conditions with and, or; compare with = or <.");
    }

    private string Name(string what)
    {
        if (Now.Kind != TokenKind.Name) throw Fault($"{Found()} stands where {what} should.");
        return _tokens[_next++].Text;
    }

    private string Found() => Now.Kind == TokenKind.End ? "The end" : $"\"{Now.Text}\"";

    private SyntaxFault Fault(string message) => new(Now.At, message);

    private Syntax Deeper(Func<Syntax> read)
    {
        if (++_depth > MostBrackets) throw Fault("Brackets, functions and nots stand more than 50 deep here. Say part of it in a definition of its own.");
        var inner = read();
        _depth--;
        return inner;
    }

    private CasesSyntax ReadCases()
    {
        var at = Now.At;
        if (Now.Kind == TokenKind.Name && !Is("open") && _tokens[1].Kind == TokenKind.Name && !Is("by", 1) && !Is("open", 1) && !Is("in", 1) && Nearest.To(Now.Text, ["open"]) is not null)
            throw Fault($"\"{Now.Text}\" can't stand before a kind of record. Did you mean `open`?");
        if (Take("open")) return new CasesSyntax(at, CaseForm.Open, Name("a kind of record"), null, []);
        var kind = Name("a kind of record");
        if (Take("open", "in", "last")) return new CasesSyntax(at, CaseForm.OpenInLast, kind, ReadSpan().Fixed, []);
        if (Take("open", "in", "window")) return new CasesSyntax(at, CaseForm.OpenInWindow, kind, null, []);
        if (Is("in")) throw Fault($"Which period is counted says `window`, not `cases`: write `cases: {kind}` and `window: rolling-12`. Spells that were open in a period are `{kind} open in last 12 months`.");
        if (Is(",")) throw Fault("The cases of an indicator are of one kind. Several dates of it may follow by: `cp_plans by start, end`.");
        if (!Take("by")) return new CasesSyntax(at, CaseForm.Dated, kind, null, []);
        var dates = new List<Syntax> { ReadSum() };
        while (Take(",")) dates.Add(ReadSum());
        return new CasesSyntax(at, CaseForm.Dated, kind, null, dates);
    }

    private Syntax ReadOr()
    {
        var left = ReadAnd(out var joined);
        while (Is("or"))
        {
            var at = Now.At;
            _next++;
            var right = ReadAnd(out var joinedRight);
            if (joined || joinedRight) Mixed.Add(at);
            left = new SignSyntax(at, "or", left, right);
        }
        return left;
    }

    private Syntax ReadAnd(out bool joined)
    {
        joined = false;
        var left = ReadNot();
        while (Is("and"))
        {
            var at = Now.At;
            _next++;
            left = new SignSyntax(at, "and", left, ReadNot());
            joined = true;
        }
        return left;
    }

    private Syntax ReadNot()
    {
        var at = Now.At;
        if (Take("not")) return Deeper(() => new NotSyntax(at, ReadNot()));
        var test = ReadTest();
        if (!Is("for") || !(Is("at", 1) || Is("more", 1))) return test;
        at = Now.At;
        var atLeast = Take("for", "at", "least");
        if (!atLeast && !Take("for", "more", "than")) throw Fault("Write \"for at least 28 days\" or \"for more than 28 days\".");
        return new ForSyntax(at, test, ReadLimit(), atLeast);
    }

    private Syntax ReadTest()
    {
        var left = ReadSum();
        var at = Now.At;
        if (Now.Kind == TokenKind.Sign && Array.IndexOf(TestSyntax.Signs, Now.Text) is var sign and >= 0)
        {
            _next++;
            return new TestSyntax(at, (Comparison)sign, left, ReadSum());
        }
        if (Take("is", "not", "known")) return new KnownSyntax(at, left, true);
        if (Take("is", "known")) return new KnownSyntax(at, left, false);
        if (Take("is", "not", "none")) return new KnownSyntax(at, left, true, true);
        if (Take("is", "none")) return new KnownSyntax(at, left, false, true);
        if (Is("is")) throw Fault("After is stands known, not known, none or not none: `end is not known` where there is none or nobody knows it, `end is none` where it has not happened. Values are compared with = or in [ … ].");
        if (Take("between"))
        {
            var low = ReadSum();
            Expect("and", "write \"between 5 and 16\".");
            return new BetweenSyntax(at, left, low, ReadSum());
        }
        if (Is("not") && Is("in", 1))
        {
            _next += 2;
            return new InSyntax(at, left, ReadList(), true);
        }
        return Take("in") ? new InSyntax(at, left, ReadList(), false) : left;
    }

    private List<Syntax> ReadList()
    {
        Expect("[", "a list of values stands in square brackets: in [\"E11\", \"E12\"].");
        var literals = new List<Syntax>();
        do literals.Add(ReadLiteral() ?? throw Fault($"{Found()} is no value. Lists hold texts, numbers or dates."));
        while (Take(","));
        if (Now.Kind is TokenKind.Text or TokenKind.Number or TokenKind.Date) throw Fault($"{Found()} stands where a comma should: values of a list are parted by commas.");
        Expect("]", "the list of values is not closed.");
        return literals;
    }

    private Syntax ReadSum()
    {
        var left = ReadTerm();
        while (Is("+") || Is("-"))
        {
            var token = _tokens[_next++];
            left = new SignSyntax(token.At, token.Text, left, ReadTerm());
        }
        return left;
    }

    private Syntax ReadTerm()
    {
        var left = Deeper(ReadFactor);
        while (Is("*") || Is("/"))
        {
            var token = _tokens[_next++];
            left = new SignSyntax(token.At, token.Text, left, Deeper(ReadFactor));
        }
        return left;
    }

    private Syntax? ReadLiteral()
    {
        var token = Now;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _next++;
                return decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? new NumberSyntax(token.At, number)
                    : throw new SyntaxFault(token.At, $"{token.Text} is too long a number.");
            case TokenKind.Date:
                _next++;
                return new DateSyntax(token.At, IsoDate.Parse(token.Text));
            case TokenKind.Text:
                _next++;
                return new TextSyntax(token.At, token.Text);
            case TokenKind.Name when token.Text is "yes" or "no":
                _next++;
                return new TruthSyntax(token.At, token.Text == "yes");
            default:
                return null;
        }
    }
}

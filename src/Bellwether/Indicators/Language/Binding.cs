using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Indicators.Language;

/// <summary>What an expression is while it is bound; limits and sets have no node of their own.</summary>
internal enum Sort
{
    Date,
    Number,
    Truth,
    Code,
    Set,
    Link,
    Limit,
}

/// <summary>A bound part of an expression and what it was written as.</summary>
internal sealed record Typed(Sort Sort, Node? Node, Syntax From, Length? Length = null, string Of = "")
{
    /// <summary>The node; only a limit and a literal text have none.</summary>
    public Node Value => Node ?? throw new SyntaxFault(From.At, $"`{From.Print()}` is {Words}, and can't stand here.");

    public string Words => Sort switch
    {
        Sort.Date => "a date",
        Sort.Number => "a number",
        Sort.Truth => "a condition",
        Sort.Code => From is TextSyntax ? "a text" : "a code",
        Sort.Set => "a set of codes",
        Sort.Link => "a link",
        _ => "a limit",
    };
}

/// <summary>What every expression of a catalogue is bound against.</summary>
internal sealed record BindRoom(RecordKinds Kinds, CodeLists Codes, IReadOnlyDictionary<string, Timescale> Timescales, Lint Lint);

/// <summary>Where an expression stands: what is in reach, and which words make sense.</summary>
/// <param name="Case">The kind whose record is the case (a clock's <c>for</c>); null where there is none.</param>
internal sealed record Scope(RecordKind? Case)
{
    /// <summary>The definition is dated: judged once.</summary>
    public bool Dated { get; init; }

    /// <summary><c>over</c>: the whole area at the window's last day, no case in reach.</summary>
    public bool Over { get; init; }

    /// <summary>The words <c>due</c> and <c>previous</c> are in reach.</summary>
    public bool Clock { get; init; }

    /// <summary>A dated verdict, where a condition with no last day deserves a warning.</summary>
    public bool Settles { get; init; }
}

/// <summary>The text of one expression and where it stands in its file.</summary>
/// <param name="Text">As written.</param>
/// <param name="Start">Where its first letter stands.</param>
/// <param name="OneLine">False where the text runs over lines, so that columns can't be counted.</param>
internal sealed record SourceText(string Text, Spot Start, bool OneLine)
{
    public Spot At(int offset) => OneLine ? Start with { Column = Start.Column + offset } : Start;
}

/// <summary>Names of kinds in messages.</summary>
internal static class KindWords
{
    /// <summary><c>cp_plans</c> → <c>cp_plan</c>, <c>care_periods</c> → <c>care_period</c>.</summary>
    public static string Singular(string kind) =>
        kind.EndsWith("ies", StringComparison.Ordinal) ? kind[..^3] + "y" : kind.EndsWith('s') ? kind[..^1] : kind;

    public static string WithArticle(string kind)
    {
        var word = Singular(kind);
        return ("aeio".Contains(word[0]) ? "An " : "A ") + word;
    }

    public static string Fields(RecordKind kind) => string.Join(", ", kind.Fields.Select(f => f.Name));

    /// <summary>The unit of a length in words: "working days".</summary>
    public static string Unit(Limit limit) => new Limit(2, limit.Unit).ToString()[2..];
}

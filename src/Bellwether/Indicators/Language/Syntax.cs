using System.Globalization;
using Bellwether.Calendar;

namespace Bellwether.Indicators.Language;

/// <summary>An expression as written, before names are looked up. <paramref name="At"/> is its place in the text. Prints as the language.</summary>
internal abstract record Syntax(int At)
{
    protected static string Join(IEnumerable<Syntax> parts) => string.Join(", ", parts.Select(p => p.Print()));

    public abstract string Print();

    /// <summary>Printed in brackets where it is made of parts, so that it can stand beside any sign.</summary>
    public string Tight() => this is SignSyntax or TestSyntax or InSyntax or KnownSyntax or ForSyntax or NotSyntax ? $"({Print()})" : Print();
}

internal sealed record NumberSyntax(int At, decimal Value) : Syntax(At)
{
    public override string Print() => Value.ToString(CultureInfo.InvariantCulture);
}

internal sealed record TextSyntax(int At, string Value) : Syntax(At)
{
    public override string Print() => $"\"{Value}\"";
}

internal sealed record DateSyntax(int At, DateOnly Value) : Syntax(At)
{
    public override string Print() => IsoDate.Format(Value);
}

internal sealed record TruthSyntax(int At, bool Value) : Syntax(At)
{
    public override string Print() => Value ? "yes" : "no";
}

/// <summary>A limit: written out, or a timescale by id.</summary>
internal sealed record LimitSyntax(int At, Length Length) : Syntax(At)
{
    public override string Print() => Length.Timescale.Length > 0 ? $"timescale({Length.Timescale})" : Length.Fixed.ToString();
}

internal sealed record PathSyntax(int At, IReadOnlyList<string> Names) : Syntax(At)
{
    public override string Print() => string.Join('.', Names);
}

/// <summary>A call; <c>population</c> and <c>reading</c> keep what stands between their brackets as text.</summary>
internal sealed record CallSyntax(int At, string Name, IReadOnlyList<Syntax> Arguments, string Raw) : Syntax(At)
{
    public override string Print() => $"{Name}({(Raw.Length > 0 ? Raw : Join(Arguments))})";
}

internal sealed record AggregateSyntax(int At, Gathering Gathering, RecordsSyntax Records, PathSyntax? Of) : Syntax(At)
{
    public override string Print() => Gathering switch
    {
        Gathering.Exists => $"exists({Records.Print()})",
        Gathering.Count => $"count({Records.Print()})",
        Gathering.CountDistinct => $"count(distinct {Of!.Print()} of {Records.Print()})",
        Gathering.Sum => $"sum({Of!.Print()} of {Records.Print()})",
        Gathering.First => $"first({Records.Print()}).{Of!.Print()}",
        _ => $"last({Records.Print()}).{Of!.Print()}",
    };
}

internal sealed record RecordsSyntax(
    int At, bool Open, bool Its, string Kind, Syntax? By, When When, Length? Length, Syntax? Anchor, Syntax? Where, int WhenAt) : Syntax(At)
{
    public override string Print()
    {
        var when = When switch
        {
            When.Always => "",
            When.InLast => $" in last {Span()}",
            When.OpenInLast => $" open in last {Span()}",
            When.InWindow => " in window",
            When.OpenInWindow => " open in window",
            When.OpenOn => $" open on {Anchor!.Tight()}",
            When.AtMostAgo => $" at most {Span()} ago",
            When.WithinAfter => $" within {Span()} after {Anchor!.Tight()}",
            When.WithinBefore => $" within {Span()} before {Anchor!.Tight()}",
            When.UpToAfter => $" up to {Span()} after {Anchor!.Tight()}",
            When.Since => $" since {Anchor!.Tight()}",
            _ => $" before {Anchor!.Tight()}",
        };
        return $"{(Open ? "open " : "")}{(Its ? "its " : "")}{Kind}{(By is null ? "" : $" by {By.Tight()}")}{when}"
            + (Where is null ? "" : $" where {Where.Print()}");
    }

    private string Span() => new LimitSyntax(At, Length!).Print();
}

/// <summary><c>and or + - * /</c>.</summary>
internal sealed record SignSyntax(int At, string Sign, Syntax Left, Syntax Right) : Syntax(At)
{
    public override string Print() => $"{Left.Tight()} {Sign} {Right.Tight()}";
}

/// <summary><c>= != &lt; &lt;= &gt; &gt;=</c>.</summary>
internal sealed record TestSyntax(int At, Comparison Sign, Syntax Left, Syntax Right) : Syntax(At)
{
    public static readonly string[] Signs = ["=", "!=", "<", "<=", ">", ">="];

    public override string Print() => $"{Left.Tight()} {Signs[(int)Sign]} {Right.Tight()}";
}

internal sealed record InSyntax(int At, Syntax Value, IReadOnlyList<Syntax> Literals, bool Not) : Syntax(At)
{
    public override string Print() => $"{Value.Tight()} {(Not ? "not " : "")}in [{Join(Literals)}]";
}

internal sealed record BetweenSyntax(int At, Syntax Value, Syntax Low, Syntax High) : Syntax(At)
{
    public override string Print() => $"({Value.Tight()} between {Low.Tight()} and {High.Tight()})";
}

/// <param name="None"><c>is none</c>: there is nothing to write down, not: nobody wrote it down.</param>
internal sealed record KnownSyntax(int At, Syntax Value, bool Not, bool None = false) : Syntax(At)
{
    public override string Print() => $"{Value.Tight()} is {(Not ? "not " : "")}{(None ? "none" : "known")}";
}

internal sealed record NotSyntax(int At, Syntax Inner) : Syntax(At)
{
    public override string Print() => $"not {Inner.Tight()}";
}

internal sealed record ForSyntax(int At, Syntax Inner, Length Length, bool AtLeast) : Syntax(At)
{
    public override string Print() => $"{Inner.Tight()} for {(AtLeast ? "at least" : "more than")} {new LimitSyntax(At, Length).Print()}";
}

/// <summary>The key <c>cases</c>.</summary>
internal sealed record CasesSyntax(int At, CaseForm Form, string Kind, Limit? Span, IReadOnlyList<Syntax> Dates) : Syntax(At)
{
    public override string Print() => Form switch
    {
        CaseForm.Open => $"open {Kind}",
        CaseForm.OpenInLast => $"{Kind} open in last {Span}",
        CaseForm.OpenInWindow => $"{Kind} open in window",
        _ => Dates.Count == 0 ? Kind : $"{Kind} by {Join(Dates)}",
    };
}

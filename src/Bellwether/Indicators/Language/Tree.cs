using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Indicators.Language;

/// <summary>What a bound expression gives.</summary>
public enum ValueKind
{
    /// <summary>Day number.</summary>
    Date,

    /// <summary>Thousandths.</summary>
    Number,

    /// <summary>Yes, no or unknown.</summary>
    Truth,

    /// <summary>Index in a code list, or in the text pool where <see cref="Node.CodeList"/> is empty.</summary>
    Code,

    /// <summary>Row number of a linked record, worker number or team number.</summary>
    Link,
}

/// <summary>Where in a file an expression stands, for messages.</summary>
/// <param name="File">File name.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
public readonly record struct Spot(string File, int Line, int Column);

/// <summary>Which record a field is read from.</summary>
public enum Reader
{
    /// <summary>The case.</summary>
    Case,

    /// <summary>The record being tested inside <c>exists( … )</c> and its like.</summary>
    Row,

    /// <summary>The person: <c>child.</c></summary>
    Child,
}

/// <summary>
/// A bound expression: names resolved, types checked. Both evaluators read this tree and nothing else of the language.
/// </summary>
/// <param name="Type">What it gives.</param>
public abstract record Node(ValueKind Type)
{
    /// <summary>The code list of a <see cref="ValueKind.Code"/>; empty where the code is a text.</summary>
    public string CodeList { get; init; } = "";
}

/// <summary>A number, date, code or truth written in the definition, encoded as a cell is.</summary>
public sealed record Constant(ValueKind Type, int Cell) : Node(Type);

/// <summary>
/// A text written in the definition, to be compared with a text field (a <see cref="ValueKind.Code"/> with no code list). A pool of
/// texts belongs to one set of journeys, a definition to none, so the text itself stands here: evaluators look it up once in the pool
/// of the journeys they read (<c>TextPool.Find</c>). A text the pool doesn't hold equals no cell. Case counts.
/// </summary>
public sealed record TextConstant(string Text) : Node(ValueKind.Code);

/// <summary>The due date of the turn a clock is about to start, as the row of the timescale would give it: <c>due</c> in a timescale's <c>when</c>.</summary>
public sealed record ClockDue() : Node(ValueKind.Date);

/// <summary>The start of the turn a clock is about to start, which is when the one before was done: <c>previous</c> in a timescale's <c>when</c>.</summary>
public sealed record ClockPrevious() : Node(ValueKind.Date);

/// <summary>
/// A field, perhaps through links: <c>referral.date</c>, <c>case.care_period.start</c>, <c>team.kind</c>.
/// Each hop is a link, worker or team field of the kind reached so far; the last kind and field are the value.
/// </summary>
/// <param name="From">Which record it starts from.</param>
/// <param name="Hops">Fields to follow, each of the kind before it.</param>
/// <param name="Kind">The kind whose field is read. Teams and workers have pseudo-kinds: <see cref="Vocabulary.Teams"/>, <see cref="Vocabulary.Workers"/>.</param>
/// <param name="Field">The field of that kind.</param>
public sealed record FieldOf(ValueKind Type, Reader From, IReadOnlyList<int> Hops, RecordKind Kind, int Field) : Node(Type);

/// <summary>The day a dated case counts on: <c>case.date</c>.</summary>
public sealed record CaseDate() : Node(ValueKind.Date);

/// <summary>The day looked at, at its close: <c>as_at</c>.</summary>
public sealed record AsAt() : Node(ValueKind.Date);

/// <summary>A length: written out, or a timescale whose row is chosen on the date it is added to.</summary>
/// <param name="Fixed">The length where it is written out.</param>
/// <param name="Timescale">The timescale's id; empty where the length is written out.</param>
public sealed record Length(Limit Fixed, string Timescale);

/// <summary><c>date + limit</c>: the last day within the limit. Only days may be subtracted (<paramref name="Minus"/>).</summary>
public sealed record DatePlus(Node Date, Length By, bool Minus) : Node(ValueKind.Date);

/// <summary><c>+ - * /</c> on numbers.</summary>
public sealed record Arithmetic(char Sign, Node Left, Node Right) : Node(ValueKind.Number);

/// <summary>Functions of the language.</summary>
public enum Function
{
    /// <summary><c>days(a, b)</c>: calendar days b − a.</summary>
    Days,

    /// <summary><c>working_days(a, b)</c>: days d with a &lt; d ≤ b.</summary>
    WorkingDays,

    /// <summary><c>months(a, b)</c>: greatest n with a + n months ≤ b.</summary>
    Months,

    /// <summary><c>age(d)</c>: completed years of the child at d.</summary>
    Age,

    /// <summary><c>birthday(n)</c>: the day the child turns n.</summary>
    Birthday,

    /// <summary><c>if(truth, a, b)</c>.</summary>
    If,

    /// <summary><c>min(a, b, …)</c>; none is skipped.</summary>
    Min,

    /// <summary><c>max(a, b, …)</c>; none is skipped.</summary>
    Max,
}

/// <summary>A call of a function.</summary>
public sealed record Call(ValueKind Type, Function Function, IReadOnlyList<Node> Arguments) : Node(Type);

/// <summary>How records are gathered into one value.</summary>
public enum Gathering
{
    /// <summary><c>exists( … )</c>: yes if any record gives yes, else unknown if any gives unknown, else no.</summary>
    Exists,

    /// <summary><c>count( … )</c>: records that give yes.</summary>
    Count,

    /// <summary><c>count(distinct f of … )</c>: different known values among records that give yes.</summary>
    CountDistinct,

    /// <summary><c>sum(f of … )</c>.</summary>
    Sum,

    /// <summary><c>first( … ).f</c>, by date, then row number.</summary>
    First,

    /// <summary><c>last( … ).f</c>.</summary>
    Last,
}

/// <summary><c>exists</c>, <c>count</c>, <c>sum</c>, <c>first</c>, <c>last</c> over records.</summary>
/// <param name="Of">The field gathered, read from the row; null for exists and count.</param>
public sealed record Aggregate(ValueKind Type, Gathering Gathering, RecordsOf Records, Node? Of) : Node(Type);

/// <summary>When a record counts, beyond being there.</summary>
public enum When
{
    /// <summary>No more is asked: for a spell, started (and if <c>open</c>, not ended).</summary>
    Always,

    /// <summary><c>in last S</c>: date ≤ t &lt; date + S.</summary>
    InLast,

    /// <summary><c>open in last S</c>: start ≤ t and (open, or t &lt; end + S).</summary>
    OpenInLast,

    /// <summary><c>in window</c>: date inside the window asked.</summary>
    InWindow,

    /// <summary><c>open in window</c>: some day of the spell inside the window asked.</summary>
    OpenInWindow,

    /// <summary><c>open on D</c>: start ≤ D and (no end or D &lt; end).</summary>
    OpenOn,

    /// <summary><c>at most L ago</c>: date ≤ t ≤ date + L.</summary>
    AtMostAgo,

    /// <summary><c>within L after D</c>: D ≤ date ≤ D + L.</summary>
    WithinAfter,

    /// <summary><c>within L before D</c>: date &lt; D ≤ date + L.</summary>
    WithinBefore,

    /// <summary><c>up to L after D</c>: date ≤ D + L, however early.</summary>
    UpToAfter,

    /// <summary><c>since D</c>: D ≤ date.</summary>
    Since,

    /// <summary><c>before D</c>: date &lt; D.</summary>
    Before,
}

/// <summary>Which records: <c>[open] [its] kind [by date] [when] [where …]</c>. <c>date</c> below is <paramref name="By"/>, else the kind's own date or start.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Open">Only while the spell is open at t.</param>
/// <param name="Its">Only those linked to the case.</param>
/// <param name="By">Another date of the record to count on; null for its own.</param>
/// <param name="When">The time condition.</param>
/// <param name="Length">Its length, where it has one.</param>
/// <param name="Anchor">Its date, where it has one; worked out for the case.</param>
/// <param name="Where">The condition on the record; null for none.</param>
public sealed record RecordsOf(
    RecordKind Kind, bool Open, bool Its, Node? By, When When, Length? Length, Node? Anchor, Node? Where);

/// <summary><c>and</c>.</summary>
public sealed record And(Node Left, Node Right) : Node(ValueKind.Truth);

/// <summary><c>or</c>.</summary>
public sealed record Or(Node Left, Node Right) : Node(ValueKind.Truth);

/// <summary><c>not</c>.</summary>
public sealed record Not(Node Inner) : Node(ValueKind.Truth);

/// <summary>Comparisons.</summary>
public enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>A comparison of two values of one type. With none: no; with unknown: unknown.</summary>
public sealed record Compare(Comparison Sign, Node Left, Node Right) : Node(ValueKind.Truth);

/// <summary><c>in [ … ]</c>: the cell is one of these.</summary>
public sealed record OneOf(Node Value, IReadOnlyList<int> Cells) : Node(ValueKind.Truth);

/// <summary><c>in [ … ]</c> for a text field: the texts as <see cref="TextConstant"/> has them.</summary>
public sealed record OneOfTexts(Node Value, IReadOnlyList<string> Texts) : Node(ValueKind.Truth);

/// <summary><c>is known</c>: neither none nor unknown.</summary>
public sealed record IsKnown(Node Value) : Node(ValueKind.Truth);

/// <summary><c>X for more than L</c> or <c>for at least L</c>: X has held without a break, within the case, for that long.</summary>
public sealed record ForLength(Node Inner, Length Length, bool AtLeast) : Node(ValueKind.Truth);

using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators;

/// <summary>What a case is.</summary>
public enum CaseForm
{
    /// <summary><c>open K</c>: a spell counts at the close of each day while it is open.</summary>
    Open,

    /// <summary><c>K</c> or <c>K by DATE, …</c>: a record counts on that date, once for each date given.</summary>
    Dated,

    /// <summary><c>K open in last S</c>.</summary>
    OpenInLast,

    /// <summary><c>K open in window</c>: some day of the spell lies in the window asked.</summary>
    OpenInWindow,
}

/// <summary>What one unit of the count is.</summary>
public enum Per
{
    /// <summary>Each case.</summary>
    Record,

    /// <summary>The child, once a window; the latest case decides.</summary>
    ChildLatest,

    /// <summary>The child; met if any case is.</summary>
    ChildAny,

    /// <summary>The child; met if every case is.</summary>
    ChildEvery,
}

/// <summary>How a figure is shown.</summary>
public enum Show
{
    Percentage,
    Count,
    Rate,
    Mean,
    Median,
    Sum,
    Ratio,

    /// <summary>A ratio times 100: <c>ratio as %</c>.</summary>
    PercentageOf,
}

/// <summary>How many people an authority has between two ages: the divisor of a rate. Inclusive both ends, completed years.</summary>
public sealed record Population(int FromAge, int ToAge) : Node(ValueKind.Number);

/// <summary>
/// <c>working_year</c>: the working days that sickness is divided by, 253, or 254 where the twelve months to the window's last day hold a
/// 29 February, whatever the bank holidays (Department for Education, children's social work workforce, methodology).
/// </summary>
public sealed record WorkingYear() : Node(ValueKind.Number)
{
    /// <summary>For the twelve months ending on a day, inclusive.</summary>
    public static int DaysTo(DateOnly last) => last.DayNumber - last.AddYears(-1).DayNumber == 366 ? 254 : 253;
}

/// <summary>
/// One definition, or one of its variants, with every name resolved: all that an evaluator needs.
/// </summary>
/// <param name="Id">The indicator's id.</param>
/// <param name="Variant">The variant's name; empty for the definition itself.</param>
/// <param name="Kind">The kind whose records are cases.</param>
/// <param name="Form">What a case is.</param>
/// <param name="Span">The span of <see cref="CaseForm.OpenInLast"/>; null otherwise.</param>
/// <param name="Dates">The dates a <see cref="CaseForm.Dated"/> record counts on, read from the record; never empty for that form.</param>
/// <param name="Where">Which of them are cases at all; null for all. Unknown means not a case, and is counted apart.</param>
/// <param name="Met">The verdict; null where every case counts.</param>
/// <param name="Value">A number for each case; null for 1.</param>
/// <param name="Over">The divisor when it is not the cases, read at the window's last day; null otherwise.</param>
/// <param name="Per">What one unit is.</param>
/// <param name="Show">How it is shown: the headline.</param>
/// <param name="RunningAsFound">Cases whose limit is not out count as found; otherwise they are left out, met or not.</param>
/// <param name="UnknownLeftOut">Cases whose verdict can't be told are left out; otherwise they stay below the line, not above.</param>
/// <param name="Limits">Timescales swapped for this variant, clocks included: id to length.</param>
public sealed record BoundIndicator(
    string Id, string Variant, RecordKind Kind, CaseForm Form, Limit? Span, IReadOnlyList<Node> Dates,
    Node? Where, Node? Met, Node? Value, Node? Over, Per Per, Show Show,
    bool RunningAsFound, bool UnknownLeftOut, IReadOnlyDictionary<string, Limit> Limits)
{
    /// <summary>The definition's own breakdown; null where it has none.</summary>
    public BoundSplit? Split { get; init; }

    /// <summary>A line over the finished figures, which then is the figure; null for the figures themselves.</summary>
    public SeriesLine? Line { get; init; }

    /// <summary>For a median: spells not yet ended count as lasting longer than to the day of the data.</summary>
    public bool Censored { get; init; }
}

/// <summary>A definition's own breakdown: exactly one of the three is given.</summary>
/// <param name="By">A code or text field, or the number that <paramref name="Bands"/> cut; null for <paramref name="Members"/>.</param>
/// <param name="Bands">Bands of the number, touching, lowest first; empty where <paramref name="By"/> is a code or text.</param>
/// <param name="Members">Named conditions, the first that holds is the member; empty otherwise.</param>
public sealed record BoundSplit(Node? By, IReadOnlyList<Band> Bands, IReadOnlyList<SplitMember> Members);

/// <summary>One band of whole numbers.</summary>
/// <param name="Name">As written: <c>11-15</c>, <c>21+</c>.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Inclusive; null for no end.</param>
public sealed record Band(string Name, int From, int? To);

/// <summary>One member of a split by conditions.</summary>
public sealed record SplitMember(string Name, Node When);

/// <summary>The verdict on one case at the close of one day.</summary>
public enum Verdict
{
    /// <summary>Not a case that day.</summary>
    None,

    /// <summary>Met.</summary>
    Met,

    /// <summary>Not met.</summary>
    NotMet,

    /// <summary>The record doesn't say.</summary>
    Unknown,

    /// <summary>The limit is not out yet.</summary>
    Running,
}

/// <summary>
/// Exact counts for one window and one breakdown member. Nothing is divided or rounded here.
/// </summary>
/// <param name="Met">Cases met.</param>
/// <param name="NotMet">Cases not met.</param>
/// <param name="Unknown">Cases whose verdict can't be told.</param>
/// <param name="Running">Cases whose limit is not out yet.</param>
/// <param name="Unclear">Records whose <c>where</c> can't be told: not cases, shown apart.</param>
/// <param name="Value">Sum of <c>value</c> in thousandths: over met cases where there is a <c>met</c>, else over all cases.</param>
public readonly record struct Tally(long Met, long NotMet, long Unknown, long Running, long Unclear, long Value);

using Bellwether.Calendar;

namespace Bellwether.Indicators;

/// <summary>Why there is no value. Unknown, not applicable, suppressed and zero are four different things.</summary>
public enum NoValue
{
    /// <summary>The indicator was not in force then.</summary>
    NotInForce,

    /// <summary>The extract does not hold what it takes; <see cref="Figure.Because"/> says what.</summary>
    NotComputable,

    /// <summary>Nothing to divide by: no cases, or nobody in post.</summary>
    NoCases,

    /// <summary>No population is known for that year.</summary>
    NoPopulation,

    /// <summary>A keyed figure was not given for the period.</summary>
    NotGiven,
}

/// <summary>One figure: an indicator (or a variant), over one window, for one area or breakdown member.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Variant">Variant name; empty for the definition itself.</param>
/// <param name="Window">Which window.</param>
/// <param name="First">First day of the window, inclusive.</param>
/// <param name="Last">Last day, inclusive: the day asked.</param>
/// <param name="Member">Breakdown member's code; empty for the total.</param>
/// <param name="Numerator">Exact; null where there is no value, or where only a value was keyed.</param>
/// <param name="Denominator">Exact; null for counts, and as above.</param>
/// <param name="Value">Unrounded, in the unit shown: 78.302… for a percentage; null with a reason.</param>
/// <param name="None">Why there is no value; null where there is one.</param>
/// <param name="Because">The reason in words; empty where there is a value.</param>
/// <param name="Note">What a reader must know: a fallback used, a keyed value, flags assumed. Empty for nothing.</param>
/// <param name="Tally">The counts behind it; zeros for a keyed value.</param>
/// <param name="IsKeyed">True where the figure was brought by a values CSV, not worked out from records.</param>
public sealed record Figure(
    string Indicator, string Variant, Window Window, DateOnly First, DateOnly Last, string Member,
    decimal? Numerator, decimal? Denominator, decimal? Value, NoValue? None, string Because, string Note, Tally Tally, bool IsKeyed = false)
{
    /// <summary>The member of the second breakdown, where two are crossed; empty otherwise.</summary>
    public string And { get; init; } = "";
}

/// <summary>One case behind a figure.</summary>
/// <param name="Child">Child number in Journeys; -1 where the case is a worker or team.</param>
/// <param name="Row">Row number of the case in its kind.</param>
/// <param name="Date">The day a dated case counts on; the spell's start for an open case.</param>
/// <param name="Verdict">At the day asked.</param>
/// <param name="Due">
/// The last day before it first turns to not met (or, for a count of bad things, to a case), nothing new recorded; null where it never does.
/// For a case not met now: the last day it could have been met, where that can be told.
/// </param>
/// <param name="Team">Team number as at the day: the record's own, else the child's; -1 unknown.</param>
/// <param name="Value">The case's value in thousandths; 1000 where the definition has none.</param>
public sealed record CaseRow(int Child, int Row, DateOnly Date, Verdict Verdict, DateOnly? Due, int Team, long Value);

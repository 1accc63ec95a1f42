using Bellwether.Calendar;
using Bellwether.Scorecards;

namespace Bellwether.Publications.Documents;

/// <summary>Names one figure: an indicator or variant, in one window ending on one day, for one member of a breakdown.</summary>
/// <param name="Indicator">Id, with "/variant" where it is one.</param>
/// <param name="Window">Which window.</param>
/// <param name="Last">Its last day.</param>
/// <param name="Breakdown">Empty for the whole authority.</param>
/// <param name="Member">The member's code; empty for the whole authority.</param>
public sealed record FigureKey(string Indicator, Window Window, DateOnly Last, string Breakdown = "", string Member = "");

/// <summary>How a figure came to be what it is, for the long table and the CSV symbols.</summary>
public enum FigureStatus
{
    /// <summary>A value.</summary>
    Final,

    /// <summary>A value that late entries may still move.</summary>
    Provisional,

    /// <summary>Brought by a values CSV.</summary>
    Keyed,

    /// <summary>Hidden so that no child can be told from it: "c".</summary>
    Suppressed,

    /// <summary>The records do not hold what it takes, or it was not given: "x".</summary>
    NotAvailable,

    /// <summary>Nothing to divide by, or not in force then: "z".</summary>
    NotApplicable,
}

/// <summary>One line of the long table: everything a spreadsheet or Power BI needs, one figure a line.</summary>
/// <param name="Key">Which figure.</param>
/// <param name="Code">The indicator's code, "CP10"; empty for none.</param>
/// <param name="Title">For readers.</param>
/// <param name="First">First day of the window.</param>
/// <param name="MemberLabel">The member in words; empty for the whole authority.</param>
/// <param name="Numerator">Exact; null where not known or hidden.</param>
/// <param name="Denominator">Exact; null for counts, and as above.</param>
/// <param name="Value">Unrounded, in the unit shown; null where there is none or it is hidden.</param>
/// <param name="Text">As printed everywhere in this document.</param>
/// <param name="Unit">"%", "per 10,000", "days"; empty for counts.</param>
/// <param name="Decimals">As printed.</param>
/// <param name="Show">percentage, count, rate, mean, median, sum or ratio.</param>
/// <param name="Target">In force on the last day; null for none.</param>
/// <param name="Rating">Null where not rated.</param>
/// <param name="Status">Why there is or is no value.</param>
/// <param name="Because">The reason in words where there is no value; empty otherwise.</param>
public sealed record FigureLine(
    FigureKey Key, string Code, string Title, DateOnly First, string MemberLabel, decimal? Numerator, decimal? Denominator, decimal? Value,
    string Text, string Unit, int Decimals, string Show, decimal? Target, Rating? Rating, FigureStatus Status, string Because);

namespace Bellwether.Scorecards;

/// <summary>
/// A target and its bands, in force over a half-open stretch of dates. Equality with the target is Green, equality with the amber edge is Amber.
/// </summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Area">Empty for the whole authority, else a district or team code.</param>
/// <param name="From">First day in force, inclusive.</param>
/// <param name="To">First day no longer in force; null while it is.</param>
/// <param name="Value">The target, in the unit shown: 80 is 80 %.</param>
/// <param name="AmberEdge">The Red/Amber boundary; null where none is set: then only Green or Red.</param>
/// <param name="Kind">statutory, improvement-notice, stretch, local or profile.</param>
/// <param name="Reason">Why it is what it is.</param>
/// <param name="Source">The paper or decision it comes from, with its date.</param>
/// <param name="ApprovedBy">Who approved it.</param>
public sealed record Target(
    string Indicator, string Area, DateOnly From, DateOnly? To, decimal Value, decimal? AmberEdge,
    string Kind, string Reason, string Source, string ApprovedBy)
{
    /// <summary>True on the days it rates.</summary>
    public bool IsInForceOn(DateOnly day) => From <= day && (To is null || day < To);
}

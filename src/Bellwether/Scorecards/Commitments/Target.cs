namespace Bellwether.Scorecards;

/// <summary>
/// A target and its bands, in force over a half-open stretch of dates. Equality with the target is Green, equality with the amber edge is Amber.
/// </summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Area">
/// Empty for the whole authority, a district or team code, or one member of another breakdown: <c>case-type:CP</c>, for a group that must not have a single case.
/// </param>
/// <param name="From">First day in force, inclusive.</param>
/// <param name="To">First day no longer in force; null while it is.</param>
/// <param name="Value">The target, in the unit shown: 80 is 80 %. Of a profile of events: what is expected over the whole of its dates.</param>
/// <param name="AmberEdge">The Red/Amber boundary; null where none is set: then only Green or Red.</param>
/// <param name="Kind">One of <see cref="TargetKinds.All"/>.</param>
/// <param name="Reason">Why it is what it is.</param>
/// <param name="Source">The law, notice, paper or decision it comes from.</param>
/// <param name="ApprovedBy">Who approved it.</param>
public sealed record Target(
    string Indicator, string Area, DateOnly From, DateOnly? To, decimal Value, decimal? AmberEdge,
    string Kind, string Reason, string Source, string ApprovedBy)
{
    /// <summary>The date of the source; null where it is not given.</summary>
    public DateOnly? SourceDate { get; init; }

    /// <summary>1-based line of targets.csv; 0 for one that stands in no file yet.</summary>
    public int Line { get; init; }

    /// <summary>True for a plan of what is expected month by month, which rates only where nothing else does.</summary>
    public bool IsProfile => Kind == TargetKinds.Profile;

    /// <summary>True on the days it rates.</summary>
    public bool IsInForceOn(DateOnly day) => From <= day && (To is null || day < To);

    /// <summary>True where both draw the same bands.</summary>
    public bool HasBandsOf(Target other) => (Value, AmberEdge) == (other.Value, other.AmberEdge);
}

/// <summary>What a target is, for readers: the words of targets.csv.</summary>
public static class TargetKinds
{
    /// <summary>Laid down by law or statutory guidance.</summary>
    public const string Statutory = "statutory";

    /// <summary>Laid down in an Improvement Notice.</summary>
    public const string ImprovementNotice = "improvement-notice";

    /// <summary>What is expected month by month, or projected at the start of a year.</summary>
    public const string Profile = "profile";

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<string> All { get; } = [Statutory, ImprovementNotice, "stretch", "local", Profile];

    /// <summary>True for a kind that stands on a legal text, which must then be named with its date.</summary>
    public static bool IsLegal(string kind) => kind is Statutory or ImprovementNotice;

    /// <summary>"Improvement Notice": as printed.</summary>
    public static string Words(string kind) => kind == ImprovementNotice ? "Improvement Notice" : kind;
}

using Bellwether.Calendar;

namespace Bellwether.Storage;

/// <summary>What became of a restriction after it was placed.</summary>
public enum RestrictionStepKind
{
    /// <summary>Somebody looked at it and let it stand: the next review is due 90 days later.</summary>
    Reviewed,

    /// <summary>The source that told of it no longer does. It stands all the same.</summary>
    Unsaid,

    /// <summary>The source tells of it again.</summary>
    SaidAgain,

    /// <summary>Somebody lifted it: the child is listed again.</summary>
    Lifted,

    /// <summary>An extract taken on the day it was lifted or later tells of it all the same. It stays lifted; the lead was told.</summary>
    StillTold,
}

/// <summary>One step.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="By">A person, or the source.</param>
/// <param name="Load">The load that brought it; null where a person took it.</param>
/// <param name="At">UTC.</param>
/// <param name="ReviewDue">The day the next review is due; only of a review.</param>
public sealed record RestrictionStep(RestrictionStepKind Kind, string By, int? Load, DateTimeOffset At, DateOnly? ReviewDue);

/// <summary>A child's case that is counted in every figure and listed for those alone who may see it.</summary>
/// <param name="Id">Its number: what addresses and logs name in the child's place.</param>
/// <param name="Child">The id it was placed on; a merged one stands for the child it is now.</param>
/// <param name="Reason">Code of the list restriction-reason; empty where it is not known.</param>
/// <param name="From">First day.</param>
/// <param name="By">Who placed it, or the source that said so.</param>
/// <param name="Source">The format that said so; empty where a person placed it.</param>
/// <param name="Load">The load that brought it; null where a person placed it.</param>
/// <param name="RecordedAt">UTC.</param>
/// <param name="Steps">What became of it, oldest first.</param>
public sealed record Restriction(
    int Id, string Child, string Reason, DateOnly From, string By, string Source, int? Load, DateTimeOffset RecordedAt, IReadOnlyList<RestrictionStep> Steps)
{
    /// <summary>Days from its first day, and from each review, to the day the next review is due. Nottingham City Council's procedure, as restriction-reason.csv cites it.</summary>
    public const int ReviewDays = 90;

    /// <summary>The day the first review was due when it was placed.</summary>
    public DateOnly FirstReviewDue { get; init; }

    /// <summary>The day the next review is due.</summary>
    public DateOnly ReviewDue => Steps.LastOrDefault(s => s.ReviewDue is not null)?.ReviewDue ?? FirstReviewDue;

    /// <summary>The step that lifted it; null while it is in force.</summary>
    public RestrictionStep? Lifted => Steps.LastOrDefault(s => s.Kind == RestrictionStepKind.Lifted);

    /// <summary>The day it was lifted, in London; null while it is in force.</summary>
    public DateOnly? LiftedOn => Lifted is { } step ? LondonTime.DateOf(step.At) : null;

    /// <summary>True until somebody lifts it, whatever an extract says.</summary>
    public bool IsInForce => Lifted is null;

    /// <summary>The step since which its source no longer tells of it; null where it does, or a person placed it.</summary>
    public RestrictionStep? Unsaid => Steps.LastOrDefault(s => s.Kind is RestrictionStepKind.Unsaid or RestrictionStepKind.SaidAgain) is { Kind: RestrictionStepKind.Unsaid } step ? step : null;

    /// <summary>True where it is in force and a review is due on that day or before.</summary>
    public bool IsDue(DateOnly day) => IsInForce && ReviewDue <= day;
}

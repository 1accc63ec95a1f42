namespace Bellwether.Example;

/// <summary>A true date, and the day on which somebody entered it on the case system.</summary>
public readonly record struct Entry(DateOnly On, DateOnly Recorded);

/// <summary>An invented person: a child, or a mother, who has no case of her own.</summary>
public sealed class Person
{
    public required string Id { get; init; }
    public required int Family { get; init; }
    public required int District { get; init; }
    public required string Sector { get; init; }
    public required DateOnly Born { get; init; }
    /// <summary>Given for those first known before birth.</summary>
    public DateOnly? Expected { get; init; }
    /// <summary>When a birth after the first referral was entered.</summary>
    public DateOnly? BirthRecorded { get; init; }
    public required string Sex { get; init; }
    public required string Ethnicity { get; init; }
    public required string[] Disabilities { get; init; }
    public bool IsMother { get; init; }
    public Person? Mother { get; init; }
    public bool Uasc { get; init; }
    /// <summary>An id under which the child's records before <c>Before</c> stood until the two were merged.</summary>
    public (string Id, DateOnly Before, DateOnly MergedOn)? Former { get; set; }

    /// <summary>Is the child's date of birth known on this day, or is it unborn still (or its birth not entered)?</summary>
    public bool BirthKnownBy(DateOnly day) => BirthRecorded is not { } r || r <= day;

    /// <summary>The id that a record of this date stands under in an extract of this day.</summary>
    public string IdFor(DateOnly recordDate, DateOnly extractedOn) =>
        Former is { } f && recordDate < f.Before && extractedOn < f.MergedOn ? f.Id : Id;
}

public sealed record Contact(string Id, Person Child, Entry Made, string Source, string Outcome);
public sealed record EarlyHelp(string Id, Person Child, Entry Start, Entry? End, string Reason, string EndReason, string Organisation);
public sealed record Referral(string Id, Person Child, Entry Made, string Source, string Need, string Outcome, string Team)
{
    public Entry? Closed { get; internal set; }
    public string CloseReason { get; internal set; } = "";
}
public sealed record Assessment(string Id, Referral Referral, Entry Start, Entry? Authorised, bool Seen, string Outcome, string Team, string[] Factors);
public sealed record Section47(string Id, Referral Referral, Entry Start, Entry? End, string Outcome, string Team);
public sealed record Conference(string Id, string MeetingId, Section47? Enquiry, Referral Referral, Entry Held, DateOnly Target, bool TransferIn, bool PlanMade, string PlanId, string Team);
public sealed record ProtectionPlan(string Id, Referral Referral, string ConferenceId, Entry Start, Entry? End, bool OtherAuthority, string Category, string LatestCategory);
/// <summary>A review conference due; <c>Held</c> is missing while it is planned. <c>Known</c> is the day it was booked.</summary>
public sealed record ProtectionReview(string Id, string PlanId, Person Child, DateOnly Known, DateOnly Due, Entry? Held, Entry? PlanEnd, bool Continue, bool Quorate);
public sealed record Visit(string Id, string ParentId, Person Child, Entry Made, bool Seen, bool Alone, bool Bedroom);
public sealed record NeedPlan(string Id, Referral Referral, Entry Start, Entry? Authorised, Entry? End, string Team);

public sealed record CarePeriod(string Id, Referral? Referral, Person Child, Entry Start, Entry? End, string EndReason, string Need, bool ShortBreaks);
public sealed record CareEpisode(string Id, CarePeriod Period, string PlacementId, Entry Start, string StartReason, string Legal, Entry? End, string EndReason);
public sealed record Placement(string Id, CarePeriod Period, Entry Start, Entry? End, string Type, string Provider, string Urn, decimal Miles, string Sector, string ChangeReason);
public sealed record LegalStatus(string Id, CarePeriod Period, Entry Start, Entry? End, string Code);
public sealed record CareReview(string Id, CarePeriod Period, DateOnly Known, DateOnly Due, Entry? Held, string Participation);
public sealed record HealthCheck(string Id, Person Child, Entry On, string Type, string Status);
public sealed record Sdq(string Id, Person Child, Entry On, int? Score, string Reason);
public sealed record MissingEpisode(string Id, Person Child, Entry Start, Entry? End, string Type, string Offered, string Accepted, Entry? Interview);
/// <summary>A care plan with its options open at once; <c>ADOPTION</c> alone is adoption as the sole plan.</summary>
public sealed record CarePlan(string Id, Person Child, Entry Start, Entry? End, string[] Options);
public sealed record Permanence(string Id, CarePeriod Period)
{
    public Entry? Decision { get; init; }
    public Entry? Order { get; init; }
    public Entry? Matched { get; init; }
    public Entry? Placed { get; init; }
    public Entry? Reversed { get; init; }
    public Entry? Made { get; init; }
    public string MadeType { get; init; } = "";
    public bool ByCarer { get; init; }
}
public sealed record LeaverState(Person Child, Entry From, string Eligibility, string InTouch, Entry LatestContact, string Accommodation, string Suitable, string Activity, Entry Review);
public sealed record PlacementMeeting(Placement Placement, Entry Held);
public sealed record Adopter(string Id, string Family, string Sex, string Ethnicity, Entry Enquiry, Entry? Stage1, Entry? Stage1End, Entry? Stage2, Entry? Stage2End, Entry? Applied, Entry? Approved, Entry? Matched, Entry? Placed, Entry? Left, string Reason);

public sealed record Worker(string Id, string Title, decimal Fte, string Registration, bool Agency)
{
    public List<Post> Posts { get; } = [];
    public bool Qualified => Registration.Length > 0;
}
public sealed record Post(Worker Worker, string Team, DateOnly Start, DateOnly? End);
/// <summary>A child held by a worker for a team; a missing worker is the tray nobody has taken from.</summary>
public sealed record Involvement(string Id, Worker? Worker, string Role, string Team, Person Child, string ReferralId, Entry Start, Entry? End, string Reason);
public sealed record EstablishmentLine(DateOnly AsAt, string Team, string Role, decimal Established, decimal InPost, decimal Agency, decimal Vacant, decimal Starters, decimal Leavers);

/// <summary>Everything that is true of the invented council between two dates, with the day each thing was written down.</summary>
public sealed class World
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required double Size { get; init; }
    public List<Person> People { get; } = [];
    public List<Contact> Contacts { get; } = [];
    public List<EarlyHelp> EarlyHelp { get; } = [];
    public List<Referral> Referrals { get; } = [];
    public List<Assessment> Assessments { get; } = [];
    public List<Section47> Enquiries { get; } = [];
    public List<Conference> Conferences { get; } = [];
    public List<ProtectionPlan> ProtectionPlans { get; } = [];
    public List<ProtectionReview> ProtectionReviews { get; } = [];
    public List<Visit> ProtectionVisits { get; } = [];
    public List<NeedPlan> NeedPlans { get; } = [];
    public List<Visit> NeedVisits { get; } = [];
    public List<CarePeriod> CarePeriods { get; } = [];
    public List<CareEpisode> CareEpisodes { get; } = [];
    public List<Placement> Placements { get; } = [];
    public List<LegalStatus> LegalStatuses { get; } = [];
    public List<CareReview> CareReviews { get; } = [];
    public List<Visit> CareVisits { get; } = [];
    public List<HealthCheck> HealthChecks { get; } = [];
    public List<Sdq> Sdqs { get; } = [];
    public List<MissingEpisode> Missing { get; } = [];
    public List<CarePlan> CarePlans { get; } = [];
    public List<Permanence> Permanence { get; } = [];
    public List<LeaverState> Leavers { get; } = [];
    public List<PlacementMeeting> Meetings { get; } = [];
    public List<Adopter> Adopters { get; } = [];
    public List<Worker> Workers { get; } = [];
    public List<Involvement> Involvements { get; } = [];
    public List<EstablishmentLine> Establishment { get; } = [];
}

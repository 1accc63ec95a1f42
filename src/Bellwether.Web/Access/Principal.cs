namespace Bellwether.Web.Access;

/// <summary>What a person does here.</summary>
public enum Role
{
    /// <summary>Every figure and every child of the authority, by id; loads, definitions.</summary>
    Analyst,

    /// <summary>Every figure; the children of their own teams only.</summary>
    TeamManager,

    /// <summary>Figures only, never a child.</summary>
    Member,

    /// <summary>The audit log and nothing else: no figure, no child, and nothing to change.</summary>
    PrivacyOfficer,
}

/// <summary>Somebody who reads: who, as what, and for which teams.</summary>
/// <param name="Id">Short id for cookies and links; no personal data.</param>
/// <param name="Name">As shown on every page.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Teams">Codes of the teams whose children a team manager sees.</param>
/// <param name="Notice">The line every page carries: an invented person, or one user without sign-in.</param>
public sealed record Principal(string Id, string Name, Role Role, IReadOnlyList<string> Teams, string Notice)
{
    /// <summary>On the list of those who may see restricted cases, within the scope of their role.</summary>
    public bool MaySeeRestricted { get; init; }

    /// <summary>Ids of their own and their family's cases: refused to them always, whatever else they may see.</summary>
    public IReadOnlyList<string> LinkedIds { get; init; } = [];
}

/// <summary>What an endpoint lets out.</summary>
public enum Level
{
    /// <summary>Nothing of the data: styles, the page that picks a person.</summary>
    Nothing,

    /// <summary>Figures, definitions, targets: no row about one child.</summary>
    Aggregates,

    /// <summary>Rows about children, within the reader's scope.</summary>
    Children,

    /// <summary>The receipts and findings of loads: places in files, with ids of children.</summary>
    Loads,

    /// <summary>Setting targets and writing officers' forecasts.</summary>
    Targets,

    /// <summary>Texts not yet signed and packs not yet published; figures in them are aggregates.</summary>
    Drafts,

    /// <summary>Deciding what is published: small numbers hidden or kept, editions made.</summary>
    Publishing,

    /// <summary>Files on their way in: what an upload holds, before and while it is loaded.</summary>
    Loading,

    /// <summary>The register of restricted cases, for those who are on its list.</summary>
    Restricted,

    /// <summary>The audit log: who was shown what.</summary>
    Audit,
}

/// <summary>An endpoint's declared rule. One without a rule is never served, and fails a test.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LetsOutAttribute(Level level) : Attribute
{
    /// <summary>The most this endpoint lets out.</summary>
    public Level Level { get; } = level;
}

/// <summary>Marks the one endpoint that answers before the door of a home with one user is open.</summary>
internal sealed class OneTimeLink;

/// <summary>The person of a request and their gate, opened when first asked for.</summary>
/// <param name="desk">The home's desk.</param>
/// <param name="keeper">Who may come in.</param>
/// <param name="person">Null before somebody was picked.</param>
/// <param name="knownAt">The day as at whose close the address asks what was known; null for now.</param>
internal sealed class Reader(Desk desk, Doorkeeper keeper, Principal? person, DateOnly? knownAt)
{
    private Gate? _gate;

    /// <summary>Null before somebody was picked.</summary>
    public Principal? Person => person;

    /// <summary>Who may come in here.</summary>
    public Doorkeeper Keeper => keeper;

    /// <summary>The clock.</summary>
    public TimeProvider Time => desk.Time;

    /// <summary>Name, teams and districts of the authority: no data.</summary>
    public Journeys.Authority Authority => desk.Authority;

    /// <summary>The person's gate.</summary>
    public Gate Gate => _gate ??= desk.GateFor(person ?? throw new NotPermittedException(Level.Aggregates), knownAt);

    /// <summary>The audit log for the person.</summary>
    public AuditRoom Audit => desk.AuditOf(person ?? throw new NotPermittedException(Level.Audit));

    /// <summary>Whether the audit log is as it was written, and after which entry the check went on.</summary>
    public (Storage.AuditVerdict Verdict, long After) CheckAudit(bool whole) => desk.CheckAudit(person ?? throw new NotPermittedException(Level.Audit), whole);

    /// <summary>Where packs are made for the person.</summary>
    public Packs.PackRoom Packs => desk.PacksOf(Gate);
}

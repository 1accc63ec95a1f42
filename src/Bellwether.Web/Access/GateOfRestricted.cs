using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>
/// Restricted children: counted in every figure, absent from every list. What anyone may have (<see cref="Level.Aggregates"/>) counts them;
/// what takes the right to rows (<see cref="Level.Children"/>: cases, worklists, movements, cells by worker, crossed or of a cohort) goes
/// without them, so that a cell never holds more than the rows a reader can list. The same holds, for each person, of the cases linked to
/// them.
/// </summary>
public sealed partial class Gate
{
    /// <summary>What every list of everyone says who may not see restricted cases, whatever it leaves out.</summary>
    public const string NotAllListed = "Some cases may not be listed.";

    private IReadOnlySet<int>? _hidden, _restricted;

    /// <summary>Ids of the children restricted now, whatever day is asked for.</summary>
    internal IReadOnlyList<string> RestrictedIds { get; init; } = [];

    /// <summary>The ids that a home's register names now.</summary>
    internal static IReadOnlyList<string> RestrictedIn(Home home) => [.. home.Store.Restrictions.InForce().Select(r => r.Child)];

    /// <summary>What stands beside cells by worker, crossed or of a cohort; empty for a reader from whom nothing is kept.</summary>
    public string NoticeOfCells => Principal is { MaySeeRestricted: true, LinkedIds.Count: 0 } ? "" : NotAllListed;

    /// <summary>The register, in the order placed, without the reader's own linked cases.</summary>
    /// <exception cref="NotPermittedException">The reader is not on the list of those who may.</exception>
    public IReadOnlyList<RestrictedCase> Restrictions()
    {
        var shown = Register();
        Audit.Write(AuditAction.ReadRestricted, "register", "restricted", "", shown.Count, shown.Select(r => r.Restriction.Child));
        return shown;
    }

    private List<RestrictedCase> Register()
    {
        Demand(Level.Restricted);
        var (all, reasons) = Take(() => (_shelves.Home.Store.Restrictions.All(), _shelves.Home.Store.Restrictions.Reasons));
        var linked = Authority.WithMerged(Principal.LinkedIds);
        return [.. all.Where(r => !linked.Contains(r.Child)).Select(r => new RestrictedCase(r, ChildrenOf([r.Child]).Select(c => _journeys.ChildIds[c]).FirstOrDefault(),
            reasons.Index(r.Reason) is >= 0 and var i ? reasons.Entries[i].Label : r.Reason.Length > 0 ? r.Reason : "Not known"))];
    }

    /// <summary>The reasons a restriction may have.</summary>
    /// <exception cref="NotPermittedException">The reader is not on the list of those who may.</exception>
    public IReadOnlyList<(string Code, string Label)> ReasonsToRestrict()
    {
        Demand(Level.Restricted);
        return Take(() => _shelves.Home.Store.Restrictions.Reasons.Entries.Select(e => (e.Code, e.Label)).ToList());
    }

    /// <summary>Restricts a child. What is wrong, in words; empty where it was done.</summary>
    /// <param name="who">Who answers for it.</param>
    /// <exception cref="NotPermittedException">The reader is not on the list of those who may.</exception>
    public string Restrict(string child, string reason, DateOnly? from, string who) => Change("placed", "new", [child.Trim()], r => r.Place(child, reason, from, who));

    /// <summary>Lets a restriction stand after a look at it; what is wrong, in words.</summary>
    /// <exception cref="NotPermittedException">As above.</exception>
    public string ReviewRestriction(int id, string who) => IsOfLinked(id) ? NoSuch(id) : Change("reviewed", Text(id), ChildOf(id), r => r.Review(id, who));

    /// <summary>Lifts a restriction; what is wrong, in words.</summary>
    /// <exception cref="NotPermittedException">As above.</exception>
    public string LiftRestriction(int id, string who) => IsOfLinked(id) ? NoSuch(id) : Change("lifted", Text(id), ChildOf(id), r => r.Lift(id, who));

    /// <summary>Every change of the register, by page or by command, goes through here, and is written down first, also one that then proves to be none.</summary>
    private string Change(string what, string about, IEnumerable<string> children, Func<Restrictions, string> change)
    {
        Demand(Level.Restricted);
        Audit.Write(AuditAction.ChangedRestriction, "restriction", about, what, 0, children);
        return Take(() => change(_shelves.Home.Store.Restrictions));
    }

    private IEnumerable<string> ChildOf(int id) => Register().Where(r => r.Restriction.Id == id).Select(r => r.Restriction.Child);

    private bool IsOfLinked(int id) => Principal.LinkedIds.Count > 0 && Register().All(r => r.Restriction.Id != id);

    private static string NoSuch(int id) => $"There is no restriction {id}.";

    private Journeys.Authority Authority => _journeys.Authority;

    /// <summary>The children of whom this reader is shown nothing.</summary>
    private IReadOnlySet<int> Hidden => _hidden ??= ChildrenOf(Principal.MaySeeRestricted ? Principal.LinkedIds : [.. RestrictedIds, .. Principal.LinkedIds]);

    /// <summary>The restricted children.</summary>
    private IReadOnlySet<int> RestrictedChildren => _restricted ??= ChildrenOf(RestrictedIds);

    /// <summary>Children by any id they ever had.</summary>
    private HashSet<int> ChildrenOf(IReadOnlyList<string> ids) => ids.Count == 0 ? [] : [.. _journeys.Children(Authority.WithMerged(ids))];

    /// <summary>A row without its place was blanked: it says a verdict and stands in no list.</summary>
    private bool IsListed(CaseRow row) => row.Row >= 0 && !Hidden.Contains(row.Child);

    private Breakdown Listed(Breakdown breakdown) => breakdown with { Without = Hidden };

    /// <summary>A movement counts all its cases; of those that are kept from the reader it says no more than the verdict.</summary>
    private Movement Listed(Movement moved) => Hidden.Count == 0 ? moved : moved with
    {
        Entered = [.. moved.Entered.Select(OrBlank)],
        Left = [.. moved.Left.Select(OrBlank)],
        Changed = [.. moved.Changed.Select(c => (OrBlank(c.Before), OrBlank(c.Now)))],
    };

    private CaseRow OrBlank(CaseRow row) => IsListed(row) ? row : Blank(row);

    /// <summary>A load without its list of restricted children, whose length alone would tell how many there are.</summary>
    private StoredLoad Listed(StoredLoad load) => Principal.MaySeeRestricted ? load : load with
    {
        Receipt = [.. load.Receipt.Where(l => !l.IsRestricted)],
        Findings = [.. load.Findings.Where(f => f.Kind != ToldRestriction.Kind && !load.Receipt.Any(l => l.IsRestricted && l.File == f.File && l.Sheet == f.Sheet))],
    };

    /// <summary>What lists, and counts of them, leave out, in words that are the same whatever they leave out; empty where they leave out nothing.</summary>
    public string WhatListsLeaveOut => $"{(Principal.Role == Role.TeamManager ? "Only cases of your own teams are listed. " : "")}{NoticeOfCells}".TrimEnd();

    private string NoticeOf(IReadOnlyList<CaseLine> lines) => Principal.MaySeeRestricted
        ? $"Restricted cases among these: {lines.Count(l => l.IsRestricted)}. {WhatListsLeaveOut}".TrimEnd() : WhatListsLeaveOut;
}

/// <summary>A restriction as the register shows it.</summary>
/// <param name="Restriction">As kept.</param>
/// <param name="ChildNow">The id the child has now; null where no child of that id is in the data.</param>
/// <param name="Reason">In words.</param>
public sealed record RestrictedCase(Restriction Restriction, string? ChildNow, string Reason);

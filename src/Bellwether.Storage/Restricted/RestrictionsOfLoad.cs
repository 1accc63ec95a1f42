using System.Globalization;
using Bellwether.Extracts;
using Bellwether.Journeys;

namespace Bellwether.Storage;

/// <summary>
/// What a load does to the register: children it tells of for the first time are restricted; those that it should tell of and does not stay as
/// they are, and the lead of restricted cases is told. One that a person lifted stays lifted while the source goes on telling of it, and is
/// placed anew where the source tells of it again after a load that did not, or from a day after the lift. Worked out before the load is
/// written, so that its findings stand with the others.
/// </summary>
internal sealed class RestrictionsOfLoad
{
    private readonly Restrictions _register;
    private readonly Extract _extract;
    private readonly List<ToldRestriction> _new = [];
    private readonly List<Restriction> _again = [], _unsaid = [], _still = [], _over = [];

    private RestrictionsOfLoad(Restrictions register, Extract extract) => (_register, _extract) = (register, extract);

    /// <summary>What is to be said to the lead.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <param name="register">As it is before the load.</param>
    /// <param name="extract">What is loaded.</param>
    /// <param name="settings">The home's merged ids.</param>
    /// <param name="lastReceipt">That of the newest load of the same sources.</param>
    public static RestrictionsOfLoad Of(Restrictions register, Extract extract, Authority settings, IReadOnlyList<ReceiptLine> lastReceipt)
    {
        var of = new RestrictionsOfLoad(register, extract);
        var isLeftOut = !extract.Receipt.Any(l => l.IsRestricted) && lastReceipt.Any(l => l.IsRestricted) && IsOfWholeFormat(extract);
        if (extract.Records.TellsRestrictions.Count > 0 || isLeftOut) of.Compare(settings, isLeftOut);
        return of;
    }

    /// <summary>Writes the steps, inside the load's transaction.</summary>
    public void Write(int load)
    {
        foreach (var told in _new)
            _register.Add(told.Child, told.Reason, told.From ?? Day, told.Source, told.Source, load, told.Reviewed);
        foreach (var restriction in _again) _register.Add(restriction.Id, RestrictionStepKind.SaidAgain, restriction.Source, load, null);
        foreach (var restriction in _unsaid.Concat(_over)) _register.Add(restriction.Id, RestrictionStepKind.Unsaid, restriction.Source, load, null);
        foreach (var restriction in _still) _register.Add(restriction.Id, RestrictionStepKind.StillTold, restriction.Source, load, null);
    }

    /// <summary>Local files come one by one, so one that is not there says nothing; a set that had the list and has it no more does.</summary>
    private static bool IsOfWholeFormat(Extract extract) => extract.Records.Statements.Any(s => s.Speaker.Length == 0);

    private void Compare(Authority settings, bool isLeftOut)
    {
        var (all, met) = (_register.All().Where(r => r.Source.Length > 0).ToList(), new HashSet<int>());
        foreach (var told in _extract.Records.Restrictions)
        {
            // A merged child may be told under each of its ids.
            var ids = settings.WithMerged([told.Child]);
            var known = all.Where(r => r.Source == told.Source && r.Reason == told.Reason && ids.Contains(r.Child)).ToList();
            var standing = known.Where(r => r.IsInForce).ToList();
            if (standing.Count == 0 && known.LastOrDefault() is { } lifted && StaysLifted(lifted, told)) standing = [lifted];
            if (standing.Count == 0 && !_new.Exists(n => n.Source == told.Source && n.Reason == told.Reason && ids.Contains(n.Child))) _new.Add(told);
            foreach (var restriction in standing.Where(r => met.Add(r.Id)))
            {
                if (restriction.Unsaid is not null) _again.Add(restriction);
                if (IsTakenSince(restriction) && !restriction.Steps.Any(s => s.Kind == RestrictionStepKind.StillTold)) _still.Add(restriction);
            }
            met.UnionWith(known.Select(r => r.Id));       // those that an earlier lift ended are told of too
        }
        var unsaid = all.Where(r => !met.Contains(r.Id) && r.Unsaid is null && (isLeftOut || _extract.Records.TellsRestrictions.Contains(r.Source))).ToList();
        _unsaid.AddRange(unsaid.Where(r => r.IsInForce));
        _over.AddRange(unsaid.Where(IsTakenSince));
        Findings = [.. Said("restriction-unsaid", _unsaid.Count), .. Said("restriction-still-told", _still.Count)];
    }

    /// <summary>
    /// True where the source has told of it without a break, so that whoever lifted it knew, and of no later beginning; and where the extract
    /// was taken before the lift, and can't know of it.
    /// </summary>
    private bool StaysLifted(Restriction lifted, ToldRestriction told) =>
        Day < lifted.LiftedOn || (lifted.Unsaid is null && !(told.From > lifted.LiftedOn));

    /// <summary>True of a lifted restriction where the extract was taken on the day of the lift or later.</summary>
    private bool IsTakenSince(Restriction restriction) => Day >= restriction.LiftedOn;

    private DateOnly Day => _extract.DataDate ?? _register.Today;

    private IEnumerable<Finding> Said(string code, int times)
    {
        if (times == 0) yield break;
        var (entry, list) = (FindingCatalogue.Of(code), _extract.Receipt.FirstOrDefault(l => l.IsRestricted));
        yield return new Finding(entry.Code, entry.Outcome, list?.File ?? "", list?.Sheet ?? "", 0, "", string.Format(CultureInfo.InvariantCulture, entry.Sentence, times), entry.ToDo, ToldRestriction.Kind) { Times = times };
    }
}

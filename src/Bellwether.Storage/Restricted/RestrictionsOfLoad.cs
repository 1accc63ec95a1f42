using System.Globalization;
using Bellwether.Extracts;
using Bellwether.Journeys;

namespace Bellwether.Storage;

/// <summary>
/// What a load does to the register: children it tells of for the first time are restricted; those that it should tell of and does not stay as
/// they are, and the lead of restricted cases is told. Worked out before the load is written, so that its findings stand with the others.
/// </summary>
internal sealed class RestrictionsOfLoad
{
    private readonly Restrictions _register;
    private readonly Extract _extract;
    private readonly List<ToldRestriction> _new = [];
    private readonly List<Restriction> _again = [], _unsaid = [];

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
            _register.Add(told.Child, told.Reason, told.From ?? _extract.DataDate ?? _register.Today, told.Source, told.Source, load, told.Reviewed);
        foreach (var restriction in _again) _register.Add(restriction.Id, RestrictionStepKind.SaidAgain, restriction.Source, load, null);
        foreach (var restriction in _unsaid) _register.Add(restriction.Id, RestrictionStepKind.Unsaid, restriction.Source, load, null);
    }

    /// <summary>Local files come one by one, so one that is not there says nothing; a set that had the list and has it no more does.</summary>
    private static bool IsOfWholeFormat(Extract extract) => extract.Records.Statements.Any(s => s.Speaker.Length == 0);

    private void Compare(Authority settings, bool isLeftOut)
    {
        var (open, met) = (_register.InForce().Where(r => r.Source.Length > 0).ToList(), new HashSet<int>());
        foreach (var told in _extract.Records.Restrictions)
        {
            // A merged child may be told under each of its ids.
            var ids = settings.WithMerged([told.Child]);
            var known = open.Where(r => r.Source == told.Source && r.Reason == told.Reason && ids.Contains(r.Child)).ToList();
            if (known.Count == 0 && !_new.Exists(n => n.Source == told.Source && n.Reason == told.Reason && ids.Contains(n.Child))) _new.Add(told);
            _again.AddRange(known.Where(r => met.Add(r.Id) && r.Unsaid is not null));
        }
        _unsaid.AddRange(open.Where(r => !met.Contains(r.Id)).Where(r => r.Unsaid is null && (isLeftOut || _extract.Records.TellsRestrictions.Contains(r.Source))));
        if (_unsaid.Count == 0) return;
        var (entry, list) = (FindingCatalogue.Of("restriction-unsaid"), _extract.Receipt.FirstOrDefault(l => l.IsRestricted));
        Findings = [new Finding(entry.Code, entry.Outcome, list?.File ?? "", list?.Sheet ?? "", 0, "", string.Format(CultureInfo.InvariantCulture, entry.Sentence, _unsaid.Count), entry.ToDo, ToldRestriction.Kind) { Times = _unsaid.Count }];
    }
}

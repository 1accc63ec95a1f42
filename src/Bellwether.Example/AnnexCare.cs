using Bellwether.Writers.Xlsx;

namespace Bellwether.Example;

/// <summary>List 8.</summary>
internal static class AnnexCare
{
    private static readonly string[] Headings =
    [
        AnnexList.Prefix, "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)", AnnexList.Disabled, "Date Started to be Looked After", "Child's Category of Need",
        "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)", "Start date of current legal status", "Child's Legal Status", "Date of Latest Statutory Review",
        "Date of Last Social Work Visit", "What is the permanence plan for this child?", "Date of Last IRO Visit / Contact to the Child", "Date of Last Health Assessment", "Date of Last Dental Check",
        "Number of Placements in the Last 12 months", "Date Ceased to be Looked After", "Reason Ceased to be Looked After", "Start Date of Most Recent Placement", "Placement Type", "Placement Provider",
        "Placement postcode", "URN of Placement", "Placement Location", "LA of Placement", "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months",
        "Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months", "Was the child offered a Return Interview after their last missing episode (Y/N)?",
        "Did the child accept a Return Interview after their last missing episode (Y/N)?", AnnexList.Allocated,
    ];

    public static AnnexList InCare(AnnexView v)
    {
        var list = new AnnexList(Headings);
        var x = v.Extract;
        var placements = v.World.Placements.Where(p => p.Start.Recorded <= v.On).ToLookup(p => p.Period.Id);
        var legal = AnnexProtection.Latest(v.World.LegalStatuses.Where(l => l.Start.Recorded <= v.On), l => l.Period.Id, l => l.Start.On);
        var reviews = AnnexProtection.Latest(v.World.CareReviews.Where(r => x.Ended(r.Held)), r => r.Period.Id, r => r.Held!.Value.On);
        var visits = AnnexProtection.Latest(v.World.CareVisits.Where(n => n.Made.Recorded <= v.On), n => n.ParentId, n => n.Made.On);
        var checks = v.World.HealthChecks.Where(h => h.On.Recorded <= v.On && h.Status == "Completed").ToLookup(h => h.Child);
        var plans = AnnexProtection.Latest(v.World.CarePlans.Where(p => p.Start.Recorded <= v.On), p => p.Child, p => p.Start.On);
        var missing = v.World.Missing.Where(m => m.Start.Recorded <= v.On).ToLookup(m => m.Child);
        foreach (var group in v.World.CarePeriods.Where(p => p.Start.Recorded <= v.On).GroupBy(p => p.Child))
        {
            var p = group.OrderBy(q => q.ShortBreaks).ThenByDescending(q => q.Start.On).First();
            if (!v.Current(p.Start, p.End)) continue;
            var child = p.Child;
            var again = group.Any(q => q != p && !q.ShortBreaks && q.End is { } e && e.Recorded <= v.On && e.On > v.Year);
            var lost = missing[child].Where(m => m.Start.On > v.Year).ToArray();
            var last = missing[child].Where(m => x.Ended(m.End)).OrderByDescending(m => m.Start.On).FirstOrDefault();
            var review = reviews.GetValueOrDefault(p.Id)?.Held?.On;
            list.Add(v.Prefix(child, p.Start.On), [Cell.Text(AnnexCodes.Yes(child.Uasc))], AnnexView.Disabled(child),
            [
                Cell.Date(p.Start.On), Cell.Text(AnnexCodes.Need(p.Need)), Cell.Text(AnnexCodes.Yes(again)), Cell.Date(legal.GetValueOrDefault(p.Id)?.Start.On),
                Cell.Text(legal.TryGetValue(p.Id, out var law) ? AnnexCodes.Law(law.Code) : ""), Cell.Date(review), Cell.Date(visits.GetValueOrDefault(p.Id)?.Made.On),
                Cell.Text(Permanence(plans.GetValueOrDefault(child))), Cell.Date(review), Last(checks[child], "Health Assessment"), Last(checks[child], "Dental Check"),
            ],
            Placed(v, placements[p.Id].OrderBy(q => q.Start.On).ToArray(), p),
            [
                Cell.Number(lost.Count(m => m.Type == "Missing")), Cell.Number(lost.Count(m => m.Type != "Missing")), Cell.Text(Answer(last?.Offered)), Cell.Text(Answer(last?.Accepted)),
            ], v.Allocated(child));
        }
        return list;
    }

    private static Cell[] Placed(AnnexView v, Placement[] placements, CarePeriod period)
    {
        var x = v.Extract;
        var now = placements.Length == 0 ? null : placements[^1];
        var lately = placements.Count(q => !x.Ended(q.End) || q.End!.Value.On > v.Year);
        var inside = now is not null && now.Miles < 20;
        return
        [
            Cell.Number(Math.Max(1, lately)), v.Day(period.End), Cell.Text(x.Ended(period.End) ? AnnexCodes.End(period.EndReason) : ""), Cell.Date(now?.Start.On), Cell.Text(now is null ? "" : AnnexCodes.Place(now.Type)),
            Cell.Text(now is null ? "" : AnnexCodes.Provider(now.Provider)), Cell.Text(now?.Sector ?? ""), Cell.Text(now?.Urn ?? ""), Cell.Text(inside ? "a) In" : "b) Out"), Cell.Text(inside ? Council.Name : "NIR"),
        ];
    }

    private static Cell Last(IEnumerable<HealthCheck> checks, string type)
    {
        DateOnly? last = null;
        foreach (var h in checks)
            if (h.Type == type && (last is null || h.On.On > last)) last = h.On.On;
        return Cell.Date(last);
    }

    private static string Answer(string? yes) => yes switch { "Y" => "a) Yes", "N" => "b) No", _ => "" };

    private static string Permanence(CarePlan? plan) => plan?.Options[0] switch
    {
        null => "",
        "RETURN1M" or "RETURN6M" or "RETURNEV" or "REMAINSUP" => "a) Return to family",
        "ADOPTION" => "b) Adoption",
        "LTRELFR" => "c) SGO/CAO",
        "SUPPLIV" => "d) Supported living in the community",
        "RESPLMT" => "e) Long-term residential placement",
        "LTFOST18" => "f) Long-term fostering",
        _ => "g) other",
    };
}

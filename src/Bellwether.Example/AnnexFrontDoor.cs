using Bellwether.Writers.Xlsx;

namespace Bellwether.Example;

/// <summary>Lists 1 to 4.</summary>
internal static class AnnexFrontDoor
{
    public static AnnexList Contacts(AnnexView v)
    {
        var list = new AnnexList(AnnexList.Prefix, "Date of Contact", "Contact Source");
        foreach (var c in v.World.Contacts)
            if (v.Lately(c.Made)) list.Add(v.Prefix(c.Child, c.Made.On), [Cell.Date(c.Made.On), Cell.Text(AnnexCodes.Source(c.Source))]);
        return list;
    }

    public static AnnexList EarlyHelp(AnnexView v)
    {
        var list = new AnnexList(AnnexList.Prefix, "Assessment start date", "Assessment completion date", "Organisation completing assessment");
        foreach (var e in v.World.EarlyHelp)
            if (v.Current(e.Start, e.End)) list.Add(v.Prefix(e.Child, e.Start.On), [Cell.Date(e.Start.On), v.Day(e.End), Cell.Text(e.Organisation)]);
        return list;
    }

    public static AnnexList Referrals(AnnexView v)
    {
        var list = new AnnexList(AnnexList.Prefix, "Date of referral", "Referral Source", "Referral NFA?", "Number of Referrals in Last 12 Months", AnnexList.Allocated);
        var known = v.World.Referrals.Where(r => r.Made.Recorded <= v.On).ToLookup(r => r.Child, r => r.Made.On);
        foreach (var r in v.World.Referrals)
        {
            if (!v.Lately(r.Made)) continue;
            list.Add(v.Prefix(r.Child, r.Made.On), [Cell.Date(r.Made.On), Cell.Text(AnnexCodes.Source(r.Source)), Cell.Text(AnnexCodes.Yes(r.Outcome == "NFA_FLAG")), Cell.Number(v.Earlier(known[r.Child]))],
                v.Allocated(r.Child));
        }
        return list;
    }

    public static AnnexList Assessments(AnnexView v)
    {
        var list = new AnnexList(AnnexList.Prefix, AnnexList.Disabled, "Continuous Assessment Start Date", "Child Seen During Continuous Assessment", "Continuous Assessment Date of Authorisation",
            "Was the child assessed as requiring LA children’s social care support?", AnnexList.Allocated);
        foreach (var a in v.World.Assessments)
        {
            if (!v.Current(a.Start, a.Authorised)) continue;
            var done = v.Extract.Ended(a.Authorised);
            list.Add(v.Prefix(a.Referral.Child, a.Start.On), AnnexView.Disabled(a.Referral.Child),
                [Cell.Date(a.Start.On), Cell.Text(done ? AnnexCodes.Yes(a.Seen) : ""), v.Day(a.Authorised), Cell.Text(done ? AnnexCodes.Yes(a.Outcome != "NFA_FLAG") : "")], v.Allocated(a.Referral.Child));
        }
        return list;
    }
}

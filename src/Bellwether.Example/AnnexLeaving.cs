using Bellwether.Writers.Xlsx;

namespace Bellwether.Example;

/// <summary>Lists 9 to 11; list 9 in its current form of seventeen columns.</summary>
internal static class AnnexLeaving
{
    public static AnnexList Leavers(AnnexView v)
    {
        var list = new AnnexList(AnnexList.Prefix, "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)", AnnexList.Disabled, AnnexList.Allocated, "Allocated Personal Advisor",
            "Eligibility Category", "Latest Pathway Plan Review Date", "LA in Touch", "Latest Date of Contact", "Type of Accommodation", "Suitability of Accommodation", "Activity Status");
        foreach (var l in SsdCare.Latest(v.Extract))
        {
            var known = l.InTouch == "YES";
            list.Add(v.Prefix(l.Child, v.On), [Cell.Text(AnnexCodes.Yes(l.Child.Uasc))], AnnexView.Disabled(l.Child), v.Allocated(l.Child),
            [
                Cell.Blank, Cell.Text(l.Eligibility switch { "Relevant" => "a) Relevant child", "Former Relevant" => "b) Former relevant child", "Qualifying" => "c) Qualifying care leaver", _ => "d) Eligible child" }),
                Cell.Date(l.Review.On), Cell.Text(l.InTouch switch { "YES" => "a) Yes", "NO" => "b) No", "DIED" => "c) Died", "REFU" => "d) Refu", "NREQ" => "e) NREQ", _ => "f) Rhom" }), Cell.Date(l.LatestContact.On),
                Cell.Text(known ? AnnexCodes.Home(l.Accommodation) : ""), Cell.Text(!known ? "" : l.Suitable == "1" ? "a) Suitable" : "b) Unsuitable"), Cell.Text(known ? AnnexCodes.Activity(l.Activity) : ""),
            ]);
        }
        return list;
    }

    public static AnnexList Adoption(AnnexView v)
    {
        var list = new AnnexList("Child Unique ID", "Family identifier", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", AnnexList.Disabled, "Date the Child Entered Care",
            "Date of Decision that Child Should be Placed for Adoption", "Date of Placement Order", "Date of Matching Child and Prospective Adopters", "Date Placed for Adoption", "Date of Adoption Order",
            "Date of Decision that Child Should No Longer be Placed for Adoption", "Reason Why Child No Longer Placed for Adoption", "Date the child was placed for fostering in FFA or concurrent planning placement");
        bool Year(Entry? e) => e is { } d && d.Recorded <= v.On && d.On > v.Year;
        foreach (var p in v.World.Permanence)
        {
            if (p.Decision is null || !(Year(p.Decision) || Year(p.Reversed) || Year(p.Made))) continue;
            var prefix = v.Prefix(p.Period.Child, p.Period.Start.On);
            list.Add([prefix[0], Cell.Text($"F{p.Period.Child.Family:D6}"), .. prefix[1..]], AnnexView.Disabled(p.Period.Child),
            [
                Cell.Date(p.Period.Start.On), v.Day(p.Decision), v.Day(p.Order), v.Day(p.Matched), v.Day(p.Placed), v.Day(p.Made), v.Day(p.Reversed),
                Cell.Text(v.Extract.Ended(p.Reversed) ? "RD2" : ""), Cell.Blank,
            ]);
        }
        return list;
    }

    public static AnnexList Adopters(AnnexView v)
    {
        var list = new AnnexList("Individual adopter identifier", "Family identifier", "Gender", "Ethnicity", "Disability", "Is the (prospective) adopter fostering for adoption?", "Date enquiry received", "Date Stage 1 started",
            "Date Stage 1 ended", "Date Stage 2 started", "Date Stage 2 ended", "Date application submitted", "Date application approved", "Date adopter matched with child(ren)",
            "Date child/children placed with adopter(s)", "No. of children placed", "Date of Adoption Order", "Date of leaving adoption process", "Reason for leaving adoption process");
        foreach (var a in v.World.Adopters)
        {
            if (a.Enquiry.Recorded > v.On || (v.Extract.Ended(a.Left) && a.Left!.Value.On <= v.Year) || (v.Extract.Ended(a.Placed) && a.Placed!.Value.On <= v.Year)) continue;
            var placed = v.Extract.Ended(a.Placed);
            list.Add(
            [
                Cell.Text(a.Id), Cell.Text(a.Family), Cell.Text(AnnexCodes.Gender(a.Sex)), Cell.Text(AnnexCodes.Ethnicity(a.Ethnicity)), Cell.Text("b) No"), Cell.Text("b) No"), Cell.Date(a.Enquiry.On), v.Day(a.Stage1),
                v.Day(a.Stage1End), v.Day(a.Stage2), v.Day(a.Stage2End), v.Day(a.Applied), v.Day(a.Approved), v.Day(a.Matched), v.Day(a.Placed), placed ? Cell.Number(1) : Cell.Blank, Cell.Blank, v.Day(a.Left),
                Cell.Text(v.Extract.Ended(a.Left) ? a.Reason : ""),
            ]);
        }
        return list;
    }
}

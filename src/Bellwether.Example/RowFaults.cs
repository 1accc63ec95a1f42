using Bellwether.Calendar;

namespace Bellwether.Example;

/// <summary>The row faults themselves, each on a child of its own.</summary>
internal static class RowFaults
{
    public static IEnumerable<PlantedFault> Dates(FaultTables t, DateOnly on)
    {
        yield return Change(t, "end before start", "cin_plans", "cinp_person_id", r => r[4].Length > 0, r => r[4] = Shift(r[3], -3), "the end is before the start", "set aside");
        yield return Change(t, "impossible date", "cp_visits", "cppv_person_id", r => r[3].Length > 0, r => r[3] = $"31/04/{on.Year}", "31 April does not exist", "set aside");
        yield return Change(t, "impossible leap day", "cin_visits", "cinv_person_id", r => r[2].Length > 0, r => r[2] = "29/02/2025", "29 February 2025 does not exist", "set aside");
        yield return Change(t, "year out of range", "cla_visits", "clav_person_id", r => r[3].Length > 0, r => r[3] = "0206" + r[3][4..], "the year is out of range", "set aside");
        yield return Added(t, "event after the extract", "cp_visits", "cppv_person_id", r => r[3].Length == 10, r => (r[0], r[3]) = ("CPV999990", Shift(Extract.Day(on), 5)), "the date is after the day of the extract", "set aside");
        yield return Change(t, "blank required date", "s47_enquiry", "s47e_person_id", r => r[4].Length > 0, r => r[3] = "", "the start date is blank", "set aside");
    }

    public static IEnumerable<PlantedFault> Identity(FaultTables t, DateOnly on)
    {
        var child = Cases(t);
        var second = Added(t, "two birth dates", "person", "pers_person_id", r => r[9].Length > 0 && child.Contains(r[0]), r => r[9] = Shift(r[9], 400), "one id has two birth dates", "set aside");
        yield return second with { Row = CsvTable.Line(t["person"].Rows.FindIndex(r => r[0] == second.Child)) };
        yield return second;
        yield return Change(t, "birth after the extract", "person", "pers_person_id", r => r[9].Length > 0 && r[10].Length == 0 && child.Contains(r[0]), r => r[9] = Shift(Extract.Day(on), 30), "the birth date is after the day of the extract and the child is not marked unborn", "set aside");
        yield return BornAfterReferral(t);
        yield return Change(t, "unknown code", "cla_placement", "clap_person_id", r => r[9].Length == 0, r => r[4] = "Q9", "the placement type is no known code", "noted");
        yield return Change(t, "not available", "cin_episodes", "cine_person_id", r => r[9].Length > 0, r => r[3] = "#N/A", "the need code is not known", "noted");
        yield return Change(t, "blank child id", "contacts", "cont_person_id", r => r[1].Length > 0, r => r[1] = "", "the child id is blank", "set aside", blank: true);
        yield return Added(t, "orphan episode", "cla_episodes", "clae_person_id", r => r[6].Length > 0, r => (r[0], r[1]) = ("EPI999991", "8999991"), "no person has this id", "set aside");
        yield return Added(t, "orphan review", "cp_reviews", "cppr_person_id", r => r[4].Length > 0, r => (r[0], r[2]) = ("CPR999992", "CPP999992"), "no plan has this id", "noted");
        yield return Added(t, "exact duplicate", "cin_visits", "cinv_person_id", r => r[2].Length == 10 && !r[2].Contains('/', StringComparison.Ordinal), _ => { }, "the row is there twice; kept once", "noted");
        yield return Added(t, "near duplicate", "s47_enquiry", "s47e_person_id", r => r[4].Length > 0 && r[3].Length > 0, r => r[4] = Shift(r[4], 1), "the same enquiry is there twice and differs; the last is kept", "noted");
        yield return Change(t, "broken JSON", "cla_care_plan", "lacp_person_id", r => r[4].Length > 2, r => r[4] = r[4][..^1], "the care plan options can't be read", "noted");
    }

    public static IEnumerable<PlantedFault> Overlaps(FaultTables t, DateOnly on)
    {
        yield return Added(t, "two open referrals", "cin_episodes", "cine_person_id", r => r[9].Length == 0, r => (r[0], r[2]) = ("REF999993", Shift(Extract.Day(on), -20)), "the child has two open referrals; counted as one case", "noted");
        yield return Added(t, "overlapping allocations", "involvements", "invo_person_id", r => r[6].Length == 0 && r[2] == "CW" && r[1].Length > 0,
            r => (r[0], r[1], r[5]) = ("INV999994", r[1] == "W0001" ? "W0004" : "W0001", Shift(Extract.Day(on), -10)), "two case workers hold the child at once", "noted");
        yield return Added(t, "overlapping placements", "cla_placement", "clap_person_id", r => r[9].Length == 0, r => (r[0], r[3]) = ("PLC999995", Shift(Extract.Day(on), -15)), "two placements are open at once", "noted");
        yield return PastEighteen(t, on);
    }

    // A looked-after child is made nineteen; the period stays open.
    private static PlantedFault PastEighteen(FaultTables t, DateOnly on)
    {
        var open = t["cla_episodes"].Rows.Where(r => r[6].Length == 0 && string.CompareOrdinal(r[10], Extract.Day(on.AddYears(-2))) < 0).Select(r => r[1]).ToHashSet(StringComparer.Ordinal);
        return Change(t, "care past eighteen", "person", "pers_person_id", r => r[9].Length > 0 && open.Contains(r[0]) && string.CompareOrdinal(r[9], Extract.Day(on.AddYears(-12))) < 0,
            r => r[9] = Shift(Extract.Day(on.AddYears(-19)), 0), "the period of care is open past the eighteenth birthday; it stops counting there", "noted");
    }

    private static PlantedFault BornAfterReferral(FaultTables t)
    {
        var first = t["cin_episodes"].Rows.GroupBy(r => r[1]).ToDictionary(g => g.Key, g => g.Min(r => r[2])!, StringComparer.Ordinal);
        return Change(t, "referral before birth", "person", "pers_person_id", r => r[9].Length > 0 && r[10].Length == 0 && first.ContainsKey(r[0]),
            r => r[9] = Shift(first[r[0]], 12), "the referral is before the birth and the child was not marked unborn", "noted");
    }

    private static HashSet<string> Cases(FaultTables t) => t["cin_episodes"].Rows.Select(r => r[1]).ToHashSet(StringComparer.Ordinal);

    private static PlantedFault Change(FaultTables t, string fault, string table, string key, Func<string[], bool> where, Action<string[]> spoil, string finding, string outcome, bool blank = false)
    {
        var rows = t[table];
        var at = rows.Find(r => !t.Used.Contains(r[rows[key]]) && where(r));
        var child = rows.Rows[at][rows[key]];
        t.Used.Add(child);
        spoil(rows.Rows[at]);
        return new PlantedFault(fault, table, CsvTable.Line(at), blank ? "" : child, finding, outcome);
    }

    private static PlantedFault Added(FaultTables t, string fault, string table, string key, Func<string[], bool> where, Action<string[]> spoil, string finding, string outcome)
    {
        var rows = t[table];
        var at = rows.Find(r => !t.Used.Contains(r[rows[key]]) && where(r));
        var copy = (string[])rows.Rows[at].Clone();
        t.Used.Add(copy[rows[key]]);
        spoil(copy);
        return new PlantedFault(fault, table, rows.Append(copy), copy[rows[key]], finding, outcome);
    }

    private static string Shift(string day, int days) =>
        Extract.Day(IsoDate.Parse(day).AddDays(days));
}

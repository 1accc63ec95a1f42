using System.Globalization;

namespace Bellwether.Example;

/// <summary>Placements, legal statuses, care plans and permanence.</summary>
internal static class SsdPlacing
{
    private static readonly string[] Options = ["REMAINSUP", "RETURN1M", "RETURN6M", "RETURNEV", "LTRELFR", "LTFOST18", "RESPLMT", "SUPPLIV", "ADOPTION", "OTHERPLN"];

    public static void Write(Extract x, Action<string, CsvSheet> save)
    {
        var placements = new CsvSheet("clap_cla_placement_id,clap_cla_id,clap_person_id,clap_cla_placement_start_date,clap_cla_placement_type,clap_cla_placement_urn,clap_cla_placement_distance,clap_cla_placement_provider,clap_cla_placement_postcode,clap_cla_placement_end_date,clap_cla_placement_change_reason");
        foreach (var p in x.World.Placements)
            if (x.Has(p.Start, p.End))
                placements.Row(p.Id, p.Period.Id, x.Of(p.Period.Child, p.Period.Start.On), Extract.Day(p.Start.On), p.Type, p.Urn, p.Miles.ToString("0.0", CultureInfo.InvariantCulture), p.Provider,
                    p.Sector.Replace(" ", "", StringComparison.Ordinal), x.Day(p.End), x.Ended(p.End) ? p.ChangeReason : "");
        save("cla_placement", placements);
        var legal = new CsvSheet("lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date");
        foreach (var l in x.World.LegalStatuses)
            if (x.Has(l.Start, l.End))
                legal.Row(l.Id, x.Of(l.Period.Child, l.Period.Start.On), l.Code, Extract.Day(l.Start.On), x.Day(l.End));
        save("legal_status", legal);
        var plans = new CsvSheet("lacp_table_id,lacp_person_id,lacp_cla_care_plan_start_date,lacp_cla_care_plan_end_date,lacp_cla_care_plan_json");
        foreach (var p in x.World.CarePlans)
            if (x.Has(p.Start, p.End))
                plans.Row(p.Id, x.Of(p.Child, p.Start.On), Extract.Day(p.Start.On), x.Day(p.End), Extract.Flags(p.Options, Options));
        save("cla_care_plan", plans);
        save("permanence", Permanence(x));
    }

    private static CsvSheet Permanence(Extract x)
    {
        var t = new CsvSheet("perm_table_id,perm_person_id,perm_cla_id,perm_adm_decision_date,perm_ffa_cp_decision_date,perm_placement_order_date,perm_placed_for_adoption_date,perm_matched_date,perm_adopted_by_carer_flag,perm_placed_ffa_cp_date,perm_decision_reversed_date,perm_placed_foster_carer_date,perm_part_of_sibling_group,perm_siblings_placed_together,perm_siblings_placed_apart,perm_placement_provider_urn,perm_decision_reversed_reason,perm_permanence_order_date,perm_permanence_order_type,perm_adoption_worker_id,perm_adopter_sex,perm_adopter_legal_status,perm_number_of_adopters");
        foreach (var p in x.World.Permanence)
        {
            if (p.Decision is { } d ? d.Recorded > x.On : p.Made!.Value.Recorded > x.On) continue;
            if (x.Ended(p.Made) && p.Made!.Value.On < x.Since) continue;
            var adopted = p.MadeType == "Adoption" && x.Ended(p.Made);
            t.Row(p.Id, x.Of(p.Period.Child, p.Period.Start.On), p.Period.Id, x.Day(p.Decision), "", x.Day(p.Order), x.Day(p.Placed), x.Day(p.Matched), adopted ? Extract.Yes(p.ByCarer) : "", "", x.Day(p.Reversed), "",
                "0", "", "", "", x.Ended(p.Reversed) ? "RD2" : "", x.Day(p.Made), x.Ended(p.Made) ? p.MadeType : "", "", adopted ? "MF" : "", adopted ? "L11" : "", adopted ? "2" : "");
        }
        return t;
    }
}

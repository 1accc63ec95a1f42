namespace Bellwether.Example;

/// <summary>Section 47 enquiries, initial conferences, protection plans, reviews and visits.</summary>
internal static class SsdProtection
{
    private static readonly string[] EnquiryFlags =
        ["NFA_FLAG", "LEGAL_ACTION_FLAG", "PROV_OF_SERVICES_FLAG", "PROV_OF_SB_CARE_FLAG", "CP_CONFERENCE_FLAG", "NFA_CONTINUE_SINGLE_FLAG", "MONITOR_FLAG", "OTHER_OUTCOMES_EXIST_FLAG"];
    private static readonly string[] ConferenceFlags =
        ["NFA_FLAG", "REFERRAL_TO_OTHER_AGENCY_FLAG", "SINGLE_ASSESSMENT_FLAG", "PROV_OF_SERVICES_FLAG", "CP_FLAG", "OTHER_OUTCOMES_EXIST_FLAG"];

    public static void Write(Extract x, Action<string, CsvSheet> save)
    {
        save("s47_enquiry", Enquiries(x));
        save("initial_cp_conference", Conferences(x));
        save("cp_plans", Plans(x));
        save("cp_reviews", Reviews(x));
        var visits = new CsvSheet("cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen,cppv_cp_visit_seen_alone,cppv_cp_visit_bedroom");
        foreach (var v in x.World.ProtectionVisits)
            if (x.Has(v.Made))
                visits.Row(v.Id, x.Of(v.Child, v.Made.On), v.ParentId, Extract.Day(v.Made.On), Extract.Yes(v.Seen), Extract.Yes(v.Alone), Extract.Yes(v.Bedroom));
        save("cp_visits", visits);
    }

    private static CsvSheet Enquiries(Extract x)
    {
        var t = new CsvSheet("s47e_s47_enquiry_id,s47e_referral_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_nfa,s47e_s47_outcome_json,s47e_s47_completed_by_worker_id,s47e_s47_completed_by_team");
        foreach (var s in x.World.Enquiries)
        {
            if (!x.Has(s.Start, s.End)) continue;
            var done = x.Ended(s.End);
            t.Row(s.Id, s.Referral.Id, x.Of(s.Referral.Child, s.Start.On), Extract.Day(s.Start.On), x.Day(s.End),
                done ? Extract.Yes(s.Outcome == "NFA_FLAG") : "", done ? Extract.Flags(s.Outcome, EnquiryFlags) : "", "", done ? s.Team : "");
        }
        return t;
    }

    private static CsvSheet Conferences(Extract x)
    {
        var t = new CsvSheet("icpc_icpc_id,icpc_icpc_meeting_id,icpc_s47_enquiry_id,icpc_person_id,icpc_cp_plan_id,icpc_referral_id,icpc_icpc_transfer_in,icpc_icpc_target_date,icpc_icpc_date,icpc_icpc_outcome_cp_flag,icpc_icpc_outcome_json,icpc_icpc_team,icpc_icpc_worker_id");
        foreach (var c in x.World.Conferences)
            if (x.Has(c.Held))
                t.Row(c.Id, c.MeetingId, c.Enquiry?.Id ?? "", x.Of(c.Referral.Child, c.Held.On), c.PlanId, c.Referral.Id, Extract.Yes(c.TransferIn), Extract.Day(c.Target), Extract.Day(c.Held.On),
                    Extract.Yes(c.PlanMade), Extract.Flags(c.PlanMade ? "CP_FLAG" : "PROV_OF_SERVICES_FLAG", ConferenceFlags), c.Team, "");
        return t;
    }

    private static CsvSheet Plans(Extract x)
    {
        var t = new CsvSheet("cppl_cp_plan_id,cppl_referral_id,cppl_icpc_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_ola,cppl_cp_plan_initial_category,cppl_cp_plan_latest_category");
        foreach (var p in x.World.ProtectionPlans)
            if (x.Has(p.Start, p.End))
                t.Row(p.Id, p.Referral.Id, p.ConferenceId, x.Of(p.Referral.Child, p.Start.On), Extract.Day(p.Start.On), x.Day(p.End), Extract.Yes(p.OtherAuthority), p.Category, p.LatestCategory);
        return t;
    }

    private static CsvSheet Reviews(Extract x)
    {
        var t = new CsvSheet("cppr_cp_review_id,cppr_person_id,cppr_cp_plan_id,cppr_cp_review_due,cppr_cp_review_date,cppr_cp_review_meeting_id,cppr_cp_review_outcome_continue_cp,cppr_cp_review_quorate,cppr_cp_review_participation");
        foreach (var r in x.World.ProtectionReviews)
        {
            var held = x.Ended(r.Held);
            if (r.Known > x.On || (held ? r.Held!.Value.On < x.Since : x.Ended(r.PlanEnd))) continue;
            t.Row(r.Id, x.Of(r.Child, r.Due), r.PlanId, Extract.Day(r.Due), x.Day(r.Held), "", held ? Extract.Yes(r.Continue) : "", held ? Extract.Yes(r.Quorate) : "", "");
        }
        return t;
    }
}

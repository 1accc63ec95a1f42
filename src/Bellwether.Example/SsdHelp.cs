namespace Bellwether.Example;

/// <summary>Contacts, early help, referrals, assessments, child in need plans and visits.</summary>
internal static class SsdHelp
{
    private static readonly string[] ContactFlags =
        ["NEW_REFERRAL_FLAG", "EXISTING_REFERRAL_FLAG", "CP_ENQUIRY_FLAG", "NFA_FLAG", "NON_AGENCY_ADOPTION_FLAG", "PRIVATE_FOSTERING_FLAG", "ADVICE_FLAG", "MISSING_FLAG", "OLA_CP_FLAG", "OTHER_OUTCOMES_EXIST_FLAG"];
    private static readonly string[] ReferralFlags =
        ["SINGLE_ASSESSMENT_FLAG", "NFA_FLAG", "STRATEGY_DISCUSSION_FLAG", "CLA_REQUEST_FLAG", "NON_AGENCY_ADOPTION_FLAG", "PRIVATE_FOSTERING_FLAG", "CP_TRANSFER_IN_FLAG", "CP_CONFERENCE_FLAG", "CARE_LEAVER_FLAG", "OTHER_OUTCOMES_EXIST_FLAG"];
    private static readonly string[] AssessmentFlags =
        ["NFA_FLAG", "NFA_S47_END_FLAG", "STRATEGY_DISCUSSION_FLAG", "CLA_REQUEST_FLAG", "PRIVATE_FOSTERING_FLAG", "LEGAL_ACTION_FLAG", "PROV_OF_SERVICES_FLAG", "PROV_OF_SB_CARE_FLAG", "SPECIALIST_ASSESSMENT_FLAG", "REFERRAL_TO_OTHER_AGENCY_FLAG", "OTHER_ACTIONS_FLAG", "OTHER_OUTCOMES_EXIST_FLAG"];

    public static void Write(Extract x, Action<string, CsvSheet> save)
    {
        save("contacts", Contacts(x));
        save("early_help_episodes", EarlyHelp(x));
        save("cin_episodes", Referrals(x));
        Assessments(x, save);
        save("cin_plans", Plans(x));
        save("cin_visits", Visits(x));
    }

    private static CsvSheet Contacts(Extract x)
    {
        var t = new CsvSheet("cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_source_desc,cont_contact_outcome_json");
        foreach (var c in x.World.Contacts)
        {
            if (!x.Has(c.Made)) continue;
            // After a merge the contacts of the old number stay where they were: the merged-ids file is what joins them.
            var former = c.Child.Former is { } f && c.Made.On < f.Before;
            if (!former || x.On < c.Child.Former!.Value.MergedOn) x.Of(c.Child, c.Made.On);
            t.Row(c.Id, former ? c.Child.Former!.Value.Id : c.Child.Id, Extract.Day(c.Made.On), c.Source, "", Extract.Flags(c.Outcome, ContactFlags));
        }
        return t;
    }

    private static CsvSheet EarlyHelp(Extract x)
    {
        var t = new CsvSheet("earl_episode_id,earl_person_id,earl_episode_start_date,earl_episode_end_date,earl_episode_reason,earl_episode_end_reason,earl_episode_organisation,earl_episode_worker_id");
        foreach (var e in x.World.EarlyHelp)
            if (x.Has(e.Start, e.End))
                t.Row(e.Id, x.Of(e.Child, e.Start.On), Extract.Day(e.Start.On), x.Day(e.End), e.Reason, x.Ended(e.End) ? e.EndReason : "", e.Organisation, "");
        return t;
    }

    private static CsvSheet Referrals(Extract x)
    {
        var t = new CsvSheet("cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_source_desc,cine_referral_outcome_json,cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team,cine_referral_worker_id");
        foreach (var r in x.World.Referrals)
        {
            if (!x.Has(r.Made, r.Closed)) continue;
            // The team of a case is that of whoever holds it; only those the front door closed itself name the front door here.
            t.Row(r.Id, x.Of(r.Child, r.Made.On), Extract.Day(r.Made.On), r.Need, r.Source, "", Extract.Flags(r.Outcome, ReferralFlags),
                Extract.Yes(r.Outcome == "NFA_FLAG"), x.Ended(r.Closed) ? r.CloseReason : "", x.Day(r.Closed), r.Outcome == "NFA_FLAG" ? r.Team : "", "");
        }
        return t;
    }

    private static void Assessments(Extract x, Action<string, CsvSheet> save)
    {
        var t = new CsvSheet("cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_auth_date,cina_assessment_child_seen,cina_assessment_outcome_json,cina_assessment_outcome_nfa,cina_assessment_team,cina_assessment_worker_id");
        var factors = new CsvSheet("cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json");
        foreach (var a in x.World.Assessments)
        {
            if (!x.Has(a.Start, a.Authorised)) continue;
            var done = x.Ended(a.Authorised);
            t.Row(a.Id, x.Of(a.Referral.Child, a.Start.On), a.Referral.Id, Extract.Day(a.Start.On), x.Day(a.Authorised), done ? Extract.Yes(a.Seen) : "",
                done ? Extract.Flags(a.Outcome, AssessmentFlags) : "", done ? Extract.Yes(a.Outcome == "NFA_FLAG") : "", a.Team, "");
            if (done) factors.Row("F" + a.Id, a.Id, "[\"" + string.Join("\",\"", a.Factors) + "\"]");
        }
        save("cin_assessments", t);
        save("assessment_factors", factors);
    }

    private static CsvSheet Plans(Extract x)
    {
        var t = new CsvSheet("cinp_cin_plan_id,cinp_referral_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date,cinp_cin_plan_team,cinp_cin_plan_worker_id");
        foreach (var p in x.World.NeedPlans)
            if (x.Has(p.Start, p.End))
                t.Row(p.Id, p.Referral.Id, x.Of(p.Referral.Child, p.Start.On), Extract.Day(p.Start.On), x.Day(p.End), p.Team, "");
        return t;
    }

    private static CsvSheet Visits(Extract x)
    {
        var t = new CsvSheet("cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,cinv_cin_visit_seen_alone,cinv_cin_visit_bedroom");
        foreach (var v in x.World.NeedVisits)
            if (x.Has(v.Made))
                t.Row(v.Id, x.Of(v.Child, v.Made.On), Extract.Day(v.Made.On), Extract.Yes(v.Seen), Extract.Yes(v.Alone), Extract.Yes(v.Bedroom));
        return t;
    }
}

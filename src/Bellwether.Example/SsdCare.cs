namespace Bellwether.Example;

/// <summary>Care episodes, reviews, visits, health, missing episodes and care leavers.</summary>
internal static class SsdCare
{
    public static void Write(Extract x, Action<string, CsvSheet> save)
    {
        save("cla_episodes", Episodes(x));
        save("cla_reviews", Reviews(x));
        var visits = new CsvSheet("clav_cla_visit_id,clav_cla_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen,clav_cla_visit_seen_alone");
        foreach (var v in x.World.CareVisits)
            if (x.Has(v.Made))
                visits.Row(v.Id, v.ParentId, x.Of(v.Child, v.Made.On), Extract.Day(v.Made.On), Extract.Yes(v.Seen), Extract.Yes(v.Alone));
        save("cla_visits", visits);
        var health = new CsvSheet("clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date,clah_health_check_status");
        foreach (var h in x.World.HealthChecks)
            if (x.Has(h.On))
                health.Row(h.Id, x.Of(h.Child, h.On.On), h.Type, Extract.Day(h.On.On), h.Status);
        save("cla_health", health);
        var sdq = new CsvSheet("csdq_table_id,csdq_person_id,csdq_sdq_completed_date,csdq_sdq_score,csdq_sdq_reason");
        foreach (var s in x.World.Sdqs)
            if (x.Has(s.On))
                sdq.Row(s.Id, x.Of(s.Child, s.On.On), Extract.Day(s.On.On), s.Score is { } n ? $"{n}" : "", s.Reason);
        save("sdq_scores", sdq);
        save("missing", Missing(x));
        save("care_leavers", Leavers(x));
    }

    private static CsvSheet Episodes(Extract x)
    {
        var t = new CsvSheet("clae_cla_episode_id,clae_person_id,clae_cla_placement_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_referral_id,clae_entered_care_date,clae_cla_last_iro_contact_date");
        var contact = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var r in x.World.CareReviews)
            if (x.Ended(r.Held) && (!contact.TryGetValue(r.Period.Id, out var d) || d < r.Held!.Value.On)) contact[r.Period.Id] = r.Held!.Value.On;
        foreach (var e in x.World.CareEpisodes)
        {
            if (!x.Has(e.Start, e.End)) continue;
            var reason = e.StartReason switch { "S" => "S - Started to be looked after", "P" => "P - Change of placement and carer", "L" => "L - Change of legal status only", _ => "B - Change of legal status, placement and carer" };
            t.Row(e.Id, x.Of(e.Period.Child, e.Period.Start.On), e.PlacementId, Extract.Day(e.Start.On), reason, e.Period.Need, x.Day(e.End), x.Ended(e.End) ? e.EndReason : "",
                e.Period.Id, e.Period.Referral?.Id ?? "", Extract.Day(e.Period.Start.On), contact.TryGetValue(e.Period.Id, out var iro) ? Extract.Day(iro) : "");
        }
        return t;
    }

    private static CsvSheet Reviews(Extract x)
    {
        var t = new CsvSheet("clar_cla_review_id,clar_cla_id,clar_cla_person_id,clar_cla_review_due_date,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation");
        foreach (var r in x.World.CareReviews)
        {
            var held = x.Ended(r.Held);
            if (r.Known > x.On || (held ? r.Held!.Value.On : r.Due) < x.Since) continue;
            var cancelled = r.Participation == "CANCELLED" || (!held && x.Ended(r.Period.End));
            t.Row(r.Id, r.Period.Id, x.Of(r.Period.Child, r.Period.Start.On), Extract.Day(r.Due), x.Day(r.Held), Extract.Yes(cancelled), held ? r.Participation : "");
        }
        return t;
    }

    private static CsvSheet Missing(Extract x)
    {
        var t = new CsvSheet("miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_type,miss_missing_episode_end_date,miss_missing_rhi_offered,miss_missing_rhi_accepted");
        foreach (var m in x.World.Missing)
        {
            if (!x.Has(m.Start, m.End)) continue;
            var back = x.Ended(m.End);
            var told = back && m.End!.Value.Recorded.AddDays(10) <= x.On;
            t.Row(m.Id, x.Of(m.Child, m.Start.On), Extract.Day(m.Start.On), m.Type, x.Day(m.End), told ? m.Offered : "", told ? m.Accepted : "");
        }
        return t;
    }

    private static CsvSheet Leavers(Extract x)
    {
        var t = new CsvSheet("clea_table_id,clea_person_id,clea_care_leaver_eligibility,clea_care_leaver_in_touch,clea_care_leaver_latest_contact,clea_care_leaver_accommodation,clea_care_leaver_accom_suitable,clea_care_leaver_activity,clea_pathway_plan_review_date,clea_care_leaver_personal_advisor,clea_care_leaver_allocated_team,clea_care_leaver_worker_id");
        foreach (var l in Latest(x))
            t.Row("CLV" + l.Child.Id, x.Of(l.Child, x.On), l.Eligibility, l.InTouch, Extract.Day(l.LatestContact.On), l.Accommodation, l.Suitable, l.Activity, Extract.Day(l.Review.On), "", "LCT", "");
        return t;
    }

    /// <summary>The latest state entered for each care leaver not yet twenty-five.</summary>
    public static IEnumerable<LeaverState> Latest(Extract x)
    {
        var latest = new Dictionary<Person, LeaverState>();
        foreach (var l in x.World.Leavers)
            if (l.From.Recorded <= x.On && l.Child.Born.AddYears(25) > x.On && (!latest.TryGetValue(l.Child, out var o) || o.From.On < l.From.On)) latest[l.Child] = l;
        return x.World.People.Where(latest.ContainsKey).Select(p => latest[p]);
    }
}

"""Local CSVs and staff of the messy authority."""
from datetime import date

from days import ONE, birthday, m, month_end
from messy import FIRST, LAST, known, later


def local(x, made):
    staff(x)
    children = [c for c, _ in made]
    terms = [(date(y, *a), date(y, *b)) for y in (2023, 2024, 2025, 2026) for a, b in (((1, 4), (4, 1)), ((4, 15), (7, 24)), ((9, 3), (12, 20)))]
    for a, b in terms:
        x.sheets.add("term_dates", area="990", term=f"{a:%B %Y}", term_start_date=a.isoformat(), term_end_date=b.isoformat())
    cared = sorted({r["clae_person_id"] for r in x.sheets.rows["ssd_cla_episodes"]})
    born = dict(made)
    for child in cared:
        for _ in range(x.r.randrange(0, 6)):
            x.sheets.add("peps", child_id=child, pep_date=x.near(FIRST, LAST).isoformat())
        starts = [r["placement_start_date"] for r in x.sheets.rows.get("placement_meetings", []) if r["child_id"] == child][:1]
        for s in starts:
            x.sheets.add("peps", child_id=child, pep_date=min(later(date.fromisoformat(s), x.r.choice((9, 10, 11))), LAST).isoformat())
        if x.chance(0.4):
            a = x.near(FIRST, LAST)
            x.sheets.add("placement_costs", child_id=child, cost_start_date=a.isoformat(), cost_end_date=(known(a + 200 * ONE) or "") and (a + 200 * ONE).isoformat(),
                         provider=x.r.choice(("PR1", "PR4")), weekly_cost=x.r.choice(("600", "1234.56", "5000")))
        for _ in range(x.r.choice((0, 0, 1, 2))):
            d = x.r.choice((date(2025, 7, 31), date(2025, 8, 1), date(2025, 9, 30), date(2025, 10, 1), x.near(FIRST, LAST)))
            x.sheets.add("school_moves", child_id=child, school_move_date=d.isoformat(), mid_year="N" if (8, 1) <= (d.month, d.day) <= (9, 30) else "Y")
        for y in (2024, 2025, 2026):
            if x.chance(0.8):
                x.sheets.add("oc2_returns", child_id=child, oc2_date=f"{y}-03-31", immunised=x.flag(0.8), convicted=x.flag(0.1), substance_misuse=x.flag(0.1))
            for measure in ("ks2-english-4", "ks2-maths-4", "5ac-em"):
                if x.chance(0.2):
                    x.sheets.add("school_results", child_id=child, measure=measure, result_date=f"{y}-08-31", achieved=x.flag(0.5), score="", group="CLA")
            if x.chance(0.4):
                x.sheets.add("school_results", child_id=child, measure="days-absent", result_date=f"{y}-08-31", achieved="", score=x.r.choice(("0", "24.5", "25", "40")), group="CLA")
            if x.chance(0.3):
                x.sheets.add("school_results", child_id=child, measure="attainment-8", result_date=f"{y}-08-31", achieved="", score=x.r.choice(("12.5", "40.1", "")), group=x.r.choice(("CLA", "CPPO", "CINO")))
        if x.chance(0.3):
            a = x.near(FIRST, LAST)
            end = known(a + x.r.choice((100, 182, 183, 300)) * ONE)
            x.sheets.add("proceedings", child_id=child, proceedings_issued_date=a.isoformat(), final_order_date=end.isoformat() if end else "")
    for child in x.r.sample(children, 150):
        x.sheets.add("audits", child_id=child, theme="practice", audit_date=x.near(FIRST, LAST).isoformat(), grade=x.r.choice(("Outstanding", "Good", "Requires improvement", "Inadequate", "")))
        a = x.near(FIRST, LAST)
        end = known(a + 400 * ONE)
        x.sheets.add("transition_plans", child_id=child, transition_plan_start_date=a.isoformat(), transition_plan_end_date=end.isoformat() if end else "")
    leavers(x, made)
    fostering(x)
    earlier(x, children)
    for y in (2023, 2024, 2025, 2026):
        for line, amount in (("total", 300000 + y), ("childrens-services", 60000 + y), ("childrens-services-without-cla", 30000)):
            x.sheets.add("spending", area="990", line=line, year_end_date=f"{y}-03-31", amount_thousands=str(amount))


def leavers(x, made):
    for child, born in made:
        if born and 17 <= (LAST - born).days // 365.25 <= 22 and x.chance(0.9):
            for n in range(17, 22):
                d = birthday(born, n)
                if FIRST <= d <= LAST:
                    touch = x.r.choice(("YES", "YES", "YES", "NO", "REFU", "NREQ", "DIED", "RHOM"))
                    there = touch == "YES"
                    x.sheets.add("leaver_states", child_id=child, birthday_date=d.isoformat(), in_touch=touch, accommodation=x.r.choice("BZDEKUGHRXVY") if there else "",
                                 suitable=x.r.choice("112") if there else "", activity=x.r.choice(("F1", "P2", "F4", "P5", "G4", "G5", "G6", "")) if there else "")
            x.sheets.add("ssd_care_leavers", clea_table_id=x.id("CL"), clea_person_id=child, clea_care_leaver_eligibility=x.r.choice(("Relevant", "Former Relevant", "Eligible", "Qualifying")),
                         clea_care_leaver_in_touch="YES", clea_care_leaver_latest_contact="2026-09-01", clea_care_leaver_accommodation="B", clea_care_leaver_accom_suitable="1",
                         clea_care_leaver_activity="F1", clea_pathway_plan_review_date=x.told(x.r.choice((m(LAST, -6), m(LAST, -6) - ONE, date(2026, 8, 1), None))))
            if x.chance(0.8):
                a = x.near(FIRST, LAST)
                x.sheets.add("pathway_plans", child_id=child, pathway_plan_start_date=a.isoformat(), pathway_plan_end_date=x.r.choice(("", "", a.isoformat() if a == LAST else LAST.isoformat())))


def fostering(x):
    for n in range(60):
        a = x.near(date(2020, 1, 1), LAST)
        end = known(a + 500 * ONE) if x.chance(0.4) else None
        x.sheets.add("carers", area="990", household_id=f"H{n}", approval_date=a.isoformat(), approval_end_date=end.isoformat() if end else "", carer_type=x.r.choice(("foster", "kinship", "link")), places=str(n % 4))
    for pipeline, steps in (("fostering", ("enquiry", "pack", "visit", "training", "form-f", "approved")), ("adoption", ("enquiry", "stage-1", "stage-2", "approved", "matched"))):
        for n in range(60):
            d = x.near(FIRST, LAST)
            for k, step in enumerate(steps[:x.r.randrange(1, len(steps) + 1)]):
                if d <= LAST:
                    x.sheets.add("carer_steps", area="990", household_id=f"{pipeline[0]}{n}", step_date=d.isoformat(), pipeline=pipeline, step=step, step_no=str(k + 1))
                d += x.r.choice((0, 30, 60)) * ONE


def earlier(x, children):
    """Initial and core assessments of 2009 to 2012, which are today's children only in name."""
    for child in x.r.sample(children, 250):
        d = x.near(date(2009, 4, 1), date(2012, 12, 31))
        end = x.r.choice((later(d, 6), later(d, 7), later(d, 8), later(d, 10), later(d, 11), None))
        x.sheets.add("earlier_assessments", child_id=child, assessment_type="initial", assessment_start_date=d.isoformat(), assessment_end_date=end.isoformat() if end else "", referral_date=d.isoformat() if not x.chance(0.03) else "")
        if end and x.chance(0.5):
            done = x.r.choice((later(end, 34), later(end, 35), later(end, 36), None))
            x.sheets.add("earlier_assessments", child_id=child, assessment_type="core", assessment_start_date=end.isoformat(), assessment_end_date=done.isoformat() if done else "", referral_date=d.isoformat())


def staff(x):
    for n in range(1, 23):
        team = ("T1", "T2", "T3", "T4")[n % 4]
        role, registered = ("SWA", "") if n == 21 else ("TM", "SW22") if n == 22 else ("SW", f"SW{n}")
        fte = ("1.0", "0.6", "0.8")[n % 3]
        agency = "Y" if n % 7 == 0 else "N"
        start = date(2020, 1, 1)
        if n in (5, 6):  # one changes post without leaving, one leaves
            x.sheets.add("staffing", worker_id=f"W{n}", team=team, role=role, fte=fte, qualified="Y", registration_no=registered, agency=agency, start_date=start.isoformat(), end_date="2025-06-30")
            if n == 5:
                x.sheets.add("staffing", worker_id=f"W{n}", team="T1", role=role, fte=fte, qualified="Y", registration_no=registered, agency=agency, start_date="2025-06-30", end_date="")
        else:
            x.sheets.add("staffing", worker_id=f"W{n}", team=team, role=role, fte=fte, qualified="N" if n == 21 else "Y", registration_no=registered, agency=agency, start_date=start.isoformat(), end_date="")
        x.sheets.add("ssd_professionals", prof_professional_id=f"W{n}", prof_staff_id=f"S{n}", prof_professional_name="", prof_social_worker_registration_no=registered, prof_agency_worker_flag="",
                     prof_professional_job_title="Team Manager" if n == 22 else "Social Work Assistant" if n == 21 else "Social Worker", prof_professional_caseload="", prof_professional_department=team,
                     prof_full_time_equivalency=fte)
        for _ in range(x.r.randrange(0, 6)):
            x.sheets.add("sickness", worker_id=f"W{n}", absence_date=x.near(FIRST, LAST).isoformat(), days_lost=x.r.choice(("0.5", "1", "3")))
        d = date(2025, 1, 1)
        while d <= LAST:
            if x.chance(0.9):
                x.sheets.add("supervisions", worker_id=f"W{n}", supervision_date=d.isoformat())
            d = m(d, 1) + x.r.choice((-2, 0, 0, 0, 1)) * ONE
    for y in range(2023, 2027):
        for month in range(1, 13):
            end = month_end(y, month)
            if FIRST <= end <= LAST:
                for team in ("T1", "T2", "T3"):
                    for role in ("SW", "TM"):
                        x.sheets.add("establishment", as_at=end.isoformat(), team=team, role=role, established_fte="8.5", in_post_fte=x.r.choice(("6", "7.5")), agency_fte="1", agency_covering_fte="0.5",
                                     vacant_fte=x.r.choice(("1", "2.5")), starters_fte="0", leavers_fte="0")

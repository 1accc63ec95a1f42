"""Care, leaving care and adoption of the messy authority."""
import json
from datetime import timedelta

from days import ONE, age, birthday, m
from messy import FIRST, LAST, known, later

TYPES = ("U1", "U3", "U4", "U6", "U6", "K2", "H5", "P1", "R1", "T0", "A5", "A6")


def care(x, child, born):
    start = x.near(FIRST, LAST - 30 * ONE)
    if born:
        start = max(start, born)
        if start > LAST:
            return
        if birthday(born, 18) < start and not x.chance(0.1):
            start = max(born, FIRST, x.near(FIRST, birthday(born, 18)))
    for _ in range(x.r.choice((1, 1, 1, 2, 3))):
        if start > LAST:
            return
        short = x.chance(0.1)
        end = period(x, child, born, start, short)
        if end is None:
            return
        start = x.r.choice((end, end + ONE, m(end, 12), m(end, 12) + ONE, end + 100 * ONE))


def period(x, child, born, start, short):
    id = x.id("L")
    end = known(start + timedelta(days=x.r.choice((1, 10, 28, 29, 120, 366, 730, 920, 1400, 3000))))
    if born and end is not None and end > birthday(born, 18) and x.chance(0.7):
        end = birthday(born, 18) if birthday(born, 18) > start else end
    stop = end or LAST
    why = x.r.choice(("E4A", "E4B", "E11", "E12", "E45", "E48", "E41", "E8", "E3"))
    moves = sorted({x.near(start + ONE, stop - ONE) for _ in range(x.r.choice((0, 1, 2, 3, 4)))} - {start, stop}) if (stop - start).days > 3 else []
    placements = []
    for i, (a, b) in enumerate(zip([start] + moves, moves + [end])):
        kind = x.r.choice(TYPES) if not short else "U6"
        placements.append((x.id("Q"), a, b, kind))
        x.sheets.add("ssd_cla_placement", clap_cla_placement_id=placements[-1][0], clap_cla_id=id, clap_person_id=child, clap_cla_placement_start_date=x.told(a),
                     clap_cla_placement_type=kind, clap_cla_placement_distance=x.r.choice(("3.2", "20", "20.1", "55", "999.9", "")),
                     clap_cla_placement_provider=x.r.choice(("PR1", "PR4")), clap_cla_placement_postcode="", clap_cla_placement_end_date=x.told(b),
                     clap_cla_placement_change_reason="PLACE" if b and b != end else "")
        x.sheets.add("ssd_cla_episodes", clae_cla_episode_id=x.id("E"), clae_person_id=child, clae_cla_placement_id=placements[-1][0], clae_cla_episode_start_date=x.told(a),
                     clae_cla_episode_start_reason="S - Started to be looked after" if i == 0 else "P", clae_cla_primary_need_code="N1", clae_cla_episode_ceased_date=x.told(b),
                     clae_cla_episode_ceased_reason="" if b is None else why if b == end else "X1", clae_cla_id=id, clae_referral_id="", clae_entered_care_date=x.told(start),
                     clae_cla_last_iro_contact_date=x.told(x.near(start, stop)) if x.chance(0.7) else "")
        if x.chance(0.8):
            met = x.r.choice((a, later(a, 5), later(a, 6), a - 2 * ONE))
            if met <= LAST:
                x.sheets.add("placement_meetings", child_id=child, placement_start_date=a.isoformat(), meeting_date=met.isoformat())
    changed = x.near(start, stop)
    status = x.r.choice(("V3", "V4")) if short else x.r.choice(("V2", "C1", "C2", "E1"))
    x.sheets.add("ssd_legal_status", lega_legal_status_id=x.id("G"), lega_person_id=child, lega_legal_status=status, lega_legal_status_start_date=x.told(start),
                 lega_legal_status_end_date=x.told(changed if changed > start and not short else end))
    if changed > start and changed != end and not short:
        x.sheets.add("ssd_legal_status", lega_legal_status_id=x.id("G"), lega_person_id=child, lega_legal_status="C2", lega_legal_status_start_date=x.told(changed), lega_legal_status_end_date=x.told(end))
    reviews(x, child, id, start, end)
    visits(x, child, id, placements, stop)
    health(x, child, born, start, stop)
    missing(x, child, start, stop)
    if x.chance(0.15):
        x.sheets.add("ssd_immigration_status", immi_immigration_status_id=x.id("U"), immi_person_id=child, immi_immigration_status="UASC - Unaccompanied Asylum Seeking Child",
                     immi_immigration_status_start_date=x.told(start), immi_immigration_status_end_date=x.told(known(m(start, 12))))
    if x.chance(0.3) and not short:
        adoption(x, child, id, start, end, why)
    if x.chance(0.5):
        agreed = x.r.choice((m(start, 4), m(start, 4) + ONE, start + 60 * ONE))
        options = {"ADOPTION": x.r.choice("YYN"), "RETURN6M": x.r.choice("YNN"), "LTFOST18": "N"}
        if agreed <= LAST and "Y" in options.values():
            x.sheets.add("ssd_cla_care_plan", lacp_table_id=x.id("B"), lacp_person_id=child, lacp_cla_care_plan_start_date=x.told(agreed), lacp_cla_care_plan_end_date="",
                         lacp_cla_care_plan_json=json.dumps(options))
    return end


def reviews(x, child, id, start, end):
    stop, due, months = end or LAST, later(start, 20), 3
    while due <= stop:
        if x.chance(0.05):
            review(x, child, id, due, None, "Y")
        if x.chance(0.04):
            review(x, child, id, due, None, "N")  # due, and never held
            break
        held = x.r.choice((due, due, due - 5 * ONE, due, due + 4 * ONE))
        if held > stop:
            break
        review(x, child, id, due, held, x.r.choice(("N", "")))
        due, months = m(held, months), 6
    else:
        if end is None and x.chance(0.8):
            review(x, child, id, due, None, "N")


def review(x, child, id, due, held, cancelled):
    x.sheets.add("ssd_cla_reviews", clar_cla_review_id=x.id("Z"), clar_cla_id=id, clar_cla_person_id=child, clar_cla_review_due_date=x.told(due), clar_cla_review_date=x.told(held),
                 clar_cla_review_cancelled=cancelled, clar_cla_review_participation=x.r.choice(("PN0", "PN1", "PN3", "PN7", "PN6", "")) if held else "")


def visits(x, child, id, placements, stop):
    for _, a, b, kind in placements:
        d = a + x.r.choice((0, 3, 7, 8)) * ONE
        while d < (b or stop):
            x.sheets.add("ssd_cla_visits", clav_cla_visit_id=x.id("K"), clav_cla_id=id, clav_person_id=child, clav_cla_visit_date=x.told(d), clav_cla_visit_seen=x.flag(0.97, 0),
                         clav_cla_visit_seen_alone="N")
            d += (x.r.choice((6, 7)) if kind == "P1" and d < a + 30 * ONE else x.r.choice((28, 41, 42, 42, 42)) if d < m(a, 12) or kind not in ("U1", "U4") else x.r.choice((42, 80, 89))) * ONE


def health(x, child, born, start, stop):
    d = start + x.r.choice((0, 14, 28, 28, 29)) * ONE
    while d <= stop:
        x.sheets.add("ssd_cla_health", clah_health_check_id=x.id("M"), clah_person_id=child, clah_health_check_type="Health Assessment", clah_health_check_date=x.told(d),
                     clah_health_check_status=x.r.choice(("Completed",) * 12 + ("Refused", "Cancelled")))
        if x.chance(0.8):
            x.sheets.add("ssd_cla_health", clah_health_check_id=x.id("M"), clah_person_id=child, clah_health_check_type="Dental Check", clah_health_check_date=x.told(x.near(d, stop)),
                         clah_health_check_status=x.r.choice(("Completed",) * 6 + ("Refused",)))
        young = born is not None and age(born, m(d, 6)) < 5
        d = m(d, 6 if young else 12) + x.r.choice((0, 0, -10, 1)) * ONE
    for _ in range(x.r.randrange(0, 3)):
        x.sheets.add("ssd_sdq_scores", csdq_table_id=x.id("J"), csdq_person_id=child, csdq_sdq_completed_date=x.told(x.near(start, stop)), csdq_sdq_score=x.r.choice(("4", "14", "16", "17", "30", "")),
                     csdq_sdq_reason="SDQ1")


def missing(x, child, start, stop):
    days = set()
    for _ in range(x.r.choice((0, 0, 0, 1, 2, 4))):
        days.add(x.near(start, stop))
    for d in sorted(days):
        back = known(d + x.r.choice((0, 0, 1, 2, 30)) * ONE)
        x.sheets.add("ssd_missing", miss_table_id=x.id("O"), miss_person_id=child, miss_missing_episode_start_date=x.told(d), miss_missing_episode_type=x.r.choice(("Missing", "M", "Away", "A")),
                     miss_missing_episode_end_date=x.told(back), miss_missing_rhi_offered=x.r.choice(("Y", "N", "")), miss_missing_rhi_accepted=x.r.choice(("Y", "N", "NA")))
        if back and x.chance(0.8):
            held = x.r.choice((back, later(back, 3), later(back, 4)))
            if held <= LAST:
                x.sheets.add("return_interviews", child_id=child, missing_start_date=d.isoformat(), interview_date=held.isoformat())


def adoption(x, child, id, start, end, why):
    decided = start + x.r.choice((90, 122, 200)) * ONE
    order = decided + x.r.choice((30, 60)) * ONE
    matched = order + x.r.choice((-10, 0, 50, 121, 122)) * ONE
    placed = matched + x.r.choice((5, 20)) * ONE
    if x.chance(0.1):
        placed = m(decided, 12) + x.r.choice((0, 1)) * ONE
    granted = placed + 120 * ONE if x.chance(0.6) else None
    reversed_on = order + 200 * ONE if granted is None and x.chance(0.3) else None
    if end and granted and granted > end:
        granted = end if end > placed else None
    stop = end or LAST
    def by(d):
        return d if d and d <= stop else None
    if by(decided):
        x.sheets.add("ssd_permanence", perm_table_id=x.id("X"), perm_person_id=child, perm_cla_id=id, perm_adm_decision_date=x.told(by(decided)), perm_placement_order_date=x.told(by(order)),
                     perm_matched_date=x.told(by(matched)), perm_placed_for_adoption_date=x.told(by(placed)), perm_adopted_by_carer_flag=x.r.choice("YN"),
                     perm_decision_reversed_date=x.told(by(reversed_on)), perm_permanence_order_date=x.told(by(granted)),
                     perm_permanence_order_type="Adoption" if by(granted) else "")

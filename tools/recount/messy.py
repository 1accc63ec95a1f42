"""A second, messier authority: an SSD folder and every local CSV, drawn from a seed. Six hundred children over four years, with what real
extracts have: gaps, cases opened again the same day, cases open at once, moves within a day, transfers in, births on 29 February, unknown
dates, short breaks, siblings, people past 18, and days that fall on month ends, bank holidays and around Easter."""
import csv
import json
import random
from datetime import date, timedelta
from pathlib import Path

from days import ONE, bank_holidays, birthday, m, month_end, wd

FIRST, LAST = date(2022, 10, 3), date(2026, 9, 30)
TEAMS = {"T1": ("CSWT", "D1"), "T2": ("CSWT", "D2"), "T3": ("LAC", ""), "T4": ("DUTY", "")}
DISTRICTS = {"AA11": "D1", "AA12": "D2", "AA13": "D3"}


def later(start, working_days):
    d = start
    while wd(start, d) < working_days:
        d += ONE
    return d


class Sheets:
    """Rows by table, written with the headings of the first row."""
    def __init__(self):
        self.rows = {}

    def add(self, table, **cells):
        self.rows.setdefault(table, []).append(cells)

    def write(self, folder):
        Path(folder).mkdir(parents=True, exist_ok=True)
        for table, rows in self.rows.items():
            headings = list(dict.fromkeys(k for r in rows for k in r))
            with open(Path(folder) / f"{table}.csv", "w", newline="", encoding="utf-8") as file:
                out = csv.writer(file)
                out.writerow(headings)
                out.writerows([[r.get(h, "") if r.get(h) is not None else "" for h in headings] for r in rows])


class Drawing:
    def __init__(self, seed):
        self.r, self.sheets, self.number = random.Random(seed), Sheets(), 0

    def id(self, prefix):
        self.number += 1
        return f"{prefix}{self.number}"

    def chance(self, p):
        return self.r.random() < p

    def near(self, first, last):
        """A day between the two; one in three on an edge: a month's first or last day, a bank holiday or the day beside it, 29 February."""
        if last <= first:
            return first
        d = first + timedelta(days=self.r.randrange((last - first).days + 1))
        if self.chance(0.33):
            edge = self.r.choice(("end", "first", "holiday", "leap"))
            d = {"end": month_end(d.year, d.month), "first": d.replace(day=1), "leap": date(2024, 2, 29)}.get(edge, d)
            if edge == "holiday":
                d = self.r.choice(sorted(bank_holidays(d.year))) + self.r.choice((-1, 0, 0, 1)) * ONE
        return min(max(d, first), last)

    def told(self, d):
        """A day as one of the ways a case system writes it."""
        if d is None:
            return self.r.choice(("", "", "NULL"))
        return self.r.choice((d.isoformat(), d.isoformat(), f"{d.isoformat()}T00:00:00", d.strftime("%d/%m/%Y")))

    def flag(self, p=0.5, blank=0.05):
        return "" if self.chance(blank) else "Y" if self.chance(p) else "N"


def known(d):
    """What the extract of the last day could hold: nothing later."""
    return d if d is not None and d <= LAST else None


def people(x, count):
    made = []
    family = None
    for n in range(count):
        if family is None or x.chance(0.6):
            family, where = x.id("F"), x.r.choice(list(DISTRICTS))
        child = f"{10000 + n}"
        born = x.r.choice([date(y, 2, 29) for y in (2008, 2012, 2016, 2020, 2024)]) if x.chance(0.06) else x.near(date(2006, 1, 1), date(2025, 12, 31))
        unborn = x.chance(0.01)
        unknown = x.chance(0.01)
        x.sheets.add("ssd_person", pers_person_id=child, pers_sex=x.r.choice("MFU"), pers_ethnicity=x.r.choice(("WBRI", "BAFR", "MWBC", "NOBT", "")),
                     pers_dob="" if unborn or unknown else x.told(born), pers_expected_dob="2026-12-01" if unborn else "", pers_death_date="", pers_is_mother="N")
        x.sheets.add("ssd_family", fami_table_id=x.id("FT"), fami_family_id=family, fami_person_id=child)
        if not x.chance(0.2):
            for code in x.r.sample(("MOB", "LD", "AUT"), x.r.randrange(1, 3)) if x.chance(0.3) else ["NONE"]:
                x.sheets.add("ssd_disability", disa_table_id=x.id("DI"), disa_person_id=child, disa_disability_code=code)
        if not x.chance(0.03):
            moved = x.near(FIRST, LAST) if x.chance(0.2) else None
            x.sheets.add("ssd_address", addr_table_id=x.id("AD"), addr_person_id=child, addr_address_type="Home", addr_address_start_date=x.told(date(2005, 1, 1)),
                         addr_address_end_date=x.told(moved) if moved else "", addr_address_postcode=where)
            if moved:
                x.sheets.add("ssd_address", addr_table_id=x.id("AD"), addr_person_id=child, addr_address_type="Home", addr_address_start_date=x.told(moved),
                             addr_address_end_date="", addr_address_postcode=x.r.choice(list(DISTRICTS)))
        if (10000 + n) % 150 == 99:  # the same child under an id of before
            x.sheets.add("merged_ids", old_id=f"9{child}", new_id=child, merged_on="2025-01-01")
        made.append((child, date(2026, 12, 1) if unborn else None if unknown else born))
    return made


def front_door(x, child, born):
    for _ in range(x.r.randrange(0, 4)):
        d = x.near(FIRST, LAST)
        x.sheets.add("ssd_contacts", cont_contact_id=x.id("CO"), cont_person_id=child, cont_contact_date=x.told(d), cont_contact_source_code=x.r.choice(("1A", "2A", "6")),
                     cont_contact_outcome_json=json.dumps({"NEW_REFERRAL_FLAG": x.r.choice("YN")}) if not x.chance(0.03) else "")
        x.sheets.add("contact_decisions", child_id=child, contact_number="", contact_date=x.told(d), decided_date=x.told(known(x.r.choice((d, d + ONE, later(d, 1), later(d, 2), None)))), outcome="")
        for _ in range(x.r.choice((0, 0, 0, 1, 2))):  # more of that day: other contacts, or one of them told again
            x.sheets.add("contact_decisions", child_id=child, contact_number=x.r.choice(("", "1", "2")), contact_date=x.told(d), decided_date=x.told(known(later(d, x.r.choice((0, 1, 2))))), outcome=x.r.choice(("", "NFA")))
        if x.chance(0.3):
            x.sheets.add("domestic_abuse_notices", child_id=child, notice_number=x.id("N"), notice_date=d.isoformat())
    if x.chance(0.3):
        d = x.near(FIRST, LAST)
        end = known(x.near(d, d + timedelta(days=300))) if x.chance(0.8) else None
        x.sheets.add("ssd_early_help_episodes", earl_episode_id=x.id("EH"), earl_person_id=child, earl_episode_start_date=x.told(d), earl_episode_end_date=x.told(end))
        if end and x.chance(0.4):
            return min(x.r.choice((end, m(end, 6), m(end, 6) + ONE)), LAST)
    return None


def case(x, child, born, start):
    """A referral and what it leads to; the day it closed, or none."""
    id = x.id("R")
    nfa = x.chance(0.1)
    end = known(start if nfa and x.chance(0.8) else x.near(start + ONE, start + timedelta(days=x.r.choice((60, 200, 900)))))
    if end and x.chance(0.1):
        end = known(x.r.choice((m(start, 3), m(start, 6), m(start, 12), m(start, 24))) - x.r.choice((0, 1)) * ONE)
    team = x.r.choice(("T1", "T2"))
    reason = x.r.choice(("RC1", "RC7", "RC7", "RC8", "RC8", "RC9")) if end else ""
    x.sheets.add("ssd_cin_episodes", cine_referral_id=id, cine_person_id=("9" + child if int(child) % 150 == 99 and x.chance(0.5) else child), cine_referral_date=x.told(start),
                 cine_cin_primary_need_code=x.r.choice(("N1", "N2", "N5 - Family dysfunction")), cine_referral_source_code=x.r.choice(("1A", "2A", "3A", "6", "")),
                 cine_referral_nfa="Y" if nfa else x.r.choice(("N", "N", "N", "N", "")), cine_close_reason=reason, cine_close_date=x.told(end), cine_referral_team=team)
    if nfa:
        return end
    stop = end or LAST
    for _ in range(x.r.choice((0, 1, 1, 1, 2))):
        a = x.near(start, min(stop, start + timedelta(days=70)))
        done = x.r.choice((a, later(a, 10), later(a, 11), later(a, 44), later(a, 45), later(a, 45) + 2 * ONE, later(a, 46), later(a, 61), None))
        assessment = x.id("A")
        done = known(done) if done and done <= stop else None
        x.sheets.add("ssd_cin_assessments", cina_assessment_id=assessment, cina_person_id=child, cina_referral_id=id, cina_assessment_start_date=x.told(a),
                     cina_assessment_auth_date=x.told(done), cina_assessment_child_seen=x.flag(0.8), cina_assessment_outcome_nfa=x.flag(0.4))
        if done:
            codes = x.r.sample(("1A", "2B", "3A", "16A", "24A", "20"), x.r.randrange(0, 4))
            told = json.dumps({c: "Yes" for c in codes} | {"5A": "No"}) if x.chance(0.3) else json.dumps(codes)
            x.sheets.add("ssd_assessment_factors", cinf_table_id=x.id("FA"), cinf_assessment_id=assessment, cinf_assessment_factors_json=told)
    if x.chance(0.45):
        protection(x, child, id, start, stop, team)
    if x.chance(0.6):
        in_need(x, child, id, start, stop)
    holders(x, child, id, start, end, team)
    return end


def protection(x, child, id, start, stop, team):
    s47 = x.near(start, stop)
    ended = known(x.r.choice((s47, later(s47, 10), later(s47, 15), None)))
    enquiry = x.id("S")
    x.sheets.add("ssd_s47_enquiry", s47e_s47_enquiry_id=enquiry, s47e_referral_id=id, s47e_person_id=child, s47e_s47_start_date=x.told(s47),
                 s47e_s47_end_date=x.told(ended), s47e_s47_nfa="N", s47e_s47_completed_by_team=team)
    if x.chance(0.3):
        return
    held = x.r.choice((later(s47, 10), later(s47, 15), later(s47, 15), later(s47, 16), s47 - 3 * ONE, s47 + 60 * ONE, s47 + 61 * ONE))
    if held > LAST or held < start:
        return
    transfer = x.chance(0.1)
    plan = x.chance(0.85)
    conference, plan_id = x.id("I"), x.id("P")
    x.sheets.add("ssd_initial_cp_conference", icpc_icpc_id=conference, icpc_s47_enquiry_id="" if transfer or x.chance(0.03) else enquiry, icpc_person_id=child,
                 icpc_cp_plan_id=plan_id if plan else "", icpc_referral_id=id, icpc_icpc_transfer_in="Y" if transfer else x.r.choice(("N", "")),
                 icpc_icpc_target_date=x.told(later(s47, 15)), icpc_icpc_date=x.told(held), icpc_icpc_outcome_cp_flag="Y" if plan else x.r.choice(("N", "N", "")), icpc_icpc_team=team)
    begun = held
    while plan and begun <= LAST:
        length = x.r.choice((30, 91, 92, 180, 300, 728, 729, 730, 731, 900))
        end = known(begun + timedelta(days=length))
        cp_plan(x, child, id, conference, plan_id, begun, end)
        plan = end is not None and x.chance(0.25)
        if plan:
            begun, plan_id, conference = x.r.choice((m(end, 24), m(end, 24) + ONE, end + 30 * ONE)), x.id("P"), ""


def cp_plan(x, child, id, conference, plan, begun, end):
    category = x.r.choice(("NEG", "Neglect", "EMO", "PHY", "SAB", "MUL"))
    x.sheets.add("ssd_cp_plans", cppl_cp_plan_id=plan, cppl_referral_id=id, cppl_icpc_id=conference, cppl_person_id=child, cppl_cp_plan_start_date=x.told(begun),
                 cppl_cp_plan_end_date=x.told(end), cppl_cp_plan_ola="Y" if x.chance(0.05) else x.r.choice(("N", "")), cppl_cp_plan_initial_category=category,
                 cppl_cp_plan_latest_category=category)
    stop, before, limit = end or LAST, begun, 3
    while True:
        due = m(before, limit)
        held = x.r.choice((due, due, due - 7 * ONE, due - ONE, due, due + (3 * ONE if x.chance(0.3) else -ONE)))
        if held > stop or held <= before:
            if end is None and x.chance(0.7):
                x.sheets.add("ssd_cp_reviews", cppr_cp_review_id=x.id("V"), cppr_person_id=child, cppr_cp_plan_id=plan, cppr_cp_review_due=x.told(due), cppr_cp_review_date="")
            break
        x.sheets.add("ssd_cp_reviews", cppr_cp_review_id=x.id("V"), cppr_person_id=child, cppr_cp_plan_id=plan, cppr_cp_review_due=x.told(due), cppr_cp_review_date=x.told(held))
        before, limit = held, 6
    d = begun
    while d <= stop:
        x.sheets.add("ssd_cp_visits", cppv_cp_visit_id=x.id("W"), cppv_person_id=child, cppv_cp_plan_id=plan, cppv_cp_visit_date=x.told(d),
                     cppv_cp_visit_seen=x.flag(0.9, 0.02), cppv_cp_visit_seen_alone=x.flag(0.6))
        d = later(d, x.r.choice((5, 9, 10, 10, 11)))


def in_need(x, child, id, start, stop):
    d = x.near(start, stop)
    end = known(x.near(d + ONE, stop)) if x.chance(0.6) and d < stop else None
    if end is None and stop < LAST:
        end = stop
    if end is not None and end <= d:
        return
    x.sheets.add("ssd_cin_plans", cinp_cin_plan_id=x.id("CP"), cinp_referral_id=id, cinp_person_id=child, cinp_cin_plan_start_date=x.told(d), cinp_cin_plan_end_date=x.told(end))
    x.sheets.add("cin_plan_status", child_id=child, cin_plan_start_date=d.isoformat(), status="draft", status_date=d.isoformat())
    if x.chance(0.85) and d + 3 * ONE <= LAST:
        x.sheets.add("cin_plan_status", child_id=child, cin_plan_start_date=d.isoformat(), status="authorised", status_date=x.r.choice((d, d + 3 * ONE)).isoformat())
    v = d
    while v <= (end or LAST):
        x.sheets.add("ssd_cin_visits", cinv_cin_visit_id=x.id("Y"), cinv_person_id=child, cinv_cin_visit_date=x.told(v), cinv_cin_visit_seen=x.flag(0.9, 0.02), cinv_cin_visit_seen_alone="N")
        v = later(v, x.r.choice((15, 20, 20, 21)))
    before, limit = d, 3
    while (held := m(before, limit) + x.r.choice((0, 0, 0, -5, -1, 1)) * ONE) <= (end or LAST):
        x.sheets.add("cin_reviews", child_id=child, cin_review_date=held.isoformat(), cin_review_due_date="")
        before, limit = held, 6


def holders(x, child, id, start, end, team):
    """Workers one after the other, with gaps of 28 and 29 days, trays without a worker, managers, and two at once."""
    d = start
    while d < (end or LAST):
        stop = x.near(d + ONE, min(end or LAST + 400 * ONE, d + 500 * ONE))
        if x.chance(0.06) and stop - d > 40 * ONE:
            d += x.r.choice((28, 29, 30)) * ONE
            continue
        worker = x.r.choice((f"W{x.r.randrange(1, 21)}", f"W{x.r.randrange(1, 21)}", "W21", "W22", "")) if x.chance(0.4) else f"W{x.r.randrange(1, 21)}"
        add_holder(x, child, id, d, known(stop), team, worker, "CW")
        if x.chance(0.1):
            add_holder(x, child, id, d, known(stop), team, "W22", "IRO")
        d = stop


def add_holder(x, child, id, start, end, team, worker, role):
    x.sheets.add("ssd_involvements", invo_involvements_id=x.id("H"), invo_professional_id=worker, invo_professional_role_id=role, invo_professional_team=team,
                 invo_person_id=child, invo_involvement_start_date=x.told(start), invo_involvement_end_date=x.told(end), invo_worker_change_reason="", invo_referral_id=id)


def draw(seed, folder, count=600):
    from messy_care import care
    from messy_local import local
    x = Drawing(seed)
    made = people(x, count)
    for child, born in made:
        start = front_door(x, child, born) or x.near(FIRST, LAST)
        for _ in range(x.r.choice((1, 1, 1, 2, 3))):
            end = case(x, child, born, start)
            if end is None and not x.chance(0.03):
                break
            start = x.near(start + ONE, LAST) if end is None else x.r.choice((end, m(end, 12), m(start, 12), end + 40 * ONE)) if x.chance(0.6) else x.near(end, LAST)
            if start > LAST:
                break
        if x.chance(0.35) and (born is None or birthday(born, 18) > FIRST or x.chance(0.1)):
            care(x, child, born)
    local(x, made)
    x.sheets.write(folder)
    return x

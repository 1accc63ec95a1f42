"""What the tables tell of each child: referrals, cases, assessments, plans, periods of care, who held the case. Nothing is counted here."""
import json
from collections import defaultdict
from datetime import date
from functools import cached_property
from types import SimpleNamespace

from days import birthday
from extract import cell, day, flag, leading_code, number, yes


def record(child, **fields):
    return SimpleNamespace(child=child, **fields)


def open_at(spell, t):
    """Open at the close of t: started by then, and not ended by then."""
    return spell.start is not None and spell.start <= t and (spell.end is None or spell.end > t)


def by_child(records):
    index = defaultdict(list)
    for r in records:
        index[r.child].append(r)
    return index


def whole_of(referrals):
    """Joins those that were open at once; gives the first of each case."""
    of, whole = None, []
    for c in referrals:
        c.opened = c.start
        if of is not None and (of.closed is None or of.closed > c.start):
            c.of = of
            if of.closed is not None and (c.end is None or c.end > of.closed):
                of.closed, of.why = c.end, c.reason
        else:
            of = c.of = c
            c.closed, c.why = c.end, c.reason
            whole.append(c)
    return whole


def make_way(idle, real, mine):
    for c in real:
        if idle.closed is not None and idle.opened >= idle.closed:
            return
        if (c.closed is not None and c.closed <= idle.opened) or (idle.closed is not None and c.start >= idle.closed):
            continue
        if c.start > idle.opened:
            idle.closed = c.start
        elif c.closed is None or (idle.closed is not None and c.closed >= idle.closed):
            for other in mine:
                if other.of is idle:
                    other.of = c
            return
        else:
            idle.opened = c.closed


class Journeys:
    def __init__(self, folder, settings):
        self.folder, self.settings, self.today = folder, settings, settings["data_date"]

    def read(self, table, **columns):
        """Rows of a table as records of one child each; a row without a child is set aside. A column is (name, how to read it)."""
        out = []
        key = columns.pop("child")
        for row in self.folder.rows(table):
            child = self.folder.child(row.get(key))
            if child is not None:
                out.append(record(child, **{name: how(row.get(column)) for name, (column, how) in columns.items()}))
        return out

    @cached_property
    def people(self):
        people = {}
        for r in self.read("ssd_person", child="pers_person_id", born=("pers_dob", day), expected=("pers_expected_dob", day),
                           died=("pers_death_date", day), sex=("pers_sex", cell), ethnicity=("pers_ethnicity", cell)):
            people.setdefault(r.child, r)
        return people

    def born(self, child):
        """The birth date; of a child not yet born the day it is expected."""
        person = self.people.get(child)
        return (person.born or person.expected) if person else None

    @cached_property
    def disabled(self):
        """Any code but NONE; no row at all is unknown."""
        codes = defaultdict(set)
        for r in self.read("ssd_disability", child="disa_person_id", code=("disa_disability_code", cell)):
            codes[r.child].add(r.code)
        return {child: any(c and c != "NONE" for c in found) for child, found in codes.items()}

    def population(self, t, area="authority"):
        """Children aged 0 to 17 in the middle of the year before the year to 31 March that holds t; where that is not out, of the last year."""
        year = t.year if t > date(t.year, 3, 31) else t.year - 1
        out = [y for a, y in self.settings["populations"] if a == area and y <= year]
        return self.settings["populations"][area, max(out)] if out else None

    # Front door
    @cached_property
    def contacts(self):
        return self.read("ssd_contacts", child="cont_person_id", date=("cont_contact_date", day),
                         referral=("cont_contact_outcome_json", lambda text: flag(text, "NEW_REFERRAL_FLAG")))

    @cached_property
    def early_help(self):
        return self.read("ssd_early_help_episodes", child="earl_person_id", start=("earl_episode_start_date", day), end=("earl_episode_end_date", day))

    @cached_property
    def cases(self):
        """Each referral with the case it opened, in order of the child's days. Two open at once are one case: `of` is the first of them,
        and `closed` the day all of it was closed, with that one's reason. One that came to nothing makes way for a real case: it is `opened`
        when that has closed, or closed when that is opened."""
        found = self.read("ssd_cin_episodes", child="cine_person_id", id=("cine_referral_id", cell), start=("cine_referral_date", day),
                          end=("cine_close_date", day), reason=("cine_close_reason", leading_code), nfa=("cine_referral_nfa", yes),
                          source=("cine_referral_source_code", leading_code), team=("cine_referral_team", cell), need=("cine_cin_primary_need_code", leading_code))
        found = [c for c in found if c.start is not None]
        found.sort(key=lambda c: (c.child, c.start))
        for mine in by_child(found).values():
            real, idle = (whole_of([c for c in mine if bool(c.nfa) == came_to_nothing]) for came_to_nothing in (False, True))
            for n in idle:
                make_way(n, real, mine)
        return found

    @cached_property
    def cases_of(self):
        return by_child(self.cases)

    @cached_property
    def case_by_id(self):
        return {c.id: c.of for c in self.cases}

    @cached_property
    def whole_cases(self):
        return [c for c in self.cases if c.of is c]

    @cached_property
    def assessments(self):
        factors = {}
        for row in self.folder.rows("ssd_assessment_factors"):
            try:
                told = json.loads(row["cinf_assessment_factors_json"])
            except ValueError:
                continue
            factors[row["cinf_assessment_id"]] = {k for k, v in told.items() if yes(v)} if isinstance(told, dict) else set(told)
        found = self.read("ssd_cin_assessments", child="cina_person_id", id=("cina_assessment_id", cell), case=("cina_referral_id", cell),
                          start=("cina_assessment_start_date", day), end=("cina_assessment_auth_date", day),
                          seen=("cina_assessment_child_seen", yes), nfa=("cina_assessment_outcome_nfa", yes))
        for a in found:
            a.factors = factors.get(a.id, set())
        return found

    # Protection
    @cached_property
    def enquiries(self):
        return self.read("ssd_s47_enquiry", child="s47e_person_id", id=("s47e_s47_enquiry_id", cell), case=("s47e_referral_id", cell),
                         start=("s47e_s47_start_date", day), end=("s47e_s47_end_date", day))

    @cached_property
    def conferences(self):
        """One that names no enquiry followed the last that began before it in its case; a transfer in followed none."""
        found = self.read("ssd_initial_cp_conference", child="icpc_person_id", case=("icpc_referral_id", cell), enquiry=("icpc_s47_enquiry_id", cell), date=("icpc_icpc_date", day),
                          transfer=("icpc_icpc_transfer_in", yes), plan=("icpc_icpc_outcome_cp_flag", yes))
        for c in found:
            if c.enquiry is None and not c.transfer and c.date:
                before = [s for s in self.enquiries if s.child == c.child and s.start and s.start <= c.date and s.case == c.case]
                c.enquiry = max(before, key=lambda s: s.start).id if before else None
        return found

    @cached_property
    def cin_plans(self):
        """Status by the local file: a plan that has no authorised day there is a draft."""
        found = self.read("ssd_cin_plans", child="cinp_person_id", id=("cinp_cin_plan_id", cell), case=("cinp_referral_id", cell),
                          start=("cinp_cin_plan_start_date", day), end=("cinp_cin_plan_end_date", day))
        status = defaultdict(dict)
        for r in self.read("cin_plan_status", child="child_id", start=("cin_plan_start_date", day), status=("status", cell), date=("status_date", day)):
            status[r.child, r.start].setdefault(r.status.lower(), r.date)
        for p in found:
            p.authorised = status[p.child, p.start].get("authorised") if self.folder.has("cin_plan_status") else p.start
        return found

    @cached_property
    def cin_visits(self):
        return self.read("ssd_cin_visits", child="cinv_person_id", date=("cinv_cin_visit_date", day), seen=("cinv_cin_visit_seen", yes))

    @cached_property
    def cp_plans(self):
        """Plans of this authority: another authority's plan is not ours to count."""
        return [p for p in self.every_cp_plan if not p.other]

    @cached_property
    def every_cp_plan(self):
        found = self.read("ssd_cp_plans", child="cppl_person_id", id=("cppl_cp_plan_id", cell), start=("cppl_cp_plan_start_date", day),
                          end=("cppl_cp_plan_end_date", day), other=("cppl_cp_plan_ola", yes), first=("cppl_cp_plan_initial_category", cell),
                          latest=("cppl_cp_plan_latest_category", cell))
        return [p for p in found if p.start is not None]

    @cached_property
    def cp_reviews(self):
        return self.read("ssd_cp_reviews", child="cppr_person_id", plan=("cppr_cp_plan_id", cell), due=("cppr_cp_review_due", day), date=("cppr_cp_review_date", day))

    @cached_property
    def cp_visits(self):
        return self.read("ssd_cp_visits", child="cppv_person_id", plan=("cppv_cp_plan_id", cell), date=("cppv_cp_visit_date", day),
                         seen=("cppv_cp_visit_seen", yes), alone=("cppv_cp_visit_seen_alone", yes))

    # Care
    @cached_property
    def legal_statuses(self):
        return self.read("ssd_legal_status", child="lega_person_id", code=("lega_legal_status", leading_code), start=("lega_legal_status_start_date", day),
                         end=("lega_legal_status_end_date", day))

    @cached_property
    def episodes(self):
        return self.read("ssd_cla_episodes", child="clae_person_id", period=("clae_cla_id", cell), placement=("clae_cla_placement_id", cell),
                         start=("clae_cla_episode_start_date", day), end=("clae_cla_episode_ceased_date", day),
                         started=("clae_cla_episode_start_reason", leading_code), ceased=("clae_cla_episode_ceased_reason", leading_code),
                         entered=("clae_entered_care_date", day), iro=("clae_cla_last_iro_contact_date", day), need=("clae_cla_primary_need_code", leading_code))

    @cached_property
    def care(self):
        """Periods of being looked after: episodes of one period, periods that touch, none of them a series of short breaks (V3, V4), none past 18."""
        statuses = by_child(self.legal_statuses)
        grouped = defaultdict(list)
        for e in self.episodes:
            if e.start is not None or e.entered is not None:
                grouped[e.child, e.period].append(e)
        periods = []
        for (child, id), episodes in grouped.items():
            episodes.sort(key=lambda e: e.start or e.entered)
            last = episodes[-1]
            start = min([e.entered for e in episodes if e.entered] or [episodes[0].start])
            if any(s.code in ("V3", "V4") and s.start and s.start <= start and (s.end is None or s.end > start) for s in statuses[child]):
                continue
            periods.append(record(child, ids={id}, start=start, end=last.end, code=last.ceased if last.end else None, episodes=episodes))
        periods.sort(key=lambda p: (p.child, p.start))
        joined = []
        for p in periods:
            before = joined[-1] if joined else None
            if before and before.child == p.child and (before.end is None or before.end >= p.start):
                before.ids |= p.ids
                before.episodes += p.episodes
                if before.end is not None and (p.end is None or p.end > before.end):
                    before.end, before.code = p.end, p.code
            else:
                joined.append(p)
        for p in joined:
            born = self.born(p.child)
            if born and (p.end is None or p.end > birthday(born, 18)):
                p.end = birthday(born, 18)  # the reason of a later end is kept, as recorded
        return [p for p in joined if p.end is None or p.end > p.start]

    @cached_property
    def care_of(self):
        return by_child(self.care)

    @cached_property
    def care_by_id(self):
        return {id: p for p in self.care for id in p.ids}

    @cached_property
    def placements(self):
        """Placements of periods that count; `period` is the period of care."""
        found = self.read("ssd_cla_placement", child="clap_person_id", id=("clap_cla_placement_id", cell), care=("clap_cla_id", cell),
                          start=("clap_cla_placement_start_date", day), end=("clap_cla_placement_end_date", day), type=("clap_cla_placement_type", leading_code),
                          distance=("clap_cla_placement_distance", number), provider=("clap_cla_placement_provider", leading_code),
                          reason=("clap_cla_placement_change_reason", leading_code))
        for p in found:
            p.period = self.care_by_id.get(p.care)
            born = self.born(p.child)
            if born and p.start and (p.end is None or p.end > birthday(born, 18)):
                p.end = birthday(born, 18)
        return sorted((p for p in found if p.period and p.start and (not self.born(p.child) or p.start < birthday(self.born(p.child), 18))), key=lambda p: (p.child, p.start, p.end or p.start))

    @cached_property
    def cla_reviews(self):
        found = self.read("ssd_cla_reviews", child="clar_cla_person_id", care=("clar_cla_id", cell), due=("clar_cla_review_due_date", day),
                          date=("clar_cla_review_date", day), cancelled=("clar_cla_review_cancelled", yes), voice=("clar_cla_review_participation", leading_code))
        for r in found:
            r.period = self.care_by_id.get(r.care)
        return [r for r in found if r.period]

    @cached_property
    def cla_visits(self):
        return self.read("ssd_cla_visits", child="clav_person_id", care=("clav_cla_id", cell), date=("clav_cla_visit_date", day), seen=("clav_cla_visit_seen", yes))

    @cached_property
    def uasc(self):
        found = self.read("ssd_immigration_status", child="immi_person_id", words=("immi_immigration_status", cell),
                          start=("immi_immigration_status_start_date", day), end=("immi_immigration_status_end_date", day))
        return [r for r in found if r.words and ("UASC" in r.words.upper() or "UNACCOMPANIED ASYLUM SEEKING" in r.words.upper())]

    @cached_property
    def health(self):
        return self.read("ssd_cla_health", child="clah_person_id", type=("clah_health_check_type", cell), date=("clah_health_check_date", day),
                         status=("clah_health_check_status", cell))

    @cached_property
    def missing(self):
        return self.read("ssd_missing", child="miss_person_id", start=("miss_missing_episode_start_date", day), end=("miss_missing_episode_end_date", day),
                         type=("miss_missing_episode_type", cell), offered=("miss_missing_rhi_offered", yes), accepted=("miss_missing_rhi_accepted", yes))

    @cached_property
    def permanence(self):
        names = dict(decision="perm_adm_decision_date", order="perm_placement_order_date", placed="perm_placed_for_adoption_date",
                     matched="perm_matched_date", reversed="perm_decision_reversed_date", granted="perm_permanence_order_date",
                     fostered="perm_placed_ffa_cp_date")
        found = self.read("ssd_permanence", child="perm_person_id", care=("perm_cla_id", cell), carer=("perm_adopted_by_carer_flag", yes),
                          type=("perm_permanence_order_type", cell), **{name: (column, day) for name, column in names.items()})
        for r in found:
            r.adopted = r.granted if (r.type or "").lower().startswith("adoption") else None
        return found

    @cached_property
    def care_plans(self):
        """The options marked yes in each plan."""
        options = lambda text: {k for k, v in json.loads(cell(text) or "{}").items() if yes(v)}
        return self.read("ssd_cla_care_plan", child="lacp_person_id", date=("lacp_cla_care_plan_start_date", day), options=("lacp_cla_care_plan_json", options))

    # Who holds the case
    @cached_property
    def workers(self):
        """Posts: by the staffing file where there is one, else by the list of professionals, which has no days."""
        posts = []
        if self.folder.has("staffing"):
            for r in self.folder.rows("staffing"):
                posts.append(record(None, id=r["worker_id"], team=r["team"], role=r["role"], fte=number(r["fte"]), qualified=yes(r["qualified"]),
                                    agency=yes(r["agency"]), start=day(r["start_date"]), end=day(r["end_date"]), registered=cell(r["registration_no"])))
        return posts

    @cached_property
    def titles(self):
        return {r["prof_professional_id"]: (cell(r["prof_professional_job_title"]), cell(r["prof_social_worker_registration_no"]))
                for r in self.folder.rows("ssd_professionals")}

    @cached_property
    def allocations(self):
        """Spells with a case holder: involvements in a case-holding role, of a worker whose title may hold cases."""
        found = self.read("ssd_involvements", child="invo_person_id", id=("invo_involvements_id", cell), worker=("invo_professional_id", cell), role=("invo_professional_role_id", leading_code),
                          team=("invo_professional_team", cell), start=("invo_involvement_start_date", day), end=("invo_involvement_end_date", day))
        found = [a for a in found if a.role in self.settings["case_worker_roles"] and a.start]
        found.sort(key=lambda a: (a.child, a.start, -int(a.id[1:]) if a.id[1:].isdigit() else 0))
        for a in found:
            if a.worker == "-1":
                a.worker = None
        return found

    def qualified(self, worker, t):
        """Registered, in a post at t that may hold cases: no manager's, no assistant's. The staffing file says who was in post when; without
        it the list of professionals, which has no days."""
        title, registration = self.titles.get(worker, (None, None))
        if title in self.settings["non_case_holding_titles"]:
            return False
        if self.folder.has("staffing"):
            return any(w.qualified and w.registered for w in self.workers if w.id == worker and open_at(w, t))
        return registration is not None

    def holder(self, child, t):
        """Who holds the case at the close of t: of allocations open at once the one that began last; nobody where it names no worker."""
        held = [a for a in self.allocations_of[child] if open_at(a, t)]
        return held[-1] if held and held[-1].worker else None

    def held(self, child):
        """(worker, start, end) of each stretch in which one of the allocations holds the case: those that begin later take it over while they are open."""
        mine = self.allocations_of[child]
        for i, a in enumerate(mine):
            pieces = [(a.start, a.end)]
            for b in mine[i + 1:]:
                left = [(s, min(e or b.start, b.start)) for s, e in pieces if s < b.start]
                pieces = left + [(max(s, b.end), e) for s, e in pieces if b.end is not None and (e is None or e > b.end)]
            yield from ((a.worker, s, e) for s, e in pieces if a.worker and (e is None or e > s))

    @cached_property
    def allocations_of(self):
        return by_child(self.allocations)

    # Where the child lives
    @cached_property
    def addresses_of(self):
        return by_child(self.read("ssd_address", child="addr_person_id", type=("addr_address_type", cell), start=("addr_address_start_date", day),
                                  end=("addr_address_end_date", day), postcode=("addr_address_postcode", cell)))

    def district(self, child, t):
        """Of the child's latest address, which does not change with t; without one, of the team that holds the case at t."""
        known = [a for a in self.addresses_of[child] if a.start and a.postcode]
        if known:
            return self.settings["districts"].get(max(known, key=lambda a: a.start).postcode)
        held = [a for a in self.allocations_of[child] if open_at(a, t)]
        return self.settings["team_districts"].get(held[-1].team) or None if held else None

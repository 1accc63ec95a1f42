"""Leaving care: CL01 to CL06. States around a birthday come from a local file; the SSD has the latest state alone."""
from counting import case, indicator
from days import age, m
from extract import cell, day, leading_code, yes
from journeys import open_at


def leavers(j):
    """Eligible, relevant and former relevant; the SSD tells of its own day."""
    rows = j.read("ssd_care_leavers", child="clea_person_id", status=("clea_care_leaver_eligibility", cell), review=("clea_pathway_plan_review_date", day))
    return [r for r in rows if (r.status or "").lower() in ("eligible", "relevant", "former relevant")]


@indicator("CL01", "snapshot")
def CL01(j, p):
    """A pathway plan in place; where no file holds plans, the day of a review says that there is one."""
    if not j.folder.has("pathway_plans"):
        return [case(r.child, p.b, r.review is not None and r.review <= p.b) for r in leavers(j)]
    plans = j.read("pathway_plans", child="child_id", start=("pathway_plan_start_date", day), end=("pathway_plan_end_date", day))
    planned = {q.child for q in plans if open_at(q, p.b)}
    return [case(r.child, p.b, r.child in planned) for r in leavers(j)]


@indicator("CL02", "snapshot")
def CL02(j, p):
    """Reviewed within 6 months (TS16)."""
    return [case(r.child, p.b, r.review is not None and r.review <= p.b <= m(r.review, 6)) for r in leavers(j)]


def states(j, p, first, last):
    """By birthday in P, of those who turned so old. Without the local file: former relevant young people of that age as the SSD has them
    on its own day, which the product names as what it shows instead."""
    if not j.folder.has("leaver_states"):
        return now(j, p.b, first, last)
    rows = j.read("leaver_states", child="child_id", date=("birthday_date", day), touch=("in_touch", upper),
                  home=("accommodation", upper), suitable=("suitable", yes_or_code), activity=("activity", leading_code))
    return [r for r in rows if p.holds(r.date) and j.born(r.child) and first <= age(j.born(r.child), r.date) <= last]


def now(j, t, first, last):
    rows = j.read("ssd_care_leavers", child="clea_person_id", status=("clea_care_leaver_eligibility", cell), touch=("clea_care_leaver_in_touch", upper),
                  home=("clea_care_leaver_accommodation", upper), suitable=("clea_care_leaver_accom_suitable", yes_or_code), activity=("clea_care_leaver_activity", leading_code))
    found = [r for r in rows if (r.status or "").lower() == "former relevant" and j.born(r.child) and first <= age(j.born(r.child), t) <= last]
    for r in found:
        r.date = t
    return found


def upper(text):
    return (cell(text) or "").upper()


def yes_or_code(text):
    text = cell(text)
    return True if text == "1" else False if text == "2" else yes(text)


def accommodation(rows):
    """Suitable / former relevant; deported (H), abroad (G), residence unknown (R) out; not in touch in."""
    return [case(r.child, r.date, r.suitable) for r in rows if not r.home.startswith(("G", "H", "R")) and r.touch not in ("DIED", "RHOM")]


def activity(rows):
    """In education, employment or training / all; not in touch stays in; died, home for 6 months or more out."""
    return [case(r.child, r.date, r.activity[0] in "FP" if r.activity else None) for r in rows if r.touch not in ("DIED", "RHOM")]


@indicator("CL03", "rolling-12")
def CL03(j, p):
    return accommodation(states(j, p, 19, 21))


@indicator("CL04", "rolling-12")
def CL04(j, p):
    return activity(states(j, p, 19, 21))


@indicator("CL05", "rolling-12")
def CL05(j, p):
    """As CL04, at 17 and 18."""
    return activity(states(j, p, 17, 18))


@indicator("CL06", "rolling-12")
def CL06(j, p):
    """In touch / cohort."""
    return [case(r.child, r.date, r.touch == "YES" if r.touch else None) for r in states(j, p, 19, 21) if r.touch not in ("DIED", "RHOM")]

"""Missing from care, and return interviews: MI01 to MI04."""
from collections import defaultdict

from counting import case, indicator
from days import wd
from extract import day


def is_missing(r):
    return (r.type or "").upper().startswith("M")


def in_care(j, r):
    return any(c.start <= r.start and (c.end is None or c.end > r.start) for c in j.care_of[r.child])


@indicator("MI01", "rolling-12")
def MI01(j, p):
    """One missing spell or more / children looked after at any time in P; away (A) is apart."""
    gone = {r.child for r in j.missing if is_missing(r) and (p.holds(r.start) or r.start <= p.b and (r.end is None or r.end > p.a))}
    children = {c.child for c in j.care if c.start <= p.b and (c.end is None or c.end > p.a)}
    return [case(child, p.b, child in gone) for child in sorted(children)]


@indicator("MI01b", "rolling-12", "count")
def MI01b(j, p):
    return [case(r.child, r.start) for r in j.missing if is_missing(r) and p.holds(r.start) and in_care(j, r)]


def interviews(j):
    held = defaultdict(list)
    for r in j.read("return_interviews", child="child_id", start=("missing_start_date", day), date=("interview_date", day)):
        if r.date:
            held[r.child, r.start].append(r.date)
    return held


def returned(j, p):
    """Every episode ended in P, missing and away (the catalogue: "D = all episodes"), in care or not."""
    return [r for r in j.missing if p.holds(r.end)]


@indicator("MI02", "rolling-12")
def MI02(j, p):
    """wd(return, interview) <= 3 / every episode, not interviews held; one whose days have not run out is left out."""
    held = interviews(j)
    return [case(r.child, r.end, any(d >= r.end and wd(r.end, d) <= 3 for d in held[r.child, r.start])) for r in returned(j, p) if wd(r.end, j.today) > 3]


@indicator("MI04", "rolling-12")
def MI04(j, p):
    """Held at all / the same."""
    held = interviews(j)
    return [case(r.child, r.end, bool(held[r.child, r.start])) for r in returned(j, p)]

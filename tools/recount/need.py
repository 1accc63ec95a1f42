"""Children in need: CN01 to CN11."""
from collections import defaultdict

from counting import case, indicator
from days import ONE, age, cd, m, wd
from extract import day
from journeys import by_child, open_at
from protection import reviews_in_time, with_qualified


def open_cases(j, t, with_nfa):
    """One for each child: cases open at once are one case, as old as the oldest."""
    return [c for c in j.whole_cases if c.opened <= t and (c.closed is None or c.closed > t) and (with_nfa or not c.nfa)]


@indicator("CN01", "snapshot", "rate")
def CN01(j, p):
    """Open episodes at t / population: all children in need, on plans, in care, leavers, unborn. A referral with no further action is none."""
    return [case(c.child, p.b) for c in open_cases(j, p.b, False)]


@indicator("CN02", "snapshot", "count")
def CN02(j, p):
    """Every case not closed."""
    return [case(c.child, p.b) for c in open_cases(j, p.b, True)]


def plan_required(j, t):
    """Open, not on a protection plan (of whichever authority), not looked after, assessment done."""
    protected = {plan.child for plan in j.every_cp_plan if open_at(plan, t)}
    cared = {c.child for c in j.care if open_at(c, t)}
    assessed = {j.case_by_id[a.case].id for a in j.assessments if a.end and a.end <= t and a.case in j.case_by_id}
    return [c for c in open_cases(j, t, False) if c.child not in protected and c.child not in cared and c.id in assessed]


def case_of(j, record):
    """The whole case that a record is of."""
    return j.case_by_id[record.case].id if record.case in j.case_by_id else None


@indicator("CN03", "snapshot")
def CN03(j, p):
    plans = {case_of(j, q) for q in j.cin_plans if open_at(q, p.b) and q.authorised and q.authorised <= p.b}
    return [case(c.child, p.b, c.id in plans) for c in plan_required(j, p.b)]


@indicator("CN04", "snapshot")
def CN04(j, p):
    """Drafts count."""
    plans = {case_of(j, q) for q in j.cin_plans if open_at(q, p.b)}
    return [case(c.child, p.b, c.id in plans) for c in plan_required(j, p.b)]


@indicator("CN05", "snapshot", "count")
def CN05(j, p):
    return [case(c.child, p.b) for c in open_cases(j, p.b, True) if not with_qualified(j, c.child, p.b)]


def gap_began(j, c, t):
    """The first day of the unbroken time without a qualified worker that still runs at t."""
    d = t
    while d > c.start and not with_qualified(j, c.child, d - ONE):
        d -= ONE
    return d


@indicator("CN06", "snapshot", "count")
def CN06(j, p):
    """cd of the unbroken gap > 28; it restarts at each allocation."""
    return [case(c.child, p.b) for c in open_cases(j, p.b, True)
            if not with_qualified(j, c.child, p.b) and cd(gap_began(j, c, p.b), p.b) > 28]


@indicator("CN07", "snapshot")
def CN07(j, p):
    return [case(c.child, p.b, with_qualified(j, c.child, p.b)) for c in open_cases(j, p.b, False)]


@indicator("CN08", "snapshot")
def CN08(j, p):
    """Any worker / disabled children with an open case."""
    return [case(c.child, p.b, j.holder(c.child, p.b) is not None)
            for c in open_cases(j, p.b, True) if j.disabled.get(c.child)]


@indicator("CN09", "snapshot")
def CN09(j, p):
    """A transition plan / disabled and 14 or over at t (TS22)."""
    plans = j.read("transition_plans", child="child_id", start=("transition_plan_start_date", day), end=("transition_plan_end_date", day))
    planned = {q.child for q in plans if open_at(q, p.b)}
    return [case(c.child, p.b, c.child in planned) for c in open_cases(j, p.b, True)
            if j.disabled.get(c.child) and j.born(c.child) and age(j.born(c.child), p.b) >= 14]


def duration(a, b):
    return next((name for months, name in ((3, "under 3 months"), (6, "3-6"), (12, "6-12"), (24, "1-2 years")) if b < m(a, months)), "2 years or more")


@indicator("CN10", "snapshot", "count")
def CN10(j, p):
    return [case(c.child, p.b, group=duration(c.start, p.b)) for c in open_cases(j, p.b, False)]


@indicator("CN10b", "rolling-12", "count")
def CN10b(j, p):
    return [case(c.child, c.closed, group=duration(c.start, c.closed)) for c in j.whole_cases if p.holds(c.closed) and not c.nfa]


def cin_plans(j, t, wanted=lambda q: True):
    """One for each child, the latest."""
    found = sorted((q for q in j.cin_plans if open_at(q, t) and wanted(q)), key=lambda q: q.start)
    return list({q.child: q for q in found}.values())


@indicator("CN11", "snapshot")
def CN11(j, p):
    """Last visit within 20 working days (TS20) / open plans."""
    seen = by_child(v for v in j.cin_visits if v.seen and v.date)
    def in_time(q):
        return any(v.date <= p.b and wd(v.date, p.b) <= 20 for v in seen[q.child])
    return [case(q.child, p.b, in_time(q)) for q in cin_plans(j, p.b)]


@indicator("CN11b", "snapshot")
def CN11b(j, p):
    """A review is of the plan open on its day that began last: the local file names no plan."""
    plans, held = by_child(j.cin_plans), defaultdict(list)
    for r in j.read("cin_reviews", child="child_id", date=("cin_review_date", day)):
        running = [q for q in plans[r.child] if r.date and q.start <= r.date and (q.end is None or q.end >= r.date)]
        if running:
            held[max(running, key=lambda q: q.start).id].append(r.date)
    return [case(q.child, p.b, reviews_in_time(q.start, held[q.id], p.b, 3, 6))
            for q in cin_plans(j, p.b, lambda q: m(q.start, 3) <= p.b)]

"""Section 47 enquiries, conferences and child protection plans: SC01 to CP13."""
from collections import defaultdict
from datetime import date

from counting import Figure, case, figure, indicator
from days import Period, cd, m, wd
from journeys import by_child, open_at


@indicator("SC01", "rolling-12", "count")
def SC01(j, p):
    return [case(s.child, s.start) for s in j.enquiries if p.holds(s.start)]


@indicator("SC02", "rolling-12")
def SC02(j, p):
    """Conference held / enquiries ended in P. Sixty days from the enquiry's start are waited for it (an observation window: part E, 11)."""
    held = defaultdict(list)
    for c in j.conferences:
        if c.date:
            held[c.enquiry].append(c.date)
    return [case(s.child, s.end, any(cd(s.start, d) <= 60 for d in held[s.id])) for s in j.enquiries
            if p.holds(s.end) and cd(s.start, j.today) > 60]


def conferences(j, p):
    return [c for c in j.conferences if p.holds(c.date)]


@indicator("SC03", "rolling-12", "count")
def SC03(j, p):
    """Conferences in P, transfers in with them."""
    return [case(c.child, c.date) for c in conferences(j, p)]


@indicator("SC04", "rolling-12")
def SC04(j, p):
    """wd(enquiry's start, conference) <= 15 / conferences; transfers in are apart; one before the enquiry began has no time but stays in the total."""
    began = {s.id: s.start for s in j.enquiries}

    def in_time(c):
        start = began.get(c.enquiry)
        return None if start is None else 0 <= cd(start, c.date) and wd(start, c.date) <= 15
    return [case(c.child, c.date, in_time(c)) for c in conferences(j, p) if not c.transfer]


@indicator("SC05", "rolling-12")
def SC05(j, p):
    return [case(c.child, c.date, c.plan) for c in conferences(j, p)]


def open_plans(j, t, wanted=lambda plan: True):
    """One for each child, the latest, whatever the extract says twice."""
    plans = {}
    for plan in j.cp_plans:
        if open_at(plan, t) and wanted(plan):
            if plan.child not in plans or plan.start > plans[plan.child].start:
                plans[plan.child] = plan
    return list(plans.values())


@indicator("CP01", "snapshot", "count")
def CP01(j, p):
    return [case(plan.child, p.b) for plan in open_plans(j, p.b)]


@indicator("CP02", "snapshot", "rate")
def CP02(j, p):
    return CP01(j, p)


@indicator("CP03", "rolling-12", "count")
def CP03(j, p):
    return [case(plan.child, plan.start) for plan in j.cp_plans if p.holds(plan.start)]


@indicator("CP04", "rolling-12", "count")
def CP04(j, p):
    return [case(plan.child, plan.end) for plan in j.cp_plans if p.holds(plan.end)]


@indicator("CP05", "rolling-12")
def CP05(j, p):
    """Starts with an earlier plan here / starts."""
    mine = by_child(j.cp_plans)
    return [case(plan.child, plan.start, any(e.start < plan.start for e in mine[plan.child])) for plan in j.cp_plans if p.holds(plan.start)]


@indicator("CP06", "rolling-12")
def CP06(j, p):
    """Within 24 months of the end of an earlier one; the months are added to the earlier date."""
    mine = by_child(j.cp_plans)
    def again(plan):
        return any(e.start < plan.start and e.end and plan.start <= m(e.end, 24) for e in mine[plan.child])
    return [case(plan.child, plan.start, again(plan)) for plan in j.cp_plans if p.holds(plan.start)]


def two_years(start, end):
    """More than 729 days, counting the last day (part D): both ends count, so two years are full on the day before the anniversary."""
    return cd(start, end) + 1 > 729


@indicator("CP07", "snapshot")
def CP07(j, p):
    return [case(plan.child, p.b, two_years(plan.start, p.b)) for plan in open_plans(j, p.b)]


@indicator("CP08", "rolling-12")
def CP08(j, p):
    return [case(plan.child, plan.end, two_years(plan.start, plan.end)) for plan in j.cp_plans if p.holds(plan.end)]


def reviews_in_time(begun, held, t, first, later):
    """Each by m(one before, limit), and none overdue at t."""
    before, limit = begun, first
    for review in sorted(d for d in held if begun < d <= t):
        if review > m(before, limit):
            return False
        before, limit = review, later
    return t <= m(before, limit)


@indicator("CP09", "snapshot")
def CP09(j, p):
    """All due reviews in time / open for 3 months or more at t: first within 3 months, then within 6 (TS06)."""
    held = defaultdict(list)
    for r in j.cp_reviews:
        if r.date:
            held[r.plan].append(r.date)
    return [case(plan.child, p.b, reviews_in_time(plan.start, held[plan.id], p.b, 3, 6))
            for plan in open_plans(j, p.b, lambda plan: m(plan.start, 3) <= p.b)]


@indicator("CP10", "snapshot")
def CP10(j, p):
    """Last seen within 10 working days (TS20) / open. A plan too new for a visit is in it: the catalogue divides by all that are open."""
    seen = by_child(v for v in j.cp_visits if v.seen and v.date)
    def in_time(plan):
        return any(v.date <= p.b and wd(v.date, p.b) <= 10 for v in seen[plan.child])
    return [case(plan.child, p.b, in_time(plan)) for plan in open_plans(j, p.b)]


def with_qualified(j, child, t):
    holder = j.holder(child, t)
    return holder is not None and j.qualified(holder.worker, t)


@indicator("CP11", "snapshot")
def CP11(j, p):
    return [case(plan.child, p.b, with_qualified(j, plan.child, p.b)) for plan in open_plans(j, p.b)]


@indicator("CP12", "snapshot", "count")
def CP12(j, p):
    return [case(plan.child, p.b) for plan in open_plans(j, p.b) if any(open_at(c, p.b) for c in j.care_of[plan.child])]


@indicator("CP13", "snapshot", "change")
def CP13(j, p):
    """CP01(t) less CP01 at the last 31 March before t."""
    began = date(p.b.year if p.b > date(p.b.year, 3, 31) else p.b.year - 1, 3, 31)
    now, then = (figure(CP01(j, Period("snapshot", t)), "count").n for t in (p.b, began))
    return Figure(now - then, None)

"""Children looked after: stock, flows, reviews, visits, planning (LC01 to RV08)."""
from collections import defaultdict

from clocks import late_in, turns
from counting import Figure, case, indicator
from days import ONE, Period, age, last_within, m, month_end, wd
from extract import day
from journeys import by_child, open_at
from protection import with_qualified


def looked_after(j, t):
    return [c for c in j.care if open_at(c, t)]


@indicator("LC01", "snapshot", "count")
def LC01(j, p):
    return [case(c.child, p.b) for c in looked_after(j, p.b)]


@indicator("LC02", "rolling-12", "count")
def LC02(j, p):
    return [case(c.child, c.start) for c in j.care if p.holds(c.start)]


def ceased(j, p):
    """Once for each child: the last ceasing in P."""
    last = {}
    for c in j.care:
        if p.holds(c.end):
            last[c.child] = c
    return list(last.values())


@indicator("LC03", "rolling-12", "count")
def LC03(j, p):
    return [case(c.child, c.end) for c in ceased(j, p)]


@indicator("LC04", "snapshot", "change")
def LC04(j, p):
    """The most at a month end from 1 April to t; the lowest and the peak of all time are variants."""
    ends, first = [], Period("ytd", p.b).a
    while month_end(first.year, first.month) <= p.b:
        ends.append(month_end(first.year, first.month))
        first = m(first, 1)
    return Figure(max(len(looked_after(j, t)) for t in ends), None)


def is_uasc(j, child, t):
    return any(open_at(u, t) for u in j.uasc if u.child == child)


@indicator("LC05", "snapshot")
def LC05(j, p):
    return [case(c.child, p.b, is_uasc(j, c.child, p.b)) for c in looked_after(j, p.b)]


@indicator("LC05b", "rolling-12")
def LC05b(j, p):
    return [case(c.child, c.start, is_uasc(j, c.child, c.start)) for c in j.care if p.holds(c.start)]


@indicator("LC06", "rolling-12")
def LC06(j, p):
    """Start by m(end before, 12) / starts."""
    def again(c):
        return any(e.start < c.start and e.end and e.end <= c.start <= m(e.end, 12) for e in j.care_of[c.child])
    return [case(c.child, c.start, again(c)) for c in j.care if p.holds(c.start)]


@indicator("LC07", "snapshot", "count")
def LC07(j, p):
    statuses = by_child(j.legal_statuses)
    def status(child):
        held = [s for s in statuses[child] if open_at(s, p.b)]
        return max(held, key=lambda s: s.start).code if held else None
    return [case(c.child, p.b, group=status(c.child)) for c in looked_after(j, p.b)]


@indicator("LC08", "snapshot")
def LC08(j, p):
    return [case(c.child, p.b, with_qualified(j, c.child, p.b)) for c in looked_after(j, p.b)]


def review_turns(j):
    """Reviews of each period of care: within 20 working days of its start, then 3 months, then 6 (TS08), by the recorded due day where
    there is one. Cancelled ones are no reviews. A review that fell due and was never held, or never arranged, is a turn not done."""
    mine = defaultdict(list)
    for r in j.cla_reviews:
        if not r.cancelled:
            mine[id(r.period)].append(r)

    def due_after(n, d):
        return last_within(d, 20) if n == 0 else m(d, 3 if n == 1 else 6)
    for c in j.care:
        held = {r.date: r.due for r in mine[id(c)] if r.date and (c.end is None or r.date <= c.end)}
        planned = [r.due for r in mine[id(c)] if r.due and not r.date]
        for turn in turns(c.start, held, due_after, held, planned):
            if turn.done or c.end is None or turn.due < c.end:
                yield c, turn


@indicator("RV01", "rolling-12")
def RV01(j, p):
    """Held by the day due / due in P; due and not held is a fail."""
    return [case(c.child, turn.due, turn.done is not None and turn.done <= turn.due) for c, turn in review_turns(j) if p.holds(turn.due)]


@indicator("RV02", "rolling-12")
def RV02(j, p):
    """All in time / children with one due or more."""
    mine = defaultdict(list)
    for c in RV01(j, p):
        mine[c.child].append(c.met)
    return [case(child, p.b, all(met)) for child, met in mine.items()]


@indicator("RV03", "rolling-12")
def RV03(j, p):
    """PN1 to PN6 / reviews of children of 4 and over; PN0 (under 4) is out."""
    found = []
    for r in j.cla_reviews:
        born = j.born(r.child)
        if p.holds(r.date) and not r.cancelled and r.voice != "PN0" and born and 4 <= age(born, r.date) <= 17:
            found.append(case(r.child, r.date, None if r.voice is None else r.voice in ("PN1", "PN2", "PN3", "PN4", "PN5", "PN6")))
    return found


LONG_TERM = ("U1", "U4")  # meant to last until 18


def visit_turns(placement, visits, reviews):
    """Regulation 28: within a week of the start; then 6 weeks apart in the first year; then 3 months where it is meant to last to 18.
    With parents (regulation 19): weekly to the first review, then 6 weeks."""
    def due_after(n, d):
        if n == 0:
            return d + 7 * ONE
        if placement.type == "P1" and not any(r < d + 7 * ONE for r in reviews):
            return d + 7 * ONE
        if placement.type in LONG_TERM and d + 42 * ONE > m(placement.start, 12):
            return m(d, 3)
        return d + 42 * ONE
    return turns(placement.start, visits, due_after)


@indicator("RV04", "snapshot")
def RV04(j, p):
    """No visit late in the 12 months to t / placements open at t."""
    visits, reviews, first, found = by_child(j.cla_visits), by_child(j.cla_reviews), m(p.b + ONE, -12), []
    for q in j.placements:
        if open_at(q, p.b) and open_at(q.period, p.b):
            held = [r.date for r in reviews[q.child] if r.date and not r.cancelled and r.period is q.period]
            seen = {v.date for v in visits[q.child] if v.date and v.seen}
            found.append(case(q.child, p.b, not late_in(visit_turns(q, seen, held), first, p.b)))
    return found


@indicator("RV05", "rolling-12")
def RV05(j, p):
    """Adoption the sole plan by m(start, 4) / children with an agency decision in P. One whose months have not run out, the last day with them, is left out."""
    plans, found = by_child(j.care_plans), []
    for r in j.permanence:
        care = j.care_by_id.get(r.care)
        if p.holds(r.decision) and (care is None or m(care.start, 4) < j.today):
            found.append(case(r.child, r.decision, care is not None and any(q.date and q.options == {"ADOPTION"} and q.date <= m(care.start, 4) for q in plans[r.child])))
    return found


@indicator("RV06", "rolling-12")
def RV06(j, p):
    """wd(placement's start, meeting) <= 5 / placements starting in P; a meeting before the start passes. One whose days have not run out
    is left out."""
    meetings = defaultdict(list)
    for r in j.read("placement_meetings", child="child_id", start=("placement_start_date", day), date=("meeting_date", day)):
        meetings[r.child, r.start].append(r.date)
    return [case(q.child, q.start, any(d and wd(q.start, d) <= 5 for d in meetings[q.child, q.start])) for q in j.placements if p.holds(q.start) and wd(q.start, j.today) > 5]


@indicator("RV07", "snapshot")
def RV07(j, p):
    """Three distinct workers or more in the year to t, days before care with them / looked after at t; A, B, A is two."""
    first = m(p.b + ONE, -12)
    def workers(child):
        return {worker for worker, start, end in j.held(child) if start <= p.b and (end is None or end >= first)}
    return [case(c.child, p.b, len(workers(c.child)) >= 3) for c in looked_after(j, p.b)]


@indicator("RV08", "snapshot")
def RV08(j, p):
    """The reviewing officer in touch since the last review / looked after at t."""
    reviews, found = by_child(j.cla_reviews), []
    for c in looked_after(j, p.b):
        held = [r.date for r in reviews[c.child] if r.date and not r.cancelled and r.date <= p.b and r.period is c]
        contact = [e.iro for e in c.episodes if e.iro and e.iro <= p.b]
        if held:
            found.append(case(c.child, p.b, any(d >= max(held) for d in contact)))
    return found

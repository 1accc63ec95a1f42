"""Health of children looked after: HE01 to HE07."""
from care import looked_after
from clocks import late_in, turns
from counting import case, indicator
from days import ONE, age, m
from extract import day, number, yes
from journeys import by_child


def done(j, kind):
    """Completed checks; a refusal is none."""
    return by_child(h for h in j.health if h.date and (h.type or "").lower().startswith(kind) and (h.status or "").lower() == "completed")


def assessment_turns(born, begun, held):
    """The first within 28 days (TS11), then each within 6 months while the child is under 5 on the day it is due, else 12 (TS12)."""
    def due_after(n, day):
        if n == 0:
            return begun + 28 * ONE
        return m(day, 6) if born and age(born, m(day, 6)) < 5 else m(day, 12)
    return turns(begun, held, due_after)


@indicator("HE01", "snapshot")
def HE01(j, p):
    """Every assessment due in the 12 months to t on time, none overdue / looked after at t with one due in them."""
    checks, first, found = done(j, "health"), m(p.b + ONE, -12), []
    for c in looked_after(j, p.b):
        mine = assessment_turns(j.born(c.child), c.start, {h.date for h in checks[c.child]})
        running = [turn for turn in mine if turn.begun <= p.b and (turn.done is None or turn.done >= first)]
        if any(turn.due <= p.b for turn in running):
            found.append(case(c.child, p.b, not late_in(running, first, p.b)))
    return found


@indicator("HE02", "rolling-12")
def HE02(j, p):
    """Within 28 days / starts that reached the limit in P."""
    checks, found = done(j, "health"), []
    for c in j.care:
        limit = c.start + 28 * ONE
        if p.holds(limit) and (c.end is None or c.end > limit):
            found.append(case(c.child, limit, any(c.start <= h.date <= limit for h in checks[c.child])))
    return found


def a_year_in_care(j, t):
    return [c for c in looked_after(j, t) if m(c.start, 12) <= t]


def assessed(j, c, checks, t):
    """One in the year to t, two for a child under 5."""
    first = m(t + ONE, -12)
    count = sum(first <= h.date <= t for h in checks[c.child])
    born = j.born(c.child)
    if born is None and count == 1:
        return None
    return count >= (2 if born is None or age(born, t) < 5 else 1)


@indicator("HE03", "snapshot")
def HE03(j, p):
    checks = done(j, "health")
    return [case(c.child, p.b, assessed(j, c, checks, p.b)) for c in a_year_in_care(j, p.b)]


@indicator("HE04", "snapshot")
def HE04(j, p):
    checks, first = done(j, "dental"), m(p.b + ONE, -12)
    return [case(c.child, p.b, any(first <= h.date <= p.b for h in checks[c.child])) for c in a_year_in_care(j, p.b)]


def oc2(j, p, name):
    """The child's line in the health return of the year to t."""
    first = m(p.b + ONE, -12)
    rows = j.read("oc2_returns", child="child_id", date=("oc2_date", day), immunised=("immunised", yes), convicted=("convicted", yes),
                  substance=("substance_misuse", yes))
    found = {}
    for r in sorted((r for r in rows if r.date and first <= r.date <= p.b), key=lambda r: r.date):
        found[r.child] = getattr(r, name)
    return found


@indicator("HE04b", "snapshot")
def HE04b(j, p):
    told = oc2(j, p, "immunised")
    return [case(c.child, p.b, told.get(c.child)) for c in a_year_in_care(j, p.b)]


@indicator("HE05", "snapshot")
def HE05(j, p):
    """HE03 and HE04."""
    teeth = {c.child: c.met for c in HE04(j, p)}
    return [c._replace(met=False if False in (c.met, teeth[c.child]) else c.met and teeth[c.child]) for c in HE03(j, p)]


@indicator("HE06", "snapshot", "mean")
def HE06(j, p):
    """Sum of scores / scores: the last in the 12 months to t of each child of 5 to 16 who had then been looked after for a year without a
    break (LG Inform 2135: "children aged 5 to 16 who had been looked after continuously for at least twelve months at the 31 March")."""
    scores = by_child(j.read("ssd_sdq_scores", child="csdq_person_id", date=("csdq_sdq_completed_date", day), score=("csdq_sdq_score", number)))
    first, found = m(p.b + ONE, -12), []
    for c in a_year_in_care(j, p.b):
        born = j.born(c.child)
        mine = sorted((s for s in scores[c.child] if s.date and first <= s.date <= p.b), key=lambda s: s.date)
        if mine and born and 5 <= age(born, p.b) <= 16:
            found.append(case(c.child, p.b, value=mine[-1].score))
    return found


@indicator("HE07", "snapshot")
def HE07(j, p):
    """Convicted or cautioned / ages 10 to 17, a year in care at t."""
    told = oc2(j, p, "convicted")
    return [case(c.child, p.b, told.get(c.child)) for c in a_year_in_care(j, p.b) if j.born(c.child) and 10 <= age(j.born(c.child), p.b) <= 17]

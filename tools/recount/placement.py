"""Placements: PL01 to PL06."""
from care import looked_after
from counting import case, indicator
from days import ONE, age, m
from extract import day, leading_code, number, yes
from journeys import by_child, open_at


def placements_of(j):
    return by_child(j.placements)


def in_force(j, mine, c, t):
    """The child's placement at the close of t."""
    held = [q for q in mine[c.child] if open_at(q, t)]
    return held[-1] if held else None


ADOPTIVE = ("A3", "A4", "A5", "A6")


def counts_as_move(q):
    """Lasted a night, no temporary absence, and no adoption by the carer the child lives with (A3, A5)."""
    return not (q.end is not None and q.end <= q.start) and not (q.type and q.type.startswith("T")) and q.type not in ("A3", "A5")


@indicator("PL01", "snapshot")
def PL01(j, p):
    """Three or more placements in the 12 months to t, the one open on the first day with them / looked after at t."""
    mine, first, found = placements_of(j), m(p.b + ONE, -12), []
    for c in looked_after(j, p.b):
        count = 0
        for q in mine[c.child]:
            if counts_as_move(q) and q.start <= p.b and (q.end is None or q.end >= first):
                count += 1
        found.append(case(c.child, p.b, count >= 3))
    return found


@indicator("PL02", "snapshot")
def PL02(j, p):
    """In the same placement for 2 years, or adoptive with the one before / under 16 at t, looked after for 2.5 years without a break."""
    mine, found = placements_of(j), []
    for c in looked_after(j, p.b):
        born = j.born(c.child)
        if born and age(born, p.b) < 16 and m(c.start, 30) <= p.b:
            now = in_force(j, mine, c, p.b)
            since = None
            if now:
                since = now.start
                if now.type in ADOPTIVE:
                    earlier = [q for q in mine[c.child] if q.end is not None and q.end == now.start and q is not now]
                    since = min([q.start for q in earlier] + [since])
            found.append(case(c.child, p.b, since is not None and m(since, 24) <= p.b))
    return found


@indicator("PL03", "snapshot")
def PL03(j, p):
    """Over 20 miles / looked after; 999.9 is unknown, not far. The SSD does not say inside or outside the area."""
    mine, found = placements_of(j), []
    for c in looked_after(j, p.b):
        now = in_force(j, mine, c, p.b)
        miles = now.distance if now else None
        found.append(case(c.child, p.b, None if miles is None or miles >= 999 else miles > 20))
    return found


@indicator("PL04", "snapshot")
def PL04(j, p):
    """Foster care, U1 to U6 / looked after."""
    mine = placements_of(j)
    def foster(c):
        now = in_force(j, mine, c, p.b)
        return now.type.startswith("U") if now and now.type else None
    return [case(c.child, p.b, foster(c)) for c in looked_after(j, p.b)]


@indicator("PL05", "snapshot", "count")
def PL05(j, p):
    """Cost by provider at t."""
    costs = j.read("placement_costs", child="child_id", start=("cost_start_date", day), end=("cost_end_date", day),
                   provider=("provider", leading_code), cost=("weekly_cost", number))
    return [case(r.child, p.b, value=r.cost, group=r.provider) for r in costs if open_at(r, p.b)]


@indicator("PL06", "snapshot")
def PL06(j, p):
    """A move outside 1 August to 30 September in the year / looked after and of school age (5 to 15 at t)."""
    first = m(p.b + ONE, -12)
    moves = j.read("school_moves", child="child_id", date=("school_move_date", day), mid=("mid_year", yes))
    def mid_year(r):
        return not (8, 1) <= (r.date.month, r.date.day) <= (9, 30)
    moved = {r.child for r in moves if r.date and first <= r.date <= p.b and mid_year(r)}
    return [case(c.child, p.b, c.child in moved) for c in looked_after(j, p.b)
            if j.born(c.child) and 5 <= age(j.born(c.child), p.b) <= 15]

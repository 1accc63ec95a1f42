"""Adoption and other permanence: PM01 to PM09."""
from care import ceased, looked_after
from counting import Figure, case, indicator
from days import cd, m


def adopted(j, p):
    return [r for r in j.permanence if p.holds(r.adopted)]


def left_by_adoption(j, p):
    return [c for c in j.care if p.holds(c.end) and c.code in ("E11", "E12")]


@indicator("PM01", "rolling-12", "count")
def PM01(j, p):
    """Order granted (E11, E12) in P."""
    return [case(c.child, c.end) for c in left_by_adoption(j, p)]


@indicator("PM02", "rolling-12")
def PM02(j, p):
    """Ceased as adopted (E11, E12) / ceased, the last of each child."""
    return [case(c.child, c.end, c.code and c.code in ("E11", "E12")) for c in ceased(j, p)]


@indicator("PM03", "rolling-12")
def PM03(j, p):
    """Adopted in P / looked after at its end for more than 3 months."""
    return Figure(len(left_by_adoption(j, p)), sum(p.b > m(c.start, 3) for c in looked_after(j, p.b)))


@indicator("PM04", "rolling-12")
def PM04(j, p):
    """Placed by m(decision, 12) / adopted."""
    return [case(r.child, r.adopted, r.placed <= m(r.decision, 12) if r.placed and r.decision else None) for r in adopted(j, p)]


@indicator("PM05", "rolling-3-years", "mean")
def PM05(j, p):
    """Days from entering care to moving in, of those adopted in three years."""
    found = []
    for r in adopted(j, p):
        care = j.care_by_id.get(r.care)
        found.append(case(r.child, r.adopted, value=cd(care.start, r.placed) if care and r.placed else None))
    return found


@indicator("PM06", "rolling-3-years", "mean")
def PM06(j, p):
    """Days from the placement order to the match; a match before the order is 0; without an order or not placed is out."""
    return [case(r.child, r.adopted, value=max(0, cd(r.order, r.matched)) if r.matched else None)
            for r in adopted(j, p) if r.order and r.placed]


@indicator("PM07", "snapshot", "count")
def PM07(j, p):
    """With a placement order at t: no match, matched and not placed, placed and not adopted."""
    def by(d):
        return d is not None and d <= p.b
    def stage(r):
        return "placed" if by(r.placed) else "matched" if by(r.matched) else "no match"
    return [case(r.child, p.b, group=stage(r)) for r in j.permanence
            if by(r.order) and not by(r.granted) and not by(r.reversed)]


@indicator("PM08", "rolling-12")
def PM08(j, p):
    """Special guardianship (E45 to E48, older E43, E44) / ceased."""
    return [case(c.child, c.end, c.code and c.code in ("E43", "E44", "E45", "E46", "E47", "E48")) for c in ceased(j, p)]


@indicator("PM09", "rolling-12")
def PM09(j, p):
    """Reversals in P / decisions in P."""
    return Figure(sum(p.holds(r.reversed) for r in j.permanence), sum(p.holds(r.decision) for r in j.permanence))

"""Legal, quality and money: LG01 to FI01."""
from decimal import Decimal

from clocks import turns
from counting import Figure, case, exact, indicator
from days import cd, m
from extract import cell, day, number


def proceedings(j):
    return j.read("proceedings", child="child_id", start=("proceedings_issued_date", day), end=("final_order_date", day))


@indicator("LG01", "ytd", "count")
def LG01(j, p):
    return [case(r.child, r.start) for r in proceedings(j) if p.holds(r.start)]


@indicator("LG02", "rolling-12")
def LG02(j, p):
    """Within 26 weeks / ended in P (TS18)."""
    return [case(r.child, r.end, cd(r.start, r.end) <= 26 * 7) for r in proceedings(j) if p.holds(r.end)]


@indicator("LG02b", "rolling-12", "mean")
def LG02b(j, p):
    """Mean weeks of those that ended in P."""
    return [case(r.child, r.end, value=Decimal(cd(r.start, r.end)) / 7) for r in proceedings(j) if p.holds(r.end)]


@indicator("QA01", "quarter")
def QA01(j, p):
    """Good or better / audits with a grade."""
    rows = j.read("audits", child="child_id", date=("audit_date", day), grade=("grade", cell))
    return [case(r.child, r.date, None if r.grade is None else r.grade.lower() in ("good", "outstanding")) for r in rows if p.holds(r.date)]


@indicator("QA01b", "month")
def QA01b(j, p):
    """Held by the day due / due in P: a month from the post's start, then a month from each one held."""
    found = []
    held = {}
    for r in j.folder.rows("supervisions"):
        held.setdefault(r["worker_id"], set()).add(day(r["supervision_date"]))
    for w in (w for w in j.workers if w.registered):
        for turn in turns(w.start, {d for d in held.get(w.id, ()) if w.end is None or d <= w.end}, lambda n, d: m(d, 1)):
            if p.holds(turn.due) and (turn.done or w.end is None or turn.due < w.end):
                found.append(case(w.id, turn.due, turn.done is not None and turn.done <= turn.due))
    return found


def spent(j, p, line):
    return sum((exact(number(r["amount_thousands"])) for r in j.folder.rows("spending") if r["line"] == line and p.holds(day(r["year_end_date"]))), Decimal(0))


@indicator("FI01", "rolling-12")
def FI01(j, p):
    """Children's services / the whole council's spending."""
    return Figure(spent(j, p, "childrens-services"), spent(j, p, "total"))


@indicator("FI01b", "rolling-12")
def FI01b(j, p):
    """Spending / children aged 0 to 17."""
    return Figure(spent(j, p, "childrens-services"), j.population(p.b))

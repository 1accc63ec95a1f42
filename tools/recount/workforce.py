"""Workforce: WF01 to WF08. Cases come from the case system, full-time equivalents from the staffing file."""
from datetime import date
from decimal import Decimal

from counting import Figure, exact, indicator
from extract import day, number
from care import looked_after
from journeys import open_at


def held(j, t, wanted):
    """The holders of open cases at t: a case counts once for its holder."""
    children = {c.child for c in j.whole_cases if c.opened <= t and (c.closed is None or c.closed > t)}
    holders = [j.holder(child, t) for child in sorted(children)]
    return [a for a in holders if a is not None and wanted(a)]


def posts(j, t, wanted=lambda w: True):
    return [w for w in j.workers if open_at(w, t) and wanted(w)]


def fte(found):
    return sum((exact(w.fte) for w in found if w.fte), Decimal(0))


def kind(j, team):
    return j.settings["team_kinds"].get(team)


@indicator("WF01", "snapshot")
def WF01(j, p):
    """Open cases held by CSWT workers / FTE of those teams' social workers at t."""
    cases = held(j, p.b, lambda a: kind(j, a.team) == "CSWT")
    return Figure(len(cases), fte(posts(j, p.b, lambda w: kind(j, w.team) == "CSWT" and w.role == "SW")))


@indicator("WF02", "snapshot")
def WF02(j, p):
    """Cases / FTE of social workers who hold one or more, agency with them."""
    cases = held(j, p.b, lambda a: j.qualified(a.worker, p.b))
    holders = {a.worker for a in cases}
    return Figure(len(cases), fte(posts(j, p.b, lambda w: w.id in holders)))


@indicator("WF03", "snapshot")
def WF03(j, p):
    """Looked-after children / registered workers who hold one or more, whatever their title."""
    cared = {c.child for c in looked_after(j, p.b)}
    registered_now = {w.id for w in posts(j, p.b, registered)}
    holders = [a.worker for a in (j.holder(child, p.b) for child in cared) if a is not None and a.worker in registered_now]
    return Figure(len(holders), len(set(holders)))


def readings(j, p):
    return [r for r in j.folder.rows("establishment") if p.holds(day(r["as_at"]))]


def total(rows, *columns):
    return sum((exact(number(r[c]) or 0) for r in rows for c in columns), Decimal(0))


@indicator("WF04", "month")
def WF04(j, p):
    """Permanent FTE / establishment FTE."""
    rows = readings(j, p)
    return Figure(total(rows, "in_post_fte"), total(rows, "established_fte"))


@indicator("WF05", "month")
def WF05(j, p):
    """Vacant / (vacant + in post), social workers."""
    rows = [r for r in readings(j, p) if r["role"] == "SW"]
    return Figure(total(rows, "vacant_fte"), total(rows, "vacant_fte", "in_post_fte"))


def registered(w):
    return w.registered is not None


@indicator("WF06", "snapshot")
def WF06(j, p):
    """Agency / (agency + in post), FTE of social workers."""
    return Figure(fte(posts(j, p.b, lambda w: registered(w) and w.agency)), fte(posts(j, p.b, registered)))


@indicator("WF07", "rolling-12")
def WF07(j, p):
    """Leavers in the year / in post at its end, FTE of permanent social workers; one who goes on in another post has not left."""
    own = [w for w in j.workers if registered(w) and not w.agency]
    left = [w for w in own if p.holds(w.end) and not any(o.id == w.id and o is not w and o.start <= w.end and (o.end is None or o.end > w.end) for o in own)]
    return Figure(fte(left), fte(w for w in own if open_at(w, p.b)))


@indicator("WF08", "rolling-12")
def WF08(j, p):
    """Days lost / (FTE x 253, 254 in a leap year), social workers of the council; agency staff are no employees."""
    def own(w):
        return registered(w) and not w.agency
    absences = {(r["worker_id"], r["absence_date"]): r for r in j.folder.rows("sickness")}.values()  # a later row of the day replaces
    lost = [r for r in absences if p.holds(day(r["absence_date"]))
            and any(w.id == r["worker_id"] for w in posts(j, day(r["absence_date"]), own))]
    leap = any(p.holds(date(y, 2, 29)) for y in {p.a.year, p.b.year} if y % 4 == 0)
    return Figure(total(lost, "days_lost"), fte(posts(j, p.b, own)) * (254 if leap else 253))

"""Front door and early help: FD01 to EH02."""
from counting import case, indicator
from days import m, wd
from extract import cell, day
from journeys import by_child


@indicator("FD01", "rolling-12", "count")
def FD01(j, p):
    """Contacts dated in P; one for each child of each contact."""
    return [case(c.child, c.date) for c in j.contacts if p.holds(c.date)]


@indicator("FD02", "rolling-12")
def FD02(j, p):
    """Referral outcome / contacts: by the recorded outcome, not by lists that overlap."""
    return [case(c.child, c.date, c.referral) for c in j.contacts if p.holds(c.date)]


@indicator("FD02b", "rolling-12")
def FD02b(j, p):
    """wd(contact, decision) <= 1 / decided in P (TS01)."""
    found = j.read("contact_decisions", child="child_id", number=("contact_number", cell), date=("contact_date", day), decided=("decided_date", day), outcome=("outcome", cell))
    found = {(c.child, c.date, c.number, c.outcome): c for c in found}.values()  # of rows that tell one contact the last stands
    return [case(c.child, c.decided, wd(c.date, c.decided) <= 1) for c in found if p.holds(c.decided)]


@indicator("FD03", "week", "count")
def FD03(j, p):
    """Notifications in P."""
    found = j.read("domestic_abuse_notices", child="child_id", number=("notice_number", cell), date=("notice_date", day))
    return [case(n.child, n.date) for n in found if p.holds(n.date)]


@indicator("EH01", "rolling-12", "count")
def EH01(j, p):
    """Completed in P."""
    return [case(e.child, e.end) for e in j.early_help if p.holds(e.end)]


@indicator("EH02", "rolling-12")
def EH02(j, p):
    """Referral by m(end, 6) / ended in P moved back by six months, so that each has had its six."""
    referred = by_child(j.cases)
    ended = [e for e in j.early_help if e.end and p.a <= m(e.end, 6) <= p.b]
    return [case(e.child, m(e.end, 6), any(e.end <= r.start <= m(e.end, 6) for r in referred[e.child])) for e in ended]  # its day, by which it has a district, is the one it counts on

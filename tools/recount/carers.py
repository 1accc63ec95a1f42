"""Carers and the ways to them: FO01 to FO03."""
from counting import case, indicator
from extract import cell, day, number
from journeys import open_at


def register(j):
    return j.read("carers", child="household_id", start=("approval_date", day), end=("approval_end_date", day), type=("carer_type", cell), places=("places", number))


@indicator("FO01", "snapshot", "count")
def FO01(j, p):
    """The register at t, by type."""
    return [case(r.child, p.b, group=r.type) for r in register(j) if open_at(r, p.b)]


@indicator("FO01b", "rolling-12", "count")
def FO01b(j, p):
    return [case(r.child, r.start) for r in register(j) if p.holds(r.start)]


def steps(j, p, pipeline):
    rows = j.read("carer_steps", child="household_id", date=("step_date", day), pipeline=("pipeline", cell), step=("step", cell))
    taken = {(r.child, r.step): r for r in reversed(rows) if r.pipeline == pipeline and p.holds(r.date)}
    return [case(child, r.date, group=step) for (child, step), r in taken.items()]


@indicator("FO02", "ytd", "count")
def FO02(j, p):
    """Steps in P; a household counts once for each."""
    return steps(j, p, "fostering")


@indicator("FO03", "ytd", "count")
def FO03(j, p):
    return steps(j, p, "adoption")

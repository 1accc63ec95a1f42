"""Education of children looked after: ED01 to ED06. Results come from a local file, a row a pupil and measure."""
from counting import case, indicator
from days import age, last_within, wd
from extract import cell, day, number, yes
from journeys import by_child


def peps(j):
    return by_child(r for r in j.read("peps", child="child_id", date=("pep_date", day)) if r.date)


@indicator("ED01", "rolling-12")
def ED01(j, p):
    """Termly (TS21): terms that ended in P, in care on their last day and for longer than the first plan may take, aged 3 to 17 / with a
    plan made or reviewed in the term."""
    made, found = peps(j), []
    for t in j.folder.rows("term_dates"):
        start, last = day(t["term_start_date"]), day(t["term_end_date"])
        if not p.holds(last):
            continue
        for c in j.care:
            born = j.born(c.child)
            if c.start <= last and (c.end is None or c.end > last) and wd(c.start, last) > 10 and born and 3 <= age(born, last) <= 17:
                found.append(case(c.child, last, any(start <= r.date <= last for r in made[c.child])))
    return found


@indicator("ED01a", "rolling-12")
def ED01a(j, p):
    """Within 10 working days / starts at 3 to 17 that reached the limit in P."""
    made, found = peps(j), []
    for c in j.care:
        limit = last_within(c.start, 10)
        born = j.born(c.child)
        if p.holds(limit) and (c.end is None or c.end > limit) and born and 3 <= age(born, c.start) <= 17:
            found.append(case(c.child, limit, any(c.start <= r.date and wd(c.start, r.date) <= 10 for r in made[c.child])))
    return found


def results(j, p, measure, group="CLA"):
    rows = j.read("school_results", child="child_id", measure=("measure", cell), date=("result_date", day), achieved=("achieved", yes),
                  score=("score", number), group=("group", cell))
    return [r for r in rows if r.measure == measure and p.holds(r.date) and (group is None or r.group == group)]


def achieved(j, p, measure):
    return [case(r.child, r.date, r.achieved) for r in results(j, p, measure)]


@indicator("ED02", "rolling-12")
def ED02(j, p):
    return achieved(j, p, "ks2-english-4")


@indicator("ED03", "rolling-12")
def ED03(j, p):
    return achieved(j, p, "ks2-maths-4")


@indicator("ED04", "rolling-12")
def ED04(j, p):
    return achieved(j, p, "5ac-em")


@indicator("ED05", "rolling-12")
def ED05(j, p):
    """25 days or more / the cohort of the file."""
    return [case(r.child, r.date, None if r.score is None else r.score >= 25) for r in results(j, p, "days-absent")]


@indicator("ED06", "rolling-12", "mean")
def ED06(j, p):
    return [case(r.child, r.date, value=r.score) for r in results(j, p, "attainment-8", None)]

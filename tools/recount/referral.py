"""Referral and assessment: RF01 to AS10."""
from collections import defaultdict

from counting import case, indicator
from days import m, wd
from extract import cell, day
from journeys import open_at


def referrals(j, p):
    """Each referral counts. That none is made while a case is open is a rule of data quality (8816): such a one counts and is asked about."""
    return [r for r in j.cases if p.holds(r.start)]


@indicator("RF01", "rolling-12", "count")
def RF01(j, p):
    return [case(r.child, r.start) for r in referrals(j, p)]


@indicator("RF02", "rolling-12", "rate")
def RF02(j, p):
    return RF01(j, p)


@indicator("RF03", "rolling-12")
def RF03(j, p):
    """An earlier referral within 12 months before / referrals; the months are added to the earlier date (definition-language.md 1.5)."""
    def again(r):
        return any(e.start < r.start <= m(e.start, 12) for e in j.cases_of[r.child])
    return [case(r.child, r.start, again(r)) for r in referrals(j, p)]


@indicator("RF04", "rolling-12")
def RF04(j, p):
    return [case(r.child, r.start, r.nfa) for r in referrals(j, p)]


@indicator("RF05", "rolling-12")
def RF05(j, p):
    """Closed RC8 or RC9 after an assessment, no later activity / referrals. Later activity: an enquiry or a plan of the case that began
    when its last assessment had ended. A referral is judged by all that is known of it now, so that months add up to the year."""
    activity = by_case(j, j.enquiries + j.cin_plans)
    assessed = by_case(j, j.assessments)

    def not_in_need(r):
        if r.of.closed is None or r.of.why not in ("RC8", "RC9"):
            return False
        done = [a.end for a in assessed[r.of.id] if a.end]
        return bool(done) and not any(s.start and s.start >= max(done) for s in activity[r.of.id])
    return [case(r.child, r.start, not_in_need(r)) for r in referrals(j, p)]


def by_case(j, records):
    found = defaultdict(list)
    for r in records:
        if r.case in j.case_by_id:
            found[j.case_by_id[r.case].id].append(r)
    return found


@indicator("RF06", "rolling-12")
def RF06(j, p):
    """Assessment linked / referrals: one that starts within 45 working days (TS04); a referral is left out until those have run."""
    linked = by_case(j, j.assessments)
    return [case(r.child, r.start, any(a.start and r.start <= a.start and wd(r.start, a.start) <= 45 for a in linked[r.of.id]))
            for r in referrals(j, p) if wd(r.start, j.today) > 45]


@indicator("RF07", "rolling-12", "count")
def RF07(j, p):
    return [case(r.child, r.start, group=r.source) for r in referrals(j, p)]


def earlier(j, *types):
    """Initial and core assessments, from the local file of the time."""
    found = j.read("earlier_assessments", child="child_id", type=("assessment_type", lambda t: (cell(t) or "").lower()),
                   start=("assessment_start_date", day), end=("assessment_end_date", day), referred=("referral_date", day))
    return [a for a in found if a.type in types]


def initial_in(j, p, limit):
    return [case(a.child, a.end, wd(a.referred, a.end) <= limit if a.referred else None) for a in earlier(j, "initial") if p.holds(a.end)]


@indicator("AS01", "rolling-12")
def AS01(j, p):
    """wd(referral, end) <= 7 / completed in P."""
    return initial_in(j, p, 7)


@indicator("AS02", "quarter")
def AS02(j, p):
    return initial_in(j, p, 10)


@indicator("AS03", "snapshot", "count")
def AS03(j, p):
    """Open at t, wd(referral, t) over the limit of the referral's day: 7 working days, from April 2010 10 (TS02)."""
    return [case(a.child, p.b, wd(a.referred, p.b) > (7 if a.referred < day("2010-04-01") else 10) if a.referred else None)
            for a in earlier(j, "initial") if open_at(a, p.b)]


@indicator("AS04", "ytd")
def AS04(j, p):
    """wd <= 35 / completed; from the core assessment's start, which is the initial one's end (TS03)."""
    return [case(a.child, a.end, wd(a.start, a.end) <= 35) for a in earlier(j, "core") if p.holds(a.end)]


@indicator("AS05", "snapshot", "count")
def AS05(j, p):
    return [case(a.child, p.b, wd(a.start, p.b) > 35) for a in earlier(j, "core") if open_at(a, p.b)]


def authorised(j, p):
    return [a for a in j.assessments if p.holds(a.end)]


@indicator("AS06", "rolling-12")
def AS06(j, p):
    """wd(start, authorised) <= 45 / authorised in P."""
    return [case(a.child, a.end, wd(a.start, a.end) <= 45 if a.start else None) for a in authorised(j, p)]


@indicator("AS07", "snapshot", "count")
def AS07(j, p):
    return [case(a.child, p.b, wd(a.start, p.b) > 45) for a in j.assessments if open_at(a, p.b)]


@indicator("AS08", "rolling-12", "count")
def AS08(j, p):
    def band(days):
        return next(name for top, name in ((0, "0"), (10, "1-10"), (20, "11-20"), (30, "21-30"), (40, "31-40"), (45, "41-45"),
                                           (50, "46-50"), (60, "51-60"), (10 ** 6, "61+")) if days <= top)
    return [case(a.child, a.end, group=band(wd(a.start, a.end)) if a.start else None) for a in authorised(j, p)]


@indicator("AS09", "rolling-12", "count")
def AS09(j, p):
    return [case(a.child, a.end) for a in authorised(j, p)]


@indicator("AS09b", "rolling-12")
def AS09b(j, p):
    """Child seen / completed."""
    return [case(a.child, a.end, a.seen) for a in authorised(j, p)]


@indicator("AS10", "rolling-12", "count")
def AS10(j, p):
    """Assessments with a factor, by factor; one may have several."""
    return [case(a.child, a.end, group=a.factors) for a in authorised(j, p) if a.factors]

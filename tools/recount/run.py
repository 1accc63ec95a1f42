"""./dev campaign recount: makes the data, counts every indicator both ways, writes docs/recount.md. Ends with 1 where a figure differs."""
import argparse
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import carers, care, education, front_door, health, leaving, missing, need, permanence, placement, protection, quality, referral, workforce  # noqa: E401,F401 (each registers its own)
import homes
import ours
import report
from counting import INDICATORS, exact, figure
from days import Period, month_end
from extract import Folder
from journeys import Journeys

MONTHS = {"demonstration": ["2026-09", "2025-08"], "messy": ["2026-09", "2025-08", "2012-12", "2011-11"]}
DAY = "2026-03-31"
BY_VARIANT = {"MI04": "MI02", "RV02": "RV01", "CN04": "CN03", "CL05": "CL04"}  # codes that stand as variants of another
DISTRICTS = ["RF01", "AS06", "CP01", "LC01"]  # asked of the demonstration too
YEARS = ["RF01", "RF03", "AS06", "SC01", "CP03", "LC02", "LC03", "PM01"]  # asked for the financial year too
SPLIT = ["AS08", "AS10", "RF07", "CN10", "CN10b", "LC07", "FO01", "FO02", "FO03"]


class Comparison:
    def __init__(self):
        self.equal, self.differ, self.compared = defaultdict(Counter), [], defaultdict(Counter)

    def add(self, authority, code, sort, when, theirs, mine, same):
        self.compared[code][sort] += 1
        self.equal[code][sort] += same
        if not same:
            self.differ.append((code, authority, sort, when, theirs, mine))


def day_of(month):
    return month_end(*map(int, month.split("-")))


def counted(j, code, window, at, area=None):
    function, _, kind = INDICATORS[code]
    period = Period(window, at)
    cases = function(j, period)
    if area is not None:
        cases = [c for c in cases if j.district(c.child, c.day) == area]
    return figure(cases, kind, j.population(at, area or "authority") if kind == "rate" else None)


def is_same(told, mine, kind, code):
    if told["numerator"] is None and told["value"] is None:
        return None
    n = exact(told["numerator"] if told["numerator"] is not None else told["value"])
    slack = Decimal("0.0005") * (mine.d or 1) if code == "LG02b" else 0  # the product adds up weeks in thousandths
    if abs(n - mine.n) > slack:
        return False
    return mine.d is None or told["denominator"] is None or exact(told["denominator"]) == mine.d


def words(told):
    n = told["numerator"] if told["numerator"] is not None else told["value"]
    return f"{n}" + (f"/{told['denominator']}" if told.get("denominator") is not None else "")


def by_month(found, authority, j, months):
    seen, told_why = set(), {}
    for until in months:
        points, rows = ours.months(authority.home, until)
        told_why |= {code: row["because"] for code, row in rows.items() if row["because"] and code not in told_why}
        for (code, month), point in sorted(points.items()):
            if code not in INDICATORS or (code, month) in seen:
                continue
            seen.add((code, month))
            window, kind = INDICATORS[code][1:]
            if rows[code]["window"] != window:
                raise SystemExit(f"{code}: the product's own window is {rows[code]['window']}, the count's {window}")
            if point["numerator"] is not None or point["value"] is not None:
                mine = counted(j, code, window, day_of(month))
                found.add(authority.name, code, "month ends", month, words(point), mine, is_same(point, mine, kind, code))
    return told_why


def asked(found, authority, j, definitions):
    """What a scorecard does not show: codes that are variants, other windows, districts, splits."""
    jobs = []
    for code in BY_VARIANT:
        jobs += [(code, at, ("variant",)) for at in ("2024-09-30", "2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31", DAY)]
    for d in definitions:
        if d["code"] not in INDICATORS:
            continue
        window = INDICATORS[d["code"]][1]
        others = [w for w in ("quarter", "month", "ytd", "financial-year") if w in d["windows"] and w != window]
        if authority.name == "messy" and others:
            jobs += [(d["code"], DAY, ("window", w)) for w in ([others[0], "financial-year"] if d["code"] in YEARS else others[:1])]
        if "district" in d["breakdowns"] and (authority.name == "messy" or d["code"] in DISTRICTS):
            jobs.append((d["code"], DAY, ("district",)))
    jobs += [(code, DAY, ("split",)) for code in SPLIT]

    def ask(job):
        code, at, (sort, *rest) = job
        more = {"window": lambda: ["--window", rest[0]], "district": lambda: ["--by", "district"], "split": lambda: ["--by", "split"]}.get(sort, list)()
        return job, ours.show(authority.home, code, at, *more)
    with ThreadPoolExecutor(2) as hands:
        for (code, at, (sort, *rest)), told in hands.map(ask, jobs):
            one(found, authority, j, code, day_of(at[:7]), sort, rest, told)


def one(found, authority, j, code, at, sort, rest, told):
    window, kind = rest[0] if rest else INDICATORS[code][1], INDICATORS[code][2]
    if told["no_value"] == "not-computable" or told["no_value"] == "not-in-force":
        return
    if sort == "split":
        mine = {str(k): v for k, v in counted(j, code, window, at).groups.items() if k is not None}
        told_counts = sorted(int(m["numerator"] or 0) for m in told["by"] if m["member"] not in ("", None) and m["numerator"])
        found.add(authority.name, code, "splits", str(at), told_counts, sorted(mine.values()), sorted(mine.values()) == told_counts or
                  sum((Counter(told_counts) - Counter(mine.values())).values()) <= 1 and sum(told_counts) >= sum(mine.values()))
    elif sort == "district":
        if not isinstance(INDICATORS[code][0](j, Period(window, at)), list):
            return
        for member in told["by"]:
            if member["member"] in j.settings["districts"].values():
                mine = counted(j, code, window, at, member["member"])
                same = is_same(member, mine, kind, code)
                if same is not None:
                    found.add(authority.name, code, "districts", f"{at} {member['member']}", words(member), mine, same)
    else:
        mine = counted(j, code, window, at)
        same = is_same(told, mine, kind, code)
        if same is not None:
            found.add(authority.name, code, "windows" if sort == "window" else "month ends", f"{at} {' '.join(rest)}".strip(), words(told), mine, same)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=20261122, help="of the messy authority")
    options.add_argument("--work", help="a folder to keep the data in; left out: a temporary one")
    options.add_argument("--no-demo", action="store_true", help="the messy authority alone")
    options.add_argument("--quick", action="store_true", help="month ends alone; nothing is written")
    options.add_argument("--no-report", action="store_true", help="say what differs and write nothing")
    told = options.parse_args()
    with tempfile.TemporaryDirectory() as made:
        work = Path(told.work or made)
        work.mkdir(parents=True, exist_ok=True)
        definitions = ours.catalogue()
        found, why, sizes = Comparison(), {}, {}
        for authority in [homes.the_messy_one(work, told.seed)] + ([] if told.no_demo else [homes.demonstration(work)]):
            j = Journeys(Folder(authority.folder), authority.settings())
            sizes[authority.name] = (len(j.people), sum(len(rows) for rows in j.folder.tables.values()))
            why[authority.name] = by_month(found, authority, j, MONTHS[authority.name])
            if not told.quick:
                asked(found, authority, j, definitions)
    for code, authority, sort, when, theirs, mine in found.differ:
        print(f"{code} {authority}, {sort}, {when}: the product {theirs}, the recount {mine}")
    total, equal = sum(sum(c.values()) for c in found.compared.values()), sum(sum(c.values()) for c in found.equal.values())
    print(f"{len(found.compared)} codes, {total} figures compared, {equal} equal, {total - equal} different.")
    if not (told.no_report or told.no_demo or told.quick):
        report.write(ours.ROOT / "docs" / "recount.md", found, definitions, why, sizes, told.seed)
    return 1 if found.differ else 0


if __name__ == "__main__":
    raise SystemExit(main())

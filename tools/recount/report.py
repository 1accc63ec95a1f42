"""Writes docs/recount.md."""
from counting import INDICATORS
from readings import FAULTS, NOT_COMPARED, READINGS


def write(path, found, definitions, why, sizes, seed):
    codes = sorted(set(INDICATORS) | set(found.compared) | set(NOT_COMPARED))
    titles = {d["code"]: d["title"] for d in definitions} | {v: f"{d['title']}: variant {x['name']}" for d in definitions for x in d["variants"] for v in x["codes"]}
    total, equal = sum(sum(c.values()) for c in found.compared.values()), sum(sum(c.values()) for c in found.equal.values())
    lines = [
        "# Counted twice", "",
        f"Every indicator counted a second time, in Python, from the words of the catalogue, from the extract files alone: {len(found.compared)} codes, {total:,} figures compared, "
        f"**{equal:,} equal, {total - equal} different**. The second count (`tools/recount`) shares nothing with the product; each function was written before the product's definition of it was read. "
        "`./dev campaign recount` does it again.", "",
        "Two authorities: " + "; ".join(f"the {name} one, {people:,} people in {rows:,} rows" for name, (people, rows) in sizes.items()) + f" (the messy one is drawn from seed {seed}, with every local file). "
        "Numerator and denominator had to be equal. Month ends: every one of 26 months in the indicator's own window (for initial and core assessments those of 2010 to 2012); other windows, districts and splits at 31 March 2026.", "",
        "Both counts were written in one project from one catalogue: where that is wrong, both are. Variants without a code of their own were not counted again, nor teams and other breakdowns.", "",
        "## What it found in the product", "", "| codes | what was wrong | mended in |", "|---|---|---|"]
    lines += [f"| {a} | {b} | {c} |" for a, b, c in FAULTS]
    lines += ["", "Each was seen as a difference of figures before it was mended, and is equal now.", "", "## Readings", "",
              "Where the catalogue leaves room. Both counts take these; each first stood as a difference.", "", "| code | reading, and the words that decide |", "|---|---|"]
    lines += [f"| {code} | {words} |" for code, words in sorted(READINGS.items())]
    sorts = ["month ends", "windows", "districts", "splits"]
    lines += ["", "## Figures", "", "Compared, and equal where the two numbers differ.", "", "| code | title | " + " | ".join(sorts) + " |", "|---|---|" + "---|" * len(sorts)]
    for code in codes:
        cells = [cell(found.compared[code][s], found.equal[code][s]) for s in sorts]
        lines.append(f"| {code} | {titles.get(code, '')} | " + " | ".join(cells) + " |")
    lines += ["", "Not compared: " + " ".join(f"{code}: {words}" for code, words in NOT_COMPARED.items())]
    if found.differ:
        lines += ["", "## Different", "", "| code | authority | figure | when | product | recount |", "|---|---|---|---|---|---|"]
        lines += ["| " + " | ".join(map(str, (code, authority, sort, when, theirs, mine))) + " |" for code, authority, sort, when, theirs, mine in found.differ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def cell(compared, equal):
    return "" if not compared else str(compared) if equal == compared else f"{compared}, {equal} equal"

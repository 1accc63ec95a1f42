"""The extract as it lies in its folder: CSV tables, cells read by the SSD's reading contract (data-formats.md, section 1)."""
import csv
import json
from datetime import date
from pathlib import Path

NOTHING = {"", "NULL", "N/A"}


def cell(text):
    text = (text or "").strip()
    return None if text.upper() in NOTHING else text


def day(text):
    text = cell(text)
    if text is None:
        return None
    head = text.replace("T", " ").split(" ")[0]
    try:
        if "/" in head:
            d, mth, y = head.split("/")
            return date(int(y), int(mth), int(d))
        return date.fromisoformat(head)
    except ValueError:
        return None  # "unknown": an unreadable date is set aside


def yes(text):
    """True, False, or None for unknown."""
    text = (cell(text) or "").upper()
    return True if text in ("Y", "YES", "1", "TRUE") else False if text in ("N", "NO", "0", "FALSE") else None


def number(text):
    text = cell(text)
    return None if text is None else float(text)


def flag(text, name):
    """One flag of a JSON column; unknown where the column is empty or no JSON."""
    try:
        return yes(str(json.loads(cell(text) or "")[name]))
    except (ValueError, KeyError, TypeError):
        return None


def leading_code(text):
    """Some systems write "S - Started to be looked after": the code is the first token."""
    text = cell(text)
    return None if text is None else text.split(" ")[0].rstrip(":-")


class Folder:
    def __init__(self, *folders):
        self.tables = {}
        for folder in folders:
            for path in sorted(Path(folder).glob("*.csv")):
                with open(path, encoding="utf-8-sig", newline="") as file:
                    rows = {tuple(row.values()): {k.lower(): v for k, v in row.items()} for row in csv.DictReader(file)}
                    self.tables[path.stem.lower()] = list(rows.values())  # an exact copy of an earlier row counts once, where the first stands
        self.same_child = {r["old_id"]: r["new_id"] for r in self.rows("merged_ids")}

    def rows(self, name):
        return self.tables.get(name, [])

    def has(self, name):
        return name in self.tables

    def child(self, text):
        """A child's id; ids that were merged are one child, the latest id."""
        text = cell(text)
        while text in self.same_child:
            text = self.same_child[text]
        return text

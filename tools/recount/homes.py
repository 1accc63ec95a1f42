"""The two authorities: the demonstration's, made by the product, and the messy one, made here. Each is loaded from one extract folder alone."""
import csv
import shutil
from datetime import date
from pathlib import Path

import messy
import ours

DATA_DATE = date(2026, 9, 30)


class Authority:
    def __init__(self, name, home, folder):
        self.name, self.home, self.folder = name, Path(home), Path(folder)

    def settings(self):
        """What the home says of the authority: roles, titles, teams, districts."""
        def read(name):
            with open(self.home / name, encoding="utf-8-sig", newline="") as file:
                return list(csv.DictReader(file))
        return {
            "data_date": DATA_DATE, "case_worker_roles": ["CW"], "non_case_holding_titles": ["Team Manager", "Social Work Assistant", "Duty Tray"],
            "districts": {r["sector"].replace(" ", ""): r["district"] for r in read("postcode_districts.csv")},
            "team_kinds": {r["code"]: r["kind"] for r in read("teams.csv")},
            "team_districts": {r["code"]: r["district"] for r in read("teams.csv")},
            "populations": {(r["area"], int(r["mid_year"])): int(r["population"]) for r in read("populations.csv") if r["age_from"] == "0" and r["age_to"] == "17"},
        }


def fresh(home):
    for old in home.glob("store.db*"):
        old.unlink()


def load(authority):
    ours.bellwether("load", authority.folder, "--home", authority.home, "--data-date", DATA_DATE)
    ours.list_everything(authority.home)
    return authority


def demonstration(work):
    home = Path(work) / "demo"
    if not (home / "extracts").exists():
        ours.bellwether("demo", "--no-serve", "--home", home)
    fresh(home)
    return load(Authority("demonstration", home, home / "extracts" / "2026-09"))


def table(path, headings, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([headings.split(",")] + rows)


def the_messy_one(work, seed):
    home, folder = Path(work) / "messy-home", Path(work) / "messy-extract"
    for old in (home, folder):
        shutil.rmtree(old, ignore_errors=True)
    messy.draw(seed, folder)
    ours.bellwether("init", "--home", home, "--name", "Messy", "--la-code", "990")
    table(home / "districts.csv", "code,name", [[d, f"District {d}"] for d in sorted(set(messy.DISTRICTS.values()))])
    table(home / "postcode_districts.csv", "sector,district", [[f"{p[:3]} {p[3:]}", d] for p, d in messy.DISTRICTS.items()])
    table(home / "teams.csv", "code,name,kind,service,parent,district,from,to,successor",
          [[t, f"Team {t}", kind, "Service", "", district, "2009-04-01", "", ""] for t, (kind, district) in messy.TEAMS.items()])
    areas = [("authority", 3000)] + [(d, 1000) for d in sorted(set(messy.DISTRICTS.values()))]
    table(home / "populations.csv", "area,mid_year,age_from,age_to,population,source",
          [[area, year, 0, 17, size + (year - 2008) * 10, "drawn"] for area, size in areas for year in range(2008, 2026)])
    for name in ("targets.csv", "owners.csv", "milestones.csv", "change-points.csv", "groups.csv"):
        with open(home / name, encoding="utf-8") as file:
            headings = file.readline()
        (home / name).write_text(headings, encoding="utf-8")
    shutil.copy(folder / "merged_ids.csv", home)
    return load(Authority("messy", home, folder))

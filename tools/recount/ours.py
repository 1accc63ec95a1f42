"""The product's figures, by its command line alone: one scorecard of every indicator gives thirteen month ends at once."""
import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("BELLWETHER_PROGRAM", str(ROOT / "bellwether"))


def bellwether(*arguments):
    command = ["dotnet", PROGRAM] if PROGRAM.endswith(".dll") else [PROGRAM]
    run = subprocess.run(command + [str(a) for a in arguments], capture_output=True, text=True)
    if run.returncode not in (0, 4):
        raise SystemExit(f"bellwether {' '.join(map(str, arguments))} ended with {run.returncode}: {run.stderr.strip() or run.stdout.strip()[:500]}")
    return run.stdout


def tell(*arguments):
    return json.loads(bellwether(*arguments, "--json"))["data"]


def catalogue():
    return tell("definitions", "list")


def list_everything(home):
    folder = Path(home) / "definitions" / "scorecards"
    folder.mkdir(parents=True, exist_ok=True)
    lines = ['title: "Every indicator, to be counted again"', 'committee: ""', "lists:", "  - indicators:"]
    (folder / "recount.yaml").write_text("\n".join(lines + [f"      - {d['id']}" for d in catalogue()]) + "\n")


def months(home, period):
    """{(code, month): point} for the thirteen months up to the period; a point has numerator, denominator and value."""
    found, why = {}, {}
    for row in tell("scorecard", "--home", home, "--scorecard", "recount", "--period", period)["indicators"]:
        why[row["code"]] = row
        for point in row["trend"]:
            found[row["code"], point["period"]] = point
    return found, why


def show(home, code, at, *more):
    return tell("show", code, "--home", home, "--at", at, *more)

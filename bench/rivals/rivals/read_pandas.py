"""read_pandas.py HOW FILE…: reads files into pandas frames (or, with openpyxl and xlrd, through every cell); prints rows and seconds as JSON."""
import json
import sys
import time

CENSUS = ["ChildIdentifiers", "CINdetails", "Assessments", "CINPlanDates", "Section47", "ChildProtectionPlans", "Reviews"]
RETURN = ["HEADER", "EPISODE", "AREVIEW", "OC2"]
FLOW = ["child_and_family_assessments", "child_in_need_plans", "section_47_assessments", "child_protection_plans"]


def openpyxl_rows(path):
    import openpyxl
    book = openpyxl.load_workbook(path, read_only=True)
    return sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))


def xlrd_rows(path):
    # pandas asks for a newer xlrd than Debian has, so this is xlrd itself.
    import xlrd
    return sum(len(sheet.row_values(r)) > 0 for sheet in xlrd.open_workbook(path).sheets() for r in range(sheet.nrows))


def frames(how, path):
    import pandas as pd
    if how == "xlsx":
        return pd.read_excel(path, sheet_name=None).values()
    if how == "csv":
        return [pd.read_csv(path)]
    if how == "json":
        with open(path, encoding="utf-8") as file:
            children = json.load(file)
        episodes = [{**e, "la_child_id": c["la_child_id"]} for c in children for e in c["social_care_episodes"]]
        return [pd.json_normalize(children), pd.DataFrame(episodes)] + [
            pd.json_normalize(episodes, record_path=name, meta=["la_child_id", "social_care_episode_id"]) for name in FLOW]
    # read_xml flattens one kind of element at a time and does not know whose it is: less than the readers beside it do.
    return [pd.read_xml(path, xpath=f".//{name}") for name in (RETURN if how == "903-xml" else CENSUS)]


def main(how, paths):
    start, cpu = time.perf_counter(), time.process_time()
    count = {"openpyxl": openpyxl_rows, "xls": xlrd_rows}.get(how) or (lambda path: sum(len(frame) for frame in frames(how, path)))
    rows = sum(count(path) for path in paths)
    print(json.dumps({"rows": rows, "seconds": round(time.perf_counter() - start, 4), "cpu": round(time.process_time() - cpu, 4)}))


main(sys.argv[1], sys.argv[2:])

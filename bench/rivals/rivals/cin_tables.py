"""cin_tables.py CENSUS.xml [CHILDREN]: the tables of a children in need census, built the way the public validator builds them.

The public validator (data-to-insight/csc-validator-be-cin) is in no package registry, so this is not it: it is our own writing after its method
(shared/reference/performance.md, section 3). The file is parsed into a tree by ElementTree, and a pandas table of each kind grows by
concatenation: for each child one frame of its own rows, for each child's details one frame for each kind within, for each plan one of its reviews.
Every value is looked up by name, and a missing one is pd.NA. With CHILDREN only so many are built. Prints what it took, as JSON.
"""
import json
import sys
import time
import xml.etree.ElementTree as ET

import pandas as pd

OF_CHILD = {
    "ChildIdentifiers": ["LAchildID", "UPN", "FormerUPN", "UPNunknown", "PersonBirthDate", "ExpectedPersonBirthDate", "GenderCurrent", "PersonDeathDate"],
    "ChildCharacteristics": ["Ethnicity"],
}
DETAILS = ["CINreferralDate", "ReferralSource", "PrimaryNeedCode", "CINclosureDate", "ReasonForClosure", "DateOfInitialCPC", "ReferralNFA"]
ASSESSMENT = ["AssessmentActualStartDate", "AssessmentInternalReviewDate", "AssessmentAuthorisationDate", "AssessmentFactors"]
OF_DETAILS = {
    "CINPlanDates": ["CINPlanStartDate", "CINPlanEndDate"],
    "Section47": ["S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"],
}
PLAN = ["CPPstartDate", "CPPendDate", "InitialCategoryOfAbuse", "LatestCategoryOfAbuse", "NumberOfPreviousCPP"]


class Tables:
    def __init__(self):
        ids = ["LAchildID", "CINdetailsID"]
        columns = {"ChildIdentifiers": OF_CHILD["ChildIdentifiers"], "ChildCharacteristics": ["LAchildID"] + OF_CHILD["ChildCharacteristics"],
                   "CINdetails": ids + DETAILS, "Assessments": ids + ASSESSMENT, "ChildProtectionPlans": ids + ["CPPID"] + PLAN,
                   "Reviews": ids + ["CPPID", "CPPreviewDate"]}
        columns.update({name: ids + own for name, own in OF_DETAILS.items()})
        self.frames = {name: pd.DataFrame(columns=own) for name, own in columns.items()}

    def add(self, name, rows):
        self.frames[name] = pd.concat([self.frames[name], pd.DataFrame(rows)], ignore_index=True)

    def child(self, child):
        first = values({}, OF_CHILD["ChildIdentifiers"], child.find("ChildIdentifiers"))
        self.add("ChildIdentifiers", [first])
        ids = {"LAchildID": first["LAchildID"]}
        self.add("ChildCharacteristics", [values(ids, OF_CHILD["ChildCharacteristics"], child.find("ChildCharacteristics"))])
        rows = []
        for number, details in enumerate(child.findall("CINdetails"), 1):
            own = {**ids, "CINdetailsID": number}
            rows.append(values(own, DETAILS, details))
            self.details(own, details)
        self.add("CINdetails", rows)
        # The validator asks the child itself for plans and reviews too, where there are none, and joins the empty frames.
        self.plans(ids, child)
        self.reviews(ids, child)

    def details(self, ids, details):
        rows = []
        for assessment in details.findall("Assessments"):
            for factor in assessment.find("FactorsIdentifiedAtAssessment"):
                rows.append({**values(ids, ASSESSMENT, assessment), "AssessmentFactors": factor.text})
        self.add("Assessments", rows)
        for name, own in OF_DETAILS.items():
            self.add(name, [values(ids, own, found) for found in details.findall(name)])
        self.plans(ids, details)

    def plans(self, ids, within):
        rows = []
        for number, plan in enumerate(within.findall("ChildProtectionPlans"), 1):
            own = {**ids, "CPPID": number}
            rows.append(values(own, PLAN, plan))
            self.reviews(own, plan)
        self.add("ChildProtectionPlans", rows)

    def reviews(self, ids, within):
        self.add("Reviews", [values(ids, ["CPPreviewDate"], review) for review in within.findall("Reviews")])


def values(ids, names, element):
    row = dict(ids)
    for name in names:
        # The validator asks forgiveness too.
        try:
            row[name] = element.find(name).text
        except AttributeError:
            row[name] = pd.NA
    return row


def main(path, most):
    start, cpu = time.perf_counter(), time.process_time()
    root = ET.parse(path).getroot()
    parsed = time.perf_counter()
    tables = Tables()
    for child in root.find("Children").findall("Child")[:most]:
        tables.child(child)
    built = time.perf_counter()
    print(json.dumps({"rows": sum(len(f) for f in tables.frames.values()), "seconds": round(built - start, 4), "cpu": round(time.process_time() - cpu, 4), "parse": round(parsed - start, 4),
                      "build": round(built - parsed, 4)}))


main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else None)

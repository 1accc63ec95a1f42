import sys, os, csv, json
from decimal import Decimal
from datetime import date
import days, counting, ours
from extract import Folder
from journeys import Journeys
for mod in ("front_door","referral","protection","need","care","placement","health","education","missing","permanence","leaving","carers","workforce","quality"):
    try: __import__(mod)
    except ModuleNotFoundError as e:
        if e.name!=mod: raise
home=sys.argv[1]; folder=sys.argv[2]; months=sys.argv[3].split(","); want=sys.argv[4:] 
def settings(home):
    pc={r["sector"].replace(" ",""):r["district"] for r in csv.DictReader(open(home+"/postcode_districts.csv"))}
    return {"case_worker_roles":["CW"],"non_case_holding_titles":["Team Manager","Social Work Assistant","Duty Tray"],"districts":pc,"team_kinds":{r["code"]:r["kind"] for r in csv.DictReader(open(home+"/teams.csv"))}}
j=Journeys(Folder(folder),settings(home))
for per in months:
    f,why=ours.months(home,per)
    for code,(fn,win,kind) in counting.INDICATORS.items():
        if want and not any(code.startswith(w) for w in want): continue
        parts=[]; eq=tot=0
        for (c,mo),pt in sorted(f.items()):
            if c!=code: continue
            y,mm=map(int,mo.split("-"))
            p=days.Period(win,days.month_end(y,mm))
            g=counting.figure(fn(j,p),kind)
            if pt["numerator"] is None and pt["value"] is None: continue
            n=pt["numerator"] if pt["numerator"] is not None else pt["value"]
            d=pt["denominator"]
            tot+=1
            ok=Decimal(str(n))==g.n and (kind in("rate","count","change") or d==g.d)
            eq+=ok
            if not ok: parts.append(f"{mo}: ours {n}/{d} mine {g}")
        print(code,f"{eq}/{tot}", why.get(code,{}).get("window"), win if why.get(code,{}).get("window")!=win else "", why.get(code,{}).get("because") or "", "; ".join(parts[:4]))

"""What the comparison settled: the faults of the product that were mended, and the readings where the catalogue leaves room."""

FAULTS = [
    ("CN05, CN06, CN07, CN08, CP11, LC08, WF01, WF02", "An involvement that names no professional (blank, or -1) was read as a worker nobody knows, so the case dropped out of "
     "\"unallocated\" without a word, and into \"allocated to any worker\". data-formats.md, section 1: \"invo_professional_id (null = none; source −1)\". It is now held by nobody. In "
     "the demonstration's November 2025, with the next fault, 25 unallocated cases were shown of 57.",
     "records.yaml, ssd.yaml, six definitions; test A_case_in_a_team_s_tray_is_held_by_nobody"),
    ("CN05, CN06, CN07, CP11, LC08, WF02", "Where a staffing file was loaded beside the SSD, the job titles of the SSD's own list were no longer heard, and a case with a team manager "
     "counted as allocated. The staffing file's own words for those posts (TM, SWA) are now on the list of posts that hold no cases.", "Authority, authority.yaml; a case of "
     "Qualified_is_registered_and_in_a_post_that_may_hold_cases"),
    ("CN05, CN06", "A duty tray that the case system lists among its professionals and no staffing file can hold was a worker nobody knows, so the cases in it were neither allocated nor unallocated.",
     "OwnFiles; test An_account_that_is_no_person_stays_what_the_case_system_says_it_is"),
    ("RV01, RV02", "The due date of a cancelled review stood for the review after it: a child who left care soon after a review held in time got a second one, never held. "
     "\"RV01: held ≤ due / due in P\". Seven of some 1,130 reviews of the demonstration.", "Reviews; test A_cancelled_review_is_due_on_no_day_so_it_does_not_stand_for_the_next_one"),
    ("RF05", "An enquiry or a plan at any time of the case said that the child was in need; the catalogue says \"closed RC8/RC9 after assessment, no later activity\". An enquiry that ran "
     "within the assessment is not later, and of several assessments the one that ended last decides. And an assessment never finished counted as one.", "referrals-not-in-need, four worked examples"),
    ("MI01", "A child missing and back the same day was not counted: such a spell \"has no day\". The catalogue says \"≥ 1 missing spell\"; MI01b counted it.", "missing-in-year, three worked examples"),
    ("HE06", "Scores were those of children looked after for a year on the day of the score, whether still looked after or not. The published figure is of children looked after at 31 March: "
     "\"children aged 5 to 16 who had been looked after continuously for at least twelve months at the 31 March\" (LG Inform, metric 2135). It is now a snapshot with the latest score of the last 12 months.",
     "sdq-mean, twelve worked examples"),
    ("SC04, and the variants of SC03 and SC05 without transfers", "A blank in \"transfer in\" was unknown, so in a system that writes only Y nearly every conference left the figure. A blank is no, as it is "
     "for the other flags that exclude.", "records.yaml"),
    ("CL03", "Young people not in touch, whose home the return leaves blank, were left out, though the definition's own note and the catalogue say \"deported, abroad, residence unknown out; not in touch in\". "
     "In the messy authority 3 of 6 was shown where it is 3 of 12.", "suitable-accommodation, a worked example"),
    ("RV03", "A review without a participation code was left out. \"PN1–PN6 / reviews of age ≥ 4 (PN0 excluded)\": it was held, and stands below the line.", "review-participation, two worked examples"),
    ("WF08", "Days lost and full-time equivalents took in everybody with a post, unregistered and agency staff too. The catalogue's source is DfE's workforce census, which counts the council's own social workers.",
     "sickness, two worked examples"),
    ("PL01", "Placements of a series of short breaks counted as moves. \"V3/V4 short-break series excluded from all CLA measures\".", "three-placements, a worked example"),
    ("CP01, CP02, CP07, CP09, CP10, CP11, CP12, CP13, CN11, CN11b", "A child with two plans open at once, which is a mistake of recording, counted as two children. \"Children on CP plan\", \"duplicates counted once per LA id\": "
     "the latest plan speaks for the child.", "ten definitions, a worked example"),
    ("LC02, LC03, LC05b, LC06, RV06, PM02, PM08", "A period of care recorded as begun after the 18th birthday started and ceased on one day. It is none.", "CareStopsAt18"),
    ("RV01, QA01b", "One due on the data date itself and not held counted as in time: it is late only from the day after. \"Due unfinished counts as fail\".", "cla-reviews-in-time, supervision-in-time"),
    ("FO02, FO03", "Two steps of a household on one day: the later row replaced the earlier. A key may now be told apart by two columns.", "local.yaml, RecordMap"),
    ("RV06", "A placement recorded as begun after the 18th birthday is none, and the meeting that named it fell to the placement before it. It is now about no placement.",
     "Links; test A_meeting_that_names_a_placement_begun_after_18_is_about_no_other"),
    ("CN01, CN03, CN07, CN10", "A referral with no further action that nobody closed took the child's next real referral into one case with it, and the child was in need from the first day, and for ever. "
     "\"CN01 leaves NFA out\": it joins only its like, and ends where a real case begins.", "CinEpisodes, docs/decisions/0011; test A_referral_with_no_further_action_is_no_part_of_the_case_beside_it"),
    ("AS06, AS08, AS09", "A spell whose end nobody told (an assessment a census left open when its case closed) was given the day after the return as its end, and counted as completed on 1 April. "
     "Its end is unknown now; on the 31 March that told it, it is open.", "RecordTable.EndsUntold, docs/decisions/0004; test An_assessment_that_a_later_return_no_longer_holds_was_open_and_is_not_completed"),
    ("PL02, PL03, PL04", "A child with two placements open at once, which is a mistake of recording, counted as settled, far away or fostered if either was. \"The same placement\", one at a time as in the "
     "return: the later is where the child lives (as with two plans).", "three definitions, worked examples"),
    ("PL02", "\"Adoptive + previous\" reached back through every adoptive placement to the foster home before the first. It is the placement just before; adopters who stay the same through a placement order are one.",
     "Placements; test Of_adoptive_placements_one_after_the_other_…, two worked examples"),
    ("PM01, PM03", "Adoptions were the orders of the list of adoptions, so a year of SSDA903 whose modules of adoption were not sent had none, or too few. \"Order granted (E11, E12)\": what the period of care "
     "ended by, as in PM02.", "adopted, adopted-of-in-care; test A_year_of_looked_after_returns_tells_its_adoptions_…"),
    ("HE03, HE05", "A child without a birth date and with two assessments in the year was unknown, though two are enough at any age; and one with none was unknown, though none are too few.",
     "annual-health-assessment, health-and-teeth, three worked examples"),
]

READINGS = {
    "districts": "A child's district is that of the latest address, for past months too; without an address that of the team holding the case. The catalogue gives a person one \"address district\", undated.",
    "RF01": "A referral made while a case is open counts, and is asked about. \"Each referral counts\"; \"none while a case is open\" is the validator's rule 8816, which is about the quality of the record.",
    "RF03": "[m(d, −12), d) and \"months are added to the earlier date\" (definition-language.md 1.5, 2) differ on 29 February alone; the second holds: 28 February 2023 and 12 months is 28 February 2024.",
    "RF05": "Dated cases are judged with all that is known now, so that months add up to the year (definition-language.md 1.4); DfE's table stops at 31 March. A past month can still rise.",
    "RF06": "An assessment that starts within 45 working days (TS04), and a referral is left out until they have run. National indicator 68 set no limit: the variant `ever`.",
    "SC02": "The conference may come up to 60 days after the enquiry's start: part E, 11, calls that an observation window, not a timeliness rule. One that names no enquiry follows the last begun before it in its case.",
    "SC04": "A conference before its enquiry began stays below the line and is not in time: \"excluded from the timing, kept in the total\".",
    "CP07": "\"More than 729 days, counting the last day\": both ends count, so two years are full on the day before the anniversary. The variant `to-the-day` has the other reading.",
    "CP08": "As CP07.",
    "CP10": "\"Last seen ≤ local limit / open\": a plan too new for a visit is in it, and not in time.",
    "CN11": "As CP10; the variant `past-the-first` leaves new plans out.",
    "CN01": "Two referrals open at once are one case. In-year rates use the last population that is out.",
    "CN03": "A child on another authority's protection plan needs no plan here. The plan must be of the case that is open now.",
    "CN05": "Of allocations open at once, the one that began last holds the case. A worker whose post has ended by the staffing file holds none.",
    "WF08": "One row for each worker and day; a later one replaces it.",
    "CN08": "Every open case, with no further action or not; CN07 divides by children in need, which leaves those out.",
    "EH02": "\"Ended in P moved back by six months\": a case counts six months after the end, and has the district of that day (definition-language.md 4: \"a dated case reads them at its date\"). "
            "A child without an address has that of the team that holds the case then; one that no team holds is in no district, under the unknown of the breakdown.",
    "FD02b": "\"/ decided\": by the day of the decision, whenever the contact came; one never decided is below no line. \"wd ≤ 1\" counts the working days after the contact up to and with the decision, "
             "so one of Thursday decided on Saturday or Sunday is in time (a count that steps to the next working day and stops there leaves three of 72 out). "
             "Rows of one child and day are one contact where number and outcome are the same, and the last stands.",
    "FD03": "The week from Monday to the day asked; at a Sunday it is the week ending then.",
    "AS10": "\"Episodes with factor\": an assessment without any is none.",
    "RV01": "The recorded due date goes before one worked out; a review due by regulation that nobody arranged is due all the same. A limit of working days includes the weekend after it.",
    "RV04": "Basis R12: a visit late in the 12 months to the day, or overdue; placements open at the day.",
    "RV05": "A child whose four months in care have not run out on the data date is left out: neither in time nor late yet.",
    "PM07": "A placement order is in force from its day, and while the legal status is E1, from the period of care on that the adoption names.",
    "RV07": "One worker at a time: of allocations open at once the one that began last holds the case. A worker whose allocation ended on the first day of the twelve months counts: \"includes those open on first day\" (PL01).",
    "PL01": "A placement that ended on the first day of the twelve months counts (as RV07). Temporary ones (T0 to T4) do not, nor A3 and A5, adoption by the carer the child lives with.",
    "PL02": "Of placements open at once the one that began last. \"Previous\" is the one that ended on the day the adoptive one began.",
    "PL03": "999.9 is \"unknown, not far\": below the line. The SSD does not say inside or outside the area.",
    "HE01": "Basis R12: an assessment late in the 12 months to the day, or overdue; children with one due in them.",
    "HE02": "\"Starts reaching limit\": a start counts on the day its limit runs out.",
    "HE03": "A child without a birth date and with one assessment is unknown, for two are asked under five; with two it is met, with none not.",
    "MI01": "A spell that began before the twelve months and ended on their first day was over before them.",
    "MI02": "\"D = all episodes, not interviews held\": away from placement without authorisation is in it, though TS14 speaks of missing episodes.",
    "ED01": "The local file's last day of term is the last day. Terms in care longer than the first plan may take, ages 3 to 17.",
    "ED01a": "Ages 3 to 17, as the statutory guidance has it; a start counts on the day its limit runs out.",
    "PM08": "A period recorded past the 18th birthday ends there and keeps the recorded reason.",
    "QA01b": "Social workers (registered) alone.",
    "WF03": "Registered workers, managers too; the case-holding titles are for allocation.",
    "CL04": "Not in touch stays below the line; died and home for six months are out.",
    "LG02b": "The product adds up weeks in thousandths, so its sum may differ by half a thousandth a case.",
}

NOT_COMPARED = {
    "MI03": "Needs the hours between return and interview; the SSD holds days, and no local file holds hours.",
}

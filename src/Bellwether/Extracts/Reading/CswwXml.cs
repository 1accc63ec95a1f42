namespace Bellwether.Extracts.Reading;

/// <summary>The children's social work workforce census (XSDs 2021 to 2025, as facts in data-formats.md section 6).</summary>
internal static class CswwXml
{
    private static readonly string[] Totals =
    [
        "NumberOfVacancies", "NoAgencyFTE", "NoAgencyHeadcount", "RecruitmentBonus", "RetentionBonus", "PerformanceAward", "CarAllowance",
        "RelocationPackage", "RegionalWeighting", "CostSWE", "CostDBS", "OtherAllowances",
    ];

    private static readonly XmlColumn Authority = new("LEA", "/Message/Header/Source");

    public static XmlForm Form { get; } = new("CSWW", "Message", "CSWW",
        new HashSet<string>(StringComparer.Ordinal) { "CSWWWorker", "LALevelVacancies", "LALevel" },
        [
            new("CSWWWorker", "/Message/CSWWWorker",
            [
                new("SWENo"), new("AgencyWorker"), new("FTE"), new("PersonBirthDate"), new("GenderCurrent"), new("Sex"), new("Ethnicity"), new("QualInst"),
                new("QualLevel"), new("StepUpGrad"), new("OrgRole"), new("RoleStartDate"), new("StartOrigin"), new("RoleEndDate"),
                new("LeaverDestination"), new("ReasonLeave"), new("FTE30"), new("Cases30"), new("WorkingDaysLost"), new("ContractWeeks"),
                new("FrontlineGrad"), new("Absat30Sept"), new("ReasonAbsence"), new("CFKSSstatus"), new("BaseSalary"), new("RRPayments"),
                new("OtherPayments"),
            ]),
            // The same totals under the name they had to 2024 and the name they have since.
            new("LALevelVacancies", "/Message/LALevelVacancies", [Authority, .. Totals.Select(t => new XmlColumn(t))]),
            new("LALevel", "/Message/LALevel", [Authority, .. Totals.Select(t => new XmlColumn(t))]),
        ],
        []);
}

namespace Bellwether.Extracts.Reading;

/// <summary>The CIN census (XSDs 2017 to 2026, as facts in data-formats.md section 3.1).</summary>
internal static class CinCensusXml
{
    private const string ChildPath = "/Message/Children/Child";
    private const string DetailsPath = ChildPath + "/CINdetails";

    public static XmlForm Form { get; } = Make();

    private static XmlForm Make()
    {
        XmlColumn child = new("LAchildID", ChildPath + "/ChildIdentifiers"), referral = new("CINreferralDate", DetailsPath),
            plan = new("CPPstartDate", DetailsPath + "/ChildProtectionPlans");
        return new XmlForm("CIN census", "Message", "CIN", new HashSet<string>(StringComparer.Ordinal) { "Child" },
        [
            new("Child", ChildPath,
            [
                new("LAchildID"), new("PersonBirthDate"), new("ExpectedPersonBirthDate"), new("GenderCurrent"), new("Sex"), new("PersonDeathDate"),
                new("Ethnicity"), new("Disability", IsMany: true), new("UPN"), new("FormerUPN"), new("UPNunknown"),
            ]),
            new("CINdetails", DetailsPath,
            [
                child, new("CINreferralDate"), new("ReferralSource"), new("PrimaryNeedCode"), new("CINclosureDate"), new("ReasonForClosure"),
                new("DateOfInitialCPC"), new("ReferralNFA"),
            ]),
            new("Assessments", DetailsPath + "/Assessments",
            [
                child, referral, new("AssessmentActualStartDate"), new("AssessmentInternalReviewDate"), new("AssessmentAuthorisationDate"),
                new("AssessmentFactors", IsMany: true),
            ]),
            new("CINPlanDates", DetailsPath + "/CINPlanDates", [child, referral, new("CINPlanStartDate"), new("CINPlanEndDate")]),
            new("Section47", DetailsPath + "/Section47",
            [
                child, referral, new("S47ActualStartDate"), new("InitialCPCtarget"), new("DateOfInitialCPC"), new("ICPCnotRequired"),
            ]),
            new("ChildProtectionPlans", DetailsPath + "/ChildProtectionPlans",
            [
                child, referral, new("CPPstartDate"), new("CPPendDate"), new("InitialCategoryOfAbuse"), new("LatestCategoryOfAbuse"), new("NumberOfPreviousCPP"),
            ]),
            new("CPPreviewDate", DetailsPath + "/ChildProtectionPlans/Reviews/CPPreviewDate", [child, plan, new("CPPreviewDate")]),
            new("PreProceedingsandFGDM", DetailsPath + "/PreProceedingsandFGDM",
            [
                child, referral, new("PPStartDate"), new("LBPSentDate"), new("FGDMMeetingOffer"), new("FGDMMeetingFac"), new("InitialPPMeetingDate"),
                new("ReviewMeetingsCount"), new("StepDecisionDate"), new("PPOutcome"), new("CourtAppDate"), new("LetterInitCPDate"),
            ]),
        ],
        ["ChildIdentifiers", "ChildCharacteristics", "Disabilities", "FactorsIdentifiedAtAssessment", "Reviews", "CPPreviews"]);
    }
}

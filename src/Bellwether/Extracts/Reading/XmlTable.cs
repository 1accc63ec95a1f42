namespace Bellwether.Extracts.Reading;

/// <summary>One column of a table read from XML.</summary>
/// <param name="Name">Its element, and its heading.</param>
/// <param name="IsInherited">The value stands in an element around the row's: it says whose row it is and fills no row by itself.</param>
/// <param name="IsMany">The element may stand there several times: the values are given as a JSON array.</param>
internal sealed record XmlColumn(string Name, bool IsInherited = false, bool IsMany = false);

/// <summary>A table read from XML: one row for each element of a name within a record.</summary>
/// <param name="Element">The element that makes a row.</param>
/// <param name="Path">Where it stands, as an XPath without numbers.</param>
/// <param name="Columns">Its columns in order.</param>
internal sealed record XmlTable(string Element, string Path, IReadOnlyList<XmlColumn> Columns)
{
    /// <summary>The XPath of a column, for a message.</summary>
    public string PlaceOf(int column)
    {
        var name = Columns[column].Name;
        if (name == Element) return Path;
        var at = Path;
        if (Columns[column].IsInherited) at = CinCensusXml.Holder(name);
        return $"{at}/{name}";
    }
}

/// <summary>
/// The tables of a CIN census file (XSDs 2017 to 2026, as facts in data-formats.md section 3.1): elements in any order, wrappers of lists
/// passed through. What stands in the file and in no table is named in a note.
/// </summary>
internal static class CinCensusXml
{
    public const string Root = "Message";
    public const string Record = "Child";
    private const string ChildPath = "/Message/Children/Child";
    private const string DetailsPath = ChildPath + "/CINdetails";
    private static readonly XmlColumn Child = new("LAchildID", true), Referral = new("CINreferralDate", true), Plan = new("CPPstartDate", true);

    public static IReadOnlyList<XmlTable> Tables { get; } =
    [
        new(Record, ChildPath,
        [
            new("LAchildID"), new("PersonBirthDate"), new("ExpectedPersonBirthDate"), new("GenderCurrent"), new("Sex"), new("PersonDeathDate"),
            new("Ethnicity"), new("Disability", IsMany: true), new("UPN"), new("FormerUPN"), new("UPNunknown"),
        ]),
        new("CINdetails", DetailsPath,
        [
            Child, new("CINreferralDate"), new("ReferralSource"), new("PrimaryNeedCode"), new("CINclosureDate"), new("ReasonForClosure"),
            new("DateOfInitialCPC"), new("ReferralNFA"),
        ]),
        new("Assessments", DetailsPath + "/Assessments",
        [
            Child, Referral, new("AssessmentActualStartDate"), new("AssessmentInternalReviewDate"), new("AssessmentAuthorisationDate"),
            new("AssessmentFactors", IsMany: true),
        ]),
        new("CINPlanDates", DetailsPath + "/CINPlanDates", [Child, Referral, new("CINPlanStartDate"), new("CINPlanEndDate")]),
        new("Section47", DetailsPath + "/Section47",
        [
            Child, Referral, new("S47ActualStartDate"), new("InitialCPCtarget"), new("DateOfInitialCPC"), new("ICPCnotRequired"),
        ]),
        new("ChildProtectionPlans", DetailsPath + "/ChildProtectionPlans",
        [
            Child, Referral, new("CPPstartDate"), new("CPPendDate"), new("InitialCategoryOfAbuse"), new("LatestCategoryOfAbuse"), new("NumberOfPreviousCPP"),
        ]),
        new("CPPreviewDate", DetailsPath + "/ChildProtectionPlans/Reviews/CPPreviewDate", [Child, Plan, new("CPPreviewDate")]),
        new("PreProceedingsandFGDM", DetailsPath + "/PreProceedingsandFGDM",
        [
            Child, Referral, new("PPStartDate"), new("LBPSentDate"), new("FGDMMeetingOffer"), new("FGDMMeetingFac"), new("InitialPPMeetingDate"),
            new("ReviewMeetingsCount"), new("StepDecisionDate"), new("PPOutcome"), new("CourtAppDate"), new("LetterInitCPDate"),
        ]),
    ];

    /// <summary>Elements that make rows: a value within one belongs to it and not to what stands around it.</summary>
    public static IReadOnlySet<string> RowElements { get; } = Tables.Select(t => t.Element).ToHashSet(StringComparer.Ordinal);

    /// <summary>Every element a record may hold: rows, values, and wrappers, some of them of files that case systems make.</summary>
    public static IReadOnlySet<string> Known { get; } = Tables.SelectMany(t => t.Columns.Select(c => c.Name)).Concat(RowElements)
        .Concat(["ChildIdentifiers", "ChildCharacteristics", "Disabilities", "FactorsIdentifiedAtAssessment", "Reviews", "CPPreviews"])
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The element holds a value of a table.</summary>
    public static bool IsValue(string name) => Tables.Any(t => t.Columns.Any(c => c.Name == name));

    /// <summary>Where an inherited value stands.</summary>
    public static string Holder(string column) => column switch
    {
        "LAchildID" => ChildPath + "/ChildIdentifiers",
        "CPPstartDate" => DetailsPath + "/ChildProtectionPlans",
        _ => DetailsPath,
    };
}

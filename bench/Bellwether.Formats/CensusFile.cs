using System.Globalization;
using System.Xml;

namespace Bellwether.Formats;

/// <summary>Writes a children in need census of invented children.</summary>
internal static class CensusFile
{
    public static void Write(string path, int first, int children)
    {
        using var to = XmlWriter.Create(path, new XmlWriterSettings { Indent = true });
        to.WriteStartElement("Message");
        to.WriteStartElement("Header");
        to.WriteStartElement("CollectionDetails");
        Values(to, ("Collection", "CIN"), ("Year", "2024"), ("ReferenceDate", Text(Invented.To)));
        to.WriteEndElement();
        to.WriteStartElement("Source");
        Values(to, ("SourceLevel", "L"), ("LEA", "997"), ("SoftwareCode", "Invented"), ("Release", "1"), ("SerialNo", "001"), ("DateTime", "2024-05-23T11:14:05"));
        to.WriteEndElement();
        to.WriteEndElement();
        to.WriteStartElement("Children");
        for (var i = first; i < first + children; i++) Child(to, new Invented(i));
        to.WriteEndElement();
        to.WriteEndElement();
    }

    private static void Child(XmlWriter to, Invented child)
    {
        to.WriteStartElement("Child");
        to.WriteStartElement("ChildIdentifiers");
        Values(to, ("LAchildID", child.Id), ("UPN", child.Upn), ("PersonBirthDate", Text(child.Born)), ("Sex", child.Sex));
        to.WriteEndElement();
        to.WriteStartElement("ChildCharacteristics");
        Values(to, ("Ethnicity", child.Ethnicity));
        to.WriteStartElement("Disabilities");
        Values(to, ("Disability", child.Disabled ? "HAND" : "NONE"));
        to.WriteEndElement();
        to.WriteEndElement();
        foreach (var referral in child.Referrals) Details(to, referral);
        to.WriteEndElement();
    }

    private static void Details(XmlWriter to, Invented.Referral referral)
    {
        to.WriteStartElement("CINdetails");
        Values(to, ("CINreferralDate", Text(referral.Open.Start)), ("ReferralSource", referral.Source), ("PrimaryNeedCode", "N1"));
        if (referral.Open.End is { } closed) Values(to, ("CINclosureDate", Text(closed)), ("ReasonForClosure", "RC8"));
        to.WriteStartElement("Assessments");
        Spell(to, "AssessmentActualStartDate", "AssessmentAuthorisationDate", referral.Assessed);
        to.WriteStartElement("FactorsIdentifiedAtAssessment");
        foreach (var factor in referral.Factors) Values(to, ("AssessmentFactors", factor));
        to.WriteEndElement();
        to.WriteEndElement();
        if (referral.Planned is { } plan)
        {
            to.WriteStartElement("CINPlanDates");
            Spell(to, "CINPlanStartDate", "CINPlanEndDate", plan);
            to.WriteEndElement();
        }
        if (referral.Enquiry is { } enquiry)
        {
            to.WriteStartElement("Section47");
            Values(to, ("S47ActualStartDate", Text(enquiry.Start)), ("ICPCnotRequired", referral.Protected is null ? "true" : "false"));
            to.WriteEndElement();
        }
        Values(to, ("ReferralNFA", "0"));
        if (referral.Protected is { } protection)
        {
            to.WriteStartElement("ChildProtectionPlans");
            Spell(to, "CPPstartDate", "CPPendDate", protection);
            Values(to, ("InitialCategoryOfAbuse", "NEG"), ("LatestCategoryOfAbuse", "EMO"), ("NumberOfPreviousCPP", "0"));
            foreach (var review in referral.Reviews)
            {
                to.WriteStartElement("Reviews");
                Values(to, ("CPPreviewDate", Text(review)));
                to.WriteEndElement();
            }
            to.WriteEndElement();
        }
        to.WriteEndElement();
    }

    private static void Spell(XmlWriter to, string start, string end, Spell spell)
    {
        Values(to, (start, Text(spell.Start)));
        if (spell.End is { } day) Values(to, (end, Text(day)));
    }

    private static void Values(XmlWriter to, params ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values) to.WriteElementString(name, value);
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

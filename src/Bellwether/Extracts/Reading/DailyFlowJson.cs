namespace Bellwether.Extracts.Reading;

/// <summary>
/// The DfE's daily data flow of children's social care, as facts in data-formats.md section 5. Names repeat from object to object, so a column
/// is headed by its object and its name.
/// </summary>
internal static class DailyFlowJson
{
    public const string Record = "child";
    public const string Id = "la_child_id";

    /// <summary>What tells such a file from other JSON.</summary>
    public static ReadOnlySpan<byte> Mark => "\"la_child_id\""u8;

    private const string Episodes = "social_care_episodes";

    public static XmlForm Form { get; } = new("DfE daily flow", "", "", new HashSet<string>(StringComparer.Ordinal) { Record },
        [
            new(Record, "", [new(Id), new("purge", IsMany: true), .. Columns("child_details", "date_of_birth", "expected_date_of_birth", "sex", "ethnicity", "postcode",
                "uasc_flag", "uasc_end_date"), new("disabilities", IsMany: true, As: "child_details.disabilities")]),
            Table("sdq_assessments", "health_and_wellbeing/sdq_assessments", false, "date", "score"),
            Table(Episodes, Episodes, false, "social_care_episode_id", "referral_date", "referral_source", "referral_no_further_action_flag", "closure_date", "closure_reason", "purge"),
            Table("care_worker_details", $"{Episodes}/care_worker_details", true, "worker_id", "start_date", "end_date"),
            Assessments(),
            Table("child_in_need_plans", $"{Episodes}/child_in_need_plans", true, "child_in_need_plan_id", "start_date", "end_date", "purge"),
            Table("section_47_assessments", $"{Episodes}/section_47_assessments", true, "section_47_assessment_id", "start_date", "icpc_required_flag", "icpc_date", "end_date", "purge"),
            Table("child_protection_plans", $"{Episodes}/child_protection_plans", true, "child_protection_plan_id", "start_date", "end_date", "purge"),
            Table("child_looked_after_placements", $"{Episodes}/child_looked_after_placements", true, "child_looked_after_placement_id", "start_date", "start_reason",
                "placement_type", "postcode", "end_date", "end_reason", "change_reason", "purge"),
            Table("adoption", $"{Episodes}/adoption", true, "initial_decision_date", "matched_date", "placed_date", "purge"),
            Table("care_leavers", $"{Episodes}/care_leavers", true, "contact_date", "activity", "accommodation", "purge"),
        ],
        [
            "child_details", "health_and_wellbeing", "mis_child_id", "first_name", "surname", "unique_pupil_number", "former_unique_pupil_number",
            "unique_pupil_number_unknown_reason", "purge",
        ]);

    /// <summary>True for what stands directly in a child's object and nowhere else.</summary>
    public static bool IsOfChild(string name) => name is "child_details" or "health_and_wellbeing" or Episodes;

    /// <summary>The child's object does not stand for all that is known of it: it asks for a deletion, or lacks the child's own facts.</summary>
    public static bool IsPartial(XmlElement child) =>
        child.All("purge").Any(p => p.Text is "true" or "1") || !child.All("date_of_birth").Concat(child.All("expected_date_of_birth")).Any(d => d.Text.Length > 0);

    private static XmlTable Assessments()
    {
        var table = Table("child_and_family_assessments", $"{Episodes}/child_and_family_assessments", true, "child_and_family_assessment_id", "start_date", "authorisation_date", "purge");
        return table with { Columns = [.. table.Columns, new("factors", IsMany: true, As: "child_and_family_assessments.factors")] };
    }

    private static XmlTable Table(string element, string path, bool isOfEpisode, params string[] names)
    {
        var child = new XmlColumn(Id, "child");
        var episode = new XmlColumn("social_care_episode_id", Episodes, As: $"{element}.social_care_episode_id");
        return new(element, path, [child, .. isOfEpisode ? [episode] : Array.Empty<XmlColumn>(), .. Columns(element, names)]);
    }

    private static IEnumerable<XmlColumn> Columns(string holder, params string[] names) => names.Select(n => new XmlColumn(n, As: $"{holder}.{n}"));
}

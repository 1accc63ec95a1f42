using System.Globalization;
using System.Text.Json;

namespace Bellwether.Formats;

/// <summary>Writes a daily flow of invented children, one object a line.</summary>
internal static class FlowFile
{
    public static void Write(string path, int first, int children)
    {
        using var file = File.Create(path);
        using var to = new Utf8JsonWriter(file);
        to.WriteStartArray();
        for (var i = first; i < first + children; i++)
        {
            Child(to, new Invented(i));
            if (i % 1000 == 0) to.Flush();
        }
        to.WriteEndArray();
    }

    private static void Child(Utf8JsonWriter to, Invented child)
    {
        to.WriteStartObject();
        Values(to, ("la_child_id", child.Id), ("mis_child_id", "M" + child.Id));
        to.WriteBoolean("purge", false);
        to.WriteStartObject("child_details");
        Values(to, ("unique_pupil_number", child.Upn), ("date_of_birth", Text(child.Born)), ("sex", child.Sex), ("ethnicity", child.Ethnicity), ("postcode", child.Postcode));
        to.WriteStartArray("disabilities");
        to.WriteStringValue(child.Disabled ? "HAND" : "NONE");
        to.WriteEndArray();
        to.WriteEndObject();
        to.WriteStartArray("social_care_episodes");
        for (var r = 0; r < child.Referrals.Count; r++) Episode(to, child, r);
        to.WriteEndArray();
        to.WriteEndObject();
    }

    private static void Episode(Utf8JsonWriter to, Invented child, int number)
    {
        var (referral, id) = (child.Referrals[number], $"{child.Id}-{number}");
        to.WriteStartObject();
        Values(to, ("social_care_episode_id", id), ("referral_date", Text(referral.Open.Start)), ("referral_source", referral.Source), ("closure_date", Text(referral.Open.End)),
            ("closure_reason", referral.Open.End is null ? null : "RC8"));
        to.WriteBoolean("referral_no_further_action_flag", false);
        to.WriteStartArray("child_and_family_assessments");
        to.WriteStartObject();
        Values(to, ("child_and_family_assessment_id", "A" + id), ("start_date", Text(referral.Assessed.Start)), ("authorisation_date", Text(referral.Assessed.End)));
        to.WriteStartArray("factors");
        foreach (var factor in referral.Factors) to.WriteStringValue(factor);
        to.WriteEndArray();
        to.WriteEndObject();
        to.WriteEndArray();
        Spells(to, "child_in_need_plans", "child_in_need_plan_id", "P" + id, referral.Planned);
        Spells(to, "section_47_assessments", "section_47_assessment_id", "S" + id, referral.Enquiry);
        Spells(to, "child_protection_plans", "child_protection_plan_id", "C" + id, referral.Protected);
        to.WriteEndObject();
    }

    private static void Spells(Utf8JsonWriter to, string name, string key, string id, Spell? spell)
    {
        to.WriteStartArray(name);
        if (spell is { } told)
        {
            to.WriteStartObject();
            Values(to, (key, id), ("start_date", Text(told.Start)), ("end_date", Text(told.End)));
            to.WriteEndObject();
        }
        to.WriteEndArray();
    }

    private static void Values(Utf8JsonWriter to, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        foreach (var (name, value) in values) to.WriteString(name, value);
    }

    private static string? Text(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}

using System.Text;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>Family J, beyond the reference's: the DfE's daily flow as JSON.</summary>
internal static class JsonCases
{
    private const string Plan = "\"child_protection_plans\": [ { \"child_protection_plan_id\": \"P{0}\", \"start_date\": \"2024-01-0{0}\", \"end_date\": null } ]";

    private static readonly string Twin = $"[{Child(1)},\n{Child(2)},\n{Child(3)}]";

    public static IEnumerable<CorpusCase> All =>
    [
        Of("J01", "50", Twin[..(Twin.Length / 2)]),
        Of("J01", "last bracket", Twin[..^1]),
        Of("J02", "in a value", Twin.Replace("\"sdq_assessments\": [", "\"sdq_assessments\": " + new string('[', 200), StringComparison.Ordinal)),
        Of("J02", "before a child", new string('[', 100_000)),
        Of("J03", "the same child twice", $"[{Child(1)},\n{Child(2)},\n{Child(3)},\n{Child(2)}]"),
        Of("J03", "the same child with another birth date", $"[{Child(1)},\n{Child(2)},\n{Child(3)},\n{Child(2).Replace("2014-05-02", "2014-06-02", StringComparison.Ordinal)}]"),
        Of("J03", "a name twice in one object", Twin.Replace("\"sex\": \"M\"", "\"sex\": \"M\", \"sex\": \"F\"", StringComparison.Ordinal)),
        new("J04", "UTF-8 with mark", f => f.With("flow.json", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Twin)])) { Twin = Clean },
        new("J04", "UTF-16", f => f.With("flow.json", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Twin)])) { Twin = Clean },
        new("J04", "byte that is no UTF-8", f => f.With("flow.json", Encoding.Latin1.GetBytes(Twin.Replace("C2", "C\u00e9", StringComparison.Ordinal)))) { Twin = Clean },
        Of("J05", "a number for an id", Twin.Replace("\"la_child_id\": \"C2\"", "\"la_child_id\": 2", StringComparison.Ordinal)),
        Of("J05", "no id", Twin.Replace("\"la_child_id\": \"C2\", ", "", StringComparison.Ordinal)),
        Of("J05", "an object for a list", Twin.Replace("[ { \"child_protection_plan_id\": \"P2\"", "{ \"x\": { \"child_protection_plan_id\": \"P2\"", StringComparison.Ordinal).Replace("\"start_date\": \"2024-01-02\", \"end_date\": null } ]", "\"start_date\": \"2024-01-02\", \"end_date\": null } }", StringComparison.Ordinal)),
        Of("J05", "a number for a date", Twin.Replace("\"2024-01-02\"", "45293", StringComparison.Ordinal)),
        Of("J05", "a word for a flag", Twin.Replace("\"referral_no_further_action_flag\": false", "\"referral_no_further_action_flag\": \"perhaps\"", StringComparison.Ordinal)),
        Of("J05", "a list for a value", Twin.Replace("\"sex\": \"M\"", "\"sex\": [\"M\", \"F\"]", StringComparison.Ordinal)),
        Of("J06", "20 digits", Twin.Replace("\"score\": 12", "\"score\": 12345678901234567890", StringComparison.Ordinal)),
        Of("J06", "beyond a double", Twin.Replace("\"score\": 12", "\"score\": 1e400", StringComparison.Ordinal)),
        Of("J06", "NaN", Twin.Replace("\"score\": 12", "\"score\": NaN", StringComparison.Ordinal)),
        Of("J07", "zero byte", Twin.Replace("\"P2\"", "\"P\\u00002\"", StringComparison.Ordinal)),
        Of("J07", "lone surrogate", Twin.Replace("\"P2\"", "\"P\\ud8002\"", StringComparison.Ordinal)),
        Of("J08", "", Twin.Replace("\"P2\"", $"\"{new string('x', 5_000_000)}\"", StringComparison.Ordinal)),
        Of("J09", "comma at the end", Twin.Replace("}]", "},]", StringComparison.Ordinal)),
        Of("J09", "comment", Twin.Insert(1, "/* all */")),
        Of("J09", "text after the end", Twin + " (3 children)"),
        Of("J09", "single quotes", Twin.Replace('"', '\'')),
        Of("J10", "", "[{\"name\": \"a\"}, {\"name\": \"b\"}]"),
        Of("J11", "", Twin.Replace("\"uasc_flag\": false, \"purge\": false", "\"uasc_flag\": false, \"purge\": true", StringComparison.Ordinal)),
        Of("J12", "impossible date", Twin.Replace("\"2024-01-02\"", "\"2024-02-30\"", StringComparison.Ordinal)),
        Of("J12", "date after the day of the extract", Twin.Replace("\"2024-01-02\"", "\"2025-01-02\"", StringComparison.Ordinal)),
        new("J13", "", f => f.Streamed("flow.json", to =>
        {
            using var text = new StreamWriter(to);
            text.Write('[');
            for (var i = 1; i <= 100_000; i++) text.Write((i == 1 ? "" : ",\n") + Child(1).Replace("C1", $"C{i}", StringComparison.Ordinal).Replace("E1", $"E{i}", StringComparison.Ordinal).Replace("P1", $"P{i}", StringComparison.Ordinal));
            text.Write(']');
        })) { Heavy = true },
        new("J14", "", f => f.Streamed("flow.json", to =>
        {
            using var text = new StreamWriter(to);
            text.Write("[{\"la_child_id\": \"C1\", \"x\": [");
            for (var i = 0; i < 5_000_000; i++) text.Write("1,");
            text.Write("1]}]");
        })) { Heavy = true },
    ];

    internal static void Clean(CorpusFolder folder) => folder.With("flow.json", Twin);

    private static CorpusCase Of(string id, string variant, string json) => new(id, variant, f => f.With("flow.json", Encoding.UTF8.GetBytes(json))) { Twin = Clean };

    private static string Child(int i) => $$"""
        { "la_child_id": "C{{i}}", "mis_child_id": "M{{i}}", "purge": false,
          "child_details": { "date_of_birth": "2014-05-0{{i}}", "sex": "M", "ethnicity": "WBRI", "disabilities": ["NONE"], "uasc_flag": false, "purge": false },
          "health_and_wellbeing": { "sdq_assessments": [ { "date": "2024-01-05", "score": 12 } ], "purge": false },
          "social_care_episodes": [ { "social_care_episode_id": "E{{i}}", "referral_date": "2023-05-01", "referral_source": "1C", "referral_no_further_action_flag": false, "closure_date": null,
            {{Plan.Replace("{0}", $"{i}", StringComparison.Ordinal)}} } ] }
        """;
}

using Bellwether.Extracts;
using Bellwether.Tests.WholeWay;
using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class DailyFlowTests : IDisposable
{
    private const string Child = """
        {
          "la_child_id": "C1", "mis_child_id": "Supplier-C1", "purge": false,
          "child_details": { "unique_pupil_number": "A123456789012", "first_name": "never", "surname": "kept", "date_of_birth": "2014-05-06", "sex": "M", "ethnicity": "WBRI",
            "disabilities": ["HAND", "VIS"], "postcode": "AB12DE", "uasc_flag": true, "uasc_end_date": "2032-05-06", "purge": false },
          "health_and_wellbeing": { "sdq_assessments": [ { "date": "2024-01-05", "score": 12 } ], "purge": false },
          "social_care_episodes": [ {
            "social_care_episode_id": "E1", "referral_date": "2023-05-01", "referral_source": "1C", "referral_no_further_action_flag": false, "closure_date": null, "closure_reason": null,
            "care_worker_details": [ { "worker_id": "SW1", "start_date": "2023-05-02", "end_date": null } ],
            "child_and_family_assessments": [ { "child_and_family_assessment_id": "A1", "start_date": "2023-05-02", "authorisation_date": "2023-06-01", "factors": ["1A", "24A"] } ],
            "child_in_need_plans": [ { "child_in_need_plan_id": "P1", "start_date": "2023-06-02", "end_date": "2023-09-02" } ],
            "section_47_assessments": [ { "section_47_assessment_id": "S1", "start_date": "2023-08-02", "icpc_required_flag": true, "icpc_date": "2023-08-20", "end_date": "2023-08-15" } ],
            "child_protection_plans": [ { "child_protection_plan_id": "CP1", "start_date": "2023-08-20", "end_date": null } ],
            "child_looked_after_placements": [
              { "child_looked_after_placement_id": "L1", "start_date": "2023-10-01", "start_reason": "S", "placement_type": "U6", "postcode": "AB12DE", "end_date": "2023-12-01", "end_reason": "X1", "change_reason": "CHILD" },
              { "child_looked_after_placement_id": "L2", "start_date": "2023-12-01", "start_reason": "P", "placement_type": "K2", "end_date": null } ],
            "adoption": { "initial_decision_date": "2024-02-01", "matched_date": null, "placed_date": null },
            "care_leavers": { "contact_date": "2024-03-01", "activity": "F2", "accommodation": "D" } } ]
        }
        """;

    private readonly ExtractFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Wrappings => new()
    {
        { "array", $"[{Child}]" },
        { "alone", Child },
        { "one a line", Child.ReplaceLineEndings(" ") + "\n" + Child.Replace("_id\": \"", "_id\": \"2", StringComparison.Ordinal).ReplaceLineEndings(" ") },
        { "object", $$"""{ "la_code": 998, "Children": {{Child}} }""" },
        { "objects", $$"""{ "la_code": "998", "Children": [ {{Child}} ] }""" },
    };

    [Theory]
    [MemberData(nameof(Wrappings))]
    public void A_child_becomes_records_however_it_is_wrapped(string how, string json)
    {
        var extract = _folder.With("daily", json).Read();
        Assert.DoesNotContain(extract.Findings, f => f.Outcome != Outcome.Noted || f.Code is "unknown-code" or "file-note");
        var count = how == "one a line" ? 2 : 1;
        Assert.Equal(["Daily flow children", "Daily flow SDQ scores", "Daily flow social care episodes", "Daily flow workers", "Daily flow assessments", "Daily flow child in need plans", "Daily flow section 47 enquiries",
            "Daily flow child protection plans", "Daily flow placements", "Daily flow adoption", "Daily flow care leavers"], extract.Receipt.Select(l => l.List));
        Assert.All(extract.Receipt, l => Assert.Equal((l.List == "Daily flow placements" ? 2 * count : count, l.Rows), (l.Loaded, l.Loaded)));
        var records = extract.Records;
        Assert.StartsWith("C1 of C1 born=2014-05-06 born_expected=no sex=M ethnicity=WBRI disabled=yes", records.Row("people", 0), StringComparison.Ordinal);
        Assert.Equal("A1 of C1 start=2023-05-02 end=2023-06-01 episode=E1 type=single factors=1A|24A", records.Row("assessments", 0));
        Assert.Equal("S1 of C1 start=2023-08-02 end=2023-08-15 episode=E1 icpc_not_required=no", records.Row("s47s", 0));
        Assert.Equal("S1 of C1 date=2023-08-20 s47=S1 episode=E1 transfer_in=no", records.Row("icpcs", 0));
        Assert.Equal("C1@2023-10-01 of C1 start=2023-10-01 end=2023-12-01 start_code=S end_code=X1 short_break=no", records.Row("care_periods", 0));
        Assert.Contains("start=2023-12-01 end=none care_period=C1@2023-12-01 type=K2", records.Row("placements", 1), StringComparison.Ordinal);
        Assert.Equal("C1@2024-01-05 of C1 date=2024-01-05 score=12", records.Row("sdq_scores", 0));
        var said = records.Statements.Single(s => s.Kind == "cp_plans");
        Assert.Equal((Completeness.Full, new DateOnly(2022, 2, 1), new DateOnly(2024, 2, 1)), (said.Holds, said.From, said.To));
        Assert.Equal("the daily flow holds no reviews", records.Statements.Single(s => s.Kind == "cp_reviews").Why);
        Assert.DoesNotContain("never", string.Join(' ', Enumerable.Range(0, records.Texts.Count).Select(i => records.Texts[i])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_Windows_PowerShell_wrote_in_UTF_16_is_read(bool isBigEndian)
    {
        var utf16 = new System.Text.UnicodeEncoding(isBigEndian, byteOrderMark: true);
        var extract = _folder.With("flow.json", [.. utf16.GetPreamble(), .. utf16.GetBytes($"[{Child.Replace("kept", "Zoë", StringComparison.Ordinal)}]")]).Read();
        Assert.Equal(11, extract.Receipt.Count);
        Assert.All(extract.Receipt, l => Assert.Equal(l.Rows, l.Loaded));
        Assert.StartsWith("C1 of C1 born=2014-05-06", extract.Records.Row("people", 0), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_marked_as_UTF_16_that_is_not_is_refused()
    {
        var finding = Assert.Single(_folder.With("flow.json", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("[{\"la_child_id\":\"C1\","), 0x00, 0xD8, 0x41, 0x00]).Read().Findings);
        Assert.Equal(("json-damaged", Outcome.Rejected, "A text here is not valid UTF-16, as the file says of itself."), (finding.Code, finding.Outcome, finding.Found));
    }

    [Fact]
    public void A_file_of_changes_adds_what_it_holds_and_states_nothing()
    {
        var extract = _folder.With("d.json", """[{"la_child_id":"C1","social_care_episodes":[{"social_care_episode_id":"E1","child_protection_plans":[{"child_protection_plan_id":"CP1","start_date":"2023-08-20","end_date":"2024-01-02"}]}]}]""").Read();
        Assert.Equal("CP1 of C1 start=2023-08-20 end=2024-01-02 episode=E1 other_authority=no", extract.Records.Row("cp_plans", 0));
        Assert.Equal((Completeness.Absent, "the file of DfE daily flow holds only changes to what an earlier one told"),
            extract.Records.Statements.Where(s => s.Kind == "cp_plans").Select(s => (s.Holds, s.Why)).Single());
    }

    [Theory]
    [InlineData("""[{"la_child_id":"C1","social_care_episodes":[{"a":1}""", "json-damaged", "child 1")]
    [InlineData("""[{"la_child_id":"C1"},{"la_child_id":"C2",}]""", "json-damaged", "child 2")]
    [InlineData("""[{"la_child_id":"C1","a":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[""", "json-depth", "child 1")]
    public void A_damaged_file_is_rejected_at_its_child(string json, string code, string place)
    {
        var found = _folder.With("d.json", json).Read().Findings.First(f => f.Outcome == Outcome.Rejected);
        Assert.Equal((code, place), (found.Code, found.Column));
    }

    [Fact]
    public void A_change_by_id_alone_leaves_what_it_does_not_name_as_it_was()
    {
        using var home = new TemporaryHome();
        Load(home, "a.json", $"[{Child}]");
        var changes = Load(home, "b.json", """
            [{"la_child_id":"C1","social_care_episodes":[{"social_care_episode_id":"E1","closure_date":"2024-02-10","closure_reason":"RC1","referral_no_further_action_flag":true,
              "child_and_family_assessments":[{"child_and_family_assessment_id":"A2","start_date":"2024-01-20"}],
              "section_47_assessments":[{"section_47_assessment_id":"S1","icpc_date":"2023-08-22"}]}]}]
            """);
        Assert.DoesNotContain(changes.Findings, f => f.Code != "file-note");
        var records = home.Home.Store.Records(home.Home.Kinds);
        Assert.Equal("E1 of C1 start=2023-05-01 end=2024-02-10 nfa=yes close_reason=RC1", records.Row("cin_episodes", 0));
        Assert.StartsWith("E1 of C1 date=2023-05-01", records.Row("referrals", 0), StringComparison.Ordinal);
        Assert.Contains("source=1C nfa=yes", records.Row("referrals", 0), StringComparison.Ordinal);
        Assert.StartsWith("C1 of C1 born=2014-05-06 born_expected=no sex=M ethnicity=WBRI disabled=yes", records.Row("people", 0), StringComparison.Ordinal);
        Assert.Equal(["A1", "A2"], Enumerable.Range(0, 2).Select(r => records.Texts[records.Table("assessments").Keys[r]]).Order(StringComparer.Ordinal));
        Assert.StartsWith("S1 of C1 start=2023-08-02 end=2023-08-15", records.Row("s47s", 0), StringComparison.Ordinal);
        Assert.StartsWith("S1 of C1 date=2023-08-22", records.Row("icpcs", 0), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_a_record_that_nobody_told_of_is_noted_and_one_without_a_change_is_not()
    {
        using var home = new TemporaryHome();
        var extract = Load(home, "b.json", """[{"la_child_id":"C1","social_care_episodes":[{"social_care_episode_id":"E7","closure_date":"2024-02-10"},{"social_care_episode_id":"E8","child_in_need_plans":[{"child_in_need_plan_id":"P8","start_date":"2024-01-02"}]}]}]""");
        Assert.Equal(["no-birth-date", "nothing-to-fill"], extract.Findings.Where(f => f.Code != "file-note").Select(f => f.Code));
        Assert.Equal((0, 1), (extract.Records.Table("cin_episodes").Count, extract.Records.Table("cin_plans").Count));
    }

    private static Extract Load(TemporaryHome home, string name, string json)
    {
        var file = home.File(name);
        File.WriteAllText(file, json);
        return home.Load(null, file);
    }
}

using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

/// <summary>What councils' files were found to hold besides their lists, when a council was drawn from the formats' descriptions alone.</summary>
public sealed class FilesOfOthersTests : IDisposable
{
    private const string Contacts = "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_outcome_json";
    private static readonly object?[] Cases = ["Child Unique ID", "Gender", "Date of Birth", "CIN Start Date", "Primary Need Code", "CIN Closure Date", "Reason for Closure", "Case status", "Allocated Team", "Allocated Worker"];

    private readonly ExtractFolder _folder = new();

    [Fact]
    public void An_empty_table_among_others_is_asked_about_once_and_remembered_by_its_name()
    {
        _folder.With("ssd_contacts.csv", Contacts, "1,7,2024-05-01,6,").With("ssd_missing.csv", Array.Empty<byte>());
        var asked = _folder.Read("2024-06-30");
        Assert.True(asked.IsAsking);
        Assert.Equal("empty-files", Assert.Single(Assert.Single(asked.Findings, f => f.Choices.Count > 0).Choices).Code);

        var answered = _folder.Agreeing("empty-files").Read("2024-06-30");
        Assert.False(answered.IsRejected);
        Assert.Equal("empty-files:ssd-missing", Assert.Single(answered.Decided).Code);
        Assert.Equal("empty", Assert.Single(answered.Receipt, l => l.File == "ssd_missing.csv").List);
        Assert.DoesNotContain(answered.Records.Statements, s => s.Kind == "missing_episodes" && s.Holds != Completeness.Absent);

        // Another one is asked about anew, and the one that was answered for is not named again.
        var other = _folder.With("ssd_cp_plans.csv", Array.Empty<byte>()).Agreeing("empty-files:ssd-missing").Read("2024-06-30");
        Assert.EndsWith(": ssd_cp_plans.csv.", Assert.Single(other.Findings, f => f.Code == "empty-files").Found, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_alone_and_an_empty_workbook_are_no_empty_tables()
    {
        Assert.Equal("file-empty", Assert.Single(_folder.With("ssd_missing.csv", Array.Empty<byte>()).Agreeing("empty-files").Read().Findings).Code);
        var extract = _folder.With("ssd_missing.csv", Contacts, "1,7,2024-05-01,6,").With("annex-a.xlsx", Array.Empty<byte>()).Read();
        Assert.Contains(extract.Findings, f => f.Code == "file-empty");
        Assert.False(extract.IsAsking);
    }

    [Fact]
    public void A_list_split_over_sheets_may_be_read_from_all_of_them()
    {
        _folder.With("a.xlsx", new TestWorkbook().Sheet("North", Cases, Case("1")).Sheet("South", Cases, Case("2"), Case("3")).Bytes());
        var choices = Assert.Single(_folder.Read("2024-06-30").Findings, f => f.Code == "two-sheets-match").Choices;
        Assert.Equal("sheet:annex-a-list-6-children-in-need:every-sheet", choices[^1].Code);
        Assert.Equal("Read all 2: each holds a part of the list", choices[^1].Words);
        var all = _folder.Agreeing(choices[^1].Code).Read("2024-06-30");
        Assert.Equal(3, all.Records.Table("cin_episodes").Count);
        Assert.Equal(2, _folder.Agreeing("sheet:annex-a-list-6-children-in-need:south").Read("2024-06-30").Records.Table("cin_episodes").Count);
    }

    [Fact]
    public void A_sheet_of_a_lists_codes_is_passed_over_where_the_list_stands_on_another()
    {
        object?[] codes = ["Gender", "Primary Need Code", "Reason for Closure", "Case status", "Allocated Team"];
        _folder.With("a.xlsx", new TestWorkbook().Sheet("Codes", codes, ["a) Male", "N1", "RC1", "c) Child in need plan", "T1"]).Sheet("List 6", Cases, Case("1")).Bytes());
        var extract = _folder.Read("2024-06-30");
        Assert.False(extract.IsRejected);
        Assert.Equal("not a list", Assert.Single(extract.Receipt, l => l.Sheet == "Codes").List);
    }

    [Theory]
    [InlineData("Nil return")]
    [InlineData("Count: 1")]
    [InlineData("Prepared by the data team")]
    [InlineData("No records to report")]
    [InlineData("Number of children: 1")]
    public void Footers_of_people_are_no_records(string footer)
    {
        var extract = _folder.With("a.xlsx", new TestWorkbook().Sheet("List 6", Cases, Case("1"), [footer]).Bytes()).Read("2024-06-30");
        Assert.Equal("not-a-record", Assert.Single(extract.Findings, f => f.Outcome == Outcome.SetAside).Code);
    }

    [Theory]
    [InlineData("Nilo1")]
    [InlineData("COUNT7")]
    [InlineData("N 7")]
    public void Ids_that_begin_like_a_footer_are_ids(string id) =>
        Assert.DoesNotContain(_folder.With("a.xlsx", new TestWorkbook().Sheet("List 6", Cases, Case(id)).Bytes()).Read("2024-06-30").Findings, f => f.Outcome == Outcome.SetAside);

    [Theory]
    [InlineData("a.csv", "cont_contact_id\tcont_person_id\tcont_contact_date\tcont_contact_source_code\tcont_contact_outcome_json", "1\t7\t2024-05-01\t6\t{\"NFA_FLAG\":\"Y\"}")] // bcp
    [InlineData("a.txt", "cont_contact_id|cont_person_id|cont_contact_date|cont_contact_source_code|cont_contact_outcome_json", "1|7|2024-05-01|6|{\"NFA_FLAG\":\"Y\"}")] // psql, unaligned
    [InlineData("a.csv", " cont_contact_id | cont_person_id | cont_contact_date | cont_contact_source_code | cont_contact_outcome_json ", "-----------------+----------------+-------------------+--------------------------+---------------------------", " 1               | 7              | 2024-05-01        | 6                        | {\"NFA_FLAG\":\"Y\"} ", "(1 row)")] // psql, aligned
    [InlineData("a.csv", Contacts, "1,7,2024-05-01,6,\"{\"\"NFA_FLAG\"\":\"\"Y\"\"}\"", "\u001A")] // the end of a file of DOS
    [InlineData("a.csv", "[cont_contact_id],[cont_person_id],[cont_contact_date],[cont_contact_source_code],[cont_contact_outcome_json]", "1,7,20240501,6,\"{\"\"NFA_FLAG\"\":\"\"Y\"\"}\"")]
    public void A_table_is_read_as_the_databases_own_programs_write_it(string name, params string[] lines)
    {
        var extract = _folder.With(name, lines).Read("2024-06-30");
        Assert.False(extract.IsRejected, string.Join('\n', extract.Findings));
        Assert.DoesNotContain(extract.Findings, f => f.Outcome == Outcome.SetAside && f.Code != "not-a-record");
        Assert.Equal("1 of 7 date=2024-05-01 source=6 outcome=NFA_FLAG", extract.Records.Row("contacts", 0), ignoreCase: true);
    }

    [Fact]
    public void A_quote_within_a_field_between_commas_stays_a_fault() =>
        Assert.Equal("csv-stray-quote", Assert.Single(_folder.With("a.csv", Contacts, "1,7,2024-05-01,6,{\"NFA_FLAG\":\"Y\"}").Read("2024-06-30").Findings).Code);

    [Theory]
    [InlineData("\\N")]
    [InlineData("(null)")]
    [InlineData("(NULL)")]
    [InlineData("NULL")]
    public void What_a_program_writes_for_nothing_is_blank(string blank)
    {
        var extract = _folder.With("a.csv", "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date,cine_referral_team", $"1,7,2024-05-01,{blank},{blank}").Read("2024-06-30");
        Assert.StartsWith("1 of 7 start=2024-05-01 end=none", extract.Records.Row("cin_episodes", 0), StringComparison.Ordinal);
        Assert.DoesNotContain("team=", extract.Records.Row("cin_episodes", 0).Replace("team=none", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Records_without_headings_are_said_to_lack_them()
    {
        var found = Assert.Single(_folder.With("ssd_contacts.csv", "1,7,2024-05-01,6,x", "2,8,2024-05-01,6,x").Read("2024-06-30").Findings);
        Assert.Equal("not-recognised", found.Code);
        Assert.Contains("no headings, as bcp writes it", found.ToDo, StringComparison.Ordinal);
    }

    private static object?[] Case(string id) => [id, "a) Male", new DateOnly(2012, 3, 4), new DateOnly(2024, 2, 1), "N1", null, null, "c) Child in need plan", "T1", "W1"];

    public void Dispose() => _folder.Dispose();
}

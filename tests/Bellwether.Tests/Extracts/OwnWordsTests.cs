using Bellwether.Codes;
using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

/// <summary>A council's own headings and words: read beside the national ones, asked about where they are not certain.</summary>
public sealed class OwnWordsTests : IDisposable
{
    private const string Contacts = "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_outcome_json";
    private const string Columns = "source,list,heading,column,said_on,said_by";
    private const string Synonyms = "source,code_list,text,code,said_on,said_by";

    private readonly ExtractFolder _folder = new();

    [Fact]
    public void A_word_of_the_councils_own_is_read_as_its_code_and_the_national_list_stays_as_it_is()
    {
        _folder.WithHome("synonyms.csv", Synonyms, "SSD,referral-source,Old Bill,6,2024-06-01,A Reed");
        var extract = _folder.With("a.csv", Contacts, "1,7,2024-05-01,OLD  BILL,", "2,8,2024-05-02,6,").Read("2024-06-30");
        Assert.Contains("source=6", extract.Records.Row("contacts", 0), StringComparison.Ordinal);
        Assert.DoesNotContain(extract.Findings, f => f.Code == "unknown-code");
        Assert.False(ExtractFolder.Codes["referral-source"].TryRead("Old Bill", out _));
    }

    [Fact]
    public void A_word_holds_for_its_source_alone_and_until_it_is_taken_back()
    {
        _folder.With("a.csv", Contacts, "1,7,2024-05-01,Old Bill,");
        _folder.WithHome("synonyms.csv", Synonyms, "Annex A,referral-source,Old Bill,6,2024-06-01,A Reed");
        Assert.Contains(_folder.Read("2024-06-30").Findings, f => f.Code == "unknown-code");
        _folder.WithHome("synonyms.csv", Synonyms, "SSD,referral-source,Old Bill,6,2024-06-01,A Reed", "SSD,referral-source,old bill,,2024-06-02,A Reed");
        Assert.Contains(_folder.Read("2024-06-30").Findings, f => f.Code == "unknown-code");
    }

    [Theory]
    [InlineData("SSD,referral-source,Police,1A,2024-06-01,A Reed", "synonyms.csv line 2: text is \"Police\". It needs a text that the list referral-source does not read as 6 already.")]
    [InlineData("SSD,referral-source,Old Bill,ZZ,2024-06-01,A Reed", "synonyms.csv line 2: code is \"ZZ\". It needs a code of the list referral-source.")]
    [InlineData("SSD,no-list,Old Bill,6,2024-06-01,A Reed", "synonyms.csv line 2: code_list is \"no-list\".")]
    public void A_word_that_has_a_meaning_already_or_none_that_can_be_is_refused_with_its_line(string line, string says)
    {
        _folder.WithHome("synonyms.csv", Synonyms, line).With("a.csv", Contacts, "1,7,2024-05-01,6,");
        Assert.StartsWith(says, Assert.Throws<ShelfException>(() => _folder.Read("2024-06-30")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_teams_name_of_another_system_becomes_its_code()
    {
        _folder.WithHome("synonyms.csv", Synonyms, "SSD,team,North & East (old),T1,2024-06-01,A Reed")
            .With("ssd_involvements.csv", "invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_person_id,invo_involvement_start_date,invo_involvement_end_date",
                "I1,W1,CW,North & East (Old),7,2024-05-01,", "I2,W1,CW,T2,8,2024-05-01,");
        var extract = _folder.Read("2024-06-30");
        Assert.Contains("team=T1", extract.Records.Row("allocations", 0), StringComparison.Ordinal);
        Assert.Contains("team=T2", extract.Records.Row("allocations", 1), StringComparison.Ordinal);
        Assert.Contains(extract.Findings, f => f.Code == "own-word");
    }

    [Fact]
    public void A_heading_that_no_list_has_is_asked_about_without_being_quoted_and_its_yes_makes_a_line()
    {
        _folder.With("a.csv", "cont_contact_id,cont_person_id,Amy Ruston,cont_contact_source_code,cont_contact_outcome_json", "1,7,2024-05-01,6,");
        var asked = _folder.Read("2024-06-30");
        Assert.True(asked.IsAsking);
        var choice = Assert.Single(Assert.Single(asked.Findings).Choices);
        Assert.Equal("column:ssd-ssd-contacts:cont-contact-date:3", choice.Code);
        Assert.DoesNotContain("Ruston", $"{choice.Words} {asked.Findings[0]}", StringComparison.Ordinal);
        var read = Read(choice.Code);
        Assert.False(read.IsRejected);
        var line = Assert.Single(read.Mapped);
        Assert.Equal(("SSD", "SSD ssd_contacts", "Amy Ruston", "cont_contact_date"), (line.Source, line.List, line.Found, line.Means));
        Assert.Empty(read.Decided);
    }

    [Fact]
    public void A_file_that_lacks_only_the_column_that_would_tell_what_it_is_is_asked_about_where_it_is_named_and_passed_over_among_others()
    {
        _folder.With("a.csv", "Child Unique ID,Gender,Ethnicity,Date of Birth,Age,When they rang,Contact Source", "1,Female,WBRI,2012-04-03,12,2024-05-01,Police");
        var asked = _folder.Read([Path.Combine(_folder.Path, "a.csv")], "2024-06-30");
        Assert.Equal("column:annex-a-list-1-contacts:date-of-contact:6", Assert.Single(Assert.Single(asked.Findings).Choices).Code);
        _folder.With("b.csv", Contacts, "1,7,2024-05-01,6,");
        Assert.Equal("passed-over", _folder.Read("2024-06-30").Findings.Single(f => f.File == "a.csv").Code);
    }

    [Fact]
    public void A_heading_that_columns_csv_gives_a_meaning_is_not_asked_about()
    {
        _folder.WithHome("columns.csv", Columns, "SSD,SSD ssd_contacts,rang on,cont_contact_date,2024-06-01,A Reed")
            .With("a.csv", "cont_contact_id,cont_person_id,Rang On,cont_contact_source_code,cont_contact_outcome_json", "1,7,2024-05-01,6,");
        var extract = _folder.Read("2024-06-30");
        Assert.False(extract.IsRejected);
        Assert.Contains("date=2024-05-01", extract.Records.Row("contacts", 0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dates:day-first", "2024-06-01")]
    [InlineData("dates:month-first", "2024-01-06")]
    public void Dates_that_could_be_either_way_round_are_read_as_a_person_says(string yes, string first)
    {
        _folder.With("a.csv", [Contacts, .. Enumerable.Range(1, 6).Select(i => $"{i},7{i},0{i}/06/2024,6,")]);
        Assert.True(_folder.Read("2024-12-31").IsAsking);
        var extract = Read(yes);
        Assert.Contains($"date={first}", extract.Records.Row("contacts", 0), StringComparison.Ordinal);
        Assert.Equal(new Decided("SSD", yes), Assert.Single(extract.Decided));
    }

    [Theory]
    [InlineData("dates:day-first")]
    [InlineData("dates:month-first")]
    public void A_row_with_a_field_too_many_is_set_aside_whichever_way_round_the_dates_are(string yes)
    {
        _folder.With("a.csv", [Contacts, .. Enumerable.Range(1, 6).Select(i => $"{i},7{i},0{i}/06/2024,6,{(i == 3 ? ",7,more" : "")}")]);
        Assert.Equal("field-count", Assert.Single(Read(yes).Findings, f => f.Outcome == Outcome.SetAside).Code);
    }

    [Fact]
    public void A_date_that_cannot_have_the_month_first_contradicts_who_said_so()
    {
        _folder.With("a.csv", [Contacts, .. Enumerable.Range(1, 6).Select(i => $"{i},7{i},0{i}/06/2024,6,"), "9,79,25/06/2024,6,"]);
        Assert.False(_folder.Read("2024-12-31").IsRejected);
        var asked = Read("dates:month-first");
        Assert.True(asked.IsAsking);
        Assert.Equal("dates:day-first", Assert.Single(asked.Findings.Single(f => f.Code == "dates-unclear").Choices).Code);
    }

    [Fact]
    public void A_form_whose_rules_put_the_day_first_is_never_asked_about()
    {
        _folder.With("a.csv", [.. Enumerable.Range(1, 9).Select(i => $"C{i},0{i}/05/2024,0{i}/06/2024,REFERRAL").Prepend("child_id,contact_date,decided_date,outcome")]);
        Assert.False(_folder.Read("2024-12-31").IsRejected);
    }

    private Extract Read(params string[] yes) => _folder.Agreeing(yes).Read("2024-12-31");

    public void Dispose() => _folder.Dispose();
}

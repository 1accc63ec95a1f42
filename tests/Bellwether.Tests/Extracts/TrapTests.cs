using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

/// <summary>The traps of reference/data-formats.md, sections 2, 7 and 9, that are not met in the tests of one format.</summary>
public sealed class TrapTests : IDisposable
{
    private readonly ExtractFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("s) REFU", "REFU")]
    [InlineData("s) NOBT", "NOBT")]
    [InlineData("t) NOBT", "NOBT")]
    [InlineData("a) WBRI", "WBRI")]
    public void The_letter_of_a_list_is_never_the_key(string said, string code) => Assert.Contains($"ethnicity={code}",
        _folder.With("l.csv", "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of Contact,Contact Source", $"1,b) Female,{said},05/04/2012,10,31/03/2023,a) 1A: Individual").Read()
            .Records.Row("people", 0), StringComparison.Ordinal);

    [Theory]
    [InlineData("zz) T4: Temporary placement", "T4")]
    [InlineData("z) T3: Temporary", "T3")]
    [InlineData("e) U5: Foster placement", "U5")]
    [InlineData("K2 - Children's Homes", "K2")]
    [InlineData("k2", "K2")]
    public void A_code_is_the_token_within_the_words(string said, string code) => Assert.Contains($"type={code}", CareRow(said, "C2: FCO", "").Row("placements", 0), StringComparison.Ordinal);

    [Theory]
    [InlineData("d) PR3: Other", "PR3")]
    [InlineData("e) PR4 - Private provision", "PR4")]
    public void A_dash_for_a_colon_changes_nothing(string said, string code) => Assert.Contains($"provider={code}", CareRow("a) U1: x", "C2: FCO", said).Row("placements", 0), StringComparison.Ordinal);

    [Fact]
    public void Short_breaks_of_Annex_A_are_no_period_of_care_of_the_ordinary_kind() =>
        Assert.Contains("short_break=yes", CareRow("a) U1: x", "V4: Short break", "").Row("care_periods", 0), StringComparison.Ordinal);

    [Fact]
    public void Ids_keep_their_zeros_as_text_and_lose_a_decimal_point_as_numbers()
    {
        var records = _folder.With("l.csv", "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of Contact,Contact Source",
            "00123,b) Female,x,05/04/2012,10,31/03/2023,", "123,b) Female,x,05/04/2013,10,31/03/2023,", "1001.0,b) Female,x,05/04/2014,10,31/03/2023,").Read().Records;
        Assert.Equal(["00123", "123", "1001"], Enumerable.Range(0, 3).Select(r => records.Row("people", r).Split(' ')[0]));
    }

    [Theory]
    [InlineData("S - Started to be looked after", "E4A - Returned home", "start_code=S end_code=E4A")]
    [InlineData("S", "E4A", "start_code=S end_code=E4A")]
    [InlineData("S Started to be looked after", "E11 Adopted", "start_code=S end_code=E11")]
    public void Descriptions_that_begin_with_the_code_are_read_by_it(string started, string ended, string says) => Assert.Contains(says,
        _folder.With("e.csv", "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_entered_care_date",
            $"E1,1,2022-05-02,{started},N1,2022-06-02,{ended},P1,2022-05-02").Read().Records.Row("care_periods", 0), StringComparison.Ordinal);

    [Fact]
    public void An_episode_that_ends_with_X1_does_not_end_the_period_of_care()
    {
        var row = _folder.With("e.csv", "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_entered_care_date",
            "E1,1,2022-05-02,S - Started,N1,2022-06-02,X1 - New episode,P1,2022-05-02", "E2,1,2022-06-02,P - Placement,N1,,,P1,2022-05-02").Read().Records.Row("care_periods", 0);
        Assert.Contains("start=2022-05-02 end=none", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[\"\"2B\"\",\"\"4B\"\"]")]
    [InlineData("{\"\"2B\"\":\"\"Yes\"\",\"\"3A\"\":\"\"No\"\",\"\"4B\"\":\"\"Y\"\"}")]
    public void Factors_are_an_array_or_an_object(string json) => Assert.Contains("factors=2B|4B",
        _folder.With("a.csv", "cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_auth_date", "A1,1,R1,2022-05-02,2022-06-02")
            .With("f.csv", "cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json", $"1,A1,\"{json}\"").Read().Records.Row("assessments", 0), StringComparison.Ordinal);

    [Theory]
    [InlineData("18A", 2020, false)]
    [InlineData("18A", 2023, true)]
    [InlineData("24A", 2021, true)]
    [InlineData("24A", 2022, false)]
    public void A_factor_of_another_year_is_read_and_noted(string factor, int year, bool isNoted)
    {
        var extract = _folder.With("c.xml", $"<Message><Header><Collection>CIN</Collection><ReferenceDate>{year}-03-31</ReferenceDate></Header><Children><Child><ChildIdentifiers><LAchildID>1</LAchildID></ChildIdentifiers><CINdetails><CINreferralDate>{year - 1}-05-01</CINreferralDate><Assessments><AssessmentActualStartDate>{year - 1}-05-02</AssessmentActualStartDate><AssessmentAuthorisationDate>{year - 1}-06-02</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>{factor}</AssessmentFactors><AssessmentFactors>RB</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments></CINdetails></Child></Children></Message>").Read();
        Assert.Contains($"factors={factor}", extract.Records.Row("assessments", 0), StringComparison.Ordinal);
        Assert.Equal(isNoted, extract.Findings.Any(f => f.Code == "code-out-of-year"));
        Assert.Contains("\"RB\" is not in the list factors", Assert.Single(extract.Findings, f => f.Code == "unknown-code").Found, StringComparison.Ordinal);
    }

    private RecordSet CareRow(string placement, string status, string provider) => _folder.With("l.csv",
        "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date Started to be Looked After,Child's Legal Status,Start date of current legal status,Start Date of Most Recent Placement,Placement Type,Placement Provider",
        $"1,b) Female,x,05/04/2012,10,31/03/2023,{status},31/03/2023,31/03/2023,{placement},{provider}").Read().Records;
}

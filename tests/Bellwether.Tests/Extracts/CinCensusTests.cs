using System.Text;
using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class CinCensusTests : IDisposable
{
    private readonly ExtractFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("cin-2022.xml", 2022)]
    [InlineData("CIN_Census_2024.xml", 2024)]
    [InlineData("CIN2rows.xml", 2024)]
    public void The_samples_by_others_load_and_every_element_is_accounted_for(string name, int year)
    {
        var extract = _folder.Read([Path.Combine(House.Checkout.Root, "samples", "extracts", "cin-census", name)]);
        Assert.False(extract.IsRejected, string.Join('\n', extract.Findings));
        Assert.All(extract.Receipt, l => Assert.Equal(l.Rows, l.Loaded + l.Repeated + l.Blank + l.SetAside));
        Assert.Equal(new DateOnly(year, 3, 31), extract.DataDate);
        Assert.All(extract.Findings.Where(f => f.Outcome == Outcome.SetAside), f => Assert.True(f.Row > 1 && f.Column.StartsWith("/Message/Children/Child/", StringComparison.Ordinal), f.ToString()));
        Assert.Equal(7, extract.Receipt.Count);
    }

    [Fact]
    public void A_record_is_read_in_any_order_with_stray_text_empty_wrappers_and_several_wrappers_of_reviews()
    {
        var extract = Read(Census("""
            stray <CINdetails> text
              <ReferralNFA>0</ReferralNFA>
              <ChildProtectionPlans>
                <CPPreviews><CPPreviewDate>2022-08-01</CPPreviewDate></CPPreviews>
                <Reviews><CPPreviewDate>2022-11-01</CPPreviewDate><CPPreviewDate><!-- later -->2022-12-<![CDATA[20]]></CPPreviewDate></Reviews><Reviews/>
                <LatestCategoryOfAbuse>PHY</LatestCategoryOfAbuse><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
                <NumberOfPreviousCPP>0</NumberOfPreviousCPP><CPPstartDate>2022-06-01</CPPstartDate>
              </ChildProtectionPlans>
              <Section47><ICPCnotRequired>FALSE</ICPCnotRequired><DateOfInitialCPC>2022-05-30</DateOfInitialCPC><InitialCPCtarget>2022-06-02</InitialCPCtarget><S47ActualStartDate>2022-05-12</S47ActualStartDate></Section47>
              <Assessments><FactorsIdentifiedAtAssessment/><AssessmentActualStartDate>2022-05-02</AssessmentActualStartDate></Assessments>
              <Assessments/>
              <Assessments><FactorsIdentifiedAtAssessment><AssessmentFactors>2B</AssessmentFactors><AssessmentFactors>18A</AssessmentFactors></FactorsIdentifiedAtAssessment>
                <AssessmentActualStartDate>2022-06-02</AssessmentActualStartDate><AssessmentAuthorisationDate>2022-07-01</AssessmentAuthorisationDate></Assessments>
              <CINPlanDates><CINPlanStartDate>2022-07-02</CINPlanStartDate></CINPlanDates>
              <PrimaryNeedCode>N1</PrimaryNeedCode><ReferralSource>1A</ReferralSource><CINreferralDate>2022-05-01</CINreferralDate>
            </CINdetails>
            <ChildCharacteristics><Disabilities><Disability>NONE</Disability></Disabilities><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
            <ChildIdentifiers>loose<GenderCurrent>2</GenderCurrent><PersonBirthDate>2012-04-05</PersonBirthDate>more<LAchildID>C1</LAchildID></ChildIdentifiers>
            """));
        Assert.DoesNotContain(extract.Findings, f => f.Outcome != Outcome.Noted);
        var records = extract.Records;
        Assert.Equal("C1 of C1 born=2012-04-05 born_expected=no sex=F ethnicity=WBRI disabled=no died=none", records.Row("people", 0));
        Assert.Equal("C1@2022-05-01 of C1 start=2022-05-01 end=none need=N1 nfa=no close_reason=none", records.Row("cin_episodes", 0));
        Assert.Equal("C1@2022-05-01 of C1 date=2022-05-01 episode=C1@2022-05-01 source=1A nfa=no", records.Row("referrals", 0));
        Assert.Equal("C1@2022-06-02 of C1 start=2022-06-02 end=2022-07-01 episode=C1@2022-05-01 type=single factors=18A|2B", records.Row("assessments", 1));
        Assert.Equal("C1@2022-07-02 of C1 start=2022-07-02 end=none episode=C1@2022-05-01 authorised=2022-07-02", records.Row("cin_plans", 0));
        Assert.Equal("C1@2022-05-12 of C1 start=2022-05-12 episode=C1@2022-05-01 icpc_not_required=no", records.Row("s47s", 0));
        Assert.Equal("C1@2022-05-30 of C1 date=2022-05-30 s47=C1@2022-05-12 episode=C1@2022-05-01 due=2022-06-02 transfer_in=no", records.Row("icpcs", 0));
        Assert.Equal("C1@2022-06-01 of C1 start=2022-06-01 end=none episode=C1@2022-05-01 other_authority=no first_category=NEG latest_category=PHY prior_plans=0", records.Row("cp_plans", 0));
        Assert.Equal(["2022-08-01", "2022-11-01", "2022-12-20"], Enumerable.Range(0, 3).Select(r => records.Row("cp_reviews", r).Split("date=")[1][..10]));
        Assert.EndsWith("cp_plan=C1@2022-06-01 held=yes", records.Row("cp_reviews", 2), StringComparison.Ordinal);
        Assert.Equal((3, 2, 1), extract.Receipt.Where(l => l.List.StartsWith("CIN census Assessments", StringComparison.Ordinal)).Select(l => (l.Rows, l.Loaded, l.Blank)).Single());
    }

    [Fact]
    public void A_conference_outside_an_enquiry_is_that_of_a_plan_moved_in()
    {
        var records = Read(Census("""
            <ChildIdentifiers><LAchildID>C1</LAchildID></ChildIdentifiers>
            <CINdetails><CINreferralDate>2022-05-01</CINreferralDate><DateOfInitialCPC>2022-05-09</DateOfInitialCPC>
              <Section47><S47ActualStartDate>2022-05-12</S47ActualStartDate><ICPCnotRequired>true</ICPCnotRequired></Section47></CINdetails>
            """)).Records;
        Assert.Equal(1, records.Table("icpcs").Count);
        Assert.Equal("C1@2022-05-09|transfer of C1 date=2022-05-09 episode=C1@2022-05-01 transfer_in=yes", records.Row("icpcs", 0));
        Assert.Contains("icpc_not_required=yes", records.Row("s47s", 0), StringComparison.Ordinal);
    }

    [Fact]
    public void The_year_is_that_of_the_reference_date_else_of_the_days_on_which_things_ended()
    {
        const string Child = "<ChildIdentifiers><LAchildID>C1</LAchildID></ChildIdentifiers><CINdetails><CINreferralDate>2019-05-01</CINreferralDate><CINclosureDate>2021-09-01</CINclosureDate></CINdetails>";
        var said = Read(Census(Child)).Records.Statements.Single(s => s.Kind == "referrals");
        Assert.Equal((Completeness.Full, new DateOnly(2022, 4, 1), new DateOnly(2023, 3, 31)), (said.Holds, said.From, said.To));
        Assert.Equal(new DateOnly(2022, 3, 31), Read(Census(Child).Replace("ReferenceDate", "RefDate", StringComparison.Ordinal)).DataDate);
    }

    [Fact]
    public void Unknown_codes_and_elements_are_noted_with_their_line_and_path()
    {
        var extract = Read(Census("""
            <ChildIdentifiers><LAchildID>C1</LAchildID></ChildIdentifiers>
            <CINdetails><CINreferralDate>2022-05-01</CINreferralDate>
            <PrimaryNeedCode>N99</PrimaryNeedCode><FavouriteColour>blue</FavouriteColour>
            <Assessments><AssessmentActualStartDate>2022-05-31</AssessmentActualStartDate><AssessmentAuthorisationDate>2022-05-30</AssessmentAuthorisationDate></Assessments>
            </CINdetails>
            """));
        string[] said = [.. extract.Findings.Select(f => f.ToString())];
        Assert.Contains(said, f => f.StartsWith("census.xml, row 3, column /Message/Children/Child/CINdetails/PrimaryNeedCode: \"N99\" is not in the list need", StringComparison.Ordinal));
        Assert.Contains(said, f => f.StartsWith("census.xml, row 5, column /Message/Children/Child/CINdetails/Assessments/AssessmentAuthorisationDate: The end, 30 May 2022", StringComparison.Ordinal));
        Assert.Contains(said, f => f.Contains("The element FavouriteColour is not known here and was passed over: 1, the first on line 4.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!DOCTYPE Message [<!ENTITY a \"b\">]><Message/>", "xml-dtd", "line 1")]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE Message SYSTEM \"file:///etc/passwd\"><Message/>", "xml-dtd", "line 2")]
    [InlineData("<Message>\n<Children><Child></Children></Message>", "xml-damaged", "line 2, column 20")]
    [InlineData("<Message><Children>\n\n<Child>a & b</Child></Children></Message>", "xml-damaged", "line 3, column 11")]
    [InlineData("<Message><Children><Child><CINdetails><CINreferralDate>2022-05-01</CINreferralDate>\n<CINreferralDate>2022-05-02</CINreferralDate></CINdetails></Child></Children></Message>",
        "xml-repeated-element", "line 2, Child/CINdetails[1]/CINreferralDate[2]")]
    public void A_damaged_or_hostile_file_is_rejected_at_its_place(string xml, string code, string place)
    {
        var extract = Read(xml);
        Assert.Contains(extract.Findings, f => f.Code == code && f.Outcome == Outcome.Rejected && f.Column.StartsWith(place, StringComparison.Ordinal));
        Assert.Empty(extract.Records.Tables);
    }

    [Fact]
    public void Depth_attributes_and_long_values_have_an_end()
    {
        Assert.Equal("xml-depth", Fault("<Message>" + string.Concat(Enumerable.Repeat("<a>", 100_000))));
        Assert.Equal("xml-too-large", Fault("<Message><a " + string.Concat(Enumerable.Range(0, 1000).Select(i => $"b{i}='' ")) + "/></Message>"));
        Assert.Equal("xml-too-large", Fault(Census($"<ChildIdentifiers><LAchildID>{new string('x', 50_000)}</LAchildID></ChildIdentifiers>")));
        Assert.Equal("xml-damaged", Fault("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Message><Child>\u00E9</Child></Message>", Encoding.Latin1));
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("Windows-1252")]
    [InlineData("iso-8859-1")]
    public void A_return_in_the_encoding_of_old_Windows_programs_is_read(string encoding)
    {
        var xml = $"<?xml version=\"1.0\" encoding='{encoding}'?>\n"
            + Census("<!-- Ren\u00E9e's -->\n<ChildIdentifiers><LAchildID>\u00C91</LAchildID><PersonBirthDate>2012-04-05</PersonBirthDate></ChildIdentifiers><CINdetails><CINreferralDate>2022-05-01</CINreferralDate></CINdetails>");
        var extract = _folder.With("census.xml", Encoding.Latin1.GetBytes(xml)).Read();
        Assert.Empty(extract.Findings);
        Assert.StartsWith("\u00C91@2022-05-01 of \u00C91 ", extract.Records.Row("cin_episodes", 0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024", "2023-09-04")]
    [InlineData("2025", "2024-09-04")]
    public void A_case_that_a_later_return_no_longer_holds_ended_with_its_own_return_and_not_where_the_childs_next_case_begins(string later, string next)
    {
        const string Child = "<ChildIdentifiers><LAchildID>C1</LAchildID><PersonBirthDate>2012-04-05</PersonBirthDate></ChildIdentifiers><CINdetails><CINreferralDate>2022-05-01</CINreferralDate></CINdetails>";
        var extract = _folder.With("1.xml", Encoding.UTF8.GetBytes(Census(Child)))
            .With("2.xml", Encoding.UTF8.GetBytes(Census(Child.Replace("2022-05-01", next, StringComparison.Ordinal)).Replace("2023-03-31", later + "-03-31", StringComparison.Ordinal).Replace("<Year>2023", "<Year>" + later, StringComparison.Ordinal))).Read();
        Assert.StartsWith("C1@2022-05-01 of C1 start=2022-05-01 end=2023-04-01", extract.Records.Row("cin_episodes", 0), StringComparison.Ordinal);
        Assert.StartsWith($"C1@{next} of C1 start={next} end=none", extract.Records.Row("cin_episodes", 1), StringComparison.Ordinal);
        Assert.Equal("left-open", Assert.Single(extract.Findings).Code);
    }

    private string Fault(string xml, Encoding? encoding = null) =>
        _folder.With("census.xml", (encoding ?? Encoding.UTF8).GetBytes(xml)).Read([Path.Combine(_folder.Path, "census.xml")])
            .Findings.First(f => f.Outcome == Outcome.Rejected).Code;

    private static string Census(string child) =>
        "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2023</Year><ReferenceDate>2023-03-31</ReferenceDate></CollectionDetails></Header><Children><Child>\n"
        + child + "\n</Child></Children></Message>";

    private Extract Read(string xml) => _folder.With("census.xml", Encoding.UTF8.GetBytes(xml)).Read();

}

using Bellwether.Calendar;
using Bellwether.Storage;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>From a yearly return as it is sent to the DfE to a scorecard of its year end.</summary>
public sealed class ReturnTests
{
    [Fact]
    public void A_looked_after_return_answers_for_its_year_end_and_says_what_it_cannot()
    {
        using var home = new TemporaryHome();
        File.WriteAllLines(home.File("h.csv"), ["CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "1,1,05/04/2012,WBRI,,0,", "2,2,05/04/2012,WBRI,,0,", "3,2,05/04/2012,WBRI,,0,"]);
        File.WriteAllLines(home.File("e.csv"),
        [
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
            "1,02/05/2022,S,C1,N1,U6,PR1,01/06/2022,X1,CHILD,,AB1 2CD,", "1,01/06/2022,P,C1,N1,U6,PR1,,,,,AB1 3CD,",
            "2,02/05/2020,S,C2,N1,K2,PR4,31/03/2023,E4A,,,AB1 4CD,SC1", "3,02/05/2022,S,V4,N2,K2,PR4,,,,,AB1 4CD,SC1",
        ]);
        Assert.False(home.Load(null, home.File("h.csv"), home.File("e.csv")).IsRejected);
        var known = home.Home.AsKnown();
        var day = new DateOnly(2023, 3, 31);
        Assert.Equal(1, Count(known, "LC01", day));
        Assert.Equal(1, Count(known, "LC02", day));
        Assert.StartsWith("Not computable, because", Reason(known, "CP01", day), StringComparison.Ordinal);
        Assert.StartsWith("Not computable, because", Reason(known, "RF01", day), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Returns_of_several_years_give_the_children_looked_after_at_each_31_March(bool atOnce)
    {
        using var home = new TemporaryHome();
        const string Heading = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";
        var years = new[] { 2021, 2022, 2023 }.Select(y => home.File($"{y}.csv")).ToArray();
        File.WriteAllLines(years[0], [Heading, "1,02/05/2020,S,C1,N1,U6,PR1,,,,,,", .. atOnce ? new[] { "2,02/05/2020,S,C1,N1,U6,PR1,,,,,," } : [], "3,02/05/2020,S,C1,N1,U6,PR1,01/03/2021,E4A,,,,"]);
        File.WriteAllLines(years[1], [Heading, "1,02/05/2020,S,C1,N1,U6,PR1,01/03/2022,E4A,,,,", "4,31/03/2022,S,C1,N1,U6,PR1,,,,,,"]);
        File.WriteAllLines(years[2], [Heading, "4,31/03/2022,S,C1,N1,U6,PR1,05/05/2022,X1,,,,", "4,05/05/2022,P,C1,N1,U6,PR1,,,,,,", "5,30/03/2023,S,C1,N1,U6,PR1,31/03/2023,E4A,,,,"]);
        if (atOnce) Assert.False(home.Load(null, years).IsRejected);
        else foreach (var year in years) Assert.False(home.Load(null, year).IsRejected);
        var known = home.Home.AsKnown();
        // The second child stands open in the first return and in no later one.
        Assert.Equal(atOnce ? [2, 1, 1] : [1, 1, 1], new[] { 2021, 2022, 2023 }.Select(y => Count(known, "LC01", new DateOnly(y, 3, 31))));
        Assert.Equal(atOnce ? [3, 1, 1] : [2, 1, 1], new[] { 2021, 2022, 2023 }.Select(y => Count(known, "LC02", new DateOnly(y, 3, 31))));
    }

    [Fact]
    public void A_census_answers_for_its_year_end_and_says_what_it_cannot()
    {
        using var home = new TemporaryHome();
        File.WriteAllText(home.File("census.xml"), """
            <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2023</Year><ReferenceDate>2023-03-31</ReferenceDate></CollectionDetails></Header><Children>
            <Child><ChildIdentifiers><LAchildID>1</LAchildID><PersonBirthDate>2012-04-05</PersonBirthDate><Sex>M</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
              <CINdetails><CINreferralDate>2022-05-03</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>false</ReferralNFA>
                <Assessments><AssessmentActualStartDate>2022-05-04</AssessmentActualStartDate><AssessmentAuthorisationDate>2022-06-08</AssessmentAuthorisationDate></Assessments>
                <Section47><S47ActualStartDate>2022-05-05</S47ActualStartDate><InitialCPCtarget>2022-05-26</InitialCPCtarget><DateOfInitialCPC>2022-05-26</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>
                <ChildProtectionPlans><CPPstartDate>2022-05-26</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>
                  <Reviews><CPPreviewDate>2022-08-20</CPPreviewDate><CPPreviewDate>2023-02-18</CPPreviewDate></Reviews></ChildProtectionPlans></CINdetails></Child>
            <Child><ChildIdentifiers><LAchildID>2</LAchildID><PersonBirthDate>2015-04-05</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
              <CINdetails><CINreferralDate>2021-05-03</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>false</ReferralNFA><DateOfInitialCPC>2022-07-01</DateOfInitialCPC>
                <Assessments><AssessmentActualStartDate>2022-03-04</AssessmentActualStartDate><AssessmentAuthorisationDate>2022-07-08</AssessmentAuthorisationDate></Assessments>
                <ChildProtectionPlans><CPPstartDate>2021-06-26</CPPstartDate><CPPendDate>2023-03-31</CPPendDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse></ChildProtectionPlans></CINdetails></Child>
            </Children></Message>
            """);
        Assert.False(home.Load(null, home.File("census.xml")).IsRejected);
        var known = home.Home.AsKnown();
        var day = new DateOnly(2023, 3, 31);
        Assert.Equal([1, 1, 1, 1, 1], new[] { "CP01", "CP03", "RF01", "AS06", "SC04" }.Select(c => Count(known, c, day)));
        Assert.Equal([2, 1], new[] { "AS06", "SC04" }.Select(c => known.Performance.At(known.Performance.Catalogue.Find(c)!, day).Figure.Denominator));
        Assert.Equal(1, Count(known, "CP09", day));
        Assert.Equal("Not computable, because the CIN census holds nothing of children looked after", Reason(known, "LC01", day).TrimEnd('.'));
        var filled = known.Performance.Fill(known.Performance.Catalogue.FindScorecard("children")!, new Month(2023, 3));
        Assert.All(filled.Rows, r => Assert.True(r.Now.Figure.Value is not null || r.Now.Judgement.Reason.Length > 0, r.Definition.Id));
    }

    private static decimal? Count(Knowledge known, string code, DateOnly day)
    {
        var figure = known.Performance.At(known.Performance.Catalogue.Find(code)!, day).Figure;
        return figure.Numerator ?? figure.Value;
    }

    private static string Reason(Knowledge known, string code, DateOnly day) =>
        known.Performance.At(known.Performance.Catalogue.Find(code)!, day).Judgement.Reason;
}

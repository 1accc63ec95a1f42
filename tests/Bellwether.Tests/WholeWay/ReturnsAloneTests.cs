using System.Globalization;
using Bellwether.Calendar;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>A council with nothing but its returns of the census and of the workforce has what they state, and is told what they lack.</summary>
public sealed class ReturnsAloneTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Earlier_plans_are_those_the_census_states_where_the_extracts_do_not_reach_back()
    {
        _home.Load(null, Write("cin.xml", Census(2024, Plan("1", "2023-05-02", 0), Plan("2", "2023-06-01", 2), Plan("3", "2024-01-10", 1), Plan("4", "2024-02-01", 0))));
        var second = At("CP05", 2024, 3, 31, Window.FinancialYear);
        Assert.Equal("2/4", second.Text);
        Assert.StartsWith("number of earlier plans as stated: ", second.Note, StringComparison.Ordinal);
        Assert.StartsWith("so far as the extracts go back: ", At("CP06", 2024, 3, 31, Window.FinancialYear).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Years_that_no_return_tells_of_are_named()
    {
        _home.Load(null, Write("a.xml", Census(2022, Plan("1", "2021-05-02", 0))), Write("b.xml", Census(2024, Plan("2", "2023-05-02", 0))));
        Assert.Contains("from 1 April 2021 to 31 March 2024 but not from 1 April 2022 to 31 March 2023, and this needs ", At("CP03", 2023, 3, 31, Window.FinancialYear).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_assessment_that_a_later_return_no_longer_holds_was_open_and_is_not_completed(bool together)
    {
        string[] files =
        [
            Write("a.xml", Census(2023, Case("1", "2022-11-28", "", Assessment("2022-12-01", "")))),
            Write("b.xml", Census(2024, Case("1", "2022-11-28", "2023-05-10", ""), Case("2", "2023-05-02", "", Assessment("2023-05-03", "2023-06-01")))),
        ];
        if (together) _home.Load(null, files);
        else foreach (var file in files) _home.Load(null, file);
        Assert.Equal("1/", At("AS07", 2023, 3, 31, Window.Snapshot).Text);
        Assert.Equal("0/", At("AS07", 2024, 3, 31, Window.Snapshot).Text);
        Assert.Equal("1/", At("AS09", 2024, 3, 31, Window.FinancialYear).Text);
        Assert.Equal("1/1", At("AS06", 2024, 3, 31, Window.FinancialYear).Text);
    }

    [Fact]
    public void A_corrected_year_that_holds_a_case_open_for_longer_is_something_new()
    {
        string[] Files(string second) =>
        [
            Write("a.xml", Census(2023, Case("1", "2022-11-28", "", Assessment("2022-12-01", "")))),
            Write("b.xml", Census(2024, second, Case("2", "2023-05-02", "", Assessment("2023-05-03", "2023-06-01")))),
            Write("c.xml", Census(2025, Case("3", "2024-05-02", "", Assessment("2024-05-03", "2024-06-01")))),
        ];
        _home.Load(null, Files(""));
        Assert.Equal("0/", At("AS07", 2024, 3, 31, Window.Snapshot).Text);
        var corrected = Files(Case("1", "2022-11-28", "", Assessment("2022-12-01", "")));
        var extract = _home.Home.Read(corrected, null);
        _home.Home.Load(extract, corrected, _home.Home.Questions(extract));
        Assert.Equal("1/", At("AS07", 2024, 3, 31, Window.Snapshot).Text);
        Assert.Equal("0/", At("AS07", 2025, 3, 31, Window.Snapshot).Text);
    }

    [Fact]
    public void Each_source_says_its_own_reason_for_what_none_tells()
    {
        _home.Load(null, Write("a.xml", Census(2024, Plan("1", "2023-05-02", 0))));
        _home.Load(null, Write("episodes.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n7,02/05/2023,S,C2,N1,U6,PR1,,,,,,\n8,02/05/2023,S,C2,N1,U6,PR1,03/03/2024,E4A,,,,\n"));
        Assert.Contains("was not supplied, and SSDA903 ", At("CP09", 2024, 3, 31, Window.Snapshot).Why, StringComparison.Ordinal);
    }

    /// <summary>The episodes say who was adopted (REC E11, E12); the modules of adoption say more of some.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_year_of_looked_after_returns_tells_its_adoptions_with_or_without_the_modules_of_adoption(bool hasModule)
    {
        const string Row = ",S,C2,N1,A6,PR1,";
        _home.Load(null, [Write("episodes.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
            + $"6,02/05/2022{Row}03/03/2024,E12,,,,\n7,02/05/2022{Row}31/03/2024,E11,,,,\n8,02/05/2023{Row}03/03/2024,E45,,,,\n9,02/05/2023{Row},,,,,\n10,02/05/2023,S,V4,N1,U6,PR1,03/03/2024,E8,,,,\n"),
            .. hasModule ? [Write("placed.csv", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n7,01/01/2020,02/06/2023,,\n")] : Array.Empty<string>()]);
        Assert.Equal("2/", At("PM01", 2024, 3, 31, Window.FinancialYear).Text);
        Assert.Equal("2/3", At("PM02", 2024, 3, 31, Window.FinancialYear).Text);
        Assert.Equal("2/1", At("PM03", 2024, 3, 31, Window.FinancialYear).Text);
    }

    [Fact]
    public void The_workforce_census_tells_caseloads_and_vacancies_of_its_own_days()
    {
        foreach (var (year, cases) in new[] { (2024, 12), (2025, 20) })
            Write($"{year}.xml", $"<Message><Header><CollectionDetails><Collection>CSWW</Collection><Year>{year}</Year><ReferenceDate>{year}-09-30</ReferenceDate></CollectionDetails><Source><LEA>998</LEA></Source></Header>"
                + "<LALevel><NumberOfVacancies>1.5</NumberOfVacancies><NoAgencyFTE>1</NoAgencyFTE></LALevel>" + Worker("SW1", 0, "1", cases) + Worker("SW2", 0, "0.5", 6) + Worker("SW3", 1, "1", 0) + "</Message>");
        _home.Load(null, _home.File("2024.xml"), _home.File("2025.xml"));
        Assert.Equal("18/1.5", At("WF02", 2024, 9, 30, Window.Snapshot).Text);
        var caseload = At("WF02", 2025, 9, 30, Window.Snapshot);
        Assert.Equal("26/1.5", caseload.Text);
        Assert.StartsWith("cases as the workforce census counts them, on its day: ", caseload.Note, StringComparison.Ordinal);
        Assert.Equal("1.5/3", At("WF05", 2024, 9, 30, Window.Month).Text);
        Assert.Equal("1.5/3", At("WF05", 2025, 9, 30, Window.Month).Text);
        Assert.Equal("/", At("WF05", 2025, 8, 31, Window.Month).Text);
    }

    private static string Worker(string number, int agency, string fte, int cases) =>
        $"<CSWWWorker><AgencyWorker>{agency}</AgencyWorker><SWENo>{number}</SWENo><FTE>{fte}</FTE><OrgRole>5</OrgRole><RoleStartDate>2019-04-01</RoleStartDate><FTE30>{fte}</FTE30><Cases30>{cases}</Cases30></CSWWWorker>";

    private static string Census(int year, params string[] children) =>
        $"<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year><ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails><Source><LEA>998</LEA></Source></Header><Children>{string.Concat(children)}</Children></Message>";

    private static string Case(string child, string start, string end, string within) =>
        $"<Child><ChildIdentifiers><LAchildID>{child}</LAchildID><PersonBirthDate>2015-01-01</PersonBirthDate></ChildIdentifiers><CINdetails><CINreferralDate>{start}</CINreferralDate><ReferralSource>6</ReferralSource><ReferralNFA>0</ReferralNFA>"
        + (end.Length > 0 ? $"<CINclosureDate>{end}</CINclosureDate><ReasonForClosure>RC8</ReasonForClosure>" : "") + $"{within}</CINdetails></Child>";

    private static string Assessment(string start, string end) =>
        $"<Assessments><AssessmentActualStartDate>{start}</AssessmentActualStartDate>{(end.Length > 0 ? $"<AssessmentAuthorisationDate>{end}</AssessmentAuthorisationDate>" : "")}</Assessments>";

    private static string Plan(string child, string start, int earlier) =>
        $"<Child><ChildIdentifiers><LAchildID>{child}</LAchildID><PersonBirthDate>2015-01-01</PersonBirthDate></ChildIdentifiers><CINdetails><CINreferralDate>{start}</CINreferralDate><ReferralSource>6</ReferralSource><ReferralNFA>0</ReferralNFA>"
        + $"<ChildProtectionPlans><CPPstartDate>{start}</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>{earlier}</NumberOfPreviousCPP></ChildProtectionPlans></CINdetails></Child>";

    private (string Text, string Note, string Why) At(string code, int year, int month, int day, Window window)
    {
        var performance = _home.Home.AsKnown().Performance;
        var figure = performance.At(performance.Catalogue.Find(code)!, new DateOnly(year, month, day), window).Figure;
        return (string.Create(CultureInfo.InvariantCulture, $"{figure.Numerator:0.##}/{figure.Denominator:0.##}"), figure.Note, figure.Because);
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_home.File(name), text);
        return _home.File(name);
    }
}

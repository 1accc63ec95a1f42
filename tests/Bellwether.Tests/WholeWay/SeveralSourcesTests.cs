using Bellwether.Storage;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>SSDA903, CIN census and Annex A of one authority, each with ids of its own, answer more together than each alone.</summary>
public sealed class SeveralSourcesTests
{
    private static readonly DateOnly Day = new(2023, 3, 31);

    private static readonly string[] Header = ["CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "0001,1,05/04/2012,WBRI,,0,", "0002,2,05/04/2013,WBRI,,0,"];

    private static readonly string[] Episodes =
    [
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
        "0001,02/05/2022,S,C2,N1,U6,PR1,,,,,AB1 2CD,", "0002,02/05/2022,S,C2,N1,U6,PR1,01/02/2023,E4A,,,AB1 4CD,",
    ];

    private const string Census = """
        <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2023</Year><ReferenceDate>2023-03-31</ReferenceDate></CollectionDetails></Header><Children>
        <Child><ChildIdentifiers><LAchildID>C1</LAchildID><PersonBirthDate>2012-04-05</PersonBirthDate><Sex>M</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
          <CINdetails><CINreferralDate>2022-04-03</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>false</ReferralNFA></CINdetails></Child>
        <Child><ChildIdentifiers><LAchildID>C3</LAchildID><PersonBirthDate>2015-04-05</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
          <CINdetails><CINreferralDate>2022-08-03</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>false</ReferralNFA>
            <ChildProtectionPlans><CPPstartDate>2022-09-26</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse></ChildProtectionPlans></CINdetails></Child>
        </Children></Message>
        """;

    private static readonly string[] Contacts =
    [
        "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of Contact,Contact Source",
        "P-1,a) Male,a) WBRI,05/04/2012,10,31/03/2023,q) 6: Police", "P-9,b) Female,a) WBRI,05/04/2014,8,30/03/2023,q) 6: Police",
    ];

    private static readonly string[] Crosswalk = ["source,source_id,child_id", "SSDA903,0001,K1", "SSDA903,0002,K2", "CIN census,C1,K1", "CIN census,C3,K3", "Annex A,P-1,K1"];

    [Fact]
    public void Together_they_answer_what_each_alone_cannot_of_the_same_children()
    {
        string[] asked = ["LC01", "CP01", "FD01"];
        foreach (var (source, answers) in new[] { ("903", "1 - -"), ("cin", "- 1 -"), ("annex", "- - 2") })
        {
            using var alone = Home(source);
            Assert.Equal((source, answers), (source, string.Join(' ', asked.Select(a => Count(alone.Home.AsKnown(), a)))));
        }
        using var home = Home("903", "cin", "annex");
        var known = home.Home.AsKnown();
        Assert.Equal("1 1 2", string.Join(' ', asked.Select(a => Count(known, a))));
        // Six ids of three sources are four children: one is in all three, one has an id that the crosswalk lacks.
        Assert.Equal(["K1", "K2", "K3", "P-9"], Enumerable.Range(0, known.Journeys.ChildIds.Count).Select(c => known.Journeys.ChildIds[c]).Order(StringComparer.Ordinal));
        var care = known.Journeys.Rows("care_periods");
        var cases = known.Journeys.Rows("cin_episodes");
        Assert.Contains(Enumerable.Range(0, care.Count).Select(r => care.Subject[r]), c => Enumerable.Range(0, cases.Count).Any(r => cases.Subject[r] == c));
    }

    [Fact]
    public void In_one_load_the_order_of_sources_csv_decides_who_speaks_of_a_kind()
    {
        using var home = new TemporaryHome();
        Write(home);
        File.WriteAllLines(Path.Combine(home.Home.Folder, "sources.csv"), ["kind,source", "people,SSDA903", "people,CIN census"]);
        var extract = home.Load(null, home.File("903"), home.File("cin"));
        Assert.Contains("census.xml: Its people are left to SSDA903, which sources.csv puts first. Nothing needs doing, if that is as you want it.", extract.Findings.Select(f => f.ToString()));
        Assert.Equal(2, extract.Records.Table("people").Count);
        Assert.Equal(2, extract.Records.Table("cin_episodes").Count);
    }

    [Theory]
    [InlineData("source,source_id,child_id|SSDA904,1,2", "crosswalk.csv line 2")]
    [InlineData("source,source_id,child_id|SSDA903,1,2|SSDA903,1,3", "crosswalk.csv line 3")]
    [InlineData("source,source_id|SSDA903,1", "crosswalk.csv line 1")]
    public void A_fault_in_the_crosswalk_names_its_line(string lines, string place)
    {
        using var home = new TemporaryHome();
        Write(home);
        File.WriteAllLines(Path.Combine(home.Home.Folder, "crosswalk.csv"), lines.Split('|'));
        var fault = Assert.Throws<Bellwether.Codes.ShelfException>(() => home.Home.Read([home.File("903")], null));
        Assert.Contains(place, fault.Message, StringComparison.Ordinal);
    }

    private static TemporaryHome Home(params string[] sources)
    {
        var home = new TemporaryHome();
        Write(home);
        File.WriteAllLines(Path.Combine(home.Home.Folder, "crosswalk.csv"), Crosswalk);
        foreach (var source in sources) Assert.False(home.Load(null, home.File(source)).IsRejected);
        return home;
    }

    private static void Write(TemporaryHome home)
    {
        foreach (var folder in new[] { "903", "cin", "annex" }) Directory.CreateDirectory(home.File(folder));
        File.WriteAllLines(Path.Combine(home.File("903"), "header.csv"), Header);
        File.WriteAllLines(Path.Combine(home.File("903"), "episodes.csv"), Episodes);
        File.WriteAllText(Path.Combine(home.File("cin"), "census.xml"), Census);
        File.WriteAllLines(Path.Combine(home.File("annex"), "list 1.csv"), Contacts);
    }

    private static string Count(Knowledge known, string code)
    {
        var figure = known.Performance.At(known.Performance.Catalogue.Find(code)!, Day, code == "FD01" ? Bellwether.Calendar.Window.Month : null).Figure;
        return (figure.Numerator ?? figure.Value)?.ToString("0", System.Globalization.CultureInfo.InvariantCulture) ?? "-";
    }
}

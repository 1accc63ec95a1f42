using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>A case system's list of professionals and the council's own staffing list tell of the same people: each counts once, as the staffing list has it.</summary>
public sealed class StaffingListTests
{
    private const string Professionals = """
        prof_professional_id,prof_staff_id,prof_professional_name,prof_social_worker_registration_no,prof_agency_worker_flag,prof_professional_job_title,prof_full_time_equivalency
        W1,W1,,SW1,N,Social Worker,1
        W2,W2,,SW2,N,Social Worker,1
        W3,W3,,SW3,N,Social Worker,1
        """;

    private const string Staffing = """
        worker_id,team,role,fte,qualified,registration_no,agency,start_date,end_date
        W1,T1,SW,0.8,Y,SW1,N,2020-01-06,
        W2,T1,SW,1,Y,SW2,Y,2023-01-09,
        """;

    private const string Census = """
        <Message><Header><CollectionDetails><Collection>CSWW</Collection><Year>2023</Year><ReferenceDate>2023-09-30</ReferenceDate></CollectionDetails><Source><LEA>998</LEA></Source></Header>
        <CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW1</SWENo><FTE>1</FTE><OrgRole>5</OrgRole><RoleStartDate>2019-04-01</RoleStartDate></CSWWWorker>
        <CSWWWorker><AgencyWorker>1</AgencyWorker><SWENo>SW2</SWENo><FTE>1</FTE><OrgRole>5</OrgRole><RoleStartDate>2019-04-01</RoleStartDate></CSWWWorker></Message>
        """;

    private static readonly DateOnly Day = new(2024, 3, 31);

    [Theory]
    [InlineData("professionals+staffing")]
    [InlineData("professionals", "staffing")]
    [InlineData("staffing", "professionals")]
    [InlineData("professionals", "staffing", "professionals")]
    [InlineData("census", "professionals", "staffing")]
    public void Posts_count_as_the_staffing_list_has_them_however_the_two_are_loaded(params string[] loads)
    {
        using var home = new TemporaryHome();
        for (var n = 0; n < loads.Length; n++) home.Load(Day.AddDays(n), [.. loads[n].Split('+').Select(name => Written(home, name, n))]);
        // One of 1.8 full-time equivalents is an agency worker's; the two lists together would say one of 4.8.
        var known = home.Home.AsKnown();
        var figure = known.Performance.At(known.Performance.Catalogue.Find("WF06")!, Day).Figure;
        Assert.Equal("1/1.8", FormattableString.Invariant($"{figure.Numerator:0.###}/{figure.Denominator:0.###}"));
        var left = Assert.Single(known.Journeys.Findings);
        Assert.Equal(("left-to-better-source", "worker_posts"), (left.Code, left.Kind));
        Assert.StartsWith(loads.Contains("census") ? "5 worker posts" : "3 worker posts", left.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_staffing_list_the_professionals_speak()
    {
        using var home = new TemporaryHome();
        home.Load(Day, Written(home, "professionals", 0));
        var known = home.Home.AsKnown();
        Assert.Equal(3, known.Journeys.Rows("worker_posts").Count);
        Assert.Empty(known.Journeys.Findings);
    }

    /// <summary>No staffing list holds a duty tray; without its post a case lying in it would seem to be held by a worker nobody knows.</summary>
    [Fact]
    public void An_account_that_is_no_person_stays_what_the_case_system_says_it_is()
    {
        using var home = new TemporaryHome();
        var file = home.File("professionals-0.csv");
        File.WriteAllText(file, Professionals + "\nT9,T9,,,N,Duty Tray,0\nW1,W1,,,N,Duty Tray,0\n");
        home.Load(Day, [file, Written(home, "staffing", 0)]);
        var known = home.Home.AsKnown();
        Assert.Equal(["T9", "W1", "W2"], Enumerable.Range(0, 3).Select(p => known.Journeys.WorkerIds[known.Journeys.Rows("worker_posts").Subject[p]]).Order());
    }

    [Fact]
    public void The_workforce_census_speaks_of_posts_where_no_list_of_staff_does()
    {
        using var home = new TemporaryHome();
        home.Load(null, Written(home, "census", 0));
        Assert.Equal(2, home.Home.AsKnown().Journeys.Rows("worker_posts").Count);
        home.Load(Day, Written(home, "professionals", 0));
        Assert.Equal(3, home.Home.AsKnown().Journeys.Rows("worker_posts").Count);
    }

    private static string Written(TemporaryHome home, string name, int number)
    {
        var file = home.File($"{name}-{number}");
        File.WriteAllText(file, name switch
        {
            "staffing" => Staffing,
            "census" => Census,
            _ => number > 1 ? Professionals.Replace("Social Worker", "Senior Social Worker", StringComparison.Ordinal) : Professionals,
        });
        return file;
    }
}

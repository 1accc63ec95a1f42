using System.Net;
using System.Text.RegularExpressions;
using Bellwether.Calendar;
using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>Every role on every page: who gets in, and that nobody reads of a child outside their scope.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class RoleTests(ExampleSite site)
{
    private static readonly Month Period = new(2026, 9);

    /// <summary>Address, then the answer for analyst, manager, member, and nobody. Nobody is sent to the page that picks a person.</summary>
    public static TheoryData<string, int, int, int> Pages() => new()
    {
        { "/", 200, 200, 200 },
        { "/people", 200, 200, 200 },
        { "/scorecard", 200, 200, 200 },
        { "/scorecard/2026-09", 200, 200, 200 },
        { "/scorecard/2026-09.csv", 200, 200, 200 },
        { "/scorecard/2026-09?format=json", 200, 200, 200 },
        { "/scorecard/2026-10", 404, 404, 404 },
        { "/scorecard/nonsense", 404, 404, 404 },
        { "/indicators/cin-with-plan", 200, 200, 200 },
        { "/indicators/CN03/2026-09", 200, 200, 200 },
        { "/indicators/cin-with-plan/2026-09.csv", 200, 200, 200 },
        { "/indicators/cin-with-plan/2026-09?by=age-band", 200, 200, 200 },
        { "/indicators/cin-with-plan/2026-09?by=worker", 404, 404, 404 },
        { "/indicators/cin-with-plan/2026-09?window=rolling-12", 404, 404, 404 },
        { "/indicators/no-such/2026-09", 404, 404, 404 },
        { "/indicators/cin-with-plan/2026-09/children", 200, 200, 403 },
        { "/indicators/cin-with-plan/2026-09/children?by=not-met&sort=team", 200, 200, 403 },
        { "/indicators/unallocated/2026-09/children", 200, 200, 403 },
        { "/areas/2026-09", 200, 200, 200 },
        { "/areas/2026-09?and=age-band", 200, 200, 404 },
        { "/areas/2026-09.json?by=team&and=sex", 200, 200, 404 },
        { "/areas/2026-09?and=worker", 404, 404, 404 },
        { "/worklists", 200, 200, 403 },
        { "/worklists/health-assessments-in-time?within=28", 200, 200, 403 },
        { "/worklists/health-assessments-in-time.xlsx?within=28", 200, 200, 403 },
        { "/worklists/no-such.xlsx", 404, 404, 403 },
        { "/worklists/unallocated", 200, 200, 403 },
        { "/worklists/placement-meeting-5wd?within=28", 200, 200, 403 },
        { "/worklists/cp-visit-in-time?within=not-a-number", 404, 404, 403 },
        { "/loads", 200, 403, 403 },
        { "/loads/1", 200, 403, 403 },
        { "/loads/99", 404, 403, 403 },
        { "/loads/findings", 200, 403, 403 },
        { "/loads/upload", 200, 403, 403 },
        { "/loads/upload/0123456789abcdef0123456789abcdef", 404, 403, 403 },
        { "/mappings", 200, 403, 403 },
        { "/mappings?list=SSD%7CSSD%20ssd_contacts", 200, 403, 403 },
        { "/mappings?codes=referral-source", 200, 403, 403 },
        { "/mappings?list=nonsense", 404, 403, 403 },
        { "/mappings?codes=nonsense", 404, 403, 403 },
        { "/definitions", 200, 200, 200 },
        { "/definitions/cin-with-plan", 200, 200, 200 },
        { "/definitions/no-such", 404, 404, 404 },
        { "/benchmarks", 200, 200, 200 },
        { "/benchmarks/2026-09", 200, 200, 200 },
        { "/benchmarks/cin-with-plan/2026-09", 200, 200, 200 },
        { "/summary", 200, 200, 200 },
        { "/summary/2026-09.csv", 200, 200, 200 },
        { "/areas", 200, 200, 200 },
        { "/areas/2026-09?by=team", 200, 200, 200 },
        { "/indicators/cin-with-plan/2026-09/history", 200, 200, 200 },
        { "/targets", 200, 200, 200 },
        { "/targets/cin-with-plan", 200, 200, 200 },
        { "/packs", 200, 200, 200 },
        { "/packs/editions/none", 404, 404, 404 },
        { "/packs/indicator-pages/children/2026-08", 200, 200, 403 },
        { "/packs/indicator-pages/children/2026-08/files/pack.csv", 200, 200, 403 },
        { "/packs/indicator-pages/children/2031-01", 404, 404, 403 },
        { "/commentary", 200, 200, 403 },
        { "/commentary/indicator-pages/children/2026-08/cin-with-plan", 200, 200, 403 },
        { "/meetings", 200, 200, 403 },
        { "/restricted", 403, 403, 403 },
        { "/audit", 403, 403, 403 },
        { "/nowhere", 404, 404, 404 },
        { "/look/bellwether.css", 200, 200, 200 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_role_gets_each_page_it_may_have_and_no_child_outside_its_scope(string address, int analyst, int manager, int member)
    {
        foreach (var (role, expected) in new (Role, int)[] { (Role.Analyst, analyst), (Role.TeamManager, manager), (Role.Member, member), (Role.PrivacyOfficer, Officer(address)) })
        {
            using var client = await site.ClientAsync(role);
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode == expected, $"{role} got {(int)answer.StatusCode} for {address}, not {expected}. {string.Join(' ', site.Faults)}");
            var read = ChildrenIn(body);
            Assert.Subset(InScope(role), read);
            if (answer.Content.Headers.ContentType?.MediaType == "text/html" && address != "/look/bellwether.css")
                Assert.Contains("invented", body, StringComparison.Ordinal);
        }
    }

    /// <summary>The privacy officer has the audit log and what needs no right.</summary>
    private static int Officer(string address) => address switch
    {
        "/" or "/people" or "/audit" or "/look/bellwether.css" => 200,
        "/nowhere" => 404,
        _ => 403,
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nobody_reads_anything_before_a_person_is_picked(string address, int analyst, int manager, int member)
    {
        _ = (analyst, manager, member);
        using var client = await site.ClientAsync(null);
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        if (!address.StartsWith("/look/", StringComparison.Ordinal)) Assert.Contains("Who do you want to be?", body, StringComparison.Ordinal);
        Assert.Empty(ChildrenIn(body));
    }

    [Fact]
    public async Task The_manager_sees_own_cases_and_fewer_than_the_analyst()
    {
        using var analyst = await site.ClientAsync(Role.Analyst);
        using var manager = await site.ClientAsync(Role.TeamManager);
        var address = new Uri("/indicators/cin-with-plan/2026-09/children?sort=child", UriKind.Relative);
        var all = ChildrenIn(await analyst.GetStringAsync(address, TestContext.Current.CancellationToken));
        var own = ChildrenIn(await manager.GetStringAsync(address, TestContext.Current.CancellationToken));
        Assert.NotEmpty(own);
        Assert.True(own.Count < all.Count, $"{own.Count} of {all.Count}");
    }

    [Fact]
    public async Task A_team_out_of_scope_reads_like_one_that_does_not_exist()
    {
        using var manager = await site.ClientAsync(Role.TeamManager);
        var other = site.GateOf(Role.Analyst).Worklist(site.GateOf(Role.Analyst).Catalogue.Find("cin-with-plan")!, ExampleSite.DataDate, 14).Lines
            .Select(l => l.Team).First(t => t != OwnTeam);
        using var theirs = await manager.GetAsync(new Uri($"/worklists/cin-with-plan?team={Uri.EscapeDataString(other)}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var nobodys = await manager.GetAsync(new Uri("/worklists/cin-with-plan?team=No+such+team", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
        Assert.Equal(
            await nobodys.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await theirs.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_member_may_not_be_given_rows_by_the_gate_whatever_the_page()
    {
        var gate = site.GateOf(Role.Member);
        var found = gate.Catalogue.Find("cin-with-plan")!;
        Assert.Throws<NotPermittedException>(() => gate.Cases(found, ExampleSite.DataDate));
        Assert.Throws<NotPermittedException>(() => gate.Worklist(found, ExampleSite.DataDate, 7));
        Assert.Throws<NotPermittedException>(() => gate.By(found, "worker", ExampleSite.DataDate));
        Assert.Throws<NotPermittedException>(() => gate.Loads());
    }

    private string OwnTeam => site.Home.Authority.Teams.Last(t => t.Code == site.Person(Role.TeamManager).Teams[0]).Name;

    /// <summary>Every id of a child that the text holds.</summary>
    private HashSet<string> ChildrenIn(string body) =>
        [.. Word().Matches(body).Select(m => m.Value).Where(AllChildren.Contains)];

    private HashSet<string> AllChildren => Cached.GetOrAdd("all", _ => [.. site.Home.Journeys().ChildIds]);

    /// <summary>The children a role may read of on any of the pages above.</summary>
    private HashSet<string> InScope(Role role) => role switch
    {
        Role.Analyst => AllChildren,
        Role.TeamManager => Cached.GetOrAdd("manager", _ => OwnChildren()),
        _ => [],
    };

    private HashSet<string> OwnChildren()
    {
        var journeys = site.Home.Journeys();
        var (team, steps) = (site.Person(Role.TeamManager).Teams[0], journeys.Attribute("team")!);
        var ends = Enumerable.Range(0, 13).Select(back => Period.Add(-back).Last.DayNumber).ToList();
        return [.. Enumerable.Range(0, journeys.ChildIds.Count).Where(c => ends.Exists(day => steps.Codes[steps.At(c, day)] == team)).Select(c => journeys.ChildIds[c])];
    }

    private static System.Collections.Concurrent.ConcurrentDictionary<string, HashSet<string>> Cached { get; } = new();

    [GeneratedRegex("[A-Za-z0-9-]+")]
    private static partial Regex Word();
}

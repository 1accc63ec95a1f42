using System.Net;
using System.Text.RegularExpressions;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>No line, no rows: whatever page shows a child, the log says to whom; a refused try is there too; figures for all make no line.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class AuditLineTests(ExampleSite site)
{
    private static readonly string[] RowPages = ["/children", "/worklists/", "/loads/", "by=worker", "and=", "/audit"];

    public static TheoryData<string> Addresses => [.. RoleTests.Pages().Select(row => (string)row.Data.Item1).Distinct(), "/loads/1?code=unknown-code", "/indicators/unallocated/2026-09?by=worker"];

    private AuditLog Log => site.Home.Audit;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_child_on_a_page_stands_in_a_line_and_so_does_every_refusal(string address)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = await site.ClientAsync(role);
            var before = Log.Head.Number;
            using var answer = await client.GetAsync(Of(address), TestContext.Current.CancellationToken);
            var shown = Word().Matches(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Select(m => m.Value).Where(Children.Contains).Distinct().ToList();
            var lines = Log.Find(new AuditFilter(), 0, (int)(Log.Head.Number - before));
            Assert.All(lines, l => Assert.Equal(site.Person(role).Id, l.Who));
            foreach (var child in shown.Take(3).Concat(shown.TakeLast(3))) Assert.Contains(Log.Of([child]), l => l.Number > before && !l.IsRefused);
            if (answer.StatusCode == HttpStatusCode.Forbidden) Assert.Contains(lines, l => l is { IsRefused: true, Action: "asked for a page", Kind: "page" });
            else if (answer.RequestMessage!.RequestUri!.PathAndQuery is var came && !RowPages.Any(p => came.Contains(p, StringComparison.Ordinal))) Assert.Empty(lines);
        }
    }

    [Theory]
    [InlineData("/indicators/cin-with-plan/2026-09/children?by=not-met", "listed cases", "cin-with-plan", "at 2026-09-30; not met")]
    [InlineData("/worklists/health-assessments-in-time?within=28", "listed a worklist", "health-assessments-in-time", "at 2026-09-30; due within 28 days")]
    [InlineData("/worklists/health-assessments-in-time.xlsx?within=28", "listed a worklist", "health-assessments-in-time", "at 2026-09-30; due within 28 days; made into a file")]
    [InlineData("/areas/2026-09?and=age-band", "figures crossed", "children", "2026-09; by district and age-band")]
    [InlineData("/loads/1", "read findings", "1", "")]
    public async Task A_line_says_what_was_asked_for(string address, string action, string about, string filter)
    {
        using var client = await site.ClientAsync(Role.Analyst);
        var before = Log.Head.Number;
        (await client.GetAsync(Of(address), TestContext.Current.CancellationToken)).Dispose();
        var line = Assert.Single(Log.Find(new AuditFilter(), 0, (int)(Log.Head.Number - before)));
        Assert.Equal((action, about, filter, "analyst", "whole authority", false), (line.Action, line.Object, line.Filter, line.Role, line.Scope, line.IsRefused));
        Assert.True(line.Rows > 0);
    }

    [Fact]
    public async Task A_managers_line_names_the_scope_and_only_the_children_in_it()
    {
        using var client = await site.ClientAsync(Role.TeamManager);
        var before = Log.Head.Number;
        (await client.GetAsync(Of("/indicators/cin-with-plan/2026-09/children"), TestContext.Current.CancellationToken)).Dispose();
        var line = Assert.Single(Log.Find(new AuditFilter(), 0, (int)(Log.Head.Number - before)));
        Assert.Equal($"teams {site.Person(Role.TeamManager).Teams[0]}", line.Scope);
        var gate = site.GateOf(Role.Analyst);
        var all = gate.Cases(gate.Catalogue.Find("cin-with-plan")!, ExampleSite.DataDate).Lines.Select(l => l.Child).Distinct().ToList();
        var written = all.Where(c => Log.Of([c]).Any(l => l.Number == line.Number)).ToList();
        Assert.InRange(written.Count, 1, all.Count - 1);
    }

    [Fact]
    public async Task When_the_line_cannot_be_written_no_row_is_shown_and_the_page_says_so_while_figures_stay()
    {
        using var client = await site.ClientAsync(Role.Analyst);
        StoreFile.Run(site.Home.Folder, "create trigger no_room before insert on audit_log begin select raise(abort, 'database or disk is full'); end");
        try
        {
            foreach (var address in new[] { "/indicators/cin-with-plan/2026-09/children", "/worklists/cin-with-plan", "/areas/2026-09?and=age-band", "/areas/2026-09.json?by=team&and=sex", "/loads/1" })
            {
                using var answer = await client.GetAsync(Of(address), TestContext.Current.CancellationToken);
                var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                Assert.Contains("could not be written", body, StringComparison.Ordinal);
                Assert.DoesNotContain(Word().Matches(body).Select(m => m.Value), Children.Contains);
            }
            using var member = await site.ClientAsync(Role.Member);
            using var refused = await member.GetAsync(Of("/worklists"), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            foreach (var address in new[] { "/scorecard/2026-09", "/indicators/cin-with-plan/2026-09", "/loads", "/worklists" })
            {
                using var answer = await client.GetAsync(Of(address), TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }
        finally { StoreFile.Run(site.Home.Folder, "drop trigger no_room"); }
        using var again = await client.GetAsync(Of("/worklists/cin-with-plan"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Null(Log.Verify().FirstBad);
    }

    [Fact]
    public void The_gate_itself_writes_a_refusal_down_whatever_the_page()
    {
        var gate = site.GateOf(Role.Member);
        var before = Log.Head.Number;
        Assert.Throws<NotPermittedException>(() => gate.Worklist(gate.Catalogue.Find("cin-with-plan")!, ExampleSite.DataDate, 7));
        var line = Assert.Single(Log.Find(new AuditFilter(), 0, (int)(Log.Head.Number - before)));
        Assert.Equal((true, "jo", "the role does not include it"), (line.IsRefused, line.Who, line.Reason));
    }

    private HashSet<string> Children { get; } = Known.GetOrAdd(site, s => [.. s.Home.Journeys().ChildIds]);

    private static System.Collections.Concurrent.ConcurrentDictionary<ExampleSite, HashSet<string>> Known { get; } = new();

    private static Uri Of(string address) => new(address, UriKind.Relative);

    [GeneratedRegex("[A-Za-z0-9-]+")]
    private static partial Regex Word();
}

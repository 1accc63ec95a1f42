using System.Net;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>The page of the audit log: for the privacy officer alone, without a script, and each reading is an entry.</summary>
[Collection(BrowserTests.Name)]
public sealed class AuditPagesTests(BrowserFixture browser, ExampleSite site)
{
    [Fact]
    public async Task The_officer_comes_in_at_the_log_and_reads_nothing_else()
    {
        using var client = await site.ClientAsync(Role.PrivacyOfficer);
        using var first = await client.GetAsync(Of("/"), TestContext.Current.CancellationToken);
        Assert.Equal("/audit", first.RequestMessage!.RequestUri!.AbsolutePath);
        var page = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Yes: every entry from 1", page, StringComparison.Ordinal);
        Assert.Contains(">read the audit<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/scorecard\"", page, StringComparison.Ordinal);
        using var figures = await client.GetAsync(Of("/scorecard/2026-09"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, figures.StatusCode);
    }

    [Fact]
    public async Task Entries_are_filtered_by_person_action_day_and_refusal()
    {
        using var analyst = await site.ClientAsync(Role.Analyst);
        (await analyst.GetAsync(Of("/worklists/cin-with-plan"), TestContext.Current.CancellationToken)).Dispose();
        using var member = await site.ClientAsync(Role.Member);
        (await member.GetAsync(Of("/worklists/cin-with-plan"), TestContext.Current.CancellationToken)).Dispose();
        using var officer = await site.ClientAsync(Role.PrivacyOfficer);
        async Task<string> Entries(string query) => (await officer.GetStringAsync(Of("/audit" + query), TestContext.Current.CancellationToken)).Split("<table")[1];
        Assert.DoesNotContain("Alex Reed", await Entries("?person=jo"), StringComparison.Ordinal);
        Assert.Contains("Refused: asked for a page", await Entries("?person=jo&refused=only"), StringComparison.Ordinal);
        Assert.Contains("page GET /worklists/{name}", await Entries("?refused=only"), StringComparison.Ordinal);
        Assert.Contains("indicator cin-with-plan", await Entries("?action=listed%20a%20worklist&person=alex"), StringComparison.Ordinal);
        foreach (var wrong in new[] { "?person=nobody", "?action=nonsense", "?day=nonsense", "?refused=yes", "?page=0", "?page=99999", "?day=1999-01-01&page=2" })
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(Of("/audit" + wrong), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("0 entries", await officer.GetStringAsync(Of("/audit?day=1999-01-01"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opened_a_childs_file_is_answered_without_the_id_in_address_answer_or_log()
    {
        var gate = site.GateOf(Role.Analyst);
        var child = gate.Worklist(gate.Catalogue.Find("cin-with-plan")!, ExampleSite.DataDate, 14).Lines.First(l => l.Child.Length > 0).Child;
        using var analyst = await site.ClientAsync(Role.Analyst);
        (await analyst.GetAsync(Of("/worklists/cin-with-plan"), TestContext.Current.CancellationToken)).Dispose();
        using var officer = await site.ClientAsync(Role.PrivacyOfficer);
        var page = await officer.GetStringAsync(Of("/audit"), TestContext.Current.CancellationToken);
        using var answer = await ScratchSite.PostAsync(officer, new Uri(site.Address, "/audit?handler=child"), page, ("child", $" {child} "));
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("your own question among them", body, StringComparison.Ordinal);
        Assert.Contains("Alex Reed", body, StringComparison.Ordinal);
        Assert.DoesNotContain(child, body, StringComparison.Ordinal);
        Assert.DoesNotContain(child, answer.RequestMessage!.RequestUri!.ToString(), StringComparison.Ordinal);
        Assert.Equal(("read the audit", "one child", "kim"), site.Home.Audit.Of([child]).Select(e => (e.Action, e.Object, e.Who)).First());
        using var nobody = await ScratchSite.PostAsync(officer, new Uri(site.Address, "/audit?handler=child"), page, ("child", "no such child"));
        Assert.Contains("1 entry by 1 person", await nobody.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var empty = await ScratchSite.PostAsync(officer, new Uri(site.Address, "/audit?handler=child"), page, ("child", " "));
        Assert.Contains("Write the child’s id first", WebUtility.HtmlDecode(await empty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_entry_can_be_checked_again()
    {
        using var officer = await site.ClientAsync(Role.PrivacyOfficer);
        var page = await officer.GetStringAsync(Of("/audit"), TestContext.Current.CancellationToken);
        var later = await officer.GetStringAsync(Of("/audit"), TestContext.Current.CancellationToken);
        Assert.Contains("were checked earlier", later, StringComparison.Ordinal);
        using var all = await ScratchSite.PostAsync(officer, new Uri(site.Address, "/audit?handler=verify"), page);
        Assert.Contains("checked now", await all.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(site.Home.Audit.Head.Hash, await all.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_reads_it_and_the_try_is_an_entry()
    {
        foreach (var role in new[] { Role.Analyst, Role.TeamManager, Role.Member })
        {
            using var client = await site.ClientAsync(role);
            using var get = await client.GetAsync(Of("/audit"), TestContext.Current.CancellationToken);
            using var post = await client.PostAsync(Of("/audit?handler=child"), new FormUrlEncodedContent([new("child", "C1")]), TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (get.StatusCode, post.StatusCode));
            Assert.Equal(["POST /audit", "GET /audit"], site.Home.Audit.Find(new AuditFilter { Who = site.Person(role).Id, RefusedOnly = true }, 0, 2).Select(e => e.Object));
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task The_page_has_no_fault_no_violation_fits_the_window_and_needs_no_script(int width)
    {
        using var member = await site.ClientAsync(Role.Member);
        (await member.GetAsync(Of("/worklists/cin-with-plan"), TestContext.Current.CancellationToken)).Dispose();
        await using var watched = await browser.OpenAsync(width);
        var page = watched.Page;
        await watched.SignInAsync(site.Address, "Kim Doyle");
        foreach (var address in new[] { "/audit", "/audit?refused=only&person=jo" })
        {
            await watched.GoAsync(new Uri(site.Address, address));
            await watched.MustBeAccessibleAsync();
            await watched.MustNotScrollSidewaysAsync();
        }
        await page.GetByLabel("The child’s id").FillAsync($"nobody at {width}");
        await watched.PressAsync(page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Look it up" }));
        Assert.Contains("1 entry by 1 person", await page.Locator("#answer").InnerTextAsync(), StringComparison.Ordinal);
        await watched.MustBeAccessibleAsync();
        await watched.MustNotScrollSidewaysAsync();
        Assert.Empty(watched.Faults);
    }

    private static Uri Of(string address) => new(address, UriKind.Relative);
}

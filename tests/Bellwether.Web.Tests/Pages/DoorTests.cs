using System.Net;
using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>The door of a home with one user, rules on endpoints, names of the server, headers, posts.</summary>
[Collection(BrowserTests.Name)]
public sealed class DoorTests(ExampleSite site)
{
    [Fact]
    public async Task Every_endpoint_declares_what_it_lets_out() => Assert.Empty(await WithoutRule(site.App));

    [Fact]
    public async Task An_endpoint_without_a_rule_is_seen_and_is_not_served()
    {
        await using var app = Site.Build(new SiteSettings(site.Home, Doorkeeper.ForDemonstration(site.Home.Authority), 0, TimeProvider.System));
        app.MapGet("/forgotten", () => "open to all");
        await app.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["/forgotten"], await WithoutRule(app));
        using var client = Visitor.To(Site.AddressOf(app));
        using var picked = await ExampleSite.PickAsync(client, site.Person(Role.Analyst).Id);
        Assert.Equal(HttpStatusCode.OK, picked.StatusCode);
        using var answer = await client.GetAsync(Of("/forgotten"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_home_with_one_user_is_closed_but_for_the_link_which_works_once()
    {
        var keeper = Doorkeeper.ForOne(out var word);
        await using var app = Site.Build(new SiteSettings(site.Home, keeper, 0, TimeProvider.System, site.Faults.Add));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var first = Visitor.To(Site.AddressOf(app));
        using var second = Visitor.To(Site.AddressOf(app));
        foreach (var address in new[] { "/", "/people", "/scorecard", "/loads", "/look/bellwether.css", "/nowhere", "/open", "/open?key=wrong", "/problem/404" })
        {
            using var refused = await first.GetAsync(Of(address), TestContext.Current.CancellationToken);
            Assert.True(refused.StatusCode == HttpStatusCode.Forbidden, $"{address} gave {refused.StatusCode}");
        }
        var page = await first.GetStringAsync(Of($"/open?key={word}"), TestContext.Current.CancellationToken);
        Assert.Contains("One user, no sign-in", page, StringComparison.Ordinal);
        Assert.Contains("<h1", page, StringComparison.Ordinal);
        using var again = await second.GetAsync(Of($"/open?key={word}"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        foreach (var address in new[] { "/worklists", "/definitions", "/loads/1", "/nowhere" })
        {
            using var answer = await first.GetAsync(Of(address), TestContext.Current.CancellationToken);
            Assert.Contains("One user, no sign-in", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        using var people = await first.GetAsync(Of("/people"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, people.StatusCode);
    }

    [Fact]
    public async Task A_home_opened_as_its_privacy_officer_shows_the_audit_log_and_nothing_else()
    {
        var keeper = Doorkeeper.ForOne(out var word, Role.PrivacyOfficer);
        await using var app = Site.Build(new SiteSettings(site.Home, keeper, 0, TimeProvider.System, site.Faults.Add));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = Visitor.To(Site.AddressOf(app));
        using var opened = await client.GetAsync(Of($"/open?key={word}"), TestContext.Current.CancellationToken);
        Assert.Equal("/audit", opened.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("acts as the privacy officer of this home", await opened.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var figures = await client.GetAsync(Of("/scorecard"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, figures.StatusCode);
    }

    [Theory]
    [InlineData("bellwether.example", 400)]
    [InlineData("127.0.0.1.example", 400)]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1:80", 200)]
    public async Task The_server_answers_to_names_of_this_machine_only(string host, int expected)
    {
        using var client = await site.ClientAsync(null);
        using var request = new HttpRequestMessage(HttpMethod.Get, Of("/people")) { Headers = { Host = host } };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Answers_carry_the_headers_and_pages_are_not_kept()
    {
        using var client = await site.ClientAsync(Role.Analyst);
        foreach (var address in new[] { "/indicators/cin-with-plan/2026-09/children", "/people", "/nowhere", "/scorecard/2026-09.csv" })
        {
            using var answer = await client.GetAsync(Of(address), TestContext.Current.CancellationToken);
            Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.True(answer.Headers.CacheControl!.NoStore, address);
        }
    }

    [Fact]
    public async Task A_post_without_its_token_changes_nobody()
    {
        using var client = await site.ClientAsync(Role.Member);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["person"] = site.Person(Role.Analyst).Id });
        using var answer = await client.PostAsync(Of("/people"), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(site.Person(Role.Member).Name, await client.GetStringAsync(Of("/scorecard"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_alone_and_out_of_reach_of_scripts()
    {
        using var client = Visitor.To(site.Address, follows: false);
        using var answer = await ExampleSite.PickAsync(client, site.Person(Role.Member).Id);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("bellwether-0=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Pages_have_no_script_and_no_style_of_their_own()
    {
        using var client = await site.ClientAsync(Role.Analyst);
        foreach (var address in new[] { "/scorecard", "/indicators/cin-with-plan", "/worklists/unallocated", "/definitions/cin-with-plan" })
        {
            var body = await client.GetStringAsync(Of(address), TestContext.Current.CancellationToken);
            Assert.DoesNotContain("<script", body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", body, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>The addresses of endpoints that declare no rule; pages are compiled first, as routing does.</summary>
    private static async Task<List<string>> WithoutRule(WebApplication app)
    {
        var without = new List<string>();
        var loader = app.Services.GetRequiredService<PageLoader>();
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 10);
        foreach (var endpoint in endpoints)
        {
            IEnumerable<object> rules = endpoint.Metadata;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page) rules = (await loader.LoadAsync(page, endpoint.Metadata)).EndpointMetadata!;
            if (!rules.OfType<LetsOutAttribute>().Any()) without.Add(endpoint.RoutePattern.RawText!);
        }
        return without;
    }

    private static Uri Of(string address) => new(address, UriKind.Relative);
}

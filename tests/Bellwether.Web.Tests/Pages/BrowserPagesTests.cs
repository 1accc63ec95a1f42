using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Microsoft.Playwright;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>The pages in a browser: accessibility, narrow windows, keyboard, no scripts, nothing on the console.</summary>
[Collection(BrowserTests.Name)]
public sealed class BrowserPagesTests(BrowserFixture browser, ExampleSite site)
{
    private static readonly string[] Addresses =
    [
        "/scorecard/2026-09", "/indicators/cin-with-plan/2026-09", "/indicators/unallocated/2026-09", "/indicators/cin-with-plan/2026-09/children?by=not-met",
        "/worklists", "/worklists/health-assessments-in-time?within=28", "/loads", "/loads/1", "/mappings", "/mappings?codes=team", "/definitions", "/definitions/cin-with-plan", "/people",
        "/targets", "/targets/unallocated", "/benchmarks/2026-09", "/benchmarks/re-referral/2026-09", "/summary/2026-09", "/areas/2026-09", "/areas/2026-09?by=team", "/areas/2026-09?and=age-band", "/indicators/re-referral/2026-09/history",
    ];

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task The_main_pages_have_no_fault_no_violation_and_fit_the_window(int width)
    {
        await using var watched = await OpenAsync(width);
        foreach (var address in Addresses)
        {
            await watched.GoAsync(new Uri(site.Address, address));
            await watched.MustBeAccessibleAsync();
            await watched.MustNotScrollSidewaysAsync();
            Assert.True(await watched.Page.Locator("h1").CountAsync() == 1, $"{address} needs one heading");
            Assert.Contains("invented", await watched.Page.Locator(".bw-notice").InnerTextAsync(), StringComparison.Ordinal);
            await PictureAsync(watched, $"{address.Trim('/').Split('?')[0].Replace('/', '-')}-{width}");
        }
        Assert.Empty(watched.Faults);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_register_of_restricted_cases_passes_axe_and_fits_too(int width)
    {
        var register = site.Home.Store.Restrictions;
        Assert.Equal("", register.Place(site.Home.Journeys().ChildIds[0], "STAFF", new DateOnly(2024, 1, 1), "A. Lead"));
        Assert.Equal("", register.Place("not there", "ADOPTION", null, "A. Lead"));
        try
        {
            await using var watched = await OpenAsync(width, "robin");
            await watched.GoAsync(new Uri(site.Address, "/restricted"));
            await watched.MustBeAccessibleAsync();
            await watched.MustNotScrollSidewaysAsync();
            Assert.Equal(2, await watched.Page.Locator("#number option").CountAsync());
            await PictureAsync(watched, $"restricted-{width}");
            Assert.Empty(watched.Faults);
        }
        finally
        {
            foreach (var restriction in register.InForce()) register.Lift(restriction.Id, "A. Lead");
        }
    }

    [Fact]
    public async Task The_whole_way_from_picking_a_person_to_a_worklist_needs_no_script()
    {
        await using var watched = await browser.OpenAsync(script: false);
        var page = watched.Page;
        await watched.GoAsync(site.Address);
        await watched.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = site.Person(Role.TeamManager).Name.Split(' ')[0] }));
        Assert.EndsWith($"/scorecard/{"2026-09"}", page.Url, StringComparison.Ordinal);
        await page.Locator("select[name=period]").SelectOptionAsync("2026-08");
        await watched.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Apply" }));
        Assert.EndsWith("/scorecard/2026-08", page.Url, StringComparison.Ordinal);
        await watched.PressAsync(page.Locator("main table a").First);
        Assert.Matches("/indicators/[a-z0-9-]+/2026-08$", page.Url);
        await watched.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Worklists" }));
        await watched.PressAsync(page.Locator("main table a").First);
        Assert.Contains("/worklists/", page.Url, StringComparison.Ordinal);
        Assert.Contains("Only cases of your own teams", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(watched.Faults);
    }

    [Fact]
    public async Task The_keyboard_goes_past_the_header_then_through_the_page_in_its_reading_order()
    {
        await using var watched = await OpenAsync(1280);
        await watched.GoAsync(new Uri(site.Address, "/scorecard/2026-09"));
        var stops = new List<string>();
        for (var i = 0; i < 16; i++)
        {
            await watched.Page.Keyboard.PressAsync("Tab");
            stops.Add(await watched.Page.EvaluateAsync<string>("(document.activeElement.name || document.activeElement.textContent).trim()"));
        }
        Assert.Equal("Skip to main content", stops[0]);
        Assert.True(Ordered(stops, "Scorecard", "Definitions", "period", "Apply"), string.Join(" | ", stops));
        var tops = await watched.Page.EvaluateAsync<double[]>("[...document.querySelectorAll('main a, main select, main button')].map(e => e.getBoundingClientRect().top)");
        Assert.Equal(tops.Order(), tops);
    }

    private static bool Ordered(List<string> stops, params string[] names)
    {
        var at = names.Select(n => stops.IndexOf(n)).ToList();
        return at.TrueForAll(i => i >= 0) && at.SequenceEqual(at.Order());
    }

    private async Task<WatchedPage> OpenAsync(int width, string? id = null)
    {
        var watched = await browser.OpenAsync(width);
        await watched.SignInAsync(site.Address, (site.Keeper.People.FirstOrDefault(p => p.Id == id) ?? site.Person(Role.Analyst)).Name.Split(' ')[0]);
        return watched;
    }

    /// <summary>Pictures to look at, only where a folder for them is named.</summary>
    private static async Task PictureAsync(WatchedPage watched, string name)
    {
        if (Environment.GetEnvironmentVariable("BELLWETHER_PICTURES") is { Length: > 0 } folder)
            await watched.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}

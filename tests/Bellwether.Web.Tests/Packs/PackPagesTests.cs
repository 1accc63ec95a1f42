using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Bellwether.Web.Tests.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;

namespace Bellwether.Web.Tests.Packs;

/// <summary>From loaded figures to a signed, linted, published pack by the pages alone, without scripts, by a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class PackPagesTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Pack = "/packs/indicator-pages/scs-2017/2017-06";
    private readonly KentFolder _kent = new();
    private readonly List<string> _faults = [];
    private Home? _home;
    private WebApplication? _app;
    private string _word = "";

    public async ValueTask InitializeAsync()
    {
        _home = Home.Open(_kent.Home, TimeProvider.System);
        _app = Site.Build(new SiteSettings(_home, Doorkeeper.ForOne(out _word), 0, TimeProvider.System, _faults.Add));
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_whole_way_to_a_published_pack_without_scripts()
    {
        await using var watched = await OpenAsync(script: false);
        var page = watched.Page;
        await GoAsync(watched, "/meetings");
        await page.FillAsync("#id", "cype-2017-09-07");
        await page.FillAsync("#body", "Cabinet Committee");
        await page.FillAsync("#date", "7 September");
        await Press(watched, "Keep");
        Assert.Contains("Write a date such as 2017-09-07", await Alert(page), StringComparison.Ordinal);
        await page.FillAsync("#date", "2017-09-07");
        await page.FillAsync("#item", "16");
        await Press(watched, "Keep");
        Assert.Contains("Cabinet Committee", await Words(page), StringComparison.Ordinal);

        await GoAsync(watched, "/packs");
        await page.Locator("select[name=template]").SelectOptionAsync("indicator-pages");
        await Press(watched, "Apply");
        Assert.EndsWith(Pack, page.Url, StringComparison.Ordinal);
        await page.Locator("#meeting").SelectOptionAsync("cype-2017-09-07");
        await Press(watched, "Keep");
        Assert.Contains("To Cabinet Committee on 7 September 2017", await Words(page), StringComparison.Ordinal);
        await Press(watched, "Publish edition 1");
        Assert.Contains("the text is missing", await Alert(page), StringComparison.Ordinal);

        foreach (var file in Directory.EnumerateFiles(_kent.Texts, "*.md"))
            await WriteAsync(watched, Bellwether.Publications.Packs.TextFile.SubjectOf(file), Bellwether.Publications.Packs.TextFile.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "x"));
        await GoAsync(watched, Pack);
        Assert.Contains("13 of 13 are locked", await Words(page), StringComparison.Ordinal);
        for (var left = await page.Locator(".bw-person").CountAsync(); left > 0 && await page.Locator(".bw-person:has(:checked)").CountAsync() > 0; left--)
        {
            var place = page.Locator(".bw-person:has(:checked)").First;
            await place.Locator("input[name=because]").FillAsync("Printed in the paper of September 2017");
            await watched.PressAsync(place.GetByRole(AriaRole.Button, new() { Name = "Keep those ticked" }));
        }
        Assert.Contains("All are decided.", await Words(page), StringComparison.Ordinal);
        Assert.DoesNotContain("in the way", await Words(page), StringComparison.Ordinal);
        await Press(watched, "Publish edition 1");
        Assert.True(page.Url.Contains("/packs/editions/indicator-pages-scs-2017-2017-06-e1", StringComparison.Ordinal), await Words(page));
        var said = await Words(page);
        foreach (var name in new[] { "Published.", "Word", "Excel", "PDF", "Web page", "every file has the bytes" }) Assert.Contains(name, said, StringComparison.Ordinal);
        await Press(watched, "Apply");
        Assert.Contains("As reported, and as now", await Words(page), StringComparison.Ordinal);
        Assert.Empty(watched.Faults);
        Assert.Empty(_faults);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Every_page_is_accessible_and_fits_the_window(int width)
    {
        await using var watched = await OpenAsync(width: width);
        foreach (var address in new[] { "/meetings", "/packs", Pack, "/commentary", "/commentary/indicator-pages/scs-2017/2017-06/cin-with-plan", "/commentary/indicator-pages/scs-2017/2017-06/indicator-pages:financial", "/commentary/indicator-pages/scs-2017/2017-06/context" })
        {
            await GoAsync(watched, address);
            await watched.MustBeAccessibleAsync();
            await watched.MustNotScrollSidewaysAsync();
            Assert.Equal(1, await watched.Page.Locator("h1").CountAsync());
            if (Environment.GetEnvironmentVariable("BELLWETHER_PICTURES") is { Length: > 0 } folder)
                await watched.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{address.Trim('/').Replace('/', '-').Replace(':', '-')}-{width}.png"), FullPage = true });
        }
        Assert.Empty(watched.Faults);
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task Half_a_text_is_saved_and_refused_with_its_questions_and_late_words_are_kept()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        const string Text = "/commentary/indicator-pages/scs-2017/2017-06/cin-with-plan";
        await GoAsync(watched, Text);
        await page.FillAsync("#body", "It was 80.9% of 999 children,");
        await Press(watched, "Save");
        await Press(watched, "Agree");
        Assert.Contains("80.9% is the figure of May 2017", await Alert(page), StringComparison.Ordinal);
        Assert.Contains("999 equals no figure", await Alert(page), StringComparison.Ordinal);
        Assert.Equal("It was 80.9% of 999 children,", await page.InputValueAsync("#body"));
        Assert.Equal(0, _kent.On("commentary", "write", "cin-with-plan", "--text", "Someone else’s words.", "--by", "B. Writer").Code);
        await page.FillAsync("#body", "Words that come too late.");
        await Press(watched, "Save");
        Assert.Contains("Nothing was overwritten", await Alert(page), StringComparison.Ordinal);
        Assert.Equal("Words that come too late.", await page.InputValueAsync("#body"));
        await GoAsync(watched, Text);
        Assert.Contains("Words that come too late.", await Words(page), StringComparison.Ordinal);
        Assert.Equal("Someone else’s words.", await page.InputValueAsync("#body"));
        await watched.PressAsync(page.Locator("form[aria-label='Distance'] button"));
        Assert.Contains("{to_amber_cases}", await page.InputValueAsync("#body"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_nothing_that_is_not_there_is_found()
    {
        using var client = Visitor.To(Site.AddressOf(_app!));
        using var opened = await client.GetAsync(new Uri($"/open?key={_word}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["by"] = "Mallory" });
        using var answer = await client.PostAsync(new Uri($"{Pack}?handler=Publish", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
        foreach (var address in new[] { "/packs/none/scs-2017/2017-06", "/packs/indicator-pages/none/2017-06", "/packs/indicator-pages/scs-2017/2031-01", "/packs/editions/none", $"{Pack}/files/none", "/packs/editions/..%2f..%2fstore.db/x", "/commentary/indicator-pages/scs-2017/2017-06/none" })
        {
            using var missing = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True((int)missing.StatusCode == 404, $"{address}: {(int)missing.StatusCode}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _home?.Dispose();
        _kent.Dispose();
    }

    private async Task WriteAsync(WatchedPage watched, string subject, Bellwether.Publications.Packs.TextWords words)
    {
        var page = watched.Page;
        await GoAsync(watched, $"/commentary/indicator-pages/scs-2017/2017-06/{subject}");
        await page.FillAsync("#body", words.Body);
        if (!subject.Contains(':', StringComparison.Ordinal))
            foreach (var (id, text) in new[] { ("#action", words.Action), ("#owner", words.Owner), ("#bywhen", words.ByWhen), ("#effect", words.Effect) }) await page.FillAsync(id, text);
        await Press(watched, "Save");
        foreach (var answer in words.Answers) await page.GetByLabel($"“{answer.About}”").FillAsync(answer.Because);
        if (words.Answers.Count > 0) await Press(watched, "Save");
        await Press(watched, "Agree");
        Assert.True(await page.Locator("[role=alert]").CountAsync() == 0, $"{subject}: {await Words(page)}");
        await Press(watched, "Lock");
        Assert.Contains("Locked by", await Words(page), StringComparison.Ordinal);
    }

    private async Task<WatchedPage> OpenAsync(int width = 1280, bool script = true)
    {
        var watched = await browser.OpenAsync(width, script: script);
        await GoAsync(watched, $"/open?key={_word}");
        return watched;
    }

    private Task GoAsync(WatchedPage watched, string address) => watched.GoAsync(new Uri(Site.AddressOf(_app!), address));

    private static Task Press(WatchedPage watched, string button) => watched.PressAsync(watched.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    private static Task<string> Words(IPage page) => page.Locator("main").InnerTextAsync();

    private static Task<string> Alert(IPage page) => page.Locator("[role=alert]").InnerTextAsync();
}

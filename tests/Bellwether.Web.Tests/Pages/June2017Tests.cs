using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Microsoft.Playwright;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>The June 2017 scorecard of the golden home in a browser, as docs/june-2017.md walks through it.</summary>
[Collection(BrowserTests.Name)]
public sealed class June2017Tests(BrowserFixture browser) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bellwether-june-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Seven_reds_with_their_distances_their_targets_and_the_change_that_was_made_to_two_of_them()
    {
        using var home = Open();
        var keeper = Doorkeeper.ForOne(out var word);
        await using var app = Site.Build(new SiteSettings(home, keeper, 0, TimeProvider.System));
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = Site.AddressOf(app);
        await using var watched = await browser.OpenAsync();
        var page = watched.Page;
        await watched.GoAsync(new Uri(address, $"/open?key={word}"));
        await watched.GoAsync(new Uri(address, "/scorecard/2017-06"));
        Assert.Equal(7, await page.Locator("tbody .bw-rating--red").CountAsync());
        var text = await page.Locator("main").InnerTextAsync();
        foreach (var said in new[] { "1,927 of 2,461 · 42 more reach Amber", "newly worse: was Amber", "1.8 points from Amber", "9 more reach Amber" }) Assert.Contains(said, text, StringComparison.Ordinal);
        await watched.MustBeAccessibleAsync();
        await PictureAsync(page, "june-2017");
        await watched.GoAsync(new Uri(address, "/indicators/return-interview-in-time/2017-06"));
        text = await page.Locator("main").TextContentAsync() ?? "";   // what is folded away too
        foreach (var said in new[] { "The target changed on 1 April 2017, from 90% to 85%", "73.2% + 16.5% = 89.7%", "Changes in the Central Referral Unit after the inspection" }) Assert.Contains(said, text, StringComparison.Ordinal);
        await watched.MustBeAccessibleAsync();
        await PictureAsync(page, "june-2017-interviews");
        await watched.GoAsync(new Uri(address, "/benchmarks/re-referral/2017-06"));
        Assert.Contains("neighbours, median", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await watched.MustBeAccessibleAsync();
        await PictureAsync(page, "june-2017-published");
        Assert.Empty(watched.Faults);
    }

    private Home Open()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Bellwether.slnx"))) root = Path.GetDirectoryName(root.TrimEnd(Path.DirectorySeparatorChar))!;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "samples", "kent-2017"), "*.*").Where(f => !f.Contains("store.db", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        var home = Home.Open(_folder, TimeProvider.System);
        string[] values = [Path.Combine(root, "samples", "kent-2017", "figures", "values.csv")];
        home.Load(home.Read(values, null), values);
        return home;
    }

    /// <summary>Pictures to look at and for the docs, only where a folder for them is named.</summary>
    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BELLWETHER_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}

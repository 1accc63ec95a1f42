using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Bellwether.Web.Tests.Browser;

/// <summary>
/// One Chromium for all browser tests: the one that Debian installs, never a download of the test tool's own. Without one the
/// tests fail and say what to install; <c>BELLWETHER_CHROMIUM</c> names another Chromium, Chrome or Edge.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // Without the background flags Chromium looks up hosts of its maker at every start; root needs no-sandbox.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var named = Environment.GetEnvironmentVariable("BELLWETHER_CHROMIUM");
        var path = (named is null ? Places : [named]).FirstOrDefault(File.Exists);
        Assert.True(path is not null, named is null
            ? "Browser tests need Chromium: apt-get install -y chromium (or ./dev setup), or name one in BELLWETHER_CHROMIUM."
            : $"BELLWETHER_CHROMIUM names {named}, and there is no such file.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Headless = true, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A page of its own, with no cookies of other tests; dispose it. The width is in CSS pixels.</summary>
    public async Task<WatchedPage> OpenAsync(int width = 1280, int height = 900, bool script = true, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.ViewportSize = new ViewportSize { Width = width, Height = height };
        options.JavaScriptEnabled = script;
        var context = await _browser!.NewContextAsync(options);
        return new WatchedPage(context, await context.NewPageAsync());
    }
}

/// <summary>A browser page that writes down everything that went wrong on it.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    internal WatchedPage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _faults.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _faults.Add($"script: {error}");
        page.RequestFailed += (_, request) => _faults.Add($"request failed: {request.Url}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400) _faults.Add($"{response.Status}: {response.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Console errors and warnings, failed requests and answers of 400 and above since the page was opened.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Opens an address and fails where the answer is 400 or above.</summary>
    public async Task GoAsync(Uri address)
    {
        var answer = await Page.GotoAsync(address.ToString());
        Assert.True(answer?.Status < 400, $"{address} was answered with {answer?.Status}");
    }

    /// <summary>
    /// Presses a button or link that leads to another page, and returns when that page stands. A click of its own does not wait
    /// on a busy machine, and what the test does next would then happen on the page before, or stop the way to the next.
    /// </summary>
    public async Task PressAsync(ILocator what)
    {
        var stands = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrived(object? sender, IPage page) => stands.TrySetResult();
        Page.DOMContentLoaded += Arrived;
        try
        {
            await what.PressAsync("Enter");
            await stands.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            Page.DOMContentLoaded -= Arrived;
        }
    }

    /// <summary>Becomes one of the people of the site's list.</summary>
    public async Task SignInAsync(Uri site, string name)
    {
        await GoAsync(new Uri(site, "/people"));
        await PressAsync(Page.GetByRole(AriaRole.Button, new() { Name = name }));
    }

    /// <summary>Fails with rule, element and help text of each WCAG 2.2 A or AA violation that axe finds.</summary>
    public async Task MustBeAccessibleAsync()
    {
        var result = await Page.RunAxe(Wcag);
        var found = result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help} at {n.Target} {n.Html}"));
        Assert.True(result.Violations.Length == 0, string.Join(Environment.NewLine, found));
    }

    /// <summary>Fails where the page as a whole is wider than the window (WCAG 1.4.10); boxes that scroll by themselves are allowed.</summary>
    public async Task MustNotScrollSidewaysAsync()
    {
        var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over <= 0) return;
        var wide = await Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.bw-scroll *')).slice(-5).map(e => e.outerHTML.slice(0, 160))");
        Assert.Fail($"{Page.Url} is {over} pixels wider than the window: {string.Join(" | ", wide)}");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserFixture>, ICollectionFixture<Pages.ExampleSite>
{
    public const string Name = "Browser";
}

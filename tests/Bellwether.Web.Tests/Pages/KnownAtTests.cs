using System.Globalization;
using System.Net;
using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>Every page answers for what was known then, and its links stay there.</summary>
[Collection(BrowserTests.Name)]
public sealed class KnownAtTests(ExampleSite site)
{
    private static readonly string Today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("/scorecard")]
    [InlineData("/scorecard/2026-09")]
    [InlineData("/indicators/cin-with-plan/2026-09")]
    [InlineData("/worklists")]
    [InlineData("/loads/1")]
    public async Task The_day_stays_in_every_link_and_form_and_stands_on_the_page(string address)
    {
        using var client = await site.ClientAsync(Role.Analyst);
        var page = await client.GetStringAsync(new Uri($"{address}?known-at={Today}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("As known at the close of", page, StringComparison.Ordinal);
        foreach (var link in page.Split("<a ").Skip(1).Select(a => a[..a.IndexOf('>', StringComparison.Ordinal)]).Where(a => a.Contains("href=\"/", StringComparison.Ordinal)))
            Assert.Contains($"known-at={Today}", WebUtility.HtmlDecode(link), StringComparison.Ordinal);
        foreach (var form in page.Split("<form ").Skip(1).Where(f => f.StartsWith("method=\"get\"", StringComparison.Ordinal)))
            Assert.Contains($"name=\"known-at\" value=\"{Today}\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_load_nothing_is_known_and_a_day_that_is_none_is_no_page()
    {
        using var client = await site.ClientAsync(Role.Analyst);
        Assert.Contains("Nothing has been loaded", await client.GetStringAsync(new Uri("/scorecard?known-at=2020-01-01", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var answer = await client.GetAsync(new Uri("/scorecard/2026-09?known-at=yesterday", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_loads_page_shows_what_it_changed_and_what_that_did()
    {
        using var client = await site.ClientAsync(Role.Analyst);
        var page = await client.GetStringAsync(new Uri("/loads/1", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("What changed", page, StringComparison.Ordinal);
        Assert.Contains("What that did to the figures", page, StringComparison.Ordinal);
        Assert.Contains("\"indicators\"", await client.GetStringAsync(new Uri("/loads/1?format=json", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}

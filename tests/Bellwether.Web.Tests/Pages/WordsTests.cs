using System.Text;
using System.Text.Json;
using Bellwether.Codes;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Bellwether.Writers.Csv;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>What pages and files say.</summary>
[Collection(BrowserTests.Name)]
public sealed class WordsTests(ExampleSite site)
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData(" +44", "' +44")]
    [InlineData("-x", "'-x")]
    [InlineData("a \"quoted\", text", "\"a \"\"quoted\"\", text\"")]
    [InlineData("% of CIN", "% of CIN")]
    public void A_text_that_a_spreadsheet_would_run_is_disarmed(string text, string written) =>
        Assert.Equal($"heading\r\n{written}\r\n", Encoding.UTF8.GetString(CsvText.Write(["heading"], [[text]]))[1..]);

    [Fact]
    public void A_number_below_zero_stays_a_number() =>
        Assert.EndsWith("h\r\n-2.6\r\n", Encoding.UTF8.GetString(CsvText.Write(["h"], [[-2.6m]])), StringComparison.Ordinal);

    [Fact]
    public async Task The_scorecard_says_the_same_as_a_page_a_csv_and_json()
    {
        using var client = await site.ClientAsync(Role.Member);
        var page = await client.GetStringAsync(Of("/scorecard/2026-09"), TestContext.Current.CancellationToken);
        var csv = await client.GetStringAsync(Of("/scorecard/2026-09.csv"), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await client.GetStringAsync(Of("/scorecard/2026-09.json"), TestContext.Current.CancellationToken));
        var rows = json.RootElement.GetProperty("data").GetProperty("indicators").EnumerateArray().ToList();
        Assert.True(rows.Count >= 20);
        Assert.Equal(rows.Count + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        foreach (var row in rows.Where(r => r.GetProperty("display").ValueKind == JsonValueKind.String))
        {
            Assert.Contains($">{row.GetProperty("display").GetString()}<", page, StringComparison.Ordinal);
            Assert.Contains(row.GetProperty("display").GetString()!.Trim('"'), csv, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_golden_home_prints_the_page_of_June_2017_and_says_why_March_was_red()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"bellwether-kent-{Guid.NewGuid():N}");
        var sample = Path.Combine(Path.GetDirectoryName(Shelf.Path())!, "samples", "kent-2017");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories).Where(f => !f.Contains("store.db", StringComparison.Ordinal)))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(sample, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        try
        {
            using var home = Home.Open(folder, TimeProvider.System);
            string[] values = [Path.Combine(folder, "figures", "values.csv")];
            home.Load(home.Read(values, null), values);
            var keeper = Doorkeeper.ForOne(out var word);
            await using var app = Site.Build(new SiteSettings(home, keeper, 0, TimeProvider.System));
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var client = Visitor.To(Site.AddressOf(app));
            await client.GetStringAsync(Of($"/open?key={word}"), TestContext.Current.CancellationToken);
            var card = await client.GetStringAsync(Of("/scorecard/2017-06"), TestContext.Current.CancellationToken);
            Assert.Contains("78.3%", card, StringComparison.Ordinal);
            Assert.Contains("1,927 of 2,461", card, StringComparison.Ordinal);
            Assert.Contains("42 more reach Amber", card, StringComparison.Ordinal);
            var indicator = await client.GetStringAsync(Of("/indicators/caseload-cswt/2017-06"), TestContext.Current.CancellationToken);
            Assert.Contains("22.0 (22.01), above 22", indicator, StringComparison.Ordinal);
            Assert.Contains("keyed from a values file", indicator, StringComparison.Ordinal);
            var cases = await client.GetStringAsync(Of("/indicators/cin-with-plan/2017-06/children"), TestContext.Current.CancellationToken);
            Assert.Contains("no cases stand behind it", cases, StringComparison.Ordinal);
            // A load made by another process shows at the next request.
            using var other = Home.Open(folder, TimeProvider.System);
            await File.WriteAllTextAsync(values[0], (await File.ReadAllTextAsync(values[0], TestContext.Current.CancellationToken))
                .Replace("1927,2461", "2461,2461", StringComparison.Ordinal), TestContext.Current.CancellationToken);
            other.Load(other.Read(values, null), values);
            Assert.Contains("2,461 of 2,461", await client.GetStringAsync(Of("/scorecard/2017-06"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_home_without_a_load_says_so_and_what_to_do()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"bellwether-empty-{Guid.NewGuid():N}");
        try
        {
            Home.Create(folder, "Emptyshire", "998");
            using var home = Home.Open(folder, TimeProvider.System);
            var keeper = Doorkeeper.ForOne(out var word);
            await using var app = Site.Build(new SiteSettings(home, keeper, 0, TimeProvider.System));
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var client = Visitor.To(Site.AddressOf(app));
            var page = await client.GetStringAsync(Of($"/open?key={word}"), TestContext.Current.CancellationToken);
            Assert.Contains("Nothing has been loaded yet", page, StringComparison.Ordinal);
            foreach (var address in new[] { "/worklists", "/loads", "/definitions" })
                Assert.Contains("<h1", await client.GetStringAsync(Of(address), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Pages_reach_a_home_only_through_the_gate()
    {
        var web = Path.Combine(Path.GetDirectoryName(Shelf.Path())!, "src", "Bellwether.Web");
        foreach (var folder in new[] { "Pages", "Look" })
            foreach (var file in Directory.EnumerateFiles(Path.Combine(web, folder), "*.cs*", SearchOption.AllDirectories))
                foreach (var forbidden in new[] { "Journeys", "Performance(", ".Performance.", "AsKnown", "Knowledge", "Store." })
                    Assert.False(File.ReadAllText(file).Contains(forbidden, StringComparison.Ordinal) && !file.EndsWith("Definition.cshtml", StringComparison.Ordinal), $"{Path.GetFileName(file)} says {forbidden}");
    }

    private static Uri Of(string address) => new(address, UriKind.Relative);
}

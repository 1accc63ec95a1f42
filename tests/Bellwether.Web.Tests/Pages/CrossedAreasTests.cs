using System.Text.Json;
using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>Areas crossed with a second breakdown, and linked measures on an indicator's page, on the invented council.</summary>
[Collection(BrowserTests.Name)]
public sealed class CrossedAreasTests(ExampleSite site)
{
    [Fact]
    public async Task Crossed_cells_add_up_to_the_whole_and_words_say_which_the_average_hides()
    {
        using var answer = JsonDocument.Parse(await TextAsync("/areas/2026-09.json?and=age-band"));
        var rows = answer.RootElement.GetProperty("data").GetProperty("indicators").EnumerateArray().ToList();
        var referrals = rows.Single(r => r.GetProperty("indicator").GetString() == "referrals");
        Assert.Equal(referrals.GetProperty("value").GetDecimal(), referrals.GetProperty("cells").EnumerateArray().Sum(c => c.GetProperty("numerator").GetDecimal()));
        var masked = rows.Select(r => r.GetProperty("masked").GetString()).OfType<string>().ToList();
        Assert.Contains(masked, m => m.Contains("as a whole, and", StringComparison.Ordinal) && m.Contains("16 and 17", StringComparison.Ordinal));
        var page = System.Net.WebUtility.HtmlDecode(await TextAsync("/areas/2026-09?and=age-band"));
        Assert.All(masked, m => Assert.Contains(m, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_without_rows_is_not_offered_crossed_cells()
    {
        Assert.Contains("Crossed with", await TextAsync("/areas/2026-09"), StringComparison.Ordinal);
        Assert.DoesNotContain("Crossed with", await TextAsync("/areas/2026-09", Role.Member), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Linked_measures_stand_on_the_page_with_figure_and_rating_and_in_the_JSON()
    {
        var page = System.Net.WebUtility.HtmlDecode(await TextAsync("/indicators/cin-with-plan/2026-09"));
        using var answer = JsonDocument.Parse(await TextAsync("/indicators/cin-with-plan/2026-09.json"));
        var data = answer.RootElement.GetProperty("data");
        var caseload = data.GetProperty("related").EnumerateArray().Single(r => r.GetProperty("indicator").GetString() == "caseload-cswt");
        Assert.Equal(("outcome of", "Green"), (caseload.GetProperty("how").GetString(), caseload.GetProperty("rating").GetString()));
        Assert.Contains($"{caseload.GetProperty("title").GetString()}</a>, {caseload.GetProperty("display").GetString()}.", page, StringComparison.Ordinal);
        Assert.Contains(data.GetProperty("priorities").EnumerateArray().Single().GetProperty("title").GetString()!, page, StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string address, Role role = Role.Analyst)
    {
        using var client = await site.ClientAsync(role);
        return await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
    }
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bellwether.Scorecards;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>Targets and forecasts set by a form, and the pages that compare: benchmarks, summary, areas, what was told before.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class TargetPagesTests(ExampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_analyst_sets_a_target_by_a_form_and_the_next_page_rates_by_it_and_says_who()
    {
        using var client = await site.ClientAsync(Role.Analyst);
        var before = await client.GetStringAsync(Of("/indicators/three-social-workers/2026-09"), Stop);
        Assert.Contains("None set for this month", before, StringComparison.Ordinal);
        var (code, page) = await PostAsync(client, "/targets/three-social-workers", new() { ["from"] = "01/04/2026", ["target"] = "20%", ["amber"] = "30", ["kind"] = "local", ["reason"] = "Fewer changes of worker", ["approvedBy"] = "Cabinet member", ["who"] = "Alex Reed" });
        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Contains("The target is set.", page, StringComparison.Ordinal);
        Assert.Contains("20, amber edge 30, local, from 1 April 2026: Fewer changes of worker. Approved by Cabinet member", page, StringComparison.Ordinal);
        Assert.DoesNotContain("None set for this month", await client.GetStringAsync(Of("/indicators/three-social-workers/2026-09"), Stop), StringComparison.Ordinal);
        Assert.Equal("Alex Reed", TargetHistory.Load(site.Home.Folder)[0].Who);
    }

    [Fact]
    public async Task A_mistake_comes_back_as_written_with_words_that_say_what_to_do()
    {
        using var client = await site.ClientAsync(Role.Analyst);
        var (_, page) = await PostAsync(client, "/targets/re-referral", new() { ["from"] = "1.4.26", ["target"] = "lots", ["amber"] = "x", ["reason"] = "<b>why</b>", ["approvedBy"] = "", ["who"] = "Alex" });
        Assert.Contains("The first day in force is “1.4.26”. Write a date such as 01/04/2027.".Replace('“', '"').Replace('”', '"'), page, StringComparison.Ordinal);
        Assert.Contains("The target is \"lots\". Write a number such as 82.5.", page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"1.4.26\"", page, StringComparison.Ordinal);
        var (_, bands) = await PostAsync(client, "/targets/re-referral", new() { ["from"] = "01/04/2026", ["target"] = "20", ["amber"] = "10", ["kind"] = "statutory", ["reason"] = "x", ["approvedBy"] = "y", ["who"] = "Alex" });
        Assert.Contains("lower is better, so the amber edge (10) can't be below the target (20)", bands, StringComparison.Ordinal);
        Assert.Contains("needs its legal source and the date of it", bands, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_at_once_do_not_overwrite_each_other()
    {
        using var client = await site.ClientAsync(Role.Analyst);
        var (_, page) = await PostAsync(client, "/targets/re-referral", new() { ["from"] = "01/04/2026", ["target"] = "20", ["amber"] = "24", ["reason"] = "x", ["approvedBy"] = "y", ["who"] = "Alex", ["mark"] = "older" });
        Assert.Contains("Somebody has changed the targets since this page was shown.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_analyst_sets_a_target_and_no_form_is_taken_without_its_token()
    {
        using var member = await site.ClientAsync(Role.Member);
        Assert.DoesNotContain("Set the target", await member.GetStringAsync(Of("/targets/re-referral"), Stop), StringComparison.Ordinal);
        using var analyst = await site.ClientAsync(Role.Analyst);
        using var forged = new FormUrlEncodedContent(new Dictionary<string, string> { ["from"] = "01/04/2026", ["target"] = "1", ["reason"] = "x", ["approvedBy"] = "y", ["who"] = "z" });
        using var answer = await analyst.PostAsync(Of("/targets/re-referral"), forged, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var (code, _) = await PostAsync(member, "/targets/re-referral", new() { ["from"] = "01/04/2026", ["target"] = "1", ["reason"] = "x", ["approvedBy"] = "y", ["who"] = "z" }, "/people");
        Assert.Equal(HttpStatusCode.Forbidden, code);
        Assert.Contains(site.Home.Audit.Find(new AuditFilter { RefusedOnly = true }), l => (l.Who, l.Kind, l.Object) == ("jo", "level", "targets"));
    }

    [Fact]
    public async Task A_forecast_is_kept_beside_the_projection_and_a_month_that_is_over_is_refused()
    {
        using var client = await site.ClientAsync(Role.Analyst);
        var (_, page) = await PostAsync(client, "/targets/referrals?handler=Forecast", new() { ["forPeriod"] = "2027-03", ["expected"] = "180", ["because"] = "Thresholds", ["by"] = "P. Smith" }, "/targets/referrals");
        Assert.Contains("180 for the year to March 2027, said by P. Smith", page, StringComparison.Ordinal);
        Assert.Contains("said by P. Smith", await client.GetStringAsync(Of("/indicators/referrals/2026-09"), Stop), StringComparison.Ordinal);
        var (_, refused) = await PostAsync(client, "/targets/referrals?handler=Forecast", new() { ["forPeriod"] = "2026-03", ["expected"] = "180", ["by"] = "P. Smith" }, "/targets/referrals");
        Assert.Contains("March 2026 is over: a forecast is made before.", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_that_no_table_knows_still_sees_England_and_says_so()
    {
        using var client = await site.ClientAsync(Role.Member);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(Of("/benchmarks/re-referral/2026-09"), Stop));
        Assert.Contains("The published tables have no authority 997", page, StringComparison.Ordinal);
        Assert.Contains("would rank", page, StringComparison.Ordinal);
        Assert.Contains("begin with", await client.GetStringAsync(Of("/benchmarks/re-referral/2001-01"), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Districts_sum_up_in_the_grid_and_teams_can_be_asked_for()
    {
        using var client = await site.ClientAsync(Role.Member);
        using var json = JsonDocument.Parse(await client.GetStringAsync(Of("/areas/2026-09.json"), Stop));
        var line = json.RootElement.GetProperty("data").GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("indicator").GetString() == "children-looked-after");
        Assert.Equal(line.GetProperty("value").GetDecimal(), line.GetProperty("areas").EnumerateArray().Sum(a => a.GetProperty("value").ValueKind == JsonValueKind.Null ? 0 : a.GetProperty("value").GetDecimal()));
        Assert.Contains("By team", await client.GetStringAsync(Of("/areas/2026-09?by=team"), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_load_tells_no_drift_and_says_so()
    {
        using var client = await site.ClientAsync(Role.Member);
        var page = await client.GetStringAsync(Of("/indicators/re-referral/2026-09/history"), Stop);
        Assert.Contains("Not enough loads: 1, and a usual drift takes 6 of different months.", page, StringComparison.Ordinal);
        Assert.Contains("not enough loads (1 of 6)", WebUtility.HtmlDecode(await client.GetStringAsync(Of("/indicators/re-referral/2026-09"), Stop)), StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Code, string Page)> PostAsync(HttpClient client, string address, Dictionary<string, string> fields, string? from = null)
    {
        var shown = await client.GetStringAsync(Of(from ?? address), Stop);
        fields["__RequestVerificationToken"] = FormToken.In(shown);
        fields.TryAdd("mark", Mark().Match(shown).Groups[1].Value);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(Of(address), form, Stop);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)));
    }

    [GeneratedRegex("name=\"mark\" value=\"([^\"]+)\"")]
    private static partial Regex Mark();

    private static Uri Of(string address) => new(address, UriKind.Relative);
}

using System.Net;
using System.Text.Json;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>Restricted cases on the pages: who places them, who sees them, and what everyone else is told.</summary>
public sealed class RestrictedPagesTests : IAsyncLifetime
{
    private const string Cases = "/indicators/CP01/2024-06/children";

    private static readonly DateOnly At = new(2024, 6, 30);
    private static readonly string[] People = ["pers_person_id,pers_sex,pers_ethnicity,pers_dob", "K101,F,WBRI,2016-01-01", "K102,M,WBRI,2010-01-01", "K103,M,WBRI,2021-01-01"];
    private static readonly string[] Plans = ["cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date", "A,K101,2024-01-02,", "B,K102,2024-01-02,", "C,K103,2024-05-01,"];
    private const string Headings = "child_id,restriction_reason,restricted_from";

    private ScratchSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await ScratchSite.StartAsync();
        _site.Load(At, ("ssd_person.csv", People), ("ssd_cp_plans.csv", Plans));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_lead_restricts_a_case_and_it_leaves_every_list_but_the_leads_and_no_figure()
    {
        using var both = await BothAsync();
        var (lead, analyst) = both;
        var before = await analyst.GetStringAsync(Of(Cases), Cancel);
        Assert.Contains("K102", before, StringComparison.Ordinal);
        Assert.Contains(Gate.NotAllListed, before, StringComparison.Ordinal);
        var figures = await analyst.GetStringAsync(Of("/indicators/CP01/2024-06?format=json"), Cancel);
        using (var placed = await PostAsync(lead, "/restricted", ("child", "K102"), ("reason", "ADOPTION"), ("from", "01/06/2024"), ("who", "Robin Hale")))
        {
            Assert.Equal("/restricted?done=restricted", placed.RequestMessage!.RequestUri!.PathAndQuery);
            Assert.Contains("Adoption or before adoption", await placed.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
        var after = await analyst.GetStringAsync(Of(Cases), Cancel);
        Assert.DoesNotContain("K102", after, StringComparison.Ordinal);
        Assert.Contains("K101", after, StringComparison.Ordinal);
        Assert.Contains("The figure is 3", after, StringComparison.Ordinal);
        Assert.Contains(Gate.NotAllListed, after, StringComparison.Ordinal);
        Assert.Equal(figures, await analyst.GetStringAsync(Of("/indicators/CP01/2024-06?format=json"), Cancel));
        var seen = await lead.GetStringAsync(Of(Cases), Cancel);
        Assert.Contains("K102", seen, StringComparison.Ordinal);
        Assert.Contains("Restricted cases among these: 1.", seen, StringComparison.Ordinal);
        Assert.Contains("K102", await lead.GetStringAsync(Of("/restricted"), Cancel), StringComparison.Ordinal);
        // As known at an earlier day it is restricted now.
        Assert.DoesNotContain("K102", await analyst.GetStringAsync(Of($"{Cases}?known-at={DateTime.UtcNow:yyyy-MM-dd}"), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_puts_the_next_one_off_and_lifting_lists_the_case_again()
    {
        using var both = await BothAsync();
        var (lead, analyst) = both;
        _site.Home.Store.Restrictions.Place("K102", "STAFF", new DateOnly(2024, 1, 1), "A. Lead");
        var page = await lead.GetStringAsync(Of("/restricted"), Cancel);
        Assert.Contains("31 March 2024", page[..page.IndexOf("In force", StringComparison.Ordinal)], StringComparison.Ordinal);
        using (var reviewed = await PostAsync(lead, "/restricted?handler=review", ("number", "1"), ("who", "Robin Hale")))
        {
            page = await reviewed.Content.ReadAsStringAsync(Cancel);
            Assert.Contains("None.", page[..page.IndexOf("In force", StringComparison.Ordinal)], StringComparison.Ordinal);
        }
        using (var lifted = await PostAsync(lead, "/restricted?handler=lift", ("number", "1"), ("who", "Robin Hale")))
            Assert.Contains("No case is restricted.", await lifted.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("K102", await analyst.GetStringAsync(Of(Cases), Cancel), StringComparison.Ordinal);
        Assert.Equal([RestrictionStepKind.Reviewed, RestrictionStepKind.Lifted], _site.Home.Store.Restrictions.All()[0].Steps.Select(s => s.Kind));
        using var again = await PostAsync(lead, "/restricted?handler=lift", ("number", "1"), ("who", "Robin Hale"));
        Assert.Contains("was lifted by Robin Hale", await again.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alex")]
    [InlineData("sam")]
    [InlineData("jo")]
    public async Task Who_is_not_on_the_list_neither_sees_the_register_nor_changes_it(string person)
    {
        _site.Home.Store.Restrictions.Place("K102", "STAFF", null, "A. Lead");
        using var client = await _site.ClientAsync(person);
        using var page = await client.GetAsync(Of("/restricted"), Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.DoesNotContain("K102", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("/restricted", await client.GetStringAsync(Of("/scorecard"), Cancel), StringComparison.Ordinal);
        foreach (var address in new[] { "/restricted", "/restricted?handler=lift" })
        {
            // With a token of a page of their own, so that it is the rule that refuses.
            using var posted = await ScratchSite.PostAsync(client, Of(address), await client.GetStringAsync(Of("/people"), Cancel), ("child", "K103"), ("reason", "STAFF"), ("number", "1"), ("who", "X"));
            Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        }
        Assert.Equal("K102", Assert.Single(_site.Home.Store.Restrictions.InForce()).Child);
    }

    [Fact]
    public async Task A_right_given_in_people_csv_counts_from_the_next_request_on_and_goes_with_its_line()
    {
        _site.Home.Store.Restrictions.Place("K102", "STAFF", null, "A. Lead");
        using var analyst = await _site.ClientAsync("alex");
        var file = Path.Combine(_site.Folder, "people.csv");
        await File.WriteAllTextAsync(file, "person,restricted,linked_ids\nalex,yes,\n", Cancel);
        Assert.Contains("K102", await analyst.GetStringAsync(Of(Cases), Cancel), StringComparison.Ordinal);
        Assert.Contains("K102", await analyst.GetStringAsync(Of("/restricted"), Cancel), StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, "person,restricted,linked_ids\nalex,no,\n", Cancel);
        Assert.DoesNotContain("K102", await analyst.GetStringAsync(Of(Cases), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Linked_cases_are_refused_to_their_person_always_also_to_the_lead()
    {
        await File.WriteAllTextAsync(Path.Combine(_site.Folder, "merged_ids.csv"), "old_id,new_id,merged_on\nOLD9,K103,2024-02-01\n", Cancel);
        await File.WriteAllTextAsync(Path.Combine(_site.Folder, "people.csv"), "person,restricted,linked_ids\nrobin,yes,K101|OLD9\nalex,,\n", Cancel);
        await _site.CloseAsync();
        _site = await ScratchSite.OverAsync(_site.Folder);
        using var both = await BothAsync();
        var (lead, analyst) = both;
        _site.Home.Store.Restrictions.Place("K101", "STAFF", null, "B. Lead");
        _site.Home.Store.Restrictions.Place("K102", "STAFF", null, "B. Lead");
        var list = await lead.GetStringAsync(Of(Cases), Cancel);
        Assert.Contains("K102", list, StringComparison.Ordinal);
        Assert.DoesNotContain("K101", list, StringComparison.Ordinal);
        Assert.DoesNotContain("K103", list, StringComparison.Ordinal);
        Assert.Contains($"Restricted cases among these: 1. {Gate.NotAllListed}", list, StringComparison.Ordinal);
        var register = await lead.GetStringAsync(Of("/restricted"), Cancel);
        Assert.Contains("K102", register, StringComparison.Ordinal);
        Assert.DoesNotContain("K101", register, StringComparison.Ordinal);
        using var lifted = await PostAsync(lead, "/restricted?handler=lift", ("number", "1"), ("who", "Robin Hale"));
        Assert.Contains("There is no restriction 1.", await lifted.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(2, _site.Home.Store.Restrictions.InForce().Count);
        Assert.Contains("K103", await analyst.GetStringAsync(Of(Cases), Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person,restricted,linked_ids\nalex,perhaps,K101\n")]
    [InlineData("person,restricted\nalex,yes\n")]
    [InlineData("person,restricted,linked_ids\n,yes,K101\n")]
    public async Task Where_people_csv_cannot_be_read_nobody_comes_in_and_no_id_is_said(string text)
    {
        using var analyst = await _site.ClientAsync("alex");
        await File.WriteAllTextAsync(Path.Combine(_site.Folder, "people.csv"), text, Cancel);
        using var answer = await analyst.GetAsync(Of("/scorecard"), Cancel);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("people.csv", body, StringComparison.Ordinal);
        Assert.DoesNotContain("K101", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_a_load_restricted_and_what_it_no_longer_tells_is_for_the_lead_alone()
    {
        _site.Load(At.AddDays(1), ("restrictions.csv", [Headings, "K101,STAFF,2024-05-01", "K102,STAFF,2024-05-01", "K999,because,2024-05-01"]));
        _site.Load(At.AddDays(2), ("restrictions.csv", [Headings, "K101,STAFF,2024-05-01"]));
        using var both = await BothAsync();
        var (lead, analyst) = both;
        foreach (var address in new[] { "/loads", "/loads/2", "/loads/3", "/loads/findings" })
        {
            var page = await analyst.GetStringAsync(Of(address), Cancel);
            Assert.DoesNotContain("estriction", page, StringComparison.Ordinal);
            Assert.DoesNotContain("restricted", page, StringComparison.Ordinal);
        }
        Assert.Contains("restriction-unsaid", await lead.GetStringAsync(Of("/loads/3"), Cancel), StringComparison.Ordinal);
        Assert.Contains("restrictions.csv", await lead.GetStringAsync(Of("/loads/2"), Cancel), StringComparison.Ordinal);
        var register = await lead.GetStringAsync(Of("/restricted"), Cancel);
        Assert.Contains("The extract no longer tells of 2 of them.", register, StringComparison.Ordinal);
        Assert.Contains("not in the data", register, StringComparison.Ordinal);
        Assert.Contains("1 of them names no child of the data", register, StringComparison.Ordinal);
        Assert.Contains("nothing since load 3", register, StringComparison.Ordinal);
        Assert.DoesNotContain("K102", await analyst.GetStringAsync(Of(Cases), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crossed_cells_go_without_them_and_say_so()
    {
        _site.Home.Store.Restrictions.Place("K102", "STAFF", null, "A. Lead");
        using var both = await BothAsync();
        var (lead, analyst) = both;
        foreach (var (client, warnings) in new[] { (analyst, 1), (lead, 0) })
        {
            using var json = JsonDocument.Parse(await client.GetStringAsync(Of("/areas/2024-06.json?by=team&and=sex"), Cancel));
            Assert.Equal(warnings, json.RootElement.GetProperty("warnings").GetArrayLength());
        }
    }

    private async Task<Two> BothAsync() => new(await _site.ClientAsync("robin"), await _site.ClientAsync("alex"));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, params (string Name, string Value)[] fields) =>
        await ScratchSite.PostAsync(client, Of(address), await client.GetStringAsync(Of("/restricted"), Cancel), fields);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Uri Of(string address) => new(address, UriKind.Relative);

    private sealed record Two(HttpClient Lead, HttpClient Analyst) : IDisposable
    {
        public void Dispose()
        {
            Lead.Dispose();
            Analyst.Dispose();
        }
    }
}

using System.Net;
using Bellwether.Web.Access;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>The page of a council's own headings and words: set, shown, taken back, with plain forms and for analysts only.</summary>
public sealed class MappingPagesTests : IAsyncLifetime
{
    private static readonly Uri Address = new("/mappings", UriKind.Relative);

    private ScratchSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ScratchSite.StartAsync();

    [Fact]
    public async Task A_heading_is_named_for_a_list_with_who_said_so_and_taken_back_again()
    {
        using var client = await _site.ClientAsync(Role.Analyst);
        var form = await client.GetStringAsync(new Uri("/mappings?list=SSD%7CSSD%20ssd_contacts", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("<option value=\"cont_contact_date\"", form, StringComparison.Ordinal);
        var set = await PostAsync(client, form, Address, ("of", "Column"), ("source", "SSD"), ("list", "SSD ssd_contacts"), ("found", "Rang on"), ("means", "cont_contact_date"), ("who", "A Reed"));
        Assert.Contains("From now on", set, StringComparison.Ordinal);
        Assert.Equal(("Rang on", "cont_contact_date", "A Reed"), _site.Home.Mappings.InForce.Select(l => (l.Found, l.Means, l.SaidBy)).Single());
        var back = await PostAsync(client, set, new("/mappings?handler=takeBack", UriKind.Relative), ("found", "0|Rang on"), ("who", "B Gray"));
        Assert.Contains("taken back", back, StringComparison.Ordinal);
        Assert.Empty(_site.Home.Mappings.InForce);
        Assert.Equal(["B Gray", "A Reed"], _site.Home.Mappings.Said.Select(l => l.SaidBy));
    }

    [Fact]
    public async Task A_word_that_the_national_list_reads_otherwise_is_refused_and_comes_back_as_typed()
    {
        using var client = await _site.ClientAsync(Role.Analyst);
        var form = await client.GetStringAsync(new Uri("/mappings?codes=referral-source", UriKind.Relative), TestContext.Current.CancellationToken);
        var refused = await PostAsync(client, form, Address, ("of", "Code"), ("source", "SSD"), ("list", "referral-source"), ("found", "Police"), ("means", "1A"), ("who", "A Reed"));
        Assert.Contains("the national lists stay as they are", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"Police\"", refused, StringComparison.Ordinal);
        Assert.Empty(_site.Home.Mappings.Said);
    }

    [Fact]
    public async Task A_change_names_the_loaded_file_that_has_to_be_loaded_again()
    {
        using var client = await _site.ClientAsync(Role.Analyst);
        const string Headings = "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_outcome_json\n";
        using var check = await ScratchSite.SendAsync(client, Headings + "1,7,2024-05-01,QQ9,\n", "contacts.csv");
        var page = await check.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        (await ScratchSite.PostAsync(client, check.RequestMessage!.RequestUri!, page)).Dispose();
        var set = await PostAsync(client, page, Address, ("of", "Code"), ("source", "SSD"), ("list", "referral-source"), ("found", "qq9"), ("means", "6"), ("who", "A Reed"));
        Assert.Contains("contacts.csv (load 1)", set, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_analyst_changes_it_and_nobody_without_the_forms_token()
    {
        (string, string)[] fields = [("of", "Code"), ("source", "SSD"), ("list", "referral-source"), ("found", "QQ9"), ("means", "6"), ("who", "A Reed")];
        foreach (var role in new[] { Role.TeamManager, Role.Member })
        {
            using var other = await _site.ClientAsync(role);
            using var refused = await ScratchSite.PostAsync(other, Address, "", fields);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
        using var analyst = await _site.ClientAsync(Role.Analyst);
        using var forged = await ScratchSite.PostAsync(analyst, Address, "", fields);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Empty(_site.Home.Mappings.Said);
    }

    private static async Task<string> PostAsync(HttpClient client, string page, Uri address, params (string, string)[] fields)
    {
        using var answer = await ScratchSite.PostAsync(client, address, page, fields);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}

using System.Net;
using System.Text.RegularExpressions;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>Upload, check, accept: with plain forms, the same receipt as the command line, and for analysts only.</summary>
public sealed partial class UploadTests : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"bellwether-upload-{Guid.NewGuid():N}");
    private Home _home = null!;
    private WebApplication _site = null!;
    private Doorkeeper _keeper = null!;

    public async ValueTask InitializeAsync()
    {
        Home.Create(_folder, "Test", "998");
        await File.AppendAllTextAsync(Path.Combine(_folder, "authority.yaml"), "\ndemonstration: true\n");
        _home = Home.Open(_folder, TimeProvider.System);
        _keeper = Doorkeeper.ForDemonstration(_home.Authority);
        _site = Site.Build(new SiteSettings(_home, _keeper, 0, TimeProvider.System));
        await _site.StartAsync();
    }

    [Fact]
    public async Task Files_are_checked_first_and_loaded_when_they_are_accepted()
    {
        using var client = await ClientAsync(Role.Analyst);
        var check = await SendAsync(client, Rows(20));
        var page = await check.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Check before you load", page, StringComparison.Ordinal);
        Assert.Contains("contact_decisions", page, StringComparison.Ordinal);
        Assert.Empty(_home.Store.Loads());
        using var accepted = await PostAsync(client, check.RequestMessage!.RequestUri!, page);
        Assert.Equal("/loads/1", accepted.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Single(_home.Store.Loads());
        Assert.Empty(Directory.GetDirectories(Path.Combine(_folder, "uploads")));
    }

    [Fact]
    public async Task A_question_needs_its_yes_which_is_kept_and_can_be_taken_back()
    {
        using var client = await ClientAsync(Role.Analyst);
        var first = await SendAsync(client, Rows(20));
        (await PostAsync(client, first.RequestMessage!.RequestUri!, await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))).Dispose();
        var check = await SendAsync(client, Rows(5));
        var page = await check.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var refused = await PostAsync(client, check.RequestMessage!.RequestUri!, page);
        Assert.Contains("Not every question has a yes", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var accepted = await PostAsync(client, check.RequestMessage!.RequestUri!, page, ("yes", "shrink:contact-decisions"));
        Assert.Equal("/loads/2", accepted.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("shrink:contact-decisions", Assert.Single(_home.Answers).Code);
        var rules = await client.GetStringAsync(new Uri("/loads/upload", UriKind.Relative), TestContext.Current.CancellationToken);
        (await PostAsync(client, new Uri(client.BaseAddress!, "/loads/upload?handler=forget"), rules, ("rule", "local file|shrink:contact-decisions"))).Dispose();
        Assert.Empty(_home.Answers);
    }

    [Fact]
    public async Task A_damaged_file_is_refused_with_its_reason_and_can_be_discarded()
    {
        using var client = await ClientAsync(Role.Analyst);
        using var answer = await SendAsync(client, "", "../../empty\r\n.xlsx");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("These files cannot be loaded", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Accept and load", page, StringComparison.Ordinal);
        (await PostAsync(client, new Uri(answer.RequestMessage!.RequestUri!.AbsoluteUri + "?handler=discard"), page)).Dispose();
        Assert.Empty(Directory.GetDirectories(Path.Combine(_folder, "uploads")));
    }

    [Fact]
    public async Task Nobody_but_an_analyst_sends_files_and_nobody_without_the_forms_token()
    {
        using var manager = await ClientAsync(Role.TeamManager);
        using var refused = await manager.PostAsync(new Uri("/loads/upload", UriKind.Relative), Form("", Rows(3), "a.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var analyst = await ClientAsync(Role.Analyst);
        using var forged = await analyst.PostAsync(new Uri("/loads/upload", UriKind.Relative), Form("", Rows(3), "a.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.False(Directory.Exists(Path.Combine(_folder, "uploads")));
    }

    private static string Rows(int rows) =>
        "child_id,contact_date,decided_date,outcome\n" + string.Concat(Enumerable.Range(1, rows).Select(i => $"C{i},{i:00}/05/2024,{i + 1:00}/05/2024,REFERRAL\n"));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string content, string name = "contact_decisions.csv")
    {
        var token = Token().Match(await client.GetStringAsync(new Uri("/loads/upload", UriKind.Relative))).Groups[1].Value;
        return await client.PostAsync(new Uri("/loads/upload", UriKind.Relative), Form(token, content, name));
    }

    private static MultipartFormDataContent Form(string token, string content, string name)
    {
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{name.Replace("\r\n", "%0D%0A", StringComparison.Ordinal)}\"");
        form.Add(file);
        return form;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, Uri address, string page, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
        return await client.PostAsync(address, form);
    }

    private async Task<HttpClient> ClientAsync(Role role)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = Site.AddressOf(_site) };
        await ExampleSite.PickAsync(client, _keeper.People.First(p => p.Role == role).Id);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _home.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

using System.Net;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>Upload, check, accept: with plain forms, the same receipt as the command line, and for analysts only.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private ScratchSite _site = null!;

    private Home Home => _site.Home;

    public async ValueTask InitializeAsync() => _site = await ScratchSite.StartAsync();

    [Fact]
    public async Task Files_are_checked_first_and_loaded_when_they_are_accepted()
    {
        using var client = await _site.ClientAsync(Role.Analyst);
        var check = await ScratchSite.SendAsync(client, Rows(20));
        var page = await check.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Check before you load", page, StringComparison.Ordinal);
        Assert.Contains("contact_decisions", page, StringComparison.Ordinal);
        Assert.Empty(Home.Store.Loads());
        using var accepted = await ScratchSite.PostAsync(client, check.RequestMessage!.RequestUri!, page);
        Assert.Equal("/loads/1", accepted.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Single(Home.Store.Loads());
        Assert.Empty(Directory.GetDirectories(Path.Combine(_site.Folder, "uploads")));
    }

    [Fact]
    public async Task A_question_needs_its_yes_which_is_kept_and_can_be_taken_back()
    {
        using var client = await _site.ClientAsync(Role.Analyst);
        var first = await ScratchSite.SendAsync(client, Rows(20));
        (await ScratchSite.PostAsync(client, first.RequestMessage!.RequestUri!, await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))).Dispose();
        var check = await ScratchSite.SendAsync(client, Rows(5));
        var page = await check.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var refused = await ScratchSite.PostAsync(client, check.RequestMessage!.RequestUri!, page);
        Assert.Contains("Not every question has a yes", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var accepted = await ScratchSite.PostAsync(client, check.RequestMessage!.RequestUri!, page, ("yes", "shrink:contact-decisions"));
        Assert.Equal("/loads/2", accepted.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("shrink:contact-decisions", Assert.Single(Home.Answers).Code);
        var rules = await client.GetStringAsync(new Uri("/loads/upload", UriKind.Relative), TestContext.Current.CancellationToken);
        (await ScratchSite.PostAsync(client, new Uri(client.BaseAddress!, "/loads/upload?handler=forget"), rules, ("rule", "local file|shrink:contact-decisions"))).Dispose();
        Assert.Empty(Home.Answers);
    }

    [Fact]
    public async Task What_reading_asks_is_answered_on_the_page_and_kept_when_the_files_are_loaded()
    {
        using var client = await _site.ClientAsync(Role.Analyst);
        var asked = await ScratchSite.SendAsync(client, "cont_contact_id,cont_person_id,Amy Ruston,cont_contact_source_code,cont_contact_outcome_json\n" + string.Concat(Enumerable.Range(1, 6).Select(i => $"{i},10{i},0{i}/06/2024,6,\n")), "ssd_contacts.csv");
        var page = await TextAsync(asked);
        Assert.Contains("Answer before you load", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ruston", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Accept and load", page, StringComparison.Ordinal);
        var answer = new Uri(asked.RequestMessage!.RequestUri!.AbsoluteUri + "?handler=answer");
        using var none = await ScratchSite.PostAsync(client, answer, page);
        Assert.Contains("Not every question has an answer", await TextAsync(none), StringComparison.Ordinal);
        using var more = await ScratchSite.PostAsync(client, answer, page, ("choice-0", "column:ssd-ssd-contacts:cont-contact-date:3"));
        var dates = await TextAsync(more);
        Assert.Contains("The month stands first, as in 03/31/2024", dates, StringComparison.Ordinal);
        using var read = await ScratchSite.PostAsync(client, answer, dates, ("choice-0", "dates:day-first"), ("yes", "column:ssd-ssd-contacts:cont-contact-date:3"));
        Assert.Contains("Check before you load", await TextAsync(read), StringComparison.Ordinal);
        Assert.Empty(Home.Answers);
        using var loaded = await ScratchSite.PostAsync(client, asked.RequestMessage!.RequestUri!, dates, ("yes", "column:ssd-ssd-contacts:cont-contact-date:3"), ("yes", "dates:day-first"));
        Assert.Equal("/loads/1", loaded.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(("SSD", "dates:day-first"), Home.Answers.Select(a => (a.Source, a.Code)).Single());
        Assert.NotEmpty(Home.Answers[0].AnsweredBy);
        Assert.Equal("Amy Ruston", Assert.Single(Home.Mappings.InForce).Found);
    }

    [Fact]
    public async Task A_damaged_file_is_refused_with_its_reason_and_can_be_discarded()
    {
        using var client = await _site.ClientAsync(Role.Analyst);
        using var answer = await ScratchSite.SendAsync(client, "", "../../empty\r\n.xlsx");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("These files cannot be loaded", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Accept and load", page, StringComparison.Ordinal);
        (await ScratchSite.PostAsync(client, new Uri(answer.RequestMessage!.RequestUri!.AbsoluteUri + "?handler=discard"), page)).Dispose();
        Assert.Empty(Directory.GetDirectories(Path.Combine(_site.Folder, "uploads")));
    }

    [Fact]
    public async Task Nobody_but_an_analyst_sends_files_and_nobody_without_the_forms_token()
    {
        using var manager = await _site.ClientAsync(Role.TeamManager);
        using var refused = await manager.PostAsync(new Uri("/loads/upload", UriKind.Relative), ScratchSite.Upload("", Rows(3), "a.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var analyst = await _site.ClientAsync(Role.Analyst);
        using var forged = await analyst.PostAsync(new Uri("/loads/upload", UriKind.Relative), ScratchSite.Upload("", Rows(3), "a.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.False(Directory.Exists(Path.Combine(_site.Folder, "uploads")));
    }

    private static string Rows(int rows) =>
        "child_id,contact_date,decided_date,outcome\n" + string.Concat(Enumerable.Range(1, rows).Select(i => $"C{i},{i:00}/05/2024,{i + 1:00}/05/2024,REFERRAL\n"));

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}

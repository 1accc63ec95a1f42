using System.Net;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>
/// B13 of the corpus: who may not load is refused, and that stands in the audit log. And what becomes of an upload is there step by step, with no
/// name of a file, heading or word in it.
/// </summary>
public sealed class AuditOfUploadsTests : IAsyncLifetime
{
    private ScratchSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ScratchSite.StartAsync();

    [Theory]
    [InlineData(Role.TeamManager)]
    [InlineData(Role.Member)]
    [InlineData(Role.PrivacyOfficer)]
    public async Task An_upload_by_somebody_without_the_right_is_refused_and_written_down_and_nothing_else_changes(Role role)
    {
        using var analyst = await _site.ClientAsync(Role.Analyst);
        using var before = await LoadAsync(analyst, Rows(20));
        var (loads, records) = (_site.Home.Store.Loads().Count, Known());
        using var client = await _site.ClientAsync(role);
        var token = await client.GetStringAsync(new Uri("/people", UriKind.Relative), TestContext.Current.CancellationToken);
        foreach (var form in new[] { ScratchSite.Upload(FormToken.In(token), Rows(30), "amy-ruston.csv"), ScratchSite.Upload("", Rows(30), "amy-ruston.csv") })
        {
            using var answer = await client.PostAsync(new Uri("/loads/upload", UriKind.Relative), form, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            var line = _site.Home.Audit.Find(new AuditFilter(), 0, 1)[0];
            Assert.Equal((true, "asked for a page", "POST /loads/upload", Rules.Work(role)), (line.IsRefused, line.Action, line.Object, line.Role));
        }
        Assert.Equal((loads, records), (_site.Home.Store.Loads().Count, Known()));
        Assert.Empty(Directory.GetDirectories(Path.Combine(_site.Folder, "uploads")));
        Assert.Null(_site.Home.Audit.Verify().FirstBad);
    }

    [Fact]
    public async Task Received_checked_accepted_loaded_refused_and_discarded_stand_in_the_log()
    {
        using var client = await _site.ClientAsync(Role.Analyst);
        using var loaded = await LoadAsync(client, Rows(20));
        Assert.Equal(["sent an upload", "checked an upload", "accepted files", "loaded files"], Actions().Take(4));
        var check = await ScratchSite.SendAsync(client, Rows(5));
        var page = await check.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var refused = await ScratchSite.PostAsync(client, check.RequestMessage!.RequestUri!, page);
        Assert.Contains(_site.Home.Audit.Find(new AuditFilter { RefusedOnly = true }), e => e is { Action: "loaded files", Kind: "upload", Reason: "a question has no yes, or the files are rejected" });
        using var answered = await ScratchSite.PostAsync(client, check.RequestMessage!.RequestUri!, page, ("yes", "shrink:contact-decisions"));
        var rules = await client.GetStringAsync(new Uri("/loads/upload", UriKind.Relative), TestContext.Current.CancellationToken);
        (await ScratchSite.PostAsync(client, new Uri(client.BaseAddress!, "/loads/upload?handler=forget"), rules, ("rule", "local file|shrink:contact-decisions"))).Dispose();
        (await ScratchSite.PostAsync(client, new Uri(client.BaseAddress!, "/loads/upload?handler=forget"), rules, ("rule", "Amy Ruston|was never asked"))).Dispose();
        var other = await ScratchSite.SendAsync(client, Rows(4), "amy-ruston.csv");
        (await ScratchSite.PostAsync(client, new Uri(other.RequestMessage!.RequestUri!.AbsoluteUri + "?handler=discard"), await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))).Dispose();
        Assert.Equal("discarded an upload", Actions()[^1]);
        Assert.Equal("local file: shrink:contact-decisions", Assert.Single(_site.Home.Audit.Find(new AuditFilter { Action = "took an answer back" })).Object);
        NothingTyped();
    }

    [Fact]
    public async Task A_heading_that_is_a_name_changes_its_meaning_and_is_not_written_down()
    {
        using var client = await _site.ClientAsync(Role.Analyst);
        var page = await client.GetStringAsync(new Uri("/mappings?codes=referral-source", UriKind.Relative), TestContext.Current.CancellationToken);
        (await ScratchSite.PostAsync(client, new Uri(client.BaseAddress!, "/mappings"), page, ("Of", "Code"), ("Source", "SSD"), ("List", "referral-source"), ("Found", "Amy Ruston"), ("Means", "1A"), ("Who", "Alex"))).Dispose();
        Assert.Single(_site.Home.Mappings.InForce);
        var line = Assert.Single(_site.Home.Audit.Find(new AuditFilter { Action = "changed a heading or word" }));
        Assert.Equal(("word", "SSD: referral-source", "read as 1A"), (line.Kind, line.Object, line.Filter));
        NothingTyped();
    }

    [Fact]
    public async Task When_the_line_cannot_be_written_nothing_is_received_or_loaded()
    {
        using var client = await _site.ClientAsync(Role.Analyst);
        var check = await ScratchSite.SendAsync(client, Rows(20));
        var page = await check.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        StoreFile.Run(_site.Folder, "create trigger no_room before insert on audit_log begin select raise(abort, 'database or disk is full'); end");
        using var accepted = await ScratchSite.PostAsync(client, check.RequestMessage!.RequestUri!, page);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, accepted.StatusCode);
        using var sent = await ScratchSite.SendAsync(client, Rows(3));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.StatusCode);
        Assert.Single(Directory.GetDirectories(Path.Combine(_site.Folder, "uploads")), d => Path.GetFileName(d) != "incoming");
        Assert.Empty(_site.Home.Store.Loads());
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    private List<string> Actions() => [.. _site.Home.Audit.All().Select(e => e.Action)];

    private void NothingTyped() => Assert.DoesNotContain(_site.Home.Audit.All(), e => e.ToString().Contains("Ruston", StringComparison.OrdinalIgnoreCase) || e.ToString().Contains("contact_decisions.csv", StringComparison.Ordinal));

    private long Known() => (long)StoreFile.Run(_site.Folder, "select count(*) from records")!;

    private static async Task<HttpResponseMessage> LoadAsync(HttpClient client, string rows)
    {
        var check = await ScratchSite.SendAsync(client, rows);
        return await ScratchSite.PostAsync(client, check.RequestMessage!.RequestUri!, await check.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string Rows(int rows) =>
        "child_id,contact_date,decided_date,outcome\n" + string.Concat(Enumerable.Range(1, rows).Select(i => $"C{i},{i % 28 + 1:00}/05/2024,{i % 28 + 2:00}/05/2024,REFERRAL\n"));
}

using System.Data.Common;
using Bellwether.Storage;
using Bellwether.Tests.Journeys;
using Xunit;

namespace Bellwether.Tests.Storage;

/// <summary>The audit log is kept, is found again by child, and the database itself refuses to change it.</summary>
public abstract class AuditTests(StoreEngine engine) : StoreTests(engine)
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];

    private AuditLog Log => Scratch.Store.AuditUnder(Key);

    internal static AuditNote Note(AuditAction action, params string[] children) => new("sam", "Sam Okoro", "team manager", "teams T01", action)
    {
        Kind = "indicator",
        Object = "cin-with-plan",
        Filter = "30 June 2017",
        Rows = children.Length,
        Children = children,
    };

    [Fact]
    public void An_entry_says_who_saw_what_and_stands_newest_first()
    {
        Log.Write(Note(AuditAction.ListedCases, "C1", "C2", "C1"));
        Log.Write(Note(AuditAction.AskedForPage) with { IsRefused = true, Reason = "not this role" });
        var entries = Log.Find(new AuditFilter());
        Assert.Equal([2, 1], entries.Select(e => e.Number));
        var (refused, listed) = (entries[0], entries[1]);
        Assert.Equal(("sam", "Sam Okoro", "team manager", "teams T01", "listed cases", "indicator", "cin-with-plan", "30 June 2017", 3, false),
            (listed.Who, listed.Name, listed.Role, listed.Scope, listed.Action, listed.Kind, listed.Object, listed.Filter, listed.Rows, listed.IsRefused));
        Assert.Equal((true, "not this role", ""), (refused.IsRefused, refused.Reason, refused.Ids));
        Assert.Equal((listed.Hash, AuditHead.Nothing.Hash), (refused.Previous, listed.Previous));
        Assert.Equal(new AuditHead(2, refused.Hash), Log.Head);
        Assert.Equal(Home.Software, listed.Product);
        Assert.Equal(TimeSpan.Zero, listed.At.Offset);
    }

    [Fact]
    public void Entries_are_found_by_person_action_day_and_refusal()
    {
        Log.Write(Note(AuditAction.ListedCases, "C1"));
        Log.Write(Note(AuditAction.ListedWorklist, "C1") with { Who = "alex", Name = "Alex Reed" });
        Log.Write(Note(AuditAction.AskedForPage) with { IsRefused = true });
        long[] Found(AuditFilter filter) => [.. Log.Find(filter).Select(e => e.Number)];
        Assert.Equal([2], Found(new AuditFilter { Who = "alex" }));
        Assert.Equal([1], Found(new AuditFilter { Action = "listed cases" }));
        Assert.Equal([3], Found(new AuditFilter { RefusedOnly = true }));
        var today = DateOnly.FromDateTime(Log.Find(new AuditFilter())[0].At.UtcDateTime);
        Assert.Equal([3, 2, 1], Found(new AuditFilter { Day = today }));
        Assert.Empty(Found(new AuditFilter { Day = today.AddDays(-2) }));
        Assert.Equal(2, Log.Count(new AuditFilter { Who = "sam", Day = today }));
        Assert.Equal([2L], Log.Find(new AuditFilter(), 1, 1).Select(e => e.Number));
        Assert.Equal([("alex", "Alex Reed"), ("sam", "Sam Okoro")], Log.People());
    }

    [Fact]
    public void Who_opened_a_childs_file_is_found_though_no_id_is_kept()
    {
        Log.Write(Note(AuditAction.ListedCases, "CHILD-1", "CHILD-2"));
        Log.Write(Note(AuditAction.ListedCases, "CHILD-2"));
        Log.Write(Note(AuditAction.ListedWorklist, "CHILD-2", "CHILD-1"));
        Assert.Equal([3, 1], Log.Of(["CHILD-1"]).Select(e => e.Number));
        Assert.Equal([3, 2, 1], Log.Of(["CHILD-2"]).Select(e => e.Number));
        Assert.Equal([3, 2, 1], Log.Of(["CHILD-9", "CHILD-2"]).Select(e => e.Number));
        Assert.Empty(Log.Of(["CHILD-3", "CHILD-", "HILD-1"]));
        // Another home's key makes nothing of it.
        Assert.Empty(Scratch.Store.AuditUnder(new byte[32]).Of(["CHILD-1"]));
        Assert.Equal(0, Scratch.Count("select count(*) from audit_log where object like '%CHILD%' or filter like '%CHILD%' or ids like '%CHILD%'"));
    }

    [Fact]
    public void A_list_looked_at_twice_is_kept_once()
    {
        Log.Write(Note(AuditAction.ListedCases, "C1", "C2"));
        Log.Write(Note(AuditAction.ListedWorklist, "C2", "C1"));
        Assert.Equal(1, Scratch.Count("select count(*) from audit_lists"));
        Assert.Null(Log.Verify().FirstBad);
    }

    [Theory]
    [InlineData("update audit_log set who = 'nobody'")]
    [InlineData("delete from audit_log")]
    [InlineData("update audit_lists set ids = ''")]
    [InlineData("delete from audit_lists")]
    [InlineData("insert into audit_log select authority, 7, at, who, name, role, scope, action, kind, object, filter, listed, ids, reason, refused, product, previous, hash from audit_log")]
    public void The_database_itself_refuses_to_change_shorten_or_number_it(string sql)
    {
        Log.Write(Note(AuditAction.ListedCases, "C1"));
        using var database = Database.Open(Scratch.Place);
        Assert.ThrowsAny<DbException>(() => database.Run(sql));
        Assert.Null(Log.Verify().FirstBad);
        Assert.Equal(1, Log.Count(new AuditFilter()));
    }

    [Fact]
    public void Each_authority_of_a_store_has_a_log_of_its_own()
    {
        Log.Write(Note(AuditAction.ListedCases, "C1"));
        var other = Scratch.For("998").AuditUnder(Key);
        Assert.Equal(0, other.Head.Number);
        other.Write(Note(AuditAction.ListedCases, "C1"));
        Assert.Equal((1, 1), (other.Head.Number, Log.Head.Number));
        Assert.NotEqual(Log.Head.Hash, other.Head.Hash);
        Assert.Equal((true, true), (Log.Verify() is { FirstBad: null, IsAll: true }, other.Verify() is { FirstBad: null, IsAll: true }));
    }

    [Fact]
    public async Task Two_programs_that_write_at_once_make_one_chain()
    {
        var place = Scratch.Place;
        await Task.WhenAll(Enumerable.Range(0, 2).Select(program => Task.Run(() =>
        {
            using var database = Database.Open(place);
            var log = Bellwether.Storage.Store.Over(database, RecordsFixture.Codes, "997", TimeProvider.System).AuditUnder(Key);
            for (var i = 0; i < 25; i++) log.Write(Note(AuditAction.ListedCases, $"C{program}", $"C{i}"));
        }, TestContext.Current.CancellationToken)));
        Assert.Equal((50, null, true), Log.Verify() is var verdict ? (verdict.Head.Number, verdict.FirstBad, verdict.IsAll) : default);
        // Each program's own 25, and one of the other's.
        Assert.Equal(26, Log.Of(["C1"]).Count);
    }

    [Fact]
    public void A_check_can_go_on_from_where_it_was()
    {
        for (var i = 0; i < 10; i++) Log.Write(Note(AuditAction.ListedCases, "C1", $"C{i % 3}"));
        var first = Log.Verify(AuditHead.Nothing, 4);
        Assert.Equal((4, false), (first.Head.Number, first.IsAll));
        var second = Log.Verify(first.Head, 4);
        Assert.Equal((8, false), (second.Head.Number, second.IsAll));
        var third = Log.Verify(second.Head, 4);
        Assert.Equal((Log.Head, true), (third.Head, third.IsAll));
        Assert.Equal(8, Log.Verify(new AuditHead(8, AuditHead.Nothing.Hash), 4).FirstBad);
    }
}

public sealed class AuditTestsOnSqlite() : AuditTests(StoreEngine.Sqlite)
{
    [Fact]
    public void Replacing_an_entry_is_refused_too()
    {
        Scratch.Store.AuditUnder([1]).Write(Note(AuditAction.ListedCases, "C1"));
        using var database = Database.Open(Scratch.Place);
        Assert.ThrowsAny<DbException>(() => database.Run("insert or replace into audit_log select * from audit_log"));
        Assert.ThrowsAny<DbException>(() => database.Run("insert or replace into audit_lists select * from audit_lists"));
    }

    [Fact]
    public void A_full_disk_is_told_and_the_log_goes_on_when_there_is_room()
    {
        using var database = Database.Open(Scratch.Place);
        var log = Bellwether.Storage.Store.Over(database, RecordsFixture.Codes, "997", TimeProvider.System).AuditUnder([1]);
        log.Write(Note(AuditAction.ListedCases, "C1"));
        database.Run("pragma max_page_count=1");
        var told = Assert.Throws<AuditUnwrittenException>(() =>
        {
            for (var i = 0; i < 1000; i++) log.Write(Note(AuditAction.ListedCases, $"C{i}"));
        });
        Assert.Contains("disk may be full", told.Message, StringComparison.Ordinal);
        var head = log.Head;
        database.Run("pragma max_page_count=1000000");
        Assert.Equal(head.Number + 1, log.Write(Note(AuditAction.ListedCases, "C1")).Number);
        Assert.Null(log.Verify().FirstBad);
    }

    /// <summary>What anybody can work out again from an export; worked out here by hand in another language.</summary>
    [Fact]
    public void The_hash_of_an_entry_is_the_one_that_the_document_describes() => Assert.Equal(
        "b8397e3bc34ffcdedd1e2c492d962964870c5e1e3f5b6f7812dea0ed04bb86bb",
        AuditChain.Hash(AuditHead.Nothing.Hash, "997", ["1", "2026-11-22T09:00:00.0000000Z", "sam", "Sam Okoro", "team manager", "teams T01", "listed cases", "indicator", "cin-with-plan", "30 June 2017", "2", "", "", "0", "Bellwether 0.1.0"]));
}

public sealed class AuditTestsOnPostgres() : AuditTests(StoreEngine.PostgreSql)
{
    [Fact]
    public void Emptying_the_table_at_once_is_refused_too()
    {
        Scratch.Store.AuditUnder([1]).Write(Note(AuditAction.ListedCases, "C1"));
        using var database = Database.Open(Scratch.Place);
        Assert.ThrowsAny<DbException>(() => database.Run("truncate audit_log"));
        Assert.ThrowsAny<DbException>(() => database.Run("truncate audit_lists"));
    }
}

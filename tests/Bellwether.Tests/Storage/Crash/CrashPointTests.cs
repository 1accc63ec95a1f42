using Bellwether.Storage;
using Bellwether.Tests.Journeys;
using Bellwether.Tests.WholeWay;
using SQLitePCL;
using Xunit;
using static Bellwether.Tests.Storage.ScratchStore;

namespace Bellwether.Tests.Storage.Crash;

/// <summary>
/// What a process that dies leaves on disk, looked at in the midst of a load some hundred times: the files are copied as they are at that moment
/// and opened as the next start would. A small cache makes SQLite write uncommitted pages early, so that there is something to undo.
/// </summary>
public sealed class CrashPointTests : IDisposable
{
    private const int Records = 300;
    private const int Points = 300;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bellwether-crash-");

    private string File => Path.Combine(_folder.FullName, "store.db");

    [Fact]
    public void At_three_hundred_points_of_a_load_the_file_holds_it_whole_or_not_at_all()
    {
        var seen = 0;
        var withLog = 0;
        using var database = (SqliteDatabase)Database.Open(StorePlace.File(File));
        database.Run("pragma cache_size=8");
        using var store = Store.Over(database, RecordsFixture.Codes, "997", TimeProvider.System);
        Load(store, 1);
        raw.sqlite3_progress_handler(database.Inner.Handle, 50, _ =>
        {
            withLog += new FileInfo(File + "-wal").Length > 200_000 ? 1 : 0;
            if (seen++ % 2 == 0) AssertWhole(seen, atLeast: 1, atMost: 2);
            return 0;
        }, null);
        Load(store, 2);
        raw.sqlite3_progress_handler(database.Inner.Handle, 0, null, null);
        AssertWhole(seen, atLeast: 2, atMost: 2);
        Assert.True(seen / 2 >= Points, $"Only {seen / 2} points were looked at.");
        Assert.True(withLog > Points / 2, $"Only at {withLog} points had pages been written: the test proves too little.");
    }

    [Fact]
    public void A_full_disk_leaves_nothing_of_the_load_and_the_store_goes_on()
    {
        using var database = Database.Open(StorePlace.File(File));
        using var store = Store.Over(database, RecordsFixture.Codes, "997", TimeProvider.System);
        Load(store, 1);
        var pages = database.Number("pragma page_count");
        for (var more = 0; more < 40; more++)
        {
            database.Run($"pragma max_page_count={pages + more}");
            var refusal = Record.Exception(() => Load(store, 2));
            if (refusal is null) break;
            Assert.Contains("disk is full", Assert.IsType<IOException>(refusal).Message, StringComparison.Ordinal);
            Assert.Single(store.Loads());
            Assert.Equal(Records, store.Records(RecordsFixture.Kinds).Table("referrals").Count);
        }
        database.Run("pragma max_page_count=1000000");
        if (store.Loads().Count == 1) Load(store, 2);
        Assert.Equal(2, store.Loads().Count);
    }

    [Theory]
    [InlineData(true, "cut off after it was kept: it is whole, as load 1.")]
    [InlineData(false, "cut off: nothing of it was kept.")]
    public void The_next_start_says_what_became_of_a_load_that_was_cut_off(bool wasKept, string said)
    {
        using var temporary = new TemporaryHome();
        var file = temporary.File("referrals.csv");
        System.IO.File.WriteAllText(file, "child_id,contact_date,decided_date,outcome\nC1,01/05/2024,02/05/2024,REFERRAL\n");
        var home = temporary.Home;
        using (LoadJournal.Begin(home.Folder, home.Store.NewestLoad(), Home.ByteHash([file]), TimeProvider.System.GetUtcNow()))
        {
            Assert.Equal("", home.WhatHappened());
            if (wasKept) home.Store.Load(home.Read([file], null), Home.ByteHash([file]));
        }
        Assert.Contains(said, home.WhatHappened(), StringComparison.Ordinal);
        Assert.Equal("", home.WhatHappened());
        temporary.Load(null, file);
        Assert.Equal("", home.WhatHappened());
    }

    private void AssertWhole(int point, int atLeast, int atMost)
    {
        var copy = Directory.CreateDirectory(Path.Combine(_folder.FullName, "copy"));
        var file = Path.Combine(copy.FullName, "store.db");
        System.IO.File.Copy(File, file);
        System.IO.File.Copy(File + "-wal", file + "-wal");
        using (var database = Database.Open(StorePlace.File(file)))
        {
            Assert.True(database.One("pragma quick_check") is "ok", $"Point {point}: the file is damaged.");
            var loads = database.Number("select count(*) from loads");
            Assert.InRange(loads, atLeast, atMost);
            Assert.Equal(Records, database.Number("select count(*) from records where until_load is null"));
            Assert.Equal(Records, database.Number("select count(*) from records where until_load is null and since_load = @0", loads));
            Assert.Equal(loads * Records, database.Number("select count(*) from records"));
            Assert.Equal(loads, database.Number("select count(*) from statements"));
        }
        copy.Delete(recursive: true);
    }

    private static void Load(Store store, int number) => store.Load(Extract("2024-12-31", [Full("referrals", "2024-01-01", "2024-12-31")],
        [.. Enumerable.Range(0, Records).Select(i => $"referrals | C{i} | key=R{i}; date=2024-01-02; team={new string('T', 700)}{number}")]), "bytes");

    public void Dispose() => _folder.Delete(recursive: true);
}

using Bellwether.Extracts;
using Bellwether.Storage;
using Bellwether.Tests.Journeys;
using Xunit;
using static Bellwether.Tests.Storage.ScratchStore;

namespace Bellwether.Tests.Storage.Crash;

/// <summary>Loads of which each changes every record, so that half a load would show; and the look at what a crash left.</summary>
internal static class CrashLoads
{
    public const int Records = 200;

    public static Extract Of(int load) => Extract("2024-12-31", [Full("referrals", "2024-01-01", "2024-12-31")],
        [.. Enumerable.Range(0, Records).Select(i => $"referrals | C{i} | key=R{i}; date=2024-01-02; team={new string('T', 400)}{load}")]);

    public static string Hash(int load) => $"bytes {load}";

    /// <summary>The home's store, to load into. A small cache makes SQLite write pages long before the commit.</summary>
    public static (Database Database, Store Store) Open(string home, bool isSmallCache)
    {
        var database = Database.Open(StorePlace.File(Path.Combine(home, "store.db")));
        if (isSmallCache) database.Run("pragma cache_size=8");
        return (database, Store.Over(database, RecordsFixture.Codes, "997", TimeProvider.System));
    }

    /// <summary>One load as a home does it: a journal before, the load, the journal gone.</summary>
    /// <param name="kept">Told once the store has acknowledged it.</param>
    public static void Load(string home, Store store, int load, Action kept)
    {
        var extract = Of(load);
        using var journal = LoadJournal.Begin(home, store.NewestLoad(), Hash(load), TimeProvider.System.GetUtcNow());
        store.Load(extract, Hash(load));
        kept();
        journal.End();
    }

    /// <summary>
    /// Opens what is left as the next start would. The file must be sound, each load whole or absent, none that was acknowledged
    /// gone, and what the start says must be true.
    /// </summary>
    /// <returns>How many loads there are, and what the start said.</returns>
    public static (int Loads, string Said) Look(string home, int acknowledged, string where)
    {
        var (database, store) = Open(home, isSmallCache: false);
        using (store)
        {
            var said = LoadJournal.WhatHappened(home, store);
            Assert.True(database.One("pragma integrity_check(1)") is "ok", $"{where}: the file is damaged.");
            var loads = (int)database.Number("select count(*) from loads");
            Assert.True(loads >= acknowledged, $"{where}: {acknowledged} loads were acknowledged, {loads} are there.");
            Assert.True(loads <= acknowledged + 1, $"{where}: {acknowledged} loads were acknowledged, {loads} are there.");
            Assert.Equal((long)loads * Records, database.Number("select count(*) from records"));
            Assert.Equal(loads == 0 ? 0 : Records, database.Number("select count(*) from records where until_load is null and since_load = @0", loads));
            Assert.Equal(loads, database.Number("select count(*) from statements"));
            Assert.Equal(loads, database.Number("select count(*) from places"));
            if (loads > 0) Assert.Equal(Records, store.Records(RecordsFixture.Kinds).Table("referrals").Count);
            if (loads > acknowledged) Assert.EndsWith($"it is whole, as load {loads}.", said, StringComparison.Ordinal);
            return (loads, said);
        }
    }
}

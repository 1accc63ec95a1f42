using System.Diagnostics;
using Bellwether.Storage;
using Bellwether.Tests.Journeys;
using Bellwether.Tests.Storage.Crash;
using Xunit;
using static Bellwether.Tests.Storage.ScratchStore;

namespace Bellwether.Tests.Storage;

/// <summary>
/// A PostgreSQL server that is stopped as by a power cut, or whose backend is killed, in the midst of loads: each is there whole or not at all,
/// and none that was acknowledged is lost. BELLWETHER_STOPS sets how many of each (8).
/// </summary>
public sealed class LostServerTests : IDisposable
{
    private const int Records = 3_000;

    private readonly PostgresServer _server = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_load_that_loses_its_server_is_there_whole_or_not_at_all(bool isWholeServer)
    {
        var stops = CrashReport.Count("BELLWETHER_STOPS", 8);
        var watch = Stopwatch.StartNew();
        var place = StorePlace.Server(_server.NewSchema());
        var chance = new Random(20261122);
        using var store = Store.Open(place, RecordsFixture.Codes, "997", TimeProvider.System);
        var (acknowledged, lost) = (0, 0);
        for (var stop = 0; stop < stops; stop++)
        {
            using var begun = new ManualResetEventSlim();
            var loading = Task.Run(() =>
            {
                begun.Set();
                // Until the server is gone: the stop falls into the midst of one of them.
                for (var i = 0; i < 1000; i++)
                {
                    Load(store, acknowledged + 1);
                    acknowledged++;
                }
            }, TestContext.Current.CancellationToken);
            begun.Wait(TestContext.Current.CancellationToken);
            Thread.Sleep(chance.Next(0, 250));
            if (isWholeServer) _server.StopAtOnceAndStart();
            else _server.Do("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'Bellwether'");
            var failure = Assert.ThrowsAny<Exception>(() => loading.GetAwaiter().GetResult());
            Assert.True(failure is IOException, failure.ToString());
            _server.WaitUntilUp();
            // The same store, asked again, finds its server by itself.
            var kept = store.Loads().Count;
            Assert.InRange(kept, acknowledged, acknowledged + 1);
            lost += kept == acknowledged ? 1 : 0;
            acknowledged = kept;
            AssertWhole(place, kept);
        }
        CrashReport.Add($"{stops:N0} of {stops:N0} times PostgreSQL {(isWholeServer ? "was stopped at once and started again" : "lost the backend of a load")}; {watch.Elapsed.TotalMinutes:0.0} minutes",
            new Dictionary<string, int> { ["nothing of it kept"] = lost, ["whole, though not yet acknowledged"] = stops - lost });
        Assert.True(lost > 0, "No stop fell into a load: the test proves too little.");
    }

    private static void AssertWhole(StorePlace place, int loads)
    {
        using var database = Database.Open(place);
        Assert.Equal(loads, database.Number("select count(*) from loads"));
        Assert.Equal((long)loads * Records, database.Number("select count(*) from records"));
        Assert.Equal(loads == 0 ? 0 : Records, database.Number("select count(*) from records where until_load is null"));
        Assert.Equal(loads, database.Number("select count(*) from statements"));
        Assert.Equal(loads, database.Number("select count(*) from places"));
    }

    private static void Load(Store store, int number) => store.Load(Extract("2024-12-31", [Full("referrals", "2024-01-01", "2024-12-31")],
        [.. Enumerable.Range(0, Records).Select(i => $"referrals | C{i} | key=R{i}; date=2024-01-02; team=T{number}")]), "bytes");

    public void Dispose() => _server.Dispose();
}

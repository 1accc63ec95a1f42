using System.Diagnostics;
using Bellwether.Tests.Journeys;
using SQLitePCL;
using Xunit;

namespace Bellwether.Tests.Storage.Crash;

/// <summary>
/// A disk that is full, or fails a write or a flush, at each step of a load in turn, once or from then on: the load is refused in words
/// or is there whole, what was known stands, and once the disk is well the same load goes in.
/// </summary>
public sealed class FailingDiskTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bellwether-fail-");

    [Theory]
    [InlineData(raw.SQLITE_FULL, false)]
    [InlineData(raw.SQLITE_FULL, true)]
    [InlineData(raw.SQLITE_IOERR_WRITE, false)]
    [InlineData(raw.SQLITE_IOERR_WRITE, true)]
    [InlineData(raw.SQLITE_IOERR_FSYNC, false)]
    [InlineData(raw.SQLITE_IOERR_FSYNC, true)]
    public void A_step_of_a_load_that_fails_leaves_the_whole_load_or_nothing_and_the_store_goes_on(int error, bool isForEver)
    {
        var points = CrashReport.Count("BELLWETHER_DISK_FAULTS", 20);
        var watch = Stopwatch.StartNew();
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (steps, done) = (0, 0);
        // The first time nothing fails, to count the steps.
        for (var at = 0; at <= steps; at += at == 0 ? 1 : Math.Max(1, steps / points), done++)
        {
            var home = Directory.CreateDirectory(Path.Combine(_folder.FullName, $"home-{at}")).FullName;
            var (isFailing, step) = (false, 0);
            using var watching = SqliteWrites.Watch(home, (what, _, _, _) =>
            {
                if (!isFailing || (error == raw.SQLITE_IOERR_FSYNC) != (what == Doing.Sync)) return 0;
                step++;
                return step == at || (isForEver && step > at && at > 0) ? error : 0;
            });
            var (_, store) = CrashLoads.Open(home, isSmallCache: true);
            using (store)
            {
                CrashLoads.Load(home, store, 1, () => { });
                isFailing = true;
                var failure = Record.Exception(() => CrashLoads.Load(home, store, 2, () => { }));
                isFailing = false;
                steps = Math.Max(steps, step);
                var outcome = failure is null ? "loaded: it failed at what can wait" : $"refused: {Assert.IsType<IOException>(failure).Message}";
                if (at == 0) Assert.Null(failure);
                else outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
                // The same process sees what stands, before any next start, and loads again.
                var loads = store.Loads().Count;
                Assert.InRange(loads, failure is null ? 2 : 1, 2);
                Assert.Equal(CrashLoads.Records, store.Records(RecordsFixture.Kinds).Table("referrals").Count);
                if (loads == 1) CrashLoads.Load(home, store, 2, () => { });
                Assert.Equal(2, store.Loads().Count);
            }
            CrashLoads.Look(home, 2, $"Step {at}");
            Directory.Delete(home, recursive: true);
        }
        CrashReport.Add($"{done - 1:N0} of {steps:N0} {(error == raw.SQLITE_IOERR_FSYNC ? "flushes" : "writes")} of a load failed with SQLite error {error}, {(isForEver ? "each from then on" : "each once")}; {watch.Elapsed.TotalMinutes:0.0} minutes", outcomes);
        Assert.Contains(outcomes.Keys, o => o.StartsWith("refused", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

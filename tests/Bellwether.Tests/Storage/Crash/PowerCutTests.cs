using System.Diagnostics;
using System.Globalization;
using Bellwether.Storage;
using Xunit;

namespace Bellwether.Tests.Storage.Crash;

/// <summary>
/// A power cut at any step of a load: whatever was not flushed may be lost or torn, and the load is there whole or not at all, one that
/// was acknowledged always. BELLWETHER_CUTS sets how many states of the disk are opened (300).
/// </summary>
public sealed class PowerCutTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bellwether-cut-");

    [Fact]
    public void A_power_cut_at_any_write_of_a_load_leaves_it_whole_or_not_at_all()
    {
        var cuts = CrashReport.Count("BELLWETHER_CUTS", 300);
        const int Seed = 20261122;
        var watch = Stopwatch.StartNew();
        var (outcomes, hurt) = Cut(cuts, Seed, isFlushed: true);
        CrashReport.Add($"{cuts:N0} of {cuts:N0} power cuts on recorded writes: what was not flushed lost, kept or torn at 512 bytes, seed {Seed}; {hurt:N0} states had lost or torn writes; {watch.Elapsed.TotalMinutes:0.0} minutes", outcomes);
        Assert.True(hurt * 2 > cuts, $"Only {hurt} of {cuts} states had lost or torn writes: the test proves too little.");
        Assert.All([Whole, Nothing], kind => Assert.True(outcomes.GetValueOrDefault(kind) > 0, $"No state was '{kind}': the test proves too little."));
    }

    [Fact]
    public void A_disk_that_does_not_flush_is_caught_losing_a_load()
    {
        var failure = Assert.ThrowsAny<Exception>(() => Cut(300, 5, isFlushed: false));
        Assert.Matches("damaged|not a database|malformed|were acknowledged", failure.Message);
    }

    private const string Whole = "whole, though not yet acknowledged; the next start says so";
    private const string Nothing = "nothing of the newest load kept; the next start says so";

    /// <summary>Loads again and again; every few steps the disk as a cut would leave it is opened beside.</summary>
    private (SortedDictionary<string, int> Outcomes, int Hurt) Cut(int cuts, int seed, bool isFlushed)
    {
        var chance = new Random(seed);
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var home = Directory.CreateDirectory(Path.Combine(_folder.FullName, "home")).FullName;
        var left = Path.Combine(_folder.FullName, "left");
        var disk = new DiskStates();
        var (seen, hurt, acknowledged, current, stepsToNext) = (0, 0, 0, 0, 0);
        Exception? failure = null;
        using (SqliteWrites.Watch(home, (what, file, at, bytes) =>
        {
            if (stepsToNext-- == 0 && seen < cuts && failure is null)
            {
                stepsToNext = chance.Next(12);
                try { Look(); }
                catch (Exception e) { failure = e; }
            }
            if (what != Doing.Sync || isFlushed) disk.See(what, file, at, bytes);
            return 0;
        }))
            while (seen < cuts && failure is null)
            {
                // A new home now and then: the copies grow with what was loaded.
                foreach (var file in Directory.EnumerateFiles(home)) File.Delete(file);
                (disk, acknowledged) = (new DiskStates(), 0);
                var (_, store) = CrashLoads.Open(home, isSmallCache: chance.Next(2) == 0);
                using (store)
                {
                    for (current = 1; current <= 3; current++) CrashLoads.Load(home, store, current, () => acknowledged++);
                }
            }
        return failure is null ? (outcomes, hurt) : throw new InvalidOperationException(failure.Message, failure);

        void Look()
        {
            seen++;
            Directory.CreateDirectory(left);
            hurt += disk.Leave(left, chance) > 0 ? 1 : 0;
            // Flushed with its name before the load begins; that it went when the load ended may be lost.
            var isLoading = Directory.EnumerateFiles(home, "loading-*.txt").Any();
            if (isLoading) LoadJournal.Begin(left, current - 1, CrashLoads.Hash(current), TimeProvider.System.GetUtcNow()).Dispose();
            var (loads, said) = CrashLoads.Look(left, acknowledged, string.Create(CultureInfo.InvariantCulture, $"Cut {seen}"));
            Assert.Equal(isLoading, said.Length > 0);
            var outcome = loads > acknowledged ? Whole
                : !isLoading ? "no load was under way"
                : said.Contains("nothing of it", StringComparison.Ordinal) ? Nothing : "acknowledged and whole; the next start says so";
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            Directory.Delete(left, recursive: true);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

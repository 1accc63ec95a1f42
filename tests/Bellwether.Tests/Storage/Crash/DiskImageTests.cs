using System.Diagnostics;
using System.Text;
using Bellwether.Storage;
using Bellwether.Tests.Journeys;
using Xunit;

namespace Bellwether.Tests.Storage.Crash;

/// <summary>
/// Power cuts and full disks on real file systems. Where this machine lets nobody mount, they do nothing: <see cref="PowerCutTests"/> and
/// <see cref="FailingDiskTests"/> need no leave. BELLWETHER_IMAGES sets how many power cuts (20), BELLWETHER_SMALL_DISKS how many disks (5).
/// </summary>
public sealed class DiskImageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bellwether-image-");

    [Fact]
    public void A_power_cut_on_a_real_disk_leaves_each_load_whole_or_nothing_of_it()
    {
        if (!DiskImage.IsPermitted) return;
        var cuts = CrashReport.Count("BELLWETHER_IMAGES", 20);
        var watch = Stopwatch.StartNew();
        var chance = new Random(20261123);
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        using var loads = new ForkedLoads(_folder.FullName);
        for (var cut = 0; cut < cuts;)
        {
            using var disk = DiskImage.New(_folder.FullName, 16);
            var kept = 0;
            // The process dies before a step of its own, which leaves the disk alone; then the power goes.
            for (; cut < cuts && kept < 6; cut++)
            {
                var step = 1 + (cuts > loads.Steps ? cut % loads.Steps : chance.Next(loads.Steps));
                var killed = loads.Kill(disk.Place, step, 0, isSmallCache: cut % 2 == 0);
                using (var after = disk.AfterPowerCut(_folder.FullName))
                {
                    var (now, said) = CrashLoads.Look(after.Place, kept + killed.Acknowledged, $"Cut {cut} at step {step}");
                    var outcome = now > kept + killed.Acknowledged ? "whole, though not yet acknowledged; the next start says so"
                        : said.Contains("nothing of it", StringComparison.Ordinal) ? "nothing of the newest load kept; the next start says so"
                        : said.Length > 0 ? "acknowledged and whole; the next start says so" : "no load was under way";
                    outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
                }
                kept = CrashLoads.Look(disk.Place, kept + killed.Acknowledged, $"Kill {cut} at step {step}").Loads;
            }
        }
        CrashReport.Add($"{cuts:N0} of {cuts:N0} power cuts on an ext4 image, at each of {loads.Steps} steps of two loads in turn; {watch.Elapsed.TotalMinutes:0.0} minutes", outcomes);
        Assert.True(outcomes.Count > 1, "Every cut ended alike: the test proves too little.");
    }

    [Fact]
    public void A_published_edition_is_there_after_a_power_cut()
    {
        if (!DiskImage.IsPermitted) return;
        using var disk = DiskImage.New(_folder.FullName, 16);
        var home = Directory.CreateDirectory(Path.Combine(disk.Place, "home")).FullName;
        FolderEntries.Flush(disk.Place);
        var editions = new Editions(home);
        for (var number = 1; number <= 5; number++)
        {
            var edition = new Edition($"public-2017-06-{number}", "public", "council-pack", "council", "2017-06", number, "Pack", "public", "", new DateOnly(2017, 7, 4), "A", "0", "", "", [], new Dictionary<string, string>());
            editions.Publish(edition, [new EditionFile("pack.csv", to => to.Write(Encoding.UTF8.GetBytes(new string('x', 5000)))), new EditionFile("empty.csv", _ => { })]);
            using var after = disk.AfterPowerCut(_folder.FullName);
            var found = new Editions(Path.Combine(after.Place, "home"));
            Assert.Equal(number, found.All().Count);
            Assert.All(found.All(), e => Assert.Empty(found.Faults(e)));
        }
    }

    [Fact]
    public void A_disk_that_is_full_at_any_size_refuses_the_load_in_words_and_loses_nothing()
    {
        if (!DiskImage.IsPermitted) return;
        var disks = CrashReport.Count("BELLWETHER_SMALL_DISKS", 5);
        var watch = Stopwatch.StartNew();
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var n = 0; n < disks; n++)
        {
            using var disk = DiskImage.Small(Path.Combine(_folder.FullName, "small"), 600 + n * 1400 / Math.Max(1, disks - 1));
            var (_, store) = CrashLoads.Open(disk.Place, isSmallCache: n % 2 == 0);
            var acknowledged = 0;
            Exception? failure;
            using (store)
            {
                failure = Record.Exception(() => { for (var load = 1; load < 100; load++) CrashLoads.Load(disk.Place, store, load, () => acknowledged++); });
                // What is known can still be read.
                Assert.InRange(store.Loads().Count, acknowledged, acknowledged + 1);
                Assert.Equal(acknowledged == 0 ? 0 : CrashLoads.Records, store.Records(RecordsFixture.Kinds).Table("referrals").Count);
            }
            var said = Assert.IsType<IOException>(failure).Message;
            outcomes[$"refused: {said}"] = outcomes.GetValueOrDefault($"refused: {said}") + 1;
            CrashLoads.Look(disk.Place, acknowledged, $"Disk {n}");
        }
        CrashReport.Add($"{disks:N0} of {disks:N0} full disks of 0.6 to 2 MB; {watch.Elapsed.TotalMinutes:0.0} minutes", outcomes);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

using System.Diagnostics;
using Xunit;

namespace Bellwether.Tests.Storage.Crash;

/// <summary>
/// A load is all or nothing under <c>kill -9</c>: at each write and flush of a load in turn, and every other time at any moment.
/// BELLWETHER_KILLS sets how many are killed (300); BELLWETHER_CRASH_REPORT names a file that is told what became of them.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int LoadsKept = 12;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bellwether-kill-");

    [Fact]
    public void Kill_9_at_any_write_and_any_moment_of_a_load_leaves_the_whole_load_or_nothing()
    {
        // Windows has no fork, and no kill -9.
        if (OperatingSystem.IsWindows()) return;
        var kills = CrashReport.Count("BELLWETHER_KILLS", 300);
        const int Seed = 20260930;
        var chance = new Random(Seed);
        var watch = Stopwatch.StartNew();
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var home = Directory.CreateDirectory(Path.Combine(_folder.FullName, "home")).FullName;
        using var loads = new ForkedLoads(_folder.FullName);
        var (kept, inTheMidst, most) = (0, 0, 0);
        for (var kill = 0; kill < kills; kill++)
        {
            var isAtStep = kill % 2 == 0;
            // Few kills are spread over all steps; many reach each.
            var step = isAtStep ? 1 + (int)((long)kill / 2 * Math.Max(1, loads.Steps * 2 / kills) % loads.Steps) : 0;
            var killed = loads.Kill(home, step, chance.Next(0, 60_000), isSmallCache: kill % 4 < 2);
            var (now, said) = CrashLoads.Look(home, kept + killed.Acknowledged, $"Kill {kill} at step {step}");
            if (killed.IsMidst) inTheMidst++;
            else Assert.Equal(kept + killed.Acknowledged, now);
            outcomes[Outcome(killed, now - kept, said)] = outcomes.GetValueOrDefault(Outcome(killed, now - kept, said)) + 1;
            (kept, most) = (now, Math.Max(most, now));
            // A long campaign begins anew now and then: the file would fill the disk.
            if (kept <= LoadsKept) continue;
            foreach (var file in Directory.EnumerateFiles(home)) File.Delete(file);
            kept = 0;
        }
        CrashReport.Add($"{kills:N0} of {kills:N0} kills with kill -9, half at each of {loads.Steps} writes and flushes of two loads in turn, half at any moment, seed {Seed}; {watch.Elapsed.TotalMinutes:0.0} minutes", outcomes);
        Assert.True(inTheMidst * 2 >= kills && most > 0, $"{inTheMidst} of {kills} kills fell into a load and {most} loads ended; the test proves too little.");
    }

    private static string Outcome(Killed killed, int more, string said) =>
        more > killed.Acknowledged ? "whole, though not yet acknowledged; the next start says so"
        : said.Length > 0 ? "nothing of it kept; the next start says so"
        : killed.IsMidst ? "nothing of it kept; nothing had begun" : "between two loads";

    public void Dispose() => _folder.Delete(recursive: true);
}

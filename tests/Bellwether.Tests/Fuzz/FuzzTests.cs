using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Bellwether.Tests.Fuzz;

/// <summary>
/// Real files broken by their structure and read: 20,000 in every run, more by <c>./dev campaign fuzz [COUNT] [SEED] [MINUTES]</c>, which sets
/// BELLWETHER_FUZZ_COUNT, _SEED, _MINUTES and _REPORT.
/// </summary>
public sealed class FuzzTests
{
    private const int EveryRun = 20_000;

    [Fact]
    public void Broken_files_end_in_a_finding_or_a_reading_and_in_nothing_else()
    {
        var count = long.TryParse(Environment.GetEnvironmentVariable("BELLWETHER_FUZZ_COUNT"), CultureInfo.InvariantCulture, out var n) ? n : EveryRun;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("BELLWETHER_FUZZ_SEED"), CultureInfo.InvariantCulture, out var s) ? s : 20260930;
        var most = int.TryParse(Environment.GetEnvironmentVariable("BELLWETHER_FUZZ_MINUTES"), CultureInfo.InvariantCulture, out var m) ? TimeSpan.FromMinutes(m) : (TimeSpan?)null;
        var run = new FuzzRun(seed, count, most: most);
        var start = Stopwatch.GetTimestamp();
        run.Run(Environment.ProcessorCount);
        var report = run.Report(Stopwatch.GetElapsedTime(start));
        if (Environment.GetEnvironmentVariable("BELLWETHER_FUZZ_REPORT") is { Length: > 0 } to) File.WriteAllText(to, report);
        Assert.True(run.Found.Count == 0, report);
        // A run that breaks nothing, or everything, proves little.
        Assert.All(new[] { "accepted", "Noted", "SetAside", "Rejected" }, o => Assert.True(run.Outcomes.GetValueOrDefault(o) * 50 >= run.Played, report));
    }

    /// <summary>What a campaign found, by seed and case.</summary>
    [Theory]
    [InlineData(20261122, 226046)]
    [InlineData(20261122, 393829)]
    [InlineData(20261130, 24161)] // an empty table in an archive
    [InlineData(20261130, 152237)] // a heading with somebody's words in it
    [InlineData(20261122, 845388)] // a return with a reference date in the year 9999
    public void What_was_found_once_is_found_no_more(int seed, long number)
    {
        var run = new FuzzRun(seed, 1, number);
        run.Run(1);
        Assert.Empty(run.Found);
    }

    [Fact]
    public void The_same_number_and_seed_give_the_same_bytes()
    {
        var run = new FuzzRun(7, 1);
        Assert.Equal(run.BytesOf(123, out _), run.BytesOf(123, out _));
    }
}

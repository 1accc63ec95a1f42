using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Bellwether.Storage;
using Bellwether.Tests.Journeys;
using Xunit;
using static Bellwether.Tests.Storage.ScratchStore;

namespace Bellwether.Tests.Storage;

/// <summary>
/// A load is all or nothing under <c>kill -9</c>. The child process is this same assembly, told by a variable to load without end;
/// each of its loads changes every record, so half a load would show. BELLWETHER_KILLS sets how many are killed (20); with
/// BELLWETHER_KILL_AT=write every other one dies at a write of its own that strace picks, not at a moment.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const string StoreVariable = "BELLWETHER_KILLED_STORE";
    private const int Records = 4_000;
    private const int LoadsKept = 12;

    /// <summary>About as many writes as a load makes.</summary>
    private const int Writes = 700;

    private static bool AtWrites => Environment.GetEnvironmentVariable("BELLWETHER_KILL_AT") == "write";

    private readonly ScratchStore _store = new(StoreEngine.Sqlite);

    [Fact]
    public void Kill_9_at_any_moment_of_a_load_leaves_the_whole_load_or_nothing()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("BELLWETHER_KILLS"), CultureInfo.InvariantCulture, out var n) ? n : 20;
        var chance = new Random(20260930);
        var whole = 0;
        var inTheMidst = 0;
        var most = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            var (acknowledged, isMidst) = KillOne(chance.Next(0, 400), afterOne: kill == 0, write: kill > 0 && kill % 2 == 0 && AtWrites ? 1 + chance.Next(0, Writes) : 0);
            whole = AssertWhole(kill, whole + acknowledged);
            most = Math.Max(most, whole);
            inTheMidst += isMidst ? 1 : 0;
            // A long campaign begins anew now and then: the file would fill the disk.
            if (whole <= LoadsKept) continue;
            foreach (var file in new[] { _store.File, _store.File + "-wal", _store.File + "-shm" }) File.Delete(file);
            whole = 0;
        }
        Assert.True(inTheMidst * 2 >= kills && most > 0, $"{inTheMidst} of {kills} kills fell into a load and {most} loads ended; the test proves too little.");
    }

    /// <summary>
    /// Starts a child, waits for its first load to begin (or to end and the next to begin, so that a slow machine has a whole load to show) and
    /// a while longer, kills it; how many of its loads it had told us were done.
    /// </summary>
    private (int Acknowledged, bool IsMidst) KillOne(int milliseconds, bool afterOne, int write)
    {
        string[] program = ["dotnet", "exec", typeof(KillTests).Assembly.Location];
        string[] command = write == 0 ? program : ["strace", "-f", "-qq", "-o", "/dev/null", "-P", _store.File, "-P", _store.File + "-wal",
            "-e", "trace=pwrite64,fsync,fdatasync", "-e", $"inject=pwrite64,fsync,fdatasync:signal=KILL:when={write}", .. program];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        start.Environment[StoreVariable] = _store.File;
        using var child = Process.Start(start)!;
        var told = afterOne ? 1 : 0;
        try
        {
            var first = child.StandardOutput.ReadLine();
            // Killed at one of its first writes a child may have begun nothing.
            if (first is null && write > 0) return (0, true);
            Assert.Equal("begin", first);
            if (afterOne)
            {
                Assert.Equal("end", child.StandardOutput.ReadLine());
                Assert.Equal("begin", child.StandardOutput.ReadLine());
            }
            if (write == 0) Thread.Sleep(milliseconds);
            else child.WaitForExit(TimeSpan.FromSeconds(20));
        }
        finally
        {
            child.Kill(entireProcessTree: true);
            child.WaitForExit();
        }
        var said = child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (told + said.Count(s => s == "end"), said is not [.., "end"]);
    }

    private int AssertWhole(int kill, int acknowledged)
    {
        Assert.True(_store.Count("select count(*) from pragma_integrity_check where integrity_check = 'ok'") == 1, $"Kill {kill}: the file is damaged.");
        var loads = (int)_store.Count("select count(*) from loads");
        Assert.True(loads >= acknowledged, $"Kill {kill}: a load that was acknowledged is gone.");
        if (loads == 0) return 0;
        var newest = _store.Count("select max(id) from loads");
        Assert.Equal(Records, _store.Count("select count(*) from records where until_load is null"));
        Assert.Equal(Records, _store.Count($"select count(*) from records where since_load = {newest} and until_load is null"));
        Assert.Equal((long)Records * loads, _store.Count("select count(*) from records"));
        Assert.Equal(loads, _store.Count("select count(*) from statements"));
        Assert.Equal(loads, _store.Count("select count(*) from places"));
        Assert.Equal(Records, _store.Store.Records(RecordsFixture.Kinds).Table("referrals").Count);
        _store.Close();
        return loads;
    }

    [ModuleInitializer]
    internal static void BeTheChild()
    {
        if (Environment.GetEnvironmentVariable(StoreVariable) is not { } file) return;
        using var store = Store.Open(StorePlace.File(file), RecordsFixture.Codes, "997", TimeProvider.System);
        for (var load = store.Loads().Count + 1; ; load++)
        {
            var lines = Enumerable.Range(0, Records).Select(i => $"referrals | C{i} | key=R{i}; date=2024-01-02; team=T{load}");
            var extract = Extract("2024-12-31", [Full("referrals", "2024-01-01", "2024-12-31")], [.. lines]);
            Console.WriteLine("begin");
            store.Load(extract, "bytes");
            Console.WriteLine("end");
        }
    }

    public void Dispose() => _store.Dispose();
}

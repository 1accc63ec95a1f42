using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Bellwether.Tests.Storage.Crash;

/// <summary>How a process that loaded without end was killed.</summary>
/// <param name="Acknowledged">How many of its loads had ended.</param>
/// <param name="IsMidst">True where one had begun and not ended.</param>
internal sealed record Killed(int Acknowledged, bool IsMidst);

/// <summary>
/// Processes that load without end and are killed, one after another. A new .NET takes longer to start than a load to run, so one child of this
/// assembly starts once, loads until all its code is ready, and then forks itself for each one that is to die: a process of its own with
/// files of its own, whatever its parent was.
/// </summary>
internal sealed class ForkedLoads : IDisposable
{
    private const string Variable = "BELLWETHER_FORKED_LOADS";

    private readonly Process _server;

    public ForkedLoads(string scratch)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(ForkedLoads).Assembly.Location]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment[Variable] = scratch;
        // A fork has the one thread that forked: nothing of the runtime may lean on another.
        foreach (var (name, value) in new[] { ("DOTNET_TieredCompilation", "0"), ("DOTNET_gcConcurrent", "0"), ("DOTNET_EnableDiagnostics", "0"), ("DOTNET_EnableWriteXorExecute", "0") }) start.Environment[name] = value;
        _server = Process.Start(start)!;
        Steps = int.Parse(_server.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    /// <summary>How many writes and flushes two loads take, the first into a new file.</summary>
    public int Steps { get; }

    /// <summary>Has a process load into a home and kills it: before its step of that number, or that many microseconds after it began where step is 0.</summary>
    public Killed Kill(string home, int step, int microseconds, bool isSmallCache)
    {
        _server.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step} {microseconds} {isSmallCache} {home}"));
        _server.StandardInput.Flush();
        var (ends, last) = (0, "");
        while (_server.StandardOutput.ReadLine() is { } line)
        {
            if (line == "killed") return new Killed(ends, last == "begin");
            if (line is not ("begin" or "end")) throw new InvalidOperationException($"A loading process was not killed: {line}");
            ends += line == "end" ? 1 : 0;
            last = line;
        }
        throw new InvalidOperationException("The process that forks died.");
    }

    public void Dispose()
    {
        _server.StandardInput.Close();
        if (!_server.WaitForExit(TimeSpan.FromSeconds(5))) _server.Kill();
        _server.Dispose();
    }

    [ModuleInitializer]
    internal static void BeTheServer()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } scratch) return;
        // Plain streams: the console's own reader keeps a thread.
        using var commands = new StreamReader(Console.OpenStandardInput());
        var output = Console.OpenStandardOutput();
        var steps = 0;
        foreach (var isSmallCache in new[] { true, false })
        {
            var warm = Directory.CreateDirectory(Path.Combine(scratch, "warm")).FullName;
            steps = 0;
            using (SqliteWrites.Watch(warm, (_, _, _, _) => { steps++; return 0; })) Loads(warm, 2, isSmallCache, new MemoryStream());
            Directory.Delete(warm, recursive: true);
        }
        GC.Collect();
        Say(output, steps.ToString(CultureInfo.InvariantCulture));
        while (commands.ReadLine()?.Split(' ', 4) is { } said)
        {
            var (step, pause) = (int.Parse(said[0], CultureInfo.InvariantCulture), int.Parse(said[1], CultureInfo.InvariantCulture));
            var child = Fork();
            if (child == 0) BeKilled(said[3], step, bool.Parse(said[2]), output);
            if (step == 0)
            {
                _ = Sleep((uint)pause);
                _ = Signal(child, 9);
            }
            _ = Wait(child, out var status, 0);
            Say(output, (status & 0x7f) == 9 ? "killed" : $"status {status}");
        }
        Environment.Exit(0);
    }

    private static void BeKilled(string home, int step, bool isSmallCache, Stream output)
    {
        // Its own salts for the log, not those of every other fork.
        Reseed(0, 0);
        var steps = 0;
        SqliteWrites.Watch(home, (_, _, _, _) =>
        {
            if (++steps == step) _ = Signal(Self(), 9);
            return 0;
        });
        try { Loads(home, int.MaxValue, isSmallCache, output); }
        catch (Exception e) { Say(output, e.ToString().ReplaceLineEndings(" ")); }
        End(1);
    }

    private static void Loads(string home, int count, bool isSmallCache, Stream output)
    {
        var (_, store) = CrashLoads.Open(home, isSmallCache);
        using (store)
        {
            var first = store.Loads().Count + 1;
            for (var load = first; load - first < count; load++)
            {
                Say(output, "begin");
                CrashLoads.Load(home, store, load, () => Say(output, "end"));
            }
        }
    }

    private static void Say(Stream output, string line) => output.Write(Encoding.UTF8.GetBytes(line + "\n"));

    [DllImport("libc", EntryPoint = "fork")]
    private static extern int Fork();

    [DllImport("libc", EntryPoint = "waitpid")]
    private static extern int Wait(int process, out int status, int options);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);

    [DllImport("libc", EntryPoint = "getpid")]
    private static extern int Self();

    [DllImport("libc", EntryPoint = "usleep")]
    private static extern int Sleep(uint microseconds);

    [DllImport("libc", EntryPoint = "_exit")]
    private static extern void End(int code);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_randomness")]
    private static extern void Reseed(int count, nint into);
}

using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Bellwether.Bench;

/// <summary>One line of the table.</summary>
/// <param name="Step">What was done.</param>
/// <param name="Rows">How many of <paramref name="Unit"/> one run went through.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Milliseconds">Median wall time of the runs.</param>
/// <param name="Cpu">Median processor time of the runs, all threads: what a busy machine does not blur.</param>
/// <param name="Allocated">Bytes allocated in one run, median.</param>
/// <param name="Kept">Bytes alive after a run that were not alive before it, its result included; median.</param>
internal sealed record Line(string Step, long Rows, string Unit, double Milliseconds, double Cpu, long Allocated, long Kept);

/// <summary>Times a step: a warm-up, then several runs, each from a collected heap.</summary>
internal static class Measure
{
    /// <param name="step">What is done, in words.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="runs">Runs after the warm-up.</param>
    /// <param name="run">The step; gives its result and how many of the unit it went through.</param>
    /// <param name="after">What follows a run, off the clock.</param>
    public static Line Step<T>(string step, string unit, int runs, Func<(T Result, long Rows)> run, Action? after = null)
    {
        Once(run, process: null);
        after?.Invoke();
        using var process = Process.GetCurrentProcess();
        var taken = new List<Taken>();
        for (var i = 0; i < runs; i++)
        {
            taken.Add(Once(run, process));
            after?.Invoke();
        }
        return new Line(step, taken[0].Rows, unit, Median(taken.Select(t => t.Wall.TotalMilliseconds)), Median(taken.Select(t => t.Cpu.TotalMilliseconds)),
            Median(taken.Select(t => t.Allocated)), Median(taken.Select(t => t.Kept)));
    }

    // Its own frame: a result that an earlier run left on the stack would count as memory in use before this one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Taken Once<T>(Func<(T Result, long Rows)> run, Process? process)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        process?.Refresh();
        var cpu = process?.TotalProcessorTime ?? TimeSpan.Zero;
        var clock = Stopwatch.GetTimestamp();
        var (result, rows) = run();
        var wall = Stopwatch.GetElapsedTime(clock);
        process?.Refresh();
        cpu = (process?.TotalProcessorTime ?? TimeSpan.Zero) - cpu;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var kept = Math.Max(0, GC.GetTotalMemory(forceFullCollection: true) - before);
        GC.KeepAlive(result);
        return new Taken(rows, wall, cpu, allocated, kept);
    }

    private static T Median<T>(IEnumerable<T> values) => values.Order().ElementAt(values.Count() / 2);

    private readonly record struct Taken(long Rows, TimeSpan Wall, TimeSpan Cpu, long Allocated, long Kept);
}

using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bellwether.Rivals;

/// <summary>One engine: what runs it, and where it must be looked for.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Threads">Threads it may use.</param>
/// <param name="Command">Shell command; writes its cells to CELLS and may print a line of JSON.</param>
/// <param name="IsSlow">Run once only, and at S alone.</param>
internal sealed record Engine(string Name, int Threads, string Command, bool IsSlow = false);

/// <summary>
/// All engines on the same bytes in one run: each once to compare the cells, then turn by turn. Wall time is from exec to exit, start-up
/// included, page cache warm; memory is the process's peak.
/// </summary>
internal sealed class Comparison(string root, string work, string size, int runs)
{
    // The right answer at S, published with the workload before there was a product.
    private const string RightAtS = "39097371d47c59b60f0b9eebbf863a7704c3df6dcb65f2649cbc79bc24587dfc";

    private readonly string _here = Path.Combine(root, "bench", "rivals");

    public int Run()
    {
        var data = Path.Combine(work, size);
        var engines = Engines(data).Where(e => !e.IsSlow || size == "S" || (size == "S-shuffled" && e.Name == "Bellwether warm")).ToList();
        var lines = new List<string> { "engine,threads,run,seconds,cpu,peak_kb,detail" };
        string? right = size.StartsWith('S') ? RightAtS : null;
        foreach (var engine in engines.ToList())
        {
            var (taken, cells) = Once(engine);
            if (taken is null)
            {
                Console.WriteLine($"{engine.Name}: not there, left out (bench/rivals/install)");
                engines.Remove(engine);
                continue;
            }
            right ??= cells;
            Console.WriteLine($"{engine.Name} {engine.Threads}: cells {(cells == right ? "equal" : "DIFFERENT")} ({cells[..12]}) {taken}");
            if (cells != right) return 1;
            lines.Add($"{engine.Name},{engine.Threads},0,{taken}");
        }
        for (var run = 1; run <= runs; run++)
            foreach (var engine in engines.Where(e => !e.IsSlow))
                lines.Add($"{engine.Name},{engine.Threads},{run},{Once(engine).Taken}");
        Directory.CreateDirectory(Path.Combine(_here, "results"));
        File.WriteAllLines(Path.Combine(_here, "results", $"{size}.csv"), lines);
        foreach (var line in lines) Console.WriteLine(line);
        return 0;
    }

    private IEnumerable<Engine> Engines(string data)
    {
        var (rivals, holidays) = (Path.Combine(_here, "rivals"), Path.Combine(work, "holidays"));
        var own = $"dotnet {Path.Combine(AppContext.BaseDirectory, "Bellwether.Rivals.dll")} measure {data} {Path.Combine(_here, "home")} CELLS";
        // At L the collector would let memory grow past what the machine has beside the files; told a bound, it keeps within it.
        var definitions = $"BELLWETHER_DEFINITIONS={Path.Combine(root, "definitions")}{(size == "L" ? " DOTNET_GCHeapHardLimit=0x440000000" : "")}";
        foreach (var threads in new[] { 1, 2 })
        {
            yield return new Engine("Bellwether", threads, $"env {definitions} DOTNET_PROCESSOR_COUNT={threads} {own}");
            yield return new Engine("DuckDB", threads, $"node {rivals}/duck.mjs {threads} {rivals}/duck.sql D={data} OUT=CELLS \"HOL=$(cat {holidays})\"");
        }
        foreach (var threads in new[] { 1, 2 })
            yield return new Engine("Bellwether warm", threads, $"env {definitions} DOTNET_PROCESSOR_COUNT={threads} {own} 5", true);
        yield return new Engine("PostgreSQL", 2, $"bash {_here}/postgres {data} CELLS \"$(cat {holidays})\"", true);
        yield return new Engine("pandas", 1, $"/usr/bin/python3 {rivals}/score_pandas.py {data} CELLS loop \"$(tr -d \\' < {holidays})\"", true);
        yield return new Engine("SQLite", 1, $"/usr/bin/python3 {rivals}/score_sqlite.py {data} CELLS \"$(tr -d \\' < {holidays})\"", true);
    }

    private (string? Taken, string Cells) Once(Engine engine)
    {
        var (cells, times) = (Path.Combine(work, "cells.csv"), Path.Combine(work, "times"));
        File.Delete(cells);
        var command = engine.Command.Replace("CELLS", cells, StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", $"/usr/bin/time -o {times} -f '%e,%U,%S,%M' {command}"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _here };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd().Trim().Split('\n')[^1];
        process.WaitForExit();
        if (process.ExitCode != 0 || !File.Exists(cells))
        {
            Console.Error.WriteLine(errors.Result);
            return (null, "");
        }
        var took = File.ReadAllLines(times)[^1].Split(',');
        var cpu = decimal.Parse(took[1], CultureInfo.InvariantCulture) + decimal.Parse(took[2], CultureInfo.InvariantCulture);
        var peak = engine.Name == "PostgreSQL" ? "" : took[3];
        return (string.Create(CultureInfo.InvariantCulture, $"{took[0]},{cpu},{peak},{said.Replace(',', ';')}"), Hash(cells));
    }

    /// <summary>SHA-256 of the lines in ordinal order: every cell, whatever the order in which an engine writes them.</summary>
    private static string Hash(string cells)
    {
        var lines = File.ReadAllLines(cells);
        Array.Sort(lines, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")));
    }
}

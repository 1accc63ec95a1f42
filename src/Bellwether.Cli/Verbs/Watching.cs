using System.Globalization;
using System.Text.Json;
using Bellwether.Web.Look;

namespace Bellwether.Cli.Verbs;

/// <summary>
/// Loads what arrives in a folder. A workbook, a return or a folder in it is one extract; CSV files that lie loose in it are one
/// together. What is still being copied waits. What was loaded goes into <c>loaded</c>, what was refused or needs an answer into
/// <c>refused</c>, each under the time with its receipt beside it.
/// </summary>
internal sealed class Watching(Terminal terminal, OneLoad load, string folder, TimeProvider time, IReadOnlyDictionary<string, bool> answers)
{
    private const string Loaded = "loaded", Refused = "refused";
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);
    private static readonly string[] Unfinished = [".part", ".tmp", ".crdownload", ".filepart", ".partial"];

    private int _worst = Exit.Ok;

    /// <returns>With <paramref name="once"/> the worst of the loads' codes; 130 where it was stopped.</returns>
    public int Run(bool once, CancellationToken cancel)
    {
        if (!Directory.Exists(folder)) throw new UsageException($"There is no folder {folder} to watch.");
        terminal.Say(once ? $"Loading what is in {folder}." : $"Watching {folder}. Stop with Ctrl+C.");
        var before = Look();
        while (!cancel.WaitHandle.WaitOne(Settle))
        {
            var now = Look();
            foreach (var (name, arrival) in now)
            {
                if (cancel.IsCancellationRequested) return Exit.Interrupted;
                if (before.TryGetValue(name, out var was) && was.State == arrival.State && IsReadable(arrival)) Take(name, arrival);
                else if (once) terminal.Say($"{name} is still being copied; it waits for the next time.");
            }
            if (once) return _worst;
            before = Look();
        }
        return Exit.Interrupted;
    }

    private void Take(string name, Arrival arrival)
    {
        terminal.Say($"{name}:");
        var code = Exit.Failed;
        object receipt;
        try
        {
            (code, var outcome) = load.Run(arrival.Paths, null, answers, isAttended: false);
            receipt = LoadReport.Data(outcome);
        }
        catch (IOException e)
        {
            terminal.Say(e.Message);
            receipt = new { Outcome = "failed", Reason = e.Message };
        }
        _worst = Math.Max(_worst, code);
        var to = Path.Combine(folder, code is Exit.Ok or Exit.SetAside ? Loaded : Refused, time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(to);
        File.WriteAllText(Path.Combine(to, "receipt.json"), JsonSerializer.Serialize(FigureJson.Envelope("load", null, receipt, []), FigureJson.Options));
        foreach (var path in arrival.Paths) Directory.Move(path, Path.Combine(to, Path.GetFileName(path)));
    }

    /// <summary>What lies in the folder, by the name shown, with the sizes and times of all its files.</summary>
    private SortedDictionary<string, Arrival> Look()
    {
        var found = new SortedDictionary<string, Arrival>(StringComparer.Ordinal);
        var loose = new List<string>();
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (name is Loaded or Refused || name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal)) continue;
            if (Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase) && File.Exists(path)) loose.Add(path);
            else found[name] = Arrival.Of([path]);
        }
        if (loose.Count > 0) found["the CSV files"] = Arrival.Of(loose);
        return found;
    }

    private static bool IsUnfinished(string name) => Unfinished.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Every file can be opened alone: nobody writes it any more, and none has the name of a copy under way.</summary>
    private static bool IsReadable(Arrival arrival)
    {
        try
        {
            foreach (var file in arrival.Files)
            {
                if (IsUnfinished(file)) return false;
                using var alone = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None);
            }
            return arrival.Files.Count > 0;
        }
        catch (IOException) { return false; }
        catch (UnauthorizedAccessException) { return false; }
    }

    private sealed record Arrival(IReadOnlyList<string> Paths, IReadOnlyList<string> Files, string State)
    {
        public static Arrival Of(IReadOnlyList<string> paths)
        {
            string[] files = [.. paths.SelectMany<string, string>(p => Directory.Exists(p) ? Directory.EnumerateFiles(p, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [p])];
            return new Arrival(paths, files, string.Join('|', files.Select(f => new FileInfo(f)).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.FullName} {(f.Exists ? f.Length : -1)} {f.LastWriteTimeUtc.Ticks}"))));
        }
    }
}

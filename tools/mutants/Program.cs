using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

// Changes every operator, bound and word of a room, one at a time, and asks whether the room's own tests notice. Stryker makes the mutants and
// runs them in one long process, where whatever is worked out once stays as it was before the mutant: so each one that got away there is asked
// again in a process of its own. Writes docs/mutants-ROOM.md.
var root = Directory.GetCurrentDirectory();
var room = args.Length > 0 ? args[0] : "Calendar";
var tests = Path.Combine(root, "tools", "mutants", "room");
var built = Path.Combine(tests, "bin", "Debug", "net10.0");
var work = Path.Combine(root, "artifacts", "mutants", room);
if (Directory.Exists(work)) Directory.Delete(work, true);
Directory.CreateDirectory(work);
Environment.SetEnvironmentVariable("Room", room);
if (Finish(Start("dotnet", ["build", "-v", "q", "--nologo"], tests, null)) != 0) return 1;

var plain = new FileInfo(Path.Combine(built, "Bellwether.dll")).Length;
var making = Start("dotnet", ["tool", "run", "dotnet-stryker", "--project", "Bellwether.csproj", "--test-runner", "mtp", "--mutate", $"**/{room}/**/*.cs",
    "-c", "2", "-r", "json", "-O", work, "--skip-version-check"], tests, null);
var run = Path.Combine(work, "run");
while (!making.HasExited)
{
    Thread.Sleep(500);
    var mutated = new FileInfo(Path.Combine(built, "Bellwether.dll"));
    // The file with the mutants is far larger than the plain one; a second look makes sure that it is written to its end.
    if (Directory.Exists(run) || !mutated.Exists || mutated.Length <= plain) continue;
    Thread.Sleep(3000);
    Copy(built, run);
}
if (making.ExitCode != 0 || !Directory.Exists(run))
{
    Console.WriteLine("Stryker made no mutants; see its words above. It is restored by: dotnet tool restore");
    return 1;
}

var report = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(work, "reports", "mutation-report.json"))).RootElement;
var mutants = report.GetProperty("files").EnumerateObject()
    .Where(file => file.Name.Replace('\\', '/').Contains($"/{room}/", StringComparison.Ordinal))
    .SelectMany(file => file.Value.GetProperty("mutants").EnumerateArray().Select(m => Mutant.Read(file.Name, file.Value.GetProperty("source").GetString()!, m)))
    .Where(m => m.Status is "Killed" or "Survived" or "Timeout" or "NoCoverage").ToList();
if (Outlives("-1")) Console.WriteLine("The tests pass without a mutant.");
else { Console.WriteLine("The tests fail without any mutant."); return 1; }
var judged = mutants.AsParallel().AsOrdered().WithDegreeOfParallelism(2)
    .Select(m => m.Status is "Survived" or "NoCoverage" && !Outlives(m.Id) ? m with { Status = "Killed alone" } : m).ToList();
var alive = judged.Where(m => m.Status is "Survived" or "NoCoverage").ToList();
var score = 100m * (judged.Count - alive.Count) / judged.Count;
Write();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{room}: {judged.Count} mutants, {judged.Count - alive.Count} noticed, {alive.Count} not: {score:0.0} %"));
return 0;

bool Outlives(string id)
{
    var process = Start(Path.Combine(run, "Bellwether.Tests"), [], run, id);
    return Finish(process, 60) == 0;
}

void Write()
{
    var text = new StringBuilder();
    text.Append(CultureInfo.InvariantCulture, $"# Mutants of {room}\n\nMade by `./dev campaign mutants {room}`: {judged.Count} changes, one at a time, to the room's source; its own tests noticed {judged.Count - alive.Count} of them, {score:0.0} %. ");
    text.Append(CultureInfo.InvariantCulture, $"{judged.Count(m => m.Status == "Killed alone")} of those show only in a process of their own, since they change what is worked out once. These were not noticed:\n\n| place | as it stands | changed to |\n|---|---|---|\n");
    foreach (var m in alive)
        text.Append(CultureInfo.InvariantCulture, $"| {m.File}:{m.Line} | `{Cell(m.Before)}` | `{Cell(m.After)}` |\n");
    File.WriteAllText(Path.Combine(root, "docs", $"mutants-{room.ToLowerInvariant()}.md"), text.ToString());
}

static string Cell(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);

static Process Start(string file, string[] arguments, string folder, string? mutant)
{
    var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = mutant is not null };
    if (mutant is not null)
    {
        // Stryker's own switch: the variable that names the variable that holds the mutant's number.
        start.Environment["STRYKER_MUTANT_ID_CONTROL_VAR"] = "ACTIVE_MUTANT";
        start.Environment["ACTIVE_MUTANT"] = mutant;
    }
    var process = Process.Start(start)!;
    if (mutant is not null) process.OutputDataReceived += (_, _) => { };
    if (mutant is not null) process.BeginOutputReadLine();
    return process;
}

static int Finish(Process process, int seconds = 600)
{
    using (process)
    {
        if (process.WaitForExit(TimeSpan.FromSeconds(seconds))) return process.ExitCode;
        process.Kill(true);
        return -1;
    }
}

static void Copy(string from, string to)
{
    foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
    {
        var place = Path.Combine(to, Path.GetRelativePath(from, file));
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Copy(file, place, true);
    }
}

internal sealed record Mutant(string Id, string File, int Line, string Before, string After, string Status)
{
    public static Mutant Read(string file, string source, JsonElement mutant)
    {
        var (start, end) = (mutant.GetProperty("location").GetProperty("start"), mutant.GetProperty("location").GetProperty("end"));
        var lines = source.Split('\n');
        var (first, last) = (start.GetProperty("line").GetInt32(), end.GetProperty("line").GetInt32());
        var line = lines[first - 1];
        var before = first == last ? line[(start.GetProperty("column").GetInt32() - 1)..(end.GetProperty("column").GetInt32() - 1)] : line.Trim();
        return new Mutant(mutant.GetProperty("id").GetString()!, Path.GetFileName(file), first, before,
            mutant.TryGetProperty("replacement", out var after) ? after.GetString() ?? "" : "", mutant.GetProperty("status").GetString()!);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

// Changes every operator, bound and word of a room, one at a time, and asks whether the room's own tests notice. Stryker makes the mutants and
// runs them in one long process, where whatever is worked out once stays as it was before the mutant: so each one that got away there is asked
// again in a process of its own. Writes docs/mutants-ROOM.md.
// Of a room whose tests take long, a sample: Stryker only makes the mutants, with the tests of Calendar, which notice none of them; then so many
// of them, drawn at random by a seed, are each asked of the room's own tests in a process of their own.
var root = Directory.GetCurrentDirectory();
var room = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "Calendar";
var sample = Option("--sample", 0);
var seed = Option("--seed", 1);
var tests = Path.Combine(root, "tools", "mutants", "room");
var built = Path.Combine(tests, "bin", "Debug", "net10.0");
var work = Path.Combine(root, "artifacts", "mutants", room);
if (Directory.Exists(work)) Directory.Delete(work, true);
Directory.CreateDirectory(work);
Environment.SetEnvironmentVariable("Room", sample > 0 ? "Calendar" : room);
Environment.SetEnvironmentVariable("BELLWETHER_CAMPAIGN_SEEDS", "1");
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
var all = mutants.Count;
if (sample > 0)
{
    var mutated = Path.Combine(run, "Bellwether.dll");
    run = Path.Combine(work, "asked");
    Copy(Path.Combine(root, "tests", "Bellwether.Tests", "bin", "Debug", "net10.0"), run);
    File.Copy(mutated, Path.Combine(run, "Bellwether.dll"), true);
    var drawn = mutants.ToArray();
    new Random(seed).Shuffle(drawn);
    mutants = [.. drawn.Take(sample).OrderBy(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Line)];
}
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
    string[] some = sample > 0 ? ["-namespace", $"Bellwether.Tests.{room}*", "-stopOnFail"] : [];
    var process = Start(Path.Combine(run, "Bellwether.Tests"), some, run, id);
    var outlives = Finish(process, sample > 0 ? 600 : 60) == 0;
    if (sample > 0) Console.WriteLine($"{id,6} {(outlives ? "not noticed" : "noticed")}");
    return outlives;
}

int Option(string name, int without) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : without;

void Write()
{
    var text = new StringBuilder();
    if (sample > 0)
        text.Append(CultureInfo.InvariantCulture, $"# Mutants of {room}, a sample\n\nMade by `./dev campaign mutants {room} --sample {sample} --seed {seed}`: of {all:N0} changes that can be made to the room's source, {judged.Count} drawn at random were made, one at a time; its own tests (the random comparison with one seed) noticed {judged.Count - alive.Count} of them, {score:0.0} %. These were not noticed:\n\n");
    else
    {
        text.Append(CultureInfo.InvariantCulture, $"# Mutants of {room}\n\nMade by `./dev campaign mutants {room}`: {judged.Count} changes, one at a time, to the room's source; its own tests noticed {judged.Count - alive.Count} of them, {score:0.0} %. ");
        text.Append(CultureInfo.InvariantCulture, $"{judged.Count(m => m.Status == "Killed alone")} of those show only in a process of their own, since they change what is worked out once. These were not noticed:\n\n");
    }
    text.Append("| place | as it stands | changed to |\n|---|---|---|\n");
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

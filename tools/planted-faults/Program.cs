using System.Diagnostics;
using System.Globalization;
using System.Text;

// Breaks each operator of the engine once on purpose and asks whether the random comparison sees it. All faults of faults.txt are woven into
// one copy of the source, each behind a number that an environment variable chooses, so that one build serves them all; the product has none of it.
var root = Directory.GetCurrentDirectory();
var work = Path.Combine(root, "artifacts", "planted-faults");
var tests = Path.Combine(root, "tests", "Bellwether.Tests", "bin", "Debug", "net10.0");
var faults = File.ReadAllLines(Path.Combine(root, "tools", "planted-faults", "faults.txt"))
    .Where(l => l.Length > 0 && l[0] != '#').Select((l, n) => Fault.Read(n + 1, l)).ToList();
if (Directory.Exists(work)) Directory.Delete(work, true);
Weave();
if (Run("dotnet", "build src/Bellwether -v q --nologo -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false", work, 0) is var (built, said) && built != 0)
{
    Console.WriteLine(said);
    return 1;
}
Copy(tests, Path.Combine(work, "run"));
File.Copy(Path.Combine(work, "src", "Bellwether", "bin", "Debug", "net10.0", "Bellwether.dll"), Path.Combine(work, "run", "Bellwether.dll"), true);
if (Compare(0) is { Failed: true } clean)
{
    Console.WriteLine($"Without a fault the comparison fails: {clean.How}");
    return 1;
}
var only = args.Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToHashSet();
var rows = new List<string>();
var missed = 0;
foreach (var fault in faults.Where(f => only.Count == 0 || only.Contains(f.Number)))
{
    var (failed, how) = Compare(fault.Number);
    if (!failed) missed++;
    Console.WriteLine($"{fault.Number,3} {(failed ? "caught" : "MISSED")} {fault.Operator}: {fault.What}");
    rows.Add($"| {fault.Operator} | {fault.What} | {(failed ? how : "**missed**")} |");
}
if (only.Count == 0) Write();
Console.WriteLine($"{rows.Count} faults planted, {rows.Count - missed} caught, {missed} missed");
return missed == 0 ? 0 : 1;

void Weave()
{
    foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt" })
    {
        Directory.CreateDirectory(work);
        File.Copy(Path.Combine(root, file), Path.Combine(work, file));
    }
    Copy(Path.Combine(root, "src", "Bellwether"), Path.Combine(work, "src", "Bellwether"));
    var engine = Path.Combine(work, "src", "Bellwether", "Indicators", "Engine");
    foreach (var file in faults.GroupBy(f => f.File))
    {
        var path = Path.Combine(engine, file.Key);
        var text = File.ReadAllText(path);
        foreach (var place in file.GroupBy(f => f.Place))
        {
            var first = place.First();
            var found = first.Before + first.Part + first.After;
            if (text.Split(found).Length != 2) throw new InvalidDataException($"fault {first.Number}: \"{found}\" stands {text.Split(found).Length - 1} times in {file.Key}");
            var woven = place.Reverse().Aggregate(first.Part, (rest, f) => $"(Planted.Is({f.Number}) ? ({f.Instead}) : ({rest}))");
            text = text.Replace(found, first.Before + woven + first.After, StringComparison.Ordinal);
        }
        File.WriteAllText(path, text);
    }
    File.WriteAllText(Path.Combine(engine, "Planted.cs"), """
        namespace Bellwether.Indicators.Engine;
        internal static class Planted
        {
            private static readonly int Chosen = int.Parse(System.Environment.GetEnvironmentVariable("BELLWETHER_PLANT") ?? "0");
            public static bool Is(int fault) => fault == Chosen;
        }
        """);
}

(bool Failed, string How) Compare(int fault)
{
    var report = Path.Combine(work, "report.txt");
    File.Delete(report);
    var (code, output) = Run("dotnet", "run/Bellwether.Tests.dll -class Bellwether.Tests.Indicators.Proof.RandomJourneyTests", work, fault, report);
    if (code == 0) return (false, "");
    var lines = File.Exists(report) ? File.ReadAllLines(report) : [output.Split('\n')[0]];
    var where = lines.FirstOrDefault(l => l.StartsWith("seed ", StringComparison.Ordinal)) ?? lines[0];
    var parts = where.Split(": ");
    var counts = lines[0].Split(" comparisons")[0];
    return (true, parts.Length < 2 ? where : $"{parts[0]}, by {parts[1].Split(" at ")[0].Split(", ")[0]}, within {counts} comparisons");
}

static (int Code, string Output) Run(string program, string arguments, string folder, int fault, string report = "")
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
    start.Environment["BELLWETHER_PLANT"] = fault.ToString(CultureInfo.InvariantCulture);
    start.Environment["BELLWETHER_CAMPAIGN_REPORT"] = report;
    start.Environment.Remove("BELLWETHER_CAMPAIGN_MINUTES");
    using var process = Process.Start(start)!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return (process.ExitCode, output);
}

static void Copy(string from, string to)
{
    Directory.CreateDirectory(to);
    foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)), true);
    foreach (var folder in Directory.EnumerateDirectories(from).Where(f => Path.GetFileName(f) is not ("bin" or "obj"))) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
}

void Write()
{
    var text = new StringBuilder();
    var page = Path.Combine(root, "docs", "proof.md");
    var kept = File.Exists(page) ? File.ReadAllText(page) : "# The proof of the engine\n";
    var mark = kept.IndexOf("## Planted faults", StringComparison.Ordinal);
    text.Append(mark < 0 ? kept.TrimEnd() + "\n\n" : kept[..mark]);
    text.Append(CultureInfo.InvariantCulture, $"## Planted faults\nWritten by `./dev campaign faults`: {rows.Count} faults planted, {rows.Count - missed} caught, {missed} missed. \"Caught\" names the first seed and definition whose answers differed, and how many comparisons it took.\n\n| operator | what was broken | caught |\n|---|---|---|\n");
    foreach (var row in rows) text.Append(row).Append('\n');
    File.WriteAllText(page, text.ToString());
}

internal sealed record Fault(int Number, string Operator, string What, string File, string Before, string Part, string After, string Instead)
{
    public string Place => Before + "«" + Part + "»" + After;

    public static Fault Read(int number, string line)
    {
        var cells = line.Split(" :: ");
        if (cells.Length != 5) throw new InvalidDataException($"fault {number} has {cells.Length} parts: {line}");
        var at = cells[3].Replace("\\n", "\n", StringComparison.Ordinal);
        var (open, close) = (at.IndexOf('«'), at.IndexOf('»'));
        return new Fault(number, cells[0], cells[1], cells[2], at[..open], at[(open + 1)..close], at[(close + 1)..], cells[4]);
    }
}

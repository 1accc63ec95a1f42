using System.Diagnostics;
using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Extracts.Reading;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Journeys;

// The twelve-indicator workload as the product does it: files through an ordinary column map, journeys, twelve definition files, cells.
// Arguments: folder of the data, folder bench/rivals/home, file for the cells.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (data, home, to) = (args[0], args[1], args[2]);
var shelf = Shelf.Path();
var definitions = Path.Combine(home, "definitions");
var steps = new List<string>();
var clock = Stopwatch.GetTimestamp();
void Took(string step)
{
    steps.Add(string.Create(CultureInfo.InvariantCulture, $"\"{step}\":{Stopwatch.GetElapsedTime(clock).TotalSeconds:0.000}"));
    clock = Stopwatch.GetTimestamp();
}

var kinds = RecordKinds.Load(shelf);
var codes = CodeLists.Load(Path.Combine(shelf, "codes"), Path.Combine(definitions, "codes"));
var authority = Authority.Load(home);
var catalogue = Catalogue.Load(definitions, null, kinds, codes);
foreach (var message in catalogue.Messages) Console.Error.WriteLine(message);
Took("definitions");
var settings = ReadingSettings.For(shelf, home) with
{
    MapFolders = [Path.Combine(home, "extracts")],
    // The usual limits refuse what no council has; a region does.
    Limits = ReadingLimits.Default with { Rows = 200_000_000, FileBytes = 8L << 30 },
};
var extract = new ExtractReader(kinds, codes, settings).Read([data], new DateOnly(2026, 3, 31));
Took("read");
foreach (var finding in extract.Findings.Where(f => f.Outcome == Outcome.Rejected)) Console.Error.WriteLine(finding);
foreach (var group in extract.Findings.GroupBy(f => (f.File, f.Code))) Console.Error.WriteLine($"{group.Key.File} {group.Key.Code}: {group.Count()}");
var journeys = Journeys.Build(extract.Records, codes, authority, extract.DataDate);
Took("journeys");
foreach (var group in journeys.Findings.GroupBy(f => f.Code)) Console.Error.WriteLine($"{group.Key}: {group.Count()}");
var figures = new Figures(journeys, catalogue);
var days = Enumerable.Range(0, 60).Select(m => new Month(2021, 4).Add(m).Last).ToList();
using (var cells = new StreamWriter(to))
    foreach (var entry in catalogue.Entries)
    {
        Cells.Write(cells, figures, catalogue.Find(entry.Definition.Id)!, days);
        if (Environment.GetEnvironmentVariable("RIVALS_STEPS") is not null) Took(entry.Definition.Code);
    }
Took("figures");
using var process = Process.GetCurrentProcess();
Console.WriteLine($"{{\"engine\":\"bellwether\",{string.Join(',', steps)},\"findings\":{extract.Findings.Count + journeys.Findings.Count},\"maxrss_MB\":{process.PeakWorkingSet64 >> 20}}}");

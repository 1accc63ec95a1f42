using System.Diagnostics;
using System.Globalization;
using Bellwether.Bench;
using Bellwether.Calendar;
using Bellwether.Example;
using Bellwether.Indicators;
using Bellwether.Scorecards;
using Bellwether.Storage;

// Times the way from files to a scorecard for the example authority. Arguments: runs (5), size of the authority (1.0).
// "packs" first: times the writers instead.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["packs", ..])
{
    Packs.Run(args[1..], () => PrintColumns($"A pack, medians of runs after a warm-up; {Environment.ProcessorCount} cores, .NET {Environment.Version}"), Print);
    PrintMemory();
    return;
}
var runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
var size = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 1.0;
var scratch = Directory.CreateTempSubdirectory("bellwether-bench-");
try
{
    var world = ExampleAuthority.Simulate(ExampleAuthority.DefaultSeed, ExampleAuthority.DefaultFrom, ExampleAuthority.DefaultTo, size);
    var month = Month.Of(ExampleAuthority.DefaultTo);
    var files = new[] { month.Add(-1), month }.Select(m => Written(m.Last)).ToList();
    var folder = Path.Combine(scratch.FullName, "home");
    Home.Create(folder, "Wessenshire (invented)", "997");
    using var home = Home.Open(folder, TimeProvider.System);

    PrintHeading();
    Print(Measure.Step("Read files to an extract", "rows", runs, () =>
    {
        var read = home.Read([files[1]], month.Last);
        return (read, read.Receipt.Sum(r => (long)r.Rows));
    }));
    var before = home.Read([files[0]], month.Add(-1).Last);
    var extract = home.Read([files[1]], month.Last);
    var records = extract.Records.Tables.Sum(t => (long)t.Count);

    Store? store = null;
    void Close() { store?.Dispose(); store = null; Directory.Delete(Path.Combine(scratch.FullName, "stores"), recursive: true); }
    Store Fresh() => Store.Open(StorePlace.File(Path.Combine(Directory.CreateDirectory(Path.Combine(scratch.FullName, "stores")).FullName, "store.db")),
        home.Codes, home.Authority.LaCode, TimeProvider.System);
    Print(Measure.Step("Store a first load", "records", runs, () => { store = Fresh(); return (store.Load(extract, ""), records); }, Close));
    Print(Measure.Step("Store a month, then the next", "records", runs, () =>
    {
        store = Fresh();
        store.Load(before, "");
        return (store.Load(extract, ""), before.Records.Tables.Sum(t => (long)t.Count) + records);
    }, Close));

    home.Store.Load(before, "");
    home.Store.Load(extract, "");
    Print(Measure.Step("Remember what is known", "records", runs, () =>
    {
        var set = home.Store.Records(home.Kinds);
        return (set, set.Tables.Sum(t => (long)t.Count));
    }));
    var known = home.Store.Records(home.Kinds);
    Print(Measure.Step("Build journeys", "records", runs,
        () => (Bellwether.Journeys.Journeys.Build(known, home.Codes, home.Authority), known.Tables.Sum(t => (long)t.Count))));
    var journeys = Bellwether.Journeys.Journeys.Build(known, home.Codes, home.Authority);
    var catalogue = home.Catalogue();
    var scorecard = catalogue.FindScorecard("children")!;
    // New figures each run: nothing worked out by an earlier one is used again.
    Print(Measure.Step("Fill the scorecard", "figures", runs, () =>
    {
        var filled = new Performance(new Figures(journeys, catalogue), catalogue, home.Commitments, journeys.Values).Fill(scorecard, month);
        return (filled, filled.Rows.Sum(r => (long)r.Trend.Count));
    }));
    PrintMemory();

    string Written(DateOnly day)
    {
        var to = Path.Combine(scratch.FullName, "extract", day.ToString("O", CultureInfo.InvariantCulture));
        SsdFolder.Write(world, day, to);
        LocalCsvs.Write(world, day, to);
        return to;
    }
}
finally
{
    scratch.Delete(recursive: true);
}

void PrintHeading()
{
    PrintColumns($"Example authority, size {size}: medians of {runs} runs after a warm-up; {Environment.ProcessorCount} cores, .NET {Environment.Version}");
}

void PrintColumns(string title)
{
    Console.WriteLine(title);
    Console.WriteLine($"{"step",-30}{"count",10} {"of",-8}{"ms",9}{"cpu ms",9}{"per second",13}{"allocated",12}{"kept",10}");
}

void Print(Line l) => Console.WriteLine(
    $"{l.Step,-30}{l.Rows,10:N0} {l.Unit,-8}{l.Milliseconds,9:N0}{l.Cpu,9:N0}{l.Rows / l.Milliseconds * 1000,13:N0}{Mb(l.Allocated),12}{Mb(l.Kept),10}");

void PrintMemory()
{
    using var process = Process.GetCurrentProcess();
    Console.WriteLine($"Most memory held by the process at once: {Mb(process.PeakWorkingSet64)}");
}

static string Mb(long bytes) => $"{bytes / 1048576.0:N0} MB";

using System.Diagnostics;
using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Extracts.Reading;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Journeys;

namespace Bellwether.Rivals;

/// <summary>
/// The twelve-indicator workload through the product's own doors: files by an ordinary column map, journeys, twelve definition files, cells.
/// Findings and origins are made and kept.
/// </summary>
internal sealed class Workload(string data, string home)
{
    private readonly RecordKinds _kinds = RecordKinds.Load(Shelf.Path());
    private readonly CodeLists _codes = CodeLists.Load(Path.Combine(Shelf.Path(), "codes"), Path.Combine(home, "definitions", "codes"));
    private readonly IReadOnlyList<DateOnly> _days = MonthEnds();
    private Catalogue? _catalogue;

    /// <summary>A new process's whole work; prints what each step took.</summary>
    public static int Once(string data, string home, string cells)
    {
        var clock = new StepClock();
        var work = new Workload(data, home);
        work.Define();
        clock.Took("definitions");
        var extract = work.Read();
        clock.Took("read");
        var journeys = work.Build(extract);
        clock.Took("journeys");
        using (var to = new StreamWriter(cells)) work.Write(new Figures(journeys, work._catalogue!), to, clock);
        clock.Took("figures");
        Console.WriteLine($"{{{clock.Json},\"findings\":{extract.Findings.Count + journeys.Findings.Count}}}");
        return 0;
    }

    /// <summary>The same again and again in one process; prints the medians after two passes, and what is alive afterwards.</summary>
    public static int Warm(string data, string home, string cells, int runs)
    {
        var work = new Workload(data, home);
        work.Define();
        var (loads, computes) = (new List<double>(), new List<double>());
        Journeys.Journeys? journeys = null;
        IReadOnlyList<Statement> says = [];
        for (var run = 0; run < runs + 2; run++)
        {
            journeys = null;
            GC.Collect();
            var clock = Stopwatch.StartNew();
            var extract = work.Read();
            (journeys, says) = (work.Build(extract), [.. extract.Records.Statements]);
            extract = null;
            var loaded = clock.Elapsed.TotalSeconds;
            using (var to = new StreamWriter(cells)) work.Write(new Figures(journeys, work._catalogue!), to, new StepClock());
            if (run < 2) continue;
            loads.Add(loaded);
            computes.Add(clock.Elapsed.TotalSeconds - loaded);
        }
        var alive = GC.GetTotalMemory(true);
        var again = new ChangedChild(data, work.Read, work.Build, says, work._catalogue!, work._days).Seconds(journeys!, runs);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{{\"load\":{Median(loads):0.000},\"compute\":{Median(computes):0.000},\"one\":{again:0.00000},\"live\":{alive},\"children\":{journeys!.ChildIds.Count}}}"));
        return 0;
    }

    public static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    private static List<DateOnly> MonthEnds()
    {
        var days = new List<DateOnly>(60);
        for (var m = 0; m < 60; m++) days.Add(new Month(2021, 4).Add(m).Last);
        return days;
    }

    private void Define()
    {
        // A shelf of the twelve alone: the rivals read no other definitions either.
        _catalogue = Catalogue.Load(Path.Combine(home, "definitions"), null, _kinds, _codes);
        foreach (var message in _catalogue.Messages) Console.Error.WriteLine(message);
    }

    private Extract Read() => Read(data);

    private Extract Read(string folder)
    {
        var settings = ReadingSettings.For(Shelf.Path(), home) with
        {
            MapFolders = [Path.Combine(home, "extracts")],
            // The usual limits refuse what no council has; a region does.
            Limits = ReadingLimits.Default with { Rows = 400_000_000, FileBytes = 8L << 30 },
        };
        var extract = new ExtractReader(_kinds, _codes, settings).Read([folder], new DateOnly(2026, 3, 31));
        foreach (var finding in extract.Findings.Where(f => f.Outcome == Outcome.Rejected)) throw new InvalidDataException(finding.ToString());
        return extract;
    }

    private Journeys.Journeys Build(Extract extract) => Journeys.Journeys.Build(extract.Records, _codes, Authority.Load(home), extract.DataDate);

    private void Write(Figures figures, TextWriter to, StepClock clock)
    {
        foreach (var entry in _catalogue!.Entries)
        {
            var found = _catalogue.Find(entry.Definition.Id)!;
            Cells.Write(to, found, figures.Sheet(found, Figures.DefaultWindow(found), _days, Cells.Breakdowns));
            if (Environment.GetEnvironmentVariable("RIVALS_STEPS") is not null) clock.Took(entry.Definition.Code);
        }
    }

    private sealed class StepClock
    {
        private readonly List<string> _steps = [];
        private long _since = Stopwatch.GetTimestamp();

        public string Json => string.Join(',', _steps);

        public void Took(string step)
        {
            _steps.Add(string.Create(CultureInfo.InvariantCulture, $"\"{step}\":{Stopwatch.GetElapsedTime(_since).TotalSeconds:0.000}"));
            _since = Stopwatch.GetTimestamp();
        }
    }
}

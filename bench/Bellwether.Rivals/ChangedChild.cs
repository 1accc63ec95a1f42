using System.Diagnostics;
using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Rivals;

/// <summary>
/// One child whose record changed: an allocation of some length that was there is gone. The rows of that child, and of those who share a worker with it, are read
/// from files as they were and as they are, built, and counted again; the figures must be those of reading and counting everything. What the
/// data speaks for is as the whole said it: a store keeps that, and so few rows can't tell it.
/// </summary>
internal sealed class ChangedChild(
    string data, Func<string, Extract> read, Func<Extract, Journeys.Journeys> build, IReadOnlyList<Statement> says, Catalogue catalogue, IReadOnlyList<DateOnly> days)
{
    private const string Changed = "allocations.csv";

    private readonly List<Found> _founds = [.. catalogue.Entries.Select(e => catalogue.Find(e.Definition.Id)!)];

    /// <summary>The median time from the records of those children in memory to all cells, in a warm process.</summary>
    public double Seconds(Journeys.Journeys before, int runs)
    {
        var allocations = before.Rows("allocations");
        var row = allocations.Count / 2;
        while (!Days.IsDate(allocations.End[row]) || allocations.End[row] < allocations.First[row] + 60) row++;
        var child = before.ChildIds[allocations.Subject[row]];
        var changed = new HashSet<string>(StringComparer.Ordinal) { child };
        // The row a person sees, from 1, headings included.
        var gone = allocations.SourceRow[row];
        var folder = Directory.CreateTempSubdirectory("bellwether-changed").FullName;
        try
        {
            string Place(string name) => Path.Combine(folder, name);
            Copy(Place("alone"), changed, gone);
            var alone = Said(Place("alone"));
            var around = Recount.Around(before, build(alone), changed);
            Copy(Place("was"), changed, 0);
            Copy(Place("around, was"), around, 0);
            Copy(Place("around, now"), around, gone);
            Copy(Place("all"), null, gone);
            var (was, aroundWas, aroundNow) = (Said(Place("was")), Said(Place("around, was")), Said(Place("around, now")));
            var sheets = Sheets(new Figures(before, catalogue));
            var times = new List<double>();
            for (var run = 0; run < runs + 10; run++)
            {
                var clock = Stopwatch.StartNew();
                var said = build(alone);
                var recount = new Recount((new Figures(build(was), catalogue), new Figures(said, catalogue)), new(() =>
                {
                    _ = Recount.Around(before, said, changed);
                    return (new Figures(build(aroundWas), catalogue), new Figures(build(aroundNow), catalogue));
                }));
                var now = _founds.Select((found, n) => recount.Sheet(found, Figures.DefaultWindow(found), days, Cells.Breakdowns, sheets[n])!).ToList();
                // The first runs are not yet compiled.
                if (run >= 10) times.Add(clock.Elapsed.TotalSeconds);
                if (run == 0) Check(now, sheets, Sheets(new Figures(build(read(Place("all"))), catalogue)));
            }
            return Workload.Median(times);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private Extract Said(string folder)
    {
        var extract = read(folder);
        extract.Records.Statements.Clear();
        extract.Records.Statements.AddRange(says);
        return extract;
    }

    private List<IReadOnlyList<IReadOnlyList<IReadOnlyList<Figure>>>> Sheets(Figures figures) =>
        _founds.ConvertAll(found => figures.Sheet(found, Figures.DefaultWindow(found), days, Cells.Breakdowns));

    private void Check(
        List<IReadOnlyList<IReadOnlyList<IReadOnlyList<Figure>>>> now, List<IReadOnlyList<IReadOnlyList<IReadOnlyList<Figure>>>> was,
        List<IReadOnlyList<IReadOnlyList<IReadOnlyList<Figure>>>> right)
    {
        if (Written(now) != Written(right)) throw new InvalidOperationException("One changed child: the figures are not those of everything counted again.");
        if (Written(now) == Written(was)) throw new InvalidOperationException("One changed child: no figure changed, so nothing is shown by it.");
    }

    private string Written(List<IReadOnlyList<IReadOnlyList<IReadOnlyList<Figure>>>> sheets)
    {
        using var to = new StringWriter();
        for (var n = 0; n < sheets.Count; n++) Cells.Write(to, _founds[n], sheets[n]);
        return to.ToString();
    }

    /// <summary>The rows of some children, or of all, without one row of the allocations.</summary>
    private void Copy(string to, IReadOnlySet<string>? children, int gone)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(data, "*.csv"))
        {
            var name = Path.GetFileName(file);
            var target = Path.Combine(to, name);
            if (children is null && name != Changed)
            {
                File.CreateSymbolicLink(target, Path.GetFullPath(file));
                continue;
            }
            var column = Array.IndexOf(File.ReadLines(file).First().Split(','), "child_id");
            File.WriteAllLines(target, File.ReadLines(file).Where((line, n) =>
                n == 0 || ((name != Changed || n + 1 != gone) && (children is null || children.Contains(line.Split(',', column + 2)[column])))));
        }
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Bellwether.Rivals;

/// <summary>One run of one engine, as a line of results/SIZE.csv.</summary>
internal sealed record Run(string Engine, int Threads, int Number, decimal Seconds, decimal Cpu, decimal? PeakKb, string Detail);

/// <summary>The runs of one size.</summary>
internal sealed partial class Measured(IReadOnlyList<Run> runs)
{
    public IReadOnlyList<Run> Runs => runs;

    public static Measured? Read(string file)
    {
        if (!File.Exists(file)) return null;
        return new Measured([.. File.ReadLines(file).Skip(1).Select(line => line.Split(',', 7)).Select(c => new Run(
            c[0], int.Parse(c[1], CultureInfo.InvariantCulture), int.Parse(c[2], CultureInfo.InvariantCulture), Number(c[3]), Number(c[4]), c[5].Length == 0 ? null : Number(c[5]), c[6]))]);
    }

    /// <summary>Median seconds of the whole process; of the first run where there is no other.</summary>
    public decimal? Seconds(string engine, int threads) => Median(Of(engine, threads).Select(r => r.Seconds));

    public decimal? PeakMb(string engine, int threads) => Median(Of(engine, threads).Select(r => r.PeakKb).OfType<decimal>()) / 1024;

    /// <summary>Median of a number that the engine says itself.</summary>
    public decimal? Said(string engine, int threads, string name) => Median(Of(engine, threads).Select(r => Said(r, name)).OfType<decimal>());

    /// <summary>The steps of DuckDB that are neither reading nor writing.</summary>
    public decimal? DuckCompute(int threads) => Median(Of("DuckDB", threads).Select(r =>
        Said(r, "calendar") + Said(r, "events") + Said(r, "spells") + Said(r, "snapshot_agg") + Said(r, "caseload")).OfType<decimal>());

    private IEnumerable<Run> Of(string engine, int threads)
    {
        var own = runs.Where(r => r.Engine == engine && r.Threads == threads).ToList();
        return own.Exists(r => r.Number > 0) ? own.Where(r => r.Number > 0) : own;
    }

    private static decimal? Said(Run run, string name) =>
        Field().Matches(run.Detail).Where(m => m.Groups[1].Value == name).Select(m => (decimal?)Number(m.Groups[2].Value)).FirstOrDefault();

    private static decimal? Median(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : sorted[sorted.Count / 2];
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("\"(\\w+)\": ?([0-9.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}

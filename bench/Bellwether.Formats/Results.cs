using System.Globalization;

namespace Bellwether.Formats;

/// <summary>The runs of one reader on one format: medians.</summary>
/// <param name="Name">As in the results.</param>
/// <param name="Runs">How many there are.</param>
/// <param name="Rows">Rows it says it read.</param>
/// <param name="Seconds">Wall time of the whole process.</param>
/// <param name="Cpu">Processor time of the whole process.</param>
/// <param name="PeakMb">The most memory it held.</param>
/// <param name="Alone">Wall time of the reading or loading itself.</param>
/// <param name="WarmCpu">Processor time of the same again in the running process; null where it was not asked for.</param>
internal sealed record Median(string Name, int Runs, long Rows, decimal Seconds, decimal Cpu, decimal PeakMb, decimal Alone, decimal? WarmCpu);

/// <summary>What was measured at one size.</summary>
internal sealed class Results
{
    private readonly ILookup<string, Median> _formats;

    private Results(int size, ILookup<string, Median> formats) => (Size, _formats) = (size, formats);

    public int Size { get; }

    /// <summary>Every size that was measured, the smallest first.</summary>
    public static IReadOnlyList<Results> Read(string folder) => !Directory.Exists(folder) ? []
        : [.. Directory.GetFiles(folder, "*.csv").Select(f => One(int.Parse(Path.GetFileNameWithoutExtension(f), CultureInfo.InvariantCulture), f)).OrderBy(r => r.Size)];

    public IEnumerable<Median> Of(string format) => _formats[format];

    public Median? Find(string format, string reader) => _formats[format].FirstOrDefault(m => m.Name == reader);

    private static Results One(int size, string file)
    {
        if (File.ReadLines(file).First() != Measuring.Columns) throw new InvalidDataException($"{file} has other columns: measure again.");
        return new Results(size, File.ReadLines(file).Skip(1).Select(l => l.Split(',')).GroupBy(c => (Format: c[0], Reader: c[1])).Select(g => (g.Key.Format, Median: Of(g.Key.Reader, [.. g])))
            .ToLookup(p => p.Format, p => p.Median));
    }

    private static Median Of(string reader, IReadOnlyList<string[]> runs)
    {
        return new Median(reader, runs.Count, (long)Middle(3)!.Value, Middle(4)!.Value, Middle(5)!.Value, Middle(6)!.Value / 1024, Middle(7)!.Value, Middle(10));

        decimal? Middle(int column)
        {
            var said = runs.Where(r => r[column].Length > 0).Select(r => decimal.Parse(r[column], CultureInfo.InvariantCulture)).Order().ToList();
            return said.Count == 0 ? null : said[said.Count / 2];
        }
    }
}

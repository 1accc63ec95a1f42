using System.Diagnostics;
using System.Globalization;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Extracts.Reading;
using Bellwether.Storage;

namespace Bellwether.Formats;

/// <summary>One step of the product, or of what it is measured by, in a process of its own.</summary>
internal static class OwnReading
{
    /// <summary>Does the step so many times and prints, as one line of JSON, rows, what the first time took and the median of the others.</summary>
    public static int Run(string step, int times, IReadOnlyList<string> paths)
    {
        var (rows, taken) = (0L, new List<(double Seconds, double Cpu)>());
        for (var i = 0; i < times; i++)
        {
            if (i > 0) GC.Collect();
            var (clock, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            rows = step switch
            {
                "tables" => paths.Sum(Tables),
                "extract" => Read(paths).Receipt.Sum(r => (long)r.Rows),
                "inflate" => paths.Sum(OtherReading.Inflate),
                "lines" => paths.Sum(OtherReading.CountLines),
                "exceldatareader" => paths.Sum(OtherReading.ExcelDataReader),
                _ => throw new ArgumentException($"There is no step {step}.", nameof(step)),
            };
            taken.Add((Stopwatch.GetElapsedTime(clock).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds));
        }
        Print(rows, taken);
        return 0;
    }

    /// <summary>Reads an extract and loads it into a new store; only the load is timed.</summary>
    public static int Load(string place, IReadOnlyList<string> paths)
    {
        var extract = Read(paths);
        var codes = CodeLists.Load([Path.Combine(Shelf.Path(), "codes")]);
        var scratch = Directory.CreateTempSubdirectory("bellwether-formats-");
        try
        {
            var (clock, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            using (var store = Store.Open(place == "sqlite" ? StorePlace.File(Path.Combine(scratch.FullName, "store.db")) : StorePlace.Server(Server), codes, "997", TimeProvider.System))
                store.Load(extract, "");
            Print(extract.Records.Tables.Sum(t => (long)t.Count), [(Stopwatch.GetElapsedTime(clock).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds)]);
            return 0;
        }
        finally { scratch.Delete(recursive: true); }
    }

    // As bench/rivals/with-postgres names it.
    private static string Server => $"Host={Environment.GetEnvironmentVariable("PGHOST")};Username={Environment.GetEnvironmentVariable("PGUSER")};Database={Environment.GetEnvironmentVariable("PGDATABASE")}";

    private static void Print(long rows, List<(double Seconds, double Cpu)> taken)
    {
        var others = taken.Skip(1).OrderBy(t => t.Cpu).ToList();
        var warm = others.Count == 0 ? taken[0] : others[others.Count / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{{\"rows\":{rows},\"seconds\":{taken[0].Seconds:0.0000},\"cpu\":{taken[0].Cpu:0.0000},\"warm\":{warm.Seconds:0.0000},\"warm_cpu\":{warm.Cpu:0.0000}}}"));
    }

    private static long Tables(string path)
    {
        using var file = TableFile.Open(path, ReadingLimits.Default);
        long bytes = 0, rows = 0;
        for (var t = 0; t < file.Tables.Count; t++)
        {
            using var reader = file.Read(t);
            for (; reader.Read(); rows++)
                for (var c = 0; c < reader.CellCount; c++) bytes += reader.Utf8(c).Length + (int)reader.Kind(c);
        }
        return bytes > 0 ? rows : 0;
    }

    private static Extract Read(IReadOnlyList<string> paths)
    {
        var reader = new ExtractReader(RecordKinds.Load(Shelf.Path()), CodeLists.Load([Path.Combine(Shelf.Path(), "codes")]), ReadingSettings.For(Shelf.Path()));
        var extract = reader.Read(paths);
        return extract.IsRejected ? throw new InvalidOperationException(extract.Findings[0].ToString()) : extract;
    }
}

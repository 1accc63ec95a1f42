using System.Diagnostics;
using System.Globalization;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Extracts.Reading;

namespace Bellwether.Formats;

/// <summary>The product's readers, one step a process; prints rows and seconds as one line of JSON.</summary>
internal static class OwnReading
{
    public static int Run(string step, IReadOnlyList<string> paths)
    {
        var clock = Stopwatch.GetTimestamp();
        var rows = step switch
        {
            "cells" => paths.Sum(Cells),
            _ => Extract(paths),
        };
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"rows\":{rows},\"seconds\":{Stopwatch.GetElapsedTime(clock).TotalSeconds:0.0000}}}"));
        return 0;
    }

    private static long Cells(string path)
    {
        using var file = TableFile.Open(path, ReadingLimits.Default);
        long sum = 0, rows = 0;
        for (var t = 0; t < file.Tables.Count; t++)
        {
            using var reader = file.Read(t);
            for (; reader.Read(); rows++)
                for (var c = 0; c < reader.CellCount; c++) sum += reader.Utf8(c).Length + (int)reader.Kind(c);
        }
        return sum > 0 ? rows : 0;
    }

    private static long Extract(IReadOnlyList<string> paths)
    {
        var reader = new ExtractReader(RecordKinds.Load(Shelf.Path()), CodeLists.Load([Path.Combine(Shelf.Path(), "codes")]), ReadingSettings.For(Shelf.Path()));
        var extract = reader.Read(paths);
        if (extract.IsRejected) throw new InvalidOperationException(extract.Findings[0].ToString());
        return extract.Receipt.Sum(r => (long)r.Rows);
    }
}

using System.Globalization;
using Bellwether.Publications.Documents;
using Bellwether.Tests.Writers;
using Bellwether.Writers;

namespace Bellwether.Bench;

/// <summary>A committee pack of 60 indicators with charts, each format alone, from a warm start: <c>packs [runs] [indicators] [folder]</c>.</summary>
internal static class Packs
{
    public static void Run(string[] args, Action heading, Action<Line> print)
    {
        var runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        var indicators = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 60;
        var scratch = Directory.CreateTempSubdirectory("bellwether-packs-");
        var pack = Papers.Make(indicators);
        if (args.Length > 2) Keep(pack, args[2]);
        heading();
        try
        {
            foreach (var (name, write) in Formats(scratch.FullName))
                print(Measure.Step(name, "pages", runs, () => (Write(pack, write, Path.Combine(scratch.FullName, "pack")), (long)indicators)));
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string Name, Action<Document, Stream> Write)> Formats(string scratch)
    {
        yield return ("Word", (d, s) => WordWriter.Write(d, s));
        yield return ("Excel", ExcelWriter.Write);
        yield return ("HTML", HtmlWriter.Write);
        yield return ("CSV", CsvWriter.Write);
        yield return ("Long table", TidyTable.Write);
        yield return ("JSON", DocumentJson.Write);
        if (PdfWriter.FindBrowser() is not null) yield return ("PDF", (d, s) => PdfWriter.Write(d, s, scratch));
    }

    private static long Write(Document pack, Action<Document, Stream> write, string path)
    {
        using var file = File.Create(path);
        write(pack, file);
        return file.Length;
    }

    private static void Keep(Document pack, string folder)
    {
        Directory.CreateDirectory(folder);
        var names = new Dictionary<string, string> { ["Word"] = "docx", ["Excel"] = "xlsx", ["HTML"] = "html", ["CSV"] = "csv", ["Long table"] = "tidy.csv", ["JSON"] = "json", ["PDF"] = "pdf" };
        foreach (var (name, write) in Formats(folder)) Write(pack, write, Path.Combine(folder, "pack." + names[name]));
    }
}

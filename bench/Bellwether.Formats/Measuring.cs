using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bellwether.Formats;

/// <summary>Something that reads a format, as a command.</summary>
/// <param name="Format">What it reads.</param>
/// <param name="Reader">As printed.</param>
/// <param name="Command">Shell command; FILES stands for the files. Prints a line of JSON with rows and seconds.</param>
/// <param name="IsSlow">Run once only.</param>
/// <param name="Sizes">The sizes it is run at; empty for every one.</param>
internal sealed record Reader(string Format, string Name, string Command, bool IsSlow = false, params int[] Sizes);

/// <summary>All readers on the same files, turn by turn: wall time from exec to exit, start-up included, page cache warm; memory is the process's peak.</summary>
internal sealed partial class Measuring(string root, int runs)
{
    /// <summary>The columns of a line of results.</summary>
    public const string Columns = "format,reader,run,rows,seconds,cpu,peak_kb,alone,alone_cpu,warm,warm_cpu";

    private static readonly string[] Formats = ["sheet", "annex-a", "csv", "903-csv", "903-xml", "cin-xml", "json", "xls", "load"];

    private readonly string _work = Path.Combine(root, "artifacts", "formats");
    private readonly string _rivals = Path.Combine(root, "bench", "rivals");

    public int Run(int size)
    {
        var readers = Readers().Where(r => (r.Sizes.Length == 0 || r.Sizes.Contains(size)) && (size <= 10 || !r.IsSlow)).ToList();
        foreach (var format in Formats[..^1].Where(f => readers.Exists(r => r.Format == f))) FormatFiles.Write(format, size, Folder(format, size));
        var lines = new List<string> { Columns };
        for (var run = 1; run <= (size > 10 ? 1 : runs); run++)
            foreach (var reader in readers.ToList())
                if (run > 1 && reader.IsSlow) continue;
                else if (Once(reader, size) is { } taken)
                {
                    lines.Add($"{reader.Format},{reader.Name},{run},{taken}");
                    Console.WriteLine(lines[^1]);
                }
                else readers.Remove(reader);
        var results = Directory.CreateDirectory(Path.Combine(root, "bench", "formats", "results")).FullName;
        File.WriteAllLines(Path.Combine(results, $"{size}.csv"), lines);
        return 0;
    }

    private IEnumerable<Reader> Readers()
    {
        var own = $"dotnet {Path.Combine(AppContext.BaseDirectory, "Bellwether.Formats.dll")}";
        string Pandas(string how) => $"/usr/bin/python3 {_rivals}/rivals/read_pandas.py {how} FILES";
        string Duck(string how) => $"node {_rivals}/rivals/read_duck.mjs {how} FILES";
        foreach (var (step, name) in new[] { ("inflate", "inflate alone"), ("tables", "Bellwether tables"), ("exceldatareader", "ExcelDataReader 3.6.0") })
        {
            yield return new Reader("sheet", name, $"{own} read {step} 1 FILES", false, 1);
            yield return new Reader("sheet", name + " warm", $"{own} read {step} 4 FILES", true, 1);
        }
        yield return new Reader("sheet", "openpyxl", Pandas("openpyxl"), true, 1);
        yield return new Reader("sheet", "pandas", Pandas("xlsx"), true, 1);
        foreach (var format in Formats[1..^1])
        {
            if (format != "xls") yield return new Reader(format, "Bellwether tables", $"{own} read tables 1 FILES");
            yield return new Reader(format, "Bellwether extract", $"{own} read extract 1 FILES");
        }
        yield return new Reader("annex-a", "ExcelDataReader 3.6.0", $"{own} read exceldatareader 1 FILES");
        yield return new Reader("annex-a", "openpyxl", Pandas("openpyxl"), true);
        yield return new Reader("annex-a", "pandas", Pandas("xlsx"), true, 1);
        yield return new Reader("csv", "count of line ends warm", $"{own} read lines 4 FILES", true);
        yield return new Reader("csv", "Bellwether tables warm", $"{own} read tables 4 FILES", true);
        yield return new Reader("csv", "Bellwether extract warm", $"{own} read extract 4 FILES", true);
        yield return new Reader("csv", "DuckDB", Duck("csv"));
        yield return new Reader("csv", "pandas", Pandas("csv"));
        yield return new Reader("903-csv", "DuckDB", Duck("csv"));
        yield return new Reader("903-csv", "pandas", Pandas("csv"));
        yield return new Reader("903-xml", "pandas element by element", Pandas("903-xml"), true);
        yield return new Reader("cin-xml", "pandas element by element", Pandas("cin-xml"), true, 1);
        yield return new Reader("cin-xml", "tables built as the public validator does", $"/usr/bin/python3 {_rivals}/rivals/cin_tables.py FILES", true, 1);
        yield return new Reader("json", "DuckDB", Duck("json"));
        yield return new Reader("json", "pandas", Pandas("json"), true);
        yield return new Reader("xls", "ExcelDataReader 3.6.0", $"{own} read exceldatareader 1 FILES");
        yield return new Reader("xls", "xlrd 1.2", Pandas("xls"), true);
        yield return new Reader("load", "load into SQLite", $"{own} load sqlite FILES");
        yield return new Reader("load", "sqlite3 .import", $"bash {_rivals}/copy-floor sqlite FILES");
        yield return new Reader("load", "load into PostgreSQL", $"bash {_rivals}/with-postgres {own} load postgres FILES", true);
        yield return new Reader("load", "PostgreSQL COPY", $"bash {_rivals}/with-postgres bash {_rivals}/copy-floor postgres FILES", true);
    }

    // What is loaded is the list of contacts.
    private string Folder(string format, int size) => format == "load" ? Folder("csv", size) : Path.Combine(_work, "data", $"{format}-{size}");

    private string? Once(Reader reader, int size)
    {
        var files = Directory.GetFiles(Folder(reader.Format, size)).Order(StringComparer.Ordinal);
        var times = Path.Combine(_work, "times");
        var command = reader.Command.Replace("FILES", string.Join(' ', files), StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", $"/usr/bin/time -o {times} -f '%e,%U,%S,%M' timeout {(size > 10 ? 600 : 180)} {command}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _rivals,
        };
        start.Environment["BELLWETHER_DEFINITIONS"] = Path.Combine(root, "definitions");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd().Trim().Split('\n')[^1];
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Console.Error.WriteLine($"{reader.Format}, {reader.Name}: not taken ({(process.ExitCode == 124 ? "too long" : errors.Result.Trim().Split('\n')[^1])})");
            return null;
        }
        var took = File.ReadAllLines(times)[^1].Split(',');
        var cpu = decimal.Parse(took[1], CultureInfo.InvariantCulture) + decimal.Parse(took[2], CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{Said(said, "rows")},{took[0]},{cpu},{took[3]},{Said(said, "seconds")},{Said(said, "cpu")},{Said(said, "warm")},{Said(said, "warm_cpu")}");
    }

    private static string Said(string json, string name) => Field().Matches(json).FirstOrDefault(m => m.Groups[1].Value == name)?.Groups[2].Value ?? "";

    [GeneratedRegex("\"(\\w+)\": ?([0-9.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}

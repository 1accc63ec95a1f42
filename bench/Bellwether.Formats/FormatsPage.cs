using System.Globalization;
using System.Text;

namespace Bellwether.Formats;

/// <summary>Writes docs/reading-speed.md from the results. The words stand in bench/formats/notes.md.</summary>
internal static class FormatsPage
{
    private static readonly (string Format, string Title)[] Titles =
    [
        ("sheet", "A sheet of 200,000 rows of 12 cells"), ("annex-a", "Annex A workbook (.xlsx)"), ("csv", "CSV, one list"), ("903-csv", "SSDA903 as CSV modules"),
        ("903-xml", "SSDA903 as XML"), ("cin-xml", "Children in need census (XML)"), ("json", "Daily flow (JSON)"), ("xls", "Three Annex A lists as old workbooks (.xls)"), ("load", "Loading the list of contacts"),
    ];

    public static int Write(string root)
    {
        var here = Path.Combine(root, "bench", "formats");
        var notes = File.ReadAllText(Path.Combine(here, "notes.md")).Split("<!-- tables -->");
        var sizes = Results.Read(Path.Combine(here, "results"));
        var page = new StringBuilder(notes[0]);
        page.Append("## The gates\n\n| gate | asks | measured | |\n|---|---|---|---|\n");
        foreach (var gate in FormatGates.Of(sizes))
            page.Append(CultureInfo.InvariantCulture, $"| {gate.Id} | {gate.Asks} | {gate.Found} | {(gate.IsReached switch { true => "reached", false => "**not reached**", null => gate.Found.Length == 0 ? "not measured" : "" })} |\n");
        foreach (var (format, title) in Titles) Tables(page, format, title, sizes);
        page.Append(notes[1]);
        File.WriteAllText(Path.Combine(root, "docs", "reading-speed.md"), page.ToString());
        return 0;
    }

    private static void Tables(StringBuilder page, string format, string title, IReadOnlyList<Results> sizes)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| size | reader | rows | whole process | processor time | alone | rows per second | peak memory | runs |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var size in sizes)
            foreach (var of in size.Of(format).Where(m => !m.Name.EndsWith(" warm", StringComparison.Ordinal)))
                page.Append(CultureInfo.InvariantCulture,
                    $"| {(format == "sheet" ? "" : $"{size.Size}×")} | {of.Name} | {(of.Rows == 0 ? "" : of.Rows.ToString("N0", CultureInfo.InvariantCulture))} | {of.Seconds:0.00} s | {of.Cpu:0.00} s | {of.Alone:0.000} s | {PerSecond(of)} | {of.PeakMb:N0} MB | {of.Runs} |\n");
    }

    private static string PerSecond(Median of) => of.Rows == 0 || of.Alone == 0 ? "" : (of.Rows / of.Alone).ToString("N0", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using Bellwether.Publications;
using Bellwether.Writers.Svg;

namespace Bellwether.Rivals;

/// <summary>Writes docs/rivals.md and its chart from the raw results. The words about what was tried stand in bench/rivals/notes.md.</summary>
internal static class RivalsPage
{
    public static int Write(string root)
    {
        var here = Path.Combine(root, "bench", "rivals");
        var sizes = new[] { "S", "S-shuffled", "M", "L" }.Select(s => (Size: s, Measured: Measured.Read(Path.Combine(here, "results", $"{s}.csv"))))
            .Where(s => s.Measured is not null).ToDictionary(s => s.Size, s => s.Measured!);
        var page = new StringBuilder();
        page.Append(File.ReadAllText(Path.Combine(here, "notes.md")).Split("<!-- tables -->")[0]);
        foreach (var (size, measured) in sizes) Table(page, size, measured);
        page.Append("## The gates\n\n| gate | asks | measured | |\n|---|---|---|---|\n");
        foreach (var gate in Gates.Of(sizes))
            page.Append(CultureInfo.InvariantCulture, $"| {gate.Id} | {gate.Asks} | {gate.Found} | {(gate.Reached switch { true => "reached", false => "**not reached**", null => "not measured" })} |\n");
        page.Append(File.ReadAllText(Path.Combine(here, "notes.md")).Split("<!-- tables -->")[1]);
        File.WriteAllText(Path.Combine(root, "docs", "rivals.md"), page.ToString());
        if (sizes.TryGetValue("S", out var s)) File.WriteAllText(Path.Combine(root, "docs", "pictures", "rivals.svg"), Chart(s) + "\n");
        return 0;
    }

    private static void Table(StringBuilder page, string size, Measured measured)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {Title(size)}\n\n| engine | threads | whole process | beside Bellwether | peak memory | runs |\n|---|---|---|---|---|---|\n");
        foreach (var engine in measured.Runs.Where(r => r.Engine != "Bellwether warm").Select(r => (r.Engine, r.Threads)).Distinct())
        {
            var (seconds, own) = (measured.Seconds(engine.Engine, engine.Threads)!.Value, measured.Seconds("Bellwether", engine.Threads) ?? 1);
            var peak = measured.PeakMb(engine.Engine, engine.Threads) is { } mb ? string.Create(CultureInfo.InvariantCulture, $"{mb:N0} MB") : "not taken";
            var runs = Math.Max(1, measured.Runs.Count(r => r.Engine == engine.Engine && r.Threads == engine.Threads && r.Number > 0));
            page.Append(CultureInfo.InvariantCulture, $"| {engine.Engine} | {engine.Threads} | {seconds:0.00} s | {seconds / own:0.00}× | {peak} | {runs} |\n");
        }
        page.Append('\n');
    }

    private static string Title(string size) => size switch
    {
        "S" => "Size S: one authority, 150,000 children, 2.25 million rows",
        "S-shuffled" => "Size S, rows shuffled",
        "M" => "Size M: ten authorities, 1.5 million children, 22.4 million rows",
        _ => "Size L: a hundred authorities, 15 million children, 224 million rows",
    };

    private static string Chart(Measured measured) => SvgChart.Draw(new BarRange(
        "rivals", "Twelve indicators, 60 months, seven breakdowns, from eleven CSV files", "Seconds, whole process, size S, median", "s", 1,
        [.. measured.Runs.Where(r => r.Engine != "Bellwether warm").Select(r => (r.Engine, r.Threads)).Distinct()
            .Select(e => new BarRow($"{e.Engine}, {e.Threads} thread{(e.Threads > 1 ? "s" : "")}", measured.Seconds(e.Engine, e.Threads)))]));
}

using System.Globalization;
using Bellwether.Extracts;

namespace Bellwether.Tests.Corpus;

/// <summary>One line of manifest.csv: a case, or one form of it, and how it must end.</summary>
/// <param name="Case">Its name in the reference.</param>
/// <param name="Variant">Which form; empty where there is one.</param>
/// <param name="Outcome">rejected, set aside, noted, asked or accepted.</param>
/// <param name="Findings">Every finding with its place.</param>
/// <param name="Rows">Of all lists: rows = loaded + repeated + blank + set aside; empty where the file is rejected.</param>
/// <param name="Known">Records in the store before and after.</param>
/// <param name="Twin">Whether the records are those of the clean twin, or what the case's own check found.</param>
/// <param name="Seconds">What reading may take.</param>
/// <param name="Megabytes">What it may hold beyond what the process held before.</param>
/// <param name="Pending">What it waits for; empty where it holds.</param>
/// <param name="PlayedBy">The test that plays it where it is no file: its place from the root; empty for those played here.</param>
internal sealed record ManifestLine(
    string Case, string Variant, string Outcome, string Findings, string Rows, string Known, string Twin, decimal Seconds, int Megabytes, string Pending, string PlayedBy)
{
    public string Name => Variant.Length == 0 ? Case : $"{Case}/{Variant}";

    public string Line() => Manifest.Line(Outcome, Findings, Rows, Known, Twin);
}

/// <summary>manifest.csv, as the tests read it.</summary>
internal static class Manifest
{
    public static IReadOnlyList<ManifestLine> Lines { get; } = Read();

    public static ManifestLine Of(string name) => Lines.Single(l => l.Name == name);

    public static string Line(Observed seen) => Line(seen.Outcome, string.Join("; ", seen.Findings), seen.Rows, seen.Known, seen.Twin);

    public static string Line(string outcome, string findings, string rows, string known, string twin) =>
        $"{outcome} [{findings}] rows {rows}, known {known}, twin {twin}";

    private static List<ManifestLine> Read()
    {
        using var table = HeadedTable.Open(Path.Combine(House.Checkout.Root, "tests", "Bellwether.Tests", "Corpus", "manifest.csv"));
        var lines = new List<ManifestLine>();
        while (table.Read())
        {
            var place = string.Join(" | ", Text("file"), Text("sheet"), Text("row"), Text("column")).TrimEnd(' ', '|');
            var findings = $"{Text("code")} {place}".Trim();
            if (Text("also").Length > 0) findings += "; " + Text("also");
            lines.Add(new ManifestLine(Text("case"), Text("variant"), Text("outcome"), findings, Text("rows"), Text("before").Length == 0 ? "" : $"{Text("before")}>{Text("after")}",
                Text("twin"), decimal.Parse(Text("seconds"), CultureInfo.InvariantCulture), int.Parse(Text("megabytes"), CultureInfo.InvariantCulture), Text("pending"), Text("played_by")));
        }
        return lines;

        string Text(string heading) => table.Text(table.Column(heading));
    }
}

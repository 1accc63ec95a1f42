using System.Text.RegularExpressions;
using Bellwether.Extracts;
using Bellwether.Journeys;

namespace Bellwether.Publications;

/// <summary>The page of findings: every code, what it means and what to do.</summary>
internal static partial class ManualOfFindings
{
    public static string Text()
    {
        var page = new Page("Findings",
            "Everything Bellwether may say about a file, a row or a value. \"…\" stands for what was found; the message itself names file, sheet, row and column. The last two columns show a file that causes the finding: where it stands in that file, and the line, or for a workbook the row's cells.");
        var examples = Examples();
        Part(page, "The file is rejected: damaged, or of another kind", "Nothing of the load is kept, and what was known before stands.", FileFaults.All, examples);
        Part(page, "The file is rejected: its lists", "Nothing of the load is kept, and what was known before stands.", Of(Outcome.Rejected), examples);
        Part(page, "The row is set aside", "The rest loads. The row stands in the receipt with its place.", Of(Outcome.SetAside), examples);
        Part(page, "The value is noted", "It loads as unknown, never as no, zero or unallocated; or it loads, and you are told how it was read.", Of(Outcome.Noted), examples);
        Part(page, "Noted when records are put together", "The records load as the finding says.",
            JourneyFindings.All.Select(f => new FindingEntry(f.Code, Outcome.Noted, f.Found, f.ToDo)), examples);
        return page.ToString();
    }

    private static IEnumerable<FindingEntry> Of(Outcome outcome) => FindingCatalogue.All.Where(e => e.Outcome == outcome);

    private static void Part(Page page, string title, string lead, IEnumerable<FindingEntry> entries, Dictionary<string, (string Place, string Line)> examples) =>
        page.Heading(2, title).Line(lead).Line().Table(["code", "what was found", "what to do", "for example", "the line there"], entries.Select(e =>
        {
            var (place, line) = examples.GetValueOrDefault(e.Code, ("", ""));
            return (IReadOnlyList<string>)[Page.Code(e.Code), Shown(e.Sentence), Shown(e.ToDo), place, line.Length == 0 ? "" : Page.Code(line.Replace('`', '\''))];
        }));

    /// <summary>The place and the line of a file that causes each code, from finding-examples.csv; a test holds it to the files.</summary>
    private static Dictionary<string, (string Place, string Line)> Examples()
    {
        var examples = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var table = HeadedTable.Open(Path.Combine(Codes.Shelf.Path(), "finding-examples.csv"));
        while (table.Read()) examples.Add(table.Text(table.Column("code")), (table.Text(table.Column("place")), table.Text(table.Column("line"))));
        return examples;
    }

    private static string Shown(string text) => Filled().Replace(text, "…").Trim();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Filled();
}

using System.Text;
using Bellwether.Codes;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Publications;

/// <summary>
/// The documents that are written from the shelf and never by hand: indicators with their worked examples, findings, record kinds,
/// timescales and the seed checklist. Markdown, the same bytes for the same shelf.
/// </summary>
public static class Manual
{
    /// <summary>Every page: file name to text.</summary>
    /// <param name="catalogue">The shipped definitions.</param>
    /// <param name="kinds">The kinds of records.yaml.</param>
    /// <param name="codes">Code lists, for labels.</param>
    /// <param name="seeds">The rows of the seed checklist.</param>
    public static IReadOnlyList<(string File, string Text)> Pages(Catalogue catalogue, RecordKinds kinds, CodeLists codes, IReadOnlyList<SeedRow> seeds)
    {
        var words = new ExpressionWords(codes, catalogue.Timescales);
        return
        [
            ("indicators.md", ManualOfIndicators.Text(catalogue, words)),
            ("findings.md", ManualOfFindings.Text()),
            ("record-kinds.md", ManualOfRecords.Kinds(kinds, catalogue)),
            ("timescales.md", ManualOfRecords.Timescales(catalogue, words)),
            ("seed-checklist.md", ManualOfSeeds.Text(seeds, catalogue)),
        ];
    }
}

/// <summary>One page of Markdown as it grows.</summary>
internal sealed class Page
{
    private readonly StringBuilder _text = new();

    public Page(string title, string lead) =>
        Line($"# {title}").Line(lead).Line().Line("Written by `./dev docs`; a test fails when it is out of date. Do not edit.").Line();

    public Page Line(string text = "")
    {
        _text.Append(text).Append('\n');
        return this;
    }

    public Page Heading(int level, string text) => Line().Line($"{new string('#', level)} {text}");

    /// <summary>A table; nothing where there are no rows.</summary>
    public Page Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return this;
        Row(headings);
        Line("|" + string.Concat(headings.Select(_ => "---|")));
        foreach (var row in all) Row(row);
        return Line();
    }

    /// <summary>As written in a file: in a typewriter's letters.</summary>
    public static string Code(string text) => $"`{text}`";

    public override string ToString()
    {
        var text = _text.ToString();
        while (text.Contains("\n\n\n", StringComparison.Ordinal)) text = text.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);
        return text.TrimEnd('\n') + "\n";
    }

    private void Row(IEnumerable<string> cells) =>
        Line("| " + string.Join(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" "))) + " |");
}

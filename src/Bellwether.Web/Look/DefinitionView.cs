using System.Text.RegularExpressions;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Language;

namespace Bellwether.Web.Look;

/// <summary>A definition for readers: why, what is a case, what is met, as written; the limits it rests on, with their sources.</summary>
internal sealed partial record DefinitionView(string Why, IReadOnlyList<(string Term, string Words, bool Code)> Lines, TableView? Timescales)
{
    private static readonly (string Key, string Term)[] Written =
    [
        ("cases", "A case is"), ("where", "but only where"), ("also", "and where"), ("met", "It is met where"), ("value", "Its value is"),
        ("over", "Divided by"), ("split", "Broken down by"),
    ];

    /// <param name="withLinks">Also what it serves and which measures it hangs together with, by name.</param>
    public static DefinitionView Of(Found found, Catalogue catalogue, bool withLinks)
    {
        var definition = found.Entry.Definition;
        var own = definition.Variants.FirstOrDefault(v => v.Name == found.Variant)?.Written;
        var lines = new List<(string, string, bool)>();
        if (found.Bound is { } bound) lines.Add(("In words", DefinitionText.Counts(bound), false));
        foreach (var (key, term) in Written)
            if ((own?.GetValueOrDefault(key) ?? definition.Written.GetValueOrDefault(key)) is { Length: > 0 } text)
                lines.Add((term, text, true));
        if (definition.From is { } from) lines.Add(("In force from", EnglishDate.Format(from), false));
        if (definition.To is { } to) lines.Add(("In force to", EnglishDate.Format(to), false));
        if (definition.Sources.Count > 0) lines.Add(("Sources", string.Join("; ", definition.Sources), false));
        if (withLinks && definition.Priorities.Count > 0)
            lines.Add(("Serves", string.Join("; ", definition.Priorities.Select(catalogue.Priorities.GetValueOrDefault).OfType<Priority>().Select(p => $"{p.Title} ({p.Plan})")), false));
        foreach (var related in definition.Related.All.Where(_ => withLinks).GroupBy(r => r.Word))
            lines.Add((EnglishText.Capital(related.Key), string.Join("; ", related.Select(r => catalogue.Find(r.Id)?.Entry.Definition.Title ?? r.Id)), false));
        if (definition.Overridden.Count > 0) lines.Add(("Differs here", $"This authority changed {string.Join(", ", definition.Overridden)}.", false));
        return new DefinitionView(definition.Why, lines, Limits(string.Join(' ', lines.Select(l => l.Item2)), catalogue));
    }

    /// <summary>The timescales that the expressions name, and those of the clocks whose turns they count.</summary>
    private static TableView? Limits(string text, Catalogue catalogue)
    {
        var words = Word().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var byClock = catalogue.Clocks.Where(c => words.Contains(c.Id)).SelectMany(c => c.Limits).Select(l => l.Timescale);
        words.UnionWith(byClock);
        var used = catalogue.Timescales.Where(t => words.Contains(t.Key)).Select(t => t.Value).OrderBy(t => t.Title, StringComparer.Ordinal).ToList();
        return used.Count == 0 ? null : new TableView("How long it may take",
            [new("Timescale"), new("From"), new("Limit"), new("Source")],
            [.. used.SelectMany(t => t.Rows.Select(r => (IReadOnlyList<TableCell>)
            [
                t.Title, r.From is { } from ? EnglishDate.Format(from) : "always", Length(r),
                new TableCell(r.Source, r.Check ? "to be checked by the authority" : null),
            ]))]);
    }

    private static string Length(TimescaleRow row) => row.Limit.ToString() + (row.When is null ? "" : ", under a condition");

    [GeneratedRegex("[a-z][a-z0-9_-]*")]
    private static partial Regex Word();
}

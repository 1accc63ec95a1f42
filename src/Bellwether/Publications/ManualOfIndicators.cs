using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Publications;

/// <summary>The page of indicators: one section each, in the order of a child's way through the service.</summary>
internal static class ManualOfIndicators
{
    // The month that example sentences speak of; a fixed one, or the page would change with the day it is written.
    private static readonly Month ExampleMonth = new(2017, 4);

    private static readonly (string Key, string Term)[] Expressions =
    [
        ("cases", "A case is"), ("where", "but only where"), ("met", "Met where"), ("value", "Its value is"), ("over", "Divided by"),
        ("per", "Counted once for each"), ("split", "Broken down by"),
    ];

    public static string Text(Catalogue catalogue, ExpressionWords words)
    {
        var page = new Page("Indicators", "What each indicator counts, as its file says it and in words, with its worked examples. The examples run as tests on both evaluators.");
        var stages = Stages.InOrder(catalogue.Entries);
        page.Table(["stage", "indicators"], stages.Select(s => (IReadOnlyList<string>)
            [s.Title, string.Join(", ", s.Entries.Select(e => $"[{Name(e.Definition)}](#{e.Definition.Id})"))]));
        foreach (var (title, entries) in stages)
        {
            page.Heading(2, title);
            foreach (var entry in entries) Section(page, entry, catalogue, words);
        }
        return page.ToString();
    }

    private static void Section(Page page, CatalogueEntry entry, Catalogue catalogue, ExpressionWords words)
    {
        var definition = entry.Definition;
        page.Line().Line($"<a id=\"{definition.Id}\"></a>").Heading(3, $"{Name(definition)} {definition.Title}".TrimStart()).Line(definition.Why).Line();
        page.Table(["", ""], Lines(definition, entry.Bound, catalogue, words));
        page.Table(["variant", "title", "what differs"], definition.Variants.Select(v => (IReadOnlyList<string>)
            [Page.Code($"{definition.Id}/{v.Name}") + string.Concat(v.Codes.Select(c => $" ({c})")), v.Title, Differs(v, entry.Variants.GetValueOrDefault(v.Name), words)]));
        page.Table(["given", "at", "expected", "note"], definition.Examples.Select(e => (IReadOnlyList<string>)
            [Page.Code(e.Given), EnglishDate.Format(e.At), Expected(e, entry), e.Note]));
    }

    private static IEnumerable<IReadOnlyList<string>> Lines(Definition definition, BoundIndicator? bound, Catalogue catalogue, ExpressionWords words)
    {
        yield return ["Name", Page.Code(definition.Id) + string.Concat(definition.Siblings.Select(c => $", also {c}"))];
        foreach (var (key, term) in Expressions)
            if (definition.Written.GetValueOrDefault(key) is { Length: > 0 } written)
                yield return [term, Page.Code(written) + (InWords(key, bound, words) is { Length: > 0 } said ? $": {said}" : "")];
        yield return ["Shown as", string.Join(", ", definition.Shows.Distinct(StringComparer.Ordinal)) + $"; decimals: {definition.Decimals}"];
        if (definition.Series.Length > 0) yield return ["The figure is", $"{definition.Series}, over those figures"];
        yield return ["Windows", string.Join(", ", definition.Windows.Select(Windows.Name))];
        if (definition.Breakdowns.Count > 0) yield return ["Breakdowns", string.Join(", ", definition.Breakdowns)];
        if (definition.From is { } from) yield return ["In force", $"from {EnglishDate.Format(from)}" + (definition.To is { } to ? $" to {EnglishDate.Format(to)}" : "")];
        if (bound is not null)
        {
            var notes = DefinitionText.Notes(definition, bound, definition.Windows.Count > 0 ? definition.Windows[0] : Window.Snapshot, ExampleMonth);
            yield return ["Data notes", $"{notes.Tolerance} {notes.Data} {notes.Counts}" + (notes.Source.Length > 0 ? $" Source: {notes.Source}." : "")];
        }
        if (definition.Note.Length > 0) yield return ["Mind", definition.Note];
        foreach (var (name, label) in definition.Fallbacks) yield return [$"Where the data cannot tell it ({name})", label];
        if (definition.Sources.Count > 0) yield return ["Rests on", string.Join("; ", definition.Sources)];
        yield return ["Published for every authority", Published(definition.Benchmark)];
        if (definition.Priorities.Count > 0)
            yield return ["Serves", string.Join("; ", definition.Priorities.Select(catalogue.Priorities.GetValueOrDefault).OfType<Priority>().Select(p => $"{p.Title} ({p.Plan})"))];
        if (definition.Related.All.Any())
            yield return ["Hangs together with", string.Join("; ", definition.Related.All.GroupBy(r => r.Word).Select(g => $"{g.Key} {string.Join(", ", g.Select(r => Linked(r.Id, catalogue)))}"))];
        if (catalogue.Needs.GetValueOrDefault(definition.Id) is { } need)
            yield return ["Data", string.Join("; ", need.From.Select(f => $"{f.Key}: {f.Value}")) + $". Held against: {need.Verified}" + (need.Since is { } since ? $" ({EnglishDate.Format(since)})." : ".")];
        if (definition.Overridden.Count > 0) yield return ["Differs in this authority", string.Join(", ", definition.Overridden)];
        yield return ["Answers for it", $"{definition.Owner}. Looked at again: {definition.Review}."];
        if (definition.Changes.Count > 0) yield return ["Changes", string.Join(" ", definition.Changes.Select(c => $"{EnglishDate.Format(c.On)}: {c.What}"))];
    }

    private static string InWords(string key, BoundIndicator? bound, ExpressionWords words) => key switch
    {
        "where" when bound?.Where is { } where => words.Condition(where),
        "met" when bound?.Met is { } met => words.Condition(met),
        "value" when bound?.Value is { } value => words.Value(value),
        "over" when bound?.Over is { } over => words.Value(over),
        _ => "",
    };

    private static string Differs(Variant variant, BoundIndicator? bound, ExpressionWords words) => string.Join("; ",
        variant.Written.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key} " + Page.Code(w.Value) + (InWords(w.Key, bound, words) is { Length: > 0 } said ? $": {said}" : ""))
            .Concat(bound?.Line is null ? [] : ["a line over the figures"])
            .Concat(variant.Shows.Count > 0 ? [$"shown as {string.Join(", ", variant.Shows)}"] : []));

    private static string Expected(Example example, CatalogueEntry entry) =>
        FigureWords.Word(example.Expect, entry.Bound?.Met is null && example.Variant.Length == 0)
        + (example.Bucket.Length > 0 ? $", near miss: {example.Bucket}" : "")
        + (example.Due is { } due ? $", due {EnglishDate.Format(due)}" : "")
        + (example.Variant.Length > 0 ? $" ({example.Variant})" : "");

    private static string Published(Benchmark? benchmark) => benchmark is null
        ? "Nothing like it."
        : string.Join("; ", new[] { ("LAIT", benchmark.Lait), ("DfE", benchmark.Csv) }
            .Where(b => b.Item2 is not ("" or "none")).Select(b => $"{b.Item1} {Page.Code(b.Item2)}")) + $". {benchmark.Note}";

    private static string Linked(string id, Catalogue catalogue) =>
        catalogue.Find(id) is { } found ? $"[{found.Entry.Definition.Title}](#{found.Entry.Definition.Id})" : id;

    private static string Name(Definition definition) => definition.Code.Length > 0 ? definition.Code : definition.Id;
}

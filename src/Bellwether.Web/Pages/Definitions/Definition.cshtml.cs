using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Publications;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Definitions;

/// <summary>One definition: in words, with its worked examples, and as the file has it.</summary>
[LetsOut(Level.Aggregates)]
public sealed class DefinitionModel : SitePage
{
    public Definition Definition { get; private set; } = null!;

    internal DefinitionView Words { get; private set; } = null!;

    public string? Figures { get; private set; }

    public TableView? Variants { get; private set; }

    public TableView? Examples { get; private set; }

    public string Source { get; private set; } = "";

    public IEnumerable<(string Term, string Words)> More
    {
        get
        {
            if (Definition.Code.Length > 0) yield return ("Code", Definition.Code);
            yield return ("Which way", DefinitionText.Polarity(Definition.Better));
            yield return ("Windows", string.Join(", ", Definition.Windows.Select(FigureWords.WindowName)));
            if (Definition.Breakdowns.Count > 0) yield return ("Broken down by", string.Join(", ", Definition.Breakdowns.Select(b => EnglishText.Spoken(b))));
            if (Definition.Note.Length > 0) yield return ("Note", Definition.Note);
            yield return ("National comparison", Definition.Benchmark is { } b ? string.Join("; ", new[] { b.Lait, b.Csv, b.Note }.Where(t => t.Length > 0)) : "No national measure");
            if (Definition.Owner.Length > 0) yield return ("Owner", Definition.Owner);
            if (Definition.Review.Length > 0) yield return ("Next review", Definition.Review);
            if (Definition.Changes.Count > 0) yield return ("Changes", string.Join(" ", Definition.Changes.Select(c => $"{EnglishDate.Format(c.On)}: {c.What.TrimEnd('.')}.")));
        }
    }

    public IActionResult OnGet(string name)
    {
        if (Gate.Catalogue.Find(name) is not { } found) return NotFound();
        Definition = found.Entry.Definition;
        Words = DefinitionView.Of(new Found(found.Entry, ""), Gate.Catalogue, withLinks: true);
        Figures = found.Entry.Bound is not null && Gate.HasData ? Address($"/indicators/{Definition.Id}") : null;
        Source = Gate.DefinitionFile(found.Entry);
        if (Definition.Variants.Count > 0)
            Variants = new TableView("Variants: the same question asked differently", [new("Variant"), new("What differs, as written")],
                [.. Definition.Variants.Select(v => (IReadOnlyList<TableCell>)
                    [v.Title, v.Written.Count == 0 ? "how it is shown" : string.Join("; ", v.Written.Select(w => $"{w.Key}: {w.Value}"))])]);
        if (Definition.Examples.Count > 0)
            Examples = new TableView("Worked examples, each run as a test", [new("A child with"), new("Looked at on"), new("Is"), new("Due"), new("Because")],
                [.. Definition.Examples.Select(e => (IReadOnlyList<TableCell>)
                [
                    new TableCell(e.Given, e.Variant.Length > 0 ? $"variant {e.Variant}" : null), EnglishDate.Format(e.At), Verdict(e.Expect),
                    e.Due is { } due ? EnglishDate.Format(due) : "not stated", e.Note.Length > 0 ? e.Note : "not stated",
                ])]);
        Frame(Definition.Title, "Definitions");
        return Page();
    }

    private string Verdict(Verdict expected) => expected switch
    {
        Bellwether.Indicators.Verdict.None => "Not a case",
        Bellwether.Indicators.Verdict.Met when Words.Lines.All(l => l.Term != "It is met where") => "A case",
        _ => Said.Verdict(expected),
    };
}

using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Publications;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Loads;

/// <summary>One load: its receipt, which accounts for every row, and what was found, with its place.</summary>
[LetsOut(Level.Loads)]
public sealed class LoadModel : SitePage
{
    public int Number { get; private set; }

    public string When { get; private set; } = "";

    public TableView Receipt { get; private set; } = null!;

    public TableView? Changes { get; private set; }

    public TableView? Effects { get; private set; }

    public string EffectWords { get; private set; } = "";

    public TableView Kinds { get; private set; } = null!;

    public TableView Findings { get; private set; } = null!;

    public FilterForm Filters { get; private set; } = null!;

    public PageLinks Pages { get; private set; } = null!;

    public IActionResult OnGet(int number, string? code, string? format, [FromQuery(Name = "page")] int page = 1)
    {
        var loads = Gate.Loads();
        if (loads.FirstOrDefault(l => l.Id == number) is not { } load) return NotFound();
        if (format == "json") return new JsonResult(FigureJson.Envelope("load diff", load.DataDate, DifferenceJson.Of(Gate.Difference(number)!), []), FigureJson.Options);
        var found = Gate.FindingsOf(number);
        var groups = found.GroupBy(f => f.Code).OrderBy(g => g.Min(f => f.Outcome)).ThenByDescending(g => g.Count()).ToList();
        if (code is { Length: > 0 } && groups.TrueForAll(g => g.Key != code)) return NotFound();
        var shown = found.Where(f => code is not { Length: > 0 } || f.Code == code).ToList();
        var last = LastPage(shown.Count);
        if (page < 1 || page > last) return NotFound();
        Number = number;
        When = $"Loaded on {EnglishDate.Format(LondonTime.DateOf(load.LoadedAt))}. "
            + (load.DataDate is { } date ? $"Data date {EnglishDate.Format(date)}, {(load.DataDateIsGiven ? "given" : "worked out from the dates in the files")}." : "Nothing dated was read.");
        Receipt = ReceiptOf(load.Receipt);
        if (Gate.Difference(number) is { } difference) ShowChanges(difference);
        var touched = Gate.GroupsOf(load).ToLookup(g => g.Code);
        Kinds = new TableView("Kinds of finding", [new("Finding"), new("Outcome"), new("How many", true), new("Indicators touched, and by how much at most")],
            [.. groups.Select(g => (IReadOnlyList<TableCell>)[new TableCell(g.Key, Href: Address($"/loads/{number}", ("code", g.Key))), Word(g.Min(f => f.Outcome)), EnglishText.Number(g.Count()), Touched(touched[g.Key])])]);
        Filters = new FilterForm($"/loads/{number}", [new("code", "Finding", [new("", "Every finding"), .. groups.Select(g => new FilterOption(g.Key, g.Key))], code)], [],
            EnglishText.Count(shown.Count, "finding"), "Which findings");
        Findings = FindingsOf(shown.Skip((page - 1) * PerPage).Take(PerPage));
        Pages = new PageLinks(page, last, n => Address($"/loads/{number}", ("code", code), ("page", $"{n}")), "Pages of findings");
        Frame($"Load {number}", "Data loads");
        return Page();
    }

    private void ShowChanges(LoadDifference difference)
    {
        Changes = new TableView(difference.From == 0 ? "Records added by the first load" : $"What changed since load {difference.From}",
            [new("Kind"), new("Added", true), new("Changed", true), new("Removed", true), new("Fields changed")],
            [.. difference.Kinds.Select(k => (IReadOnlyList<TableCell>)
                [EnglishText.Spoken(k.Kind), EnglishText.Number(k.Added), EnglishText.Number(k.Changed), EnglishText.Number(k.Removed), DifferenceJson.Fields(k) is { Length: > 0 } fields ? fields : "none"])]);
        if (difference.Effects.Count == 0) return;
        var months = new List<(TableColumn Column, Func<IndicatorEffect, Figure?> Of)>();
        if (difference.Month is { } month)
        {
            months.Add((new($"{month.Label}, before this load", true), e => e.Before));
            months.Add((new($"{month.Label}, after it", true), e => e.Restated));
            EffectWords = $"{EnglishText.Number(difference.Effects.Count(e => e.IsRestated))} of {EnglishText.Number(difference.Effects.Count)} indicators of the scorecard changed for {month.Label}, shown first.";
        }
        if (difference.NewMonth is { } newest) months.Add((new(newest.Label, true), e => e.Newest));
        Effects = new TableView("Effect on each indicator", [new("Indicator"), .. months.Select(m => m.Column)],
            [.. difference.Effects.OrderByDescending(e => e.IsRestated).Select(e => (IReadOnlyList<TableCell>)
                [new TableCell(FigureJson.TitleOf(e.Found), e.Found.Entry.Definition.Code), .. months.Select(m => Cell(m.Of(e), e.Shape))])]);
    }

    private static TableCell Cell(Figure? figure, Scorecards.Shape shape) =>
        figure is null ? "no figure" : new TableCell(FigureWords.Value(figure, shape), figure.Value is null ? figure.Because : FigureWords.Counts(figure));

    internal static TableView ReceiptOf(IReadOnlyList<ReceiptLine> receipt) => new("Receipt",
        [new("List"), new("File"), new("Rows", true), new("Loaded", true), new("Repeated", true), new("Blank", true), new("Set aside", true), new("Values noted", true), new("Columns not used")],
        [.. receipt.Select(r => (IReadOnlyList<TableCell>)
        [
            r.List, new TableCell(r.File, r.Sheet.Length > 0 ? $"sheet {r.Sheet}" : null), EnglishText.Number(r.Rows), EnglishText.Number(r.Loaded), EnglishText.Number(r.Repeated),
            EnglishText.Number(r.Blank), EnglishText.Number(r.SetAside), EnglishText.Number(r.Noted), r.Ignored.Count == 0 ? "none" : string.Join(", ", r.Ignored),
        ])], Cards: false, HideCaption: true);

    /// <summary>The indicators that a code touches most, of all kinds of record it was found in.</summary>
    internal static string Touched(IEnumerable<FindingGroup> groups)
    {
        const int Shown = 4;
        var touches = groups.SelectMany(g => g.Touches).ToList();
        return touches.Count == 0 ? "none on the scorecard" : string.Join("; ", touches.Take(Shown).Select(t => t.Words)) + (touches.Count > Shown ? $"; and {touches.Count - Shown} more" : "");
    }

    internal static TableView FindingsOf(IEnumerable<Finding> findings) =>
        new("Findings, in order of file, sheet and row", [new("Place"), new("Outcome"), new("What was found"), new("What to do")],
            [.. findings.Select(f => (IReadOnlyList<TableCell>)[new TableCell(f.Place(), f.Code), Word(f.Outcome), f.Found, f.ToDo])]);

    internal static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Rejected => "File rejected",
        Outcome.SetAside => "Row set aside",
        _ => "Value noted",
    };
}

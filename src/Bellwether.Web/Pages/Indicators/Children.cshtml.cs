using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Definitions;
using Bellwether.Publications;
using Bellwether.Scorecards;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Indicators;

/// <summary>The cases behind a figure, within the reader's scope: for an analyst as many as the denominator, or denominator − numerator.</summary>
[LetsOut(Level.Children)]
public sealed class ChildrenModel : SitePage
{
    private static readonly FilterOption[] Sorts =
        [new("due", "Due date, earliest first"), new("date", "Date, earliest first"), new("team", "Team"), new("worker", "Worker"), new("child", "Child id")];

    public Month Month { get; private set; }

    public string Title { get; private set; } = "";

    public string Back { get; private set; } = "";

    public CaseList Cases { get; private set; } = null!;

    public string Sums { get; private set; } = "";

    public FilterForm Filters { get; private set; } = null!;

    public TableView Table { get; private set; } = null!;

    public PageLinks Pages { get; private set; } = null!;

    public IActionResult OnGet(string name, string period, string? window, string? variant, string? by, string? sort, [FromQuery(Name = "page")] int page = 1)
    {
        if (!Gate.HasData || Find(name, variant) is not { } found || !TryPeriod(period, out var month) || !TryWindow(found, window, out var asked)
            || by is not (null or "" or "not-met") || (sort is { Length: > 0 } && Sorts.All(s => s.Value != sort))) return NotFound();
        Month = month;
        var row = Gate.Row(found, month, asked, 1);
        Title = row.Title;
        var path = $"/indicators/{found.Entry.Definition.Id}/{month}";
        Back = Address(path, ("window", window), ("variant", found.Variant));
        Cases = Gate.Cases(found, Gate.LastDayOf(month), asked, by == "not-met");
        var last = LastPage(Cases.Lines.Count);
        if (page < 1 || page > last) return NotFound();
        Sums = Sum(row, by == "not-met");
        Filters = Form(found, path, window, by, sort);
        Table = Listed([.. Sorted(sort).Skip((page - 1) * PerPage).Take(PerPage)]);
        Pages = new PageLinks(page, last, n => Address(path + "/children", ("by", by), ("window", window), ("variant", found.Variant), ("sort", sort), ("page", $"{n}")));
        Frame($"Cases behind {Title}, {month.Label}", "Scorecard", month);
        return Page();
    }

    private static string Sum(FilledRow row, bool notMet)
    {
        var figure = row.Now.Figure;
        if (figure.IsKeyed) return "This figure was keyed from a values file: no cases stand behind it here.";
        var value = $"The figure is {FigureWords.Value(figure, row.Shape)}";
        var all = (figure.Numerator, figure.Denominator) switch
        {
            ({ } n, { } d) when notMet => $": {BandWords.Plain(d)} − {BandWords.Plain(n)} = {BandWords.Plain(d - n)} not met.",
            ({ } n, { } d) => $": {BandWords.Plain(n)} of {BandWords.Plain(d)}.",
            _ => ".",
        };
        return $"{value}{all}";
    }

    private FilterForm Form(Found found, string path, string? window, string? by, string? sort)
    {
        var fields = new List<FilterField>();
        if (found.Bound!.Met is not null) fields.Add(new FilterField("by", "Show", [new("", "Every case"), new("not-met", "Not met only")], by));
        fields.Add(new FilterField("sort", "Order", Sorts, sort ?? "due"));
        var kept = new List<KeyValuePair<string, string>>();
        if (!string.IsNullOrEmpty(window)) kept.Add(new("window", window));
        if (found.Variant.Length > 0) kept.Add(new("variant", found.Variant));
        var count = Cases.Lines.Count;
        return new FilterForm(path + "/children", fields, kept, $"{EnglishText.Count(count, "case")}{(count > PerPage ? $", {PerPage} on a page" : "")}", "Which cases");
    }

    private IEnumerable<CaseLine> Sorted(string? sort)
    {
        var lines = Cases.Lines;
        var first = sort switch
        {
            "date" => lines.OrderBy(l => l.Date),
            "team" => lines.OrderBy(l => l.Team, StringComparer.Ordinal),
            "worker" => lines.OrderBy(l => l.Worker, StringComparer.Ordinal),
            "child" => lines.OrderBy(l => l.Child, StringComparer.Ordinal),
            _ => lines.OrderBy(l => l.Due ?? DateOnly.MaxValue),
        };
        return first.ThenBy(l => l.Child, StringComparer.Ordinal).ThenBy(l => l.Date);
    }

    private TableView Listed(IReadOnlyList<CaseLine> lines) => new($"Cases, {Month.Label}",
        [new("Child"), new("Team"), new("Worker"), new("District"), new("Age"), new("Counts from"), new("Verdict"), new("Due")],
        [.. lines.Select(l => (IReadOnlyList<TableCell>)
        [
            new TableCell(l.Child.Length > 0 ? l.Child : "not a child’s", l.IsRestricted ? "restricted" : null), l.Team, l.Worker.Length > 0 ? l.Worker : "not known", l.District.Length > 0 ? l.District : "not known",
            l.AgeBand.Length > 0 ? l.AgeBand : "not known", EnglishDate.Format(l.Date), Cases.Found.Bound!.Met is null ? "A case" : Said.Verdict(l.Verdict), l.Due is { } due ? EnglishDate.Format(due) : Cases.Hindsight.Length > 0 ? "" : "none",
        ])]);
}

using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Bellwether.Web.Packs;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Worklists;

/// <summary>What is overdue, longest first, then what falls due next, within the reader's scope.</summary>
[LetsOut(Level.Children)]
public sealed class ListModel : SitePage
{
    private const int UsualDays = 14;
    private const string BookSuffix = ".xlsx";

    private static readonly int[] Ahead = [0, 7, 14, 28, 56];

    public string Title { get; private set; } = "";

    public string Indicator { get; private set; } = "";

    /// <summary>Cases count on a date of their own: once their time is out they are settled, and stand behind the figure.</summary>
    public bool IsDated { get; private set; }

    /// <summary>Address of the cases not met in the latest month.</summary>
    public string NotMet { get; private set; } = "";

    public CaseList Cases { get; private set; } = null!;

    public FilterForm Filters { get; private set; } = null!;

    public TableView Table { get; private set; } = null!;

    public PageLinks Pages { get; private set; } = null!;

    /// <summary>Address of the list as a workbook to hand on.</summary>
    public string BookAddress { get; private set; } = "";

    public IActionResult OnGet(string name, string? variant, string? within, string? team, [FromQuery(Name = "page")] int page = 1)
    {
        var (days, isBook) = (UsualDays, name.EndsWith(BookSuffix, StringComparison.Ordinal));
        if (isBook) name = name[..^BookSuffix.Length];
        if (!string.IsNullOrEmpty(within) && !int.TryParse(within, NumberStyles.None, CultureInfo.InvariantCulture, out days)) return NotFound();
        if (!Gate.HasData || Find(name, variant) is not { } found || !Gate.HasWorklist(found) || days > 366) return NotFound();
        var definition = found.Entry.Definition;
        Title = definition.Title;
        Indicator = Address($"/indicators/{definition.Id}", ("variant", found.Variant));
        IsDated = found.Bound!.Form == CaseForm.Dated;
        NotMet = Address($"/indicators/{definition.Id}/{Gate.LatestMonth}/children", ("by", "not-met"), ("variant", found.Variant));
        Cases = Gate.Worklist(found, Gate.DataDate, days, isBook);
        var teams = Cases.Lines.Select(l => l.Team).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        // A team without a case on this reader's list reads the same as one that does not exist.
        if (team is { Length: > 0 } && !teams.Contains(team, StringComparer.Ordinal)) return NotFound();
        var lines = Cases.ToAct.Where(l => team is not { Length: > 0 } || l.Team == team).ToList();
        if (isBook) return Book(lines);
        var last = LastPage(lines.Count);
        if (page < 1 || page > last) return NotFound();
        Filters = Form(definition.Id, found.Variant, days, team, teams, lines);
        Table = Listed([.. lines.Skip((page - 1) * PerPage).Take(PerPage)]);
        BookAddress = Address($"/worklists/{definition.Id}{BookSuffix}", ("variant", found.Variant), ("within", $"{days}"), ("team", team));
        Pages = new PageLinks(page, last, n => Address($"/worklists/{definition.Id}", ("variant", found.Variant), ("within", $"{days}"), ("team", team), ("page", $"{n}")));
        Frame($"Worklist: {Title}", "Worklists");
        return Page();
    }

    private FileStreamResult Book(List<CaseLine> lines)
    {
        var book = new MemoryStream();
        WorklistBook.Write(book, Cases, lines, Reader.Person!.Name, LondonTime.DateOf(Reader.Time.GetUtcNow()));
        book.Position = 0;
        var name = $"worklist-{Cases.Found.Entry.Definition.Id}-{IsoDate.Format(Cases.Day)}{BookSuffix}";
        return File(book, PackFormats.TypeOf(name), name);
    }

    private FilterForm Form(string id, string variant, int days, string? team, List<string> teams, List<CaseLine> lines)
    {
        var overdue = lines.Count(l => l.StandingOn(Cases.Day) == Standing.Overdue);
        var now = lines.Count(l => l.StandingOn(Cases.Day) == Standing.Listed);
        var soon = lines.Count - overdue - now;
        var counts = new[] { $"{EnglishText.Number(overdue)} overdue", now > 0 ? $"{EnglishText.Number(now)} on the list now" : "", $"{EnglishText.Number(soon)} due within {days} days" };
        return new FilterForm($"/worklists/{id}",
            [
                new("within", "Due within", [.. Ahead.Append(days).Distinct().Order().Select(d => new FilterOption($"{d}", d == 0 ? "Overdue only" : $"{d} days"))], $"{days}"),
                new("team", "Team", [new("", "Every team"), .. teams.Select(t => new FilterOption(t, t))], team),
            ],
            variant.Length > 0 ? [new("variant", variant)] : [], string.Join(", ", counts.Where(c => c.Length > 0)), "Which cases");
    }

    private TableView Listed(IReadOnlyList<CaseLine> lines) => new("Overdue first, then due soonest",
        [new("Child"), new("Due"), new("Days over or left"), new("Team"), new("Worker"), new("District"), new("Counts from")],
        [.. lines.Select(l => (IReadOnlyList<TableCell>)
        [
            new TableCell(l.Child.Length > 0 ? l.Child : "not a child’s", l.IsRestricted ? "restricted" : null), l.Due is { } due ? EnglishDate.Format(due) : "none known",
            WorklistBook.Standing(l, Cases.Day), l.Team,
            l.Worker.Length > 0 ? l.Worker : "not known", l.District.Length > 0 ? l.District : "not known", EnglishDate.Format(l.Date),
        ])]);
}

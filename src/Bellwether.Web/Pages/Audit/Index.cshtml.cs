using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bellwether.Web.Pages.Audit;

/// <summary>The audit log, newest first; who opened one child's file; whether the log is as it was written.</summary>
[LetsOut(Level.Audit)]
public sealed class IndexModel : SitePage
{
    public AuditFilter Filter { get; private set; } = new();

    /// <summary>The day filtered by, as it stands in the address; empty for any.</summary>
    public string Day { get; private set; } = "";

    public AuditVerdict Checked { get; private set; } = null!;

    /// <summary>That the log is whole, and when it was found so.</summary>
    public string ChainWords { get; private set; } = "";

    public IReadOnlyList<(string Who, string Name)> People { get; private set; } = [];

    public string Result { get; private set; } = "";

    public TableView Table { get; private set; } = null!;

    public PageLinks Pages { get; private set; } = null!;

    /// <summary>The entries about the child asked for; null where none was.</summary>
    public TableView? OfChild { get; private set; }

    public string ChildWords { get; private set; } = "";

    public IActionResult OnGet(string? person, [FromQuery(Name = "action")] string? action, string? day, string? refused, [FromQuery(Name = "page")] int page = 1)
    {
        DateOnly? on = null;
        if (day is { Length: > 0 })
        {
            if (!DateText.TryParse(day.AsSpan(), out var read)) return NotFound();
            (on, Day) = (read, day);
        }
        if ((action is { Length: > 0 } && !AuditActions.All.Contains(action)) || refused is not (null or "" or "only") || page < 1) return NotFound();
        People = Reader.Audit.People();
        if (person is { Length: > 0 } && People.All(p => p.Who != person)) return NotFound();
        Filter = new AuditFilter { Who = person ?? "", Action = action ?? "", Day = on, RefusedOnly = refused == "only" };
        var (entries, of) = Reader.Audit.Find(Filter, (page - 1) * PerPage, PerPage);
        var last = LastPage(of);
        if (page > last) return NotFound();
        Result = EnglishText.Count(of, "entry", "entries");
        Table = TableOf("Entries, newest first", entries);
        Pages = new PageLinks(page, last, n => Address("/audit", ("person", person), ("action", action), ("day", day), ("refused", refused), ("page", $"{n}")), "Pages of entries");
        return Shown(whole: false);
    }

    /// <summary>Checks every entry, also those that were checked before.</summary>
    public IActionResult OnPostVerify()
    {
        People = Reader.Audit.People();
        var (entries, of) = Reader.Audit.Find(Filter, 0, PerPage);
        (Result, Table) = ($"The newest {EnglishText.Number(entries.Count)} of {EnglishText.Number(of)} entries", TableOf("Entries, newest first", entries));
        Pages = new PageLinks(1, LastPage(of), n => Address("/audit", ("page", $"{n}")), "Pages of entries");
        return Shown(whole: true);
    }

    /// <summary>Who was shown lists with a child in them. The id comes with the form, and the answer does not repeat it.</summary>
    public IActionResult OnPostChild([FromForm] string? child)
    {
        if (child?.Trim() is not { Length: > 0 } id) (OfChild, ChildWords) = (TableOf("", []), "Write the child’s id first.");
        else
        {
            var entries = Reader.Audit.OfChild(id);
            OfChild = TableOf("Who was shown a list with this child in it, newest first", entries);
            var people = entries.Select(e => e.Who).Distinct().Count();
            ChildWords = $"{EnglishText.Count(entries.Count, "entry", "entries")} by {EnglishText.Count(people, "person", "people")}, your own question among them";
        }
        return Shown(whole: false);
    }

    private PageResult Shown(bool whole)
    {
        (Checked, var before) = Reader.CheckAudit(whole);
        ChainWords = before == 0 ? $"Yes: every entry from 1 to {EnglishText.Number(Checked.Head.Number)} is as it was written, checked now."
            : $"Yes: every entry from 1 to {EnglishText.Number(Checked.Head.Number)} is as it was written. Those up to {EnglishText.Number(before)} were checked earlier since this server started, the others now.";
        Frame("Audit", "Audit", figures: false);
        return Page();
    }

    private static TableView TableOf(string caption, IReadOnlyList<AuditEntry> entries) => new(caption,
        [new("Entry"), new("When (UTC)"), new("Who"), new("What"), new("Of what"), new("Rows", true)],
        [.. entries.Select(e => (IReadOnlyList<TableCell>)
        [
            e.Number.ToString(CultureInfo.InvariantCulture), e.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), new TableCell(e.Name, $"{e.Role}, {e.Scope}"),
            e.IsRefused ? new TableCell($"Refused: {e.Action}", e.Reason) : e.Action,
            new TableCell(e.Kind.Length == 0 ? "none" : $"{e.Kind} {e.Object}", e.Filter.Length > 0 ? e.Filter : null), EnglishText.Number(e.Rows),
        ])]);
}

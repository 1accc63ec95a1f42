using Bellwether.Calendar;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bellwether.Web.Pages.Restricted;

/// <summary>The register of restricted cases: which are due for review, in force and lifted; placed, reviewed and lifted here. Addresses name numbers, never a child.</summary>
/// <param name="time">The clock.</param>
[LetsOut(Level.Restricted)]
public sealed class IndexModel(TimeProvider time) : SitePage
{
    public string Error { get; private set; } = "";

    public string Done { get; private set; } = "";

    /// <summary>The form of a new one, as typed.</summary>
    public RestrictionEntry Entry { get; private set; } = new();

    public string Who { get; private set; } = "";

    public IReadOnlyList<(string Code, string Label)> Reasons { get; private set; } = [];

    /// <summary>Numbers of those in force.</summary>
    public IReadOnlyList<int> Numbers { get; private set; } = [];

    /// <summary>How many stand although the extract no longer tells of them.</summary>
    public int Unsaid { get; private set; }

    /// <summary>How many are of no child in the data: a slip in the id, or a child still to come.</summary>
    public int OfNobody { get; private set; }

    public TableView Due { get; private set; } = null!;

    public TableView InForce { get; private set; } = null!;

    public TableView Lifted { get; private set; } = null!;

    public IActionResult OnGet(string? done)
    {
        Done = done switch { "restricted" => "The case is restricted.", "reviewed" => "The review is kept: the restriction stays.", "lifted" => "The restriction is lifted: the case is listed again.", _ => "" };
        return Shown();
    }

    public IActionResult OnPost(string? child, string? reason, string? from, string? who)
    {
        Entry = new RestrictionEntry(child ?? "", reason ?? "", from ?? "");
        Who = who ?? "";
        DateOnly? first = null;
        if (Entry.From.Trim().Length > 0)
        {
            if (!DateText.TryParse(Entry.From.Trim().AsSpan(), out var read)) return Wrong($"The first day is \"{Entry.From.Trim()}\". Write a date such as 01/04/2027, or nothing for today.");
            first = read;
        }
        return Answer(Gate.Restrict(Entry.Child, Entry.Reason, first, Who), "restricted");
    }

    public IActionResult OnPostReview(int number, string? who) => Answer(Gate.ReviewRestriction(number, Who = who ?? ""), "reviewed");

    public IActionResult OnPostLift(int number, string? who) => Answer(Gate.LiftRestriction(number, Who = who ?? ""), "lifted");

    private IActionResult Answer(string wrong, string done) => wrong.Length > 0 ? Wrong(wrong) : Redirect(Address("/restricted", ("done", done)));

    private PageResult Wrong(string error)
    {
        Error = error;
        return Shown();
    }

    private PageResult Shown()
    {
        var (all, today) = (Gate.Restrictions(), LondonTime.DateOf(time.GetUtcNow()));
        var inForce = all.Where(r => r.Restriction.IsInForce).ToList();
        var due = inForce.Where(r => r.Restriction.IsDue(today)).OrderBy(r => r.Restriction.ReviewDue).ThenBy(r => r.Restriction.Id).ToList();
        (Reasons, Numbers, Unsaid) = (Gate.ReasonsToRestrict(), [.. inForce.Select(r => r.Restriction.Id)], inForce.Count(r => r.Restriction.Unsaid is not null));
        OfNobody = inForce.Count(r => r.ChildNow is null);
        if (Who.Length == 0) Who = Reader.Person!.Name;
        Due = Table("Due for review", due);
        InForce = Table("In force", inForce);
        Lifted = new TableView("Lifted", [new("Number"), new("Child"), new("Reason"), new("From"), new("Lifted on"), new("Lifted by")],
            [.. all.Where(r => !r.Restriction.IsInForce).Select(r => (IReadOnlyList<TableCell>)
                [$"{r.Restriction.Id}", Child(r), r.Reason, EnglishDate.Format(r.Restriction.From), On(r.Restriction.Lifted!.At), r.Restriction.Lifted.By])], HideCaption: true);
        Frame("Restricted cases", "Restricted cases");
        return Page();
    }

    private static TableView Table(string caption, IReadOnlyList<RestrictedCase> cases) => new(caption,
        [new("Number"), new("Child"), new("Reason"), new("From"), new("Placed by"), new("Last reviewed"), new("Review due"), new("What the extract says")],
        [.. cases.Select(r => (IReadOnlyList<TableCell>)
        [
            $"{r.Restriction.Id}", Child(r), r.Reason, EnglishDate.Format(r.Restriction.From), new TableCell(r.Restriction.By, r.Restriction.Load is { } load ? $"load {load}" : null),
            r.Restriction.Steps.LastOrDefault(s => s.Kind == RestrictionStepKind.Reviewed) is { } review ? new TableCell(On(review.At), review.By) : "not yet",
            EnglishDate.Format(r.Restriction.ReviewDue), Said(r.Restriction),
        ])], HideCaption: true);

    private static TableCell Child(RestrictedCase r) => r.ChildNow is null ? new TableCell(r.Restriction.Child, "not in the data")
        : new TableCell(r.ChildNow, r.ChildNow == r.Restriction.Child ? null : $"was {r.Restriction.Child}");

    private static string Said(Restriction restriction) => restriction.Source.Length == 0 ? "placed by hand" : restriction.Unsaid is { Load: { } load } ? $"nothing since load {load}" : "restricted";

    private static string On(DateTimeOffset at) => EnglishDate.Format(LondonTime.DateOf(at));
}

/// <summary>A restriction as typed.</summary>
public sealed record RestrictionEntry(string Child = "", string Reason = "", string From = "");

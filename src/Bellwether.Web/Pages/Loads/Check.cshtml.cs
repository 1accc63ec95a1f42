using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Loads;

/// <summary>An upload as read: the receipt a load of it would have, its questions, and the choice to accept or discard it.</summary>
[LetsOut(Level.Loading)]
public sealed class CheckModel : SitePage
{
    public string Id { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>Codes of questions of reading that were answered already.</summary>
    public IReadOnlyList<string> Yes { get; private set; } = [];

    public string When { get; private set; } = "";

    public string FindingWords { get; private set; } = "";

    public CheckedUpload Checked { get; private set; } = null!;

    public TableView Receipt { get; private set; } = null!;

    public TableView Findings { get; private set; } = null!;

    public IActionResult OnGet(string id, string[] yes) => Show(id, yes);

    public IActionResult OnPost(string id, string[] yes)
    {
        try
        {
            if (Gate.Accept(id, yes) is { } result) return Redirect($"/loads/{result.Load}");
            Error = "Not every question has a yes, so nothing was loaded. Tick each that is right, or discard the files.";
        }
        catch (IOException e)
        {
            // The store's own words: they name no statement and no value.
            Error = e.Message;
        }
        return Show(id, yes);
    }

    /// <summary>Takes the answers to what reading asks: the page then shows the files as read with them, and nothing is kept yet.</summary>
    public IActionResult OnPostAnswer(string id, string[] yes)
    {
        if (Gate.Check(id, yes) is not { } found) return NotFound();
        var given = found.Questions.Select((_, i) => Request.Form[$"choice-{i}"].ToString()).ToList();
        if (found.Questions.Where((q, i) => q.Choices.All(c => c.Code != given[i])).Any())
        {
            Error = "Not every question has an answer. Choose the one that is right for each, or discard the files.";
            return Show(id, yes);
        }
        return Redirect(Address($"/loads/upload/{id}", [.. yes.Concat(given).Distinct().Select(c => ("yes", (string?)c))]));
    }

    public IActionResult OnPostDiscard(string id)
    {
        Gate.Discard(id);
        return Redirect("/loads/upload");
    }

    private IActionResult Show(string id, string[] yes)
    {
        if (Gate.Check(id, yes) is not { } found) return NotFound();
        var extract = found.Extract;
        (Id, Checked, Yes) = (id, found, [.. yes.Where(c => found.Questions.All(q => q.Code != c))]);
        When = extract.IsAsking ? "Answer first, and the files are read accordingly. Nothing is loaded until you accept." : extract.IsRejected ? "Nothing was loaded; what was known before stands."
            : extract.DataDate is { } date ? $"Data date {EnglishDate.Format(date)}, {(extract.DataDateIsGiven ? "given" : "worked out from the dates in the files")}. Nothing is loaded until you accept." : "Nothing dated was read.";
        Receipt = LoadModel.ReceiptOf(extract.Receipt);
        // What is asked is said once, with its answers.
        var findings = extract.Findings.Where(f => f.Choices.Count == 0 || !extract.IsAsking).ToList();
        FindingWords = findings.Count > PerPage ? $"The first {PerPage} of {EnglishText.Number(findings.Count)}; after loading all are on the load’s page." : $"{EnglishText.Number(findings.Count)} in all.";
        Findings = LoadModel.FindingsOf(findings.OrderBy(f => f.Outcome).Take(PerPage));
        Frame(extract.IsAsking ? "Answer before you load" : "Check before you load", "Data loads");
        return Page();
    }
}

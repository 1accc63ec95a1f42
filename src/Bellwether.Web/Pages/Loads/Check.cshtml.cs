using Bellwether.Calendar;
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

    public string When { get; private set; } = "";

    public string FindingWords { get; private set; } = "";

    public CheckedUpload Checked { get; private set; } = null!;

    public TableView Receipt { get; private set; } = null!;

    public TableView Findings { get; private set; } = null!;

    public IActionResult OnGet(string id) => Show(id);

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
        return Show(id);
    }

    public IActionResult OnPostDiscard(string id)
    {
        Gate.Discard(id);
        return Redirect("/loads/upload");
    }

    private IActionResult Show(string id)
    {
        if (Gate.Check(id) is not { } found) return NotFound();
        (Id, Checked) = (id, found);
        var extract = found.Extract;
        When = extract.IsRejected ? "Nothing was loaded; what was known before stands."
            : extract.DataDate is { } date ? $"Data date {EnglishDate.Format(date)}, {(extract.DataDateIsGiven ? "given" : "worked out from the dates in the files")}. Nothing is loaded until you accept." : "Nothing dated was read.";
        Receipt = LoadModel.ReceiptOf(extract.Receipt);
        FindingWords = extract.Findings.Count > PerPage ? $"The first {PerPage} of {Said.Number(extract.Findings.Count)}; after loading all are on the load’s page." : $"{Said.Number(extract.Findings.Count)} in all.";
        Findings = LoadModel.FindingsOf(extract.Findings.OrderBy(f => f.Outcome).Take(PerPage));
        Frame("Check before you load", "Data loads");
        return Page();
    }
}

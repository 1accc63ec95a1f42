using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Loads;

/// <summary>Takes files in to be checked, and shows the rules that answers made.</summary>
[LetsOut(Level.Loading)]
[RequestSizeLimit(Most)]
[RequestFormLimits(MultipartBodyLengthLimit = Most, ValueCountLimit = 16)]
public sealed class UploadModel : SitePage
{
    private const long Most = 512L * 1024 * 1024;
    private const int MostFiles = 200;

    public string Limit => "512 megabytes";

    public string Error { get; private set; } = "";

    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    public TableView Rules { get; private set; } = null!;

    public void OnGet() => Show();

    public async Task<IActionResult> OnPostAsync(IReadOnlyList<IFormFile> files, CancellationToken cancel)
    {
        if (files.Count is > 0 and <= MostFiles)
            return Redirect($"/loads/upload/{await Gate.ReceiveAsync(files.Select(f => (f.FileName, (Func<Stream>)f.OpenReadStream)), cancel)}");
        Error = files.Count == 0 ? "No file was chosen. Choose the files of one extract." : $"More than {MostFiles} files were chosen. Put the files of one extract together.";
        Show();
        return Page();
    }

    public IActionResult OnPostForget(string? rule)
    {
        if (rule?.Split('|') is [var source, var code]) Gate.Forget(source, code);
        return Redirect("/loads/upload");
    }

    private void Show()
    {
        Answers = Gate.Answers();
        Rules = new TableView("Answers that are kept", [new("Source"), new("Question"), new("From how many rows", true), new("Answered on"), new("Answered by")],
            [.. Answers.Select(a => (IReadOnlyList<TableCell>)[a.Source, a.Code, a.Least > 0 ? EnglishText.Number(a.Least) : "any", EnglishDate.Format(a.AnsweredOn), a.AnsweredBy.Length > 0 ? a.AnsweredBy : "not said"])], HideCaption: true);
        Frame("Load an extract", "Data loads");
    }
}

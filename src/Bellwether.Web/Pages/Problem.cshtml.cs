using Bellwether.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages;

/// <summary>What went wrong, in words. What is not there and what is out of the reader's scope read the same.</summary>
[LetsOut(Level.Nothing)]
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : SitePage
{
    public string Title { get; private set; } = "";

    public string Words { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        (Title, Words) = code switch
        {
            403 => ("You may not see this page", "Your part in this service does not include it. Figures are on the scorecard; rows about children are for those who work with them."),
            404 => ("Page not found", "There is nothing at this address. Check the address; the indicator, month or team in it may be misspelt."),
            400 => ("This form is out of date", "Go back, load the page again and send it once more."),
            503 => ("This can’t be shown now", "Who is shown children’s records is written down first, and it could not be written: the disk may be full, or the store closed to writing. Figures can still be read. Tell whoever runs this server."),
            500 => ("Something went wrong here", "The fault is ours, not yours, and it was written down. Try again; if it comes back, tell whoever runs this server."),
            _ => ("This did not work", "The address was asked in a way it does not answer."),
        };
        HttpContext.Response.StatusCode = code is >= 400 and < 600 ? code : 404;
        Frame(Title, figures: false);
    }
}

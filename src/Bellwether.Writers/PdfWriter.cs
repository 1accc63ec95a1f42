using Bellwether.Publications.Documents;
using Bellwether.Writers.Pdf;

namespace Bellwether.Writers;

/// <summary>
/// A document as a tagged, bookmarked PDF: the page of <see cref="HtmlWriter"/>, printed by the machine's own Chromium, Chrome or Edge. The
/// browser loads nothing from the network. Unlike the other files a PDF is not the same bytes twice (the browser stamps the time of
/// printing), so an edition keeps the one that was made.
/// </summary>
public static class PdfWriter
{
    /// <summary>Writes the PDF.</summary>
    /// <param name="document">What to print.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="folder">Where the browser may work; made if it is missing. A folder of its own inside is emptied and removed afterwards, also after a failure.</param>
    /// <param name="browser">The browser's program; null takes the one <see cref="FindBrowser"/> finds.</param>
    /// <exception cref="BrowserException">There is no browser, or it did not print. The message says what to do.</exception>
    public static void Write(Document document, Stream to, string folder, string? browser = null)
    {
        var program = browser ?? FindBrowser() ?? throw new BrowserException(Chromium.HowToInstall);
        var work = Path.Combine(folder, "print-" + Path.GetRandomFileName());
        Directory.CreateDirectory(work);
        try
        {
            var page = Path.Combine(work, "page.html");
            using (var html = File.Create(page)) HtmlWriter.Write(document, html);
            var pdf = Path.Combine(work, "page.pdf");
            Chromium.Print(program, page, pdf, Path.Combine(work, "profile"));
            using var printed = File.OpenRead(pdf);
            printed.CopyTo(to);
        }
        finally
        {
            Chromium.Remove(work);
        }
    }

    /// <summary>
    /// The browser that prints: the one that the environment variable BELLWETHER_CHROMIUM names, else the first of Chromium, Chrome and Edge in
    /// its usual place. Null where there is none; <see cref="HowToInstall"/> then says what to do.
    /// </summary>
    public static string? FindBrowser() => Chromium.Find();

    /// <summary>What to tell a person whose machine has no browser.</summary>
    public static string HowToInstall => Chromium.HowToInstall;
}

using System.Text;
using Bellwether.Tests.Writers.Reading;
using Bellwether.Writers;
using Bellwether.Writers.Pdf;
using Xunit;

namespace Bellwether.Tests.Writers;

/// <summary>The PDF as the machine's own browser prints it.</summary>
public sealed class PrintedPdfTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "bellwether-pdf-" + Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void It_is_tagged_and_bookmarked_says_every_figure_and_leaves_nothing_behind()
    {
        Assert.True(PdfWriter.FindBrowser() is not null, PdfWriter.HowToInstall);
        var pdf = Files.Bytes(Papers.Full, (d, s) => PdfWriter.Write(d, s, _folder));
        var raw = Encoding.Latin1.GetString(pdf);
        Assert.All(["/StructTreeRoot", "/MarkInfo", "/Outlines", "/Lang (en-GB)", "/TH", "/Figure"], word => Assert.Contains(word, raw, StringComparison.Ordinal));
        Assert.All(["/JavaScript", "/EmbeddedFile", "/Launch", "HeadlessChrome", "Linux"], word => Assert.DoesNotContain(word, raw, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));

        Assert.SkipUnless(HasPdfToText(), "Reading the figures out of a PDF needs pdftotext: apt-get install poppler-utils.");
        Assert.Empty(Numbers.Differences(Papers.Full, PageReading.Pdf(pdf, Papers.Full.Sections.Select(s => s.Title))));
        var pages = PageReading.Text(pdf).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(pages, (page, i) => Assert.Contains($"Page {i + 1} of {pages.Length}", page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains("Draft: not checked for publication", page, StringComparison.Ordinal));
        // One page of the front, one of the introduction, one an indicator whose own table has the months, two where the chart's comes too.
        Assert.InRange(pages.Length, 8, 10);
    }

    [Fact]
    public void Without_a_browser_it_says_what_to_install()
    {
        var fault = Assert.Throws<BrowserException>(() => Files.Bytes(Papers.Full, (d, s) => PdfWriter.Write(d, s, _folder, Path.Combine(_folder, "no-such-browser"))));
        Assert.Contains("apt-get install chromium", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    private static bool HasPdfToText() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "pdftotext")));
}

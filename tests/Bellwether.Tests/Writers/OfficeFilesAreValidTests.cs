using Bellwether.Writers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Bellwether.Tests.Writers;

/// <summary>What Word and Excel themselves demand of a file.</summary>
public sealed class OfficeFilesAreValidTests
{
    [Fact]
    public void A_word_file_has_no_fault()
    {
        using var file = new MemoryStream(Files.Word(Papers.Full));
        using var word = WordprocessingDocument.Open(file, false);
        Assert.Empty(Faults(word));
        Assert.Equal(5, word.MainDocumentPart!.ChartParts.Count());
        foreach (var chart in word.MainDocumentPart.ChartParts)
        {
            using var book = SpreadsheetDocument.Open(chart.EmbeddedPackagePart!.GetStream(), false);
            Assert.Empty(Faults(book));
        }
    }

    [Fact]
    public void A_workbook_has_no_fault()
    {
        using var file = new MemoryStream(Files.Bytes(Papers.Full, ExcelWriter.Write));
        using var book = SpreadsheetDocument.Open(file, false);
        Assert.Empty(Faults(book));
        Assert.Equal(5, book.WorkbookPart!.WorksheetParts.Count(p => p.DrawingsPart is not null));
    }

    internal static List<string> Faults(OpenXmlPackage package) =>
        [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").Distinct().Take(20)];
}

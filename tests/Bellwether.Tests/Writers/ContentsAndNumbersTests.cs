using Bellwether.Tests.Writers.Reading;
using Bellwether.Writers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Bellwether.Tests.Writers;

/// <summary>Numbers of sections and paragraphs are Word's own, and the same that the page prints; the contents name each section.</summary>
public sealed class ContentsAndNumbersTests
{
    [Fact]
    public void Word_counts_to_the_numbers_that_the_page_prints()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(Files.Word(Papers.Full)), false);
        var counts = new int[4];
        var counted = new List<string>();
        foreach (var paragraph in word.MainDocumentPart!.Document!.Body!.Elements<Paragraph>())
        {
            // List 1 is the outline.
            if (paragraph.ParagraphProperties?.NumberingProperties is not { NumberingId.Val.Value: 1 } numbering) continue;
            var depth = numbering.NumberingLevelReference!.Val!.Value;
            counts[depth]++;
            Array.Clear(counts, depth + 1, counts.Length - depth - 1);
            counted.Add($"{string.Join('.', counts.Take(depth + 1))} {paragraph.InnerText}");
        }
        using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(Files.Bytes(Papers.Full, HtmlWriter.Write)));
        var printed = page.QuerySelectorAll(".number").Select(n => Numbers.Clean(n.ParentElement!.TextContent));
        Assert.Equal(printed, counted.Select(Numbers.Clean));
        Assert.Contains("1.3 Recommendations", counted);
    }

    [Fact]
    public void The_contents_name_every_section_with_its_page()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(Files.Word(Papers.Full)), false);
        var entries = word.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value?.StartsWith("TOC", StringComparison.Ordinal) == true && p.Descendants<Hyperlink>().Any()).ToList();
        Assert.Equal(Papers.Full.Sections.Count - 1, entries.Count);
        // As LibreOffice lays the file out: two sides where the chart needs a table of its own, one elsewhere.
        Assert.Equal(["2", "2", "2", "3", "4", "6", "7", "9", "10"], entries.Select(e => e.Descendants<Text>().Last().Text));
    }

    [Fact]
    public void A_word_file_has_built_in_styles_repeating_heads_and_words_for_each_chart()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(Files.Word(Papers.Full)), false);
        var body = word.MainDocumentPart!.Document!.Body!;
        var names = word.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleName!.Val!.Value).ToList();
        Assert.All(["Title", "heading 1", "heading 2", "heading 3", "List Bullet", "List Number", "caption", "Table Grid", "toc 1", "header", "footer"], n => Assert.Contains(n, names));
        Assert.All(body.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>(), t => Assert.Single(t.Descendants<TableHeader>()));
        Assert.All(body.Descendants<TableRow>(), r => Assert.Single(r.Descendants<CantSplit>()));
        Assert.All(body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>(), d => Assert.StartsWith("Line chart of 13 months", d.Description!.Value, StringComparison.Ordinal));
        Assert.All(word.MainDocumentPart.FooterParts, f => Assert.Contains("NUMPAGES", f.Footer!.InnerText, StringComparison.Ordinal));
        Assert.All(body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Extent>(), e => Assert.True(e.Cy!.Value <= 2_160_000, "higher than 6 cm"));
    }
}

using Bellwether.Tests.Writers.Reading;
using Bellwether.Writers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace Bellwether.Tests.Writers;

/// <summary>A pack in a council's own file.</summary>
public sealed class WordTemplateTests
{
    private static byte[] Written(byte[] template) => Files.Word(Papers.Full, WordTemplate.Read(new MemoryStream(template)));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void The_file_is_valid_and_says_every_figure(bool hasBookmark, bool hasTitlePage)
    {
        var template = CouncilTemplate.Make(hasBookmark, hasTitlePage: hasTitlePage);
        var file = Written(template);
        using var word = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.Empty(OfficeFilesAreValidTests.Faults(word));
        Assert.Empty(Numbers.Differences(Papers.Full, WordReading.Read(file)));
        Assert.Equal(file, Written(template));
    }

    [Fact]
    public void The_text_stands_at_the_bookmark_in_the_councils_styles()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(Written(CouncilTemplate.Make())), false);
        var paragraphs = word.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().ToList();
        Assert.Equal(("Cover line", "Wessenshire Council", "Closing line"), (paragraphs[0].InnerText, paragraphs[1].InnerText, paragraphs[^1].InnerText));
        Assert.Contains(paragraphs, p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Rubrik1" && p.InnerText == "Implications");
        // A style of ours that would meet another of the council's by id gets an id of its own.
        Assert.Equal("BwTitle", paragraphs[2].ParagraphProperties!.ParagraphStyleId!.Val!.Value);
        Assert.DoesNotContain(word.MainDocumentPart.Document.Descendants<BookmarkStart>(), b => b.Name == "Bellwether");
    }

    [Fact]
    public void Without_a_bookmark_the_text_stands_at_the_end()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(Written(CouncilTemplate.Make(hasBookmark: false))), false);
        Assert.Equal("Closing line", word.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().ElementAt(1).InnerText);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_page_has_the_councils_header_the_marking_and_its_number(bool hasTitlePage)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(Written(CouncilTemplate.Make(hasTitlePage: hasTitlePage))), false);
        Assert.All(word.MainDocumentPart!.HeaderParts, h => Assert.Contains("Draft: not checked for publication", h.Header!.InnerText, StringComparison.Ordinal));
        Assert.Contains(word.MainDocumentPart.HeaderParts, h => h.Header!.InnerText.Contains("our own header", StringComparison.Ordinal) && h.ImageParts.Any());
        Assert.All(word.MainDocumentPart.FooterParts, f => Assert.Contains("Edition 3 of 12 July 2017Page", f.Footer!.InnerText, StringComparison.Ordinal));
        Assert.Equal(hasTitlePage ? 2 : 1, word.MainDocumentPart.FooterParts.Count());
    }

    [Fact]
    public void Nobody_of_the_template_is_named()
    {
        var parts = Files.Parts(Written(CouncilTemplate.Make()));
        Assert.DoesNotContain(parts, p => p.Value.Contains("Bloggs", StringComparison.Ordinal) || p.Value.Contains("00AA11BB", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<w:ins w:id=\"1\" w:author=\"Jo\"><w:r><w:t>new</w:t></w:r></w:ins>", "tracked changes")]
    [InlineData("<w:commentRangeStart w:id=\"1\"/>", "comments")]
    [InlineData("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", "hidden text")]
    public void What_a_paper_must_not_carry_is_refused_with_what_to_do(string inside, string word)
    {
        var fault = Assert.Throws<InvalidDataException>(() => WordTemplate.Read(new MemoryStream(CouncilTemplate.Make(inside: inside))));
        Assert.Contains(word, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_word_file_is_refused_in_words()
    {
        Assert.Contains("Save it in Word", Assert.Throws<InvalidDataException>(() => WordTemplate.Read(new MemoryStream([1, 2, 3]))).Message, StringComparison.Ordinal);
        Assert.Contains("Word", Assert.Throws<InvalidDataException>(() => WordTemplate.Read(new MemoryStream(Files.Bytes(Papers.Full, ExcelWriter.Write)))).Message, StringComparison.Ordinal);
        var broken = Files.Changed(CouncilTemplate.Make(), "word/document.xml", "<w:body>", "<w:bodd>");
        Assert.Contains("Save it in Word", Assert.Throws<InvalidDataException>(() => WordTemplate.Read(new MemoryStream(broken))).Message, StringComparison.Ordinal);
    }
}

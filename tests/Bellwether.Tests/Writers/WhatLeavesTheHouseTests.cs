using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Bellwether.Publications.Documents;
using Bellwether.Writers;
using Xunit;

namespace Bellwether.Tests.Writers;

/// <summary>What a file must never carry: a person's name as author, hidden content, a formula out of data, another machine's time.</summary>
public sealed partial class WhatLeavesTheHouseTests
{
    public static TheoryData<string> Formats => ["docx", "xlsx", "html", "csv", "tidy", "json"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_document_gives_the_same_bytes(string format) =>
        Assert.Equal(Files.Bytes(Papers.Make(3), Writer(format)), Files.Bytes(Papers.Make(3), Writer(format)));

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void An_office_file_names_the_council_and_the_editions_day_only(string format)
    {
        var file = Files.Bytes(Papers.Full, Writer(format));
        var parts = Files.Parts(file);
        Assert.Contains("<dc:creator>Wessenshire Council</dc:creator><cp:lastModifiedBy>Wessenshire Council</cp:lastModifiedBy>", parts["docProps/core.xml"], StringComparison.Ordinal);
        Assert.Equal(["2017-07-12T00:00:00Z", "2017-07-12T00:00:00Z"], Time().Matches(parts["docProps/core.xml"]).Select(m => m.Value));
        Assert.DoesNotContain(parts.Keys, k => k.StartsWith("docProps/", StringComparison.Ordinal) && k != "docProps/core.xml");
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void An_office_file_hides_nothing(string format)
    {
        var parts = Files.Parts(Files.Bytes(Papers.Full, Writer(format)));
        Assert.DoesNotContain(parts, p => Hidden().IsMatch(p.Value));
        Assert.DoesNotContain(parts.Keys, k => Unwanted().IsMatch(k));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    public void No_text_of_the_council_becomes_a_formula(string text)
    {
        var line = Papers.Full.Figures[0] with { Title = text, MemberLabel = text, Because = text, Code = text };
        var table = new Table("t", text, [new Column(text), new Column(text, true)], [[new Cell(text), new Cell(text)]]);
        var document = Papers.Full with { Figures = [line], Sections = [new Section("s", text, 1, false, false, [table, new Paragraph([new Span(text)])])] };
        var parts = Files.Parts(Files.Bytes(document, ExcelWriter.Write));
        // The one formula is the figure's own.
        Assert.Equal(["J2/K2"], parts.SelectMany(p => Formula().Matches(p.Value)).Select(m => m.Groups[1].Value));
        Assert.Contains("quotePrefix=\"1\"", parts["xl/styles.xml"], StringComparison.Ordinal);
        foreach (var csv in new[] { Files.Bytes(document, TidyTable.Write), Files.Bytes(document, CsvWriter.Write) })
        {
            var lines = Encoding.UTF8.GetString(csv).Split("\r\n")[1].Split(',');
            Assert.DoesNotContain(lines, c => c.TrimStart('"', ' ', '\t') is ['=' or '+' or '-' or '@', ..]);
            Assert.Contains("'" + text, lines);
        }
    }

    [Fact]
    public void A_negative_number_stays_a_number_in_csv()
    {
        var line = Papers.Full.Figures[0] with { Value = -2.64m, Numerator = null, Denominator = null, Unit = "", Show = "count" };
        var document = Papers.Full with { Figures = [line], Sections = [] };
        Assert.Contains(",-2.6,", Encoding.UTF8.GetString(Files.Bytes(document, CsvWriter.Write)), StringComparison.Ordinal);
        Assert.Contains(",-2.64,", Encoding.UTF8.GetString(Files.Bytes(document, TidyTable.Write)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_brings_nothing_in_and_runs_nothing()
    {
        var head = Papers.Full.Head with { Title = "</title><script>alert(1)</script>", Marking = "a\";}}</style><script>x</script>", Council = "<img src=x onerror=alert(1)>" };
        var html = Encoding.UTF8.GetString(Files.Bytes(Papers.Full with { Head = head }, HtmlWriter.Write));
        using var page = new HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, object, embed, video, audio, [src], [onerror], [onclick], [style]"));
        Assert.All(page.QuerySelectorAll("a"), a => Assert.Matches("^(#|https?:|mailto:)", a.GetAttribute("href")));
        Assert.DoesNotMatch(@"url\(|@import", page.QuerySelector("style")!.TextContent);
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_address_stands_as_plain_words()
    {
        Assert.DoesNotContain(Files.Parts(Files.Word(Papers.Full)), p => p.Value.Contains("javascript:", StringComparison.Ordinal));
        Assert.Contains("https://wessenshire.example/plan?a=1&amp;b=2", Files.Parts(Files.Word(Papers.Full))["word/_rels/document.xml.rels"], StringComparison.Ordinal);
    }

    private static Action<Document, Stream> Writer(string format) => format switch
    {
        "docx" => (d, s) => WordWriter.Write(d, s),
        "xlsx" => ExcelWriter.Write,
        "html" => HtmlWriter.Write,
        "csv" => CsvWriter.Write,
        "tidy" => TidyTable.Write,
        _ => DocumentJson.Write,
    };

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")]
    private static partial Regex Time();

    [GeneratedRegex("<w:vanish|hidden=\"1\"|state=\"(?:very)?[hH]idden\"|<w:ins |<w:del |<w:comment")]
    private static partial Regex Hidden();

    [GeneratedRegex("comments|customXml|pivot|externalLink|vbaProject|thumbnail|people")]
    private static partial Regex Unwanted();

    [GeneratedRegex("<f>(.*?)</f>")]
    private static partial Regex Formula();
}

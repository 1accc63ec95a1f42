using System.IO.Compression;
using Bellwether.Extracts;
using Bellwether.Extracts.Reading;
using Bellwether.Tests.Extracts.Reading;
using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class OldWorkbookTests : IDisposable
{
    private static readonly object?[] Headings =
        ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "Date of Contact", "Contact Source"];

    private readonly ExtractFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_old_workbook_is_read_like_a_new_one_by_a_process_of_its_own()
    {
        var extract = Read("annex.xls", OldBook.Write(
            ("Notes", [["Made by a case system"]]),
            ("List_1", [["List 1: Contacts"], Headings, [1001, "a) Male", "a) WBRI", new DateOnly(2014, 5, 6), 6.138, new DateOnly(2021, 5, 4), "q) 6: Police"], [null], ["00123", "b) Female", "x", "06/05/2015", 6, "2021-06-04", "a) 1A: Individual"], [1002, null, null, 42000, null, 44000, "nope"]])));
        Assert.DoesNotContain(extract.Findings, f => f.Outcome != Outcome.Noted);
        Assert.Equal("Annex A list 1: Contacts, 4 rows, 3 loaded, 1 blank, headings in row 2", extract.Receipt.Where(l => l.Rows > 0).Select(l => $"{l.List}, {l.Rows} rows, {l.Loaded} loaded, {l.Blank} blank, headings in row {l.HeadingRow}").Single());
        var records = extract.Records;
        Assert.Equal("1001@2021-05-04|q) 6: Police of 1001 date=2021-05-04 source=6", records.Row("contacts", 0));
        Assert.Equal("00123 of 00123 born=2015-05-06 born_expected=no sex=F died=none", records.Row("people", 1));
        Assert.Equal("1002@2020-06-18|nope of 1002 date=2020-06-18", records.Row("contacts", 2));
        Assert.Contains(extract.Findings, f => f.Code == "serial-date" && f.Row == 6 && f.Column == "F \"Date of Contact\"");
    }

    /// <summary>As in .xlsx: unknown with a finding, and the row set aside where it is a key.</summary>
    [Theory]
    [InlineData(0x00, "#NULL!")]
    [InlineData(0x07, "#DIV/0!")]
    [InlineData(0x0F, "#VALUE!")]
    [InlineData(0x17, "#REF!")]
    [InlineData(0x1D, "#NAME?")]
    [InlineData(0x24, "#NUM!")]
    [InlineData(0x2A, "#N/A")]
    public void A_cell_that_shows_an_error_is_unknown_and_said_to_be(byte code, string shown)
    {
        var day = new DateOnly(2021, 5, 4);
        var extract = Read("annex.xls", OldBook.Write(
            ("Notes", [["Made by a case system", new OldError(code)]]),
            ("List_1", [Headings,
                [1001, "a) Male", "a) WBRI", new DateOnly(2014, 5, 6), 6, day, new OldFormula(null, code)],
                [1002, "a) Male", new OldError(code), new DateOnly(2014, 5, 6), 6, day, "q) 6: Police"],
                [new OldError(code), "a) Male", "a) WBRI", new DateOnly(2014, 5, 6), 6, day, "q) 6: Police"],
                [1004, "a) Male", "a) WBRI", new DateOnly(2014, 5, 6), 6, day, true],
                [null, null, null, null, null, null, new OldFormula(null, code)]])));
        Assert.Equal(["1001@2021-05-04|{0} of 1001 date=2021-05-04", "1002@2021-05-04|q) 6: Police of 1002 date=2021-05-04 source=6"],
            Enumerable.Range(0, 2).Select(r => extract.Records.Row("contacts", r).Replace(shown, "{0}", StringComparison.Ordinal)));
        Assert.Equal(["error-value row 2 column G \"Contact Source\"", "error-value row 3 column C \"Ethnicity\"", "error-in-key-column row 4 column A \"Child Unique ID\""],
            extract.Findings.Where(f => f.Code.StartsWith("error-", StringComparison.Ordinal)).OrderBy(f => f.Row).Select(f => $"{f.Code} row {f.Row} column {f.Column}"));
        Assert.All(extract.Findings.Where(f => f.Code.StartsWith("error-", StringComparison.Ordinal)), f => Assert.Contains(shown, f.Found, StringComparison.Ordinal));
    }

    [Fact]
    public void An_old_workbook_in_an_archive_is_read_where_it_lies()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        using (var part = zip.CreateEntry("annex/list 1").Open())
            part.Write(OldBook.Write(("List 1", [Headings, [1001, "a) Male", "a) WBRI", new DateOnly(2014, 5, 6), 6, new DateOnly(2021, 5, 4), "q) 6: Police"]])));
        Assert.Equal(1, Read("a.zip", stream.ToArray()).Records.Table("contacts").Count);
    }

    [Fact]
    public void A_damaged_one_is_refused_in_words()
    {
        var book = OldBook.Write(("List 1", [Headings, [1, 2]]));
        Assert.Equal("a.xls: The file is damaged: it is an old Excel workbook (.xls) that cannot be read to its end. Open it in Excel, save it as .xlsx, and load that.", Fault([.. book[..520], .. Enumerable.Repeat((byte)0xEE, 300), .. book[820..]]));
    }

    [Fact]
    public void A_worker_that_dies_takes_too_long_or_is_not_there_costs_the_file_and_no_more()
    {
        var book = OldBook.Write(("List 1", [Headings, [1, 2]]));
        const string Words = "a.xls: It is an old Excel workbook (.xls), and reading it failed: it is damaged, or took more than {0} seconds or 768 MB. Open it in Excel, save it as .xlsx, and load that.";
        Assert.Equal(Words.Replace("{0}", "60", StringComparison.Ordinal), Fault(book, Worker() with { Program = "sh", Arguments = ["-c", "head -c 10; kill -9 $$"] }));
        Assert.Equal(Words.Replace("{0}", "0", StringComparison.Ordinal), Fault(book, Worker() with { Program = "sleep", Arguments = ["100"], Time = TimeSpan.FromMilliseconds(100) }));
        Assert.Equal("a.xls: It is an old Excel workbook (.xls). Save it as .xlsx.", Fault(book, Worker() with { Program = "/no/such/program" }));
        Assert.Equal("a.xls: It is an old Excel workbook (.xls). Save it as .xlsx.", Fault(book, null));
    }

    [Fact]
    public void A_worker_may_use_only_so_much_memory()
    {
        var wide = Enumerable.Range(0, 200).Select(r => Enumerable.Range(0, 30).Select(c => (object?)$"text {r} {c}").ToArray()).ToArray();
        Assert.Contains("reading it failed", Fault(OldBook.Write(("List 1", wide[..3])), Worker() with { MemoryBytes = 1 << 20 }), StringComparison.Ordinal);
    }

    private static XlsWorker Worker() =>
        XlsWorker.At(Path.Combine(House.Checkout.Root, "src", "Bellwether.Cli", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0"))!;

    private string Fault(byte[] book, XlsWorker? worker) => Read("a.xls", book, worker).Findings.First(f => f.Outcome == Outcome.Rejected).ToString();

    private string Fault(byte[] book) => Fault(book, Worker());

    private Extract Read(string name, byte[] bytes) => Read(name, bytes, Worker());

    private Extract Read(string name, byte[] bytes, XlsWorker? worker) =>
        new ExtractReader(ExtractFolder.Kinds, ExtractFolder.Codes, ReadingSettings.For(Bellwether.Codes.Shelf.Path()) with { XlsWorker = worker })
            .Read([Path.Combine(_folder.With(name, bytes).Path, name)]);
}

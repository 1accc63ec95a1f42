using System.Text;
using Bellwether.Extracts.Reading;
using Xunit;
using static Bellwether.Tests.Extracts.Reading.TestBook;

namespace Bellwether.Tests.Extracts.Reading;

/// <summary>Family Z of the corpus of bad inputs: one fault, one file, one message.</summary>
public sealed class DamagedWorkbookTests
{
    private const string Again = "Export or copy it again.";
    private const string SaveAgain = "Save the workbook again from Excel as .xlsx.";

    [Fact]
    public void The_clean_twin_reads() => Assert.Equal([["Child ID", "Start"], ["1001", "2026-03-31"]], Rows("a.xlsx", Bytes()));

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(99)]
    public void Z01_a_cut_workbook_is_said_to_be_incomplete(int percent)
    {
        var bytes = Bytes();
        Refused("file-cut", "The workbook is incomplete: its end is missing. " + Again, "a.xlsx", bytes[..(bytes.Length * percent / 100)]);
    }

    [Fact]
    public void Z02_a_wrong_checksum_names_the_part()
    {
        var parts = Parts();
        parts[6] = parts[6] with { Crc = 1 };
        Refused("file-damaged", $"xl/worksheets/sheet1.xml: The file is damaged. Its checksum is wrong. {Again}", "a.xlsx", RawZip.Write(parts));
    }

    [Theory]
    [InlineData("a.xlsx")]
    [InlineData("a.csv")]
    public void Z03_an_empty_file_is_said_to_be_empty(string name) => Refused("file-empty", "The file is empty. Export it again.", name, []);

    [Theory]
    [InlineData("id,start\n1,2\n", "It is CSV text under a workbook's name. Rename it to .csv, or export it again as .xlsx.")]
    [InlineData("<html><table><tr><td>1</td></tr></table></html>", "It is a web page (HTML), whatever its name says. Open it in Excel and save it as .xlsx, or export it as CSV.")]
    [InlineData("\uFEFF<!-- report --><!DOCTYPE html>\n<p>", "It is a web page (HTML), whatever its name says. Open it in Excel and save it as .xlsx, or export it as CSV.")]
    [InlineData("%PDF-1.7", "It is a PDF document. Load the workbook or CSV file that it was made from.")]
    [InlineData("<?xml version=\"1.0\"?><Message/>", "It is XML, and no return known here begins with the element Message and such a header. Load a return: CIN census, SSDA903, CSWW; or the workbook or CSV file that the data is in.")]
    [InlineData("[{\"id\":1}]", "It is a JSON file, not a table. Load the workbook or CSV file that the data is in.")]
    public void Z04_a_file_under_a_false_name_is_named(string text, string message) =>
        Refused("file-not-xlsx", message, "a.xlsx", Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("xl/workbook.bin", "It is a binary Excel workbook (.xlsb). Save it as .xlsx.")]
    [InlineData("word/document.xml", "It is a Word document. Load the workbook or CSV file that the data is in.")]
    [InlineData("a.csv", "It is a zip archive, not a workbook. Unpack it and load what is inside.")]
    public void Z05_other_zips_are_named(string part, string message) =>
        Refused("file-not-xlsx", message, "a.xlsx", RawZip.Write([new RawEntry(part, "x")]));

    [Fact]
    public void Z05_an_open_document_sheet_is_named() =>
        Refused("file-not-xlsx", "It is an OpenDocument file (.ods). Save it as .xlsx.", "a.ods", RawZip.Write([new RawEntry("mimetype", "application/vnd.oasis.opendocument.spreadsheet") { Stored = true }, new RawEntry("content.xml", "<a/>")]));

    [Theory]
    [InlineData("EncryptedPackage", "file-encrypted", "The workbook is password-protected. Save it without a password, then load it again.")]
    [InlineData("Workbook", "file-not-xlsx", "It is an old Excel workbook (.xls). Save it as .xlsx.")]
    [InlineData("WordDocument", "file-not-xlsx", "It is an old Office file, not a workbook. Load the workbook or CSV file that the data is in.")]
    public void Z06_compound_files_are_told_apart(string stream, string code, string message)
    {
        var bytes = new byte[1024];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes);
        bytes[30] = 9;
        Encoding.Unicode.GetBytes(stream + "\0").CopyTo(bytes, 512);
        Refused(code, message, "a.xlsx", bytes);
    }

    [Fact]
    public void Z06_an_encrypted_part_is_said_to_be_password_protected() =>
        Refused("file-encrypted", "x: The file is password-protected. Save it without a password, then load it again.", "a.xlsx", With(new RawEntry("x", "y") { Flags = 1 }));

    [Fact]
    public void Z07_a_protected_sheet_reads() =>
        Assert.Equal(2, Rows("a.xlsx", RawZip.Write(Parts(after: "<sheetProtection sheet=\"1\" password=\"CC1A\"/>"))).Count);

    [Theory]
    [InlineData(" ", "value-too-long", "Sheet1!2:2: A value or a tag is longer than 1024 KB. Shorten the text, or leave the column out.")]
    [InlineData("<c/>", "too-many-cells", "Sheet1!XFE3: The row has more than 16384 cells. Save the workbook again from Excel.")]
    [InlineData("<row/>", "file-bomb", "xl/worksheets/sheet1.xml: The part unpacks to more than 4 MB. Export the workbook again, with only the sheets needed.")]
    public void Z08_a_part_that_swells_is_stopped(string piece, string code, string message)
    {
        var swollen = string.Concat(Enumerable.Repeat(piece, (5 << 20) / piece.Length));
        var rows = piece == "<row/>" ? swollen : Clean + "<row r=\"3\">" + swollen + "</row>";
        var limits = ReadingLimits.Default with { SheetBytes = piece == "<row/>" ? 4L << 20 : 600L << 20 };
        if (piece == " ")
            rows = Clean + swollen;
        Refused(code, message, "a.xlsx", Bytes(rows), limits);
    }

    [Theory]
    [InlineData("<x/>")]
    [InlineData("<!---->")]
    public void Z08_a_sheet_that_goes_on_without_data_is_stopped(string piece) =>
        Refused("file-bomb", $"Sheet1: Here stand more than 1,000 elements or comments without any data. {SaveAgain}", "a.xlsx",
            Bytes(string.Concat(Enumerable.Repeat(piece, 1001))), ReadingLimits.Default with { XmlIdleNodes = 1000 });

    [Fact]
    public void Z08_one_shared_text_made_of_many_runs_is_stopped() =>
        Refused("value-too-long", "xl/sharedStrings.xml, text 1: A value or a tag is longer than 1024 KB. Shorten the text, or leave the column out.", "a.xlsx",
            Bytes(strings: "<si><t>x</t></si><si>" + string.Concat(Enumerable.Repeat($"<r><t>{new string('x', 500_000)}</t></r>", 4)) + "</si>"));

    [Fact]
    public void Z09_too_many_parts_are_refused_before_they_are_looked_at() =>
        Refused("file-too-many-parts", $"The file declares 12000 parts; a workbook has a few dozen. {SaveAgain}", "a.xlsx",
            RawZip.Write([.. Parts(), .. Enumerable.Range(0, 11_993).Select(i => new RawEntry($"p{i}", ""))]));

    [Fact]
    public void Z10_an_archive_inside_is_refused_by_name_and_by_content()
    {
        Refused("file-nested-archive", $"xl/a.zip: There is an archive inside the file, where no workbook has one. {SaveAgain}", "a.xlsx", With(new RawEntry("xl/a.zip", "x")));
        Refused("file-nested-archive", $"xl/a.bin: There is an archive inside the file, where no workbook has one. {SaveAgain}", "a.xlsx", With(new RawEntry("xl/a.bin", Bytes()) { Stored = true }));
    }

    [Fact]
    public void Z11_overlapping_parts_are_refused()
    {
        // The list says that part b lies inside the bytes of part a, where there is a header for it.
        var header = RawZip.Write([new RawEntry("b", "x") { Stored = true }])[..32];
        var file = RawZip.Write([.. Parts(), new RawEntry("a", [1, 2, .. header]) { Stored = true }, new RawEntry("b", "x") { Stored = true }]);
        BitConverter.TryWriteBytes(file.AsSpan(file.AsSpan().LastIndexOf("PK\x01\x02"u8) + 42), file.AsSpan().IndexOf(header));
        Refused("file-overlapping-parts", $"b: Two parts share the same bytes. {SaveAgain}", "a.xlsx", file);
    }

    [Fact]
    public void Z11_two_names_for_the_same_bytes_are_refused() =>
        Refused("file-damaged", $"xl/worksheets/sheet2.xml: The file is damaged. A part's own name differs from its name in the list of parts. {Again}", "a.xlsx",
            RawZip.Write([.. Parts(), new RawEntry("xl/worksheets/sheet2.xml", "") { SameBytesAs = 6 }]));

    [Theory]
    [InlineData(5, "It holds more than the 5 bytes the file declares.")]
    [InlineData(5000, "It holds NNN bytes where the file declares 5000.")]
    public void Z12_a_declared_size_that_lies_is_found_by_counting(int declared, string found)
    {
        var parts = Parts();
        parts[6] = parts[6] with { DeclaredSize = (uint)declared };
        found = found.Replace("NNN", $"{parts[6].Data.Length}", StringComparison.Ordinal);
        Refused("file-damaged", $"xl/worksheets/sheet1.xml: The file is damaged. {found} {Again}", "a.xlsx", RawZip.Write(parts));
    }

    [Fact]
    public void Z12_a_part_whose_own_header_contradicts_the_list_is_refused()
    {
        var parts = Parts();
        parts[6] = parts[6] with { LocalSize = 7 };
        Refused("file-damaged", $"xl/worksheets/sheet1.xml: The file is damaged. A part's own size differs from its size in the list of parts. {Again}", "a.xlsx", RawZip.Write(parts));
    }

    [Fact]
    public void Z14_two_parts_of_one_name_are_refused_also_by_case() =>
        Refused("file-duplicate-part", $"XL/Workbook.xml: Two parts have the same name. {SaveAgain}", "a.xlsx", With(new RawEntry("XL/Workbook.xml", "<a/>")));

    [Theory]
    [InlineData("../x", 0u)]
    [InlineData("xl/../../x", 0u)]
    [InlineData("xl\\..\\..\\x", 0u)]
    [InlineData("/etc/x", 0u)]
    [InlineData("C:/x", 0u)]
    [InlineData("xl/\nx", 0u)]
    [InlineData("xl/link", 0xA1FF0000u)]
    public void Z15_names_that_lead_out_are_refused(string name, uint attributes) =>
        Refused("file-part-name", $"A part has a name that no workbook uses: empty, absolute, leading out of its folder, with control characters, or a link. {SaveAgain}", "a.xlsx", With(new RawEntry(name, "x") { Attributes = attributes }));

    [Fact]
    public void Z16_a_macro_workbook_is_refused() =>
        Refused("file-macros", "The workbook holds macros. Save it as .xlsx, which holds none.", "a.xlsm", With(new RawEntry("xl/vbaProject.bin", "x")));

    [Fact]
    public void Z17_external_links_are_noted_and_stored_values_used()
    {
        var bytes = With(new RawEntry("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink/></externalLink>"));
        Assert.Equal(["Links to other files are in it; their stored values are used and nothing is fetched."], Notes("a.xlsx", bytes));
        Assert.Equal(2, Rows("a.xlsx", bytes).Count);
    }

    [Fact]
    public void Z18_embedded_objects_and_pictures_are_noted_and_not_read() =>
        Assert.Equal(
            ["Embedded objects are in it; they are not read.", "Pictures are in it; they are not read."],
            Notes("a.xlsx", With(new RawEntry("xl/embeddings/sheet.xlsx", Bytes()) { Stored = true }, new RawEntry("xl/media/image1.png", "x"))));

    [Fact]
    public void A_hidden_sheet_is_listed_as_hidden()
    {
        var bytes = RawZip.Write(Parts(state: "veryHidden"));
        Assert.Equal(["Hidden sheets: Sheet1."], Notes("a.xlsx", bytes));
    }
}

using System.Text;
using Bellwether.Extracts.Reading;
using Xunit;
using static Bellwether.Tests.Extracts.Reading.TestBook;

namespace Bellwether.Tests.Extracts.Reading;

/// <summary>Family C of the corpus, as far as this layer decides it.</summary>
public sealed class CsvTests
{
    private const string Twin = "id,name\r\n1,Zo\u00eb \u2019x\u2019\r\n";
    private static readonly string[][] TwinRows = [["id", "name"], ["1", "Zo\u00eb \u2019x\u2019"]];

    [Theory]
    [InlineData("utf-8", false, "Read as UTF-8, separated by commas.")]
    [InlineData("utf-8", true, "Read as UTF-8, separated by commas.")]
    [InlineData("utf-16", true, "Read as UTF-16, separated by commas.")]
    [InlineData("utf-16BE", true, "Read as UTF-16, separated by commas.")]
    public void C01_every_unicode_form_reads_as_its_twin(string name, bool mark, string note)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Twin)];
        Assert.Equal(TwinRows, Rows("a.csv", bytes));
        Assert.Equal([note], Notes("a.csv", bytes));
    }

    [Fact]
    public void C01_what_says_utf16_and_is_not_is_refused() =>
        Refused("csv-encoding", "The file says it is UTF-16, and its bytes are not. Export it again, best as UTF-8.", "a.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b\n"), 0x00, 0xD8, 0x41, 0x00]);

    [Fact]
    public void C02_windows_1252_is_detected_and_told()
    {
        byte[] bytes = [.. "id,name\n1,Ren"u8, 0xE9, (byte)' ', 0x80, 0x91, 0x92, 0xA3, 0x9F, .. "\n2,CAF"u8, 0xC9, 0x92, (byte)'S'];
        Assert.Equal([["id", "name"], ["1", "Ren\u00e9 \u20ac\u2018\u2019\u00a3\u0178"], ["2", "CAF\u00c9\u2019S"]], Rows("a.csv", bytes));
        Assert.Equal(["Read as Windows-1252 (it is not valid UTF-8), separated by commas."], Notes("a.csv", bytes));
    }

    [Fact]
    public void C03_mixed_encodings_are_refused_at_the_byte() =>
        Refused("csv-mixed-encodings", "line 3, column 6: The file is written in UTF-8, but the byte E9 here is not UTF-8. Export it again in one encoding, best UTF-8.", "a.csv",
            [.. Encoding.UTF8.GetBytes("id,name\n1,Zo\u00eb\n2,Ren"), 0xE9, (byte)'\n']);

    [Fact]
    public void C04_text_encoded_twice_is_told_with_its_place() =>
        Assert.Equal("Text looks encoded twice (an \u00e9 as two odd letters) in 1 places, first at line 2, column 5; it is kept as it is.", Notes("a.csv", Csv("id,name\n1,ZoÃ\u00ab\n"))[1]);

    [Theory]
    [InlineData("a,b\n1,\"x\n2,y\n", "line 2, column 3")]
    [InlineData("a,b\n1,\"x\n2,\"y\",z\n", "line 2, column 3")]
    [InlineData("a,b\n1,\"x\"\"", "line 2, column 3")]
    public void C05_an_unclosed_quote_is_refused_where_it_opens(string text, string place) =>
        Refused("csv-unclosed-quote", $"{place}: The quote that opens here is never closed. Close it, or export the file again.", "a.csv", Csv(text));

    [Fact]
    public void C06_stray_quotes_are_refused_at_line_and_column()
    {
        Refused("csv-stray-quote", "line 2, column 6: There is a quote inside a field that does not start with one. Put the whole field in quotes and double the quote, or export again with a tool that does.", "a.csv", Csv("a,b\n\u00e9,5 6\"7\n"));
        Refused("csv-stray-quote", "line 2, column 6: There is text after a closing quote. Double each quote inside a quoted field, or export again with a tool that does.", "a.csv", Csv("a,b\n1,\"x\"y\n"));
    }

    [Fact]
    public void C07_a_line_end_inside_quotes_keeps_record_and_line_right() =>
        Assert.Equal([(1, "a"), (2, "x\r\ny\nz"), (6, "q\"q"), (7, "last")], As("a.csv", Csv("a\n\"x\r\ny\nz\"\n\n\"q\"\"q\"\r\nlast"), path =>
        {
            using var file = TableFile.Open(path, ReadingLimits.Default);
            using var reader = file.Read(0);
            var rows = new List<(int, string)>();
            while (reader.Read())
                rows.Add((reader.RowNumber, reader.Text(0)));
            return rows;
        }));

    [Theory]
    [InlineData("a,b\r1,2\r")]
    [InlineData("a,b\n1,2\r\n")]
    [InlineData("a,b\r\n1,2")]
    [InlineData("a,b\r\r\n\n1,2\r")]
    public void C08_any_line_end_will_do(string text) => Assert.Equal([["a", "b"], ["1", "2"]], Rows("a.csv", Csv(text)));

    [Fact]
    public void C08_a_separator_line_is_obeyed_and_counted()
    {
        Assert.Equal((2, "a,a"), First(Csv("sep=;\r\na,a;b,b\r\n"), r => (r.RowNumber, r.Text(0)), "a.csv"));
        Assert.Equal(["Read as UTF-8, separated by semicolons."], Notes("a.csv", Csv("sep=;\r\na;b\r\n")));
    }

    [Theory]
    [InlineData("a;b\n1,5;2\n", "semicolons")]
    [InlineData("a\tb\n1\t2\n", "tabs")]
    [InlineData("a|b\n1|2\n", "vertical bars")]
    [InlineData("Contacts\n\"a,x\";b\n1;2\n", "semicolons")]
    [InlineData("a,b|c\n1,2\n", "commas")]
    [InlineData("only\n1\n", "commas")]
    public void C09_the_separator_is_told_from_the_headings(string text, string name) =>
        Assert.Equal([$"Read as UTF-8, separated by {name}."], Notes("a.csv", Csv(text)));

    [Fact]
    public void C09_two_separators_that_fit_equally_are_asked_about() =>
        Refused("csv-separator-unclear", "line 1: Two separators fit the headings equally well. Add a first line such as sep=; that names the separator.", "a.csv", Csv("a;b,c\n1;2,3\n"));

    [Fact]
    public void C10_the_number_of_fields_is_as_found() =>
        Assert.Equal([["a", "b"], ["1"], ["1", "2", "3"], ["", ""]], Rows("a.csv", Csv("a,b\n1\n1,2,3\n,\n")));

    [Theory]
    [InlineData("a,b\n1,2", true)]
    [InlineData("a,b\n1,", true)]
    [InlineData("a,b\n1,2\n", false)]
    public void C11_a_last_record_that_may_be_cut_is_told(string text, bool expected) =>
        Assert.Equal(expected, As("a.csv", Csv(text), path =>
        {
            using var file = TableFile.Open(path, ReadingLimits.Default);
            using var reader = file.Read(0);
            while (reader.Read())
            {
            }

            return reader.EndsWithoutLineEnd;
        }));

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    public void C14_V09_a_giant_field_breaks_its_row_and_no_other(string quote) =>
        Assert.Equal([null, ("cell-too-long", 1), null], As<List<(string, int)?>>("a.csv", Csv($"a,b\n1,{quote}{new string('x', 5 << 20)}{quote}\n2,y\n"), path =>
        {
            using var file = TableFile.Open(path, ReadingLimits.Default);
            using var reader = file.Read(0);
            var broken = new List<(string, int)?>();
            while (reader.Read()) broken.Add(reader.Broken);
            return broken;
        }));

    [Fact]
    public void C14_a_giant_record_is_refused_at_its_start() =>
        Refused("row-too-long", "line 2, column 1: The record that starts here is longer than 16 MB: a quote or a line end may be missing. Check the quotes and line ends, or leave out columns of long text.", "a.csv",
            Csv("a,b\n" + string.Concat(Enumerable.Repeat(new string('x', 1 << 19) + ",", 80))));

    [Fact]
    public void C14_a_zero_byte_is_refused_at_its_place() =>
        Refused("csv-nul", "line 2, column 2: There is a zero byte here: the file is damaged, is no text, or is UTF-16 without its mark. Export it again, best as UTF-8.", "a.csv", Csv("a,b\n1\0,2\n"));

    [Fact]
    public void S19_records_beyond_the_limit_are_refused() =>
        Refused("too-many-rows", "line 3, column 1: The file has more than 2 records. Export a shorter period.", "a.csv", Csv("a\n1\n2\n"), ReadingLimits.Default with { Rows = 2 });

    [Fact]
    public void V10_text_that_looks_like_a_formula_is_text() =>
        Assert.Equal([["=cmd", "+1", "-1", "@x", "\tx", "\uff1dx"]], Rows("a.csv", Csv("=cmd,+1,-1,@x,\tx,\uff1dx\n")));

    [Fact]
    public void Records_across_the_edges_of_the_buffer_stay_whole()
    {
        var rows = Enumerable.Range(0, 30_000).Select(i => new[] { $"{i}", i % 7 == 0 ? "say \"x\",\r\n" + i : new string('y', i % 40), "" }).ToList();
        var text = string.Concat(rows.Select(r => $"{r[0]},\"{r[1].Replace("\"", "\"\"", StringComparison.Ordinal)}\",{r[2]}\r\n"));
        Assert.Equal(rows, Rows("a.csv", Csv(text)));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_said_to_be() =>
        Assert.Equal("file-unreadable", Grid.Fault(Path.Combine(Path.GetTempPath(), "bellwether-no-such-file.csv"))?.Code);

    [Fact]
    public void A_workbook_under_a_csv_name_reads_as_the_workbook_it_is() => Assert.Equal(2, Rows("a.csv", Bytes()).Count);

    [Theory]
    [InlineData("<Message xmlns=\"x\"/>", FileKind.Xml, "Message")]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- c -->\n<x:EXPSSDA903>", FileKind.Xml, "EXPSSDA903")]
    [InlineData("<HTML><body>", FileKind.Html, "HTML")]
    [InlineData("{ \"a\": 1 }", FileKind.Json, null)]
    [InlineData("[\n {", FileKind.Json, null)]
    [InlineData("[id],[name]", FileKind.Csv, null)]
    [InlineData("<5,>5\n1,2", FileKind.Csv, null)]
    [InlineData("  \n", FileKind.Empty, null)]
    public void Files_are_told_apart_by_their_first_bytes(string text, FileKind kind, string? root) =>
        Assert.Equal(new FileLooks(kind, root), As("a.csv", Encoding.UTF8.GetBytes(text), FileRecognition.Look));
}

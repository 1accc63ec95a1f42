using Bellwether.Extracts.Reading;
using Xunit;
using static Bellwether.Tests.Extracts.Reading.TestBook;

namespace Bellwether.Tests.Extracts.Reading;

/// <summary>Families S, V and D of the corpus, as far as reading cells decides them.</summary>
public sealed class CellTests
{
    private const string SaveAgain = "Save the workbook again from Excel.";

    [Fact]
    public void S05_S06_hidden_rows_and_columns_are_read_and_told()
    {
        var bytes = RawZip.Write(Parts("<row r=\"4\" hidden=\"1\"><c r=\"B4\"><v>7</v></c></row>", before: "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>"));
        Assert.Equal((4, true, false, true, true, false), First(bytes, r => (r.RowNumber, r.IsRowHidden, r.IsColumnHidden(0), r.IsColumnHidden(1), r.IsColumnHidden(2), r.IsColumnHidden(3))));
    }

    [Fact]
    public void S09_merged_ranges_are_named_once_the_sheet_is_read() =>
        Assert.Equal(["A5:A16"], As("a.xlsx", RawZip.Write(Parts(after: "<mergeCells><mergeCell ref=\"A5:A16\"/></mergeCells>")), path =>
        {
            using var file = TableFile.Open(path, ReadingLimits.Default);
            using var reader = file.Read(0);
            while (reader.Read())
            {
            }

            return reader.MergedRanges;
        }));

    [Fact]
    public void S18_formatted_empty_rows_are_passed_over_and_counted()
    {
        var rows = string.Concat(Enumerable.Range(1, 20_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\" s=\"1\"/></row>"));
        Assert.Equal((20_001, "x"), First(Bytes(rows + "<row r=\"20001\"><c t=\"str\"><v>x</v></c></row>"), r => (r.RowNumber, r.Text(0))));
    }

    [Fact]
    public void S19_rows_beyond_the_limit_are_refused() =>
        Refused("too-many-rows", "Sheet1!2:2: The sheet has more than 1 rows. Export a shorter period.", "a.xlsx", Bytes(), ReadingLimits.Default with { Rows = 1 });

    [Fact]
    public void S20_cells_without_references_count_on_and_out_of_order_ones_find_their_column()
    {
        Assert.Equal(["1", "2"], First(Bytes("<row><c><v>1</v></c><c><v>2</v></c></row>"), r => new[] { r.Text(0), r.Text(1) }));
        Assert.Equal(["1", "2"], First(Bytes("<row><c r=\"B1\"><v>2</v></c><c r=\"A1\"><v>1</v></c></row>"), r => new[] { r.Text(0), r.Text(1) }));
    }

    [Theory]
    [InlineData("<row r=\"3\"><c r=\"C3\"><v>1</v></c><c r=\"C3\"><v>2</v></c></row>", "doubled-cell", 2)]
    [InlineData("<row r=\"3\"><c r=\"XFE3\"><v>1</v></c></row>", "misplaced-cell", 0)]
    [InlineData("<row r=\"3\"><c r=\"B4\"><v>1</v></c></row>", "misplaced-cell", 0)]
    [InlineData("<row r=\"7\"><c r=\"C7\" t=\"s\"><v>2</v></c></row>", "missing-text", 2)]
    public void S20_S21_a_cell_that_cannot_be_believed_breaks_its_row_and_no_other(string row, string code, int column)
    {
        var read = As("a.xlsx", Bytes(row + "<row r=\"9\"><c r=\"A9\"><v>9</v></c></row>"), path =>
        {
            using var file = TableFile.Open(path, ReadingLimits.Default);
            using var reader = file.Read(0);
            Assert.True(reader.Read());
            var broken = reader.Broken;
            Assert.True(reader.Read());
            return (broken, reader.Broken, reader.Text(0));
        });
        Assert.Equal(((code, column), null, "9"), read);
    }

    [Theory]
    [InlineData("<row r=\"3\"/><row r=\"3\"/>", "xlsx-row-order", "Sheet1!3:3: After this row comes row 3: rows are doubled or out of order.")]
    [InlineData("<row r=\"-1\"/>", "xlsx-cell-reference", "Sheet1: A row's number is not a number.")]
    public void S20_doubled_and_impossible_rows_are_refused(string rows, string code, string message) =>
        Refused(code, $"{message} {SaveAgain}", "a.xlsx", Bytes(rows));

    [Theory]
    [InlineData("<si><t>Zo\u00eb &amp; co</t></si>", "Zo\u00eb & co")]
    [InlineData("<si><r><rPr><b/></rPr><t>Zo</t></r><r><t xml:space=\"preserve\">\u00eb &#38; co</t></r></si>", "Zo\u00eb & co")]
    [InlineData("<si><t>Zo\u00eb &#x26; co</t><rPh sb=\"0\" eb=\"1\"><t>ZOE</t></rPh><phoneticPr/></si>", "Zo\u00eb & co")]
    [InlineData("<si><t><![CDATA[Zo\u00eb & co]]></t></si>", "Zo\u00eb & co")]
    [InlineData("<si><t>a_x000D_\r\nb _x005F_x0041_ _xD83D__xDE00_</t></si>", "a\r\nb _x0041_ \U0001F600")]
    public void S22_rich_and_phonetic_text_gives_the_text_a_person_sees(string strings, string text)
    {
        Assert.Equal(text, First(Bytes("<row><c t=\"s\"><v>0</v></c></row>", strings), r => r.Text(0)));
        var inline = strings.Replace("<si>", "<c t=\"inlineStr\"><is>", StringComparison.Ordinal).Replace("</si>", "</is></c>", StringComparison.Ordinal);
        Assert.Equal(text, First(Bytes($"<row>{inline}</row>"), r => r.Text(0)));
    }

    [Fact]
    public void V01_a_formula_gives_its_stored_value_and_is_counted() =>
        Assert.Equal(("12", 1, false), First(Bytes("<row><c><f>SUM(A1:A2)</f><v>12</v></c></row>"), r => (r.Text(0), r.FormulaCount, r.HasFormulaWithoutValue(0))));

    [Theory]
    [InlineData("<c><f>NOW()</f></c>", true)]
    [InlineData("<c><f>NOW()</f><v/></c>", true)]
    [InlineData("<c t=\"str\"><f>A9</f><v></v></c><c><v>1</v></c>", false)]
    public void V02_a_formula_without_a_stored_value_is_told(string cell, bool expected) =>
        Assert.Equal((CellKind.Blank, expected, ""), First(Bytes($"<row>{cell}</row>"), r => (r.Kind(0), r.HasFormulaWithoutValue(0), r.Text(0))));

    [Theory]
    [InlineData("#N/A")]
    [InlineData("#REF!")]
    [InlineData("#VALUE!")]
    public void V03_error_values_are_errors(string error) =>
        Assert.Equal((CellKind.Error, error), First(Bytes($"<row><c t=\"e\"><v>{error}</v></c></row>"), r => (r.Kind(0), r.Text(0))));

    [Theory]
    [InlineData(32_767, false)]
    [InlineData(32_768, true)]
    public void V09_a_full_cell_reads_and_a_longer_one_breaks_its_row(int length, bool isBroken)
    {
        var text = new string('\u00e9', length);
        Assert.Equal(isBroken, First(Bytes($"<row><c t=\"str\"><v>{text}</v></c></row>"), r => r.Broken == ("cell-too-long", 0)));
        Assert.Equal(isBroken, First(Bytes("<row><c r=\"B1\" t=\"s\"><v>0</v></c></row>", $"<si><t>{text}</t></si>"), r => r.Broken == ("cell-too-long", 1)));
    }

    [Theory]
    [InlineData("a_x0000_b", 0)]
    [InlineData("a&#7;b", 7)]
    [InlineData("a_xD800_b", 0xD800)]
    [InlineData("a&#xFFFE;b", 0xFFFE)]
    [InlineData("a\u0085b", 0x85)]
    [InlineData("a\tb\nc \u00e9\u2019\U0001F600\uFFFD", -1)]
    public void V13_controls_and_lone_surrogates_are_named_by_code_point(string text, int code) =>
        Assert.Equal(code, First(Bytes($"<row><c t=\"str\"><v>{text}</v></c></row>"), r => r.ForbiddenCodePoint(0)));

    [Theory]
    [InlineData("1001", "1001")]
    [InlineData("1001.0", "1001")]
    [InlineData("1.23457E+12", "1234570000000")]
    [InlineData("123456789012345680", "123456789012345680")]
    [InlineData("1.2345678901234568E+17", "123456789012345680")]
    [InlineData("6.1379999999999999", "6.138")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("1E-3", "0.001")]
    [InlineData("1e-300", "1E-300")]
    public void Numbers_are_written_as_a_person_sees_them(string stored, string shown) =>
        Assert.Equal((CellKind.Number, shown), First(Bytes($"<row><c><v>{stored}</v></c></row>"), r => (r.Kind(0), r.Text(0))));

    [Fact]
    public void Booleans_are_told() =>
        Assert.Equal((CellKind.Boolean, "TRUE"), First(Bytes("<row><c t=\"b\"><v>1</v></c></row>"), r => (r.Kind(0), r.Text(0))));

    [Fact]
    public void D07_a_serial_in_a_general_cell_is_a_number_that_can_be_read_as_a_day() =>
        Assert.Equal((CellKind.Number, "46112", int.MinValue, new DateOnly(2026, 3, 31).DayNumber), First(Bytes("<row><c><v>46112</v></c></row>"), r => (r.Kind(0), r.Text(0), r.Day(0), r.SerialDay(0))));

    [Fact]
    public void D08_the_1904_system_gives_the_same_day_as_its_twin() =>
        Assert.Equal("2026-03-31", First(RawZip.Write(Parts("<row><c s=\"2\"><v>44650</v></c></row>", is1904: true)), r => r.Text(0)));

    [Theory]
    [InlineData("0")]
    [InlineData("59")]
    [InlineData("60")]
    [InlineData("60.5")]
    [InlineData("-1")]
    [InlineData("2958466")]
    public void D09_serials_that_name_no_day_stay_numbers(string serial) =>
        Assert.Equal((CellKind.Number, serial, int.MinValue), First(Bytes($"<row><c s=\"1\"><v>{serial}</v></c></row>"), r => (r.Kind(0), r.Text(0), r.SerialDay(0))));

    [Theory]
    [InlineData("46112.99999", 1, "2026-03-31")]
    [InlineData("61", 1, "1900-03-01")]
    [InlineData("2958465", 2, "9999-12-31")]
    public void D10_a_time_of_day_never_moves_the_day(string serial, int style, string day) =>
        Assert.Equal((CellKind.Date, day), First(Bytes($"<row><c s=\"{style}\"><v>{serial}</v></c></row>"), r => (r.Kind(0), r.Text(0))));

    [Fact]
    public void A_format_with_letters_in_quotes_is_no_date() =>
        Assert.Equal((CellKind.Number, "46112"), First(Bytes("<row><c s=\"3\"><v>46112</v></c></row>"), r => (r.Kind(0), r.Text(0))));

    [Fact]
    public void Iso_dates_are_dates() =>
        Assert.Equal((CellKind.Date, "2026-06-30"), First(Bytes("<row><c t=\"d\"><v>2026-06-30T23:30:00</v></c></row>"), r => (r.Kind(0), r.Text(0))));

    [Theory]
    [InlineData("<row><c r=\"A1\"><v>1</v></row>", "xlsx-xml", "Sheet1!A1: The workbook is damaged: its elements are not closed in order. Export or copy it again.")]
    [InlineData("<row><c r=\"A1\" t=\"str\"><v>a&nbsp;b</v></c></row>", "xlsx-xml", "Sheet1!A1: The workbook is damaged: a character in it is not valid. Export or copy it again.")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><row/>", "xlsx-dtd", "Sheet1: The workbook holds a document type declaration, which no workbook needs. Save the workbook again from Excel as .xlsx.")]
    public void Xml_that_is_wrong_is_refused_with_its_cell(string rows, string code, string message) => Refused(code, message, "a.xlsx", Bytes(rows));

    [Fact]
    public void Elements_nested_too_deep_are_refused() =>
        Refused("xlsx-depth", "Sheet1!A1: Its elements are nested deeper than 64. Save the workbook again from Excel as .xlsx.", "a.xlsx", Bytes("<row><c>" + string.Concat(Enumerable.Repeat("<x>", 100_000))));

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(16_383, "XFD")]
    public void Columns_have_their_letters(int column, string letters) => Assert.Equal(letters, TableReader.ColumnName(column));
}

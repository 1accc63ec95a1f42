using System.Globalization;
using System.Text;
using Bellwether.Extracts.Reading;
using Xunit;

namespace Bellwether.Tests.Extracts.Reading;

/// <summary>A sheet reads alike whether its cells are taken at one go or, because of a second space in each tag, node by node.</summary>
public sealed class PlainCellTests
{
    private static readonly string[] Shapes =
    [
        "<c r=\"{0}\"><v>{1}</v></c>", "<c r=\"{0}\" s=\"1\"><v>{1}</v></c>", "<c r=\"{0}\" s=\"2\"><v>4{1}.75</v></c>", "<c r=\"{0}\" t=\"s\"><v>{1}</v></c>",
        "<c r=\"{0}\" t=\"s\" s=\"3\"><v>1</v></c>", "<c r=\"{0}\" s=\"3\" t=\"s\"><v>7</v></c>", "<c r=\"{0}\" s=\"2\"/>", "<c r=\"{0}\"/>", "<c r=\"{0}\" t=\"n\"><v>6.1379999999999999</v></c>",
        "<c r=\"{0}\" t=\"inlineStr\"><is><t>Zo\u00eb {1}</t></is></c>", "<c r=\"{0}\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> _x0041_ </t></is></c>",
        "<c r=\"{0}\" t=\"inlineStr\"><is><t>a &amp; b</t></is></c>", "<c r=\"{0}\" t=\"inlineStr\"><is><t></t></is></c>", "<c r=\"{0}\" t=\"b\"><v>1</v></c>",
        "<c r=\"{0}\" s=\"1\"><f>A1+1</f><v>45{1}</v></c>", "<c r=\"{0}\"><f>A1</f></c>", "<c r=\"{0}\"><v>1.5E+3</v></c>", "<c r=\"{0}\"><v>-12</v></c>", "<c r=\"{0}\"><v>--1</v></c>",
        "<c r=\"{0}\" s=\"99\"><v>3</v></c>", "<c r=\"{0}\" t=\"str\"><v>x{1}</v></c>", "<c r=\"{0}\" t=\"e\"><v>#N/A</v></c>", "<c s=\"1\"><v>{1}</v></c>", "<c r=\"{0}\"></c>", "<c r=\"{0}\" s=\"1\" s=\"0\"><v>46000</v></c>",
    ];

    [Fact]
    public void Every_shape_of_cell_reads_alike_by_either_way()
    {
        var random = new Random(9);
        var rows = string.Concat(Enumerable.Range(1, 3000).Select(r => Row(r, random, columns: 40)));
        Assert.Equal(Read(Spaced(rows)), Read(rows));
    }

    [Fact]
    public void Five_hundred_damaged_sheets_end_alike_by_either_way()
    {
        var random = new Random(10);
        var outcomes = new HashSet<string>();
        for (var i = 0; i < 500; i++)
        {
            var rows = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 4).Select(r => Row(r, random, columns: 6))));
            for (var flips = random.Next(1, 5); flips > 0; flips--)
                rows[random.Next(rows.Length)] = (byte)"<>\"/= 0129.ABcstv&"[random.Next(18)];
            var damaged = Encoding.UTF8.GetString(rows);
            var read = Read(damaged);
            Assert.Equal(Read(Spaced(damaged)), read);
            outcomes.Add(read.Split('\n')[^1]);
        }

        Assert.InRange(outcomes.Count, 20, 500);
    }

    [Fact]
    public void The_checksum_is_the_same_by_the_processor_and_by_the_table()
    {
        var random = new Random(11);
        for (var length = 0; length < 700; length++)
        {
            var data = new byte[length];
            random.NextBytes(data);
            var start = (uint)random.Next();
            Assert.Equal(~Crc32.ByTable(~start, data), Crc32.Append(start, data));
        }

        Assert.Equal(0xCBF43926u, Crc32.Append(0, "123456789"u8));
    }

    private static string Row(int number, Random random, int columns)
    {
        var cells = Enumerable.Range(0, columns).Where(_ => random.Next(4) > 0)
            .Select(c => string.Format(CultureInfo.InvariantCulture, Shapes[random.Next(Shapes.Length)], $"{TableReader.ColumnName(c)}{number}", random.Next(4)));
        return $"<row r=\"{number}\">{string.Concat(cells)}</row>";
    }

    private static string Spaced(string rows) => rows.Replace("<c r=", "<c  r=", StringComparison.Ordinal);

    // Every value with its kind and place, what broke each row, and the rejection if it ends in one.
    private static string Read(string rows) => TestBook.As("a.xlsx", TestBook.Bytes(rows), path =>
    {
        var said = new StringBuilder();
        try
        {
            using var file = TableFile.Open(path, ReadingLimits.Default);
            using var reader = file.Read(0);
            while (reader.Read())
            {
                said.Append(CultureInfo.InvariantCulture, $"{reader.RowNumber} {reader.Broken} {reader.FormulaCount}:");
                for (var c = 0; c < reader.CellCount; c++)
                    said.Append(CultureInfo.InvariantCulture, $"{reader.Kind(c)} {reader.Text(c)} {reader.Day(c)} {reader.HasFormulaWithoutValue(c)}|");
                said.Append('\n');
            }
        }
        catch (FileRejectedException e)
        {
            said.Append(e.Code).Append(' ').Append(e.Message);
        }

        return said.ToString();
    });
}

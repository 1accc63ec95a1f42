using System.Text;
using Bellwether.Extracts.Reading;
using Xunit;
using static Bellwether.Tests.Extracts.Reading.TestBook;

namespace Bellwether.Tests.Extracts.Reading;

/// <summary>Records are the same wherever blocks and buffers begin and end.</summary>
public sealed class CsvScanTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_records_are_read_as_they_were_written(int seed)
    {
        var random = new Random(seed);
        var (rows, file) = (new List<string[]>(), new StringBuilder("h,i\n"));
        rows.Add(["h", "i"]);
        for (var n = 0; n < 6000; n++)
        {
            string[] row = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Field(random))];
            if (row.Length == 1 && row[0].Length == 0) row = ["x"];
            file.AppendJoin(',', row.Select(f => Written(random, f))).Append(random.Next(5) switch { 0 => "\r\n", 1 => "\r", _ => "\n" });
            if (random.Next(50) == 0) file.Append('\n');
            rows.Add(row);
        }
        var text = file.ToString();
        Assert.Equal(rows, Rows("a.csv", Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void The_row_number_counts_lines_in_quotes_and_empty_ones()
    {
        using var scratch = new Scratch("a,b\r\n1,2\n\n\"x\ny\",3\r4,\"5\"\n");
        using var file = TableFile.Open(scratch.Path, ReadingLimits.Default);
        using var row = file.Read(0);
        var numbers = new List<int>();
        while (row.Read()) numbers.Add(row.RowNumber);
        Assert.Equal([1, 2, 4, 6], numbers);
    }

    private static string Field(Random random) => random.Next(12) switch
    {
        0 => "",
        1 => new string('y', random.Next(200)),
        2 => "a\"b",
        3 => "a,b",
        4 => "line\nend",
        5 => "\r\n",
        6 when random.Next(40) == 0 => new string('z', 150_000),
        7 => "Zo\u00eb",
        _ => random.Next(100_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string Written(Random random, string field) =>
        field.AsSpan().IndexOfAny("\",\r\n") >= 0 || random.Next(6) == 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private sealed class Scratch : IDisposable
    {
        public Scratch(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.Combine(Directory.CreateTempSubdirectory("bellwether-scan-").FullName, "a.csv");

        public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, true);
    }
}

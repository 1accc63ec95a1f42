using System.Globalization;
using System.Text;
using Bellwether.Calendar;
using Bellwether.Publications.Documents;
using Bellwether.Tests.Writers.Reading;
using Bellwether.Writers;
using Xunit;

namespace Bellwether.Tests.Writers;

/// <summary>Every number, by indicator and month, out of every file; and one number changed in any of them is seen.</summary>
public sealed class EveryNumberAgreesTests
{
    private static readonly Document Paper = Papers.Full;

    [Fact]
    public void The_paper_has_the_figures_that_the_faults_below_change()
    {
        var last = Paper.Figures.Single(f => f.Key.Indicator == "indicator-1" && f.Key.Last == Papers.LastDay && f.Key.Breakdown.Length == 0);
        Assert.Equal((1944m, 2348m, "82.8%"), (last.Numerator, last.Denominator, last.Text));
    }

    [Fact]
    public void Word_says_every_figure() => Assert.Empty(Numbers.Differences(Paper, WordReading.Read(Files.Word(Paper))));

    [Fact]
    public void Html_says_every_figure() => Assert.Empty(HtmlDifferences(Files.Bytes(Paper, HtmlWriter.Write)));

    [Fact]
    public void Excel_says_every_figure_and_its_formulas_give_them()
    {
        var (said, wrong) = ExcelReading.Read(Files.Bytes(Paper, ExcelWriter.Write));
        Assert.Empty(wrong);
        Assert.Empty(Numbers.Differences(Paper, said));
    }

    [Fact]
    public void The_long_tables_say_every_figure()
    {
        Assert.Empty(LongDifferences(CsvReading.Read(Files.Bytes(Paper, TidyTable.Write))));
        Assert.Empty(LongDifferences(ExcelReading.Long(Files.Bytes(Paper, ExcelWriter.Write)), isWorkbook: true));
        Assert.Empty(PublishedDifferences(Files.Bytes(Paper, CsvWriter.Write)));
    }

    [Fact]
    public void Json_is_the_document()
    {
        var bytes = Files.Bytes(Paper, DocumentJson.Write);
        var read = DocumentJson.Read(new MemoryStream(bytes));
        Assert.Equal(Paper.Figures, read.Figures);
        Assert.Equal(bytes, Files.Bytes(read, DocumentJson.Write));
    }

    [Theory]
    [InlineData("word/document.xml", ">82.8%<", ">82.7%<")]
    [InlineData("word/document.xml", ">1,944<", ">1,945<")]
    [InlineData("word/charts/chart1.xml", "<c:v>0.8279", "<c:v>0.8269")]
    public void One_number_changed_in_word_is_seen(string part, string from, string to) =>
        Assert.NotEmpty(Numbers.Differences(Paper, WordReading.Read(Files.Changed(Files.Word(Paper), part, from, to))));

    [Theory]
    [InlineData("xl/worksheets/sheet2.xml", "<v>1944</v>", "<v>1945</v>")]
    [InlineData("xl/worksheets/sheet2.xml", "<v>0.8279", "<v>0.8269")]
    [InlineData("xl/charts/chart1.xml", "<c:v>0.8279", "<c:v>0.8269")]
    [InlineData("xl/worksheets/sheet7.xml", "<v>1944</v>", "<v>1943</v>")]
    public void One_number_changed_in_excel_is_seen(string part, string from, string to)
    {
        var file = Files.Changed(Files.Bytes(Paper, ExcelWriter.Write), part, from, to);
        var (said, wrong) = ExcelReading.Read(file);
        Assert.NotEmpty(wrong.Concat(Numbers.Differences(Paper, said)).Concat(LongDifferences(ExcelReading.Long(file), isWorkbook: true)));
    }

    [Fact]
    public void One_number_changed_in_any_plain_file_is_seen()
    {
        Assert.NotEmpty(HtmlDifferences(Swapped(Files.Bytes(Paper, HtmlWriter.Write), ">82.8%<", ">82.9%<")));
        Assert.NotEmpty(HtmlDifferences(Swapped(Files.Bytes(Paper, HtmlWriter.Write), ">82.8% <", ">82.9% <")));
        Assert.NotEmpty(LongDifferences(CsvReading.Read(Swapped(Files.Bytes(Paper, TidyTable.Write), ",82.8%,", ",82.9%,"))));
        Assert.NotEmpty(PublishedDifferences(Swapped(Files.Bytes(Paper, CsvWriter.Write), ",82.8,", ",82.9,")));
        Assert.NotEqual(Paper.Figures, DocumentJson.Read(new MemoryStream(Swapped(Files.Bytes(Paper, DocumentJson.Write), "\"numerator\": 1944", "\"numerator\": 1945"))).Figures);
    }

    /// <summary>A writer that rounds for itself, and one that leaves a month out, are seen as well as a changed file.</summary>
    [Fact]
    public void A_writer_at_fault_is_seen()
    {
        var rounded = Paper with { Sections = [.. Paper.Sections.Select(s => s with { Blocks = [.. s.Blocks.Select(b => b is Table t ? Without(t, "82.8%", "83%") : b)] })] };
        Assert.Contains(Numbers.Differences(Paper, WordReading.Read(Files.Word(rounded))), f => f.Contains("83% in place of 82.8%", StringComparison.Ordinal));
        var missing = Paper with { Sections = [.. Paper.Sections.Where(s => s.Id != "indicator-3")] };
        Assert.Contains("indicator-3 June 2017: not said", Numbers.Differences(Paper, PageReading.Html(Files.Bytes(missing, HtmlWriter.Write))));
    }

    private static List<string> HtmlDifferences(byte[] file)
    {
        var said = PageReading.Html(file);
        // A chart names its last figure, without the unit's word.
        var lasts = Paper.Figures.Where(f => f.Key.Last == Papers.LastDay && f.Key.Breakdown.Length == 0).Select(f => f.Text.Split(' ')[0]);
        var drawn = said.Where(s => s.Row == "last").Select(s => s.Text);
        return [.. Numbers.Differences(Paper, said), .. lasts.Zip(drawn).Where(p => p.First != p.Second).Select(p => $"a chart ends with {p.Second} in place of {p.First}")];
    }

    private static Table Without(Table table, string from, string to) => table with
    {
        Rows = [.. table.Rows.Select(r => (IReadOnlyList<Cell>)[.. r.Select(c => c.Text == from ? c with { Text = to } : c)])],
    };

    private static byte[] Swapped(byte[] file, string from, string to)
    {
        var text = Encoding.UTF8.GetString(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]);
    }

    private static List<string> LongDifferences(List<Dictionary<string, string>> rows, bool isWorkbook = false)
    {
        static string Exact(decimal? value) => value is { } v ? v.ToString(CultureInfo.InvariantCulture) : "";
        static bool Near(string text, decimal? value) => value is { } v ? text.Length > 0 && Math.Abs(decimal.Parse(text, CultureInfo.InvariantCulture) - v) < 0.000000001m : text.Length == 0;
        string Cell(Dictionary<string, string> row, string column) => row.GetValueOrDefault(column, "");
        decimal? Held(FigureLine f, decimal? value) => isWorkbook && f.Unit == "%" ? value / 100 : value;
        Assert.Equal(Paper.Figures.Count, rows.Count);
        return [.. Paper.Figures.Zip(rows).Where(p =>
            Cell(p.Second, "indicator") != p.First.Key.Indicator || Cell(p.Second, "member") != p.First.Key.Member || Cell(p.Second, "text") != p.First.Text
            || Cell(p.Second, "numerator") != Exact(p.First.Numerator) || Cell(p.Second, "denominator") != Exact(p.First.Denominator)
            || !Near(Cell(p.Second, "value"), Held(p.First, p.First.Value)) || !Near(Cell(p.Second, "target"), Held(p.First, p.First.Target))
            || Cell(p.Second, "rating") != (p.First.Rating?.ToString() ?? "")).Select(p => $"{p.First.Key}: {string.Join('|', p.Second.Values)}")];
    }

    private static List<string> PublishedDifferences(byte[] file)
    {
        static string Value(FigureLine f) => f.Status switch
        {
            FigureStatus.Suppressed => "c",
            FigureStatus.NotAvailable => "x",
            FigureStatus.NotApplicable => "z",
            _ => f.Text.Split(' ')[0].TrimEnd('%'),
        };
        return [.. Paper.Figures.Zip(CsvReading.Read(file)).Where(p => p.Second["value"] != Value(p.First) || p.Second["indicator"] != p.First.Key.Indicator
            || p.Second["period_end"] != IsoDate.Format(p.First.Key.Last)).Select(p => $"{p.First.Key}: {p.Second["value"]}")];
    }
}

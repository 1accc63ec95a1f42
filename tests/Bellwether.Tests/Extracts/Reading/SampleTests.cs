using Bellwether.Extracts.Reading;
using Xunit;

namespace Bellwether.Tests.Extracts.Reading;

/// <summary>The files by others that are given to build with.</summary>
public sealed class SampleTests
{
    internal static string Folder { get; } = Path.Combine(House.Checkout.Root, "samples", "extracts");

    [Theory]
    [InlineData("annex-a-2022.xlsx", 11, "6,6,7,6,6,6,8,6,7,6,6")]
    [InlineData("2015-01-sample.xlsx", 15, "12,8,167,29,2,2,7,2,2,2,2,2,2,2,2")]
    [InlineData("2016-02-sample.xlsx", 15, "12,8,167,29,2,2,2,2,2,2,2,2,2,2,2")]
    public void Every_sheet_of_an_annex_a_sample_reads_row_by_row(string name, int sheets, string rows)
    {
        using var file = TableFile.Open(Path.Combine(Folder, "annex-a", name), ReadingLimits.Default);
        Assert.Equal(FileKind.Xlsx, file.Kind);
        Assert.Equal(sheets, file.Tables.Count);
        Assert.Equal(rows, string.Join(',', Enumerable.Range(0, sheets).Select(i => Grid.Of(file, i).Count)));
    }

    [Fact]
    public void The_2022_sample_gives_its_headings_ids_and_dates()
    {
        using var file = TableFile.Open(Path.Combine(Folder, "annex-a", "annex-a-2022.xlsx"), ReadingLimits.Default);
        using var reader = file.Read(0);
        Assert.True(reader.Read());
        Assert.Equal("Child Unique ID", reader.Text(0));
        Assert.True(reader.Read());
        Assert.Equal(2, reader.RowNumber);
        Assert.Equal(CellKind.Date, reader.Kind(3));
        Assert.NotEqual(int.MinValue, reader.Day(3));
    }

    [Theory]
    [InlineData("DoLo.csv", 2, 4)]
    [InlineData("sw_episodes.csv", 2, 6)]
    [InlineData("episodes.csv", 5051, 13)]
    [InlineData("header.csv", 2676, 7)]
    [InlineData("reviews.csv", 12583, 4)]
    [InlineData("uasc.csv", 133, 4)]
    public void The_ssda903_files_read_record_by_record(string name, int records, int fields)
    {
        using var file = TableFile.Open(Path.Combine(Folder, "ssda903", name), ReadingLimits.Default);
        Assert.Contains("separated by commas", file.Notes[0], StringComparison.Ordinal);
        var rows = Grid.Of(file, 0);
        Assert.Equal(records, rows.Count);
        Assert.Equal([fields], rows.Select(r => r.Length).Distinct());
    }
}

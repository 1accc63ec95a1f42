using Bellwether.Codes;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Benchmarks;

/// <summary>Files that contradict themselves, lack rows or lack headings are said in words; never a wrong number.</summary>
public sealed class BadFileTests : IDisposable
{
    private const string Head = "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bellwether-benchmarks");

    [Fact]
    public void A_value_given_twice_differently_is_said_and_the_first_counts()
    {
        var found = Compare("M,,2025,Kent,10,886,South East\nM,,2025,Kent,12,886,South East\nM,,2025,England,9,970,NA\n");
        Assert.Equal(10, found.Own.Number);
        Assert.Contains(found.Warnings, w => w.StartsWith("Kent 2025 is given twice", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_without_a_year_is_dropped_and_a_gap_in_years_is_said()
    {
        var found = Compare("M,,NA,Kent,1,886,South East\nM,,2025,Kent,10,886,South East\nM,,2022,Kent,4,886,South East\n");
        Assert.Equal(6, found.Change);
        Assert.Contains("The row before 2025 is of 2022: the change spans more than one year.", found.Warnings);
    }

    [Fact]
    public void Inner_London_without_a_value_falls_back_to_London()
    {
        var found = Compare("M,,2025,Camden,10,202,Inner London\nM,,2025,London,8,986,NA\nM,,2025,London (Inner),-,987,NA\n", "Camden");
        Assert.Equal(("London", 8d), (found.RegionArea!.Name, found.Region.Number));
    }

    [Fact]
    public void A_year_that_every_authority_lacks_gives_no_rank_no_points_and_no_older_value()
    {
        var found = Compare("M,,2025,Kent,-,886,South East\nM,,2024,Kent,4,886,South East\n");
        Assert.Equal(("2025", null, null, 0), (found.Year, found.Own.Number, found.Points, found.Ranked));
        Assert.Null(found.Change);
        Assert.Null(found.NeighbourMean);
        Assert.Null(found.Quartile);
        Assert.Contains("The model of May 2025 lists no statistical neighbours of Kent: no mean and no median.", found.Notes);
        Assert.Equal("no row for this area and year", found.England.Meaning);
    }

    [Fact]
    public void Discontinued_measures_are_dropped_and_one_measure_in_two_topics_is_one()
    {
        var set = Write("M,,2025,Kent,10,886,South East\n");
        Assert.Equal("Topic / Other", Assert.Single(set.Measures).Topic);
    }

    [Fact]
    public void A_missing_heading_and_a_missing_file_are_refused_with_the_files_name()
    {
        var set = Write("M,,2025,Kent,10,886,South East\n");
        var values = Path.Combine(_folder.FullName, "lait", "values.csv");
        File.WriteAllText(values, "Short Desc,Years,Value\nM,2025,1\n");
        Assert.Contains("values.csv line 1: The heading LA and Regions is missing", Assert.Throws<ShelfException>(() => set.Authority("Kent")).Message, StringComparison.Ordinal);
        File.Delete(values);
        Assert.Throws<ShelfException>(() => new BenchmarkSet(_folder.FullName).Authorities);
    }

    public void Dispose() => _folder.Delete(true);

    private Comparison Compare(string rows, string authority = "Kent")
    {
        var set = Write(rows);
        return set.Compare(set.Measure("M")!, set.Authority(authority)!)!;
    }

    private BenchmarkSet Write(string rows)
    {
        var lait = _folder.CreateSubdirectory("lait").FullName;
        File.WriteAllText(Path.Combine(lait, "values.csv"), Head + rows);
        File.WriteAllText(Path.Combine(lait, "dictionary.csv"),
            "Topic,Measure,Measure_short,Polarity,Table_status,Last Update,dps,Year_Type,No_Quartile\n"
            + "Topic,The measure,M ,Low,x,45931,NA,Financial Year,NA\nOther,The measure,M2,Low,x,45931,NA,Financial Year,NA\nTopic,Old,O,Low,DISCONTINUED 2020,,NA,,NA\n");
        return new BenchmarkSet(_folder.FullName);
    }
}

using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Statistics;

/// <summary>Areas by number of cases: few cases stray far by chance, many do not.</summary>
public sealed class FunnelTests
{
    [Fact]
    public void The_same_share_is_inside_with_few_cases_and_outside_with_many()
    {
        var plot = FunnelPlot.Of([("Small", 6, 10), ("Large", 600, 1000), ("Rest", 2400, 3000)]).Value!;
        Assert.Equal([null, 99.8m, 99.8m], plot.Areas.Select(a => a.Outside));
        Assert.StartsWith("2 of 3 lie outside what chance explains: Large below the 99.8% limit", plot.Words, StringComparison.Ordinal);
        Assert.True(plot.Limits[0].WideLow < plot.Limits[^1].WideLow && plot.Limits[0].Cases < plot.Limits[^1].Cases);
        Assert.All(plot.Limits, l => Assert.True(l is { WideLow: >= 0, WideHigh: <= 100 } && l.WideLow <= l.Low && l.High <= l.WideHigh));
    }

    [Fact]
    public void Too_few_areas_or_none_that_differ_are_said_in_words()
    {
        Assert.Equal("not enough areas: 2 with a case, and a funnel takes 3", FunnelPlot.Of([("A", 1, 2), ("B", 1, 2), ("C", 0, 0)]).Because);
        Assert.StartsWith("every area has the same share", FunnelPlot.Of([("A", 2, 2), ("B", 3, 3), ("C", 4, 4)]).Because, StringComparison.Ordinal);
        Assert.StartsWith("None of the 3 lies outside", FunnelPlot.Of([("A", 8, 10), ("B", 80, 100), ("C", 79, 100)]).Value!.Words, StringComparison.Ordinal);
    }
}

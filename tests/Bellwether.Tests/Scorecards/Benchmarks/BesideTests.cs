using Bellwether.Calendar;
using Bellwether.Scorecards;
using Bellwether.Tests.Scorecards.Commitments;
using Xunit;

namespace Bellwether.Tests.Scorecards.Benchmarks;

/// <summary>Published measures beside own figures: which year, which unit, which way, and what is said where nothing compares.</summary>
public sealed class BesideTests : IDisposable
{
    private static readonly BenchmarkSet Set = BenchmarkSet.Shipped();
    private readonly WrittenHome _home = new("name: Kent\nla_code: \"886\"\ncase_worker_roles: [CW]\n");

    public void Dispose() => _home.Dispose();

    [Fact]
    public void The_latest_year_that_had_ended_stands_beside_a_figure_with_the_change_since()
    {
        _home.Values("re-referral,2017-06,,250,1000,,\n");
        var beside = Beside("re-referral", "2017-06").Single();
        Assert.Equal(("2017", Comparability.Nearest), (beside.Line.Comparison!.Year, beside.Line.Tag));
        Assert.Equal(25m - (decimal)beside.Line.Comparison.Own.Number!.Value, beside.Since);
        Assert.False(beside.Improved);
        Assert.True(beside.WouldRank > beside.Line.Comparison.Rank);
        Assert.Contains(beside.Funnel!.Areas, a => a.Name == "Kent");
        Assert.Equal(10, beside.Line.Comparison.Neighbours.Count);
    }

    [Fact]
    public void Another_unit_is_shown_and_never_set_against_the_figure()
    {
        _home.Values("children-looked-after,2017-06,,1900,,,\n");
        var (number, rate) = (Beside("children-looked-after", "2017-06")[0], Beside("children-looked-after", "2017-06")[1]);
        Assert.Equal((1900m, Comparability.Comparable), (number.Now, number.Line.Tag));
        Assert.Equal((null, null, Comparability.NotComparable), (rate.Now, rate.Since, rate.Line.Tag));
        Assert.Equal("Not comparable: published as a rate per 10,000, beside a number. The published values are shown by themselves.", rate.Line.TagText);
    }

    [Fact]
    public void What_counts_the_opposite_does_not_compare()
    {
        _home.Values("in-touch,2017-06,,95,100,,\n");
        Assert.StartsWith("Not comparable: low is good in what is published, and higher is better here", Beside("in-touch", "2017-06")[0].Line.TagText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_before_the_tables_and_an_authority_they_do_not_know_are_said_in_words()
    {
        _home.Values("re-referral,1995-06,,250,1000,,\nre-referral,2017-06,,250,1000,,\n");
        Assert.Contains("the tables here begin with", Beside("re-referral", "1995-06").Single().Line.TagText, StringComparison.Ordinal);
        using var other = new WrittenHome();
        other.Values("re-referral,2017-06,,250,1000,,\n");
        var performance = other.Known.Performance;
        var beside = BenchmarkBeside.Of(Set, performance.Row(performance.Catalogue.Find("re-referral")!, new Month(2017, 6)), other.Home.Authority, performance.Commitments.Groups).Single();
        Assert.Contains("The published tables have no authority 997", beside.Line.TagText, StringComparison.Ordinal);
        Assert.NotNull(beside.Line.Comparison!.England.Number);
        Assert.Empty(beside.Line.Comparison.Neighbours);
        Assert.Null(beside.Since);
    }

    [Fact]
    public void An_own_group_has_its_mean_and_median_and_names_whom_it_can_not_find()
    {
        _home.Write("groups.csv", "group,authority,from,owner\nFriends,Surrey,2024-04-01,Board\nFriends,Essex,2024-04-01,Board\nFriends,Atlantis,2024-04-01,Board\n").Values("re-referral,2017-06,,250,1000,,\n");
        var group = Beside("re-referral", "2017-06").Single().Groups.Single();
        Assert.Equal((2, "Atlantis", "Board"), (group.Reported, group.Unknown.Single(), group.Group.Owner));
        Assert.Equal(group.Mean, group.Median);
    }

    [Fact]
    public void The_summary_counts_what_is_better_now_than_in_the_returns()
    {
        _home.Values("re-referral,2017-06,,100,1000,,\nthree-placements,2017-06,,300,1000,,\n");
        var performance = _home.Known.Performance;
        var summary = NationalSummary.Of(Set, [.. new[] { "re-referral", "three-placements", "contacts" }.Select(id => performance.Row(performance.Catalogue.Find(id)!, new Month(2017, 6), 2))], _home.Home.Authority, performance.Commitments.Groups);
        Assert.Equal((1, 1, 2, 1), (summary.Improved, summary.Worse, summary.Compared, summary.Unpublished));
        Assert.Equal("1 of 2 indicators is better now than in the returns as published; 1 is worse and 0 are the same.", summary.Words);
    }

    private IReadOnlyList<BenchmarkBeside> Beside(string indicator, string month)
    {
        var performance = _home.Known.Performance;
        return BenchmarkBeside.Of(Set, performance.Row(performance.Catalogue.Find(indicator)!, Month.Parse(month)), _home.Home.Authority, performance.Commitments.Groups);
    }
}

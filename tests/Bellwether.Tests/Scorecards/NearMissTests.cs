using Bellwether.Calendar;
using Bellwether.Scorecards;
using Bellwether.Tests.Indicators.Engine;
using Xunit;

namespace Bellwether.Tests.Scorecards;

/// <summary>Near misses are told case by case: a variant may leave out cases that the definition meets.</summary>
public sealed class NearMissTests
{
    private static readonly string[] Lines =
    [
        "cp_plans | C1 | key=P1; start=2024-05-01", "cp_visits | C1 | date=2024-06-26; seen=yes; seen_alone=no",
        "cp_plans | C2 | key=P2; start=2024-05-01", "cp_visits | C2 | date=2024-05-06; seen=yes; seen_alone=yes",
        "cp_plans | C3 | key=P3; start=2024-05-01", "cp_visits | C3 | date=2024-05-07; seen=no; seen_alone=no",
        "cp_plans | C5 | key=P5; start=2024-05-01", "cp_visits | C5 | date=2024-06-26; seen=yes; seen_alone=no",
        "cp_plans | C4 | key=P4; start=2024-05-01", "cp_visits | C4 | date=2024-06-26; seen=?; seen_alone=yes",
    ];

    [Theory]
    [InlineData("per: record")]
    [InlineData("per: child")]
    public void A_variant_that_meets_one_of_those_not_met_has_one_near_miss_whatever_else_it_leaves_out(string per)
    {
        var yaml = $"title: t | cases: open cp_plans | {per} | met: exists(cp_visits at most 2 weeks ago where seen) | variants: {{ alone: {{ met: exists(cp_visits where seen_alone) }} }}";
        var (figures, found, _) = FiguresFixture.Make(yaml, FiguresFixture.Full("cp_plans", "cp_visits"), Lines);
        var home = Directory.CreateTempSubdirectory("bellwether-near").FullName;
        var variants = new Performance(figures, EngineFixture.Load(yaml), Bellwether.Scorecards.Commitments.Load(home), []).Variants(found, FiguresFixture.At, Window.Snapshot);
        Assert.Equal(1m, Assert.Single(variants).NearMiss);
    }

    /// <summary>Where the data cannot tell one of the two itself, its fallback asks something else, perhaps of other records.</summary>
    [Theory]
    [InlineData("exists(cp_visits where seen_alone)", null)]
    [InlineData("exists(cp_visits where seen_alone), cases: open cin_episodes", null)]
    public void One_told_by_a_fallback_and_one_told_itself_have_no_near_misses(string fallback, int? near)
    {
        var yaml = "title: t | cases: open cp_plans | met: exists(cp_visits at most 2 weeks ago where seen) | variants: { alone: "
            + $"{{ met: exists(cp_visits where seen_alone) and exists(cp_reviews), fallback: {{ label: l, met: {fallback} }} }} }}";
        var cases = new[] { "C1", "C2", "C3", "C4", "C5" }.Select(c => $"cin_episodes | {c} | start=2024-05-01");
        var (figures, found, _) = FiguresFixture.Make(yaml, FiguresFixture.Full("cp_plans", "cp_visits", "cin_episodes"), [.. cases, .. Lines]);
        var home = Directory.CreateTempSubdirectory("bellwether-near").FullName;
        var variant = Assert.Single(new Performance(figures, EngineFixture.Load(yaml), Bellwether.Scorecards.Commitments.Load(home), []).Variants(found, FiguresFixture.At, Window.Snapshot));
        Assert.Equal((2m, near), (variant.Rated.Figure.Numerator, variant.NearMiss));
    }
}

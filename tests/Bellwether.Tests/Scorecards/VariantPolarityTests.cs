using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Bellwether.Tests.Indicators.Engine;
using Xunit;

namespace Bellwether.Tests.Scorecards;

/// <summary>A variant that counts the opposite has its own way that is better, and none of the definition's targets.</summary>
public sealed class VariantPolarityTests
{
    private const string Yaml = "title: t | cases: open cp_plans | met: exists(cp_visits where seen) | better: higher"
        + " | variants: { unseen: { met: not exists(cp_visits where seen), better: lower }, alone: { met: exists(cp_visits where seen_alone) } }";

    [Theory]
    [InlineData("", Better.Higher, Rating.Red)]
    [InlineData("alone", Better.Higher, Rating.Red)]
    [InlineData("unseen", Better.Lower, null)]
    public void Sixty_seven_per_cent_unseen_is_not_held_to_the_target_for_those_seen(string variant, Better better, Rating? rating)
    {
        var home = Directory.CreateTempSubdirectory("bellwether-way").FullName;
        File.WriteAllText(Path.Combine(home, "targets.csv"), "indicator,area,from,to,target,amber,kind,reason,source,source_date,approved_by\nt,authority,2024-04-01,,90,80,local,plan,plan,2024-03-01,Cabinet\n");
        var (figures, found, _) = FiguresFixture.Make(Yaml, FiguresFixture.Full("cp_plans", "cp_visits"),
            "cp_plans | C1 | start=2024-05-01", "cp_plans | C2 | start=2024-05-01", "cp_plans | C3 | start=2024-05-01", "cp_visits | C1 | date=2024-06-26; seen=yes; seen_alone=yes");
        var performance = new Performance(figures, EngineFixture.Load(Yaml), Bellwether.Scorecards.Commitments.Load(home), []);
        var asked = found with { Variant = variant };
        Assert.Equal(better, Performance.ShapeOf(asked).Better);
        Assert.Equal(rating, performance.At(asked, FiguresFixture.At, Window.Snapshot).Judgement.Rating);
    }
}

using Bellwether.Codes;
using Bellwether.Example;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Storage;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>An extract of the same day sent again with a few children's records put right.</summary>
public sealed class CorrectedExtractTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    private readonly TemporaryHome _home = new();

    public CorrectedExtractTests()
    {
        var folder = _home.File("extract");
        SsdFolder.Write(ExampleAuthority.Simulate(11, new DateOnly(2023, 4, 1), Day, 0.05), Day, folder);
        _home.Load(Day, folder);
        foreach (var file in new[] { "ssd_cp_plans.csv", "ssd_cp_visits.csv", "ssd_cla_episodes.csv", "ssd_cin_assessments.csv" })
        {
            var path = Path.Combine(folder, file);
            var lines = File.ReadAllLines(path);
            File.WriteAllLines(path, lines.Where((_, n) => n == 0 || n % 40 != 7));
        }
        var corrected = _home.Home.Read([folder], Day);
        _home.Home.Load(corrected, [folder], _home.Home.Questions(corrected));
    }

    [Fact]
    public void What_it_did_to_each_figure_is_told_from_the_changed_children_alone()
    {
        var home = _home.Home;
        var (before, after) = (home.AsKnown(1), home.AsKnown(2));
        var again = new CountedAgain(home, before, 1, 2, _ => throw new InvalidOperationException("Everything was counted again."));
        var told = 0;
        foreach (var line in before.Performance.Catalogue.FindScorecard("children")!.On(Day).Select(before.Performance.Catalogue.Find).OfType<Found>().Where(IsOfChildren))
        {
            var figure = before.Performance.Figures.At(line, Figures.DefaultWindow(line), Day);
            if (figure.None == NoValue.NotComputable) continue;
            Assert.Equal(after.Performance.Figures.At(line, Figures.DefaultWindow(line), Day), again.At(line, figure));
            told++;
        }
        Assert.True(told > 15, $"{told} told");
        Assert.Equal(before.Performance.LatestMonth, again.LatestMonth);
    }

    [Fact]
    public void The_difference_of_the_loads_shows_what_a_whole_count_shows()
    {
        var difference = _home.Home.Difference();
        var after = _home.Home.AsKnown(2).Performance;
        Assert.All(difference.Effects, e => Assert.Equal(after.Figures.At(after.Catalogue.Find(e.Found.Entry.Definition.Id)!, Figures.DefaultWindow(e.Found), Day).Value, e.Restated?.Value));
        Assert.Contains(difference.Effects, e => e.IsRestated);
    }

    private static bool IsOfChildren(Found line) =>
        line.Bound is { Line: null, Over: null or Population } bound && bound.Show != Show.Median && bound.Kind.Subject == SubjectKind.Child;

    public void Dispose() => _home.Dispose();
}

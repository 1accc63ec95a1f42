using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Language;
using Xunit;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>Cells that go without some children are those of a world in which these children never were; figures for everyone stay as they are.</summary>
public sealed class WithoutTests
{
    private static readonly DateOnly[] Days = [new(2024, 6, 30), UglyJourneys.DataDate];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Cells_without_some_children_are_those_of_a_world_without_them(int seed)
    {
        var lines = RecountTests.World(seed);
        var random = new Random(seed);
        var all = lines.Select(RecountTests.Child).Where(c => c.Length > 0).Distinct().ToList();
        var left = all.Where(_ => random.Next(4) == 0).ToHashSet(StringComparer.Ordinal);
        var whole = RecountTests.Journeys(lines);
        var (figures, others) = (new Figures(whole, SmallWorld.TheShelf), new Figures(RecountTests.Journeys([.. lines.Where(l => !left.Contains(RecountTests.Child(l)))]), SmallWorld.TheShelf));
        var without = Enumerable.Range(0, whole.ChildIds.Count).Where(c => left.Contains(whole.ChildIds[c])).ToHashSet();
        var (told, differ) = (0, 0);
        foreach (var found in SmallWorld.Everything().Where(f => f.Bound is { Kind.Subject: SubjectKind.Child } bound && !IsOverWorkers(bound.Over)))
            foreach (var day in Days)
                foreach (var breakdown in new Breakdown[] { new("worker"), new("team", "age-band"), new("sex", "district", new Cohort("age-band", "5-9")), new("", "", new Cohort("sex", "F")), new("team", "", new Cohort("team", "T1")) })
                {
                    if (breakdown.Where is { } where && !whole.Attribute(where.Attribute)!.Codes.Contains(where.Member)) continue;
                    var window = Figures.DefaultWindow(found);
                    var (cells, expected) = (Written(figures.By(found, window, day, breakdown with { Without = without })), Written(others.By(found, window, day, breakdown)));
                    Assert.True(expected.SequenceEqual(cells), $"{SmallWorld.Name(found)} on {day} by {breakdown}:\n{string.Join('\n', expected)}\nbut\n{string.Join('\n', cells)}");
                    told += cells.Length;
                    if (!cells.SequenceEqual(Written(figures.By(found, window, day, breakdown)))) differ++;
                }
        Assert.True(told > 1000 && differ > 100, $"{told} told, {differ} differ");
    }

    /// <summary>What is made of workers' own records has no child to go without.</summary>
    private static bool IsOverWorkers(Node? over) => over is not null && TreeWalk.Records(over).Any(r => r.Kind.Subject != SubjectKind.Child);

    private static string[] Written(IReadOnlyList<Figure> figures) =>
        [.. figures.Where(f => f.Tally != default).Select(f => $"{f.Member}/{f.And} {f.Tally} {f.Numerator}/{f.Denominator}={f.Value} {f.None} {f.Because} {f.Note}").Order(StringComparer.Ordinal)];
}

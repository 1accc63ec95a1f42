using System.Text.RegularExpressions;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Tests.Journeys;
using Xunit;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>Figures brought up to date by the changed children alone are those of everything counted again.</summary>
public sealed partial class RecountTests
{
    private static readonly DateOnly[] Days = [new(2024, 3, 31), new(2024, 6, 30), UglyJourneys.DataDate];
    private static readonly string[] Breakdowns = ["team", "sex", "age-band", "district", "case-type"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_changed_children_count_is_taken_away_and_added_again(int seed)
    {
        // A child told otherwise, one with half of its records, one that is new, one that is gone.
        var (first, other) = (World(seed), World(seed + 1000));
        var changed = new[] { "C1-2", "C2-5", "C3-7", "C9-1" }.ToHashSet(StringComparer.Ordinal);
        List<string> before = [.. first.Where(l => Child(l) != "C9-1")];
        List<string> now = [.. first.Where(l => !changed.Contains(Child(l))), .. other.Where(l => Child(l) == "C1-2"), .. first.Where(l => Child(l) == "C2-5").Where((_, n) => n % 2 == 0),
            .. other.Where(l => Child(l) == "C1-3").Select(l => l.Replace("C1-3", "C9-1", StringComparison.Ordinal))];
        var (whole, counted) = (Journeys(before), Figures(now));
        var around = Recount.Around(whole, Journeys(Of(now, changed)), changed);
        var recount = new Recount((Figures(Of(before, changed)), Figures(Of(now, changed))), new((Figures(Of(before, around)), Figures(Of(now, around)))));
        var figures = new Figures(whole, SmallWorld.TheShelf);
        var (told, moved) = (0, 0);
        foreach (var found in SmallWorld.Everything().Where(f => f.Bound is not null))
        {
            var window = Bellwether.Indicators.Figures.DefaultWindow(found);
            string[] breakdowns = found.Bound!.Split is null ? Breakdowns : [.. Breakdowns, "split"];
            var was = figures.Sheet(found, window, Days, breakdowns);
            if (recount.Sheet(found, window, Days, breakdowns, was) is not { } sheet) continue;
            told++;
            Assert.Equal(Written(counted.Sheet(found, window, Days, breakdowns)), Written(sheet));
            if (!Written(sheet).SequenceEqual(Written(was))) moved++;
        }
        Assert.True(told > 100, $"{told} told");
        Assert.True(moved > 60, $"{moved} moved");
    }

    [Fact]
    public void Medians_lines_and_cases_of_workers_are_left_to_a_whole_count()
    {
        var figures = Figures(World(5));
        var recount = new Recount((figures, figures), new((figures, figures)));
        foreach (var found in SmallWorld.Everything().Where(f => f.Bound is { } b && (b.Show == Show.Median || b.Line is not null || b.Kind.Subject != SubjectKind.Child)))
            Assert.Null(recount.Sheet(found, Bellwether.Indicators.Figures.DefaultWindow(found), Days, [], figures.Sheet(found, Bellwether.Indicators.Figures.DefaultWindow(found), Days, [])));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_worker_whom_changed_children_share_with_others_is_still_counted_once(int seed)
    {
        var home = Directory.CreateTempSubdirectory("bellwether-recount");
        var folder = Directory.CreateDirectory(Path.Combine(home.FullName, "indicators")).FullName;
        File.WriteAllText(Path.Combine(folder, "cases-a-worker.yaml"), OperatorDefinitions.File("cases-a-worker",
            "cases: open allocations | over: count(distinct worker of open allocations) | show: ratio"));
        var catalogue = Catalogue.Load(Bellwether.Codes.Shelf.Path(), home.FullName, RecordsFixture.Kinds, RecordsFixture.Codes);
        home.Delete(true);
        var found = catalogue.Find("cases-a-worker")!;
        var (before, changed) = (World(seed), new[] { "C1-2", "C1-6" }.ToHashSet(StringComparer.Ordinal));
        List<string> now = [.. before.Where(l => !changed.Contains(Child(l)) || !l.StartsWith("allocations", StringComparison.Ordinal))];
        var around = Recount.Around(Journeys(before), Journeys(Of(now, changed)), changed);
        var recount = new Recount((Counted(before, changed), Counted(now, changed)), new((Counted(before, around), Counted(now, around))));
        var was = new Figures(Journeys(before), catalogue).Sheet(found, Window.Snapshot, Days, Breakdowns);
        Assert.Equal(Written(new Figures(Journeys(now), catalogue).Sheet(found, Window.Snapshot, Days, Breakdowns)), Written(recount.Sheet(found, Window.Snapshot, Days, Breakdowns, was)!));
        Assert.NotEqual(Written(was), Written(recount.Sheet(found, Window.Snapshot, Days, Breakdowns, was)!));
        Assert.Null(new Recount((Counted(before, changed), Counted(now, changed)), new(() => null)).Sheet(found, Window.Snapshot, Days, Breakdowns, was));

        Figures Counted(List<string> lines, IReadOnlySet<string> children) => new(Journeys(Of(lines, children)), catalogue);
    }

    /// <summary>Ten lots of ugly children, with the workers of the first.</summary>
    internal static List<string> World(int seed)
    {
        var lines = new List<string>();
        for (var lot = 0; lot < 10; lot++)
        {
            var ugly = new UglyJourneys(new Random((seed * 100) + lot), RecordsFixture.Kinds, RecordsFixture.Codes);
            foreach (var line in ugly.Lines(RecordsFixture.Kinds.All.Where(k => k.Subject == SubjectKind.Child)))
                if (lot == 0 || Child(line).Length > 0) lines.Add(ChildId().Replace(line, m => $"{m.Value}-{lot}"));
        }
        return lines;
    }

    private static List<string> Of(List<string> lines, IReadOnlySet<string> children) => [.. lines.Where(l => Child(l).Length == 0 || children.Contains(Child(l)))];

    /// <summary>The child of a line; empty where it is no child's.</summary>
    internal static string Child(string line) => line.Split(" | ")[1] is ['C', ..] id ? id : "";

    private static Figures Figures(List<string> lines) => new(Journeys(lines), SmallWorld.TheShelf);

    internal static Bellwether.Journeys.Journeys Journeys(List<string> lines)
    {
        var records = RecordsFixture.Records([.. lines]);
        foreach (var kind in RecordsFixture.Kinds.All) records.Statements.Add(new Statement(kind.Name, "test", Completeness.Full, new DateOnly(2020, 1, 1), UglyJourneys.DataDate, [], ""));
        return Bellwether.Journeys.Journeys.Build(records, RecordsFixture.Codes, Bellwether.Journeys.Authority.Unnamed, UglyJourneys.DataDate);
    }

    /// <summary>What is not nothing, in order of member and day.</summary>
    private static string[] Written(IReadOnlyList<IReadOnlyList<IReadOnlyList<Figure>>> sheet) =>
        [.. sheet.SelectMany((cut, c) => cut.SelectMany(member => member.Where(f => c == 0 || f.Tally != default).Select(f => $"{c} {f.Member} {f.Last} {f.Tally} {f.Numerator}/{f.Denominator}={f.Value} {f.None} {f.Because} {f.Note}"))).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<=\| |key=|-)C[1-3]\b")]
    private static partial Regex ChildId();
}

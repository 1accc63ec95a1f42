using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Plain;
using Xunit;
using static Bellwether.Tests.Indicators.Proof.SmallWorld;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>What must hold of any council's figures, on the invented one.</summary>
public sealed class InvariantTests
{
    private static readonly Figures Made = new(SmallWorld.Journeys, TheShelf);

    [Theory]
    [InlineData("district")]
    [InlineData("team")]
    [InlineData("age-band")]
    public void Members_and_unknown_sum_to_the_total(string breakdown)
    {
        var wrong = new List<string>();
        foreach (var found in Everything())
        {
            foreach (var at in MonthEnds)
            {
                var (window, total) = (Figures.DefaultWindow(found), Made.At(found, Figures.DefaultWindow(found), at).Tally);
                var members = Made.By(found, window, at, breakdown).Select(f => f.Tally).ToList();
                if (members.Sum(m => m.Met) != total.Met || members.Sum(m => m.NotMet) != total.NotMet || members.Sum(m => m.Unknown) != total.Unknown
                    || members.Sum(m => m.Running) != total.Running || members.Sum(m => m.Unclear) != total.Unclear || members.Sum(m => m.Value) != total.Value)
                    wrong.Add($"{Name(found)} at {at:yyyy-MM-dd}: total {total}, members {string.Join(" ", members)}");
            }
        }
        Assert.Empty(wrong);
        Assert.True(Made.By(TheShelf.Find("open-caseload")!, Window.Snapshot, At, breakdown).Count(f => f.Numerator > 0) > 2);
    }

    [Fact]
    public void A_rolling_year_of_a_flow_is_the_sum_of_its_twelve_months()
    {
        var flows = Everything().Where(f => f.Bound is { Form: CaseForm.Dated, Per: Per.Record }).ToList();
        Assert.True(flows.Count >= 8);
        foreach (var found in flows)
        {
            foreach (var at in MonthEnds)
            {
                var year = Made.Evaluator.Totals(found.Bound!, Window.Rolling12, [at])[0];
                var months = Made.Evaluator.Totals(found.Bound!, Window.Month, [.. Enumerable.Range(0, 12).Select(n => Month.Of(at).Add(-n).Last)]);
                Assert.Equal((Name(found), year.Met, year.NotMet, year.Unknown, year.Running, year.Unclear),
                    (Name(found), months.Sum(m => m.Met), months.Sum(m => m.NotMet), months.Sum(m => m.Unknown), months.Sum(m => m.Running), months.Sum(m => m.Unclear)));
            }
        }
    }

    [Theory]
    [InlineData("cp_plans")]
    [InlineData("care_periods")]
    public void Opening_and_starts_less_ends_is_closing(string kind)
    {
        var (open, starts, ends) = (Bound($"cases: open {kind}"), Bound($"cases: {kind} by start"), Bound($"cases: {kind} by end"));
        var months = Enumerable.Range(0, 36).Select(n => Month.Of(At).Add(-n)).ToList();
        var before = Made.Evaluator.Totals(open, Window.Snapshot, [.. months.Select(m => m.Add(-1).Last)]);
        var after = Made.Evaluator.Totals(open, Window.Snapshot, [.. months.Select(m => m.Last)]);
        var began = Made.Evaluator.Totals(starts, Window.Month, [.. months.Select(m => m.Last)]);
        var ended = Made.Evaluator.Totals(ends, Window.Month, [.. months.Select(m => m.Last)]);
        Assert.True(began.Sum(t => t.Met) > 20 && ended.Sum(t => t.Met) > 20);
        for (var m = 0; m < months.Count; m++) Assert.Equal(before[m].Met + began[m].Met - ended[m].Met, after[m].Met);
    }

    [Fact]
    public void The_list_of_cases_is_the_denominator_and_those_not_met_what_is_left_of_it()
    {
        var listed = 0;
        foreach (var found in Everything().Where(f => f.Bound is { Met: not null, Show: Show.Percentage }))
        {
            foreach (var at in Enumerable.Range(0, 12).Select(n => Month.Of(At).Add(-n).Last))
            {
                var window = Figures.DefaultWindow(found);
                var figure = Made.At(found, window, at);
                if (figure.Numerator is not { } numerator || figure.Denominator is not { } denominator) continue;
                var cases = Made.Cases(found, window, at).Where(c => c.Verdict is Verdict.Met or Verdict.NotMet || (c.Verdict == Verdict.Unknown && !found.Bound!.UnknownLeftOut)).ToList();
                listed += cases.Count;
                Assert.True(numerator <= denominator, Name(found));
                Assert.Equal((Name(found), at, denominator, denominator - numerator), (Name(found), at, cases.Count, cases.Count(c => c.Verdict != Verdict.Met)));
            }
        }
        Assert.True(listed > 5000, $"{listed}");
    }

    [Fact]
    public void Both_evaluators_give_the_same_for_every_indicator_and_variant()
    {
        var wrong = new List<string>();
        foreach (var found in Everything())
        {
            var window = Figures.DefaultWindow(found);
            var plain = new PlainEvaluator(new Yardstick(TheShelf).Clocked(SmallWorld.Journeys, found.Bound!), TheShelf.LimitOn);
            foreach (var at in MonthEnds)
            {
                var (fast, slow) = (Made.Evaluator.Totals(found.Bound!, window, [at])[0], plain.Total(found.Bound!, window, at));
                if (fast != slow) wrong.Add($"{Name(found)} at {at:yyyy-MM-dd}: fast {fast} plain {slow}");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_child_more_outside_a_team_changes_nothing_inside_it()
    {
        var teams = SmallWorld.Journeys.Rows("cin_episodes").Field(RecordKindTeam()).Where(t => t >= 0).CountBy(t => t).OrderByDescending(p => p.Value).Take(2).Select(p => SmallWorld.Journeys.TeamCodes[p.Key]).ToList();
        var day = At.AddDays(-200).DayNumber;
        var with = new Figures(Grown(teams[0], day), TheShelf);
        var moved = 0;
        foreach (var found in Everything())
        {
            var window = Figures.DefaultWindow(found);
            var (before, after) = (Made.By(found, window, At, "team").ToDictionary(f => f.Member), with.By(found, window, At, "team").ToDictionary(f => f.Member));
            foreach (var team in before.Keys.Where(t => t != teams[0] && t.Length > 0)) Assert.Equal(before[team], after[team]);
            if (before.TryGetValue(teams[0], out var own) && own != after[teams[0]]) moved++;
        }
        Assert.True(moved > 3, $"{moved}");
    }

    private static int RecordKindTeam() => SmallWorld.Journeys.Kinds["cin_episodes"].IndexOf("team");

    /// <summary>The world with one child more in a team: an episode and a plan.</summary>
    private static Bellwether.Journeys.Journeys Grown(string team, int day)
    {
        var number = -1;
        return SmallWorld.Read(records => number = records.Texts.Add(team), () =>
        [
            ("people", "one more", [("born", day - 3000)]),
            ("cin_episodes", "one more", [("start", day), ("team", number), ("nfa", 0)]),
            ("cp_plans", "one more", [("start", day + 10), ("team", number), ("other_authority", 0)]),
        ]);
    }

    private static BoundIndicator Bound(string yaml) => Engine.EngineFixture.Define(yaml);
}

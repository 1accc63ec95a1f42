using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Restating;

/// <summary>First reported and now: the triangle worked by hand, and the log with its reasons.</summary>
public sealed class RevisionTests
{
    private static readonly Month First = new(2025, 1);
    private static readonly Shape Count = new(Show.Count, Better.Lower, 0);
    private static readonly Shape Percent = new(Show.Percentage, Better.Higher, 1);

    [Fact]
    public void Six_loads_of_one_habit_tell_it()
    {
        // Every month is 100 when told first, 110 a month later, 121 from then on.
        var triangle = RevisionTriangle.Of(Told(7, (month, lag) => lag switch { 0 => 100, 1 => 110, _ => 121 }), Count);
        Assert.True(triangle.IsGiven, triangle.Because);
        Assert.Equal([0.1m, 0.1m, 0m], triangle.Value.Lags.Take(3).Select(l => Math.Round(l.Step, 10)));
        Assert.Equal(0.21m, Math.Round(triangle.Value.Lags[0].ToEnd, 10));
        Assert.Equal(484, Math.Round(triangle.Value.Expected(400, 0), 6));
        Assert.Equal("Provisional: told at the month’s end, a figure has usually risen by 21.0% once entry is complete, here to about 484 (6 months of 7 loads; the next step alone was +10.0% to +10.0%).",
            triangle.Value.Provisional(400, 0, Count));
        Assert.Equal("", triangle.Value.Provisional(400, 3, Count));
    }

    [Fact]
    public void A_percentage_drifts_in_points()
    {
        var triangle = RevisionTriangle.Of(Told(7, (_, lag) => lag == 0 ? 70 : 71.5m), Percent);
        Assert.Equal("Provisional: told at the month’s end, a figure has usually risen by 1.5 points once entry is complete, here to about 80.0% (6 months of 7 loads; the next step alone was +1.5 to +1.5).",
            triangle.Value!.Provisional(78.5m, 0, Percent));
    }

    [Fact]
    public void Five_loads_are_not_enough_and_two_in_one_month_count_once()
    {
        Assert.Equal("not enough loads: 5, and a usual drift takes 6 of different months", RevisionTriangle.Of(Told(5, (_, _) => 1), Count).Because);
        var six = Told(5, (_, _) => 1);
        var twice = six with { Tellings = [.. six.Tellings, six.Tellings[^1] with { Load = 6 }], Figures = [.. six.Figures, six.Figures[^1]] };
        Assert.StartsWith("not enough loads: 5", RevisionTriangle.Of(twice, Count).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_told_first_stands_beside_what_is_told_now_with_the_reason()
    {
        var reported = Told(3, (_, lag) => lag == 0 ? 100 : 104);
        Assert.Equal((100m, 104m), (reported.First(First)!.Value.Figure.Value, reported.Now(First)!.Value.Figure.Value));
        var (before, after) = (Cases(("a", 3, Verdict.Met), ("b", 4, Verdict.NotMet), ("c", 5, Verdict.Met)), Cases(("a", 3, Verdict.Met), ("b", 4, Verdict.Met), ("d", 6, Verdict.Met), ("e", 6, Verdict.Met)));
        var log = Restatements.Log(reported, (t, _) => t.Load == 1 ? before : after);
        Assert.Equal([(First.Add(1), 3), (First, 2)], log.Select(r => (r.Month, r.By.Load)));
        Assert.Equal("2 cases entered late; 1 case taken out, or told with another date; 1 verdict changed by what was entered since", log[1].Reason);
        Assert.StartsWith("the same cases, counted over another base", log[0].Reason, StringComparison.Ordinal);
    }

    private static KnownCases Cases(params (string Child, int Day, Verdict Verdict)[] cases) => new(cases.Select(c => (c.Child, new DateOnly(2025, 1, c.Day), c.Verdict)));

    /// <summary>One load at each month's end, each telling of every month since January.</summary>
    private static ReportedSeries Told(int loads, Func<Month, int, decimal> value)
    {
        var tellings = Enumerable.Range(0, loads).Select(l => new Telling(l + 1, First.Add(l).Last.AddDays(2), First.Add(l).Last)).ToList();
        return new(tellings, [.. tellings.Select(t => (IReadOnlyDictionary<Month, ToldFigure>)Enumerable.Range(0, t.Load).Select(First.Add)
            .ToDictionary(m => m, m => new ToldFigure(value(m, t.LagOf(m)), null, null)))]);
    }
}

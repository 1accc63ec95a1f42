using Bellwether.Calendar;
using Bellwether.Indicators.Plain;
using Xunit;

namespace Bellwether.Tests.Indicators.Engine;

/// <summary>A dated case reads its worker and team as on its own date: a worker who leaves, or a team that changes, alters no figure of before.</summary>
public sealed class LookUpDayTests
{
    private static readonly string[] Lines =
    [
        "icpcs | C1 | date=2024-03-05; team=T0", "allocations | C1 | start=2024-01-02; worker=W1; role=CW; team=T0",
        "icpcs | C2 | date=2024-03-05; team=T0", "allocations | C2 | start=2024-01-02; worker=W2; role=CW; team=T0",
        "worker_posts | W1 | start=2020-01-01; end=2024-03-06; fte=1; team=T0; role=SW; registered=yes; qualified=yes",
        "worker_posts | W2 | start=2020-01-01; fte=1; team=T0; role=SW; registered=yes; qualified=yes",
    ];

    [Theory]
    [InlineData("cases: icpcs | met: exists(allocations open on case.date where worker.qualified)", 2, 0)]
    [InlineData("cases: allocations by start + 9 weeks | met: worker.qualified", 2, 0)]
    [InlineData("cases: allocations by start + 10 weeks | met: worker.qualified", 1, 1)]
    [InlineData("cases: icpcs | where: exists(allocations open on case.date where worker.qualified) | met: date < 2024-01-01", 0, 2)]
    public void A_worker_of_a_dated_case_is_the_one_that_was_there_on_its_date(string definition, long met, long notMet)
    {
        var bound = EngineFixture.Define("title: t | " + definition);
        var journeys = EngineFixture.Journeys(Lines);
        var at = new DateOnly(2024, 3, 31);
        var told = EngineFixture.Evaluator(journeys).Totals(bound, Window.Month, [at])[0];
        Assert.Equal((met, notMet, 0L), (told.Met, told.NotMet, told.Unknown));
        Assert.Equal(told, new PlainEvaluator(journeys, EngineFixture.Timescale).Total(bound, Window.Month, at));
    }
}

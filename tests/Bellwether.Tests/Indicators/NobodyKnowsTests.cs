using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Indicators.Plain;
using Bellwether.Journeys;
using Bellwether.Publications;
using Bellwether.Tests.Indicators.Language;
using Bellwether.Tests.Journeys;
using Xunit;

namespace Bellwether.Tests.Indicators;

/// <summary>
/// Four open cases: one held, one in a tray, one whose worker the source calls unknown, one whose worker has no post. Each of the last two is
/// neither allocated nor unallocated, and stands beside the figure.
/// </summary>
public sealed class NobodyKnowsTests
{
    private static readonly DateOnly At = new(2024, 6, 30);

    private static readonly string[] Cases =
    [
        .. new[] { "C1", "C2", "C3", "C4" }.Select(c => $"cin_episodes | {c} | start=2024-01-02; nfa=no"),
        .. new[] { "C1", "C2", "C3", "C4" }.Select(c => $"people | {c} | born=2014-01-02; disabled=yes"),
        "allocations | C1 | start=2024-01-02; worker=W1; role=CW; team=T1", "allocations | C2 | start=2024-01-02; worker=-; role=CW; team=T1",
        "allocations | C3 | start=2024-01-02; worker=?; role=CW; team=T1", "allocations | C4 | start=2024-01-02; worker=W9; role=CW; team=T1",
        "worker_posts | W1 | start=2020-01-01; fte=1; team=T1; role=SW; registered=yes; qualified=yes",
    ];

    [Theory]
    [InlineData("unallocated", "", 1, 0, 0, 2)]
    [InlineData("unallocated", "nobody-at-all", 1, 0, 0, 1)]
    [InlineData("unallocated-28-days", "", 1, 0, 0, 2)]
    [InlineData("unallocated-28-days", "nobody-at-all", 1, 0, 0, 1)]
    [InlineData("allocated-to-qualified", "", 1, 1, 2, 0)]
    [InlineData("allocated-to-qualified", "anyone", 2, 1, 1, 0)]
    [InlineData("disabled-allocated", "", 2, 1, 1, 0)]
    [InlineData("caseload-caseholders", "", 1, 0, 0, 2)]
    [InlineData("caseload-caseholders", "any-holder", 2, 0, 0, 1)]
    public void A_case_whose_worker_nobody_knows_is_counted_as_unknown(string id, string variant, long met, long notMet, long unknown, long unclear)
    {
        var records = RecordsFixture.Records(Cases);
        records.Statements.AddRange(RecordsFixture.Kinds.All.Select(k => new Statement(k.Name, "test", Completeness.Full, new(2000, 1, 1), At, [], "")));
        var journeys = Bellwether.Journeys.Journeys.Build(records, RecordsFixture.Codes, Authority.Unnamed, At);
        var found = ShippedCatalogue.Catalogue.Find(id)! with { Variant = variant };
        var figure = new Figures(journeys, ShippedCatalogue.Catalogue).At(found, Window.Snapshot, At);
        Assert.Equal((met, notMet, unknown, unclear), (figure.Tally.Met, figure.Tally.NotMet, figure.Tally.Unknown, figure.Tally.Unclear));
        Assert.Equal(figure.Tally, new PlainEvaluator(journeys, (_, _) => null).Total(found.Bound!, Window.Snapshot, At));
        Assert.Contains(unknown > 0 ? "say whether it was met" : "say whether it is a case; not counted", FigureWords.Untold(figure), StringComparison.Ordinal);
    }
}

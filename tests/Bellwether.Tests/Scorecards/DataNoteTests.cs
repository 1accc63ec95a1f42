using Bellwether.Calendar;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards;

/// <summary>The notes under each page, as the paper of September 2017 prints them: made, not typed.</summary>
public sealed class DataNoteTests(KentHome kent) : IClassFixture<KentHome>
{
    private const string Rolling = "Data: Figures shown are based on a rolling 12 month period. The result for Apr 2017 for example shows performance for May 2016 to Apr 2017.";
    private const string Snapshot = "Data: Figures shown are based on a snapshot as at the end of the reporting month.";

    [Theory]
    [InlineData("adoption-plan-4m", "Target: 80% (RAG Bandings: Below 70% = Red, 70% to 80% = Amber, 80% and above = Green)", "Higher", Rolling)]
    [InlineData("caseload-cswt", "Target: 18 (RAG Bandings: Above 22 = Red, 18 to 22 = Amber, 18 and below = Green)", "Lower", Snapshot)]
    [InlineData("health-assessments-in-time", "Target: 90% (RAG Bandings: Below 85% = Red, 85% to 90% = Amber, 90% and above = Green)", "Higher", Rolling)]
    [InlineData("unallocated", "Target: 0 (RAG Bandings: Above 10 = Red, 1 to 10 = Amber, 0 = Green)", "Lower", Snapshot)]
    [InlineData("return-interview-in-time", "Target: 85% (RAG Bandings: Below 75% = Red, 75% to 85% = Amber, 85% and above = Green)", "Higher", Rolling)]
    [InlineData("placement-meeting-5wd", "Target: 90% (RAG Bandings: Below 75% = Red, 75% to 90% = Amber, 90% and above = Green)", "Higher", Rolling)]
    public void Six_pages_carry_the_notes_that_the_paper_prints(string id, string target, string better, string data)
    {
        var notes = Notes(id);
        Assert.Contains(target, notes);
        Assert.Contains($"Tolerance: {better} values are better", notes);
        Assert.Contains(data, notes);
    }

    /// <summary>The paper's own note on this page says rolling 12 months; its arithmetic is a count on a day (docs/decisions/0001).</summary>
    [Fact]
    public void The_seventh_is_a_snapshot_whatever_its_page_says()
    {
        Assert.Contains(Snapshot, Notes("cin-with-plan"));
        Assert.DoesNotContain(Rolling, Notes("cin-with-plan"));
    }

    private IReadOnlyList<string> Notes(string id) =>
        DataNotes.For(kent.Known.Performance.Row(kent.Known.Performance.Catalogue.Find(id)!, Month.Parse("2017-06"), months: 4));
}

using Bellwether.Calendar;
using Bellwether.Example;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Storage;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>From a workbook as a council sends it to a scorecard that admits what those sheets cannot answer.</summary>
public sealed class AnnexAWorkbookTests(SmallCouncil council) : IClassFixture<SmallCouncil>
{
    [Theory]
    [InlineData("annex-a-2022.xlsx")]
    [InlineData("2015-01-sample.xlsx")]
    [InlineData("2016-02-sample.xlsx")]
    public void Every_sample_by_others_loads_and_its_receipt_accounts_for_every_row(string name)
    {
        using var home = new TemporaryHome();
        var extract = home.Load(null, Path.Combine(House.Checkout.Root, "samples", "extracts", "annex-a", name));
        Assert.False(extract.IsRejected);
        Assert.All(extract.Receipt, AddsUp);
        AdmitsWhatItCannotAnswer(home.Home.AsKnown());
    }

    [Fact]
    public void A_clean_workbook_gives_the_figures_that_the_case_system_gives_for_its_day()
    {
        using var home = new TemporaryHome();
        var workbook = home.File("annex-a.xlsx");
        AnnexAWorkbook.Write(council.World, SmallCouncil.Day, workbook);
        var extract = home.Load(SmallCouncil.Day, workbook);
        Assert.All(extract.Receipt, AddsUp);
        Assert.DoesNotContain(extract.Findings, f => f.Outcome != Outcome.Noted);
        var known = home.Home.AsKnown();
        AdmitsWhatItCannotAnswer(known);
        foreach (var code in new[] { "CP01", "LC01" })
        {
            var fromWorkbook = At(known, code);
            var fromSystem = At(council.Known, code);
            Assert.True((fromSystem.Denominator ?? fromSystem.Numerator) > 3, $"{code} needs cases in the small council");
            Assert.Equal((code, fromSystem.Numerator, fromSystem.Denominator), (code, fromWorkbook.Numerator, fromWorkbook.Denominator));
        }
        // Visits: the same plans; the list gives the latest visit and not whether the child was seen, so the figure says how it was made.
        var visits = At(known, "CP10");
        Assert.Equal(At(council.Known, "CP10").Denominator, visits.Denominator);
        Assert.Contains("latest", visits.Note, StringComparison.OrdinalIgnoreCase);
        // List 6 leaves care leavers out; the case system still holds their cases open.
        var adults = council.Known.Performance.By(council.Known.Performance.Catalogue.Find("CN02")!, "age-band", SmallCouncil.Day).Single(m => m.Code == "18+");
        Assert.Equal(At(council.Known, "CN02").Numerator - adults.Rated.Figure.Numerator, At(known, "CN02").Numerator);
    }

    [Fact]
    public void A_workbook_with_every_mess_in_it_still_accounts_for_every_row()
    {
        using var home = new TemporaryHome();
        var workbook = home.File("messy.xlsx");
        AnnexAMess.Write(council.World, SmallCouncil.Day, workbook, home.File("manifest.csv"));
        var extract = home.Load(SmallCouncil.Day, workbook);
        Assert.False(extract.IsRejected);
        Assert.All(extract.Receipt, AddsUp);
        Assert.Contains(extract.Findings, f => f.Outcome == Outcome.SetAside);
        Assert.All(extract.Findings.Where(f => f.Outcome == Outcome.SetAside), f => Assert.True(f.Row > 0, f.ToString()));
        AdmitsWhatItCannotAnswer(home.Home.AsKnown());
    }

    private static Figure At(Knowledge known, string code) =>
        known.Performance.At(known.Performance.Catalogue.Find(code)!, SmallCouncil.Day).Figure;

    private static void AddsUp(ReceiptLine line) =>
        Assert.True(line.Rows == line.Loaded + line.Repeated + line.Blank + line.SetAside, line.ToString());

    private static void AdmitsWhatItCannotAnswer(Knowledge known)
    {
        var performance = known.Performance;
        var period = known.Journeys.DataDate > DateOnly.MinValue ? performance.LatestMonth : new Month(2016, 2);
        var filled = performance.Fill(performance.Catalogue.FindScorecard("children")!, period);
        Assert.Equal(27, filled.Rows.Count);
        Assert.All(filled.Rows, r => Assert.True(r.Now.Figure.Value is not null || r.Now.Judgement.Reason.Length > 0, r.Definition.Id));
        // No workbook holds return interviews, placement meetings or staff.
        foreach (var row in filled.Rows.Where(r => r.Definition.Code is "MI02" or "CN05" or "WF01"))
            Assert.StartsWith("Not computable, because", row.Now.Judgement.Reason, StringComparison.Ordinal);
    }
}

using Bellwether.Calendar;
using Bellwether.Example;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Storage;
using Bellwether.Writers.Xlsx;
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

    [Theory]
    [InlineData("headings in row 1")]
    [InlineData("sheets named by what is in them")]
    [InlineData("sheets in another order, a cover first")]
    [InlineData("eleven workbooks")]
    [InlineData("columns in another order, with strangers between")]
    public void However_the_lists_are_laid_out_they_give_the_same_records(string how)
    {
        var sheets = AnnexAWorkbook.Sheets(council.World, SmallCouncil.Day, how == "headings in row 1" ? AnnexALayout.Export : AnnexALayout.Template);
        using var clean = new TemporaryHome();
        using var home = new TemporaryHome();
        AnnexAWorkbook.Write(council.World, SmallCouncil.Day, clean.File("clean.xlsx"));
        var expected = clean.Load(SmallCouncil.Day, clean.File("clean.xlsx"));
        var actual = home.Load(SmallCouncil.Day, Written(home, how, sheets));
        Assert.False(actual.IsRejected, string.Join("\n", actual.Findings.Take(3)));
        Assert.Equal(
            expected.Records.Tables.OrderBy(t => t.Kind.Name, StringComparer.Ordinal).Select(t => (t.Kind.Name, t.Count)),
            actual.Records.Tables.OrderBy(t => t.Kind.Name, StringComparer.Ordinal).Select(t => (t.Kind.Name, t.Count)));
        Assert.All(actual.Receipt, AddsUp);
    }

    [Fact]
    public void A_list_without_its_key_column_is_rejected_and_names_it()
    {
        using var home = new TemporaryHome();
        var sheets = AnnexAWorkbook.Sheets(council.World, SmallCouncil.Day, AnnexALayout.Export)
            .Select((s, i) => i == 6 ? s with { Rows = [.. s.Rows.Select(r => (IReadOnlyList<Cell>)[.. r.Skip(1)])] } : s).ToList();
        XlsxWriter.Write(home.File("keyless.xlsx"), sheets);
        var extract = home.Load(SmallCouncil.Day, home.File("keyless.xlsx"));
        Assert.True(extract.IsRejected);
        Assert.Contains(extract.Findings, f => f.Outcome == Outcome.Rejected && f.ToString().Contains("Child Unique ID", StringComparison.Ordinal));
        Assert.Empty(home.Home.Store.Loads());
    }

    private static string[] Written(TemporaryHome home, string how, IReadOnlyList<Sheet> sheets)
    {
        string[] names = ["Contacts", "Early Help", "Referrals", "Assessments", "Sec47 and ICPC", "Children in Need", "Child Protection", "Children in Care", "Care Leavers", "Adoption", "Adopters"];
        switch (how)
        {
            case "sheets named by what is in them":
                sheets = [.. sheets.Select((s, i) => s with { Name = names[i] })];
                break;
            case "sheets in another order, a cover first":
                sheets = [new Sheet("Cover", [[Cell.Text("Annex A"), Cell.Text("prepared for the inspection")]]), .. sheets.Reverse()];
                break;
            case "columns in another order, with strangers between":
                sheets = [.. sheets.Select(s => s with { Rows = [.. s.Rows.Select((r, n) => n == 0 ? r : (IReadOnlyList<Cell>)[.. r.Reverse(), n == 1 ? Cell.Heading("Notes") : Cell.Text("x")])] })];
                break;
            case "eleven workbooks":
                var folder = home.File("lists");
                Directory.CreateDirectory(folder);
                for (var i = 0; i < sheets.Count; i++) XlsxWriter.Write(Path.Combine(folder, $"part {i + 1}.xlsx"), [sheets[i]]);
                return [folder];
        }
        XlsxWriter.Write(home.File("laid out.xlsx"), sheets);
        return [home.File("laid out.xlsx")];
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

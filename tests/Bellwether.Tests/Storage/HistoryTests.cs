using Bellwether.Extracts;
using Bellwether.Storage;
using Bellwether.Tests.Extracts;
using Bellwether.Tests.Journeys;
using Xunit;
using static Bellwether.Tests.Storage.ScratchStore;

namespace Bellwether.Tests.Storage;

/// <summary>Extracts of many months and years build one history, whatever each of them can hold.</summary>
public abstract class HistoryTests(StoreEngine engine) : StoreTests(engine)
{
    private const string Header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB";
    private const string Episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";

    /// <summary>
    /// Three returns. Child 1 leaves and the return says so. Child 2 vanishes after the first year, child 3 after a change of episode that
    /// the first return left open, child 4 comes back in the second, child 5 ends on 31 March itself.
    /// </summary>
    private static readonly string[][] Returns =
    [
        [
            "1,02/05/2019,S,C2,N1,U6,PR1,,,,,,", "2,02/05/2019,S,C2,N1,U6,PR1,,,,,,", "3,02/05/2019,S,C2,N1,U6,PR1,,,,,,", "3,01/09/2019,P,C2,N1,K2,PR4,,,,,,",
            "4,03/06/2019,S,C2,N1,U6,PR1,,,,,,", "5,03/06/2019,S,C2,N1,U6,PR1,31/03/2020,E4A,,,,", "6,03/06/2019,S,C2,N1,U6,PR1,10/09/2019,E4A,,,,",
        ],
        ["1,02/05/2019,S,C2,N1,U6,PR1,10/06/2020,E4A,,,,", "4,05/11/2020,S,C2,N1,U6,PR1,,,,,,", "7,03/06/2020,S,C2,N1,U6,PR1,10/09/2020,E4A,,,,"],
        ["4,05/11/2020,S,C2,N1,U6,PR1,20/05/2021,E4A,,,,", "8,03/06/2021,S,C2,N1,U6,PR1,,,,,,"],
    ];

    [Theory]
    [InlineData(new[] { 0, 1, 2 })]
    [InlineData(new[] { 2, 1, 0 })]
    [InlineData(new[] { 1, 0, 2 })]
    public void Yearly_returns_loaded_one_by_one_come_to_the_same_as_loaded_together(int[] order)
    {
        using var all = new ExtractFolder();
        for (var year = 0; year < Returns.Length; year++) Write(all, year);
        var together = Kept(all.Read().Records);
        Assert.Contains(together, r => r.StartsWith("care_periods 2@2019-05-02 of 2 start=2019-05-02 end=2020-04-01", StringComparison.Ordinal));
        foreach (var year in order)
        {
            using var one = new ExtractFolder();
            Write(one, year);
            Scratch.Store.Load(one.Read(), "bytes");
        }
        Assert.Equal(together, Kept(Scratch.Store.Records(ExtractFolder.Kinds)));
    }

    [Fact]
    public void A_return_loaded_again_with_a_correction_takes_nothing_from_the_year_before()
    {
        foreach (var year in new[] { 0, 1 })
        {
            using var one = new ExtractFolder();
            Write(one, year);
            Scratch.Store.Load(one.Read(), "bytes");
        }
        using var corrected = new ExtractFolder();
        corrected.With("h 2021.csv", Header, "4,1,05/04/2012,WBRI,,0,").With("e 2021.csv", [Episodes, .. Returns[1].Select(l => l.Replace("U6", "U4", StringComparison.Ordinal))]);
        Scratch.Store.Load(corrected.Read(), "bytes");
        Assert.Contains("2 2019-05-02..2020-04-01", Scratch.Known("care_periods").Replace("2@2019-05-02", "2", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_how_things_stand_counts_on_each_of_its_days_and_on_no_other()
    {
        foreach (var day in new[] { "2024-01-31", "2024-02-29", "2024-03-31" })
            Scratch.Load(day, [Latest("care_leavers", day)], [$"care_leavers | C1 | key=C1@{day}; start={day}; end=-",
                .. day == "2024-01-31" ? [$"care_leavers | C2 | key=C2@{day}; start={day}; end=-"] : Array.Empty<string>()]);
        Assert.Equal("C1@2024-01-31 2024-01-31..2024-02-01, C1@2024-02-29 2024-02-29..2024-03-01, C1@2024-03-31 2024-03-31..-, C2@2024-01-31 2024-01-31..2024-02-01",
            Scratch.Known("care_leavers"));
    }

    [Fact]
    public void A_local_file_speaks_for_its_own_rows_and_nobody_else_for_them()
    {
        Scratch.Load("2024-06-30", [Full("cp_plans", "2024-01-01", "2024-06-30")], "cp_plans | C1 | key=P1; start=2024-02-02; end=-");
        Local("2024-06-30", "cp_plans | C2 | key=L1; start=2024-03-03; end=-", "cp_plans | C3 | key=L2; start=2024-03-04; end=-");
        Assert.Equal("L1 2024-03-03..-, L2 2024-03-04..-, P1 2024-02-02..-", Scratch.Known("cp_plans"));
        Scratch.Load("2024-07-31", [Full("cp_plans", "2024-01-01", "2024-07-31")], "cp_plans | C1 | key=P1; start=2024-02-02; end=2024-07-07");
        Assert.Equal("L1 2024-03-03..-, L2 2024-03-04..-, P1 2024-02-02..2024-07-07", Scratch.Known("cp_plans"));
        Local("2024-07-31", "cp_plans | C2 | key=L1; start=2024-03-03; end=-");
        Assert.Equal("L1 2024-03-03..-, P1 2024-02-02..2024-07-07", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void A_list_that_only_fills_fills_what_an_earlier_load_brought()
    {
        Scratch.Load("2024-06-30", [Full("cin_plans", "2024-01-01", "2024-06-30")],
            "cin_plans | C1 | key=P1; start=2024-02-02; end=-; authorised=?", "cin_plans | C2 | key=P2; start=2024-03-03; end=-; authorised=?");
        using var folder = new ExtractFolder();
        folder.With("cin_plan_status.csv", "child_id,cin_plan_start_date,status,status_date", "C1,02/02/2024,Draft,02/02/2024", "C1,02/02/2024,Authorised,20/02/2024", "C9,02/02/2024,Authorised,20/02/2024");
        var reader = new ExtractReader(ExtractFolder.Kinds, ExtractFolder.Codes,
            ReadingSettings.For(Bellwether.Codes.Shelf.Path()) with { Stored = new StoredKeys(Scratch.Store).Find });
        var extract = reader.Read([folder.Path]);
        Assert.Equal(4, Assert.Single(extract.Findings, f => f.Code == "nothing-to-fill").Row);
        Assert.Equal((0, 1, 0, 1), Scratch.Store.Load(extract, "bytes").Changes.Where(c => c.Kind == "cin_plans").Select(c => (c.Added, c.Changed, c.Withdrawn, c.Same)).Single());
        var plans = Scratch.Store.Records(ExtractFolder.Kinds).Table("cin_plans");
        Assert.Equal(["2024-02-20", "?"], Enumerable.Range(0, 2).Select(r => RecordsFixture.Written(plans[r, plans.Kind.IndexOf("authorised")])).Order(StringComparer.Ordinal));
    }

    private void Local(string day, params string[] lines)
    {
        var records = RecordsFixture.Records(lines);
        records.Places[0] = records.Places[0] with { Speaker = "local file" };
        Scratch.Store.Load(Extract(day, [Full("cp_plans", "2024-01-01", day) with { Speaker = "local file" }], records), "bytes");
    }

    private static void Write(ExtractFolder folder, int year) => folder
        .With($"h {2020 + year}.csv", [Header, .. Returns[year].Select(l => l.Split(',')[0]).Distinct().Select(c => $"{c},1,05/04/2012,WBRI,,0,")])
        .With($"e {2020 + year}.csv", [Episodes, .. Returns[year]]);

    /// <summary>Every record, cell for cell, and what is covered.</summary>
    private static List<string> Kept(RecordSet set) =>
        [.. set.Tables.Where(t => t.Count > 0).SelectMany(t => Enumerable.Range(0, t.Count).Select(r => $"{t.Kind.Name} {set.Row(t.Kind.Name, r)}")).Order(StringComparer.Ordinal)];
}

public sealed class HistoryTestsOnSqlite() : HistoryTests(StoreEngine.Sqlite);

public sealed class HistoryTestsOnPostgres() : HistoryTests(StoreEngine.PostgreSql);

using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Storage;
using Bellwether.Tests.Journeys;
using Xunit;
using static Bellwether.Tests.Storage.ScratchStore;

namespace Bellwether.Tests.Storage;

/// <summary>What goes into the store comes out again cell for cell; and what shelf and home change meanwhile harms none of it.</summary>
public abstract class RoundTripTests(StoreEngine engine) : StoreTests(engine)
{
    private readonly DirectoryInfo _shelf = Directory.CreateTempSubdirectory("bellwether-shelf-");

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("'quoted' and \"quoted\"")]
    [InlineData("a tab\tand another\t")]
    [InlineData("two\nlines\r\n")]
    [InlineData("\\t is no tab, C:\\temp\\new")]
    [InlineData("Ŵŷ — 日本 🙂")]
    public void Any_text_comes_back_as_it_went_in(string text)
    {
        var records = RecordsFixture.Records("contacts | C1 | key=K1; date=2024-01-02");
        var contacts = records.Table("contacts");
        contacts.Set(0, contacts.Kind.IndexOf("outcome"), records.Texts.Add(text));
        Scratch.Store.Load(Extract("2024-12-31", [], records), "bytes");
        var set = Scratch.Store.Records(RecordsFixture.Kinds);
        var table = set.Table("contacts");
        Assert.Equal(text, set.Texts[table[0, table.Kind.IndexOf("outcome")]]);
        Assert.Equal("K1 2024-01-02", Scratch.Known("contacts"));
    }

    [Fact]
    public void Dates_numbers_codes_sets_and_both_absences_come_back_as_they_went_in()
    {
        string[] lines =
        [
            "care_periods | C1 | key=A; start=2024-01-02; end=-; short_break=yes; need=N1; worker=W1; team=T1",
            "care_periods | C2 | key=B; start=?; end=?; short_break=?; need=?; worker=-; team=?",
            "worker_posts | W1 | key=C; start=2024-01-02; end=-; fte=0.875",
            "assessments | C1 | key=D; start=2024-01-02; end=2024-02-02; factors=1A; seen=no",
        ];
        var went = RecordsFixture.Records([.. lines]);
        Scratch.Store.Load(Extract("2024-12-31", [], RecordsFixture.Records([.. lines])), "bytes");
        var came = Scratch.Store.Records(RecordsFixture.Kinds);
        Assert.Equal(went.Tables.Select(t => t.Kind.Name).Order(), came.Tables.Select(t => t.Kind.Name).Order());
        foreach (var table in went.Tables)
            Assert.Equal(Cells(went, table), Cells(came, came.Table(table.Kind.Name)));
    }

    [Fact]
    public void Origin_comes_back_with_the_number_of_the_load()
    {
        Scratch.Load("2024-06-30", [], "referrals | C1 | key=R1; date=2024-01-02");
        Scratch.Load("2024-12-31", [], "contacts | C1 | key=K1; date=2024-01-02", "referrals | C2 | key=R2; date=2024-10-02");
        var set = Scratch.Store.Records(RecordsFixture.Kinds);
        var referrals = set.Table("referrals");
        Assert.Equal([new Place(1, "fixture.csv", ""), new Place(2, "fixture.csv", "")], referrals.Places.Select(p => set.Places[p]));
        Assert.Equal([1, 2], referrals.Rows);
    }

    [Fact]
    public void Statements_come_back_whole_oldest_load_first()
    {
        Statement[] says = [Full("referrals", "2024-01-01", "2024-06-30") with { Missing = ["team", "nfa"], Why = "Because, it says" }, Latest("cp_plans", "2024-06-30")];
        Scratch.Load("2024-06-30", says, "referrals | C1 | key=R1; date=2024-01-02");
        var back = Scratch.Store.Records(RecordsFixture.Kinds).Statements;
        Assert.Equal(says.Select(s => s with { Load = 1, Missing = [] }), back.Select(s => s with { Missing = [] }));
        Assert.Equal(["team", "nfa"], back[0].Missing);
    }

    [Fact]
    public void A_code_taken_off_its_list_reads_as_unknown_and_its_neighbours_stay()
    {
        Load(Kinds("plans: { shape: event, of: child, fields: { colour: code(colours), size: text } }"), Codes("RED", "BLUE"),
            ("A", "BLUE"), ("B", "RED"));
        var cells = Read(Kinds("plans: { shape: event, of: child, fields: { colour: code(colours), size: text } }"), Codes("WHITE", "RED"));
        Assert.Equal(["A ? big", "B RED big"], cells);
    }

    [Fact]
    public void A_list_taken_off_the_shelf_reads_as_unknown()
    {
        Load(Kinds("plans: { shape: event, of: child, fields: { colour: code(colours), size: text } }"), Codes("RED"), ("A", "RED"));
        File.Delete(Path.Combine(_shelf.FullName, "colours.csv"));
        Assert.Equal(["A ? big"], Read(Kinds("plans: { shape: event, of: child, fields: { colour: code(colours), size: text } }"), CodeLists.Load(_shelf.FullName)));
    }

    [Fact]
    public void A_field_that_a_kind_gains_later_is_unknown_in_what_wasScratchd_before()
    {
        Load(Kinds("plans: { shape: event, of: child, fields: { colour: code(colours), size: text } }"), Codes("RED"), ("A", "RED"));
        Assert.Equal(["A RED big ?"], Read(Kinds("plans: { shape: event, of: child, fields: { colour: code(colours), size: text, weight: number } }"), Codes("RED")));
    }

    [Fact]
    public void A_field_gained_in_the_midst_and_one_lost_move_no_cell_to_another_field()
    {
        Load(Kinds("plans: { shape: event, of: child, fields: { colour: code(colours), size: text } }"), Codes("RED"), ("A", "RED"));
        Assert.Equal(["A ? big"], Read(Kinds("plans: { shape: event, of: child, fields: { weight: number, size: text } }"), Codes("RED")));
        Assert.Equal(["A big ? RED"], Read(Kinds("plans: { shape: event, of: child, fields: { size: text, weight: number, colour: code(colours) } }"), Codes("RED")));
    }

    private RecordKinds Kinds(string yaml)
    {
        File.WriteAllText(Path.Combine(_shelf.FullName, "records.yaml"), yaml);
        return RecordKinds.Load(_shelf.FullName);
    }

    private CodeLists Codes(params string[] codes)
    {
        File.WriteAllLines(Path.Combine(_shelf.FullName, "colours.csv"), codes.Select(c => $"{c},{c} label,,,,").Prepend("code,label,from,to,group,aliases").Prepend("# Source: invented for this test"));
        return CodeLists.Load(_shelf.FullName);
    }

    private void Load(RecordKinds kinds, CodeLists codes, params (string Key, string Colour)[] rows)
    {
        var set = new RecordSet(kinds);
        set.Places.Add(new Place(0, "a.csv", ""));
        var table = set.Table("plans");
        foreach (var (key, colour) in rows)
        {
            var row = table.Add(set.Texts.Add(key), set.Texts.Add("C1"), 0, 1);
            table.Set(row, 0, RecordsFixture.Day("2024-01-02"));
            table.Set(row, 1, codes["colours"].Index(colour));
            table.Set(row, 2, set.Texts.Add("big"));
        }
        using var store = Store.Open(Scratch.Place, codes, "997", TimeProvider.System);
        store.Load(Extract("2024-12-31", [], set), "bytes");
    }

    private string[] Read(RecordKinds kinds, CodeLists codes)
    {
        using var store = Store.Open(Scratch.Place, codes, "997", TimeProvider.System);
        var set = store.Records(kinds);
        var table = set.Table("plans");
        return [.. Enumerable.Range(0, table.Count).Select(r => set.Texts[table.Keys[r]] + string.Concat(Enumerable.Range(1, table.Kind.Fields.Count - 1)
            .Select(f => " " + (table[r, f] < 0 ? "?" : table.Kind.Fields[f].Type == FieldType.Code ? codes["colours"].Entries[table[r, f]].Code : set.Texts[table[r, f]]))))];
    }

    private static List<string> Cells(RecordSet set, RecordTable table) =>
        [.. Enumerable.Range(0, table.Count).Select(r => string.Join('|', Enumerable.Range(0, table.Kind.Fields.Count).Select(f =>
            table[r, f] is var cell && cell is Days.Unknown or Days.None ? RecordsFixture.Written(cell)
            : table.Kind.Fields[f].Type is FieldType.Text or FieldType.Link or FieldType.Worker or FieldType.Team or FieldType.CodeSet ? set.Texts[cell]
            : $"{cell}")))];

    public override void Dispose()
    {
        base.Dispose();
        _shelf.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}

public sealed class RoundTripTestsOnSqlite() : RoundTripTests(StoreEngine.Sqlite);

public sealed class RoundTripTestsOnPostgres() : RoundTripTests(StoreEngine.PostgreSql);

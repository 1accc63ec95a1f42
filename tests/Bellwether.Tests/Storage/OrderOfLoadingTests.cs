using Bellwether.Extracts;
using Bellwether.Storage;
using Xunit;
using static Bellwether.Tests.Storage.ScratchStore;

namespace Bellwether.Tests.Storage;

/// <summary>An older extract loaded after a newer one adds what it alone can tell, and undoes nothing.</summary>
public abstract class OrderOfLoadingTests(StoreEngine engine) : StoreTests(engine)
{
    private static Statement[] ToJune => [Full("cp_plans", "2024-01-01", "2024-06-30")];

    private static Statement[] ToDecember => [Full("cp_plans", "2024-04-01", "2024-12-31")];

    [Fact]
    public void It_changes_no_field_of_a_record_the_newer_one_told()
    {
        Scratch.Load("2024-12-31", ToDecember, "cp_plans | C1 | key=P1; start=2024-01-02; end=2024-09-09");
        Scratch.Load("2024-06-30", ToJune, "cp_plans | C1 | key=P1; start=2024-01-02; end=-");
        Assert.Equal("P1 2024-01-02..2024-09-09", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void It_changes_no_field_of_a_record_the_newer_one_told_again_unchanged()
    {
        Scratch.Load("2024-03-31", [Full("cp_plans", "2024-01-01", "2024-03-31")], "cp_plans | C1 | key=P1; start=2024-01-02; end=-");
        Scratch.Load("2024-12-31", ToDecember, "cp_plans | C1 | key=P1; start=2024-01-02; end=-");
        Scratch.Load("2024-06-30", ToJune, "cp_plans | C1 | key=P1; start=2024-01-02; end=2024-06-06");
        Assert.Equal("P1 2024-01-02..-", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void It_withdraws_nothing_the_newer_one_told()
    {
        Scratch.Load("2024-12-31", ToDecember, "cp_plans | C1 | key=P1; start=2024-05-02; end=-");
        Scratch.Load("2024-06-30", ToJune);
        Assert.Equal("P1 2024-05-02..-", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void It_does_not_bring_back_what_the_newer_one_should_hold_and_did_not()
    {
        Scratch.Load("2024-12-31", ToDecember, "cp_plans | C2 | key=P2; start=2024-05-02; end=-");
        Scratch.Load("2024-06-30", ToJune,
            "cp_plans | C1 | key=P1; start=2024-02-02; end=2024-05-05", "cp_plans | C2 | key=P2; start=2024-05-02; end=-");
        Assert.Equal("P2 2024-05-02..-", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void It_adds_what_is_older_than_the_span_of_the_newer_one()
    {
        Scratch.Load("2024-12-31", ToDecember, "cp_plans | C2 | key=P2; start=2024-05-02; end=-");
        Scratch.Load("2024-06-30", ToJune, "cp_plans | C1 | key=P1; start=2024-01-02; end=2024-03-03");
        Assert.Equal("P1 2024-01-02..2024-03-03, P2 2024-05-02..-", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void A_spell_it_tells_as_open_and_the_newer_one_lacks_counts_until_it_was_told()
    {
        Scratch.Load("2024-12-31", [Full("cp_plans", "2024-10-01", "2024-12-31")]);
        Scratch.Load("2024-06-30", ToJune, "cp_plans | C1 | key=P1; start=2024-02-02; end=-");
        Assert.Equal("P1 2024-02-02..2024-07-01", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void An_extract_from_within_the_gap_tells_the_end_that_was_unknown()
    {
        Scratch.Load("2024-03-31", [Full("cp_plans", "2024-01-01", "2024-03-31")], "cp_plans | C1 | key=P1; start=2024-01-02; end=-");
        Scratch.Load("2024-12-31", [Full("cp_plans", "2024-10-01", "2024-12-31")]);
        Assert.Equal("P1 2024-01-02..2024-04-01", Scratch.Known("cp_plans"));
        Scratch.Load("2024-06-30", ToJune, "cp_plans | C1 | key=P1; start=2024-01-02; end=2024-05-05");
        Assert.Equal("P1 2024-01-02..2024-05-05", Scratch.Known("cp_plans"));
    }

    [Theory]
    [InlineData(new[] { 0, 1, 2 })]
    [InlineData(new[] { 2, 1, 0 })]
    [InlineData(new[] { 1, 2, 0 })]
    [InlineData(new[] { 2, 0, 1 })]
    public void Three_overlapping_extracts_come_to_the_same_in_any_order(int[] order)
    {
        (string Day, Statement[] Says, string[] Lines)[] extracts =
        [
            ("2024-04-30", [Full("cp_plans", "2024-01-01", "2024-04-30")],
                ["cp_plans | C1 | key=P1; start=2024-01-05; end=2024-01-20", "cp_plans | C2 | key=P2; start=2024-03-03; end=-", "cp_plans | C3 | key=P3; start=2024-03-04; end=-"]),
            ("2024-06-30", ToJune, ["cp_plans | C1 | key=P1; start=2024-01-05; end=2024-01-20", "cp_plans | C2 | key=P2; start=2024-03-03; end=-"]),
            ("2024-12-31", ToDecember, ["cp_plans | C2 | key=P2; start=2024-03-03; end=2024-08-08"]),
        ];
        foreach (var i in order) Scratch.Load(extracts[i].Day, extracts[i].Says, extracts[i].Lines);
        Assert.Equal("P1 2024-01-05..2024-01-20, P2 2024-03-03..2024-08-08", Scratch.Known("cp_plans"));
    }
}

public sealed class OrderOfLoadingTestsOnSqlite() : OrderOfLoadingTests(StoreEngine.Sqlite);

public sealed class OrderOfLoadingTestsOnPostgres() : OrderOfLoadingTests(StoreEngine.PostgreSql);

using Bellwether.Extracts;
using Bellwether.Storage;
using Xunit;
using static Bellwether.Tests.Storage.ScratchStore;

namespace Bellwether.Tests.Storage;

/// <summary>An extract is a complete statement between two dates: what becomes of records it tells otherwise, or not.</summary>
public abstract class StatementTests(StoreEngine engine) : StoreTests(engine)
{
    private static Statement[] Half1 => [Full("cp_plans", "2024-01-01", "2024-06-30")];

    private static Statement[] Half2 => [Full("cp_plans", "2024-07-01", "2024-12-31")];

    [Fact]
    public void A_changed_field_is_a_new_version_and_the_earlier_one_can_be_asked_for()
    {
        Scratch.Load("2024-06-30", Half1, "cp_plans | C1 | key=P1; start=2024-01-02; end=-");
        var change = Assert.Single(Scratch.Load("2024-07-31", [Full("cp_plans", "2024-01-01", "2024-07-31")],
            "cp_plans | C1 | key=P1; start=2024-01-02; end=2024-07-04").Changes);
        Assert.Equal(("cp_plans", 0, 1), (change.Kind, change.Added, change.Changed));
        Assert.Equal("P1 2024-01-02..2024-07-04", Scratch.Known("cp_plans"));
        Assert.Equal("P1 2024-01-02..-", Scratch.Known("cp_plans", afterLoad: 1));
        Assert.Equal("", Scratch.Known("cp_plans", afterLoad: 0));
    }

    [Fact]
    public void A_record_that_a_later_statement_should_hold_and_does_not_is_withdrawn_from_then()
    {
        Scratch.Load("2024-06-30", Half1, "cp_plans | C1 | key=P1; start=2024-01-02; end=2024-05-01", "cp_plans | C2 | key=P2; start=2024-02-02; end=-");
        var change = Assert.Single(Scratch.Load("2024-07-31", [Full("cp_plans", "2024-02-01", "2024-07-31")], "cp_plans | C2 | key=P2; start=2024-02-02; end=-").Changes);
        Assert.Equal(1, change.Withdrawn);
        Assert.Equal("P2 2024-02-02..-", Scratch.Known("cp_plans"));
        Assert.Equal("P1 2024-01-02..2024-05-01, P2 2024-02-02..-", Scratch.Known("cp_plans", afterLoad: 1));
    }

    [Fact]
    public void A_record_older_than_the_span_of_a_later_statement_stays()
    {
        Scratch.Load("2024-06-30", Half1, "cp_plans | C1 | key=P1; start=2024-01-02; end=2024-06-30");
        Scratch.Load("2024-12-31", Half2, "cp_plans | C2 | key=P2; start=2024-08-02; end=-");
        Assert.Equal("P1 2024-01-02..2024-06-30, P2 2024-08-02..-", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void A_record_that_ends_a_week_into_the_span_should_be_held_and_one_at_its_edge_may_not_be()
    {
        Scratch.Load("2024-06-30", Half1, "cp_plans | C1 | key=P1; start=2024-01-02; end=2024-06-08", "cp_plans | C2 | key=P2; start=2024-01-02; end=2024-06-07");
        Scratch.Load("2024-12-01", [Full("cp_plans", "2024-06-01", "2024-12-01")]);
        Assert.Equal("P2 2024-01-02..2024-06-07", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void A_record_that_ends_on_the_first_day_of_a_return_should_be_held()
    {
        Scratch.Load("2024-06-30", Half1, "cp_plans | C1 | key=P1; start=2024-01-02; end=2024-04-01");
        Scratch.Load("2025-03-31", [Full("cp_plans", "2024-04-01", "2025-03-31")]);
        Assert.Equal("", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void A_spell_open_at_the_last_word_counts_until_then_and_on_no_day_after_where_its_end_is_unknown()
    {
        Scratch.Load("2024-03-31", [Full("cp_plans", "2024-01-01", "2024-03-31")], "cp_plans | C1 | key=P1; start=2024-01-02; end=-; prior_plans=2");
        Scratch.Load("2024-12-31", Half2, "cp_plans | C2 | key=P2; start=2024-08-02; end=-");
        Assert.Equal("P1 2024-01-02..2024-04-01, P2 2024-08-02..-", Scratch.Known("cp_plans"));
        Assert.Equal("P1 2024-01-02..-", Scratch.Known("cp_plans", afterLoad: 1));
    }

    [Fact]
    public void A_spell_told_again_and_again_is_withdrawn_when_the_next_statement_lacks_it()
    {
        // Nothing changed for months, so its version is the first load's; its last word is the third's.
        Scratch.Load("2024-01-31", [Full("cp_plans", "2023-08-01", "2024-01-31")], "cp_plans | C1 | key=P1; start=2024-01-02; end=-");
        Scratch.Load("2024-05-31", [Full("cp_plans", "2023-12-01", "2024-05-31")], "cp_plans | C1 | key=P1; start=2024-01-02; end=-");
        Scratch.Load("2024-09-30", [Full("cp_plans", "2024-04-01", "2024-09-30")], "cp_plans | C1 | key=P1; start=2024-01-02; end=-");
        Scratch.Load("2024-12-31", [Full("cp_plans", "2024-07-01", "2024-12-31")]);
        Assert.Equal("", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void A_kind_that_was_not_supplied_changes_nothing()
    {
        Scratch.Load("2024-06-30", Half1, "cp_plans | C1 | key=P1; start=2024-01-02; end=-");
        Scratch.Load("2024-12-31", [Half2[0] with { Holds = Completeness.Absent }]);
        Scratch.Load("2025-01-31", []);
        Assert.Equal("P1 2024-01-02..-", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void People_stay_whatever_a_later_extract_holds()
    {
        Scratch.Load("2024-06-30", [Full("people", "2024-01-01", "2024-06-30")], "people | C1 | key=C1; born=2024-05-05");
        Scratch.Load("2024-12-31", [Full("people", "2024-01-01", "2024-12-31")], "people | C2 | key=C2; born=2016-06-06");
        Assert.Equal("C1 2024-05-05, C2 2016-06-06", Scratch.Known("people"));
    }
}

public sealed class StatementTestsOnSqlite() : StatementTests(StoreEngine.Sqlite);

public sealed class StatementTestsOnPostgres() : StatementTests(StoreEngine.PostgreSql);

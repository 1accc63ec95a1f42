using Bellwether.Storage;
using Xunit;
using static Bellwether.Tests.Storage.ScratchStore;

namespace Bellwether.Tests.Storage;

/// <summary>Annex A lists that hold only each child's latest record: month by month they build a history.</summary>
public abstract class LatestOnlyTests(StoreEngine engine) : StoreTests(engine)
{
    [Fact]
    public void Six_monthly_files_build_a_history_of_visits()
    {
        string[] months = ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30"];
        foreach (var month in months)
            Scratch.Load(month, [Latest("cp_visits", month)], $"cp_visits | C1 | key=C1@{month[..8]}10; date={month[..8]}10");
        Assert.Equal(string.Join(", ", months.Select(m => $"C1@{m[..8]}10 {m[..8]}10")), Scratch.Known("cp_visits"));
    }

    [Fact]
    public void A_visit_later_than_the_latest_one_told_is_withdrawn()
    {
        Visit("2024-01-31", "2024-01-20");
        Visit("2024-02-29", "2024-01-10");
        Assert.Equal("2024-01-10 2024-01-10", Scratch.Known("cp_visits"));
    }

    [Fact]
    public void A_child_with_no_row_loses_no_visit()
    {
        Visit("2024-01-31", "2024-01-20");
        Scratch.Load("2024-02-29", [Latest("cp_visits", "2024-02-29")], "cp_visits | C2 | key=other; date=2024-02-02");
        Assert.Equal("2024-01-20 2024-01-20, other 2024-02-02", Scratch.Known("cp_visits"));
    }

    [Fact]
    public void A_plan_that_ended_stays_known_once_it_leaves_the_list()
    {
        Plan("2024-01-31", "start=2023-06-01; end=-");
        Plan("2024-02-29", "start=2023-06-01; end=2024-02-15");
        Scratch.Load("2024-09-30", [Latest("cp_plans", "2024-09-30")]);
        Assert.Equal("P1 2023-06-01..2024-02-15", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void An_open_plan_that_next_months_list_lacks_is_withdrawn()
    {
        Plan("2023-01-31", "start=2022-06-01; end=-");
        Plan("2023-06-30", "start=2022-06-01; end=-");
        Plan("2023-12-31", "start=2022-06-01; end=-");
        Scratch.Load("2024-01-31", [Latest("cp_plans", "2024-01-31")]);
        Assert.Equal("", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void An_open_plan_that_a_list_lacks_more_than_six_months_on_counts_until_it_was_last_told()
    {
        Plan("2024-01-31", "start=2023-06-01; end=-");
        Scratch.Load("2024-08-31", [Latest("cp_plans", "2024-08-31")]);
        Assert.Equal("P1 2023-06-01..2024-02-01", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void An_open_spell_that_gave_way_to_a_later_one_of_the_child_counts_until_it_was_last_told()
    {
        Plan("2024-01-31", "start=2023-06-01; end=-");
        Scratch.Load("2024-02-29", [Latest("cp_plans", "2024-02-29")], "cp_plans | C1 | key=P2; start=2024-02-10; end=-");
        Assert.Equal("P1 2023-06-01..2024-02-01, P2 2024-02-10..-", Scratch.Known("cp_plans"));
    }

    [Fact]
    public void An_older_file_loaded_late_adds_its_visit_and_its_plan_gives_way_to_the_later_one()
    {
        Scratch.Load("2024-03-31", [Latest("cp_plans", "2024-03-31"), Latest("cp_visits", "2024-03-31")],
            "cp_plans | C1 | key=P2; start=2024-02-10; end=-", "cp_visits | C1 | key=V2; date=2024-03-03");
        Scratch.Load("2024-01-31", [Latest("cp_plans", "2024-01-31"), Latest("cp_visits", "2024-01-31")],
            "cp_plans | C1 | key=P1; start=2023-06-01; end=-", "cp_visits | C1 | key=V1; date=2024-01-03");
        Assert.Equal("P1 2023-06-01..2024-02-01, P2 2024-02-10..-", Scratch.Known("cp_plans"));
        Assert.Equal("V1 2024-01-03, V2 2024-03-03", Scratch.Known("cp_visits"));
    }

    private void Visit(string month, string day) =>
        Scratch.Load(month, [Latest("cp_visits", month)], $"cp_visits | C1 | key={day}; date={day}");

    private void Plan(string month, string fields) =>
        Scratch.Load(month, [Latest("cp_plans", month)], $"cp_plans | C1 | key=P1; {fields}");
}

public sealed class LatestOnlyTestsOnSqlite() : LatestOnlyTests(StoreEngine.Sqlite);

public sealed class LatestOnlyTestsOnPostgres() : LatestOnlyTests(StoreEngine.PostgreSql);

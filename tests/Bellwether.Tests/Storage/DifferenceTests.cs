using Bellwether.Extracts;
using Bellwether.Storage;
using Bellwether.Tests.Journeys;
using Xunit;
using static Bellwether.Tests.Storage.ScratchStore;

namespace Bellwether.Tests.Storage;

/// <summary>What changed between two loads, kind by kind.</summary>
public abstract class DifferenceTests(StoreEngine engine) : StoreTests(engine)
{
    private static Statement[] Year => [Full("cp_plans", "2024-01-01", "2024-12-31")];

    private static readonly string[] A =
        ["cp_plans | C1 | key=P1; start=2024-01-02; end=-; team=North", "cp_plans | C2 | key=P2; start=2024-02-02; end=-", "cp_plans | C3 | key=P3; start=2024-02-03; end=-"];

    [Fact]
    public void Added_changed_and_removed_records_are_counted_and_the_fields_that_changed()
    {
        Scratch.Load("2024-12-31", Year, A);
        Scratch.Load("2024-12-31", Year, "cp_plans | C1 | key=P1; start=2024-01-02; end=2024-03-03; team=South", "cp_plans | C2 | key=P2; start=2024-02-02; end=2024-04-04", "cp_plans | C4 | key=P4; start=2024-05-05; end=-");
        Assert.Equal("cp_plans 1 added 2 changed 1 removed: end 2, team 1", Said(1, 2));
        Assert.Equal("cp_plans 3 added 0 changed 0 removed: ", Said(0, 1));
    }

    [Fact]
    public void From_a_state_to_the_same_state_again_nothing_changed()
    {
        Scratch.Load("2024-12-31", Year, A);
        Scratch.Load("2024-12-31", Year, A[..1]);
        Scratch.Load("2024-12-31", Year, A);
        Assert.Equal("", Said(1, 3));
        Assert.Equal("cp_plans 2 added 0 changed 0 removed: ", Said(2, 3));
    }

    private string Said(int from, int to) => string.Join("; ", Scratch.Store.Differences(RecordsFixture.Kinds, from, to)
        .Select(k => $"{k.Kind} {k.Added} added {k.Changed} changed {k.Removed} removed: {string.Join(", ", k.Fields.Select(f => $"{f.Field} {f.Times}"))}"));
}

public sealed class DifferenceTestsOnSqlite() : DifferenceTests(StoreEngine.Sqlite);

public sealed class DifferenceTestsOnPostgres() : DifferenceTests(StoreEngine.PostgreSql);

using Bellwether.Storage;
using Bellwether.Tests.Journeys;
using Xunit;
using static Bellwether.Tests.Storage.ScratchStore;

namespace Bellwether.Tests.Storage;

/// <summary>A load that fails half way leaves nothing, and two that meet take turns.</summary>
public abstract class WholeOrNothingTests(StoreEngine engine) : StoreTests(engine)
{
    [Fact]
    public void A_load_that_fails_half_way_leaves_nothing()
    {
        Scratch.Load("2024-06-30", [], "referrals | C1 | key=R1; date=2024-01-02");
        var broken = RecordsFixture.Records("referrals | C1 | key=R1; date=2024-03-03", "referrals | C2 | key=R2; date=2024-04-04");
        broken.Table("referrals").Places[1] = 7;
        Assert.ThrowsAny<Exception>(() => Scratch.Store.Load(Extract("2024-12-31", [], broken), "bytes"));
        Assert.Equal("R1 2024-01-02", Scratch.Known("referrals"));
        Assert.Single(Scratch.Store.Loads());
        Assert.Equal(1, Scratch.Count("select count(*) from places"));
    }
}

public sealed class WholeOrNothingTestsOnSqlite() : WholeOrNothingTests(StoreEngine.Sqlite);

public sealed class WholeOrNothingTestsOnPostgres() : WholeOrNothingTests(StoreEngine.PostgreSql);

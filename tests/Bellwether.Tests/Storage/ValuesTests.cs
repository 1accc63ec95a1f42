using Bellwether.Extracts;
using Bellwether.Storage;
using Bellwether.Tests.Journeys;
using Xunit;
using static Bellwether.Tests.Storage.ScratchStore;

namespace Bellwether.Tests.Storage;

/// <summary>Keyed values, and two authorities in one file.</summary>
public abstract class ValuesTests(StoreEngine engine) : StoreTests(engine)
{
    [Fact]
    public void A_value_comes_back_digit_for_digit_and_what_was_not_given_as_not_given()
    {
        Load("997", new KeyedValue("LC01", "2016/17", "", 1927m, 2461m, null, "revised, \"late\"", 0, 3), new KeyedValue("LC02", "2017-Q1", "North", null, null, 78.30m, "", 0, 4));
        var values = Values("997");
        Assert.Equal((1927m, 2461m, null, "revised, \"late\"", 3), (values[0].Numerator, values[0].Denominator, values[0].Value, values[0].Note, values[0].Row));
        Assert.Equal("78.30", FormattableString.Invariant($"{values[1].Value}"));
        Assert.Null(values[1].Numerator);
    }

    [Fact]
    public void A_value_given_again_takes_the_earlier_ones_place_from_then()
    {
        Load("997", Value("2016/17", "", 10m), Value("2016/17", "North", 4m));
        Load("997", Value("2016/17", "", 11m));
        Assert.Equal("North 4,  11", Written(Values("997")));
        Assert.Equal(" 10, North 4", Written(Values("997", afterLoad: 1)));
    }

    [Fact]
    public void Two_authorities_in_one_file_do_not_see_each_other()
    {
        Scratch.For("001").Load(Extract("2024-12-31", [Full("referrals", "2024-01-01", "2024-12-31")], "referrals | C1 | key=R1; date=2024-01-02"), "bytes");
        Load("001", Value("2016/17", "", 10m));
        Scratch.For("002").Load(Extract("2024-12-31", [Full("referrals", "2024-01-01", "2024-12-31")], "referrals | C1 | key=R2; date=2024-01-02"), "bytes");
        Load("002", Value("2016/17", "", 12m));
        // A later load of the first one's own: what the other's load had ended by mistake would be gone by now.
        Scratch.For("001").Load(Extract("2025-01-31", [], "contacts | C1 | key=K1; date=2025-01-02"), "bytes");
        Assert.Equal("R1 2024-01-02", Scratch.Known("referrals", authority: "001"));
        Assert.Equal("R2 2024-01-02", Scratch.Known("referrals", authority: "002"));
        Assert.Equal(" 10", Written(Values("001")));
        Assert.Equal(" 12", Written(Values("002")));
        Assert.Equal([1, 2, 5], Scratch.For("001").Loads().Select(l => l.Id));
        Assert.Single(Scratch.For("001").Records(RecordsFixture.Kinds).Statements);
    }

    [Fact]
    public void The_same_content_of_another_authority_is_no_repeat()
    {
        Load("001", Value("2016/17", "", 10m));
        Load("002", Value("2016/17", "", 10m));
        Assert.Equal(" 10", Written(Values("002")));
    }

    private void Load(string authority, params KeyedValue[] values)
    {
        var records = RecordsFixture.Records();
        records.Values.AddRange(values);
        Scratch.For(authority).Load(new Extract(records, null, false, [], []), "bytes");
    }

    private static KeyedValue Value(string period, string area, decimal value) => new("LC01", period, area, null, null, value, "", 0, 2);

    private List<KeyedValue> Values(string authority, int? afterLoad = null) => Scratch.For(authority).Records(RecordsFixture.Kinds, afterLoad).Values;

    private static string Written(IEnumerable<KeyedValue> values) => string.Join(", ", values.Select(v => FormattableString.Invariant($"{v.Area} {v.Value}")));
}

public sealed class ValuesTestsOnSqlite() : ValuesTests(StoreEngine.Sqlite);

public sealed class ValuesTestsOnPostgres() : ValuesTests(StoreEngine.PostgreSql);

using Bellwether.Extracts;
using Bellwether.Storage;
using Bellwether.Tests.Journeys;
using Xunit;
using static Bellwether.Tests.Storage.ScratchStore;

namespace Bellwether.Tests.Storage;

/// <summary>The same content again is no news.</summary>
public abstract class RepeatedLoadTests(StoreEngine engine) : StoreTests(engine)
{
    private static readonly string[] Two =
    [
        "referrals | C1 | key=R1; date=2024-01-02; team=North",
        "referrals | C2 | key=R2; date=2024-02-03; team=South",
    ];

    private static Statement[] Year => [Full("referrals", "2024-01-01", "2024-12-31")];

    [Fact]
    public void The_same_content_again_keeps_nothing_and_cites_the_earlier_load()
    {
        var first = Scratch.Load("2024-12-31", Year, Two);
        var again = Scratch.Load("2024-12-31", Year, Two);
        Assert.False(first.IsRepeat);
        Assert.True(again.IsRepeat);
        Assert.Equal(first.Load, again.Load);
        Assert.Single(Scratch.Store.Loads());
    }

    [Fact]
    public void Rows_in_another_order_are_the_same_content()
    {
        Scratch.Load("2024-12-31", Year, Two);
        Assert.True(Scratch.Load("2024-12-31", Year, Two[1], Two[0]).IsRepeat);
    }

    [Fact]
    public void Files_with_other_names_are_the_same_content()
    {
        Scratch.Load("2024-12-31", Year, Two);
        var renamed = RecordsFixture.Records(Two);
        renamed.Places[0] = new Place(0, "referrals (2) FINAL.csv", "");
        Assert.True(Scratch.Store.Load(Extract("2024-12-31", Year, renamed), "other bytes").IsRepeat);
    }

    [Theory]
    [InlineData("a field", "referrals | C1 | key=R1; date=2024-01-02; team=East")]
    [InlineData("the child", "referrals | C9 | key=R1; date=2024-01-02; team=North")]
    [InlineData("the key", "referrals | C1 | key=R1b; date=2024-01-02; team=North")]
    public void Content_with_a_difference_is_loaded(string difference, string line)
    {
        Scratch.Load("2024-12-31", Year, Two);
        Assert.False(Scratch.Load("2024-12-31", Year, line, Two[1]).IsRepeat, difference);
    }

    [Fact]
    public void A_statement_that_speaks_for_another_span_is_another_content()
    {
        Scratch.Load("2024-12-31", Year, Two);
        Assert.False(Scratch.Load("2024-12-31", [Full("referrals", "2023-01-01", "2024-12-31")], Two).IsRepeat);
    }

    [Fact]
    public void A_column_that_went_missing_is_another_content()
    {
        Scratch.Load("2024-12-31", Year, Two);
        Assert.False(Scratch.Load("2024-12-31", [Year[0] with { Missing = ["worker"] }], Two).IsRepeat);
    }

    [Fact]
    public void The_same_content_taken_on_another_day_is_a_load()
    {
        Scratch.Load("2024-12-30", Year, Two);
        Assert.False(Scratch.Load("2024-12-31", Year, Two).IsRepeat);
    }

    [Fact]
    public void A_then_B_then_A_again_is_a_third_version()
    {
        string[] other = [Two[0].Replace("01-02", "01-09", StringComparison.Ordinal), Two[1]];
        Assert.False(Scratch.Load("2024-12-31", Year, Two).IsRepeat);
        Assert.False(Scratch.Load("2024-12-31", Year, other).IsRepeat);
        var third = Scratch.Load("2024-12-31", Year, Two);
        Assert.False(third.IsRepeat);
        Assert.Equal(3, third.Load);
        Assert.Equal("R1 2024-01-02, R2 2024-02-03", Scratch.Known("referrals"));
        Assert.Equal("R1 2024-01-09, R2 2024-02-03", Scratch.Known("referrals", afterLoad: 2));
    }

    [Fact]
    public void Two_records_with_one_key_are_both_kept_and_no_news_again()
    {
        string[] twins = [Two[0], Two[0].Replace("North", "East", StringComparison.Ordinal)];
        Scratch.Load("2024-12-30", Year, twins);
        var change = Assert.Single(Scratch.Load("2024-12-31", Year, twins).Changes);
        Assert.Equal((0, 0, 0, 2), (change.Added, change.Changed, change.Withdrawn, change.Same));
        Assert.Equal("R1 2024-01-02, R1 2024-01-02", Scratch.Known("referrals"));
    }

    [Fact]
    public void A_rejected_extract_is_refused()
    {
        var extract = Extract("2024-12-31", Year, Two) with
        {
            Findings = [new Finding("file-cut", Outcome.Rejected, "a.csv", "", 0, "", "It ends within a row.", "Export it again.")],
        };
        Assert.Throws<ArgumentException>(() => Scratch.Store.Load(extract, "bytes"));
        Assert.Empty(Scratch.Store.Loads());
    }
}

public sealed class RepeatedLoadTestsOnSqlite() : RepeatedLoadTests(StoreEngine.Sqlite);

public sealed class RepeatedLoadTestsOnPostgres() : RepeatedLoadTests(StoreEngine.PostgreSql);

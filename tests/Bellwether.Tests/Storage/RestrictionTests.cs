using Bellwether.Extracts;
using Bellwether.Journeys;
using Bellwether.Storage;
using Bellwether.Tests.Journeys;
using Xunit;

namespace Bellwether.Tests.Storage;

/// <summary>Restrictions of children: placed by a person or by an extract, never overwritten, lifted by a person alone.</summary>
public abstract class RestrictionTests(StoreEngine engine) : StoreTests(engine)
{
    private readonly Clock _clock = new();

    private Store? _store;

    private Store Store => _store ??= Bellwether.Storage.Store.Open(Scratch.Place, RecordsFixture.Codes, "997", _clock);

    private Restrictions Register => Store.Restrictions;

    public override void Dispose()
    {
        _store?.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_person_places_a_restriction_reviews_it_and_lifts_it_and_all_of_it_stays_written()
    {
        Assert.Equal("", Register.Place("1001", "adoption", null, "A. Lead"));
        var placed = Assert.Single(Register.InForce());
        Assert.Equal(("1001", "ADOPTION", new DateOnly(2026, 1, 5), "A. Lead", "", null), (placed.Child, placed.Reason, placed.From, placed.By, placed.Source, placed.Load));
        Assert.Equal(new DateOnly(2026, 4, 5), placed.ReviewDue);
        Assert.False(placed.IsDue(new DateOnly(2026, 4, 4)));
        Assert.True(placed.IsDue(new DateOnly(2026, 4, 5)));
        _clock.Now = new DateTimeOffset(2026, 4, 10, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("", Register.Review(placed.Id, "B. Lead"));
        Assert.Equal(new DateOnly(2026, 7, 9), Assert.Single(Register.InForce()).ReviewDue);
        _clock.Now = new DateTimeOffset(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("", Register.Lift(placed.Id, "C. Lead"));
        Assert.Empty(Register.InForce());
        var all = Assert.Single(Register.All());
        Assert.False(all.IsDue(new DateOnly(2030, 1, 1)));
        Assert.Equal([(RestrictionStepKind.Reviewed, "B. Lead"), (RestrictionStepKind.Lifted, "C. Lead")], all.Steps.Select(s => (s.Kind, s.By)));
        Assert.Equal((placed.From, placed.By, placed.FirstReviewDue), (all.From, all.By, all.FirstReviewDue));
        Assert.Contains("was lifted by C. Lead on 1 May 2026", Register.Lift(placed.Id, "C. Lead"), StringComparison.Ordinal);
        Assert.Contains("was lifted", Register.Review(placed.Id, "C. Lead"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_restriction_lacks_is_said_without_an_id_and_nothing_is_kept()
    {
        Assert.Contains("child's id", Register.Place(" ", "ADOPTION", null, "A"), StringComparison.Ordinal);
        Assert.Contains("no such reason", Register.Place("1001", "because", null, "A"), StringComparison.Ordinal);
        Assert.Contains("ADOPTION", Register.Place("1001", "because", null, "A"), StringComparison.Ordinal);
        Assert.Contains("needs the name", Register.Place("1001", "ADOPTION", null, " "), StringComparison.Ordinal);
        Assert.Contains("today or earlier", Register.Place("1001", "ADOPTION", new DateOnly(2026, 1, 6), "A"), StringComparison.Ordinal);
        Assert.Empty(Register.All());
        Assert.Equal("", Register.Place("1001", "ADOPTION", new DateOnly(2025, 12, 1), "A"));
        var again = Register.Place("1001", "ADOPTION", null, "A");
        Assert.Contains("already", again, StringComparison.Ordinal);
        Assert.DoesNotContain("1001", again, StringComparison.Ordinal);
        Assert.Equal("", Register.Place("1001", "STAFF", null, "A"));
        Assert.Equal("There is no restriction 9.", Register.Lift(9, "A"));
        Assert.Contains("needs the name", Register.Lift(1, ""), StringComparison.Ordinal);
        Assert.Equal(2, Register.InForce().Count);
    }

    [Fact]
    public void An_extract_restricts_a_child_and_what_it_no_longer_tells_stays_and_is_told_to_the_lead_once()
    {
        var first = Load("2026-01-31", [Told("1001", "ADOPTION"), Told("1002", "")]);
        Assert.Empty(first.ForTheLead);
        Assert.Equal([("1001", "ADOPTION", "local file", (int?)1), ("1002", "", "local file", 1)], Register.InForce().Select(r => (r.Child, r.Reason, r.By, r.Load)));
        var second = Load("2026-02-28", [Told("1001", "ADOPTION")]);
        var finding = Assert.Single(second.ForTheLead);
        Assert.Equal(("restriction-unsaid", Outcome.Noted, "restrictions", 1), (finding.Code, finding.Outcome, finding.Kind, finding.Times));
        Assert.DoesNotContain("1002", finding.ToString(), StringComparison.Ordinal);
        Assert.Contains(Store.Loads()[1].Findings, f => f.Code == "restriction-unsaid");
        Assert.Equal(2, Register.InForce().Count);
        Assert.Equal([null, 2], Register.InForce().Select(r => r.Unsaid?.Load));
        Assert.Empty(Load("2026-03-31", [Told("1001", "ADOPTION")]).ForTheLead);
        Load("2026-04-30", [Told("1001", "ADOPTION"), Told("1002", "")]);
        Assert.All(Register.InForce(), r => Assert.Null(r.Unsaid));
        Assert.Equal(2, Register.All().Count);
        Assert.Single(Load("2026-05-31", []).ForTheLead);
        Assert.Equal(2, Register.InForce().Count);
    }

    [Fact]
    public void A_load_without_the_list_says_nothing_of_it_unless_the_set_had_it_before()
    {
        Load("2026-01-31", [Told("1001", "ADOPTION")]);
        Assert.Empty(Store.Load(Extract("2026-02-28", null), "bytes").ForTheLead);
        Assert.Empty(Store.Load(Set("2026-03-31", null), "bytes").ForTheLead);
        Assert.Empty(Store.Load(Set("2026-04-30", [Told("1001", "ADOPTION")]), "bytes").ForTheLead);
        Assert.Single(Store.Load(Set("2026-05-31", null), "bytes").ForTheLead);
        Assert.Single(Register.InForce());
    }

    [Fact]
    public void A_restriction_follows_merged_ids_and_another_reason_is_another_restriction()
    {
        var merged = Authority.Unnamed with { MergedIds = [new MergedId("1001", "1002", new DateOnly(2026, 2, 1))] };
        Load("2026-01-31", [Told("1001", "ADOPTION")]);
        Assert.Empty(Load("2026-02-28", [Told("1002", "ADOPTION")], merged).ForTheLead);
        Assert.Single(Register.All());
        Assert.Single(Load("2026-03-31", [Told("1002", "REVIEW")], merged).ForTheLead);
        Assert.Equal([("1001", "ADOPTION"), ("1002", "REVIEW")], Register.InForce().Select(r => (r.Child, r.Reason)));
    }

    [Fact]
    public void A_lift_stands_while_the_extracts_go_on_telling_and_the_lead_is_told_once()
    {
        Load("2026-01-04", [Told("1001", "ADOPTION")]);
        Register.Lift(1, "A. Lead");                          // on 5 January
        Assert.Empty(Load("2026-01-04", [Told("1001", "ADOPTION"), Told("1002", "STAFF")]).ForTheLead);     // taken before it
        Assert.Equal(["1002"], Register.InForce().Select(r => r.Child));
        var finding = Assert.Single(Load("2026-01-05", [Told("1001", "ADOPTION"), Told("1002", "STAFF")]).ForTheLead);
        Assert.Equal(("restriction-still-told", Outcome.Noted, 1), (finding.Code, finding.Outcome, finding.Times));
        Assert.DoesNotContain("1001", finding.ToString(), StringComparison.Ordinal);
        Assert.Empty(Load("2026-02-28", [Told("1001", "ADOPTION"), Told("1002", "STAFF")]).ForTheLead);
        Assert.Equal(["1002"], Register.InForce().Select(r => r.Child));
        Assert.Equal([RestrictionStepKind.Lifted, RestrictionStepKind.StillTold], Register.All()[0].Steps.Select(s => s.Kind));
    }

    [Fact]
    public void What_a_person_lifted_is_restricted_anew_where_the_extracts_stop_telling_of_it_and_tell_of_it_again()
    {
        Load("2026-01-01", [Told("1001", "ADOPTION"), Told("1002", "STAFF")]);
        Register.Lift(1, "A. Lead");
        Load("2026-01-04", [Told("1002", "STAFF")]);                                       // taken before the lift: says nothing of it
        Load("2026-01-31", [Told("1001", "ADOPTION"), Told("1002", "STAFF")]);
        Assert.Equal(["1002"], Register.InForce().Select(r => r.Child));
        Assert.Empty(Load("2026-02-28", [Told("1002", "STAFF")]).ForTheLead);              // it stops
        Load("2026-03-31", [Told("1001", "ADOPTION"), Told("1002", "STAFF")]);             // and begins again
        Assert.Equal([("1002", 2), ("1001", 3)], Register.InForce().Select(r => (r.Child, r.Id)));
        Assert.Equal(new DateOnly(2026, 3, 31), Register.InForce()[1].From);
    }

    [Fact]
    public void What_the_extracts_had_stopped_telling_before_it_was_lifted_is_restricted_anew_when_they_tell_of_it_again()
    {
        Load("2025-11-30", [Told("1001", "ADOPTION")]);
        Load("2025-12-31", []);
        Register.Lift(1, "A. Lead");
        Load("2026-01-04", [Told("1001", "ADOPTION")]);                                    // taken before the lift: told again, and lifted after
        Assert.Empty(Register.InForce());
        Load("2026-01-31", [Told("1001", "ADOPTION")]);
        Assert.Empty(Register.InForce());
        Load("2026-02-28", []);
        Load("2026-03-31", [Told("1001", "ADOPTION")]);
        Assert.Equal(2, Assert.Single(Register.InForce()).Id);
        Load("2026-04-30", []);
        Register.Lift(2, "A. Lead");
        Load("2026-05-31", [Told("1001", "ADOPTION")]);                                    // it had stopped before the second lift
        Assert.Equal(3, Assert.Single(Register.InForce()).Id);
    }

    [Theory]
    [InlineData("2026-01-05", 0)]
    [InlineData("2026-01-06", 1)]
    public void A_restriction_told_from_a_day_after_the_lift_is_another(string from, int inForce)
    {
        Load("2026-01-04", [Told("1001", "ADOPTION")]);
        Register.Lift(1, "A. Lead");
        Load("2026-01-31", [Told("1001", "ADOPTION") with { From = ScratchStore.Date(from) }]);
        Assert.Equal(inForce, Register.InForce().Count);
    }

    [Fact]
    public void A_review_that_the_source_tells_of_puts_the_next_one_off_and_the_first_day_is_the_extracts_where_none_is_told()
    {
        Load("2026-01-31", [new ToldRestriction("1", "", new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 1), "local file"), new ToldRestriction("2", "", new DateOnly(2025, 1, 1), null, "local file"), Told("3", "")]);
        Assert.Equal([new DateOnly(2026, 3, 1), new DateOnly(2025, 4, 1), new DateOnly(2026, 5, 1)], Register.InForce().Select(r => r.ReviewDue));
        Assert.Equal(["1", "2"], Register.InForce().Where(r => r.IsDue(new DateOnly(2026, 3, 1))).Select(r => r.Child));
        Assert.Equal(new DateOnly(2026, 1, 31), Register.InForce()[2].From);
    }

    [Fact]
    public void A_list_that_shrinks_is_not_asked_about_for_nothing_of_it_is_taken_as_gone()
    {
        Load("2026-01-31", [.. Enumerable.Range(1, 20).Select(n => Told($"{n}", "STAFF"))]);
        Assert.Empty(Store.Questions(Extract("2026-02-28", [Told("1", "STAFF")]), []));
    }

    [Fact]
    public void The_same_content_again_changes_nothing_and_another_authority_has_a_register_of_its_own()
    {
        Load("2026-01-31", [Told("1001", "ADOPTION")]);
        Assert.True(Load("2026-01-31", [Told("1001", "ADOPTION")]).IsRepeat);
        Assert.False(Load("2026-01-31", [Told("1001", "STAFF")]).IsRepeat);
        Assert.Empty(Scratch.For("998").Restrictions.All());
        Assert.Equal(2, Register.InForce().Count);
    }

    [Fact]
    public void The_day_a_person_places_it_is_the_day_in_London()
    {
        _clock.Now = new DateTimeOffset(2026, 7, 5, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal("", Register.Place("1001", "adoption", null, "A. Lead"));
        Assert.Equal(new DateOnly(2026, 7, 6), Assert.Single(Register.InForce()).From);
    }

    private LoadResult Load(string day, ToldRestriction[] told, Authority? settings = null) => Store.Load(Extract(day, told), "bytes", settings);

    /// <summary>A list of restricted children alone, as a local file; no list where none is given.</summary>
    private static Extract Extract(string day, ToldRestriction[]? told)
    {
        var records = RecordsFixture.Records([]);
        records.Restrictions.AddRange(told ?? []);
        if (told is not null) records.TellsRestrictions.Add("local file");
        return new Extract(records, ScratchStore.Date(day), true, [],
            told is null ? [] : [new ReceiptLine("restrictions.csv", "", "restrictions", 1, told.Length, told.Length, 0, 0, 0, 0, []) { IsRestricted = true }]);
    }

    /// <summary>The list within the set of a whole format.</summary>
    private static Extract Set(string day, ToldRestriction[]? told)
    {
        var extract = Extract(day, told);
        extract.Records.Statements.Add(ScratchStore.Full("cp_plans", "2020-01-01", day));
        return extract;
    }

    private static ToldRestriction Told(string child, string reason) => new(child, reason, null, null, "local file");

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

public sealed class RestrictionTestsOnSqlite() : RestrictionTests(StoreEngine.Sqlite);

public sealed class RestrictionTestsOnPostgres() : RestrictionTests(StoreEngine.PostgreSql);

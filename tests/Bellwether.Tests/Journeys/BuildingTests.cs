using Bellwether.Calendar;
using Bellwether.Journeys;
using Xunit;

namespace Bellwether.Tests.Journeys;

public sealed class BuildingTests
{
    [Fact]
    public void A_person_without_a_case_record_is_no_child()
    {
        var journeys = RecordsFixture.Build(
            "people | M1 | born=1980-01-01; mother=yes",
            "people | C1 | born=2015-01-01",
            "contacts | C1 | date=2024-01-01");
        Assert.Equal(["C1"], journeys.ChildIds);
        Assert.Equal(1, journeys.Rows("people").Count);
        Assert.Empty(journeys.Findings);
    }

    [Fact]
    public void An_allocation_alone_makes_no_child_and_is_told()
    {
        var journeys = RecordsFixture.Build("people | A | born=1980-01-01", "allocations | A | start=2024-01-01; worker=W; role=CW");
        Assert.Empty(journeys.ChildIds);
        Assert.Equal("no-case-record", Assert.Single(journeys.Findings).Code);
    }

    [Fact]
    public void A_record_without_a_person_row_still_makes_a_child()
    {
        var journeys = RecordsFixture.Build("contacts | C2 | date=2024-01-01", "contacts | C1 | date=2024-01-01", "contacts | C1 | date=2024-02-01");
        Assert.Equal(["C1", "C2"], journeys.ChildIds);
        Assert.Equal([Days.Unknown, Days.Unknown], RecordsFixture.Field(journeys, "people", "born"));
        var finding = Assert.Single(journeys.Findings);
        Assert.Equal("no-person-row", finding.Code);
        Assert.StartsWith("2 children", finding.Found, StringComparison.Ordinal);
        Assert.Equal(1, finding.Row);
    }

    [Fact]
    public void Rows_go_by_child_then_day_then_key()
    {
        var journeys = RecordsFixture.Build(
            "contacts | C2 | key=a; date=2024-01-01",
            "contacts | C1 | key=b; date=2024-02-01",
            "contacts | C1 | key=d; date=2024-01-01",
            "contacts | C1 | key=c; date=2024-01-01");
        var rows = journeys.Rows("contacts");
        Assert.Equal(["c", "d", "b", "a"], Enumerable.Range(0, 4).Select(rows.Key));
        Assert.Equal([0, 3, 4], rows.Offset);
    }

    [Fact]
    public void History_follows_the_new_id_of_a_merged_child()
    {
        var authority = Authority.Unnamed with { MergedIds = [new MergedId("OLD", "NEW", new DateOnly(2024, 5, 1))] };
        var journeys = RecordsFixture.Build(
            authority,
            "people | OLD | born=2010-01-01; sex=F",
            "people | NEW | born=2010-01-02",
            "contacts | OLD | date=2023-01-01",
            "contacts | NEW | date=2024-06-01");
        Assert.Equal(["NEW"], journeys.ChildIds);
        Assert.Equal(2, journeys.Rows("contacts").Count);
        Assert.Equal("2010-01-02", RecordsFixture.Written(RecordsFixture.Field(journeys, "people", "born")[0]));
        Assert.Equal(RecordsFixture.Codes["sex"].Index("F"), RecordsFixture.Field(journeys, "people", "sex")[0]);
    }

    [Fact]
    public void Every_kind_has_rows_even_when_nothing_was_read()
    {
        var journeys = RecordsFixture.Build("contacts | C1 | date=2024-01-01");
        Assert.All(journeys.Kinds.All, kind => Assert.NotNull(journeys.Rows(kind.Name)));
    }

    [Fact]
    public void A_team_given_by_its_name_is_the_team_of_that_code()
    {
        var authority = Authority.Unnamed with { Teams = [new TeamEntry("T1", "North Team", "CSWT", "North", "", "", null, null, "")] };
        var journeys = RecordsFixture.Build(
            authority, "referrals | C1 | date=2024-01-01; team=North Team", "referrals | C1 | date=2024-02-01; team=T9");
        Assert.Equal(["T1", "T9"], journeys.TeamCodes);
        Assert.Equal([0, 1], RecordsFixture.Field(journeys, "referrals", "team"));
    }

    [Fact]
    public void The_data_date_is_given_or_the_newest_statement_s_last_day()
    {
        var records = RecordsFixture.Records("contacts | C1 | date=2024-01-01");
        records.Statements.Add(new("contacts", "SSD", Bellwether.Extracts.Completeness.Full, new(2020, 1, 1), new(2024, 3, 31), [], ""));
        var journeys = Bellwether.Journeys.Journeys.Build(records, RecordsFixture.Codes, Authority.Unnamed);
        Assert.Equal(new DateOnly(2024, 3, 31), journeys.DataDate);
        Assert.Equal(Bellwether.Extracts.Completeness.Full, journeys.Coverage.Over("contacts", new(2024, 1, 1), new(2024, 3, 31)).Holds);
    }
}

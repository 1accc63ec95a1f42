using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class LocalFileTests : IDisposable
{
    private readonly ExtractFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_councils_own_files_become_records()
    {
        var records = _folder
            .With("a.csv", "child_id,placement_start_date,meeting_date", "7,2024-01-02,2024-01-05", "7,2024-02-02,")
            .With("b.csv", "child_id,missing_start_date,interview_date", "7,2024-02-10,2024-02-13")
            .With("c.csv", "worker_id,team,role,fte,qualified,registration_no,agency,start_date,end_date", "W1,T1,SW,0.8,Y,SW123,N,2020-01-06,2024-12-31", "W2,T1,SWA,1,N,,N,06/01/2020,")
            .With("d.csv", "as_at,team,role,established_fte,in_post_fte,agency_fte,vacant_fte,starters_fte,leavers_fte", "2024-03-31,T1,SW,10,8.5,1,0.5,0,")
            .Read("2024-03-31").Records;
        Assert.Equal("7@2024-01-05|2024-01-02 of 7 date=2024-01-05 placement=7@2024-01-02", records.Row("placement_meetings", 0));
        Assert.Equal(1, records.Table("placement_meetings").Count);
        Assert.Equal("7@2024-02-13|2024-02-10 of 7 date=2024-02-13 missing_episode=7@2024-02-10", records.Row("return_interviews", 0));
        Assert.Equal("W1@2020-01-06|T1 of W1 start=2020-01-06 end=2024-12-31 team=T1 role=SW fte=0.8 qualified=yes agency=no registered=yes", records.Row("worker_posts", 0));
        Assert.Equal("W2@2020-01-06|T1 of W2 start=2020-01-06 end=none team=T1 role=SWA fte=1 qualified=no agency=no registered=no", records.Row("worker_posts", 1));
        Assert.Equal("T1@2024-03-31|SW of T1 date=2024-03-31 role=SW established_fte=10 in_post_fte=8.5 agency_fte=1 vacant_fte=0.5 starters_fte=0", records.Row("establishment_posts", 0));
    }

    [Fact]
    public void Two_contacts_of_a_child_on_one_day_are_told_apart_by_their_number_or_else_by_what_came_of_them()
    {
        var records = _folder.With("a.csv", "child_id,contact_number,contact_date,decided_date,outcome",
            "7,C1,2024-01-02,2024-01-03,NFA", "7,C2,2024-01-02,2024-01-08,NFA", "7,C2,2024-01-02,2024-01-09,NFA", "8,,2024-01-02,2024-01-03,NFA", "8,,2024-01-02,2024-01-08,REFERRAL").Read("2024-03-31");
        Assert.Equal(
            [
                "7@2024-01-02|C1|NFA of 7 date=2024-01-02 decided=2024-01-03 outcome=NFA", "7@2024-01-02|C2|NFA of 7 date=2024-01-02 decided=2024-01-09 outcome=NFA",
                "8@2024-01-02||NFA of 8 date=2024-01-02 decided=2024-01-03 outcome=NFA", "8@2024-01-02||REFERRAL of 8 date=2024-01-02 decided=2024-01-08 outcome=REFERRAL",
            ],
            Enumerable.Range(0, records.Records.Table("contact_decisions").Count).Select(i => records.Records.Row("contact_decisions", i)));
        Assert.Equal(4, Assert.Single(records.Findings, f => f.Code == "near-duplicate").Row);
    }

    [Fact]
    public void A_local_file_speaks_only_for_its_own_kinds_from_its_first_day_to_the_data_date()
    {
        var said = Assert.Single(_folder.With("a.csv", "child_id,placement_start_date,meeting_date", "7,2024-01-02,2024-01-05", "8,2024-01-02,2024-03-06").Read().Records.Statements);
        Assert.Equal(("placement_meetings", "local file", Completeness.Full, new DateOnly(2024, 1, 5), new DateOnly(2024, 3, 6)),
            (said.Kind, said.Source, said.Holds, said.From, said.To));
    }

    [Fact]
    public void A_link_by_child_and_day_finds_the_record_that_starts_there()
    {
        var records = _folder.With("p.csv", "clap_cla_placement_id,clap_cla_id,clap_person_id,clap_cla_placement_start_date", "PL9,L1,7,2024-01-02")
            .With("m.csv", "child_id,placement_start_date,meeting_date", "7,02/01/2024,2024-01-05").Read("2024-03-31").Records;
        Assert.EndsWith("placement=PL9", records.Row("placement_meetings", 0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft,2024-01-10", "authorised=none")]
    [InlineData("authorised,2024-01-12", "authorised=2024-01-12")]
    [InlineData("Approved,12/01/2024", "authorised=2024-01-12")]
    public void A_plan_is_authorised_when_the_status_file_says_so(string status, string says)
    {
        var records = _folder.With("p.csv", "cinp_cin_plan_id,cinp_referral_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date", "P1,R1,7,2024-01-10,", "P2,R2,8,2024-01-10,")
            .With("s.csv", "child_id,cin_plan_start_date,status,status_date", "7,2024-01-10," + status).Read("2024-03-31").Records;
        Assert.Contains(says, records.Row("cin_plans", 0), StringComparison.Ordinal);
        Assert.Contains("authorised=2024-01-10", records.Row("cin_plans", 1), StringComparison.Ordinal);
    }

    [Fact]
    public void The_latest_status_of_a_plan_counts_in_any_order()
    {
        var records = _folder.With("p.csv", "cinp_cin_plan_id,cinp_referral_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date", "P1,R1,7,2024-01-10,")
            .With("s.csv", "child_id,cin_plan_start_date,status,status_date", "7,2024-01-10,authorised,2024-01-15", "7,2024-01-10,draft,2024-01-10").Read("2024-03-31").Records;
        Assert.Contains("authorised=2024-01-15", records.Row("cin_plans", 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_keep_what_is_stated_and_a_numerator_alone_is_a_count()
    {
        var extract = _folder.With("v.csv", "indicator,period,area,numerator,denominator,value,note", "LC01/a,2017-06,,26.4,42.05,,as printed", "CL01,2017-03,authority,421,,,", "LT02,2018-03,CANTERBURY,,,66.0,\"Only the percentage, kept\"").Read();
        Assert.Null(extract.DataDate);
        Assert.Equal(
            [
                new KeyedValue("LC01/a", "2017-06", "", 26.4m, 42.05m, null, "as printed", 0, 2),
                new KeyedValue("CL01", "2017-03", "", 421, null, 421, "", 0, 3),
                new KeyedValue("LT02", "2018-03", "CANTERBURY", null, null, 66.0m, "Only the percentage, kept", 0, 4),
            ],
            extract.Records.Values);
        Assert.Equal("v.csv", extract.Records.Places[0].File);
    }

    [Fact]
    public void A_home_may_add_a_map_of_its_own()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Home, "extracts"));
        File.WriteAllText(Path.Combine(_folder.Home, "extracts", "checks.yaml"), """
            format: health diary
            lists:
              diary:
                child: pupil
                key: [pupil, seen_on]
                records:
                  health_checks: { date: seen_on, type: what, tell_apart: what }
            """);
        var extract = _folder.With("x.csv", "Seen On,Pupil,What", "03/02/2024,7,Dental").Read("2024-03-31");
        Assert.Equal("7@2024-02-03|Dental of 7 date=2024-02-03 type=DENTAL status=COMPLETED", extract.Records.Row("health_checks", 0));
        Assert.Equal("health diary", Assert.Single(extract.Records.Statements).Source);
    }
}

using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class SsdFolderTests : IDisposable
{
    private readonly ExtractFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Extract Small() => _folder
        .With("ssd_person.csv",
            "pers_person_id,pers_sex,pers_ethnicity,pers_dob,pers_expected_dob,pers_death_date,pers_is_mother,pers_forename",
            "1001,F,WBRI,2010-02-28T00:00:00,,,N,Secretname",
            "0042,M,B1,15/06/2015 00:00,,NULL,N,Secretname",
            "77,U,NOBT,,2024-09-01,,N,Secretname")
        .With("ssd_disability.csv", "disa_table_id,disa_person_id,disa_disability_code", "1,1001,AUT", "2,0042,NONE", "3,1001,NONE")
        .With("ssd_address.csv", "addr_table_id,addr_person_id,addr_address_start_date,addr_address_end_date,addr_address_postcode",
            "1,1001,2020-01-01,2022-01-01,CT12AB", "2,1001,2022-01-01,,ME4 4QQ")
        .With("ssd_cin_episodes.csv",
            "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team,cine_referral_worker_id",
            "R1,1001,2024-01-10,N1,1A,N,,,T1,W1",
            "R2,0042,2024-02-01,N5,6,N,RC7,2024-03-01,T1,-1")
        .With("ssd_cin_plans.csv", "cin_plan_id,cinp_referral_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date", "CP9,R2,0042,2024-02-20,")
        .With("ssd_cin_visits.csv", "cinv_cin_visit_id,cinv_cin_plan_id,cinv_cin_visit_date,cinv_cin_visit_seen", "V1,CP9,2024-02-25,Y")
        .With("ssd_cla_episodes.csv",
            "clae_cla_episode_id,clae_person_id,clae_cla_placement_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_referral_id,clae_entered_care_date,clae_cla_last_iro_contact_date",
            "E2,1001,P2,2023-09-01,P - Placement change,N1,,,L1,R1,2023-05-01,2024-03-20",
            "E1,1001,P1,2023-05-01,S - Started,N1,2023-09-01,X1 New episode,L1,R1,2023-05-01,2024-03-20")
        .With("ssd_permanence.csv", "perm_table_id,perm_person_id,perm_cla_id,perm_adm_decision_date,perm_placement_order_date,perm_permanence_order_date,perm_permanence_order_type",
            "A1,1001,L1,2024-01-15,,,")
        .With("ssd_cla_care_plan.csv", "lacp_table_id,lacp_person_id,lacp_cla_care_plan_start_date,lacp_cla_care_plan_json",
            "C1,1001,2023-08-20,\"{\"\"ADOPTION\"\":\"\"Y\"\",\"\"RETURN6M\"\":\"\"N\"\"}\"")
        .With("ssd_cp_reviews.csv", "cppr_cp_review_id,cppr_person_id,cppr_cp_plan_id,cppr_cp_review_due,cppr_cp_review_date", "X1,1001,PL1,2024-05-01,")
        .With("ssd_involvements.csv", "invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_person_id,invo_involvement_start_date,invo_involvement_end_date",
            "I1,W1,CW,T1,1001,2024-01-10,")
        .With("ssd_professionals.csv", "prof_professional_id,prof_staff_id,prof_professional_name,prof_social_worker_registration_no,prof_agency_worker_flag,prof_professional_job_title,prof_full_time_equivalency",
            "W1,9,Secretname,SW123,,Social Worker,0.8", "W2,9,Secretname,,,Assistant,1.0")
        .With("ssd_department.csv", "dept_team_id,dept_team_name", "T1,Team One")
        .Read("2024-03-31");

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("NULL")]
    public void A_case_in_a_team_s_tray_is_held_by_nobody(string professional)
    {
        var extract = _folder
            .With("ssd_person.csv", "pers_person_id,pers_dob", "1001,2010-02-28")
            .With("ssd_involvements.csv", "invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_person_id,invo_involvement_start_date,invo_involvement_end_date",
                $"I1,{professional},CW,T1,1001,2024-01-10,")
            .Read("2024-03-31");
        Assert.Equal("I1 of 1001 start=2024-01-10 end=none worker=none team=T1 role=CW", extract.Records.Row("allocations", 0));
    }

    [Fact]
    public void Nothing_is_rejected_and_every_row_is_accounted_for()
    {
        var extract = Small();
        Assert.Empty(extract.Findings.Where(f => f.Outcome != Outcome.Noted).Select(f => f.ToString()));
        Assert.All(extract.Receipt, l => Assert.Equal(l.Rows, l.Loaded + l.Repeated + l.Blank + l.SetAside));
        Assert.Equal(13, extract.Receipt.Count);
    }

    [Theory]
    [InlineData("people", 0, "1001 of 1001 born=2010-02-28 born_expected=no sex=F ethnicity=WBRI disabled=yes died=none mother=no")]
    [InlineData("people", 1, "0042 of 0042 born=2015-06-15 born_expected=no sex=M ethnicity=MWBC disabled=no died=none mother=no")]
    [InlineData("people", 2, "77 of 77 born=2024-09-01 born_expected=yes sex=U ethnicity=NOBT died=none mother=no")]
    [InlineData("cin_episodes", 0, "R1 of 1001 start=2024-01-10 end=none need=N1 nfa=no close_reason=none team=T1 worker=W1")]
    [InlineData("cin_episodes", 1, "R2 of 0042 start=2024-02-01 end=2024-03-01 need=N5 nfa=no close_reason=RC7 team=T1")]
    [InlineData("referrals", 0, "R1 of 1001 date=2024-01-10 episode=R1 source=1A nfa=no team=T1 worker=W1")]
    [InlineData("cin_plans", 0, "CP9 of 0042 start=2024-02-20 end=none episode=R2 authorised=2024-02-20")]
    [InlineData("cin_visits", 0, "V1 of 0042 date=2024-02-25 seen=yes")]
    [InlineData("care_periods", 0, "L1 of 1001 start=2023-05-01 end=none episode=R1 start_code=S end_code=none need=N1 short_break=no")]
    [InlineData("iro_contacts", 0, "1001@2024-03-20 of 1001 date=2024-03-20")]
    [InlineData("adoption_tracks", 0, "A1 of 1001 start=2023-05-01 end=none care_period=L1 decision=2024-01-15 placement_order=none adopted=none")]
    [InlineData("plan_decisions", 0, "C1 of 1001 date=2023-08-20 option=adoption sole=yes")]
    [InlineData("cp_reviews", 0, "X1 of 1001 date=none cp_plan=PL1 due=2024-05-01 held=yes")]
    [InlineData("allocations", 0, "I1 of 1001 start=2024-01-10 end=none worker=W1 team=T1 role=CW")]
    [InlineData("worker_posts", 0, "W1 of W1 start=2018-03-31 end=none role=Social Worker fte=0.8 qualified=yes registered=yes")]
    [InlineData("worker_posts", 1, "W2 of W2 start=2018-03-31 end=none role=Assistant fte=1 qualified=no registered=no")]
    public void A_row_becomes_its_records(string kind, int row, string says) => Assert.Equal(says, Small().Records.Row(kind, row));

    [Fact]
    public void Postcodes_become_districts_by_the_homes_lookup_and_go_no_further()
    {
        File.WriteAllText(Path.Combine(_folder.Home, "postcode_districts.csv"), "sector,district\nCT1 2,CANTERBURY\nME4 4,MEDWAY\n");
        var set = Small().Records;
        Assert.Contains("district=MEDWAY", set.Row("people", 0), StringComparison.Ordinal);
        var texts = Enumerable.Range(0, set.Texts.Count).Select(i => set.Texts[i]).ToList();
        Assert.DoesNotContain(texts, t => t.Contains("ME4", StringComparison.Ordinal) || t.Contains("CT1", StringComparison.Ordinal) || t.Contains("Secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_kind_has_a_statement_of_six_years_or_the_reason_why_not()
    {
        var statements = Small().Records.Statements;
        Assert.Equal(ExtractFolder.Kinds.All.Select(k => k.Name), statements.Select(s => s.Kind));
        var plans = statements.Single(s => s.Kind == "cin_plans");
        Assert.Equal((Completeness.Full, new DateOnly(2018, 3, 31), new DateOnly(2024, 3, 31)), (plans.Holds, plans.From, plans.To));
        Assert.Equal(["team", "worker"], plans.Missing);
        Assert.Equal((Completeness.Absent, "SSD ssd_cp_visits was not supplied"), Of("cp_visits"));
        Assert.Equal((Completeness.Absent, "SSD holds no placement meetings"), Of("placement_meetings"));

        (Completeness, string) Of(string kind) => (statements.Single(s => s.Kind == kind).Holds, statements.Single(s => s.Kind == kind).Why);
    }

    [Fact]
    public void Records_under_an_id_that_was_merged_stand_without_a_person()
    {
        File.WriteAllText(Path.Combine(_folder.Home, "merged_ids.csv"), "old_id,new_id,merged_on\n7,8,2024-01-01\n");
        var extract = _folder.With("p.csv", "pers_person_id,pers_dob,pers_sex", "8,2014-07-01,F")
            .With("c.csv", "cont_contact_id,cont_person_id,cont_contact_date", "1,7,2023-05-01", "2,8,2024-05-01", "3,9,2024-05-01").Read("2024-06-30");
        Assert.Equal(["no-such-person 4"], extract.Findings.Where(f => f.Outcome == Outcome.SetAside).Select(f => $"{f.Code} {f.Row}"));
        Assert.Equal(2, extract.Records.Table("contacts").Count);
    }

    [Fact]
    public void A_child_whose_row_is_at_fault_is_still_known()
    {
        var extract = _folder.With("p.csv", "pers_person_id,pers_dob,pers_sex", "7,31/02/2014,F", "8,2014-07-01,F")
            .With("c.csv", "cont_contact_id,cont_person_id,cont_contact_date", "1,7,2023-05-01").Read("2024-06-30");
        Assert.Equal(["impossible-date"], extract.Findings.Where(f => f.Outcome == Outcome.SetAside).Select(f => f.Code));
    }

    [Fact]
    public void Headings_without_rows_are_not_supplied_rather_than_none()
    {
        var extract = _folder.With("ssd_cp_visits.csv", "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date")
            .With("a.csv", "cont_contact_id,cont_person_id,cont_contact_date", "1,7,2024-03-01").Read();
        var visits = extract.Records.Statements.Single(s => s.Kind == "cp_visits");
        Assert.Equal((Completeness.Absent, "SSD ssd_cp_visits has headings and no rows: not supplied"), (visits.Holds, visits.Why));
        Assert.Contains(extract.Findings, f => f.Code == "list-not-supplied");
    }

    [Fact]
    public void A_list_whose_every_row_is_set_aside_is_not_supplied_rather_than_none()
    {
        var extract = _folder.With("v.csv", "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date", "1,7,P1,01-03-2024", "2,8,P2,02-03-2024")
            .With("a.csv", "cont_contact_id,cont_person_id,cont_contact_date", "1,7,2024-03-01").Read();
        var visits = extract.Records.Statements.Single(s => s.Kind == "cp_visits");
        Assert.Equal((Completeness.Absent, "every row of SSD ssd_cp_visits was set aside"), (visits.Holds, visits.Why));
        Assert.Equal(Completeness.Full, extract.Records.Statements.Single(s => s.Kind == "contacts").Holds);
    }

    [Fact]
    public void A_list_that_repeats_what_another_told_is_supplied()
    {
        string[] list = ["cont_contact_id,cont_person_id,cont_contact_date", "1,7,2024-03-01"];
        var extract = _folder.With("a.csv", list).With("b.csv", [.. list, "Total,,"]).Read("2024-03-31");
        Assert.Equal(Completeness.Full, extract.Records.Statements.Single(s => s.Kind == "contacts").Holds);
    }

    [Fact]
    public void A_line_of_dashes_that_sqlcmd_draws_under_the_headings_is_no_record()
    {
        var extract = _folder.With("d.csv", "disa_table_id,disa_person_id,disa_disability_code", "-------------,--------------,--------------------", "1,7,AUT")
            .With("p.csv", "pers_person_id,pers_dob", "--------------,--------", "7,2014-07-01").With("c.csv", "cont_contact_id,cont_person_id,cont_contact_date", "----,7,2024-03-01").Read("2024-03-31");
        Assert.Equal(["d.csv not-a-record 2", "p.csv not-a-record 2"], extract.Findings.Where(f => f.Outcome == Outcome.SetAside).Select(f => $"{f.File} {f.Code} {f.Row}"));
        Assert.Equal(1, extract.Records.Table("contacts").Count);
        Assert.Equal([(1, 1), (1, 1), (0, 0)], extract.Receipt.OrderBy(l => l.File != "d.csv").ThenBy(l => l.File != "p.csv").Select(l => (l.SetAside, l.NoRecords)));
    }

    [Fact]
    public void A_copy_of_a_file_is_said_to_tell_the_same_and_no_other_details()
    {
        string[] list = ["cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code", "1,7,2024-03-01,6"];
        var extract = _folder.With("a.csv", list).With("b - Copy.csv", list).With("c.csv", list[0], "1,7,2024-03-01,1A").Read("2024-03-31");
        Assert.Equal(
        [
            "b - Copy.csv, row 2: The same record stands in row 2 of another file or sheet with the same details; this later one is kept. Remove the row that is out of date.",
            "c.csv, row 2: The same record stands in row 2 of another file or sheet with other details; this later one is kept. Remove the row that is out of date.",
        ], extract.Findings.Where(f => f.Code == "near-duplicate").Select(f => f.ToString()));
        Assert.Contains("source=1A", extract.Records.Row("contacts", 0), StringComparison.Ordinal);
    }
}

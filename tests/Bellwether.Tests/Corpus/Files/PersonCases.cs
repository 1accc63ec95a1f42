using Bellwether.Journeys;
using Bellwether.Storage;
using Bellwether.Tests.Extracts;
using static Bellwether.Tests.Corpus.Files.Twins;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>Family P: people and their spells.</summary>
internal static class PersonCases
{
    private const string PlacementHeadings = "clap_cla_placement_id,clap_cla_id,clap_person_id,clap_cla_placement_start_date,clap_cla_placement_end_date,clap_cla_placement_type,clap_cla_placement_provider,clap_cla_placement_distance,clap_cla_placement_change_reason,clap_cla_placement_urn";
    private const string EpisodeHeadings = "clae_cla_episode_id,clae_person_id,clae_cla_placement_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_referral_id,clae_entered_care_date,clae_cla_last_iro_contact_date";
    private const string NamedPeople = "pers_person_id,pers_forename,pers_surname,pers_dob,pers_expected_dob,pers_sex,pers_ethnicity,pers_death_date,pers_is_mother";

    /// <summary>Allen's thirteen relations of a second placement to a first of 10 to 20 January.</summary>
    private static readonly (string Relation, string Start, string End)[] Relations =
    [
        ("before", "2024-01-02", "2024-01-05"), ("meets", "2024-01-02", "2024-01-10"), ("overlaps", "2024-01-02", "2024-01-15"),
        ("finished by", "2024-01-02", "2024-01-20"), ("contains", "2024-01-02", "2024-01-25"), ("starts", "2024-01-10", "2024-01-15"),
        ("equals", "2024-01-10", "2024-01-20"), ("started by", "2024-01-10", "2024-01-25"), ("during", "2024-01-12", "2024-01-15"),
        ("finishes", "2024-01-15", "2024-01-20"), ("overlapped by", "2024-01-15", "2024-01-25"), ("met by", "2024-01-20", "2024-01-25"),
        ("after", "2024-01-25", "2024-01-28"),
    ];

    public static IEnumerable<CorpusCase> All =>
    [
        OfContacts("P01", "", [ContactHeadings, .. ContactRows, ContactRows[1]]),
        new("P02", "", f => f.With("ssd_person.csv", [PeopleHeadings, .. PeopleRows, "1002,2013-04-06,,M,WBRI,,N"])) { Twin = People },
        new("P03", "", f => f.With("ssd_person.csv", [NamedPeople, "1001,Ann,Example,2012-03-04,,F,WBRI,,N", "1002,Bob,Sample,2013-04-05,,M,WBRI,,N", "2002,bob,SAMPLE ,2013-04-05,,M,WBRI,,N"])),
        new("P04", "", f => f.With("ssd_person.csv", [NamedPeople, "1001,Ann,Example,2012-03-04,,F,WBRI,,N", "1002,Amy,Example,2012-03-04,,F,WBRI,,N"])),
        new("P05", "", _ => { }) { Scenario = IdsMerged },
        new("P05", "merged by hand", _ => { }) { Scenario = Merged },
        .. Relations.Select(r => Placements("P06", r.Relation, (r.Start, r.End))),
        Placements("P07", "", ("2024-01-21", "2024-01-25")),
        new("P08", "", f => { People(f); f.With("ssd_contacts.csv", [ContactHeadings, .. ContactRows[..3], "4,1999,2024-05-07,6,"]); }) { Twin = f => { People(f); f.With("ssd_contacts.csv", [ContactHeadings, .. ContactRows[..3]]); } },
        new("P09", "", _ => { }) { Scenario = EndLost },
        new("P10", "", _ => { }) { Scenario = Late },
        new("P11", "", _ => { }) { Scenario = MovesTeam },
        new("P12", "team", _ => { }) { Scenario = TeamUnknown },
        new("P12", "district", _ => { }) { Scenario = DistrictUnknown },
        new("P13", "", _ => { }) { Scenario = RestrictionUnsaid },
        new("P14", "", f => f.With("ssd_person.csv", PeopleHeadings, "1001,2006-06-30,,F,WBRI,,N", "1002,2012-03-04,,M,WBRI,2024-06-30,N")
            .With("ssd_cp_plans.csv", PlanHeadings, "P1,R1,I1,1001,2024-01-05,2024-06-30,N,NEG,NEG", "P2,R2,I2,1002,2024-02-05,2024-06-30,N,EMO,EMO")) { Journeys = true },
    ];

    private static CorpusCase Placements(string id, string variant, (string Start, string End) second) => new(id, variant, f => f
        .With("ssd_cla_episodes.csv", EpisodeHeadings, "E1,1001,A,2024-01-01,S,N1,,,L1,R1,2024-01-01,")
        .With("ssd_cla_placement.csv", PlacementHeadings, "A,L1,1001,2024-01-10,2024-01-20,U6,PR1,5,,X1", $"B,L1,1001,{second.Start},{second.End},U6,PR1,6,,X2")
        .With("ssd_person.csv", PeopleHeadings, PeopleRows[0]))
    { Journeys = true };

    /// <summary>An id that is no more, named in the home: its old records follow the child.</summary>
    private static Observed Merged(CorpusFolder folder)
    {
        folder.Setting("merged_ids.csv", "old_id,new_id,merged_on", "1001,1002,2024-05-01").With("ssd_person.csv", [PeopleHeadings, .. PeopleRows[1..]]);
        Contacts(folder);
        folder.With("ssd_contacts.csv", [ContactHeadings, .. ContactRows[..3]]);
        var extract = folder.Read("2024-06-30");
        folder.Load(extract);
        var journeys = Bellwether.Journeys.Journeys.Build(folder.Store.Records(ExtractFolder.Kinds), ExtractFolder.Codes, Authority.Load(folder.Home), extract.DataDate);
        var children = Enumerable.Range(0, journeys.Rows("contacts").Count).Select(r => journeys.Rows("contacts").Subject[r]).Distinct().Count();
        return Observed.Of(extract, journeys.Findings) with { Known = $"0>{folder.Known()}", Twin = children == 2 ? "same" : "differs" };
    }

    /// <summary>A record of an id that is gone stands under another: asked, and a yes names the two as one child.</summary>
    private static Observed IdsMerged(CorpusFolder folder)
    {
        People(folder);
        folder.With("ssd_contacts.csv", [ContactHeadings, .. ContactRows[..3], "9,1001,2023-02-01,6,"]);
        folder.Load("2024-06-29");
        var before = folder.Known();
        var extract = folder.Clear().With("ssd_person.csv", [PeopleHeadings, .. PeopleRows[1..]])
            .With("ssd_contacts.csv", [ContactHeadings, "1,1002,2024-05-01,1A,", .. ContactRows[1..3]]).Read("2024-06-30");
        var asked = folder.Questions(extract);
        var held = folder.Known() == before;
        MergedIdsFile.Add(folder.Home, asked.SelectMany(q => q.Merges).ToList());
        var settled = folder.Questions(folder.Read("2024-06-30")).Count == 0;
        folder.Load("2024-06-30");
        var journeys = Bellwether.Journeys.Journeys.Build(folder.Store.Records(ExtractFolder.Kinds), ExtractFolder.Codes, Authority.Load(folder.Home), extract.DataDate);
        var contacts = journeys.Rows("contacts");
        // The contact that only the old id ever had is the child's now, and what was known before is as it was.
        var follows = Enumerable.Range(0, contacts.Count).Count(r => journeys.ChildIds[contacts.Subject[r]] == "1002") >= 2 && !journeys.ChildIds.Contains("1001");
        return new Observed(asked.Count > 0 ? "asked" : "accepted", [.. asked.Select(q => q.Code)], Observed.Of(extract, []).Rows, $"{before}>{(held ? before : folder.Known())}",
            settled && follows && folder.Known(1) == before ? "same" : "differs");
    }

    private const string ReferralHeadings = "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team,cine_referral_worker_id";

    private static Observed TeamUnknown(CorpusFolder folder) => Unknown(folder, "teams.csv", ["code,name,district", "T1,Assessment North,D1", "T2,Assessment South,D2"], "team",
        f => f.With("ssd_involvements.csv", "invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_person_id,invo_involvement_start_date,invo_involvement_end_date",
            "I1,W1,CW,T1,1001,2024-01-10,", "I2,W2,CW,T2,1002,2024-01-10,", "I3,W3,CW,T9,1003,2024-01-10,"));

    private static Observed DistrictUnknown(CorpusFolder folder) => Unknown(folder, "districts.csv", ["code,name", "D1,North", "D2,South"], "district",
        f => f.Setting("postcode_districts.csv", "sector,district", "AB1 1,D1", "AB1 2,D2", "AB1 3,D9")
            .With("ssd_address.csv", "addr_table_id,addr_person_id,addr_address_type,addr_address_start_date,addr_address_end_date,addr_address_postcode,addr_address_json",
            "A1,1001,1,2020-01-01,,AB1 1AA,", "A2,1002,1,2020-01-01,,AB1 2AA,", "A3,1003,1,2020-01-01,,AB1 3AA,"));

    /// <summary>A team or district that the home does not name is asked about; loaded all the same, its child is counted under it and nothing is dropped.</summary>
    private static Observed Unknown(CorpusFolder folder, string file, string[] settings, string attribute, Action<CorpusFolder> write)
    {
        folder.Setting(file, settings);
        string[] referrals = ["R1,1001,2024-01-10,N1,1A,N,,,T1,W1", "R2,1002,2024-01-10,N1,1A,N,,,T2,W2", "R3,1003,2024-01-10,N1,1A,N,,,T2,W3"];
        People(folder);
        folder.With("ssd_cin_episodes.csv", [ReferralHeadings, .. referrals]).Load("2024-06-29");
        var before = folder.Known();
        write(folder);
        var extract = folder.Read("2024-06-30");
        var asked = folder.Questions(extract);
        folder.Load(extract);
        var journeys = Bellwether.Journeys.Journeys.Build(folder.Store.Records(ExtractFolder.Kinds), ExtractFolder.Codes, Authority.Load(folder.Home), extract.DataDate);
        var steps = journeys.Attribute(attribute)!;
        var held = Enumerable.Range(0, 3).Select(c => steps.Codes[steps.At(c, new DateOnly(2024, 6, 30).DayNumber)]).ToList();
        return new Observed(asked.Count > 0 ? "asked" : "accepted", [.. asked.Select(q => q.Code)], Observed.Of(extract, []).Rows, $"{before}>{folder.Known()}",
            held.Distinct().Count() == 3 && !held.Contains("unknown") ? "same" : "differs");
    }

    private static Observed EndLost(CorpusFolder folder)
    {
        Plans(folder);
        folder.Load("2024-06-29");
        var before = folder.Known();
        var extract = folder.Clear().With("ssd_cp_plans.csv", [PlanHeadings, .. Instead(PlanRows, 1, "P1,R1,I1,1001,2024-01-05,,N,NEG,NEG")]).Read("2024-06-30");
        folder.Load(extract);
        var (old, now) = (folder.Store.Records(ExtractFolder.Kinds, 1).Row("cp_plans", 0), folder.Store.Records(ExtractFolder.Kinds, 2).Row("cp_plans", 0));
        return Observed.Of(extract, []) with
        {
            Known = $"{before}>{folder.Known()}",
            Twin = old.Contains("end=2024-05-01", StringComparison.Ordinal) && now.Contains("end=none", StringComparison.Ordinal) ? "same" : "differs",
        };
    }

    private static Observed Late(CorpusFolder folder)
    {
        Contacts(folder);
        folder.Load("2024-06-29");
        var before = folder.Known();
        var extract = folder.Clear().With("ssd_contacts.csv", [ContactHeadings, .. ContactRows, "6,1006,2024-02-01,6,"]).Read("2024-06-30");
        folder.Load(extract);
        return Observed.Of(extract, []) with { Known = $"{before}>{folder.Known()}", Twin = folder.Known(1) == before ? "same" : "differs" };
    }

    /// <summary>Contacts of five children of whom two are restricted, as an extract tells it.</summary>
    internal static void TwoRestricted(CorpusFolder folder) => Restricted(folder, "1001,ADOPTION,2024-05-01", "1002,STAFF,2024-05-01");

    /// <summary>The same later, when it tells of one of the two alone.</summary>
    internal static void OneRestricted(CorpusFolder folder) => Restricted(folder, "1001,ADOPTION,2024-05-01");

    /// <summary>Both, after the restriction of one was lifted by hand.</summary>
    internal static void TwoRestrictedOneLifted(CorpusFolder folder)
    {
        folder.Store.Restrictions.Lift(1, "A. Lead");
        TwoRestricted(folder);
    }

    private static void Restricted(CorpusFolder folder, params string[] rows)
    {
        Contacts(folder);
        folder.With("restrictions.csv", ["child_id,restriction_reason,restricted_from", .. rows]);
    }

    /// <summary>Nothing is lost but the line: the child stays restricted, and the lead of restricted cases is told without an id.</summary>
    private static Observed RestrictionUnsaid(CorpusFolder folder)
    {
        TwoRestricted(folder);
        folder.Load("2024-06-29");
        var (before, restricted) = (folder.Known(), folder.Store.Restrictions.InForce().Select(r => r.Child).ToList());
        folder.Clear();
        OneRestricted(folder);
        var extract = folder.Read("2024-06-30");
        var told = folder.Load(extract)!.ForTheLead;
        var stay = restricted.SequenceEqual(["1001", "1002"]) && folder.Store.Restrictions.InForce().Select(r => r.Child).SequenceEqual(restricted);
        return Observed.Of(extract, told) with { Known = $"{before}>{folder.Known()}", Twin = stay && !told.Any(f => f.ToString().Contains("100", StringComparison.Ordinal)) ? "same" : "differs" };
    }

    /// <summary>A child whose worker changes within the month stands in one team at the month's end, and the teams sum to all.</summary>
    private static Observed MovesTeam(CorpusFolder folder)
    {
        const string Involvements = "invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_person_id,invo_involvement_start_date,invo_involvement_end_date";
        People(folder);
        folder.With("ssd_cin_episodes.csv", "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team,cine_referral_worker_id",
                "R1,1001,2024-01-10,N1,1A,N,,,T1,W1", "R2,1002,2024-01-10,N1,1A,N,,,T1,W1", "R3,1003,2024-01-10,N1,1A,N,,,T2,W2")
            .With("ssd_involvements.csv", Involvements, "I1,W1,CW,T1,1001,2024-01-10,2024-06-12", "I2,W2,CW,T2,1001,2024-06-12,", "I3,W1,CW,T1,1002,2024-01-10,", "I4,W2,CW,T2,1003,2024-01-10,");
        var extract = folder.Read("2024-06-30");
        folder.Load(extract);
        var journeys = Bellwether.Journeys.Journeys.Build(extract.Records, ExtractFolder.Codes, Authority.Unnamed, extract.DataDate);
        var teams = journeys.Attribute("team")!;
        var day = new DateOnly(2024, 6, 30).DayNumber;
        var held = Enumerable.Range(0, 3).Select(c => teams.Codes[teams.At(c, day)]).GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
        return Observed.Of(extract, []) with { Known = $"0>{folder.Known()}", Twin = held.Values.Sum() == 3 && held.Count == 2 ? "same" : "differs" };
    }
}

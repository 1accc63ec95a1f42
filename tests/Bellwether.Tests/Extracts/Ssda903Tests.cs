using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Journeys;
using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class Ssda903Tests : IDisposable
{
    private const string Header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB";
    private const string Episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";
    private readonly ExtractFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_set_by_others_loads_and_every_row_is_accounted_for()
    {
        var extract = new ExtractReader(ExtractFolder.Kinds, ExtractFolder.Codes, ReadingSettings.For(Bellwether.Codes.Shelf.Path()))
            .Read([Path.Combine(House.Checkout.Root, "samples", "extracts", "ssda903")]);
        Assert.False(extract.IsRejected, string.Join("\n", extract.Findings.Where(f => f.Outcome == Outcome.Rejected)));
        Assert.Equal(12, extract.Receipt.Count);
        Assert.All(extract.Receipt, l => Assert.Equal(l.Rows, l.Loaded + l.Repeated + l.Blank + l.SetAside));
        Assert.All(extract.Receipt, l => Assert.EndsWith("year to 31 March 2018", l.List, StringComparison.Ordinal));
        Assert.Equal(5050, extract.Receipt.Single(l => l.File == "episodes.csv").Loaded);
        Assert.All(extract.Findings.Where(f => f.Outcome == Outcome.SetAside), f => Assert.True(f.Row > 0 && f.Column.Length > 0, f.ToString()));
    }

    [Fact]
    public void Modules_are_known_by_their_columns_and_the_year_by_the_dates()
    {
        var extract = _folder.With("a.csv", Header, "1,2,05/04/2012,WBRI,,0,").With("b 2019.csv", Episodes, "1,02/05/2022,S,C2,N1,U6,PR1,10/01/2023,X1,PLACE,,AB1 2CD,SC1", "1,10/01/2023,P,C2,N1,K2,PR4,,,,,AB1 3CD,SC2").Read();
        Assert.Equal(["SSDA903 Header, year to 31 March 2023", "SSDA903 Episodes, year to 31 March 2023"], extract.Receipt.Select(r => r.List));
        Assert.Equal(new DateOnly(2023, 3, 31), extract.DataDate);
        var said = extract.Records.Statements.Single(s => s.Kind == "care_periods");
        Assert.Equal((Completeness.Full, new DateOnly(2022, 4, 1), new DateOnly(2023, 3, 31)), (said.Holds, said.From, said.To));
        Assert.Equal("1 of 1 born=2012-04-05 born_expected=no sex=F ethnicity=WBRI died=none mother=no", extract.Records.Row("people", 0));
        Assert.Equal("1@2022-05-02 of 1 start=2022-05-02 end=2023-01-10 start_code=S end_code=X1 need=N1 short_break=no", extract.Records.Row("care_periods", 0));
        Assert.Equal("1@2023-01-10 of 1 start=2023-01-10 end=none start_code=P end_code=none need=N1 short_break=no", extract.Records.Row("care_periods", 1));
    }

    [Fact]
    public void Touching_episodes_are_one_period_of_care_and_one_home_where_only_the_legal_status_changed()
    {
        var journeys = Journeys(_folder.With("h.csv", Header, "1,1,05/04/2012,WBRI,,0,", "2,1,05/04/2012,WBRI,,0,").With("e.csv", Episodes,
            "1,02/05/2022,S,C1,N1,U6,PR1,01/06/2022,X1,,,AB1 2CD,",
            "1,01/06/2022,L,C2,N1,U6,PR1,01/09/2022,X1,CREQB,,,",
            "1,01/09/2022,P,C2,N1,K2,PR4,05/11/2022,E4A,,,AB1 3CD,SC2",
            "1,07/11/2022,S,V2,N1,U6,PR1,08/11/2022,E4A,,,AB1 2CD,",
            "2,02/05/2022,S,C2,N1,U4,PR1,01/06/2022,X1,,,AB1 2CD,SC9",
            "2,01/06/2022,U,E1,N1,U4,PR1,01/07/2022,X1,,,AB1 2CD,SC9",
            "2,01/07/2022,P,E1,N1,U4,PR1,,,,,AB1 9CD,SC9"));
        Assert.Equal(["2022-05-02 2022-11-05 E4A", "2022-11-07 2022-11-08 E4A", "2022-05-02 open -"], Spells(journeys, "care_periods", "end_code", "care-end"));
        Assert.Equal(["2022-05-02 2022-09-01 U6", "2022-09-01 2022-11-05 K2", "2022-11-07 2022-11-08 U6", "2022-05-02 2022-07-01 U4", "2022-07-01 open U4"],
            Spells(journeys, "placements", "type", "placement-type"));
        Assert.Equal(["2022-05-02 2022-06-01 C1", "2022-06-01 2022-11-05 C2", "2022-11-07 2022-11-08 V2", "2022-05-02 2022-06-01 C2", "2022-06-01 open E1"],
            Spells(journeys, "legal_statuses", "code", "legal-status"));
    }

    [Fact]
    public void Short_breaks_stay_apart_from_care_and_from_each_other()
    {
        var records = _folder.With("e.csv", Episodes,
            "1,02/05/2022,S,V4,N2,K2,PR1,04/05/2022,X1,,,,SC1", "1,04/05/2022,L,V3,N2,K2,PR1,06/05/2022,X1,,,,SC1", "1,06/05/2022,L,V2,N2,K2,PR1,,,,,,SC1").Read().Records;
        Assert.Equal(["yes", "yes", "no"], Enumerable.Range(0, 3).Select(r => records.Row("care_periods", r)).Select(w => w[(w.IndexOf("short_break=", StringComparison.Ordinal) + 12)..]));
        Assert.Equal(["2022-05-02 2022-05-04 X1", "2022-05-04 2022-05-06 X1", "2022-05-06 open -"], Spells(Journeys(_folder), "care_periods", "end_code", "care-end"));
    }

    [Fact]
    public void The_date_in_PlacedAdoption_is_the_decision_and_the_placing_is_in_the_episodes()
    {
        var journeys = Journeys(_folder.With("h.csv", Header, "1,1,05/04/2019,WBRI,,0,")
            .With("e.csv", Episodes,
                "1,02/05/2021,S,C2,N1,U6,PR1,10/06/2022,X1,LAREQ,,,SC1",
                "1,10/06/2022,L,E1,N1,U6,PR1,20/09/2022,X1,LAREQ,,,SC1",
                "1,20/09/2022,P,E1,N1,A6,PR1,15/03/2023,E12,,,,SC2")
            .With("p.csv", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", "1,05/04/2019,03/05/2022,,")
            .With("ad.csv", "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR", "1,05/04/2019,03/05/2022,01/09/2022,0,2,MF,L0"));
        var tracks = journeys.Rows("adoption_tracks");
        Assert.Equal(1, tracks.Count);
        Assert.Equal(
            ["start 2021-05-02", "end 2023-03-15", "decision 2022-05-03", "placement_order 2022-06-10", "matched 2022-09-01", "placed 2022-09-20", "adopted 2023-03-15", "reversed none"],
            new[] { "start", "end", "decision", "placement_order", "matched", "placed", "adopted", "reversed" }.Select(f => $"{f} {Day(tracks.Field(tracks.Kind.IndexOf(f))[0])}"));
    }

    [Theory]
    [InlineData("2019/", "2018/")]
    [InlineData("2018-", "2019-")]
    public void Returns_of_several_years_lie_in_folders_or_carry_a_number_and_the_dates_say_which_is_which(string first, string second)
    {
        foreach (var name in new[] { first, second }.Where(n => n.EndsWith('/'))) Directory.CreateDirectory(Path.Combine(_folder.Path, name));
        var extract = _folder
            .With(first + "header.csv", Header, "1,1,05/04/2012,WBRI,,0,").With(first + "episodes.csv", Episodes, "1,02/05/2021,S,C1,N1,U6,PR1,,,,,AB1 2CD,", "2,02/05/2021,S,C1,N1,U6,PR1,01/03/2022,E4A,,,AB1 2CD,")
            .With(first + "uasc.csv", "CHILD,SEX,DOB,DUC", "1,1,05/04/2012,05/04/2030")
            .With(second + "header.csv", Header, "1,1,06/04/2012,WIRI,,0,").With(second + "episodes.csv", Episodes, "1,02/05/2021,S,C1,N1,U6,PR1,07/02/2023,X1,,,AB1 2CD,", "1,07/02/2023,L,C2,N1,U6,PR1,,,,,AB1 2CD,")
            .With(second + "uasc.csv", "CHILD,SEX,DOB,DUC", "1,M,05/04/2012,05/04/2030")
            .Read();
        Assert.Empty(extract.Findings);
        Assert.Equal(new DateOnly(2023, 3, 31), extract.DataDate);
        Assert.Equal(["year to 31 March 2022", "year to 31 March 2023"], extract.Receipt.Select(r => r.List[(r.List.IndexOf(',', StringComparison.Ordinal) + 2)..]).Distinct().Order(StringComparer.Ordinal));
        var said = Assert.Single(extract.Records.Statements, s => s.Kind == "care_periods");
        Assert.Equal((new DateOnly(2021, 4, 1), new DateOnly(2023, 3, 31)), (said.From, said.To));
        Assert.StartsWith("1 of 1 born=2012-04-06 born_expected=no sex=M ethnicity=WIRI", extract.Records.Row("people", 0), StringComparison.Ordinal);
        Assert.Equal(["1@2021-04-01 of 1 start=2021-04-01 end=2022-04-01", "1@2022-04-01 of 1 start=2022-04-01 end=none"], Enumerable.Range(0, 2).Select(r => extract.Records.Row("uasc_spells", r)));
        Assert.Equal(["2021-05-02 open -", "2021-05-02 2022-03-01 E4A"], Spells(Journeys(_folder), "care_periods", "end_code", "care-end"));
    }

    [Fact]
    public void A_care_leavers_state_is_that_of_the_birthday_in_the_returns_year()
    {
        var extract = _folder.With("episodes.csv", Episodes, "9,02/05/2021,S,C1,N1,U6,PR1,03/06/2022,E4A,,,,")
            .With("oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "1,05/04/2003,YES,F2,U1", "2,29/02/2004,NO,0,0", "3,31/03/2004,YES,G5,W2", "4,01/04/2002,REFU,F1,B1").Read();
        Assert.Empty(extract.Findings);
        Assert.Equal(
            [
                "1@2022-04-05 of 1 date=2022-04-05 in_touch=YES accommodation=U suitable=yes activity=F2",
                "2@2023-03-01 of 2 date=2023-03-01 in_touch=NO accommodation=0 activity=0",
                "3@2023-03-31 of 3 date=2023-03-31 in_touch=YES accommodation=W suitable=no activity=G5",
                "4@2022-04-01 of 4 date=2022-04-01 in_touch=REFU accommodation=B suitable=yes activity=F1",
            ],
            Enumerable.Range(0, 4).Select(r => extract.Records.Row("leaver_states", r)));
        var said = Assert.Single(extract.Records.Statements, s => s.Kind == "leaver_states");
        Assert.Equal((Completeness.Full, new DateOnly(2022, 4, 1), new DateOnly(2023, 3, 31)), (said.Holds, said.From, said.To));
    }

    [Fact]
    public void An_episode_that_the_next_return_no_longer_holds_ends_with_its_own_return()
    {
        var extract = _folder.With("2022.csv", Episodes, "1,02/05/2021,S,C1,N1,U6,PR1,,,,,,", "2,02/05/2021,S,C1,N1,U6,PR1,,,,,,", "3,02/05/2021,S,C1,N1,U6,PR1,01/03/2022,E4A,,,,")
            .With("2023.csv", Episodes, "2,07/06/2022,P,C1,N1,K2,PR1,,,,,,", "4,02/05/2022,S,C1,N1,U6,PR1,01/03/2023,E4A,,,,").Read();
        Assert.Equal(["2022.csv, row 2: The row is open, and the next return no longer holds it; it counts until the day before 1 April 2022, and when it ended is not known unless another began then. Correct it where the return was made, if it ended on another day."],
            extract.Findings.Select(f => f.ToString()).Take(1));
        Assert.Equal(["2021-05-02 2022-04-01 -", "2021-05-02 open -", "2021-05-02 2022-03-01 E4A", "2022-05-02 2023-03-01 E4A"], Spells(Journeys(_folder), "care_periods", "end_code", "care-end"));
    }

    [Fact]
    public void A_year_missing_between_two_returns_leaves_nothing_open()
    {
        _folder.With("2021.csv", Episodes, "1,02/05/2020,S,C1,N1,U6,PR1,,,,,,", "2,02/05/2020,S,C1,N1,U6,PR1,,,,,,", "3,02/05/2020,S,C1,N1,U6,PR1,01/03/2021,E4A,,,,")
            .With("2023.csv", Episodes, "2,07/06/2022,P,C1,N1,K2,PR1,,,,,,", "4,02/05/2022,S,C1,N1,U6,PR1,01/03/2023,E4A,,,,");
        Assert.Equal(["2020-05-02 2021-04-01 -", "2020-05-02 open -", "2020-05-02 2021-03-01 E4A", "2022-05-02 2023-03-01 E4A"], Spells(Journeys(_folder), "care_periods", "end_code", "care-end"));
    }

    [Fact]
    public void A_row_after_its_own_year_is_set_aside_and_says_where()
    {
        var extract = _folder.With("e.csv", Episodes, "1,02/05/2021,S,C1,N1,U6,PR1,01/03/2022,E4A,,,,", "2,02/05/2021,S,C1,N1,U6,PR1,01/03/2022,E4A,,,,")
            .With("r.csv", "CHILD,DOB,REVIEW,REVIEW_CODE", "1,05/04/2012,03/05/2022,PN1", "1,05/04/2012,03/06/2021,PN1").Read();
        Assert.Equal("r.csv, row 2, column REVIEW: 3 May 2022 is after the day of the extract, 31 March 2022. Correct the date, or load with --data-date if the extract is newer.",
            Assert.Single(extract.Findings).ToString());
        Assert.Equal("1@2021-06-03 of 1 date=2021-06-03 cancelled=no participation=PN1 held=yes", extract.Records.Row("cla_reviews", 0));
    }

    [Theory]
    [InlineData("1", 2024, false)]
    [InlineData("1", 2025, true)]
    [InlineData("M", 2024, true)]
    [InlineData("M", 2025, false)]
    public void Sex_is_read_as_any_year_wrote_it_and_noted_where_it_is_not_this_years(string sex, int year, bool isNoted)
    {
        var extract = _folder.With("h.csv", Header, $"1,{sex},05/04/2012,WBRI,,0,").With("e.csv", Episodes, $"1,02/05/{year - 1},S,C1,N1,U6,PR1,01/03/{year},E4A,,,,").Read();
        Assert.Contains("sex=M", extract.Records.Row("people", 0), StringComparison.Ordinal);
        Assert.Equal(isNoted, extract.Findings.Any(f => f.Code == "code-out-of-year" && f.Column == "SEX"));
    }

    [Fact]
    public void The_flags_of_OC2_are_readings_of_the_last_day_of_their_year()
    {
        var records = _folder.With("o.csv", "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED", "1,05/04/2012,12,,0,0,1,1,1,,0,0")
            .With("e.csv", Episodes, "1,02/05/2021,S,C1,N1,U6,PR1,01/03/2022,E4A,,,,").Read().Records;
        Assert.Equal("1@2022-03-31 of 1 date=2022-03-31 health_assessment=yes teeth_check=yes sdq_score=12 immunised=yes convicted=no", records.Row("oc2_returns", 0));
    }

    [Fact]
    public void An_end_after_the_year_is_noted_and_the_child_is_looked_after_on_its_last_day()
    {
        var extract = _folder.With("e.csv", [Episodes, "1,02/05/2021,S,C1,N1,U6,PR1,01/03/2022,E4A,,,,", "2,02/05/2021,S,C1,N1,U6,PR1,01/04/2022,E4A,CHILD,,,",
            .. Enumerable.Range(3, 20).Select(c => $"{c},02/05/2021,S,C1,N1,U6,PR1,01/03/2022,E4A,,,,")]).Read();
        Assert.Equal("e.csv, row 3, column DEC: 1 April 2022 is after the last day of the return, 31 March 2022; the row is taken as open on that day. Nothing needs doing, if the return was made later; else correct the date.",
            Assert.Single(extract.Findings).ToString());
        Assert.Equal("2@2021-05-02 of 2 start=2021-05-02 end=none start_code=S end_code=none need=N1 short_break=no", extract.Records.Row("care_periods", 1));
        Assert.Contains("end=none", extract.Records.Row("placements", 1), StringComparison.Ordinal);
        Assert.Contains("change_reason=none", extract.Records.Row("placements", 1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_care_leaver_whose_accommodation_cannot_be_read_still_counts_as_in_touch_and_active()
    {
        var extract = _folder.With("1.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "1,05/04/2003,YES,F2,U1", "2,05/04/2003,DIED,G6,02", "3,05/04/2003,YES,F2,B").Read("2022-03-31");
        Assert.Equal(0, Assert.Single(extract.Receipt).SetAside);
        Assert.Equal("2@2022-03-31 of 2 start=2022-03-31 end=none in_touch=DIED activity=G6", extract.Records.Row("care_leavers", 1));
        Assert.Equal("3@2022-03-31 of 3 start=2022-03-31 end=none in_touch=YES accommodation=B activity=F2", extract.Records.Row("care_leavers", 2));
        Assert.Equal(["3 unknown-code", "4 unknown-yes-no"], extract.Findings.Select(f => $"{f.Row} {f.Code}").Distinct());
    }

    [Fact]
    public void A_child_whom_the_header_lacks_is_not_said_to_lack_a_header()
    {
        string[] episodes = ["CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN", "7,02/05/2021,S,C2,N1,U6,PR1,,,,ME1 1AA,,"];
        Assert.Equal("The extract holds no people for this row to add to.", Assert.Single(_folder.With("e.csv", episodes).Read().Findings, f => f.Code == "nothing-to-fill").Found);
        Assert.Equal("The extract holds no row of this child among its people for this row to add to.",
            Assert.Single(_folder.With("a.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "8,1,05/04/2010,WBRI,UN1,,").Read().Findings, f => f.Code == "nothing-to-fill").Found);
    }

    [Fact]
    public void Dates_whose_month_is_named_are_read()
    {
        var extract = _folder.With("e.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
            "7,02-May-21,S,C2,N1,U6,PR1,,,,,,", "8,3-JUN-2021,S,C2,N1,U6,PR1,04 July 2021,E4A,,,,").Read();
        Assert.Equal(0, Assert.Single(extract.Receipt).SetAside);
        Assert.StartsWith("7@2021-05-02 of 7 start=2021-05-02 end=none", extract.Records.Row("care_periods", 0), StringComparison.Ordinal);
        Assert.StartsWith("8@2021-06-03 of 8 start=2021-06-03 end=2021-07-04", extract.Records.Row("care_periods", 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Care_leavers_missing_spells_and_social_workers_become_records()
    {
        var extract = _folder.With("1.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "1,05/04/2003,YES,F2,U1", "2,05/04/2003,NO,0,0", "3,05/04/2003,YES,F2,X2")
            .With("2.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END", "7,05/04/2010,M,02/01/2022,05/01/2022")
            .With("3.csv", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", "7,05/04/2010,SW12,02/01/2020,,").Read();
        var records = extract.Records;
        Assert.Contains("start=2022-03-31 end=none in_touch=YES accommodation=U suitable=yes activity=F2", records.Row("care_leavers", 0), StringComparison.Ordinal);
        Assert.DoesNotContain("suitable", records.Row("care_leavers", 1), StringComparison.Ordinal);
        Assert.Contains("accommodation=X suitable=no", records.Row("care_leavers", 2), StringComparison.Ordinal);
        Assert.Equal("7@2022-01-02|M of 7 start=2022-01-02 end=2022-01-05 type=M", records.Row("missing_episodes", 0));
        Assert.Equal("7@2020-01-02|SW12 of 7 start=2020-01-02 end=none worker=SW12 role=CW", records.Row("allocations", 0));
        Assert.Equal(Completeness.LatestOnly, records.Statements.Single(s => s.Kind == "care_leavers").Holds);
    }

    private static Bellwether.Journeys.Journeys Journeys(ExtractFolder folder)
    {
        var extract = folder.Read();
        Assert.DoesNotContain(extract.Findings, f => f.Outcome != Outcome.Noted);
        return Bellwether.Journeys.Journeys.Build(extract.Records, ExtractFolder.Codes, Authority.Unnamed, extract.DataDate);
    }

    private static string Day(int day) => day == Days.None ? "none" : Days.IsDate(day) ? IsoDate.Format(Days.Date(day)) : "unknown";

    private static IEnumerable<string> Spells(Bellwether.Journeys.Journeys journeys, string kind, string field, string list)
    {
        var rows = journeys.Rows(kind);
        for (var r = 0; r < rows.Count; r++)
        {
            var code = rows.Field(rows.Kind.IndexOf(field))[r];
            yield return $"{Day(rows.First[r])} {(rows.End[r] == Days.None ? "open" : Day(rows.End[r]))} {(code < 0 ? "-" : ExtractFolder.Codes[list].Entries[code].Code)}";
        }
    }

    [Theory]
    [InlineData("01/09/2022,E11", "end=2022-09-01", 0)]
    [InlineData(",", "end=2022-04-01", 1)]
    public void The_way_to_an_adoption_ends_with_the_care_it_is_in_though_the_next_return_no_longer_holds_it(string left, string end, int told)
    {
        var extract = _folder.With("e22.csv", Episodes, "1,02/05/2021,S,C1,N1,A4,PR1,,,,,,")
            .With("p22.csv", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", "1,05/04/2018,01/11/2021,,")
            .With("e23.csv", Episodes, $"1,02/05/2021,S,C1,N1,A4,PR1,{left},,,,", "2,02/06/2022,S,C1,N1,U6,PR1,,,,,,")
            .With("p23.csv", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", "2,05/04/2018,01/11/2022,,").Read();
        Assert.Contains(end, extract.Records.Row("adoption_tracks", 1), StringComparison.Ordinal);
        Assert.Equal(told, extract.Findings.Count(f => f.Code == "left-open" && f.Kind == "adoption_tracks"));
    }
}

using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class WorkforceCensusTests : IDisposable
{
    private readonly ExtractFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2022, "LALevelVacancies", "<GenderCurrent>2</GenderCurrent><QualInst>Leeds</QualInst><CFKSSstatus>2</CFKSSstatus>")]
    [InlineData(2025, "LALevel", "<Sex>F</Sex><BaseSalary>40000</BaseSalary>")]
    public void Workers_become_posts_and_the_totals_a_reading_of_the_authority(int year, string totals, string own)
    {
        var extract = _folder.With("w.xml", $"""
            <Message><Header><CollectionDetails><Collection>CSWW</Collection><Year>{year}</Year><ReferenceDate>{year}-09-30</ReferenceDate></CollectionDetails><Source><LEA>201</LEA></Source></Header>
            <{totals}><NumberOfVacancies>12.50</NumberOfVacancies><NoAgencyFTE>3.5</NoAgencyFTE><NoAgencyHeadcount>4</NoAgencyHeadcount></{totals}>
            <CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW1234567890</SWENo><FTE>0.8</FTE>{own}<PersonBirthDate>1980-10-10</PersonBirthDate><Ethnicity>WBRI</Ethnicity><OrgRole>5</OrgRole>
              <RoleStartDate>2019-04-01</RoleStartDate><FTE30>0.6</FTE30><Cases30>14</Cases30><WorkingDaysLost>7.5</WorkingDaysLost></CSWWWorker>
            <CSWWWorker><AgencyWorker>1</AgencyWorker><SWENo>SW2</SWENo><FTE>1</FTE><OrgRole>2</OrgRole><RoleStartDate>{year - 1}-11-01</RoleStartDate><RoleEndDate>{year}-05-01</RoleEndDate></CSWWWorker>
            </Message>
            """).Read();
        Assert.DoesNotContain(extract.Findings, f => f.Outcome != Outcome.Noted || f.Code is "file-note" or "unknown-code");
        Assert.Equal([$"CSWW workers, year to 30 September {year} 2/2", $"CSWW totals of the authority, year to 30 September {year} 1/1"], extract.Receipt.Select(l => $"{l.List} {l.Loaded}/{l.Rows}"));
        var day = new DateOnly(year, 9, 30);
        Assert.Equal(day, extract.DataDate);
        var records = extract.Records;
        Assert.Equal("SW1234567890@2019-04-01 of SW1234567890 start=2019-04-01 end=none role=SW fte=0.6 qualified=yes agency=no registered=yes", records.Row("worker_posts", 0));
        Assert.Equal($"SW2@{year - 1}-11-01 of SW2 start={year - 1}-11-01 end={year}-05-01 role=TM fte=1 qualified=yes agency=yes registered=yes", records.Row("worker_posts", 1));
        Assert.Equal($"201@{year}-09-30|SW of 201 date={year}-09-30 role=SW agency_fte=3.5 vacant_fte=12.5", records.Row("establishment_posts", 0));
        Assert.Equal($"SW1234567890@{year}-09-30 of SW1234567890 date={year}-09-30 cases=14 fte=0.6", records.Row("caseload_counts", 0));
        Assert.Equal($"SW1234567890@{year}-09-30 of SW1234567890 date={year}-09-30 days_lost=7.5", records.Row("sickness", 0));
        Assert.Equal(1, records.Table("sickness").Count);
        var said = records.Statements.Single(s => s.Kind == "worker_posts");
        Assert.Equal((Completeness.Full, day.AddYears(-1).AddDays(1), day), (said.Holds, said.From, said.To));
    }

    [Fact]
    public void A_census_without_a_header_is_known_by_its_first_record() => Assert.Equal("CSWW workers, year to 30 September 2020",
        _folder.With("w.xml", "<Message><CSWWWorker><SWENo>SW1</SWENo><AgencyWorker>0</AgencyWorker><RoleStartDate>2020-01-01</RoleStartDate></CSWWWorker></Message>").Read().Receipt[0].List);

    [Fact]
    public void Censuses_of_several_years_read_together_each_speak_for_their_own_year()
    {
        foreach (var (year, worker) in new[] { (2024, "SW1"), (2025, "SW2") })
            _folder.With($"{year}.xml", $"<Message><Header><CollectionDetails><Collection>CSWW</Collection><Year>{year}</Year><ReferenceDate>{year}-09-30</ReferenceDate></CollectionDetails><Source><LEA>201</LEA></Source></Header>"
                + $"<LALevel><NumberOfVacancies>{year - 2020}</NumberOfVacancies><NoAgencyFTE>1</NoAgencyFTE></LALevel>"
                + $"<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW0</SWENo><FTE>1</FTE><OrgRole>5</OrgRole><RoleStartDate>2019-04-01</RoleStartDate><FTE30>0.{year - 2020}</FTE30></CSWWWorker>"
                + $"<CSWWWorker><AgencyWorker>1</AgencyWorker><SWENo>{worker}</SWENo><FTE>1</FTE><OrgRole>5</OrgRole><RoleStartDate>2021-04-01</RoleStartDate></CSWWWorker></Message>");
        var extract = _folder.Read();
        Assert.Equal(["left-open"], extract.Findings.Select(f => f.Code));
        Assert.Contains("end=2024-10-01", extract.Records.Row("worker_posts", 1), StringComparison.Ordinal);
        Assert.Contains("fte=0.5 ", extract.Records.Row("worker_posts", 0), StringComparison.Ordinal);
        Assert.Equal(["2024-09-30 vacant 4", "2025-09-30 vacant 5"], Enumerable.Range(0, 2).Select(r => extract.Records.Row("establishment_posts", r)).Select(r => $"{r.Split("date=")[1][..10]} vacant {r.Split("vacant_fte=")[1]}"));
        var said = Assert.Single(extract.Records.Statements, s => s.Kind == "worker_posts");
        Assert.Equal((new DateOnly(2023, 10, 1), new DateOnly(2025, 9, 30)), (said.From, said.To));
    }
}

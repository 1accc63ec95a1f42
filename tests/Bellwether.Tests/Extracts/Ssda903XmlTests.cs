using System.IO.Compression;
using System.Text;
using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class Ssda903XmlTests : IDisposable
{
    private const string Header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB";
    private const string Episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";

    // As the guide's example is built: the children's own facts in HEADER, then their episodes.
    private const string Return = """
        <?xml version="1.0" encoding="us-ascii"?>
        <EXPSSDA903>
        <CHILD>
          <HEADER><CHILDID>0012</CHILDID><UPN>UN5</UPN><SEX>2</SEX><DOB>2005-06-07</DOB><ETHNIC>AIND</ETHNIC><UASC>1</UASC><DUC>2030-06-07</DUC>
            <AMISSING><MISSING>M</MISSING><MIS_START>2022-06-01</MIS_START><MIS_END>2022-06-03</MIS_END></AMISSING>
            <AMISSING><MISSING>A</MISSING><MIS_START>2022-07-01</MIS_START></AMISSING>
            <AREVIEW><REVIEW>2022-05-30</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW><AREVIEW><REVIEW>2022-08-30</REVIEW><REVIEW_CODE>PN5</REVIEW_CODE></AREVIEW>
            <MOTHER>0</MOTHER><PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE>
            <OC2><SDQ_SCORE>12</SDQ_SCORE><CONVICTED>0</CONVICTED></OC2></HEADER>
          <EPISODE><DECOM>2022-05-02</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N8</CIN><PL>U6</PL><PL_POST>AB12CD</PL_POST><URN>SC123456</URN><PLACE_PROVIDER>PR4</PLACE_PROVIDER><DEC>2023-01-10</DEC><REC>X1</REC><REASON_PLACE_CHANGE>PLACE</REASON_PLACE_CHANGE></EPISODE>
          <EPISODE><RNE>P</RNE><DECOM>2023-01-10</DECOM><LS>V2</LS><CIN>N8</CIN><PL>K2</PL><PLACE_PROVIDER>PR4</PLACE_PROVIDER></EPISODE>
        </CHILD>
        <CHILD>
          <HEADER><CHILDID>13</CHILDID><SEX>1</SEX><DOB>2019-01-02</DOB><ETHNIC>WBRI</ETHNIC><UASC>0</UASC>
            <DATE_INT>2022-04-20</DATE_INT><DATE_MATCH>2022-07-01</DATE_MATCH><FOSTER_CARE>0</FOSTER_CARE>
            <AD_PLACED><DATE_PLACED>2022-04-20</DATE_PLACED></AD_PLACED></HEADER>
          <EPISODE><DECOM>2021-03-02</DECOM><RNE>S</RNE><LS>E1</LS><CIN>N1</CIN><PL>A6</PL><PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>2023-03-10</DEC><REC>E11</REC></EPISODE>
        </CHILD>
        <CHILD><HEADER><CHILDID>14</CHILDID><SEX>1</SEX><DOB>2003-01-02</DOB><ETHNIC>WBRI</ETHNIC><IN_TOUCH>YES</IN_TOUCH><ACTIV>F4</ACTIV><ACCOM>U1</ACCOM></HEADER></CHILD>
        </EXPSSDA903>
        """;

    private readonly ExtractFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_XML_gives_the_same_lists_as_the_modules_and_every_element_is_accounted_for()
    {
        var extract = _folder.With("whatever.dat", Encoding.ASCII.GetBytes(Return)).Read();
        Assert.DoesNotContain(extract.Findings, f => f.Outcome != Outcome.Noted);
        Assert.Equal(
            [
                "SSDA903 Header 3/3", "SSDA903 Episodes 3/3", "SSDA903 Reviews 2/2", "SSDA903 UASC 1/1", "SSDA903 OC2 1/1", "SSDA903 OC3 1/1", "SSDA903 AD1 1/1",
                "SSDA903 PlacedAdoption 1/1", "SSDA903 PrevPerm 1/1", "SSDA903 Missing 2/2",
            ],
            extract.Receipt.Select(l => $"{l.List.Replace(", year to 31 March 2023", "", StringComparison.Ordinal)} {l.Loaded}/{l.Rows}"));
        Assert.Equal(new DateOnly(2023, 3, 31), extract.DataDate);
        var records = extract.Records;
        Assert.Equal("0012 of 0012 born=2005-06-07 born_expected=no sex=F ethnicity=AIND died=none mother=no", records.Row("people", 0));
        Assert.Equal("0012@2022-05-02 of 0012 start=2022-05-02 end=2023-01-10 start_code=S end_code=X1 need=N8 short_break=no", records.Row("care_periods", 0));
        Assert.Equal("0012@2023-01-10 of 0012 start=2023-01-10 end=none start_code=P end_code=none need=N8 short_break=no", records.Row("care_periods", 1));
        Assert.Contains("type=K2 provider=PR4", records.Row("placements", 1), StringComparison.Ordinal);
        Assert.Equal("0012@2022-04-01 of 0012 start=2022-04-01 end=none", records.Row("uasc_spells", 0));
        Assert.Equal("13@2022-04-20 of 13 start=2022-04-20 end=none decision=2022-04-20 matched=2022-07-01 reversed=none by_foster_carer=no",
            Enumerable.Range(0, records.Table("adoption_tracks").Count).Select(r => records.Row("adoption_tracks", r)).Single());
        Assert.Contains("in_touch=YES accommodation=U suitable=yes activity=F4", records.Row("care_leavers", 0), StringComparison.Ordinal);
        Assert.Equal((10, 11), (records.Table("care_periods").Rows[0], records.Table("care_periods").Rows[1]));
    }

    [Fact]
    public void A_fault_in_the_XML_is_said_with_its_line_and_path()
    {
        var extract = _folder.With("r.xml", Encoding.ASCII.GetBytes(Return.Replace("<DEC>2023-01-10</DEC>", "<DEC>2021-01-10</DEC>", StringComparison.Ordinal))).Read();
        Assert.Equal("r.xml, row 10, column /EXPSSDA903/CHILD/EPISODE/DEC: The end, 10 January 2021, is before the start, 2 May 2022. Correct one of the two dates and load again.",
            extract.Findings.Single(f => f.Outcome == Outcome.SetAside).ToString());
    }

    [Fact]
    public void Tags_that_no_public_source_names_are_noted_and_the_rest_loads()
    {
        var extract = _folder.With("r.xml", Encoding.ASCII.GetBytes(Return.Replace("<MOTHER>0</MOTHER>", "<ASWEPISODE><SWID>SW1</SWID></ASWEPISODE>", StringComparison.Ordinal))).Read();
        Assert.Contains("r.xml: The element ASWEPISODE is not known here and was passed over: 1, the first on line 8. Nothing needs doing, if that is as you expect.", extract.Findings.Select(f => f.ToString()));
        Assert.Equal(3, extract.Records.Table("care_periods").Count);
    }

    [Fact]
    public void XML_of_another_kind_is_rejected_and_says_what_it_begins_with() => Assert.Equal(
        "a.xml: It is XML, and no return known here begins with the element Message and such a header. Load a return: CIN census, SSDA903, CSWW; or the workbook or CSV file that the data is in.",
        _folder.With("a.xml", "<Message><Header><Collection>SchoolCensus</Collection></Header></Message>").Read([Path.Combine(_folder.Path, "a.xml")]).Findings.Single(f => f.Outcome == Outcome.Rejected).ToString());

    [Fact]
    public void A_zip_of_modules_of_two_years_beside_a_return_of_a_third_is_one_history()
    {
        var zip = Zip(
            ("2021/", ""), ("2021/header.csv", $"{Header}\n0012,2,07/06/2005,AIND,,0,\n"), ("2021/episodes.csv", $"{Episodes}\n0012,02/05/2019,S,V2,N8,U6,PR4,02/06/2020,E4A,,,,\n9,02/05/2020,S,V2,N8,U6,PR4,,,,,,\n"),
            ("2022/episodes.csv", $"{Episodes}\n9,02/05/2020,S,V2,N8,U6,PR4,02/06/2021,E4A,,,,\n"), ("__MACOSX/2021/._header.csv", "x"), ("README.txt", "About, these, files"));
        var extract = _folder.With("returns.zip", zip).With("year 3.xml", Encoding.ASCII.GetBytes(Return)).Read();
        Assert.DoesNotContain(extract.Findings, f => f.Outcome != Outcome.Noted);
        Assert.Equal(
            [
                "returns.zip/2021/episodes.csv: SSDA903 Episodes, year to 31 March 2021", "returns.zip/2021/header.csv: SSDA903 Header, year to 31 March 2021",
                "returns.zip/2022/episodes.csv: SSDA903 Episodes, year to 31 March 2022", "year 3.xml: SSDA903 Header, year to 31 March 2023",
            ],
            extract.Receipt.Take(4).Select(l => $"{l.File}: {l.List}"));
        var said = Assert.Single(extract.Records.Statements, s => s.Kind == "care_periods");
        Assert.Equal((new DateOnly(2020, 4, 1), new DateOnly(2023, 3, 31)), (said.From, said.To));
    }

    [Fact]
    public void Modules_of_two_years_in_one_folder_are_told_apart_by_their_dates_where_names_say_nothing()
    {
        var extract = _folder.With("episodes.csv", Episodes, "1,02/05/2019,S,V2,N8,U6,PR4,02/06/2020,E4A,,,,").With("episodes (1).csv", Episodes, "2,02/05/2020,S,V2,N8,U6,PR4,02/06/2021,E4A,,,,")
            .With("header_19_20.csv", Header, "1,2,07/06/2005,AIND,,0,").Read();
        Assert.Equal(["episodes (1).csv 2022", "episodes.csv 2021", "header_19_20.csv 2022"], extract.Receipt.Select(l => $"{l.File} {l.List[^4..]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_archive_that_unpacks_without_end_or_holds_another_or_nothing_is_rejected()
    {
        Assert.Equal("a.zip: It is a zip archive, and no file in it is a table or a return. Load the archive that holds the extract.", Fault(Zip(("a.txt", "hello"))));
        Assert.Equal("a.zip/b.zip: It is a zip archive, not a workbook. Unpack it and load what is inside.", Fault(Zip(("b.zip", Zip(("a.csv", "x"))))));
        var zeros = new byte[1 << 20];
        zeros.AsSpan().Fill((byte)',');
        var bomb = Zip([.. Enumerable.Range(0, 3).Select(i => ($"{i}.csv", zeros))]);
        Assert.Equal("a.zip: The archive unpacks to more than 2 MB. Load its files in several goes.", Fault(bomb, 2));
        var lying = Zip(("a.csv", zeros));
        var at = lying.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BitConverter.TryWriteBytes(lying.AsSpan(at + 24), 100);
        BitConverter.TryWriteBytes(lying.AsSpan(22), 100);
        Assert.StartsWith("a.zip/a.csv: The file is damaged. It holds more than the 100 bytes the file declares.", Fault(lying), StringComparison.Ordinal);
    }

    private string Fault(byte[] zip, int megabytes = 2048)
    {
        var settings = ReadingSettings.For(Bellwether.Codes.Shelf.Path());
        settings = settings with { Limits = settings.Limits with { ArchiveBytes = (long)megabytes << 20 } };
        var path = Path.Combine(_folder.With("a.zip", zip).Path, "a.zip");
        return new ExtractReader(ExtractFolder.Kinds, ExtractFolder.Codes, settings).Read([path]).Findings.First(f => f.Outcome == Outcome.Rejected).ToString();
    }

    private static byte[] Zip(params (string Name, string Text)[] files) => Zip([.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
            foreach (var (name, bytes) in files)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(bytes);
            }
        return stream.ToArray();
    }
}

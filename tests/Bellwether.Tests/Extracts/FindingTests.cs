using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

/// <summary>Every finding of the catalogue, caused by one small file, with its whole message.</summary>
public sealed class FindingTests
{
    private const string Contacts = "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_outcome_json";
    private const string Plans = "cppl_cp_plan_id,cppl_referral_id,cppl_icpc_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_ola,cppl_cp_plan_initial_category,cppl_cp_plan_latest_category";
    private const string People = "pers_person_id,pers_dob,pers_expected_dob,pers_sex,pers_ethnicity,pers_death_date,pers_is_mother";
    private const string Episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";
    private static readonly object?[] One = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Date of Contact", "Contact Source"];
    private static readonly DateOnly May = new(2024, 5, 1);

    private static object?[] Row(object? id = null, object? date = null) => [id ?? "1", "a) Male", "a) WBRI", new DateOnly(2012, 3, 4), 12, date ?? May, "q) 6: Police"];

    private sealed record Case(string Code, Action<ExtractFolder> Write, string Says);

    private static Case Csv(string code, string says, string name, params string[] lines) => new(code, f => f.With(name, lines), says);

    private static Case Book(string code, string says, TestWorkbook book) => new(code, f => f.With("a.xlsx", book.Bytes()), says);

    private static byte[] Damaged(string text, string instead) =>
        Corpus.Files.Twins.Sheet(x => x.Replace(text, instead, StringComparison.Ordinal), new TestWorkbook().Sheet("List 1", One, Row()));

    private static readonly Case[] Cases =
    [
        Csv("not-recognised", "a.csv: The headings are of no list known here: 2 that are in no list. Check that this is the right file. It should be an SSD table, an Annex A workbook, a return (SSDA903, CIN census, CSWW), a daily-flow file or a local file.",
            "a.csv", "cost centre,amount", "1,2"),
        Csv("key-column-missing", "a.csv, row 1: This looks like SSD ssd_contacts, and it has no column \"cont_contact_date\". The nearest heading is \"cont_contact_id\". Add the column, or give it that heading, and load again.",
            "a.csv", "cont_contact_id,cont_person_id,cont_contact_source_code", "1,2,6"),
        Csv("column-unclear", "a.csv, row 1: This looks like SSD ssd_contacts, and it has no column \"cont_contact_date\". It may stand under a heading that no list has: column 3, \"cont_contact_dat\"; column 5, whose heading has 10 characters. Name the column it is; or give it that heading, and load again.",
            "a.csv", "cont_contact_id,cont_person_id,cont_contact_dat,cont_contact_source_code,Amy Ruston", "1,2,2024-05-01,6,x"),
        Book("two-row-headings", "a.xlsx, sheet List 1, row 2: The headings seem to stand in two rows, 1 and 2. Read together they are Annex A list 1: Contacts with column A \"Child Unique\" as \"Child Unique ID\". Put each heading into one row, and load again; or answer that this is right.",
            new TestWorkbook().Sheet("List 1", ["Child", null, null, null, null, "Contact", null], ["Unique", "Gender", "Ethnicity", "Date of Birth", "Age", "Date", "Source"], Row())),
        Csv("dates-unclear", "a.csv, row 2, column cont_contact_date: Whether the day or the month stands first in the dates of SSD is not certain: every one could be read either way. Export the dates as 2024-03-31, and load again; or answer which stands first.",
            "a.csv", [Contacts, .. Enumerable.Range(1, 5).Select(i => $"{i},7{i},0{i}/06/2024,6,")]),
        Book("heading-twice", "a.xlsx, sheet List 1, row 1: Two columns are headed \"Date of Birth\": D and H. Rename or remove the one that does not belong.",
            new TestWorkbook().Sheet("List 1", [.. One, "Date of birth"], Row())),
        Book("look-alike-heading", "a.xlsx, sheet List 1, row 1, column F \"Date оf Contact\": The heading looks like \"Date of Contact\" but holds the letter U+043E, of another script. Type the heading again.",
            new TestWorkbook().Sheet("List 1", ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Date \u043Ef Contact", "Contact Source"], Row())),
        Book("two-sheets-match", "a.xlsx, sheet Old: This sheet and sheet \"List 1\" are both Annex A list 1: Contacts, and both hold rows. Leave one of the two in the workbook; or say which is meant.",
            new TestWorkbook().Sheet("List 1", One, Row()).Sheet("Old", One, Row())),
        Book("merged-cells", "a.xlsx, sheet List 1, row 2: Cells A2:A3 are merged, so it is not certain which rows the value belongs to. Unmerge them and fill in each row.",
            new TestWorkbook().Sheet("List 1", One, Row(), Row("2")).Merged("A2:A3")),
        new("empty-files", f => f.With("a.csv", Contacts, "1,7,2024-05-01,6,").With("ssd_missing.csv", Array.Empty<byte>()).With("ssd_send.csv", "", ""),
            "ssd_missing.csv: Nothing stands in these files, not even headings: ssd_missing.csv, ssd_send.csv. Export them again if copying was cut short; or answer that they are empty tables, which bcp and Export-Csv write so: they then tell nothing, which is not none."),
        new("nothing-to-read", _ => { }, ": There is no CSV file or workbook here. Name the extract's file, or the folder that holds its files."),

        Csv("no-child-id", "a.csv, row 2, column cont_person_id: The row has no id. Add the id and load again.", "a.csv", Contacts, "1,,2024-05-01,6,"),
        Csv("id-digits-lost", "a.csv, row 2, column cont_person_id: The id has lost digits: it was kept as a number too long for a spreadsheet. Export the ids as text and load again.",
            "a.csv", Contacts, "1,1.23457E+12,2024-05-01,6,"),
        Book("error-in-key-column", "a.xlsx, sheet List 1, row 2, column F \"Date of Contact\": The cell shows #N/A where the row needs its id or date. Correct the formula or the lookup behind it and load again.",
            new TestWorkbook().Sheet("List 1", One, Row(date: "#N/A"))),
        Csv("no-date", "a.csv, row 2, column cont_contact_date: The row has no date, and without one it counts nowhere. Add the date and load again.", "a.csv", Contacts, "1,7,NULL,6,"),
        Csv("impossible-date", "a.csv, row 2, column cont_contact_date: \"31/04/2024\" is no date that can be read. Write it as 31/03/2024 or 2024-03-31, a day between 1900 and 2099, and load again.",
            "a.csv", Contacts, "1,7,31/04/2024,6,"),
        Csv("end-before-start", "a.csv, row 2, column cppl_cp_plan_end_date: The end, 30 April 2024, is before the start, 1 May 2024. Correct one of the two dates and load again.",
            "a.csv", Plans, "P1,R1,I1,7,2024-05-01,2024-04-30,N,NEG,NEG"),
        Csv("after-data-date", "a.csv, row 2, column cont_contact_date: 1 July 2024 is after the day of the extract, 30 June 2024. Correct the date, or load with --data-date if the extract is newer.",
            "a.csv", Contacts, "1,7,2024-07-01,6,"),
        Csv("born-after-data-date", "a.csv, row 2: The birth date is after the day of the extract. Correct it, or give an unborn child's date as the expected one.",
            "a.csv", People, "7,2024-07-01,,F,WBRI,,N"),
        Csv("two-birth-dates", "a.csv, row 2: The same id stands with more than one birth date: see also row 3. Find out which is right, correct the other, and load again.",
            "a.csv", People, "7,2014-07-01,,F,WBRI,,N", "7,2014-07-02,,F,WBRI,,N"),
        Book("formula-without-value", "a.xlsx, sheet List 1, row 2, column A \"Child Unique ID\": The cell holds a formula whose result was not saved. Open the workbook, let it calculate, save and load again.",
            new TestWorkbook().Sheet("List 1", One, Row("="))),
        Csv("forbidden-character", "a.csv, row 2, column cont_person_id: The cell holds the character U+0001, which no honest value holds. Type the value again.",
            "a.csv", Contacts, "1,7\u0001,2024-05-01,6,"),
        new("no-such-person", f => f.With("p.csv", People, "8,2014-07-01,,F,WBRI,,N").With("a.csv", Contacts, "1,7,2024-05-01,6,"),
            "a.csv, row 2, column cont_person_id: No row of the person table has this child's id. Export the person table again, or correct the id."),
        Csv("repeated-headings", "a.csv, row 3, column cont_person_id: The headings are repeated here. Remove the row; if two exports were pasted together, check that no child is there twice.",
            "a.csv", Contacts, "1,7,2024-05-01,6,", Contacts, "2,8,2024-05-01,6,"),
        new("asks-deletion", f => f.With("a.json", """[{"la_child_id":"1","child_details":{"date_of_birth":"2014-05-06","sex":"M"},"social_care_episodes":[{"social_care_episode_id":"E1","referral_date":"2024-05-01"}]},{"la_child_id":"2","purge":true}]"""),
            "a.json, row 2, column /purge: The row asks for a deletion, which a file of changes cannot do here. Load the whole extract again: what it lacks and should hold is withdrawn."),
        Csv("unreadable-value", "v.csv, row 2, column value: \"78.3%\" stands where a number should be. Write a plain number such as 1234.5, without % or thousands commas, and load again.",
            "v.csv", "indicator,period,area,numerator,denominator,value,note", "x,2017-06,,,,78.3%,"),
        Csv("value-without-key", "v.csv, row 2, column period: The line names no period. Fill it in and load again.",
            "v.csv", "indicator,period,area,numerator,denominator,value,note", "x,,,,,78.3,"),
        Csv("value-missing", "v.csv, row 2, column value: The line holds neither a value nor a numerator. Fill one of them in, or remove the line.",
            "v.csv", "indicator,period,area,numerator,denominator,value,note", "x,2017-06,,,7,,"),

        Csv("unknown-code", "a.csv, row 2, column cont_contact_source_code: \"ZZ9\" is not in the list referral-source; it is kept as unknown. Use a code of the list, or say which code your word stands for (with mapping set, or under Data loads, Your own headings and words).",
            "a.csv", Contacts, "1,7,2024-05-01,ZZ9,"),
        Csv("restricted-undated", "restrictions.csv, row 2, column restricted_from: \"soon\" is no date that can be read; the child is restricted all the same, from the day of the extract. Write it as 31/03/2024 or 2024-03-31, so that the review falls due on the right day.",
            "restrictions.csv", "child_id,restriction_reason,restricted_from", "1001,ADOPTION,soon"),
        Csv("code-out-of-year", "a.csv, row 2, column PLACE: \"K3\" is a code of the list placement-type, and not one of a return for the year to 31 March 2023; it was read all the same. Check that the file is of the right year; DfE's own checks will ask for the code of that year.",
            "a.csv", Episodes, "7,02/05/2022,S,C2,N1,K3,PR4,03/06/2022,E4A,,,,"),
        Csv("end-after-year",
            "a.csv, row 2, column DEC: 1 April 2022 is after the last day of the return, 31 March 2022; the row is taken as open on that day. Nothing needs doing, if the return was made later; else correct the date.",
            "a.csv", [Episodes, "7,02/05/2021,S,C2,N1,U6,PR1,01/04/2022,E4A,,,,", .. Enumerable.Range(10, 20).Select(c => $"{c},02/05/2021,S,C2,N1,U6,PR1,03/06/2021,E4A,,,,")]),
        new("left-open", f => f.With("2022.csv", Episodes, "7,02/05/2021,S,C2,N1,U6,PR1,,,,,,", "8,02/05/2021,S,C2,N1,U6,PR1,03/06/2021,E4A,,,,").With("2023.csv", Episodes, "9,02/05/2022,S,C2,N1,U6,PR1,03/06/2022,E4A,,,,"),
            "2022.csv, row 2: The row is open, and the next return no longer holds it; it counts until the day before 1 April 2022, and when it ended is not known unless another began then. Correct it where the return was made, if it ended on another day."),
        Csv("no-yes-no", "a.csv, row 2, column cppl_cp_plan_ola: \"perhaps\" is neither yes nor no. Write Yes or No, or leave the cell blank, and load again.",
            "a.csv", Plans, "P1,R1,I1,7,2024-05-01,,perhaps,NEG,NEG"),
        Book("unknown-yes-no", "a.xlsx, sheet List 4, row 2, column D \"Child Seen During Continuous Assessment\": \"perhaps\" is neither yes nor no; it is kept as unknown. Write Yes or No.",
            new TestWorkbook().Sheet("List 4", ["Child Unique ID", "Date of Birth", "Continuous Assessment Start Date", "Child Seen During Continuous Assessment"], ["1", new DateOnly(2012, 3, 4), May, "perhaps"])),
        new("id-zeros-lost", f => f.With("a.csv", Contacts, "1,0071,2024-05-01,6,", "2,0072,2024-05-01,6,", "3,0073,2024-05-01,6,", "4,74,2024-05-01,6,"),
            "a.csv, row 5, column cont_person_id: The id is shorter than the others of its column, which have 4 digits: it has lost the zeros in front. Export the ids as text and load again."),
        Csv("month-first-date", "a.csv, row 3, column cont_contact_date: \"05/31/2024\" has the month first, and row 2 has the day first. Export the dates as 31/03/2024 or 2024-03-31 and load again; where one is month first, check the others too.",
            "a.csv", Contacts, "1,7,31/05/2024,6,", "2,7,05/31/2024,6,"),
        Csv("field-count", "a.csv, row 2: The line has 3 fields, and the headings are 5. Put quotes around a value that holds the separator; remove the line if it is cut or is no record.",
            "a.csv", Contacts, "1,7,2024-05-01"),
        Csv("not-a-record", "a.csv, row 3: The row is a total, a footer or a message of the program that made the file, and no record. Remove the row; nothing else is lost.",
            "a.csv", Contacts, "1,7,2024-05-01,6,", "Total,1,,,"),
        new("misplaced-cell", f => f.With("a.xlsx", Damaged("r=\"F2\"", "r=\"F9\"")),
            "a.xlsx, sheet List 1, row 2, column F \"Date of Contact\": A cell's reference in the workbook does not fit its row, or lies beyond column XFD. Save the workbook again from Excel."),
        new("doubled-cell", f => f.With("a.xlsx", Damaged("r=\"F2\"", "r=\"E2\"")),
            "a.xlsx, sheet List 1, row 2, column E \"Age\": The cell stands in the workbook twice. Save the workbook again from Excel."),
        new("missing-text", f => f.With("a.xlsx", Damaged("<c r=\"E2\"", "<c r=\"E2\" t=\"s\"")),
            "a.xlsx, sheet List 1, row 2, column E \"Age\": The cell points to a text that is not in the workbook. Save the workbook again from Excel."),
        Csv("cell-too-long", "a.csv, row 2, column cont_contact_source_code: The cell holds more than any honest one: 32,767 characters in a workbook, 1 MB in a CSV file. Check the quotes of the line, shorten the text, or leave the column out.",
            "a.csv", Contacts, $"1,7,2024-05-01,{new string('x', 2 << 20)},"),
        Csv("mixed-scale", "v.csv, row 3, column value: \"75\" cannot be on one scale with 0.75 in row 2: one looks like a share of 1, the other like a percentage. Write all values of the indicator the same way and load again.",
            "v.csv", "indicator,period,area,numerator,denominator,value,note", "x,2017-05,,,,0.75,", "x,2017-06,,,,75,"),
        Csv("same-person", "a.csv, row 3: Name, birth date and sex are those of row 2, under another id. They count as two. Check whether they are one child; if so, name the old id in merged_ids.csv of the home.",
            "a.csv", People + ",pers_forename,pers_surname", "7,2014-07-01,,F,WBRI,,N,Ann,Other", "8,2014-07-01,,F,WBRI,,N,ann,OTHER"),
        Csv("unreadable-number", "a.csv, row 2, column csdq_sdq_score: \"high\" is no number that can stand in this column. Write a plain number, or leave the cell blank, and load again.",
            "a.csv", "csdq_table_id,csdq_person_id,csdq_sdq_completed_date,csdq_sdq_score", "1,7,2024-05-01,high"),
        Csv("error-value", "a.csv, row 2, column cont_contact_source_code: The cell shows #N/A; it is kept as unknown. Correct the formula or the lookup behind it.",
            "a.csv", Contacts, "1,7,2024-05-01,#N/A,"),
        Csv("no-birth-date", "a.csv, row 2, column pers_dob: The birth date is blank; figures by age leave the child out. Add it, or the expected date of an unborn child.",
            "a.csv", People, "7,,,F,WBRI,,N"),
        Csv("bad-json", "a.csv, row 2, column cont_contact_outcome_json: The outcome text is not well-formed; it is kept as unknown. Tell whoever runs the SSD script; nothing else of the row is affected.",
            "a.csv", Contacts, "1,7,2024-05-01,6,\"{\"\"NFA_FLAG\"\":\""),
        Book("serial-date", "a.xlsx, sheet List 1, row 2, column F \"Date of Contact\": Dates stand as plain numbers here; they were read as spreadsheet dates. Format the column as dates.",
            new TestWorkbook().Sheet("List 1", One, Row(date: 45413))),
        Csv("near-duplicate", "a.csv, row 3: The same record stands in row 2 with other details; this later one is kept. Remove the row that is out of date.",
            "a.csv", Contacts, "1,7,2024-05-01,6,", "1,7,2024-05-01,7,"),
        Csv("repeated-rows", "a.csv: Exact copies of earlier rows: 1. They count once. Nothing needs doing, unless the export joins tables it should not.",
            "a.csv", Contacts, "1,7,2024-05-01,6,", "1,7,2024-05-01,6,"),
        Csv("column-missing", "a.csv, column cont_contact_outcome_json: The column is missing; what it would say is unknown. Add it to the export if the indicators that need it matter to you.",
            "a.csv", "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code", "1,7,2024-05-01,6"),
        Csv("list-not-supplied", "a.csv: SSD ssd_contacts has headings and no rows: taken as not supplied, not as zero. Export it again if it should hold rows.", "a.csv", Contacts),
        new("empty-file-left-out", f => f.With("a.csv", Contacts, "1,7,2024-05-01,6,").With("ssd_missing.csv", Array.Empty<byte>()).Agreeing("empty-files"),
            "ssd_missing.csv: Nothing stands in the file, not even headings: taken as an empty table, not supplied and not zero. Export it again if it should hold rows."),
        new("passed-over", f => f.With("a.csv", Contacts, "1,7,2024-05-01,6,").With("notes.csv", "who,what", "me,this"),
            "notes.csv: The headings are of no list known here: 2 that are in no list. The file was passed over. Nothing needs doing, unless it should be one. It should be an SSD table, an Annex A workbook, a return (SSDA903, CIN census, CSWW), a daily-flow file or a local file."),
        new("left-to-other-source", f => f.With("a.csv", Contacts, "1,7,2024-05-01,6,").With("b.csv", "Child Unique ID,Gender,Date of Contact,Contact Source", "1,a) Male,01/05/2024,q) 6: Police").WithHome("sources.csv", "kind,source", "contacts,SSD", "contacts,Annex A"),
            "b.csv: Its contacts are left to SSD, which sources.csv puts first. Nothing needs doing, if that is as you want it."),
        new("crosswalk-coverage", f => f.With("a.csv", Contacts, "1,7,2024-05-01,6,", "2,8,2024-05-01,6,").WithHome("crosswalk.csv", "source,source_id,child_id", "SSD,7,C7", "SSDA903,7,C9"),
            "crosswalk.csv: SSD: 1 of 2 children's ids are in the crosswalk; the others stand as they are. Add those that are missing, if the sources use differing ids for one child."),
        new("own-heading", f => f.With("a.csv", "cont_contact_id,cont_person_id,Rang on,cont_contact_source_code,cont_contact_outcome_json", "1,7,2024-05-01,6,").WithHome("columns.csv", "source,list,heading,column,said_on,said_by", "SSD,SSD ssd_contacts,Rang on,cont_contact_date,2024-06-01,A Reed"),
            "a.csv, column Rang on: The heading is read as \"cont_contact_date\", as columns.csv says. Nothing needs doing, if that is as you want it."),
        new("own-word", f => f.With("a.csv", Contacts, "1,7,2024-05-01,Old Bill,").WithHome("synonyms.csv", "source,code_list,text,code,said_on,said_by", "SSD,referral-source,old bill,6,2024-06-01,A Reed"),
            "a.csv, column cont_contact_source_code: The word \"old bill\" is read as 6, Police, as synonyms.csv says. Nothing needs doing, if that is as you want it."),
        Csv("list-not-used", "a.csv: merged_ids is known and makes no records: merged ids belong in the home as merged_ids.csv, where they hold for every load. Nothing needs doing.",
            "a.csv", "old_id,new_id,merged_on", "1,2,2024-05-01"),
        Csv("file-note", "a.csv: Read as UTF-8, separated by semicolons. Nothing needs doing, if that is as you expect.", "a.csv", Contacts.Replace(',', ';'), "1;7;2024-05-01;6;"),
        Book("hidden-sheet", "a.xlsx, sheet List 1: The only sheet that is Annex A list 1: Contacts is hidden. Leave it out or show it; or say that it is meant to be read.",
            new TestWorkbook().Sheet("Front", ["x"]).Sheet("List 1", One, Row()).Hidden()),
        Book("hidden-sheet-unused", "a.xlsx, sheet Old: The sheet is hidden and looks like Annex A list 1: Contacts, which a visible sheet already gives; it was not read. Delete it if it is old.",
            new TestWorkbook().Sheet("List 1", One, Row()).Sheet("Old", One, Row("2")).Hidden()),
        Book("hidden-rows", "a.xlsx, sheet List 1: Rows hidden by hand or by a filter: 1, the first of them row 3. They were read like the others. Check that they are meant to be loaded.",
            new TestWorkbook().Sheet("List 1", One, Row(), Row("2")).HiddenRow(3)),
        Book("hidden-column", "a.xlsx, sheet List 1, column A \"Child Unique ID\": The column is hidden; it was read like the others. Check that it is meant to be loaded.",
            new TestWorkbook().Sheet("List 1", One, Row()).HiddenColumn(1)),
        Book("formulas", "a.xlsx, sheet List 1: Cells that hold formulas: 1. Their saved results were read. Nothing needs doing, if the workbook was saved after its last change.",
            new TestWorkbook().Sheet("List 1", One, Row("=77"))),
        Csv("nothing-to-fill", "a.csv, row 2: The extract holds no cin plans for this row to add to. Load the file together with the extract it belongs to.",
            "a.csv", "child_id,cin_plan_start_date,status,status_date", "7,2024-05-01,authorised,2024-05-03"),
        Csv("more-like-this", "a.csv, column cont_contact_source_code: More in this column like the 100 listed above: 5. Correct them together.",
            "a.csv", [Contacts, .. Enumerable.Range(1, 105).Select(i => $"{i},{i},2024-05-01,ZZ9,")]),
    ];

    /// <summary>Each code and the files that cause it.</summary>
    internal static IEnumerable<(string Code, Action<ExtractFolder> Write)> Causes => Cases.Select(c => (c.Code, c.Write));

    public static TheoryData<string> Codes => [.. Cases.Select(c => c.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_small_file_causes_the_finding_with_its_message(string code)
    {
        using var folder = new ExtractFolder();
        var one = Cases.Single(c => c.Code == code);
        one.Write(folder);
        var extract = folder.Read("2024-06-30");
        var found = extract.Findings.FirstOrDefault(f => f.Code == code);
        Assert.True(found is not null, string.Join('\n', extract.Findings));
        Assert.Equal(one.Says, found.ToString());
        Assert.Equal(FindingCatalogue.Of(code).Outcome, found.Outcome);
        Assert.All(extract.Receipt, l => Assert.Equal(l.Rows, l.Loaded + l.Repeated + l.Blank + l.SetAside));
        if (found.Outcome == Outcome.Rejected) Assert.Empty(extract.Records.Tables);
    }

    [Fact]
    public void Every_finding_of_the_catalogue_is_caused_here_but_those_that_take_two_loads() =>
        Assert.Equal(FindingCatalogue.All.Select(e => e.Code).Except(Corpus.Causes.OfTwoLoads.Select(c => c.Code)).Order(StringComparer.Ordinal), Cases.Select(c => c.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void A_damaged_file_brings_its_readers_words_and_rejects_the_whole_extract()
    {
        using var folder = new ExtractFolder();
        var extract = folder.With("ssd_contacts.csv", Contacts, "1,7,2024-05-01,6,").With("empty.xlsx", Array.Empty<byte>()).Read();
        Assert.True(extract.IsRejected);
        Assert.Empty(extract.Records.Tables);
        Assert.Equal(Outcome.Rejected, extract.Findings.Single(f => f.File == "empty.xlsx").Outcome);
    }

    [Fact]
    public void Messages_never_hold_a_birth_date_a_long_text_or_a_name()
    {
        using var folder = new ExtractFolder();
        var extract = folder.With("a.csv", People, "7,31/02/2014,,F,Mum says he is Polish,,Joe Bloggs is it", "8,2014-01-01,,F,Mum says he is Polish,,Joe Bloggs is it").Read("2024-06-30");
        Assert.DoesNotContain(extract.Findings, f => f.ToString().Contains("2014", StringComparison.Ordinal)
            || f.ToString().Contains("Polish", StringComparison.Ordinal) || f.ToString().Contains("Bloggs", StringComparison.Ordinal));
        Assert.Equal(2, extract.Findings.Count);
    }
}

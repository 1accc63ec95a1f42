using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class AnnexATests : IDisposable
{
    private readonly ExtractFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Sample(string name) => Path.Combine(House.Checkout.Root, "samples", "extracts", "annex-a", name);

    [Theory]
    [InlineData("2015-01-sample.xlsx", 5, 5, 0)]
    [InlineData("2016-02-sample.xlsx", 0, 0, 0)]
    [InlineData("annex-a-2022.xlsx", 59, 49, 10)]
    public void A_sample_of_each_generation_loads_with_a_receipt_for_every_row(string name, int rows, int loaded, int setAside)
    {
        var extract = _folder.Read([Sample(name)]);
        Assert.False(extract.IsRejected, string.Join('\n', extract.Findings.Where(f => f.Outcome == Outcome.Rejected)));
        Assert.All(extract.Receipt, l => Assert.Equal(l.Rows, l.Loaded + l.Repeated + l.Blank + l.SetAside));
        Assert.Equal(11, extract.Receipt.Count(l => l.List.StartsWith("Annex A list", StringComparison.Ordinal)));
        Assert.Equal((rows, loaded, setAside), (extract.Receipt.Sum(l => l.Rows), extract.Receipt.Sum(l => l.Loaded), extract.Receipt.Sum(l => l.SetAside)));
        Assert.Equal(setAside, extract.Findings.Count(f => f.Outcome == Outcome.SetAside));
    }

    [Fact]
    public void The_2022_sample_sets_aside_the_children_whom_two_lists_give_different_birth_dates()
    {
        var extract = _folder.Read([Sample("annex-a-2022.xlsx")]);
        Assert.Equal(new DateOnly(2021, 3, 15), extract.DataDate);
        Assert.False(extract.DataDateIsGiven);
        Assert.Equal("annex-a-2022.xlsx, sheet List 9, row 2: The same id stands with more than one birth date: see also sheet List 10 row 2. Find out which is right, correct the other, and load again.",
            extract.Findings.First(f => f.Outcome == Outcome.SetAside).ToString());
    }

    private static readonly DateOnly May = new(2024, 5, 1);

    private static readonly object?[] Seven =
    [
        "Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "Does the Child have a Disability", "Child Protection Plan Start Date",
        "Initial Category of Abuse", "Latest Category of Abuse", "Date of the Last Statutory Visit", "Was the Child Seen Alone?", "Date of latest review conference",
        "Child Protection Plan End Date", "Number of Previous Child Protection Plans", "Allocated Team", "Allocated Worker",
    ];

    private static object?[] Plan(object? id, object? start, object? end = null, object? category = null, object? born = null, object? age = null) =>
        [id, "b) Female", "s) NOBT", born ?? new DateOnly(2012, 3, 4), age ?? 12.1, "b) No", start, category ?? "a) Neglect", "YNNN", "=2024-05-01", "a) Yes",
            new DateOnly(2024, 4, 1), end, 1, "CP Team", "A\u00A0Worker"];

    [Fact]
    public void Headings_may_move_change_case_quotes_and_spaces_and_sheets_any_order()
    {
        object?[] moved =
        [
            "", " date of the LAST statutory\u00A0visit ", "child unique id ", "Age", "Child Protection Plan\nStart Date?", "Something else", "Was the child seen alone",
            "Date of latest  Review Conference",
        ];
        var book = new TestWorkbook()
            .Sheet("Notes", ["Prepared by the performance team"])
            .Sheet("Children in care", ["Child’s Legal Status", "Start Date Of Current Legal Status", "Date Started to be looked after ", "Child Unique ID", "Date of Last IRO Visit / Contact to the Child"],
                ["C2: FCO", "2020-02-02", "01/02/2020", "007", "03/05/2024 10:15"])
            .Sheet("CP", ["Annex A list seven"], [], moved, [null, new DateOnly(2024, 5, 1), 1001.0, 12, new DateOnly(2024, 2, 1), "x", "c) Unknown", null]);
        var extract = _folder.With("a.xlsx", book.Bytes()).Read("2024-06-30");
        Assert.DoesNotContain(extract.Findings, f => f.Outcome != Outcome.Noted);
        Assert.Equal("1001@2024-02-01 of 1001 start=2024-02-01 end=none other_authority=no", extract.Records.Row("cp_plans", 0));
        Assert.Equal("1001@2024-05-01 of 1001 date=2024-05-01 cp_plan=1001@2024-02-01 seen=yes", extract.Records.Row("cp_visits", 0));
        Assert.Equal("007@2020-02-02 of 007 start=2020-02-02 end=none care_period=007@2020-02-01 code=C2", extract.Records.Row("legal_statuses", 0));
        Assert.Equal("007@2024-05-03 of 007 date=2024-05-03", extract.Records.Row("iro_contacts", 0));
        Assert.Equal(["Something else"], extract.Receipt.Single(l => l.Sheet == "CP").Ignored);
        Assert.Equal(3, extract.Receipt.Single(l => l.Sheet == "CP").HeadingRow);
    }

    [Fact]
    public void Another_word_for_a_column_that_is_there_does_not_stand_in_its_way()
    {
        var book = new TestWorkbook().Sheet("List 3", ["Team", "Child Unique ID", "Date of Referral", "Referral Source", "Allocated Team", "Sex", "Gender"],
            ["Old", "1", May, "q) 6: Police", "New", "x", "a) Male"]);
        var extract = _folder.With("a.xlsx", book.Bytes()).Read("2024-06-30");
        Assert.Contains("team=New", extract.Records.Row("referrals", 0), StringComparison.Ordinal);
        Assert.Contains("sex=M", extract.Records.Row("people", 0), StringComparison.Ordinal);
        Assert.Equal(["Team", "Sex"], extract.Receipt[0].Ignored);
    }

    [Fact]
    public void What_one_list_leaves_blank_of_a_child_another_fills()
    {
        object?[] three = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Date of Referral", "Referral Source"];
        var book = new TestWorkbook()
            .Sheet("List 3", three, ["1", "a) Male", null, null, null, May, "q) 6: Police"], ["2", "c) Not stated", "a) WBRI", new DateOnly(2024, 7, 20), -1, May, "q) 6: Police"])
            .Sheet("List 7", Seven, Plan("1", new DateOnly(2024, 5, 5)), Plan("2", new DateOnly(2024, 5, 5), born: new DateOnly(2024, 6, 1), age: 0));
        var extract = _folder.With("a.xlsx", book.Bytes()).Read("2024-06-30");
        Assert.DoesNotContain(extract.Findings, f => f.Outcome == Outcome.SetAside);
        Assert.StartsWith("1 of 1 born=2012-03-04 born_expected=no sex=M ethnicity=NOBT disabled=no", extract.Records.Row("people", 0), StringComparison.Ordinal);
        Assert.StartsWith("2 of 2 born=2024-06-01 born_expected=no", extract.Records.Row("people", 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Eleven_lists_may_come_as_eleven_files()
    {
        var extract = _folder
            .With("x.csv", "Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of Contact,Contact Source", "1,Female,WBRI,03/04/2012,12,01/05/2024,Police")
            .With("y.csv", "Child Unique ID;Date of referral;Referral Source;Referral NFA?", "1;02/05/2024;6: Police;b) No").Read("2024-06-30");
        Assert.Equal(["Annex A list 1: Contacts", "Annex A list 3: Referral"], extract.Receipt.Select(l => l.List));
        Assert.Contains("source=6 nfa=no", extract.Records.Row("referrals", 0), StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_column_that_is_missing_takes_its_kind_away()
    {
        object?[] without = [.. Seven.Where(h => h is not "Date of latest review conference")];
        var book = new TestWorkbook().Sheet("List 7", without, [.. Plan("1", new DateOnly(2024, 1, 5)).Where((_, i) => i != 11)]);
        var said = _folder.With("a.xlsx", book.Bytes()).Read("2024-06-30").Records.Statements.Single(s => s.Kind == "cp_reviews");
        Assert.Equal((Completeness.Absent, "Annex A list 7: Child protection lacks the column with the date"), (said.Holds, said.Why));
    }

    [Fact]
    public void Every_row_of_a_messy_sheet_is_accounted_for()
    {
        var book = new TestWorkbook().Sheet("List_7", ["List 7: Child protection"], Seven,
            Plan("1001", new DateOnly(2024, 1, 5)),
            Plan("1001", new DateOnly(2024, 1, 5)),
            [],
            Plan("1002", "2024-01-31", "N/A"),
            Plan(null, "2024-01-31"),
            [" ", "\u00A0", ""],
            Plan(1003, 45000),
            Plan("1004", "May be 8 Jan 2000"),
            Plan("1005", "10/02/2024", "09/02/2024"),
            Plan("1006", "10/02/2024", "#N/A"),
            Plan("1007", "10/02/2024", category: "Emotional abuse"),
            Plan("1007", "10/02/2024", category: "Physical abuse"),
            Plan("1008", "10/02/2044"));
        var extract = _folder.With("a.xlsx", book.Bytes()).Read();
        var line = extract.Receipt.Single();
        Assert.Equal((13, 6, 1, 2, 4), (line.Rows, line.Loaded, line.Repeated, line.Blank, line.SetAside));
        Assert.Equal(new DateOnly(2024, 5, 1), extract.DataDate);
        Assert.Equal(["no-child-id 7", "impossible-date 10", "end-before-start 11", "after-data-date 15"],
            extract.Findings.Where(f => f.Outcome == Outcome.SetAside).Select(f => $"{f.Code} {f.Row}"));
        var plans = extract.Records.Table("cp_plans");
        Assert.Equal(5, plans.Count);
        Assert.Contains("end=none", extract.Records.Row("cp_plans", 1), StringComparison.Ordinal);
        Assert.DoesNotContain("end=", extract.Records.Row("cp_plans", 3), StringComparison.Ordinal);
        Assert.Contains("first_category=PHY", extract.Records.Row("cp_plans", 4), StringComparison.Ordinal);
        Assert.Contains("worker=A Worker", extract.Records.Row("cp_plans", 0), StringComparison.Ordinal);
        Assert.DoesNotContain("latest_category", extract.Records.Row("cp_plans", 0), StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_not_yet_born_stands_with_the_expected_date()
    {
        var book = new TestWorkbook().Sheet("List 7", Seven,
            Plan("1", new DateOnly(2024, 1, 5), born: new DateOnly(2024, 9, 9), age: -1),
            Plan("2", new DateOnly(2024, 1, 5), born: new DateOnly(2024, 9, 9), age: "n/a"),
            Plan("3", new DateOnly(2024, 1, 5), born: new DateOnly(2013, 9, 9)));
        var records = _folder.With("a.xlsx", book.Bytes()).Read("2024-06-30").Records;
        Assert.Contains("born=2024-09-09 born_expected=yes", records.Row("people", 0), StringComparison.Ordinal);
        Assert.Contains("born=2024-09-09 born_expected=yes", records.Row("people", 1), StringComparison.Ordinal);
        Assert.Contains("born=2013-09-09 born_expected=no", records.Row("people", 2), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_worker_is_unknown_and_a_closed_case_has_no_allocation()
    {
        object?[] six = ["Child Unique ID", "CIN Start Date", "Primary Need Code", "Date Child Was Last Seen", "CIN Closure Date", "Reason for Closure", "Case Status", "Allocated Team", "Allocated Worker"];
        var book = new TestWorkbook().Sheet("Children in Need", six,
            ["1", new DateOnly(2024, 1, 5), "N1 - Abuse or Neglect", new DateOnly(2024, 3, 1), null, null, "CLA&CP", "T1", "#N/A"],
            ["2", new DateOnly(2024, 1, 5), "N1 - Abuse or Neglect", new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 2), "RC7 - Other", "e) Closed episode", "T1", "W"]);
        var records = _folder.With("a.xlsx", book.Bytes()).Read("2024-03-31").Records;
        Assert.Equal("1@2024-03-31 of 1 start=2024-03-31 end=none team=T1 role=CW", records.Row("allocations", 0));
        Assert.Equal(1, records.Table("allocations").Count);
        Assert.Contains("end=2024-03-02 need=N1 close_reason=RC7", records.Row("cin_episodes", 1), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_lists_cannot_say_is_stated_as_absent_with_its_reason()
    {
        var book = new TestWorkbook().Sheet("List 7", Seven, Plan("1", new DateOnly(2024, 1, 5)));
        var said = _folder.With("a.xlsx", book.Bytes()).Read("2024-06-30").Records.Statements.ToDictionary(s => s.Kind);
        Assert.Equal((Completeness.Absent, "Annex A has no list of return interviews"), (said["return_interviews"].Holds, said["return_interviews"].Why));
        Assert.Equal((Completeness.Absent, "Annex A list 8: Children in care was not supplied"), (said["placements"].Holds, said["placements"].Why));
        Assert.Equal((Completeness.LatestOnly, "Annex A list 7 holds only the latest visit of each child"), (said["cp_visits"].Holds, said["cp_visits"].Why));
        Assert.Equal((new DateOnly(2023, 12, 30), new DateOnly(2024, 6, 30)), (said["cp_plans"].From, said["cp_visits"].From));
    }
}

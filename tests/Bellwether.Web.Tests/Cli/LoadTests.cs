using System.Globalization;
using System.Text.Json;
using Xunit;
using static Bellwether.Web.Tests.Cli.CommandLine;

namespace Bellwether.Web.Tests.Cli;

/// <summary>Loading from the command line: questions, rules, a watched folder.</summary>
public sealed class LoadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bellwether-cli-").FullName;

    private string Home => Path.Combine(_folder, "home");

    public LoadTests() => Run("init", "--home", Home, "--name", "Test", "--la-code", "998");

    [Fact]
    public void A_list_that_shrinks_by_two_fifths_is_asked_about_and_the_yes_is_remembered()
    {
        Assert.Equal(0, Run("load", "--home", Home, Decisions(20)).Code);
        var (code, _, errors) = Run("load", "--home", Home, Decisions(12));
        Assert.Equal(3, code);
        Assert.Contains("--answer shrink:contact-decisions=yes", errors, StringComparison.Ordinal);
        Assert.Equal(3, Run("load", "--home", Home, Decisions(12), "--answer", "shrink:contact-decisions=no").Code);
        Assert.Equal(0, Run("load", "--home", Home, Decisions(13)).Code);
        Assert.Equal(3, Run("load", "--home", Home, Decisions(7)).Code);
        Assert.Equal(0, Run("load", "--home", Home, Decisions(7), "--answer", "shrink:contact-decisions=yes").Code);
        Assert.Contains(File.ReadAllLines(Path.Combine(Home, "answers.csv")), l => l.StartsWith("local file,shrink:contact-decisions,7,", StringComparison.Ordinal));
        Assert.Equal(0, Run("load", "--home", Home, Decisions(20)).Code);
        Assert.Equal(0, Run("load", "--home", Home, Decisions(7)).Code);
        Assert.Equal(3, Run("load", "--home", Home, Decisions(0)).Code);
    }

    [Fact]
    public void A_return_of_an_earlier_year_has_not_shrunk_and_one_of_a_later_year_has()
    {
        Assert.Equal(0, Run("load", "--home", Home, Return(2023, 20)).Code);
        Assert.Equal(0, Run("load", "--home", Home, Return(2021, 8)).Code);
        Assert.Equal(0, Run("load", "--home", Home, Return(2022, 8)).Code);
        var (code, _, errors) = Run("load", "--home", Home, Return(2024, 8));
        Assert.Equal(3, code);
        Assert.Contains("had 20", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_return_after_a_gap_of_years_is_held_against_none_before_it()
    {
        Assert.Equal(0, Run("load", "--home", Home, Return(2019, 20)).Code);
        Assert.Equal(0, Run("load", "--home", Home, Return(2023, 8)).Code);
    }

    [Fact]
    public void An_element_of_a_census_that_shrinks_is_asked_about_as_a_list_is_also_where_none_of_it_is_left()
    {
        Assert.Equal(0, Run("load", "--home", Home, Census(2022, 20, 20)).Code);
        var (code, _, errors) = Run("load", "--home", Home, Census(2023, 20, 12));
        Assert.Equal(3, code);
        Assert.Contains("CIN census Assessments has 12 rows; load 1 had 20", errors, StringComparison.Ordinal);
        Assert.Equal(3, Run("load", "--home", Home, Census(2023, 20, 0)).Code);
        Assert.Equal(0, Run("load", "--home", Home, Census(2023, 20, 13)).Code);
        Assert.Equal(0, Run("load", "--home", Home, Census(2024, 20, 9)).Code);
        Assert.Equal(0, Run("load", "--home", Home, Census(2025, 20, 0)).Code);
    }

    [Fact]
    public void Columns_that_nothing_asks_for_are_counted_on_the_terminal_and_named_in_json()
    {
        var file = Return(2023, 3);
        File.WriteAllLines(file, File.ReadAllLines(file).Select((line, n) => n == 0 ? $"{line},OUR_NOTE,CASE_REF" : $"{line},x,1"));
        var (_, words, _) = Run("check", file);
        Assert.Contains("Columns that nothing asks for: ", words, StringComparison.Ordinal);
        Assert.Contains("in 1 of 1 lists; --json names them.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("OUR_NOTE", words, StringComparison.Ordinal);
        var json = Run("check", file, "--json").Output;
        Assert.Contains("\"OUR_NOTE\"", json, StringComparison.Ordinal);
        Assert.Contains("\"CASE_REF\"", json, StringComparison.Ordinal);
    }

    private string Census(int year, int children, int assessments)
    {
        var file = Path.Combine(_folder, $"census-{year}.xml");
        File.WriteAllText(file, $"<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year><ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails></Header><Children>"
            + string.Concat(Enumerable.Range(1, children).Select(c =>
                $"<Child><ChildIdentifiers><LAchildID>C{year}{c}</LAchildID><PersonBirthDate>2012-04-05</PersonBirthDate><Sex>M</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>"
                + $"<CINdetails><CINreferralDate>{year - 1}-05-03</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>false</ReferralNFA><CINclosureDate>{year - 1}-09-03</CINclosureDate><ReasonForClosure>RC1</ReasonForClosure>"
                + (c <= assessments ? $"<Assessments><AssessmentActualStartDate>{year - 1}-05-04</AssessmentActualStartDate><AssessmentAuthorisationDate>{year - 1}-06-04</AssessmentAuthorisationDate></Assessments>" : "")
                + "</CINdetails></Child>")) + "</Children></Message>");
        return file;
    }

    private string Return(int year, int children)
    {
        var file = Path.Combine(_folder, $"return-{year}.csv");
        File.WriteAllText(file, "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
            + string.Join('\n', Enumerable.Range(1, children).Select(c => $"{c},02/05/{year - 1},S,C2,N1,U6,PR1,0{1 + (c % 9)}/03/{year},E4A,,,,")));
        return file;
    }

    [Fact]
    public void A_column_that_goes_blank_is_asked_about_at_the_keyboard()
    {
        Run("load", "--home", Home, Decisions(20));
        var file = Path.Combine(_folder, "blank.csv");
        File.WriteAllLines(file, File.ReadAllLines(Decisions(20)).Select((l, i) => i == 0 ? l : string.Join(',', l.Split(',')[..3]) + ","));
        var (refused, _, asked) = Typing("maybe\nno\n", "load", "--home", Home, file);
        Assert.Equal(3, refused);
        Assert.Contains("is blank in every record from local file", asked, StringComparison.Ordinal);
        Assert.Equal(0, Typing("yes\n", "load", "--home", Home, file).Code);
    }

    [Fact]
    public void A_total_under_the_rows_is_no_loss_and_a_row_that_cannot_be_read_is_one()
    {
        var file = Decisions(20);
        var rows = File.ReadAllLines(file);
        File.WriteAllLines(file, [.. rows, "Total,20,,"]);
        var (code, output, _) = Run("check", file);
        Assert.Equal(0, code);
        Assert.Contains("not-a-record, 1", output, StringComparison.Ordinal);
        File.WriteAllLines(file, [.. rows, "C21,21/13/2024,22/05/2024,REFERRAL"]);
        Assert.Equal(4, Run("check", file).Code);
    }

    [Fact]
    public void Check_reads_as_a_home_would_and_says_what_its_load_would_ask_and_keeps_nothing()
    {
        Assert.Equal(0, Run("load", "--home", Home, Decisions(20)).Code);
        var (code, _, errors) = Run("check", Decisions(12), "--home", Home);
        Assert.Equal(3, code);
        Assert.Contains("ASK shrink:contact-decisions", errors, StringComparison.Ordinal);
        Assert.Equal(0, Run("check", Decisions(12)).Code);
        Assert.Equal(0, Run("load", "--home", Home, Decisions(13)).Code);
        Assert.False(File.Exists(Path.Combine(Home, "answers.csv")));
    }

    [Fact]
    public void With_json_the_open_question_stands_in_the_envelope()
    {
        Run("load", "--home", Home, Decisions(20));
        var (code, output, _) = Typing("yes\n", "load", "--home", Home, Decisions(5), "--json");
        var data = JsonDocument.Parse(output).RootElement.GetProperty("data");
        Assert.Equal((3, "asked"), (code, data.GetProperty("outcome").GetString()));
        Assert.Equal("shrink:contact-decisions", data.GetProperty("questions")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void What_lies_in_a_watched_folder_is_loaded_once_with_a_receipt_each_and_a_half_copied_file_waits()
    {
        var inbox = Directory.CreateDirectory(Path.Combine(_folder, "in")).FullName;
        File.Move(Decisions(20), Path.Combine(inbox, "contact_decisions.csv"));
        File.WriteAllText(Path.Combine(inbox, "empty.xlsx"), "");
        File.WriteAllText(Path.Combine(inbox, "more.xlsx.part"), "half");
        var (code, _, errors) = Run("load", "--home", Home, "--watch", inbox, "--once");
        Assert.Equal(3, code);
        Assert.Contains("more.xlsx.part is still being copied", errors, StringComparison.Ordinal);
        Assert.Equal(["more.xlsx.part"], Directory.EnumerateFiles(inbox).Select(Path.GetFileName));
        Assert.Equal("loaded", Outcome(Path.Combine(inbox, "loaded")));
        Assert.Equal("rejected", Outcome(Path.Combine(inbox, "refused")));
        File.Delete(Path.Combine(inbox, "more.xlsx.part"));
        Assert.Equal(0, Run("load", "--home", Home, "--watch", inbox, "--once").Code);
    }

    private static string? Outcome(string folder) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Assert.Single(Directory.GetDirectories(folder)), "receipt.json")))
        .RootElement.GetProperty("data").GetProperty("outcome").GetString();

    private string Decisions(int rows)
    {
        var file = Path.Combine(_folder, "contact_decisions.csv");
        File.WriteAllLines(file, Enumerable.Range(1, rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"C{i},{i:00}/05/2024,{i + 1:00}/05/2024,REFERRAL")).Prepend("child_id,contact_date,decided_date,outcome"));
        return file;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

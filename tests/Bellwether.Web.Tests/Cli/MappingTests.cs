using System.Text.Json;
using Xunit;
using static Bellwether.Web.Tests.Cli.CommandLine;

namespace Bellwether.Web.Tests.Cli;

/// <summary>A council's own headings and words from the command line, and the questions of reading at the keyboard and without one.</summary>
public sealed class MappingTests : IDisposable
{
    private const string Headings = "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_outcome_json";

    private readonly string _folder = Directory.CreateTempSubdirectory("bellwether-cli-").FullName;

    private string Home => Path.Combine(_folder, "home");

    public MappingTests() => Run("init", "--home", Home, "--name", "Test", "--la-code", "998");

    [Fact]
    public void A_heading_nobody_knows_waits_for_its_answer_and_then_stands_in_columns_csv()
    {
        var file = Contacts(Headings.Replace("cont_contact_date", "Rang on", StringComparison.Ordinal));
        var (code, output, errors) = Run("load", "--home", Home, file, "--data-date", "2024-06-30");
        Assert.Equal(3, code);
        Assert.DoesNotContain("Rang on", output + errors, StringComparison.Ordinal);
        Assert.Contains("--answer column:ssd-ssd-contacts:cont-contact-date:3=yes", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Home, "columns.csv")));
        Assert.Equal(0, Run("load", "--home", Home, file, "--data-date", "2024-06-30", "--who", "A Reed", "--answer", "column:ssd-ssd-contacts:cont-contact-date:3=yes").Code);
        Assert.Matches("^SSD,SSD ssd_contacts,Rang on,cont_contact_date,....-..-..,A Reed$", File.ReadAllLines(Path.Combine(Home, "columns.csv"))[1]);
        Assert.Equal(0, Run("load", "--home", Home, file, "--data-date", "2024-07-31").Code);
    }

    [Fact]
    public void At_the_keyboard_the_right_one_is_chosen_by_its_number_and_none_by_enter()
    {
        var file = Path.Combine(_folder, "ssd_contacts.csv");
        File.WriteAllLines(file, Enumerable.Range(1, 6).Select(i => $"{i},100{i},0{i}/06/2024,6,").Prepend(Headings));
        var (none, _, asked) = Typing("\n", "load", "--home", Home, file);
        Assert.Equal(3, none);
        Assert.Contains("  1  The day stands first, as in 31/03/2024", asked, StringComparison.Ordinal);
        Assert.Equal(0, Typing("7\n1\n", "load", "--home", Home, file, "--who", "A Reed").Code);
        Assert.Contains(File.ReadAllLines(Path.Combine(Home, "answers.csv")), l => l.StartsWith("SSD,dates:day-first,0,", StringComparison.Ordinal) && l.EndsWith(",A Reed", StringComparison.Ordinal));
        Assert.Equal(0, Run("load", "--home", Home, file).Code);
    }

    [Fact]
    public void With_json_the_question_stands_with_its_answers_and_nothing_is_kept()
    {
        var (code, output, _) = Typing("1\n", "load", "--home", Home, Contacts(Headings.Replace("cont_contact_date", "Rang on", StringComparison.Ordinal)), "--json");
        var data = JsonDocument.Parse(output).RootElement.GetProperty("data");
        Assert.Equal((3, "asked"), (code, data.GetProperty("outcome").GetString()));
        Assert.Equal("column:ssd-ssd-contacts:cont-contact-date:3", data.GetProperty("questions")[0].GetProperty("choices")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void A_word_is_set_says_which_file_must_be_loaded_again_and_can_be_taken_back()
    {
        Assert.Equal(0, Run("load", "--home", Home, Contacts(Headings, "QQ9"), "--data-date", "2024-06-30").Code);
        var (code, said, _) = Run("mapping", "set", "--home", Home, "--source", "ssd", "--codes", "referral-source", "--text", "QQ9", "--means", "6", "--who", "A Reed");
        Assert.Equal(0, code);
        Assert.Contains("This loaded file holds it and would be read otherwise: ssd_contacts.csv (load 1). Load it again.", said, StringComparison.Ordinal);
        Assert.Contains("changes 5", Run("load", "--home", Home, Contacts(Headings, "QQ9"), "--data-date", "2024-06-30").Errors, StringComparison.Ordinal);
        Assert.Contains("QQ9", Run("mapping", "list", "--home", Home).Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("mapping", "remove", "--home", Home, "--source", "SSD", "--codes", "referral-source", "--text", "qq9").Code);
        Assert.DoesNotContain("QQ9", Run("mapping", "list", "--home", Home).Output, StringComparison.Ordinal);
        var history = JsonDocument.Parse(Run("mapping", "history", "--home", Home, "--json").Output).RootElement.GetProperty("data").GetProperty("said");
        Assert.Equal(["", "6"], history.EnumerateArray().Select(l => l.GetProperty("means").GetString()));
    }

    [Theory]
    [InlineData("referral-source", "Police", "1A", "can't stand for another code")]
    [InlineData("referral-source", "Bobbies", "ZZ", "has no code \"ZZ\"")]
    [InlineData("no-list", "Bobbies", "6", "There is no code list")]
    public void What_cannot_be_meant_is_refused_in_words(string codes, string text, string means, string says)
    {
        var (code, _, errors) = Run("mapping", "set", "--home", Home, "--source", "SSD", "--codes", codes, "--text", text, "--means", means);
        Assert.Equal(3, code);
        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Home, "synonyms.csv")));
    }

    private string Contacts(string headings, string source = "6")
    {
        var file = Path.Combine(_folder, "ssd_contacts.csv");
        File.WriteAllLines(file, Enumerable.Range(1, 5).Select(i => $"{i},100{i},2024-05-0{i},{source},").Prepend(headings));
        return file;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
